//! Form files in, forms that hold together out, or a refusal that names file and line.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::Deserialize;

use super::blank::{BlankEntry, blank};
use super::lexicon::Lexicon;
use super::{Content, Field, Form, FormColumn};
use crate::framework::Frameworks;
use crate::model::{FormKind, LevelBand};
use crate::template::{Source, Spanned};
use crate::text;

/// A whole form, or, with `extends`, more titles and columns of another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: Option<Spanned<String>>,
    extends: Option<Spanned<String>>,
    kind: Option<Spanned<FormKind>>,
    title: Option<Spanned<String>>,
    #[serde(default)]
    titles: Vec<String>,
    frameworks: Option<Vec<Spanned<String>>>,
    band: Option<LevelBand>,
    #[serde(default)]
    any_of: Vec<Spanned<Vec<Field>>>,
    #[serde(default)]
    column: Vec<ColumnEntry>,
    /// How it is handed out.
    blank: Option<BlankEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnEntry {
    field: Spanned<Field>,
    /// Takes the titles of the lexicon too.
    #[serde(default)]
    usual: bool,
    #[serde(default)]
    titles: Vec<Spanned<String>>,
    #[serde(default)]
    groups: Vec<String>,
    needed: Option<bool>,
    content: Option<Content>,
}

/// What a form of a kind is for: of each group at least one column must exist.
fn purpose(kind: FormKind) -> &'static [&'static [Field]] {
    match kind {
        FormKind::Plan => &[&[Field::Task]],
        FormKind::Result => &[&[Field::Done, Field::Ongoing, Field::NotStarted, Field::Status]],
        FormKind::Assessment => &[&[Field::Criterion, Field::Item], &[Field::Level1, Field::Met, Field::Unmet, Field::Outcome]],
        FormKind::Evidence => &[&[Field::Evidence]],
        FormKind::Problems => &[&[Field::Weakness, Field::Situation]],
        FormKind::FollowUp => &[&[Field::Outcome]],
    }
}

/// The forms of all files, by id.
pub(super) fn forms(sources: &[Source], frameworks: &Frameworks, lexicon: &Lexicon) -> anyhow::Result<Vec<Form>> {
    let mut by_id: BTreeMap<String, (Form, &Source)> = BTreeMap::new();
    let mut additions = Vec::new();
    for source in sources {
        let file: File = source.parse()?;
        if file.extends.is_some() {
            additions.push((source, file));
            continue;
        }
        let Some(id) = &file.id else {
            return Err(source.refusal(0..0, "thiếu khóa \"id\" (biểu mới) hoặc \"extends\" (thêm cách ghi cho biểu đã có)"));
        };
        let span = id.span();
        let form = whole(source, frameworks, lexicon, file)?;
        if let Some((_, other)) = by_id.get(&form.id) {
            return Err(source.refusal(span, format!("mã \"{}\" đã dùng trong {}", form.id, other.name())));
        }
        by_id.insert(form.id.clone(), (form, source));
    }
    for (source, file) in additions {
        let Some(extends) = &file.extends else { continue };
        let Some((form, _)) = by_id.get_mut(extends.get_ref()) else {
            return Err(source.refusal(extends.span(), format!("không có biểu \"{}\" để thêm vào", extends.get_ref())));
        };
        extend(source, frameworks, lexicon, form, file)?;
    }
    Ok(by_id.into_values().map(|(form, _)| form).collect())
}

