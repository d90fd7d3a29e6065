//! The forms in, as data: their columns, how the titles are spelled, where they belong. One interpreter in `read` uses them.

mod blank;
mod field;
mod file;
mod lexicon;
mod stamp;

use std::path::Path;

use crate::framework::{Framework, Frameworks};
use crate::model::{FormKind, LevelBand};
use crate::template;
use crate::template::Shelf;

use lexicon::Lexicon;

pub use blank::{Blank, BlankColumn};
pub use field::{Content, Field};
pub use stamp::{Printed, Stamp, Version};

/// One form: `plan-9-2018`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub id: String,
    pub kind: FormKind,
    /// As messages name it.
    pub title: String,
    /// Lines above the table that name this form, to be compared folded.
    pub titles: Vec<String>,
    /// Ids or families of the frameworks it belongs to; empty: any.
    pub frameworks: Vec<String>,
    /// The part of the plan or assessment all its rows stand in, where the form itself says so.
    pub band: Option<LevelBand>,
    pub columns: Vec<FormColumn>,
    /// Of each group at least one must be there: a time, or a start and an end.
    pub any_of: Vec<Vec<Field>>,
    /// How the office hands it out, where it does.
    pub blank: Option<Blank>,
}

/// One column of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormColumn {
    pub field: Field,
    /// Every known spelling, to be compared folded.
    pub titles: Vec<String>,
    /// Titles of a merged cell above it; empty where none is known.
    pub groups: Vec<String>,
    /// Without it the table is not this form.
    pub needed: bool,
    pub content: Content,
}

impl Form {
    pub fn column(&self, field: Field) -> Option<&FormColumn> {
        self.columns.iter().find(|column| column.field == field)
    }

    pub fn belongs_to(&self, framework: &Framework) -> bool {
        self.frameworks.is_empty() || self.frameworks.iter().any(|name| framework.answers_to(name))
    }

    /// What a table with these columns lacks to be this form; of a group of which one is enough, its first.
    pub fn lacking(&self, has: impl Fn(Field) -> bool) -> Vec<Field> {
        let needed = self.columns.iter().filter(|column| column.needed && !has(column.field)).map(|column| column.field);
        let one_of = self.any_of.iter().filter(|group| !group.iter().any(|field| has(*field))).filter_map(|group| group.first().copied());
        needed.chain(one_of).collect()
    }
}

/// All forms, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    pub all: Vec<Form>,
}

impl Forms {
    /// Those built in, and those of the office's folder.
    ///
    /// # Errors
    /// A file that is not whole and sound: which, on which line, and what would be right.
    pub fn load(folder: Option<&Path>) -> anyhow::Result<Forms> {
        let frameworks = Frameworks::load(folder)?;
        let lexicon = Lexicon::read(&template::sources(Shelf::Lexicon, folder)?)?;
        let all = file::forms(&template::sources(Shelf::Forms, folder)?, &frameworks, &lexicon)?;
        Ok(Forms { all })
    }

    pub fn get(&self, id: &str) -> Option<&Form> {
        self.all.iter().find(|form| form.id == id)
    }

    /// The forms that schools under a framework are handed out, in the order of the workbook. Where the plan has its own column
    /// for how far the work has come, no report is handed out beside it: the same would be asked twice.
    pub fn blanks<'a>(&'a self, framework: &'a Framework) -> impl Iterator<Item = (&'a Form, &'a Blank)> {
        let mut blanks: Vec<(&Form, &Blank)> =
            self.all.iter().filter(|form| form.belongs_to(framework)).filter_map(|form| Some((form, form.blank.as_ref()?))).collect();
        let tells_progress = |(form, blank): &(&Form, &Blank)| form.kind == FormKind::Plan && blank.column(Field::Status).is_some();
        if blanks.iter().any(tells_progress) {
            blanks.retain(|(form, _)| form.kind != FormKind::Result);
        }
        blanks.sort_by_key(|(form, blank)| (blank.order, &form.id));
        blanks.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::text;

    fn forms() -> Forms {
        Forms::load(None).expect("the built-in files are sound")
    }

