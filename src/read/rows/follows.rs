//! Two texts of work one below the other in, whether the second is counted on from the first out: "b) …" below "a) …", "1.2 …" below "1.1 …".

/// Whether the text below opens with the number or letter that comes after that of the last entry above.
pub(super) fn counts_on(above: &str, below: &str) -> bool {
    let last = above.lines().rev().find_map(|line| entry(line.trim()));
    matches!((last, entry(below.trim())), (Some(last), Some(own)) if last.before(&own))
}

/// What a text opens with: "1.", "a)", "(2)", "1.1", "③".
#[derive(Debug, PartialEq)]
struct Entry {
    /// "1." of "1.2".
    within: String,
    place: u32,
    /// Letters, circles and bare numbers count each for themselves.
    kind: Kind,
}

#[derive(Debug, PartialEq, Clone, Copy)]
enum Kind {
    Number,
    Letter,
    Circle,
}

impl Entry {
    fn before(&self, own: &Entry) -> bool {
        self.kind == own.kind && self.within == own.within && self.place + 1 == own.place
    }
}

fn entry(text: &str) -> Option<Entry> {
    const CIRCLES: std::ops::RangeInclusive<char> = '①'..='⑳';
    let first = text.chars().next()?;
    if CIRCLES.contains(&first) {
        return Some(Entry { within: String::new(), place: u32::from(first) - u32::from('①') + 1, kind: Kind::Circle });
    }
    let bracketed = text.starts_with('(');
    let bare = text.trim_start_matches('(');
    let length = bare.find([')', ' ', '\n'])?;
    let (opening, rest) = bare.split_at(length);
    let closed = rest.starts_with(')') || opening.ends_with(['.', '/']);
    let words = rest.trim_start_matches([')', ' ']);
    let opening = opening.trim_end_matches(['.', '/']);
    let (within, last) = opening.rsplit_once('.').map_or(("", opening), |(within, last)| (within, last));
    // "1.1 Tập huấn" needs no sign behind it, "2 máy tính" is a count.
    if bracketed && !rest.starts_with(')') || !closed && within.is_empty() || !words.starts_with(char::is_alphabetic) {
        return None;
    }
    let mut letters = last.chars();
    match (letters.next()?, letters.next()) {
        (letter, None) if letter.is_ascii_lowercase() || letter == 'đ' => {
            let place = "abcdđeghiklmnopqrstuvxy".chars().position(|known| known == letter)?;
            Some(Entry { within: within.to_owned(), place: u32::try_from(place).ok()?, kind: Kind::Letter })
        }
        _ => last.parse::<u8>().ok().map(|place| Entry { within: within.to_owned(), place: place.into(), kind: Kind::Number }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_number_or_letter_counts_on() {
        for (above, below) in [
            ("a) Bồi dưỡng quản trị số", "b) Học tiếng Anh A2"),
            ("1. Tập huấn", "2. Khám sức khỏe"),
            ("1.1 Tập huấn", "1.2 Thao giảng"),
            ("1.1. Tập huấn", "1.2. Thao giảng"),
            ("(1) Tập huấn", "(2) thao giảng"),
            ("① Tập huấn", "② Thao giảng"),
            ("d) Dự giờ", "đ) Thao giảng"),
            ("a. Dự giờ\nb. Thao giảng", "c. Hội giảng"),
        ] {
            assert!(counts_on(above, below), "{above} / {below}");
        }
        for (above, below) in [
            ("1. Tập huấn", "3. Khám sức khỏe"),
            ("a) Tập huấn", "2) Khám sức khỏe"),
            ("1.1 Tập huấn", "2.2 Khám sức khỏe"),
            ("Mua 1 máy tính cho", "2 lớp"),
            ("1. Mua máy tính cho lớp 1 và", "2 lớp mẫu giáo"),
            ("Tập huấn", "b) Khám sức khỏe"),
            ("1. Từ tháng 9", "2.000.000 đồng"),
            ("1. Họp ngày", "2/9 và 20/11"),
        ] {
            assert!(!counts_on(above, below), "{above} / {below}");
        }
    }
}
