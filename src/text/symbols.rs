//! Letters in a font of signs (Wingdings, Webdings, Symbol) in, the signs that people see out: `ü` is ✓.

/// Codes of a font and their signs, where schools use them; bullets among them.
const FONTS: &[(&str, &[(char, char)])] = &[
    (
        "wingdings",
        &[
            ('ü', '✓'),
            ('û', '✗'),
            ('þ', '☑'),
            ('ý', '☒'),
            ('x', '☒'),
            ('¨', '☐'),
            ('o', '☐'),
            ('q', '☐'),
            ('n', '■'),
            ('l', '●'),
            ('§', '•'),
            ('v', '•'),
            ('Ø', '•'),
        ],
    ),
    ("wingdings 2", &[('P', '✓'), ('O', '✗'), ('R', '☑'), ('S', '☒'), ('T', '☒'), ('Q', '☒'), ('£', '☐')]),
    ("webdings", &[('a', '✓'), ('r', '✗'), ('c', '☐'), ('g', '■')]),
    ("symbol", &[('Ö', '√'), ('´', '×'), ('·', '•')]),
];

/// What a text shows in its font; `None` where the font is none of signs, or a letter of it is not known.
pub fn symbols(raw: &str, font: &str) -> Option<String> {
    let font = font.trim().to_lowercase();
    let (_, signs) = FONTS.iter().find(|(name, _)| *name == font)?;
    // Word and Excel also store such letters from U+F000 on.
    let plain =
        |letter: char| u32::from(letter).checked_sub(0xF000).filter(|code| *code <= 0xFF).and_then(char::from_u32).unwrap_or(letter);
    let sign = |letter: char| match letter {
        ' ' => Some(' '),
        letter => signs.iter().find(|(code, _)| *code == plain(letter)).map(|(_, sign)| *sign),
    };
    (!raw.trim().is_empty()).then(|| raw.chars().map(sign).collect())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_fonts_of_signs_are_what_they_show() {
        for (raw, font, shown) in [
            ("ü", "Wingdings", Some("✓")),
            ("\u{F0FC}", "Wingdings", Some("✓")),
            ("þ", "Wingdings", Some("☑")),
            ("ý", "Wingdings", Some("☒")),
            ("x", "Wingdings", Some("☒")),
            ("¨", "Wingdings", Some("☐")),
            ("P", "Wingdings 2", Some("✓")),
            ("R", "Wingdings 2", Some("☑")),
            ("O", "Wingdings 2", Some("✗")),
            ("a", "Webdings", Some("✓")),
            ("Ö", "Symbol", Some("√")),
            ("ü", "Times New Roman", None),
            ("Đạt", "Wingdings", None),
            ("P", "Wingdings", None),
            ("", "Wingdings", None),
        ] {
            assert_eq!(symbols(raw, font).as_deref(), shown, "{raw} {font}");
        }
    }
}
