//! Tokens of a cost in, the amount out: numbers with their grouping, units, ranges, sums, prices by the piece.

use super::super::token::Token;
use super::again::{counts, differs, falls, said_again, working};
use super::label::{self, Label};
use super::number::{Number, unit_at};
use super::own;
use super::product;
use super::reader::Reader;
use super::sources;
use super::sum::Sum;

/// What the numbers of a text say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Amount(i64),
    UnitPrice,
    /// There are numbers, and nobody can say what they come to.
    Unclear,
    Nothing,
}

/// No school plans for more; a number above it was typed wrong.
const MOST: i128 = 1_000_000_000_000_000;

/// Words that a paper's number follows. Folded.
const DOCUMENTS: &[&str] = &["qd", "nq", "cv", "tb", "ttr", "hd"];

/// Lead in what has become of an amount named before: "12 triệu, đã chi 5 triệu". Folded.
pub(super) const SPENT: &[&str] = &[
    "giai ngan",
    "con no",
    "da chi",
    "da thanh toan",
    "da giai ngan",
    "da tam ung",
    "tam ung",
    "da su dung",
    "da thuc hien",
    "thuc chi",
    "da cap",
    "da nhan",
    "con thieu",
    "moi co",
    "moi chi",
    "moi cap",
    "mới co",
    "mới chi",
    "mới cap",
    "da co",
    "da huy dong",
    "da van dong",
    "da quyet toan",
    "quyet toan",
];

