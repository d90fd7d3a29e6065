//! The bytes of a text file → its letters.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1258};
use memchr::memmem;

use crate::text;

/// By its byte order mark, else as UTF-16 shows, else UTF-8 where it is that, else as it says itself behind one of `labels`, else as Windows
/// writes Vietnamese.
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
    let encoding = if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { said().unwrap_or(WINDOWS_1258) };
    encoding.decode(bytes).0
}

fn is_of_label(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}
