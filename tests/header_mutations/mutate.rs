//! What schools do to a table before they send it.

use ctcl::form::Field;
use unicode_normalization::UnicodeNormalization;

use crate::paper::{Office, Paper};

use super::draft::{Column, Draft, Entry, Record};
use super::luck::Luck;

/// How the table is laid on the sheet.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// By name, for the message of a failure.
    pub done: Vec<&'static str>,
    down: u32,
    right: u16,
    letterhead: usize,
    unit_line: bool,
    header_rows: u32,
    unmerged: bool,
    numbers: bool,
    repeat_every: Option<usize>,
    breaks: bool,
    merge_codes: bool,
    shifted: bool,
    signature: bool,
    decomposed: bool,
}

impl Layout {
    /// As printed.
    pub fn plain(draft: &Draft) -> Self {
        let grouped = draft.columns.iter().any(|column| column.group.is_some());
        Layout { header_rows: if grouped { 2 } else { 1 }, letterhead: 1, ..Layout::default() }
    }
}

/// The sheet, and where on it each record stands.
pub struct Laid {
    pub paper: Paper,
    pub header: std::ops::Range<u32>,
    /// Entry of the draft → rows of the sheet.
    pub rows: Vec<Vec<u32>>,
    pub first_column: u16,
}

const FOREIGN: &[(&str, &[&str])] = &[
    ("Mã số", &["A01", "B27", "C13"]),
    ("Số điện thoại", &["0912345678", "0987654321"]),
    ("STT 2", &["1", "2", "3"]),
    ("Ghi chú của PGD", &["", "đã xem"]),
];

/// One to four mutations of a table, and how it is laid out.
pub fn mutate(draft: &mut Draft, office: &Office, luck: &mut Luck) -> Layout {
    let mut layout = Layout::plain(draft);
    for _ in 0..1 + luck.below(4) {
        let done = match luck.below(19) {
            0 => {
                (layout.down, layout.right) = (luck.below(15) as u32, luck.below(5) as u16);
                "dời bảng"
            }
            1 => rename(draft, office, luck, false),
            2 => rename(draft, office, luck, true),
            3 => swap(draft, luck),
            4 => drop_optional(draft, office, luck),
            5 => insert_foreign(draft, luck),
            6 => {
                layout.header_rows = 2 + luck.below(2) as u32;
                "tách hàng tiêu đề"
            }
            7 | 8 => {
                layout.breaks = true;
                "ngắt dòng qua trang"
            }
            9 => {
                layout.repeat_every = Some(4 + luck.below(6));
                "lặp tiêu đề"
            }
            10 => {
                layout.numbers = true;
                "hàng số cột"
            }
            11 => typing_errors(draft, luck),
            12 => {
                layout.decomposed = true;
                "NFD"
            }
            13 => {
                layout.letterhead = luck.below(4);
                "đầu trang"
            }
            14 => {
                layout.signature = true;
                "chữ ký"
            }
            15 => {
                layout.unit_line = true;
                "ĐVT"
            }
            16 => {
                layout.shifted = true;
                "mất TT, lệch cột"
            }
            17 => {
                layout.unmerged = true;
                "bỏ gộp ô tiêu đề"
            }
            _ => {
                layout.merge_codes = true;
                "gộp ô tiêu chí"
            }
        };
        layout.done.push(done);
    }
    layout
}

fn rename(draft: &mut Draft, office: &Office, luck: &mut Luck, short: bool) -> &'static str {
    let form = office.forms.get(draft.form).expect("a built-in form");
    for at in 0..draft.columns.len() {
        let Some(field) = draft.columns[at].field else { continue };
        let Some(column) = form.column(field) else { continue };
        if !luck.percent(if short { 70 } else { 50 }) {
            continue;
        }
        let mut titles: Vec<&String> = column.titles.iter().collect();
        if short {
            titles.sort_by_key(|title| title.chars().count());
            titles.truncate(3);
        }
        let title = (*luck.of_these(&titles)).clone();
        let fold = ctcl::text::fold(&title);
        // Two columns of one title nobody could tell apart; nor a title that another column of the form has too.
        let taken = draft.columns.iter().enumerate().any(|(other, column)| {
            let spelled =
                |field: Field| form.column(field).is_some_and(|form| form.titles.iter().any(|known| ctcl::text::fold(known) == fold));
            other != at && (ctcl::text::fold(&column.title) == fold || column.field.is_some_and(spelled))
        });
        if !taken {
            draft.columns[at].title = title;
        }
    }
    if short { "viết tắt" } else { "đổi tên cột" }
}

fn swap(draft: &mut Draft, luck: &mut Luck) -> &'static str {
    let (a, b) = (luck.below(draft.columns.len()), luck.below(draft.columns.len()));
    if draft.columns[a].group == draft.columns[b].group {
        draft.columns.swap(a, b);
        for record in records(draft) {
            record.cells.swap(a, b);
        }
    }
    "đổi chỗ cột"
}

