//! Who has reported: sheet *Tình hình nộp* and its chart.

use super::basis::{Basis, Entry, UNFILLED, UNKNOWN, communes};
use super::live::{Count, column, table};
use super::{page, wording};
use crate::chart::{BoundChart, Chart, Role, Series};
use crate::stats::Reported;
use crate::table::{Block, Cell, Column, Row, Sheet, Table, Tone};

pub const NAME: &str = "Tình hình nộp";

/// Stands where a school is in the register.
const LISTED: &str = "Có";

/// Schools by how they stand with the office; the four add up to `schools`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub schools: usize,
    pub on_time: usize,
    pub late: usize,
    pub missing: usize,
    pub unreadable: usize,
}

impl Tally {
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry<'e>>) -> Self {
        let mut tally = Tally::default();
        for entry in entries {
            tally.schools += 1;
            match entry.figures.submission {
                Reported::OnTime => tally.on_time += 1,
                Reported::Late => tally.late += 1,
                Reported::Missing => tally.missing += 1,
                Reported::Unreadable => tally.unreadable += 1,
            }
        }
        tally
    }

    pub fn reported(&self) -> usize {
        self.on_time + self.late
    }

    /// Schools, reported, share reported, on time, late, missing, unreadable; alive over the schools that `among` counts.
    pub fn cells(&self, basis: &Basis, among: &Count) -> Vec<Cell> {
        let standing = |reported: Reported| among.clone().and(column::SUBMISSION, reported.title());
        let came = [standing(Reported::OnTime), standing(Reported::Late)];
        let all = [among.clone()];
        let live = &basis.live;
        vec![
            live.count(self.schools, &all),
            live.count(self.reported(), &came),
            live.share(self.reported(), self.schools, &came, &all),
            live.count(self.on_time, &came[..1]),
            page::toned(live.count(self.late, &came[1..]), self.late, Tone::Warning),
            page::toned(live.count(self.missing, &[standing(Reported::Missing)]), self.missing, Tone::Bad),
            page::toned(live.count(self.unreadable, &[standing(Reported::Unreadable)]), self.unreadable, Tone::Bad),
        ]
    }
}

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = basis.live_sheet(
        NAME,
        "Tình hình nộp báo cáo",
        &[&scope(basis), "Trường chưa nộp không có nghĩa là trường không đạt: hai việc được tính riêng ở mọi trang"],
    );
    let kinds = by_kind(basis);
    let drawn = kinds.rows.len() - 1;
    sheet.blocks.push(page::heading("1. Theo loại hình"));
    sheet.blocks.push(match drawn {
        0 => Block::Table(kinds),
        _ => Block::Beside(kinds, bound_chart("submission_by_kind", 1, 5, drawn)),
    });
    sheet.blocks.push(page::heading("2. Theo xã, phường"));
    sheet.blocks.push(Block::Table(by_commune(basis)));
    sheet.blocks.push(page::heading("3. Từng trường"));
    sheet.blocks.push(Block::Table(list(basis)));
    sheet
}

/// The schools the counts are over, on the list of schools: those of the register, where there is one.
pub fn among(basis: &Basis) -> Count {
    let all = Count::all(table::SCHOOLS);
    if basis.source.statistics.schools.expected.is_some() { all.and(column::LISTED, LISTED) } else { all }
}

/// The four standings, stacked; `first` is the column of those on time.
pub fn bound_chart(table: &str, category: usize, first: usize, rows: usize) -> BoundChart {
    BoundChart {
        title: "Tình hình nộp báo cáo".to_owned(),
        table: table.to_owned(),
        category_column: category,
        series: [
            (Reported::OnTime, Role::Good),
            (Reported::Late, Role::Warning),
            (Reported::Missing, Role::Unknown),
            (Reported::Unreadable, Role::Bad),
        ]
        .into_iter()
        .enumerate()
        .map(|(index, (reported, role))| (reported.title().to_owned(), role, first + index))
        .collect(),
        rows: 0..rows,
        axis: "Số trường".to_owned(),
    }
}

pub fn chart(basis: &Basis) -> Chart {
    let kinds = basis.expected_kinds();
    let tallies: Vec<Tally> = kinds.iter().map(|kind| Tally::of(of_kind(basis, kind))).collect();
    let series = |reported: Reported, role: Role, value: fn(&Tally) -> usize| Series {
        name: reported.title().to_owned(),
        role,
        values: tallies.iter().map(|tally| value(tally) as i64).collect(),
    };
    Chart {
        id: "tinh-hinh-nop".to_owned(),
        title: "Tình hình nộp báo cáo theo loại hình trường".to_owned(),
        subtitle: format!("{} · đến ngày {}", scope(basis), wording::date(basis.as_of())),
        categories: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        series: vec![
            series(Reported::OnTime, Role::Good, |tally| tally.on_time),
            series(Reported::Late, Role::Warning, |tally| tally.late),
            series(Reported::Missing, Role::Unknown, |tally| tally.missing),
            series(Reported::Unreadable, Role::Bad, |tally| tally.unreadable),
        ],
        axis: "Số trường".to_owned(),
        source: super::source_line(basis),
    }
}

