//! A name as files write it in, the schools of the register it can mean out.

use std::collections::{BTreeMap, BTreeSet};

use rapidfuzz::distance::osa;
use unicode_normalization::UnicodeNormalization;

use super::Match;
use crate::model::{School, SchoolKind};
use crate::phrase;
use crate::text;

/// From this likeness on two names differ by a slip of the pen only.
const SLIP: f64 = 0.92;

/// Every name of every school.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    by_name: BTreeMap<String, Vec<Named>>,
}

/// One school that has the name.
#[derive(Debug, Clone)]
struct Named {
    school: usize,
    kind: Option<SchoolKind>,
    /// The name it has in the list, not another name of it.
    principal: bool,
    /// Where the school of this name lies or lay.
    communes: [String; 2],
}

impl Names {
    pub fn of(schools: &[School]) -> Names {
        let mut names = Names::default();
        for (at, school) in schools.iter().enumerate() {
            names.add(at, school);
        }
        names
    }

    /// The names of a school, as names of the one at this place: its own, or of one that has become part of it.
    pub fn add(&mut self, at: usize, school: &School) {
        let communes = [&school.commune, &school.geography.commune_before].map(|commune| commune_key(commune));
        let all = [&school.name].into_iter().chain(&school.aliases);
        for (name, principal) in all.zip([true].into_iter().chain(std::iter::repeat(false))) {
            let (kind, key) = key(name);
            if key.is_empty() {
                continue;
            }
            // The list may call a school THCS whose name says TH&THCS: files may follow either.
            let kinds: BTreeSet<Option<SchoolKind>> =
                if principal { [school.kind.or(kind), kind.or(school.kind)].into() } else { [kind.or(school.kind)].into() };
            let named = |principal: bool| {
                let communes = communes.clone();
                kinds.iter().map(move |kind| Named { school: at, kind: *kind, principal, communes: communes.clone() })
            };
            // "TH TT Sìn Hồ" is first of all the one of the town.
            if phrase::school::parse(name).of_town {
                self.by_name.entry(town(&key)).or_default().extend(named(principal));
                self.by_name.entry(key).or_default().extend(named(false));
            } else {
                self.by_name.entry(key).or_default().extend(named(principal));
            }
        }
    }

