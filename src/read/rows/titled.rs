//! A row that is nothing but a title in, the criterion or the standard it heads the rows below it with out: "Tiêu chí 1.7. Quản lý cán bộ",
//! "3.5. Thiết bị", "Thư viện". Only of tables without a column of criteria: there the titles stand among the work.

use super::standard;
use super::wording::without_entry;
use super::wording::{criterion_of_its_own, starts_low};
use super::{Line, Physical, Piece, Reason, is_code_field, is_of_heading, primary, work};
use crate::form::Field;
use crate::framework::Framework;
use crate::model::{Address, Criterion, FormKind, LevelBand};
use crate::phrase;
use crate::read::grid::{CellKind, Grid};
use crate::read::header::Header;
use crate::read::names::{Names, title_words};
use crate::text::{fold, has_more_letters};

/// A longer text is no title.
const LONGEST: usize = 300;

pub(super) struct Titles<'a> {
    framework: &'a Framework,
    header: &'a Header<'a>,
    grid: &'a Grid,
    /// Most rows that are nothing but "1.7. …" have the names of those criteria: the others are named in words of the school's.
    coded: bool,
    /// The same of "Tiêu chí 1.7: …".
    worded: bool,
    /// Some rows are nothing but "1.7" over work with numbers of its own.
    bare: bool,
    /// Most rows that are nothing but words over work have the names of criteria: what the others say is no work, and of no criterion above them.
    named: bool,
    /// Works count themselves "1", "2", "3": "I | CƠ SỞ VẬT CHẤT" among them is none.
    counted: bool,
}

impl<'a> Titles<'a> {
    pub fn of(framework: &'a Framework, names: &Names, header: &'a Header<'a>, grid: &'a Grid, rows: &[Physical]) -> Self {
        const FEWEST: usize = 2;
        let mut titles = Titles { framework, header, grid, coded: false, worded: false, bare: false, named: false, counted: false };
        let dotted = || rows.iter().filter_map(|row| titles.only_text(row)).filter_map(|(text, _)| titles.dotted(text));
        let named = dotted().filter(|(criterion, words)| names.is_of(words, *criterion)).count();
        titles.coded = named > 0 && named * 2 >= dotted().count();
        let worded = || rows.iter().filter_map(|row| titles.only_text(row)).filter_map(|(text, _)| worded(without_entry(text)));
        let named = worded().filter(|(criterion, words)| names.is_of(words, *criterion)).count();
        titles.worded = named > 0 && named * 2 >= worded().count();
        let over = || rows.windows(2).filter(|pair| titles.is_numbered_work(&pair[1])).map(|pair| &pair[0]);
        let bare = over().filter(|row| titles.bare_code(row).is_some()).count() >= FEWEST;
        let words = || over().filter_map(|row| titles.only_words(row));
        let names = words().filter(|text| standard::criterion_titled(framework, None, text).is_some()).count();
        let named = names >= FEWEST && names * 3 >= words().count() * 2;
        let counted = over().count() >= FEWEST;
        (titles.bare, titles.named, titles.counted) = (bare, named, counted);
        titles
    }

    /// What stands in the row for the criterion of the rows below it.
    pub fn piece(
        &self,
        names: &Names,
        row: &Physical,
        below: Option<&Physical>,
        in_force: (Option<u8>, Option<LevelBand>),
    ) -> Option<Piece> {
        let named = self.criterion(names, row, below, in_force);
        let piece = named.map(|(text, address)| Piece { text, raw: None, address, kind: CellKind::Text });
        piece.or_else(|| self.code(row, below).cloned())
    }

