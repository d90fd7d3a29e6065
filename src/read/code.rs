//! The code of a row: text to people, but Excel stores 1.10 as the number 1.1 or as a date. Decided by the title beside it,
//! the order of the rows and the number format; where these do not decide it, by nobody.

use std::collections::BTreeSet;

use super::day::{day_and_month, is_day};
use super::grid::CellKind;
use super::header::likeness;
use super::names::{Names, TITLE_THRESHOLD, title_words};
use super::rows::{LogicalRow, Piece};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::framework::{Framework, Frameworks};
use crate::model::{Criterion, LevelBand};
use crate::phrase;
use crate::text;

/// From this likeness on nothing but marks and spaces differs.
const WORD_FOR_WORD: f64 = 0.99;
/// Above this likeness a title is the one another framework gives.
const BORROWED: f64 = 0.95;

/// Letters and digits of a code with the words before it: "Tiêu chí 10, chỉ báo a".
const LONGEST_CODE: usize = 20;
/// More words are those of a criterion, and no general title as "Công tác khác".
const FEWEST_WORDS: usize = 7;

/// Codes in which an order shows.
const FEWEST_RISING: usize = 2;

/// What a row's code cell comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Coded {
    pub criteria: Vec<Criterion>,
    /// The standard, where at least that is known.
    pub standard: Option<u8>,
    /// There was a code, and it could not be decided or does not exist: a finding says so.
    pub refused: bool,
    /// What stands there, where it looks like a code or is as long as the words of a criterion, and names neither a criterion nor a standard.
    pub unread: Option<String>,
    /// To be completed with the place by the caller.
    pub findings: Vec<Finding>,
}

/// Codes of one table, row after row.
pub(super) struct Codes<'a> {
    framework: &'a Framework,
    frameworks: &'a Frameworks,
    /// The naive reading of every row, for looking ahead.
    sequence: Vec<Option<Criterion>>,
    /// Every reading of every row, where it may have several.
    readings: Vec<Vec<Criterion>>,
    seen: BTreeSet<Criterion>,
    previous: Option<Criterion>,
    /// Every code so far was higher than the one before.
    rising: bool,
    /// The first criterion of the row above: what work counts for where its cell names several.
    first: Option<Criterion>,
    /// Some code of the table is a number that shows other than two decimals: then two decimals mean something.
    mixed_decimals: bool,
    names: Names,
}

impl<'a> Codes<'a> {
    pub fn new(framework: &'a Framework, frameworks: &'a Frameworks, rows: &[&LogicalRow], field: Field) -> Self {
        let sequence = rows.iter().map(|row| naive(row, field)).collect();
        let mixed_decimals = rows
            .iter()
            .filter_map(|row| row.pieces.get(&field))
            .any(|piece| matches!(piece.kind, CellKind::Number { decimals, .. } if decimals != Some(2)));
        let names = Names::of(framework);
        let readings = rows.iter().map(|row| readings(row, field, framework)).collect();
        Codes {
            framework,
            frameworks,
            sequence,
            readings,
            seen: BTreeSet::new(),
            previous: None,
            rising: true,
            first: None,
            mixed_decimals,
            names,
        }
    }

    /// The codes begin again from the first.
    pub fn begin_anew(&mut self) {
        self.seen.clear();
        (self.previous, self.first, self.rising) = (None, None, true);
    }

