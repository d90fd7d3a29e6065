//! Tokens of a cost, from the first to the last, in, the sums they name out, and how they stand to one another.

use super::super::token::Token;
use super::again::{counts, differs, falls, said_again, working};
use super::doubt::{SPENT, is_denied, is_difference, is_foreign};
use super::moved::{is_left, is_moved, is_moved_behind};
use super::number::{Number, unit_at};
use super::payers::sources;
use super::product;
use super::reader::Reader;
use super::sum::Sum;

/// Words that a paper's number follows. Folded.
const DOCUMENTS: &[&str] = &["qd", "nq", "cv", "tb", "ttr", "hd"];

/// How far the tokens are read, and what is known by then.
pub(super) struct Walk<'a> {
    reader: Reader<'a>,
    unit: i64,
    pub(super) sums: Vec<Sum>,
    /// Where the total stands among the sums.
    pub(super) total: Option<usize>,
    /// Where the clause begins, up to `;` or a line end: its first sum and its first token.
    clause: usize,
    clause_tokens: usize,
    /// The same behind a sum of this clause that was worked out: `20 x 1,5tr = 30tr, 5 x 600k = 3tr`.
    working: Option<(usize, usize)>,
    /// A `=` stood before, in this clause.
    worked: bool,
    /// A `=` stood before.
    pub(super) reckoned: bool,
    /// What stands before `=` comes to.
    worked_out: Option<i128>,
    /// What follows "trong đó" breaks down what stands before it, as a bracket does.
    broken_down: bool,
    /// "Đã chi 5 triệu" behind an amount, up to the next `;` or line end.
    spent: bool,
    depth: u32,
    apart: bool,
    range: bool,
    /// Words that no rule reads.
    pub(super) prose: bool,
    /// `x` between numbers.
    pub(super) product: bool,
    after_total: bool,
    /// "Mỗi lớp 2 triệu", "hằng năm 10 triệu": before the next sum.
    each: bool,
    /// `+` before the next sum.
    added: bool,
    /// "10% của 50 triệu"
    share: Option<Number>,
    pub(super) shares: usize,
    /// Of an amount nobody can say whether it adds to the others.
    pub(super) unclear: bool,
}

impl<'a> Walk<'a> {
    /// `None` where nobody can say what a number is of.
    pub(super) fn through(tokens: &'a [Token], unit: i64) -> Option<Self> {
        let mut walk = Walk {
            reader: Reader { tokens, at: 0 },
            unit,
            sums: Vec::new(),
            total: None,
            clause: 0,
            clause_tokens: 0,
            working: None,
            worked: false,
            reckoned: false,
            worked_out: None,
            broken_down: false,
            spent: false,
            depth: 0,
            apart: true,
            range: false,
            prose: false,
            product: false,
            after_total: false,
            each: false,
            added: false,
            share: None,
            shares: 0,
            unclear: false,
        };
        while let Some(token) = tokens.get(walk.reader.at) {
            if token.number().is_some() {
                walk.number(token)?;
            } else if walk.reader.is_each() {
                walk.each = true;
                walk.reader.at += 2;
            } else {
                walk.between(token)?;
            }
        }
        Some(walk)
    }

    /// What stands inside is part of what stands before it, or says it again.
    fn is_inside(&self) -> bool {
        self.depth > 0 || self.broken_down || self.spent
    }

