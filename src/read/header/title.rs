//! What one column of a table is called.

/// The titles of one column, rows of the header joined.
pub(super) struct Title {
    pub column: u32,
    /// The lowest row's title, folded.
    pub leaf: String,
    /// The titles above it, folded.
    pub upper: String,
    pub shown: String,
}
