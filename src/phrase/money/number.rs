//! Digits in, a number out: its thousands, its fraction, the unit of money behind it.

use super::super::token::Token;
use super::reader::Reader;

/// A number as it is written: `12,5` is 125 in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) digits: i128,
    pub(super) decimals: u32,
    /// One mark and three digits: thousands in `1.500đ`, a fraction in a table of millions.
    pub(super) ambiguous: Option<char>,
    /// Written with marks between the thousands.
    pub(super) grouped: bool,
    /// As many digits as a year has.
    pub(super) like_year: bool,
}

impl Reader<'_> {
    /// A number with its thousands and its fraction. `None` for one that no rule of writing allows, such as `1.50.000`.
    pub(super) fn number(&mut self) -> Option<Number> {
        let mut groups = vec![self.peek(0)?.written.clone()];
        let mut marks = Vec::new();
        self.at += 1;
        loop {
            let mark = [('.', "."), (',', ",")].into_iter().find(|(sign, _)| self.sign(0, *sign)).map(|(sign, _)| sign);
            let close = |ahead: usize| self.peek(ahead).filter(|token| token.number().is_some() && !token.spaced);
            // `15. 000. 000`, `15 .000.000`, `15 . 000 . 000`: no amount begins with three noughts, and none with its mark. `1. 500.000` may be a list.
            let loose = mark == Some('.') && groups[0].len() <= 3 && self.peek(1).is_some_and(|token| token.digits() == 3);
            if loose {
                let (before, after) = (self.peek(0).is_some_and(|token| token.spaced), self.peek(1).is_some_and(|token| token.spaced));
                let noughts = self.peek(1).is_some_and(|token| token.written.starts_with('0'));
                if if before { noughts || !after } else { noughts && after } {
                    groups.extend(self.peek(1).map(|token| token.written.clone()));
                    marks.push('.');
                    self.at += 2;
                    continue;
                }
                if after && groups.len() == 1 {
                    return None;
                }
            }
            match mark {
                Some(mark) if !self.peek(0).is_some_and(|token| token.spaced) => match close(1) {
                    Some(digits) => {
                        groups.push(digits.written.clone());
                        marks.push(mark);
                        self.at += 2;
                    }
                    None => break,
                },
                _ => {
                    let thousands = self.peek(0).filter(|token| token.digits() == 3 && token.spaced && !token.first_of_line);
                    match thousands {
                        // `12.500 000`: one of the marks was left out.
                        Some(digits)
                            if groups[0].len() <= 3
                                && (marks.iter().all(|mark| *mark == ' ')
                                    || (marks.iter().all(|mark| matches!(mark, '.' | ' '))
                                        && groups[1..].iter().all(|group| group.len() == 3)
                                        && digits.written == "000")) =>
                        {
                            groups.push(digits.written.clone());
                            marks.push(' ');
                            self.at += 1;
                        }
                        _ => break,
                    }
                }
            }
        }
        let thousands = |groups: &[String]| groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
        let last = marks.last().copied();
        let uniform = marks.iter().all(|mark| Some(*mark) == last);
        let (decimals, ambiguous) = if marks.is_empty() || (uniform && marks.len() > 1 && thousands(&groups)) || last == Some(' ') {
            (0, None)
        } else if marks.len() == 1 && thousands(&groups) && groups[0] != "0" {
            (0, last)
        } else if marks.len() == 1
            || (marks[..marks.len() - 1].iter().all(|mark| *mark == marks[0] && Some(*mark) != last)
                && thousands(&groups[..groups.len() - 1]))
        {
            (groups.last()?.len(), None)
        } else {
            return None;
        };
        // `7000.000`: a mark was left out, or it is a fraction.
        if marks.len() == 1 && groups[0].len() > 3 && decimals == 3 {
            return None;
        }
        // `1.000,000`: thousands by both marks, or a thousand with a fraction.
        if marks.len() > 1 && !uniform && decimals == 3 {
            return None;
        }
        // `000.000` is what is left of a number with a slip in it.
        if groups.len() > 1 && groups[0].len() > 1 && groups[0].starts_with('0') {
            return None;
        }
        let digits = groups.concat();
        // `000`: what stood before it was lost.
        if groups.len() == 1 && digits.len() > 2 && digits.bytes().all(|digit| digit == b'0') {
            return None;
        }
        // `0912345678` is a telephone.
        if groups.len() == 1 && digits.len() > 8 && digits.starts_with('0') {
            return None;
        }
        let like_year = groups.len() == 1 && digits.len() == 4 && ("1990".."2101").contains(&digits.as_str());
        if digits.len() > 18 || decimals > 6 {
            return None;
        }
        Some(Number {
            digits: digits.parse().ok()?,
            decimals: u32::try_from(decimals).ok()?,
            ambiguous,
            grouped: groups.len() > 1,
            like_year,
        })
    }
}

impl Number {
    /// `15.000.000 triệu đồng`, `15.000.000 nghìn`: whoever writes so many units has written the amount in full, and its unit again.
    pub(super) fn is_in_full(self, unit: i64) -> bool {
        let least = match unit {
            ..1_000 => return false,
            1_000 => 10_000_000,
            _ => 100_000,
        };
        self.decimals == 0 && self.digits >= least
    }