    fn number(&mut self, token: &Token) -> Option<()> {
        let tokens = self.reader.tokens;
        let before = self.reader.at.checked_sub(1).map(|before| &tokens[before]);
        let first_of_line = token.first_of_line || before.is_some_and(|sign| sign.is_sign(';'));
        // `.5 triệu`: what stands before the mark was lost.
        let marked = before.is_some_and(|sign| sign.is_sign('.') || sign.is_sign(','));
        if marked && !token.spaced && self.sums.is_empty() && (self.reader.at == 1 || tokens[self.reader.at - 1].spaced) {
            return None;
        }
        // "1/2 của 50 triệu"
        if self.reader.sign(1, '/') && self.reader.word(3) == Some("cua") {
            return None;
        }
        if !self.each && (self.reader.is_date() || self.unit == 1 && self.reader.is_named(self.clause_tokens)) {
            self.prose = true;
            return Some(());
        }
        // `l5.000.000đ`, `5 GVx200.000`: a letter that may be a figure, or a sign.
        let is_figure = |word: &str| matches!(word, "l" | "i" | "o") || word.len() > 1 && word.ends_with('x');
        if !token.spaced && before.and_then(Token::word).is_some_and(is_figure) {
            return None;
        }
        let of_document = before.and_then(Token::word).is_some_and(|word| DOCUMENTS.contains(&word));
        let said = &tokens[..self.reader.at];
        let left = self.sums.is_empty() && is_left(said);
        let denied = is_denied(said) || is_difference(said) || is_moved(said) || left || is_foreign(before);
        let number = self.reader.number()?;
        // "QĐ 120.000 và 5 triệu": the number of a paper, or an amount it grants.
        if of_document && unit_at(&tokens[self.reader.at..], false).is_none() {
            if number.grouped {
                return None;
            }
            // "25 triệu theo QĐ 125/QĐ-UBND"
            if number.digits < 10_000 {
                self.prose = true;
                return Some(());
            }
        }
        if self.reader.sign(0, '%') && self.reader.word(1) == Some("cua") {
            (self.share, self.shares) = (Some(number), self.shares + 1);
            self.reader.at += 2;
        } else if !number.grouped && number.digits < 100 && self.reader.is_numbering(first_of_line) {
            self.reader.at += 1;
        } else {
            match self.reader.sum(number, self.unit, self.is_inside(), self.apart) {
                Some(sum) => {
                    let moved = is_moved_behind(&tokens[self.reader.at..]);
                    self.sum(Sum { doubtful: sum.doubtful || denied || moved, ..sum }, number);
                }
                // `10 máy tính`, `50%`: a count of something else.
                None => self.prose = true,
            }
        }
        Some(())
    }

    fn sum(&mut self, sum: Sum, number: Number) {
        // "300 em x 100.000đ = 30.000.000đ/năm": what one year comes to is what the year's work costs.
        let of_year = self.worked_out.is_some() && self.reader.is_behind_year();
        let by_piece = sum.by_piece && !of_year || std::mem::take(&mut self.each);
        let mut sum = Sum { apart: self.apart || self.range, added: std::mem::take(&mut self.added), by_piece, ..sum };
        let low = if std::mem::take(&mut self.range) { self.sums.pop() } else { None };
        sum.doubtful |= low.is_some_and(|low| falls(&low, &sum, number, self.unit));
        sum.doubtful |= self.worked_out.take().is_some_and(|worked_out| differs(worked_out, sum.value));
        if let Some(share) = self.share.take() {
            sum.value = sum.value * share.digits / (100 * 10_i128.pow(share.decimals));
        }
        if self.after_total || (low.is_some() && self.total == Some(self.sums.len())) {
            self.total = Some(self.sums.len());
        }
        self.sums.push(sum);
        (self.apart, self.after_total) = (false, false);
    }

    /// A sign or a word.
    fn between(&mut self, token: &Token) -> Option<()> {
        let tokens = self.reader.tokens;
        let sign = |wanted: char| token.is_sign(wanted);
        self.each &= token.word().is_some() || sign(':');
        self.added |= sign('+');
        if sign('(') && self.reader.is_bracketed_numbering() {
            self.reader.at += 3;
            return Some(());
        } else if sign('(') {
            if self.bracket() {
                return Some(());
            }
        } else if token.is_word("vat")
            && !self.reader.is_included()
            && !self.sums.is_empty()
            && tokens.iter().any(|token| token.is_sign('%'))
        {
            return None;
        // "5 triệu ± 10%": what may be added or taken away is no part of it; "± 10 triệu" is about ten.
        } else if self.may_vary(token) {
            return None;
        } else if sign(')') {
            self.depth = self.depth.saturating_sub(1);
        } else if (sign('-') || matches!(token.word(), Some("den" | "toi"))) && !token.first_of_line {
            self.range = self.is_range();
            self.apart |= !self.range;
        } else if sign('=') {
            self.equals();
        } else if sign('×')
            || sign('*') && !token.first_of_line && self.reader.peek(1).is_some_and(|next| !next.is_sign(')'))
            || token.is_word("x") && !self.is_name(token)
        {
            self.product = true;
        } else if [';', ',', '+', '\n', '&', ':', '.'].iter().any(|known| sign(*known)) || token.is_word("va") || token.is_word("cong") {
            self.part(token)?;
        }
        self.word(token);
        Some(())
    }

