//! The rows of a list of schools in, schools and what is wrong with the list out. Every row is a school or a finding.

mod across;
mod named;
mod section;
mod sheets;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context, bail};

use named::Named;
use section::Section;
use sheets::Part;

use super::ListSheet;
use super::column::Column;
use super::life::Life;
use super::titles::{Block, Header, TITLE_ROWS};
use super::{cell, names};
use crate::finding;
use crate::finding::{Finding, Rule};
use crate::model::{Address, Geography, Lineage, School, SchoolKind};
use crate::phrase;
use crate::text;

/// One row below the titles: of a list in two halves side by side, one half of it.
struct Row<'a> {
    at: usize,
    cells: &'a [String],
    block: &'a Block,
    file: &'a Arc<str>,
    /// The sheet, where the list is on several.
    sheet: Option<&'a Arc<str>>,
}

impl Row<'_> {
    fn text(&self, column: Column) -> String {
        let cell = self.block.columns.get(&column).and_then(|at| self.cells.get(*at));
        text::clean(cell.map_or("", String::as_str))
    }

    /// A finding at the cell of the column.
    fn finding(&self, rule: &'static Rule, column: Column) -> Finding {
        let at = self.block.columns.get(&column).copied().unwrap_or(0);
        let mut finding = Finding::new(rule).in_file(self.file).field(column.title()).raw(self.text(column)).with("row", self.at + 1);
        finding.sheet = self.sheet.map(Arc::clone);
        finding.cell = Some(Address::new(u32::try_from(self.at).unwrap_or(u32::MAX), u32::try_from(at).unwrap_or(u32::MAX)));
        finding
    }

    /// Its cells that say something.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let end = self.block.span.end.min(self.cells.len());
        let cells = self.cells.get(self.block.span.start.min(end)..end).unwrap_or_default();
        cells.iter().map(|cell| cell.trim()).filter(|cell| !text::clean(cell).is_empty())
    }

    fn filled(&self) -> usize {
        self.texts().count()
    }

    fn key(&self) -> Key {
        (self.sheet.map(Arc::clone), self.at, self.block.span.start)
    }

    /// Where it stands, as a message says it behind "dòng": `5`, `5 của trang "TH"`.
    fn place(&self) -> String {
        let row = self.at + 1;
        self.sheet.map_or_else(|| row.to_string(), |sheet| format!("{row} của trang \"{sheet}\""))
    }

    /// `(1) (2) (3)` below the titles, or the titles again on the next page.
    fn belongs_to_header(&self) -> bool {
        let numbers = self.texts().map(text::fold).all(|cell| cell.len() <= 2 && cell.bytes().all(|letter| letter.is_ascii_digit()));
        let own = self.block.columns.iter().all(|(column, at)| self.cells.get(*at).and_then(|cell| Column::of(cell)) == Some(*column));
        numbers || (self.block.columns.len() > 1 && own)
    }
}

/// The lives of schools by code.
pub(super) type Lives = BTreeMap<String, Life>;

pub(super) fn schools(sheets: &[ListSheet], source_name: &str) -> anyhow::Result<(Vec<School>, Lives, Vec<Finding>)> {
    let file: Arc<str> = source_name.into();
    let (parts, findings) = sheets::of_list(sheets, &file);
    if parts.is_empty() {
        bail!(
            "Danh sách trường \"{source_name}\": không thấy cột \"{}\" trong {TITLE_ROWS} dòng đầu. Chạy `ctcl init` để có danh sách mẫu, hoặc đặt lại tiêu đề cột.",
            Column::Name.title()
        );
    }
    let bodies: Vec<(&Part<'_>, Vec<Row<'_>>)> = parts.iter().map(|part| (part, part.body(&file))).collect();
    let rows = || bodies.iter().flat_map(|(_, body)| body);
    let width = usual_width(rows().map(|row| cell::code(&row.text(Column::Code))));
    let mut list = List { width, findings, ..List::default() };
    for (part, body) in &bodies {
        list.is_blank = part.above.iter().flatten().any(|cell| text::clean(cell) == EXAMPLE_NOTE);
        list.section = part.kind;
        list.commune.clear();
        for row in body {
            list.section = row.block.kind.or(list.section);
            list.take(row);
        }
    }
    let named = Named::of(&list);
    for row in rows() {
        list.follow(row, &named);
    }
    Ok((list.schools, list.lives, list.findings))
}

