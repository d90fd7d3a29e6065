//! The tables of a workbook in, those out that belong to another paper of the school: its inspections, its competitions, its year.
//!
//! Such a table is titled otherwise than ours, and no row of it names a criterion, or calls the criteria as no framework does.

use std::collections::BTreeMap;

use super::coded::names_criteria;
use super::{File, duties};
use crate::finding::{self, Finding};
use crate::framework::Frameworks;
use crate::model::{Address, FormKind, LevelBand};
use crate::phrase;
use crate::read::caption::{Paper, paper};
use crate::read::grid::Grid;
use crate::read::rows::{Line, Reason};
use crate::read::table::Table;
use crate::text;

/// The line that titles another paper, and whether the workbook holds a table of ours beside it.
pub(super) struct Stranger {
    cell: Address,
    title: String,
    pub beside_ours: bool,
    /// It may be work of the plan all the same.
    doubtful: bool,
}

/// By place among the tables.
pub(super) fn of(tables: &[(usize, Table<'_>)], frameworks: &Frameworks) -> BTreeMap<usize, Stranger> {
    let mut titled: Vec<Option<(Address, &str, Paper)>> = tables.iter().map(|(_, table)| title(table)).collect();
    let rosters = duties::rosters(tables);
    let doubtful = duties::without_criteria(tables);
    if rosters.is_empty() && doubtful.is_empty() && titled.iter().flatten().all(|(.., paper)| *paper == Paper::Ours) {
        return BTreeMap::new();
    }
    let is_strange = |place: usize, table: &Table<'_>| {
        rosters.contains_key(&place) || is_strange(table, titled[place].map(|(.., paper)| paper), frameworks)
    };
    let strange: Vec<bool> = tables.iter().enumerate().map(|(place, (_, table))| is_strange(place, table)).collect();
    rosters.into_iter().for_each(|(place, (cell, title))| titled[place] = Some((cell, title, Paper::Other)));
    let is_report = |kind: FormKind| matches!(kind, FormKind::Plan | FormKind::Result);
    let beside_ours = |kind: FormKind| {
        let ours = tables.iter().zip(&strange).filter(|(_, strange)| !**strange).map(|((_, table), _)| table.header.form.kind);
        ours.into_iter().any(|other| other == kind || is_report(kind) && is_report(other))
    };
    let strangers = tables.iter().zip(&titled).zip(&strange).enumerate().filter(|(_, (_, strange))| **strange);
    let strangers = strangers.filter_map(|(place, (((_, table), titled), _))| {
        let (cell, title, _) = (*titled)?;
        let kind = table.header.form.kind;
        let beside_ours = beside_ours(kind) || kind == FormKind::Assessment;
        Some((place, Stranger { cell, title: title.to_owned(), beside_ours, doubtful: false }))
    });
    let doubted = doubtful
        .into_iter()
        .filter(|(place, _)| !strange[*place])
        .map(|(place, (cell, title))| (place, Stranger { cell, title: title.to_owned(), beside_ours: false, doubtful: true }));
    strangers.chain(doubted).collect()
}

/// The nearest line above that names a paper, unless a table stands between: it is the title of that.
fn title<'t>(table: &'t Table<'_>) -> Option<(Address, &'t str, Paper)> {
    const ROW: usize = 3;
    const ROWS: usize = 2;
    let rows = table.above.chunk_by(|one, next| one.0.row == next.0.row);
    let wide: Vec<u32> = rows.filter(|cells| cells.len() >= ROW).map(|cells| cells[0].0.row).collect();
    let (address, line, paper) = table.above.iter().rev().find_map(|(address, line)| Some((*address, line.as_str(), paper(line)?)))?;
    (wide.iter().filter(|row| **row > address.row).count() < ROWS).then_some((address, line, paper))
}

fn is_strange(table: &Table<'_>, paper: Option<Paper>, frameworks: &Frameworks) -> bool {
    if table.pinned || !matches!(paper, Some(Paper::Other | Paper::OfYear)) {
        return false;
    }
    match table.header.form.kind {
        FormKind::Plan | FormKind::Result => !names_criteria(table),
        FormKind::Assessment => paper == Some(Paper::Other) && calls_criteria_otherwise(table, frameworks),
        _ => false,
    }
}

