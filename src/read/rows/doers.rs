//! Rows that are nothing but who does the work below them in, the doer of each row out: "A | Người phụ trách: Hiệu trưởng Lò Văn Inh",
//! "Đ/c Hà Thị Én".

use super::kind::Kind;
use super::{LogicalRow, Physical, Piece, Reason, work};
use crate::form::Field;
use crate::model::FormKind;
use crate::phrase;
use crate::read::content::opens_with_role;
use crate::read::grid::CellKind;
use crate::read::header::Header;
use crate::text;

/// What stands before the doer. Folded.
const LABELS: &[&str] = &[
    "nguoi phu trach",
    "nguoi thuc hien",
    "nguoi chiu trach nhiem",
    "nguoi chu tri",
    "nguoi lam",
    "ca nhan phu trach",
    "ca nhan thuc hien",
    "ca nhan bo phan phu trach",
    "can bo phu trach",
    "bo phan phu trach",
    "bo phan thuc hien",
    "don vi phu trach",
    "don vi thuc hien",
    "to phu trach",
    "phu trach",
    "chu tri",
    "phan viec cua",
    "viec cua",
    "cong viec cua",
    "nhiem vu cua",
];
/// What is said before the name of a person: "Có" is not "Cô".
const OF_PERSONS: &[&str] = &["đ/c", "đ.c", "đồng chí", "ông", "bà", "thầy", "cô"];
/// A name of a person has no more words, its title with it.
const MOST_WORDS: usize = 6;

/// Who does the work, by the last row that said so.
#[derive(Debug, Default)]
pub(super) struct Doer(Option<Piece>);

impl Doer {
    /// Another row that heads those below it: it names who does their work, or nobody does.
    pub fn section(&mut self, row: &Physical) {
        self.0 = named(row);
    }

    /// Whether a row only names who does the work below it: under titles of the work and of who does it, it may be the rest of the row above.
    /// "PHỤ TRÁCH: HIỆU TRƯỞNG" over works is no signature.
    pub fn is_named_by(&self, row: &Physical, below: Option<&Physical>, header: &Header<'_>, kind: &Kind) -> bool {
        const OF_WORK: usize = 3;
        let over_work = || below.is_some_and(|below| below.texts().iter().filter(|(_, text)| !text.is_empty()).count() >= OF_WORK);
        if !(*kind == Kind::Data || *kind == Kind::Left(Reason::Signature) && over_work()) {
            return false;
        }
        let own = |field: Field| matches!(field, Field::Lead | Field::Partner | Field::Collector) || work(header) == Some(field);
        let of_plan = matches!(header.form.kind, FormKind::Plan | FormKind::Result);
        of_plan && named(row).is_some_and(|doer| !header.field_at(doer.address.column).is_some_and(own))
    }

    /// A row that says nothing of it has the one named above.
    pub fn give(&self, row: &mut LogicalRow) {
        let said = [Field::Lead, Field::Partner].into_iter().any(|field| !row.text(field).is_empty());
        if let Some(doer) = self.0.as_ref().filter(|_| !said) {
            row.pieces.insert(Field::Lead, doer.clone());
        }
    }
}

/// "Người thực hiện: Kế toán" alone where the work stands, below a work that nobody is named for: who does it, and no more of its text.
pub(super) fn say_below(open: &mut LogicalRow, row: &Physical, header: &Header<'_>) -> bool {
    let Some(work) = work(header).filter(|_| matches!(header.form.kind, FormKind::Plan | FormKind::Result)) else { return false };
    let texts = row.texts();
    let mut filled = texts.iter().filter(|(_, text)| !text.is_empty());
    let (Some((address, text)), None) = (filled.next(), filled.next()) else { return false };
    let said = [Field::Lead, Field::Partner].into_iter().any(|field| !open.text(field).is_empty());
    let below = header.field_at(address.column) == Some(work) && !said && !open.text(work).trim_end().ends_with([':', ',', ';']);
    let Some(doer) = behind_label(without_bullet(text)).filter(|_| below) else { return false };
    open.pieces
        .insert(Field::Lead, Piece { text: doer.to_owned(), raw: Some((*text).to_owned()), address: *address, kind: CellKind::Text });
    open.rows.push(row.index);
    true
}

fn without_bullet(text: &str) -> &str {
    text.trim_start_matches(['-', '+', '*', '•', '(', ' ']).trim_end_matches(')')
}

