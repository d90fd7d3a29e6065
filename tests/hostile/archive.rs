//! Zips and OLE files written byte by byte, so that every field of them can lie.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// One member of a zip. What is `None` is told truly.
#[derive(Clone)]
pub struct Member {
    pub name: Vec<u8>,
    pub packed: Vec<u8>,
    pub deflated: bool,
    pub crc: u32,
    pub size: u32,
    pub flags: u16,
    /// Unix mode, for links.
    pub mode: u32,
}

impl Member {
    pub fn deflated(name: &str, content: &[u8]) -> Member {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content).expect("memory takes everything");
        Member { packed: encoder.finish().expect("memory takes everything"), deflated: true, ..Member::stored(name, content) }
    }

    pub fn stored(name: &str, content: &[u8]) -> Member {
        let mut crc = Crc::new();
        crc.update(content);
        Member {
            name: name.as_bytes().to_vec(),
            packed: content.to_vec(),
            deflated: false,
            crc: crc.sum(),
            size: u32::try_from(content.len()).expect("small"),
            flags: 0x0800,
            mode: 0o100_644,
        }
    }

    pub fn claiming(mut self, size: u32) -> Member {
        self.size = size;
        self
    }
}

pub fn zip(members: &[Member]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for member in members {
        let start = u32::try_from(bytes.len()).expect("small");
        let mut shared = Vec::new();
        shared.extend(member.flags.to_le_bytes());
        shared.extend((if member.deflated { 8u16 } else { 0 }).to_le_bytes());
        shared.extend([0, 0, 0x21, 0]);
        shared.extend(member.crc.to_le_bytes());
        shared.extend(u32::try_from(member.packed.len()).expect("small").to_le_bytes());
        shared.extend(member.size.to_le_bytes());
        shared.extend(u16::try_from(member.name.len()).expect("short").to_le_bytes());
        shared.extend([0, 0]);
        bytes.extend(b"PK\x03\x04\x14\x00");
        bytes.extend(&shared);
        bytes.extend(&member.name);
        bytes.extend(&member.packed);
        directory.extend(b"PK\x01\x02\x14\x03\x14\x00");
        directory.extend(&shared);
        directory.extend([0; 6]);
        directory.extend((member.mode << 16).to_le_bytes());
        directory.extend(start.to_le_bytes());
        directory.extend(&member.name);
    }
    let start = u32::try_from(bytes.len()).expect("small");
    let count = u16::try_from(members.len()).expect("fewer than 65,536").to_le_bytes();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend(u32::try_from(directory.len()).expect("small").to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// An OLE compound file (\[MS-CFB\], sectors of 512 bytes, no small streams) with these streams below its root.
pub fn ole(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const FREE: u32 = 0xFFFF_FFFF;
    const END: u32 = 0xFFFF_FFFE;
    const TABLE: u32 = 0xFFFF_FFFD;
    let words = |words: &[u32]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.resize(24, 0);
    header.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header.resize(44, 0);
    header.extend(words(&[1, 1, 0, 4096, END, 0, END, 0, 0]));
    while header.len() < SECTOR {
        header.extend(words(&[FREE]));
    }
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
    let mut table = vec![TABLE, END];
    let mut directory = entry("Root Entry", 5, FREE, 1, END, 0);
    let mut content = Vec::new();
    for (at, (name, stream)) in streams.iter().enumerate() {
        let mut stream = stream.clone();
        stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
        let first = table.len() as u32;
        let next = if at + 1 < streams.len() { at as u32 + 2 } else { FREE };
        directory.extend(entry(name, 2, next, FREE, first, stream.len()));
        table.extend(first + 1..first + (stream.len() / SECTOR) as u32);
        table.push(END);
        content.extend(stream);
    }
    directory.resize(SECTOR, 0);
    table.resize(SECTOR / 4, FREE);
    [header, words(&table), directory, content].concat()
}
