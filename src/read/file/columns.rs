//! What is said of a table's columns: those read with doubt, those not read, those that stand twice.

use std::collections::{BTreeMap, BTreeSet};

use super::File;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, FormKind};
use crate::phrase;
use crate::read::content;
use crate::read::grid::{Cell, Grid, Row};
use crate::read::header::{Assigned, Header, is_of_overseer, is_sending, is_title_row, names_criteria, told_of};
use crate::read::monthly;
use crate::read::rows::{self, Line, Reason};
use crate::read::table::Table;
use crate::text;

/// How many cells of a column are filled, and a few of them.
fn said(rows: &[&Row], column: u32) -> (usize, String) {
    let texts = || rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.as_str());
    (texts().count(), quoted(texts()))
}

/// The first few of the texts that are not the same.
pub(super) fn quoted<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    const SHOWN: usize = 3;
    const LONGEST: usize = 40;
    let mut shown: Vec<String> = Vec::new();
    for text in texts {
        let text = format!("\"{}\"", text.chars().take(LONGEST).collect::<String>());
        if shown.len() < SHOWN && !shown.contains(&text) {
            shown.push(text);
        }
    }
    shown.join(", ")
}

/// A column that no field of the form takes, with what stands in it: nobody has to open the file to know what was left out.
fn left_out(table: &Table<'_>, rows: &[&Row], column: u32, has_plan: bool) -> Finding {
    let form = &table.header.form;
    let reported =
        [Field::Done, Field::Ongoing, Field::NotStarted, Field::Status].into_iter().any(|field| table.header.column(field).is_some());
    let told_in_words = || {
        let of_work = matches!(form.kind, FormKind::Plan | FormKind::Result) && !reported;
        (of_work && content::tells_of_work(rows, column)).then_some(content::STATES)
    };
    let levels = || {
        let assessed = matches!(form.kind, FormKind::Plan | FormKind::Problems) && table.header.column(Field::Criterion).is_some();
        let title = table.header.unused.iter().find(|(unused, _)| *unused == column)?.1.as_str();
        assessed.then(|| content::levels_in(rows, column, title)).flatten()
    };
    // When a form was sent looks like a time, and is none of the work; "Chưa có nguồn" under "Rủi ro" is what may come.
    let title = table.header.unused.iter().find(|(unused, _)| *unused == column).map_or("", |(_, title)| title.as_str());
    let folded = text::fold(title);
    // So is what was found good or wanting, before the work that mends it.
    let work = [Field::Task, Field::Planned].into_iter().find_map(|field| table.header.column(field));
    let found = work.is_some_and(|work| column < work.column)
        && ["diem manh", "diem yeu", "han che", "ton tai", "uu diem"].iter().any(|words| text::holds_words(&folded, words));
    let may_come = found || ["rui ro", "nguy co", "luong truoc"].iter().any(|words| text::holds_words(&folded, words));
    let counted = || if is_sending(&folded) || may_come { None } else { content::counted(rows, column, form.kind) };
    let told_in_words = || told_in_words().filter(|_| !may_come && !is_of_overseer(&folded));
    // "Bắt buộc: Có | Không" says of the criterion what the framework does; "Năm học: 2023-2024" on every row is no time of any work.
    // So does the day on which the work was done, where another column says how far it came.
    let is_day_of_completion = reported && folded.contains("thuc te") && text::holds_words(&folded, "ngay");
    // Nor are the counts of criteria beside their list levels.
    let counts_criteria =
        form.kind == FormKind::Assessment && matches!(folded.as_str(), "so luong" | "so tieu chi" | "so luong tieu chi" | "so tc");
    let of_title = matches!(folded.as_str(), "bat buoc" | "tieu chi bat buoc" | "nam hoc");
    let says_otherwise = of_title || is_day_of_completion || counts_criteria || is_of_overseer(&folded);
    let counted = || counted().filter(|_| !says_otherwise);
    // "Kế hoạch cải tiến" beside the levels, and no plan in the file: it is the plan.
    let planned = || {
        let of_levels = form.kind == FormKind::Assessment && !has_plan;
        (of_levels && titles_work(&folded) && content::holds_words(rows, column)).then_some("việc cải tiến")
    };
    // "Tỷ lệ (%)" over 100, 60 and 0 beside marks of what is done.
    let shares = || {
        let of_work = matches!(form.kind, FormKind::Plan | FormKind::Result) && names_share(&folded, title);
        (of_work && content::holds_shares(rows, column)).then_some(content::STATES)
    };
    // "Đạt | Chưa đạt" with crosses beside work: whether it is done, or whether what came of it is good enough.
    let judged = || {
        let of_work = matches!(form.kind, FormKind::Plan | FormKind::Result) && !reported;
        (of_work && judges(&folded) && content::holds_ticks(rows, column)).then_some(content::STATES)
    };
    let told = match counted().or_else(told_in_words).or_else(judged).or_else(shares).or_else(levels).or_else(planned) {
        Some(what) => Finding::new(&finding::COLUMN_LEFT_OUT).with("what", what),
        None => Finding::new(&finding::COLUMN_UNUSED),
    };
    let (count, texts) = said(rows, column);
    told.with("form", &form.title).with("count", count).with("texts", texts)
}

