//! Where a school says its level and its totals in, one text a school out ("Mức trường: [bc.xlsx]TĐG!A35"), a line a statement; and each cell again.

use crate::model::Origin;

/// What a statement is about: the level of the school, or how many criteria meet a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated {
    Level,
    Met(u8),
}

impl Stated {
    fn label(self) -> String {
        match self {
            Stated::Level => "Mức trường: ".to_owned(),
            Stated::Met(level) => format!("Mức {level}: "),
        }
    }
}

/// `None` where nothing is said, or nobody knows where.
pub(super) fn written<'o>(statements: impl Iterator<Item = (Stated, &'o Origin)>) -> Option<String> {
    let known = statements.filter(|(_, origin)| !origin.file.is_empty());
    let lines: Vec<String> =
        known.map(|(stated, origin)| format!("{}[{}]{}!{}", stated.label(), origin.file, origin.sheet, origin.cell)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// File, sheet and cell of a statement.
pub fn cell_of(written: &str, stated: Stated) -> Option<[&str; 3]> {
    let label = stated.label();
    let place = written.lines().find_map(|line| line.strip_prefix(&label))?;
    // Neither the name of a sheet nor a cell has such a bracket.
    let (file, rest) = place.strip_prefix('[')?.rsplit_once(']')?;
    let (sheet, cell) = rest.rsplit_once('!')?;
    Some([file, sheet, cell])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Address;

    #[test]
    fn what_is_written_is_found_again() {
        let origin = |file: &str, sheet: &str, row| Origin { file: file.into(), sheet: sheet.into(), cell: Address::new(row, 0) };
        let (first, second) = (origin("nộp [2]/bc! cuối.xlsx", "TĐG!", 34), origin("bc.xlsx", "TĐG", 3));
        let text = written([(Stated::Level, &first), (Stated::Met(2), &second)].into_iter()).expect("two statements");
        assert_eq!(text, "Mức trường: [nộp [2]/bc! cuối.xlsx]TĐG!!A35\nMức 2: [bc.xlsx]TĐG!A4");
        assert_eq!(cell_of(&text, Stated::Level), Some(["nộp [2]/bc! cuối.xlsx", "TĐG!", "A35"]));
        assert_eq!(cell_of(&text, Stated::Met(2)), Some(["bc.xlsx", "TĐG", "A4"]));
        assert_eq!(cell_of(&text, Stated::Met(1)), None);
        assert_eq!(written([(Stated::Level, &origin("", "", 0))].into_iter()), None);
    }
}
