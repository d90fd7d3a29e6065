//! Every column of every table once: name, type, Vietnamese title. In go values, out come columns; and back again.

use anyhow::Context;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use polars::prelude::{
    BooleanChunked, Column, DataFrame, DataType, Expr, Int32Chunked, Int64Chunked, IntoColumn, NewChunkedArray, StringChunked,
    UInt32Chunked,
};

/// A column by its name in data files, its type, and the title people read.
#[derive(Debug)]
pub struct Variable {
    pub name: &'static str,
    pub dtype: DataType,
    pub title: &'static str,
}

// Who and under what.
pub static SCHOOL_ID: Variable = Variable::new("school_id", DataType::String, "Mã trường");
pub static FRAMEWORK: Variable = Variable::new("framework", DataType::String, "Bộ tiêu chuẩn");
pub static STANDARD: Variable = Variable::new("standard", DataType::UInt32, "Tiêu chuẩn");
pub static CRITERION: Variable = Variable::new("criterion", DataType::String, "Tiêu chí");
pub static LEVEL: Variable = Variable::new("level", DataType::UInt32, "Mức");

// Where it was read.
pub static FILE: Variable = Variable::new("file", DataType::String, "Tệp");
pub static SHEET: Variable = Variable::new("sheet", DataType::String, "Trang tính");
pub static CELL: Variable = Variable::new("cell", DataType::String, "Ô");

// Schools.
pub static NAME: Variable = Variable::new("name", DataType::String, "Tên trường");
pub static KIND: Variable = Variable::new("kind", DataType::String, "Loại hình");
pub static COMMUNE: Variable = Variable::new("commune", DataType::String, "Xã, phường");
pub static CLUSTER: Variable = Variable::new("cluster", DataType::String, "Cụm chuyên môn");
pub static DISTRICT: Variable = Variable::new("district", DataType::String, "Huyện, quận cũ");
pub static COMMUNE_BEFORE: Variable = Variable::new("commune_before", DataType::String, "Xã, phường cũ");
/// The first day on which `commune` holds rather than `commune_before`.
pub static COMMUNE_SINCE: Variable = Variable::new("commune_since", DataType::Date, "Xã, phường mới từ ngày");
/// Codes of the schools that have become part of it: `00100101;00100105`.
pub static TOOK_IN: Variable = Variable::new("took_in", DataType::String, "Nhận sáp nhập các trường");
pub static SPLIT_FROM: Variable = Variable::new("split_from", DataType::String, "Tách từ trường");
pub static REGISTERED: Variable = Variable::new("registered", DataType::Boolean, "Có trong danh sách");
pub static SUBMISSION: Variable = Variable::new("submission", DataType::String, "Tình trạng nộp");
pub static ACCREDITATION: Variable = Variable::new("accreditation", DataType::UInt32, "Cấp độ KĐCLGD");
pub static NATIONAL_STANDARD: Variable = Variable::new("national_standard", DataType::UInt32, "Mức độ chuẩn quốc gia");
pub static RECOGNISED_ON: Variable = Variable::new("recognised_on", DataType::Date, "Ngày công nhận");
pub static TARGET_LEVEL: Variable = Variable::new("target_level", DataType::UInt32, "Mức phấn đấu");
pub static DECLARED_LEVEL: Variable = Variable::new("declared_level", DataType::UInt32, "Mức trường tự nhận");
/// By level, from 1: the totals a school gives in words, "Tổng số các tiêu chí đạt Mức 3: 13/19".
pub static DECLARED_MET: [Variable; 4] = [
    Variable::new("declared_met_1", DataType::UInt32, "Số tiêu chí tự nhận đạt Mức 1"),
    Variable::new("declared_met_2", DataType::UInt32, "Số tiêu chí tự nhận đạt Mức 2"),
    Variable::new("declared_met_3", DataType::UInt32, "Số tiêu chí tự nhận đạt Mức 3"),
    Variable::new("declared_met_4", DataType::UInt32, "Số khoản tự nhận đạt Mức 4"),
];
pub static DECLARED_OF: [Variable; 4] = [
    Variable::new("declared_of_1", DataType::UInt32, "Trên tổng số tiêu chí Mức 1"),
    Variable::new("declared_of_2", DataType::UInt32, "Trên tổng số tiêu chí Mức 2"),
    Variable::new("declared_of_3", DataType::UInt32, "Trên tổng số tiêu chí Mức 3"),
    Variable::new("declared_of_4", DataType::UInt32, "Trên tổng số khoản Mức 4"),
];

/// The unit that read the school's files, and the unit above it.
pub static UNIT: Variable = Variable::new("unit_name", DataType::String, "Đơn vị tổng hợp");
pub static UNIT_PARENT: Variable = Variable::new("unit_parent", DataType::String, "Cấp trên của đơn vị");