fn scope(basis: &Basis) -> String {
    match basis.source.statistics.schools.expected {
        Some(expected) => match basis.schools.len().saturating_sub(expected) {
            0 => format!("Tính trên {} trường trong danh sách", wording::count(expected)),
            others => format!(
                "Tính trên {} trường trong danh sách; không tính {} trường ngoài danh sách có gửi tệp",
                wording::count(expected),
                wording::count(others)
            ),
        },
        None => format!("Không có danh sách trường: chỉ tính {} trường có tệp gửi đến", wording::count(basis.schools.len())),
    }
}

pub fn of_kind<'b, 'a>(basis: &'b Basis<'a>, kind: &'b str) -> impl Iterator<Item = &'b Entry<'a>> {
    basis.expected().filter(move |entry| entry.kind() == kind)
}

fn columns(group: &str) -> Vec<Column> {
    let mut columns = vec![Column::centred("TT", 5.0), Column::text(group, 30.0)];
    let figures = ["Số trường", "Đã nộp", "Tỷ lệ đã nộp", "Đúng hạn", "Trễ hạn", "Chưa nộp", "Không đọc được"];
    columns.extend(figures.map(|title| Column::number(title, 9.0)));
    columns
}

fn numbered(number: usize, name: &str, mut cells: Vec<Cell>) -> Row {
    let mut row = vec![Cell::count(number), Cell::text(name)];
    row.append(&mut cells);
    page::row(row)
}

fn totals(basis: &Basis) -> Row {
    let mut cells = vec![Cell::empty(), Cell::text("Cộng")];
    cells.append(&mut Tally::of(basis.expected()).cells(basis, &among(basis)));
    page::total(cells)
}

fn by_kind(basis: &Basis) -> Table {
    let mut rows: Vec<Row> = basis
        .expected_kinds()
        .into_iter()
        .enumerate()
        .map(|(index, kind)| {
            let among = among(basis).and(column::KIND, kind);
            numbered(index + 1, kind, Tally::of(of_kind(basis, kind)).cells(basis, &among))
        })
        .collect();
    rows.push(totals(basis));
    Table { id: "submission_by_kind".to_owned(), columns: columns(column::KIND), rows, filter: false }
}

fn by_commune(basis: &Basis) -> Table {
    let mut rows: Vec<Row> = communes(&basis.schools)
        .into_iter()
        .enumerate()
        .map(|(index, commune)| {
            let among = among(basis).and(column::COMMUNE, commune);
            let tally = Tally::of(basis.expected().filter(|entry| entry.commune().to_lowercase() == commune.to_lowercase()));
            numbered(index + 1, commune, tally.cells(basis, &among))
        })
        .collect();
    rows.push(totals(basis));
    Table { id: "submission_by_commune".to_owned(), columns: columns(column::COMMUNE), rows, filter: false }
}

fn list(basis: &Basis) -> Table {
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text(column::SCHOOL_ID, 13.0),
        Column::text(column::SCHOOL, 31.0),
        Column::text(column::COMMUNE, 18.0),
        Column::text(column::KIND, 12.0),
        Column::text(column::FRAMEWORK, 13.0),
        Column::centred("Kế hoạch", 9.0),
        Column::centred("Kết quả", 9.0),
        Column::centred("Tự đánh giá", 9.0),
        Column::centred("Minh chứng", 9.0),
        Column::centred("Ngày nhận", 12.0),
        Column::text("Căn cứ ngày nhận", 13.0),
        Column::text(column::SUBMISSION, 14.0),
        Column::number("Số lỗi", 7.0),
        Column::number("Cần xem lại", 8.0),
        Column::centred(column::LISTED, 10.0),
    ];
    let rows = basis.schools.iter().enumerate().map(|(index, entry)| page::row(school(entry, index + 1))).collect();
    Table { id: table::SCHOOLS.to_owned(), columns, rows, filter: true }
}

fn school(entry: &Entry, number: usize) -> Vec<Cell> {
    let figures = entry.figures;
    let came = |form: bool| if form { Cell::text("x") } else { Cell::text("–").tone(Tone::Muted) };
    vec![
        Cell::count(number),
        Cell::text(&figures.school_id),
        Cell::text(&figures.name),
        Cell::text(entry.commune()),
        Cell::text(entry.kind()),
        Cell::text(if entry.framework().is_empty() { UNKNOWN } else { entry.framework() }),
        came(figures.forms.plan),
        came(figures.forms.result),
        came(figures.forms.assessment),
        came(figures.forms.evidence),
        Cell::date(entry.received_on),
        // The word that is counted stays "Không đọc được"; why it is so stands beside it.
        Cell::text(if entry.unfilled { UNFILLED } else { entry.received_from.map_or("", wording::received_from) }).tone(Tone::Muted),
        Cell::text(figures.submission.title()).tone(tone(figures.submission)),
        page::toned(Cell::count(figures.findings.error), figures.findings.error, Tone::Bad),
        page::toned(Cell::count(figures.findings.warning), figures.findings.warning, Tone::Warning),
        if entry.registered() { Cell::text(LISTED) } else { Cell::text("Không").tone(Tone::Warning) },
    ]
}

pub fn tone(reported: Reported) -> Tone {
    match reported {
        Reported::OnTime => Tone::Good,
        Reported::Late => Tone::Warning,
        Reported::Missing | Reported::Unreadable => Tone::Bad,
    }
}
