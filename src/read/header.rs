//! Titles of a table → which form it is, and which column holds what. Columns are assigned as a whole: the best assignment over all of them.

use std::collections::{HashMap, HashSet};

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;
use rapidfuzz::fuzz;

use super::grid::{Grid, Row};
use crate::form::{Field, Form};
use crate::model::{Address, SchoolKind};
use crate::phrase;
use crate::text;

/// A title is taken for a spelling from this likeness on.
const COLUMN_THRESHOLD: f64 = 0.62;
/// Below this a column's reading is told, so that somebody can look.
const COLUMN_SURE: f64 = 0.72;
/// From this likeness on a title is one of the spellings but for a slip of the hand.
const PLAIN: f64 = 0.85;
/// Header rows are at most this many.
const MOST_ROWS: usize = 6;
/// A title longer than this is a sentence.
const LONGEST_TITLE: usize = 140;

/// A recognised header.
#[derive(Debug, Clone)]
pub(super) struct Header<'a> {
    pub form: &'a Form,
    /// First row and the row after the last, by sheet row.
    pub first: u32,
    pub end: u32,
    pub columns: Vec<Assigned>,
    /// Titled columns that the form does not know.
    pub unused: Vec<(u32, String)>,
    /// Needed fields no column was found for.
    pub missing: Vec<Field>,
    /// 0 to 1.
    pub score: f64,
    /// The next best forms, with their scores.
    pub others: Vec<(&'a str, f64)>,
}

/// One column and the field it holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Assigned {
    pub field: Field,
    pub column: u32,
    /// As it stands on the sheet, header rows joined.
    pub title: String,
    pub score: f64,
    /// Another field of the form that the title is nearly as like to.
    pub runner_up: Option<(Field, f64)>,
}

impl Assigned {
    /// Whether somebody should look at this reading.
    pub fn is_doubtful(&self) -> bool {
        self.score < COLUMN_SURE || self.runner_up.is_some_and(|(_, score)| self.score < 0.97 && self.score - score < 0.04)
    }
}

impl Header<'_> {
    pub fn column(&self, field: Field) -> Option<&Assigned> {
        self.columns.iter().find(|assigned| assigned.field == field)
    }

    pub fn field_at(&self, column: u32) -> Option<Field> {
        self.columns.iter().find(|assigned| assigned.column == column).map(|assigned| assigned.field)
    }

    /// Whether its titles are as people write them, so that no row of texts is mistaken for them.
    pub fn is_plain(&self) -> bool {
        self.missing.is_empty() && self.unused.len() <= 1 && self.columns.iter().all(|assigned| assigned.score >= PLAIN)
    }

    /// Whether another header means the same columns: the header repeated on the next printed page.
    pub fn repeats(&self, other: &Header<'_>) -> bool {
        self.form.id == other.form.id
            && self.columns.len() == other.columns.len()
            && self.columns.iter().zip(&other.columns).all(|(a, b)| a.field == b.field && a.column == b.column)
    }
}

struct PreparedColumn {
    field: Field,
    /// Places among the matcher's spellings.
    titles: Vec<usize>,
    groups: Vec<usize>,
    needed: bool,
}

/// One way to write a title, taken apart once.
struct Spelling {
    text: String,
    words: Vec<String>,
    numbers: Vec<String>,
    turning: Vec<&'static str>,
}

impl Spelling {
    fn new(text: String) -> Self {
        let words: Vec<String> = text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty()).map(str::to_owned).collect();
        let turning = TURNING.iter().copied().filter(|turn| words.iter().any(|word| word == turn)).collect();
        Spelling { text, words, numbers, turning }
    }
}

/// Every spelling of every form once: forms share most of their titles.
#[derive(Default)]
struct Spellings {
    all: Vec<Spelling>,
    places: HashMap<String, usize>,
}

