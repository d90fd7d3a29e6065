//! Whose table it is: pinned by the office, by code, by letterhead, by file name.

mod broken;
mod file_name;
mod of_others;

use std::collections::BTreeSet;

use self::file_name::{BEFORE, OF_SHEETS, by_file_name, other_in_file_name, without_copy};
use super::Context;
use crate::finding::{self, Finding, Rule};
use crate::form::Stamp;
use crate::model::{Address, School, SchoolYear};
use crate::phrase;
use crate::phrase::school::SchoolPhrase;
use crate::register::Match;
use crate::text;

/// The school of a table, or none, and what there is to say about it.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub school: Option<School>,
    pub findings: Vec<Finding>,
}

/// Finds the school that the stamp, `lines` (letterheads, nearest last) and the file's name speak of.
pub(super) fn school(file: &str, lines: &[(Address, String)], stamp: Option<&Stamp>, context: &Context<'_>) -> Named {
    let mut named = Named::default();
    if let Some(pin) = context.settings.school_of(file) {
        named.school = context.register.by_code(pin).cloned();
        if named.school.is_some() {
            return named;
        }
    }
    if let Some(named) = stamp.and_then(|stamp| by_stamp(stamp, lines, context)) {
        return named;
    }
    let beside = || lines.windows(2).rev().find_map(|pair| by_code_beside(pair, context));
    if let Some(school) = lines.iter().rev().find_map(|(_, line)| by_code(line, context)).or_else(beside) {
        named.school = Some(school);
        return named;
    }
    let surroundings = surroundings(file, lines);
    let (others, own): (Vec<usize>, Vec<usize>) = (0..lines.len()).rev().partition(|at| of_others::is_named_beside(&lines[*at].1));
    if by_lines(file, (lines, &own), &surroundings, context, &mut named) {
        return named;
    }
    by_file_name(file, &surroundings, context, &mut named);
    // The only school that is named anywhere.
    if named.school.is_none() && named.findings.is_empty() {
        by_lines(file, (lines, &others), &surroundings, context, &mut named);
    }
    named
}

/// By the first of the lines, in the order in which they are given, that names a school.
fn by_lines(
    file: &str,
    (lines, order): (&[(Address, String)], &[usize]),
    surroundings: &str,
    context: &Context<'_>,
    named: &mut Named,
) -> bool {
    for at in order {
        let (address, line) = &lines[*at];
        let phrase = broken::phrase(lines, *at, context);
        if by_name(&phrase, surroundings, context, named) {
            if let Some(finding) = named.findings.last_mut() {
                finding.cell = Some(*address);
            }
            let told = named.school.as_ref().and_then(|school| other_in_file_name(file, school, context));
            named.findings.extend(told.map(|told| Finding { cell: Some(*address), ..told.raw(line) }));
            return true;
        }
    }
    false
}

/// Why a table has no school: nobody is named, or a name that several schools bear.
pub(super) fn unknown(named: &Named) -> &'static Rule {
    let is_ambiguous = named.findings.iter().any(|finding| finding.rule == &finding::SCHOOL_AMBIGUOUS);
    if is_ambiguous { &finding::SCHOOL_UNDECIDED } else { &finding::SCHOOL_UNKNOWN }
}

/// "PEACE BILINGUAL SCHOOL – TRƯỜNG TIỂU HỌC SONG NGỮ HÒA BÌNH": the name behind the one in English.
fn own_name(line: &str) -> &str {
    let Some((foreign, own)) = [" – ", " - ", " / "].iter().find_map(|dash| line.split_once(dash)) else { return line };
    let is_foreign = foreign.is_ascii() && text::fold(foreign).split(' ').any(|word| matches!(word, "school" | "kindergarten"));
    if is_foreign { own } else { line }
}