/// What the list that `ctcl init` writes says above its titles.
pub const EXAMPLE_NOTE: &str = "Mỗi trường một dòng. Dòng đầu là ví dụ: hãy thay bằng trường thật.";

/// ListSheet, row and first column of a row of the list.
type Key = (Option<Arc<str>>, usize, usize);

/// The kind of a school, its name and its commune.
type Place = (Option<SchoolKind>, String, String);

/// The schools so far, and where their codes and names stand.
#[derive(Default)]
struct List {
    width: Option<usize>,
    /// The list that `ctcl init` writes, filled in or not.
    is_blank: bool,
    /// What the section that a row stands in is of: "I. MẦM NON".
    section: Option<SchoolKind>,
    /// The commune of the section: "Xã An Bình".
    commune: String,
    schools: Vec<School>,
    findings: Vec<Finding>,
    lives: Lives,
    row_of_id: BTreeMap<String, String>,
    school_of_row: BTreeMap<Key, usize>,
    /// By kind, name and commune, by whether it is a boarding school, and by the marks of both names: "Đông Sơn" is not "Đồng Sơn".
    row_of_name: BTreeMap<(Place, Option<String>, Vec<names::Marks>), String>,
}

impl List {
    fn take(&mut self, row: &Row<'_>) {
        let name = row.text(Column::Name);
        let is_example = [Column::Code, Column::Name].iter().all(|column| row.text(*column) == column.example());
        if self.is_blank && is_example {
            self.findings.push(row.finding(&finding::REGISTER_EXAMPLE, Column::Name));
            return;
        }
        match section::of(row) {
            Some(Section::Kind(title, kind)) => {
                self.section = Some(kind);
                self.findings.push(row.finding(&finding::REGISTER_NOT_A_SCHOOL, Column::Name).raw(title));
                return;
            }
            Some(Section::Commune(title)) => {
                title.clone_into(&mut self.commune);
                self.findings.push(row.finding(&finding::REGISTER_NOT_A_SCHOOL, Column::Name).raw(title));
                return;
            }
            Some(Section::Total(title)) => {
                self.section = None;
                self.commune.clear();
                self.findings.push(row.finding(&finding::REGISTER_NOT_A_SCHOOL, Column::Name).raw(title));
                return;
            }
            Some(Section::Campus(title)) => {
                self.findings.push(row.finding(&finding::REGISTER_NOT_A_SCHOOL, Column::Name).raw(title));
                return;
            }
            None => {}
        }
        if name.is_empty() {
            self.section = None;
            self.findings.push(row.finding(&finding::REGISTER_WITHOUT_NAME, Column::Name));
            return;
        }
        let (own_kind, key) = names::key(&name);
        if row.block.kind.is_some() && across::is_count(&text::fold(&name)) {
            self.findings.push(row.finding(&finding::REGISTER_NOT_A_SCHOOL, Column::Name));
            return;
        }
        let is_heading = row.block.kind.is_none() && row.filled() == 1 && row.block.columns.len() > 1;
        if own_kind.is_none() && cell::code(&row.text(Column::Code)).is_empty() && is_heading {
            self.section = None;
            self.findings.push(row.finding(&finding::REGISTER_NOT_A_SCHOOL, Column::Name));
            return;
        }
        let kind = self.kind(row, own_kind);
        let commune = Some(row.text(Column::Commune)).filter(|own| !own.is_empty()).unwrap_or_else(|| self.commune.clone());
        let place = (kind, key, names::commune_key(&commune));
        let Some(id) = self.id(row, &name, &place) else { return };
        let phrase = phrase::school::parse(&name);
        let boarding = phrase.boarding().map(str::to_owned);
        let marks = names::marks(&format!("{} {}", phrase.name.as_deref().unwrap_or(&name), names::without_sort(&commune)));
        if let Some(first) = self.row_of_name.insert((place, boarding, marks), row.place()) {
            self.findings.push(row.finding(&finding::REGISTER_SHARED_NAME, Column::Name).with("first", first).of_school(&id));
        }
        self.row_of_id.insert(id.clone(), row.place());
        let school = School {
            kind,
            commune,
            cluster: row.text(Column::Cluster),
            aliases: row
                .text(Column::Aliases)
                .split([';', '|', '\n'])
                .map(|alias| alias.trim().to_owned())
                .filter(|alias| !alias.is_empty())
                .collect(),
            accreditation: self.level(row, Column::Accreditation, 4, &id),
            national_standard: self.level(row, Column::NationalStandard, 2, &id),
            recognised_on: self.day(row, Column::RecognisedOn, &id),
            target_level: self.level(row, Column::Target, 4, &id),
            framework: None,
            registered: true,
            geography: Geography {
                district: row.text(Column::District),
                commune_before: row.text(Column::CommuneBefore),
                changed_on: self.day(row, Column::CommuneSince, &id),
            },
            lineage: Lineage::default(),
            id,
            name,
        };
        self.school_of_row.insert(row.key(), self.schools.len());
        self.schools.push(school);
    }

