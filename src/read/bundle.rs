//! Zip bundles → the files in them. Members are data: nothing is extracted to disk, and no name leads anywhere.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use unicode_normalization::UnicodeNormalization;
use zip::ZipArchive;

use super::aside::{self, Outputs, Strangers};
use super::package;
use super::source::{self, Source};
use crate::finding::{self, Finding};
use crate::settings::Limits;
use crate::text;

/// How much a bundle may still unpack: shared by all its levels.
struct Allowance {
    files: usize,
    bytes: u64,
}

/// Whether a name says bundle. A workbook is a zip too, but is not named so.
pub(super) fn is_named_so(name: &str) -> bool {
    name.to_lowercase().ends_with(".zip")
}

/// Adds the files of a bundle to `sources`. A bundle that cannot be opened stays a source itself, so that it has a state.
pub(super) fn open(bundle: &Source, limits: &Limits, outputs: Outputs, sources: &mut Vec<Source>, findings: &mut Vec<Finding>) {
    let bytes = match bundle.bytes(limits) {
        Ok(bytes) => bytes,
        Err(_) => return sources.push(bundle.clone()),
    };
    // A workbook or a text that is only named so is for the reader to judge.
    if !matches!(package::sniff(&bytes), package::Format::Zip) {
        return sources.push(bundle.clone());
    }
    let mut allowance = Allowance { files: limits.bundle_files, bytes: limits.bundle_bytes() };
    let before = sources.len();
    if let Err(finding) = unpack(bundle, &bytes, &bundle.name, 1, limits, &mut allowance, sources, findings) {
        sources.push(source::refused(bundle, bundle.name.to_string(), *finding));
    }
    if outputs == Outputs::Taken {
        return;
    }
    let names: BTreeSet<String> = sources[before..].iter().map(|source| source.name.to_string()).collect();
    for output in aside::outputs(&names) {
        let inside = format!("{output}/");
        let held: Vec<(&str, std::sync::Arc<[u8]>)> = sources[before..]
            .iter()
            .filter(|source| source.name.starts_with(&inside))
            .filter_map(|source| Some((source.name.as_ref(), source.bytes(limits).ok()?)))
            .collect();
        let files: Vec<(&str, &[u8])> = held.iter().map(|(name, bytes)| (*name, bytes.as_ref())).collect();
        findings.push(Strangers::inside(output, &files).finding().in_file(&output.into()));
        sources.retain(|source| !source.name.starts_with(&inside));
    }
}

#[expect(clippy::too_many_arguments, reason = "one recursion over what a bundle holds; a struct would only rename these")]
fn unpack(
    bundle: &Source,
    bytes: &[u8],
    prefix: &str,
    depth: usize,
    limits: &Limits,
    allowance: &mut Allowance,
    sources: &mut Vec<Source>,
    findings: &mut Vec<Finding>,
) -> Result<(), Box<Finding>> {
    let limit = |what: String| Box::new(Finding::new(&finding::PACKAGE_LIMIT).with("limit", what));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Box::new(Finding::new(&finding::DAMAGED_BUNDLE)))?;
    if package::has_duplicates(bytes, archive.len()) {
        return Err(Box::new(Finding::new(&finding::DUPLICATE_MEMBERS)));
    }
    if !archive.file_names().any(|name| name.is_ok_and(|name| !name.ends_with(['/', '\\']))) {
        return Err(Box::new(Finding::new(&finding::EMPTY_BUNDLE)));
    }
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for at in 0..archive.len() {
        let shown = archive.name_for_index(at).and_then(Result::ok).map(Cow::into_owned).unwrap_or_default();
        let mut member = match archive.by_index(at) {
            Ok(member) => member,
            Err(error) if *package::unopened(&error) == finding::PASSWORD => {
                let (inner, _) = member_name(shown.as_bytes(), &shown);
                let name = format!("{prefix}/{}", unlike(inner, &mut taken));
                sources.push(source::refused(bundle, name, Finding::new(&finding::PASSWORD)));
                continue;
            }
            Err(_) => return Err(Box::new(Finding::new(&finding::DAMAGED_BUNDLE))),
        };
        if member.is_dir() {
            continue;
        }
        let (inner, guess) = member_name(member.name_raw(), &shown);
        let name = format!("{prefix}/{}", unlike(inner, &mut taken));
        if member.is_symlink() {
            findings.push(Finding::new(&finding::NOT_A_FILE).in_file(&name.into()));
            continue;
        }
        if allowance.files == 0 {
            return Err(limit(format!("{} tệp trong một gói", limits.bundle_files)));
        }
        allowance.files -= 1;
        let most = limits.file_bytes().min(allowance.bytes);
        let mut content = Vec::new();
        match (&mut member).take(most + 1).read_to_end(&mut content) {
            Ok(_) if content.len() as u64 > most => return Err(limit(format!("{} MiB khi mở gói", limits.bundle_mib))),
            Ok(_) => allowance.bytes -= content.len() as u64,
            Err(_) => {
                sources.push(source::refused(bundle, name, Finding::new(&finding::WRONG_CHECKSUM).with("member", "")));
                continue;
            }
        }
        drop(member);
        if let Some(guess) = guess {
            findings.push(
                Finding::new(&finding::BUNDLE_NAME_DECODED)
                    .in_file(&name.clone().into())
                    .raw(&guess.other)
                    .with("encoding", guess.encoding)
                    .with("other_encoding", guess.other_encoding)
                    .with("other", &guess.other),
            );
        }
        let inner_bundle = is_named_so(&name) && package::sniff(&content) == package::Format::Zip;
        if !inner_bundle {
            sources.push(source::inside(bundle, name, content));
        } else if depth >= limits.bundle_depth {
            sources.push(source::refused(bundle, name, Finding::new(&finding::BUNDLE_TOO_DEEP).with("limit", limits.bundle_depth)));
        } else if let Err(finding) = unpack(bundle, &content, &name, depth + 1, limits, allowance, sources, findings) {
            sources.push(source::refused(bundle, name, *finding));
        }
    }
    Ok(())
}

