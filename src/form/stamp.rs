//! What a workbook that was handed out says of itself: which forms, for whom, for when. Written as a line and as document properties; read back from both.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::{Field, Forms};
use crate::framework::Framework;
use crate::model::{Period, SchoolYear};
use crate::text;

/// Counts up whenever workbooks are laid out so that older ones would be read otherwise.
const LAYOUT: u32 = 1;

const VERSION_NAME: &str = "ctcl-mau";
const FRAMEWORK_NAME: &str = "ctcl-bo-tieu-chuan";
const SCHOOL_NAME: &str = "ctcl-truong";
const YEAR_NAME: &str = "ctcl-nam-hoc";
const PERIOD_NAME: &str = "ctcl-ky";

const PRINTED_NAME: &str = "in sẵn";

const OPENING: &str = "Mẫu ctcl ";
const SEPARATOR: &str = " · ";

/// The stamp of one workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub version: Version,
    /// Id of the framework.
    pub framework: String,
    /// The code of the school; none on a form for every school of a kind.
    pub school: Option<String>,
    pub year: SchoolYear,
    pub period: Period,
}

/// Which forms: the layout, and a digest of the columns and criteria they were made of: `1-3fa9c2d1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    layout: u32,
    data: String,
}

impl Version {
    /// Of the forms that would be handed out today. Only what decides how they are read counts: a title put right is no new version.
    pub fn current(framework: &Framework, forms: &Forms) -> Version {
        let mut digest = Sha256::new();
        let mut add = |text: String| digest.update(text + "\n");
        add(framework.id.clone());
        for info in &framework.criteria {
            add(format!("{} {:?}", info.criterion, info.levels));
        }
        for item in &framework.level4 {
            add(item.criterion().to_string());
        }
        for (form, blank) in forms.blanks(framework) {
            add(format!("{} {:?}", form.id, blank.columns.iter().map(|column| column.field).collect::<Vec<_>>()));
        }
        let data = digest.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        Version { layout: LAYOUT, data }
    }

    /// Laid out by an earlier version of the program.
    pub fn is_older_than(&self, other: &Version) -> bool {
        self.layout < other.layout
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.layout, self.data)
    }
}

impl FromStr for Version {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (layout, data) = text.trim().split_once('-').ok_or(())?;
        Ok(Version { layout: layout.parse().map_err(|_| ())?, data: data.to_owned() })
    }
}

impl Stamp {
    /// For the document properties.
    pub fn properties(&self) -> Vec<(String, String)> {
        let mut properties = vec![
            (VERSION_NAME, self.version.to_string()),
            (FRAMEWORK_NAME, self.framework.clone()),
            (YEAR_NAME, self.year.to_string()),
            (PERIOD_NAME, self.period.code().to_owned()),
        ];
        properties.extend(self.school.clone().map(|school| (SCHOOL_NAME, school)));
        properties.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// From the document properties; `None` where they hold no whole stamp.
    pub fn of_properties(properties: &BTreeMap<String, String>) -> Option<Stamp> {
        let value = |name: &str| properties.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
        Some(Stamp {
            version: value(VERSION_NAME)?.parse().ok()?,
            framework: value(FRAMEWORK_NAME)?.to_owned(),
            school: value(SCHOOL_NAME).map(str::to_owned),
            year: value(YEAR_NAME)?.parse().ok()?,
            period: period(value(PERIOD_NAME)?)?,
        })
    }

    /// The line of a sheet whose open cells were written into before it was handed out.
    pub fn line_over(&self, printed: &Printed) -> String {
        format!("{}{SEPARATOR}{PRINTED_NAME} {printed}", self.line())
    }

    /// For people: one line in small print.
    pub fn line(&self) -> String {
        let school = self.school.as_ref().map(|school| format!("{SEPARATOR}mã trường {school}")).unwrap_or_default();
        format!(
            "{OPENING}{}{SEPARATOR}bộ tiêu chuẩn {}{school}{SEPARATOR}năm học {}{SEPARATOR}kỳ {}",
            self.version,
            self.framework,
            self.year,
            self.period.code()
        )
    }

    /// From a line of a sheet; `None` for every other line.
    pub fn of_line(line: &str) -> Option<Stamp> {
        let mut parts = line.trim().split('·').map(str::trim);
        let version = parts.next()?.strip_prefix(OPENING.trim_end())?.parse().ok()?;
        let (mut framework, mut school, mut year, mut of_period) = (None, None, None, None);
        for part in parts {
            if let Some(id) = after(part, "bộ tiêu chuẩn") {
                framework = Some(id.to_owned());
            } else if let Some(code) = after(part, "mã trường") {
                school = Some(code.to_owned());
            } else if let Some(text) = after(part, "năm học") {
                year = text.parse().ok();
            } else if let Some(code) = after(part, "kỳ") {
                of_period = period(code);
            }
        }
        Some(Stamp { version, framework: framework?, school, year: year?, period: of_period? })
    }
}

/// A digest of what stood in the open cells of a sheet when it was handed out, so that a sheet that comes back untouched is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed(String);

impl Printed {
    /// Numbers and codes are printed into every form.
    pub fn covers(field: Field) -> bool {
        !matches!(field, Field::Ordinal | Field::Criterion | Field::Item | Field::Standard)
    }

