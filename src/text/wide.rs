//! Text in UTF-16 in, the same as a string out: spreadsheets are saved so as "Unicode Text", and a part of a workbook may be.

use encoding_rs::{UTF_16BE, UTF_16LE};

/// The text without a byte order mark, and whether the lower byte stands first; `None` for what is not UTF-16.
pub fn wide(bytes: &[u8]) -> Option<(String, bool)> {
    let (little, rest) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (true, rest),
        [0xFE, 0xFF, rest @ ..] => (false, rest),
        // What begins with two letters of ASCII.
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => (true, bytes),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => (false, bytes),
        _ => return None,
    };
    let (text, _) = if little { UTF_16LE } else { UTF_16BE }.decode_without_bom_handling(rest);
    Some((text.into_owned(), little))
}

/// A part of a workbook that is written in UTF-16, as it reads in UTF-8.
pub fn wide_xml(bytes: &[u8]) -> Option<String> {
    let (text, _) = wide(bytes)?;
    let end = text.find("?>").filter(|_| text.starts_with("<?xml")).unwrap_or(0);
    let (declaration, rest) = text.split_at(end);
    Some(format!("{}{rest}", ["UTF-16", "utf-16"].iter().fold(declaration.to_owned(), |said, wide| said.replace(wide, "UTF-8"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str, little: bool, mark: bool) -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        for (little, mark) in [(true, true), (true, false), (false, true), (false, false)] {
            assert_eq!(wide(&bytes("Tệp\tNgày", little, mark)), if mark { Some(("Tệp\tNgày".to_owned(), little)) } else { None });
            assert_eq!(wide(&bytes("Ngày\tTệp", little, mark)), Some(("Ngày\tTệp".to_owned(), little)), "{little} {mark}");
        }
        for narrow in [&b"<?xml"[..], "Tệp".as_bytes(), b"", b"a", b"PK\x03\x04"] {
            assert_eq!(wide(narrow), None);
        }
    }

    #[test]
    fn a_part_says_what_it_is_written_in_afterwards() {
        let part = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a t=\"UTF-16\">Đủ</a>";
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a t=\"UTF-16\">Đủ</a>";
        assert_eq!(wide_xml(&bytes(part, true, true)).as_deref(), Some(expected));
        assert_eq!(wide_xml(&bytes("<a>Đủ</a>", false, false)).as_deref(), Some("<a>Đủ</a>"));
        assert_eq!(wide_xml(part.as_bytes()), None);
    }
}
