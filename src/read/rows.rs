//! The rows below a header → lines: what each is, rows broken by a page put together, shifted rows put back. Every row comes out once.

mod above;
mod apart;
mod centred;
mod coded;
mod doers;
mod follows;
mod habits;
mod headed;
mod indicators;
mod inherited;
mod kind;
mod level4;
mod line;
mod numbered;
mod others;
mod overview;
mod pages;
mod papers;
mod parents;
mod physical;
mod reason;
mod shifted;
mod signed;
mod standard;
mod states;
mod stitch;
mod struck;
mod summed;
mod timed;
mod titled;
mod told_below;
mod totals;
mod wording;

use super::Context;
use super::grid::{CellKind, Grid};
use super::header::Header;
use super::names::Names;
use super::section;
use super::table::Table;
use crate::form::Field;
use crate::framework::Framework;
use crate::model::{FormKind, LevelBand};
use crate::phrase;

use coded::{has_code, is_code, is_code_field, is_of_heading};
use habits::Habits;
pub(super) use inherited::is_ditto;
pub(super) use kind::count_columns;
pub(super) use line::{Amount, Line, LogicalRow, Piece, Side};
pub(super) use overview::speaks_of_the_school;
pub(super) use parents::unlike_their_parts;
use physical::Physical;
pub(super) use physical::{covered, under_title};
pub(super) use reason::Reason;
use standard::standard_of;
pub(super) use standard::standard_titled;

use timed::Times;
use titled::Titles;
use wording::{are_bare_numbers, is_continued, is_ordinal, is_unfinished_code, is_whole_time, names_its_own, names_something};

fn names_the_row(field: Field) -> bool {
    matches!(field, Field::Ordinal | Field::Criterion | Field::Standard | Field::Item)
}

/// The field that says what a row is about.
fn primary(header: &Header<'_>) -> Field {
    [Field::Criterion, Field::Item, Field::Standard, Field::Task, Field::Content, Field::Weakness, Field::Evidence]
        .into_iter()
        .find(|field| header.column(*field).is_some())
        .unwrap_or(Field::Ordinal)
}

/// The field that holds the work itself.
fn work(header: &Header<'_>) -> Option<Field> {
    [Field::Task, Field::Planned, Field::Content, Field::Evidence, Field::Weakness]
        .into_iter()
        .find(|field| header.column(*field).is_some())
}

/// A line this near above a header speaks of the rows below it.
const JUST_ABOVE: u32 = 4;

/// The lines of a table: its rows, where headers that stand again are left aside; "Tiêu chuẩn 2" and "MỨC 4" right above the header hold for them.
pub(super) fn lines(grid: &Grid, table: &Table<'_>, framework: &Framework, context: &Context<'_>) -> Vec<Line> {
    let Table { header, body, repeats, .. } = table;
    let just_above = || table.above.iter().rev().filter(|(address, _)| address.row + JUST_ABOVE >= header.first);
    let mut physical: Vec<Physical> = body.iter().map(|row| Physical::new(row, header, grid)).collect();
    let names = Names::of(framework);
    stitch::name_codes(header, &mut physical);
    indicators::number_works(header, &mut physical);
    shifted::unshift(header, &names, &mut physical);
    let others = others::rows(header, &mut physical, context.year);
    let told_below = told_below::rows(header, &mut physical);
    let coded_ordinal = shifted::codes_stand_in_ordinal(header, &names, &physical);
    let mut builder = Builder {
        titles: Titles::of(framework, &names, header, grid, &physical),
        names,
        grid,
        header,
        lines: Vec::new(),
        framework,
        standard: just_above()
            .find_map(|(_, line)| phrase::criterion::heading(line))
            .or_else(|| phrase::criterion::heading(&grid.name))
            .and_then(|heading| heading.number.or_else(|| standard_titled(framework, &heading.title)))
            .or_else(|| just_above().find_map(|(_, line)| standard::of_title(line)))
            .or_else(|| standard::of_sheet(&grid.name, coded::bare_codes(&physical, header))),
        band: header.form.band.or_else(|| just_above().find_map(|(_, line)| phrase::criterion::band(line))),
        open: None,
        criterion: above::criterion(table, grid),
        after_signature: false,
        after_total: false,
        heading_open: false,
        other_table: false,
        describing: false,
        habits: Habits::of(header, &physical),
        times: Times::of(header, &physical, grid, just_above()),
        doer: Default::default(),
    };
    let headings = numbered::headings(header, &physical);
    let sums = summed::rows(&physical);
    let overviews = overview::rows(&physical);
    let papers = papers::rows(&physical, table);
    let pages = pages::numbers(&physical, repeats);
    let apart = apart::rows(&physical, header);
    let last_coded = physical.iter().rposition(|row| has_code(row, header, None, None));
    let mut rows = physical.into_iter().enumerate().peekable();
    while let Some((at, mut row)) = rows.next() {
        if coded_ordinal {
            stitch::take_code_from_ordinal(&mut row);
        }
        let more_follow = last_coded.is_some_and(|last| last > at);
        if repeats.iter().any(|repeat| repeat.contains(&row.index)) {
            builder.describing = false;
            builder.leave(row.index, Reason::RepeatedHeader);
        } else if pages.contains(&row.index) {
            builder.leave(row.index, Reason::PageNumber);
        } else if papers.contains(&row.index) {
            builder.leave(row.index, Reason::OtherPaper);
        } else if told_below.contains(&row.index) {
            builder.leave(row.index, Reason::ToldAbove);
        } else if let Some(reason) = others.get(&row.index) {
            builder.leave(row.index, *reason);
        } else if overviews.contains(&row.index) || apart.contains(&row.index) {
            builder.leave(row.index, Reason::OtherTable);
        } else if headings.contains(&row.index) && !builder.is_named(&row, rows.peek().map(|(_, below)| below)) {
            builder.heading(&row);
        } else if sums.contains(&row.index) {
            builder.sum(&row);
        } else {
            builder.take(row, rows.peek().map(|(_, below)| below), more_follow);
        }
    }
    let lines = struck::without_corrected(centred::around(builder.lines, header), header, grid);
    let lines = parents::counted_once(headed::without_headings(lines, header, &builder.names), header);
    states::behind_the_time(states::told_last(lines, context.period))
}