/// Names that differ only in steps upwards or in case would be one file on an office's disk: the later one is numbered.
fn unlike(name: String, taken: &mut BTreeSet<String>) -> String {
    let (stem, ending) = name.rsplit_once('.').map_or((name.as_str(), String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    let mut unlike = name.clone();
    let mut number = 2;
    while !taken.insert(unlike.to_lowercase()) {
        unlike = format!("{stem} ({number}){ending}");
        number += 1;
    }
    unlike
}

/// How a name was read that does not say in which letters it is written, and how else it could be read.
struct Guess {
    encoding: &'static str,
    other_encoding: &'static str,
    other: String,
}

/// The name as people read it, its steps upwards and drives removed; and how its letters were guessed, where they had to be.
/// `decoded` is the name in CP437, as the standard of zip has it; a Vietnamese Windows writes CP1258.
fn member_name(raw: &[u8], decoded: &str) -> (String, Option<Guess>) {
    if let Ok(text) = std::str::from_utf8(raw) {
        return (tidy(text), None);
    }
    let (vietnamese, _) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(raw);
    let (western, vietnamese) = (tidy(decoded), tidy(&vietnamese.nfc().collect::<String>()));
    if syllables(&vietnamese) > syllables(&western) {
        (vietnamese, Some(Guess { encoding: "CP1258", other_encoding: "CP437", other: western }))
    } else {
        (western, Some(Guess { encoding: "CP437", other_encoding: "CP1258", other: vietnamese }))
    }
}

/// Words beyond ASCII that Vietnamese could spell, less those it could not.
fn syllables(name: &str) -> i32 {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_ascii());
    let spelled: i32 = words.map(|word| if text::is_vietnamese_syllable(word) { 1 } else { -1 }).sum();
    let strange = name.chars().filter(|letter| !letter.is_ascii() && !letter.is_alphanumeric()).count();
    spelled - i32::try_from(strange).unwrap_or(i32::MAX)
}

fn tidy(name: &str) -> String {
    let parts: Vec<String> = name
        .split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != "." && *part != ".." && !part.ends_with(':'))
        .map(|part| part.chars().filter(|letter| !letter.is_control()).collect())
        .collect();
    if parts.is_empty() { "khong-ten".to_owned() } else { parts.join("/") }
}

#[cfg(test)]
mod tests {
    use super::member_name;

    #[test]
    fn a_name_in_a_bundle_leads_nowhere() {
        for (raw, name) in
            [("../../etc/passwd", "etc/passwd"), ("C:\\truong\\a.xlsx", "truong/a.xlsx"), ("/a.xlsx", "a.xlsx"), ("..", "khong-ten")]
        {
            assert_eq!(member_name(raw.as_bytes(), raw).0, name);
        }
    }

    #[test]
    fn names_in_the_letters_of_a_vietnamese_windows_are_read() {
        // "Mầm non Hoa Sữa" in CP1258, where marks stand behind their vowels; "TH Thông Reo" in CP437.
        let (name, guess) = member_name(b"M\xe2\xccm non Hoa S\xfd\xdea.xlsx", "M\u{393}\u{2560}m non Hoa S\u{b2}\u{2590}a.xlsx");
        assert_eq!(name, "M\u{1ea7}m non Hoa S\u{1eef}a.xlsx");
        assert_eq!(guess.map(|guess| guess.encoding), Some("CP1258"));
        let (name, guess) = member_name(b"TH Th\x93ng Reo.xlsx", "TH Th\u{f4}ng Reo.xlsx");
        assert_eq!((name.as_str(), guess.map(|guess| guess.encoding)), ("TH Th\u{f4}ng Reo.xlsx", Some("CP437")));
    }
}
