//! The name of a file in, which version of a report it says it is out.

use crate::text;

/// What a file name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub number: u32,
    /// A number stands in it: `_v2`, "lần 3", "(2)"; else words may: "bổ sung", "sửa".
    pub counted: bool,
}

pub(super) fn named(file: &str) -> Named {
    let last = file.rsplit('/').next().unwrap_or(file);
    let stem = text::fold(&last.rsplit_once('.').map_or(last, |(stem, _)| stem).replace(['_', '-', '.', '(', ')'], " "));
    let words: Vec<&str> = stem.split(' ').collect();
    let number_after = |word: &str| words.windows(2).find(|pair| pair[0] == word).and_then(|pair| pair[1].parse::<u32>().ok());
    let attached = words.iter().find_map(|word| word.strip_prefix('v').and_then(|digits| digits.parse::<u32>().ok()));
    let counted = attached
        .or_else(|| ["v", "lan", "ver", "version", "ban"].iter().find_map(|word| number_after(word)))
        .or_else(|| words.last().filter(|_| words.len() > 1).and_then(|word| word.parse().ok()).filter(|number| *number < 20));
    let reworked = ["sua", "bo sung", "moi", "chinh sua", "final", "chinh thuc", "dieu chinh"]
        .iter()
        .any(|word| format!(" {stem} ").contains(&format!(" {word} ")));
    Named { number: counted.unwrap_or(if reworked { 2 } else { 0 }), counted: counted.is_some() }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_file_name_tells_its_version() {
        for (name, number) in [
            ("thcs-a.xlsx", 0),
            ("thcs-a_v2.xlsx", 2),
            ("THCS A (lần 3).xlsx", 3),
            ("mn hoa sen (2).xlsx", 2),
            ("x/th-b bổ sung.xlsx", 2),
            ("th 2023.xlsx", 0),
            ("bao-cao/02.xlsx", 0),
        ] {
            assert_eq!(named(name).number, number, "{name}");
        }
    }
}
