//! When a table is from, by what stands around it: the year and the half its title names, else its sheet, else its file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::File;
use crate::finding::{self, Finding};
use crate::form::{Field, Stamp};
use crate::model::{Address, FormKind, Period, SchoolYear, WindowFlag};
use crate::phrase;
use crate::read::dated::Dated;
use crate::read::grid::Grid;
use crate::read::table::{self, Table};
use crate::read::who;
use crate::reading::Stated;
use crate::text;

/// Longer lines are sentences, not titles.
const TITLE_LETTERS: usize = 160;

/// What a table tells of work that has begun.
const STATES: &[Field] = &[Field::Status, Field::Done, Field::Ongoing, Field::NotStarted];

/// The month that the title of the table names, else its sheet: schools that report every month keep a sheet for each.
fn month(grid: &Grid, table: &Table<'_>) -> Option<u8> {
    let titles = table.above.iter().filter(|(_, line)| line.chars().count() <= TITLE_LETTERS);
    let named: BTreeSet<u8> = titles.filter_map(|(_, line)| phrase::period::month(line)).collect();
    match named.len() {
        0 => phrase::period::month(&grid.name),
        1 => named.first().copied(),
        _ => None,
    }
}

/// "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG (ĐIỀU CHỈNH)", "thay thế Kế hoạch số 34/KH-TH", or a sheet "KH điều chỉnh".
fn replaces(grid: &Grid, table: &Table<'_>) -> bool {
    let says = |line: &str| {
        let folded = text::fold(line);
        let of_plan =
            ["ke hoach", "kh", "ctcl", "ban"].iter().any(|word| folded.split(' ').any(|own| own == *word) || folded.contains("ke hoach"));
        let before =
            ["chua dieu chinh", "truoc dieu chinh", "truoc khi dieu chinh", "khong dieu chinh"].iter().any(|words| folded.contains(words));
        let adjusted = folded.contains("dieu chinh") && !before;
        of_plan
            && (adjusted || folded.contains("thay the ke hoach") || folded.contains("thay the kh") || folded.contains("thay cho ke hoach"))
    };
    let titles = table.above.iter().filter(|(_, line)| line.chars().count() <= TITLE_LETTERS);
    says(&grid.name) || titles.map(|(_, line)| line).any(|line| says(line))
}

/// "KẾ HOẠCH BỔ SUNG", "bổ sung Kế hoạch số 34/KH-TH"; not one that is adjusted at once.
fn adds(table: &Table<'_>) -> bool {
    let says = |line: &str| {
        let folded = text::fold(line);
        const ADDED: &[&str] = &[
            "ke hoach bo sung",
            "kh bo sung",
            "chat luong bo sung",
            "ctcl bo sung",
            "(bo sung)",
            "bao cao bo sung",
            "ket qua bo sung",
            "bo sung ke hoach",
            "bo sung bao cao",
            "bo sung kh",
        ];
        let anew = || ["dieu chinh", "sua doi", "thay the"].iter().any(|words| folded.contains(words));
        ADDED.iter().any(|words| folded.contains(words)) && !anew()
    };
    let titles = table.above.iter().filter(|(_, line)| line.chars().count() <= TITLE_LETTERS);
    titles.map(|(_, line)| line).any(|line| says(line))
}

