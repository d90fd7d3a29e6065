//! Workbooks as schools type them, written in memory and read by the library: what the tests of reading share.

use std::collections::BTreeMap;

use ctcl::form::Forms;
use ctcl::framework::Frameworks;
use ctcl::intake::Intake;
use ctcl::link;
use ctcl::model::{Period, SchoolYear};
use ctcl::read::{self, Isolation, Source};
use ctcl::reading::Reading;
use ctcl::register::Register;
use ctcl::settings::Settings;
use rust_xlsxwriter::{Format, Formula, Note, Workbook};

/// What one cell is typed as.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    Text(String),
    Number(f64),
    /// A number that shows as per cent.
    Share(f64),
    /// A formula and what Excel stored for it.
    Formula(&'static str, &'static str),
    /// A date of Excel: year, month, day.
    Date(u16, u8, u8),
    /// A text in a font of its own: `("ü", "Wingdings")`.
    InFont(&'static str, &'static str),
    /// A number in a format of its own.
    Shown(f64, &'static str),
    /// A text struck through.
    Struck(&'static str),
    /// A text, or none, on a colour: `0x92D050`.
    On(&'static str, u32),
}

/// One sheet.
#[derive(Debug, Clone, Default)]
pub struct Paper {
    pub name: String,
    pub cells: Vec<(u32, u16, Typed)>,
    /// First row and column, last row and column.
    pub merges: Vec<(u32, u16, u32, u16)>,
    /// What is pinned to cells as comments.
    pub notes: Vec<(u32, u16, &'static str)>,
    pub hidden: bool,
}

impl Paper {
    pub fn new(name: &str) -> Self {
        Paper { name: name.to_owned(), ..Paper::default() }
    }

    /// A sheet of rows as they stand, a column for each part between bars; an empty part is an empty cell.
    pub fn of(name: &str, rows: &[&str]) -> Self {
        let mut paper = Paper::new(name);
        for (row, line) in rows.iter().enumerate() {
            for (column, text) in line.split('|').enumerate() {
                paper.text(row as u32, column as u16, text.trim());
            }
        }
        paper
    }

    /// The same, where `<` is one cell with that to its left and `^` with that above it.
    pub fn drawn(name: &str, rows: &[&str]) -> Self {
        let mut paper = Paper::of(name, rows);
        let mark = |typed: &Typed| matches!(typed, Typed::Text(text) if text == "<" || text == "^");
        let mut areas: BTreeMap<(u32, u16), (u32, u16)> = BTreeMap::new();
        let mut tops: BTreeMap<(u32, u16), (u32, u16)> = BTreeMap::new();
        for (row, column, typed) in &paper.cells {
            let top = match typed {
                Typed::Text(text) if text == "<" => tops[&(*row, column - 1)],
                Typed::Text(text) if text == "^" => tops.get(&(row - 1, *column)).copied().unwrap_or((row - 1, *column)),
                _ => (*row, *column),
            };
            tops.insert((*row, *column), top);
            if top != (*row, *column) {
                let end = areas.entry(top).or_insert(top);
                *end = (end.0.max(*row), end.1.max(*column));
            }
        }
        paper.cells.retain(|(_, _, typed)| !mark(typed));
        paper.merges.extend(areas.into_iter().map(|((row, column), (last, end))| (row, column, last, end)));
        paper
    }

    pub fn text(&mut self, row: u32, column: u16, text: &str) {
        if !text.is_empty() {
            self.cells.retain(|(at, of, _)| (*at, *of) != (row, column));
            self.cells.push((row, column, Typed::Text(text.to_owned())));
        }
    }

    pub fn put(mut self, row: u32, column: u16, typed: Typed) -> Self {
        self.cells.retain(|(at, of, _)| (*at, *of) != (row, column));
        self.cells.push((row, column, typed));
        self
    }

    pub fn noted(mut self, row: u32, column: u16, text: &'static str) -> Self {
        self.notes.push((row, column, text));
        self
    }

    pub fn merged(mut self, first_row: u32, first_column: u16, last_row: u32, last_column: u16) -> Self {
        self.merges.push((first_row, first_column, last_row, last_column));
        self
    }
}

/// The bytes of a workbook.
pub fn workbook(papers: &[Paper]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for paper in papers {
        let sheet = workbook.add_worksheet().set_name(&paper.name).expect("a name Excel takes");
        for (first_row, first_column, last_row, last_column) in &paper.merges {
            sheet.merge_range(*first_row, *first_column, *last_row, *last_column, "", &Format::new()).expect("areas apart");
        }
        for (row, column, typed) in &paper.cells {
            match typed {
                Typed::Text(text) => sheet.write_string(*row, *column, text),
                Typed::Number(number) => sheet.write_number(*row, *column, *number),
                Typed::Formula(formula, result) => sheet.write_formula(*row, *column, Formula::new(*formula).set_result(*result)),
                Typed::Share(share) => sheet.write_number_with_format(*row, *column, *share, &Format::new().set_num_format("0%")),
                Typed::InFont(text, font) => sheet.write_string_with_format(*row, *column, *text, &Format::new().set_font_name(*font)),
                Typed::Shown(number, format) => {
                    sheet.write_number_with_format(*row, *column, *number, &Format::new().set_num_format(*format))
                }
                Typed::On(text, colour) => {
                    sheet.write_string_with_format(*row, *column, *text, &Format::new().set_background_color(*colour))
                }
                Typed::Struck(text) => sheet.write_string_with_format(*row, *column, *text, &Format::new().set_font_strikethrough()),
                Typed::Date(year, month, day) => {
                    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(*year, *month, *day).expect("a day");
                    sheet.write_datetime_with_format(*row, *column, &date, &Format::new().set_num_format("dd/mm/yyyy"))
                }
            }
            .expect("a cell within the sheet");
        }
        sheet.set_hidden(paper.hidden);
        for (row, column, text) in &paper.notes {
            sheet.insert_note(*row, *column, &Note::new(*text).set_author("Lan")).expect("a cell within the sheet");
        }
    }
    workbook.save_to_buffer().expect("a workbook in memory")
}

/// An office with everything built in and no register.
pub struct Office {
    pub forms: Forms,
    pub frameworks: Frameworks,
    pub register: Register,
    pub settings: Settings,
    pub year: SchoolYear,
}

impl Office {
    pub fn in_year(first: i16) -> Self {
        Office {
            forms: Forms::load(None).expect("the built-in forms are sound"),
            frameworks: Frameworks::load(None).expect("the built-in frameworks are sound"),
            register: Register::default(),
            settings: Settings::load(None).expect("an office without a file has settings"),
            year: SchoolYear::new(first).expect("a year of this century"),
        }
    }

    pub fn read(&self, sources: &[Source]) -> Reading {
        let Office { forms, frameworks, register, settings, year } = self;
        let context = read::Context { forms, frameworks, register, settings, year: *year, period: settings.period };
        read::workbooks(sources, context, &Isolation::InProcess, &|| ())
    }

    /// Read and linked, of the first half of the year.
    pub fn link(&self, sources: &[Source]) -> Reading {
        let period = Period::Hk1;
        let context = link::Context {
            frameworks: &self.frameworks,
            register: &self.register.schools,
            intake: &Intake::default(),
            year: self.year,
            period,
            deadline: self.settings.deadline(self.year, period),
            first_half: None,
        };
        link::link(self.read(sources), context)
    }
}

/// What a workbook of these sheets gives, sent in 2023-2024 in a file that does not name its school.
pub fn reading(papers: &[Paper]) -> Reading {
    Office::in_year(2023).read(&[Source::in_memory("bao-cao.xlsx", workbook(papers))])
}
