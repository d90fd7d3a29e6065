//! Sheets in, the tables whose rows are numbered out: their titles, the numbers, what each column is of.

use std::collections::{BTreeMap, BTreeSet};

use super::coded;
use super::column::{Column, NAMES, RESULTS};
use super::numbers::{listed, number};
use crate::form::Field;
use crate::model::{Address, Criterion};
use crate::phrase;
use crate::read::caption::{Paper, paper};
use crate::read::grid::{Cell, Grid, Row, Workbook};
use crate::read::header::{Matcher, is_title_row};
use crate::read::record::spans;
use crate::text;

/// Titles of numbers, folded.
const NUMBERS: &[&str] = &[
    "tt",
    "stt",
    "so tt",
    "so thu tu",
    "thu tu",
    "ma",
    "ma so",
    "ma viec",
    "ma cong viec",
    "ma so viec",
    "viec so",
    "so viec",
    "stt viec",
    "tt viec",
    "stt cong viec",
    "stt trong ke hoach",
    "tt trong ke hoach",
    "so tt trong ke hoach",
    "so thu tu trong ke hoach",
    "stt theo ke hoach",
    "tt theo ke hoach",
    "stt ke hoach",
    "stt kh",
    "tt kh",
    "stt trong kh",
    "stt theo kh",
    "tt theo kh",
    "theo stt",
    "viec so may",
    "so thu tu viec",
    "cac stt",
    "viec",
];
const NAMES_AND_CODES: &[Field] = &[Field::Task, Field::Planned, Field::Content, Field::Criterion, Field::Standard];
/// What is asked of a work that is named already.
const ASKED: &[Field] = &[Field::Lead, Field::Partner, Field::Time, Field::Start, Field::End, Field::Cost, Field::Conditions];
/// What may stand beside that.
const BESIDE: &[Field] =
    &[Field::Note, Field::Target, Field::Indicator, Field::Evidence, Field::EvidenceCode, Field::Weakness, Field::Cause];
/// Rows that make a table.
const FEWEST: usize = 2;

/// One table under a title of numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Part<'w> {
    pub sheet: usize,
    /// The rows of its titles and of its last number.
    pub titles: u32,
    pub last: u32,
    /// The rows where its titles stand again, on every page.
    pub again: Vec<u32>,
    /// All but that of the numbers.
    pub columns: Vec<Column>,
    pub numbers_at: u32,
    /// Its rows and their numbers, several where a row lists them.
    pub rows: Vec<(u32, Vec<String>)>,
    /// Row and column → what stands there.
    pub texts: BTreeMap<(u32, u32), &'w str>,
    /// "Việc số", "STT trong kế hoạch": its numbers are those of works, and of nothing else.
    pub of_works: bool,
    /// Those stand behind other columns: what its rows begin with numbers them anew, or not at all.
    pub has_own_numbers: bool,
    /// Rows among its own that no number begins and that hold more than a heading.
    pub unnumbered: bool,
}

impl<'w> Part<'w> {
    pub fn at(&self) -> Address {
        Address::new(self.titles, self.numbers_at)
    }

    pub fn title(&self) -> String {
        self.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>().join(" | ")
    }

    pub fn spans(&self) -> String {
        spans(&self.rows.iter().map(|(row, _)| *row).collect::<Vec<_>>())
    }

    /// The column of what its rows are called.
    pub fn name(&self) -> Option<&Column> {
        self.columns.iter().find(|column| column.is(NAMES) && !column.is(RESULTS))
    }

    pub fn names_work(&self) -> bool {
        self.name().is_some()
    }

    /// Results of works that it does not name. The members of a council have titles of their own, but no criteria.
    pub fn tells_results(&self) -> bool {
        let surely = || self.of_works || self.criterion().is_some() || self.is_known(RESULTS);
        !self.names_work() && self.columns.iter().any(|column| column.is(RESULTS)) && surely()
    }