fn named(row: &Physical) -> Option<Piece> {
    let texts = row.texts();
    let mut filled = texts.iter().filter(|(_, text)| !text.is_empty());
    let (address, text) = match (filled.next()?, filled.next(), filled.next()) {
        (only, None, None) => (only.0, without_entry(only.1)),
        (number, Some(second), None) if is_entry(number.1) => *second,
        _ => return None,
    };
    let doer = behind_label(text).or_else(|| person(text))?;
    Some(Piece { text: doer.to_owned(), raw: None, address, kind: CellKind::Text })
}

/// "Hiệu trưởng" of "Người phụ trách: Hiệu trưởng".
fn behind_label(text: &str) -> Option<&str> {
    let (label, doer) = text.split_once([':', '-', '–'])?;
    let doer = doer.trim().trim_end_matches([':', '.', ';']);
    (LABELS.contains(&text::fold(label).as_str()) && doer.chars().any(char::is_alphabetic)).then_some(doer)
}

/// "Đ/c Hà Thị Én", "Cô Lụa", and nothing else.
fn person(text: &str) -> Option<&str> {
    let bare = text.trim().trim_end_matches([':', '.', ';']);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let titled =
        (1..=2).find(|count| words.get(..*count).is_some_and(|title| OF_PERSONS.contains(&title.join(" ").to_lowercase().as_str())))?;
    let name = words.get(titled..).filter(|name| !name.is_empty() && words.len() <= MOST_WORDS)?;
    let capital = |word: &&str| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    // "Đồng chí Phó hiệu trưởng", "Thầy Tổ trưởng Toán"
    let role = || {
        let said = name.join(" ");
        said.starts_with(char::is_uppercase) && opens_with_role(&said) && !phrase::status::names_deed(&said)
    };
    (name.iter().all(capital) || role()).then_some(bare)
}

/// "A", "II.", "3)".
fn is_entry(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['.', ')', '/', ':']);
    let counts = bare.bytes().all(|sign| sign.is_ascii_digit()) || bare.bytes().all(|sign| b"IVX".contains(&sign));
    !bare.is_empty() && bare.len() <= 4 && (counts || bare.len() == 1 && bare.bytes().all(|sign| sign.is_ascii_alphabetic()))
}

/// "Người phụ trách: …" of "A. Người phụ trách: …".
fn without_entry(text: &str) -> &str {
    let behind = text.trim().split_once(['.', ')', ' ']).filter(|(entry, _)| is_entry(entry)).map(|(_, rest)| rest);
    behind.map_or(text.trim(), |rest| rest.trim_start_matches(['.', ')', '-', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_names_who_does_the_work_below_it() {
        for (text, doer) in [
            ("Người phụ trách: Hiệu trưởng Lò Văn Inh", "Hiệu trưởng Lò Văn Inh"),
            ("A. Người phụ trách: Hiệu trưởng", "Hiệu trưởng"),
            ("II) CHỦ TRÌ: PHÓ HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
            ("Phần việc của: Kế toán", "Kế toán"),
            ("Đ/c Hà Thị Én", "Đ/c Hà Thị Én"),
            ("1. Cô Lụa:", "Cô Lụa"),
            ("Phụ trách – Tổ Toán", "Tổ Toán"),
            ("Đồng chí Hiệu trưởng", "Đồng chí Hiệu trưởng"),
            ("II. Đ/c Phó hiệu trưởng:", "Đ/c Phó hiệu trưởng"),
            ("Thầy Tổ trưởng Toán", "Thầy Tổ trưởng Toán"),
        ] {
            let text = without_entry(text);
            assert_eq!(behind_label(text).or_else(|| person(text)), Some(doer), "{text}");
        }
        for text in [
            "Công tác chuyên môn",
            "Cơ sở vật chất",
            "Hiệu trưởng, phó hiệu trưởng, tổ chuyên môn và tổ văn phòng",
            "Bà con thôn bản",
            "Cô và trò cùng làm",
            "Người phụ trách:",
            "Mục tiêu: Hiệu trưởng đạt chuẩn",
            "Ông bà, cha mẹ học sinh",
            "Có Kế Hoạch",
            "Thầy mẫu mực, trò chăm ngoan",
            "Cô giáo viên dạy giỏi",
            "Đồng chí Hiệu trưởng dự giờ giáo viên",
        ] {
            let text = without_entry(text);
            assert_eq!(behind_label(text).or_else(|| person(text)), None, "{text}");
        }
    }
}