    /// The criteria of row `at`, whose code stands in `piece`.
    pub fn resolve(&mut self, at: usize, row: &LogicalRow, piece: &Piece) -> Coded {
        if (row.same_criterion || is_same(&piece.text))
            && let Some(first) = self.first
        {
            return Coded { criteria: vec![first], standard: first.standard(), ..Coded::default() };
        }
        let mut coded = Coded { standard: row.standard, ..Coded::default() };
        match piece.kind {
            CellKind::Date(date) => self.decide(at, row, piece, &of_day(date.day(), date.month()), &mut coded),
            // "1.1: Phương hướng": a number and the name beside it are read as text.
            CellKind::Number { value, decimals } if value.fract() != 0.0 && !piece.text.contains(char::is_alphabetic) => {
                let plain = piece.text.parse::<Criterion>().ok();
                let longer = plain.and_then(ten_fold);
                match (plain, longer.filter(|longer| self.exists(*longer))) {
                    (Some(_), Some(longer)) if decimals == Some(2) && self.mixed_decimals => {
                        self.restore(piece, longer, "theo định dạng hai chữ số thập phân", &mut coded)
                    }
                    (Some(plain), Some(longer)) => self.decide(at, row, piece, &[Some(plain), Some(longer)], &mut coded),
                    (Some(plain), None) => coded.criteria.push(plain),
                    (None, _) => {}
                }
            }
            _ => {
                let days = day_and_month(&piece.text).map(|(day, month)| of_day(day, month));
                match days.filter(|days| days.iter().flatten().any(|criterion| self.exists(*criterion))) {
                    Some(days) => self.decide(at, row, piece, &days, &mut coded),
                    None => self.read_text(at, row, piece, &mut coded),
                }
            }
        }
        coded.criteria.retain(|criterion| {
            let exists = self.framework.title_of(*criterion).is_some();
            if !exists {
                coded.refused = true;
                coded.findings.push(
                    Finding::new(&finding::CRITERION_NOT_IN_FRAMEWORK)
                        .raw(&piece.text)
                        .with("criterion", criterion)
                        .with("framework", &self.framework.title),
                );
            }
            exists
        });
        if let Some(&last) = coded.criteria.last() {
            coded.standard = last.standard().or(coded.standard);
            self.rising &= self.previous.is_none_or(|previous| previous < last);
            self.previous = Some(last);
            self.first = coded.criteria.first().copied();
            self.seen.extend(coded.criteria.iter().copied());
        } else if piece.text.contains(char::is_alphanumeric) {
            // Whatever it names, the rows below it are not of the criterion above it.
            self.first = None;
        }
        coded
    }

    fn read_text(&self, at: usize, row: &LogicalRow, piece: &Piece, coded: &mut Coded) {
        let phrases = phrase::criterion::all(&piece.text, row.standard, row.band);
        for phrase in &phrases {
            coded.standard = phrase.standard.or(coded.standard);
            if let Some(item) = phrase.level4_item {
                coded.criteria.push(Criterion::Level4 { item });
            } else if let Some(criterion) = phrase.criterion {
                coded.criteria.push(criterion);
            }
        }
        coded.criteria.dedup();
        if phrases.is_empty()
            && let Some(criterion) = self.names.named(&piece.text)
        {
            return self.restore(piece, criterion, "theo tên tiêu chí", coded);
        }
        if phrases.is_empty()
            && let Some(criterion) = written_otherwise(&piece.text, row).filter(|criterion| self.exists(*criterion))
        {
            return self.restore(piece, criterion, "theo cách ghi", coded);
        }
        if phrases.is_empty() {
            coded.criteria.extend(closing_code(&piece.text).filter(|criterion| self.exists(*criterion)));
            let like_code = piece.text.contains(char::is_numeric) && !text::has_more_letters(&piece.text, LONGEST_CODE);
            let like_words = piece.text.split_whitespace().nth(FEWEST_WORDS).is_some();
            coded.unread = Some(&piece.text).filter(|_| (like_code || like_words) && coded.criteria.is_empty()).cloned();
        }
        let [criterion] = coded.criteria[..] else { return };
        self.check_title(at, piece, criterion, coded);
    }

    /// A typed code whose title is another criterion's: 1.1 after 1.9 with the title of 1.10 is 1.10; otherwise the code stands and somebody should look.
    fn check_title(&self, at: usize, piece: &Piece, criterion: Criterion, coded: &mut Coded) {
        let Some(words) = title_words(&piece.text) else {
            return self.check_order(at, piece, criterion, coded);
        };
        // Nearly every title is the right one: the others are only asked where it is not.
        let own = self.framework.title_of(criterion).map_or(0.0, |title| likeness(&words, &text::fold(title)));
        if own >= WORD_FOR_WORD || self.borrowed(piece, criterion, &words, own, coded) || own >= TITLE_THRESHOLD {
            return;
        }
        match self.names.titled(&words) {
            Some(other) if Some(other) == ten_fold(criterion) => {
                coded.criteria.clear();
                self.restore(piece, other, "theo tên tiêu chí", coded);
            }
            Some(other) => {
                let told = Finding::new(&finding::CODE_TITLE_MISMATCH).raw(&piece.text);
                coded.findings.push(told.with("criterion", criterion).with("other", other));
            }
            None => self.check_order(at, piece, criterion, coded),
        }
    }

