//! Titles in, the best form for them out: columns are assigned as a whole, the best assignment over all of them.

mod adjusted;
mod assign;
mod columns;
mod earlier;
mod other_year;
mod suited;

use std::collections::BTreeSet;
use std::sync::Arc;

use memchr::memmem::Finder;

use columns::Columns;

use super::judged::Judged;
use super::spelling::{Likenesses, Spelling, Spellings, without_one};
use super::title::Title;
use super::titles::{self, composed, goes_on, is_title_row, is_title_row_below};
use super::{COLUMN_THRESHOLD, Header, LONGEST_TITLE, MOST_ROWS, PLAIN, people};
use crate::form::{Field, Form, FormColumn};
use crate::model::{Address, FormKind, Period, SchoolKind, SchoolYear};
use crate::phrase;
use crate::read::Context;
use crate::read::caption::reports_on_a_plan;
use crate::read::crossed::period::period;
use crate::read::grid::{Cell, Grid, Row};
use crate::text;
use crate::text::memory::{Memory, QuickMap, QuickSet};

struct PreparedColumn {
    field: Field,
    needed: bool,
}

struct PreparedForm<'a> {
    form: &'a Form,
    columns: Vec<PreparedColumn>,
    /// The spellings of its time, folded.
    times: QuickSet<String>,
    /// What stands over it, folded, ready to be looked for.
    titles: Vec<Finder<'static>>,
}

/// The titles of a header by column, under a line that names a plan or a report or neither, as one text. Cleaned text holds no noughts, so no
/// two headers have one.
fn shown(kind: Option<FormKind>, titles: &[Title]) -> String {
    let length = titles.iter().map(|title| title.shown.len() + title.leaf.len() + 8).sum();
    let mut shown = String::with_capacity(length);
    shown.push_str(match kind {
        Some(FormKind::Plan) => "plan",
        Some(_) => "report",
        None => "",
    });
    for title in titles {
        for part in ["\0", &title.column.to_string(), "\0", &title.shown, "\0", &title.leaf] {
            shown.push_str(part);
        }
    }
    shown
}

