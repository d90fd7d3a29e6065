//! Titles that are near those of another column, and titles broken over rows.

use ctcl::model::Status;

use super::{rules, sheet, work};
use crate::paper::reading;

#[test]
fn what_work_is_to_come_to_and_how_much_it_matters_are_no_states() {
    for title in [
        "Kết quả dự kiến đạt được",
        "Kết quả mong đợi đạt được",
        "Dự kiến kết quả thực hiện",
        "Kết quả phấn đấu thực hiện",
        "Kết quả phải đạt được",
    ] {
        let titles = format!("TT|Tiêu chí|{title}|Công việc cần thực hiện|Người thực hiện|Thời gian");
        let rows = [
            titles.as_str(),
            "1|Tiêu chí 1.6|Hoàn thành 100%|Mua tủ hồ sơ|Kế toán|Tháng 9/2023",
            "2|Tiêu chí 3.6|Đạt chuẩn|Mua sách|Thư viện|Tháng 10/2023",
        ];
        let read = reading(&[sheet(&rows)]);
        assert!(read.actions.iter().all(|action| action.status == Status::NoReport), "{title}: {:?}", rules(&read));
    }
    for title in ["Mức ưu tiên", "Mức độ ưu tiên", "Mức độ quan trọng"] {
        let titles = format!("TT|Tiêu chí|Công việc cần thực hiện|Người thực hiện|Thời gian|{title}");
        let rows =
            [titles.as_str(), "1|Tiêu chí 1.6|Mua tủ hồ sơ|Kế toán|Tháng 9/2023|Cao", "2|Tiêu chí 3.6|Mua sách|Thư viện|Tháng 10/2023|Vừa"];
        let read = reading(&[sheet(&rows)]);
        assert!(read.actions.iter().all(|action| action.status == Status::NoReport), "{title}: {:?}", rules(&read));
    }
}

#[test]
fn titles_whose_ends_stand_on_a_row_of_their_own_are_whole() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mục tiêu|Nội dung|Phụ trách|Thời gian|Kinh phí",
        "||cần đạt|công việc, giải pháp||bắt đầu và hoàn thành|dự kiến",
        "1|Tiêu chí 1.6|Đủ tủ|Mua tủ hồ sơ|Kế toán|Tháng 9/2023|5.000.000",
        "2|Tiêu chí 3.6|Đủ sách|Mua sách|Thư viện|Tháng 10/2023|7.000.000",
    ])]);
    assert_eq!(read.actions.len(), 2, "{:?}", rules(&read));
}

#[test]
fn what_stands_below_a_title_that_is_only_like_one_of_states_must_tell_them() {
    let plan = |title: &str, cells: [&str; 3]| {
        let titles = format!("TT|Tiêu chí|Công việc cần thực hiện|{title}|Người thực hiện|Thời gian");
        let row =
            |number: usize, code: &str, task: &str| format!("{number}|Tiêu chí {code}|{task}|{}|Kế toán|Tháng 9/2023", cells[number - 1]);
        let rows = [titles, row(1, "1.6", "Mua tủ hồ sơ"), row(2, "3.6", "Mua sách"), row(3, "3.5", "Mua máy in")];
        reading(&[sheet(&rows.each_ref().map(String::as_str))])
    };
    for (title, cells) in [
        ("Phương tiện", ["Máy tính", "Xe máy", "Máy chiếu"]),
        ("Chỉ số", ["100%", "90%", "5 buổi"]),
        ("Kết quả năm trước", ["Đạt", "Chưa đạt", "Đạt"]),
        ("Lực lượng tham gia thực hiện", ["Tổ Toán", "Cô Hoàn", "Hội CMHS"]),
    ] {
        let read = plan(title, cells);
        assert!(read.actions.iter().all(|action| action.status == Status::NoReport), "{title}: {:?}", rules(&read));
        let timed = read.actions.iter().filter(|action| action.window.due.is_some() && action.window.start.is_some());
        assert_eq!(timed.count(), 3, "{title}: {:?}", rules(&read));
    }
    for title in ["Xác nhận hoàn thành", "Đã làm/chưa làm", "Hoàn thành/chưa hoàn thành", "Kết quả kiểm tra"] {
        let read = plan(title, ["Đã xong", "Chưa làm", "Đang làm"]);
        let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
        assert_eq!(states, [Status::Completed, Status::NotStarted, Status::InProgress], "{title}: {:?}", rules(&read));
    }
}

#[test]
fn titles_may_be_broken_over_three_rows_without_a_merged_cell() {
    let read = reading(&[sheet(&[
        "Số|Tiêu chuẩn,|Công việc/|Chủ trì và|Thời gian|Dự kiến",
        "TT|tiêu chí|giải pháp|phối hợp|thực hiện và|kinh phí",
        "||cần thực hiện|thực hiện|hoàn thành|(triệu đồng)",
        "1|Tiêu chí 1.5|Tách lớp 6A|Hiệu phó|Tháng 9/2023|0",
        "2|Tiêu chí 3.6|Mua sách|Hiệu trưởng|Tháng 1/2024|27,5",
    ])]);
    assert_eq!(work(&read), ["1.5 Tách lớp 6A @ Tháng 9/2023", "3.6 Mua sách @ Tháng 1/2024"], "{:?}", rules(&read));
    assert_eq!(read.actions[1].cost.amount_vnd, Some(27_500_000));
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ|Thời gian|Kinh phí",
        "|||trách|thực hiện,|",
        "||||hoàn thành|(triệu đồng)",
        "1|Tiêu chí 1.5|Tách lớp 6A|Hiệu phó|Tháng 9/2023|12",
    ])]);
    assert_eq!(work(&read), ["1.5 Tách lớp 6A @ Tháng 9/2023"], "{:?}", rules(&read));
    assert!(read.actions[0].cost.amount_vnd == Some(12_000_000) && !rules(&read).contains("R04"));
    // A row of work in small letters below two rows of titles ends none of them.
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người|Ghi",
        "||cần làm|làm|chú",
        "|thư viện|mua thêm sách|cô Lan|",
        "|thiết bị|sửa máy chiếu|thầy Ba|",
    ])]);
    assert_eq!(work(&read), ["3.6 mua thêm sách @ ", "3.5 sửa máy chiếu @ "], "{:?}", rules(&read));
}

#[test]
fn who_does_the_work_may_stand_under_the_one_word_for_doing_it() {
    let over = |doers: [&str; 3]| {
        let rows = doers.map(|doer| format!("1|2.2|Hội giảng {}|{doer}|10/2023", doer.len()));
        let [first, second, third] = rows.each_ref().map(String::as_str);
        reading(&[sheet(&["TT|Tiêu chí|Công việc|Thực hiện|Thời gian", first, second, third])])
    };
    for doers in [["Bảo vệ", "Tổ chuyên môn Toán", "Kế toán"], ["Đoàn Đội", "Công đoàn", "Ban giám hiệu"]] {
        let read = over(doers);
        let leads: Vec<_> = read.actions.iter().map(|action| action.lead.as_str()).collect();
        assert_eq!(leads, doers, "{:?}", rules(&read));
    }
    let read = over(["Đã xong", "Đang làm", "Giáo viên chưa đăng ký"]);
    assert_eq!(read.actions[0].status, Status::Completed, "{:?}", rules(&read));
}
