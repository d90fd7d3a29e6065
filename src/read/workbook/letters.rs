//! The bytes of a text file → its letters.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1258};
use memchr::memmem;

use crate::text;

/// By its byte order mark, else as UTF-16 shows, else UTF-8 where it is that but for a few letters, else as it says itself behind one of `labels`,
/// else as Windows writes Vietnamese.
pub(super) fn decoded<'b>(bytes: &'b [u8], labels: &[&[u8]]) -> Cow<'b, str> {
    const HEAD: usize = 4096;
    if let Some((wide, _)) = text::wide(bytes) {
        return Cow::Owned(wide);
    }
    let said = || {
        let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
        labels.iter().find_map(|before| {
            let after = &head[memmem::find(&head, before)? + before.len()..];
            let label: Vec<u8> =
                after.iter().copied().skip_while(|byte| matches!(byte, b'"' | b'\'')).take_while(|byte| is_of_label(*byte)).collect();
            Encoding::for_label(&label)
        })
    };
    let encoding = if is_utf_8(bytes) { UTF_8 } else { said().unwrap_or(WINDOWS_1258) };
    encoding.decode(bytes).0
}

/// A file cut within a letter, or with a damaged byte, is not therefore of another encoding, in which every letter would be wrong. Text of a code
/// page has hardly a letter that UTF-8 could read.
fn is_utf_8(bytes: &[u8]) -> bool {
    const GOOD_TO_A_BAD_ONE: usize = 4;
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || good >= bad * GOOD_TO_A_BAD_ONE
}

fn is_of_label(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_letter_makes_no_other_encoding() {
        let whole = "Nội dung cải tiến chất lượng giáo dục".as_bytes();
        let cut = &whole[..whole.len() - 2];
        assert_eq!(decoded(cut, &[]), "Nội dung cải tiến chất lượng giáo d\u{FFFD}");
        let (old, ..) = WINDOWS_1258.encode("Nội dung cải tiến chất lượng");
        assert!(!decoded(&old, &[]).contains('\u{FFFD}'));
        assert_eq!(decoded(b"caf\xE9", &[]), "café");
    }
}
