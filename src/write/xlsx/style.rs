//! What a cell is and means in, fonts, fills and borders out.
//!
//! A tone is told by colour and by something that a grey copy keeps: weight, slant, or how dark the fill is.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatPattern, FormatUnderline};

use super::measure::BODY;
use crate::table::{Align, Tone};
use crate::write::palette::{ACCENT, ACCENT_FAINT, ACCENT_LIGHT, INK, PAPER, Rgb, SOFT_INK};

pub const FONT: &str = "Times New Roman";
pub const TITLE_SIZE: u8 = 14;
pub const SUBTITLE_SIZE: u8 = 12;
pub const IMPRINT_SIZE: u8 = 9;
const BORDER: Rgb = 0x9AA5A8;
const LINK: Rgb = 0x0B5394;

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Organisation,
    /// The last line of the organisation, and the motto.
    OrganisationStrong,
    /// The line below them.
    Rule,
    Title,
    Subtitle,
    Note,
    Imprint,
    Heading,
    ColumnTitle,
    Plain,
    Group,
    Total,
    SignatureDate,
    SignatureStrong,
    /// A whole signature in one cell.
    SignatureBlock,
    /// Small print at the foot of that row.
    ImprintBeside,
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shown {
    Text,
    Count,
    Share,
    Money,
    Date,
}

/// Everything a look depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Look {
    pub place: Place,
    pub tone: Tone,
    pub align: Align,
    pub shown: Shown,
    /// Begins like a formula and is none.
    pub quoted: bool,
    pub linked: bool,
    /// To be filled in, though its sheet is locked.
    pub open: bool,
    pub size: u8,
}

impl Look {
    pub fn of(place: Place) -> Self {
        let (align, size) = match place {
            Place::Title => (Align::Centre, TITLE_SIZE),
            Place::Subtitle => (Align::Centre, SUBTITLE_SIZE),
            Place::Heading => (Align::Left, BODY + 1),
            Place::Imprint => (Align::Centre, IMPRINT_SIZE),
            Place::ImprintBeside => (Align::Left, IMPRINT_SIZE),
            Place::Note | Place::Plain | Place::Group | Place::Total => (Align::Left, BODY),
            _ => (Align::Centre, BODY),
        };
        Look { place, tone: Tone::Plain, align, shown: Shown::Text, quoted: false, linked: false, open: false, size }
    }
}

/// The looks used so far.
#[derive(Default)]
pub struct Styles(HashMap<Look, Format>);

impl Styles {
    pub fn get(&mut self, look: Look) -> &Format {
        self.0.entry(look).or_insert_with(|| format(look))
    }
}

/// What every cell of the workbook is set in unless said otherwise.
pub fn body() -> Format {
    Format::new().set_font_name(FONT).set_font_size(BODY)
}

fn format(look: Look) -> Format {
    let mut format = Format::new().set_font_name(FONT).set_font_size(look.size).set_font_color(INK).set_align(FormatAlign::VerticalCenter);
    format = format.set_align(match look.align {
        Align::Left => FormatAlign::Left,
        Align::Centre => FormatAlign::Center,
        Align::Right => FormatAlign::Right,
    });
    if matches!(look.place, Place::Plain | Place::Group | Place::Total) && look.align == Align::Left {
        format = format.set_indent(1);
    }
    format = match (look.shown, look.align) {
        (Shown::Text, Align::Right) => format.set_text_wrap().set_num_format(kept_off("General")),
        (Shown::Text, _) => format.set_text_wrap(),
        (Shown::Count | Shown::Money, Align::Right) => format.set_num_format(kept_off("#,##0")),
        (Shown::Count | Shown::Money, _) => format.set_num_format("#,##0"),
        (Shown::Share, Align::Right) => format.set_num_format(kept_off("0.0%")),
        (Shown::Share, _) => format.set_num_format("0.0%"),
        (Shown::Date, _) => format.set_num_format("dd/mm/yyyy"),
    };
    format = placed(format, look.place);
    if matches!(look.place, Place::Plain | Place::Total | Place::Note) {
        format = toned(format, look.tone);
    }
    if look.linked {
        format = format.set_underline(FormatUnderline::Single);
        if look.tone == Tone::Plain {
            format = format.set_font_color(LINK);
        }
    }
    if look.open {
        // Text, so that Excel makes no day of "10/2023" and no formula of "- Sửa hàng rào".
        format = format.set_unlocked().set_num_format("@");
    }
    if look.quoted { format.set_quote_prefix() } else { format }
}

/// A number format that keeps figures, and texts that formulas give instead, a digit's width off the right edge. LibreOffice forgets an indent there.
fn kept_off(number: &str) -> String {
    format!("{number}_0;-{number}_0;{number}_0;@_0")
}

fn placed(format: Format, place: Place) -> Format {
    let bordered = |format: Format| format.set_border(FormatBorder::Thin).set_border_color(BORDER);
    match place {
        Place::Organisation | Place::Rule | Place::Note => format,
        Place::Imprint => format.set_italic().set_font_color(SOFT_INK),
        Place::OrganisationStrong | Place::SignatureStrong => format.set_bold(),
        Place::Title => format.set_bold().set_font_color(ACCENT),
        Place::Subtitle | Place::SignatureDate => format.set_italic(),
        Place::SignatureBlock => format.set_align(FormatAlign::Top),
        Place::ImprintBeside => format.set_italic().set_font_color(SOFT_INK).set_align(FormatAlign::Bottom),
        Place::Heading => format.set_bold().set_font_color(ACCENT),
        Place::ColumnTitle => bordered(format).set_bold().set_background_color(ACCENT_LIGHT),
        Place::Plain => bordered(format),
        Place::Group => bordered(format).set_bold().set_background_color(ACCENT_FAINT),
        Place::Total => {
            bordered(format).set_bold().set_background_color(ACCENT_FAINT).set_border_top(FormatBorder::Medium).set_border_top_color(ACCENT)
        }
    }
}

fn toned(format: Format, tone: Tone) -> Format {
    match tone {
        Tone::Plain => format,
        Tone::Good => format.set_font_color(0x1D6B45_u32),
        Tone::Warning => format.set_italic().set_font_color(0x6B4E00_u32).set_background_color(0xFFF3D1_u32),
        Tone::Bad => format.set_bold().set_font_color(0x8F2D12_u32).set_background_color(0xF6D5CB_u32),
        Tone::Absent => format.set_pattern(FormatPattern::LightUp).set_foreground_color(BORDER).set_background_color(PAPER),
        Tone::Muted => format.set_font_color(SOFT_INK),
        Tone::Strong => format.set_bold().set_font_color(ACCENT),
        Tone::Level(0) => format.set_italic(),
        Tone::Level(1) => format.set_background_color(0xE4F1F2_u32),
        Tone::Level(2) => format.set_background_color(0xBEDDE0_u32),
        Tone::Level(3) => format.set_background_color(0x86BFC6_u32),
        Tone::Level(_) => format.set_bold().set_font_color(PAPER).set_background_color(ACCENT),
    }
}