    /// From when to when the school of the row is one; read last, when the codes of all schools are known.
    fn follow(&mut self, row: &Row<'_>, named: &Named) {
        let Some(at) = self.school_of_row.get(&row.key()).copied() else { return };
        let id = self.schools[at].id.clone();
        let merged_into = self.named_in(row, named, Column::MergedInto, &finding::REGISTER_MERGED, &id);
        self.schools[at].lineage.split_from = self.named_in(row, named, Column::SplitFrom, &finding::REGISTER_SPLIT, &id);
        let life = Life {
            from: self.day(row, Column::OpenFrom, &id),
            to: self.day(row, Column::OpenTo, &id),
            merged_into,
            merged_on: self.day(row, Column::MergedOn, &id),
        };
        if life != Life::default() {
            self.lives.insert(id, life);
        }
    }

    /// The other school of the list that a cell names, by code or by name.
    fn named_in(&mut self, row: &Row<'_>, named: &Named, column: Column, unknown: &'static Rule, id: &str) -> Option<String> {
        let stated = row.text(column);
        if cell::is_nothing(&stated) {
            return None;
        }
        let places = [named.by_id.get(&cell::code(&stated)), named.by_name.get(&text::fold(&stated))];
        let first = places.into_iter().flatten().min().map(|at| &self.schools[*at].id);
        let other = first.filter(|other| *other != id).cloned();
        if other.is_none() {
            self.findings.push(row.finding(unknown, column).with("name", row.text(Column::Name)).of_school(id));
        }
        other
    }

    fn kind(&mut self, row: &Row<'_>, own: Option<SchoolKind>) -> Option<SchoolKind> {
        let stated = row.text(Column::Kind);
        let kind = cell::kind(&stated);
        let says_nothing = stated.is_empty() || cell::is_ownership(&stated);
        let known = kind.or(own).or(self.section);
        if known.is_none() || (kind.is_none() && !says_nothing) {
            let fault = match (says_nothing, row.block.columns.contains_key(&Column::Kind)) {
                (false, _) => format!("không rõ loại hình \"{stated}\""),
                (true, true) => "chưa ghi loại hình".to_owned(),
                (true, false) => "danh sách thiếu cột Loại hình, tên cũng không nói loại hình".to_owned(),
            };
            let taken = known.map_or("để trống nên không đọc được tệp của trường", SchoolKind::title);
            let told = row.finding(&finding::REGISTER_KIND, Column::Kind);
            self.findings.push(told.with("fault", fault).with("taken", taken).with("name", row.text(Column::Name)));
        }
        known
    }

    /// The code with its zeros, else a name for one; nothing for a school that stands in the list already.
    fn id(&mut self, row: &Row<'_>, name: &str, place: &Place) -> Option<String> {
        let code = cell::code(&row.text(Column::Code));
        if code.is_empty() {
            let (kind, _, commune) = place;
            let phrase = phrase::school::parse(name);
            let plain = phrase::school::school_id(*kind, phrase.name.as_deref().unwrap_or(name));
            let boarding = phrase.boarding().map(|boarding| format!("{boarding}-{plain}"));
            let id = match boarding.filter(|id| !self.row_of_id.contains_key(id)) {
                _ if !self.row_of_id.contains_key(&plain) => plain,
                Some(boarding) => boarding,
                None if commune.is_empty() => plain,
                None => format!("{plain}-{}", commune.replace(' ', "-")),
            };
            if let Some(first) = self.row_of_id.get(&id) {
                self.findings.push(row.finding(&finding::REGISTER_SCHOOL_TWICE, Column::Name).with("first", first));
                return None;
            }
            if row.block.columns.contains_key(&Column::Code) {
                self.findings
                    .push(row.finding(&finding::REGISTER_WITHOUT_CODE, Column::Code).with("name", name).with("id", &id).of_school(&id));
            }
            return Some(id);
        }
        let id = match self.width {
            Some(width) if lost_zeros(&code, width) => {
                let id = format!("{code:0>width$}");
                self.findings.push(
                    row.finding(&finding::REGISTER_CODE_PADDED, Column::Code).with("code", &id).with("digits", code.len()).of_school(&id),
                );
                id
            }
            _ => code,
        };
        if let Some(first) = self.row_of_id.get(&id) {
            self.findings.push(row.finding(&finding::REGISTER_DUPLICATE_CODE, Column::Code).with("first", first).with("name", name));
            return None;
        }
        Some(id)
    }

