//! The rows of long tables in, their part of the worksheet as XML out.
//!
//! The library keeps every cell and every link until the workbook is packed, and packs on one thread. Of a table with very many rows it is
//! therefore shown a pattern only: a cell of every look, a link into every file, and the last cell. From what it makes of the pattern,
//! [`super::package`] takes the numbers of the looks and of the files, and puts the rows that are written here in its place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use rust_xlsxwriter::Worksheet;

use super::grid::Span;
use super::link::{Target, target};
use super::measure::{self, BODY};
use super::plan::{Piece, Plan, SheetPlan};
use super::style::{Look, Place, Styles};
use super::value;
use super::wording::{legible, looks_like_formula};
use crate::model::Address;
use crate::table::{Align, Cell, Value};

/// A table that is written apart.
pub struct Apart<'a> {
    plan: &'a SheetPlan<'a>,
    book: &'a Plan<'a>,
    piece: &'a Piece<'a>,
    /// The rows of its body on the sheet, both included.
    pub first: u32,
    pub last: u32,
    /// Links that stand on the sheet before it.
    links: usize,
    /// Every look, in the order in which they come.
    looks: Vec<Look>,
    /// File → the cell whose link into it the library wrote; none where it could not.
    files: BTreeMap<String, Option<Address>>,
}

/// What the library made of the pattern.
pub struct Numbers {
    /// Of the looks, in their order.
    pub styles: Vec<u32>,
    /// Cell of the pattern → the name of its file among the relations of the sheet.
    pub relations: BTreeMap<String, String>,
}

impl<'a> Apart<'a> {
    /// Goes over the rows for what the library has to be shown.
    pub fn new(plan: &'a SheetPlan<'a>, book: &'a Plan<'a>, piece: &'a Piece<'a>, first: u32, links: usize) -> Self {
        let last = first + piece.rows.len() as u32 - 1;
        Apart { plan, book, piece, first, last, links, looks: Vec::new(), files: BTreeMap::new() }
    }

    /// Shows the library the pattern; returns how many links stand on the sheet then.
    pub fn pattern(&mut self, worksheet: &mut Worksheet, styles: &mut Styles) -> anyhow::Result<usize> {
        let mut links = self.links;
        let mut firsts: Vec<Option<Look>> = vec![None; self.piece.spans.len()];
        let (piece, body) = (self.piece, self.first);
        let mut cursor = piece.cursor();
        for row in body.. {
            if !cursor.advance() {
                break;
            }
            let content = cursor.row();
            for (index, cell) in content.cells.iter().enumerate().take(firsts.len()) {
                let target = target(self.book, cell, links);
                let look = self.look(row, index, cell, target.is_some());
                // Most cells look like the one above.
                if firsts[index] != Some(look) {
                    firsts[index] = Some(look);
                    if !self.looks.contains(&look) {
                        self.looks.push(look);
                    }
                }
                let Some(target) = target.filter(Target::fits) else { continue };
                links += 1;
                if let Target::File { file, .. } = &target
                    && !self.files.contains_key(&**file)
                {
                    let column = piece.spans[index].first;
                    let written = worksheet.write_url_with_options(row, column, target.url(), "", "", Some(styles.get(look))).is_ok();
                    self.files.insert(file.to_string(), written.then_some(Address::new(row, u32::from(column))));
                }
            }
        }
        // A row each, so that no sheet seems wider than its table.
        let (column, rows) = (piece.spans[0].first, self.first..=self.last);
        for (row, look) in rows.zip(&self.looks) {
            worksheet.write_blank(row, column, styles.get(*look))?;
        }
        let corner = piece.spans.last().map_or(column, |span| span.last);
        worksheet.write_blank(self.last, corner, styles.get(Look::of(Place::Plain)))?;
        Ok(links)
    }

