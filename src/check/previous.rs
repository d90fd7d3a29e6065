//! This period's reading and the last one's in; results of unfinished work that are the last ones word for word out.

use std::collections::BTreeSet;

use super::work::FEWEST_LETTERS;
use crate::finding::{self, Finding};
use crate::model::{Action, Status};
use crate::phrase;
use crate::reading::Reading;
use crate::text;

/// Adds a finding for work that is not completed and of which the school says what it said before.
pub fn repeated(reading: &mut Reading, previous: &Reading) {
    let said_before: BTreeSet<(&str, String)> =
        previous.actions.iter().filter_map(|action| Some((action.school_id.as_str(), said(action)?))).collect();
    let mut findings = Vec::new();
    for action in reading.actions.iter().filter(|action| action.status != Status::Completed) {
        let Some(words) = said(action) else { continue };
        if said_before.contains(&(action.school_id.as_str(), words)) {
            let place = action.result_origin.as_ref().unwrap_or(&action.origin);
            findings
                .push(Finding::new(&finding::RESULT_AS_LAST_TIME).at(place).of_school(&action.school_id).raw(action.ongoing_text.as_str()));
        }
    }
    reading.findings.extend(findings);
    reading.sort();
}

/// What a school says of a piece of work, folded; `None` where it is too short to be its own words.
fn said(action: &Action) -> Option<String> {
    let texts = [&action.done_text, &action.ongoing_text, &action.not_started_text];
    let words: Vec<String> = texts.into_iter().filter(|text| !phrase::status::is_nothing(text)).map(|text| text::fold(text)).collect();
    let words = words.join(" ");
    // "Chưa triển khai" may well be true twice.
    (words.len() >= FEWEST_LETTERS * 2).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::tests::sample::{action, origin};

    fn reported(ongoing: &str, status: Status) -> Reading {
        let work = Action {
            ongoing_text: ongoing.to_owned(),
            result_origin: Some(origin("a", 30)),
            ..action("a", "one", Some("1.1"), status, None, 3)
        };
        Reading { actions: vec![work], ..Reading::default() }
    }

    fn found(now: &Reading, before: &Reading) -> Vec<String> {
        let mut now = now.clone();
        repeated(&mut now, before);
        now.findings
            .iter()
            .map(|finding| format!("{} {}", finding.rule.id, finding.cell.map_or_else(String::new, |cell| cell.to_string())))
            .collect()
    }

    #[test]
    fn unfinished_work_told_in_last_times_words_is_to_be_looked_at() {
        let words = "Đang lập hồ sơ xin chủ trương đầu tư sửa chữa dãy phòng học khu B";
        let before = reported(words, Status::InProgress);
        assert_eq!(found(&reported(words, Status::InProgress), &before), ["X30 B31"]);
        assert_eq!(found(&reported(words, Status::Completed), &before), [""; 0], "completed work may be told as before");
        assert_eq!(found(&reported("Đã có chủ trương đầu tư, đang chọn nhà thầu thi công khu B", Status::InProgress), &before), [""; 0]);
        let short = reported("Đang thực hiện", Status::InProgress);
        assert_eq!(found(&short, &short), [""; 0], "a few words may well be true twice");
    }
}
