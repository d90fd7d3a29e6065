//! Heights of rows and what must stay together in, page breaks out. Paper is A4.

/// Margins in inches: left, right, top, bottom, and where header and footer stand.
pub const MARGINS: [f64; 6] = [0.59, 0.59, 0.59, 0.67, 0.3, 0.3];

/// Rows from `first` to `last` that should stand on one page.
#[derive(Debug, Clone, Copy)]
pub struct Together {
    pub first: u32,
    pub last: u32,
}

/// A sheet of paper, less its margins.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    width: f64,
    height: f64,
}

impl Paper {
    pub fn new(landscape: bool) -> Self {
        const SHORT: f64 = 210.0 / 25.4;
        const LONG: f64 = 297.0 / 25.4;
        let (width, height) = if landscape { (LONG, SHORT) } else { (SHORT, LONG) };
        let [left, right, top, bottom, ..] = MARGINS;
        Paper { width: width - left - right, height: height - top - bottom }
    }

    /// What fits side by side at full size, in pixels.
    pub fn width(self) -> u32 {
        (self.width * 96.0) as u32
    }

    /// How much what is so many pixels wide is shrunk to the page's width.
    pub fn scale(self, width: u32) -> f64 {
        (f64::from(self.width()) / f64::from(width.max(1))).min(1.0)
    }

    /// The height of a page in points when what is so many pixels wide is shrunk to the page's width, a little less to be sure.
    pub fn height(self, width: u32) -> f64 {
        self.height * 72.0 / self.scale(width) * 0.97
    }
}

/// The rows before which a page must end so that nothing that belongs together is torn; `together` in the order of first rows.
/// `repeated`: the row after titles that are printed anew on each page that begins there or below, and their height.
pub fn breaks(heights: &[f64], page: f64, repeated: Option<(u32, f64)>, together: &[Together]) -> Vec<u32> {
    let mut breaks = Vec::new();
    let mut used = 0.0;
    for (row, height) in (0_u32..).zip(heights) {
        let above = repeated.filter(|(after, _)| row >= *after).map_or(0.0, |(_, height)| height);
        let begins = together.binary_search_by_key(&row, |part| part.first).ok().and_then(|index| together.get(index));
        let whole = begins.map_or(*height, |part| heights[part.first as usize..=part.last as usize].iter().sum());
        let moves = begins.is_some() && used + whole > page && whole <= page - above;
        // Said, not left to the program that prints, so that what follows stands where it was planned.
        if used > 0.0 && (moves || used + height > page) {
            breaks.push(row);
            used = above;
        }
        used += height;
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::{Together, breaks};

    #[test]
    fn what_belongs_together_moves_to_the_next_page_whole() {
        let heights = [20.0; 30];
        assert_eq!(breaks(&heights, 200.0, None, &[Together { first: 8, last: 12 }]), [8, 18, 28]);
        assert_eq!(breaks(&heights, 200.0, None, &[Together { first: 4, last: 9 }]), [10, 20]);
        assert_eq!(breaks(&heights, 200.0, None, &[Together { first: 2, last: 25 }]), [10, 20]);
        // Titles above row 12 are printed from there on, not before.
        assert_eq!(breaks(&heights, 200.0, Some((12, 40.0)), &[]), [10, 20, 28]);
    }
}
