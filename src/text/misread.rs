//! Text in UTF-8 that a program read as Western in, the text that was meant out: `Káº¿ hoáº¡ch` is `Kế hoạch`. So it comes when a file without its byte
//! order mark is opened in Excel and saved.

use encoding_rs::WINDOWS_1252;

/// `None` where not every letter can have come so: two Western letters of which the second goes on the first are no word of any language.
pub fn misread(raw: &str) -> Option<String> {
    let begins = |letter: char| ('\u{C2}'..='\u{F4}').contains(&letter);
    // What stands in the places of Windows that go on a letter of UTF-8: signs, and a few letters of other languages.
    let goes_on = |letter: char| ('\u{80}'..='\u{BF}').contains(&letter) || !letter.is_ascii() && !('\u{C0}'..='\u{FF}').contains(&letter);
    if !raw.chars().zip(raw.chars().skip(1)).any(|(letter, next)| begins(letter) && goes_on(next)) {
        return None;
    }
    let bytes: Option<Vec<u8>> = raw.chars().map(place).collect();
    String::from_utf8(bytes?).ok()
}

/// The place of a letter in Latin-1, or in the places that Windows filled in it.
fn place(letter: char) -> Option<u8> {
    u8::try_from(letter).ok().or_else(|| match *WINDOWS_1252.encode(letter.encode_utf8(&mut [0; 4])).0 {
        [place] => Some(place),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_read_one_by_one_come_together() {
        for meant in ["Kế hoạch cải tiến chất lượng", "TRƯỜNG THCS HOA SEN", "Độc lập – Tự do", "Hiệu trưởng"]
        {
            let (of_windows, _) = WINDOWS_1252.decode_without_bom_handling(meant.as_bytes());
            let of_latin: String = meant.bytes().map(char::from).collect();
            assert_eq!([misread(&of_windows), misread(&of_latin)], [Some(meant.to_owned()), Some(meant.to_owned())]);
        }
    }

    #[test]
    fn words_are_left_alone() {
        for text in
            ["Kế hoạch", "Hà Nội", "hòa bình", "café", "Thanh toán", "LÃ VĂN A", "Mỗi lớp 5 × 2", "à ừ", "VÌ", "§ 5", "Có", "đã", "ÃO"]
        {
            assert_eq!(misread(text), None, "{text}");
        }
    }
}
