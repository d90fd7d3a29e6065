//! Leftovers of web pages and of Excel's own escapes in, plain text out: tags, entities, `_x000D_`.

/// Text without tags, with entities and escapes read.
pub(super) fn strip(raw: &str) -> String {
    let mut text = raw.to_owned();
    if text.contains("_x") {
        text = unescape(&text);
    }
    if text.contains('<') {
        text = without_tags(&text);
    }
    if text.contains('&') {
        text = with_entities(&text);
    }
    text
}

/// Excel writes control characters as `_x000D_`, and a true `_x` as `_x005F_x`.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let digits = rest[at..]
            .get(2..6)
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && rest.as_bytes().get(at + 6) == Some(&b'_'));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32) {
            Some('\r') => {
                rest = &rest[at + 7..];
                plain.push_str(if rest.starts_with('\n') { "" } else { "\n" });
            }
            Some(letter) => {
                plain.push(letter);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// Tags that end a line.
const BLOCKS: &[&str] = &["br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "table", "tbody", "thead", "hr"];
/// Tags that stand within a line.
const INLINES: &[&str] = &[
    "i",
    "b",
    "u",
    "s",
    "em",
    "strong",
    "span",
    "font",
    "sup",
    "sub",
    "small",
    "big",
    "a",
    "td",
    "th",
    "o:p",
    "o",
    "st1",
    "strike",
    "del",
    "ins",
    "mark",
    "center",
    "html",
    "body",
    "label",
    "code",
    "pre",
    "img",
    "blockquote",
    "section",
    "article",
];

fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let tail = &rest[at..];
        let tag = tail.find('>').and_then(|end| Some((end, tag_name(tail.get(1..end)?)?)));
        match tag {
            Some((end, name)) => {
                if BLOCKS.contains(&name.as_str()) {
                    plain.push('\n');
                }
                rest = &tail[end + 1..];
            }
            None => {
                plain.push('<');
                rest = &tail[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The name of a known tag; `None` for anything else between angle brackets, such as `a < b và c > d`.
fn tag_name(inside: &str) -> Option<String> {
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let name: String =
        inside.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == ':').collect::<String>().to_ascii_lowercase();
    let after = &inside[name.len()..];
    let ends = after.trim().is_empty() || after.trim() == "/" || (after.starts_with(char::is_whitespace) && after.contains('='));
    (ends && (BLOCKS.contains(&name.as_str()) || INLINES.contains(&name.as_str()))).then_some(name)
}

/// The entities that web forms leave behind; the letters are those Vietnamese shares with Latin-1.
const ENTITIES: &[(&str, &str)] = &[
    ("nbsp", " "),
    ("ensp", " "),
    ("emsp", " "),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("bull", "•"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("times", "×"),
    ("deg", "°"),
    ("shy", ""),
    ("zwnj", ""),
    ("Agrave", "À"),
    ("Aacute", "Á"),
    ("Acirc", "Â"),
    ("Atilde", "Ã"),
    ("Egrave", "È"),
    ("Eacute", "É"),
    ("Ecirc", "Ê"),
    ("Igrave", "Ì"),
    ("Iacute", "Í"),
    ("Ograve", "Ò"),
    ("Oacute", "Ó"),
    ("Ocirc", "Ô"),
    ("Otilde", "Õ"),
    ("Ugrave", "Ù"),
    ("Uacute", "Ú"),
    ("Yacute", "Ý"),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("atilde", "ã"),
    ("egrave", "è"),
    ("eacute", "é"),
    ("ecirc", "ê"),
    ("igrave", "ì"),
    ("iacute", "í"),
    ("ograve", "ò"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("otilde", "õ"),
    ("ugrave", "ù"),
    ("uacute", "ú"),
    ("yacute", "ý"),
    ("ETH", "Đ"),
    ("eth", "đ"),
];

fn with_entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let entity = tail.find(';').filter(|end| *end <= 8).and_then(|end| Some((end, entity(&tail[..end])?)));
        match entity {
            Some((end, meaning)) => {
                plain.push_str(&meaning);
                rest = &tail[end + 1..];
            }
            None => {
                plain.push('&');
                rest = tail;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).map(String::from);
    }
    ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, meaning)| (*meaning).to_owned())
}
