//! The text of a cell in, its meaning out: times, money, criteria, statuses, schools, marks, levels, school years and their halves.
//!
//! Every grammar stands beside its words and its corpus. The whole text must be read: a wrong value is worse than none.

pub mod criterion;
mod heard;
pub mod levels;
pub mod mark;
pub mod money;
mod nothing;
pub mod period;
pub mod school;
mod spelled;
pub mod status;
mod telex;
pub mod time;
mod token;
pub mod year;