/// "BÁO CÁO TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH", "THEO DÕI KẾ HOẠCH CẢI TIẾN"; not "KẾ HOẠCH CẢI TIẾN VÀ KẾT QUẢ THỰC HIỆN".
fn reports(table: &Table<'_>) -> bool {
    const OPENINGS: &[&str] = &[
        "bao cao",
        "tien do",
        "theo doi",
        "ket qua",
        "tinh hinh thuc hien",
        "so ket",
        "tong ket",
        "danh gia ket qua",
        "danh gia viec thuc hien",
    ];
    let titles: Vec<String> =
        table.above.iter().filter(|(_, line)| line.chars().count() <= TITLE_LETTERS).map(|(_, line)| text::fold(line)).collect();
    let opens = |words: &str| titles.iter().any(|title| text::opens_with_words(title, words));
    // "CÁC VIỆC CHƯA HOÀN THÀNH CỦA KẾ HOẠCH, CHUYỂN SANG HỌC KỲ II"
    let left = || {
        let says = |title: &String| ["chua hoan thanh", "chua thuc hien", "chua xong"].iter().any(|words| text::holds_words(title, words));
        titles.iter().any(|title| says(title) && text::holds_words(title, "ke hoach"))
    };
    (OPENINGS.iter().any(|words| opens(words)) || left()) && !opens("ke hoach cai tien")
}