    /// Whether the title is what the same code is called in another framework, word for word, and not here. The code stands, and it is told.
    fn borrowed(&self, piece: &Piece, criterion: Criterion, words: &str, own: f64, coded: &mut Coded) -> bool {
        let of_other = |framework: &&Framework| {
            let title = framework.title_of(criterion).filter(|_| framework.id != self.framework.id);
            title.is_some_and(|title| likeness(words, &text::fold(title)) > own.max(BORROWED))
        };
        // Two of its own kind may stand for each other: told is one that the school could have copied from.
        let Some(other) = self.frameworks.all.iter().find(of_other) else { return false };
        let told = Finding::new(&finding::OTHER_FRAMEWORK_TITLE).raw(&piece.text);
        coded.findings.push(told.with("other", &other.title).with("framework", &self.framework.title));
        true
    }

    /// A second 1.1 between 1.9 and the next standard is 1.10, in a table that writes it so nowhere.
    fn check_order(&self, at: usize, piece: &Piece, criterion: Criterion, coded: &mut Coded) {
        let Some(longer) = ten_fold(criterion).filter(|longer| self.exists(*longer) && !self.sequence.contains(&Some(*longer))) else {
            return;
        };
        if self.seen.contains(&criterion) && self.comes_late(criterion) && !self.next_is_within(at, criterion) {
            coded.criteria.clear();
            self.restore(piece, longer, "theo thứ tự, sau 1.9", coded);
        }
    }

    /// Chooses among the readings of a stored value, or says that nothing decides.
    fn decide(&self, at: usize, row: &LogicalRow, piece: &Piece, candidates: &[Option<Criterion>], coded: &mut Coded) {
        let mut candidates: Vec<Criterion> = candidates.iter().flatten().copied().filter(|criterion| self.exists(*criterion)).collect();
        candidates.sort();
        candidates.dedup();
        let by_order = |criterion: &Criterion| self.fits_order(at, *criterion);
        let titled =
            title_words(&piece.text).and_then(|words| self.names.titled(&words)).filter(|criterion| candidates.contains(criterion));
        // "Tiêu chuẩn 5" above the fifth of March: 5.3.
        let mut here = candidates.iter().copied().filter(|criterion| row.standard.is_some() && criterion.standard() == row.standard);
        let of_standard = here.next().filter(|_| here.next().is_none());
        let decided = match candidates[..] {
            [] => None,
            [only] => Some((only, "chỉ có một cách hiểu")),
            _ if let Some(titled) = titled => Some((titled, "theo tên tiêu chí")),
            _ if let Some(only) = of_standard => Some((only, "theo tiêu chuẩn ghi ở trên")),
            _ => {
                let fitting: Vec<Criterion> = candidates.iter().copied().filter(by_order).collect();
                let left: Vec<Criterion> = candidates.iter().copied().filter(|criterion| !self.against_order(at, *criterion)).collect();
                let rising = self.only_rising(at).filter(|criterion| candidates.contains(criterion));
                match (&fitting[..], &left[..]) {
                    _ if let Some(rising) = rising => Some((rising, "theo thứ tự các dòng")),
                    ([only], _) => Some((*only, "theo thứ tự các dòng")),
                    // Every other reading would turn back in a table whose codes have only risen.
                    ([], [only]) if self.rising && self.seen.len() >= FEWEST_RISING => Some((*only, "theo thứ tự các dòng")),
                    _ => None,
                }
            }
        };
        match decided {
            Some((criterion, how)) if matches!(piece.kind, CellKind::Date(_)) || Some(criterion) != piece.text.parse().ok() => {
                self.restore(piece, criterion, how, coded)
            }
            Some((criterion, _)) => coded.criteria.push(criterion),
            None => {
                coded.refused = true;
                let first = candidates.first().map_or("?".to_owned(), Criterion::to_string);
                let second = candidates.last().map_or("?".to_owned(), Criterion::to_string);
                coded.standard = candidates.first().and_then(|criterion| criterion.standard()).or(coded.standard);
                coded.findings.push(Finding::new(&finding::CODE_AMBIGUOUS).raw(&piece.text).with("first", first).with("second", second));
            }
        }
    }

