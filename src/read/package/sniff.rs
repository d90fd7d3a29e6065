//! The bytes of a file in, what kind of file it is out, whatever it is called.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use crate::text;

/// What a file is by its content, whatever its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Format {
    Empty,
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    /// A zip that is no workbook.
    Zip,
    Docx,
    Pptx,
    Doc,
    Pdf,
    Picture,
    Html,
    /// `.csv` and other plain text.
    Text,
    /// A bundle of another kind than zip.
    Rar,
    SevenZip,
    /// A workbook as one XML text: of Excel 2003, or a flat one of LibreOffice.
    SpreadsheetXml,
    FlatOds,
    /// An OLE file whose content is encrypted: password or rights management.
    Encrypted,
    /// A saved mail: `.eml`, `.msg`.
    Mail,
    /// A file that only leads to another: `.lnk`, `.url`, `.webloc`, `.gsheet`.
    Shortcut,
    /// A workbook of Apple Numbers.
    Numbers,
    Other,
}

/// Judges by the first bytes, and inside a zip or OLE file by the names it holds.
pub(in crate::read) fn sniff(bytes: &[u8]) -> Format {
    if bytes.is_empty() {
        Format::Empty
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        sniff_zip(bytes)
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        sniff_ole(bytes)
    } else if bytes.starts_with(b"Rar!\x1A\x07") {
        Format::Rar
    } else if bytes.starts_with(b"7z\xBC\xAF\x27\x1C") {
        Format::SevenZip
    } else if bytes.starts_with(b"%PDF") {
        Format::Pdf
    } else if bytes.starts_with(b"L\0\0\0\x01\x14\x02\0") {
        Format::Shortcut
    } else if [&b"\x89PNG"[..], b"\xFF\xD8\xFF", b"GIF8", b"BM", b"II*\0", b"MM\0*"].iter().any(|magic| bytes.starts_with(magic))
        || bytes.get(4..8) == Some(b"ftyp")
    {
        Format::Picture
    } else if bytes.starts_with(&[0x09, 0x08]) || bytes.starts_with(&[0x09, 0x04]) || bytes.starts_with(&[0x09, 0x02]) {
        Format::Xls
    } else {
        sniff_text(bytes)
    }
}

/// By the names of the members. Bytes that look like names may stand inside a member: a bundle may hold workbooks uncompressed.
fn sniff_zip(bytes: &[u8]) -> Format {
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(mut archive) => {
            let names: Vec<String> = (0..archive.len())
                .filter_map(|at| archive.name_for_index(at).and_then(Result::ok).map(|name| name.replace('\\', "/")))
                .collect();
            let declared = declared(&mut archive).unwrap_or_default();
            zipped(|name| names.iter().any(|known| known.starts_with(name)), |kind| declared.starts_with(kind))
        }
        // The directory at the end is missing; the names stand uncompressed in every local header too.
        Err(_) => {
            let holds = |text: &str| memmem::find(bytes, text.as_bytes()).is_some();
            zipped(holds, |kind| holds(&format!("mimetype{kind}")))
        }
    }
}