impl Spellings {
    fn place(&mut self, text: &str) -> usize {
        let folded = text::fold(text);
        if let Some(place) = self.places.get(&folded) {
            return *place;
        }
        self.all.push(Spelling::new(folded.clone()));
        self.places.insert(folded, self.all.len() - 1);
        self.all.len() - 1
    }
}

/// All forms, folded once, and what was already judged.
pub(super) struct Matcher<'a> {
    forms: Vec<(&'a Form, Vec<PreparedColumn>)>,
    vocabulary: HashSet<String>,
    /// Every word of the vocabulary without one of its letters, for words with a slip in them.
    slips: HashSet<String>,
    /// The score from which a header is taken without asking.
    threshold: f64,
    /// Forms of the circulars in force in the year: equal titles are theirs.
    in_force: Vec<bool>,
    spellings: Vec<Spelling>,
    /// Folded title → its likeness to every spelling.
    judged: HashMap<String, Vec<f64>>,
    seen: HashMap<(String, String), Vec<Vec<f64>>>,
    /// Columns and titles of a header → what it was taken for.
    headers: HashMap<Vec<(u32, String)>, Option<Header<'a>>>,
}

impl<'a> Matcher<'a> {
    pub fn new(context: &super::Context<'a>) -> Self {
        let (forms, threshold) = (context.forms, context.settings.thresholds.header_score);
        let usual: Vec<_> = SchoolKind::ALL.iter().filter_map(|kind| context.frameworks.of(*kind, context.year)).collect();
        let in_force = forms
            .all
            .iter()
            .map(|form| {
                form.frameworks.is_empty() || form.frameworks.iter().any(|name| usual.iter().any(|framework| framework.answers_to(name)))
            })
            .collect();
        let mut spellings = Spellings::default();
        let forms: Vec<_> = forms
            .all
            .iter()
            .map(|form| {
                let mut places = |texts: &[String]| texts.iter().map(|text| spellings.place(text)).collect::<Vec<_>>();
                let columns = form.columns.iter().map(|column| PreparedColumn {
                    field: column.field,
                    titles: places(&column.titles),
                    groups: places(&column.groups),
                    needed: column.needed,
                });
                (form, columns.collect::<Vec<_>>())
            })
            .collect();
        let spellings = spellings.all;
        let vocabulary: HashSet<String> = spellings.iter().flat_map(|spelling| spelling.words.iter().cloned()).collect();
        let slips = vocabulary.iter().filter(|word| word.len() >= 3).flat_map(|word| without_one(word)).collect();
        Matcher {
            forms,
            vocabulary,
            slips,
            threshold,
            in_force,
            spellings,
            judged: HashMap::new(),
            seen: HashMap::new(),
            headers: HashMap::new(),
        }
    }

    /// Whether a header of this score is taken.
    pub fn is_sure(&self, header: &Header<'_>) -> bool {
        header.score >= self.threshold && header.missing.is_empty()
    }