    /// "10 triệu do Công ty X tài trợ": a capital between words, where numbers do not stand on both sides.
    fn is_name(&self, token: &Token) -> bool {
        let (before, behind) = self.reader.tokens.split_at(self.reader.at);
        let counts = |tokens: &[Token]| tokens.iter().any(|token| token.number().is_some());
        let named = before.last().is_some_and(|last| last.word().is_some()) && behind.get(1).is_none_or(|next| next.number().is_none());
        token.capital && named && !(counts(before) && counts(&behind[1..]))
    }

    /// "± 10%", "+/- 5 triệu", "+- 5%" behind an amount.
    fn may_vary(&self, token: &Token) -> bool {
        let reader = &self.reader;
        let minus = 1 + usize::from(reader.sign(1, '/'));
        let plus_or_minus =
            token.is_sign('+') && reader.sign(minus, '-') && reader.peek(minus + 1).is_some_and(|next| next.number().is_some());
        !self.sums.is_empty() && (token.is_sign('±') || plus_or_minus)
    }

    /// Opens a bracket; whether all of it is read.
    fn bracket(&mut self) -> bool {
        let (tokens, at) = (self.reader.tokens, self.reader.at);
        self.depth += 1;
        let Some(last) = self.sums.last_mut().filter(|last| !last.bracketed && at > 0) else { return false };
        last.doubtful |= said_again(&tokens[at + 1..]).is_some_and(|again| again != last.value);
        // `350.000 (24 cái)`: of one, or of all?
        last.doubtful |= last.value < 1_000_000 && !last.by_piece && counts(&tokens[at + 1..]);
        // `60 triệu (5 máy x 12 triệu)`: how it was worked out.
        let Some((length, worked_out)) = working(&tokens[at..]).filter(|_| last.has_unit) else { return false };
        last.doubtful |= self.unit == 1 && worked_out.is_some_and(|worked_out| differs(worked_out, last.value));
        self.depth -= 1;
        self.reader.at += length;
        true
    }

    /// Whether "-" or "đến" leads from the last sum to the number behind it.
    fn is_range(&self) -> bool {
        self.reader.at > 0
            && self.sums.last().is_some_and(|sum| sum.bracketed == self.is_inside())
            && self.reader.peek(1).is_some_and(|next| next.number().is_some())
            && !self.reader.is_led_by_dash(&self.sums)
            // `2023: 5tr - 2024: 7tr`
            && !(self.reader.sign(2, ':') && self.reader.peek(1).is_some_and(|next| next.digits() == 4))
    }

    /// `300k/tháng x 9 tháng = 2.700.000đ`: what was multiplied is said in full.
    fn equals(&mut self) {
        if self.is_total_of_clauses() {
            (self.after_total, self.apart) = (true, true);
            return;
        }
        let (start, start_tokens) = self.working.filter(|_| self.product).unwrap_or((self.clause, self.clause_tokens));
        let clause = &self.reader.tokens[start_tokens..self.reader.at];
        // `1. 5 cái x 2 triệu = 10 triệu`
        let numbered = matches!(clause, [number, dot, next, ..]
            if number.first_of_line && number.number().is_some() && dot.is_sign('.') && next.spaced);
        let before = &clause[if numbered { 2 } else { 0 }..];
        self.worked_out = match (self.product, &self.sums[start..]) {
            _ if self.unit != 1 => None,
            (true, _) => product::amount(before, 1),
            (false, [one, others @ ..]) if !others.is_empty() && one.has_unit && others.iter().all(|sum| sum.has_unit) => {
                Some(self.sums[start..].iter().map(|sum| sum.value).sum())
            }
            _ => None,
        };
        self.sums.truncate(start);
        self.total = self.total.filter(|total| *total < start);
        (self.product, self.apart, self.prose, self.reckoned, self.worked) = (false, true, false, true, true);
    }