/// "I. …", "2) …", "Phần A: …", "B. …": a line that opens a part of the report.
fn is_part(line: &str) -> bool {
    let opening = line.trim().strip_prefix("Phần ").or_else(|| line.trim().strip_prefix("PHẦN ")).unwrap_or(line.trim());
    let number: String = opening.chars().take_while(|letter| letter.is_ascii_alphanumeric()).collect();
    let counts = (1..=4).contains(&number.len())
        && (number.bytes().all(|letter| letter.is_ascii_digit())
            || number.len() == 1
            || number.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X')));
    counts && opening[number.len()..].starts_with(['.', ')', ':', '/', '-'])
}

impl File<'_> {
    /// Keeps what the table says of itself; another year than that of the report is told once a file. `lines` speak for the year,
    /// those of a title page among them; the half is that of the table alone.
    pub(super) fn stated(&mut self, grid: &Grid, table: &Table<'_>, lines: &[(Address, String)], stamp: Option<&Stamp>, school_id: &str) {
        let years = match stamp {
            Some(stamp) => BTreeSet::from([stamp.year]),
            None => who::years(self.name, lines),
        };
        let year = years.get(&self.context.year).or(years.last()).copied();
        let is_result = table.header.form.kind == FormKind::Result;
        // "BÁO CÁO THÁNG 11/2023" over the plan and how far it has come.
        let tells = STATES.iter().any(|field| table.header.column(*field).is_some());
        let month = if stamp.is_none() && (is_result || tells) { month(grid, table) } else { None };
        let of_month = || month.filter(|_| is_result).map(phrase::period::of_month);
        let period = stamp.map(|stamp| stamp.period).or_else(|| self.period(grid, table)).or_else(of_month);
        self.reading.stated.push(Stated {
            file: Arc::clone(self.name),
            sheet: Arc::clone(&grid.name),
            row: table.header.first,
            school_id: school_id.to_owned(),
            form: table.header.form.kind,
            year,
            period,
            month,
            hidden: grid.hidden,
            replaces: table.header.form.kind == FormKind::Plan && replaces(grid, table),
            adds: adds(table),
            reports: reports(table),
            signed: Dated::of(table.header.form.kind, lines, &table::lines(&table.body)).signed(),
        });
        // A stamp of another year has said so already.
        if stamp.is_none()
            && let Some(year) = year
        {
            self.other_year(grid, table, lines, school_id, year);
        }
    }

    /// A file of two schools of which each has another form: rather the file of one, with a name left from where a sheet was copied.
    pub(super) fn schools_apart(&mut self) {
        let mut forms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for table in &self.reading.stated {
            forms.entry(&table.school_id).or_default().insert(table.form.title());
        }
        let all: Vec<&&str> = forms.values().flatten().collect();
        if forms.len() < 2 || all.iter().collect::<BTreeSet<_>>().len() < all.len() {
            return;
        }
        let name = |id: &str| self.schools.get(id).map_or_else(|| id.to_owned(), |school| school.name.clone());
        let listed: Vec<String> =
            forms.iter().map(|(id, forms)| format!("{} ({})", name(id), forms.iter().copied().collect::<Vec<_>>().join(", "))).collect();
        self.reading.findings.push(Finding::new(&finding::SCHOOLS_SHARE_FILE).in_file(self.name).with("schools", listed.join("; ")));
    }

    fn period(&self, grid: &Grid, table: &Table<'_>) -> Option<Period> {
        let titles = table.above.iter().filter(|(_, line)| line.chars().count() <= TITLE_LETTERS);
        let named: BTreeSet<Period> = titles.filter_map(|(_, line)| phrase::period::parse(line)).collect();
        match named.len() {
            0 => {
                let until = table.above.iter().find_map(|(_, line)| phrase::period::until(line));
                until.or_else(|| phrase::period::parse(&grid.name)).or_else(|| phrase::period::parse(self.name))
            }
            1 => named.first().copied(),
            _ => None,
        }
    }

    /// The school year a plan is for: a month without a year belongs to it, be it another than the period's. Times in the table
    /// that are written out in the period's year say that the title is what is wrong.
    pub(super) fn plan_year(&self, table: &Table<'_>, lines: &[(Address, String)]) -> SchoolYear {
        let own = self.context.year;
        let years = who::years(self.name, lines);
        let Some(stated) = years.last().copied().filter(|_| !years.contains(&own)) else { return own };
        if self.is_dated_in(own, table) { own } else { stated }
    }

    /// Whether a time in the table is written out in the school year.
    fn is_dated_in(&self, year: SchoolYear, table: &Table<'_>) -> bool {
        let calendars = &self.context.frameworks.calendars;
        let times = [Field::Time, Field::Start, Field::End].into_iter().filter_map(|field| table.header.column(field));
        times.flat_map(|time| table.body.iter().filter_map(|row| row.get(time.column))).any(|cell| {
            let window = phrase::time::parse(&cell.text, year, calendars);
            let day = window.due.or(window.start).filter(|_| !window.flags.contains(&WindowFlag::YearInferred));
            day.is_some_and(|day| day.year() == year.year_of_month(day.month()))
        })
    }

    /// "I. KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM HỌC 2022-2023" in a report of 2023-2024, over a table that is not dated otherwise: the part that
    /// looks back, and its year. Work that "chuyển sang" is still this year's.
    pub(super) fn looks_back<'t>(&self, table: &'t Table<'_>, lines: &[(Address, String)]) -> Option<(Address, &'t str, SchoolYear)> {
        let own = self.context.year;
        let is_own = |line: &str| phrase::year::parse(line) == Some(own);
        if !lines.iter().any(|(_, line)| is_own(line)) {
            return None;
        }
        let (address, part) = table.above.iter().rev().find(|(_, line)| is_part(line))?;
        let folded = text::fold(part);
        let before = ["nam hoc truoc", "nam truoc"].iter().any(|words| folded.contains(words));
        let found = phrase::year::parse(part).or_else(|| if before { SchoolYear::new(own.first() - 1) } else { None })?;
        let goes_on = ["chuyen sang", "chuyen tiep", "tiep tuc"].iter().any(|words| folded.contains(words));
        let both = part.contains(&own.to_string());
        (found < own && !both && !goes_on && !self.is_dated_in(own, table)).then_some((*address, part.as_str(), found))
    }

    fn other_year(&mut self, grid: &Grid, table: &Table<'_>, lines: &[(Address, String)], school_id: &str, year: SchoolYear) {
        let told = self.reading.findings.iter().any(|known| known.rule == &finding::OTHER_YEAR);
        if year == self.context.year || told {
            return;
        }
        let mut finding = Finding::new(&finding::OTHER_YEAR).with("found", year).with("expected", self.context.year).of_school(school_id);
        finding = finding.with("months", self.plan_year(table, lines));
        finding.cell = lines.iter().find(|(_, line)| phrase::year::parse(line) == Some(year)).map(|(address, _)| *address);
        self.on_sheet(grid, finding);
    }
}
