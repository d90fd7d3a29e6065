//! How a form looks when the office hands it out: in its own file, as data; refused where the program could not read it back.

use serde::Deserialize;

use super::{Field, Form};
use crate::model::SchoolYear;
use crate::template::{Source, Spanned};
use crate::text;

/// The empty form that schools get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// Its place in the workbook.
    pub order: u8,
    /// Name of its sheet.
    pub sheet: String,
    pub title: String,
    /// Only handed out when the office asks for it.
    pub optional: bool,
    /// From left to right.
    pub columns: Vec<BlankColumn>,
}

/// One column of the empty form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankColumn {
    pub field: Field,
    pub title: String,
    pub group: Option<String>,
    /// Tenths of a character.
    width: u16,
    note: String,
    example: String,
    /// What may be chosen; empty: any text.
    pub choices: Vec<String>,
}

impl Blank {
    pub fn column(&self, field: Field) -> Option<&BlankColumn> {
        self.columns.iter().find(|column| column.field == field)
    }
}

impl BlankColumn {
    /// In characters.
    pub fn width(&self) -> f64 {
        f64::from(self.width) / 10.0
    }

    /// What to write, and an example from the given school year; `None` where nothing needs saying.
    pub fn note(&self, year: SchoolYear) -> Option<String> {
        let dated = |text: &str| text.replace("{first}", &year.first().to_string()).replace("{second}", &year.second().to_string());
        match (self.note.is_empty(), self.example.is_empty()) {
            (true, true) => None,
            (false, true) => Some(dated(&self.note)),
            (true, false) => Some(format!("Ví dụ: {}", dated(&self.example))),
            (false, false) => Some(format!("{}\nVí dụ: {}", dated(&self.note), dated(&self.example))),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlankEntry {
    order: u8,
    sheet: Spanned<String>,
    title: Spanned<String>,
    #[serde(default)]
    optional: bool,
    columns: Vec<Spanned<BlankColumnEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BlankColumnEntry {
    field: Field,
    title: String,
    group: Option<String>,
    width: f64,
    #[serde(default)]
    note: String,
    #[serde(default)]
    example: String,
    #[serde(default)]
    choices: Vec<String>,
}

/// What Excel holds of a list to choose from, commas included.
const MOST_OF_A_LIST: usize = 255;

/// The empty form, of titles that the form itself knows.
pub(super) fn blank(source: &Source, form: &Form, entry: BlankEntry) -> anyhow::Result<Blank> {
    let alike = |known: &[String], title: &str| known.iter().any(|known| text::fold(known) == text::fold(title));
    let sheet = entry.sheet.get_ref().clone();
    if sheet.is_empty() || sheet.encode_utf16().count() > 31 || sheet.contains([':', '\\', '/', '?', '*', '[', ']']) {
        return Err(source.refusal(entry.sheet.span(), "tên trang tính cần từ 1 đến 31 chữ, không có : \\ / ? * [ ]"));
    }
    if !alike(&form.titles, entry.title.get_ref()) {
        return Err(source.refusal(entry.title.span(), format!("\"{}\" không có trong `titles` của biểu", entry.title.get_ref())));
    }
    let mut columns: Vec<BlankColumn> = Vec::new();
    for entry in entry.columns {
        let (column, span) = (entry.get_ref(), entry.span());
        let refuse = |message: String| source.refusal(span.clone(), message);
        let Some(known) = form.column(column.field) else {
            return Err(refuse(format!("biểu không có cột \"{}\"", column.field)));
        };
        if columns.iter().any(|before| before.field == column.field) {
            return Err(refuse(format!("cột \"{}\" đã ghi ở trên", column.field)));
        }
        if !alike(&known.titles, &column.title) {
            return Err(refuse(format!("\"{}\" không có trong `titles` của cột \"{}\"", column.title, column.field)));
        }
        if let Some(group) = column.group.as_ref().filter(|group| !alike(&known.groups, group)) {
            return Err(refuse(format!("\"{group}\" không có trong `groups` của cột \"{}\"", column.field)));
        }
        if !(1.0..=200.0).contains(&column.width) {
            return Err(refuse("`width` cần từ 1 đến 200 (số chữ)".to_owned()));
        }
        if column.choices.iter().map(|choice| choice.encode_utf16().count() + 1).sum::<usize>() > MOST_OF_A_LIST + 1 {
            return Err(refuse(format!("`choices` dài quá {MOST_OF_A_LIST} chữ")));
        }
        let BlankColumnEntry { field, title, group, width, note, example, choices } = entry.into_inner();
        columns.push(BlankColumn { field, title, group, width: (width * 10.0).round() as u16, note, example, choices });
    }
    let lacking = form.lacking(|field| columns.iter().any(|column| column.field == field));
    if let Some(field) = lacking.first() {
        return Err(source.refusal(entry.sheet.span(), format!("biểu trắng thiếu cột \"{field}\", điền xong sẽ không đọc được")));
    }
    Ok(Blank { order: entry.order, sheet, title: entry.title.into_inner(), optional: entry.optional, columns })
}

#[cfg(test)]
mod tests {
    use super::super::Forms;
    use super::*;
    use crate::framework::Frameworks;
    use crate::model::FormKind;

    fn forms() -> Forms {
        Forms::load(None).expect("the built-in files are sound")
    }

    #[test]
    fn every_framework_has_the_forms_a_school_reports_on() {
        let (forms, frameworks) = (forms(), Frameworks::load(None).expect("the built-in files are sound"));
        for framework in &frameworks.all {
            let sheets: Vec<&str> =
                forms.blanks(framework).filter(|(_, blank)| !blank.optional).map(|(_, blank)| blank.sheet.as_str()).collect();
            let expected: &[&str] = if framework.level4.is_empty() {
                &["Tự đánh giá", "IV. Hạn chế", "V. Kế hoạch", "VI. Theo dõi"]
            } else {
                &["Kế hoạch", "Kết quả", "Tự đánh giá", "Mức 4"]
            };
            assert_eq!(sheets, expected, "{}", framework.id);
            assert!(forms.blanks(framework).any(|(form, blank)| blank.optional && form.kind == FormKind::Evidence), "{}", framework.id);
        }
    }

    #[test]
    fn an_example_is_of_the_school_year_it_is_handed_out_for() {
        let forms = forms();
        let (_, blank) = forms.all.iter().find_map(|form| Some((form, form.blank.as_ref()?))).expect("a form is handed out");
        let year = "2026-2027".parse().expect("a school year");
        assert!(blank.columns.iter().filter_map(|column| column.note(year)).all(|note| !note.contains('{')));
        let form = forms.get("plan-9-2018").and_then(|form| form.blank.as_ref()).expect("handed out");
        let time = form.column(Field::Time).and_then(|column| column.note(year)).expect("a note");
        assert!(time.contains("Ví dụ: tháng 10/2026"), "{time}");
    }

    const SOUND: &str = r#"id = "bieu"
kind = "plan"
title = "Biểu thử"
titles = ["Kế hoạch thử"]
[[column]]
field = "task"
titles = ["Công việc"]
needed = true
[[column]]
field = "time"
titles = ["Hạn"]
[blank]
order = 1
sheet = "Kế hoạch"
title = "KẾ HOẠCH THỬ"
columns = [
    { field = "task", title = "Công việc", width = 30 },
    { field = "time", title = "Hạn", width = 10, choices = ["Kỳ I", "Kỳ II"] },
]
"#;

    fn read(text: &str) -> Result<Forms, String> {
        let own = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(own.path().join("forms")).expect("a folder");
        std::fs::write(own.path().join("forms/bieu.toml"), text).expect("a file");
        Forms::load(Some(own.path())).map_err(|error| error.to_string())
    }

    #[test]
    fn an_empty_form_that_could_not_be_read_back_is_refused_at_its_line() {
        assert!(read(SOUND).is_ok());
        for (right, wrong, message) in [
            ("sheet = \"Kế hoạch\"", "sheet = \"a/b\"", "dòng 14: tên trang tính"),
            ("\"KẾ HOẠCH THỬ\"", "\"Khác\"", "dòng 15: \"Khác\" không có trong `titles` của biểu"),
            ("title = \"Hạn\"", "title = \"Ngày\"", "dòng 18: \"Ngày\" không có trong `titles` của cột \"Thời gian\""),
            ("field = \"time\", title", "field = \"cost\", title", "dòng 18: biểu không có cột \"Kinh phí\""),
            ("width = 10,", "width = 10, group = \"Đợt\",", "dòng 18: \"Đợt\" không có trong `groups`"),
            (
                "    { field = \"task\", title = \"Công việc\", width = 30 },\n",
                "",
                "dòng 14: biểu trắng thiếu cột \"Công việc, giải pháp\"",
            ),
        ] {
            let said = read(&SOUND.replacen(right, wrong, 1)).expect_err(message);
            assert!(said.contains(message), "{message:?} but {said:?}");
        }
    }
}
