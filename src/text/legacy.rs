//! Text typed in TCVN3 (fonts named .Vn…) or VNI in, Unicode out, and only where that is sure.
//!
//! Sure is: the font says so; or the text holds words that Vietnamese cannot have, and all of them become words that it has.

mod letters;

use self::letters::{tcvn3, vni};
use super::syllable::is_vietnamese_syllable;

/// The text in Unicode, or `None` where it is not surely in an old encoding.
///
/// `font` is the font of the cell, where it is known: `.VnTime`, `.VnArialH` (its letters are drawn as capitals), `VNI-Times`.
pub fn legacy(raw: &str, font: Option<&str>) -> Option<String> {
    let bears_trace = raw.chars().any(|letter| matches!(letter, '\u{00A1}'..='\u{00FF}'));
    let typed_in_unicode = is_typed_in_unicode(raw);
    let named = font.and_then(Encoding::of_font);
    if typed_in_unicode || (!bears_trace && named != Some(Encoding::Tcvn3Capitals)) {
        return None;
    }
    match named {
        Some(encoding) => named_by_font(raw, encoding),
        None => match (surely(raw, Encoding::Tcvn3), surely(raw, Encoding::Vni)) {
            (Some(text), None) | (None, Some(text)) => Some(text),
            _ => None,
        },
    }
}

/// Whether a text holds letters that only Unicode has.
pub fn is_typed_in_unicode(raw: &str) -> bool {
    raw.chars().any(|letter| matches!(letter, 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ' | '\u{0300}'..='\u{0323}'))
}

/// A font that a text was surely typed in, by its letters alone.
pub fn legacy_font(raw: &str) -> Option<&'static str> {
    if is_typed_in_unicode(raw) {
        return None;
    }
    match (surely(raw, Encoding::Tcvn3), surely(raw, Encoding::Vni)) {
        (Some(_), None) => Some(".VnTime"),
        (None, Some(_)) => Some("VNI-Times"),
        _ => None,
    }
}

/// Whether a font is one of those whose letters are not Unicode.
pub fn is_legacy_font(font: &str) -> bool {
    Encoding::of_font(font).is_some()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Tcvn3,
    Tcvn3Capitals,
    Vni,
}

impl Encoding {
    fn of_font(font: &str) -> Option<Self> {
        let font = font.trim().to_ascii_lowercase();
        if font.starts_with("vni-") || font.starts_with("vni ") {
            return Some(Encoding::Vni);
        }
        font.starts_with(".vn").then(|| if font.ends_with('h') { Encoding::Tcvn3Capitals } else { Encoding::Tcvn3 })
    }

    /// The run of letters and signs in Unicode; `None` where one of them is not of this encoding.
    fn decode(self, run: &str) -> Option<String> {
        match self {
            Encoding::Tcvn3 => run.chars().map(|sign| if sign.is_ascii() { Some(sign) } else { tcvn3(sign) }).collect(),
            Encoding::Tcvn3Capitals => Some(Encoding::Tcvn3.decode(run)?.to_uppercase()),
            Encoding::Vni => vni(run),
        }
    }

    fn is_letter(self, sign: char) -> bool {
        sign.is_alphabetic() || (self != Encoding::Vni && tcvn3(sign).is_some())
    }
}

/// The font says what it is, unless the words say otherwise: a cell keeps its font when new text is typed into it.
fn named_by_font(raw: &str, encoding: Encoding) -> Option<String> {
    let mut text = String::with_capacity(raw.len() + 8);
    let (mut better, mut worse) = (0, 0);
    for run in runs(raw, encoding) {
        let decoded = if run.letters { encoding.decode(run.text) } else { None };
        if run.letters && !run.text.is_ascii() {
            match &decoded {
                Some(decoded) if is_vietnamese_syllable(decoded) => better += usize::from(!is_vietnamese_syllable(run.text)),
                _ => worse += usize::from(is_vietnamese_syllable(run.text)),
            }
        }
        text.push_str(decoded.as_deref().unwrap_or(run.text));
    }
    (text != raw && worse <= better).then_some(text)
}

/// The text in Unicode, if it has words that are no words otherwise, and nearly all of its words become true ones.
fn surely(raw: &str, encoding: Encoding) -> Option<String> {
    let mut text = String::with_capacity(raw.len() + 8);
    let (mut words, mut failures, mut witnesses, mut strong) = (0, 0, 0, 0);
    let all_capitals = !raw.chars().any(|sign| sign.is_ascii_lowercase()) && raw.chars().filter(char::is_ascii_uppercase).nth(1).is_some();
    for run in runs(raw, encoding) {
        if !run.letters || run.text.is_ascii() {
            text.push_str(run.text);
            continue;
        }
        if run.is_measure() {
            return None;
        }
        let decoded = encoding.decode(run.text)?;
        let lone = run.text.chars().count() == 1;
        words += 1;
        if is_vietnamese_syllable(&decoded) {
            if !lone && !is_vietnamese_syllable(run.text) {
                witnesses += 1;
                let signs = run.text.chars().any(|sign| !sign.is_alphabetic() || matches!(sign, '\u{A1}'..='\u{BF}'));
                let pairs = encoding == Encoding::Vni && decoded.chars().count() < run.text.chars().count();
                // `triÖu`, `HåNG`: a capital behind a small letter, which no language writes.
                let mixed = encoding == Encoding::Tcvn3
                    && run.text.chars().zip(run.text.chars().skip(1)).any(|(one, next)| one.is_lowercase() && next.is_uppercase());
                strong += usize::from(signs || pairs || mixed);
            }
        } else if !is_abbreviation(&decoded) {
            failures += 1;
        }
        // Small letters stand for capitals with a tone: there are no others.
        let capitals = encoding == Encoding::Tcvn3 && (all_capitals || run.is_in_capitals());
        text.push_str(&if capitals { decoded.to_uppercase() } else { decoded });
    }
    (failures * 10 <= words && (strong > 0 || witnesses > 1)).then_some(text)
}

/// `GD&ĐT` is no syllable, and no word of another language either.
fn is_abbreviation(word: &str) -> bool {
    word.chars().all(|letter| letter.is_uppercase() || letter == 'đ')
}

/// A stretch of text that is all letters of an encoding, or all something else.
struct Run<'a> {
    text: &'a str,
    letters: bool,
    beside_digit: bool,
}

