//! Two folded wordings in, how alike they are out.

use rapidfuzz::fuzz;

/// From 0 to 1, of wordings as [`super::fold`] gives them: by letters, or by the shorter within the longer where it is a good part of it.
/// A wording that says nothing is like no other.
pub fn likeness(one: &str, other: &str) -> f64 {
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let letters = fuzz::ratio(one.chars(), other.chars());
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let within =
        if longer.contains(shorter) && shorter.len() >= 12 { 0.75 + 0.25 * shorter.len() as f64 / longer.len() as f64 } else { 0.0 };
    letters.max(within)
}