    /// The best header that begins on row `at` of the grid's filled rows, however weak. `None` where nothing looks like titles.
    pub fn header(&mut self, grid: &Grid, at: usize) -> Option<Header<'a>> {
        if !self.may_begin(grid, &grid.rows[at]) {
            return None;
        }
        let mut best: Option<Header<'a>> = None;
        for height in 1..=MOST_ROWS.min(grid.rows.len() - at) {
            let last = &grid.rows[at + height - 1];
            if height > 1 && (last.index != grid.rows[at + height - 2].index + 1 || !is_title_row(last)) {
                break;
            }
            if height < MOST_ROWS && goes_on(grid, &grid.rows[at..at + height], grid.rows.get(at + height)) {
                continue;
            }
            let titles = composed(grid, &grid.rows[at..at + height]);
            let Some(header) = self.best_form(&titles, grid.rows[at].index, last.index + 1) else { continue };
            if best.as_ref().is_none_or(|best| header.rank() > best.rank() + 0.005) && !self.is_better_below(grid, at, height, &header) {
                best = Some(header);
            }
        }
        best
    }

    /// Whether a header says as much without its first row: that row is a letterhead, or a title of the table.
    fn is_better_below(&mut self, grid: &Grid, at: usize, height: usize, header: &Header<'_>) -> bool {
        let first = &grid.rows[at].cells;
        if height == 1 || first.iter().filter(|cell| self.is_title(&cell.text)).count() * 2 >= first.len() {
            return false;
        }
        let titles = composed(grid, &grid.rows[at + 1..at + height]);
        let below = self.best_form(&titles, grid.rows[at + 1].index, header.end);
        below.is_some_and(|below| below.columns.len() >= header.columns.len() && below.rank() >= header.rank())
    }

    /// Whether a text by itself is like the title of some column or group of columns.
    fn is_title(&mut self, text: &str) -> bool {
        self.likenesses(&text::fold(text)).iter().any(|likeness| *likeness >= COLUMN_THRESHOLD)
    }

    /// A header for given titles, by one form: for pins and for headers that were lost.
    pub fn form(&self, id: &str) -> Option<&'a Form> {
        self.forms.iter().map(|(form, _)| *form).find(|form| form.id == id)
    }

    pub fn forms(&self) -> impl Iterator<Item = &'a Form> {
        self.forms.iter().map(|(form, _)| *form)
    }

    fn may_begin(&self, grid: &Grid, row: &Row) -> bool {
        // "MỨC 4" heads rows; it is a title only among others.
        let heads_rows = row.cells.len() < 3 && row.cells.iter().any(|cell| phrase::criterion::band(&cell.text).is_some());
        if row.cells.len() < 2 || heads_rows || !is_title_row(row) {
            return false;
        }
        // Columns that a merged title covers are filled below it, so one known title may open a header that is two.
        let merged =
            row.cells.iter().any(|cell| grid.merge_at(Address::new(row.index, cell.column)).is_some_and(|area| area.columns() > 1));
        let least = if merged { 1 } else { 2 };
        let known = row.cells.iter().filter(|cell| self.is_known(&cell.text)).count();
        if known >= least && known * 2 >= row.cells.len() {
            return true;
        }
        if known == 0 {
            return false;
        }
        let nearly = row.cells.iter().filter(|cell| self.is_nearly_known(&cell.text)).count();
        nearly >= least && nearly * 2 >= row.cells.len()
    }

    fn is_known(&self, title: &str) -> bool {
        if title.chars().count() > LONGEST_TITLE {
            return false;
        }
        let folded = text::fold(title);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let known = words.iter().filter(|word| self.vocabulary.contains(**word)).count();
        !words.is_empty() && words.len() <= 24 && known * 4 >= words.len() * 3
    }

    /// As `is_known`, a letter too many, too few or wrong in its words overlooked.
    fn is_nearly_known(&self, title: &str) -> bool {
        let folded = text::fold(title);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let slipped = |word: &str| {
            let shortened = |short: String| self.vocabulary.contains(&short) || self.slips.contains(&short);
            self.slips.contains(word) || word.len() >= 3 && without_one(word).any(shortened)
        };
        let known = words.iter().filter(|word| self.vocabulary.contains(**word) || slipped(word)).count();
        !words.is_empty() && words.len() <= 24 && known * 4 >= words.len() * 3
    }

    /// The best form for these titles. Schools of one office mostly use the same few headers, so what was judged is kept.
    fn best_form(&mut self, titles: &[Title], first: u32, end: u32) -> Option<Header<'a>> {
        let key: Vec<(u32, String)> = titles.iter().map(|title| (title.column, title.shown.clone())).collect();
        let judged = match self.headers.get(&key) {
            Some(judged) => judged.clone(),
            None => {
                let judged = self.judge(titles);
                self.headers.insert(key, judged.clone());
                judged
            }
        };
        judged.map(|header| Header { first, end, ..header })
    }

    fn judge(&mut self, titles: &[Title]) -> Option<Header<'a>> {
        let (first, end) = (0, 0);
        let scores: Vec<Vec<Vec<f64>>> = titles.iter().map(|title| self.scores(title)).collect();
        let mut found: Vec<Header<'a>> = (0..self.forms.len()).filter_map(|form| self.assign(form, titles, &scores, first, end)).collect();
        found.sort_by(|a, b| self.preference(b).total_cmp(&self.preference(a)));
        let others = found.iter().skip(1).take(2).map(|header| (header.form.id.as_str(), header.score)).collect();
        let mut best = found.into_iter().next()?;
        best.others = others;
        Some(best)
    }

    fn preference(&self, header: &Header<'_>) -> f64 {
        let at = self.forms.iter().position(|(form, _)| form.id == header.form.id);
        let in_force = at.is_some_and(|at| self.in_force[at]);
        header.rank() + if in_force { 0.04 } else { 0.0 }
    }

    /// Likeness of a folded text to every spelling.
    fn likenesses(&mut self, text: &str) -> &[f64] {
        self.judged.entry(text.to_owned()).or_insert_with(|| {
            let title = Spelling::new(text.to_owned());
            self.spellings.iter().map(|spelling| spelled_alike(&title, spelling)).collect()
        })
    }

    /// Likeness of one title to every column of every form.
    fn scores(&mut self, title: &Title) -> Vec<Vec<f64>> {
        let key = (title.leaf.clone(), title.upper.clone());
        if let Some(scores) = self.seen.get(&key) {
            return scores.clone();
        }
        let joined = if title.upper.is_empty() { title.leaf.clone() } else { format!("{} {}", title.upper, title.leaf) };
        for text in [&title.leaf, &title.upper, &joined] {
            self.likenesses(text);
        }
        let (leaf, upper, joined) = (&self.judged[&title.leaf], &self.judged[&title.upper], &self.judged[&joined]);
        let upper = (!title.upper.is_empty()).then_some(upper.as_slice());
        let scores: Vec<Vec<f64>> =
            self.forms.iter().map(|(_, columns)| columns.iter().map(|column| column.likeness(leaf, upper, joined)).collect()).collect();
        self.seen.insert(key, scores.clone());
        scores
    }

    fn assign(&self, form: usize, titles: &[Title], scores: &[Vec<Vec<f64>>], first: u32, end: u32) -> Option<Header<'a>> {
        let (form_data, columns) = &self.forms[form];
        let width = titles.len().max(columns.len());
        let weights = Matrix::from_fn(columns.len(), width + columns.len(), |(column, title)| {
            let score = scores.get(title).map_or(0.0, |forms| forms[form][column]);
            // The order of the form breaks ties between equal titles.
            let order = if titles.len() > 1 && columns.len() > 1 {
                1.0 - (title as f64 / (titles.len() - 1) as f64 - column as f64 / (columns.len() - 1) as f64).abs()
            } else {
                0.0
            };
            // Of two fields that one title may name, the form cannot do without the needed one.
            let needed = if columns[column].needed { 90.0 } else { 0.0 };
            // Cubed, so that one title read well is worth more than two that are only somewhat alike.
            if score < COLUMN_THRESHOLD { 0 } else { (score.powi(3) * 10_000.0 + order.max(0.0) * 60.0 + needed) as i64 }
        });
        let (_, assignment) = kuhn_munkres(&weights);
        let mut header = Header {
            form: form_data,
            first,
            end,
            columns: Vec::new(),
            unused: Vec::new(),
            missing: Vec::new(),
            score: 0.0,
            others: Vec::new(),
        };
        let mut taken = vec![false; titles.len()];
        let (mut sum, mut needed_sum, mut needed) = (0.0, 0.0, 0);
        for (column, title) in assignment.into_iter().enumerate() {
            let score = scores.get(title).map_or(0.0, |forms| forms[form][column]);
            let prepared = &columns[column];
            needed += usize::from(prepared.needed);
            if score < COLUMN_THRESHOLD {
                continue;
            }
            taken[title] = true;
            sum += score;
            needed_sum += if prepared.needed { score } else { 0.0 };
            let runner_up = columns
                .iter()
                .enumerate()
                .filter(|(other, prepared)| *other != column && prepared.field != columns[column].field)
                .map(|(other, prepared)| (prepared.field, scores[title][form][other]))
                .filter(|(_, score)| *score >= COLUMN_THRESHOLD)
                .max_by(|a, b| a.1.total_cmp(&b.1));
            header.columns.push(Assigned {
                field: prepared.field,
                column: titles[title].column,
                title: titles[title].shown.clone(),
                score,
                runner_up,
            });
        }
        if header.columns.len() < 2 {
            return None;
        }
        header.columns.sort_by_key(|assigned| assigned.column);
        header.missing = form_data.lacking(|field| header.columns.iter().any(|assigned| assigned.field == field));
        header.unused =
            titles.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(title, _)| (title.column, title.shown.clone())).collect();
        let of_needed = if needed == 0 { 1.0 } else { needed_sum / needed as f64 };
        header.score = 0.6 * of_needed + 0.4 * sum / titles.len() as f64;
        Some(header)
    }
}