/// What the member says that documents of LibreOffice begin with; packed by hand it may be deflated.
fn declared(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<String> {
    const LONGEST: u64 = 120;
    let mut kind = String::new();
    archive.by_name("mimetype").ok()?.take(LONGEST).read_to_string(&mut kind).ok()?;
    Some(kind)
}

fn zipped(holds: impl Fn(&str) -> bool, declares: impl Fn(&str) -> bool) -> Format {
    if holds("xl/workbook.bin") {
        Format::Xlsb
    } else if declares("application/vnd.oasis.opendocument.spreadsheet") {
        Format::Ods
    } else if holds("xl/workbook") || holds("xl/worksheets/") {
        Format::Xlsx
    } else if holds("word/document.xml") || declares("application/vnd.oasis.opendocument.text") {
        Format::Docx
    } else if holds("ppt/presentation.xml") {
        Format::Pptx
    } else if holds("Index/Document.iwa") || holds("Index.zip") && holds("Metadata/") {
        Format::Numbers
    } else {
        Format::Zip
    }
}

fn sniff_ole(bytes: &[u8]) -> Format {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if holds("EncryptedPackage") || holds("\u{6}DataSpaces") || holds("DRMContent") {
        Format::Encrypted
    } else if holds("Workbook") || holds("Book") {
        Format::Xls
    } else if holds("WordDocument") {
        Format::Doc
    } else if holds("__substg1.0_") {
        Format::Mail
    } else {
        Format::Other
    }
}

fn sniff_text(bytes: &[u8]) -> Format {
    let head = &bytes[..bytes.len().min(4096)];
    // Of UTF-16 every other byte is a nought.
    let lower: Vec<u8> = head.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let binary = head.iter().filter(|byte| **byte < 9).count();
    let holds = |text: &[u8]| memmem::find(&lower, text).is_some();
    // "<table:table" is none of a page.
    let begins_table =
        memmem::find_iter(&lower, b"<table").any(|at| lower.get(at + 6).is_none_or(|sign| !matches!(sign, b':' | b'a'..=b'z')));
    if holds(b"urn:schemas-microsoft-com:office:spreadsheet") && !holds(b"<html") {
        Format::SpreadsheetXml
    } else if holds(b"application/vnd.oasis.opendocument.spreadsheet") {
        Format::FlatOds
    } else if holds(b"application/vnd.oasis.opendocument.text") || holds(b"<w:worddocument") {
        Format::Doc
    } else if holds(b"<html") || holds(b"<!doctype html") || begins_table {
        Format::Html
    } else if is_mail(&lower) {
        Format::Mail
    } else if leads_elsewhere(&lower) {
        Format::Shortcut
    } else if binary == 0 || text::wide(head).is_some() {
        Format::Text
    } else {
        Format::Other
    }
}

/// Headers of a mail, in lower case. A page that Excel saved as one file bears some of them too, and no subject.
fn is_mail(head: &[u8]) -> bool {
    let begins_line = |name: &str| head.starts_with(name.as_bytes()) || memmem::find(head, format!("\n{name}").as_bytes()).is_some();
    let first = head.iter().take_while(|byte| **byte != b':').collect::<Vec<_>>();
    let is_header = !first.is_empty() && first.len() < 40 && first.iter().all(|byte| byte.is_ascii_alphanumeric() || **byte == b'-');
    is_header && begins_line("subject:") && begins_line("from:") && (begins_line("to:") || begins_line("mime-version:"))
}

/// What stands in a shortcut of Windows, macOS or Google Drive, in lower case.
fn leads_elsewhere(head: &[u8]) -> bool {
    let holds = |text: &str| memmem::find(head, text.as_bytes()).is_some();
    let begins = |text: &str| head.trim_ascii_start().starts_with(text.as_bytes());
    begins("[internetshortcut]")
        || holds("<plist") && holds("<key>url</key>")
        || begins("{") && (holds("\"doc_id\"") || holds("docs.google.com/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_content() {
        for (bytes, format) in [
            (&b""[..], Format::Empty),
            (b"%PDF-1.7", Format::Pdf),
            (b"\x89PNG\r\n", Format::Picture),
            (b"<html><table>", Format::Html),
            (b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Format::Html),
            (b"<p>x</p><TABLE border=1>", Format::Html),
            (b"<o x=\"application/vnd.oasis.opendocument.text\"><table:table>", Format::Doc),
            (b"<table:table>", Format::Text),
            (b"T\0T\0\t\0V\0", Format::Text),
            ("M\u{e3} tr\u{1b0}\u{1edd}ng;T\u{ea}n".as_bytes(), Format::Text),
            (b"PK\x03\x04....word/document.xml", Format::Docx),
            (b"Rar!\x1A\x07\x01\0", Format::Rar),
            (b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", Format::SpreadsheetXml),
            (
                b"<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">",
                Format::FlatOds,
            ),
            (b"\0\x01\x02\x03", Format::Other),
            (b"Received: from x\r\nFrom: a@b.vn\r\nTo: c@d.vn\r\nSubject: Nop bao cao\r\n\r\nKinh gui", Format::Mail),
            (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related", Format::Text),
            ("TT;Subject: x\nFrom: y\n".as_bytes(), Format::Text),
            (b"[InternetShortcut]\r\nURL=https://x", Format::Shortcut),
            (b"L\0\0\0\x01\x14\x02\0\0", Format::Shortcut),
            (b"{\"doc_id\":\"1\",\"email\":\"a\"}", Format::Shortcut),
            (b"PK\x03\x04....Index/Document.iwa", Format::Numbers),
        ] {
            assert_eq!(sniff(bytes), format, "{bytes:?}");
        }
    }

    #[test]
    fn a_document_packed_by_hand_is_known_though_what_it_declares_is_deflated() {
        use std::io::Write;
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        for (name, content) in [("content.xml", "<a/>"), ("mimetype", "application/vnd.oasis.opendocument.spreadsheet")] {
            archive.start_file(name, options).expect("begun");
            archive.write_all(content.as_bytes()).expect("written");
        }
        assert_eq!(sniff(&archive.finish().expect("packed").into_inner()), Format::Ods);
    }
}
