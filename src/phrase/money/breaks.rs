//! A text in, the same with its numbers in one piece out, where a line ends within one: "8.500" and below it ".000", "2.000.00" and "0đ";
//! without the asterisks of a note behind it, "50.000.000(**)"; with letters for zeroes in a group, "3.5OO.OOO".

/// `15.000.000đngân sách`, `15 triệuXHH`: the text with a space between a unit of money and those who pay; `None` where nothing is to be done.
pub(super) fn parted(text: &str) -> Option<String> {
    /// Longest first where one begins another.
    const UNITS: &[&str] = &["triệuđồng", "triệu", "trđ", "tr", "tỷ", "tỉ", "đồng", "vnđ", "vnd", "nghìn", "ngàn", "đ", "d", "k"];
    const PAYERS: &[&str] =
        &["ngân", "nsnn", "ns", "xhh", "xã", "nguồn", "phụ", "cmhs", "phhs", "từ", "do", "vận", "tài", "nhà", "ubnd", "kinh", "chi"];
    let is_end = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    let payer = |written: &str| {
        let word = written.to_lowercase();
        PAYERS.iter().any(|payer| word.strip_prefix(payer).is_some_and(|rest| is_end(rest.chars().next())))
    };
    // Within a word that begins behind a digit or a space behind one.
    let mut digit = false;
    let mut begun = 0;
    for (at, letter) in text.char_indices() {
        let begins = at > 0 && letter.is_alphabetic() && !text[..at].ends_with(char::is_alphabetic);
        if begins {
            begun = at;
            digit = text[..at].trim_end().ends_with(|sign: char| sign.is_ascii_digit());
        }
        let unit = text[begun..at].to_lowercase();
        if digit && at > begun && letter.is_alphabetic() && UNITS.contains(&unit.as_str()) && payer(&text[at..]) {
            return Some(format!("{} {}", &text[..at], &text[at..]));
        }
    }
    None
}

/// `None` where nothing is to be done.
pub(super) fn joined(text: &str) -> Option<String> {
    let noted = text.trim_end().trim_end_matches(['*', '(', ')']);
    let bare = if text.trim_end()[noted.len()..].contains('*') { noted } else { text };
    let mut found = bare.to_owned();
    // "15'000'000"
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit());
    let groups: Vec<&str> = found.split(['\'', '’']).collect();
    let tail = groups.last().map_or("", |last| last.get(..3).unwrap_or(last));
    if groups.len() > 1
        && digits(groups[0], 3)
        && groups[1..groups.len() - 1].iter().all(|group| group.len() == 3 && digits(group, 3))
        && tail.len() == 3
        && digits(tail, 3)
    {
        found = found.replace(['\'', '’'], ".");
    }
    for (at, _) in bare.rmatch_indices('\n') {
        let before = number_before(&bare[..at]);
        let after = number_after(&bare[at + 1..]);
        if !before.is_empty()
            && !after.is_empty()
            && is_grouped(&format!("{before}{after}"))
            && (!is_grouped(before) || after.starts_with('.'))
        {
            found.remove(at);
        }
    }
    while let Some(at) = [".OOO", ".ooo"].iter().find_map(|group| found.find(group)).filter(|at| found[..*at].ends_with(['0', 'O', 'o'])) {
        found.replace_range(at..at + 4, ".000");
    }
    (found != text).then_some(found)
}

fn is_figure(letter: char) -> bool {
    letter.is_ascii_digit() || letter == '.'
}

fn number_before(text: &str) -> &str {
    &text[text.trim_end_matches(is_figure).len()..]
}

fn number_after(text: &str) -> &str {
    &text[..text.find(|letter| !is_figure(letter)).unwrap_or(text.len())]
}

/// `2.000.000`: whole groups of three.
fn is_grouped(number: &str) -> bool {
    let mut groups = number.split('.');
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    let mut rest = groups.peekable();
    first && rest.peek().is_some() && rest.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::{joined, parted};

    #[test]
    fn numbers_are_put_together_where_a_line_ends_within_one() {
        for (text, expected) in [
            ("8.500\n.000", Some("8.500.000")),
            ("2.000.00\n0đ", Some("2.000.000đ")),
            ("50.000.000(**)", Some("50.000.000")),
            ("50.000.000 (*)", Some("50.000.000 ")),
            ("3.5OO.OOO", Some("3.5OO.000")),
            ("15'000'000 đồng", Some("15.000.000 đồng")),
            ("15'000", Some("15.000")),
            ("90' x 2", None),
            ("5.000.000\n3.000.000", None),
            ("5.000\n300", None),
            ("1.\n5.000.000", None),
            ("50.000.000 (1)", None),
        ] {
            assert_eq!(joined(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_unit_is_parted_from_those_who_pay() {
        for (text, expected) in [
            ("15.000.000đngân sách", Some("15.000.000đ ngân sách")),
            ("15.000.000đNSNN", Some("15.000.000đ NSNN")),
            ("15 triệuXHH", Some("15 triệu XHH")),
            ("15triệungân sách", Some("15triệu ngân sách")),
            ("15.000.000đồng", None),
            ("15 tranh", None),
            ("5 kinh phí", None),
            ("5 trtừng", None),
            ("đngân sách", None),
        ] {
            assert_eq!(parted(text).as_deref(), expected, "{text}");
        }
    }
}
