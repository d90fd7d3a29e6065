//! The second waist, in pictures: what a chart shows, whoever draws it.

/// Counts or shares per category, as horizontal bars: labels in Vietnamese are long, and read best on the left.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// File name without ending: `tieu-chi-cham`.
    pub id: String,
    pub title: String,
    /// One line under the title: what is counted, over how many, on which day.
    pub subtitle: String,
    pub categories: Vec<String>,
    /// Stacked on one bar, in this order; each has one value per category.
    pub series: Vec<Series>,
    /// Title of the value axis, with its unit: `Số trường`.
    pub axis: String,
    /// Source line under the chart.
    pub source: String,
}

/// One part of every bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    pub role: Role,
    pub values: Vec<i64>,
}

/// What a part of a bar means; the writer chooses colours that colour-blind people and grey print tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    Good,
    Progress,
    Warning,
    Bad,
    Neutral,
    /// Nothing known.
    Unknown,
    /// The one accent, where there is one series only.
    Accent,
}

/// A native chart of a workbook: drawn by Excel from the cells of a table, so it moves when they are edited.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundChart {
    pub title: String,
    /// The table, by its id, on the same or another sheet.
    pub table: String,
    /// The column whose cells are the categories, from 0.
    pub category_column: usize,
    /// Name, role and column of each series, stacked.
    pub series: Vec<(String, Role, usize)>,
    /// Rows of the table to draw, from 0, end excluded: charts leave out totals.
    pub rows: std::ops::Range<usize>,
    pub axis: String,
}
