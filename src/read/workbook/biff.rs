//! The records of an `.xls` that calamine passes over: how styles look, hidden rows and columns, notes on cells.
//!
//! Sources: \[MS-XLS\] 2.4, by the number of the record. What is not as it should be ends the search; cells are read by calamine all the same.

use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Read};

use super::look::{Looks, built_in};
use super::notes;
use crate::model::Address;

/// What a sheet holds beside its values.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Beside {
    /// Cells of which more is to be known than the value: the style of each.
    styles: HashMap<(u32, u32), usize>,
    pub hidden_rows: Vec<u32>,
    pub hidden_columns: Vec<u32>,
    pub notes: Vec<(Address, String)>,
}

/// A workbook beside its values: the styles, and the sheets in order.
#[derive(Debug, Default)]
pub(super) struct Book {
    looks: Vec<Looks>,
    pub sheets: Vec<Beside>,
}

impl Book {
    /// How a cell of a sheet looks, where that changes what it says.
    pub fn looks(&self, sheet: usize, row: u32, column: u32) -> Option<&Looks> {
        self.looks.get(*self.sheets.get(sheet)?.styles.get(&(row, column))?)
    }

    pub fn strikes(&self) -> bool {
        self.looks.iter().any(|looks| looks.struck)
    }
}

/// Of BIFF8 only, which every Excel since 1997 writes.
pub(super) fn beside(bytes: &[u8]) -> Book {
    let mut stream = Vec::new();
    let read = cfb::CompoundFile::open(Cursor::new(bytes)).and_then(|mut file| file.open_stream("/Workbook")?.read_to_end(&mut stream));
    match read {
        Ok(_) => of_stream(&stream),
        Err(_) => Book::default(),
    }
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;

fn of_stream(stream: &[u8]) -> Book {
    let mut fonts: Vec<(Option<String>, bool)> = Vec::new();
    let mut formats: BTreeMap<u16, String> = BTreeMap::new();
    let mut styles: Vec<(u16, u16)> = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    for (kind, record) in records(stream, 0) {
        match kind {
            BEGIN if word(record, 0) != Some(0x0600) => return Book::default(),
            0x0031 => fonts.push((string(record, 14, 1), word(record, 2).is_some_and(|bits| bits & 0x08 != 0))),
            0x041E => formats.extend(word(record, 0).zip(string(record, 2, 2))),
            0x00E0 => styles.extend(word(record, 0).zip(word(record, 2))),
            0x0085 => starts.extend(word(record, 0).zip(word(record, 2)).map(|(low, high)| usize::from(low) | usize::from(high) << 16)),
            END => break,
            _ => {}
        }
    }
    let looks: Vec<Looks> = styles
        .iter()
        .map(|(font, format)| {
            // No font has the number 4.
            let (font, struck) = fonts.get(usize::from(*font) - usize::from(*font > 4)).cloned().unwrap_or_default();
            Looks::of(formats.get(format).map_or_else(|| built_in(*format), String::as_str), font, struck)
        })
        .collect();
    let marked: Vec<bool> = looks.iter().map(|looks| !looks.are_plain()).collect();
    let sheets = starts.into_iter().map(|start| sheet(stream, start, &marked)).collect();
    Book { looks, sheets }
}

fn sheet(stream: &[u8], start: usize, marked: &[bool]) -> Beside {
    let mut beside = Beside::default();
    // What stands in boxes, by the number of the box; which box a note on a cell is.
    let mut boxes: BTreeMap<u16, String> = BTreeMap::new();
    let mut noted: Vec<(Address, u16)> = Vec::new();
    let (mut depth, mut last_box, mut follows) = (0, None, None);
    for (kind, record) in records(stream, start) {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            // Charts have cells of their own.
            _ if depth > 1 => {}
            0x0203 | 0x0204 | 0x0205 | 0x0006 | 0x00FD | 0x00D6 | 0x027E => {
                if let (Some(row), Some(column), Some(style)) = (word(record, 0), word(record, 2), word(record, 4)) {
                    beside.note(row, column.into(), style, marked);
                }
            }
            0x00BD => {
                let Some((row, first)) = word(record, 0).zip(word(record, 2)) else { continue };
                for (column, at) in (u32::from(first)..).zip((4..record.len().saturating_sub(2)).step_by(6)) {
                    beside.note(row, column, word(record, at).unwrap_or_default(), marked);
                }
            }
            0x0208 if word(record, 12).is_some_and(|bits| bits & 0x20 != 0) => beside.hidden_rows.extend(word(record, 0).map(u32::from)),
            0x007D if word(record, 8).is_some_and(|bits| bits & 1 != 0) => {
                let columns = word(record, 0).zip(word(record, 2));
                beside.hidden_columns.extend(columns.into_iter().flat_map(|(first, last)| u32::from(first)..=u32::from(last.min(255))));
            }
            0x005D => last_box = word(record, 6),
            0x01B6 => follows = word(record, 10).filter(|letters| *letters > 0),
            0x003C => {
                if let (Some(letters), Some(of)) = (follows.take(), last_box) {
                    let text = letters_of(record, 0, usize::from(letters)).unwrap_or_default();
                    // A long text goes on in the next record.
                    let rest = usize::from(letters).saturating_sub(text.encode_utf16().count());
                    follows = u16::try_from(rest).ok().filter(|rest| *rest > 0 && !text.is_empty());
                    boxes.entry(of).or_default().push_str(&text);
                }
            }
            0x001C => {
                if let (Some(row), Some(column), Some(of)) = (word(record, 0), word(record, 2), word(record, 6)) {
                    noted.push((Address::new(row.into(), column.into()), of));
                }
            }
            _ => {}
        }
    }
    let said = |(at, of): (Address, u16)| Some((at, notes::said(boxes.get(&of)?)?));
    beside.notes = noted.into_iter().filter_map(said).collect();
    beside.notes.sort();
    beside
}

