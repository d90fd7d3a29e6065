//! The tables an office sends to the one above, `templates/bieu-so/*.toml`, in; their layouts out: which figure stands in which column.

use std::path::Path;
use std::str::FromStr;

use serde::Deserialize;

use crate::template::{self, Shelf, Source, Spanned};

/// Columns of one sheet at most: what a page can hold, and more than any office asks for.
const MOST_COLUMNS: usize = 60;

/// One sheet of `bieu-so.xlsx`.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub sheet: String,
    pub title: String,
    pub notes: Vec<String>,
    pub rows: Rows,
    pub columns: Vec<LayoutColumn>,
}

/// What a row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    Unit,
    Kind,
    /// Each unit, then its kinds.
    UnitAndKind,
}

#[derive(Debug, Clone, PartialEq)]
pub struct LayoutColumn {
    pub title: String,
    pub group: Option<String>,
    pub field: Field,
    pub width: f64,
}

/// A figure by its name in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Number,
    Name,
    /// The unit above.
    Parent,
    Schools,
    Reported,
    ReportedShare,
    OnTime,
    Late,
    Missing,
    Unreadable,
    SelfAssessed,
    SelfAssessedShare,
    /// Schools that have reached the level, by their self-assessment.
    Level(u8),
    LevelShare(u8),
    Accreditation(u8),
    NationalStandard(u8),
    Expiring,
    Actions,
    Completed,
    CompletedShare,
    InProgress,
    NotStarted,
    NoReport,
    Overdue,
    OverdueShare,
    PossiblyOverdue,
    Undetermined,
    Cost,
}

/// Every name.
const FIELDS: [(&str, Field); 38] = [
    ("number", Field::Number),
    ("name", Field::Name),
    ("parent", Field::Parent),
    ("schools", Field::Schools),
    ("reported", Field::Reported),
    ("reported_share", Field::ReportedShare),
    ("on_time", Field::OnTime),
    ("late", Field::Late),
    ("missing", Field::Missing),
    ("unreadable", Field::Unreadable),
    ("self_assessed", Field::SelfAssessed),
    ("self_assessed_share", Field::SelfAssessedShare),
    ("level_1", Field::Level(1)),
    ("level_2", Field::Level(2)),
    ("level_3", Field::Level(3)),
    ("level_4", Field::Level(4)),
    ("level_1_share", Field::LevelShare(1)),
    ("level_2_share", Field::LevelShare(2)),
    ("level_3_share", Field::LevelShare(3)),
    ("level_4_share", Field::LevelShare(4)),
    ("accreditation_1", Field::Accreditation(1)),
    ("accreditation_2", Field::Accreditation(2)),
    ("accreditation_3", Field::Accreditation(3)),
    ("accreditation_4", Field::Accreditation(4)),
    ("national_standard_1", Field::NationalStandard(1)),
    ("national_standard_2", Field::NationalStandard(2)),
    ("expiring", Field::Expiring),
    ("actions", Field::Actions),
    ("completed", Field::Completed),
    ("completed_share", Field::CompletedShare),
    ("in_progress", Field::InProgress),
    ("not_started", Field::NotStarted),
    ("no_report", Field::NoReport),
    ("overdue", Field::Overdue),
    ("overdue_share", Field::OverdueShare),
    ("possibly_overdue", Field::PossiblyOverdue),
    ("undetermined", Field::Undetermined),
    ("cost", Field::Cost),
];

