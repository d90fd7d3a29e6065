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

/// What a table needs.
#[derive(Debug, Clone)]
pub struct Asked {
    pub needs: Vec<Need>,
    /// People filter it.
    pub filter: bool,
    /// Where its last column ends, if that is not left to the widths.
    pub end: Option<u32>,
}

impl Asked {
    pub fn width(&self) -> u32 {
        self.needs.iter().map(|need| need.wanted.max(need.least)).sum()
    }

    /// Widens the widest column until the table is so wide, and ends it there.
    pub fn stretch(&mut self, width: u32) {
        let missing = width.saturating_sub(self.width());
        if let Some(widest) = self.needs.iter_mut().max_by_key(|need| need.wanted) {
            widest.wanted = widest.wanted.max(widest.least) + missing;
        }
        self.end = Some(width);
    }
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
    pub fn of(tables: &[Asked], least_width: u32, halved: bool) -> (Grid, Vec<Vec<u32>>) {
        let mut grid = Grid { edges: vec![0], locked: 0 };
        let filters = || tables.iter().filter(|table| table.filter).map(|table| &table.needs);
        for column in 0..filters().map(Vec::len).max().unwrap_or(0) {
            let width =
                filters().filter_map(|needs| needs.get(column)).map(|need| need.wanted.max(need.least)).max().unwrap_or(COLUMN_PIXELS);
            grid.edges.push(grid.end() + width);
        }
        grid.locked = grid.end();
        let placed = tables
            .iter()
            .map(|table| {
                if table.filter {
                    return grid.edges.iter().copied().take(table.needs.len() + 1).collect();
                }
                grid.place(&table.needs, table.end)
            })
            .collect();
        if grid.end() < least_width {
            grid.edges.push(least_width);
        }
        if halved && grid.columns() == 1 && grid.locked == 0 {
            grid.edges.insert(1, (f64::from(grid.end()) * LEFT_SHARE) as u32);
        }
        (grid, placed)
    }

    fn place(&mut self, needs: &[Need], end: Option<u32>) -> Vec<u32> {
        let mut placed = vec![0];
        let (mut at, mut due) = (0, 0);
        for (index, need) in needs.iter().enumerate() {
            let least = at + need.least;
            due += need.wanted.max(need.least);
            // A table that ends at a given edge keeps to its own widths: what some columns gain, the last would lose.
            let target = if end.is_some() { due.max(least) } else { at + need.wanted.max(need.least) };
            // So far that the columns to come have room before the end.
            let rest: u32 = needs[index + 1..].iter().map(|need| need.least).sum();
            let most = end.map_or(u32::MAX, |end| end.saturating_sub(rest).max(least));
            let target = if index + 1 == needs.len() { end.map_or(target, |end| end.max(least)) } else { target.min(most) };
            let near = self.edges.iter().copied().filter(|edge| {
                (least..=most).contains(edge) && *edge + MOST_SHRINK >= target && *edge <= target + MOST_GROWTH && *edge > at
            });
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

    pub fn width(&self, span: Span) -> u32 {
        let edge = |index: usize| self.edges.get(index).copied().unwrap_or_else(|| self.end());
        edge(usize::from(span.last) + 1) - edge(usize::from(span.first))
    }

    /// What stands left of `end`, in two parts at an inner edge near the middle; the right one as wide as it needs to be, where an edge allows it.
    pub fn halves(&self, end: u32, right: u32) -> (Span, Span) {
        let target = (f64::from(end) * LEFT_SHARE) as u32;
        let inner = self.edges.iter().copied().filter(|edge| (1..end).contains(edge));
        match inner.min_by_key(|edge| (end - edge < right, edge.abs_diff(target))) {
            Some(edge) => (self.span(0, edge), self.span(edge, end)),
            None => (self.span(0, end), self.span(0, end)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Grid, Need, Span};

    fn asked(widths: &[u32], filter: bool) -> Asked {
        Asked { needs: widths.iter().map(|width| Need { least: *width / 2, wanted: *width }).collect(), filter, end: None }
    }

    #[test]
    fn tables_of_unlike_columns_share_edges_where_they_nearly_fit() {
        let (grid, placed) = Grid::of(&[asked(&[40, 200, 80], false), asked(&[250, 60, 90], false)], 0, false);
        assert_eq!(placed, [vec![0, 40, 240, 320], vec![0, 240, 320, 410]]);
        assert_eq!(grid.widths().collect::<Vec<_>>(), [40, 200, 80, 90]);
        assert_eq!(grid.span(0, 240), Span { first: 0, last: 1 });
    }

    #[test]
    fn a_table_that_is_filtered_keeps_its_columns_whole() {
        let (grid, placed) = Grid::of(&[asked(&[100, 150], false), asked(&[40, 300], true)], 0, false);
        assert_eq!(placed[1], [0, 40, 340]);
        assert_eq!(placed[0], [0, 340, 490]);
        assert_eq!(grid.columns(), 3);
    }

    #[test]
    fn a_sheet_without_tables_is_as_wide_as_its_page() {
        let (grid, _) = Grid::of(&[], 700, true);
        assert_eq!((grid.columns(), grid.end()), (2, 700));
        assert_eq!(grid.halves(700, 300), (Span { first: 0, last: 0 }, Span { first: 1, last: 1 }));
    }

    #[test]
    fn tables_stretched_to_one_width_end_at_one_edge() {
        let mut tables = [asked(&[100, 50, 60], false), asked(&[90, 47, 30], false)];
        tables.iter_mut().for_each(|table| table.stretch(240));
        let (_, placed) = Grid::of(&tables, 0, false);
        assert!(placed.iter().all(|edges| edges.last() == Some(&240)), "{placed:?}");
    }
}
