//! The place behind "tiêu chí" in, the codes that stand there out: one, a list, a range.

use super::{CriterionPhrase, Lead, Reader, heading, numbered};
use crate::model::{Criterion, LevelBand};
use crate::phrase::token::Token;

impl Reader<'_> {
    /// Reads the codes that follow a lead, into `found`; answers where they end.
    pub(super) fn codes(
        &self,
        start: usize,
        lead: Lead,
        standard: Option<u8>,
        band: Option<LevelBand>,
        found: &mut Vec<CriterionPhrase>,
    ) -> usize {
        // `Tiêu chí (1.2)`
        let bracketed = lead == Lead::Criterion
            && (self.sign(start, '(') || self.sign(start, '"'))
            && self.number(start + 1).is_some()
            && (self.sign(start + 2, '.') || self.sign(start + 2, ','))
            && self.number(start + 3).is_some()
            && (self.sign(start + 4, ')') || self.sign(start + 4, '"'));
        let dash = bracketed || lead != Lead::Code && (self.sign(start, '-') || self.sign(start, '_'));
        let mut at = start + usize::from(dash || [':', '.', '\n'].iter().any(|sign| self.sign(start, *sign)));
        // `TC1-1.1`: the standard, and its criterion in full.
        if lead == Lead::Criterion && self.number(at).is_some() && self.number(at) == self.number(at + 2) {
            let joined = self.sign(at + 1, '-') || self.sign(at + 1, ':');
            at += if joined && self.is_whole(at + 2) { 2 } else { 0 };
        }
        let mut taken = false;
        let mut range = false;
        loop {
            let last = found.last().filter(|_| taken).cloned();
            let Some((phrase, next)) = self.code(at, lead, standard, band, last.as_ref()) else { return if taken { at } else { start } };
            if std::mem::take(&mut range) {
                fill(found, &phrase);
            }
            if !found.contains(&phrase) {
                found.push(phrase.clone());
            }
            taken = true;
            let last = phrase;
            // `1.1 1.2`, `(1.1) (1.2)`
            if let Some(beside) = self.code_beside(next) {
                at = beside;
                continue;
            }
            at = self.past_level(next);
            let joint = self.sign(at, ',')
                || self.sign(at, ';')
                || self.sign(at, '&')
                || self.sign(at, '+')
                || self.sign(at, '\n')
                || self.sign(at, '/')
                || matches!(self.word(at), Some("va" | "den"));
            if !joint && !self.sign(at, '-') {
                return at;
            }
            range = self.sign(at, '-') || self.word(at) == Some("den");
            let mut after = at + 1;
            after += usize::from(self.word(after) == Some("va"));
            if let Some((behind, again)) = self.lead(after) {
                if again != lead {
                    return at;
                }
                after = behind;
            }
            if self.code(after, lead, standard, band, Some(&last)).is_none() {
                // `7.30 - 10.30`: hours, or anything else of which one end is no code.
                let pair = self.number(after).is_some() && self.sign(after + 1, '.') && self.number(after + 2).is_some();
                if lead == Lead::Code && range && pair && found.len() == 1 {
                    found.clear();
                }
                return at;
            }
            at = after;
        }
    }

    /// Where the next code stands that nothing but space or brackets parts from what ends here.
    fn code_beside(&self, at: usize) -> Option<usize> {
        let signs = self.tokens[at.min(self.tokens.len())..].iter().take(2).take_while(|token| token.is_sign(')') || token.is_sign('('));
        let next = at + signs.count();
        let spaced = self.tokens.get(next).is_some_and(|token| token.spaced) || self.sign(next.checked_sub(1)?, '(') && next > at;
        let behind = self.tokens.get(next + 3);
        // "1.1 2.5 m2" counts something.
        let ends = behind.is_none_or(|token| token.word().map_or(!token.is_sign('%') && !token.is_sign('/'), |_| token.capital));
        (spaced && self.is_whole(next) && ends && !self.counts(next + 3)).then_some(next)
    }

    /// Past the level that is named of a code: `1.1 Mức 3; 1.2 (Mức 1, 2)`.
    fn past_level(&self, at: usize) -> usize {
        let start = at + usize::from(self.sign(at, '('));
        if self.word(start) != Some("muc") || self.number(start + 1).is_none() {
            return at;
        }
        let mut end = start + 2;
        while (self.sign(end, ',') || self.word(end) == Some("va")) && self.number(end + 1).is_some() && !self.is_whole(end + 1) {
            end += 2;
        }
        end + usize::from(start > at && self.sign(end, ')'))
    }

    /// Whether the number at the place goes on with the criteria of the standard of a whole code: `1.1, 2, 3`, `1.1; 3; 5`; "1.5, 30 em" does not.
    fn goes_on(&self, at: usize, lead: Lead, last: &CriterionPhrase) -> Option<u8> {
        let Some(Criterion::Numbered { standard, number: before }) = last.criterion else { return None };
        let rises = self.number(at).is_some_and(|number| number > u64::from(before) && number <= LONGEST_STANDARD);
        let behind = self.tokens.get(at + 1);
        let ends = behind.is_none_or(|token| match token.word() {
            Some(word) => matches!(word, "va" | "den" | "muc" | "cua" | "thuoc"),
            None => !token.is_sign('%') && !token.is_sign('/') && token.number().is_none(),
        });
        (rises && ends && (lead == Lead::Criterion || self.is_all_figures())).then_some(standard)
    }

    /// Whether nothing but what closes a text stands from here on: `Tiêu chí 1.1 a.`, `"Tiêu chí 1. 7"`.
    fn ends(&self, at: usize) -> bool {
        let closes = |token: &Token| ['.', ',', ';', ')', '"', '/'].iter().any(|sign| token.is_sign(*sign));
        self.tokens[at.min(self.tokens.len())..].iter().all(closes)
    }

    fn is_all_figures(&self) -> bool {
        self.tokens.iter().all(|token| token.word().is_none_or(|word| word == "va"))
    }

    /// Whether what stands behind a number says that it counts something, past other numbers of a range: `3,5 - 4,5 điểm`.
    fn counts(&self, at: usize) -> bool {
        let range =
            |token: &Token| token.number().is_some() || [',', '.', '-'].iter().any(|sign| token.is_sign(*sign)) || token.is_word("den");
        let behind = self.tokens[at.min(self.tokens.len())..].iter().take_while(|token| range(token)).count();
        let Some(token) = self.tokens.get(at + behind) else { return false };
        // `1.5 giáo viên/lớp`, `1,5 GV/lớp`
        let of_each =
            |at: usize| self.word(at) == Some("tren") && matches!(self.word(at + 1), Some("lop" | "nhom" | "giao" | "hoc" | "tre"));
        let named = (1..=2).find(|ahead| self.sign(at + behind + ahead, '/') || of_each(at + behind + ahead));
        let rate = named.is_some_and(|ahead| {
            let words = &self.tokens[at + behind..at + behind + ahead];
            let shortened = words[0].is_word("gv") || words[0].is_word("hs");
            words.iter().all(|word| word.word().is_some() && (!word.capital || shortened)) && self.word(at + behind + ahead + 1).is_some()
        });
        if rate {
            return true;
        }
        token.word().is_some_and(|word| MONEY.contains(&word) || UNITS.contains(&word) || (COUNTED.contains(&word) && !token.capital))
            || token.is_sign('%')
    }

    /// The article that a `Khoản` is said to stand in: `Khoản 1, Điều 22`, `Điều 22, khoản 1`.
    fn article(&self, at: usize) -> Option<u64> {
        let joined = |at: usize| usize::from(self.sign(at, ',') || self.sign(at, '-'));
        let after = at + 1 + joined(at + 1);
        let before = at.checked_sub(2).map(|end| end + 1 - joined(end));
        let named = |dieu: usize| self.number(dieu + 1).filter(|_| self.word(dieu) == Some("dieu"));
        named(after).or_else(|| before.and_then(|end| end.checked_sub(2)).and_then(named))
    }

    /// Whether the number at the place is one of three or more that rise between commas: `Tiêu chí 1,2,3` names no criterion 1.2.
    fn in_plain_list(&self, at: usize) -> bool {
        let glued = |at: usize| self.tokens.get(at).is_some_and(|token| !token.spaced);
        let next = |at: &usize| {
            Some(at + 2).filter(|next| self.sign(at + 1, ',') && glued(at + 1) && glued(*next) && self.number(*next).is_some())
        };
        let before = |at: &usize| at.checked_sub(2).filter(|before| self.number(*before).is_some() && next(before).is_some());
        let first = std::iter::successors(Some(at), before).last().unwrap_or(at);
        let numbers: Vec<u64> = std::iter::successors(Some(first), next).filter_map(|at| self.number(at)).collect();
        numbers.len() > 2 && numbers.windows(2).all(|two| two[0] < two[1])
    }

    /// One code at the place, and where it ends. In a list only whole codes and plain numbers of one criterion each.
    fn code(
        &self,
        at: usize,
        lead: Lead,
        standard: Option<u8>,
        band: Option<LevelBand>,
        last: Option<&CriterionPhrase>,
    ) -> Option<(CriterionPhrase, usize)> {
        let listed = last.is_some();
        // `Tiêu chí l.1`, `1.l`: a letter that looks like the figure.
        let like_one = |at: usize| lead == Lead::Criterion && self.word(at) == Some("l") && !listed;
        let first = match self.number(at) {
            Some(first) => first,
            None if like_one(at) && self.sign(at + 1, '.') => 1,
            // `Tiêu chí I.10`
            None if lead == Lead::Criterion && self.sign(at + 1, '.') => u64::from(heading::ordinal(self.tokens, at)?),
            None => return None,
        };
        let joints: &[char] = if lead == Lead::Criterion { &[',', '.', '·', '•', '_'] } else { &[',', '.'] };
        // `1.1,3,5`: behind a code with a point the comma parts one from the next.
        let pointed = listed && self.tokens[..at].iter().any(|token| token.is_sign('.') && !token.spaced);
        let listed_plain = pointed || self.in_plain_list(at);
        let joint = joints.iter().copied().find(|sign| self.sign(at + 1, *sign) && !(listed_plain && *sign == ','));
        let close =
            self.tokens.get(at + 2).is_some_and(|token| !token.spaced) && self.tokens.get(at + 1).is_some_and(|token| !token.spaced);
        // `Tiêu chí 1. 3:` is a slip, and so is `1. 3` that stands alone; `Tiêu chí 1, 3` is a list.
        let alone = self.ends(at + 3);
        let named = lead == Lead::Criterion && (alone || self.sign(at + 3, ':'));
        let slip = joint == Some('.') && !listed && (named || lead == Lead::Code && alone);
        let second = self.number(at + 2).or_else(|| (like_one(at + 2) && close).then_some(1));
        if let (Some(joint), Some(second)) = (joint, second)
            && (close || slip)
            && self.tokens[at + 2].digits() <= 2
        {
            // `1.1,3,5` and `1.1/1.2` are lists, `1.1.2023` and `1.5/10` are no codes.
            let listed_on = joint == '.'
                && self.is_all_figures()
                && (self.sign(at + 3, ',') && self.tokens.get(at + 4).is_some_and(|token| token.digits() <= 2)
                    || self.sign(at + 3, '/') && self.is_whole(at + 4));
            let longer = !listed_on
                && (self.sign(at + 3, '.') || self.sign(at + 3, ',') || self.sign(at + 3, '/'))
                && self.tokens.get(at + 4).is_some_and(|token| token.digits() > 0 && !token.spaced);
            if longer && lead == Lead::Code || self.sign(at + 3, '%') || lead == Lead::Item {
                return None;
            }
            // A number at the beginning of a cell is a code only where nothing says that it counts something.
            if lead == Lead::Code && (self.counts(at + 3) || self.tokens[at].written.starts_with('0')) {
                return None;
            }
            let mut phrase = numbered(first, second)?;
            let mut end = at + 3;
            let suffix = end + usize::from(self.sign(end, '.') || self.sign(end, '-'));
            // `1.1 (a, b)`: more than one is none in particular.
            let several = self.sign(suffix, '(') && !self.sign(suffix + 2, ')');
            if let Some(letter) = self.letter(suffix).filter(|_| !several)
                && (!self.tokens[suffix].spaced || self.sign(suffix, '(') || self.ends(suffix + 1) || self.sign(suffix + 1, ')'))
            {
                phrase.indicator = Some(letter);
                end = suffix + 1 + if self.sign(suffix, '(') { 1 + usize::from(self.sign(suffix + 2, ')')) } else { 0 };
            }
            return Some((phrase, end));
        }
        self.number(at)?;
        let divided = self.sign(at + 1, '/') && self.number(at + 2).is_some();
        let plain = !self.sign(at + 1, '%') && !divided && self.tokens[at].digits() <= 2;
        let in_level_4 = band == Some(LevelBand::Four);
        let of_last = last.filter(|_| plain).and_then(|last| self.goes_on(at, lead, last));
        if let Some(standard) = of_last {
            return numbered(u64::from(standard), first).map(|phrase| (phrase, at + 1));
        }
        // "Tiêu chí 1.5, 30 em"
        if listed && (self.counts(at + 1) || self.word(at + 1).is_some_and(|word| PIECES.contains(&word))) {
            return None;
        }
        match lead {
            Lead::Item if in_level_4 && plain && self.article(at).is_none_or(|article| article == 22) => {
                item(first).map(|phrase| (phrase, at + 1))
            }
            // The Mức 4 list stands in an article of the circular: `Khoản 1 Điều 22`.
            Lead::Item if plain && self.article(at) == Some(22) && band.is_none() => item(first).map(|phrase| (phrase, at + 1)),
            Lead::Criterion if in_level_4 && plain => item(first).map(|phrase| (phrase, at + 1)),
            Lead::Criterion if plain => {
                let phrase = numbered(u64::from(standard?), first)?;
                // `Tiêu chí 3b`
                let glued = self.letter(at + 1).filter(|_| !self.tokens[at + 1].spaced && self.word(at + 1).is_some());
                // `Tiêu chí 3.a`, `Tiêu chí 3 (a)`
                let marked = (self.sign(at + 1, '.') && !self.tokens.get(at + 2).is_some_and(|token| token.spaced)
                    || self.sign(at + 1, '(') && self.sign(at + 3, ')'))
                .then(|| self.letter(at + 2))
                .flatten();
                let end = at + 1 + usize::from(glued.is_some()) + if marked.is_some() { 2 } else { 0 };
                Some((CriterionPhrase { indicator: glued.or(marked), ..phrase }, end))
            }
            _ => None,
        }
    }
}