    /// The column of the criteria.
    pub fn criterion(&self) -> Option<&Column> {
        self.columns.iter().find(|column| column.is(&[Field::Criterion]))
    }

    /// Whether each of its titles is one of what is asked of a work, or of these: "STT | Họ và tên | Phụ trách" is of something else.
    fn is_known(&self, more: &[Field]) -> bool {
        self.columns.iter().all(|column| column.is(ASKED) || column.is(BESIDE) || column.is(more))
    }

    fn has_titles_of(&self, other: &Part) -> bool {
        let same = |(own, other): (&Column, &Column)| own.at == other.at && own.folded == other.folded;
        self.columns.len() == other.columns.len() && self.columns.iter().zip(&other.columns).all(same)
    }

    /// What stands under the same titles on the next page, where its numbers go on.
    fn goes_over_page(&mut self, next: Part<'w>) {
        self.again.push(next.titles);
        self.last = next.last;
        self.unnumbered |= next.unnumbered;
        self.rows.extend(next.rows);
        self.texts.extend(next.texts);
    }

    fn shared<'p>(&'p self, first: &'p Part) -> impl Iterator<Item = (&'p Column, &'p Column)> {
        self.columns.iter().filter_map(|own| {
            let same = |other: &&Column| other.folded == own.folded;
            Some((own, first.columns.iter().find(same)?))
        })
    }

    /// The columns that the first part has not.
    pub fn new_columns<'p>(&'p self, first: &'p Part) -> impl Iterator<Item = &'p Column> {
        self.columns.iter().filter(|own| !self.shared(first).any(|(shared, _)| shared.at == own.at))
    }

    /// Whether it may be the rest of the first: it asks of its works what the first does not, and names them, if at all, under the same title.
    pub fn goes_on(&self, first: &Part) -> bool {
        let asked = |part: &Part, field: &Field| part.columns.iter().any(|column| column.fields.contains(field));
        let mut asks = ASKED.iter().filter(|field| self.new_columns(first).any(|column| column.fields.contains(field))).peekable();
        let named_anew = self.new_columns(first).any(|column| column.is(NAMES) || column.is(&[Field::Criterion, Field::Standard]));
        let tells = |field: &Field| self.new_columns(first).any(|column| column.fields.contains(field) && !column.is(ASKED));
        let results = RESULTS.iter().any(|field| tells(field) && (asked(first, field) || !self.asks_more(first)));
        asks.peek().is_some()
            && asks.all(|field| !asked(first, field))
            && !named_anew
            && !results
            && self.is_known(&[NAMES_AND_CODES, RESULTS].concat())
    }

    /// Whether it asks several things of its works: how far each has come may stand beside them, and it is no table of results then.
    pub fn asks_more(&self, first: &Part) -> bool {
        ASKED.iter().filter(|field| self.new_columns(first).any(|column| column.fields.contains(field))).nth(1).is_some()
    }

    /// Its rows, each with that of the first that has its number; `None` where one has none, or another name than that.
    pub fn rows_of(&self, first: &Part) -> Option<Vec<(u32, u32)>> {
        if !self.goes_on(first) || self.unnumbered || self.rows.len() < FEWEST || self.is_by_payer() {
            return None;
        }
        let numbers = |part: &Part| part.rows.iter().map(|(_, numbers)| numbers.clone()).collect::<Vec<_>>();
        let rows: Vec<(u32, u32)> = if numbers(self) == numbers(first) {
            self.rows.iter().zip(&first.rows).map(|((own, _), (first, _))| (*own, *first)).collect()
        } else {
            let rows: Option<Vec<_>> = self.rows.iter().map(|(row, numbers)| Some((*row, first.only(numbers)?))).collect();
            rows.filter(|rows| rows.len() * 2 > first.rows.len())?
        };
        let text = |part: &Part, row: u32, column: u32| part.texts.get(&(row, column)).map_or(String::new(), |text| text::fold(text));
        let agree = |(own, other): (&Column, &Column)| {
            rows.iter().all(|(row, of)| {
                let own = text(self, *row, own.at);
                own.is_empty() || own == text(first, *of, other.at)
            })
        };
        self.shared(first).all(agree).then_some(rows)
    }

    /// "STT | Nguồn kinh phí | Số tiền", each source once: what each pays of the whole, and not of the work of the same number.
    fn is_by_payer(&self) -> bool {
        const FEWEST: usize = 3;
        let Some(first) = self.columns.first().filter(|column| text::opens_with_words(&column.folded, "nguon")) else {
            return false;
        };
        let named: Vec<String> =
            self.rows.iter().filter_map(|(row, _)| self.texts.get(&(*row, first.at))).map(|text| text::fold(text)).collect();
        let distinct: BTreeSet<&String> = named.iter().collect();
        named.len() >= FEWEST && named.len() == self.rows.len() && distinct.len() == named.len()
    }

    /// Row by row the criterion that stands there.
    fn criteria(&self) -> Vec<(u32, Option<Criterion>)> {
        let named = |row: u32| {
            let text = self.texts.get(&(row, self.criterion()?.at))?;
            phrase::criterion::parse(text, None, None).criterion
        };
        self.rows.iter().map(|(row, _)| (*row, named(*row))).collect()
    }

    /// The rows of these results, each with those of the plan it speaks of: by their numbers, unless criteria stand beside them that are others
    /// there; then by the criteria, where each is that of one work alone. Nothing where neither holds.
    pub fn works_of(&self, plan: &Part) -> Vec<(u32, Option<Vec<u32>>)> {
        let by_number =
            |numbers: &[String]| numbers.iter().map(|number| plan.only(std::slice::from_ref(number))).collect::<Option<Vec<u32>>>();
        let numbered: Vec<(u32, Option<Vec<u32>>)> = self.rows.iter().map(|(row, numbers)| (*row, by_number(numbers))).collect();
        if self.criterion().is_none() {
            // Numbers that begin anew under each standard are the same where all are, one after the other.
            let numbers = |part: &Part| part.rows.iter().map(|(_, numbers)| numbers.clone()).collect::<Vec<_>>();
            let in_order = numbered.iter().any(|(_, works)| works.is_none()) && numbers(self) == numbers(plan);
            let rows = self.rows.iter().zip(&plan.rows).map(|((own, _), (planned, _))| (*own, Some(vec![*planned])));
            return if in_order { rows.collect() } else { numbered };
        }
        let planned = plan.criteria();
        let of_plan = |row: u32| planned.iter().find(|(planned, _)| *planned == row).and_then(|(_, criterion)| *criterion);
        let own = self.criteria();
        let agrees = |works: &Option<Vec<u32>>, own: Option<Criterion>| {
            own.is_some() && works.as_ref().is_some_and(|works| works.iter().all(|work| of_plan(*work) == own))
        };
        if numbered.iter().zip(&own).all(|((_, works), (_, own))| agrees(works, *own)) {
            return numbered;
        }
        let only = |criterion: Criterion| {
            let mut rows = planned.iter().filter(|(_, planned)| *planned == Some(criterion)).map(|(row, _)| *row);
            rows.next().filter(|_| rows.next().is_none()).map(|row| vec![row])
        };
        let by_criterion: Vec<_> = own.iter().map(|(row, own)| (*row, own.and_then(only))).collect();
        if by_criterion.iter().all(|(_, works)| works.is_some()) { by_criterion } else { Vec::new() }
    }

    /// The one row of this number.
    pub fn only(&self, numbers: &[String]) -> Option<u32> {
        let mut rows = self.rows.iter().filter(|(_, known)| known == numbers).map(|(row, _)| *row);
        rows.next().filter(|_| rows.next().is_none())
    }
}

