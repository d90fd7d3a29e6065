//! A zipped workbook in; the same zip out, where parts that nobody changed are copied with their compressed bytes as they were.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use anyhow::{Context, bail};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::text;

enum Change {
    Write(Packed),
    Remove,
}

/// A part as a zip of its own, for the parts of a large sheet take tens of times the room unpacked.
struct Packed(Vec<u8>);

impl Packed {
    fn new(bytes: &[u8], modified: DateTime) -> anyhow::Result<Packed> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(modified);
        writer.start_file("", options)?;
        writer.write_all(bytes)?;
        Ok(Packed(writer.finish()?.into_inner()))
    }

    fn archive(&self) -> anyhow::Result<ZipArchive<Cursor<&[u8]>>> {
        Ok(ZipArchive::new(Cursor::new(&self.0[..]))?)
    }

    fn bytes(&self) -> anyhow::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.archive()?.by_index(0)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn write(&self, name: &str, writer: &mut ZipWriter<Cursor<Vec<u8>>>) -> anyhow::Result<()> {
        Ok(writer.raw_copy_file_rename(self.archive()?.by_index_raw(0)?, name)?)
    }
}

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Place in the archive by name: `/` between parts, in lower case, as packages compare names.
    places: BTreeMap<String, usize>,
    changes: BTreeMap<usize, Change>,
    /// By their names, in the order they came.
    added: Vec<(String, Packed)>,
    /// Of one part unpacked.
    most: u64,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8], most: u64) -> anyhow::Result<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).context("gói .zip của bảng tính không mở được")?;
        let mut places = BTreeMap::new();
        for at in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(at)
                && places.insert(key(&name), at).is_some()
            {
                bail!("hai thành phần trùng tên {name}");
            }
        }
        Ok(Package { archive, places, changes: BTreeMap::new(), added: Vec::new(), most })
    }

    pub fn has(&self, name: &str) -> bool {
        let added = self.added.iter().any(|(known, _)| key(known) == key(name));
        added || self.places.get(&key(name)).is_some_and(|at| !matches!(self.changes.get(at), Some(Change::Remove)))
    }

    /// A part as it stands now, in UTF-8; `None` where there is none. A byte order mark is left out.
    pub fn text(&mut self, name: &str) -> anyhow::Result<Option<String>> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        if let Some(text) = text::wide_xml(&bytes) {
            return Ok(Some(text));
        }
        let text = String::from_utf8(bytes).with_context(|| format!("thành phần {name} không phải UTF-8"))?;
        if let Some(encoding) =
            declared(&text).filter(|encoding| !encoding.eq_ignore_ascii_case("utf-8") && !encoding.eq_ignore_ascii_case("utf8"))
        {
            bail!("thành phần {name} ghi bằng bảng mã {encoding}, không phải UTF-8");
        }
        Ok(Some(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }))
    }

    /// Whether somebody signed the workbook.
    pub fn is_signed(&self) -> bool {
        self.places.keys().any(|name| name.starts_with("_xmlsignatures/"))
    }

    fn bytes(&mut self, name: &str) -> anyhow::Result<Option<Vec<u8>>> {
        if let Some((_, packed)) = self.added.iter().find(|(known, _)| key(known) == key(name)) {
            return packed.bytes().map(Some);
        }
        let Some(at) = self.places.get(&key(name)) else { return Ok(None) };
        match self.changes.get(at) {
            Some(Change::Write(packed)) => return packed.bytes().map(Some),
            Some(Change::Remove) => return Ok(None),
            None => {}
        }
        let mut part = self.archive.by_index(*at).with_context(|| format!("không mở được thành phần {name}"))?;
        let mut bytes = Vec::new();
        (&mut part).take(self.most + 1).read_to_end(&mut bytes).with_context(|| format!("thành phần {name} bị hỏng"))?;
        if bytes.len() as u64 > self.most {
            bail!("thành phần {name} quá lớn");
        }
        Ok(Some(bytes))
    }

    /// Changes a part, or adds it.
    pub fn put(&mut self, name: &str, bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
        let bytes = bytes.as_ref();
        if let Some(at) = self.places.get(&key(name)) {
            let modified = self.archive.by_index_raw(*at)?.last_modified().unwrap_or_default();
            self.changes.insert(*at, Change::Write(Packed::new(bytes, modified)?));
            return Ok(());
        }
        let packed = Packed::new(bytes, DateTime::default())?;
        match self.added.iter_mut().find(|(known, _)| key(known) == key(name)) {
            Some(known) => known.1 = packed,
            None => self.added.push((name.to_owned(), packed)),
        }
        Ok(())
    }

    pub fn remove(&mut self, name: &str) {
        self.added.retain(|(known, _)| key(known) != key(name));
        if let Some(at) = self.places.get(&key(name)) {
            self.changes.insert(*at, Change::Remove);
        }
    }

    /// A name no part has: `xl/comments7.xml`.
    pub fn free_name(&self, stem: &str, ending: &str) -> String {
        (1..).map(|number: u32| format!("{stem}{number}{ending}")).find(|name| !self.has(name)).expect("numbers do not run out")
    }

    /// The zip, its parts in their old order and the new ones behind them.
    pub fn finish(mut self) -> anyhow::Result<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..self.archive.len() {
            match self.changes.get(&at) {
                None => writer.raw_copy_file(self.archive.by_index_raw(at)?)?,
                Some(Change::Remove) => {}
                Some(Change::Write(packed)) => {
                    let name = self.archive.by_index_raw(at)?.name()?.into_owned();
                    packed.write(&name, &mut writer)?;
                }
            }
        }
        for (name, packed) in &self.added {
            packed.write(name, &mut writer)?;
        }
        Ok(writer.finish()?.into_inner())
    }
}

/// The encoding that a part says it is written in.
fn declared(text: &str) -> Option<&str> {
    let declaration = text.trim_start_matches('\u{feff}').strip_prefix("<?xml")?.split("?>").next()?;
    let said = declaration.split("encoding").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = said.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
    said[1..].split(quote).next()
}

fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn the_encoding_is_what_a_part_declares() {
        for (text, encoding) in [
            ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><a/>", Some("UTF-8")),
            ("\u{feff}<?xml version='1.0' encoding = 'windows-1258'?><a/>", Some("windows-1258")),
            ("<?xml version=\"1.0\"?><a encoding=\"x\"/>", None),
            ("<a/>", None),
        ] {
            assert_eq!(declared(text), encoding, "{text}");
        }
    }
}