/// All forms, folded once, and what was already judged.
pub(in crate::read) struct Matcher<'a> {
    forms: Vec<PreparedForm<'a>>,
    vocabulary: QuickSet<String>,
    /// Every word of the vocabulary without one of its letters, for words with a slip in them.
    slips: QuickSet<String>,
    /// The score from which a header is taken without asking.
    threshold: f64,
    /// Forms of the circulars in force in the year: equal titles are theirs.
    in_force: Vec<bool>,
    spellings: Vec<Spelling<'static>>,
    /// Which columns have them.
    columns: Columns,
    /// Folded title → its likeness to the spellings.
    judged: QuickMap<String, Likenesses>,
    /// A text → the fields it is a spelling of.
    spelled: Memory<BTreeSet<Field>>,
    /// A title and those above it → what is known of it.
    seen: QuickMap<String, Arc<Judged>>,
    /// Columns and titles of a header → what it was taken for.
    headers: QuickMap<String, Option<Header<'a>>>,
    /// The half of the year reported on.
    period: Option<Period>,
    year: SchoolYear,
    /// The lines that name a form of plans or of results, folded, the longest first.
    named: Vec<(Finder<'static>, FormKind)>,
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
        let columns = Columns::new(&forms.all, &mut spellings);
        let forms: Vec<_> = forms
            .all
            .iter()
            .map(|form| {
                let prepared = |column: &FormColumn| PreparedColumn { field: column.field, needed: column.needed };
                let columns = form.columns.iter().map(prepared).collect();
                let times = form.column(Field::Time).iter().flat_map(|column| &column.titles).map(|title| text::fold(title)).collect();
                let titles = form.titles.iter().map(|title| Finder::new(&text::fold(title)).into_owned()).collect();
                PreparedForm { form, columns, times, titles }
            })
            .collect();
        let spellings = spellings.all;
        let kinds = [FormKind::Plan, FormKind::Result];
        let mut named: Vec<(Finder<'static>, FormKind)> = forms
            .iter()
            .filter(|prepared| kinds.contains(&prepared.form.kind))
            .flat_map(|prepared| prepared.titles.iter().map(|title| (title.clone(), prepared.form.kind)))
            .collect();
        named.sort_by(|(a, kind), (b, other)| (b.needle().len(), a.needle(), kind).cmp(&(a.needle().len(), b.needle(), other)));
        let vocabulary: QuickSet<String> = spellings.iter().flat_map(Spelling::words).map(str::to_owned).collect();
        let slips = vocabulary.iter().filter(|word| word.len() >= 3).flat_map(|word| without_one(word)).collect();
        Matcher {
            forms,
            vocabulary,
            slips,
            threshold,
            in_force,
            spellings,
            columns,
            judged: QuickMap::default(),
            spelled: Memory::default(),
            seen: QuickMap::default(),
            headers: QuickMap::default(),
            period: context.period,
            year: context.year,
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
            let above = height.checked_sub(2).map(|above| &grid.rows[at + above]);
            if above.is_some_and(|above| last.index != above.index + 1 || !is_title_row_below(grid, above, last)) {
                break;
            }
            let (rows, below) = (&grid.rows[at..at + height], grid.rows.get(at + height));
            if height < MOST_ROWS && (goes_on(grid, rows, below) || below.is_some_and(|below| self.divides(rows, below))) {
                continue;
            }
            let mut titles = composed(grid, &grid.rows[at..at + height]);
            titles::meant(&mut titles, &grid.rows[at + height..], self.year);
            let Some(header) = self.best_form(kind, &titles, grid.rows[at].index, last.index + 1) else { continue };
            if best.as_ref().is_none_or(|best| header.rank() > best.rank() + 0.005)
                && !self.is_better_below(kind, grid, at, height, &header)
            {
                best = Some(header);
            }
            // Titles of several rows without a merged cell: "Tiêu | Người | Kinh" over "chí | phụ trách | phí". A letterhead is none of them.
            let opens = height > 1 && rows[0].cells.iter().filter(|cell| self.is_title(&cell.text)).count() * 2 >= rows[0].cells.len();
            let Some(mut titles) = opens.then(|| titles::stacked(grid, rows)).flatten() else { continue };
            titles::meant(&mut titles, &grid.rows[at + height..], self.year);
            let stacked = self.best_form(kind, &titles, grid.rows[at].index, last.index + 1).filter(Header::is_plain);
            let says_more = |stacked: &Header<'a>| best.as_ref().is_none_or(|best| stacked.columns.len() > best.columns.len() + 1);
            if let Some(stacked) = stacked.filter(says_more) {
                best = Some(stacked);
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
        self.likenesses(&titles::folded(text)).any_from(PLAIN)
    }

    /// The fields that a text is a spelling of in some form, but for a slip of the hand.
    pub fn spelled(&mut self, text: &str) -> BTreeSet<Field> {
        self.spelled.recall(text, |text| {
            let folded = titles::folded(text);
            let likenesses = self.judged.entry(folded).or_insert_with_key(|folded| Likenesses::of(folded, &self.spellings));
            self.columns.fields(likenesses, suited::OWN)
        })
    }

    /// Whether a text by itself is like the title of some column or group of columns.
    fn is_title(&mut self, text: &str) -> bool {
        self.likenesses(&titles::folded(text)).any_from(COLUMN_THRESHOLD)
    }

    /// A header for given titles, by one form: for pins and for headers that were lost.
    pub fn form(&self, id: &str) -> Option<&'a Form> {
        self.forms.iter().map(|prepared| prepared.form).find(|form| form.id == id)
    }

    /// The form of the same kind that holds the same fields and the criterion beside them; of two, the one in force.
    pub fn with_criterion(&self, header: &Header<'_>) -> Option<&'a Form> {
        let holds = |form: &Form| {
            form.kind == header.form.kind
                && form.column(Field::Criterion).is_some()
                && header.columns.iter().all(|assigned| form.column(assigned.field).is_some())
        };
        let fitting = self.forms().filter(|(form, _)| holds(form));
        fitting.max_by_key(|(form, in_force)| (*in_force, std::cmp::Reverse(&form.id))).map(|(form, _)| form)
    }

    /// Every form, and whether it is of a circular in force.
    pub fn forms(&self) -> impl Iterator<Item = (&'a Form, bool)> {
        self.forms.iter().zip(&self.in_force).map(|(prepared, in_force)| (prepared.form, *in_force))
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
        let known = row.cells.iter().filter(|cell| self.is_known(&cell.text) || titles::is_year(&cell.text)).count();
        if known >= least && known * 2 >= row.cells.len() {
            return true;
        }
        if known == 0 {
            return false;
        }
        let nearly = row.cells.iter().filter(|cell| self.is_nearly_known(&cell.text)).count();
        // "Tháng 8 | Tháng 9 | …" are titles of no form, and may be more than all others.
        let others = || row.cells.iter().filter(|cell| period(&cell.text).is_none()).count();
        nearly >= least && (nearly * 2 >= row.cells.len() || nearly >= FEWEST_BESIDE_PERIODS && nearly * 2 >= others())
    }

    fn is_known(&self, title: &str) -> bool {
        if title.chars().count() > LONGEST_TITLE {
            return false;
        }
        let folded = titles::folded(title);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let known = words.iter().filter(|word| self.vocabulary.contains(**word)).count();
        !words.is_empty() && words.len() <= 24 && known * 4 >= words.len() * 3
    }

    /// As `is_known`, a letter too many, too few or wrong in its words overlooked.
    fn is_nearly_known(&self, title: &str) -> bool {
        let folded = titles::folded(title);
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
        let key = shown(kind, titles);
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
        let judged: Vec<Arc<Judged>> = titles.iter().map(|title| self.judged_title(title)).collect();
        let later = earlier::titles(titles);
        let headers = self.in_force.iter().enumerate();
        let headers = headers.filter_map(|(at, in_force)| Some((*in_force, self.assign(at, titles, &judged, &later)?)));
        let headers: Vec<(bool, Header<'a>)> = headers.collect();
        let tells = |header: &Header<'_>| {
            let states = [Field::Done, Field::Ongoing, Field::NotStarted];
            header.form.kind == FormKind::Plan && states.into_iter().any(|field| header.column(field).is_some())
        };
        let told = headers.iter().any(|(_, header)| tells(header));
        // What the line above names is there with all that it needs: no form is it that lacks something.
        let is_named = |header: &Header<'a>| kind == Some(header.form.kind) && self.is_sure(header);
        let named = headers.iter().any(|(_, header)| is_named(header));
        let headers = headers.into_iter().filter(|(_, header)| !named || header.missing.is_empty());
        // "Mục tiêu" is of a plan: where one reads it and how far the work has come besides, the name of a report takes nothing from it.
        let headers: Vec<(bool, Header<'a>)> = headers.collect();
        let tells_both = |header: &Header<'_>| {
            let both = [Field::Target, Field::Status].into_iter().all(|field| header.column(field).is_some());
            header.form.kind == FormKind::Plan && header.missing.is_empty() && both
        };
        let kind = kind.filter(|kind| *kind != FormKind::Result || !headers.iter().any(|(_, header)| tells_both(header)));
        let preferred = headers.into_iter().map(|(in_force, header)| (preference(kind, told, in_force, &header), header));
        let mut found: Vec<(f64, Header<'a>)> = preferred.collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        // Work, and how far it has come, but neither when nor by whom nor for how much: a report, where one reads it whole.
        if found.first().is_some_and(|(_, best)| tells_only_states(best))
            && let Some(report) = found.iter().position(|(_, header)| header.form.kind == FormKind::Result && self.is_sure(header))
        {
            let report = found.remove(report);
            found.insert(0, report);
        }
        let others = found.iter().skip(1).take(2).map(|(_, header)| (header.form.id.as_str(), header.score)).collect();
        let (_, best) = found.into_iter().next()?;
        (!people::are_listed(titles, &best, self.is_sure(&best))).then_some(Header { others, ..best })
    }

    /// Whether the nearest line above that names a plan or a report of results names the one or the other: their titles are often alike.
    fn named_above(&self, grid: &Grid, at: usize) -> Option<FormKind> {
        const LINES: usize = 8;
        let above = grid.rows[..at].iter().rev().take(LINES).take_while(|row| row.cells.len() <= 3);
        above.flat_map(|row| &row.cells).filter(|cell| cell.text.chars().count() <= LONGEST_TITLE).find_map(|cell| {
            let folded = text::fold(&cell.text);
            // "KẾ HOẠCH VÀ KẾT QUẢ CẢI TIẾN CHẤT LƯỢNG": a table of both.
            let of_both =
                ["ke hoach va ket qua", "ke hoach ket qua", "ke hoach va bao cao ket qua"].iter().any(|words| folded.contains(words));
            // "TÌNH HÌNH THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG" names the report first, and what it reports on behind it.
            let begins = self.named.iter().filter_map(|(title, kind)| Some((title.find(folded.as_bytes())?, *kind)));
            let begins = begins.chain(reports_on_a_plan(&folded).map(|begins| (begins, FormKind::Result)));
            let kind = begins.min_by_key(|(begins, _)| *begins).map(|(_, kind)| kind);
            kind.map(|kind| if of_both { FormKind::Plan } else { kind })
        })
    }

    /// Whether a line is the title of a form, of this kind where one is given.
    pub fn titles_form(&self, line: &str, kind: Option<FormKind>) -> bool {
        if line.chars().count() > LONGEST_TITLE {
            return false;
        }
        let folded = text::fold(line);
        let mut forms = self.forms.iter().filter(|prepared| kind.is_none_or(|kind| prepared.form.kind == kind));
        forms.any(|prepared| prepared.titles.iter().any(|title| title.find(folded.as_bytes()).is_some()))
    }

    /// Likeness of a folded text to the spellings.
    fn likenesses(&mut self, text: &str) -> &Likenesses {
        if !self.judged.contains_key(text) {
            self.judged.insert(text.to_owned(), Likenesses::of(text, &self.spellings));
        }
        &self.judged[text]
    }

    fn judged_title(&mut self, title: &Title) -> Arc<Judged> {
        // Cleaned text holds no such character, so no two titles have one key.
        let key = format!("{}\0{}\0{}", title.upper, title.leaf, title.shown);
        if let Some(judged) = self.seen.get(&key) {
            return Arc::clone(judged);
        }
        let scores = self.scores(title);
        let of_form = |(form, scores): (&PreparedForm<'_>, &Vec<f64>)| -> BTreeSet<Field> {
            form.columns.iter().zip(scores).filter(|(_, score)| **score >= suited::OWN).map(|(column, _)| column.field).collect()
        };
        let owners = self.forms.iter().zip(&scores).flat_map(of_form).collect();
        let judged = Arc::new(Judged { owners, ..Judged::of(title, scores) });
        self.seen.insert(key, Arc::clone(&judged));
        judged
    }

    /// Likeness of one title to every column of every form.
    fn scores(&mut self, title: &Title) -> Vec<Vec<f64>> {
        let joined = if title.upper.is_empty() { title.leaf.clone() } else { format!("{} {}", title.upper, title.leaf) };
        for text in [&title.leaf, &title.upper, &joined] {
            self.likenesses(text);
        }
        let (leaf, upper, joined) = (&self.judged[&title.leaf], &self.judged[&title.upper], &self.judged[&joined]);
        self.columns.scores(leaf, (!title.upper.is_empty()).then_some((upper, joined)))
    }
}

/// Orders the forms that the same titles may be; `told` where some plan would tell results beside the work.
fn preference(kind: Option<FormKind>, told: bool, in_force: bool, header: &Header<'_>) -> f64 {
    let named = kind == Some(header.form.kind);
    // A plan that tells results is a plan; under the name of a report it is the report, and no other plan that leaves them aside.
    let report = kind == Some(FormKind::Result) && header.form.kind == FormKind::Plan && told;
    let named_otherwise = if report { NAMED * 2.0 } else { 0.0 };
    header.rank() - named_otherwise + if in_force { 0.04 } else { 0.0 } + if named { NAMED } else { 0.0 }
}

/// A plan that lacks something, names work and how far it has come, and says neither when nor by whom nor for how much.
fn tells_only_states(header: &Header<'_>) -> bool {
    const OF_PLANS: &[Field] = &[Field::Time, Field::Start, Field::End, Field::Lead, Field::Partner, Field::Cost, Field::Conditions];
    let has = |field: &Field| header.column(*field).is_some();
    header.form.kind == FormKind::Plan && !header.missing.is_empty() && !OF_PLANS.iter().any(has)
}

/// "UBND PHƯỜNG QUAN HOA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TRƯỜNG THCS HOA SEN | Độc lập - Tự do - Hạnh phúc", "Tên trường: | THCS Hoa Sen":
/// the lines of the state and of the school are above the titles, whatever words of titles stand in them.
fn is_letterhead(row: &Row) -> bool {
    const MOST: usize = 3;
    const OF_STATE: &[&str] = &["cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc"];
    const LABELS: &[&str] = &["ten truong", "truong", "ten don vi", "don vi", "ma truong", "nam hoc", "hoc ky", "ky bao cao", "xa phuong"];
    let is_label = |cell: &Cell| cell.text.ends_with(':') && LABELS.contains(&text::fold(&cell.text).as_str());
    row.cells.len() <= MOST
        && (row.cells.first().is_some_and(is_label)
            || row.cells.iter().any(|cell| {
                let text = text::fold(&cell.text);
                OF_STATE.iter().any(|line| text.contains(line))
                    || text.starts_with("truong ") && phrase::school::parse(&cell.text).name.is_some()
            }))
}

/// Titles of a form beside those of months that make a header.
const FEWEST_BESIDE_PERIODS: usize = 3;

/// What a line above counts for that names the form.
const NAMED: f64 = 0.06;