/// The numbered tables of a workbook, in its order. Nothing is looked at closely but rows that open with such a title.
pub(super) fn parts<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> Vec<Part<'w>> {
    let titles = |grid: &Grid| -> Vec<usize> { (0..grid.rows.len()).filter(|at| numbers_place(&grid.rows[*at]).is_some()).collect() };
    let of_sheets: Vec<Vec<usize>> = workbook.grids.iter().map(titles).collect();
    // One table alone goes on nowhere.
    if of_sheets.iter().map(Vec::len).sum::<usize>() < 2 {
        return Vec::new();
    }
    let mut parts: Vec<Part<'w>> = Vec::new();
    for (sheet, (grid, titles)) in workbook.grids.iter().zip(&of_sheets).enumerate() {
        for (place, at) in titles.iter().enumerate() {
            let end = titles.get(place + 1).copied().unwrap_or(grid.rows.len());
            if is_headed_otherwise(grid, *at) {
                continue;
            }
            let columns = columns(grid, *at, matcher);
            let Some(part) = part(&grid.rows[*at..end], columns) else { continue };
            match parts.last_mut().filter(|above: &&mut Part<'w>| above.sheet == sheet && above.has_titles_of(&part)) {
                Some(above) => above.goes_over_page(part),
                None => parts.push(Part { sheet, ..part }),
            }
        }
    }
    parts
}

