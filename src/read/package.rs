//! The bytes of a file → what it is, and, for zipped workbooks, its members: each inflated to its end and checked.

mod canonical;
mod flat;
mod names;
mod sniff;

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Write};

use memchr::{memchr2_iter, memmem};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

pub(super) use self::names::resolved;
pub(super) use self::sniff::{Format, sniff};
use crate::finding::{self, Finding, Rule};
use crate::settings::Limits;
use crate::text;

/// The members of a zipped workbook that are read, each inflated to its end: sizes counted while inflating, CRC checked.
pub(super) struct Package {
    members: BTreeMap<String, Vec<u8>>,
    pub macros: bool,
    pub external_links: bool,
}

impl Package {
    /// Refuses what is damaged, too large, or written to harm; the finding says which.
    pub fn open(bytes: &[u8], limits: &Limits) -> Result<Package, Box<Finding>> {
        let damaged = || Box::new(Finding::new(&finding::DAMAGED_FILE));
        let limit = |what: String| Box::new(Finding::new(&finding::PACKAGE_LIMIT).with("limit", what));
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        if archive.len() > limits.members {
            return Err(limit(format!("{} thành phần trong tệp", limits.members)));
        }
        if has_duplicates(bytes, archive.len()) {
            return Err(Box::new(Finding::new(&finding::DUPLICATE_MEMBERS)));
        }
        let mut package = Package { members: BTreeMap::new(), macros: false, external_links: false };
        let mut total = 0;
        for at in 0..archive.len() {
            let mut member = archive.by_index(at).map_err(|error| Box::new(Finding::new(unopened(&error))))?;
            let name = member.name().map_err(|_| damaged())?.into_owned();
            package.macros |= name.ends_with("vbaProject.bin");
            package.external_links |= name.contains("externalLinks/");
            if member.is_dir() || !is_read(&name) {
                continue;
            }
            let packed = member.compressed_size().max(1);
            let mut content = Vec::new();
            (&mut member).take(limits.member_bytes() + 1).read_to_end(&mut content).map_err(|error| unread(&error, &name, limits))?;
            let size = content.len() as u64;
            total += size;
            if size > limits.member_bytes() {
                return Err(limit(format!("{} MiB cho một thành phần", limits.member_mib)));
            }
            if total > limits.unpacked_bytes() {
                return Err(limit(format!("{} MiB sau khi giải nén", limits.unpacked_mib)));
            }
            if size > limits.ratio_from_bytes() && size / packed > limits.ratio {
                return Err(limit(format!("tỷ lệ nén {}:1", limits.ratio)));
            }
            if size != member.size() {
                return Err(Box::new(Finding::new(&finding::WRONG_CHECKSUM).with("member", &name)));
            }
            // Looked at, and read, as everything else is.
            if is_markup(&name)
                && let Some(text) = text::wide_xml(&content)
            {
                content = text.into_bytes();
            }
            if is_markup(&name) {
                check_markup(&name, &content, limits)?;
            }
            let name = name.replace('\\', "/");
            // Documents of LibreOffice live by their prefixes.
            if is_markup(&name)
                && name.get(..3).is_some_and(|folder| folder.eq_ignore_ascii_case("xl/"))
                && let Some(text) = canonical::canonical(&content)
            {
                content = text.into_bytes();
            }
            // A reader looks names up without regard to case.
            if package.members.keys().any(|known| known.eq_ignore_ascii_case(&name)) {
                return Err(Box::new(Finding::new(&finding::DUPLICATE_MEMBERS)));
            }
            package.members.insert(name, content);
        }
        names::usual(&mut package.members);
        Ok(package)
    }

    pub fn member(&self, name: &str) -> Option<&[u8]> {
        let name = name.trim_start_matches('/');
        self.members
            .get(name)
            .or_else(|| self.members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, content)| content))
            .map(Vec::as_slice)
    }

    /// The checked members as a zip without compression, for a reader that wants a zip.
    pub fn stored(&self) -> std::io::Result<Vec<u8>> {
        self.stored_with("", &[])
    }

    /// As `stored`, one member's content exchanged.
    pub fn stored_with(&self, other: &str, exchanged: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(self.members.values().map(|content| content.len() + 200).sum())));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, content) in &self.members {
            writer.start_file(name.as_str(), options)?;
            writer.write_all(if name == other { exchanged } else { content })?;
        }
        Ok(writer.finish()?.into_inner())
    }
}

