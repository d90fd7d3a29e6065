//! TOML files in, typed values out, or a refusal in Vietnamese that names file and line.
//!
//! The files built into the program come first; a folder of the office replaces them name by name and adds to them.

mod syntax;

use std::borrow::Cow;
use std::fmt;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::Context;
use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::text;

pub use toml::Spanned;

static FRAMEWORKS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/frameworks");
static FORMS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/forms");
static LEXICON: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/lexicon");
static RETURNS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/bieu-so");
static CALENDAR: &str = include_str!("../templates/calendar.toml");
const CALENDAR_NAME: &str = "calendar.toml";

/// The folders of templates, and what stands in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    Frameworks,
    Forms,
    /// Spellings that several forms share.
    Lexicon,
    /// The tables for the office above.
    Returns,
}

impl Shelf {
    const ALL: [Shelf; 4] = [Shelf::Frameworks, Shelf::Forms, Shelf::Lexicon, Shelf::Returns];

    fn folder(self) -> &'static str {
        match self {
            Shelf::Frameworks => "frameworks",
            Shelf::Forms => "forms",
            Shelf::Lexicon => "lexicon",
            Shelf::Returns => "bieu-so",
        }
    }

    fn built_in(self) -> &'static Dir<'static> {
        match self {
            Shelf::Frameworks => &FRAMEWORKS,
            Shelf::Forms => &FORMS,
            Shelf::Lexicon => &LEXICON,
            Shelf::Returns => &RETURNS,
        }
    }
}

/// The text of one TOML file, and the name people know it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: Cow<'static, str>,
}

impl Source {
    /// # Errors
    /// The file cannot be read, or is not UTF-8.
    pub fn read(path: &Path) -> anyhow::Result<Source> {
        let name = path.display().to_string();
        anyhow::ensure!(
            !path.is_dir(),
            "{name} là thư mục, không phải tệp cấu hình. Hãy ghi cả tên tệp, ví dụ {}.",
            path.join("ctcl.toml").display()
        );
        let bytes = fs::read(path).with_context(|| format!("Không đọc được tệp {name}. Kiểm tra đường dẫn và quyền đọc."))?;
        let text = String::from_utf8(bytes)
            .ok()
            .with_context(|| format!("Tệp {name} không phải UTF-8. Mở bằng Notepad, lưu lại với mã UTF-8."))?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Ok(Source { name, text: Cow::Owned(text) })
    }

    pub fn built_in(name: impl Into<String>, text: &'static str) -> Source {
        Source { name: name.into(), text: Cow::Borrowed(text) }
    }

    /// With every letter and its marks in one character, as a title is shown wherever it stands; some keyboards set them apart.
    fn composed(self) -> Source {
        Source { text: Cow::Owned(text::composed(&self.text)), ..self }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// # Errors
    /// The first thing that is not as `T` wants it: file, line, and what would be right.
    pub fn parse<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        toml::from_str(&self.text).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            let said = in_vietnamese(error.message());
            let said = match syntax::slip(self.line_at(span.start)).filter(|_| said.starts_with(SYNTAX)) {
                Some(slip) => slip,
                None if error.message().starts_with("unknown field ") => said + &self.title_left_out(span.start),
                None => said,
            };
            self.refusal(span, said)
        })
    }

    fn line_at(&self, offset: usize) -> &str {
        self.text.lines().nth(self.line(offset) - 1).unwrap_or_default()
    }

    /// A line that was freed of its `#` where the title of its section was not: it now stands in the section above.
    fn title_left_out(&self, offset: usize) -> String {
        let above: Vec<&str> = self.text.lines().take(self.line(offset) - 1).map(str::trim).collect();
        let own = above.iter().rev().take_while(|line| !line.starts_with('['));
        let title = own.filter_map(|line| line.strip_prefix('#')).map(str::trim).find(|line| line.starts_with('[') && line.ends_with(']'));
        title.map_or_else(String::new, |title| format!(". Nếu khóa này thuộc mục {title} thì hãy bỏ cả dấu # ở đầu dòng {title} phía trên"))
    }

    /// An error at the line where `span` begins.
    pub fn refusal(&self, span: Range<usize>, message: impl fmt::Display) -> anyhow::Error {
        anyhow::anyhow!("{}, dòng {}: {message}", self.name, self.line(span.start))
    }

    /// Counted from 1, as editors do.
    pub fn line(&self, offset: usize) -> usize {
        self.text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
    }
}