impl Header<'_> {
    /// Orders headers: by score; every column that is understood counts a little.
    fn rank(&self) -> f64 {
        self.score + 0.004 * self.columns.len() as f64 - 0.05 * self.missing.len() as f64
    }
}

impl PreparedColumn {
    /// From the likenesses of the lowest title, of those above it, and of all together to every spelling.
    fn likeness(&self, leaf: &[f64], upper: Option<&[f64]>, joined: &[f64]) -> f64 {
        let best = |likenesses: &[f64], places: &[usize]| places.iter().map(|place| likenesses[*place]).fold(0.0, f64::max);
        let Some(upper) = upper else { return best(leaf, &self.titles) };
        let whole = best(joined, &self.titles).max(best(leaf, &self.titles));
        if self.groups.is_empty() {
            return whole;
        }
        if best(upper, &self.groups) >= 0.7 { (whole + 0.06).min(1.0) } else { whole * 0.9 }
    }
}

/// The titles of one column, rows of the header joined.
struct Title {
    column: u32,
    /// The lowest row's title, folded.
    leaf: String,
    /// The titles above it, folded.
    upper: String,
    shown: String,
}

/// The titles of every column over the rows of a header. A merged title counts for all columns it covers, and so does a group title whose neighbours to the right are empty.
fn composed(grid: &Grid, rows: &[Row]) -> Vec<Title> {
    let columns: std::collections::BTreeSet<u32> = rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    let mut titles = Vec::new();
    for &column in &columns {
        let mut parts: Vec<&str> = Vec::new();
        for (depth, row) in rows.iter().enumerate() {
            let own = grid.shown(Address::new(row.index, column)).map(|cell| cell.text.as_str());
            let inherited = || {
                let below = rows[depth + 1..].iter().any(|row| row.get(column).is_some());
                let left = row.cells.iter().rev().find(|cell| cell.column < column)?;
                let covers = grid.merge_at(Address::new(row.index, left.column)).is_none();
                let left_has_below = rows[depth + 1..].iter().any(|row| row.get(left.column).is_some());
                (below && covers && left_has_below).then_some(left.text.as_str())
            };
            if let Some(text) = own.or_else(inherited)
                && parts.last() != Some(&text)
            {
                parts.push(text);
            }
        }
        let Some((leaf, upper)) = parts.split_last() else { continue };
        titles.push(Title { column, leaf: text::fold(leaf), upper: text::fold(&upper.join(" ")), shown: parts.join(" / ") });
    }
    titles
}

