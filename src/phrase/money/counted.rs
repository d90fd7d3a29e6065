//! A number of a cost and what stands about it in, whether it counts something else out: the day, the entry of a list, a name.

use super::super::token::Token;
use super::number::unit_at;
use super::reader::Reader;

impl Reader<'_> {
    /// Whether the number is money whatever stands before it: `Quỹ lớp 500.000đ`.
    fn is_money(&self) -> bool {
        let mut reader = Reader { tokens: self.tokens, at: self.at };
        let Some(number) = reader.number() else { return false };
        let unit = unit_at(&self.tokens[reader.at..], false).map(|(unit, _)| unit);
        number.grouped && number.times(1) >= 1_000 || unit.is_some_and(|unit| unit > 1 || number.digits >= 100 && !number.like_year)
    }

    /// `1.` or `2)` at the beginning of a line, before words.
    pub(super) fn is_numbering(&self, first_of_line: bool) -> bool {
        first_of_line && (self.sign(0, '.') || self.sign(0, ')') || self.sign(0, '/')) && self.peek(1).is_some_and(|next| next.spaced)
    }

    /// `(1)` at the beginning of a line or behind `;`, before words.
    pub(super) fn is_bracketed_numbering(&self) -> bool {
        let begins = self.at == 0 || self.tokens[self.at].first_of_line || self.tokens[self.at - 1].is_sign(';');
        let number = self.peek(1).and_then(Token::number).is_some_and(|number| number < 20);
        begins && number && self.sign(2, ')') && self.word(3).is_some()
    }

    /// Skips `9/2023`, `năm 2024`, `ngày 5`, `tháng 9`: numbers that count no money.
    pub(super) fn is_date(&mut self) -> bool {
        let start = self.at;
        // `1/ 10 triệu` is the first entry of a list.
        if self.peek(0).is_some_and(|token| token.first_of_line) && self.sign(1, '/') && self.peek(2).is_some_and(|token| token.spaced) {
            return false;
        }
        while self.sign(1, '/') && self.peek(2).is_some_and(|token| token.number().is_some()) {
            self.at += 2;
        }
        let led = start > 0
            && matches!(
                self.tokens[start - 1].word(),
                Some(
                    "nam"
                        | "thang"
                        | "ngay"
                        | "tuan"
                        | "quy"
                        | "ky"
                        | "hk"
                        | "lan"
                        | "so"
                        | "dot"
                        | "lop"
                        | "khoi"
                        | "hoc"
                        | "doan"
                        | "gd"
                        | "nh"
                )
            );
        // `2023: 50 triệu; 2024: 100 triệu`
        let year =
            self.sign(1, ':') && self.peek(0).is_some_and(|token| token.digits() == 4 && matches!(token.number(), Some(1990..=2100)));
        let led = (led && !self.is_money()) || year;
        let paired = self.peek(0).is_some_and(|token| token.digits() == 4)
            && self.sign(1, '-')
            && self.peek(2).is_some_and(|token| token.digits() == 4)
            && led;
        if paired {
            self.at += 2;
        }
        if self.at > start || led {
            self.at += 1;
            return true;
        }
        false
    }

    /// Skips a number that is part of a name: `5A1`, `T9`, `Giai đoạn 1 100 triệu`, and all before a colon in `Khối 4, 5: 5 triệu`.
    pub(super) fn is_named(&mut self, clause: usize) -> bool {
        let Some(token) = self.peek(0).filter(|token| token.digits() <= 4) else { return false };
        let before = self.at.checked_sub(1).and_then(|before| self.tokens[before].word());
        let unit = unit_at(&self.tokens[self.at + 1..], false).is_some();
        let goes_on =
            ['.', ','].iter().any(|sign| self.sign(1, *sign)) && self.peek(2).is_some_and(|next| next.digits() == 3 && !next.spaced);
        let glued = !token.spaced && before.is_some_and(|word| !matches!(word, "x" | "d" | "vnd" | "tr" | "k"));
        let grouped = self.peek(1).is_some_and(|next| next.digits() == 3 && next.spaced);
        let stage = grouped && token.digits() <= 2 && matches!(before, Some("doan" | "dot" | "lan" | "ky" | "hk" | "gd"));
        let found = !unit && !goes_on && (glued || stage || self.is_in_title(clause));
        self.at += usize::from(found);
        found
    }

    /// Whether a colon ends the words that the number stands among, and money follows it.
    fn is_in_title(&self, clause: usize) -> bool {
        let led = self.tokens[clause..self.at]
            .iter()
            .find(|token| token.word().is_some() || token.number().is_some())
            .is_some_and(|first| first.word().is_some_and(|word| word != "x"));
        let ends = |token: &Token| [';', '\n', '=', '+', '('].iter().any(|sign| token.is_sign(*sign)) || token.is_word("x");
        let rest = &self.tokens[self.at..];
        let Some(colon) = rest.iter().take_while(|token| !ends(token)).position(|token| token.is_sign(':')).filter(|_| led) else {
            return false;
        };
        let money = |at: usize| self.tokens[at].number().is_some() && Reader { tokens: self.tokens, at }.is_money();
        let title = self.at..self.at + colon;
        let behind = self.at + colon + 1;
        !title.clone().any(money) && self.tokens.get(behind).is_some_and(|token| token.number().is_some()) && money(behind)
    }
}
