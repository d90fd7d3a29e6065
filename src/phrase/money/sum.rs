//! A number and what stands behind it in, one sum of money out: its unit, its smaller parts, whether it is a price by the piece.

use super::super::token::Token;
use super::doubt::{is_foreign, is_of_something_else, is_spent_on};
use super::number::{Number, unit_at};
use super::reader::Reader;
use super::words;

/// `5.000.000,00`; a number of đồng with more, `800.0000`, has a mark at the wrong place.
const MOST_DECIMALS: u32 = 2;

/// One sum of money, and how it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    pub(super) value: i128,
    /// Where its number stands among the tokens.
    pub(super) at: usize,
    pub(super) has_unit: bool,
    /// A price by the piece: `20.500đ/bữa`.
    pub(super) by_piece: bool,
    pub(super) bracketed: bool,
    /// Something stands between it and the sum before: a comma, a line end, "và".
    pub(super) apart: bool,
    /// A plus stands before it.
    pub(super) added: bool,
    /// A colon stands behind it: `8 triệu: NS 5 triệu, XHH 3 triệu`.
    pub(super) heads: bool,
    pub(super) doubtful: bool,
}

impl Reader<'_> {
    /// The sum that begins with the number; `None` where the number counts something else.
    pub(super) fn sum(&mut self, number: Number, unit: i64, bracketed: bool, apart: bool) -> Option<Sum> {
        let number = self.with_hundreds(number);
        let mut sum = Sum {
            value: 0,
            at: self.at.saturating_sub(1),
            has_unit: false,
            by_piece: false,
            bracketed,
            apart,
            added: false,
            heads: false,
            doubtful: false,
        };
        // `15.tr`
        let dotted =
            self.sign(0, '.') && self.peek(1).is_some_and(|token| !token.spaced) && unit_at(&self.tokens[self.at + 1..], false).is_some();
        self.at += usize::from(dotted);
        match unit_at(&self.tokens[self.at..], false) {
            Some((own, length)) => {
                self.at += length;
                sum.has_unit = true;
                let (number, own) = (number.of_unit(own), if number.is_in_full(own) { 1 } else { own });
                sum.doubtful = number.is_doubtful(own);
                // `9,5đ` are marks and no money.
                sum.doubtful |= own == 1 && (number.has_fraction() || number.decimals > MOST_DECIMALS);
                // "30k quyển" is a price.
                let price = self.tokens[self.at - length].is_word("k") && !is_foreign(self.peek(0));
                sum.doubtful |= !price && is_of_something_else(&self.tokens[self.at..], own);
                sum.value = number.times(own);
                sum.value += self.smaller_parts(own);
                // "2 triệu" and behind it words of more that no rule reads.
                sum.doubtful |= own > 1 && words::goes_on(&self.tokens[self.at..]);
            }
            None => {
                let follows = self.peek(0);
                let counts = self.sign(0, '%')
                    || is_foreign(follows)
                    || follows.is_some_and(|token| {
                        token.word().is_some_and(|word| !matches!(word, "x" | "va" | "den" | "toi" | "tu")) && !token.first_of_line
                    }) && (self.is_filler().is_none()
                        || unit == 1 && number.digits < 1_000 && matches!(self.word(0), Some("hoc" | "phu" | "cha" | "cmhs" | "phhs")));
                // `Ngân sách 2023`
                // "5.000.000 mua sách" is money, "5.000.000 viên gạch" is not.
                let spent = counts && !self.sign(0, '%') && is_spent_on(number, &self.tokens[self.at..]);
                let counts = counts && !spent;
                let year = unit == 1 && number.like_year && self.at > 1 && self.tokens[self.at - 2].word().is_some_and(|word| word != "x");
                if counts || year {
                    return None;
                }
                sum.value = number.times(unit);
                // `2.000.000` among words is money all the same.
                sum.has_unit = unit == 1 && (spent || number.grouped && number.decimals == 0 && sum.value >= 100_000) || sum.value == 0;
                let lost = unit == 1 && number.decimals > MOST_DECIMALS;
                let ranged = self.sign(0, '-') || matches!(self.word(0), Some("den" | "toi"));
                let small = unit == 1 && number.digits != 0 && sum.value < 1000;
                sum.doubtful = lost
                    || spent && unit != 1
                    || !ranged
                        && (small
                        // `1.500,5`: of what, if not of thousands?
                        || (unit == 1 && number.has_fraction() && sum.value < 100_000)
                        || (number.like_year && (unit == 1 || self.tokens.len() > 1))
                        || (unit > 1000 && number.ambiguous.is_some()));
            }
        }
        sum.heads = self.sign(0, ':');
        // "Đã có 12 triệu/20 triệu"
        let of_another = self.sign(0, '/') && self.peek(1).is_some_and(|next| next.number().is_some());
        sum.doubtful |= of_another && unit_at(&self.tokens[self.at + 2..], false).is_some();
        // `24 triệu/20 bộ`: what several cost together is no price of one.
        let together = self.sign(0, '/')
            && self.peek(1).is_some_and(|count| count.number().is_some_and(|count| count > 1) && count.digits() <= 3)
            && self.word(2).is_some_and(|word| !matches!(word, "x" | "nguoi" | "em" | "hs"))
            && !self.sign(3, '/')
            && sum.has_unit;
        if together {
            self.at += 2;
            // "20 bộ bàn ghế"
            while self.peek(0).is_some_and(|token| token.word().is_some_and(|word| !matches!(word, "x" | "va"))) {
                self.at += 1;
            }
            return Some(sum);
        }
        // `8.000.000đ/-` has nothing behind it.
        let of_one = |next: &Token| next.word().is_some() || next.number().is_some() || next.is_sign('(');
        sum.by_piece = (self.sign(0, '/') && self.peek(1).is_some_and(of_one) && !self.names_source(1))
            || self.is_price_behind_bracket()
            || self.word(0) == Some("moi")
            || (matches!(self.word(0), Some("cho" | "tren")) && self.word(1) == Some("moi"))
            || (matches!(self.word(0), Some("hang" | "tren"))
                && matches!(self.word(1), Some("nam" | "thang" | "quy" | "tuan" | "ky" | "hoc")))
            || (self.word(0) == Some("mot") && self.word(1).is_some())
            || self.is_of_one();
        if sum.by_piece {
            // The rest of `20.500đ/bữa/học sinh` counts nothing.
            while self.sign(0, '/') {
                self.at += 1;
                while self
                    .peek(0)
                    .is_some_and(|token| token.word().is_some_and(|word| word != "x") || (token.number().is_some() && token.digits() < 3))
                {
                    self.at += 1;
                }
            }
        }
        Some(sum)
    }

    /// `10.000.000đ (Mười triệu đồng)/lớp`: what one costs, with its words between.
    fn is_price_behind_bracket(&self) -> bool {
        let inside = self.tokens[self.at.min(self.tokens.len())..].iter().take_while(|token| token.is_sign('(') || token.word().is_some());
        let end = inside.count();
        self.sign(0, '(') && self.sign(end, ')') && self.sign(end + 1, '/') && self.word(end + 2).is_some() && !self.names_source(end + 2)
    }

    /// `15k 1 suất`: so a price is said; what was bought is "01 bộ".
    fn is_of_one(&self) -> bool {
        self.peek(0).is_some_and(|one| one.written == "1" && one.spaced && !one.first_of_line)
            && self.word(1).is_some_and(|word| word != "x")
            && unit_at(&self.tokens[self.at + 1..], false).is_none()
    }

    /// `1 trăm 20 triệu`: the number with its hundreds.
    fn with_hundreds(&mut self, number: Number) -> Number {
        let tens = self.peek(1).filter(|token| token.digits() <= 2).and_then(Token::number);
        match tens.filter(|_| self.word(0) == Some("tram") && !number.grouped && number.digits < 10) {
            Some(tens) if unit_at(&self.tokens[self.at + 2..], false).is_some() => {
                self.at += 2;
                Number { digits: number.digits * 100 + i128::from(tens), ..number }
            }
            _ => number,
        }
    }

    /// `1 tỷ 500 triệu`, `1tr5`, `2 triệu rưỡi`.
    pub(super) fn smaller_parts(&mut self, unit: i64) -> i128 {
        if unit < 1000 {
            return 0;
        }
        if self.word(0) == Some("ruoi") {
            self.at += 1;
            let currency = matches!(self.word(0), Some("dong" | "d" | "vnd"));
            self.at += usize::from(currency);
            return i128::from(unit) / 2;
        }
        let Some(digits) = self.peek(0).filter(|token| token.number().is_some()) else { return self.spoken_part(unit) };
        if !digits.spaced {
            let (value, length) = (i128::from(digits.number().unwrap_or(0)), digits.written.len());
            if length <= 3 && unit_at(&self.tokens[self.at + 1..], false).is_none_or(|(own, _)| own == 1) {
                let currency = unit_at(&self.tokens[self.at + 1..], false).map_or(0, |(_, length)| length);
                self.at += 1 + currency;
                return value * i128::from(unit) / 10_i128.pow(u32::try_from(length).unwrap_or(3));
            }
        }
        if let Some(part) = self.said_part(unit) {
            return part;
        }
        let start = self.at;
        let Some(number) = self.number() else {
            self.at = start;
            return 0;
        };
        match unit_at(&self.tokens[self.at..], false) {
            Some((own, length)) if own < unit => {
                self.at += length;
                number.times(own) + self.smaller_parts(own)
            }
            _ => {
                self.at = start;
                0
            }
        }
    }

    /// `2 triệu tư`, `1 tỷ hai`, `1 triệu mốt` at the end of what is said: tenths.
    fn spoken_part(&mut self, unit: i64) -> i128 {
        if let Some((part, length)) = words::part(&self.tokens[self.at..], unit) {
            self.at += length;
            return part;
        }
        let tenths = match self.peek(0).map_or("", |token| token.written.as_str()) {
            "mốt" | "một" | "mot" => 1,
            "hai" => 2,
            "ba" => 3,
            "tư" | "bốn" | "bon" => 4,
            "lăm" => 5,
            "sáu" => 6,
            "bảy" => 7,
            "tám" => 8,
            "chín" => 9,
            _ => return 0,
        };
        let ends = self.peek(1).is_none_or(|next| [';', ')', '\n', '(', '.', ','].iter().any(|sign| next.is_sign(*sign)));
        if unit < 1_000_000 || !ends {
            return 0;
        }
        self.at += 1;
        i128::from(unit) * tenths / 10
    }

    /// `2 triệu 500`, `1 tỷ 2`, `3 triệu 5 trăm`, as they are said; of two figures, `2 triệu 50`, nobody knows.
    fn said_part(&mut self, unit: i64) -> Option<i128> {
        let digits = self.peek(0)?;
        let (value, length) = (i128::from(digits.number()?), digits.written.len());
        let hundreds = self.word(1) == Some("tram") && length == 1;
        let after = 1 + usize::from(hundreds);
        let currency = unit_at(&self.tokens[self.at + after..], false).filter(|(own, _)| *own == 1).map_or(0, |(_, length)| length);
        let ends = self.peek(after + currency).is_none_or(|next| [';', ')', '\n', '('].iter().any(|sign| next.is_sign(*sign)));
        let part = match length {
            1 if hundreds => value * i128::from(unit) / 10,
            1 | 3 if !digits.written.starts_with('0') => value * i128::from(unit) / 10_i128.pow(u32::try_from(length).ok()?),
            _ => return None,
        };
        if !ends || unit < 1_000_000 {
            return None;
        }
        self.at += after + currency;
        Some(part)
    }
}