fn whole(source: &Source, frameworks: &Frameworks, lexicon: &Lexicon, file: File) -> anyhow::Result<Form> {
    let missing = |key: &str| source.refusal(0..0, format!("thiếu khóa \"{key}\""));
    let kind = file.kind.as_ref().ok_or_else(|| missing("kind"))?;
    let mut form = Form {
        id: file.id.as_ref().ok_or_else(|| missing("id"))?.get_ref().clone(),
        kind: *kind.get_ref(),
        title: file.title.as_ref().ok_or_else(|| missing("title"))?.get_ref().clone(),
        titles: file.titles,
        frameworks: known_frameworks(source, frameworks, file.frameworks)?,
        band: file.band,
        columns: Vec::new(),
        any_of: Vec::new(),
        blank: None,
    };
    add_columns(source, lexicon, &mut form, file.column)?;
    add_groups(source, &mut form, file.any_of)?;
    for group in purpose(form.kind) {
        if !group.iter().any(|field| form.column(*field).is_some()) {
            let titles: Vec<&str> = group.iter().map(|field| field.title()).collect();
            return Err(source.refusal(kind.span(), format!("biểu \"{}\" cần cột {}", form.kind.title(), titles.join(" hoặc "))));
        }
    }
    if !form.columns.iter().any(|column| column.needed) {
        return Err(source.refusal(kind.span(), "cần ít nhất một cột có `needed = true` để nhận ra biểu"));
    }
    form.blank = file.blank.map(|entry| blank(source, &form, entry)).transpose()?;
    Ok(form)
}

fn extend(source: &Source, frameworks: &Frameworks, lexicon: &Lexicon, form: &mut Form, file: File) -> anyhow::Result<()> {
    let fixed = [
        ("id", file.id.as_ref().map(Spanned::span)),
        ("kind", file.kind.as_ref().map(Spanned::span)),
        ("title", file.title.as_ref().map(Spanned::span)),
    ];
    for (key, span) in fixed {
        if let Some(span) = span {
            return Err(source.refusal(span, format!("tệp có `extends` không ghi `{key}`: biểu giữ giá trị cũ")));
        }
    }
    form.titles.extend(file.titles);
    form.frameworks.extend(known_frameworks(source, frameworks, file.frameworks)?);
    form.band = file.band.or(form.band);
    add_columns(source, lexicon, form, file.column)?;
    add_groups(source, form, file.any_of)?;
    if let Some(entry) = file.blank {
        form.blank = Some(blank(source, form, entry)?);
    }
    Ok(())
}

fn known_frameworks(source: &Source, frameworks: &Frameworks, names: Option<Vec<Spanned<String>>>) -> anyhow::Result<Vec<String>> {
    let names = names.unwrap_or_default();
    if let Some(unknown) = names.iter().find(|name| !frameworks.knows(name.get_ref())) {
        return Err(source.refusal(unknown.span(), format!("không có bộ tiêu chuẩn \"{}\"", unknown.get_ref())));
    }
    Ok(names.into_iter().map(Spanned::into_inner).collect())
}

/// Adds the columns; a field the form already has gets more titles.
fn add_columns(source: &Source, lexicon: &Lexicon, form: &mut Form, entries: Vec<ColumnEntry>) -> anyhow::Result<()> {
    let extending = !form.columns.is_empty();
    let mut spelled = Spelled::default();
    for column in &form.columns {
        spelled.add(column.field, column.titles.iter().map(|title| text::fold(title)));
    }
    for entry in entries {
        let (field, field_span) = (*entry.field.get_ref(), entry.field.span());
        let mut titles: Vec<(String, Range<usize>)> =
            entry.titles.into_iter().map(|title| (title.get_ref().clone(), title.span())).collect();
        if entry.usual {
            titles.extend(lexicon.of(field).iter().map(|title| (title.clone(), field_span.clone())));
        }
        if titles.is_empty() {
            return Err(source.refusal(field_span, format!("cột \"{field}\" cần ít nhất một cách ghi tiêu đề")));
        }
        let mut folded = Vec::with_capacity(titles.len());
        for (title, span) in &titles {
            let refuse = |message: String| source.refusal(span.clone(), message);
            folded.push(
                Some(text::fold(title))
                    .filter(|title| !title.is_empty())
                    .ok_or_else(|| refuse(format!("cột \"{field}\": tiêu đề trống")))?,
            );
            if let Some(other) = folded.last().and_then(|title| spelled.clash(form, field, &entry.groups, title)) {
                return Err(refuse(format!("tiêu đề \"{title}\" đã là của cột \"{other}\"")));
            }
        }
        spelled.add(field, folded.into_iter());
        let titles: Vec<String> = titles.into_iter().map(|(title, _)| title).collect();
        match form.columns.iter_mut().find(|column| column.field == field) {
            Some(column) if extending => {
                column.titles.extend(titles);
                column.groups.extend(entry.groups);
                column.needed = entry.needed.unwrap_or(column.needed);
                column.content = entry.content.unwrap_or(column.content);
            }
            Some(_) => return Err(source.refusal(field_span, format!("cột \"{field}\" đã ghi ở trên"))),
            None => {
                let (needed, content) = (entry.needed.unwrap_or(false), entry.content.unwrap_or(field.content()));
                form.columns.push(FormColumn { field, titles, groups: entry.groups, needed, content });
            }
        }
    }
    Ok(())
}