    /// Of the texts in their order; `None` where all are empty. Spaces, letter case and marks do not count: no school reports by them.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Printed> {
        let mut digest = Sha256::new();
        let mut any = false;
        for text in texts.into_iter().map(text::fold).filter(|text| !text.is_empty()) {
            digest.update(text + "\n");
            any = true;
        }
        any.then(|| Printed(digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()))
    }

    /// As the line of a sheet has it.
    pub fn of_line(line: &str) -> Option<Printed> {
        let digest = line.split('·').find_map(|part| after(part.trim(), PRINTED_NAME))?;
        Some(Printed(digest.to_owned()))
    }
}

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn after<'a>(part: &'a str, name: &str) -> Option<&'a str> {
    let rest = part.strip_prefix(name)?.trim();
    (!rest.is_empty()).then_some(rest)
}

fn period(code: &str) -> Option<Period> {
    [Period::Hk1, Period::Hk2].into_iter().find(|period| text::fold(code) == period.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Frameworks;

    fn stamp(school: Option<&str>) -> Stamp {
        Stamp {
            version: "1-3fa9c2d1".parse().expect("a version"),
            framework: "tt18-2018".to_owned(),
            school: school.map(str::to_owned),
            year: "2023-2024".parse().expect("a school year"),
            period: Period::Hk1,
        }
    }

    #[test]
    fn a_stamp_comes_back_from_its_line_and_from_the_document_properties() {
        for stamp in [stamp(Some("09903001")), stamp(Some("thcs-ton-that-tung")), stamp(None)] {
            assert_eq!(Stamp::of_line(&stamp.line()).as_ref(), Some(&stamp), "{}", stamp.line());
            assert_eq!(Stamp::of_properties(&stamp.properties().into_iter().collect()), Some(stamp));
        }
    }

    #[test]
    fn the_line_of_a_sheet_with_work_printed_in_tells_what_it_was() {
        let printed = Printed::of(["Mua sách", "", "tháng 10"]).expect("something");
        let line = stamp(Some("09903001")).line_over(&printed);
        assert_eq!((Stamp::of_line(&line), Printed::of_line(&line)), (Some(stamp(Some("09903001"))), Some(printed.clone())));
        assert_eq!(Printed::of([" mua  sách", "Tháng 10"]), Some(printed.clone()));
        assert_ne!(Printed::of(["Mua sách", "tháng 11"]), Some(printed));
        assert_eq!((Printed::of(["", " "]), Printed::of_line(&stamp(None).line())), (None, None));
    }

    #[test]
    fn other_lines_are_no_stamps() {
        for line in ["", "Mẫu ctcl", "Mẫu ctcl 1-a", "Năm học 2023-2024 · kỳ hk1", "Mẫu ctcl 1-a · bộ tiêu chuẩn x · năm học 2023 · kỳ hk1"]
        {
            assert_eq!(Stamp::of_line(line), None, "{line}");
        }
    }

    #[test]
    fn what_decides_how_a_form_is_read_makes_its_version() {
        let (forms, frameworks) = (Forms::load(None).expect("sound"), Frameworks::load(None).expect("sound"));
        let framework = frameworks.get("tt18-2018").expect("built in");
        let current = Version::current(framework, &forms);
        let mut retitled = framework.clone();
        retitled.criteria[0].title.push_str(" (sửa)");
        assert_eq!(Version::current(&retitled, &forms), current);
        let mut shorter = framework.clone();
        shorter.criteria.pop();
        assert_ne!(Version::current(&shorter, &forms), current);
    }
}