/// "Tỷ lệ (%)", "% hoàn thành", "Tỷ lệ thực hiện": of the work, and not of pupils.
fn names_share(folded: &str, title: &str) -> bool {
    const OF_WORK: &[&str] = &["hoan thanh", "thuc hien", "dat", "tien do", "cong viec", "phan tram"];
    let rest = folded.trim_start_matches("ty le").trim_start_matches("ti le").trim();
    let shortened = rest.len() < folded.len() || title.contains('%');
    shortened && (rest.is_empty() || OF_WORK.contains(&rest)) || folded == "phan tram"
}

/// "Đạt", "Chưa đạt yêu cầu". Folded.
fn judges(title: &str) -> bool {
    let verdict = title.strip_suffix(" yeu cau").unwrap_or(title);
    matches!(verdict, "dat" | "chua dat" | "khong dat")
}

/// A row of the body that reads like the titles of another table: columns that nothing stands over begin with it.
fn titles_within<'t>(table: &'t Table<'_>, untitled: &[(u32, Address)]) -> Option<&'t Row> {
    const FEWEST: usize = 3;
    let begins = |row: &Row| untitled.iter().filter(|(_, first)| first.row == row.index).count();
    table.body.iter().find(|row| begins(row) >= FEWEST && is_title_row(row))
}

/// "Kế hoạch cải tiến chất lượng", "Biện pháp khắc phục". Folded.
fn titles_work(title: &str) -> bool {
    const WORK: &[&str] = &["ke hoach", "bien phap", "giai phap", "noi dung", "huong", "viec"];
    const IMPROVES: &[&str] = &["cai tien", "khac phuc", "can lam", "can thuc hien"];
    let says = |all: &[&str]| all.iter().any(|words| text::holds_words(title, words));
    says(WORK) && says(IMPROVES)
}

fn is_not_counted(field: Field) -> bool {
    matches!(
        field,
        Field::Lead
            | Field::Partner
            | Field::Assessor
            | Field::Collector
            | Field::Conditions
            | Field::Note
            | Field::Situation
            | Field::Weakness
            | Field::Cause
            | Field::Indicator
            | Field::Place
    )
}