/// Whether the rows give codes of criteria other names than every framework, as those of "trường học hạnh phúc" do.
fn calls_criteria_otherwise(table: &Table<'_>, frameworks: &Frameworks) -> bool {
    const FEWEST: usize = 2;
    let mut named = 0;
    let mut known = 0;
    for row in &table.body {
        let code = row.cells.iter().find_map(|cell| phrase::criterion::parse(&cell.text, None, None).criterion);
        let says = row.cells.iter().filter(|cell| names_a_thing(&cell.text)).map(|cell| text::fold(&cell.text));
        let said = says.max_by_key(String::len).filter(|said| said.contains(char::is_alphabetic));
        // Of the Mức 4 list any item will do: how it is numbered differs.
        let of_list = table.header.form.band == Some(LevelBand::Four);
        let Some(said) = said.filter(|_| code.is_some() || of_list) else { continue };
        named += 1;
        let is_title = |title: &str| {
            let words = text::fold(title);
            let words: Vec<&str> = words.split(' ').collect();
            let said: Vec<&str> = said.split(' ').collect();
            words.iter().filter(|word| said.contains(word)).count() * 4 >= words.len().min(said.len()) * 3
        };
        let titles = frameworks.all.iter().flat_map(|framework| {
            let listed = framework.level4.iter().filter(|_| of_list).map(|item| item.title.as_str());
            listed.chain(code.and_then(|code| framework.title_of(code)))
        });
        known += usize::from(titles.into_iter().any(is_title));
    }
    named >= FEWEST && known * 3 < named
}

/// Whether a cell says more than a code, a level or a mark: "Tiêu chí 1.1", "Mức 2" and "Không đạt" are the name of nothing.
fn names_a_thing(text: &str) -> bool {
    const BARE: &[&str] = &["tieu", "chi", "chuan", "tc", "muc", "khoan", "bao"];
    let folded = text::fold(text);
    let words = folded.split(' ').filter(|word| word.len() > 1 && !BARE.contains(word) && word.contains(char::is_alphabetic));
    words.count() >= 2 && phrase::mark::parse(text).is_none() && phrase::levels::reached(text).is_none()
}

impl File<'_> {
    /// The rows below a table of ours that are another paper's, whose titles no form knows. Nobody looks for work among people, and that
    /// such rows are left out is told with the other rows.
    pub(super) fn papers_below(&mut self, grid: &Grid, table: &Table<'_>, lines: &[Line]) {
        let is_its = |line: &Line| matches!(line, Line::Left { reason: Reason::OtherPaper, .. });
        for part in lines.chunk_by(|one, next| is_its(one) == is_its(next)).filter(|part| is_its(&part[0])) {
            let first = part.iter().find_map(|line| if let Line::Left { row, .. } = line { table.row(*row) } else { None });
            let Some((row, title)) = first.and_then(|row| Some((row, row.cells.first()?))) else { continue };
            let folded = text::fold(&title.text);
            // "Phần I. CƠ SỞ DỮ LIỆU" is a part of every self-assessment.
            let opens = ["danh sach", "phan cong", "lich", "bien ban"].iter().any(|opening| folded.starts_with(opening));
            if opens || text::holds_words(&folded, "co so du lieu") {
                continue;
            }
            let stranger =
                Stranger { cell: Address::new(row.index, title.column), title: title.text.clone(), beside_ours: true, doubtful: false };
            // A title alone is told with the table it stands over.
            if part.len() > 1 {
                self.told(grid, table, &stranger, part.len() - 1);
            }
        }
    }

    pub(super) fn told_of(&mut self, grid: &Grid, table: &Table<'_>, stranger: &Stranger) {
        self.told(grid, table, stranger, table.body.len());
    }

    fn told(&mut self, grid: &Grid, table: &Table<'_>, stranger: &Stranger, count: usize) {
        let counts = match (stranger.beside_ours, stranger.doubtful) {
            (true, _) => finding::COUNTS_NOT,
            (false, true) => finding::COUNTS_STILL,
            (false, false) => finding::COUNTS_ALONE,
        };
        let told = Finding::new(&finding::TABLE_OF_OTHER_PAPER).raw(&stranger.title).with("form", &table.header.form.title);
        let told = told.with("count", count).with("counts", counts);
        self.on_sheet(grid, Finding { cell: Some(stranger.cell), ..told });
    }
}
