//! What a line may declare, and the words and the level that it says it with.

use super::number;
use crate::phrase::token::Token;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelPhrase {
    /// How many criteria meet the level, of how many that have it.
    CriteriaMet { level: u8, met: u32, of: Option<u32> },
    /// The level of the school as a whole; 0 for "Không đạt".
    SchoolLevel { level: u8 },
}

/// Where the words of the phrase stand.
pub(super) fn position(tokens: &[Token], phrase: &str) -> Option<usize> {
    let words: Vec<&str> = phrase.split(' ').collect();
    (0..tokens.len())
        .find(|at| words.iter().enumerate().all(|(ahead, word)| tokens.get(at + ahead).is_some_and(|token| token.is_word(word))))
}

/// The level after the word "Mức", and the place behind it.
pub(super) fn level(tokens: &[Token], most: u64) -> Option<(u8, usize)> {
    // `Mức 3`, `mức III`, `Mức độ 3`, `mức: 3`, `Cấp độ 3`, `Cấp độ: 3`
    let numbered = |at: usize| {
        let of_degree = usize::from(tokens.get(at + 1).is_some_and(|token| token.is_word("do")));
        let between = of_degree + usize::from(tokens.get(at + 1 + of_degree).is_some_and(|token| token.is_sign(':')));
        let token = tokens.get(at + 1 + between)?;
        let roman = || token.word().filter(|word| word.starts_with('i')).and_then(number).map(u64::from);
        Some((token.number().or_else(roman)?, at + between))
    };
    let opens =
        |at: &usize| tokens[*at].is_word("muc") || tokens[*at].is_word("cap") && tokens.get(at + 1).is_some_and(|next| next.is_word("do"));
    let (number, at) = (0..tokens.len()).filter(opens).find_map(numbered)?;
    let number = Some(number).filter(|number| (1..=most).contains(number))?;
    // `Mức 1, 2, 3` names several.
    let several = tokens.get(at + 2).is_some_and(|token| token.is_sign(',') || token.is_sign('-') || token.is_word("va"))
        && tokens.get(at + 3).is_some_and(|token| token.number().is_some() || token.is_word("muc"));
    (!several).then(|| Some((u8::try_from(number).ok()?, at + 2)))?
}
