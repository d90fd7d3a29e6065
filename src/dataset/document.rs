//! All tables of data files as a page for people: `docs/du-lieu.md`.

use polars::prelude::DataType;

use super::{Dataset, Variable, variable};

/// What one row of each table is, in the order of [`Dataset::tables`].
const ROWS: [&str; 6] = [
    "Mỗi trường một dòng",
    "Mỗi tệp một dòng",
    "Mỗi tiêu chí ở mỗi mức một dòng",
    "Mỗi công việc một dòng; dòng kết quả đã ghép vào dòng kế hoạch của nó",
    "Mỗi minh chứng một dòng",
    "Mỗi vấn đề một dòng; các mã ở `van-de.md`",
];

/// The codes that stand in a column, each with what it says.
const CODES: &[(&Variable, &[(&str, &str)])] = &[
    (
        &variable::KIND,
        &[
            ("mam_non", "mầm non"),
            ("tieu_hoc", "tiểu học"),
            ("thcs", "THCS"),
            ("thpt", "THPT"),
            ("nhieu_cap", "nhiều cấp học"),
            ("gdtx", "GDTX"),
        ],
    ),
    (
        &variable::SUBMISSION,
        &[("on_time", "đúng hạn"), ("late", "trễ hạn"), ("missing", "chưa nộp"), ("unreadable", "có nộp, không đọc được")],
    ),
    (
        &variable::FORMS,
        &[
            ("plan", "kế hoạch"),
            ("result", "kết quả thực hiện"),
            ("assessment", "tự đánh giá"),
            ("evidence", "minh chứng"),
            ("problems", "hạn chế và nguyên nhân"),
            ("follow_up", "theo dõi"),
        ],
    ),
    (
        &variable::RECEIVED_FROM,
        &[
            ("intake", "sổ nhận của văn phòng"),
            ("document", "lần lưu cuối của tệp"),
            ("file_name", "ngày trong tên tệp"),
            ("none", "không biết"),
        ],
    ),
    (
        &variable::STATE,
        &[
            ("accepted", "được tính"),
            ("superseded", "có tệp mới hơn thay"),
            ("duplicate", "trùng một tệp khác"),
            ("rejected", "không đọc được hoặc không có gì để tính"),
        ],
    ),
    (&variable::RESULT, &[("met", "đạt"), ("unmet", "không đạt"), ("not_assessed", "chưa đánh giá")]),
    (&variable::LEVEL_BAND, &[("123", "Mức 1 đến 3"), ("4", "danh mục Mức 4")]),
    (
        &variable::TIME_KIND,
        &[
            ("span", "có hạn"),
            ("open", "chỉ có lúc bắt đầu"),
            ("recurring", "thường xuyên"),
            ("conditional", "tùy điều kiện"),
            ("unknown", "không đọc được"),
        ],
    ),
    (
        &variable::FLAGS,
        &[
            ("year_inferred", "năm lấy theo năm học"),
            ("approximate", "ngày gần đúng"),
            ("multiple", "nhiều thời gian trong một ô"),
            ("repaired", "năm ghi sai đã sửa"),
        ],
    ),
    (
        &variable::COST_KIND,
        &[
            ("amount", "số tiền"),
            ("zero", "0 đồng"),
            ("source_only", "chỉ có nguồn"),
            ("unit_price", "đơn giá, không cộng"),
            ("unspecified", "có nhưng không nêu số"),
            ("none", "không có"),
        ],
    ),
    (&variable::COST_SOURCES, &[("budget", "ngân sách"), ("socialised", "xã hội hóa")]),
    (
        &variable::STATUS,
        &[
            ("completed", "hoàn thành"),
            ("in_progress", "đang thực hiện"),
            ("not_started", "chưa triển khai"),
            ("no_report", "chưa báo cáo"),
        ],
    ),
    (
        &variable::OVERDUE,
        &[
            ("no", "không"),
            ("possible", "có thể, vì hạn do suy đoán hoặc trường chưa báo cáo"),
            ("certain", "chắc chắn"),
            ("undetermined", "không xác định được hạn"),
        ],
    ),
    (&variable::SEVERITY, &[("error", "lỗi"), ("warning", "cần xem lại"), ("info", "ghi chú")]),
];