/// Every file of one folder of templates by name: those built in, replaced and added to by those of `own`.
///
/// # Errors
/// The folder cannot be read, or holds a TOML file where the program would never look.
pub fn sources(shelf: Shelf, own: Option<&Path>) -> anyhow::Result<Vec<Source>> {
    let built_in = shelf.built_in().files().filter_map(|file| Some((file.path().file_name()?.to_str()?.to_owned(), file.contents_utf8()?)));
    let mut sources: Vec<(String, Source)> =
        built_in.map(|(name, text)| (name.clone(), Source::built_in(format!("templates/{}/{name}", shelf.folder()), text))).collect();
    if let Some(own) = own {
        refuse_strays(own)?;
        for path in toml_files(&own.join(shelf.folder()))? {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            sources.retain(|(known, _)| *known != name);
            sources.push((name, Source::read(&path)?.composed()));
        }
    }
    sources.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(sources.into_iter().map(|(_, source)| source).collect())
}

/// The file of school-year calendars: the office's own, else the one built in.
///
/// # Errors
/// As [`sources`].
pub fn calendar(own: Option<&Path>) -> anyhow::Result<Source> {
    match own.map(|own| own.join(CALENDAR_NAME)).filter(|path| path.exists()) {
        Some(path) => Source::read(&path),
        None => Ok(Source::built_in(format!("templates/{CALENDAR_NAME}"), CALENDAR)),
    }
}

fn refuse_strays(own: &Path) -> anyhow::Result<()> {
    anyhow::ensure!(own.is_dir(), "Không có thư mục mẫu {}. Sửa khóa `templates` trong ctcl.toml, hoặc bỏ khóa này.", own.display());
    if let Some(stray) = toml_files(own)?.into_iter().find(|path| path.file_name().is_none_or(|name| name != CALENDAR_NAME)) {
        let folders = Shelf::ALL.map(|shelf| format!("{}/", shelf.folder())).join(", ");
        anyhow::bail!("Không biết dùng tệp {}: chuyển vào một trong {folders}, hoặc đặt tên {CALENDAR_NAME}.", stray.display());
    }
    Ok(())
}

/// Sorted; none where there is no such folder.
fn toml_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = || format!("Không đọc được thư mục {}.", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml")) && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// What serde and the TOML reader say in English, said to an officer. What is not known stays as it is.
fn in_vietnamese(message: &str) -> String {
    let quoted = |text: &str| text.replace('`', "\"");
    let said = |pattern: &str| message.strip_prefix(pattern).map(quoted);
    if let Some(rest) = said("unknown field ") {
        return format!(
            "không có khóa {}",
            rest.replace(", expected one of ", "; có thể dùng ").replace(", expected ", "; có thể dùng ").replace("\" or \"", "\" hoặc \"")
        );
    }
    if let Some(rest) = said("unknown variant ") {
        return format!(
            "không có giá trị {}",
            rest.replace(", expected one of ", "; có thể dùng ").replace(", expected ", "; có thể dùng ").replace("\" or \"", "\" hoặc \"")
        );
    }
    if let Some(rest) = said("missing field ") {
        return format!("thiếu khóa {rest}");
    }
    for (english, vietnamese) in [("invalid type: ", "sai kiểu giá trị: "), ("invalid value: ", "giá trị không hợp lệ: ")] {
        if let Some(rest) = said(english) {
            return format!("{vietnamese}{}", kinds_in_vietnamese(&rest.replace(", expected ", "; cần ")));
        }
    }
    if message == "duplicate key" {
        return "khóa này đã ghi ở trên".to_owned();
    }
    if message.is_ascii() { format!("{SYNTAX} ({message})") } else { message.to_owned() }
}

/// How a fault of the syntax itself is told, where nothing better is known.
const SYNTAX: &str = "sai cú pháp TOML";

/// The kinds of values that serde names.
fn kinds_in_vietnamese(message: &str) -> String {
    const KINDS: [(&str, &str); 14] = [
        ("floating point ", "số lẻ "),
        ("integer ", "số nguyên "),
        ("boolean ", "giá trị đúng sai "),
        ("cần a string", "cần chữ trong dấu nháy kép"),
        ("cần path string", "cần chữ trong dấu nháy kép"),
        ("cần a boolean", "cần true hoặc false"),
        ("cần a sequence", "cần một danh sách [ … ]"),
        ("cần a map", "cần một mục"),
        ("cần u64", "cần số nguyên không âm"),
        ("cần u32", "cần số nguyên không âm"),
        ("cần usize", "cần số nguyên không âm"),
        ("cần u8", "cần số nguyên không âm"),
        ("string ", "chữ "),
        ("sequence", "danh sách"),
    ];
    KINDS.iter().fold(message.to_owned(), |message, (english, vietnamese)| message.replace(english, vietnamese))
}

/// A day as offices write it: `2024-01-10`, `10/01/2024`, `10-1-2024`, `10.1.2024`.
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let [day, month, year] = parts[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// How a day is to be written, for whoever wrote it otherwise.
pub const DAY_SHOWN: &str = "hãy ghi năm-tháng-ngày như 2024-01-10, hoặc ngày/tháng/năm như 10/01/2024";

/// A day as TOML writes it, `2026-07-07`, with or without quotes; in quotes also as people do, `"07/07/2026"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = |text: &dyn fmt::Display| serde::de::Error::custom(format!("ngày \"{text}\" không đúng; {DAY_SHOWN}"));
        let text = match toml::Value::deserialize(deserializer)? {
            toml::Value::String(text) => text,
            toml::Value::Datetime(datetime) if datetime.time.is_none() => datetime.to_string(),
            other => return Err(wrong(&other)),
        };
        day(&text).map(Day).ok_or_else(|| wrong(&text))
    }
}

