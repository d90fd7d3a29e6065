//! What a school does otherwise than most: which forms it sends, and how it fills them in.

/// How the forms lie in files and sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    One,
    Two,
    /// Plan and result under each other on one sheet.
    Stacked,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    PlanOf3,
    NoPlan,
    NoResult,
    NoAssessment,
    TotalsOnly,
    NotAllJudged,
    Millions,
    StartAndEnd,
    DayCells,
    TwoCriteria,
    ExtraResults,
    Overclaims,
    LongTime,
    Dashes,
    LostPrice,
    SameAgain,
    SameLead,
    Evidence,
}

impl Way {
    /// For the README of the sample; `None` where the dirt it prepares says it.
    pub fn title(self) -> Option<&'static str> {
        match self {
            Way::PlanOf3 => Some("kế hoạch 3 cột, tiêu chí nằm trong câu"),
            Way::NoPlan => Some("chỉ có kết quả, không có kế hoạch"),
            Way::NoResult => Some("chưa có kết quả thực hiện"),
            Way::NoAssessment => Some("không có bảng tự đánh giá"),
            Way::TotalsOnly => Some("tự đánh giá chỉ ghi tổng số bằng dòng chữ"),
            Way::NotAllJudged => Some("vài tiêu chí chưa đánh giá"),
            Way::Millions => Some("\"ĐVT: triệu đồng\" trên bảng"),
            Way::StartAndEnd => Some("thời gian tách hai cột Bắt đầu, Kết thúc"),
            Way::DayCells => Some("thời gian là ô ngày của Excel"),
            Way::TwoCriteria => Some("nhiều tiêu chí trong một ô"),
            Way::ExtraResults => Some("kết quả của việc không có trong kế hoạch"),
            Way::Overclaims => Some("tự nhận mức cao hơn mức tính theo tiêu chí"),
            Way::Evidence => Some("bảng thu thập minh chứng"),
            Way::LongTime | Way::Dashes | Way::LostPrice | Way::SameAgain | Way::SameLead => None,
        }
    }
}

impl Spread {
    pub fn title(self) -> Option<&'static str> {
        match self {
            Spread::One => None,
            Spread::Two => Some("biểu mẫu chia làm hai tệp"),
            Spread::Stacked => Some("nhiều bảng trên một trang tính"),
        }
    }
}