/// The school a form was handed out to, and whether its letterhead says so too.
fn by_stamp(stamp: &Stamp, lines: &[(Address, String)], context: &Context<'_>) -> Option<Named> {
    let code = stamp.school.as_ref()?;
    let written = lines.iter().rev().find_map(|(address, line)| {
        let phrase = phrase::school::parse(line);
        phrase.name.is_some().then_some((*address, phrase))
    });
    if context.register.schools.is_empty() {
        let (_, mut phrase) = written?;
        let of_framework = || context.frameworks.get(&stamp.framework).and_then(|framework| framework.kinds.first().copied());
        phrase.kind = phrase.kind.or_else(of_framework);
        let school = School { id: code.clone(), ..stranger(&phrase, context)? };
        return Some(Named { school: Some(school), findings: Vec::new() });
    }
    let school = context.register.by_code(code)?;
    let mut findings = Vec::new();
    if let Some((address, SchoolPhrase { kind, name: Some(name), .. })) = written {
        let agrees = match context.register.find(kind, &name, None) {
            Match::One(found) | Match::Close(found) => found.id == school.id,
            Match::Several(found) => found.iter().any(|found| found.id == school.id),
            Match::None => kind.is_none(),
        };
        if !agrees {
            let mut told = Finding::new(&finding::STAMP_OTHER_SCHOOL).raw(name).with("stamped", &school.name).of_school(&school.id);
            told.cell = Some(address);
            findings.push(told);
        }
    }
    Some(Named { school: Some(school.clone()), findings })
}

/// From the name of a sheet that names no school itself, as an office keeps a sheet for each: "TH Kim Liên", or "Kim Liên" where the register
/// knows one school of that name.
pub(super) fn by_sheet(sheet: &str, file: &str, context: &Context<'_>) -> Option<Named> {
    // "TH kết quả" is no primary school of that name.
    let sheet = without_copy(sheet).replace(['_', '.'], " ");
    let phrase = phrase::school::parse(sheet.trim());
    let name = phrase.name.as_deref().unwrap_or(sheet.trim());
    let folded = text::fold(name);
    let is_name = |word: &str| !BEFORE.contains(&word) && !OF_SHEETS.contains(&word) && word.chars().any(char::is_alphabetic);
    // "MN Phong Lan" is a school of the register, though "lần 2" is none.
    let whole = phrase.kind.is_some() && phrase.name.is_some() && matches!(context.register.find(phrase.kind, name, None), Match::One(_));
    let is_number = |word: &str| word.bytes().all(|letter| letter.is_ascii_digit());
    let plainly = folded.split(' ').all(|word| is_name(word) || is_number(word)) && folded.split(' ').any(is_name);
    // Behind its kind "Mầm non Phú Xuân" is a name, though "Phụ lục" begins as it does.
    let capital = |word: &str| word.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
    let behind_kind = || {
        let words = folded.split(' ').count();
        phrase.kind.is_some() && name.split(' ').all(capital) && folded.split(' ').filter(|word| is_name(word)).count() * 2 >= words
    };
    let sure = whole || plainly || behind_kind();
    if !sure {
        return None;
    }
    let school = if context.register.schools.is_empty() {
        phrase.name.as_ref()?;
        stranger(&phrase, context)?
    } else {
        match context.register.find(phrase.kind, name, None) {
            Match::One(school) => school.clone(),
            Match::Close(school) if phrase.kind.is_some() => school.clone(),
            Match::Several(schools) => {
                let surroundings = surroundings(file, &[]);
                let mut here = schools.iter().filter(|school| is_here(school, context, &surroundings));
                here.next().filter(|_| here.next().is_none()).map(|school| School::clone(school))?
            }
            _ => return None,
        }
    };
    let told = Finding::new(&finding::SCHOOL_FROM_SHEET_NAME).with("name", &school.name).of_school(&school.id);
    Some(Named { school: Some(school), findings: vec![told] })
}

/// Only from the file's name: for files whose content cannot be read.
pub(super) fn school_of_file(file: &str, context: &Context<'_>) -> Option<School> {
    if let Some(school) = context.settings.school_of(file).and_then(|pin| context.register.by_code(pin)) {
        return Some(school.clone());
    }
    let mut named = Named::default();
    by_file_name(file, &surroundings(file, &[]), context, &mut named);
    named.school.filter(|school| school.registered || context.register.schools.is_empty())
}

/// "Mã trường: 0123456789".
fn by_code(line: &str, context: &Context<'_>) -> Option<School> {
    let folded = text::fold(line);
    let rest = folded.split_once("ma truong").or_else(|| folded.split_once("ma don vi"))?.1;
    let code = rest.split_whitespace().next()?;
    let code = line.split(|letter: char| !letter.is_alphanumeric()).find(|word| text::fold(word) == code)?;
    context.register.by_code(code).cloned()
}