    /// The name of the table, and the range it stands in: as the library was shown it, with one row, and as it is.
    pub fn ranges(&self) -> (&str, [String; 2]) {
        let column = |span: Option<&Span>| span.map_or(0, |span| u32::from(span.first));
        let (left, right) = (column(self.piece.spans.first()), column(self.piece.spans.last()));
        let titles = Address::new(self.first - 1, left);
        (&self.piece.name, [self.first, self.last].map(|last| format!("{titles}:{}", Address::new(last, right))))
    }

    /// The cells of the pattern: of each look, in their order.
    pub fn patterns(&self) -> impl Iterator<Item = Address> {
        let column = u32::from(self.piece.spans[0].first);
        (self.first..).take(self.looks.len()).map(move |row| Address::new(row, column))
    }

    fn look(&self, row: u32, index: usize, cell: &Cell, linked: bool) -> Look {
        let align = self.piece.table.columns[index].align;
        let mut look = Look { tone: cell.tone, align, linked, shown: value::shown(&cell.value), ..Look::of(Place::Plain) };
        if let Value::Text(raw) = &cell.value {
            look.quoted = looks_like_formula(raw);
            if self.plan.shrunk.contains(&row) {
                look.size = self.size(raw, index, cell, align);
            }
        }
        look
    }

    fn size(&self, raw: &str, index: usize, cell: &Cell, align: Align) -> u8 {
        let width = measure::room(self.plan.grid.width(self.piece.spans[index]), align);
        measure::fit(&legible(raw), measure::face(cell, crate::table::RowKind::Plain), BODY, width).size
    }

    /// Writes the rows, and the links of their cells but for those the library wrote.
    pub fn write(&self, numbers: &Numbers, out: &mut impl Write, hyperlinks: &mut String) -> io::Result<()> {
        let letters: Vec<String> = self.piece.spans.iter().map(|span| Address::letters(u32::from(span.first))).collect();
        let mut links = self.links;
        let mut before: Vec<Option<(Look, u32)>> = vec![None; letters.len()];
        let mut xml = Vec::with_capacity(16 << 10);
        let mut cursor = self.piece.cursor();
        for row in self.first.. {
            if !cursor.advance() {
                break;
            }
            let content = cursor.row();
            let number = row + 1;
            let pixels = (self.plan.heights[row as usize] * 4.0 / 3.0).round() as u32;
            write!(xml, "<row r=\"{number}\" ht=\"{}\" customHeight=\"1\">", f64::from(pixels) * 0.75)?;
            for (index, cell) in content.cells.iter().enumerate().take(letters.len()) {
                let target = target(self.book, cell, links);
                let look = self.look(row, index, cell, target.is_some());
                let style = match before[index] {
                    Some((known, style)) if known == look => style,
                    _ => {
                        let place = self.looks.iter().position(|known| *known == look);
                        let style = place.and_then(|place| numbers.styles.get(place)).copied().unwrap_or(0);
                        before[index] = Some((look, style));
                        style
                    }
                };
                write!(xml, "<c r=\"{}{number}\" s=\"{style}\"", letters[index])?;
                value(cell, &mut xml)?;
                let Some(target) = target.filter(Target::fits) else { continue };
                links += 1;
                self.hyperlink(&target, Address::new(row, u32::from(self.piece.spans[index].first)), numbers, hyperlinks);
            }
            xml.extend_from_slice(b"</row>");
            if xml.len() > 8 << 10 {
                out.write_all(&xml)?;
                xml.clear();
            }
        }
        out.write_all(&xml)
    }

    fn hyperlink(&self, target: &Target<'_>, cell: Address, numbers: &Numbers, hyperlinks: &mut String) {
        let (relation, place) = match target {
            Target::Sheet { place } => (String::new(), place),
            Target::File { file, place } => {
                let Some(pattern) = self.files.get(&**file).copied().flatten().filter(|pattern| *pattern != cell) else { return };
                let Some(relation) = numbers.relations.get(&pattern.to_string()) else { return };
                (format!(" r:id=\"{relation}\""), place)
            }
        };
        let place = place.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "&#xA;");
        hyperlinks.push_str(&format!("<hyperlink ref=\"{cell}\"{relation} location=\"{place}\"/>"));
    }
}

