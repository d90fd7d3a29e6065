//! Why a row of a table is not data, as the office is told.

/// Why a row is not data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) enum Reason {
    StandardTitle,
    StandardSum,
    CriterionTitle,
    TimeTitle,
    Band,
    ColumnNumbers,
    RepeatedHeader,
    Placeholder,
    Example,
    Section,
    Total,
    Signature,
    AfterTable,
    OtherTable,
    OtherPaper,
    PageNumber,
    OtherYear,
    Remark,
    ToldAbove,
    Whole,
    Detail,
    OtherFinder,
    Corrected,
    Described,
}

impl Reason {
    pub fn title(self) -> &'static str {
        match self {
            Reason::StandardTitle => "tên tiêu chuẩn",
            Reason::StandardSum => "tên và số tổng của tiêu chuẩn",
            Reason::CriterionTitle => "tên tiêu chí",
            Reason::TimeTitle => "thời gian của các dòng bên dưới",
            Reason::Band => "tên nhóm mức",
            Reason::ColumnNumbers => "số cột",
            Reason::RepeatedHeader => "tiêu đề lặp lại",
            Reason::Placeholder => "dòng mẫu chưa điền",
            Reason::Example => "dòng ví dụ của mẫu",
            Reason::Section => "tên mục",
            Reason::Total => "dòng tổng",
            Reason::Signature => "ngày tháng, chữ ký, nơi nhận",
            Reason::AfterTable => "chữ ngoài bảng",
            Reason::OtherTable | Reason::OtherPaper => "bảng khác, không phải biểu của báo cáo",
            Reason::PageNumber => "số trang",
            Reason::OtherYear => "năm học khác",
            Reason::ToldAbove => "kết quả của việc ở dòng trên",
            Reason::Remark => "nhận xét của nơi nhận báo cáo",
            Reason::Whole => "tên và số tiền chung của các việc bên dưới",
            Reason::Detail => "chi tiết của việc bên trên, số tiền đã tính ở đó",
            Reason::OtherFinder => "do cấp khác đánh giá",
            Reason::Described => "mô tả, điểm mạnh, điểm yếu của tiêu chí",
            Reason::Corrected => "dòng gạch ngang, tiêu chí được ghi lại ở dòng khác",
        }
    }
}
