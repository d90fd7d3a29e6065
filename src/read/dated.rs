//! The dates a document bears, in its letterhead and above its signature, in; what does not agree among them out.

use jiff::civil::{Date, date};

use crate::finding::{self, Finding};
use crate::model::{Address, FormKind, SchoolYear, day_shown};
use crate::text;

/// One table's document: what it is, and the dates that stand above and below it.
pub(super) struct Dated {
    pub form: FormKind,
    pub above: Option<(Address, Date)>,
    pub below: Option<(Address, Date)>,
}

impl Dated {
    /// From the lines above a table and those of the rows below its header.
    pub fn of(form: FormKind, above: &[(Address, String)], body: &[(Address, String)]) -> Dated {
        // A whole signature may stand in one cell.
        let dated = |cell: &str| cell.lines().find_map(place_and_date);
        let last = |lines: &[(Address, String)]| lines.iter().rev().find_map(|(address, line)| Some((*address, dated(line)?)));
        Dated { form, above: last(above), below: last(body) }
    }

    /// The day above the signature, else that of the letterhead.
    pub fn signed(&self) -> Option<Date> {
        self.place_signed().map(|(_, date)| date)
    }

    fn place_signed(&self) -> Option<(Address, Date)> {
        self.below.or(self.above)
    }
}

/// Head and foot of one document, and the school year. To be completed with the place, as is what follows.
pub(super) fn within(document: &Dated, year: SchoolYear) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let (Some((_, above)), Some((at, below))) = (document.above, document.below)
        && above != below
    {
        findings.push(told(at, format!("đầu trang ghi {}, cuối trang ghi {}", day_shown(above), day_shown(below))));
    }
    let (from, to) = (date(year.first(), 6, 1), date(year.second(), 12, 31));
    if let Some((at, signed)) = document.place_signed().filter(|(_, signed)| !(from..=to).contains(signed)) {
        findings.push(told(at, format!("ghi ngày {}, ngoài năm học {year}", day_shown(signed))));
    }
    findings
}

/// A report that is older than its plan, and which of the documents it is.
pub(super) fn among(documents: &[&Dated]) -> Option<(usize, Finding)> {
    let of = |form: FormKind| {
        documents
            .iter()
            .enumerate()
            .filter(|(_, document)| document.form == form)
            .find_map(|(at, document)| Some((at, document.place_signed()?)))
    };
    let (_, (_, plan)) = of(FormKind::Plan)?;
    let (which, (at, result)) = of(FormKind::Result)?;
    let what = || format!("kết quả thực hiện ghi ngày {}, trước ngày của kế hoạch là {}", day_shown(result), day_shown(plan));
    (result < plan).then(|| (which, told(at, what())))
}

fn told(at: Address, what: String) -> Finding {
    let mut finding = Finding::new(&finding::DOCUMENT_DATES).with("what", what);
    finding.cell = Some(at);
    finding
}

/// `Ban Mai, ngày 05 tháng 01 năm 2024`, `Ban Mai, ngày 05/01/2024`. A time of work stands without a place before it.
pub(super) fn place_and_date(line: &str) -> Option<Date> {
    const LONGEST: usize = 80;
    if !line.contains(',') || line.chars().count() > LONGEST {
        return None;
    }
    let line = line.to_lowercase();
    let (place, rest) = line.split_once("ngày")?;
    let place = place.trim_end();
    // "Biên bản họp số 02, ngày 28/10/2023" is a paper.
    if place.len() < 3 || !place.ends_with(',') || place.contains(|sign: char| sign.is_ascii_digit()) || place.contains("biên bản") {
        return None;
    }
    let folded = text::fold(rest);
    // `tháng01năm2024` too.
    let parted = folded.replace("thang", " thang ").replace("nam", " nam ");
    let words: Vec<&str> = parted.split_whitespace().collect();
    let (day, month, year) = match words[..] {
        [day, "thang", month, "nam", year] => (day, month, year),
        [day, month, year] if year.len() == 4 => (day, month, year),
        _ => return None,
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_dated_behind_its_place() {
        assert_eq!(place_and_date("Ban Mai, ngày 05 tháng 01 năm 2024"), Some(date(2024, 1, 5)));
        for line in [
            "Ban Mai, ngày 5 tháng 1 năm 2024",
            "Ban Mai, ngày 05/01/2024",
            "Ban Mai, ngày 5-1-2024",
            "Ban Mai, ngày 05 tháng 01năm 2024.",
            "BAN MAI, NGÀY 05 THÁNG 01 NĂM 2024",
            "Ban Mai , ngày 05  tháng 01  năm 2024",
        ] {
            assert_eq!(place_and_date(line), Some(date(2024, 1, 5)), "{line}");
        }
        for line in [
            "Ban Mai, ngày 05/01",
            "Tháng 9, ngày 5",
            "Sinh hoạt, ngày 5 và 6 tháng 01 năm 2024",
            "Ngày 28 tháng 9 năm 2023",
            "Ban Mai, ngày … tháng … năm 2024",
            "Ban Mai, ngày 31 tháng 02 năm 2024",
            "Sinh hoạt ngày 5",
        ] {
            assert_eq!(place_and_date(line), None, "{line}");
        }
    }
}