impl File<'_> {
    /// Columns that were read with doubt, and columns that were not read.
    pub(super) fn columns(&mut self, grid: &Grid, table: &Table<'_>, lines: &[Line], school_id: &str) {
        if table.pinned || table.lost {
            return;
        }
        let rows: Vec<&Row> = lines
            .iter()
            .filter_map(|line| if let Line::Data(row) = line { Some(&row.rows) } else { None })
            .flatten()
            .filter_map(|row| table.row(*row))
            .collect();
        let header = &table.header;
        let filled = |column: u32| rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.text.is_empty()));
        for assigned in header.columns.iter().filter(|assigned| assigned.is_doubtful() && filled(assigned.column)) {
            let other = assigned.runner_up.map_or("không có", |(field, _)| field.title());
            let mut finding = Finding::new(&finding::COLUMN_UNCERTAIN)
                .of_school(school_id)
                .field(assigned.field.title())
                .raw(&assigned.title)
                .with("score", format!("{:.2}", assigned.score))
                .with("other", other);
            finding.cell = Some(Address::new(header.first, assigned.column));
            self.on_sheet(grid, finding);
        }
        // Two titles that stand again are a second table; one may be a slip of the school's.
        let all: Vec<String> = header
            .columns
            .iter()
            .map(|assigned| &assigned.title)
            .chain(header.unused.iter().map(|(_, title)| title))
            .map(|title| text::fold(title))
            .collect();
        let twice: BTreeSet<&str> = all
            .iter()
            .enumerate()
            .filter(|(at, title)| !title.is_empty() && all[..*at].contains(title))
            .map(|(_, title)| title.as_str())
            .collect();
        if twice.len() >= 2 {
            let mut shown: Vec<&str> = Vec::new();
            for title in header.columns.iter().map(|assigned| assigned.title.as_str()) {
                if twice.contains(text::fold(title).as_str()) && !shown.contains(&title) {
                    shown.push(title);
                }
            }
            let mut finding = Finding::new(&finding::TABLES_SIDE_BY_SIDE).of_school(school_id).with("columns", shown.join(", "));
            finding.cell = Some(Address::new(header.first, header.columns.first().map_or(0, |assigned| assigned.column)));
            self.on_sheet(grid, finding);
        }
        for (column, title) in &header.unused {
            // What a criterion is called says no more than its code.
            let names = header.form.kind == FormKind::Assessment && names_criteria(&text::fold(title));
            let filled = !names && rows.iter().any(|row| row.get(*column).is_some());
            if filled {
                let mut finding = match self.of_other_half(header, title) {
                    Some((found, expected)) => {
                        let told = Finding::new(&finding::COLUMN_OF_OTHER_HALF).with("found", found).with("expected", expected);
                        let stands_in = header.stand_ins.iter().any(|(stand_in, _)| stand_in == column);
                        told.with("besides", if stands_in { "; dòng nào các cột ấy để trống thì lấy cột này" } else { "" })
                    }
                    None => self.of_others(header, &rows, *column, title).unwrap_or_else(|| left_out(table, &rows, *column, self.has_plan)),
                };
                finding = finding.of_school(school_id).raw(title);
                finding.cell = Some(Address::new(header.first, *column));
                self.on_sheet(grid, finding);
            }
        }
        self.adjusted_times(grid, table, school_id);
        self.columns_without_title(grid, table, lines, &rows, school_id);
        self.filled_otherwise(grid, table, &rows, school_id);
    }

    /// Columns whose title speaks of something that no figure counts, filled with what one would count.
    fn filled_otherwise(&mut self, grid: &Grid, table: &Table<'_>, rows: &[&Row], school_id: &str) {
        let header = &table.header;
        for assigned in header.columns.iter().filter(|assigned| is_not_counted(assigned.field)) {
            let Some(what) = content::counted(rows, assigned.column, header.form.kind) else { continue };
            // What was told before the newest state, which its own rule has told.
            let recorded = |row: &&Row| row.get(assigned.column).is_some_and(|cell| monthly::holds_record(&cell.text));
            if assigned.field == Field::Note && rows.iter().any(recorded) {
                continue;
            }
            // "Lý do: Chưa có kinh phí" beside what is under way; "100%", "Đủ hồ sơ" by which its end is judged.
            let reported =
                [Field::Done, Field::Ongoing, Field::NotStarted, Field::Status].into_iter().any(|field| header.column(field).is_some());
            let excuses = ["nguyen nhan", "ly do", "ton tai", "han che", "vuong mac", "kho khan"]
                .iter()
                .any(|words| text::holds_words(&text::fold(&assigned.title), words));
            if what == content::STATES && reported && (excuses || matches!(assigned.field, Field::Note | Field::Indicator)) {
                continue;
            }
            // "Theo dõi hằng tháng", "Thường xuyên" beside the time of the work.
            let timed = [Field::Time, Field::End].into_iter().any(|field| header.column(field).is_some());
            let dates = |row: &&Row| row.get(assigned.column).is_some_and(|cell| cell.text.contains(|sign: char| sign.is_ascii_digit()));
            if what == content::TIMES && timed && assigned.field == Field::Note && !rows.iter().any(dates) {
                continue;
            }
            // "Hiện trạng: Chưa có" before the time of the work says what there was before it.
            let time = [Field::Time, Field::End].into_iter().find_map(|field| header.column(field));
            if assigned.field == Field::Situation && time.is_some_and(|time| assigned.column < time.column) {
                continue;
            }
            let (count, texts) = said(rows, assigned.column);
            let told = Finding::new(&finding::COLUMN_FILLED_OTHERWISE).of_school(school_id).field(assigned.field.title());
            let mut told = told.raw(&assigned.title).with("what", what).with("count", count).with("texts", texts);
            told.cell = Some(Address::new(header.first, assigned.column));
            self.on_sheet(grid, told);
        }
    }

    /// Times that replace those planned, and in how many rows.
    fn adjusted_times(&mut self, grid: &Grid, table: &Table<'_>, school_id: &str) {
        let header = &table.header;
        let Some((column, title)) = &header.adjusted else { return };
        let taken = [Field::End, Field::Time].into_iter().find_map(|field| header.column(field)).map_or("", |time| time.title.as_str());
        let said = |text: &str| !text.is_empty() && !phrase::status::is_nothing(text) && !phrase::status::is_placeholder(text);
        let count = table.body.iter().filter(|row| row.get(*column).is_some_and(|cell| said(&cell.text))).count();
        if count > 0 {
            let told = Finding::new(&finding::TIME_ADJUSTED).of_school(school_id).raw(title).with("count", count).with("taken", taken);
            self.on_sheet(grid, Finding { cell: Some(Address::new(header.first, *column)), ..told });
        }
    }

    /// A column of levels that are not the school's own of this year, beside the one that is.
    fn of_others(&self, header: &Header<'_>, rows: &[&Row], column: u32, title: &str) -> Option<Finding> {
        let kind = header.form.kind;
        let of_levels = |assigned: &&Assigned| assigned.field == Field::Outcome || assigned.field.level().is_some();
        let counted = header.columns.iter().find(of_levels).filter(|_| kind == FormKind::Assessment)?;
        content::counted(rows, column, kind)?;
        let what = told_of(title, self.context.year)?;
        Some(Finding::new(&finding::LEVELS_OF_OTHERS).with("what", what).with("counted", &counted.title))
    }

    /// The half, or the year, that an unread title names, and that of a column which was read in its place.
    fn of_other_half(&self, header: &Header<'_>, title: &str) -> Option<(String, String)> {
        let own = self.context.year;
        if let Some(year) = phrase::year::parse(title).filter(|year| *year != own) {
            let read = header.columns.iter().any(|assigned| phrase::year::parse(&assigned.title) == Some(own));
            return read.then(|| (format!("năm học {year}"), format!("năm học {own}")));
        }
        let (found, expected) = (phrase::period::parse(title)?, self.context.period?);
        let read = header.columns.iter().any(|assigned| phrase::period::parse(&assigned.title) == Some(expected));
        (found != expected && read).then(|| (found.title().to_owned(), expected.title().to_owned()))
    }

    /// Filled columns beside the table that no title stands over; who signs below it fills none.
    fn columns_without_title(&mut self, grid: &Grid, table: &Table<'_>, lines: &[Line], rows: &[&Row], school_id: &str) {
        let is_around = |reason: Reason| matches!(reason, Reason::Signature | Reason::AfterTable | Reason::OtherTable | Reason::PageNumber);
        let around: BTreeSet<u32> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Left { row, reason } if is_around(*reason) => Some(*row),
                _ => None,
            })
            .collect();
        let header = &table.header;
        let titled = |column: u32| {
            let read = header.knows(column) || header.unused.iter().any(|(unused, _)| *unused == column);
            read || rows::covered(header, grid, column).is_some()
        };
        let mut untitled: BTreeMap<u32, (usize, Address)> = BTreeMap::new();
        for row in table.body.iter().filter(|row| !around.contains(&row.index)) {
            let in_table = row.cells.iter().any(|cell| titled(cell.column));
            let aside = |cell: &&Cell| !titled(cell.column) && rows::under_title(header, grid, row, cell.column).is_none();
            for cell in row.cells.iter().filter(|cell| in_table && aside(cell)) {
                untitled.entry(cell.column).or_insert((0, Address::new(row.index, cell.column))).0 += 1;
            }
        }
        // A sheet filled to its edge is one thing to say, not thousands.
        const MOST_APART: usize = 8;
        let mut columns: Vec<(u32, Address)> = untitled.into_iter().map(|(column, (_, first))| (column, first)).collect();
        if let Some(titles) = titles_within(table, &columns) {
            columns.retain(|(_, first)| first.row != titles.index);
            let raw = titles.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
            let count = table.body.iter().filter(|row| row.index > titles.index && !around.contains(&row.index)).count();
            let told = Finding::new(&finding::TABLE_WITHIN_ANOTHER).of_school(school_id).raw(raw);
            let told = told.with("row", titles.index + 1).with("count", count).with("form", &header.form.title);
            self.on_sheet(grid, Finding { cell: titles.cells.first().map(|cell| Address::new(titles.index, cell.column)), ..told });
        }
        let runs = columns.chunk_by(|a, b| a.0 + 1 == b.0);
        let told = runs.flat_map(|run| if run.len() > MOST_APART { vec![run] } else { run.chunks(1).collect() });
        for run in told {
            let (Some((column, first)), Some((last, _))) = (run.first(), run.last()) else { continue };
            let letters = match Address::letters(*column) {
                one if column == last => one,
                one => format!("{one} đến {}", Address::letters(*last)),
            };
            let mut finding =
                left_out(table, rows, *column, self.has_plan).of_school(school_id).raw(format!("{letters} (không có tiêu đề)"));
            finding.cell = Some(*first);
            self.on_sheet(grid, finding);
        }
    }
}
