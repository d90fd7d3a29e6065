//! A title or a file name in, the school year it names out: `Năm học 2023 - 2024`, `NH 23-24`, `KH_2023_2024.xlsx`.

use super::token::{Token, tokens};
use crate::model::SchoolYear;
use crate::text::memory::Memory;

/// The school year that the text names; the one behind "năm học" before any other.
pub fn parse(text: &str) -> Option<SchoolYear> {
    thread_local! {
        static READ: Memory<Option<SchoolYear>> = Memory::default();
    }
    READ.with(|known| known.recall(text, read))
}

fn read(text: &str) -> Option<SchoolYear> {
    let tokens = tokens(text);
    let named = (0..tokens.len()).find_map(|at| {
        let after = if tokens[at].is_word("nam") && tokens.get(at + 1).is_some_and(|token| token.is_word("hoc")) {
            at + 2
        } else if tokens[at].is_word("nh") {
            at + 1
        } else {
            return None;
        };
        let start = after + tokens[after..].iter().take_while(|token| token.word().is_none() && token.number().is_none()).count();
        pair(&tokens, start, true)
    });
    named.or_else(|| (0..tokens.len()).find_map(|at| pair(&tokens, at, false)))
}

/// Two years that follow each other, at this place; of two digits only where the words before allow it.
fn pair(tokens: &[Token], at: usize, short: bool) -> Option<SchoolYear> {
    let first = tokens.get(at)?;
    let joined = at > 0
        && !first.spaced
        && (tokens[at - 1].is_sign('/') || tokens[at - 1].is_sign('.'))
        && at > 1
        && tokens[at - 2].number().is_some();
    let signs = tokens[at + 1..].iter().take_while(|token| ['-', '_', '/'].iter().any(|sign| token.is_sign(*sign))).count();
    let second = tokens.get(at + 1 + signs).filter(|_| signs <= 2 && !joined)?;
    let (year, next) = (first.number()?, second.number()?);
    let year = match (first.digits(), second.digits()) {
        (4, 4) if next == year + 1 => year,
        (4, 2) if next == (year + 1) % 100 && signs > 0 => year,
        (2, 2) if short && next == year + 1 => 2000 + year,
        _ => return None,
    };
    // `2023-24/12` is a day.
    let goes_on = tokens.get(at + 2 + signs).is_some_and(|token| token.is_sign('/') && !token.spaced)
        && tokens.get(at + 3 + signs).is_some_and(|token| token.number().is_some());
    if goes_on {
        return None;
    }
    SchoolYear::new(i16::try_from(year).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_or_a_name_tells_its_year() {
        for text in [
            "Năm học 2023 - 2024",
            "NĂM HỌC 2023-2024",
            "Năm học: 2023 – 2024",
            "NH 23-24",
            "KH_2023_2024.xlsx",
            "2023-2024",
            "Kế hoạch cải tiến chất lượng năm học 2023-2024 (điều chỉnh năm 2025)",
            "Năm học 2023-24",
            "nam hoc 2023 2024",
            "ke-hoach-2023-2024.xlsx",
            "BC_NH2023-2024_HK1",
            "Giai đoạn 2020-2021, năm học 2023-2024",
            "Nªm häc",
            "NH23-24",
        ] {
            let expected = (text != "Nªm häc").then_some(2023);
            assert_eq!(parse(text).map(SchoolYear::first), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_school_year_is_none() {
        for text in [
            "",
            "2023",
            "Năm học",
            "2023-2025",
            "2024-2023",
            "23-24",
            "20-21/11",
            "15/10/2023",
            "Giai đoạn 2020-2025",
            "12023-20244",
            "Quyết định 2023/2025",
            "1023-1024",
            "Thông tư 57/2026/TT-BGDĐT",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