/// Whether the row below still belongs to the titles: a title merged downwards reaches it, or it divides a title merged sideways.
fn goes_on(grid: &Grid, rows: &[Row], below: Option<&Row>) -> bool {
    let (Some(last), Some(below)) = (rows.last(), below) else { return false };
    if below.index != last.index + 1 || !is_title_row(below) {
        return false;
    }
    last.cells.iter().any(|cell| {
        let Some(area) = grid.merge_at(Address::new(last.index, cell.column)) else { return false };
        let divided = below.cells.iter().filter(|under| (area.first.column..=area.last.column).contains(&under.column)).count();
        area.last.row >= below.index || (area.columns() > 1 && divided > 1)
    })
}

/// Short texts only, and none of them a code or a row of column numbers.
fn is_title_row(row: &Row) -> bool {
    row.cells.iter().all(|cell| {
        let worded = cell.text.chars().any(char::is_alphabetic);
        worded && cell.text.chars().count() <= LONGEST_TITLE && phrase::criterion::parse(&cell.text, None, None).criterion.is_none()
    })
}

/// A word without its first letter, without its second, and so on.
fn without_one(word: &str) -> impl Iterator<Item = String> {
    word.char_indices().map(|(at, letter)| format!("{}{}", &word[..at], &word[at + letter.len_utf8()..]))
}

