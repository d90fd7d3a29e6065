//! Titles in, the best form for them out: columns are assigned as a whole, the best assignment over all of them.

use std::collections::{HashMap, HashSet};

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::money::{self, Speaks};
use super::spelling::{Spelling, Spellings, spelled_alike, without_one};
use super::titles::{Title, composed, goes_on, is_title_row};
use super::{Assigned, COLUMN_THRESHOLD, Header, LONGEST_TITLE, MOST_ROWS, PLAIN};
use crate::form::{Field, Form};
use crate::model::{Address, FormKind, SchoolKind};
use crate::phrase;
use crate::read::Context;
use crate::read::grid::{Grid, Row};
use crate::text;

struct PreparedColumn {
    field: Field,
    /// Places among the matcher's spellings.
    titles: Vec<usize>,
    groups: Vec<usize>,
    needed: bool,
}
/// The titles of a header by column, under a line that names a plan or a report or neither.
type Shown = (Option<FormKind>, Vec<(u32, String)>);

/// All forms, folded once, and what was already judged.
pub(in crate::read) struct Matcher<'a> {
    forms: Vec<(&'a Form, Vec<PreparedColumn>)>,
    vocabulary: HashSet<String>,
    /// Every word of the vocabulary without one of its letters, for words with a slip in them.
    slips: HashSet<String>,
    /// The score from which a header is taken without asking.
    threshold: f64,
    /// Forms of the circulars in force in the year: equal titles are theirs.
    in_force: Vec<bool>,
    spellings: Vec<Spelling<'static>>,
    /// Folded title → its likeness to every spelling.
    judged: HashMap<String, Vec<f64>>,
    seen: HashMap<(String, String), Vec<Vec<f64>>>,
    /// Columns and titles of a header → what it was taken for.
    headers: HashMap<Shown, Option<Header<'a>>>,
    /// The lines that name a form of plans or of results, folded, the longest first.
    named: Vec<(String, FormKind)>,
}

impl<'a> Matcher<'a> {
    pub fn new(context: &Context<'a>) -> Self {
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
        let kinds = [FormKind::Plan, FormKind::Result];
        let mut named: Vec<(String, FormKind)> = forms
            .iter()
            .filter(|(form, _)| kinds.contains(&form.kind))
            .flat_map(|(form, _)| form.titles.iter().map(|title| (text::fold(title), form.kind)))
            .collect();
        named.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        let vocabulary: HashSet<String> = spellings.iter().flat_map(Spelling::words).map(str::to_owned).collect();
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
            named,
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
        let kind = self.named_above(grid, at);
        let mut best: Option<Header<'a>> = None;
        for height in 1..=MOST_ROWS.min(grid.rows.len() - at) {
            let last = &grid.rows[at + height - 1];
            if height > 1 && (last.index != grid.rows[at + height - 2].index + 1 || !is_title_row(last)) {
                break;
            }
            let (rows, below) = (&grid.rows[at..at + height], grid.rows.get(at + height));
            if height < MOST_ROWS && (goes_on(grid, rows, below) || below.is_some_and(|below| self.divides(rows, below))) {
                continue;
            }
            let titles = composed(grid, &grid.rows[at..at + height]);
            let Some(header) = self.best_form(kind, &titles, grid.rows[at].index, last.index + 1) else { continue };
            if best.as_ref().is_none_or(|best| header.rank() > best.rank() + 0.005)
                && !self.is_better_below(kind, grid, at, height, &header)
            {
                best = Some(header);
            }
        }
        best
    }

    /// Whether a header says as much without its first row: that row is a letterhead, or a title of the table.
    fn is_better_below(&mut self, kind: Option<FormKind>, grid: &Grid, at: usize, height: usize, header: &Header<'_>) -> bool {
        let first = &grid.rows[at].cells;
        if height == 1 || first.iter().filter(|cell| self.is_title(&cell.text)).count() * 2 >= first.len() {
            return false;
        }
        let titles = composed(grid, &grid.rows[at + 1..at + height]);
        let below = self.best_form(kind, &titles, grid.rows[at + 1].index, header.end);
        below.is_some_and(|below| below.columns.len() >= header.columns.len() && below.rank() >= header.rank())
    }

