//! Tokens of a cost in, the amount out: which of the sums that it names is the whole, or what they come to together.

use super::super::token::Token;
use super::doubt;
use super::label::{self, Label};
use super::moved;
use super::own;
use super::piecewise;
use super::product;
use super::reader::Reader;
use super::sum::Sum;
use super::walk::Walk;

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

/// What the amounts of the text come to; `unit` is what a bare number counts.
pub(super) fn read(tokens: &[Token], unit: i64) -> Found {
    let tokens = own::part(tokens).unwrap_or(tokens);
    let Some(Walk { sums, total, product, reckoned, prose, shares, unclear, .. }) = Walk::through(tokens, unit) else {
        return Found::Unclear;
    };
    if unclear {
        return Found::Unclear;
    }
    // "70% của 50 triệu, 30% phụ huynh"
    if shares > 0 && shares != tokens.iter().filter(|token| token.is_sign('%')).count() {
        return Found::Unclear;
    }
    if !sums.is_empty() && (moved::is_counted_elsewhere(tokens) || moved::is_called_off(tokens) || own::is_at_odds(tokens)) {
        return Found::Unclear;
    }
    if product {
        return product::amount(tokens, unit).filter(|_| !reckoned).map_or(Found::Unclear, within_reason);
    }
    // "Năm trước 10 triệu", "Năm học trước: 20tr"
    let last_year = |at: usize| {
        let school = usize::from(tokens.get(at + 1).is_some_and(|next| next.is_word("hoc")));
        tokens[at].is_word("nam") && tokens.get(at + 1 + school).is_some_and(|next| next.is_word("truoc") || next.is_word("ngoai"))
    };
    if sums.len() > 1 && (0..tokens.len()).any(last_year) {
        return Found::Unclear;
    }
    // "Cần 15 triệu, 10 triệu đã có"; "NS 10 triệu đã cấp, XHH 5 triệu" are two.
    let settled = |sum: &Sum| !sum.bracketed && label::of(tokens, sum.at) != Label::Payer && doubt::is_settled(tokens, sum.at);
    if sums.len() > 1 && total.is_none() && sums.iter().any(settled) {
        return Found::Unclear;
    }
    // "20 triệu, còn lại 2 triệu"; "đã chi 5 triệu, còn lại 7 triệu" are two.
    let left = |sum: &Sum| !own::is_spent_first(tokens) && moved::is_all_that_is_left(tokens, sum.at);
    if sums.len() > 1 && sums[1..].iter().any(left) {
        return Found::Unclear;
    }
    // "Kinh phí 100 triệu, còn 20 triệu mua ghế": of what is the rest, where nothing was bought before?
    let all: i128 = sums.iter().filter(|sum| !sum.bracketed).map(|sum| sum.value).sum();
    if let [first, others @ ..] = &sums[..]
        && total.is_none()
        && label::of(tokens, first.at) == Label::None
        && first.value * 2 != all
        && others.iter().any(|sum| moved::is_rest(tokens, sum.at))
    {
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
        // "Tổng 30 triệu: sách 10 triệu, kệ 15 triệu"
        Some(total) if sums[total].heads && contradicts(&sums[total + 1..], &sums[total]) => Found::Unclear,
        Some(total) if is_broken_down_wrong(&sums[total..], true, tokens) => Found::Unclear,
        Some(total) => decide(&sums[total..=total], prose, tokens),
        None => decide(&sums, prose, tokens),
    }
}

/// Whether the parts before a total are all of one kind, several, and come to something else.
fn contradicts(parts: &[Sum], total: &Sum) -> bool {
    let plain = parts.len() > 1 && parts.iter().chain([total]).all(|sum| sum.has_unit == total.has_unit && !sum.by_piece && !sum.bracketed);
    plain && parts.iter().map(|sum| sum.value).sum::<i128>() != total.value
}

