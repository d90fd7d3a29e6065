//! What several rows have in common is written once, or by "nt"; what only looks so is not taken over.

use super::{PLAN, rules, sheet, work};
use crate::paper::{Office, Paper, Typed, reading, workbook};
use ctcl::read::Source;

/// The day of that month of 2023, as Excel counts it.
fn day_of_2023(day: f64, month: usize) -> Typed {
    const BEFORE: [f64; 12] = [0.0, 31.0, 59.0, 90.0, 120.0, 151.0, 181.0, 212.0, 243.0, 273.0, 304.0, 334.0];
    Typed::Number(44_926.0 + BEFORE[month - 1] + day)
}

#[test]
fn what_is_to_be_improved_stands_once_over_activities_that_have_numbers_of_their_own() {
    let plan = |rows: &[&str]| {
        let mut all = vec![
            "TRƯỜNG TIỂU HỌC HOA SEN",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2026-2027",
            "TT|Nội dung cải tiến|Mục tiêu cải tiến|Hoạt động/giải pháp|Chỉ số đánh giá kết quả|Thời gian thực hiện|Đơn vị/cá nhân phụ trách|Nguồn lực bảo đảm|Thông tin, dữ liệu hoặc minh chứng dự kiến|Mức độ thực hiện",
        ];
        all.extend(rows);
        let source = Source::in_memory("truong.xlsx", workbook(&[Paper::of("V", &all)]));
        Office::in_year(2026).read(&[source])
    };
    let read = plan(&[
        "1|Tiêu chí 2.2: Giáo viên|Đủ chuẩn|Cử 2 giáo viên đi học|100%|Tháng 10/2026|Hiệu trưởng|Ngân sách|Quyết định|Hoàn thành",
        "2||Giỏi nghề|Tổ chức hội giảng|90% đạt|Tháng 11/2026|Tổ trưởng|||Đang thực hiện",
        "3|Tiêu chí 4.2: Môi trường|An toàn|Lắp lan can cầu thang|Đủ số lượng|Tháng 12/2026|Bảo vệ|||Hoàn thành",
        "4|||Tập huấn sơ cứu|100%|Tháng 1/2027|Y tế|||Chưa thực hiện",
    ]);
    let expected = [
        "2.2 Cử 2 giáo viên đi học @ Tháng 10/2026",
        "2.2 Tổ chức hội giảng @ Tháng 11/2026",
        "4.2 Lắp lan can cầu thang @ Tháng 12/2026",
        "4.2 Tập huấn sơ cứu @ Tháng 1/2027",
    ];
    assert_eq!(work(&read), expected);
    assert!(!rules(&read).contains("T30"), "an indicator of 100% is no state: {:?}", rules(&read));
    // A problem in words holds for its own number only.
    let read = plan(&[
        "1|Giáo viên thiếu|Đủ chuẩn|Cử 2 giáo viên đi học theo tiêu chí 2.2|100%|Tháng 10/2026|Hiệu trưởng||||",
        "2||Giỏi nghề|Tổ chức hội giảng|90% đạt|Tháng 11/2026|Tổ trưởng||||",
    ]);
    assert_eq!(work(&read)[1], "? Tổ chức hội giảng @ Tháng 11/2026");
}

#[test]
fn nt_below_a_heading_is_what_stands_above_it() {
    let read = reading(&[sheet(&[
        PLAN,
        "|Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh",
        "1|Tiêu chí 2.2|Dự giờ|Tổ trưởng|Tháng 10/2023",
        "|Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học",
        "2|Tiêu chí 3.2|Sơn phòng học|nt|nt",
        "3||Thay cửa sổ|-nt-|-nt-",
    ])]);
    let expected = ["2.2 Dự giờ @ Tháng 10/2023", "3.2 Sơn phòng học @ Tháng 10/2023", "3.2 Thay cửa sổ @ Tháng 10/2023"];
    assert_eq!(work(&read), expected);
    assert!(read.actions.iter().all(|action| action.lead == "Tổ trưởng"));
}

