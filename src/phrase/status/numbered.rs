//! A work as a plan lists it in, the work itself out: "2. Tiêu chí 3.1: Mua sách" is to buy books.

use crate::phrase;

/// Without the number of its entry, its bullet and the code of its criterion.
pub fn bare_work(text: &str) -> &str {
    // "1. Lập hồ sơ 2. Thi công" lists several.
    let lists = text.trim().contains('\n') || [" 2. ", " 2) ", " 2/ ", " b) "].iter().any(|next| text.contains(next));
    if lists {
        return text;
    }
    let mut bare = text.trim();
    while let Some(rest) = without_bullet(bare).or_else(|| without_number(bare)).or_else(|| without_code(bare)) {
        bare = rest;
    }
    if bare.contains(char::is_alphabetic) { bare } else { text }
}

fn without_bullet(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['-', '+', '•', '*', '–'])?.trim_start();
    rest.starts_with(char::is_alphanumeric).then_some(rest)
}

/// "1. ", "a) ", "2/ ", "1.1. ".
pub(super) fn without_number(text: &str) -> Option<&str> {
    const LONGEST: usize = 6;
    let (number, rest) = text.split_once(' ')?;
    let digits = number.strip_suffix(['.', ')', '/', ':'])?;
    let is_number = digits.split('.').all(|part| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit()));
    let is_letter = digits.len() == 1 && digits.bytes().all(|letter| letter.is_ascii_alphabetic());
    (number.len() <= LONGEST && (is_number || is_letter)).then(|| rest.trim_start())
}

/// "Tiêu chí 3.2: ", "TC 3.2 - ".
fn without_code(text: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    let opens = ["Tiêu chí ", "TIÊU CHÍ ", "tiêu chí ", "TC ", "TC"].iter().find_map(|word| text.strip_prefix(word))?;
    let end = opens.find([':', '-', '–']).filter(|end| *end <= LONGEST)?;
    let (code, rest) = (&opens[..end], opens[end..].trim_start_matches([':', '-', '–', ' ']));
    let is_code = code.trim_end().split('.').all(|part| part.parse::<u8>().is_ok())
        && phrase::criterion::parse(&format!("Tiêu chí {code}"), None, None).criterion.is_some();
    is_code.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_bullets_and_codes_are_no_part_of_the_work() {
        for (listed, bare) in [
            ("1. Mua sách", "Mua sách"),
            ("- Mua sách", "Mua sách"),
            ("a) Mua sách", "Mua sách"),
            ("1.2. Mua sách", "Mua sách"),
            ("Tiêu chí 3.2: Mua sách", "Mua sách"),
            ("9. Tiêu chí 3.2: Mua sách", "Mua sách"),
            ("TC 3.2 - Mua sách", "Mua sách"),
            ("Mua sách", "Mua sách"),
            ("20 bộ bàn ghế", "20 bộ bàn ghế"),
            ("Tiêu chí 3.2: Thư viện", "Thư viện"),
            ("1. 2.", "1. 2."),
            ("1. Lập hồ sơ 2. Thi công", "1. Lập hồ sơ 2. Thi công"),
            ("- Mua sách\n- Mua kệ", "- Mua sách\n- Mua kệ"),
            ("Tiêu chí thi đua: Xây dựng", "Tiêu chí thi đua: Xây dựng"),
            ("5/10 phòng đã sơn", "5/10 phòng đã sơn"),
        ] {
            assert_eq!(bare_work(listed), bare);
        }
    }

    #[test]
    fn a_work_is_read_the_same_however_it_is_listed() {
        let (planned, done) =
            ("Đề nghị UBND xã cấp bổ sung 1 biên chế kế toán", "Trường đã đề nghị UBND xã cấp bổ sung 1 biên chế kế toán");
        for listed in ["", "1. ", "- ", "a) ", "Tiêu chí 3.2: ", "9. TC 3.2 - "] {
            let said = super::super::of_plan(&format!("{listed}{planned}"), done, "", "");
            assert_eq!(said.status, crate::model::Status::Completed, "{listed}");
        }
    }
}