    pub fn find<'a>(&self, schools: &'a [School], kind: Option<SchoolKind>, name: &str, commune: Option<&str>) -> Match<'a> {
        let (own_kind, wanted) = key(name);
        let kind = kind.or(own_kind);
        // The commune may stand behind the name: "Trường Tiểu học Bình Minh, xã Ban Mai".
        let folded = text::fold(name);
        let commune = commune.map(commune_key).or_else(|| without_commune(&folded).map(|(_, commune)| commune.to_owned()));
        let exact = self.exact(schools, kind, &wanted, commune.as_deref());
        if exact != Match::None {
            return exact;
        }
        if let Some((shorter, commune)) = without_commune(&wanted) {
            let exact = self.exact(schools, kind, shorter, Some(commune));
            if exact != Match::None {
                return exact;
            }
        }
        let before_commune = self.before_commune(schools, kind, &wanted);
        if before_commune != Match::None {
            return before_commune;
        }
        match self.reordered(schools, kind, &wanted) {
            Match::None => self.close(schools, kind, &wanted),
            found => found,
        }
    }

    /// "Kim Đồng - Thanh Bình", "Kim Đồng (Thanh Bình)": the name, and behind it the commune that the list has of it.
    fn before_commune<'a>(&self, schools: &'a [School], kind: Option<SchoolKind>, name: &str) -> Match<'a> {
        let signs = [' ', '-', ',', '(', ')'];
        let behind = |known: &str| {
            let rest = name.strip_prefix(known)?.strip_prefix(signs)?.trim_matches(signs);
            (!rest.is_empty()).then(|| commune_key(rest))
        };
        let of_commune = self.by_name.iter().filter(|(known, _)| !known.is_empty()).filter_map(|(known, named)| {
            let commune = behind(known)?;
            Some(named.iter().filter(move |named| named.communes.contains(&commune) && fits(named.kind, kind)))
        });
        let found: BTreeSet<usize> = of_commune.flatten().map(|named| named.school).collect();
        match matched(schools, &found, Match::One) {
            Match::Several(_) => Match::None,
            one_or_none => one_or_none,
        }
    }

    /// `Số 1 Hòa Bình`, `Hòa Bình I` of "Hòa Bình số 1", `A Tân Lập` of "Tân Lập A", `19 tháng 5` of "19/5", `X. Pa Khóa` of "xã Pa Khóa": the same words, and
    /// the number or letter elsewhere or written otherwise, or what sort of place it is left out. Within one kind only, where a single school is called so.
    fn reordered<'a>(&self, schools: &'a [School], kind: Option<SchoolKind>, name: &str) -> Match<'a> {
        if kind.is_none() || name.is_empty() {
            return Match::None;
        }
        let wanted = Apart::of(name);
        let called = |fits: &dyn Fn(&Apart<'_>) -> bool| {
            let of_kind = self.by_name.iter().filter(|(known, _)| fits(&Apart::of(known)));
            let found: BTreeSet<usize> =
                of_kind.flat_map(|(_, named)| named).filter(|named| named.kind == kind).map(|named| named.school).collect();
            match matched(schools, &found, Match::Close) {
                Match::Several(_) => Match::None,
                one_or_none => one_or_none,
            }
        };
        let same = |known: &Apart<'_>| known.plain == wanted.plain && known.telling == wanted.telling;
        // "Trường MN Thị trấn", where the list has one of a town.
        let nameless = |known: &Apart<'_>| wanted.plain.is_empty() && wanted.place.is_some() && known.place == wanted.place;
        [
            called(&|known| same(known) && known.place == wanted.place),
            called(&|known| same(known) && (known.place.is_none() || wanted.place.is_none())),
            called(&|known| nameless(known) && known.telling == wanted.telling),
        ]
        .into_iter()
        .find(|found| *found != Match::None)
        .unwrap_or(Match::None)
    }

    /// A boarding school of the peoples, whose levels one paper names and another does not: "PTDTNT huyện Sìn Hồ" is "PTDTNT THCS huyện Sìn Hồ".
    pub fn find_boarding<'a>(&self, schools: &'a [School], name: &str) -> Match<'a> {
        let boards = |school: &School| phrase::school::parse(&school.name).short.is_some_and(|short| short.starts_with("ptdtnt"));
        let (_, wanted) = key(name);
        let wanted = Apart::of(&wanted);
        let same = |key: &str| {
            let known = Apart::of(key);
            known.plain == wanted.plain && known.telling == wanted.telling
        };
        let of_name = self.by_name.iter().filter(|(known, _)| same(known)).flat_map(|(_, named)| named);
        let found: BTreeSet<usize> = of_name.map(|named| named.school).filter(|school| boards(&schools[*school])).collect();
        match matched(schools, &found, Match::Close) {
            Match::Several(_) => Match::None,
            one_or_none => one_or_none,
        }
    }

    fn exact<'a>(&self, schools: &'a [School], kind: Option<SchoolKind>, name: &str, commune: Option<&str>) -> Match<'a> {
        let mut named: Vec<Named> = self.by_name.get(name).into_iter().flatten().filter(|named| fits(named.kind, kind)).cloned().collect();
        // Each narrows only where it leaves somebody: the same kind, the name of the list, the commune.
        narrow(&mut named, |named| kind.is_some() && named.kind == kind);
        narrow(&mut named, |named| commune.is_some_and(|commune| named.communes.iter().any(|known| known == commune)));
        narrow(&mut named, |named| named.principal);
        let found: BTreeSet<usize> = named.iter().map(|named| named.school).collect();
        matched(schools, &found, Match::One)
    }

    /// A slip is forgiven within one kind only, where a single school is near.
    fn close<'a>(&self, schools: &'a [School], kind: Option<SchoolKind>, name: &str) -> Match<'a> {
        if kind.is_none() || name.is_empty() {
            return Match::None;
        }
        let near =
            |known: &str| telling_words(known) == telling_words(name) && osa::normalized_similarity(known.chars(), name.chars()) >= SLIP;
        let of_kind = self.by_name.iter().filter(|(_, named)| named.iter().any(|named| named.kind == kind));
        let found: BTreeSet<usize> = of_kind
            .filter(|(known, _)| near(known))
            .flat_map(|(_, named)| named)
            .filter(|named| named.kind == kind)
            .map(|named| named.school)
            .collect();
        match matched(schools, &found, Match::Close) {
            Match::Several(_) => Match::None,
            one_or_none => one_or_none,
        }
    }
}