/// What the amounts of the text come to; `unit` is what a bare number counts.
pub(super) fn read(tokens: &[Token], unit: i64) -> Found {
    let tokens = own::part(tokens).unwrap_or(tokens);
    let mut reader = Reader { tokens, at: 0 };
    let mut sums: Vec<Sum> = Vec::new();
    // Where the total stands among the sums.
    let mut total: Option<usize> = None;
    // Where the clause begins, up to `;` or a line end: its first sum and its first token.
    let (mut clause, mut clause_tokens, mut reckoned) = (0, 0, false);
    // What stands before `=` comes to.
    let mut worked_out: Option<i128> = None;
    // What follows "trong đó" breaks down what stands before it, as a bracket does.
    let mut broken_down = false;
    let (mut depth, mut apart, mut range, mut prose, mut product, mut after_total) = (0_u32, true, false, false, false, false);
    // "Mỗi lớp 2 triệu", "hằng năm 10 triệu"; `+` before the next sum.
    let (mut each, mut added) = (false, false);
    // "Đã chi 5 triệu" behind an amount, up to the next `;` or line end.
    let mut spent = false;
    // "10% của 50 triệu"
    let mut share: Option<Number> = None;
    let mut shares = 0;
    while let Some(token) = tokens.get(reader.at) {
        if token.number().is_some() {
            let first_of_line = token.first_of_line || reader.at > 0 && tokens[reader.at - 1].is_sign(';');
            // `.5 triệu`: what stands before the mark was lost.
            let marked = reader.at.checked_sub(1).map(|before| &tokens[before]).is_some_and(|sign| sign.is_sign('.') || sign.is_sign(','));
            if marked && !token.spaced && sums.is_empty() && (reader.at == 1 || tokens[reader.at - 1].spaced) {
                return Found::Unclear;
            }
            if !each && (reader.is_date() || unit == 1 && reader.is_named(clause_tokens)) {
                prose = true;
                continue;
            }
            // `l5.000.000đ`, `5 GVx200.000`: a letter that may be a figure, or a sign.
            if !token.spaced
                && reader.at > 0
                && tokens[reader.at - 1].word().is_some_and(|word| matches!(word, "l" | "i" | "o") || word.len() > 1 && word.ends_with('x'))
            {
                return Found::Unclear;
            }
            let of_document =
                reader.at.checked_sub(1).and_then(|before| tokens[before].word()).is_some_and(|word| DOCUMENTS.contains(&word));
            let Some(number) = reader.number() else { return Found::Unclear };
            // "QĐ 120.000 và 5 triệu": the number of a paper, or an amount it grants.
            if of_document && number.grouped && unit_at(&tokens[reader.at..], false).is_none() {
                return Found::Unclear;
            }
            if reader.sign(0, '%') && reader.word(1) == Some("cua") {
                (share, shares) = (Some(number), shares + 1);
                reader.at += 2;
                continue;
            }
            if !number.grouped && number.digits < 100 && reader.is_numbering(first_of_line) {
                reader.at += 1;
                continue;
            }
            let found = reader.sum(number, unit, depth > 0 || broken_down || spent, apart);
            match found {
                Some(sum) => {
                    let by_piece = sum.by_piece || std::mem::take(&mut each);
                    let mut sum = Sum { apart: apart || range, added: std::mem::take(&mut added), by_piece, ..sum };
                    let low = if std::mem::take(&mut range) { sums.pop() } else { None };
                    sum.doubtful |= low.is_some_and(|low| falls(&low, &sum, number, unit));
                    sum.doubtful |= worked_out.take().is_some_and(|worked_out| differs(worked_out, sum.value));
                    if let Some(share) = share.take() {
                        sum.value = sum.value * share.digits / (100 * 10_i128.pow(share.decimals));
                    }
                    if after_total || (low.is_some() && total == Some(sums.len())) {
                        total = Some(sums.len());
                    }
                    sums.push(sum);
                    (apart, after_total) = (false, false);
                }
                // `10 máy tính`, `50%`: a count of something else.
                None => prose = true,
            }
            continue;
        }
        let sign = |wanted: char| token.is_sign(wanted);
        if reader.is_each() {
            each = true;
            reader.at += 2;
            continue;
        }
        each &= token.word().is_some() || sign(':');
        added |= sign('+');
        if sign('(') {
            depth += 1;
            if let Some(last) = sums.last_mut().filter(|last| !last.bracketed && reader.at > 0) {
                last.doubtful |= said_again(&tokens[reader.at + 1..]).is_some_and(|again| again != last.value);
                // `350.000 (24 cái)`: of one, or of all?
                last.doubtful |= last.value < 1_000_000 && counts(&tokens[reader.at + 1..]);
                // `60 triệu (5 máy x 12 triệu)`: how it was worked out.
                if let Some((length, worked_out)) = working(&tokens[reader.at..]).filter(|_| last.has_unit) {
                    last.doubtful |= unit == 1 && worked_out.is_some_and(|worked_out| differs(worked_out, last.value));
                    depth -= 1;
                    reader.at += length;
                    continue;
                }
            }
        } else if token.is_word("vat") && !sums.is_empty() && tokens[reader.at..].iter().any(|token| token.is_sign('%')) {
            return Found::Unclear;
        } else if sign(')') {
            depth = depth.saturating_sub(1);
        } else if (sign('-') || matches!(token.word(), Some("den" | "toi"))) && !token.first_of_line {
            range = reader.at > 0
                && sums.last().is_some_and(|sum| sum.bracketed == (depth > 0 || broken_down || spent))
                && tokens.get(reader.at + 1).is_some_and(|next| next.number().is_some())
                && !reader.is_led_by_dash(&sums)
                // `2023: 5tr - 2024: 7tr`
                && !(reader.sign(2, ':') && reader.peek(1).is_some_and(|next| next.digits() == 4));
            apart |= !range;
        } else if sign('=') {
            // `300k/tháng x 9 tháng = 2.700.000đ`: what was multiplied is said in full.
            let before = &tokens[clause_tokens..reader.at];
            worked_out = match (product, &sums[clause..]) {
                _ if unit != 1 => None,
                (true, _) => product::amount(before, 1),
                (false, [one, others @ ..]) if !others.is_empty() && one.has_unit && others.iter().all(|sum| sum.has_unit) => {
                    Some(sums[clause..].iter().map(|sum| sum.value).sum())
                }
                _ => None,
            };
            sums.truncate(clause);
            total = total.filter(|total| *total < clause);
            (product, apart, prose, reckoned) = (false, true, false, true);
        } else if sign('×')
            || sign('*') && !token.first_of_line && reader.peek(1).is_some_and(|next| !next.is_sign(')'))
            || token.is_word("x")
        {
            product = true;
        } else if [';', ',', '+', '\n', '&', ':', '.'].iter().any(|known| sign(*known)) || token.is_word("va") || token.is_word("cong") {
            apart = true;
            // "Ngân sách 10tr, đã cấp 6tr, phụ huynh 4tr"
            spent &= !(sign(',') && is_of_another_payer(tokens, reader.at + 1));
            if sign(';') || sign('\n') {
                spent = false;
                // `2 x 100k; 3 x 50k = 150k`: the one is worked out and the other not.
                if product && reckoned {
                    return Found::Unclear;
                }
                (clause, clause_tokens) = (sums.len(), reader.at + 1);
            }
        }
        broken_down |= !sums.is_empty() && (token.is_word("gom") || (token.is_word("trong") && reader.word(1) == Some("do")));
        let so_far = |words: &&str| words.split(' ').enumerate().all(|(ahead, word)| reader.word(ahead) == Some(word));
        if !sums.is_empty() && (SPENT.iter().any(so_far) || reader.is_compared()) && !is_of_another_payer(tokens, reader.at) {
            (spent, apart) = (true, true);
        }
        if token.is_word("tong") || reader.is_product_title() {
            (after_total, apart) = (true, true);
        }
        let known = reader.is_filler();
        prose |= token.word().is_some()
            && depth == 0
            && known.is_none()
            && !matches!(token.word(), Some("tong" | "cong" | "so" | "den" | "toi" | "x" | "dong" | "vnd" | "d"));
        reader.at += known.unwrap_or(1);
    }
    // "70% của 50 triệu, 30% phụ huynh"
    if shares > 0 && shares != tokens.iter().filter(|token| token.is_sign('%')).count() {
        return Found::Unclear;
    }
    if product {
        return product::amount(tokens, unit).filter(|_| !reckoned).map_or(Found::Unclear, within_reason);
    }
    let last_year =
        |at: usize| tokens[at].is_word("nam") && tokens.get(at + 1).is_some_and(|next| next.is_word("truoc") || next.is_word("ngoai"));
    if sums.len() > 1 && (0..tokens.len()).any(last_year) {
        return Found::Unclear;
    }
    // "Bàn: thành tiền 5 triệu; ghế: thành tiền 3 triệu": none of them is the whole.
    let products = (0..tokens.len()).filter(|at| Reader { tokens, at: *at }.is_product_title()).count();
    if total.is_some() && products > 1 {
        return Found::Unclear;
    }
    match total {
        // "Bàn ghế: 60 triệu; máy: 100 triệu; tổng: 150 triệu": what adds up to something else is asked about.
        Some(total) if contradicts(&sums[..total], &sums[total]) => Found::Unclear,
        Some(total) => decide(&sums[total..=total], prose, tokens),
        None => decide(&sums, prose, tokens),
    }
}