#[test]
fn works_counted_by_letters_are_works() {
    let read = reading(&[sheet(&[
        PLAN,
        "a)|Tiêu chí 1.2|Bầu hội đồng trường|Hiệu trưởng|Tháng 9/2023",
        "b)||Lập danh mục hồ sơ|nt|nt",
        "c||Họp hội đồng trường|nt|nt",
    ])]);
    let expected =
        ["1.2 Bầu hội đồng trường @ Tháng 9/2023", "1.2 Lập danh mục hồ sơ @ Tháng 9/2023", "1.2 Họp hội đồng trường @ Tháng 9/2023"];
    assert_eq!(work(&read), expected);
}

#[test]
fn below_a_criterion_that_nobody_understands_the_one_above_it_no_longer_holds() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|Tiêu chí 2.3|Tuyển nhân viên thư viện|Hiệu trưởng|Tháng 9/2023",
        "2|Tixu chz 3x1: Khxxn vixn|Làm vườn|Bảo vệ|Tháng 10/2023",
        "3||Trồng cây|Bảo vệ|Tháng 11/2023",
    ])]);
    assert_eq!(work(&read)[2], "? Trồng cây @ Tháng 11/2023");
}

#[test]
fn the_standard_above_decides_what_a_day_was() {
    let rows = [
        PLAN,
        "|Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học",
        "1||Sơn phòng học|Bảo vệ|Tháng 9/2023",
        "|Tiêu chuẩn 5: Hoạt động giáo dục và kết quả giáo dục",
        "2||Dạy văn hóa địa phương|Tổ Văn|Tháng 10/2023",
    ];
    let read = reading(&[sheet(&rows).put(4, 1, day_of_2023(5.0, 3)).put(6, 1, day_of_2023(5.0, 3))]);
    assert_eq!(work(&read), ["3.5 Sơn phòng học @ Tháng 9/2023", "5.3 Dạy văn hóa địa phương @ Tháng 10/2023"]);
}

#[test]
fn numbers_of_works_under_names_of_other_criteria_are_no_codes() {
    let read = reading(&[sheet(&[
        PLAN,
        "1.1|Khối lớp và tổ chức lớp học|Tách lớp ghép|Hiệu trưởng|Tháng 9/2023",
        "1.2||Chia lại lớp 6|Hiệu trưởng|Tháng 10/2023",
        "2.1|Quản lý hành chính, tài chính và tài sản|Mua két sắt|Kế toán|Tháng 11/2023",
        "3.1|Thư viện|Mua 20 đầu sách|Thư viện|Tháng 12/2023",
    ])]);
    let codes: Vec<String> = work(&read).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(codes, ["1.5", "1.5", "1.6", "3.6"], "{:?}", rules(&read));
}

#[test]
fn what_stands_over_the_titles_on_every_page_parts_no_criterion() {
    let read = reading(&[sheet(&[
        "NỘI DUNG CẢI TIẾN",
        PLAN,
        "1|Tiêu chí 3.5|Mua máy chiếu|Kế toán|Tháng 9/2023",
        "NỘI DUNG CẢI TIẾN",
        PLAN,
        "2||Mua loa|Kế toán|Tháng 10/2023",
    ])]);
    assert_eq!(work(&read), ["3.5 Mua máy chiếu @ Tháng 9/2023", "3.5 Mua loa @ Tháng 10/2023"]);
}

#[test]
fn a_sum_to_the_left_of_its_word_and_columns_counted_by_letters_are_no_work() {
    let read = reading(&[sheet(&[
        "TT|Kinh phí|Tiêu chí|Công việc cần thực hiện|Người thực hiện|Thời gian",
        "1|5.000.000|Tiêu chí 1.6|Mua tủ hồ sơ|Kế toán|Tháng 9/2023",
        "2|7.000.000|Tiêu chí 3.6|Mua sách|Thư viện|Tháng 10/2023",
        "|12.000.000 đồng||TỔNG CỘNG||",
    ])]);
    assert_eq!(work(&read), ["1.6 Mua tủ hồ sơ @ Tháng 9/2023", "3.6 Mua sách @ Tháng 10/2023"]);
    let read = reading(&[sheet(&[
        "TT|Nội dung công việc|Thời điểm thực hiện",
        "A|B|1",
        "1|Mua tủ hồ sơ (tiêu chí 1.6)|Tháng 9/2023",
        "2|Mua sách (tiêu chí 3.6)|Tháng 10/2023",
    ])]);
    assert_eq!(read.actions.len(), 2, "{:?}", work(&read));
}
