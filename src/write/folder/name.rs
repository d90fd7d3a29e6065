//! Names as they come in, names of files that every system takes out, one to one: what Windows refuses, Linux may have sent.

use std::collections::BTreeSet;

/// Bytes of one name: file systems take 255, and a number may follow.
const MOST: usize = 200;
/// Names that Windows keeps for devices, whatever follows the first dot.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Names given so far; two that differ only in case are one file on Windows.
#[derive(Debug, Default)]
pub struct FileNames(BTreeSet<String>);

impl FileNames {
    /// A path below the output, `/` between parts: `xa-ban-mai/thcs a.xlsx`. The later of two that would be one file is numbered.
    pub fn give(&mut self, wanted: &str) -> String {
        let parts: Vec<String> = wanted.split(['/', '\\']).filter(|part| !part.is_empty()).map(safe).collect();
        let path = if parts.is_empty() { "_".to_owned() } else { parts.join("/") };
        let start = path.rfind('/').map_or(0, |at| at + 1);
        let (stem, ending) = path[start..].rfind('.').filter(|at| *at > 0).map_or((path.as_str(), ""), |at| path.split_at(start + at));
        let numbered = (2..).map(|number: u32| format!("{stem} ({number}){ending}"));
        std::iter::once(path.clone()).chain(numbered).find(|name| self.0.insert(name.to_lowercase())).expect("numbers do not run out")
    }
}

/// One part of a path that Windows and Linux both take as it is.
fn safe(part: &str) -> String {
    let clean: String = part.chars().map(|letter| if letter.is_control() || "<>:\"|?*".contains(letter) { '_' } else { letter }).collect();
    let clean = shortened(clean.trim_end_matches(['.', ' ']).trim_start());
    let first = clean.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = ["com", "lpt"].iter().any(|port| {
        first
            .strip_prefix(port)
            .is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(|letter| letter.is_ascii_digit() || "¹²³".contains(letter)))
    });
    // A name of ours is none of a school's: the output's own list and lock begin so.
    if clean.is_empty() || DEVICES.contains(&first.as_str()) || numbered || first.is_empty() {
        return format!("_{clean}");
    }
    clean
}

/// At most so many bytes, the ending kept.
fn shortened(name: &str) -> String {
    if name.len() <= MOST {
        return name.to_owned();
    }
    let ending = name.rfind('.').map_or("", |at| &name[at..]);
    let ending = if ending.len() > 10 { "" } else { ending };
    let mut end = MOST - ending.len();
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{ending}", name[..end].trim_end_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::FileNames;

    #[test]
    fn every_name_is_one_that_windows_takes() {
        let mut names = FileNames::default();
        for (wanted, name) in [
            ("goi.zip/thcs a.xlsx", "goi.zip/thcs a.xlsx"),
            ("goi.zip/THCS A.xlsx", "goi.zip/THCS A (2).xlsx"),
            ("a:b*c?.xlsx", "a_b_c_.xlsx"),
            ("con.xlsx", "_con.xlsx"),
            ("COM1/lpt9.xlsx", "_COM1/_lpt9.xlsx"),
            ("command.xlsx", "command.xlsx"),
            ("cuối. /x.xlsx.", "cuối/x.xlsx"),
            (".ctcl-new", "_.ctcl-new"),
            ("../../etc/a.xlsx", "_/_/etc/a.xlsx"),
            ("", "_"),
        ] {
            assert_eq!(names.give(wanted), name);
        }
        let long = names.give(&format!("{}.xlsx", "ế".repeat(100)));
        assert!(long.len() <= 200 && long.ends_with("ế.xlsx"), "{long}");
    }
}
