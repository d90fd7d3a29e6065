//! What both the plan and the report count in, whether the report comes up to the plan out; and how less than that is said.

use std::borrow::Cow;

use super::counts::counts;
use super::figures;

/// Less than was planned: `16 lớp`, `9 lớp`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    pub planned: String,
    pub done: String,
}

/// Whether of the one thing that both count there are as many as were planned; `None` where they count no such thing.
pub(super) fn outnumbers(planned: &str, done: &str) -> Option<bool> {
    let (planned, done) = (in_figures(planned), in_figures(done));
    let (plan, said) = (counts(&planned), counts(&done));
    let (unit, told) = said.iter().next().filter(|_| said.len() == 1)?;
    match (&plan.get(unit)?[..], &told[..]) {
        ([wanted], [told]) if wanted.per.is_none() && told.per.is_none() => Some(told.count >= wanted.count),
        _ => None,
    }
}

/// Numbers in words as figures.
pub(super) fn in_figures(text: &str) -> Cow<'_, str> {
    figures::in_figures(text).map_or(Cow::Borrowed(text), Cow::Owned)
}