/// The fields that each folded title names.
#[derive(Default)]
struct Spelled {
    fields: BTreeMap<String, Vec<Field>>,
}

impl Spelled {
    fn add(&mut self, field: Field, folded: impl Iterator<Item = String>) {
        for title in folded {
            self.fields.entry(title).or_default().push(field);
        }
    }

    /// Another field of the same title: two columns of one form may share a title only under different merged cells.
    fn clash(&self, form: &Form, field: Field, groups: &[String], folded: &str) -> Option<Field> {
        let named = self.fields.get(folded)?;
        let groups: BTreeSet<String> = groups.iter().map(|group| text::fold(group)).collect();
        let apart = |column: &FormColumn| {
            let shares_group = column.groups.iter().any(|group| groups.contains(&text::fold(group)));
            !groups.is_empty() && !column.groups.is_empty() && !shares_group
        };
        // "Tiêu chuẩn" alone stands over the codes of criteria as well, "Biện pháp khắc phục" over the work itself; where both columns
        // are there, the titles differ.
        const ONE_OF_TWO: [[Field; 2]; 2] = [[Field::Standard, Field::Criterion], [Field::Planned, Field::Note]];
        let one_of_two = |other: Field| ONE_OF_TWO.iter().any(|pair| pair.contains(&field) && pair.contains(&other));
        let mut others = named.iter().copied().filter(|other| *other != field && !one_of_two(*other));
        others.find(|other| form.column(*other).is_some_and(|column| !apart(column)))
    }
}

