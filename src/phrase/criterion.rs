//! Text in, the standard, criterion, Mức 4 item or indicator that it names out: `chỉ báo b, tiêu chí 8, tiêu chuẩn 1`.

mod codes;
#[cfg(test)]
mod corpus;
mod evidence;
mod heading;
mod marks;

use std::cell::RefCell;

use self::marks::tokens;
use super::telex;
use super::token::{DIGITS, Token, mend_digits};
use crate::model::{Criterion, LevelBand};
use crate::text::memory::QuickMap;
use crate::text::{clean, fold};

pub use evidence::evidence_code;
pub use heading::{StandardHeading, band, heading, names_level4};

/// What a text names of a framework; `None` where it names nothing of the kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CriterionPhrase {
    pub standard: Option<u8>,
    /// A numbered criterion only; an item of the Mức 4 list stands in `level4_item`.
    pub criterion: Option<Criterion>,
    pub level4_item: Option<u8>,
    pub indicator: Option<char>,
}

/// More standards or criteria than any framework has; a greater number is something else.
const MOST_STANDARDS: u64 = 9;
const MOST_CRITERIA: u64 = 30;

/// The first criterion, item or standard that the text names. `standard_in_force` and `band` are what the rows above say.
pub fn parse(text: &str, standard_in_force: Option<u8>, band: Option<LevelBand>) -> CriterionPhrase {
    all(text, standard_in_force, band).into_iter().next().unwrap_or_default()
}

/// Every criterion the text names, in order: `Tiêu chí 1.1, 1.2 và 1.5`, `TC 2.1; 2.2`, `Tiêu chí 1.1 đến 1.4`.
/// Where it names a standard alone, that; where nothing, an empty list.
pub fn all(text: &str, standard_in_force: Option<u8>, band: Option<LevelBand>) -> Vec<CriterionPhrase> {
    type Asked = (Option<u8>, Option<LevelBand>);
    type Kept = QuickMap<String, Vec<(Asked, Vec<CriterionPhrase>)>>;
    const MOST_KEPT: usize = 10_000;
    thread_local! {
        static READ: RefCell<Kept> = RefCell::default();
    }
    let asked = (standard_in_force, band);
    // A text that names nothing is known by its empty list.
    let known = READ.with_borrow(|read| {
        let found = read.get(text)?;
        if found.is_empty() {
            Some(Vec::new())
        } else {
            found.iter().find(|(known, _)| *known == asked).map(|(_, phrases)| phrases.clone())
        }
    });
    known.unwrap_or_else(|| {
        let phrases = may_name(text).then(|| {
            let mut phrases = read_all(text, standard_in_force, band);
            if phrases.is_empty()
                && let Some(plain) = telex::taken_back(&clean(text)).filter(|plain| plain.contains("tieu ch"))
            {
                phrases = read_all(&plain, standard_in_force, band);
            }
            phrases
        });
        READ.with_borrow_mut(|read| {
            if read.len() >= MOST_KEPT {
                read.clear();
            }
            let found = read.entry(text.to_owned()).or_default();
            found.extend(phrases.iter().map(|phrases| (asked, phrases.clone())));
        });
        phrases.unwrap_or_default()
    })
}

fn read_all(text: &str, standard_in_force: Option<u8>, band: Option<LevelBand>) -> Vec<CriterionPhrase> {
    let text = &clean(text);
    let mended = mend_digits(text, DIGITS, &["tc", "chí", "chi"]);
    let tokens = single_dots(tokens(mended.as_deref().unwrap_or(text)));
    let Some((_, of_evidence)) = evidence_code(text) else { return named(&tokens, standard_in_force, band) };
    // "Tiêu chí 1.5 [H1-1.1-02]": one piece of evidence serves several criteria, and its code names the first of them.
    let beside = named(&evidence::without_codes(&tokens), standard_in_force, band);
    if beside.iter().any(|phrase| phrase.criterion.is_some()) { beside } else { vec![of_evidence] }
}