/// A day of any year as people write it: `10/01`, `10/5`, `10-01`; day first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayOfYear {
    pub month: i8,
    pub day: i8,
}

impl DayOfYear {
    /// In the given year; 29/2 is no such day, so that every year has it.
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

impl<'de> Deserialize<'de> for DayOfYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const COMMON_YEAR: i16 = 2023;
        let text = String::deserialize(deserializer)?;
        let read = || {
            let (day, month) = text.trim().split_once(['/', '-', '.'])?;
            let day = DayOfYear { day: day.trim().parse().ok()?, month: month.trim().parse().ok()? };
            day.in_year(COMMON_YEAR).map(|_| day)
        };
        read().ok_or_else(|| serde::de::Error::custom(format!("ngày \"{text}\" không đúng dạng \"10/01\" (ngày/tháng)")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only the refusals are looked at")]
    struct Sample {
        number: u8,
        day: Option<Day>,
        closing: Option<DayOfYear>,
    }

    fn refusal(text: &'static str) -> String {
        Source::built_in("mau.toml", text).parse::<Sample>().expect_err("the text is wrong").to_string()
    }

    #[test]
    fn a_refusal_names_the_file_the_line_and_what_would_be_right() {
        for (text, message) in [
            ("number = 1\nnumbr = 2\n", "mau.toml, dòng 2: không có khóa \"numbr\"; có thể dùng \"number\", \"day\", \"closing\""),
            ("\n\nnumber = \"một\"\n", "mau.toml, dòng 3: sai kiểu giá trị: chữ \"một\"; cần số nguyên không âm"),
            ("number = 1\nday = 2026-13-01\n", "mau.toml, dòng 2: không có ngày 2026-13-01; hãy ghi năm-tháng-ngày"),
            ("number = 1\nday = \"31/6/2026\"\n", "mau.toml, dòng 2: ngày \"31/6/2026\" không đúng; hãy ghi năm-tháng-ngày"),
            ("number = 1\nclosing = \"29/2\"\n", "mau.toml, dòng 2: ngày \"29/2\" không đúng dạng \"10/01\" (ngày/tháng)"),
            ("number = 1\nnumber = 2\n", "mau.toml, dòng 2: khóa này đã ghi ở trên"),
            ("day = 2026-01-01\n", "mau.toml, dòng 1: thiếu khóa \"number\""),
            ("number = \n", "mau.toml, dòng 1: sau dấu = chưa ghi gì"),
            ("number = 1]\n", "mau.toml, dòng 1: giá trị phải nằm trong dấu nháy kép"),
        ] {
            let said = refusal(text);
            assert!(said.starts_with(message), "{text:?} gives {said:?}");
        }
    }

    #[test]
    fn a_file_that_nobody_would_read_is_refused() {
        let own = tempfile::tempdir().expect("a folder");
        fs::write(own.path().join("tt99-2030.toml"), "").expect("a file");
        let said = sources(Shelf::Frameworks, Some(own.path())).expect_err("stray").to_string();
        assert!(said.contains("tt99-2030.toml") && said.contains("frameworks/"), "{said}");
    }

    #[test]
    fn a_folder_that_is_not_there_is_refused() {
        let own = tempfile::tempdir().expect("a folder");
        assert!(sources(Shelf::Forms, Some(&own.path().join("mau"))).is_err());
    }

    #[test]
    fn what_is_shown_of_a_template_is_composed() {
        let apart = "title = \"Quy\u{ea}\u{300}n\"";
        assert_eq!(Source::built_in("mau.toml", apart).composed().text, "title = \"Quyền\"");
        for shelf in [Shelf::Frameworks, Shelf::Forms] {
            for source in sources(shelf, None).expect("what is built in is sound") {
                assert_eq!(text::composed(&source.text), *source.text, "{}", source.name);
            }
        }
    }
}