    fn restore(&self, piece: &Piece, criterion: Criterion, how: &str, coded: &mut Coded) {
        coded.criteria.push(criterion);
        coded.findings.push(Finding::new(&finding::CODE_RESTORED).raw(&piece.text).with("criterion", criterion).with("how", how));
    }

    /// The reading of a row in the one way to read all codes of the table so that they never fall.
    fn only_rising(&self, at: usize) -> Option<Criterion> {
        let known: Vec<Criterion> =
            self.readings.iter().filter_map(|readings| if let [only] = readings[..] { Some(only) } else { None }).collect();
        if known.len() < FEWEST_RISING {
            return None;
        }
        // What each row may be behind those above it, and before those below it.
        let mut lowest = None;
        let mut least: Vec<Option<Criterion>> = Vec::with_capacity(self.readings.len());
        for readings in &self.readings {
            lowest = if readings.is_empty() {
                lowest
            } else {
                Some(readings.iter().copied().filter(|own| lowest.is_none_or(|low| low <= *own)).min()?)
            };
            least.push(lowest);
        }
        let mut highest = None;
        let mut most: Vec<Option<Criterion>> = vec![None; self.readings.len()];
        for (place, readings) in self.readings.iter().enumerate().rev() {
            highest = if readings.is_empty() {
                highest
            } else {
                Some(readings.iter().copied().filter(|own| highest.is_none_or(|high| *own <= high)).max()?)
            };
            most[place] = highest;
        }
        (least.get(at)? == most.get(at)?).then(|| least[at]).flatten()
    }

    /// Whether the code before it is no lower, or the next no higher.
    fn against_order(&self, at: usize, criterion: Criterion) -> bool {
        let next = self.sequence[at + 1..].iter().flatten().copied().find(|next| ten_fold(*next).is_none_or(|longer| !self.exists(longer)));
        self.previous.is_some_and(|previous| previous >= criterion) || next.is_some_and(|next| next <= criterion)
    }

    /// Strictly between its neighbours in a table whose codes rise. A neighbour that is itself undecided says nothing.
    fn fits_order(&self, at: usize, criterion: Criterion) -> bool {
        let next = self.sequence[at + 1..].iter().flatten().copied().find(|next| ten_fold(*next).is_none_or(|longer| !self.exists(longer)));
        let after_previous = self.previous.map(|previous| previous < criterion);
        let before_next = next.map(|next| criterion < next);
        let same_standard = |other: Option<Criterion>| other.and_then(Criterion::standard) == criterion.standard();
        // A neighbour of the same standard is evidence; one of another standard only agrees with every reading.
        match (after_previous, before_next) {
            (Some(false), _) | (_, Some(false)) => false,
            _ => same_standard(self.previous) || same_standard(next) || matches!(criterion, Criterion::Level4 { .. }),
        }
    }

    fn comes_late(&self, criterion: Criterion) -> bool {
        self.previous.is_some_and(|previous| {
            previous.standard() == criterion.standard()
                && previous > criterion
                && ten_fold(criterion).is_some_and(|longer| previous < longer)
        })
    }

    fn next_is_within(&self, at: usize, criterion: Criterion) -> bool {
        self.sequence[at + 1..].iter().flatten().next().is_some_and(|next| {
            next.standard() == criterion.standard() && *next > criterion && ten_fold(criterion).is_some_and(|longer| *next < longer)
        })
    }

    fn exists(&self, criterion: Criterion) -> bool {
        self.framework.title_of(criterion).is_some()
    }
}

/// What a day may have been typed as: the first of October is 1.10, or 10.1.
fn of_day(day: i8, month: i8) -> [Option<Criterion>; 2] {
    [numbered(day, month), numbered(month, day)]
}

/// "Cùng tiêu chí", "Tiêu chí trên": that of the row above.
fn is_same(text: &str) -> bool {
    const LONGEST: usize = "cungtieuchitren".len();
    !text::has_more_letters(text, LONGEST)
        && matches!(
            text::fold(text).as_str(),
            "cung tieu chi" | "cung tieu chi tren" | "tieu chi tren" | "tieu chi nhu tren" | "nhu tieu chi tren"
        )
}

