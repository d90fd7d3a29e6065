//! `work.txt` in, pieces of work by kind of school and criterion out.

use anyhow::{Context, Result, anyhow};
use csv::ReaderBuilder;
use ctcl::model::{Criterion, SchoolKind};

/// A piece of work a school may plan; `{n}` stands for a number of the school's own.
///
/// For the sets of 2018 the two last texts say what became of it; for those of 2026, the indicator and the evidence expected.
#[derive(Debug, Clone)]
pub struct Work {
    scope: String,
    pub criterion: Criterion,
    pub target: String,
    pub task: String,
    pub lead: String,
    pub done: String,
    pub ongoing: String,
    pub millions: Option<i64>,
}

/// All pieces of work, in the order of the file.
pub fn bank() -> Result<Vec<Work>> {
    let mut reader = ReaderBuilder::new().delimiter(b'|').quoting(false).from_reader(include_str!("work.txt").as_bytes());
    reader
        .records()
        .map(|record| {
            let record = record?;
            let field = |at: usize| record.get(at).unwrap_or_default().to_owned();
            let criterion = field(1).parse().map_err(|message: String| anyhow!(message)).context("work.txt")?;
            let millions = Some(field(7)).filter(|text| !text.is_empty()).map(|text| text.parse()).transpose()?;
            Ok(Work {
                scope: field(0),
                criterion,
                target: field(2),
                task: field(3),
                lead: field(4),
                done: field(5),
                ongoing: field(6),
                millions,
            })
        })
        .collect()
}

impl Work {
    /// `of_2026` keeps the two generations of frameworks apart: the same code means other things.
    pub fn suits(&self, kind: SchoolKind, of_2026: bool) -> bool {
        match self.scope.as_str() {
            "26" => of_2026,
            _ if of_2026 => false,
            "all" => true,
            "mn" => kind == SchoolKind::MamNon,
            "th" => kind == SchoolKind::TieuHoc,
            "cs" => matches!(kind, SchoolKind::Thcs | SchoolKind::NhieuCap),
            "pt" => kind != SchoolKind::MamNon,
            _ => false,
        }
    }
}
