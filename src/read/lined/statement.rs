//! One line in; the criteria it names at its beginning and what it says of them out, as often as it does.

use crate::model::Criterion;
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::text;

/// What a line says of one criterion, or of several alike.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Statement {
    pub criteria: Vec<Criterion>,
    pub said: Said,
    /// The words themselves.
    pub written: String,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Said {
    Reached(Reached),
    /// It speaks of levels, and what of them is not clear.
    Unclear,
}

/// A longer line is prose.
const LONGEST: usize = 160;

/// "Tiêu chuẩn 1: Tổ chức và quản lý", where nothing is said of its criteria there.
pub(super) fn standard(line: &str) -> Option<u8> {
    let folded = text::fold(line);
    let rest = folded.strip_prefix("tieu chuan ").or_else(|| folded.strip_prefix("tc "))?;
    rest.split(' ').next()?.parse().ok().filter(|number| (1..=9).contains(number))
}

/// Whether a figure and a word of levels stand in the line, without which it judges nothing.
pub(super) fn may_judge(line: &str) -> bool {
    line.bytes().any(|sign| sign.is_ascii_digit()) && text::fold(line).split(' ').any(speaks_of_levels)
}

/// Each criterion that the line names and judges.
pub(super) fn statements(line: &str, standard_in_force: Option<u8>) -> Vec<Statement> {
    let codes = codes(line, standard_in_force);
    let Some((first, ..)) = codes.first() else { return Vec::new() };
    if !opens(&line[..*first]) {
        return Vec::new();
    }
    let mut statements = Vec::new();
    let mut criteria = Vec::new();
    for (at, (begin, end, criterion)) in codes.iter().enumerate() {
        criteria.push(*criterion);
        let until = codes.get(at + 1).map_or(line.len(), |(next, ..)| *next);
        let rest = &line[*end..until];
        // "Tiêu chí 1.1, 1.2 và 1.3: Đạt Mức 2"
        if at + 1 < codes.len() && matches!(text::fold(rest).as_str(), "" | "va") && !rest.contains(':') {
            continue;
        }
        let said = said(rest);
        let criteria = std::mem::take(&mut criteria);
        let written = line[*begin..until].trim().trim_end_matches([',', ';']).to_owned();
        statements.extend(said.map(|said| Statement { criteria, said, written }));
    }
    statements
}

/// What may stand before the first criterion: a bullet, the number of the line, the title of the standard, "Kết quả tự đánh giá:".
fn opens(before: &str) -> bool {
    const LABELS: &[&str] = &[
        "ket", "qua", "tu", "danh", "gia", "tdg", "luan", "cu", "the", "nhu", "sau", "trong", "do", "cac", "nha", "truong", "muc", "dat",
        "duoc",
    ];
    let folded = text::fold(before);
    let is_label = before.trim_end().ends_with(':') && folded.split(' ').all(|word| LABELS.contains(&word));
    folded.is_empty()
        || is_label
        || folded.len() <= 2 && before.trim_end().ends_with(['.', ')', '/'])
        || standard(before).is_some() && !speaks_of_later(before)
}

/// Where each criterion is named, where its code ends, and which it is.
fn codes(line: &str, standard: Option<u8>) -> Vec<(usize, usize, Criterion)> {
    let mut codes: Vec<(usize, usize, Criterion)> = Vec::new();
    let mut passed = 0;
    for (at, letter) in line.char_indices() {
        // "Tiêu chí", "TC", or the code itself.
        let may_name = matches!(letter, 't' | 'T') || letter.is_ascii_digit();
        if at < passed || !may_name || line[..at].ends_with(|before: char| before.is_alphanumeric()) {
            continue;
        }
        let Some(label) = label(&line[at..]) else { continue };
        let bare = label == 0;
        let before = line[..at].trim_end();
        // "Tự đánh giá: 1.1: Mức 3"
        let behind_label = codes.is_empty() && before.ends_with(':');
        let parted = before.is_empty()
            || behind_label
            || before.ends_with([';', ',', '&', '-', '•', '+', '*', ')'])
            || text::fold(before).ends_with(" va");
        let Some(length) = code_length(&line[at + label..]).filter(|_| !bare || parted) else { continue };
        let code = &line[at + label..at + label + length];
        let named = if bare && !code.contains('.') {
            None
        } else {
            phrase::criterion::parse(&format!("Tiêu chí {code}"), standard, None).criterion
        };
        if let Some(criterion @ Criterion::Numbered { .. }) = named {
            passed = at + label + length;
            codes.push((at, passed, criterion));
        }
    }
    codes
}