fn matched<'a>(schools: &'a [School], found: &BTreeSet<usize>, one: impl Fn(&'a School) -> Match<'a>) -> Match<'a> {
    let mut found = found.iter().map(|at| &schools[*at]);
    match (found.next(), found.next()) {
        (None, _) => Match::None,
        (Some(school), None) => one(school),
        (Some(first), Some(second)) => Match::Several([first, second].into_iter().chain(found).collect()),
    }
}

/// Of schools of one name those that board as the name says: "PTDTNT THCS Ia Grai" beside "THCS Ia Grai". Where none does, a paper has left it out.
pub(super) fn of_boarding<'a>(schools: Vec<&'a School>, boarding: Option<&str>) -> Match<'a> {
    let boards = |school: &&School| phrase::school::parse(&school.name).boarding() == boarding;
    match schools.iter().copied().filter(|school| boards(school)).collect::<Vec<_>>()[..] {
        [] => Match::Several(schools),
        [school] => Match::One(school),
        ref boarding => Match::Several(boarding.to_vec()),
    }
}

/// "Trường MNTT Ánh Dương", where no town is called so: of several schools of the name the one that is private.
pub(super) fn of_private<'a>(schools: Vec<&'a School>) -> Match<'a> {
    let is_private = |school: &&School| phrase::school::parse(&school.name).private;
    match schools.iter().copied().filter(|school| is_private(school)).collect::<Vec<_>>()[..] {
        [school] => Match::One(school),
        _ => Match::Several(schools),
    }
}

/// "Trường TH Thành Đức", where the list has a "Thanh Đức" besides: of several schools that differ in the marks of their names alone, the one
/// whose marks these are. A name without any mark may have been typed without them.
pub(super) fn of_marks<'a>(schools: Vec<&'a School>, name: &str) -> Match<'a> {
    let marked = |school: &&School| phrase::school::parse(&school.name).name.is_some_and(|known| marks(&known) == marks(name));
    match schools.iter().copied().filter(|school| !name.is_ascii() && marked(school)).collect::<Vec<_>>()[..] {
        [school] => Match::One(school),
        _ => Match::Several(schools),
    }
}

/// The marks of a word, in one order.
pub(super) type Marks = Vec<char>;

/// The marks of each word, wherever in it they stand: "Hòa" has those of "Hoà".
pub(super) fn marks(name: &str) -> Vec<Marks> {
    let of_word = |word: &str| {
        let mut marks: Vec<char> = word.to_lowercase().nfd().filter(|letter| !letter.is_ascii()).collect();
        marks.sort_unstable();
        marks
    };
    name.split_whitespace().map(of_word).collect()
}

fn narrow(named: &mut Vec<Named>, keep: impl Fn(&Named) -> bool) {
    if named.iter().any(&keep) {
        named.retain(keep);
    }
}

fn fits(known: Option<SchoolKind>, wanted: Option<SchoolKind>) -> bool {
    known.is_none() || wanted.is_none() || known == wanted
}

/// The kind a name tells, and what of it tells schools of one kind apart.
pub(super) fn key(name: &str) -> (Option<SchoolKind>, String) {
    let phrase = phrase::school::parse(name);
    let rest = text::fold(phrase.name.as_deref().unwrap_or(name));
    let rest = rest.strip_prefix("truong ").unwrap_or(&rest);
    (phrase.kind, rest.to_owned())
}

const COMMUNE_WORDS: [&str; 6] = ["xa", "phuong", "thi tran", "tt", "dac khu", "p"];