/// Words that turn the meaning of a title: "đã triển khai" is not "chưa triển khai", however alike the letters.
const TURNING: &[&str] = &["da", "dang", "chua", "khong", "cham", "bat", "ket", "dieu", "hoan"];

/// How like a title is to a spelling, both folded: 1 for the same, 0 for nothing in common.
pub(super) fn likeness(title: &str, spelling: &str) -> f64 {
    if title == spelling {
        return if title.is_empty() { 0.0 } else { 1.0 };
    }
    spelled_alike(&Spelling::new(title.to_owned()), &Spelling::new(spelling.to_owned()))
}

fn spelled_alike(title: &Spelling, spelling: &Spelling) -> f64 {
    if title.text == spelling.text {
        return if title.text.is_empty() { 0.0 } else { 1.0 };
    }
    let (shorter, longer) = if title.text.len() <= spelling.text.len() { (title, spelling) } else { (spelling, title) };
    if shorter.text.len() <= 3 || title.numbers != spelling.numbers {
        return 0.0;
    }
    let contained = (shorter.words.len() >= 2 || shorter.text.len() >= 6) && shorter.words.iter().all(|word| longer.words.contains(word));
    let containment = if contained { 0.62 + 0.36 * shorter.text.len() as f64 / longer.text.len() as f64 } else { 0.0 };
    // Letters cannot agree more than the lengths allow.
    let most = 2.0 * shorter.text.len() as f64 / (shorter.text.len() + longer.text.len()) as f64;
    let ratio = if most <= containment.max(0.5) { 0.0 } else { fuzz::ratio(title.text.bytes(), spelling.text.bytes()) };
    // Short titles share letters by chance; without one word in common only a slip of the hand makes them alike.
    let strangers = !title.words.iter().any(|word| spelling.words.contains(word));
    let score = if strangers && ratio < PLAIN { ratio * 0.85 } else { ratio }.max(containment);
    if title.turning != spelling.turning && ratio < 0.93 { score * 0.7 } else { score }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_alike_by_letters_and_by_words() {
        for (title, spelling, least) in [
            ("thoi gian thuc hien", "thoi gian thuc hien", 1.0),
            ("thoi gian thuc hin", "thoi gian thuc hien", 0.9),
            ("cong viec giai phap can thuc hien trong nam", "cong viec giai phap can thuc hien", 0.85),
            ("tieu chi", "tieu chuan tieu chi", 0.7),
        ] {
            assert!(likeness(title, spelling) >= least, "{title} ~ {spelling}: {}", likeness(title, spelling));
        }
    }

    #[test]
    fn titles_that_turn_the_meaning_are_not_alike() {
        for (title, spelling) in [("muc 1", "muc 2"), ("dat", "khong dat"), ("chua trien khai", "da trien khai"), ("tt", "kt")] {
            assert!(likeness(title, spelling) < COLUMN_THRESHOLD, "{title} ~ {spelling}: {}", likeness(title, spelling));
        }
    }
}