/// Whether the parts before a total are all of one kind, several, and come to something else.
fn contradicts(parts: &[Sum], total: &Sum) -> bool {
    let plain = parts.len() > 1 && parts.iter().chain([total]).all(|sum| sum.has_unit && !sum.by_piece && !sum.bracketed);
    plain && parts.iter().map(|sum| sum.value).sum::<i128>() != total.value
}

/// "Ngân sách cấp 12 triệu, đã huy động XHH 5 triệu": whether what stands at `at` between commas is paid by somebody not named before.
fn is_of_another_payer(tokens: &[Token], at: usize) -> bool {
    let parts = |token: &Token| [',', ';', '\n', '('].iter().any(|sign| token.is_sign(*sign));
    let start = tokens[..at].iter().rposition(parts).map_or(0, |sign| sign + 1);
    let end = tokens[at..].iter().position(parts).map_or(tokens.len(), |length| at + length);
    let (before, own) = (sources(&tokens[..start]), sources(&tokens[start..end]));
    !before.is_empty() && !own.is_subset(&before)
}

fn decide(sums: &[Sum], prose: bool, tokens: &[Token]) -> Found {
    if sums.is_empty() {
        return Found::Nothing;
    }
    // What a bracket says after an amount breaks it down or says it again.
    let outer = sums.iter().any(|sum| !sum.bracketed);
    // "15 triệu (NS 10 triệu, XHH 10 triệu)": no part is more than the whole.
    if let [whole, parts @ ..] = sums
        && !whole.bracketed
        && whole.has_unit
        && parts.iter().all(|sum| sum.bracketed)
        && parts.iter().filter(|sum| sum.has_unit && !sum.by_piece).map(|sum| sum.value).sum::<i128>() > whole.value
    {
        return Found::Unclear;
    }
    let sums: Vec<&Sum> = sums.iter().filter(|sum| !(outer && sum.bracketed)).collect();
    let bare = sums.iter().any(|sum| !sum.has_unit);
    if sums.iter().any(|sum| sum.doubtful) || sums.iter().skip(1).any(|sum| !sum.apart) || (bare && prose) {
        return Found::Unclear;
    }
    if let Some(found) = total_among(&sums, tokens) {
        return found;
    }
    if let [price] = sums[..]
        && let Some(count) = pieces(price, tokens)
    {
        return within_reason(price.value * count);
    }
    if sums.iter().all(|sum| sum.by_piece) {
        return Found::UnitPrice;
    }
    if let Some(whole) = worked_out_between(&sums, tokens) {
        return within_reason(whole);
    }
    if sums.iter().any(|sum| sum.by_piece) || (bare && sums.iter().any(|sum| sum.has_unit)) {
        return Found::Unclear;
    }
    within_reason(sums.iter().map(|sum| sum.value).sum())
}