fn named(tokens: &[Token], standard_in_force: Option<u8>, band: Option<LevelBand>) -> Vec<CriterionPhrase> {
    let reader = Reader { tokens };
    if let Some(criterion) = reader.beside_short_standard() {
        return vec![criterion];
    }
    if reader.is_two_in_one(standard_in_force) || (tokens.len() <= LONGEST_NAME && reader.contradicts_standard()) {
        return Vec::new();
    }
    if let Some(item) = reader.own_code() {
        return vec![item];
    }
    let named = reader.standard();
    let band = if reader.says_level_4() { Some(LevelBand::Four) } else { band };
    let standard = named.or(standard_in_force);
    let mut found: Vec<CriterionPhrase> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let lead = reader.lead(at).or_else(|| (at == reader.beginning() || reader.follows_standard(at)).then_some((at, Lead::Code)));
        let Some((start, lead)) = lead else {
            at += 1;
            continue;
        };
        at = reader.codes(start, lead, standard, band, &mut found).max(at + 1);
    }
    if let Some(indicator) = reader.indicator()
        && let [only] = &mut found[..]
    {
        only.indicator = only.indicator.or(Some(indicator));
    }
    // "Tiêu chuẩn 3, tiêu chí 2.2": one of the two was typed wrong.
    if tokens.len() <= LONGEST_NAME
        && named.is_some()
        && !found.is_empty()
        && found.iter().all(|phrase| phrase.standard.is_some_and(|standard| Some(standard) != named))
    {
        return Vec::new();
    }
    if found.is_empty()
        && let Some(standard) = named
    {
        found.push(CriterionPhrase { standard: Some(standard), ..CriterionPhrase::default() });
    }
    found
}

/// In more words, a standard may be spoken of beside the criterion that is named.
const LONGEST_NAME: usize = 12;

/// `1..2` and `1.,2` as `1.2`, and `1.` with `10` on the next line as `1.10`.
fn single_dots(mut tokens: Vec<Token>) -> Vec<Token> {
    let wrapped = (0..tokens.len().saturating_sub(3)).find(|at| {
        let goes_on =
            tokens.get(at + 4).is_some_and(|next| next.is_sign('.') && tokens.get(at + 5).is_some_and(|next| next.number().is_some()));
        tokens[*at].number().is_some()
            && tokens[at + 1].is_sign('.')
            && tokens[at + 2].is_sign('\n')
            && tokens[at + 3].number().is_some()
            && !goes_on
    });
    if let Some(at) = wrapped {
        tokens.remove(at + 2);
    }
    let doubled = tokens.windows(4).position(|four| {
        let twice = four[1].is_sign('.') && (four[2].is_sign('.') || four[2].is_sign(','));
        four[0].number().is_some() && twice && four[3].number().is_some() && !four[3].spaced
    });
    if let Some(at) = doubled {
        tokens.remove(at + 1);
    }
    tokens
}

/// Without a number, in figures, or in words or Roman letters behind "chuẩn" or "chí", nothing is named; most cells end here.
fn may_name(text: &str) -> bool {
    const COUNTED: &[&str] = &["chuan", "chi thu ", "khoan thu ", "tieu chi "];
    let counted = || {
        let folded = fold(text);
        COUNTED.iter().any(|words| folded.contains(words))
    };
    text.contains(char::is_numeric) || counted()
}

/// What stands before a number and says what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// "Tiêu chí", "TC": a code, or a number within the standard.
    Criterion,
    /// "Khoản": an item of the Mức 4 list.
    Item,
    /// Nothing, at the beginning of the text: only a whole code.
    Code,
}

