//! Files that are not what they seem, and files around files. Bytes in, bytes out.

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Mail cut short: the directory at the end of the zip is missing.
pub fn truncated(bytes: &[u8]) -> Vec<u8> {
    bytes.get(..bytes.len() * 6 / 10).unwrap_or_default().to_vec()
}

/// What Excel leaves beside a workbook while it is open: 165 bytes, the user's name first.
pub fn lock() -> Vec<u8> {
    let user = "Van thu";
    let mut bytes = vec![user.len() as u8];
    bytes.extend(user.bytes());
    bytes.resize(55, b' ');
    bytes.push(user.len() as u8);
    bytes.push(0);
    bytes.extend(user.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(165, 0);
    bytes
}

pub fn pdf() -> Vec<u8> {
    let page = "BT /F1 14 Tf 72 760 Td (BAO CAO KET QUA THUC HIEN KE HOACH CAI TIEN CHAT LUONG) Tj ET";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(text.len());
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = text.len();
    text.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        text.push_str(&format!("{place:010} 00000 n \n"));
    }
    text.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1));
    text.into_bytes()
}

/// The same report as a Word document.
pub fn docx(lines: &[&str]) -> Result<Vec<u8>> {
    let body: String = lines.iter().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let members = [
        (
            "[Content_Types].xml".to_owned(),
            format!(
                "{xml}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" \
                 ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "{xml}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
                 </Relationships>"
            ),
        ),
        (
            "word/document.xml".to_owned(),
            format!(
                "{xml}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
            ),
        ),
    ];
    let members: Vec<(String, Vec<u8>)> = members.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    archive(&members)
}

pub fn archive(members: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    for (name, bytes) in members {
        writer.start_file(name.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Stands for `ô` in a member's name until [`in_cp437`] puts the letter of the old DOS code page there.
pub const CP437_LETTER: char = '!';

/// Old Windows zip programs wrote names in code page 437 without saying so.
pub fn in_cp437(archive: Vec<u8>, name: &str) -> Vec<u8> {
    let plain = name.as_bytes();
    let stored: Vec<u8> = plain.iter().map(|byte| if *byte == CP437_LETTER as u8 { 0x93 } else { *byte }).collect();
    let mut bytes = archive;
    let mut at = 0;
    while at + plain.len() <= bytes.len() {
        if &bytes[at..at + plain.len()] == plain {
            bytes[at..at + plain.len()].copy_from_slice(&stored);
        }
        at += 1;
    }
    bytes
}

/// What Excel writes when a workbook has a password: an OLE compound file with the streams `EncryptionInfo` and `EncryptedPackage`.
/// The package is noise: nothing is hidden in it.
pub fn encrypted() -> Vec<u8> {
    const SECTOR: usize = 512;
    const STREAM: usize = 8 * SECTOR;
    const FREE: u32 = 0xFFFF_FFFF;
    const END: u32 = 0xFFFF_FFFE;
    const TABLE: u32 = 0xFFFF_FFFD;
    let words = |words: &[u32]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();

    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.resize(24, 0);
    header.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header.resize(44, 0);
    // One sector of the table, directory in sector 1, small streams below 4096 bytes: none.
    header.extend(words(&[1, 1, 0, 4096, END, 0, END, 0, 0]));
    while header.len() < SECTOR {
        header.extend(words(&[FREE]));
    }

    let mut table = vec![TABLE, END];
    for first in [2_u32, 10] {
        table.extend(first + 1..first + 8);
        table.push(END);
    }
    table.resize(SECTOR / 4, FREE);

    let entry = |name: &str, sort: u8, right: u32, child: u32, start: u32, size: usize| {
        let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.resize(64, 0);
        bytes.extend((2 * (name.len() as u16 + 1)).to_le_bytes());
        bytes.extend([sort, 1]);
        bytes.extend(words(&[FREE, right, child]));
        bytes.resize(116, 0);
        bytes.extend(words(&[start, size as u32, 0]));
        bytes
    };
    let mut directory = entry("Root Entry", 5, FREE, 1, END, 0);
    directory.extend(entry("EncryptionInfo", 2, 2, FREE, 2, STREAM));
    directory.extend(entry("EncryptedPackage", 2, FREE, FREE, 10, STREAM));
    directory.resize(SECTOR, 0);

    let mut info = vec![4, 0, 4, 0, 0x40, 0, 0, 0];
    info.extend(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\"/>");
    info.resize(STREAM, b' ');
    let mut package = (STREAM as u64 - 8).to_le_bytes().to_vec();
    let mut noise = crate::rng::Rng::named(0, "encrypted");
    package.resize_with(STREAM, || noise.below(256) as u8);

    [header, words(&table), directory, info, package].concat()
}