    /// `NS: 30tr; XHH: 3tr = 33tr`, and with the `=` on a line of its own: it says what all the clauses come to.
    fn is_total_of_clauses(&self) -> bool {
        let own = &self.sums[self.clause..];
        let alone = match own {
            [] => self.reader.tokens[self.clause_tokens..self.reader.at].iter().all(|token| token.word().is_none()),
            [one] => one.has_unit == self.sums[0].has_unit && !one.by_piece && !one.bracketed,
            _ => false,
        };
        self.clause > 0 && !self.product && !self.worked && alone
    }

    /// `;`, `,`, "và": what follows is a sum of its own.
    fn part(&mut self, token: &Token) -> Option<()> {
        self.apart = true;
        // "Ngân sách 10tr, đã cấp 6tr, phụ huynh 4tr"
        self.spent &= !(token.is_sign(',') && is_of_another_payer(self.reader.tokens, self.reader.at + 1));
        if token.is_sign(';') || token.is_sign('\n') {
            self.spent = false;
            // `2 x 100k; 3 x 50k = 150k`: the one is worked out and the other not.
            if self.product && self.reckoned {
                return None;
            }
            (self.clause, self.clause_tokens) = (self.sums.len(), self.reader.at + 1);
            (self.working, self.worked) = (None, false);
        } else if self.worked && !token.is_sign(':') {
            self.working = Some((self.sums.len(), self.reader.at + 1));
        }
        Some(())
    }

    fn word(&mut self, token: &Token) {
        let reader = &self.reader;
        let in_it = token.is_word("gom") || token.is_word("trong") && reader.word(1) == Some("do");
        self.broken_down |= !self.sums.is_empty() && in_it;
        let so_far = |words: &&str| words.split(' ').enumerate().all(|(ahead, word)| reader.word(ahead) == Some(word));
        let is_held_against = SPENT.iter().any(so_far) || reader.is_compared();
        if !self.sums.is_empty() && is_held_against && !is_of_another_payer(reader.tokens, reader.at) {
            (self.spent, self.apart) = (true, true);
            self.unclear |= reader.is_doubtful_rest();
        }
        // "Cộng: 30 triệu", and a line that begins so; "công" is what a work costs.
        let summed = token.written == "cộng" && (token.first_of_line || reader.sign(1, ':')) && !self.sums.is_empty();
        if token.is_word("tong") || summed || reader.is_product_title() {
            (self.after_total, self.apart) = (true, true);
        }
        let known = reader.is_filler();
        // `NS 50tr XHH 50tr`: each amount stands behind who pays it.
        self.apart |= !self.sums.is_empty() && reader.names_source(0) && Reader { tokens: reader.tokens, at: 0 }.names_source(0);
        self.prose |= token.word().is_some()
            && self.depth == 0
            && known.is_none()
            && !matches!(token.word(), Some("tong" | "cong" | "so" | "den" | "toi" | "x" | "dong" | "vnd" | "d"));
        self.reader.at += known.unwrap_or(1);
    }
}

/// "Ngân sách cấp 12 triệu, đã huy động XHH 5 triệu": whether what stands at `at` between commas is paid by somebody not named before.
fn is_of_another_payer(tokens: &[Token], at: usize) -> bool {
    let parts = |token: &Token| [',', ';', '\n', '('].iter().any(|sign| token.is_sign(*sign));
    let start = tokens[..at].iter().rposition(parts).map_or(0, |sign| sign + 1);
    let end = tokens[at..].iter().position(parts).map_or(tokens.len(), |length| at + length);
    let (before, own) = (sources(&tokens[..start]), sources(&tokens[start..end]));
    !before.is_empty() && !own.is_subset(&before)
}