    /// "1.7", "1 .7", "I.7" and nothing else, over work: the code, where codes stand so in this table.
    fn code<'r>(&self, row: &'r Physical, below: Option<&Physical>) -> Option<&'r Piece> {
        self.bare_code(row).filter(|_| self.bare && below.is_some_and(|below| self.is_numbered_work(below)))
    }

    /// Words alone over work, in a table where such words name criteria, and these name none.
    pub fn is_unknown(&self, row: &Physical, below: Option<&Physical>) -> bool {
        self.named && self.only_words(row).is_some() && below.is_some_and(|below| self.is_numbered_work(below))
    }

    /// "II | CƠ SỞ VẬT CHẤT" and nothing else, in a table whose works have the numbers 1, 2, 3: it heads what follows, of whatever criterion, and
    /// ends the one above.
    pub fn is_part(&self, row: &Physical) -> bool {
        let of_plan = matches!(self.header.form.kind, FormKind::Plan | FormKind::Result);
        let in_capitals = |text: &str| text.contains(' ') && text.chars().all(|letter| !letter.is_lowercase() && !letter.is_numeric());
        let is_title = |text: &str| {
            phrase::criterion::heading(text).is_some()
                || phrase::criterion::band(text).is_some()
                || standard::title_of_standard(self.framework, text).is_some()
                || criterion_of_its_own(text).is_some()
        };
        self.counted && of_plan && roman(row).is_some() && self.only_text(row).is_some_and(|(text, _)| in_capitals(text) && !is_title(text))
    }

    /// Whether a part is one of the criterion above: the first of them, "I", stands right below its title.
    pub fn is_within(lines: &[Line], row: &Physical) -> bool {
        let (number, title) =
            (roman(row), lines.iter().rposition(|line| matches!(line, Line::Left { reason: Reason::CriterionTitle, .. })));
        number.zip(title).is_some_and(|(number, title)| match lines.get(title + 1) {
            None => number == "I",
            Some(line) => matches!(line, Line::Left { reason: Reason::Section, .. }),
        })
    }

    /// A row that is nothing but the code of a criterion.
    fn bare_code<'r>(&self, row: &'r Physical) -> Option<&'r Piece> {
        const LONGEST: usize = 8;
        let (text, address) = self.only_text(row)?;
        let piece = row.pieces.values().find(|piece| piece.address == address && piece.text == text && text.len() <= LONGEST)?;
        if row.texts().iter().filter(|(_, text)| !text.is_empty()).count() > 1 {
            return None;
        }
        let (standard, number) = text.trim_end_matches('.').split_once('.')?;
        let standard = standard::counted(standard.trim())?;
        let number = number.trim().parse::<u8>().ok().filter(|_| number.trim().bytes().all(|digit| digit.is_ascii_digit()))?;
        self.framework.title_of(Criterion::Numbered { standard, number })?;
        Some(piece)
    }

    /// A row that is nothing but words that open with a capital letter, and no title of a standard or a time.
    fn only_words<'r>(&self, row: &'r Physical) -> Option<&'r str> {
        let (text, _) = self.only_text(row)?;
        let filled = row.texts().iter().filter(|(_, text)| !text.is_empty()).count();
        let is_title = || phrase::criterion::heading(text).is_some() || standard::title_of_standard(self.framework, text).is_some();
        (filled == 1 && text.starts_with(char::is_uppercase) && text.contains(' ') && !is_title()).then_some(text)
    }

    /// Work with a number of its own, in a table where the numbers of works are no codes.
    fn is_numbered_work(&self, row: &Physical) -> bool {
        let number = row.text(Field::Ordinal).trim_end_matches(['.', ')', ' ']);
        !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()) && self.is_work(row)
    }

    /// What the row says of the criterion of the rows below it, and where.
    pub fn criterion(
        &self,
        names: &Names,
        row: &Physical,
        below: Option<&Physical>,
        (standard, band): (Option<u8>, Option<LevelBand>),
    ) -> Option<(String, Address)> {
        let Some((text, address)) = self.only_text(row) else {
            return self.beside_what_is_said_of_it(names, row, standard, band).filter(|_| below.is_some_and(|below| self.is_work(below)));
        };
        if let Some((criterion, words)) = self.numbered(row, text).filter(|(criterion, words)| names.is_of(words, *criterion)) {
            return Some((format!("Tiêu chí {criterion}: {words}"), address));
        }
        if let Some((criterion, _)) = self.dotted(text).filter(|(criterion, words)| self.coded || names.is_of(words, *criterion)) {
            let name = text.trim_start_matches(|letter: char| !letter.is_alphabetic());
            return Some((format!("Tiêu chí {criterion}: {name}"), address));
        }
        let bare = without_entry(text);
        if opens_with_its_word(bare) {
            let named = phrase::criterion::parse(bare, standard, band);
            let is_name = || match (named.criterion, title_words(bare)) {
                (_, None) => true,
                (Some(criterion), Some(words)) => names.is_of(&words, criterion),
                (None, Some(_)) => false,
            };
            let heads = || {
                let over_work = || below.is_some_and(|below| self.is_work(below));
                self.is_wide(address) || !self.holds_work(address) || is_name() || self.worded || over_work()
            };
            return (named.criterion.is_some() || named.level4_item.is_some())
                .then_some(())
                .filter(|()| heads())
                .map(|()| (bare.to_owned(), address));
        }
        let criterion = standard::criterion_titled(self.framework, standard, text)?;
        Some((format!("Tiêu chí {criterion}: {text}"), address))
    }

    /// "Tiêu chí 1.1: Phương hướng, chiến lược | | Chưa rà soát chiến lược": the name of a criterion where the work stands, and beside it what is
    /// said of the criterion.
    fn beside_what_is_said_of_it(
        &self,
        names: &Names,
        row: &Physical,
        standard: Option<u8>,
        band: Option<LevelBand>,
    ) -> Option<(String, Address)> {
        let work = work(self.header).filter(|work| !is_code_field(primary(self.header)) && !is_of_heading(*work))?;
        let only_said = row.money.is_empty()
            && row
                .pieces
                .iter()
                .all(|(field, piece)| *field == work || *field == Field::Ordinal || is_of_heading(*field) || piece.text.is_empty());
        let piece = row.pieces.get(&work).filter(|_| only_said)?;
        let bare = without_entry(&piece.text);
        let named = match self.dotted(bare) {
            Some((criterion, words)) => names.opens(&words, criterion),
            None => {
                let criterion = phrase::criterion::parse(bare, standard, band).criterion.filter(|_| opens_with_its_word(bare))?;
                title_words(bare).is_none_or(|words| names.opens(&words, criterion))
            }
        };
        named.then(|| (bare.to_owned(), piece.address))
    }

    /// The standard whose whole title the row is: "1 | Tổ chức và quản lý nhà trường" over "1.7", too.
    pub fn standard(&self, row: &Physical, in_force: Option<u8>) -> Option<(u8, String, Address)> {
        let (number, (text, address)) = match self.only_text(row) {
            Some(only) => (None, only),
            None => self.beside_number(row)?,
        };
        let named = standard::title_of_standard(self.framework, text);
        // "II | Đội ngũ cán bộ, giáo viên" behind the first standard, in the school's own words.
        let next = || number.filter(|number| self.is_next(row, *number, in_force) && phrase::criterion::band(text).is_none());
        // "II | Cơ sở vật chất và thiết bị dạy học": the second of those the school plans for, whatever number the circular gives it.
        Some((named.or_else(next)?, text.to_owned(), address))
    }

    /// Whether a self-assessment counts its standards in Roman figures, this being the next.
    fn is_next(&self, row: &Physical, number: u8, in_force: Option<u8>) -> bool {
        let roman = row.texts().first().is_some_and(|(_, text)| text.starts_with(['I', 'V']));
        let known = self.framework.standards.iter().any(|standard| standard.number == number);
        roman && known && self.header.form.kind == FormKind::Assessment && number == in_force.unwrap_or_default() + 1
    }

    /// Where codes stand: the one text of a row in their column or before it, and the number before it.
    fn beside_number<'r>(&self, row: &'r Physical) -> Option<(Option<u8>, (&'r str, Address))> {
        let key = self.header.column(Field::Criterion).filter(|key| primary(self.header) == key.field)?;
        let texts = row.texts();
        let mut filled = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let (first, second) = (filled.next()?, filled.next());
        let number = |text: &str| standard::counted(text.trim_end_matches('.'));
        let (number, (address, text)) = match second {
            None => {
                let (number, title) = standard::numbered_title(first.1);
                return (first.0.column <= key.column && !has_more_letters(title, LONGEST)).then_some((number, (title, first.0)));
            }
            Some(second) => (Some(number(first.1)?), second),
        };
        (filled.next().is_none() && !has_more_letters(text, LONGEST)).then_some((number, (text, address)))
    }

    /// The one text of a row, where a title may stand and nothing beside it but the number of an entry.
    fn only_text<'r>(&self, row: &'r Physical) -> Option<(&'r str, Address)> {
        if is_code_field(primary(self.header)) {
            return None;
        }
        let texts = row.texts();
        let mut filled = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let (first, second) = (filled.next()?, filled.next());
        let (address, text) = match second {
            None => first,
            Some(second) if self.header.field_at(first.0.column) == Some(Field::Ordinal) => second,
            Some(_) => return None,
        };
        let titled = match self.header.field_at(address.column) {
            None => true,
            Some(field) => matches!(
                field,
                Field::Ordinal
                    | Field::Task
                    | Field::Planned
                    | Field::Content
                    | Field::Evidence
                    | Field::EvidenceCode
                    | Field::Weakness
                    | Field::Target
            ),
        };
        (filled.next().is_none() && (titled || self.is_wide(address)) && !has_more_letters(text, LONGEST)).then_some((text, address))
    }

    /// "1.7 | Quản lý cán bộ, giáo viên và nhân viên": the number beside the name.
    fn numbered(&self, row: &Physical, text: &str) -> Option<(Criterion, String)> {
        let number = row.text(Field::Ordinal).trim_end_matches('.');
        let criterion = number.parse::<Criterion>().ok().filter(|_| number.contains('.') && number != text)?;
        self.framework.title_of(criterion)?;
        Some((criterion, fold(text)))
    }

    /// "1.7. Quản lý cán bộ, giáo viên và nhân viên": the code, and the name behind it, folded.
    fn dotted(&self, text: &str) -> Option<(Criterion, String)> {
        let name = text.find(char::is_alphabetic)?;
        let code = text[..name].trim_end_matches(['.', ')', ':', '-', '–', ' ']);
        let criterion = code.parse::<Criterion>().ok().filter(|_| code.contains('.'))?;
        self.framework.title_of(criterion)?;
        Some((criterion, fold(&text[name..])))
    }

    fn is_wide(&self, address: Address) -> bool {
        self.grid.merge_at(address).is_some_and(|area| area.columns() > 1)
    }

    fn holds_work(&self, address: Address) -> bool {
        work(self.header).and_then(|work| self.header.column(work)).is_some_and(|work| work.column == address.column)
    }

    /// A row that tells more of its work than the words, and whose words name no criterion: what is above it may be its title.
    fn is_work(&self, row: &Physical) -> bool {
        let task = work(self.header).map_or("", |work| row.text(work));
        !task.is_empty() && row.content() >= 2 && !starts_low(task) && !opens_with_its_word(without_entry(task))
    }
}