impl Beside {
    fn note(&mut self, row: u16, column: u32, style: u16, marked: &[bool]) {
        if marked.get(usize::from(style)) == Some(&true) {
            self.styles.insert((row.into(), column), style.into());
        }
    }
}

/// Kind and content of each record from a place on.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = start;
    std::iter::from_fn(move || {
        let (kind, size) = word(stream, at).zip(word(stream, at.checked_add(2)?))?;
        let from = at.checked_add(4)?;
        at = from.checked_add(size.into())?;
        stream.get(from..at).map(|record| (kind, record))
    })
}

fn word(record: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*record.get(at)?, *record.get(at.checked_add(1)?)?]))
}

/// A text behind its length of so many bytes.
fn string(record: &[u8], at: usize, length: usize) -> Option<String> {
    let letters = if length == 1 { usize::from(*record.get(at)?) } else { usize::from(word(record, at)?) };
    letters_of(record, at + length, letters)
}

/// Letters behind the byte that says how wide they are, as many as the record holds.
fn letters_of(record: &[u8], at: usize, letters: usize) -> Option<String> {
    let wide = record.get(at)? & 1 == 1;
    let rest = record.get(at + 1..)?;
    Some(if wide {
        let units: Vec<u16> = rest.chunks_exact(2).take(letters).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    } else {
        rest.iter().take(letters).map(|byte| char::from(*byte)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::workbook::look::Shows;

    fn record(kind: u16, content: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &(content.len() as u16).to_le_bytes(), content].concat()
    }

    fn words(words: &[u16]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    #[test]
    fn styles_hidden_rows_and_notes_are_found() {
        let font = [&words(&[240, 0x08, 0, 400, 0])[..], &[0, 0, 0, 0, 5, 0], b"Arial"].concat();
        let format = [&words(&[164, 7])[..], &[0], b"mm/yyyy"].concat();
        let globals = [
            record(BEGIN, &words(&[0x0600, 5])),
            record(0x31, &font),
            record(0x41E, &format),
            record(0xE0, &words(&[9, 164])),
            record(0xE0, &words(&[0, 17])),
        ]
        .concat();
        let start = globals.len() + 12 + 4;
        let bound = record(0x85, &words(&[start as u16, 0, 0, 0]));
        let sheet = [
            record(BEGIN, &words(&[0x0600, 16])),
            record(0x208, &words(&[6, 0, 3, 255, 0, 0, 0x20, 0])),
            record(0x7D, &words(&[2, 3, 2560, 15, 1])),
            record(0x203, &[&words(&[4, 1, 0])[..], &45_200f64.to_le_bytes()].concat()),
            record(0xBD, &words(&[5, 2, 1, 0, 0, 9, 0, 0, 3])),
            // Columns that no sheet has.
            record(0xBD, &words(&[5, 0xFFFF, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0])),
            record(0x5D, &words(&[0x15, 0x12, 25, 7])),
            record(0x1B6, &words(&[0, 0, 0, 0, 0, 8, 0, 0, 0])),
            record(0x3C, b"\0Lan:\nt"),
            record(0x3C, b"\x0010"),
            record(0x1C, &words(&[4, 1, 0, 7, 0])),
            record(END, &[]),
        ]
        .concat();
        let book = of_stream(&[globals, bound, record(END, &[]), sheet].concat());
        assert_eq!(book.looks(0, 4, 1).map(|looks| (&looks.shows, looks.struck)), Some((&Shows::Month, false)));
        assert_eq!(book.looks(0, 5, 2).map(|looks| (&looks.shows, looks.struck)), Some((&Shows::Month, true)));
        assert_eq!(book.looks(0, 5, 3), None);
        let beside = &book.sheets[0];
        assert_eq!((beside.hidden_rows.as_slice(), beside.hidden_columns.as_slice()), (&[6][..], &[2, 3][..]));
        assert_eq!(beside.notes, [(Address::new(4, 1), "t10".to_owned())]);
    }

    #[test]
    fn what_is_cut_off_or_older_is_left() {
        assert!(of_stream(&record(BEGIN, &words(&[0x0500, 5]))).sheets.is_empty());
        assert!(of_stream(b"\x09\x08\xff\xff").sheets.is_empty());
        assert!(beside(b"no such file").sheets.is_empty());
    }
}
