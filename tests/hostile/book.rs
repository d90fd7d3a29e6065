//! Small workbooks of every format, by rows of text.

use super::archive::{Member, ole, zip};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A plan that a reader would take, if it read what it may not: the school must never turn up among the good ones.
pub const PLAN: &[&[&str]] = &[
    &["TRƯỜNG THCS KẺ PHÁ"],
    &["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"],
    &["Năm học 2023-2024"],
    &[
        "TT",
        "Tiêu chuẩn, tiêu chí",
        "Kết quả cần đạt",
        "Công việc/giải pháp cần thực hiện",
        "Chủ trì và phối hợp thực hiện",
        "Thời gian thực hiện và hoàn thành",
        "Dự kiến kinh phí",
        "Điều kiện hỗ trợ khác",
        "Ghi chú",
    ],
    &["1", "Tiêu chí 1.1", "Có kế hoạch", "Xây dựng kế hoạch phát triển", "Hiệu trưởng", "Tháng 9/2023", "Không", "", ""],
    &["2", "Tiêu chí 3.6", "Đủ sách", "Bổ sung sách thư viện", "Thư viện", "Tháng 12/2023", "10 triệu đồng", "", ""],
];

/// Text that no form knows: what is read from it is no row of the dataset.
pub const LETTER: &[&[&str]] = &[&["Kính gửi quý thầy cô"], &["Đây là thư, không phải bảng"]];

pub fn rows(rows: &[&[&str]]) -> String {
    let mut xml = String::new();
    for (at, row) in rows.iter().enumerate() {
        xml.push_str(&format!("<row r=\"{}\">", at + 1));
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let letter = char::from(b'A' + column as u8);
            xml.push_str(&format!("<c r=\"{letter}{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", at + 1, text.replace('&', "&amp;")));
        }
        xml.push_str("</row>");
    }
    xml
}

pub fn sheet(rows: &str) -> String {
    format!("{XML}<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")
}

