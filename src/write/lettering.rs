//! Text in, its measure out: how wide it is and how it falls into lines, set in Times New Roman.
//!
//! Tinos has the widths of Times New Roman, letter by letter, so its embedded cut measures for both. Pictures carry it; a workbook is set with
//! what the reader's machine has, where another font may lend the letters that only Vietnamese needs.

use std::ops::Range;
use std::sync::LazyLock;

use ab_glyph::{Font, FontRef};

pub static REGULAR: &[u8] = include_bytes!("../../templates/fonts/Tinos-Regular.ttf");
pub static BOLD: &[u8] = include_bytes!("../../templates/fonts/Tinos-Bold.ttf");

/// Characters up to here are looked up in a table; Latin with all Vietnamese letters, punctuation and arrows.
const TABLE: u32 = 0x2800;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Regular,
    Bold,
    /// In a workbook: as wide as Times New Roman, or as what stands in for its letters.
    SheetRegular,
    SheetBold,
}

/// How much wider than Tinos are the letters that Liberation Serif, the usual stand-in for Times New Roman, has to borrow from DejaVu Serif:
/// 1.18 and 1.20 on average over ơ, ư and the letters with a hook, a dot below or two marks.
const BORROWED: f32 = 1.18;
const BORROWED_BOLD: f32 = 1.2;

fn is_borrowed(letter: u32) -> bool {
    matches!(letter, 0x1A0 | 0x1A1 | 0x1AF | 0x1B0 | 0x1EA0..=0x1EF9)
}

/// Width of each character up to [`TABLE`], in parts of the font size.
static REGULAR_WIDTHS: LazyLock<Vec<f32>> = LazyLock::new(|| widths(REGULAR));
static BOLD_WIDTHS: LazyLock<Vec<f32>> = LazyLock::new(|| widths(BOLD));
static SHEET_REGULAR_WIDTHS: LazyLock<Vec<f32>> = LazyLock::new(|| lent(&REGULAR_WIDTHS, BORROWED));
static SHEET_BOLD_WIDTHS: LazyLock<Vec<f32>> = LazyLock::new(|| lent(&BOLD_WIDTHS, BORROWED_BOLD));

fn lent(widths: &[f32], wider: f32) -> Vec<f32> {
    (0..).zip(widths).map(|(letter, width)| if is_borrowed(letter) { width * wider } else { *width }).collect()
}

fn widths(bytes: &'static [u8]) -> Vec<f32> {
    let font = FontRef::try_from_slice(bytes).expect("the embedded font is a font");
    let em = font.units_per_em().expect("the embedded font has a size");
    let width = |code: u32| {
        let Some(letter) = char::from_u32(code) else { return 0.0 };
        let glyph = font.glyph_id(letter);
        match code {
            0..0x20 | 0x7F..0xA0 | 0x300..0x370 | 0x200B..0x2010 => 0.0,
            _ if glyph.0 == 0 => UNKNOWN_WIDTH,
            _ => font.h_advance_unscaled(glyph) / em,
        }
    };
    (0..TABLE).map(width).collect()
}

/// For letters the font does not have: as wide as a wide letter, rather too much than too little.
const UNKNOWN_WIDTH: f32 = 0.8;

impl Face {
    fn letter(self, letter: char) -> f64 {
        let table = match self {
            Face::Regular => &*REGULAR_WIDTHS,
            Face::Bold => &*BOLD_WIDTHS,
            Face::SheetRegular => &*SHEET_REGULAR_WIDTHS,
            Face::SheetBold => &*SHEET_BOLD_WIDTHS,
        };
        f64::from(table.get(letter as usize).copied().unwrap_or(1.0))
    }

    /// Width of a line, in the unit of `size`.
    pub fn width(self, text: &str, size: f64) -> f64 {
        text.chars().map(|letter| self.letter(letter)).sum::<f64>() * size
    }

    /// Width of the longest stretch without a space or line feed.
    pub fn longest_word(self, text: &str, size: f64) -> f64 {
        self.widths(text, size).1
    }

    /// Width of a line, and of its longest word.
    pub fn widths(self, text: &str, size: f64) -> (f64, f64) {
        let (mut whole, mut word, mut longest) = (0.0, 0.0, 0.0);
        for letter in text.chars() {
            let wide = self.letter(letter);
            whole += wide;
            word = if letter.is_whitespace() { 0.0 } else { word + wide };
            longest = f64::max(longest, word);
        }
        (whole * size, longest * size)
    }

