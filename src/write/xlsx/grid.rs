//! Widths of the columns of all tables of a sheet in, the sheet's own columns out. Lengths are pixels at 96 to the inch.
//!
//! Tables under one another seldom have the same columns. The first keeps its own; the columns of the next take the same
//! edges where they nearly fit and run over several columns of the sheet where not. A table that people filter never has
//! merged cells: its columns are the sheet's.

/// What Excel takes for a column of a workbook set in Times New Roman 12: digits are 8 pixels wide.
pub const DIGIT_PIXELS: f64 = 8.0;
pub const COLUMN_PIXELS: u32 = 72;
pub const LINE_PIXELS: u32 = 21;
/// What Excel keeps free beside the text of a cell, both sides and the grid line.
pub const PADDING_PIXELS: u32 = 5;

/// An edge so near is taken instead of a new one.
const MOST_SHRINK: u32 = 12;
const MOST_GROWTH: u32 = 24;

/// The width of a column that holds so many characters.
pub fn pixels(characters: f64) -> u32 {
    (characters.max(1.0) * DIGIT_PIXELS).round() as u32 + PADDING_PIXELS
}

/// The organisation takes this part of the width, the longer motto the rest.
const LEFT_SHARE: f64 = 0.44;

/// What a column needs: `least` so that nothing is cut, `wanted` as the table says.
#[derive(Debug, Clone, Copy)]
pub struct Need {
    pub least: u32,
    pub wanted: u32,
}

/// Columns of the sheet from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub first: u16,
    pub last: u16,
}

/// The edges of a sheet's columns, from the left.
#[derive(Debug)]
pub struct Grid {
    edges: Vec<u32>,
    /// Up to here no column may be split.
    locked: u32,
}

impl Grid {
    /// The columns of a sheet, at least `least_width` wide in all, and the edges of each table's columns in it.
    /// `halved`: text on the left and on the right stand side by side, so there must be an edge between them.
    pub fn of(tables: &[(Vec<Need>, bool)], least_width: u32, halved: bool) -> (Grid, Vec<Vec<u32>>) {
        let mut grid = Grid { edges: vec![0], locked: 0 };
        let filters = || tables.iter().filter(|(_, filter)| *filter).map(|(needs, _)| needs);
        for column in 0..filters().map(Vec::len).max().unwrap_or(0) {
            let width =
                filters().filter_map(|needs| needs.get(column)).map(|need| need.wanted.max(need.least)).max().unwrap_or(COLUMN_PIXELS);
            grid.edges.push(grid.end() + width);
        }
        grid.locked = grid.end();
        let placed = tables
            .iter()
            .map(|(needs, filter)| if *filter { grid.edges.iter().copied().take(needs.len() + 1).collect() } else { grid.place(needs) })
            .collect();
        if grid.end() < least_width {
            grid.edges.push(least_width);
        }
        if halved && grid.columns() == 1 && grid.locked == 0 {
            grid.edges.insert(1, (f64::from(grid.end()) * LEFT_SHARE) as u32);
        }
        (grid, placed)
    }

    fn place(&mut self, needs: &[Need]) -> Vec<u32> {
        let mut placed = vec![0];
        let mut at = 0;
        for need in needs {
            let (target, least) = (at + need.wanted.max(need.least), at + need.least);
            let near = self
                .edges
                .iter()
                .copied()
                .filter(|edge| *edge >= least && *edge + MOST_SHRINK >= target && *edge <= target + MOST_GROWTH && *edge > at);
            at = match near.min_by_key(|edge| edge.abs_diff(target)) {
                Some(edge) => edge,
                None if target < self.locked => self.edges.iter().copied().find(|edge| *edge >= target).unwrap_or(self.locked),
                None => {
                    let place = self.edges.partition_point(|edge| *edge < target);
                    self.edges.insert(place, target);
                    target
                }
            };
            placed.push(at);
        }
        placed
    }

    pub fn columns(&self) -> usize {
        self.edges.len() - 1
    }

    /// The whole width.
    pub fn end(&self) -> u32 {
        self.edges.last().copied().unwrap_or(0)
    }

    /// The width of each column.
    pub fn widths(&self) -> impl Iterator<Item = u32> {
        self.edges.windows(2).map(|pair| pair[1] - pair[0])
    }

    /// The columns between two edges.
    pub fn span(&self, from: u32, to: u32) -> Span {
        let index = |edge: u32| self.edges.partition_point(|other| *other < edge);
        Span { first: index(from) as u16, last: index(to).saturating_sub(1) as u16 }
    }

    pub fn whole(&self) -> Span {
        self.span(0, self.end())
    }

    pub fn width(&self, span: Span) -> u32 {
        let edge = |index: usize| self.edges.get(index).copied().unwrap_or_else(|| self.end());
        edge(usize::from(span.last) + 1) - edge(usize::from(span.first))
    }

    /// The parts left and right of an inner edge near the middle; the right one as wide as it needs to be, where an edge allows it.
    pub fn halves(&self, right: u32) -> (Span, Span) {
        let target = (f64::from(self.end()) * LEFT_SHARE) as u32;
        let inner = self.edges.get(1..self.edges.len() - 1).unwrap_or_default();
        match inner.iter().copied().min_by_key(|edge| (self.end() - edge < right, edge.abs_diff(target))) {
            Some(edge) => (self.span(0, edge), self.span(edge, self.end())),
            None => (self.whole(), self.whole()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Grid, Need, Span};

    fn needs(widths: &[u32]) -> Vec<Need> {
        widths.iter().map(|width| Need { least: *width / 2, wanted: *width }).collect()
    }

    #[test]
    fn tables_of_unlike_columns_share_edges_where_they_nearly_fit() {
        let (grid, placed) = Grid::of(&[(needs(&[40, 200, 80]), false), (needs(&[250, 60, 90]), false)], 0, false);
        assert_eq!(placed, [vec![0, 40, 240, 320], vec![0, 240, 320, 410]]);
        assert_eq!(grid.widths().collect::<Vec<_>>(), [40, 200, 80, 90]);
        assert_eq!(grid.span(0, 240), Span { first: 0, last: 1 });
    }

    #[test]
    fn a_table_that_is_filtered_keeps_its_columns_whole() {
        let (grid, placed) = Grid::of(&[(needs(&[100, 150]), false), (needs(&[40, 300]), true)], 0, false);
        assert_eq!(placed[1], [0, 40, 340]);
        assert_eq!(placed[0], [0, 340, 490]);
        assert_eq!(grid.columns(), 3);
    }

    #[test]
    fn a_sheet_without_tables_is_as_wide_as_its_page() {
        let (grid, _) = Grid::of(&[], 700, true);
        assert_eq!((grid.columns(), grid.end()), (2, 700));
        assert_eq!(grid.halves(300), (Span { first: 0, last: 0 }, Span { first: 1, last: 1 }));
    }
}