/// What stands in a cell, behind its address and style.
fn value(cell: &Cell, xml: &mut Vec<u8>) -> io::Result<()> {
    if let Some(formula) = &cell.formula {
        let result = value::result(&cell.value);
        let kind = if result.parse::<f64>().is_ok() { "" } else { " t=\"str\"" };
        write!(xml, "{kind}><f>")?;
        escaped(formula, xml);
        xml.extend_from_slice(b"</f><v>");
        escaped(&result, xml);
        xml.extend_from_slice(b"</v></c>");
        return Ok(());
    }
    match &cell.value {
        Value::Text(text) => inline(&legible(text), xml),
        Value::Count(number) | Value::Money(number) => write!(xml, "><v>{}</v></c>", *number as f64)?,
        Value::Share { part, whole } if *whole != 0 => write!(xml, "><v>{}</v></c>", *part as f64 / *whole as f64)?,
        Value::Date(date) => match value::excel_date(*date) {
            Some(day) => write!(xml, "><v>{}</v></c>", day.to_excel())?,
            None => inline(&date.strftime("%d/%m/%Y").to_string(), xml),
        },
        Value::Share { .. } | Value::Empty => xml.extend_from_slice(b"/>"),
    }
    Ok(())
}

/// A text that stands in its cell, not in the list of all texts: that one is the library's. Never a formula.
fn inline(text: &str, xml: &mut Vec<u8>) {
    const BLANKS: [char; 3] = ['\t', '\n', ' '];
    if text.is_empty() {
        return xml.extend_from_slice(b"/>");
    }
    let kept: &[u8] = if text.starts_with(BLANKS) || text.ends_with(BLANKS) { b" xml:space=\"preserve\"" } else { b"" };
    xml.extend_from_slice(b" t=\"inlineStr\"><is><t");
    xml.extend_from_slice(kept);
    xml.push(b'>');
    escaped(&unmistakable(text), xml);
    xml.extend_from_slice(b"</t></is></c>");
}

fn escaped(text: &str, xml: &mut Vec<u8>) {
    let mut rest = text.as_bytes();
    while let Some(at) = memchr::memchr3(b'&', b'<', b'>', rest) {
        xml.extend_from_slice(&rest[..at]);
        xml.extend_from_slice(match rest[at] {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            _ => b"&gt;",
        });
        rest = &rest[at + 1..];
    }
    xml.extend_from_slice(rest);
}

/// Excel takes `_x0041_` for an `A`: what only looks so gets its first line said as a letter too.
fn unmistakable(text: &str) -> Cow<'_, str> {
    const LENGTH: usize = "_x0041_".len();
    let says_a_letter = |at: usize| {
        text.as_bytes()
            .get(at..at + LENGTH)
            .is_some_and(|part| part[LENGTH - 1] == b'_' && part[2..LENGTH - 1].iter().all(u8::is_ascii_hexdigit))
    };
    let places: Vec<usize> = text.match_indices("_x").map(|(at, _)| at).filter(|at| says_a_letter(*at)).collect();
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut whole = text.to_owned();
    for at in places.into_iter().rev() {
        whole.insert_str(at, "_x005F");
    }
    Cow::Owned(whole)
}

#[cfg(test)]
mod tests {
    use super::{escaped, unmistakable};

    #[test]
    fn what_only_looks_like_xml_or_like_a_letter_stays_text() {
        let mut xml = Vec::new();
        escaped("<r>a & b</r>", &mut xml);
        assert_eq!(xml, b"&lt;r&gt;a &amp; b&lt;/r&gt;");
        for (text, said) in [
            ("a_x0041_b", "a_x005F_x0041_b"),
            ("_x0041", "_x0041"),
            ("_x00ố_", "_x00ố_"),
            ("_x004_", "_x004_"),
            ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ] {
            assert_eq!(unmistakable(text), said);
        }
    }
}
