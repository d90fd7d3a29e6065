//! Where a command is to write in, whether that is a place of its own out: never among what it reads, never over another period's result.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::kept;
use crate::model::{Period, SchoolYear};
use crate::read;
use crate::table::COMPARISON;

/// Refuses a folder that is, or holds, something that is read: its files would be replaced, or lie among what was written and be read by
/// no later run. A folder below one that is read is left aside by later runs, and may be written.
pub(super) fn apart<'a>(option: &str, folder: &Path, inputs: impl IntoIterator<Item = &'a PathBuf>) -> anyhow::Result<()> {
    let Ok(folder) = folder.canonicalize() else { return Ok(()) };
    for input in inputs.into_iter().filter_map(|input| read::located(input).canonicalize().ok()) {
        if input == folder {
            bail!(
                "Thư mục sau {option} không được là chính thư mục đang đọc ({}): kết quả sẽ nằm lẫn hoặc ghi đè lên tệp ở đó. Hãy chọn một thư mục khác.",
                input.display()
            );
        }
        if input.starts_with(&folder) {
            bail!(
                "Thư mục sau {option} ({}) không được chứa nơi đang đọc ({}): kết quả sẽ nằm lẫn với tệp của trường và lần sau không đọc được cả hai. Hãy chọn một thư mục khác, ví dụ {}.",
                folder.display(),
                input.display(),
                folder.join("ket-qua").display()
            );
        }
    }
    Ok(())
}

/// Refuses a folder that holds the result of another half of a year: it is needed still, to compare and to go on from.
pub(super) fn of_this_half(folder: &Path, year: SchoolYear, period: Period) -> anyhow::Result<()> {
    let Some((held_year, held_period)) = kept::half(folder) else { return Ok(()) };
    if (held_year, held_period) != (year, period) {
        bail!(
            "Thư mục {} đang giữ kết quả {} năm học {held_year}, còn lần này là {} năm học {year}; không ghi đè. Hãy ghi một thư mục khác sau -o (nếu kết quả cũ là chạy nhầm năm, nhầm kỳ thì xóa thư mục ấy rồi chạy lại).",
            folder.display(),
            held_period.title(),
            period.title()
        );
    }
    Ok(())
}

/// Refuses an earlier output that is of the same half as this one, or of a later one.
pub(super) fn before_this_half(earlier: (SchoolYear, Period), this: (SchoolYear, Period)) -> anyhow::Result<()> {
    if earlier >= this {
        bail!(
            "Kết quả sau --previous là của {} năm học {}, không phải kỳ trước của {} năm học {}. Hãy chỉ --previous tới thư mục kết quả của kỳ trước; muốn so hai lần chạy của cùng một kỳ, hãy dùng ctcl compare.",
            earlier.1.title(),
            earlier.0,
            this.1.title(),
            this.0
        );
    }
    Ok(())
}

/// Refuses a file that a comparison may not be written to: one that is no earlier comparison, or that Excel would not open by its ending.
pub(super) fn for_comparison(file: &Path) -> anyhow::Result<()> {
    let shown = file.display();
    if file.is_dir() {
        bail!("\"{shown}\" là thư mục; sau -o hãy ghi tên một tệp, ví dụ {}.", file.join("so-sanh.xlsx").display());
    }
    if let Some(ending) = file.extension().filter(|ending| !ending.eq_ignore_ascii_case("xlsx")) {
        bail!(
            "Kết quả so sánh là sổ Excel, không phải .{}. Hãy ghi tên tệp có đuôi .xlsx, ví dụ -o {}.",
            ending.display(),
            file.with_extension("xlsx").display()
        );
    }
    if file.exists() && !read::wrote(file, COMPARISON) {
        bail!(
            "\"{shown}\" đã có và không phải sổ so sánh do ctcl compare ghi (có thể là tệp của trường), nên không ghi đè. Hãy ghi tên tệp khác sau -o."
        );
    }
    Ok(())
}