/// "Xã Ban Mai" and "Ban Mai" are one commune.
pub(super) fn commune_key(commune: &str) -> String {
    let folded = text::fold(commune);
    let bare = COMMUNE_WORDS.iter().find_map(|word| folded.strip_prefix(word)?.strip_prefix(' '));
    bare.unwrap_or(&folded).to_owned()
}

/// "Ban Mai" of "Xã Ban Mai".
pub(super) fn without_sort(commune: &str) -> &str {
    let trimmed = commune.trim();
    let bare = COMMUNE_WORDS.iter().find_map(|sort| {
        let (end, _) = trimmed.char_indices().nth(sort.chars().count())?;
        let (first, rest) = trimmed.split_at(end);
        (text::fold(first) == *sort).then(|| rest.strip_prefix([' ', '.']))?
    });
    bare.unwrap_or(trimmed).trim()
}

/// "binh minh xa ban mai" is "binh minh" of "ban mai".
fn without_commune(name: &str) -> Option<(&str, &str)> {
    COMMUNE_WORDS
        .iter()
        .filter_map(|word| name.split_once(&format!(" {word} ")))
        .find(|(name, commune)| !name.is_empty() && !commune.is_empty())
}

/// A name taken to pieces.
struct Apart<'a> {
    plain: Vec<&'a str>,
    /// What tells it from others of the same words: its numbers, in figures, and its single letters.
    telling: Vec<&'a str>,
    /// The sort of place it is called after: `xa` of "xã Nậm Pung", `thi tran` of "TT. Sìn Hồ".
    place: Option<&'static str>,
}

impl<'a> Apart<'a> {
    fn of(name: &'a str) -> Self {
        const ROMANS: [&str; 5] = ["i", "ii", "iii", "iv", "v"];
        const FIGURES: [&str; 5] = ["1", "2", "3", "4", "5"];
        let words: Vec<&str> = name.split(' ').collect();
        let is_number = |at: usize| words.get(at).is_some_and(|word| word.bytes().all(|letter| letter.is_ascii_digit()));
        let mut apart = Apart { plain: Vec::new(), telling: Vec::new(), place: None };
        let mut at = 0;
        while let Some(word) = words.get(at).copied() {
            let roman = ROMANS.iter().position(|roman| *roman == word).filter(|_| at + 1 == words.len() && at > 0);
            if let Some((place, length)) = place(&words[at..]) {
                apart.place = Some(place);
                at += length;
                continue;
            }
            match roman {
                Some(number) => apart.telling.push(FIGURES[number]),
                // "Số 1", "19 tháng 5"
                None if word == "so" && is_number(at + 1) || word == "thang" && at > 0 && is_number(at - 1) && is_number(at + 1) => {}
                None if word.len() == 1 || is_number(at) => apart.telling.push(word),
                None => apart.plain.push(word),
            }
            at += 1;
        }
        apart
    }
}

/// The sort of a place that the words open with, and how many words it takes. What is called so must follow, but for a town.
fn place(words: &[&str]) -> Option<(&'static str, usize)> {
    let named = |behind: usize| words.get(behind).is_some_and(|word| word.len() > 1 && !word.bytes().any(|letter| letter.is_ascii_digit()));
    match words {
        ["thi", "tran", ..] => Some(("thi tran", 2)),
        ["tt", ..] if named(1) => Some(("thi tran", 1)),
        ["xa" | "x", ..] if named(1) => Some(("xa", 1)),
        ["huyen", ..] if named(1) => Some(("huyen", 1)),
        _ => None,
    }
}

/// Whether a school is called after a town: "Trường TH số 1 thị trấn Sìn Hồ".
pub(super) fn is_of_town(name: &str) -> bool {
    phrase::school::parse(name).of_town || Apart::of(&key(name).1).place == Some("thi tran")
}

/// "thi tran sin ho" of "sin ho".
pub(super) fn town(name: &str) -> String {
    format!("thi tran {name}")
}

/// Numbers and single letters tell schools apart that are otherwise of one name: `so 1`, `A`.
fn telling_words(name: &str) -> Vec<&str> {
    name.split(' ').filter(|word| word.len() == 1 || word.bytes().any(|letter| letter.is_ascii_digit())).collect()
}
