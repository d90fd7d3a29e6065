//! The price of one and a count of such in, what they come to out: "10 máy, mỗi máy 9 triệu", "100.000đ/em (300 em)".

use super::super::token::Token;
use super::sum::Sum;

/// Those who pay, by the words they are counted in. Folded.
const PAYERS: &[&str] = &["hs", "em", "chau", "tre", "hoc", "phu", "ph", "phhs", "nguoi", "gv", "giao", "cbgv", "vien"];
/// Pupils, as they are counted.
const PUPILS: &[&str] = &["hs", "em", "chau", "tre", "hoc"];
/// What those who pay do. Folded.
const GIVE: &[&str] = &["dong", "nop", "gop", "ung", "thu"];
/// From so much on what each of them gives is a sum for a school's plan; below it, the amount is rather what one gives. In đồng.
const LEAST_FROM_EACH: i128 = 20_000;

/// How many there are of what the price is of, where another number counts the same and nothing else is counted.
pub(super) fn pieces(price: &Sum, tokens: &[Token]) -> Option<i128> {
    if !price.by_piece || !price.has_unit {
        return None;
    }
    let of = one(price, tokens)?;
    let own = |at: &usize| is_of_price(price, tokens, *at);
    let mut others = (0..tokens.len()).filter(|at| tokens[*at].number().is_some() && !own(at));
    let (count, None) = (others.next()?, others.next()) else { return None };
    let counted = tokens.get(count + 1).and_then(Token::word)?;
    let number = tokens[count].number().filter(|number| (2..10_000).contains(number))?;
    (is_same(of, counted) || is_bought_by_piece(of, &tokens[..count], counted)).then(|| i128::from(number))
}

/// "Mua 3 tivi giá 12tr/cái": whatever is bought is counted so, where nothing stands before its count but that it is bought.
fn is_bought_by_piece(of: &str, before: &[Token], counted: &str) -> bool {
    const BUYS: &[&str] =
        &["mua", "sam", "trang", "bi", "lap", "dat", "may", "thay", "in", "dong", "them", "moi", "bo", "sung", "gom", "mới"];
    const OTHERS: &[&str] =
        &["lop", "phong", "khoi", "nam", "thang", "ngay", "tuan", "lan", "dot", "diem", "to", "hoc", "ky", "trieu", "buoi"];
    matches!(of, "cai" | "chiec")
        && !OTHERS.contains(&counted)
        && !PAYERS.contains(&counted)
        && before.iter().all(|token| token.word().is_some_and(|word| BUYS.contains(&word)))
}

/// "300 HS đóng 100k": whether those who are counted give so little together that it must be what each gives.
pub(super) fn is_from_each(sum: &Sum, tokens: &[Token]) -> bool {
    let own = |at: &usize| is_of_price(sum, tokens, *at);
    let counted = (0..tokens.len()).filter(|at| !own(at)).find_map(|at| {
        let payers = tokens.get(at + 1)?.word().is_some_and(|word| PAYERS.contains(&word));
        tokens[at].number().filter(|count| payers && *count > 1)
    });
    let gives = tokens.iter().filter_map(Token::word).any(|word| GIVE.contains(&word));
    counted.is_some_and(|count| gives && sum.value < i128::from(count) * LEAST_FROM_EACH)
}

/// "2 giải nhất (500k), 3 giải nhì (300k)": whether so little stands in a bracket behind a count of more than one that it may be of each.
pub(super) fn may_be_of_each(sum: &Sum, tokens: &[Token]) -> bool {
    const OF_ALL: i128 = 1_000_000;
    let parts = |token: &Token| [',', ';', '\n', ':'].iter().any(|sign| token.is_sign(*sign));
    let Some(bracket) = tokens[..sum.at].iter().rposition(|token| token.is_sign('(')).filter(|_| sum.bracketed && sum.value < OF_ALL)
    else {
        return false;
    };
    let start = tokens[..bracket].iter().rposition(parts).map_or(0, |sign| sign + 1);
    let counts = |at: usize| tokens[at].number().is_some_and(|count| (2..1_000).contains(&count)) && tokens[at + 1].word().is_some();
    !sum.by_piece && (start..bracket).any(counts)
}

/// What the price is of: "máy" of "mỗi máy 9 triệu", "em" of "100.000đ/em". `None` of "50k/em/tháng", which is of a month besides.
fn one<'t>(price: &Sum, tokens: &'t [Token]) -> Option<&'t str> {
    let strokes = || tokens.iter().enumerate().skip(price.at).filter(|(_, token)| token.is_sign('/')).map(|(at, _)| at);
    let each = tokens.iter().position(|token| token.is_word("moi"));
    match (each, strokes().next(), strokes().nth(1)) {
        (Some(each), None, _) => tokens.get(each + 1)?.word(),
        (None, Some(stroke), None) => tokens.get(stroke + 1)?.word(),
        _ => None,
    }
}

/// "300 học sinh, mỗi em": pupils by whatever word; "người" is any of those who pay.
fn is_same(one: &str, counted: &str) -> bool {
    let both = |words: &[&str]| words.contains(&one) && words.contains(&counted);
    one == counted || both(PUPILS) || one == "nguoi" && PAYERS.contains(&counted)
}

/// Whether the token is part of the number of the price: "100", "." or "000" of "100.000".
fn is_of_price(price: &Sum, tokens: &[Token], at: usize) -> bool {
    let belongs = |token: &Token| token.number().is_some() || token.is_sign('.') || token.is_sign(',');
    let start = (0..=price.at).rev().take_while(|at| belongs(&tokens[*at]) && (*at == price.at || !tokens[at + 1].spaced)).last();
    start.is_some_and(|start| (start..=price.at).contains(&at))
}
