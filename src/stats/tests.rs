//! Readings small enough to count by hand, and random ones counted by plain loops.

mod by_group;
mod by_hand;
mod by_loops;
pub(crate) mod random;
pub(crate) mod sample;