    /// The form with most of the titles, and the fields they name.
    fn recognised<'a>(forms: &'a Forms, titles: &[&str]) -> Option<(&'a str, Vec<Field>)> {
        let fields = |form: &Form| -> Vec<Field> {
            let named =
                |title: &&str| form.columns.iter().find(|column| column.titles.iter().any(|known| text::fold(known) == text::fold(title)));
            titles.iter().filter_map(|title| named(title).map(|column| column.field)).collect()
        };
        let whole = forms
            .all
            .iter()
            .map(|form| (form, fields(form)))
            .filter(|(form, found)| form.lacking(|field| found.contains(&field)).is_empty());
        // A report may name all that a plan has; without its name over it such a table is a plan.
        whole.max_by_key(|(form, found)| (found.len(), form.kind == FormKind::Plan)).map(|(form, found)| (form.id.as_str(), found))
    }

    /// A header before the form and the fields it must give.
    const HEADERS: &[(&str, &[Field], &[&str])] = &[
        (
            "plan-9-2018",
            &[
                Field::Ordinal,
                Field::Criterion,
                Field::Target,
                Field::Task,
                Field::Lead,
                Field::Time,
                Field::Cost,
                Field::Conditions,
                Field::Note,
            ],
            &[
                "TT",
                "Tiêu chuẩn, tiêu chí",
                "Kết quả cần đạt\n(so với hiện trạng)",
                "Công việc/giải pháp cần thực hiện",
                "Chủ trì và phối hợp thực hiện",
                "Thời gian thực hiện và hoàn thành",
                "Dự kiến kinh phí",
                "Điều kiện hỗ trợ khác",
                "Ghi chú",
            ],
        ),
        (
            "plan-9-2018",
            &[Field::Ordinal, Field::Criterion, Field::Task, Field::Lead, Field::Start, Field::End, Field::Cost, Field::Status],
            &["STT", "Tiêu chí", "Biện pháp thực hiện", "Người phụ trách", "Bắt đầu", "Kết thúc", "KP (đồng)", "Tình trạng"],
        ),
        ("plan-3", &[Field::Ordinal, Field::Task, Field::Time], &["TT", "Nội dung công việc", "Thời điểm thực hiện"]),
        (
            "plan-10-2026",
            &[
                Field::Ordinal,
                Field::Content,
                Field::Target,
                Field::Task,
                Field::Indicator,
                Field::Time,
                Field::Lead,
                Field::Cost,
                Field::Evidence,
                Field::Status,
            ],
            &[
                "TT",
                "Nội dung cải tiến",
                "Mục tiêu cải tiến",
                "Hoạt động/giải pháp",
                "Chỉ số đánh giá kết quả",
                "Thời gian thực hiện",
                "Đơn vị/cá nhân phụ trách",
                "Nguồn lực bảo đảm",
                "Thông tin, dữ liệu hoặc minh chứng dự kiến",
                "Mức độ thực hiện",
            ],
        ),
        (
            "problems-2026",
            &[Field::Ordinal, Field::Standard, Field::Criterion, Field::Situation, Field::Weakness, Field::Cause],
            &["TT", "Tiêu chuẩn", "Tiêu chí liên quan (nếu có)", "Đánh giá hiện trạng", "Điểm hạn chế", "Nguyên nhân của hạn chế"],
        ),
        (
            "follow-up-2026",
            &[Field::Time, Field::Content, Field::Outcome, Field::Adjustment, Field::Assessor],
            &["Thời điểm", "Nội dung theo dõi", "Kết quả thực hiện", "Điều chỉnh (nếu có)", "Người đánh giá"],
        ),
        (
            "result-8-2018",
            &[
                Field::Ordinal,
                Field::Criterion,
                Field::Planned,
                Field::Adjusted,
                Field::Done,
                Field::Ongoing,
                Field::NotStarted,
                Field::Note,
            ],
            &[
                "TT",
                "Tiêu chuẩn, tiêu chí",
                "được xây dựng đầu năm",
                "đã được điều chỉnh",
                "những công việc đã triển khai xong",
                "đang triển khai hoặc chậm (lý do)",
                "chưa triển khai",
                "Ghi chú",
            ],
        ),
        (
            "result-status",
            &[Field::Ordinal, Field::Criterion, Field::Planned, Field::Status],
            &["TT", "Tiêu chí", "Nội dung kế hoạch", "Tình trạng"],
        ),
        (
            "assessment-2018",
            &[Field::Criterion, Field::Unmet, Field::Level1, Field::Level2, Field::Level3],
            &["Tiêu chuẩn, tiêu chí", "Không đạt", "Mức 1", "Mức 2", "Mức 3"],
        ),
        (
            "assessment-2026",
            &[Field::Criterion, Field::Unmet, Field::Level1, Field::Level2],
            &["Tiêu chuẩn, Tiêu chí", "Không đạt Mức 1", "Mức 1", "Mức 2"],
        ),
        ("level4-2018", &[Field::Item, Field::Content, Field::Met, Field::Unmet], &["Khoản", "Nội dung", "Đạt", "Không đạt"]),
        (
            "evidence-2018",
            &[Field::Standard, Field::Evidence, Field::Place, Field::Collector, Field::Time, Field::Cost, Field::Note],
            &[
                "Tiêu chuẩn",
                "Dự kiến các thông tin, minh chứng cần thu thập",
                "Nơi thu thập",
                "Nhóm chuyên trách, cá nhân thu thập",
                "Thời gian thu thập",
                "Kinh phí thu thập (nếu có)",
                "Ghi chú",
            ],
        ),
        (
            "evidence-2026",
            &[Field::Ordinal, Field::Criterion, Field::EvidenceCode, Field::Evidence, Field::Place, Field::Collector, Field::Note],
            &["TT", "Tiêu chí", "Mã minh chứng", "Tên minh chứng", "Nơi lưu trữ", "Người phụ trách", "Ghi chú"],
        ),
    ];

    #[test]
    fn the_header_of_each_form_is_known() {
        let forms = forms();
        for (id, fields, titles) in HEADERS {
            assert_eq!(recognised(&forms, titles), Some((*id, fields.to_vec())), "{titles:?}");
        }
    }

    #[test]
    fn a_form_knows_the_frameworks_it_belongs_to() {
        let (forms, frameworks) = (forms(), Frameworks::load(None).expect("the built-in files are sound"));
        let belongs = |form: &str, framework: &str| forms.get(form).expect(form).belongs_to(frameworks.get(framework).expect(framework));
        assert!(belongs("plan-9-2018", "tt19-2018"));
        assert!(!belongs("plan-9-2018", "tt57-2026-gdtx"));
        assert!(belongs("plan-10-2026", "tt57-2026-gdtx"));
        assert!(belongs("plan-3", "tt57-2026-mam-non") && belongs("plan-3", "tt17-2018"));
    }

    #[test]
    fn every_kind_of_form_is_there() {
        let forms = forms();
        let kinds = [FormKind::Plan, FormKind::Result, FormKind::Assessment, FormKind::Evidence, FormKind::Problems, FormKind::FollowUp];
        assert!(kinds.iter().all(|kind| forms.all.iter().any(|form| form.kind == *kind)));
    }

    const CIRCULAR: &str = r#"