// Submissions.
pub static SHA256: Variable = Variable::new("sha256", DataType::String, "Mã băm");
pub static FORMS: Variable = Variable::new("forms", DataType::String, "Biểu mẫu");
pub static RECEIVED_ON: Variable = Variable::new("received_on", DataType::Date, "Ngày nhận");
pub static RECEIVED_FROM: Variable = Variable::new("received_from", DataType::String, "Căn cứ ngày nhận");
pub static STATE: Variable = Variable::new("state", DataType::String, "Xử lý");

// Assessments.
pub static RESULT: Variable = Variable::new("result", DataType::String, "Kết quả đánh giá");
pub static MARK: Variable = Variable::new("mark", DataType::String, "Trường ghi (nguyên văn)");

// Actions.
pub static ROW_ID: Variable = Variable::new("row_id", DataType::UInt32, "Số dòng");
pub static LEVEL_BAND: Variable = Variable::new("level_band", DataType::String, "Phần Mức");
pub static TARGET: Variable = Variable::new("target", DataType::String, "Kết quả cần đạt");
pub static TASK: Variable = Variable::new("task", DataType::String, "Công việc");
pub static LEAD: Variable = Variable::new("lead", DataType::String, "Chủ trì, phối hợp");
pub static TIME_TEXT: Variable = Variable::new("time_text", DataType::String, "Thời gian (nguyên văn)");
pub static TIME_KIND: Variable = Variable::new("time_kind", DataType::String, "Loại thời gian");
pub static START: Variable = Variable::new("start", DataType::Date, "Bắt đầu");
pub static DUE: Variable = Variable::new("due", DataType::Date, "Hạn hoàn thành");
pub static FLAGS: Variable = Variable::new("flags", DataType::String, "Suy đoán về thời gian");
pub static COST_TEXT: Variable = Variable::new("cost_text", DataType::String, "Kinh phí (nguyên văn)");
pub static COST_KIND: Variable = Variable::new("cost_kind", DataType::String, "Loại kinh phí");
pub static COST_VND: Variable = Variable::new("cost_vnd", DataType::Int64, "Kinh phí (đồng)");
pub static COST_SOURCES: Variable = Variable::new("cost_sources", DataType::String, "Nguồn kinh phí");
/// `budget=5000000;socialised=2000000`, where the table divides the amount.
pub static COST_PARTS: Variable = Variable::new("cost_parts", DataType::String, "Kinh phí theo nguồn (đồng)");
pub static CONDITIONS: Variable = Variable::new("conditions", DataType::String, "Điều kiện hỗ trợ");
pub static NOTE: Variable = Variable::new("note", DataType::String, "Ghi chú");
pub static ADJUSTED: Variable = Variable::new("adjusted", DataType::String, "Nội dung đã điều chỉnh");
pub static DONE_TEXT: Variable = Variable::new("done_text", DataType::String, "Đã triển khai xong");
pub static ONGOING_TEXT: Variable = Variable::new("ongoing_text", DataType::String, "Đang triển khai hoặc chậm");
pub static NOT_STARTED_TEXT: Variable = Variable::new("not_started_text", DataType::String, "Chưa triển khai");
/// The time that the result form itself gives.
pub static REPORTED_TIME: Variable = Variable::new("reported_time", DataType::String, "Thời gian ghi trong kết quả");
pub static STATUS: Variable = Variable::new("status", DataType::String, "Tình trạng");
pub static LATE_STATED: Variable = Variable::new("late_stated", DataType::Boolean, "Trường tự nêu là chậm");
pub static OVERDUE: Variable = Variable::new("overdue", DataType::String, "Quá hạn");
pub static DAYS_OVERDUE: Variable = Variable::new("days_overdue", DataType::Int32, "Số ngày quá hạn");
pub static RESULT_FILE: Variable = Variable::new("result_file", DataType::String, "Tệp báo cáo kết quả");
pub static RESULT_SHEET: Variable = Variable::new("result_sheet", DataType::String, "Trang tính báo cáo kết quả");
pub static RESULT_CELL: Variable = Variable::new("result_cell", DataType::String, "Ô báo cáo kết quả");

// Evidence.
pub static CODE: Variable = Variable::new("code", DataType::String, "Mã minh chứng");
pub static DESCRIPTION: Variable = Variable::new("description", DataType::String, "Minh chứng");
pub static PLACE: Variable = Variable::new("place", DataType::String, "Nơi thu thập");
pub static COLLECTOR: Variable = Variable::new("collector", DataType::String, "Người thu thập");

// Findings.
pub static ID: Variable = Variable::new("id", DataType::String, "Mã vấn đề");
pub static SEVERITY: Variable = Variable::new("severity", DataType::String, "Mức độ");
pub static FIELD: Variable = Variable::new("field", DataType::String, "Cột");
pub static RAW: Variable = Variable::new("raw", DataType::String, "Nguyên văn");
pub static MESSAGE: Variable = Variable::new("message", DataType::String, "Vấn đề");
pub static REMEDY: Variable = Variable::new("remedy", DataType::String, "Cách xử lý");

