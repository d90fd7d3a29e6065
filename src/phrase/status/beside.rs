//! What was planned and what is reported of it in, what the one makes of the other out: how far the work has come, and what is to be asked about.
//!
//! [`state`] alone is for reading; all else is for asking.

mod ages;
mod alike;
mod alongside;
mod another;
mod answer;
mod asked;
mod ceiling;
mod contest;
mod counts;
mod done_away;
mod each;
mod in_use;
mod instead;
mod kin;
mod listed;
mod matter;
mod named;
mod nearly;
mod none_wanted;
mod otherwise;
mod outcome;
mod pairs;
mod paper;
mod round;
mod scope;
mod short;
mod shortfall;
mod so_far;
mod stage;
mod state;
mod turns;
mod unasked;
mod under_way;
mod unreached;

pub use self::answer::{answers, copies_plan, names_plan};
pub use self::kin::only_makes_ready;
pub use self::otherwise::does_otherwise;
pub use self::outcome::{lacks_outcome, tells_outcome};
pub use self::short::{comes_to_aim, falls_short};
pub use self::shortfall::Short;
pub use self::so_far::tells_how_far;
pub use self::turns::teaches_others;

pub(super) use self::answer::is_as_planned;
pub(super) use self::stage::only_stage;
pub(super) use self::state::beside_plan;
