//! Vietnamese in, the same words as old fonts and other systems store them out.

use unicode_normalization::UnicodeNormalization;

use crate::draft::Lettering;

/// The stored text and, where the letters only make sense in it, the font.
pub fn store(text: &str, lettering: Lettering) -> (String, Option<&'static str>) {
    match lettering {
        Lettering::Composed => (text.to_owned(), None),
        Lettering::Decomposed => (text.replace('Đ', "Ð").nfd().collect(), None),
        Lettering::Tcvn3 => tcvn3(text),
        Lettering::Vni => (vni(text), Some("VNI-Times")),
    }
}

/// The letters of TCVN 5712:1993 (ABC fonts), and the Latin-1 letters in whose places they stand.
const TCVN3: [(&str, &str); 14] = [
    ("àảãáạ", "µ¶·¸¹"),
    ("ăằẳẵắặ", "¨»¼½¾Æ"),
    ("âầẩẫấậ", "©ÇÈÉÊË"),
    ("đèẻẽéẹ", "®ÌÎÏÐÑ"),
    ("êềểễếệ", "ªÒÓÔÕÖ"),
    ("ìỉĩíị", "×ØÜÝÞ"),
    ("òỏõóọ", "ßáâãä"),
    ("ôồổỗốộ", "«åæçèé"),
    ("ơờởỡớợ", "¬êëìíî"),
    ("ùủũúụ", "ïñòóô"),
    ("ưừửữứự", "\u{ad}õö÷øù"),
    ("ỳỷỹýỵ", "úûüýþ"),
    ("ĂÂÊÔ", "¡¢£¤"),
    ("ƠƯĐ", "¥¦§"),
];

/// Capitals with marks do not exist in these fonts: all-capital lines use the font of capitals, the rest small letters.
fn tcvn3(text: &str) -> (String, Option<&'static str>) {
    let capitals = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
    let place = |letter: char| {
        TCVN3.iter().find_map(|(letters, stored)| letters.chars().position(|own| own == letter).and_then(|at| stored.chars().nth(at)))
    };
    let small = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let letter = |letter: char| match place(letter) {
        Some(stored) if !capitals => stored,
        _ if capitals || (!letter.is_ascii() && letter.is_uppercase()) => place(small(letter)).unwrap_or(small(letter)),
        _ => letter,
    };
    (text.chars().map(letter).collect(), Some(if capitals { ".VnTimeH" } else { ".VnTime" }))
}

/// VNI-Windows: the mark follows its vowel as a letter of its own.
fn vni(text: &str) -> String {
    const WHOLE: [(char, char); 7] = [('đ', 'ñ'), ('ỉ', 'æ'), ('ĩ', 'ó'), ('ị', 'ò'), ('ì', 'ì'), ('í', 'í'), ('ỵ', 'î')];
    let mut stored = String::new();
    for letter in text.nfc() {
        let lower = letter.to_lowercase().next().unwrap_or(letter);
        let raised = |mark: char| if letter.is_uppercase() { mark.to_uppercase().next().unwrap_or(mark) } else { mark };
        if let Some((_, whole)) = WHOLE.iter().find(|(own, _)| *own == lower) {
            stored.push(raised(*whole));
            continue;
        }
        let parts: Vec<char> = std::iter::once(lower).nfd().collect();
        let (Some(base), marks) = (parts.first(), parts.get(1..).unwrap_or_default()) else { continue };
        let (shape, tone) = (marks.iter().find(|mark| SHAPES.contains(mark)), marks.iter().find(|mark| !SHAPES.contains(mark)));
        stored.push(raised(match (base, shape) {
            ('o', Some('\u{31b}')) => 'ô',
            ('u', Some('\u{31b}')) => 'ö',
            (base, _) => *base,
        }));
        if let Some(mark) = combined(shape.copied().filter(|shape| *shape != '\u{31b}'), tone.copied()) {
            stored.push(raised(mark));
        }
    }
    stored
}

/// Circumflex, breve, horn.
const SHAPES: [char; 3] = ['\u{302}', '\u{306}', '\u{31b}'];

fn combined(shape: Option<char>, tone: Option<char>) -> Option<char> {
    // Without a tone, then grave, acute, hook, tilde, dot below.
    let row = match shape {
        Some('\u{302}') => ['â', 'à', 'á', 'å', 'ã', 'ä'],
        Some('\u{306}') => ['ê', 'è', 'é', 'ú', 'ü', 'ë'],
        _ => ['\0', 'ø', 'ù', 'û', 'õ', 'ï'],
    };
    let at = tone
        .and_then(|tone| ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'].iter().position(|own| *own == tone))
        .map_or(0, |at| at + 1);
    Some(row[at]).filter(|mark| *mark != '\0')
}