/// How long "Tiêu chí " or "TC" is before a code; nothing where the code stands alone.
fn label(text: &str) -> Option<usize> {
    const LONGEST: usize = 24;
    let digit = text.find(|letter: char| letter.is_ascii_digit()).filter(|digit| *digit <= LONGEST)?;
    matches!(text::fold(&text[..digit]).as_str(), "" | "tieu chi" | "tieu chi so" | "tc").then_some(digit)
}

/// `1.10` or `3`, and no day, share or number of another sort.
fn code_length(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let second = if text[first..].starts_with('.') { digits(&text[first + 1..]) } else { 0 };
    let length = if second > 0 { first + 1 + second } else { first };
    let behind = &text[length..];
    let goes_on = behind.starts_with(['/', '%']) || behind.starts_with('.') && digits(&behind[1..]) > 0;
    (first > 0 && first <= 2 && second <= 2 && !goes_on && !behind.starts_with(|letter: char| letter.is_alphabetic())).then_some(length)
}

/// What stands behind the code, behind its title or right away; nothing where it speaks of no level.
fn said(rest: &str) -> Option<Said> {
    let rest = rest.trim_matches(|sign: char| sign.is_whitespace() || ",;.:-–—=→>".contains(sign));
    let rest = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(rest);
    let folded = text::fold(rest);
    if !folded.split(' ').any(speaks_of_levels) || rest.chars().count() > LONGEST {
        return None;
    }
    let begins = rest.char_indices().map(|(at, _)| at).filter(|at| {
        let word = rest[*at..].split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let begins = *at == 0 || rest[..*at].ends_with(|before: char| !before.is_alphanumeric());
        begins && OPENINGS.contains(&text::fold(word).as_str())
    });
    let mut read = begins.filter_map(|at| {
        let title = text::fold(&rest[..at]);
        let is_title = !title.split(' ').any(speaks_of_levels) && !speaks_of_later(&rest[..at]);
        let whole = rest[at..].trim_end_matches(['.', ';', ',']);
        let whole = if whole.contains('(') { whole } else { whole.trim_end_matches(')') };
        is_title.then(|| phrase::levels::reached(whole)).flatten()
    });
    // "Đạt" alone says of which level no more than the code does.
    Some(read.next().map_or(Said::Unclear, Said::Reached))
}

const OPENINGS: &[&str] = &["dat", "khong", "chua", "muc", "kd", "m1", "m2", "m3", "m0"];
/// Words by which a level is aimed at, asked for, of another year or found by others. Folded.
const LATER: &[&str] = &[
    "phan dau",
    "du kien",
    "dang ky",
    "dang ki",
    "muc tieu",
    "chi tieu",
    "truoc",
    "nam hoc",
    "nam ngoai",
    "nam 20",
    "yeu cau",
    "se",
    "nham",
    "huong toi",
    "tien toi",
    "danh gia ngoai",
    "dgn",
    "vi du",
    "vd",
    "neu",
];

/// "Cán bộ quản lý" and "các đoàn thể" stand in the titles of criteria, and are neither "cần" nor the team that evaluates.
fn speaks_of_later(text: &str) -> bool {
    let folded = text::fold(text);
    let needs = || text.to_lowercase().split_whitespace().any(|word| word.trim_matches([',', ':', ';']) == "cần");
    let is_team =
        || text::holds_words(&folded, "doan") && !["doan the", "doan thanh nien", "doan doi"].iter().any(|known| folded.contains(known));
    LATER.iter().any(|words| text::holds_words(&folded, words)) || needs() || is_team()
}

fn speaks_of_levels(word: &str) -> bool {
    matches!(word, "muc" | "dat" | "kd" | "m0" | "m1" | "m2" | "m3")
}