/// A code as people write it where codes belong, and nobody would elsewhere: `II.3`, `1-10`, `01.10`, `Tiêu chí 2/3`; in the Mức 4 list `K.2`, `Mục 2`.
fn written_otherwise(text: &str, row: &LogicalRow) -> Option<Criterion> {
    const LONGEST: usize = "tieuchixxxx".len();
    if text::has_more_letters(text, LONGEST) {
        return None;
    }
    let folded = text::fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let parts = match words[..] {
        ["tieu", "chi", ref parts @ ..] | ["tc", ref parts @ ..] => parts,
        ref parts => parts,
    };
    if row.band == Some(LevelBand::Four) {
        let ["k" | "muc" | "diem" | "y" | "khoan", item] = *parts else { return None };
        return item.parse().ok().map(|item| Criterion::Level4 { item });
    }
    let [standard, number] = *parts else { return None };
    // "l.5", "1.lO": letters that look like the figures.
    let figures = |part: &str| {
        let alike = part.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, 'l' | 'o'));
        if alike { part.replace('l', "1").replace('o', "0") } else { part.to_owned() }
    };
    let (standard, number) = (&*figures(standard), &*figures(number));
    let roman = ["i", "ii", "iii", "iv", "v"].iter().position(|roman| *roman == standard).and_then(|at| u8::try_from(at + 1).ok());
    let standard = roman.or_else(|| standard.parse().ok()).filter(|_| standard.len() <= 3)?;
    let number = number.parse().ok().filter(|_| number.len() <= 2)?;
    // Between `1-10` and "1 to 10" the standard above decides.
    let apart = row.standard.is_some_and(|above| above != standard);
    let marked = text.trim().chars().filter(|letter| matches!(letter, '.' | '-' | '–' | '/' | ';' | ',')).count() == 1;
    (marked && !apart).then_some(Criterion::Numbered { standard, number })
}

/// What the code of a row may be: of a day both codes it may have been typed as.
fn readings(row: &LogicalRow, field: Field, framework: &Framework) -> Vec<Criterion> {
    let Some(piece) = row.pieces.get(&field).filter(|piece| !piece.text.is_empty()) else { return Vec::new() };
    let mut found: Vec<Criterion> = match piece.kind {
        CellKind::Date(date) => of_day(date.day(), date.month()).into_iter().flatten().collect(),
        _ => match day_and_month(&piece.text) {
            Some((day, month)) => of_day(day, month).into_iter().flatten().collect(),
            None => naive(row, field).into_iter().collect(),
        },
    };
    found.retain(|criterion| framework.title_of(*criterion).is_some());
    found.sort();
    found.dedup();
    found
}

fn naive(row: &LogicalRow, field: Field) -> Option<Criterion> {
    let piece = row.pieces.get(&field)?;
    match piece.kind {
        CellKind::Date(_) => None,
        CellKind::Number { value, .. } if value.fract() != 0.0 => piece.text.parse().ok(),
        _ if is_day(&piece.text) => None,
        _ => phrase::criterion::parse(&piece.text, row.standard, row.band).criterion,
    }
}

fn numbered(standard: i8, number: i8) -> Option<Criterion> {
    Some(Criterion::Numbered { standard: u8::try_from(standard).ok()?, number: u8::try_from(number).ok()? })
}

/// 1.1 → 1.10, what a number loses at its end.
fn ten_fold(criterion: Criterion) -> Option<Criterion> {
    match criterion {
        Criterion::Numbered { standard, number } if number < 10 => Some(Criterion::Numbered { standard, number: number * 10 }),
        _ => None,
    }
}

/// Whether a text that names no criterion names a whole standard: "Tiêu chuẩn 3".
pub(super) fn standard_of(text: &str, band: Option<LevelBand>) -> Option<u8> {
    phrase::criterion::parse(text, None, band).standard
}

/// "Thiết bị - 3.5", "Thư viện (3.6)": where codes belong, a code may stand behind the name.
fn closing_code(text: &str) -> Option<Criterion> {
    let text = text.trim().trim_end_matches([')', ']', '.', ' ']);
    let (name, code) = text.rsplit_once(['(', '[', '-', '–', ':'])?;
    // "Tiêu chuẩn 3 - 1.1": one of the two was typed wrong.
    let named = name.chars().filter(|letter| letter.is_alphabetic()).count() >= 4 && !text::fold(name).starts_with("tieu chuan");
    code.trim().parse().ok().filter(|_| named && code.contains('.'))
}