fn drop_optional(draft: &mut Draft, office: &Office, luck: &mut Luck) -> &'static str {
    let form = office.forms.get(draft.form).expect("a built-in form");
    for _ in 0..1 + luck.below(3) {
        let at = luck.below(draft.columns.len());
        let Some(field) = draft.columns[at].field else { continue };
        // Without the column of what is not met, an empty row could mean two things.
        let optional = form.column(field).is_some_and(|column| !column.needed) && field != Field::Unmet && field != Field::Criterion;
        let rest: Vec<Field> = draft.columns.iter().filter_map(|column| column.field).filter(|other| *other != field).collect();
        if optional && rest.len() > 1 && form.lacking(|field| rest.contains(&field)).is_empty() {
            draft.columns.remove(at);
            for record in records(draft) {
                record.cells.remove(at);
            }
        }
    }
    "bỏ cột"
}

fn insert_foreign(draft: &mut Draft, luck: &mut Luck) -> &'static str {
    let (title, texts) = *luck.of_these(FOREIGN);
    let is_known = title == "Mã số" && draft.form.starts_with("evidence");
    let at = luck.below(draft.columns.len() + 1);
    let within_group = at > 0
        && at < draft.columns.len()
        && draft.columns[at - 1].group.is_some()
        && draft.columns[at].group == draft.columns[at - 1].group;
    if !is_known && !within_group {
        draft.columns.insert(at, Column { field: None, title: title.to_owned(), group: None });
        for record in records(draft) {
            record.cells.insert(at, (*luck.of_these(texts)).to_owned());
        }
    }
    "thêm cột lạ"
}

fn typing_errors(draft: &mut Draft, luck: &mut Luck) -> &'static str {
    for column in &mut draft.columns {
        let letters: Vec<char> = column.title.chars().collect();
        let long = letters.iter().filter(|letter| letter.is_alphabetic()).count() >= 7;
        if column.field.is_none() || !long || !luck.percent(50) {
            continue;
        }
        let places: Vec<usize> = letters.iter().enumerate().filter(|(_, letter)| letter.is_alphabetic()).map(|(at, _)| at).collect();
        let at = *luck.of_these(&places);
        let mut wrong = letters.clone();
        match luck.below(3) {
            0 => drop(wrong.remove(at)),
            1 => wrong[at] = *luck.of_these(&['a', 'e', 'n', 'h', 'o', 'k']),
            _ => wrong.insert(at, letters[at]),
        }
        column.title = wrong.into_iter().collect();
    }
    "gõ sai một chữ"
}

fn records(draft: &mut Draft) -> impl Iterator<Item = &mut Record> {
    draft.entries.iter_mut().filter_map(|entry| if let Entry::Record(record) = entry { Some(record) } else { None })
}

/// The table on its sheet.
pub fn lay(draft: &Draft, layout: &Layout, luck: &mut Luck) -> Laid {
    let mut laid = Laid { paper: Paper::new("Bảng"), header: 0..0, rows: Vec::new(), first_column: layout.right };
    let width = draft.columns.len() as u16;
    let mut row = layout.down;
    for (line, column) in letterhead(draft, layout) {
        laid.paper.text(row, layout.right + column.min(width - 1), line);
        row += u32::from(column == 0);
    }
    laid.header = row..header(draft, layout, row, &mut laid, luck);
    row = laid.header.end;
    if layout.numbers {
        for column in 0..width {
            laid.paper.text(row, layout.right + column, &format!("({})", column + 1));
        }
        row += 1;
    }
    let mut code_row: Option<u32> = None;
    for (at, entry) in draft.entries.iter().enumerate() {
        if layout.repeat_every.is_some_and(|every| at > 0 && at % every == 0)
            && !matches!(entry, Entry::Record(Record { follows: true, .. }))
        {
            row = header(draft, layout, row, &mut laid, luck);
        }
        let mut rows = vec![row];
        match entry {
            Entry::Heading(text) => {
                let column = draft.at(Field::Criterion).unwrap_or(0) as u16;
                laid.paper.text(row, layout.right + column, text);
                code_row = None;
            }
            Entry::Record(record) => {
                let named =
                    draft.at(Field::Ordinal) == Some(0) && draft.at(Field::Criterion) == Some(1) && record.cells[1].contains("Tiêu chí");
                if layout.shifted && named && luck.percent(25) {
                    // The number is missing, and every cell stands one to the left.
                    for (column, text) in record.cells.iter().enumerate().skip(1) {
                        laid.paper.text(row, layout.right + column as u16 - 1, text);
                    }
                } else if layout.breaks && luck.percent(25) && broken(record, row, layout, &mut laid, draft, luck) {
                    rows.push(row + 1);
                    row += 1;
                } else {
                    for (column, text) in record.cells.iter().enumerate() {
                        laid.paper.text(row, layout.right + column as u16, text);
                    }
                }
                if let (true, Some(first), Some(column)) = (record.follows && layout.merge_codes, code_row, draft.at(Field::Criterion)) {
                    let column = layout.right + column as u16;
                    laid.paper.merges.retain(|(row, of, ..)| (*row, *of) != (first, column));
                    laid.paper.merges.push((first, column, row, column));
                } else if !record.follows {
                    code_row = Some(rows[0]);
                }
            }
        }
        laid.rows.push(rows);
        row += 1;
    }
    if layout.signature {
        let right = layout.right + width - 1;
        laid.paper.text(row + 1, right, "Quan Hoa, ngày 05 tháng 01 năm 2024");
        laid.paper.text(row + 2, layout.right, "Nơi nhận:");
        laid.paper.text(row + 2, right, "HIỆU TRƯỞNG");
        laid.paper.text(row + 3, layout.right, "- Phòng GD&ĐT (để báo cáo);");
        laid.paper.text(row + 4, layout.right, "- Lưu: VT.");
        laid.paper.text(row + 7, right, "Nguyễn Văn An");
    }
    if layout.decomposed {
        for (_, _, typed) in &mut laid.paper.cells {
            if let crate::paper::Typed::Text(text) = typed {
                *text = text.nfd().collect();
            }
        }
    }
    laid
}