impl Run<'_> {
    /// `TR¦êNG`.
    fn is_in_capitals(&self) -> bool {
        let mut letters = self.text.chars().filter(char::is_ascii_alphabetic);
        letters.clone().all(|letter| letter.is_ascii_uppercase()) && letters.nth(1).is_some()
    }

    /// `6m×8m`, `3 µm`: the signs of arithmetic are letters in TCVN3.
    fn is_measure(&self) -> bool {
        let arithmetic = self
            .text
            .chars()
            .filter(|sign| !sign.is_ascii())
            .all(|sign| matches!(sign, '×' | '÷' | 'µ' | '·' | '¼' | '½' | '¾' | '¹' | '¢' | '£' | '¥'));
        (arithmetic && self.beside_digit) || matches!(self.text, "µm" | "µg" | "µl")
    }
}

fn runs(text: &str, encoding: Encoding) -> Vec<Run<'_>> {
    let mut found: Vec<Run<'_>> = Vec::new();
    let mut start = 0;
    let mut letters = None;
    for (at, sign) in text.char_indices() {
        let is_letter = encoding.is_letter(sign);
        if letters.is_some_and(|kind| kind != is_letter) {
            found.push(Run { text: &text[start..at], letters: !is_letter, beside_digit: false });
            start = at;
        }
        letters = Some(is_letter);
    }
    if let Some(letters) = letters {
        found.push(Run { text: &text[start..], letters, beside_digit: false });
    }
    for at in 0..found.len() {
        let before = at > 0 && found[at - 1].text.ends_with(|sign: char| sign.is_ascii_digit());
        let after = found.get(at + 1).is_some_and(|run| run.text.starts_with(|sign: char| sign.is_ascii_digit()));
        found[at].beside_digit = before || after;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::letters::{TCVN3, VNI_PAIRS, VNI_SINGLES, small};
    use super::*;

    const SENTENCES: &[&str] = &[
        "Trường trung học cơ sở tổ chức và quản lý nhà trường theo quy định của pháp luật",
        "Kế hoạch cải tiến chất lượng giáo dục năm học 2023-2024",
        "Phòng GD&ĐT quận Hải Châu; Đoàn thể: không có",
        "Giúp đỡ học sinh khuyết tật, thường xuyên duy trì nề nếp; mỗi lớp có đủ bàn ghế",
        "Tỷ lệ chuyên cần đạt 95%, nghỉ học vì ốm; xây dựng kỷ cương, chuẩn bị kỹ lưỡng",
        "Đã mua sắm 10 máy vi tính cho thư viện, đề nghị Ủy ban xã hỗ trợ",
        "Quyển sổ ghi chép, tủ lạnh, mẫu giáo, bể nước, bậc thềm, ngã rẽ, ổ cắm, cỗ xe, ỉ ôi, ĩnh, nghỉ, thỏa thuận",
        "Đường, Ăn, Âm, Êm, Ôn, Ơn, Ước",
    ];

    fn in_tcvn3(text: &str) -> String {
        text.chars()
            .flat_map(|letter| if TCVN3.contains(&letter) || letter.is_ascii() { vec![letter] } else { letter.to_lowercase().collect() })
            .map(|letter| match TCVN3.iter().position(|known| *known == letter) {
                Some(place) if letter != ' ' => {
                    char::from_u32(0xA1 + u32::try_from(place).expect("the table is short")).expect("a letter of Latin-1")
                }
                _ => letter,
            })
            .collect()
    }

    fn in_vni(text: &str) -> String {
        let mut typed = String::new();
        for letter in text.chars() {
            let lower = small(letter);
            let pair = VNI_PAIRS
                .iter()
                .find_map(|(vowel, marks)| marks.iter().find(|(_, result)| *result == lower).map(|(mark, _)| format!("{vowel}{mark}")));
            let single = VNI_SINGLES.iter().find(|(_, result)| *result == lower).map(|(sign, _)| sign.to_string());
            let sign = single.or(pair).unwrap_or_else(|| lower.to_string());
            typed.push_str(&if lower == letter { sign } else { sign.to_uppercase() });
        }
        typed
    }

    #[test]
    fn sentences_in_both_encodings_come_back_whole() {
        for sentence in SENTENCES {
            let small_tones: String = sentence.replace('Ủ', "ủ");
            assert_eq!(legacy(&in_tcvn3(&small_tones), None).as_deref(), Some(small_tones.as_str()), "{}", in_tcvn3(sentence));
            assert_eq!(legacy(&in_vni(sentence), None).as_deref(), Some(*sentence), "{}", in_vni(sentence));
            assert_eq!(legacy(&in_tcvn3(&small_tones), Some(".VnTime")).as_deref(), Some(small_tones.as_str()));
            assert_eq!(legacy(&in_tcvn3(&small_tones), Some(".VnTimeH")), Some(small_tones.to_uppercase()));
            assert_eq!(legacy(&in_vni(sentence), Some("VNI-Times")).as_deref(), Some(*sentence));
            assert_eq!(legacy(sentence, None), None);
            assert_eq!(legacy(sentence, Some(".VnTime")), None);
        }
    }

    #[test]
    fn words_typed_on_real_machines_are_read() {
        for (raw, text) in [
            ("tr\u{AD}êng", "trường"),
            ("tiªu chuÈn", "tiêu chuẩn"),
            ("tröôøng", "trường"),
            ("tieâu chuaån", "tiêu chuẩn"),
            ("Tiªu chÝ 1.10", "Tiêu chí 1.10"),
            ("Kh«ng", "Không"),
            ("Khoâng", "Không"),
            ("TRÖÔØNG TIEÅU HOÏC", "TRƯỜNG TIỂU HỌC"),
            ("Tröôøng THCS Toân Thaát Tuøng", "Trường THCS Tôn Thất Tùng"),
            ("Phßng GD&§T huyÖn", "Phòng GD&ĐT huyện"),
            ("N¨m häc 2023-2024", "Năm học 2023-2024"),
            ("Th¸ng 9/2023", "Tháng 9/2023"),
            ("Sè l\u{AD}îng m¸y tÝnh: 10", "Số lượng máy tính: 10"),
            ("15 triÖu", "15 triệu"),
            ("THCS NguyÔn Du", "THCS Nguyễn Du"),
            ("TR¦êNG MÇM NON HOA HåNG", "TRƯỜNG MẦM NON HOA HỒNG"),
            ("TR¦êNG THCS NGUYÔN DU", "TRƯỜNG THCS NGUYỄN DU"),
        ] {
            assert_eq!(legacy(raw, None).as_deref(), Some(text), "{raw}");
        }
    }

    /// A cell is short: it comes back whole or stays as it is, and never becomes something else.
    #[test]
    fn cells_in_both_encodings_come_back_whole_or_not_at_all() {
        const CELLS: &[&str] = &[
            "Tháng 9/2023 đến tháng 5/2024",
            "Từ tháng 9/2023",
            "Cuối năm học",
            "Đầu năm học 2023-2024",
            "Thường xuyên",
            "Học kỳ I",
            "Hè 2024",
            "Quý II/2024",
            "Trước ngày 15/10/2023",
            "Khi có kinh phí",
            "Hằng tháng",
            "Tuần 3 tháng 10",
            "15 triệu đồng",
            "1,5 tỷ",
            "500 nghìn",
            "Ngân sách nhà nước",
            "Xã hội hóa",
            "Vận động phụ huynh",
            "Không",
            "Không có",
            "Đã thực hiện",
            "Đang thực hiện",
            "Chưa triển khai do thiếu kinh phí",
            "Hoàn thành",
            "Chậm so với kế hoạch",
            "Tiêu chí 1.10",
            "Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học",
            "Chỉ báo b, tiêu chí 8",
            "Hiệu trưởng",
            "Phó Hiệu trưởng",
            "Tổ trưởng chuyên môn",
            "Giáo viên chủ nhiệm",
            "Trường Mầm non Hoa Sen",
            "Trường Tiểu học Kim Đồng",
            "Trường THCS Nguyễn Du",
            "Mua sắm máy tính cho thư viện",
            "Bồi dưỡng đội ngũ",
            "Nâng cao chất lượng giáo dục toàn diện",
            "Kết quả cần đạt",
            "Công việc cần thực hiện",
            "Ghi chú",
            "Nơi thu thập",
        ];
        for (name, encode) in [("TCVN3", in_tcvn3 as fn(&str) -> String), ("VNI", in_vni)] {
            let read: Vec<Option<String>> = CELLS.iter().map(|cell| legacy(&encode(cell), None)).collect();
            for (cell, read) in CELLS.iter().zip(&read) {
                assert!(read.as_deref().is_none_or(|read| read == *cell), "{name} {cell} read as {read:?}");
            }
            let whole = read.iter().flatten().count();
            assert!(whole * 10 >= CELLS.len() * 8, "{name}: only {whole} of {} are sure", CELLS.len());
        }
        for cell in CELLS {
            assert_eq!(legacy(cell, None), None, "{cell}");
        }
    }

    #[test]
    fn a_font_decides_where_the_letters_leave_a_doubt() {
        assert_eq!(legacy("Hä tªn", Some(".VnTime")).as_deref(), Some("Họ tên"));
        assert_eq!(legacy("k\u{d5} ho\u{b9}ch", Some(".VnArialH")).as_deref(), Some("KẾ HOẠCH"));
        assert_eq!(legacy("ban", Some(".VnTimeH")).as_deref(), Some("BAN"));
        assert_eq!(legacy("soá", Some("VNI-Helve")).as_deref(), Some("số"));
        assert_eq!(legacy("soá", None), None);
        assert_eq!(legacy("Hà Nam", Some(".VnTime")), None);
        assert_eq!(legacy("Ban giám hiệu", Some(".VnTime")), None);
        assert_eq!(legacy("tr\u{AD}êng", Some("Times New Roman")).as_deref(), Some("trường"));
    }

    #[test]
    fn what_is_not_surely_old_stays() {
        for text in [
            "",
            "Tieu chi 1.1",
            "Hà Nam",
            "hoà nhã",
            "toà án",
            "Các lá cờ",
            "xoá",
            "Màn hình",
            "Môi trường",
            "thoả",
            "café",
            "naïve",
            "Müller",
            "façade",
            "El Niño",
            "España",
            "Zoë",
            "Noël",
            "Citroën",
            "Björn",
            "für alle",
            "Ångström",
            "crème brûlée",
            "garçon",
            "déjà vu",
            "Windows®",
            "©2023",
            "© Hoa Sen",
            "«Hoa Sen»",
            "6m×8m",
            "3 × 4",
            "10 µm",
            "25 °C",
            "10 m²",
            "½ ngày",
            "2·5",
            "§1",
            "£5",
            "imple\u{ad}ment",
            "thà\u{ad}nh",
            "a\u{ad}b",
            "co\u{ad}operation",
            "Læsø",
            "smörgåsbord",
            "São Paulo",
            "Curaçao",
            "Tö",
            "à",
            "µ",
            "÷",
            "Trường THCS Hoa Sen © 2023",
            "Học sinh đọc «Truyện Kiều»",
            "Ê Đê",
            "Cô và trò",
            "Là gì",
            "Cá mè hoa",
        ] {
            assert_eq!(legacy(text, None), None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn no_text_is_too_strange(text in "[a-z \u{a1}-\u{ff}0-9ư]{0,24}|\\PC{0,24}", font in 0_usize..4) {
            let _ = legacy(&text, [None, Some(".VnTime"), Some(".VnTimeH"), Some("VNI-Times")][font]);
        }
    }
}