    fn level(&mut self, row: &Row<'_>, column: Column, highest: u8, id: &str) -> Option<u8> {
        let stated = row.text(column);
        let level = cell::level(&stated, highest);
        if level.is_none() && !cell::is_nothing(&stated) {
            self.findings.push(row.finding(&finding::REGISTER_LEVEL, column).with("highest", highest).of_school(id));
        }
        level
    }

    fn day(&mut self, row: &Row<'_>, column: Column, id: &str) -> Option<jiff::civil::Date> {
        let stated = row.text(column);
        let day = cell::day(&stated);
        if day.is_none() && !cell::is_nothing(&stated) {
            self.findings.push(row.finding(&finding::REGISTER_DATE, column).of_school(id));
        }
        day
    }
}

/// The length of most codes; of codes that kept their zero the longest counts, because the others may have lost it.
fn usual_width(codes: impl Iterator<Item = String>) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut with_zero: BTreeSet<usize> = BTreeSet::new();
    for code in codes.filter(|code| !code.is_empty() && code.bytes().all(|letter| letter.is_ascii_digit())) {
        *counts.entry(code.len()).or_default() += 1;
        if code.starts_with('0') {
            with_zero.insert(code.len());
        }
    }
    let most = counts.iter().max_by_key(|(width, count)| (**count, **width)).map(|(width, _)| *width)?;
    let usual = with_zero.range(most..=most + MOST_ZEROS).last().copied().unwrap_or(most);
    // Codes of schools have 8 or 10 digits: a list whose codes are all one shorter has lost the zero of all.
    Some(if LOST_BY_ALL.contains(&usual) && !with_zero.contains(&usual) { usual + 1 } else { usual })
}

/// How many digits are left where every code of a list has lost its zero.
const LOST_BY_ALL: [usize; 2] = [7, 9];

/// Codes begin with at most this many zeros: those of the provinces 01 to 09, and one more.
const MOST_ZEROS: usize = 2;

fn lost_zeros(code: &str, width: usize) -> bool {
    (1..=MOST_ZEROS).contains(&width.saturating_sub(code.len()))
        && code.bytes().all(|letter| letter.is_ascii_digit())
        && !code.starts_with('0')
}

/// The rows of a CSV as Excel shows them, empty ones too; the separator is the one that gives the most known titles.
pub(super) fn of_csv(bytes: &[u8], source_name: &str) -> anyhow::Result<Vec<Vec<String>>> {
    let content = str::from_utf8(bytes).ok().with_context(|| {
        format!("Danh sách trường \"{source_name}\" không phải UTF-8. Trong Excel chọn Lưu thành \"CSV UTF-8\", hoặc gửi tệp .xlsx.")
    })?;
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    let mut best: Option<(usize, Vec<Vec<String>>)> = None;
    for separator in [b',', b';', b'\t'] {
        let Ok(rows) = text::separated(content, separator) else { continue };
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(str::to_owned).collect()).collect();
        let across = || across::found(&rows).map_or(0, |(_, blocks)| blocks.len());
        let known = Header::find(&rows).map_or_else(across, |header| header.columns.len());
        if best.as_ref().is_none_or(|(most, _)| known > *most) {
            best = Some((known, rows));
        }
    }
    best.map(|(_, rows)| rows).with_context(|| format!("Danh sách trường \"{source_name}\" không đúng dạng CSV."))
}

#[cfg(test)]
mod tests;
