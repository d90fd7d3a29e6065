//! What things mean in, colours out: one accent, and parts of bars that colour-blind people and grey print tell apart.
//!
//! After Okabe and Ito, "Color Universal Design" (2008), made sober; lightness steps from dark to light in the order
//! bad, accent, good, progress, warning, unknown, so that a grey copy keeps them apart.

use crate::chart::Role;

/// A colour as `0xRRGGBB`.
pub type Rgb = u32;

pub const INK: Rgb = 0x1F1F1F;
pub const SOFT_INK: Rgb = 0x595959;
pub const LINE: Rgb = 0x8C8C8C;
pub const FAINT_LINE: Rgb = 0xDDDDDD;
pub const PAPER: Rgb = 0xFFFFFF;

/// The one accent: a blue-teal.
pub const ACCENT: Rgb = 0x1B5E6B;
pub const ACCENT_LIGHT: Rgb = 0xD5E6E9;
pub const ACCENT_FAINT: Rgb = 0xECF4F5;

/// How a part of a bar is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    pub colour: Rgb,
    /// Drawn with thin slanted lines in [`LINE`]: nothing is known here.
    pub hatched: bool,
    /// The colour of figures that stand on it.
    pub ink: Rgb,
}

pub fn fill(role: Role) -> Fill {
    let (colour, hatched, ink) = match role {
        Role::Good => (0x3E9C84, false, INK),
        Role::Progress => (0x90C4E4, false, INK),
        Role::Warning => (0xF4D98C, false, INK),
        Role::Bad => (0x8F2D12, false, PAPER),
        Role::Neutral => (0xB5B5B5, false, INK),
        Role::Unknown => (0xF4F4F4, true, INK),
        Role::Accent => (0x2A7886, false, PAPER),
    };
    Fill { colour, hatched, ink }
}

#[cfg(test)]
mod tests {
    use super::fill;
    use crate::chart::Role;

    /// Of Rec. 709, on sRGB values as they are: good enough to tell a photocopy's greys apart.
    fn lightness(colour: u32) -> f64 {
        let part = |shift: u32| f64::from((colour >> shift) & 0xFF) / 255.0;
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    #[test]
    fn a_grey_copy_keeps_the_parts_of_a_bar_apart() {
        let mut greys: Vec<f64> =
            [Role::Bad, Role::Good, Role::Progress, Role::Warning, Role::Unknown].map(|role| lightness(fill(role).colour)).to_vec();
        assert!(greys.is_sorted());
        greys.dedup_by(|next, before| (*next - *before).abs() < 0.09);
        assert_eq!(greys.len(), 5);
    }
}