    /// Whether the row below divides titles that stand over several columns without being merged: it is made of titles, nothing opens it,
    /// and some stand where no title stands above.
    fn divides(&mut self, rows: &[Row], below: &Row) -> bool {
        let Some(last) = rows.last().filter(|last| below.index == last.index + 1) else { return false };
        let titled = |column: u32| rows.iter().any(|row| row.get(column).is_some());
        let opens = below.cells.first().map(|cell| cell.column) <= last.cells.first().map(|cell| cell.column);
        let untitled = below.cells.windows(2).filter(|pair| !titled(pair[1].column) && pair[0].column + 1 == pair[1].column).count();
        if opens || untitled == 0 || below.cells.len() < 2 || !is_title_row(below) {
            return false;
        }
        // A row of data may mention what titles say; only titles as people write them divide a title.
        let titles = below.cells.iter().filter(|cell| self.is_spelled(&cell.text) || phrase::money::payers(&cell.text).is_some()).count();
        titles * 3 >= below.cells.len() * 2
    }

    /// Whether a text is one of the spellings of a title but for a slip of the hand.
    fn is_spelled(&mut self, text: &str) -> bool {
        self.likenesses(&text::fold(text)).iter().any(|likeness| *likeness >= PLAIN)
    }

    /// Whether a text by itself is like the title of some column or group of columns.
    fn is_title(&mut self, text: &str) -> bool {
        self.likenesses(&text::fold(text)).iter().any(|likeness| *likeness >= COLUMN_THRESHOLD)
    }

