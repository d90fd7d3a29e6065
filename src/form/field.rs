//! What a column of a form can hold: said once, by name, title and usual content.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The meaning of a column; in files `not_started`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// TT.
    Ordinal,
    /// Tiêu chuẩn, tiêu chí: the rows of standards stand among those of criteria.
    Criterion,
    /// Tiêu chuẩn alone, beside or without a column of criteria.
    Standard,
    /// Kết quả cần đạt, mục tiêu.
    Target,
    /// Công việc, giải pháp.
    Task,
    Lead,
    Time,
    Start,
    End,
    Cost,
    Conditions,
    Note,
    /// The work as the plan had it at the start of the year.
    Planned,
    /// The work as the plan was adjusted.
    Adjusted,
    Done,
    Ongoing,
    NotStarted,
    /// One column for how far the work has come.
    Status,
    /// Không đạt.
    Unmet,
    Level1,
    Level2,
    Level3,
    /// Đạt, where there are no levels.
    Met,
    /// Khoản of the Mức 4 list.
    Item,
    Evidence,
    /// Mã minh chứng.
    EvidenceCode,
    Place,
    Collector,
    /// Chỉ số đánh giá kết quả.
    Indicator,
    Situation,
    Weakness,
    Cause,
    /// Nội dung: what a row is about.
    Content,
    /// Kết quả, in words.
    Outcome,
    Adjustment,
    Assessor,
    /// Phối hợp, in a column of its own beside who leads.
    Partner,
    /// Mức, where each level of a criterion has a row of its own.
    Level,
}

/// How the cells of a column are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    Ordinal,
    /// A code, or a phrase that holds one: `Tiêu chí 1.10`.
    Code,
    Text,
    /// Who does it.
    Role,
    Time,
    Money,
    /// `x`, `Đạt`, `-`.
    Mark,
    /// "Đang thực hiện".
    Status,
    /// "Mức 2".
    Level,
}

/// Name in Vietnamese and usual content of each field, in the order of [`Field`].
const FIELDS: [(Field, &str, Content); 38] = [
    (Field::Ordinal, "Số thứ tự", Content::Ordinal),
    (Field::Criterion, "Tiêu chí", Content::Code),
    (Field::Standard, "Tiêu chuẩn", Content::Code),
    (Field::Target, "Kết quả cần đạt", Content::Text),
    (Field::Task, "Công việc, giải pháp", Content::Text),
    (Field::Lead, "Người thực hiện", Content::Role),
    (Field::Time, "Thời gian", Content::Time),
    (Field::Start, "Bắt đầu", Content::Time),
    (Field::End, "Kết thúc", Content::Time),
    (Field::Cost, "Kinh phí", Content::Money),
    (Field::Conditions, "Điều kiện hỗ trợ", Content::Text),
    (Field::Note, "Ghi chú", Content::Text),
    (Field::Planned, "Kế hoạch đầu năm", Content::Text),
    (Field::Adjusted, "Kế hoạch điều chỉnh", Content::Text),
    (Field::Done, "Đã triển khai xong", Content::Text),
    (Field::Ongoing, "Đang triển khai hoặc chậm", Content::Text),
    (Field::NotStarted, "Chưa triển khai", Content::Text),
    (Field::Status, "Tình trạng", Content::Status),
    (Field::Unmet, "Không đạt", Content::Mark),
    (Field::Level1, "Mức 1", Content::Mark),
    (Field::Level2, "Mức 2", Content::Mark),
    (Field::Level3, "Mức 3", Content::Mark),
    (Field::Met, "Đạt", Content::Mark),
    (Field::Item, "Khoản", Content::Code),
    (Field::Evidence, "Minh chứng", Content::Text),
    (Field::EvidenceCode, "Mã minh chứng", Content::Code),
    (Field::Place, "Nơi thu thập", Content::Text),
    (Field::Collector, "Người thu thập", Content::Role),
    (Field::Indicator, "Chỉ số đánh giá", Content::Text),
    (Field::Situation, "Hiện trạng", Content::Text),
    (Field::Weakness, "Điểm hạn chế", Content::Text),
    (Field::Cause, "Nguyên nhân", Content::Text),
    (Field::Content, "Nội dung", Content::Text),
    (Field::Outcome, "Kết quả", Content::Text),
    (Field::Adjustment, "Điều chỉnh", Content::Text),
    (Field::Assessor, "Người đánh giá", Content::Role),
    (Field::Partner, "Người phối hợp", Content::Role),
    (Field::Level, "Mức", Content::Level),
];

impl Field {
    /// Every field, in order.
    pub fn all() -> impl Iterator<Item = Field> {
        FIELDS.iter().map(|(field, _, _)| *field)
    }

    /// As messages name it: `Thời gian`.
    pub fn title(self) -> &'static str {
        FIELDS[self as usize].1
    }

    /// How its cells are read, where a form does not say otherwise.
    pub fn content(self) -> Content {
        FIELDS[self as usize].2
    }

    /// The level whose marks it holds: 3 of `Level3`.
    pub fn level(self) -> Option<u8> {
        match self {
            Field::Level1 => Some(1),
            Field::Level2 => Some(2),
            Field::Level3 => Some(3),
            _ => None,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_stands_at_its_place_in_the_table() {
        for (at, field) in Field::all().enumerate() {
            assert_eq!(field as usize, at, "{field:?}");
        }
        assert_eq!(Field::Level as usize + 1, FIELDS.len(), "the last field closes the table");
    }
}
