//! Lists of works beside a plan that tell what became of them by their title or by a day alone.

use std::collections::BTreeMap;

use ctcl::model::Status;

use super::rules;
use crate::paper::{Paper, reading};

const PLAN: [&str; 6] = [
    "TRƯỜNG THCS HOA SEN",
    "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
    "Năm học 2023-2024",
    "TT|Tiêu chí|Nội dung công việc|Người thực hiện|Thời gian hoàn thành",
    "1|3.6|Bổ sung sách thư viện|Thư viện|10/12/2023",
    "2|3.1|Lát lại sân trường|Kế toán|15/12/2023",
];

/// What is said of each work, and whether the works are those of the plan and no more.
fn said(title: &str, rows: &[&str]) -> BTreeMap<String, Status> {
    let mut result = vec!["TRƯỜNG THCS HOA SEN", title, "Năm học 2023-2024"];
    result.extend(rows);
    let read = reading(&[Paper::of("KH", &PLAN), Paper::of("KQ", &result)]);
    let told = |status: Status| status != Status::NoReport;
    let planned = read.actions.iter().map(|work| (work.task.clone(), work.status));
    let reported = read.reports.iter().map(|work| (work.planned.trim_matches(['-', ' ', '.']).to_owned(), work.status));
    let found: BTreeMap<String, Status> = planned.chain(reported).filter(|(_, status)| told(*status)).collect();
    assert!(read.actions.len() <= 2, "{title}: {:?}", rules(&read));
    found
}

#[test]
fn a_list_under_a_state_tells_that_of_the_works_of_the_plan() {
    let undone = said(
        "DANH SÁCH CÁC CÔNG VIỆC CHƯA THỰC HIỆN",
        &["TT|Nội dung công việc|Lý do|Hướng khắc phục", "1|Lát lại sân trường|Thiếu kinh phí|Làm ở học kỳ II"],
    );
    assert_eq!(undone, BTreeMap::from([("Lát lại sân trường".to_owned(), Status::NotStarted)]));
    let done = said("CÁC CÔNG VIỆC ĐÃ HOÀN THÀNH", &["Tiêu chí|Nhiệm vụ|Minh chứng", "3.6|Bổ sung sách thư viện|Hóa đơn"]);
    assert_eq!(done, BTreeMap::from([("Bổ sung sách thư viện".to_owned(), Status::Completed)]));
}

#[test]
fn a_day_beside_works_that_are_not_begun_says_that_the_work_is_completed() {
    let days = said(
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        &[
            "TT|Tiêu chí|Nội dung công việc|Ngày hoàn thành",
            "1|3.6|Bổ sung sách thư viện|02/12/2023",
            "2|3.1|Lát lại sân trường|Chưa thực hiện",
        ],
    );
    let expected = [("Bổ sung sách thư viện", Status::Completed), ("Lát lại sân trường", Status::NotStarted)];
    assert_eq!(days, expected.map(|(work, status)| (work.to_owned(), status)).into());
}