    /// Where the lines of a text stand in it when none may be wider than `room`. Breaks at spaces and line feeds; a word
    /// that is wider than the room breaks between letters, as spreadsheets do. An empty text is one line.
    pub fn lines(self, text: &str, size: f64, room: f64) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        self.each_line(text, size, room, |line| lines.push(line));
        lines
    }

    /// How many they are.
    pub fn line_count(self, text: &str, size: f64, room: f64) -> usize {
        let mut count = 0;
        self.each_line(text, size, room, |_| count += 1);
        count
    }

    fn each_line(self, text: &str, size: f64, room: f64, mut line: impl FnMut(Range<usize>)) {
        let room = room / size;
        let mut paragraph_start = 0;
        for paragraph in text.split('\n') {
            self.break_paragraph(paragraph, paragraph_start, room, &mut line);
            paragraph_start += paragraph.len() + 1;
        }
    }

    fn break_paragraph(self, paragraph: &str, offset: usize, room: f64, line: &mut impl FnMut(Range<usize>)) {
        let mut start = 0;
        let mut width = 0.0;
        // Where the line may end, where the next then begins, and the width up to there.
        let mut gap: Option<(usize, usize, f64)> = None;
        for (position, letter) in paragraph.char_indices() {
            let wide = self.letter(letter);
            if letter == ' ' {
                gap = Some((position, position + 1, width + wide));
            } else if width + wide > room && position > start {
                let (end, next, used) = gap.take().unwrap_or((position, position, width));
                line(offset + start..offset + end);
                start = next;
                width -= used;
            }
            width += wide;
        }
        line(offset + start..offset + paragraph.len());
    }

    /// The lines themselves, at most `most`; when there are more, the last ends with "…" after a whole word.
    pub fn lines_at_most(self, text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
        let ranges = self.lines(text, size, room);
        let cut = ranges.len() > most;
        let mut lines: Vec<String> = ranges.into_iter().take(most).map(|range| text[range].trim_end().to_owned()).collect();
        if let (true, Some(last)) = (cut, lines.last_mut()) {
            while self.width(last, size) + self.width(" …", size) > room {
                match last.rfind(' ') {
                    Some(space) => last.truncate(space),
                    None => break,
                }
            }
            last.push_str(" …");
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::Face;

    #[test]
    fn every_vietnamese_letter_has_its_own_width() {
        let letters = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ";
        for letter in letters.chars().chain(letters.to_uppercase().chars()) {
            let width = Face::Regular.width(&letter.to_string(), 1000.0);
            assert!((250.0..950.0).contains(&width) && width != 800.0, "{letter}: {width}");
        }
        assert_eq!(Face::Regular.width("0123456789", 12.0), 60.0);
    }

    #[test]
    fn a_sheet_has_room_for_letters_lent_by_a_wider_font() {
        let text = "Cơ sở vật chất, thiết bị, học liệu";
        let (paper, sheet) = (Face::Regular.width(text, 12.0), Face::SheetRegular.width(text, 12.0));
        assert!((1.03..1.10).contains(&(sheet / paper)), "{paper} {sheet}");
        assert_eq!(Face::SheetBold.width("0123 abc", 12.0), Face::Bold.width("0123 abc", 12.0));
    }

    #[test]
    fn a_letter_written_in_two_parts_is_as_wide_as_in_one() {
        assert_eq!(Face::Bold.width("e\u{302}\u{301}", 12.0), Face::Bold.width("e", 12.0));
    }

    #[test]
    fn lines_break_at_spaces_and_lose_no_letter() {
        let text = "Bồi dưỡng thường xuyên cho giáo viên\nvà nhân viên";
        let lines: Vec<&str> = Face::Regular.lines(text, 12.0, 100.0).into_iter().map(|range| &text[range]).collect();
        assert_eq!(lines, ["Bồi dưỡng thường", "xuyên cho giáo viên", "và nhân viên"]);
        for line in lines {
            assert!(Face::Regular.width(line, 12.0) <= 100.0);
        }
    }

    #[test]
    fn a_word_wider_than_the_room_breaks_between_letters() {
        let text = "https://truong.example/minh-chung/đường-dẫn-rất-dài";
        let lines = Face::Regular.lines(text, 12.0, 60.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.into_iter().map(|range| &text[range]).collect::<String>(), text);
    }

    #[test]
    fn what_does_not_fit_ends_with_a_mark_after_a_whole_word() {
        let lines = Face::Regular.lines_at_most("một hai ba bốn năm sáu bảy tám chín mười", 12.0, 60.0, 2);
        assert_eq!(lines, ["một hai ba", "bốn năm …"]);
    }
}