/// No standard has more criteria.
const LONGEST_STANDARD: u64 = 12;

/// Words that make a number at the beginning of a cell a count: `2.5 triệu`, `3,5 - 4,5 điểm`. With a capital they may begin a title: `1.10 Năm học …`.
const COUNTED: &[&str] =
    &["m", "gio", "tiet", "diem", "lan", "nam", "thang", "phan", "ngay", "tan", "met", "lit", "phut", "giay", "cm", "mm", "tuoi"];
/// What a number in a list may count instead of criteria.
const PIECES: &[&str] = &["em", "lop", "gv", "hs", "nguoi", "phong", "bo", "cai", "may"];
/// Never the beginning of a title.
const UNITS: &[&str] = &["km", "kg", "ha", "gb", "mb", "tb", "kw", "kwh", "ghz", "mhz"];
const MONEY: &[&str] = &["trieu", "tr", "trd", "ty", "ti", "nghin", "ngan", "k", "d", "dong", "vnd", "usd"];

pub(super) fn item(number: u64) -> Option<CriterionPhrase> {
    let item = u8::try_from(number).ok().filter(|item| (1..=20).contains(item))?;
    Some(CriterionPhrase { level4_item: Some(item), ..CriterionPhrase::default() })
}

/// Adds what lies between the last one found and `to`: `1.1 đến 1.4`.
fn fill(found: &mut Vec<CriterionPhrase>, to: &CriterionPhrase) {
    let between = match (found.last().and_then(|last| last.criterion), to.criterion) {
        (Some(Criterion::Numbered { standard, number }), Some(Criterion::Numbered { standard: other, number: last }))
            if standard == other =>
        {
            (number + 1..last).filter_map(|number| numbered(u64::from(standard), u64::from(number))).collect::<Vec<_>>()
        }
        _ => Vec::new(),
    };
    for phrase in between {
        if !found.contains(&phrase) {
            found.push(phrase);
        }
    }
}