/// Whether the line judges criteria by itself, and heads nothing.
pub(in crate::read) fn judges(line: &str) -> bool {
    statements(line, None).iter().any(|it| it.said != Said::Unclear)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_sound_like_a_need_or_a_team_are_titles() {
        for (line, read) in [
            ("Tiêu chí 1.7 (Quản lý cán bộ, giáo viên và nhân viên): tự đánh giá đạt Mức 2.", "1.7=2"),
            ("Tiêu chí 1.3 (Tổ chức Đảng, các đoàn thể và tổ chức khác): đạt Mức 1", "1.3=1"),
            ("Tiêu chí 1.3: đoàn đánh giá ngoài đạt Mức 2", "1.3=?"),
            ("Tiêu chí 1.3: cần đạt Mức 2", "1.3=?"),
        ] {
            assert_eq!(told(line), read, "{line}");
        }
    }

    fn told(line: &str) -> String {
        let of = |it: &Statement| {
            let codes: Vec<String> = it.criteria.iter().map(ToString::to_string).collect();
            let said = match it.said {
                Said::Reached(Reached::Up(level)) => level.to_string(),
                Said::Reached(other) => format!("{other:?}"),
                Said::Unclear => "?".to_owned(),
            };
            format!("{}={said}", codes.join("+"))
        };
        statements(line, Some(3)).iter().map(of).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_a_line_says_of_criteria_is_read() {
        for (line, expected) in [
            ("Tiêu chí 1.1: Đạt mức 3", "1.1=3"),
            ("- Tiêu chí 1.10: Không đạt", "1.10=0"),
            ("1.3 - Mức 2", "1.3=2"),
            ("a) 1.3: đạt Mức 2.", "1.3=2"),
            ("TC1.1: M3; TC1.2: KĐ", "1.1=3 1.2=0"),
            ("Tiêu chí 2: Đạt mức 1", "3.2=1"),
            ("Tiêu chí 1.1, 1.2 và 1.5: Đạt Mức 2", "1.1+1.2+1.5=2"),
            ("Tiêu chí 1.1. Phương hướng, chiến lược xây dựng: Đạt Mức 2", "1.1=2"),
            ("Tiêu chí 1.1: Phương hướng, chiến lược - Kết quả: Không đạt", "1.1=0"),
            ("Tiêu chí 1.2: Hội đồng trường (Đạt Mức 2)", "1.2=2"),
            ("Tiêu chí 1.1 đạt Mức 3, tiêu chí 1.2 đạt Mức 2", "1.1=3 1.2=2"),
            ("Tiêu chí 1.1: Mức 1: Đạt; Mức 2: Đạt; Mức 3: Không đạt", "1.1=2"),
            ("Tiêu chuẩn 1: Tổ chức và quản lý. Tiêu chí 1.1: Mức 2; Tiêu chí 1.2: Mức 1", "1.1=2 1.2=1"),
            ("Tiêu chí 1.1: Đạt Mức 2 (2/2 chỉ báo)", "1.1=2"),
            ("Tiêu chí 1.4: Không đạt Mức 2", "1.4=Below(2)"),
            ("Kết quả: tiêu chí 1.1 đạt Mức 3; tiêu chí 1.2 không đạt.", "1.1=3 1.2=0"),
            ("Tự đánh giá: 1.1: Mức 3, 1.2: Mức 2", "1.1=3 1.2=2"),
        ] {
            assert_eq!(told(line), expected, "{line}");
        }
    }

    #[test]
    fn what_speaks_of_levels_otherwise_is_unclear() {
        for line in [
            "Tiêu chí 1.1: phấn đấu đạt Mức 3 trong năm học tới",
            "Tiêu chí 1.1: năm trước đạt Mức 2",
            "Tiêu chí 1.1: Mức 2 yêu cầu có kế hoạch",
            "Tiêu chí 1.1: đạt mức 1, dự kiến mức 2",
            "Tiêu chí 1.1: mục tiêu Mức 2",
            "Tiêu chí 1.1: cần đạt Mức 3",
            "Tiêu chí 1.1: Đoàn đánh giá ngoài: Mức 2",
            "Tiêu chí 1.1: Đạt",
            "Tiêu chí 1.1: Đạt Mức 1/2/3",
        ] {
            assert_eq!(told(line), "1.1=?", "{line}");
        }
    }

    #[test]
    fn other_lines_say_nothing() {
        for line in [
            "Tiêu chí 1.1: Phương hướng, chiến lược",
            "VD: Tiêu chí 1.2: Không đạt",
            "Chỉ tiêu đăng ký: Tiêu chí 2.1: Mức 3",
            "Các tiêu chí đạt Mức 2: 1.1, 1.2",
            "Tổng số các tiêu chí đạt Mức 3: 13/19, tỷ lệ 68,42%",
            "15/1: đạt mức 2",
            "1.234.000 đồng, đạt mức 2",
            "Ngày 1.3.2024 đạt Mức 2",
            "Tiêu chuẩn 1: Đạt Mức 2",
            "Kết quả năm trước: Tiêu chí 1.1: Mức 2",
            "3 lớp đạt Mức 2",
        ] {
            assert_eq!(told(line), "", "{line}");
        }
    }
}
