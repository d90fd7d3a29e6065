//! A web page → one grid: what school software exports as `.xls`, and web applications as `.doc`. Its tables lie as they would if the page
//! were pasted into a sheet, one below the other from the first column on; each paragraph between them has a row of its own.

use html5gum::{DefaultEmitter, EndTag, HtmlString, StartTag, Token, Tokenizer};
use memchr::memmem;

use super::{Collector, grid, letters, text_cell};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::{Area, Workbook};
use crate::settings::Limits;

const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;
/// Columns that one cell may span, as in the standard.
const MOST_SPANNED: u32 = 1_000;
/// Tables within tables.
const DEEPEST: usize = 64;
/// Cells of the greatest table that make the page one of tables.
const FEWEST_CELLS: usize = 4;
/// Rows, and cells in each, that make a table one of data.
const FEWEST_WIDE_ROWS: usize = 2;
const FEWEST_CELLS_OF_ROW: usize = 3;
/// What the sheet is called where the page does not say.
const SHEET: &str = "HTML";

/// Refuses a page without a table, and one that ends within a table.
pub(super) fn read(bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Result<Workbook, Box<Finding>> {
    let text = letters::decoded(bytes, &[b"charset="]);
    let mut page = Page::new(Collector::new(limits.cells, MOST_ROWS, MOST_COLUMNS));
    let mut emitter = DefaultEmitter::default();
    // What stands between <script> and </script> is no markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text.as_ref(), emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.opens(&tag),
            Token::EndTag(tag) => page.closes(&tag),
            Token::String(said) => page.says(&String::from_utf8_lossy(&said)),
            Token::Comment(comment) => match comment.strip_prefix(b"[CDATA[") {
                // No page may say so, and a browser hides it; programs that write XML do.
                Some(said) => page.says(&String::from_utf8_lossy(said.strip_suffix(b"]]").unwrap_or(said))),
                None => page.sheet = std::mem::take(&mut page.sheet).or_else(|| sheet_named(&comment)),
            },
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.ends_paragraph();
    if page.tables.iter().any(|table| table.cells > 0) {
        return Err(Box::new(Finding::new(&finding::DAMAGED_FILE)));
    }
    if page.most_cells < FEWEST_CELLS {
        return Err(Box::new(Finding::new(&finding::HTML_DOCUMENT)));
    }
    let mut workbook = Workbook::default();
    let name = page.sheet.as_deref().unwrap_or(SHEET);
    let mut sheet = grid(name, false, page.cells, &mut workbook.cells_left_out, findings);
    sheet.merges = page.merges;
    sheet.merges.sort();
    workbook.grids.push(sheet);
    Ok(workbook)
}

/// `<x:Name>Kế hoạch</x:Name>`, in what Excel writes for itself.
fn sheet_named(comment: &[u8]) -> Option<String> {
    let after = &comment[memmem::find(comment, b"<x:Name>")? + b"<x:Name>".len()..];
    let name = String::from_utf8_lossy(&after[..memmem::find(after, b"</x:Name>")?]).trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// A table that has begun.
#[derive(Default)]
struct Table {
    /// Where the cell stands that is being read.
    row: u32,
    column: u32,
    /// By column: how many rows, this one included, a cell takes there.
    taken: Vec<u32>,
    /// How many areas were merged before it.
    merged_before: usize,
    in_row: bool,
    in_cell: bool,
    cells: usize,
    /// Cells of the row that is being read, and how many rows before it had as many as make a table of data.
    cells_of_row: usize,
    wide_rows: usize,
}

impl Table {
    /// Rows of several cells stand above: what begins in a cell now is what the cell says, no layout.
    fn holds_data(&self) -> bool {
        self.in_cell && self.wide_rows >= FEWEST_WIDE_ROWS
    }
}

struct Page {
    cells: Collector,
    merges: Vec<Area>,
    /// The row that is free below everything read so far.
    next: u32,
    /// The tables that are open, the outermost first.
    tables: Vec<Table>,
    /// What was said since the paragraph or the cell began.
    said: String,
    /// Tags whose content nobody sees: how many of them are open.
    unseen: usize,
    /// Tables within the cell of a table of data: how many of them are open.
    within: usize,
    most_cells: usize,
    sheet: Option<String>,
}

impl Page {
    fn new(cells: Collector) -> Self {
        let said = String::new();
        Page { cells, merges: Vec::new(), next: 0, tables: Vec::new(), said, unseen: 0, within: 0, most_cells: 0, sheet: None }
    }

    fn opens(&mut self, tag: &StartTag<()>) {
        match tag.name.as_slice() {
            name if is_unseen(name) && !tag.self_closing => self.unseen += 1,
            b"table" if self.within > 0 || self.tables.last().is_some_and(Table::holds_data) => {
                self.within += 1;
                self.parts();
            }
            b"tr" if self.within > 0 => self.parts(),
            b"td" | b"th" if self.within > 0 => self.says(" "),
            b"table" => self.begins_table(),
            b"tr" => self.begins_row(),
            b"td" | b"th" => self.begins_cell(span(tag, b"colspan").min(MOST_SPANNED), span(tag, b"rowspan")),
            b"br" => self.said.push('\n'),
            name if is_block(name) => self.parts(),
            _ => {}
        }
    }

    fn closes(&mut self, tag: &EndTag<()>) {
        match tag.name.as_slice() {
            name if is_unseen(name) => self.unseen = self.unseen.saturating_sub(1),
            b"table" | b"tr" | b"td" | b"th" if self.within > 0 => {
                self.within -= usize::from(tag.name.as_slice() == b"table");
            }
            b"table" => self.ends_table(),
            b"tr" => self.ends_row(),
            b"td" | b"th" => self.ends_cell(),
            // Whatever was left open ends with the page.
            b"body" | b"html" => {
                while !self.tables.is_empty() {
                    self.ends_table();
                }
            }
            name if is_block(name) => self.parts(),
            _ => {}
        }
    }

    /// Line feeds of the source are spaces; only `<br>` and paragraphs part lines.
    fn says(&mut self, said: &str) {
        if self.unseen > 0 {
            return;
        }
        for letter in said.chars() {
            match letter {
                ' ' | '\t' | '\r' | '\n' | '\u{c}' => {
                    if !self.said.is_empty() && !self.said.ends_with([' ', '\n']) {
                        self.said.push(' ');
                    }
                }
                letter => self.said.push(letter),
            }
        }
    }

    /// A paragraph begins or ends: within a cell a line, else a row of its own.
    fn parts(&mut self) {
        if self.tables.last().is_some_and(|table| table.in_cell) {
            if !self.said.is_empty() && !self.said.ends_with('\n') {
                self.said.push('\n');
            }
        } else {
            self.ends_paragraph();
        }
    }

    fn ends_paragraph(&mut self) {
        let said = std::mem::take(&mut self.said);
        if let Some(cell) = text_cell(0, said.trim(), None) {
            self.cells.push(self.next, cell);
            self.next += 1;
        }
    }

    fn begins_table(&mut self) {
        // A table within a cell lies below what the cell said before it.
        self.ends_cell();
        self.ends_paragraph();
        if self.tables.len() < DEEPEST {
            self.tables.push(Table { merged_before: self.merges.len(), ..Table::default() });
        }
    }

    fn ends_table(&mut self) {
        self.ends_row();
        self.ends_paragraph();
        if let Some(table) = self.tables.pop() {
            self.most_cells = self.most_cells.max(table.cells);
            // No cell reaches beyond the last row of its table.
            let lowest = self.next.saturating_sub(1);
            for area in &mut self.merges[table.merged_before..] {
                area.last.row = area.last.row.min(lowest);
            }
        }
    }

    fn begins_row(&mut self) {
        self.ends_row();
        let next = self.next;
        let Some(table) = self.tables.last_mut() else { return };
        (table.row, table.column, table.in_row) = (next, 0, true);
        self.next = next.saturating_add(1);
    }

    fn ends_row(&mut self) {
        self.ends_cell();
        let Some(table) = self.tables.last_mut().filter(|table| table.in_row) else { return };
        table.in_row = false;
        table.wide_rows += usize::from(std::mem::take(&mut table.cells_of_row) >= FEWEST_CELLS_OF_ROW);
        table.taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    fn begins_cell(&mut self, columns: u32, rows: u32) {
        self.ends_cell();
        if self.tables.is_empty() {
            return self.ends_paragraph();
        }
        self.said.clear();
        if self.tables.last().is_some_and(|table| !table.in_row) {
            self.begins_row();
        }
        let Some(table) = self.tables.last_mut() else { return };
        let is_taken = |column: u32| table.taken.get(column as usize).is_some_and(|rows| *rows > 0);
        let first = (table.column..).find(|column| !is_taken(*column)).unwrap_or(MOST_COLUMNS);
        let end = first.saturating_add(columns).min(MOST_COLUMNS);
        if table.taken.len() < end as usize {
            table.taken.resize(end as usize, 0);
        }
        (first..end).for_each(|column| table.taken[column as usize] = rows);
        (table.column, table.in_cell, table.cells) = (first, true, table.cells + 1);
        table.cells_of_row += 1;
        if (columns > 1 || rows > 1) && first < end {
            let last = Address::new(table.row.saturating_add(rows - 1).min(MOST_ROWS - 1), end - 1);
            self.merges.push(Area { first: Address::new(table.row, first), last });
        }
    }

    fn ends_cell(&mut self) {
        let Some(table) = self.tables.last_mut().filter(|table| table.in_cell) else { return };
        table.in_cell = false;
        let said = std::mem::take(&mut self.said);
        if let Some(cell) = text_cell(table.column, said.trim(), None) {
            self.cells.push(table.row, cell);
        }
    }
}

/// How many columns or rows a cell spans: one at least.
fn span(tag: &StartTag<()>, name: &'static [u8]) -> u32 {
    let value = tag.attributes.get(&HtmlString::from(name.to_vec()));
    value.and_then(|value| std::str::from_utf8(value).ok()?.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, u32::from(u16::MAX))
}

fn is_unseen(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style" | b"title" | b"noscript" | b"template" | b"select")
}

fn is_block(name: &[u8]) -> bool {
    const BLOCKS: &[&[u8]] =
        &[b"p", b"div", b"li", b"ul", b"ol", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"hr", b"center", b"caption", b"body", b"section"];
    BLOCKS.contains(&name)
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1258;

    use super::*;
    use crate::read::grid::sketch::lines;

    fn read_page(page: &[u8]) -> Option<(Vec<String>, Vec<Area>)> {
        let workbook = read(page, &Limits::default(), &mut Vec::new()).ok()?;
        Some((lines(&workbook.grids[0]), workbook.grids[0].merges.clone()))
    }

    #[test]
    fn paragraphs_and_tables_lie_one_below_the_other() {
        let page = "<html><head><title>x</title><style>td{}</style></head><body><p>TRƯỜNG THCS HOA&nbsp;SEN</p>
            <table><tr><td rowspan=2>TT<td colspan='2'>Kết quả</tr><tr><th>Mức&#160;1</th><th>Mức 2</th></tr>
            <tr><td>1</td><td>x<br>y</td><td><p>a</p><p>b</p></td></tr></table>Nơi nhận:</body></html>";
        let (rows, merges) = read_page(page.as_bytes()).expect("a table");
        assert_eq!(rows, ["0:TRƯỜNG THCS HOA SEN", "0:TT 1:Kết quả", "1:Mức 1 2:Mức 2", "0:1 1:x\ny 2:a\nb", "0:Nơi nhận:"]);
        let area = |first, last| Area { first, last };
        let expected = [area(Address::new(1, 0), Address::new(2, 0)), area(Address::new(1, 1), Address::new(1, 2))];
        assert_eq!(merges, expected);
    }

    #[test]
    fn a_table_within_a_cell_lies_below_it() {
        let page = "<table><tr><td>ngoài<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>sau</td></tr></table>";
        let (rows, _) = read_page(page.as_bytes()).expect("a table");
        assert_eq!(rows.len(), 4, "{rows:?}");
    }

    #[test]
    fn a_table_within_a_cell_of_a_table_of_data_is_what_the_cell_says() {
        let row = "<tr><td>1</td><td>b</td><td>c</td></tr>";
        let page = format!(
            "<table>{row}{row}<tr><td>2</td><td><table><tr><td>x</td><td>y</td></tr><tr><td>z</td></tr></table></td><td>d</td></tr></table>"
        );
        assert_eq!(read_page(page.as_bytes()).expect("a table").0[2], "0:2 1:x y\nz 2:d");
    }

    #[test]
    fn what_xml_would_quote_is_said() {
        let page = "<table><tr><td><![CDATA[a & b]]></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>";
        assert_eq!(read_page(page.as_bytes()).expect("a table").0[0], "0:a & b 1:b");
    }

    #[test]
    fn a_page_that_ends_within_its_table_is_cut_short() {
        let page = "<html><body><table><tr><td>TT</td><td>Việc</td></tr><tr><td>1</td><td>Mua ghế</td></tr>";
        let refused = |page: &str| read(page.as_bytes(), &Limits::default(), &mut Vec::new()).map_err(|finding| finding.rule.id).err();
        for end in ["", "<tr><td>2", "<!-- </table></html>", "<script></table></body></html>"] {
            assert_eq!(refused(&format!("{page}{end}")), Some("F02"), "{end}");
        }
        assert_eq!(refused(&format!("{page}</body></html>")), None);
    }

    #[test]
    fn a_cell_reaches_no_further_than_its_table() {
        let page = "<table><tr><td rowspan=9>a<td>b<tr><td>c<td>d</table><p>sau</p>";
        let (rows, merges) = read_page(page.as_bytes()).expect("a table");
        assert_eq!(rows, ["0:a 1:b", "1:c 2:d", "0:sau"]);
        assert_eq!(merges, [Area { first: Address::new(0, 0), last: Address::new(1, 0) }]);
    }

    #[test]
    fn a_page_without_a_table_is_refused_and_no_page_breaks_the_reader() {
        for page in ["<html><body>Chào</body></html>", "<html><table><tr><td>1</td></tr></table>", "<html>", "<frameset>"] {
            assert!(read_page(page.as_bytes()).is_none(), "{page}");
        }
        for page in [
            "</td></tr></table></table>".to_owned(),
            "<td>a<td>b<tr><td>c".to_owned(),
            "<table>".repeat(10_000),
            "<table><tr><td colspan=999999999 rowspan=999999999>a<td>b<td>c<td>d".to_owned(),
            format!("<table>{}", "<tr><td rowspan=65534 colspan=1000>x".repeat(2_000)),
            format!("<table><tr><td {}>", (0..50_000).map(|at| format!("a{at}=1 ")).collect::<String>()),
        ] {
            let _ = read_page(page.as_bytes());
        }
    }

    #[test]
    fn a_page_is_read_in_its_own_letters() {
        let page = "<meta charset=windows-1258><table><tr><td>Ðã</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>";
        let (encoded, ..) = WINDOWS_1258.encode(page);
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [page.as_bytes(), &encoded, &wide] {
            assert!(read_page(bytes).expect("a table").0[0].contains("Đã"));
        }
    }
}
