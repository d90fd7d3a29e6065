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

/// Declares variables, and the list of them.
macro_rules! variables {
    ($($(#[$doc:meta])* $variable:ident = $name:literal $dtype:ident $title:literal;)*) => {
        $($(#[$doc])* pub static $variable: Variable = Variable::new($name, DataType::$dtype, $title);)*

        static DECLARED_ONCE: &[&Variable] = &[$(&$variable),*];
    };
}

variables! {
    // Who and under what.
    SCHOOL_ID = "school_id" String "Mã trường";
    FRAMEWORK = "framework" String "Bộ tiêu chuẩn";
    STANDARD = "standard" UInt32 "Tiêu chuẩn";
    CRITERION = "criterion" String "Tiêu chí";
    LEVEL = "level" UInt32 "Mức";

    // Where it was read.
    FILE = "file" String "Tệp";
    SHEET = "sheet" String "Trang tính";
    CELL = "cell" String "Ô";

    // Schools.
    NAME = "name" String "Tên trường";
    KIND = "kind" String "Loại hình";
    COMMUNE = "commune" String "Xã, phường";
    CLUSTER = "cluster" String "Cụm chuyên môn";
    DISTRICT = "district" String "Huyện, quận cũ";
    COMMUNE_BEFORE = "commune_before" String "Xã, phường cũ";
    /// The first day on which `commune` holds rather than `commune_before`.
    COMMUNE_SINCE = "commune_since" Date "Xã, phường mới từ ngày";
    /// Codes of the schools that have become part of it: `00100101;00100105`.
    TOOK_IN = "took_in" String "Nhận sáp nhập các trường";
    SPLIT_FROM = "split_from" String "Tách từ trường";
    REGISTERED = "registered" Boolean "Có trong danh sách";
    SUBMISSION = "submission" String "Tình trạng nộp";
    ACCREDITATION = "accreditation" UInt32 "Cấp độ KĐCLGD";
    NATIONAL_STANDARD = "national_standard" UInt32 "Mức độ chuẩn quốc gia";
    RECOGNISED_ON = "recognised_on" Date "Ngày công nhận";
    TARGET_LEVEL = "target_level" UInt32 "Mức phấn đấu";
    DECLARED_LEVEL = "declared_level" UInt32 "Mức trường tự nhận";
    /// A line a statement: `Mức trường: [bc.xlsx]TĐG!A35`.
    DECLARED_AT = "declared_at" String "Ô ghi mức và số tổng tự nhận";

    /// The unit that read the school's files, and the unit above it.
    UNIT = "unit_name" String "Đơn vị tổng hợp";
    UNIT_PARENT = "unit_parent" String "Cấp trên của đơn vị";

    // Submissions.
    SHA256 = "sha256" String "Mã băm";
    FORMS = "forms" String "Biểu mẫu";
    RECEIVED_ON = "received_on" Date "Ngày nhận";
    RECEIVED_FROM = "received_from" String "Căn cứ ngày nhận";
    STATE = "state" String "Xử lý";

    // Assessments.
    RESULT = "result" String "Kết quả đánh giá";
    MARK = "mark" String "Trường ghi (nguyên văn)";

    // Actions.
    ROW_ID = "row_id" UInt32 "Số dòng";
    LEVEL_BAND = "level_band" String "Phần Mức";
    TARGET = "target" String "Kết quả cần đạt";
    TASK = "task" String "Công việc";
    LEAD = "lead" String "Chủ trì, phối hợp";
    TIME_TEXT = "time_text" String "Thời gian (nguyên văn)";
    TIME_KIND = "time_kind" String "Loại thời gian";
    START = "start" Date "Bắt đầu";
    DUE = "due" Date "Hạn hoàn thành";
    FLAGS = "flags" String "Suy đoán về thời gian";
    COST_TEXT = "cost_text" String "Kinh phí (nguyên văn)";
    COST_KIND = "cost_kind" String "Loại kinh phí";
    COST_VND = "cost_vnd" Int64 "Kinh phí (đồng)";
    COST_SOURCES = "cost_sources" String "Nguồn kinh phí";
    /// `budget=5000000;socialised=2000000`, where the table divides the amount.
    COST_PARTS = "cost_parts" String "Kinh phí theo nguồn (đồng)";
    CONDITIONS = "conditions" String "Điều kiện hỗ trợ";
    NOTE = "note" String "Ghi chú";
    ADJUSTED = "adjusted" String "Nội dung đã điều chỉnh";
    DONE_TEXT = "done_text" String "Đã triển khai xong";
    ONGOING_TEXT = "ongoing_text" String "Đang triển khai hoặc chậm";
    NOT_STARTED_TEXT = "not_started_text" String "Chưa triển khai";
    /// The time that the result form itself gives.
    REPORTED_TIME = "reported_time" String "Thời gian ghi trong kết quả";
    STATUS = "status" String "Tình trạng";
    LATE_STATED = "late_stated" Boolean "Trường tự nêu là chậm";
    OVERDUE = "overdue" String "Quá hạn";
    DAYS_OVERDUE = "days_overdue" Int32 "Số ngày quá hạn";
    RESULT_FILE = "result_file" String "Tệp báo cáo kết quả";
    RESULT_SHEET = "result_sheet" String "Trang tính báo cáo kết quả";
    RESULT_CELL = "result_cell" String "Ô báo cáo kết quả";

    // Evidence.
    CODE = "code" String "Mã minh chứng";
    DESCRIPTION = "description" String "Minh chứng";
    PLACE = "place" String "Nơi thu thập";
    COLLECTOR = "collector" String "Người thu thập";

    // Findings.
    ID = "id" String "Mã vấn đề";
    SEVERITY = "severity" String "Mức độ";
    FIELD = "field" String "Cột";
    RAW = "raw" String "Nguyên văn";
    MESSAGE = "message" String "Vấn đề";
    REMEDY = "remedy" String "Cách xử lý";
}

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

/// Every column of the tables of an output.
pub fn all() -> impl Iterator<Item = &'static Variable> {
    DECLARED_ONCE.iter().copied().chain(&DECLARED_MET).chain(&DECLARED_OF)
}

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
