//! The bytes of a CSV file in, its text out, and back: as Excel saves it, in UTF-8, as "Unicode Text" in UTF-16, or in the machine's old code page.

use encoding_rs::WINDOWS_1258;
use unicode_normalization::UnicodeNormalization;

use crate::text;

/// How a file is to be written again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8 {
        mark: bool,
    },
    /// Excel opens a file with tabs only so.
    Utf16 {
        little: bool,
    },
}

/// The text without a byte order mark. What is in a code page of old is written in UTF-8 afterwards: letters are lost in it.
pub fn decoded(bytes: &[u8]) -> (String, Encoding) {
    if let Some((text, little)) = text::wide(bytes) {
        return (text, Encoding::Utf16 { little });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let rest = text.trim_start_matches('\u{feff}');
            (rest.to_owned(), Encoding::Utf8 { mark: rest.len() < text.len() })
        }
        Err(_) => {
            // Its tone marks stand behind their letters.
            let (text, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
            (text.nfc().collect(), Encoding::Utf8 { mark: true })
        }
    }
}

pub fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 { mark } => [if mark { "\u{feff}" } else { "" }, text].concat().into_bytes(),
        Encoding::Utf16 { little } => {
            let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
        }
    }
}

/// Whether a text is what an old code page left of another: `?` for each letter it does not have.
pub fn is_left_of(damaged: &str, whole: &str) -> bool {
    let fits = |(left, letter): (char, char)| left == letter || left == '?' && !letter.is_ascii();
    damaged.contains('?') && damaged.chars().count() == whole.chars().count() && damaged.chars().zip(whole.chars()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Tệp\tNgày nhận\r\nMẫu.xlsx\t08/01/2024\r\n";

    #[test]
    fn what_excel_saves_is_read_and_written_the_same_way() {
        for encoding in [
            Encoding::Utf8 { mark: true },
            Encoding::Utf8 { mark: false },
            Encoding::Utf16 { little: true },
            Encoding::Utf16 { little: false },
        ] {
            let bytes = encoded(TEXT, encoding);
            assert_eq!(decoded(&bytes), (TEXT.to_owned(), encoding));
        }
    }

    #[test]
    fn an_old_code_page_is_read_with_its_tone_marks_on_their_letters() {
        // "Tệp, Ngày nhận" as CP1258 has it: ê and â, each followed by the dot below.
        let bytes = b"T\xea\xf2p,Ng\xe0y nh\xe2\xf2n\n";
        assert_eq!(decoded(bytes), ("Tệp,Ngày nhận\n".to_owned(), Encoding::Utf8 { mark: true }));
    }

    #[test]
    fn letters_that_were_lost_are_known_by_what_is_left() {
        assert!(is_left_of("Ngày nh?n", "Ngày nhận") && is_left_of("T?p", "Tệp"));
        assert!(!is_left_of("T?p", "Top") && !is_left_of("Tệp", "Tệp") && !is_left_of("T?", "Tệp"));
    }
}