/// The members of an `.xlsx` whose sheets have these parts. Later members may be replaced or added by the caller.
pub fn xlsx(sheets: &[String]) -> Vec<(String, Vec<u8>)> {
    let count = 1..=sheets.len();
    let types: String = count
        .clone()
        .map(|at| format!("<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
        .collect();
    let relations: String = count
        .clone()
        .map(|at| format!("<Relationship Id=\"rId{at}\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"))
        .collect();
    let names: String = count.map(|at| format!("<sheet name=\"Trang {at}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>")).collect();
    let mut members = vec![
        (
            "[Content_Types].xml".to_owned(),
            format!(
                "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        ("xl/workbook.xml".to_owned(), format!("{XML}<workbook {MAIN}><sheets>{names}</sheets></workbook>")),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}<Relationship Id=\"rId90\" Type=\"{RELATION}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/sharedStrings.xml".to_owned(),
            format!("{XML}<sst {MAIN} count=\"2\" uniqueCount=\"2\"><si><t>chuỗi số không</t></si><si><t>chuỗi số một</t></si></sst>"),
        ),
    ];
    members.extend(sheets.iter().enumerate().map(|(at, part)| (format!("xl/worksheets/sheet{}.xml", at + 1), part.clone())));
    members.into_iter().map(|(name, text)| (name, text.into_bytes())).collect()
}

pub fn packed(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    zip(&members.iter().map(|(name, content)| Member::deflated(name, content)).collect::<Vec<_>>())
}

/// `members` with one of them replaced, or added.
pub fn with(mut members: Vec<(String, Vec<u8>)>, name: &str, content: impl Into<Vec<u8>>) -> Vec<(String, Vec<u8>)> {
    members.retain(|(known, _)| known != name);
    members.push((name.to_owned(), content.into()));
    members
}

/// An `.xlsx` with one sheet of these rows, given as XML.
pub fn of_rows(rows: &str) -> Vec<u8> {
    packed(&xlsx(&[sheet(rows)]))
}

/// An `.ods` whose only table has this content.
pub fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "{XML}<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body><office:spreadsheet><table:table table:name=\"Trang1\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    zip(&[
        Member::stored("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        Member::deflated("content.xml", content.as_bytes()),
        Member::deflated("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

/// An `.xls` (\[MS-XLS\], BIFF8) with one sheet of texts; `extra` records stand after the first.
pub fn xls(rows: &[&[&str]], extra: &[u8]) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let start = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
    let name = b"Trang1";
    let globals = |at: u32| {
        let bound = [&at.to_le_bytes()[..], &[0, 0, name.len() as u8, 0], name].concat();
        [start(5), extra.to_vec(), record(0x0042, &[0xB0, 0x04]), record(0x0085, &bound), record(0x000A, &[])].concat()
    };
    let mut stream = globals(globals(0).len() as u32);
    stream.extend(start(0x10));
    for (at, row) in rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let data = [
                &(at as u16).to_le_bytes()[..],
                &(column as u16).to_le_bytes(),
                &[0, 0],
                &((wide.len() / 2) as u16).to_le_bytes(),
                &[1],
                &wide,
            ]
            .concat();
            stream.extend(record(0x0204, &data));
        }
    }
    stream.extend(record(0x000A, &[]));
    ole(&[("Workbook", stream)])
}

/// The members of an `.xlsb` (\[MS-XLSB\]) with one sheet of texts: every other one shared, and the given merged areas `[first row, last row, first column, last column]`.
pub fn xlsb(rows: &[&[&str]], merges: &[[u32; 4]]) -> Vec<(String, Vec<u8>)> {
    let mut strings: Vec<&str> = Vec::new();
    let mut sheet = [record(0x81, &[]), record(0x94, &[0; 16]), record(0x91, &[])].concat();
    for (at, row) in rows.iter().enumerate() {
        sheet.extend(record(0x00, &[&(at as u32).to_le_bytes()[..], &[0; 21]].concat()));
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let place = [&(column as u32).to_le_bytes()[..], &[0; 4]].concat();
            if column % 2 == 0 {
                sheet.extend(record(0x06, &[place, wide(text)].concat()));
            } else {
                sheet.extend(record(0x07, &[place, (strings.len() as u32).to_le_bytes().to_vec()].concat()));
                strings.push(text);
            }
        }
    }
    sheet.extend(record(0x92, &[]));
    sheet.extend(record(0xB1, &(merges.len() as u32).to_le_bytes()));
    for area in merges {
        sheet.extend(record(0xB0, &area.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<_>>()));
    }
    sheet.extend([record(0xB2, &[]), record(0x82, &[])].concat());
    let count = (strings.len() as u32).to_le_bytes();
    let mut shared = record(0x9F, &[count, count].concat());
    for text in strings {
        shared.extend(record(0x13, &[vec![0], wide(text)].concat()));
    }
    shared.extend(record(0xA0, &[]));
    let bundle = record(0x9C, &[vec![0; 4], 1u32.to_le_bytes().to_vec(), wide("rId1"), wide("Trang 1")].concat());
    let workbook = [record(0x83, &[]), record(0x99, &[0; 12]), record(0x8F, &[]), bundle, record(0x90, &[]), record(0x84, &[])].concat();
    let relations = format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet1.bin\"/><Relationship Id=\"rId2\" Type=\"{RELATION}/sharedStrings\" Target=\"sharedStrings.bin\"/></Relationships>"
    );
    vec![
        (
            "[Content_Types].xml".to_owned(),
            format!("{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>").into_bytes(),
        ),
        ("xl/workbook.bin".to_owned(), workbook),
        ("xl/_rels/workbook.bin.rels".to_owned(), relations.into_bytes()),
        ("xl/sharedStrings.bin".to_owned(), shared),
        ("xl/worksheets/sheet1.bin".to_owned(), sheet),
    ]
}

/// Kind and length in seven bits a byte, then the data.
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = if kind < 0x80 { vec![kind as u8] } else { vec![(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8] };
    let mut left = data.len();
    loop {
        let low = (left & 0x7F) as u8;
        left >>= 7;
        bytes.push(if left > 0 { low | 0x80 } else { low });
        if left == 0 {
            break;
        }
    }
    bytes.extend(data);
    bytes
}

fn wide(text: &str) -> Vec<u8> {
    let letters: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [((letters.len() / 2) as u32).to_le_bytes().to_vec(), letters].concat()
}