/// "10 máy, mỗi máy 9 triệu": how many there are of what the price is of.
fn pieces(price: &Sum, tokens: &[Token]) -> Option<i128> {
    let each = tokens.iter().position(|token| token.is_word("moi"))?;
    let of = tokens.get(each + 1)?.word()?;
    let counted = |at: &usize| tokens.get(at + 1).is_some_and(|next| next.is_word(of));
    let count = (0..each).filter(|at| tokens[*at].number().is_some_and(|count| (2..1_000).contains(&count))).find(counted)?;
    let alone = tokens[..each].iter().filter(|token| token.number().is_some()).count() == 1;
    (price.by_piece && price.has_unit && alone).then(|| tokens[count].number().map(i128::from))?
}

/// The amount, where a school could plan for it.
fn within_reason(value: i128) -> Found {
    i64::try_from(value).ok().filter(|_| value <= MOST).map_or(Found::Unclear, Found::Amount)
}

/// "Mỗi chuyên đề 5 triệu, 4 chuyên đề: 20 triệu": a price, a count, and what they come to.
fn worked_out_between(sums: &[&Sum], tokens: &[Token]) -> Option<i128> {
    let [price, whole] = sums else { return None };
    let count = |token: &Token| token.number().is_some_and(|count| count > 1 && i128::from(count) * price.value == whole.value);
    let stands = price.by_piece && !whole.by_piece && price.has_unit && whole.has_unit && tokens.iter().any(count);
    stands.then_some(whole.value)
}

/// The sum that the others break down: `8 triệu: NS 5 triệu, XHH 3 triệu`, `NS 5 triệu, XHH 3 triệu, cộng 8 triệu`.
///
/// `Giải nhất 500k, giải nhì 300k, giải ba 200k`: what is called by its own name as the others are is one of them, and the sum a chance.
fn total_among(sums: &[&Sum], tokens: &[Token]) -> Option<Found> {
    let whole = |sum: &Sum| matches!(label::of(tokens, sum.at), Label::None | Label::Total);
    let (first, last) = (sums.first()?, sums.last()?);
    let all: i128 = sums.iter().map(|sum| sum.value).sum();
    let alike = sums.iter().all(|sum| sum.has_unit == first.has_unit && !sum.by_piece);
    if sums.len() < 2 || !alike || sums[1..].iter().all(|sum| sum.added) {
        return None;
    }
    let many = sums.len() > 2 && all > 0;
    if (many || first.heads) && first.value * 2 == all {
        let by_payers = || {
            let of = |sum: &&Sum| label::of(tokens, sum.at);
            label::of(tokens, first.at) == Label::Thing && sums[1..].iter().map(of).all(|label| label == Label::Payer)
        };
        let sure = first.heads || whole(first) || by_payers();
        return Some(if sure { within_reason(first.value) } else { Found::Unclear });
    }
    if many && last.value * 2 == all {
        return Some(if whole(last) { within_reason(last.value) } else { Found::Unclear });
    }
    first.heads.then_some(Found::Unclear)
}

impl Reader<'_> {
    /// "Kế hoạch 15 triệu, thực hiện 12 triệu", "cần 15tr, có 12tr": the second is held against the first, and does not come to it.
    fn is_compared(&self) -> bool {
        const COMPARED: &[&str] = &["thuc te", "thuc hien", "hien co", "co", "thieu", "con"];
        let behind = |words: &&str| {
            let length = words.split(' ').count();
            let stands = words.split(' ').enumerate().all(|(ahead, word)| self.word(ahead) == Some(word));
            let amount = length + usize::from(self.sign(length, ':'));
            stands && self.peek(amount).is_some_and(|next| next.number().is_some())
        };
        self.at > 0 && self.tokens[self.at - 1].word().is_none() && COMPARED.iter().any(behind)
    }

    /// `NS - 5tr, XHH - 3tr`: between the comma and the dash stands no amount that a range could begin with.
    fn is_led_by_dash(&self, sums: &[Sum]) -> bool {
        let parts = |token: &Token| [',', ';', '\n', '+'].iter().any(|sign| token.is_sign(*sign));
        let start = self.tokens[..self.at].iter().rposition(parts).map_or(0, |sign| sign + 1);
        sums.last().is_some_and(|last| last.at < start)
    }

    /// "Thành tiền", where an amount follows.
    fn is_product_title(&self) -> bool {
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

    pub(super) fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    pub(super) fn word(&self, ahead: usize) -> Option<&str> {
        self.peek(ahead)?.word()
    }

    pub(super) fn sign(&self, ahead: usize, sign: char) -> bool {
        self.peek(ahead).is_some_and(|token| token.is_sign(sign))
    }
}