/// The page, written from the tables themselves; a test holds the file to it.
pub fn document() -> String {
    let mut text = String::from(
        "# Các bảng dữ liệu\n\nCác bảng trong `du-lieu/*.parquet` (và trong kho, xem `quy-mo.md`) dành cho chương trình khác: Power BI, DuckDB, pandas. Ô không biết thì trống. Một ô nhiều mã thì cách nhau bằng dấu `;`. Ba cột `file`, `sheet`, `cell` là tệp, trang tính và ô mà dòng được đọc từ đó.\n",
    );
    for ((name, table), row) in Dataset::empty().tables().into_iter().zip(ROWS) {
        text.push_str(&format!("\n## `{name}`\n\n{row}.\n\n| Cột | Kiểu | Nội dung |\n|---|---|---|\n"));
        for column in table.get_column_names() {
            let variable = variable::all().find(|variable| variable.name == column.as_str()).expect("every column is a variable");
            text.push_str(&format!("| `{column}` | {} | {}{} |\n", kind(&variable.dtype), variable.title, codes(variable)));
        }
    }
    text
}

/// What a type is called.
fn kind(dtype: &DataType) -> &'static str {
    match dtype {
        DataType::String => "chữ",
        DataType::Date => "ngày",
        DataType::Boolean => "đúng, sai",
        _ => "số nguyên",
    }
}

/// ": `met` đạt, `unmet` không đạt".
fn codes(variable: &Variable) -> String {
    let Some((_, codes)) = CODES.iter().find(|(coded, _)| coded.name == variable.name) else { return String::new() };
    let said: Vec<String> = codes.iter().map(|(code, what)| format!("`{code}` {what}")).collect();
    format!(": {}", said.join("; "))
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::dataset::of_code;
    use crate::finding::Severity;
    use crate::model::{
        CostKind, CostSource, FormKind, Lateness, LevelBand, Outcome, ReceivedFrom, SchoolKind, State, Status, WindowFlag, WindowKind,
    };

    #[test]
    fn the_page_lists_every_column() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/du-lieu.md");
        let page = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(page == document(), "docs/du-lieu.md is behind the tables: cargo run --example page -- du-lieu > docs/du-lieu.md");
    }

    #[test]
    fn every_code_it_names_is_one() {
        fn all<T: DeserializeOwned>(variable: &Variable) {
            let (_, codes) = CODES.iter().find(|(coded, _)| coded.name == variable.name).expect("a coded column");
            for (code, _) in *codes {
                assert!(of_code::<T>(code).is_ok(), "{code} in {}", variable.name);
            }
            // serde names all that there are, when it is given what there is not.
            let known = of_code::<T>("?").err().expect("no code").to_string();
            assert_eq!(known.matches('`').count(), 2 * (codes.len() + 1), "{}: {known}", variable.name);
        }
        all::<SchoolKind>(&variable::KIND);
        all::<FormKind>(&variable::FORMS);
        all::<ReceivedFrom>(&variable::RECEIVED_FROM);
        all::<State>(&variable::STATE);
        all::<Outcome>(&variable::RESULT);
        all::<LevelBand>(&variable::LEVEL_BAND);
        all::<WindowKind>(&variable::TIME_KIND);
        all::<WindowFlag>(&variable::FLAGS);
        all::<CostKind>(&variable::COST_KIND);
        all::<CostSource>(&variable::COST_SOURCES);
        all::<Status>(&variable::STATUS);
        all::<Lateness>(&variable::OVERDUE);
        all::<Severity>(&variable::SEVERITY);
    }
}