impl Reader<'_> {
    /// "Kế hoạch 15 triệu, thực hiện 12 triệu", "cần 15tr, có 12tr": the second is held against the first, and does not come to it.
    fn is_compared(&self) -> bool {
        const COMPARED: &[&str] = &["thuc te", "thuc hien", "hien co", "co", "thieu", "con"];
        let behind = |words: &&str| {
            let length = words.split(' ').count();
            let stands = words.split(' ').enumerate().all(|(ahead, word)| self.word(ahead) == Some(word));
            let amount = length + usize::from(self.sign(length, ':'));
            stands && self.peek(amount).is_some_and(|next| next.number().is_some()) && !self.is_rest_for_a_work()
        };
        self.at > 0 && self.tokens[self.at - 1].word().is_none() && COMPARED.iter().any(behind)
    }

    /// "Mua máy 100 triệu, còn 20 triệu mua ghế": what stands behind an amount that is left. The words say what it goes into, or that
    /// it is not there yet.
    fn behind_rest(&self) -> Option<&Token> {
        let mut rest = Reader { tokens: self.tokens, at: self.at + 1 };
        let left = self.word(0) == Some("con") && rest.number().is_some();
        let unit = unit_at(self.tokens.get(rest.at..)?, false).map_or(0, |(_, length)| length);
        self.tokens.get(rest.at + unit).filter(|token| left && token.word().is_some())
    }

    fn is_rest_for_a_work(&self) -> bool {
        const DEEDS: &[&str] = &[
            "mua",
            "sửa",
            "sua",
            "làm",
            "lam",
            "sơn",
            "xây",
            "thay",
            "lắp",
            "lập",
            "thuê",
            "để",
            "chi",
            "trang",
            "bổ",
            "trồng",
            "lát",
            "in",
            "tổ",
            "thưởng",
            "bồi",
            "nâng",
            "cải",
            "kẻ",
            "đóng",
            "quét",
            "tập",
        ];
        self.behind_rest().is_some_and(|token| DEEDS.contains(&token.written.as_str()))
    }

    /// "Mua máy 100 triệu, còn 20 triệu dự phòng": what is left goes into something, and whether it is more nobody knows.
    fn is_doubtful_rest(&self) -> bool {
        const OPEN: &[&str] = &["chưa", "chua", "thiếu", "thieu", "nợ", "lại", "thừa", "dư", "tồn", "không", "chờ", "cho", "nua", "nữa"];
        let open = |token: &Token| OPEN.contains(&token.written.as_str()) || self.names_source(0);
        !self.is_rest_for_a_work() && self.behind_rest().is_some_and(|token| !open(token))
    }

    /// Whether `/năm` or `/năm học` was read last, and nothing else that it is a price of.
    fn is_behind_year(&self) -> bool {
        let school = usize::from(self.at > 1 && self.tokens[self.at - 1].is_word("hoc"));
        let year = self.at.checked_sub(1 + school).filter(|year| self.tokens[*year].is_word("nam"));
        let price = self.at.checked_sub(4 + school).is_some_and(|before| self.tokens[before].is_sign('/'));
        year.and_then(|year| year.checked_sub(1)).is_some_and(|sign| self.tokens[sign].is_sign('/')) && !price
    }

    /// "Đã bao gồm" VAT.
    fn is_included(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|before| self.tokens[before].word());
        matches!(before, Some("gom" | "co" | "ca")) && !self.tokens[..self.at].iter().any(|token| token.is_word("chua"))
    }

    /// `NS - 5tr, XHH - 3tr`: between the comma and the dash stands no amount that a range could begin with.
    fn is_led_by_dash(&self, sums: &[Sum]) -> bool {
        let parts = |token: &Token| [',', ';', '\n', '+'].iter().any(|sign| token.is_sign(*sign));
        let start = self.tokens[..self.at].iter().rposition(parts).map_or(0, |sign| sign + 1);
        sums.last().is_some_and(|last| last.at < start)
    }

    /// "Thành tiền", where an amount follows.
    pub(super) fn is_product_title(&self) -> bool {
        (self.word(0), self.word(1)) == (Some("thanh"), Some("tien"))
    }

    /// "Mỗi lớp", "hằng năm".
    fn is_each(&self) -> bool {
        match self.word(0) {
            // "Đơn giá: 5 triệu"
            Some("don") => self.word(1) == Some("gia"),
            // "Mới có 5 triệu" that lost its marks.
            Some("moi") => self.word(1).is_some_and(|word| !matches!(word, "co" | "chi" | "cap" | "duoc")),
            Some("hang") => matches!(self.word(1), Some("nam" | "thang" | "quy" | "tuan")),
            _ => false,
        }
    }
}
