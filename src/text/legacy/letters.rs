//! A sign of TCVN3, a run of VNI in; the letters they stand for out. What is sure is for others to say.

/// The letters of TCVN 5712:1993 VN3, from 0xA1 on. Capitals with a tone are small letters in a font of capitals.
pub(super) const TCVN3: [char; 94] = [
    'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', ' ', ' ', ' ', ' ', ' ', ' ', 'à', 'ả', 'ã', 'á', 'ạ', ' ', 'ằ',
    'ẳ', 'ẵ', 'ắ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', ' ', 'ẻ', 'ẽ', 'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ',
    'ì', 'ỉ', ' ', ' ', ' ', 'ĩ', 'í', 'ị', 'ò', ' ', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', ' ', 'ủ',
    'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
];

pub(super) fn tcvn3(sign: char) -> Option<char> {
    // Some programs turn the micro sign into the Greek letter.
    let sign = if sign == 'μ' { 'µ' } else { sign };
    let place = u32::from(sign).checked_sub(0xA1)?;
    TCVN3.get(usize::try_from(place).ok()?).copied().filter(|letter| *letter != ' ')
}

/// A vowel and the sign after it that stands for its marks.
pub(super) const VNI_PAIRS: &[(&str, &[(char, char)])] = &[
    (
        "a",
        &[
            ('ø', 'à'),
            ('ù', 'á'),
            ('û', 'ả'),
            ('õ', 'ã'),
            ('ï', 'ạ'),
            ('â', 'â'),
            ('à', 'ầ'),
            ('á', 'ấ'),
            ('å', 'ẩ'),
            ('ã', 'ẫ'),
            ('ä', 'ậ'),
            ('ê', 'ă'),
            ('è', 'ằ'),
            ('é', 'ắ'),
            ('ú', 'ẳ'),
            ('ü', 'ẵ'),
            ('ë', 'ặ'),
        ],
    ),
    (
        "e",
        &[
            ('ø', 'è'),
            ('ù', 'é'),
            ('û', 'ẻ'),
            ('õ', 'ẽ'),
            ('ï', 'ẹ'),
            ('â', 'ê'),
            ('à', 'ề'),
            ('á', 'ế'),
            ('å', 'ể'),
            ('ã', 'ễ'),
            ('ä', 'ệ'),
        ],
    ),
    (
        "o",
        &[
            ('ø', 'ò'),
            ('ù', 'ó'),
            ('û', 'ỏ'),
            ('õ', 'õ'),
            ('ï', 'ọ'),
            ('â', 'ô'),
            ('à', 'ồ'),
            ('á', 'ố'),
            ('å', 'ổ'),
            ('ã', 'ỗ'),
            ('ä', 'ộ'),
        ],
    ),
    ("u", &[('ø', 'ù'), ('ù', 'ú'), ('û', 'ủ'), ('õ', 'ũ'), ('ï', 'ụ')]),
    ("y", &[('ø', 'ỳ'), ('ù', 'ý'), ('û', 'ỷ'), ('õ', 'ỹ')]),
    ("ô", &[('ø', 'ờ'), ('ù', 'ớ'), ('û', 'ở'), ('õ', 'ỡ'), ('ï', 'ợ')]),
    ("ö", &[('ø', 'ừ'), ('ù', 'ứ'), ('û', 'ử'), ('õ', 'ữ'), ('ï', 'ự')]),
];

/// Signs that are a letter by themselves.
pub(super) const VNI_SINGLES: &[(char, char)] =
    &[('ô', 'ơ'), ('ö', 'ư'), ('ñ', 'đ'), ('ì', 'ì'), ('í', 'í'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

pub(super) fn vni(run: &str) -> Option<String> {
    let mut text = String::with_capacity(run.len() + 8);
    let mut signs = run.chars().peekable();
    while let Some(sign) = signs.next() {
        let lower = small(sign);
        let marks = VNI_PAIRS.iter().find(|(vowel, _)| vowel.starts_with(lower)).map_or(&[][..], |(_, marks)| marks);
        let marked = signs.peek().and_then(|mark| marks.iter().find(|(known, _)| *known == small(*mark)));
        let single =
            || if sign.is_ascii() { Some(lower) } else { VNI_SINGLES.iter().find(|(known, _)| *known == lower).map(|(_, letter)| *letter) };
        let letter = match marked {
            Some((_, letter)) => {
                signs.next();
                *letter
            }
            None => single()?,
        };
        if sign == lower { text.push(letter) } else { text.extend(letter.to_uppercase()) }
    }
    Some(text)
}

pub(super) fn small(sign: char) -> char {
    sign.to_lowercase().next().unwrap_or(sign)
}