    /// The number as its unit has it: `12,345 tỷ` has a fraction, for no school plans for twelve thousand billions.
    pub(super) fn of_unit(self, unit: i64) -> Self {
        match self.ambiguous {
            Some(',') if unit >= 1_000_000_000 => Number { decimals: 3, ambiguous: None, ..self },
            _ => self,
        }
    }

    /// Whether the mark in it may be one of thousands or of a fraction: `1,500 triệu`, `1.500 tỷ`.
    pub(super) fn is_doubtful(self, unit: i64) -> bool {
        match self.ambiguous {
            Some('.') => unit >= 1_000_000_000,
            Some(_) => unit >= 1_000_000,
            None => false,
        }
    }

    pub(super) fn has_fraction(self) -> bool {
        self.digits % 10_i128.pow(self.decimals) != 0
    }

    pub(super) fn times(self, unit: i64) -> i128 {
        self.digits * i128::from(unit) / 10_i128.pow(self.decimals)
    }
}

/// Whether some number among the tokens, with what stands behind it, is such a one.
pub(super) fn any_number(tokens: &[Token], is_such: impl Fn(&Number, &[Token]) -> bool) -> bool {
    let mut reader = Reader { tokens, at: 0 };
    while let Some(token) = tokens.get(reader.at) {
        let number = if token.number().is_some() { reader.number() } else { None };
        match number {
            Some(number) if is_such(&number, &tokens[reader.at..]) => return true,
            Some(_) => {}
            None => reader.at += 1,
        }
    }
    false
}

/// The unit of money at the beginning of the tokens, in đồng, and how many tokens it takes: `triệu đồng`, `tr.đ`, `k`; `1.000đ` where a unit may have a count.
pub(super) fn unit_at(tokens: &[Token], counted: bool) -> Option<(i64, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let sign = |at: usize, sign: char| tokens.get(at).is_some_and(|token| token.is_sign(sign));
    if counted && tokens.first().is_some_and(|token| token.number().is_some()) {
        // "Kinh phí (10 triệu đồng)" is an amount, and no unit.
        const COUNTED: &[i64] = &[1, 1_000, 1_000_000, 1_000_000_000];
        let mut reader = Reader { tokens, at: 0 };
        let number = reader.number().filter(|number| number.decimals == 0)?;
        let (unit, length) = unit_at(&tokens[reader.at..], false)?;
        let value = i64::try_from(number.times(unit)).ok().filter(|value| COUNTED.contains(value))?;
        return Some((value, reader.at + length));
    }
    if sign(0, '(') {
        let (unit, length) = unit_at(&tokens[1..], false)?;
        return sign(length + 1, ')').then_some((unit, length + 2));
    }
    // "7 trăm triệu", "7 chục triệu"
    let times = match word(0).filter(|_| word(1).is_some()) {
        Some("tram") => 100,
        Some("chuc") => 10,
        _ => 1,
    };
    let mut at = usize::from(times > 1);
    let (unit, whole) = match word(at) {
        // "5 đ/c" are comrades.
        Some("d") if sign(at + 1, '/') && word(at + 2) == Some("c") => return None,
        // "10 đồng phục", "5 đồng chí" are no money.
        Some("dong") if matches!(word(at + 1), Some("phuc" | "chi" | "bo" | "nghiep" | "ho" | "dien" | "hanh")) => return None,
        Some("d" | "dong" | "vnd" | "vnđ") => (1, true),
        Some("vn") if matches!(word(at + 1), Some("dong" | "d")) => (1, true),
        Some("viet") if word(at + 1) == Some("nam") && word(at + 2) == Some("dong") => return Some((1, at + 3)),
        _ if sign(at, '₫') => (1, true),
        // "7 triệu ngân sách"
        Some("ngan") if matches!(word(at + 1), Some("sach" | "hang" | "quy")) => return None,
        Some("nghin" | "ngan" | "ngh" | "k" | "ngin" | "nghn" | "nhgin") => (1_000, false),
        Some("ngd" | "nghd" | "ngdong") => (1_000, true),
        // "5 ng" may be people.
        Some("ng") if matches!(word(at + 1), Some("d" | "dong")) || sign(at + 1, '.') && word(at + 2) == Some("d") => (1_000, false),
        Some("trieu" | "tr" | "treu" | "triu" | "tireu" | "trieuu") => (1_000_000, false),
        Some("trd" | "trdong" | "trieudong") => (1_000_000, true),
        // "5 ti vi"
        Some("ti") if matches!(word(at + 1), Some("vi")) => return None,
        Some("ty" | "ti") => (1_000_000_000, false),
        _ => return None,
    };
    at += if word(at) == Some("vn") { 2 } else { 1 };
    if times > 1 && unit == 1 {
        return None;
    }
    if !whole {
        let dot = usize::from(sign(at, '.'));
        if matches!(word(at + dot), Some("dong" | "d" | "vnd")) || sign(at + dot, '₫') {
            at += dot + 1;
        }
    }
    Some((unit * times, at))
}