/// "Mã trường:" and, in the next cell, "0123456789".
fn by_code_beside(lines: &[(Address, String)], context: &Context<'_>) -> Option<School> {
    let [(label, text), (value, code)] = lines else { return None };
    let labels = label.row == value.row && matches!(text::fold(text).as_str(), "ma truong" | "ma don vi" | "ma so truong" | "ma so");
    labels.then(|| context.register.by_code(code).cloned()).flatten()
}

/// `true` when the name settles the matter, for good or by being ambiguous.
fn by_name(phrase: &SchoolPhrase, surroundings: &str, context: &Context<'_>, named: &mut Named) -> bool {
    let Some(name) = &phrase.name else { return false };
    match context.register.find_named(phrase) {
        Match::One(school) => named.school = Some(school.clone()),
        Match::Close(school) => {
            named.findings.push(
                Finding::new(&finding::SCHOOL_CLOSE).raw(name).with("name", name).with("registered", &school.name).of_school(&school.id),
            );
            named.school = Some(school.clone());
        }
        Match::Several(schools) => {
            let here: Vec<&&School> = schools.iter().filter(|school| is_here(school, context, surroundings)).collect();
            let coded: Vec<&&School> = schools.iter().filter(|school| holds_words(surroundings, &text::fold(&school.id))).collect();
            if let ([school], _) | (_, [school]) = (&coded[..], &here[..]) {
                named.school = Some(School::clone(school));
            } else {
                let shown = |school: &&School| match school.commune.as_str() {
                    "" => format!("{} ({})", school.name, school.id),
                    commune => format!("{} ({}, {commune})", school.name, school.id),
                };
                let candidates: Vec<String> = schools.iter().map(shown).collect();
                named
                    .findings
                    .push(Finding::new(&finding::SCHOOL_AMBIGUOUS).raw(name).with("name", name).with("candidates", candidates.join("; ")));
            }
        }
        Match::None => {
            let Some(school) = stranger(phrase, context) else { return false };
            if !context.register.schools.is_empty() {
                named
                    .findings
                    .push(Finding::new(&finding::SCHOOL_NOT_REGISTERED).raw(name).with("name", &school.name).of_school(&school.id));
            }
            named.school = Some(school);
        }
    }
    true
}

/// A school that the register does not know, as its papers call it; none without a kind or a name.
fn stranger(phrase: &SchoolPhrase, context: &Context<'_>) -> Option<School> {
    let (kind, id) = (phrase.kind?, phrase.id()?);
    Some(School {
        id,
        name: phrase.title()?,
        kind: Some(kind),
        commune: String::new(),
        cluster: String::new(),
        aliases: Vec::new(),
        accreditation: None,
        national_standard: None,
        recognised_on: None,
        target_level: None,
        framework: context.frameworks.of(kind, context.year).map(|framework| framework.id.clone()),
        registered: false,
        geography: Default::default(),
        lineage: Default::default(),
    })
}

fn holds_words(text: &str, words: &str) -> bool {
    !words.is_empty() && text::holds_words(text, words)
}

/// Whether the commune of a school is named, with or without "Phường", "Xã" before it.
fn is_here(school: &School, context: &Context<'_>, surroundings: &str) -> bool {
    context.register.communes_of(school).any(|commune| {
        let commune = text::fold(commune);
        let bare = ["phuong ", "xa ", "thi tran ", "dac khu "].iter().find_map(|prefix| commune.strip_prefix(prefix)).unwrap_or(&commune);
        holds_words(surroundings, &commune) || (bare.len() >= 5 && holds_words(surroundings, bare))
    })
}

fn surroundings(file: &str, lines: &[(Address, String)]) -> String {
    let mut all: String = text::fold(&file.replace(['_', '-', '/'], " "));
    for (_, line) in lines {
        all.push(' ');
        all.push_str(&text::fold(line));
    }
    all
}

/// School years written in the lines above a table or in the file's name.
pub(super) fn years(file: &str, lines: &[(Address, String)]) -> BTreeSet<SchoolYear> {
    let titled = lines.iter().filter(|(_, line)| line.chars().count() < 120).filter_map(|(_, line)| phrase::year::parse(line));
    let found: BTreeSet<SchoolYear> = titled.collect();
    if found.is_empty() { phrase::year::parse(file).into_iter().collect() } else { found }
}
