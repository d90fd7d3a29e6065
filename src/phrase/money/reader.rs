//! The tokens of a cost and the place that reading has come to; what is read from there stands with what it is.

use super::super::token::Token;

pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
}