fn numbered(standard: u64, number: u64) -> Option<CriterionPhrase> {
    let standard = u8::try_from(standard).ok().filter(|standard| (1..=MOST_STANDARDS).contains(&u64::from(*standard)))?;
    let number = u8::try_from(number).ok().filter(|number| (1..=MOST_CRITERIA).contains(&u64::from(*number)))?;
    Some(CriterionPhrase {
        standard: Some(standard),
        criterion: Some(Criterion::Numbered { standard, number }),
        ..CriterionPhrase::default()
    })
}

struct Reader<'a> {
    tokens: &'a [Token],
}

impl Reader<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        self.tokens.get(at)?.word()
    }

    fn number(&self, at: usize) -> Option<u64> {
        self.tokens.get(at)?.number()
    }

    fn sign(&self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_sign(sign))
    }

    /// Where the phrase that stands at the place ends; it may be wrapped between its words.
    fn stands(&self, mut at: usize, phrase: &str) -> Option<usize> {
        for (place, word) in phrase.split(' ').enumerate() {
            at += usize::from(place > 0 && self.sign(at, '\n'));
            if self.word(at) != Some(word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// The first word or number; bullets and brackets may stand before it, and the number of an entry: `1. 1.10`.
    fn beginning(&self) -> usize {
        let first = self.tokens.iter().position(|token| token.word().is_some() || token.number().is_some()).unwrap_or(0);
        // `Mức 2: 2.1, 2.2`
        if self.word(first) == Some("muc") && self.number(first + 1).is_some() && (self.sign(first + 2, ':') || self.sign(first + 2, '-')) {
            return first + 3;
        }
        let counts = heading::ordinal(self.tokens, first).is_some() || self.letter(first).is_some();
        let entry = counts && (self.sign(first + 1, '.') || self.sign(first + 1, ')'));
        let code = self.tokens.get(first + 2).is_some_and(|token| token.number().is_some() && token.spaced)
            && (self.sign(first + 3, '.') || self.sign(first + 3, ','))
            && self.tokens.get(first + 4).is_some_and(|token| token.number().is_some() && !token.spaced);
        if entry && code { first + 2 } else { first }
    }

    /// The number of the standard that the text itself names: `tiêu chuẩn 1`, `chuẩn 01`, `Tiêu chuẩn II`.
    fn standard(&self) -> Option<u8> {
        let place = (0..self.tokens.len()).find_map(|at| {
            let shortened =
                (self.word(at) == Some("t") && (self.sign(at + 1, '.') || self.sign(at + 1, '/')) && self.word(at + 2) == Some("chuan"))
                    .then_some(at + 3);
            let after = ["tieu chuan so", "tieu chuan thu", "tieu chuan", "tchuan", "t chuan", "chuan"]
                .iter()
                .find_map(|phrase| self.stands(at, phrase))
                .or(shortened)?;
            // "tiêu chí 3, chuẩn 2"
            let parted = at > 1 && (self.sign(at - 1, ',') || self.sign(at - 1, '-')) && self.number(at - 2).is_some();
            let led = at > 0 && (matches!(self.word(at - 1), Some("cua" | "thuoc")) || self.number(at - 1).is_some()) || parted;
            if self.word(at) == Some("chuan") && !led {
                return None;
            }
            let place = after + usize::from(self.sign(after, ':') || self.sign(after, '\n'));
            heading::ordinal(self.tokens, place).map(|_| place)
        })?;
        heading::ordinal(self.tokens, place).filter(|_| !heading::is_list(self.tokens, place))
    }

    /// `5.4` of `Tiêu chuẩn 5: 5.4`, `Tiêu chuẩn 5 (5.4)`.
    fn follows_standard(&self, at: usize) -> bool {
        self.standard_before(at).is_some_and(|standard| self.number(at) == Some(standard))
    }

    /// `Tiêu chuẩn 3 - 1.1`: one of the two was typed wrong.
    fn contradicts_standard(&self) -> bool {
        let ends = |at: usize| self.tokens.get(at).is_none_or(|token| token.is_sign(':') || token.is_sign(')') || token.is_sign('\n'));
        (0..self.tokens.len()).any(|at| {
            let standard = self.standard_before(at).filter(|standard| self.number(at) != Some(*standard));
            standard.is_some() && self.is_whole(at) && ends(at + 3)
        })
    }

    /// The number of the standard that stands right before the whole code at the place.
    fn standard_before(&self, at: usize) -> Option<u64> {
        let before = at.checked_sub(4)?;
        let joined = [':', '-', ',', '/', '\n', '('].iter().any(|sign| self.sign(at - 1, *sign))
            || (self.sign(at - 1, '\n') && self.sign(at - 2, ':'));
        let number = if self.number(at - 2).is_some() { at - 2 } else { before + 1 };
        let named = joined && number >= 2 && self.word(number - 1) == Some("chuan") && self.word(number - 2) == Some("tieu");
        let code = (self.sign(at + 1, '.') || self.sign(at + 1, ',')) && self.number(at + 2).is_some();
        self.number(number).filter(|_| named && code)
    }

    /// Whether a whole code stands at the place, written in one: `2.3`.
    fn is_whole(&self, at: usize) -> bool {
        let close = |at: usize| self.tokens.get(at).is_some_and(|token| !token.spaced);
        self.number(at).is_some_and(|standard| (1..=MOST_STANDARDS).contains(&standard))
            && (self.sign(at + 1, '.') || self.sign(at + 1, ','))
            && self.number(at + 2).is_some_and(|number| (1..=MOST_CRITERIA).contains(&number))
            && close(at + 1)
            && close(at + 2)
            && self.tokens[at + 2].digits() <= 2
    }

    /// `M4.2`, as the figures call an item of the Mức 4 list.
    fn own_code(&self) -> Option<CriterionPhrase> {
        let at = self.tokens.iter().position(|token| token.word().is_some() || token.number().is_some())?;
        let named = self.word(at) == Some("m") && self.number(at + 1) == Some(4) && self.sign(at + 2, '.');
        let item = self.number(at + 3).filter(|_| named && !self.tokens[at + 3].spaced)?;
        let ends = self.tokens.get(at + 4).is_none_or(|token| token.word().is_none() && token.number().is_none());
        codes::item(item).filter(|_| ends)
    }

    fn says_level_4(&self) -> bool {
        (0..self.tokens.len()).any(|at| self.word(at) == Some("muc") && self.number(at + 1) == Some(4))
    }

    /// The indicator that the text names: `chỉ báo b`, `chỉ số b`.
    fn indicator(&self) -> Option<char> {
        let (letter, after) = (0..self.tokens.len()).find_map(|at| {
            let after = ["chi bao", "chi so", "noi ham", "cb", "mục", "muc", "diem", "khoan", "y"]
                .iter()
                .find_map(|phrase| self.stands(at, phrase))?;
            Some((self.letter(after)?, after + 1))
        })?;
        // "Chỉ báo a, b": more than one is none in particular.
        let joined = [',', '-', ';', '+', '&'].iter().any(|sign| self.sign(after, *sign)) || self.word(after) == Some("va");
        (!(joined && self.letter(after + 1).is_some())).then_some(letter)
    }

    /// `TC 3 (TC 1)`: one of them is a standard, and which is only sure where the rows above name it.
    fn is_two_in_one(&self, standard_in_force: Option<u8>) -> bool {
        let plain = |at: usize| {
            let whole = ['.', ','].iter().any(|sign| self.sign(at + 2, *sign)) && self.number(at + 3).is_some();
            self.number(at + 1).filter(|_| self.word(at) == Some("tc") && !whole)
        };
        (0..self.tokens.len()).any(|at| {
            let Some(first) = plain(at) else { return false };
            let (bracket, dash) = (self.sign(at + 2, '('), self.sign(at + 2, '-'));
            plain(at + 2 + usize::from(bracket || dash)).is_some_and(|second| {
                let range = dash && first < second;
                !range && first != second && standard_in_force.map(u64::from) != Some(second)
            })
        })
    }

    /// `Tiêu chí 3 (TCh 2)`, `TCh3.TC5`, `TCh 1 - TCí 8`: "TCh" beside another word for the criterion is the standard.
    fn beside_short_standard(&self) -> Option<CriterionPhrase> {
        let mut numbers = (0..self.tokens.len()).filter_map(|at| Some((at, self.number(at)?)));
        let (first, second, None) = (numbers.next()?, numbers.next()?, numbers.next()) else { return None };
        let led = |(at, _): (usize, u64)| at.checked_sub(1).and_then(|before| self.word(before));
        let is_criterion = |at: (usize, u64)| matches!(led(at), Some("chi" | "tc" | "tci" | "tchi"));
        match (led(first), led(second)) {
            (Some("tch"), _) if is_criterion(second) => numbered(first.1, second.1),
            (_, Some("tch")) if is_criterion(first) => numbered(second.1, first.1),
            _ => None,
        }
    }

    /// One letter that stands for itself: `b`, `(b)`.
    fn letter(&self, at: usize) -> Option<char> {
        let at = at + usize::from(self.sign(at, '(') || self.sign(at, '"') || self.sign(at, ':'));
        let letter = self.word(at).filter(|word| word.len() == 1)?.chars().next()?;
        ('a'..='e').contains(&letter).then_some(letter)
    }

    fn lead(&self, at: usize) -> Option<(usize, Lead)> {
        let criterion = [
            "tieu chi lien quan",
            "tieu chi co lien quan",
            "tc lien quan",
            "tc so",
            "tieu chi can cai tien",
            "tieu chi so",
            "tieu chi thu",
            "cac tieu chi",
            "tieu chi",
            "tieuchi",
            "tieu tri",
            "t chi",
            "tchi",
            "tch",
            "tc",
            "tieu chis",
        ]
        .iter()
        .find_map(|phrase| self.stands(at, phrase));
        if let Some(after) = criterion {
            return Some((after, Lead::Criterion));
        }
        // `Tiêu chuẩn 2.3`: a criterion by another name.
        let by_other_name = ["tieu chuan so", "tieu chuan", "tchuan", "t chuan"].iter().find_map(|phrase| self.stands(at, phrase));
        // "Tiêu chuẩn 1,2" may be two standards, "Tiêu chuẩn 1,10" is none.
        let two = |at: usize| {
            self.sign(at + 1, ',') && self.number(at + 2).is_some_and(|second| second <= MOST_STANDARDS && self.number(at) < Some(second))
        };
        if let Some(after) = by_other_name.filter(|after| self.is_whole(*after) && !two(*after)) {
            return Some((after, Lead::Criterion));
        }
        // `Chỉ báo 1.1a`: with its letter it can only be of a criterion.
        let of_indicator = ["chi bao", "chi so"].iter().find_map(|phrase| self.stands(at, phrase)).filter(|after| {
            let letter = after + 3 + usize::from(self.sign(after + 3, '.'));
            self.sign(after + 1, '.') && self.number(after + 2).is_some() && self.letter(letter).is_some() && !self.tokens[letter].spaced
        });
        if let Some(after) = of_indicator {
            return Some((after, Lead::Criterion));
        }
        // `T.chí 2.3`, `T/c 2.3`, `T.C 2.3`.
        let shortened = self.word(at) == Some("t")
            && (self.sign(at + 1, '.') || self.sign(at + 1, '/'))
            && matches!(self.word(at + 2), Some("chi" | "c"));
        if shortened {
            return Some((at + 3, Lead::Criterion));
        }
        ["khoan thu", "khoan so", "khoan"].iter().find_map(|phrase| self.stands(at, phrase)).map(|after| (after, Lead::Item))
    }
}