fn add_groups(source: &Source, form: &mut Form, groups: Vec<Spanned<Vec<Field>>>) -> anyhow::Result<()> {
    for group in groups {
        if let Some(stranger) = group.get_ref().iter().find(|field| form.column(**field).is_none()) {
            return Err(source.refusal(group.span(), format!("`any_of` nhắc cột \"{stranger}\" mà biểu không có")));
        }
        if group.get_ref().is_empty() {
            return Err(source.refusal(group.span(), "`any_of` có một nhóm trống"));
        }
        form.any_of.push(group.into_inner());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = r#"id = "bieu"
kind = "plan"
title = "Biểu thử"
frameworks = ["tt57-2026"]
any_of = [["time", "end"]]

[[column]]
field = "task"
titles = ["Công việc"]
needed = true

[[column]]
field = "time"
titles = ["Thời gian", "TG"]

[[column]]
field = "end"
titles = ["Kết thúc"]
groups = ["Tiến độ"]
"#;

    fn read(texts: &[&str]) -> Result<Vec<Form>, String> {
        let named = texts.iter().zip(["a.toml", "b.toml"]).map(|(text, name)| Source::built_in(name, text.to_string().leak()));
        let frameworks = Frameworks::load(None).expect("the built-in files are sound");
        forms(&named.collect::<Vec<_>>(), &frameworks, &Lexicon::default()).map_err(|error| error.to_string())
    }

    #[test]
    fn each_fault_is_refused_at_its_line() {
        for (right, wrong, message) in [
            ("id = \"bieu\"\n", "", "dòng 1: thiếu khóa \"id\" (biểu mới) hoặc \"extends\" (thêm cách ghi cho biểu đã có)"),
            ("title = \"Biểu thử\"\n", "", "dòng 1: thiếu khóa \"title\""),
            ("\"plan\"", "\"plant\"", "dòng 2: không có giá trị \"plant\"; có thể dùng \"plan\", \"result\""),
            ("\"plan\"", "\"evidence\"", "dòng 2: biểu \"Minh chứng\" cần cột Minh chứng"),
            ("needed = true", "needed = false", "dòng 2: cần ít nhất một cột có `needed = true` để nhận ra biểu"),
            ("tt57-2026", "tt58-2026", "dòng 4: không có bộ tiêu chuẩn \"tt58-2026\""),
            ("\"end\"]]", "\"start\"]]", "dòng 5: `any_of` nhắc cột \"Bắt đầu\" mà biểu không có"),
            ("field = \"task\"", "field = \"tsak\"", "dòng 8: không có giá trị \"tsak\"; có thể dùng \"ordinal\""),
            ("[\"Công việc\"]", "[]", "dòng 8: cột \"Công việc, giải pháp\" cần ít nhất một cách ghi tiêu đề"),
            ("\"TG\"", "\"CÔNG VIỆC\"", "dòng 14: tiêu đề \"CÔNG VIỆC\" đã là của cột \"Công việc, giải pháp\""),
            ("\"TG\"", "\"…\"", "dòng 14: cột \"Thời gian\": tiêu đề trống"),
            ("field = \"end\"", "field = \"time\"", "dòng 17: cột \"Thời gian\" đã ghi ở trên"),
        ] {
            let said = read(&[&SOUND.replacen(right, wrong, 1)]).expect_err(message);
            assert!(said.starts_with(&format!("a.toml, {message}")), "{message:?} but {said:?}");
        }
    }

    #[test]
    fn two_forms_may_not_share_an_id() {
        assert_eq!(read(&[SOUND, SOUND]), Err("b.toml, dòng 1: mã \"bieu\" đã dùng trong a.toml".to_owned()));
    }

    #[test]
    fn an_addition_gives_titles_and_columns_to_a_form_that_exists() {
        let added =
            "extends = \"bieu\"\n[[column]]\nfield = \"task\"\ntitles = [\"Đầu việc\"]\n[[column]]\nfield = \"cost\"\ntitles = [\"KP\"]\n";
        let forms = read(&[SOUND, added]).expect("sound");
        assert_eq!(forms[0].column(Field::Task).map(|column| (column.titles.len(), column.needed)), Some((2, true)));
        assert_eq!(forms[0].column(Field::Cost).map(|column| column.content), Some(Content::Money));
        for (text, message) in [
            ("extends = \"khac\"\n", "b.toml, dòng 1: không có biểu \"khac\" để thêm vào"),
            ("extends = \"bieu\"\nkind = \"plan\"\n", "b.toml, dòng 2: tệp có `extends` không ghi `kind`: biểu giữ giá trị cũ"),
            (
                "extends = \"bieu\"\n[[column]]\nfield = \"cost\"\ntitles = [\"TG\"]\n",
                "b.toml, dòng 4: tiêu đề \"TG\" đã là của cột \"Thời gian\"",
            ),
        ] {
            assert_eq!(read(&[SOUND, text]), Err(message.to_owned()));
        }
    }

    #[test]
    fn a_title_may_stand_twice_under_different_merged_cells() {
        let grouped = SOUND.replace("titles = [\"Thời gian\", \"TG\"]", "titles = [\"Kết thúc\"]\ngroups = [\"Thời gian\"]");
        assert!(read(&[&grouped]).is_ok());
        assert!(read(&[&grouped.replace("[\"Thời gian\"]", "[\"TIẾN ĐỘ\"]")]).is_err());
    }

    #[test]
    fn a_table_without_a_needed_column_lacks_it() {
        let form = read(&[SOUND]).expect("sound").remove(0);
        assert_eq!(form.lacking(|_| false), [Field::Task, Field::Time]);
        assert_eq!(form.lacking(|field| field == Field::End), [Field::Task]);
        assert_eq!(form.lacking(|field| matches!(field, Field::Task | Field::End)), []);
    }
}