fn letterhead(draft: &Draft, layout: &Layout) -> Vec<(&'static str, u16)> {
    let year = if draft.year == 2026 { "Năm học 2026-2027" } else { "Năm học 2023-2024" };
    let mut lines = match layout.letterhead {
        0 => vec![("Trường THCS Hoa Sen", 0), (draft.title, 0)],
        1 => vec![
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 4),
            ("UBND PHƯỜNG QUAN HOA", 0),
            ("Độc lập - Tự do - Hạnh phúc", 4),
            ("TRƯỜNG THCS HOA SEN", 0),
            (draft.title, 0),
            (year, 0),
        ],
        2 => vec![("PHÒNG GD&ĐT QUẬN CẦU GIẤY\nTRƯỜNG THCS HOA SEN\nSố: 12/KH-THCSHS", 0), (draft.title, 0), (year, 0)],
        _ => vec![("Đơn vị: Trường THCS Hoa Sen", 0), (year, 0)],
    };
    if layout.unit_line {
        lines.push(("ĐVT: triệu đồng", 0));
    }
    lines
}

/// Writes the titles from `row` on; the row below them.
fn header(draft: &Draft, layout: &Layout, row: u32, laid: &mut Laid, luck: &mut Luck) -> u32 {
    let last = row + layout.header_rows - 1;
    let paper = &mut laid.paper;
    let at = |column: usize| layout.right + column as u16;
    let mut column = 0;
    while column < draft.columns.len() {
        let Column { title, group, .. } = &draft.columns[column];
        let Some(group) = group else {
            let words: Vec<&str> = title.split(' ').collect();
            if last > row && words.len() >= 2 * (last - row + 1) as usize && !layout.unmerged && luck.percent(30) {
                // The title runs on in the row below, as a table copied from a page does.
                let middle = words.len() / 2;
                paper.text(row, at(column), &words[..middle].join(" "));
                paper.text(row + 1, at(column), &words[middle..].join(" "));
            } else {
                paper.text(row, at(column), title);
                if last > row && !layout.unmerged {
                    paper.merges.push((row, at(column), last, at(column)));
                }
            }
            column += 1;
            continue;
        };
        let end = column + draft.columns[column..].iter().take_while(|other| other.group == Some(group)).count();
        paper.text(row, at(column), group);
        if !layout.unmerged && end > column + 1 {
            paper.merges.push((row, at(column), row, at(end - 1)));
        }
        for (under, titled) in draft.columns.iter().enumerate().take(end).skip(column) {
            paper.text(row + 1, at(under), &titled.title);
            if last > row + 1 && !layout.unmerged {
                paper.merges.push((row + 1, at(under), last, at(under)));
            }
        }
        column = end;
    }
    // Unmerged titles fill no further row.
    if layout.unmerged { row + if draft.columns.iter().any(|column| column.group.is_some()) { 2 } else { 1 } } else { last + 1 }
}

/// Writes a record over two rows, as a page end breaks it; `false` where nothing in it can be broken.
fn broken(record: &Record, row: u32, layout: &Layout, laid: &mut Laid, draft: &Draft, luck: &mut Luck) -> bool {
    let breakable = |column: usize| {
        let prose = !matches!(draft.columns[column].field, None | Some(Field::Ordinal | Field::EvidenceCode | Field::Status | Field::Note));
        prose && record.cells[column].split(' ').count() >= 4
    };
    let mut parts: Vec<usize> = (0..record.cells.len()).filter(|column| breakable(*column) && luck.percent(60)).collect();
    if parts.is_empty() {
        parts.extend((0..record.cells.len()).find(|column| breakable(*column)));
    }
    for (column, text) in record.cells.iter().enumerate() {
        let at = layout.right + column as u16;
        if parts.contains(&column) {
            let words: Vec<&str> = text.split(' ').collect();
            let cut = 2 + luck.below(words.len() - 3);
            laid.paper.text(row, at, &words[..cut].join(" "));
            laid.paper.text(row + 1, at, &words[cut..].join(" "));
        } else {
            laid.paper.text(row, at, text);
        }
    }
    !parts.is_empty()
}