/// "II", "IV." where the number of a row stands.
fn roman(row: &Physical) -> Option<&str> {
    let number = row.text(Field::Ordinal).trim_end_matches(['.', ')', ' ']);
    (matches!(number.len(), 1..=4) && number.bytes().all(|letter| b"IVX".contains(&letter))).then_some(number)
}

/// "Tiêu chí 1.7: Quản lý cán bộ": the code, and the name behind it, folded.
fn worded(text: &str) -> Option<(Criterion, String)> {
    let criterion = phrase::criterion::parse(text, None, None).criterion.filter(|_| opens_with_its_word(text))?;
    Some((criterion, title_words(text)?))
}

/// "Tiêu chí 1.7", "TC 1.7", "Khoản 2", "PHIẾU TIÊU CHÍ 1.7".
fn opens_with_its_word(text: &str) -> bool {
    const OPENING: usize = 48;
    let opening: String = text.chars().take(OPENING).collect();
    let folded = fold(&opening);
    let counts = |rest: &str| rest.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    let opens = |word: &str| folded.strip_prefix(word).is_some_and(counts);
    ["tieu chi", "tc", "t chi", "khoan", "tieu chi so"].into_iter().any(opens)
        || folded.starts_with("phieu") && folded.split_once(" tieu chi").is_some_and(|(_, rest)| counts(rest))
}
