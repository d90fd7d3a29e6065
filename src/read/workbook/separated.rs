//! A text whose lines are rows of fields → one grid: what "Lưu thành … CSV" and "Unicode Text" give, and what web applications print under the
//! name `.xls`.

mod uneven;

use csv::StringRecord;
use memchr::memchr;

use super::{Collector, grid, letters, text_cell};
use crate::finding::{self, Finding};
use crate::read::grid::Workbook;
use crate::settings::Limits;
use crate::text::separated;

/// What parts the fields. Of two that part a text alike the first is meant.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// Fields of a row of a table, and rows of as many fields that make a text one of a table.
const FEWEST_FIELDS: usize = 3;
const FEWEST_ROWS: usize = 3;
/// Letters in every thousand that are "?" within words where a text was saved in a code page without them.
const LOST_OF_THOUSAND: usize = 20;
/// What the sheet is called: text has no name for it.
const SHEET: &str = "CSV";

/// Refuses a text that is no table, and one whose letters were lost when it was saved.
pub(super) fn read(bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Result<Workbook, Box<Finding>> {
    let refuse = |rule| Err(Box::new(Finding::new(rule)));
    let text = letters::decoded(bytes, &[]);
    let text = text.trim_start_matches('\u{feff}');
    let Some((separator, rows)) = rows(text) else { return refuse(&finding::PLAIN_TEXT) };
    if has_lost_letters(text) {
        return refuse(&finding::LETTERS_LOST);
    }
    let (_, usual) = evenness(&rows);
    if let Some(row) = rows.iter().position(|row| swallows_rows(row, separator, usual)) {
        return Err(Box::new(Finding::new(&finding::QUOTE_LEFT_OPEN).with("row", row + 1)));
    }
    if let Some(row) = rows.len().checked_sub(1).filter(|_| ends_within_quotes(text, rows.last(), separator, usual)) {
        return Err(Box::new(Finding::new(&finding::QUOTE_LEFT_OPEN).with("row", row + 1)));
    }
    findings.extend(uneven::told(text, &rows, separator, usual).into_iter().map(|told| told.on_sheet(&"".into(), &SHEET.into())));
    let mut cells = Collector::new(limits.cells, 1_048_576, 16_384);
    for (row, fields) in (0..).zip(&rows) {
        for (column, field) in (0..).zip(fields) {
            if let Some(cell) = text_cell(column, unquoted(field), None) {
                cells.push(row, cell);
            }
        }
    }
    let mut workbook = Workbook::default();
    let sheet = grid(SHEET, false, cells, &mut workbook.cells_left_out, findings);
    workbook.grids.push(sheet);
    Ok(workbook)
}

/// What parts the fields, and the rows as Excel shows them, empty ones too; `None` for what is no table.
fn rows(text: &str) -> Option<(u8, Vec<StringRecord>)> {
    if let Some((separator, rest)) = named_separator(text) {
        return Some((separator, separated(rest, separator).ok()?));
    }
    let (mut most, mut best) = ((0, 0), None);
    for separator in SEPARATORS.into_iter().filter(|separator| memchr(*separator, text.as_bytes()).is_some()) {
        let Ok(rows) = separated(text, separator) else { continue };
        let even = evenness(&rows);
        if even.0 >= FEWEST_ROWS && even > most {
            (most, best) = (even, Some((separator, rows)));
        }
    }
    best
}

/// `sep=;` on a line of its own, as Excel understands it.
fn named_separator(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    match line.trim_end_matches('\r').as_bytes() {
        [b's', b'e', b'p', b'=', separator] => Some((*separator, rest)),
        _ => None,
    }
}

/// How many rows have the number of fields that most have, and that number. Prose with commas has now this many, now that.
fn evenness(rows: &[StringRecord]) -> (usize, usize) {
    let mut counts = std::collections::BTreeMap::new();
    for row in rows.iter().filter(|row| row.len() >= FEWEST_FIELDS && row.iter().any(|field| !field.trim().is_empty())) {
        *counts.entry(row.len()).or_insert(0) += 1;
    }
    counts.into_iter().map(|(fields, rows)| (rows, fields)).max().unwrap_or_default()
}

/// Whether a field holds lines that are rows of their own: its quotes were never closed, as in `1;"Sửa rào;9/2023`.
fn swallows_rows(row: &StringRecord, separator: u8, usual: usize) -> bool {
    let is_row = |line: &str| line.bytes().filter(|byte| *byte == separator).count() + 1 >= usual;
    row.iter().any(|field| field.lines().skip(1).any(is_row))
}

/// Whether the last row goes on to the end of the text, within quotes that were never closed.
fn ends_within_quotes(text: &str, last: Option<&StringRecord>, separator: u8, usual: usize) -> bool {
    let swallows = |field: &str| field.bytes().any(|byte| byte == separator);
    let is_odd = || text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    last.is_some_and(|last| last.len() < usual && last.iter().next_back().is_some_and(swallows)) && is_odd()
}

/// `="0123"`, which keeps Excel from taking a code for a number.
fn unquoted(field: &str) -> &str {
    field.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(field)
}

/// Whether words are full of "?": "K? ho?ch c?i ti?n".
fn has_lost_letters(text: &str) -> bool {
    let (mut letters, mut lost, mut before) = (0, 0, ' ');
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        letters += usize::from(sign.is_alphabetic());
        lost += usize::from(sign == '?' && before.is_alphabetic() && signs.peek().is_some_and(|next| next.is_alphabetic()));
        before = sign;
    }
    lost * 1_000 > letters * LOST_OF_THOUSAND
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::lines;

    fn read_text(text: &[u8]) -> Result<Vec<String>, &'static str> {
        match read(text, &Limits::default(), &mut Vec::new()) {
            Ok(workbook) => Ok(lines(&workbook.grids[0])),
            Err(finding) => Err(finding.rule.id),
        }
    }

    #[test]
    fn rows_are_parted_by_what_parts_most_of_them_alike() {
        let semicolons =
            "TRƯỜNG THCS HOA SEN;;\nTT;Việc, giải pháp;Thời gian\n1;\"Mua ghế; bàn, tủ\";9/2023\n\n2;Sơn, sửa, quét;\"10/2023\nlùi\"\n";
        let expected = [
            "0:TRƯỜNG THCS HOA SEN",
            "0:TT 1:Việc, giải pháp 2:Thời gian",
            "0:1 1:Mua ghế; bàn, tủ 2:9/2023",
            "0:2 1:Sơn, sửa, quét 2:10/2023\nlùi",
        ];
        assert_eq!(read_text(semicolons.as_bytes()), Ok(expected.map(str::to_owned).to_vec()));
        let workbook = read(semicolons.as_bytes(), &Limits::default(), &mut Vec::new()).expect("a table");
        assert_eq!(workbook.grids[0].rows.last().map(|row| row.index), Some(4), "an empty line is a row");
        let tabs = "TT\tViệc\tThời gian\r\n=\"01\"\tMua; bán\t9/2023\r\n2\tSơn\t10/2023\r\n";
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(tabs.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [tabs.as_bytes(), &wide] {
            assert_eq!(read_text(bytes).expect("a table")[1], "0:01 1:Mua; bán 2:9/2023");
        }
        assert_eq!(read_text(b"sep=|\na|b|c\n1|2|3\n").expect("a table")[0], "0:a 1:b 2:c");
    }

    #[test]
    fn prose_is_no_table() {
        for text in [
            "Kính gửi Phòng, trường xin báo cáo, như sau:\n- Đã sơn, sửa.\n- Đã mua bàn, ghế, tủ, sách, vở.\nTrân trọng./.",
            "Tên trường,Ý kiến\nHoa Sen,tốt\nHoa Mai,tốt\nHoa Lan,tốt\n",
            "a,b,c\n1,2,3\n",
            "",
        ] {
            assert_eq!(read_text(text.as_bytes()), Err("F23"), "{text}");
        }
    }

    #[test]
    fn quotes_that_were_left_open_and_rows_with_more_fields_are_told() {
        let open = "TT;Việc;Thời gian\n0;Rà soát;8/2023\n1;Mua máy;9/2023\n2;\"Sửa rào;10/2023\n3;Trồng cây;11/2023\n4;Sơn;12/2023\n";
        assert_eq!(read_text(open.as_bytes()), Err("F63"));
        let last = "TT;Việc;Thời gian\n1;Mua máy;9/2023\n2;Sửa rào;10/2023\n3;Trồng cây;11/2023\n4;\"Sơn;12/2023\n";
        assert_eq!(read_text(last.as_bytes()), Err("F63"));
        let lines = "TT;Việc;Thời gian\n1;\"Mua máy;\nmua bàn\";9/2023\n2;Sửa rào;10/2023\n3;Trồng cây;11/2023\n";
        assert!(read_text(lines.as_bytes()).is_ok());
        let uneven = "TT,Việc,Kinh phí\n1,Mua máy,500000\n2,Sửa rào,2,500,000\n3,Trồng cây,300000,\n4,Sơn,0\n";
        let mut findings = Vec::new();
        read(uneven.as_bytes(), &Limits::default(), &mut findings).expect("a table");
        let told: Vec<_> = findings.iter().map(|finding| (finding.rule.id, finding.details["rows"].as_str())).collect();
        assert_eq!(told, [("F62", "3")]);
    }

    #[test]
    fn letters_that_were_lost_are_told() {
        let text = "TT;N?i dung;Th?i gian\n1;S?a hàng rào;Tháng 9\n2;Mua sách th? vi?n;Tháng 10\n";
        assert_eq!(read_text(text.as_bytes()), Err("F61"));
        let question = "TT;Nội dung;Thời gian\n1;Sửa hàng rào?;Tháng 9\n2;Mua sách (?) thư viện;?\n";
        assert!(read_text(question.as_bytes()).is_ok());
    }
}