    /// A header for given titles, by one form: for pins and for headers that were lost.
    pub fn form(&self, id: &str) -> Option<&'a Form> {
        self.forms.iter().map(|(form, _)| *form).find(|form| form.id == id)
    }

    /// The form of the same kind that holds the same fields and the criterion beside them; of two, the one in force.
    pub fn with_criterion(&self, header: &Header<'_>) -> Option<&'a Form> {
        let holds = |form: &Form| {
            form.kind == header.form.kind
                && form.column(Field::Criterion).is_some()
                && header.columns.iter().all(|assigned| form.column(assigned.field).is_some())
        };
        let fitting = self.forms.iter().zip(&self.in_force).filter(|((form, _), _)| holds(form));
        fitting.max_by_key(|((form, _), in_force)| (**in_force, std::cmp::Reverse(&form.id))).map(|((form, _), _)| *form)
    }

    /// Every form, and whether it is of a circular in force.
    pub fn forms(&self) -> impl Iterator<Item = (&'a Form, bool)> {
        self.forms.iter().zip(&self.in_force).map(|((form, _), in_force)| (*form, *in_force))
    }

    fn may_begin(&self, grid: &Grid, row: &Row) -> bool {
        // "MỨC 4" heads rows; it is a title only among others.
        let heads_rows = row.cells.len() < 3 && row.cells.iter().any(|cell| phrase::criterion::band(&cell.text).is_some());
        if row.cells.len() < 2 || heads_rows || !is_title_row(row) || is_letterhead(row) {
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
    fn best_form(&mut self, kind: Option<FormKind>, titles: &[Title], first: u32, end: u32) -> Option<Header<'a>> {
        let key = (kind, titles.iter().map(|title| (title.column, title.shown.clone())).collect());
        let judged = match self.headers.get(&key) {
            Some(judged) => judged.clone(),
            None => {
                let judged = self.judge(kind, titles);
                self.headers.insert(key, judged.clone());
                judged
            }
        };
        judged.map(|header| Header { first, end, ..header })
    }

    fn judge(&mut self, kind: Option<FormKind>, titles: &[Title]) -> Option<Header<'a>> {
        let (first, end) = (0, 0);
        let scores: Vec<Vec<Vec<f64>>> = titles.iter().map(|title| self.scores(title)).collect();
        let spoken: Vec<Option<Speaks>> = titles.iter().map(money::speaks).collect();
        let mut found: Vec<Header<'a>> =
            (0..self.forms.len()).filter_map(|form| self.assign(form, titles, &scores, &spoken, first, end)).collect();
        found.sort_by(|a, b| self.preference(kind, b).total_cmp(&self.preference(kind, a)));
        let others = found.iter().skip(1).take(2).map(|header| (header.form.id.as_str(), header.score)).collect();
        let mut best = found.into_iter().next()?;
        best.others = others;
        Some(best)
    }

    fn preference(&self, kind: Option<FormKind>, header: &Header<'_>) -> f64 {
        let at = self.forms.iter().position(|(form, _)| form.id == header.form.id);
        let in_force = at.is_some_and(|at| self.in_force[at]);
        let named = kind == Some(header.form.kind);
        header.rank() + if in_force { 0.04 } else { 0.0 } + if named { NAMED } else { 0.0 }
    }

    /// Whether the nearest line above that names a plan or a report of results names the one or the other: their titles are often alike.
    fn named_above(&self, grid: &Grid, at: usize) -> Option<FormKind> {
        const LINES: usize = 8;
        let above = grid.rows[..at].iter().rev().take(LINES).take_while(|row| row.cells.len() <= 3);
        above.flat_map(|row| &row.cells).filter(|cell| cell.text.chars().count() <= LONGEST_TITLE).find_map(|cell| {
            let folded = text::fold(&cell.text);
            self.named.iter().find(|(title, _)| folded.contains(title.as_str())).map(|(_, kind)| *kind)
        })
    }

    /// Likeness of a folded text to every spelling.
    fn likenesses(&mut self, text: &str) -> &[f64] {
        self.judged.entry(text.to_owned()).or_insert_with(|| {
            let title = Spelling::new(text);
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

    fn assign(
        &self,
        form: usize,
        titles: &[Title],
        scores: &[Vec<Vec<f64>>],
        spoken: &[Option<Speaks>],
        first: u32,
        end: u32,
    ) -> Option<Header<'a>> {
        let (form_data, columns) = &self.forms[form];
        let knows_money = columns.iter().any(|column| column.field == Field::Cost);
        // A title that is one field's own is no other field's that it is only somewhat like.
        let owned: Vec<bool> = (0..titles.len()).map(|title| scores[title][form].iter().any(|score| *score >= OWN)).collect();
        let lead = columns.iter().position(|column| column.field == Field::Lead);
        let leads = |title: usize| lead.is_some_and(|lead| scores.get(title).is_some_and(|forms| forms[form][lead] >= BORROWED));
        // What speaks of money is no other column, unless it is spelled like one.
        let likeness = |title: usize, column: usize| {
            let score = scores.get(title).map_or(0.0, |forms| forms[form][column]);
            let field = columns[column].field;
            // "Thời gian hoàn thành thực tế" is when it was done, not when it is to be.
            let times = matches!(field, Field::Time | Field::Start | Field::End);
            if times && form_data.kind == FormKind::Plan && titles.get(title).is_some_and(|title| title.leaf.contains("thuc te")) {
                return 0.0;
            }
            // "Đánh giá ngoài / Mức 1" is what others found; "Đơn vị tính" helps nobody.
            if titles.get(title).is_some_and(|title| is_of_others(title) || field == Field::Partner && is_measure(title)) {
                return 0.0;
            }
            // "Tiến độ (%)" is how far the work has come.
            if let Some(title) = titles.get(title).filter(|title| title.shown.contains('%')) {
                match field {
                    Field::Time | Field::Start | Field::End | Field::Done | Field::Ongoing | Field::NotStarted => return 0.0,
                    Field::Status if PROGRESS.iter().any(|words| title.leaf.contains(words)) => return UNDERSTOOD,
                    _ => {}
                }
            }
            // "Chủ trì và | phối hợp thực hiện" is one title over two rows.
            if field == Field::Partner && leads(title) {
                return 0.0;
            }
            if owned.get(title) == Some(&true) && score < BORROWED {
                return 0.0;
            }
            let spoken = spoken.get(title).and_then(Option::as_ref).filter(|_| knows_money && field != Field::Cost);
            if spoken.is_some_and(|speaks| !speaks.yields_to(field, score)) { 0.0 } else { score }
        };
        let width = titles.len().max(columns.len());
        let weights = Matrix::from_fn(columns.len(), width + columns.len(), |(column, title)| {
            let score = likeness(title, column);
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
            money: Vec::new(),
            missing: Vec::new(),
            score: 0.0,
            others: Vec::new(),
        };
        let mut taken = vec![false; titles.len()];
        let (mut sum, mut needed_sum, mut needed) = (0.0, 0.0, 0);
        for (column, title) in assignment.into_iter().enumerate() {
            let score = likeness(title, column);
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
        if knows_money {
            sum += several_costs(&mut header, titles, spoken, &mut taken);
        }
        own_deadline(&mut header, form_data, titles, &mut taken);
        if header.column(Field::Lead).is_none() {
            // Who helps whom, where nobody leads: they do it.
            for assigned in header.columns.iter_mut().filter(|assigned| assigned.field == Field::Partner) {
                (assigned.field, assigned.score) = (Field::Lead, COLUMN_THRESHOLD);
            }
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

/// Gives the cost its principal column, where there are several of money, and claims the others. Returns what they add to the sum of likenesses.
fn several_costs(header: &mut Header<'_>, titles: &[Title], spoken: &[Option<Speaks>], taken: &mut [bool]) -> f64 {
    let cost = header.columns.iter().position(|assigned| assigned.field == Field::Cost);
    let own = cost.map(|at| header.columns[at].column);
    header.money = money::columns(titles, spoken, |title| !taken[title] || own == Some(titles[title].column));
    let Some(principal) = money::principal(&header.money) else { return 0.0 };
    let principal =
        Assigned { field: Field::Cost, column: principal.column, title: principal.title.clone(), score: UNDERSTOOD, runner_up: None };
    let before = taken.iter().filter(|taken| **taken).count();
    match cost {
        Some(at) => header.columns[at] = principal,
        None => header.columns.push(principal),
    }
    for (title, taken) in titles.iter().zip(taken.iter_mut()) {
        *taken |= header.money.iter().any(|money| money.column == title.column);
    }
    (taken.iter().filter(|taken| **taken).count() - before) as f64 * UNDERSTOOD
}

/// "Thời gian thực hiện | Hạn hoàn thành": of two titles of a time, the one that names the end is the end.
fn own_deadline(header: &mut Header<'_>, form: &Form, titles: &[Title], taken: &mut [bool]) {
    let ends = |folded: &str| {
        ["hoan thanh", "han", "ket thuc", "deadline"].iter().any(|word| format!(" {folded} ").contains(&format!(" {word} ")))
    };
    let times = |folded: &str| form.column(Field::Time).is_some_and(|column| column.titles.iter().any(|known| text::fold(known) == folded));
    if form.kind != FormKind::Plan
        || form.column(Field::End).is_none()
        || [Field::Start, Field::End].iter().any(|field| header.column(*field).is_some())
    {
        return;
    }
    let Some(at) = header.columns.iter().position(|assigned| assigned.field == Field::Time) else { return };
    let Some(other) = (0..titles.len()).find(|title| !taken[*title] && times(&titles[*title].leaf) && !titles[*title].shown.contains('%'))
    else {
        return;
    };
    let beside =
        Assigned { field: Field::End, column: titles[other].column, title: titles[other].shown.clone(), score: 1.0, runner_up: None };
    let own = text::fold(&header.columns[at].title);
    match (ends(&own), ends(&titles[other].leaf)) {
        (false, true) => header.columns.push(beside),
        (true, false) => {
            header.columns[at].field = Field::End;
            header.columns.push(Assigned { field: Field::Time, ..beside });
        }
        _ => return,
    }
    taken[other] = true;
}

/// From this likeness on a title is a field's own.
const OWN: f64 = 0.97;
/// What an own title must at least be like another field to be taken for it.
const BORROWED: f64 = 0.9;
/// What titles say of work that a share is told of. Folded.
const PROGRESS: &[&str] = &["tien do", "hoan thanh", "thuc hien", "ket qua", "dat duoc"];

/// "TRƯỜNG THCS HOA SEN | Độc lập - Tự do - Hạnh phúc": a line with a school's name is above the titles.
fn is_letterhead(row: &Row) -> bool {
    const MOST: usize = 3;
    row.cells.len() <= MOST
        && row.cells.iter().any(|cell| {
            let text = text::fold(&cell.text);
            text == "doc lap tu do hanh phuc" || text.starts_with("truong ") && phrase::school::parse(&cell.text).name.is_some()
        })
}

/// Whether a title stands under what an outside evaluation found.
fn is_of_others(title: &Title) -> bool {
    ["danh gia ngoai", "doan danh gia", "dgn"].iter().any(|words| format!(" {} ", title.upper).contains(&format!(" {words} ")))
}

fn is_measure(title: &Title) -> bool {
    title.leaf.starts_with("don vi tinh") || title.leaf == "dvt"
}

/// What a line above counts for that names the form.
const NAMED: f64 = 0.06;

/// What a title counts for that is understood by its words rather than by likeness.
const UNDERSTOOD: f64 = 0.95;

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