impl FromStr for Field {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        FIELDS.iter().find(|(known, _)| *known == name).map(|(_, field)| *field).ok_or_else(|| {
            let names: Vec<&str> = FIELDS.iter().map(|(name, _)| *name).collect();
            format!("không có số liệu \"{name}\"; có thể dùng {}", names.join(", "))
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sheet: Spanned<String>,
    title: Spanned<String>,
    #[serde(default)]
    notes: Vec<String>,
    rows: Rows,
    column: Spanned<Vec<ColumnEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnEntry {
    title: Spanned<String>,
    group: Option<String>,
    field: Spanned<String>,
    width: Option<Spanned<f64>>,
}

/// The layouts of all sheets, in the order of their files: those built in, and those of the office's folder.
///
/// # Errors
/// A file that is not whole and sound: which, on which line, and what would be right.
pub fn load(own: Option<&Path>) -> anyhow::Result<Vec<Layout>> {
    template::sources(Shelf::Returns, own)?.iter().map(layout).collect()
}

fn layout(source: &Source) -> anyhow::Result<Layout> {
    let file: File = source.parse()?;
    let filled = |text: Spanned<String>, what: &str| {
        let span = text.span();
        let text = text.into_inner();
        if text.trim().is_empty() { Err(source.refusal(span, format!("{what} để trống"))) } else { Ok(text) }
    };
    let span = file.column.span();
    let entries = file.column.into_inner();
    if entries.is_empty() || entries.len() > MOST_COLUMNS {
        return Err(source.refusal(span, format!("biểu cần từ 1 đến {MOST_COLUMNS} cột, đang có {}", entries.len())));
    }
    let columns = entries.into_iter().map(|entry| {
        let field = entry.field.get_ref().parse().map_err(|message: String| source.refusal(entry.field.span(), message))?;
        let width = match entry.width {
            Some(width) if !(2.0..=120.0).contains(width.get_ref()) => {
                return Err(source.refusal(width.span(), "bề rộng cột từ 2 đến 120 chữ"));
            }
            Some(width) => width.into_inner(),
            None => 10.0,
        };
        Ok(LayoutColumn { title: filled(entry.title, "tiêu đề cột")?, group: entry.group, field, width })
    });
    Ok(Layout {
        sheet: filled(file.sheet, "tên trang")?,
        title: filled(file.title, "tiêu đề biểu")?,
        notes: file.notes,
        rows: file.rows,
        columns: columns.collect::<anyhow::Result<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_is_sound_and_an_office_can_replace_it() {
        assert_eq!(load(None).expect("sound").len(), 1);
        let own = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(own.path().join("bieu-so")).expect("created");
        let write = |name: &str, text: &str| std::fs::write(own.path().join("bieu-so").join(name), text).expect("written");
        let sound = "sheet = \"B1\"\ntitle = \"Biểu 1\"\nrows = \"kind\"\n[[column]]\ntitle = \"Số trường\"\nfield = \"schools\"\n";
        write("bieu-so.toml", sound);
        write("them.toml", sound);
        let layouts = load(Some(own.path())).expect("sound");
        assert_eq!(
            layouts.iter().map(|layout| (layout.sheet.as_str(), layout.rows)).collect::<Vec<_>>(),
            [("B1", Rows::Kind), ("B1", Rows::Kind)]
        );
        write("them.toml", &sound.replace("schools", "so_truong"));
        let told = load(Some(own.path())).expect_err("no such figure").to_string();
        assert!(told.contains("them.toml, dòng 6: không có số liệu \"so_truong\"; có thể dùng number, name"), "{told}");
    }

    #[test]
    fn a_broken_layout_is_refused_with_its_file_and_line() {
        let sound = "sheet = \"B1\"\ntitle = \"Biểu 1\"\nrows = \"kind\"\n[[column]]\ntitle = \"Số trường\"\nfield = \"schools\"\n";
        let own = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(own.path().join("bieu-so")).expect("created");
        for (text, words) in [
            (sound.replace("\"kind\"", "\"school\""), ["them.toml", "dòng 3"]),
            (sound.replace("title = \"Số", "titel = \"Số"), ["them.toml", "titel"]),
            (sound.replace("sheet = \"B1\"\n", ""), ["them.toml", "sheet"]),
            (sound.replace("\"B1\"", "\"B1"), ["them.toml", "dòng 1"]),
            (format!("{sound}width = 500\n"), ["dòng 7", "bề rộng cột"]),
            (sound.split("[[column]]").next().unwrap_or_default().to_owned(), ["them.toml", "column"]),
            // A figure or a key that nobody knows, at any depth; a value of another kind; a key or a whole part twice; nothing at all.
            (sound.replace("\"schools\"", "\"school\""), ["dòng 6", "không có số liệu \"school\""]),
            (format!("size = 3\n{sound}"), ["dòng 1", "size"]),
            (format!("{sound}colour = \"red\"\n"), ["dòng 7", "colour"]),
            (sound.replace("\"Biểu 1\"", "1"), ["dòng 2", "cần chữ trong dấu nháy kép"]),
            (sound.replace("[[column]]", "[column]"), ["them.toml, dòng 4", ""]),
            (sound.replace("\"schools\"", "[\"schools\"]"), ["dòng 6", "cần chữ trong dấu nháy kép"]),
            (format!("{sound}width = \"rộng\"\n"), ["dòng 7", ""]),
            (format!("{sound}width = nan\n"), ["dòng 7", "bề rộng cột"]),
            (format!("sheet = \"B2\"\n{sound}"), ["dòng 2", ""]),
            (format!("{sound}field = \"late\"\n"), ["dòng 7", ""]),
            (sound.replace("\"B1\"", "\" \""), ["dòng 1", "tên trang để trống"]),
            (sound.replace("\"Biểu 1\"", "\"\""), ["dòng 2", "tiêu đề biểu để trống"]),
            (sound.replace("\"Số trường\"", "\"\""), ["dòng 5", "tiêu đề cột để trống"]),
            (sound.replace("[[column]]\ntitle = \"Số trường\"\nfield = \"schools\"\n", "column = []\n"), ["dòng 4", "1 đến 60 cột"]),
            (String::new(), ["them.toml, dòng 1", "sheet"]),
            ("\u{0}\u{1}".to_owned(), ["them.toml, dòng 1", ""]),
            ("<xml>".to_owned(), ["them.toml, dòng 1", ""]),
        ] {
            std::fs::write(own.path().join("bieu-so/them.toml"), &text).expect("written");
            let told = format!("{:#}", load(Some(own.path())).expect_err("refused"));
            words.iter().for_each(|word| assert!(told.contains(word), "{word}: {told}\n{text}"));
        }
    }
}
