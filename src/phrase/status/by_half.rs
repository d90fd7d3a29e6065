//! What is told of a work half by half in one text, the part that says how far it has come by the half reported on out:
//! "HKI: chưa làm; HKII: đã làm xong", "Đến 31/12: 30%. Đến 30/4: 100%".

use super::{is_nothing, state};
use crate::model::{Period, Status};
use crate::phrase::period;
use crate::text::fold;

/// Letters of a label.
const LONGEST_LABEL: usize = 24;
/// Words of what was told before: more are told of something else, perhaps.
const MOST_BEFORE: usize = 6;

/// The part that stands for the whole: what was told last, where by then the work is done, or where nothing else is told. `None` where the
/// whole is to be read.
pub fn told_last(text: &str, reported: Period) -> Option<&str> {
    // Most texts have no label.
    if !text.contains(':') {
        return None;
    }
    let parts = parts(text);
    let halves: Vec<Period> = parts.iter().map(|(half, _)| *half).collect();
    if halves.windows(2).any(|pair| pair[0] >= pair[1]) || halves.len() < 2 {
        return None;
    }
    let mut told = parts.into_iter().filter(|(half, said)| *half <= reported && !is_nothing(said) && !said.is_empty());
    let first = told.next()?.1;
    let Some((_, last)) = told.next() else {
        return Some(first).filter(|first| state(first).is_some());
    };
    let is_done = state(last).is_some_and(|said| said.status == Status::Completed);
    (is_done && first.split_whitespace().count() <= MOST_BEFORE).then_some(last)
}

/// Each half with what is told of it; empty where something is told without a half.
fn parts(text: &str) -> Vec<(Period, &str)> {
    let mut begins: Vec<(usize, usize, Period)> = Vec::new();
    let starts = std::iter::once(0).chain(text.match_indices(['\n', ';', ',', '.']).map(|(at, sign)| at + sign.len()));
    for start in starts {
        let rest = &text[start..];
        let Some((label, _)) = rest.split_once(':').filter(|(label, _)| label.chars().count() <= LONGEST_LABEL) else { continue };
        if let Some(half) = half(label) {
            begins.push((start, start + label.len() + 1, half));
        }
    }
    if begins.first().is_none_or(|(start, ..)| *start > 0) {
        return Vec::new();
    }
    let ends = begins.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    let said = begins.iter().zip(ends).map(|((_, from, half), end)| (*half, text[*from..end].trim_matches([' ', '\n', ';', ',', '.'])));
    said.collect()
}

/// "HKI", "Học kỳ II", "Kỳ I", "Đến 31/12".
fn half(label: &str) -> Option<Period> {
    let folded = fold(label);
    let bare = folded.trim_start_matches("ket qua ").trim_start_matches("kq ");
    let bare =
        bare.strip_prefix("ky ").or_else(|| bare.strip_prefix("ki ")).map_or_else(|| bare.to_owned(), |number| format!("hk {number}"));
    if bare.starts_with("hk") || bare.starts_with("hoc k") {
        return period::parse(&bare).filter(|_| period::without(&bare).is_empty());
    }
    let until = bare.strip_prefix("den ")?;
    period::until(&format!("tinh den {until}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_last_stands_for_both_halves() {
        for (text, told) in [
            ("HKI: chưa làm\nHKII: đã làm xong", "đã làm xong"),
            ("Học kỳ I: Chưa mua; Học kỳ II: Đã mua", "Đã mua"),
            ("Đến 31/12: 30%. Đến 30/4: 100%", "100%"),
            ("Kỳ I: 50%, kỳ II: 100%", "100%"),
            ("HKI: đã làm xong\nHKII: ", "đã làm xong"),
        ] {
            assert_eq!(told_last(text, Period::Hk2), Some(told), "{text}");
        }
        assert_eq!(told_last("HKI: đã làm xong\nHKII: ", Period::Hk1), Some("đã làm xong"));
        assert_eq!(told_last("HKI: chưa làm\nHKII: đã làm xong", Period::Hk1), Some("chưa làm"));
        for text in [
            // Done once and not again: the whole says more.
            "HKI: đã tổ chức; HKII: chưa tổ chức",
            "HKI: đã kiểm tra 5 giáo viên; HKII: đang kiểm tra",
            "HKI: chưa tổ chức được hội thi văn nghệ cấp trường; HKII: đã tổ chức hội thi thể thao",
            "Đã mua máy. HKII: đã lắp",
            "HKII: đã hoàn thành",
            "Tháng 10: đã tổ chức; tháng 12: đã tổng kết",
            "Đã hoàn thành",
            "Họp 2 lần: HKI, HKII",
        ] {
            assert_eq!(told_last(text, Period::Hk2), None, "{text}");
        }
    }
}
