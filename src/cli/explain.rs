//! `ctcl explain`: an output folder and the name of a figure in; the rows the figure rests on, counted again, out.

use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::Args;

use super::kept::figures;
use super::{DONE, screen};
use crate::dataset::Dataset;
use crate::explain::{Book, Counted, Explanation, Row, Unknown, data::Data};
use crate::framework::Frameworks;
use crate::settings::Settings;
use crate::write;

pub(super) const EXAMPLE: &str = "Tên số liệu: đường dẫn trong thong-ke.json, hoặc overdue:MÃ-TRƯỜNG:TIÊU-CHÍ\n\nVí dụ:\n  ctcl explain ket-qua /by_criterion/12/levels/2/met\n";

const DEFAULT_CONFIG: &str = "ctcl.toml";

#[derive(Args)]
pub(super) struct Arguments {
    /// Thư mục kết quả của ctcl report hoặc ctcl rollup
    #[arg(value_name = "THƯ MỤC", help_heading = "Đối số")]
    folder: PathBuf,
    /// Số liệu cần hỏi, ví dụ /schools/late, /by_unit/0/figures/schools/missing hoặc overdue:09901001:1.10
    #[arg(value_name = "SỐ LIỆU", help_heading = "Đối số")]
    figure: String,
    /// Tệp cấu hình (mặc định: ctcl.toml trong thư mục hiện tại, nếu có)
    #[arg(long, value_name = "TỆP", help_heading = "Tùy chọn")]
    config: Option<PathBuf>,
    /// In kết quả dạng JSON ra stdout
    #[arg(long, help_heading = "Tùy chọn")]
    json: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let config = arguments.config.clone().or_else(|| Path::new(DEFAULT_CONFIG).is_file().then(|| PathBuf::from(DEFAULT_CONFIG)));
    let settings = Settings::load(config.as_deref())?;
    let frameworks = Frameworks::load(settings.templates.as_deref())?;
    let statistics = figures(&arguments.folder)?;
    let data = Data::of_dataset(&Dataset::load(&arguments.folder.join("du-lieu"))?)?;
    let mut book = Book::new(&statistics, &data, &frameworks);
    book.expiring_days = settings.thresholds.expiring_days;
    let explanation = match book.figure(&arguments.figure) {
        Ok(explanation) => explanation,
        Err(unknown) => bail!("{}", refusal(&unknown)),
    };
    if arguments.json {
        screen::result(&String::from_utf8(write::json::to_bytes(&explanation)?)?)?;
    } else {
        screen::said(&spoken(&explanation))?;
    }
    Ok(DONE)
}

fn refusal(unknown: &Unknown) -> String {
    let near = unknown.near.iter().map(|name| format!("\n  {name}")).collect::<String>();
    let near = if near.is_empty() { near } else { format!(" Có thể hỏi:{near}") };
    format!("\"{}\": {}.{near}", unknown.asked, unknown.because)
}

/// For people: the figure, the rule, the rows under their files, the count.
fn spoken(explanation: &Explanation) -> String {
    let shown = |value: &serde_json::Value| if value.is_null() { "không có".to_owned() } else { value.to_string() };
    let mut text = format!("{} = {}\n{}\n", explanation.figure, shown(&explanation.value), explanation.definition);
    if !explanation.rows.is_empty() {
        text.push_str("\nCăn cứ:\n");
    }
    for (number, row) in (1..).zip(&explanation.rows) {
        text.push_str(&format!("{number:>4}. {}\n", line(row)));
        if !row.raw.is_empty() {
            text.push_str(&format!("      trường ghi: {}\n", row.raw));
        }
        if !row.read.is_empty() {
            text.push_str(&format!("      đọc là: {}\n", row.read));
        }
        for finding in &row.findings {
            text.push_str(&format!("      vấn đề {finding}\n"));
        }
    }
    let how = match explanation.counted {
        Counted::Rows => "đếm các dòng trên",
        Counted::Distinct => "đếm các dòng trên, mỗi trường (và tiêu chí) một lần",
        Counted::Sum => "cộng các dòng trên",
        Counted::Rule => "áp dụng quy tắc cho các dòng trên",
    };
    let verdict = if explanation.agrees { "khớp với thong-ke.json" } else { "KHÔNG KHỚP với thong-ke.json" };
    text.push_str(&format!("\nTính lại ({how}): {}, {verdict}.\n", shown(&explanation.recount)));
    text
}

fn line(row: &Row) -> String {
    let place = match (row.file.is_empty(), row.sheet.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!("[{}]{}", row.file, row.cell),
        (false, false) => format!("[{}]{}!{}", row.file, row.sheet, row.cell),
    };
    [row.unit.as_str(), &row.school, &row.about, &place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
