//! Due days that move from one plan to the next.

use super::*;

const BEFORE: [&str; 3] = [
    "1|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|45 triệu",
    "2|3.6|Đủ|Mua 300 bản sách cho thư viện|TV|Tháng 12/2023|15 triệu",
    "3|5.1|Đủ|Dự giờ 20 tiết|PHT|Tháng 3/2024|",
];
const AFTER: [&str; 3] = [
    "1|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 4/2024|45 triệu",
    "2|3.6|Đủ|Mua 300 bản sách cho thư viện|TV|Tháng 12/2023|15 triệu",
    "3|5.1|Đủ|Dự giờ 20 tiết|PHT|Tháng 5/2024|",
];
const TOLD: &str = "1 việc chưa xong đã qua hạn theo bản trường gửi trước mà bản này ghi hạn muộn hơn (KH!B4); ví dụ \"Mua 15 máy vi tính\" từ 30/11/2023 sang 30/04/2024; xét quá hạn theo hạn mới.";

#[test]
fn work_that_a_newer_plan_takes_off_the_list_of_what_is_overdue_is_told() {
    let both = |first: &[&str], second: &[&str]| {
        let desk = Desk::new().file("KH.xlsx", &[plan(HOA_SEN, first)]).file("KH (2).xlsx", &[plan(HOA_SEN, second)]);
        desk.received("KH.xlsx", "05/10/2023").received("KH (2).xlsx", "04/01/2024").over(Period::Hk1)
    };
    let read = both(&BEFORE, &AFTER).judged();
    assert_eq!(read.actions.len(), 3);
    assert_eq!(message(&read, "X39"), TOLD, "that of work 3 had not come yet");
    let overdue = read.actions.iter().filter(|row| row.window.due == Some(date(2024, 4, 30)));
    assert_eq!(overdue.count(), 1, "the plan that counts is the newer one");
    // What is done is not put off; and a day that comes sooner is none.
    let done = both(&BEFORE, &AFTER).file("kq.xlsx", &[result(HOA_SEN, &["1|3.5|Mua 15 máy vi tính||Đã mua 15 máy vi tính||"])]);
    assert!(of(&done.judged(), "X39").is_empty());
    assert!(of(&both(&AFTER, &BEFORE).judged(), "X39").is_empty());
}

#[test]
fn work_put_off_since_the_first_half_is_told_and_last_years_and_repeated_work_is_not() {
    let january = Desk::new().file("kh.xlsx", &[plan(HOA_SEN, &BEFORE)]).judged();
    let after = ["1|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 8/2024|45 triệu", "2|5.1|Đủ|Dự giờ 20 tiết|PHT|Tháng 4/2024|"];
    let desk = Desk { first_half: Some(january), ..Desk::new() };
    let read = desk.file("kh.xlsx", &[plan(HOA_SEN, &after)]).at_the_end_of_the_year().judged();
    assert!(message(&read, "X39").contains("từ 30/11/2023 sang 31/08/2024"), "{}", message(&read, "X39"));

    let last_year = ["1|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2022|45 triệu"];
    let of_last_year = Paper::of("KH", &[&[HOA_SEN, "Năm học 2022-2023", PLAN], &last_year[..]].concat());
    let read = Desk::new().file("cu.xlsx", &[of_last_year]).file("moi.xlsx", &[plan(HOA_SEN, &AFTER)]).over(Period::Hk1).judged();
    assert!(of(&read, "X39").is_empty(), "{:?}", of(&read, "X39"));

    let twice = ["1|5.1|Đủ|Dự giờ 20 tiết|PHT|Tháng 10/2023|", "2|5.1|Đủ|Dự giờ 20 tiết|PHT|Tháng 3/2024|"];
    let desk = Desk::new().file("KH.xlsx", &[plan(HOA_SEN, &twice)]).file("KH (2).xlsx", &[plan(HOA_SEN, &[&twice[..], &BEFORE].concat())]);
    let read = desk.received("KH.xlsx", "05/10/2023").received("KH (2).xlsx", "04/01/2024").judged();
    assert!(of(&read, "X39").is_empty(), "{:?}", of(&read, "X39"));
}