id = "tt12-2031"
circular = "12/2031/TT-BGDĐT"
title = "Tiêu chuẩn đánh giá trường mầm non"
kinds = ["mam_non"]
in_force_from = 2031-07-01
default_from_year = "2031-2032"
target_level = 1
standards = [{ number = 1, title = "Quản trị" }]
criteria = [{ code = "1.1", levels = [1], title = "Kế hoạch" }]
[[rule]]
level = 1
require = [{ of = "all", at = 1 }]
"#;

    const FORM: &str = r#"
id = "plan-2031"
kind = "plan"
title = "Kế hoạch năm 2031"
frameworks = ["tt12-2031"]
[[column]]
field = "criterion"
titles = ["Mã"]
needed = true
[[column]]
field = "task"
titles = ["Điều phải làm"]
needed = true
"#;

    #[test]
    fn an_office_adds_a_spelling_and_a_whole_new_circular_without_code() {
        let own = tempfile::tempdir().expect("a folder");
        for (path, text) in [
            ("frameworks/tt12-2031.toml", CIRCULAR),
            ("forms/plan-2031.toml", FORM),
            ("forms/rieng.toml", "extends = \"plan-9-2018\"\n[[column]]\nfield = \"task\"\ntitles = [\"Đầu việc phải lo\"]\n"),
        ] {
            let path = own.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let (forms, frameworks) = (Forms::load(Some(own.path())).expect("sound"), Frameworks::load(Some(own.path())).expect("sound"));
        assert_eq!(
            frameworks.of(crate::model::SchoolKind::MamNon, "2031-2032".parse().expect("a year")).map(|set| set.id.as_str()),
            Some("tt12-2031")
        );
        assert_eq!(recognised(&forms, &["Mã", "Điều phải làm"]), Some(("plan-2031", vec![Field::Criterion, Field::Task])));
        let spelled = recognised(&forms, &["Tiêu chí", "Đầu việc phải lo", "Thời gian"]);
        assert_eq!(spelled, Some(("plan-9-2018", vec![Field::Criterion, Field::Task, Field::Time])));
        assert_eq!(recognised(&super::tests::forms(), &["Tiêu chí", "Đầu việc phải lo", "Thời gian"]), None);
    }

    #[test]
    fn a_spelling_of_the_lexicon_is_known_in_every_form_that_uses_it() {
        let own = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(own.path().join("lexicon")).expect("a folder");
        fs::write(own.path().join("lexicon/rieng.toml"), "[[usual]]\nfield = \"time\"\ntitles = [\"Chừng nào xong\"]\n").expect("a file");
        let forms = Forms::load(Some(own.path())).expect("sound");
        assert_eq!(recognised(&forms, &["Công việc", "Chừng nào xong"]), Some(("plan-3", vec![Field::Task, Field::Time])));
        assert_eq!(recognised(&forms, &["Tiêu chí", "Công việc", "Chừng nào xong"]).map(|(id, _)| id), Some("plan-9-2018"));
    }

    #[test]
    fn no_spelling_of_a_built_in_column_is_said_twice() {
        for form in forms().all {
            for column in form.columns {
                let mut folded: Vec<String> = column.titles.iter().map(|title| text::fold(title)).collect();
                folded.sort();
                let twice: Vec<&[String]> = folded.windows(2).filter(|pair| pair[0] == pair[1]).collect();
                assert!(twice.is_empty(), "{} {}: {twice:?}", form.id, column.field);
            }
        }
    }

    #[test]
    fn a_file_of_the_same_name_replaces_the_one_built_in() {
        let own = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(own.path().join("forms")).expect("a folder");
        fs::write(own.path().join("forms/plan-3.toml"), FORM.replace("tt12-2031", "tt57-2026")).expect("a file");
        let forms = Forms::load(Some(own.path())).expect("sound");
        assert!(forms.get("plan-3").is_none() && forms.get("plan-2031").is_some());
    }
}