fn decide(sums: &[Sum], prose: bool, tokens: &[Token]) -> Found {
    if sums.is_empty() {
        return Found::Nothing;
    }
    // What a bracket says after an amount breaks it down or says it again.
    let outer = sums.iter().any(|sum| !sum.bracketed);
    if is_broken_down_wrong(sums, false, tokens)
        || outer && leaves_out(sums)
        || !outer && sums.iter().any(|sum| piecewise::may_be_of_each(sum, tokens))
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
        && let Some(count) = piecewise::pieces(price, tokens)
    {
        return within_reason(price.value * count);
    }
    if sums.iter().all(|sum| sum.by_piece) {
        return Found::UnitPrice;
    }
    if let [low, high] = sums[..]
        && low.has_unit
        && high.has_unit
        && low.value < high.value
        && led_by(tokens, low.at, LEAST)
        && led_by(tokens, high.at, UTMOST)
    {
        return within_reason(high.value);
    }
    if let [sum] = sums[..]
        && piecewise::is_from_each(sum, tokens)
    {
        return Found::Unclear;
    }
    if let Some(whole) = worked_out_between(&sums, tokens) {
        return within_reason(whole);
    }
    if sums.iter().any(|sum| sum.by_piece) || (bare && sums.iter().any(|sum| sum.has_unit)) {
        return Found::Unclear;
    }
    within_reason(sums.iter().map(|sum| sum.value).sum())
}

/// "Camera (1,2tr/cái), dây 2tr, công 1tr": what a bracket says before any amount stands breaks down none, unless it says what the others come to.
fn leaves_out(sums: &[Sum]) -> bool {
    let whole: i128 = sums.iter().filter(|sum| !sum.bracketed).map(|sum| sum.value).sum();
    let mut leading = sums.iter().take_while(|sum| sum.bracketed).filter(|sum| sum.has_unit).peekable();
    leading.peek().is_some() && leading.map(|sum| sum.value).sum::<i128>() != whole
}

/// Whether brackets behind an amount say other parts of it: "15 triệu (NS 10 triệu, XHH 10 triệu)", where the parts are more than the whole;
/// "9 triệu (NS 5 triệu, XHH 3 triệu)", for those who pay are named one and all; "9 triệu (5 triệu + 3 triệu)", for what is added up is all there is.
/// Of things that are bought there may be more.
/// Behind a `total` they need no bracket.
fn is_broken_down_wrong(sums: &[Sum], total: bool, tokens: &[Token]) -> bool {
    let [whole, parts @ ..] = sums else { return false };
    let bracketed = parts.iter().all(|sum| sum.bracketed);
    if whole.bracketed || !(bracketed || total) {
        return false;
    }
    let amounts: Vec<&Sum> = parts.iter().filter(|sum| sum.has_unit == whole.has_unit && !sum.by_piece).collect();
    let come_to: i128 = amounts.iter().map(|sum| sum.value).sum();
    let by_payers = parts.len() > 1
        && amounts.len() == parts.len()
        && super::sources(tokens).len() > 1
        && parts.iter().all(|part| label::of(tokens, part.at) == Label::Payer);
    let added_up = bracketed && parts.len() > 1 && amounts.len() == parts.len() && parts[1..].iter().all(|part| part.added);
    bracketed && come_to > whole.value || (by_payers || added_up) && come_to != whole.value
}

/// "Không dưới 20 triệu, không quá 25 triệu": the two ends of a range in words. Folded.
const LEAST: &[&str] = &["khong duoi", "khong it hon", "it nhat", "toi thieu"];
const UTMOST: &[&str] = &["khong qua", "khong hon", "nhieu nhat", "toi da"];

/// Whether one of the phrases stands right before the number at the place, of which tokens up to a comma are part.
fn led_by(tokens: &[Token], at: usize, phrases: &[&str]) -> bool {
    let starts = tokens[..at].iter().rposition(|token| token.is_sign(',') && tokens[at].spaced).map_or(0, |sign| sign + 1);
    let words: Vec<&str> = tokens[starts..at].iter().filter_map(Token::word).collect();
    phrases.iter().any(|phrase| words.ends_with(&phrase.split(' ').collect::<Vec<_>>()))
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
