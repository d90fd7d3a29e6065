//! The end of `report` and `check` in the terminal: who has not reported, what lags, what is overdue, which findings, where the files are. Text in, text out; prints nothing.

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

use super::basis::Basis;
use super::{overdue, problems, wording};
use crate::finding;
use crate::model::Lateness;
use crate::stats::Reported;

/// One line, below the titles: rows are short and stand close.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Rows of a section; what is left out is said below it.
const MOST: usize = 10;

/// What is said, section by section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// What makes every figure below doubtful; said first.
    pub warnings: Vec<String>,
    pub title: String,
    pub sections: Vec<Section>,
}

/// A small table with its heading, or a line where there is nothing to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    pub heading: String,
    pub columns: Vec<Heading>,
    pub rows: Vec<Vec<String>>,
    /// Said below the rows.
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub title: &'static str,
    pub is_number: bool,
}

impl Summary {
    /// Says where each file is, and what for.
    pub fn with_files(mut self, files: &[(String, &str)]) -> Self {
        let rows = files.iter().map(|(path, purpose)| vec![wording::brief(path, 200), (*purpose).to_owned()]).collect();
        self.sections.push(Section {
            heading: "Kết quả".to_owned(),
            columns: columns(&[("Tệp", false), ("Nội dung", false)]),
            rows,
            note: String::new(),
        });
        self
    }

    /// All sections as text of at most `width` columns, where the terminal has one.
    pub fn render(&self, width: Option<u16>) -> String {
        let mut text: String = self.warnings.iter().map(|warning| format!("{warning}\n\n")).collect();
        text.push_str(&format!("{}\n", self.title));
        for section in &self.sections {
            text.push('\n');
            text.push_str(&section.heading);
            text.push('\n');
            if !section.rows.is_empty() {
                text.push_str(&section.table(width));
                text.push('\n');
            }
            if !section.note.is_empty() {
                text.push_str(&section.note);
                text.push('\n');
            }
        }
        text
    }
}

impl Section {
    fn table(&self, width: Option<u16>) -> String {
        let mut table = comfy_table::Table::new();
        table.load_style(STYLE).set_header(self.columns.iter().map(|column| column.title));
        match width {
            Some(width) => table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width),
            None => table.set_content_arrangement(ContentArrangement::Disabled),
        };
        for row in &self.rows {
            table.add_row(row);
        }
        for (index, column) in self.columns.iter().enumerate() {
            if let Some(set) = table.column_mut(index)
                && column.is_number
            {
                set.set_cell_alignment(CellAlignment::Right);
            }
        }
        table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }
}

pub fn summary(basis: &Basis) -> Summary {
    let statistics = basis.source.statistics;
    let schools = &statistics.schools;
    let reported = schools.expected.map_or_else(
        || format!("{} trường có báo cáo", wording::count(schools.reported)),
        |expected| format!("đã nộp {}", wording::share_of(schools.reported, expected, "trường")),
    );
    let title = format!(
        "{}, năm học {}, tính đến ngày {}: {reported}",
        statistics.period.title(),
        statistics.school_year,
        wording::date(statistics.as_of)
    );
    let of_all = basis.source.reading.findings.iter().filter(|finding| finding.rule == &finding::YEAR_OF_MOST_FILES);
    let warnings = of_all.map(|finding| format!("CẦN XEM TRƯỚC: {} {}", finding.message(), finding.remedy())).collect();
    Summary { warnings, title, sections: vec![not_reported(basis), lagging(basis), overdue(basis), findings(basis)] }
}

fn not_reported(basis: &Basis) -> Section {
    let entries: Vec<_> = basis.schools.iter().filter(|entry| !entry.figures.submission.counts()).collect();
    let late = basis.schools.iter().filter(|entry| entry.figures.submission == Reported::Late).count();
    let mut notes = Vec::new();
    if entries.is_empty() {
        let expected = basis.source.statistics.schools.expected.is_some();
        notes.push(
            if expected {
                "Mọi trường trong danh sách đã nộp."
            } else {
                "Không có danh sách trường nên không biết trường nào chưa nộp."
            }
            .to_owned(),
        );
    }
    notes.extend(rest(entries.len(), "trường"));
    if late > 0 {
        notes.push(format!("Trễ hạn: {} trường.", wording::count(late)));
    }
    let rows = entries
        .iter()
        .take(MOST)
        .map(|entry| vec![wording::brief(&entry.name, 60), wording::brief(entry.commune(), 40), entry.standing().to_owned()])
        .collect();
    Section {
        heading: format!("Chưa có báo cáo: {} trường", wording::count(entries.len())),
        columns: columns(&[("Trường", false), ("Xã, phường", false), ("Tình trạng", false)]),
        rows,
        note: notes.join(" "),
    }
}

fn lagging(basis: &Basis) -> Section {
    let lagging = super::lagging::listed(basis);
    let rows = lagging
        .iter()
        .map(|figures| {
            vec![
                basis.criterion_code(&figures.framework, figures.criterion),
                wording::brief(basis.criterion_title(&figures.framework, figures.criterion), 60),
                wording::share(figures.schools_affected, figures.schools_reported),
            ]
        })
        .collect();
    let note = if lagging.is_empty() { "Không có tiêu chí nào có trường bị ảnh hưởng." } else { "" };
    Section {
        heading: "Tiêu chí còn nhiều trường vướng".to_owned(),
        columns: columns(&[("Tiêu chí", false), ("Nội dung", false), ("Trường bị ảnh hưởng", true)]),
        rows,
        note: note.to_owned(),
    }
}

fn overdue(basis: &Basis) -> Section {
    let actions = &basis.source.statistics.actions;
    let rows = overdue::by_age(basis)
        .into_iter()
        .map(|(age, counts)| [age.to_owned()].into_iter().chain(counts.into_iter().map(wording::count)).collect())
        .collect();
    let heading = format!(
        "Việc quá hạn: {} chắc chắn, {} có thể, trong {} việc",
        wording::count(actions.overdue),
        wording::count(actions.possibly_overdue),
        wording::count(actions.total)
    );
    let note = format!("Chưa rõ hạn: {} việc.", wording::count(actions.undetermined));
    let columns =
        columns(&[("Quá hạn", false), (wording::lateness(Lateness::Certain), true), (wording::lateness(Lateness::Possible), true)]);
    Section { heading, columns, rows, note }
}

fn findings(basis: &Basis) -> Section {
    let findings = problems::sorted(basis);
    let rules = problems::rules(&findings);
    let rows = rules
        .iter()
        .take(MOST)
        .map(|(rule, count, schools)| {
            vec![
                rule.id.to_owned(),
                rule.severity.title().to_owned(),
                rule.title.to_owned(),
                wording::count(*count),
                wording::count(*schools),
            ]
        })
        .collect();
    let note = if findings.is_empty() {
        "Không có vấn đề nào.".to_owned()
    } else {
        rest(rules.len(), "loại vấn đề").unwrap_or_default()
    };
    let columns = columns(&[("Mã", false), ("Mức độ", false), ("Vấn đề", false), ("Số lần", true), ("Số trường", true)]);
    Section { heading: format!("Vấn đề: {}", wording::count(findings.len())), columns, rows, note }
}

fn rest(all: usize, things: &str) -> Option<String> {
    (all > MOST).then(|| format!("… và {} {things} nữa.", wording::count(all - MOST)))
}

fn columns(titles: &[(&'static str, bool)]) -> Vec<Heading> {
    titles.iter().map(|(title, is_number)| Heading { title, is_number: *is_number }).collect()
}