/// Why a member of a zip cannot be opened.
pub(super) fn unopened(error: &ZipError) -> &'static Rule {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => &finding::PASSWORD,
        _ => &finding::DAMAGED_FILE,
    }
}

/// Why the content of a member cannot be had: the worker's bound is no fault of the member.
fn unread(error: &io::Error, name: &str, limits: &Limits) -> Box<Finding> {
    Box::new(if error.kind() == io::ErrorKind::OutOfMemory {
        Finding::new(&finding::MEMORY_LIMIT).with("limit", format!("{} MiB", limits.worker_memory_mib))
    } else {
        Finding::new(&finding::WRONG_CHECKSUM).with("member", name)
    })
}

/// Pictures, printer settings, themes and macros are never read.
fn is_read(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let kept_end = [".xml", ".rels", ".bin", "mimetype"].iter().any(|end| lower.ends_with(end));
    let left = [
        "media/",
        "printersettings",
        "theme/",
        "drawings/",
        "charts/",
        "vbaproject",
        "activex",
        "embeddings/",
        "ctrlprops",
        "thumbnails/",
        "calcchain",
        "customxml/",
        "pivot",
        "querytables",
    ];
    kept_end && !left.iter().any(|part| lower.contains(part))
}

fn is_markup(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower.ends_with(".xml") || lower.ends_with(".rels")
}

/// No workbook needs a document type or an entity of its own: both only serve to harm. Shared strings may not claim more than fit.
pub(super) fn check_markup(name: &str, content: &[u8], limits: &Limits) -> Result<(), Box<Finding>> {
    let declares = |word: &[u8], at: usize| content.get(at + 2..at + 2 + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word));
    if memmem::find_iter(content, b"<!").any(|at| declares(b"DOCTYPE", at) || declares(b"ENTITY", at)) {
        return Err(Box::new(Finding::new(&finding::FORBIDDEN_MARKUP).with("member", name)));
    }
    if is_deeper(content, limits.xml_depth) {
        return Err(Box::new(Finding::new(&finding::PACKAGE_LIMIT).with("limit", format!("XML lồng nhau quá {} tầng", limits.xml_depth))));
    }
    if name.to_ascii_lowercase().ends_with("sharedstrings.xml")
        && let Some(claimed) = attribute_number(content, b"uniqueCount=\"")
        && claimed > content.len() as u64 / 8
    {
        return Err(Box::new(
            Finding::new(&finding::PACKAGE_LIMIT)
                .with("limit", format!("bảng chuỗi khai {claimed} mục, nhiều hơn dung lượng thật có thể chứa")),
        ));
    }
    Ok(())
}

/// Whether elements stand inside one another more than `most` deep. Counted by brackets alone: what is no XML is for the reader to refuse.
fn is_deeper(content: &[u8], most: usize) -> bool {
    let mut depth = 0usize;
    for at in memchr2_iter(b'<', b'>', content) {
        match (content[at], content.get(at + 1)) {
            (b'<', Some(b'/')) => depth = depth.saturating_sub(1),
            (b'<', Some(b'?' | b'!') | None) => {}
            (b'<', Some(_)) => depth += 1,
            _ if at > 0 && content[at - 1] == b'/' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > most {
            return true;
        }
    }
    false
}

fn attribute_number(content: &[u8], attribute: &[u8]) -> Option<u64> {
    let start = memmem::find(&content[..content.len().min(4096)], attribute)? + attribute.len();
    let digits: String = content[start..].iter().take(20).take_while(|byte| byte.is_ascii_digit()).map(|byte| char::from(*byte)).collect();
    digits.parse().ok()
}

/// Whether a name stands twice in a zip: `members` counts it once, and which of the two it is, nobody can tell.
pub(super) fn has_duplicates(bytes: &[u8], members: usize) -> bool {
    directory_entries(bytes).is_some_and(|entries| entries != members as u64)
}

/// How many entries the zip's own end record claims.
fn directory_entries(bytes: &[u8]) -> Option<u64> {
    let end = memmem::rfind(bytes, b"PK\x05\x06")?;
    let count = bytes.get(end + 10..end + 12)?;
    let count = u64::from(u16::from_le_bytes([count[0], count[1]]));
    (count != u64::from(u16::MAX)).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_counted_by_elements_that_are_still_open() {
        assert!(!is_deeper(b"<?xml?><!-- --><a><b/><b/><b></b><c d=\"1\"/></a>", 2));
        assert!(is_deeper(b"<a><b><c/></b></a>", 2));
        assert!(is_deeper(&b"<a>".repeat(100_000), 64));
    }
}
