//! `content.xml` of an `.ods` in, what it says of each sheet beside its values out: merged areas, hidden rows, notes, how cells look.

use std::collections::{BTreeSet, HashMap};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::look::{Looks, Shows};
use super::notes;
use super::parts::unescaped;
use crate::model::Address;
use crate::read::grid::Area;

/// What `content.xml` says of a sheet beside its values.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Layout {
    pub merges: Vec<Area>,
    pub hidden_rows: Vec<u32>,
    pub notes: Vec<(Address, String)>,
    pub looks: HashMap<(u32, u32), Looks>,
}

/// A cell that is not yet closed.
#[derive(Default)]
struct Open {
    at: Address,
    rows: u32,
    columns: u32,
    kind: String,
    value: Option<f64>,
    month: bool,
    shown: String,
    note: String,
}

/// One layout per sheet, in order. `styles` is the part that holds the styles of the whole workbook.
pub(super) fn layouts(content: &[u8], styles: &[u8]) -> Vec<Layout> {
    let mut layouts: Vec<Layout> = Vec::new();
    let mut months = months(styles, &BTreeSet::new());
    months.extend(self::months(content, &months));
    let Ok(text) = std::str::from_utf8(content) else { return layouts };
    let mut reader = Reader::from_str(text);
    let (mut row, mut next_row, mut column) = (0u32, 0u32, 0u32);
    // The style of each run of columns, by the column after it.
    let mut defaults: Vec<(u32, bool)> = Vec::new();
    let mut cell: Option<Open> = None;
    // Who wrote a note, and when, is no part of it.
    let (mut in_note, mut left) = (false, false);
    loop {
        let (element, closed) = match reader.read_event() {
            Ok(Event::Start(element)) => (element, false),
            Ok(Event::Empty(element)) => (element, true),
            Ok(Event::Text(words)) => {
                if let Some(cell) = cell.as_mut().filter(|_| !left) {
                    cell.words(&words.xml10_content(), in_note);
                }
                continue;
            }
            Ok(Event::GeneralRef(name)) => {
                if let Some(cell) = cell.as_mut().filter(|_| !left) {
                    cell.words(&unescaped(&format!("&{};", &*name)), in_note);
                }
                continue;
            }
            Ok(Event::End(element)) => {
                match element.name().as_ref() {
                    "table:table-cell" | "table:covered-table-cell" => {
                        if let (Some(cell), Some(layout)) = (cell.take(), layouts.last_mut()) {
                            cell.settle(layout);
                        }
                    }
                    "office:annotation" => in_note = false,
                    "dc:creator" | "dc:date" | "meta:date-string" => left = false,
                    "text:p" => {
                        if let Some(cell) = cell.as_mut().filter(|_| in_note) {
                            cell.note.push('\n');
                        }
                    }
                    _ => {}
                }
                continue;
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => continue,
        };
        match element.name().as_ref() {
            "table:table" => {
                layouts.push(Layout::default());
                (row, next_row, column) = (0, 0, 0);
                defaults.clear();
            }
            "table:table-column" => {
                let end = defaults.last().map_or(0, |(end, _)| *end);
                let style = attribute(&element, "table:default-cell-style-name");
                let repeated = number(&element, "table:number-columns-repeated").unwrap_or(1);
                defaults.push((end.saturating_add(repeated), style.is_some_and(|style| months.contains(&style))));
            }
            "table:table-row" => {
                let repeated = number(&element, "table:number-rows-repeated").unwrap_or(1);
                (row, column) = (next_row, 0);
                next_row = next_row.saturating_add(repeated);
                let hidden = attribute(&element, "table:visibility").is_some_and(|shown| shown == "collapse");
                if let (true, Some(layout)) = (hidden, layouts.last_mut()) {
                    layout.hidden_rows.extend((row..next_row).take(10_000));
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let columns = number(&element, "table:number-columns-spanned").unwrap_or(1);
                let rows = number(&element, "table:number-rows-spanned").unwrap_or(1);
                let at = Address::new(row, column);
                if let (true, Some(layout)) = (columns > 1 || rows > 1, layouts.last_mut()) {
                    let last = Address::new(row.saturating_add(rows - 1), column.saturating_add(columns - 1));
                    layout.merges.push(Area { first: at, last });
                }
                let repeated = number(&element, "table:number-columns-repeated").unwrap_or(1);
                if !closed {
                    let style = attribute(&element, "table:style-name");
                    let by_column = || defaults.iter().find(|(end, _)| *end > column).is_some_and(|(_, month)| *month);
                    let open = Open {
                        at,
                        rows: next_row - row,
                        columns: repeated,
                        kind: attribute(&element, "office:value-type").unwrap_or_default(),
                        value: attribute(&element, "office:value").and_then(|value| value.parse().ok()),
                        month: style.map_or_else(by_column, |style| months.contains(&style)),
                        ..Open::default()
                    };
                    cell = Some(open);
                    (in_note, left) = (false, false);
                }
                column = column.saturating_add(repeated);
            }
            "office:annotation" => in_note = !closed,
            "dc:creator" | "dc:date" | "meta:date-string" => left = !closed,
            "text:s" | "text:tab" | "text:line-break" => {
                if let Some(cell) = &mut cell {
                    cell.words(" ", in_note);
                }
            }
            _ => {}
        }
    }
    for layout in &mut layouts {
        layout.merges.sort();
        layout.notes.sort();
    }
    layouts
}

impl Open {
    fn words(&mut self, words: &str, in_note: bool) {
        if in_note { &mut self.note } else { &mut self.shown }.push_str(words);
    }

    fn settle(self, layout: &mut Layout) {
        /// More cells of one kind no table has.
        const MOST: usize = 100_000;
        layout.notes.extend(notes::said(&self.note).map(|said| (self.at, said)));
        let looks = match self.kind.as_str() {
            "date" if self.month => Looks { shows: Shows::Month, ..Looks::of("", None, false) },
            "percentage" => Looks { shows: Shows::Share, ..Looks::of("", None, false) },
            "float" => Looks { decimals: self.value.and_then(|value| decimals(value, &self.shown)), ..Looks::of("", None, false) },
            _ => return,
        };
        if looks.are_plain() {
            return;
        }
        for row in self.at.row..self.at.row.saturating_add(self.rows) {
            for column in self.at.column..self.at.column.saturating_add(self.columns) {
                if layout.looks.len() >= MOST {
                    return;
                }
                layout.looks.insert((row, column), looks.clone());
            }
        }
    }
}

/// Decimals that a number is shown with: 1.1 as `1,10`.
fn decimals(value: f64, shown: &str) -> Option<u8> {
    let shown = shown.trim().replace(',', ".");
    let (_, after) = shown.split_once('.')?;
    let same = shown.parse::<f64>().is_ok_and(|number| (number - value).abs() < 1e-9);
    u8::try_from(after.len()).ok().filter(|_| same)
}

/// The styles of cells that show a month and no day of it, beside those `known`.
fn months(part: &[u8], known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut formats: BTreeSet<String> = known.clone();
    let mut styles = BTreeSet::new();
    let Ok(text) = std::str::from_utf8(part) else { return styles };
    let mut reader = Reader::from_str(text);
    let mut open: Option<String> = None;
    let (mut month, mut year, mut finer) = (false, false, false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => match element.name().as_ref() {
                "number:date-style" => {
                    open = attribute(&element, "style:name");
                    (month, year, finer) = (false, false, false);
                }
                "number:month" => month = true,
                "number:year" => year = true,
                "number:day" | "number:day-of-week" | "number:hours" | "number:minutes" => finer = true,
                "style:style" if attribute(&element, "style:data-style-name").is_some_and(|format| formats.contains(&format)) => {
                    styles.extend(attribute(&element, "style:name"));
                }
                "table:table" => break,
                _ => {}
            },
            Ok(Event::End(element)) if element.name().as_ref() == "number:date-style" => {
                formats.extend(open.take().filter(|_| month && year && !finer));
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    // A style of the content may name a format of the workbook's.
    styles.extend(formats);
    styles
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element.attributes().flatten().find(|found| found.key.as_ref() == name).map(|found| unescaped(&found.value))
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok().filter(|number| *number > 0)
}