fn speaks_of_money(title: &str) -> bool {
    const TOTALS: &[&str] = &["tong kinh phi", "tong cong kinh phi", "tong", "tong cong", "tong so", "so tien", "thanh tien", "tong tien"];
    phrase::money::payers(title).is_some() || TOTALS.contains(&text::fold(title).as_str())
}

/// "LỊCH HỌP HỘI ĐỒNG" above the titles, or on the sheet: its times are of no work of the plan.
fn is_headed_otherwise(grid: &Grid, at: usize) -> bool {
    const LINES: usize = 6;
    let lines = grid.rows[..at].iter().rev().take(LINES).take_while(|row| row.cells.len() <= 2);
    let mut named = lines.flat_map(|row| &row.cells).filter_map(|cell| paper(&cell.text));
    named.next().or_else(|| paper(&grid.name)) == Some(Paper::Other)
}

/// Where the numbers stand: under a title of those of works, be it the last one; else first.
fn numbers_place(row: &Row) -> Option<usize> {
    const LONGEST: usize = 48;
    // Most rows open with a number.
    let opens = row.cells.len() >= 2 && row.cells[0].text.starts_with(char::is_alphabetic);
    if !opens {
        return None;
    }
    let titles = || row.cells.iter().map(|cell| if cell.text.len() <= LONGEST { text::fold(&cell.text) } else { String::new() });
    let place = titles()
        .position(|title| is_of_works(&title))
        .or_else(|| titles().next().filter(|title| NUMBERS.contains(&title.as_str()) || coded::opens(title)).map(|_| 0))?;
    is_title_row(row).then_some(place)
}

/// "Theo KH số TT", "Mã CV", "Số TT trong kế hoạch": a number, and whose.
fn is_of_works(title: &str) -> bool {
    const COUNTS: &[&str] = &["tt", "stt", "so", "ma"];
    const WHOSE: &[&str] = &["kh", "ke", "viec", "cv", "vu"];
    const BESIDE: &[&str] = &["thu", "tu", "trong", "theo", "hoach", "cong", "nhiem", "cua", "o", "tai", "tuong", "ung", "ban"];
    let words = || title.split(' ');
    let is = |known: &[&str]| words().any(|word| known.contains(&word));
    is(COUNTS) && is(WHOSE) && words().all(|word| [COUNTS, WHOSE, BESIDE].iter().any(|known| known.contains(&word)))
}

