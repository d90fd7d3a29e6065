//! A text in, the same with its numbers in one piece out, where a line ends within one: "8.500" and below it ".000", "2.000.00" and "0đ";
//! without the asterisks of a note behind it, "50.000.000(**)"; with letters for zeroes in a group, "3.5OO.OOO".

/// `None` where nothing is to be done.
pub(super) fn joined(text: &str) -> Option<String> {
    let noted = text.trim_end().trim_end_matches(['*', '(', ')']);
    let bare = if text.trim_end()[noted.len()..].contains('*') { noted } else { text };
    let mut found = bare.to_owned();
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
    use super::joined;

    #[test]
    fn numbers_are_put_together_where_a_line_ends_within_one() {
        for (text, expected) in [
            ("8.500\n.000", Some("8.500.000")),
            ("2.000.00\n0đ", Some("2.000.000đ")),
            ("50.000.000(**)", Some("50.000.000")),
            ("50.000.000 (*)", Some("50.000.000 ")),
            ("3.5OO.OOO", Some("3.5OO.000")),
            ("5.000.000\n3.000.000", None),
            ("5.000\n300", None),
            ("1.\n5.000.000", None),
            ("50.000.000 (1)", None),
        ] {
            assert_eq!(joined(text).as_deref(), expected, "{text}");
        }
    }
}