/// Day 0 of a column of dates.
const EPOCH: Date = date(1970, 1, 1);

impl Variable {
    pub const fn new(name: &'static str, dtype: DataType, title: &'static str) -> Self {
        Variable { name, dtype, title }
    }

    /// The column in a query.
    #[expect(clippy::disallowed_methods, reason = "the one place where a variable becomes a column of a query")]
    pub fn col(&self) -> Expr {
        polars::prelude::col(self.name)
    }

    pub fn texts<T: AsRef<str>>(&self, values: impl Iterator<Item = Option<T>>) -> Column {
        self.own(StringChunked::from_iter_options(self.name.into(), values).into_column())
    }

    pub fn numbers(&self, values: impl Iterator<Item = Option<u32>>) -> Column {
        self.own(UInt32Chunked::from_iter_options(self.name.into(), values).into_column())
    }

    pub fn days(&self, values: impl Iterator<Item = Option<i32>>) -> Column {
        self.own(Int32Chunked::from_iter_options(self.name.into(), values).into_column())
    }

    pub fn amounts(&self, values: impl Iterator<Item = Option<i64>>) -> Column {
        self.own(Int64Chunked::from_iter_options(self.name.into(), values).into_column())
    }

    pub fn truths(&self, values: impl Iterator<Item = bool>) -> Column {
        self.own(BooleanChunked::from_iter_values(self.name.into(), values).into_column())
    }

    pub fn dates(&self, values: impl Iterator<Item = Option<Date>>) -> Column {
        let days = values.map(|value| value.map(|day| (day - EPOCH).get_days()));
        self.own(Int32Chunked::from_iter_options(self.name.into(), days).into_date().into_column())
    }

    pub fn texts_of<'f>(&self, frame: &'f DataFrame) -> anyhow::Result<&'f StringChunked> {
        self.column_of(frame)?.str().with_context(|| self.wrong_type())
    }

    pub fn numbers_of<'f>(&self, frame: &'f DataFrame) -> anyhow::Result<&'f UInt32Chunked> {
        self.column_of(frame)?.u32().with_context(|| self.wrong_type())
    }

    pub fn days_of<'f>(&self, frame: &'f DataFrame) -> anyhow::Result<&'f Int32Chunked> {
        self.column_of(frame)?.i32().with_context(|| self.wrong_type())
    }

    pub fn amounts_of<'f>(&self, frame: &'f DataFrame) -> anyhow::Result<&'f Int64Chunked> {
        self.column_of(frame)?.i64().with_context(|| self.wrong_type())
    }

    pub fn truths_of<'f>(&self, frame: &'f DataFrame) -> anyhow::Result<&'f BooleanChunked> {
        self.column_of(frame)?.bool().with_context(|| self.wrong_type())
    }

    pub fn dates_of<'f>(&self, frame: &'f DataFrame) -> anyhow::Result<impl Iterator<Item = Option<Date>> + use<'f>> {
        let days = self.column_of(frame)?.date().with_context(|| self.wrong_type())?.physical();
        Ok(days.iter().map(|days| days.and_then(|days| EPOCH.checked_add(i64::from(days).days()).ok())))
    }

    fn column_of<'f>(&self, frame: &'f DataFrame) -> anyhow::Result<&'f Column> {
        frame.column(self.name).with_context(|| format!("bảng dữ liệu thiếu cột {}", self.name))
    }

    fn wrong_type(&self) -> String {
        format!("cột {} không có kiểu {}", self.name, self.dtype)
    }

    /// What was built is of the type the variable states.
    fn own(&self, column: Column) -> Column {
        assert_eq!(column.dtype(), &self.dtype, "the column {} is filled with values of its type", self.name);
        column
    }
}

/// A table from its columns.
pub fn frame(columns: Vec<Column>) -> DataFrame {
    DataFrame::new_infer_height(columns).expect("every column has one value per row, and a name of its own")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_back_as_they_went_in() {
        let days = [Some(date(2024, 2, 29)), None, Some(date(1969, 12, 31)), Some(date(1900, 1, 1)), Some(Date::MAX)];
        let table = frame(vec![DUE.dates(days.into_iter())]);
        assert_eq!(DUE.dates_of(&table).expect("dates").collect::<Vec<_>>(), days);
    }

    #[test]
    fn a_missing_column_is_named() {
        let error = DUE.dates_of(&frame(vec![TASK.texts([Some("việc")].into_iter())])).map(|_| ()).expect_err("no such column");
        assert_eq!(error.to_string(), "bảng dữ liệu thiếu cột due");
    }
}