/// Titles of one row; where a wide one stands over several, those below it.
fn columns(grid: &Grid, at: usize, matcher: &mut Matcher<'_>) -> Vec<Column> {
    let row = &grid.rows[at];
    let below = grid
        .rows
        .get(at + 1)
        .filter(|below| below.index == row.index + 1 && is_title_row(below) && below.cells[0].column > row.cells[0].column);
    let below = below.filter(|below| below.cells.iter().all(|cell| cell.column >= row.cells[1].column));
    let place = numbers_place(row).unwrap_or(0);
    let numbers = row.cells[place].column;
    // Behind its own numbers a table may name those of the works.
    let own_numbers = |cell: &Cell| place > 0 && NUMBERS.contains(&text::fold(&cell.text).as_str());
    let is_code = coded::opens(&text::fold(&row.cells[place].text));
    let others = row.cells.iter().filter(|cell| is_code || cell.column != numbers && !own_numbers(cell));
    let mut titles: BTreeMap<u32, String> = others.map(|cell| (cell.column, cell.text.clone())).collect();
    for cell in below.iter().flat_map(|below| &below.cells) {
        titles.insert(cell.column, cell.text.clone());
    }
    let mut fields = |title: &str| {
        let whole = matcher.spelled(title);
        // "Tiến độ (%)", "Kết quả (đến 31/12)"
        let bare = title.split_once('(').map(|(bare, _)| bare.trim()).filter(|_| whole.is_empty());
        let mut spelled = bare.map_or(whole, |bare| matcher.spelled(bare));
        // "Hoàn thành (%)" is how far the work has come, and no day.
        if title.contains('%') && !spelled.is_disjoint(&BTreeSet::from([Field::Start, Field::End, Field::Time])) {
            spelled.retain(|field| !matches!(field, Field::Start | Field::End | Field::Time));
            spelled.insert(Field::Status);
        }
        // "Kết quả học kỳ I"
        if spelled.is_empty() && phrase::period::parse(title).is_some() {
            spelled = matcher.spelled(&phrase::period::without(title));
        }
        // "Ngân sách | Xã hội hóa | Tổng kinh phí"
        if spelled.is_empty() && speaks_of_money(title) { BTreeSet::from([Field::Cost]) } else { spelled }
    };
    titles.into_iter().map(|(at, title)| Column { at, fields: fields(&title), folded: text::fold(&title), title }).collect()
}

fn part(rows: &[Row], columns: Vec<Column>) -> Option<Part<'_>> {
    let (titles, body) = rows.split_first()?;
    let place = numbers_place(titles)?;
    let numbers = &titles.cells[place];
    let numbers_at = numbers.column;
    let title = text::fold(&numbers.text);
    let of_works = is_of_works(&title) || ["viec", "ke hoach", "kh"].iter().any(|words| text::holds_words(&title, words));
    let is_coded = coded::opens(&title);
    if is_coded && !coded::tell_results(&columns, body) {
        return None;
    }
    let mut part = Part { titles: titles.index, last: titles.index, columns, numbers_at, of_works, ..Part::default() };
    part.has_own_numbers = place > 0;
    let mut between = false;
    for row in body {
        let own = row.get(numbers_at).map(|cell| cell.text.as_str()).unwrap_or_default();
        let filled = row.cells.iter().filter(|cell| part.columns.iter().any(|column| column.at == cell.column)).count();
        let numbers = if is_coded { coded::number(own) } else { number(own).map(|one| vec![one]).or_else(|| listed(own)) };
        let Some(numbers) = numbers.filter(|_| filled > 0) else {
            between |= filled > 1;
            continue;
        };
        part.unnumbered |= between;
        part.last = row.index;
        part.texts.extend(row.cells.iter().map(|cell| ((row.index, cell.column), cell.text.as_str())));
        part.rows.push((row.index, numbers));
    }
    (!part.rows.is_empty()).then_some(part)
}

/// "(tiếp theo)", "Bảng 2 (tiếp)", "ĐVT: đồng", above what goes on.
pub(super) fn heads_what_goes_on(line: &str) -> bool {
    const LONGEST: usize = 120;
    let folded = text::fold(line);
    line.len() <= LONGEST && (text::holds_words(&folded, "tiep") || phrase::money::unit(line).is_some())
}