/// "I | HỌC KỲ I": the number of a part, and when its work is to be done.
fn names_a_time(row: &Physical, header: &Header<'_>, grid: &Grid) -> bool {
    row.time_title().is_some_and(|title| section::heads(&title, header, grid))
}

struct Builder<'a> {
    framework: &'a Framework,
    names: Names,
    titles: Titles<'a>,
    grid: &'a Grid,
    header: &'a Header<'a>,
    lines: Vec<Line>,
    standard: Option<u8>,
    band: Option<LevelBand>,
    /// Where in `lines` the row stands that a following row may continue.
    open: Option<usize>,
    after_signature: bool,
    /// The row above is a sum, which may be parted by who pays.
    after_total: bool,
    /// The criterion that a row of its own names for those below it.
    criterion: Option<Piece>,
    /// Rows of a table that is none of the form's.
    other_table: bool,
    /// Prose on the criterion, below "Điểm mạnh".
    describing: bool,
    /// The line above was the title of a standard, which may run on.
    heading_open: bool,
    /// How the table begins its works.
    habits: Habits,
    /// What rows of their own say of when.
    times: Times,
    /// Who does the work, where rows of their own say so.
    doer: doers::Doer,
}

impl Builder<'_> {
    fn leave(&mut self, row: u32, reason: Reason) {
        self.lines.push(Line::Left { row, reason });
    }

    /// Whether a heading says more than what the rows below it have in common: their standard, their criterion, their time.
    fn is_named(&self, row: &Physical, below: Option<&Physical>) -> bool {
        self.titles.standard(row, self.standard).is_some()
            || self.titles.criterion(&self.names, row, below, (self.standard, self.band)).is_some()
            || names_a_time(row, self.header, self.grid)
    }

    /// "2 | Cơ sở vật chất" over "2.1", "2.2".
    fn heading(&mut self, row: &Physical) {
        self.time_may_end(row);
        self.doer.section(row);
        (self.open, self.criterion) = (None, self.criterion.take().filter(|_| Titles::is_within(&self.lines, row)));
        self.leave(row.index, Reason::Section);
    }

    /// What the amounts above come to, under them and beside nothing.
    fn sum(&mut self, row: &Physical) {
        (self.open, self.after_total) = (None, true);
        self.leave(row.index, Reason::Total);
    }

    fn time_may_end(&mut self, row: &Physical) {
        let Some(time) = self.times.end(row.index) else { return };
        let first = row.texts().into_iter().find(|(_, text)| !text.is_empty() && !self.after_signature);
        self.lines.extend(first.map(|(address, title)| Line::TimeEnds { time, title: title.to_owned(), address }));
    }

    fn take(&mut self, mut row: Physical, below: Option<&Physical>, more_follow: bool) {
        if self.header.form.column(Field::Level).is_some() {
            stitch::take_level_from_code(&mut row);
        }
        if self.header.column(Field::Level1).is_some() && self.open.is_some() {
            indicators::take_from_code(&mut row);
            if indicators::is_unmarked(&row) {
                return self.data(row, false);
            }
        }
        if self.header.column(Field::Criterion).is_some() {
            let named = row.text(Field::Standard);
            match standard_of(named).or_else(|| standard_titled(self.framework, named)) {
                Some(number) => self.standard = Some(number),
                // Rather none than the one before: a number below it would be of another standard.
                None if names_something(named) => self.standard = None,
                None => {}
            }
        }
        let heads = level4::heads_list(&row, below, self.header, &self.lines);
        if heads || level4::is_of_list(&row, self.header) {
            (self.band, self.standard) = (Some(LevelBand::Four), None);
        }
        if heads {
            (self.criterion, self.open) = (None, None);
            return self.leave(row.index, Reason::Band);
        }
        let standard = self.titles.standard(&row, self.standard);
        if standard.is_none()
            && !kind::are_column_numbers(&row.texts(), self.header)
            && (self.standard.is_some() || self.band == Some(LevelBand::Four))
            && let Some(piece) = row.pieces.get_mut(&primary(self.header)).filter(|_| is_code_field(primary(self.header)))
            && are_bare_numbers(&piece.text)
        {
            // "1", "2, 3" under a standard are its criteria.
            let named = format!("Tiêu chí {}", piece.text.trim());
            piece.raw.get_or_insert(std::mem::replace(&mut piece.text, named));
            piece.kind = CellKind::Text;
        }
        // "(tiếp theo)" on the next page names the criterion above.
        if let Some(piece) = row.pieces.get_mut(&primary(self.header)).filter(|piece| is_continued(&piece.text)) {
            piece.raw.get_or_insert(std::mem::take(&mut piece.text));
        }
        if let Some(named) = self.titles.piece(&self.names, &row, below, (self.standard, self.band)) {
            self.criterion = Some(named);
            (self.open, self.after_signature) = (None, false);
            return self.leave(row.index, Reason::CriterionTitle);
        }
        let above = self.open_row();
        let is_whole = |time: &str| time.is_empty() || is_whole_time(time);
        let time_is_whole = above.is_none_or(|above| is_whole(above.text(Field::Time)));
        let above = kind::Above { open: self.open.is_some(), time_is_whole };
        let kind = match standard {
            Some((number, title, address)) => kind::Kind::Standard { number: Some(number), title, address },
            None => kind::of(&row, self.header, self.grid, self.coded(&row), above, more_follow),
        };
        let may_part = matches!(kind, kind::Kind::Data | kind::Kind::Left(Reason::Section));
        if std::mem::take(&mut self.after_total) && may_part && totals::parts_a_total(&row) {
            return self.sum(&row);
        }
        let prose = kind == kind::Kind::Data
            && self.describing
            && !self.coded(&row)
            && row.texts().iter().filter(|(_, text)| !text.is_empty()).count() == 1;
        self.describing = prose || kind == kind::Kind::Left(Reason::Described);
        if prose {
            self.open = None;
            return self.leave(row.index, Reason::Described);
        }
        let names_doer = self.doer.is_named_by(&row, below, self.header, &kind);
        let kind = if names_doer { kind::Kind::Left(Reason::Section) } else { kind };
        let heading_was_open = std::mem::take(&mut self.heading_open);
        // A list of other things below a table of ours, until a code, a standard or a band stands again.
        let other = kind == kind::Kind::Left(Reason::OtherTable);
        self.other_table = other || self.other_table && matches!(kind, kind::Kind::Data | kind::Kind::Left(_)) && !self.coded(&row);
        if self.other_table && kind == kind::Kind::Data {
            return self.leave(row.index, Reason::OtherTable);
        }
        let after_work = || matches!(self.lines.last(), Some(Line::Data(_)));
        if may_part && !names_doer && (self.titles.is_part(&row) || after_work() && self.titles.is_unknown(&row, below)) {
            return self.heading(&row);
        }
        match kind {
            kind::Kind::Left(reason) => {
                self.after_signature |= reason == Reason::Signature;
                if reason == Reason::Section {
                    self.time_may_end(&row);
                    self.doer.section(&row);
                }
                if !matches!(reason, Reason::ColumnNumbers | Reason::RepeatedHeader | Reason::PageNumber) {
                    self.open = None;
                }
                self.leave(row.index, reason);
            }
            kind::Kind::Time(title) => {
                self.times.begin(&title);
                (self.open, self.after_signature) = (None, false);
                self.leave(row.index, Reason::TimeTitle);
            }
            kind::Kind::Band(band) => {
                self.time_may_end(&row);
                self.criterion = None;
                self.band = Some(band);
                if band == LevelBand::Four {
                    self.standard = None;
                }
                self.open = None;
                self.leave(row.index, Reason::Band);
            }
            kind::Kind::Standard { number, title, address } => {
                self.criterion = None;
                let known = number.or_else(|| standard_titled(self.framework, &title));
                self.standard = known.or(self.standard.map(|standard| standard + 1));
                self.band = self.band.filter(|band| *band != LevelBand::Four).or(self.header.form.band);
                self.open = None;
                self.heading_open = true;
                self.after_signature = false;
                self.lines.push(Line::Standard { number: self.standard, guessed: known.is_none(), title, address });
                self.leave(row.index, if row.content() > 0 { Reason::StandardSum } else { Reason::StandardTitle });
            }
            kind::Kind::Total { text, address } => {
                (self.open, self.after_total) = (None, true);
                self.lines.push(Line::Total { text, address });
                self.leave(row.index, Reason::Total);
            }
            kind::Kind::Data => {
                let coded = self.coded(&row);
                if heading_was_open && !coded && row.content() == 0 && !row.has(Field::Ordinal) {
                    self.heading_open = true;
                    return self.leave(row.index, Reason::StandardTitle);
                }
                // "Số lớp | 12" below who signs: the number is no code.
                let counts = row.text(primary(self.header)).bytes().all(|digit| digit.is_ascii_digit());
                if self.after_signature && (!coded || counts) && !is_ordinal(row.text(Field::Ordinal)) {
                    return self.leave(row.index, Reason::AfterTable);
                }
                self.after_signature = false;
                self.data(row, coded);
            }
        }
    }

    /// The row above, where this one may go on with it.
    fn open_row(&self) -> Option<&LogicalRow> {
        self.open.and_then(|at| if let Line::Data(above) = &self.lines[at] { Some(above) } else { None })
    }

    /// Whether the row begins with its criterion: a code, or nothing but the name, where something is said of it.
    fn coded(&self, row: &Physical) -> bool {
        let key = primary(self.header);
        let named = || {
            let name = Some(row.text(key)).filter(|name| is_code_field(key) && row.content() > 0 && !name.is_empty())?;
            self.names.named(name)
        };
        // "Tiêu chí 3.3:" above, and the page ended before its name.
        let awaited = || {
            let above = self.open_row().map_or("", |above| above.text(key));
            phrase::criterion::parse(above, self.standard, self.band).criterion
        };
        // "Hiệu trưởng, phó hiệu trưởng, tổ chuyên môn và tổ văn phòng (1.4)"
        let behind = || {
            let (_, code) = row.text(key).trim_end().strip_suffix(')')?.rsplit_once('(')?;
            code.parse::<crate::model::Criterion>().ok().filter(|_| code.contains('.') && is_code_field(key))
        };
        has_code(row, self.header, self.standard, self.band) || behind().is_some() || named().is_some_and(|named| awaited() != Some(named))
    }

    fn data(&mut self, mut row: Physical, coded: bool) {
        if coded {
            coded::leave_own_name(&mut row, self.header, &self.names);
        }
        if !coded && self.header.form.kind == FormKind::Assessment && kind::counts_answers(&row) {
            return self.leave(row.index, Reason::OtherTable);
        }
        if let Some(at) = self.open
            && let Some(Line::Data(open)) = self.lines.get_mut(at)
            && doers::say_below(open, &row, self.header)
        {
            return;
        }
        let above = self.open_row();
        if let (Some(at), Some(above)) = (self.open, above)
            && !headed::begins_listed(&self.lines[..=at], &row, self.header, &self.names)
            && stitch::continues(above, &row, coded, self.habits, self.grid, self.header)
        {
            if let Line::Data(open) = &mut self.lines[at] {
                stitch::join(open, row, self.header);
            }
            return;
        }
        let mut logical = LogicalRow {
            rows: vec![row.index],
            pieces: row.pieces,
            money: row.money,
            standard: self.standard,
            band: self.band,
            shifted: row.shifted,
            same_criterion: false,
            left_out: false,
            around: false,
            may_be_two: None,
            titled_time: false,
            extra: row.extra.into_iter().map(|(address, _)| address).collect(),
        };
        if let Some(criterion) =
            self.criterion.as_ref().filter(|_| !work(self.header).is_some_and(|work| names_its_own(logical.text(work))))
        {
            logical.pieces.insert(Field::Criterion, criterion.clone());
        }
        inherited::inherit(&mut logical, above, self.grid, self.header, coded);
        if above.is_none()
            && let Some(last) = self.lines.iter().rev().find_map(Line::data)
        {
            inherited::inherit_across(&mut logical, last);
        }
        self.times.give(&mut logical);
        self.doer.give(&mut logical);
        self.open = Some(self.lines.len());
        self.lines.push(Line::Data(logical));
    }
}
