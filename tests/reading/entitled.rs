//! Rows of their own over the work that are nothing but a code, or the name of a criterion shortened or mistyped.

use super::{rules, sheet, work};
use crate::paper::reading;

const SHORT: &str = "TT|Nội dung công việc|Phụ trách|Thời hạn|Kinh phí";

fn codes(rows: &[&str]) -> Vec<String> {
    let all: Vec<&str> = [SHORT].into_iter().chain(rows.iter().copied()).collect();
    let read = reading(&[sheet(&all)]);
    let shown = |work: &String| work.split(" @").next().unwrap_or_default().to_owned();
    work(&read).iter().map(shown).chain(rules(&read).contains("R01").then(|| "R01".to_owned())).collect()
}

#[test]
fn a_code_alone_over_numbered_works_is_their_criterion() {
    for [first, second, third] in [
        ["|1.1", "|1.10", "|2.1"],
        ["1.1", "1.10", "2.1"],
        ["|1.1.", "1.10.", "|2.1."],
        ["|1 .1", "1. 10", "|2 .1"],
        ["|I.1", "|I.10", "|II.1"],
    ] {
        let read = codes(&[
            first,
            "1|Rà soát kế hoạch|Hiệu trưởng|10/10/2023|",
            "2|Họp hội đồng|Hiệu trưởng|12/10/2023|",
            second,
            "3|Lắp camera|Bảo vệ|15/10/2023|",
            third,
            "4|Bồi dưỡng quản lý|Hiệu phó|15/11/2023|",
        ]);
        assert_eq!(read, ["1.1 Rà soát kế hoạch", "1.1 Họp hội đồng", "1.10 Lắp camera", "2.1 Bồi dưỡng quản lý"], "{first}");
    }
}

#[test]
fn a_number_alone_that_is_no_code_or_stands_once_heads_nothing() {
    // 1.11 there is none.
    let none = codes(&["|1.11", "1|Rà soát kế hoạch|Hiệu trưởng|10/10/2023|", "|2.9", "2|Lắp camera|Bảo vệ|15/10/2023|"]);
    assert!(none.iter().all(|work| work.starts_with('?') || work == "R01"), "{none:?}");
    // "1.1" without words below "1 | Rà soát" is the next part of that work, left empty.
    let parts = codes(&["1|Rà soát kế hoạch|Hiệu trưởng|10/10/2023|", "1.1||||", "1.2||||", "2|Lắp camera|Bảo vệ|15/10/2023|"]);
    assert!(parts.iter().filter(|work| work.contains("Lắp camera")).all(|work| work.starts_with('?')), "{parts:?}");
}

#[test]
fn names_of_criteria_may_be_shortened() {
    let read = codes(&[
        "|Phương hướng, chiến lược xây dựng và phát triển nhà trường",
        "1|Rà soát kế hoạch|Hiệu trưởng|10/10/2023|",
        "|Đối với NV",
        "2|Cử đi học|Hiệu trưởng|12/10/2023|",
        "|Đối với HS",
        "3|Tổ chức hội thi|TPT|15/10/2023|",
        "Quản lý CB, GV và NV",
        "4|Bồi dưỡng quản lý|Hiệu phó|15/11/2023|",
    ]);
    assert_eq!(read, ["1.1 Rà soát kế hoạch", "2.3 Cử đi học", "2.4 Tổ chức hội thi", "1.7 Bồi dưỡng quản lý"]);
}

#[test]
fn among_names_of_criteria_a_line_that_names_none_ends_the_one_above() {
    let rows = |unknown: &'static str| {
        codes(&[
            "|Phương hướng, chiến lược xây dựng và phát triển nhà trường",
            "1|Rà soát kế hoạch|Hiệu trưởng|10/10/2023|",
            "|Thực hiện quy chế dân chủ cơ sở",
            "2|Niêm yết công khai|Hiệu trưởng|12/10/2023|",
            unknown,
            "3|Tổ chức hội thi|TPT|15/10/2023|",
            "|Đảm bảo an ninh trật tự, an toàn trường học",
            "4|Lắp camera|Bảo vệ|15/11/2023|",
        ])
    };
    let expected = ["1.1 Rà soát kế hoạch", "1.9 Niêm yết công khai", "? Tổ chức hội thi", "1.10 Lắp camera"];
    assert_eq!(rows("|Phong trào học sinh"), expected);
    assert_eq!(rows("Phong trào học sinh"), expected);
    // The rest of a text is no name.
    let joined = rows("|tại bảng tin của trường");
    assert_eq!(joined[1..3], ["1.9 Niêm yết công khai tại bảng tin của trường", "1.9 Tổ chức hội thi"], "{joined:?}");
}

#[test]
fn a_criterion_named_in_words_of_the_schools_among_others_heads_work_that_says_little() {
    let read = codes(&[
        "|Tiêu chí 1.1: Phương hướng, chiến lược xây dựng và phát triển nhà trường",
        "1|Rà soát kế hoạch|Hiệu trưởng|10/10/2023|",
        "|Tiêu chí 1.5: Lớp học",
        "2|Biên chế lớp|||",
        "|Tiêu chí 1.9: Thực hiện quy chế dân chủ cơ sở",
        "3|Niêm yết công khai|Hiệu trưởng|12/10/2023|",
    ]);
    assert_eq!(read, ["1.1 Rà soát kế hoạch", "1.5 Biên chế lớp", "1.9 Niêm yết công khai"]);
    // Works that open with their codes are no names.
    let works = codes(&[
        "1|Tiêu chí 1.1: Rà soát kế hoạch|||",
        "2|Tiêu chí 1.5: Biên chế lớp|||",
        "3|Tiêu chí 1.9: Niêm yết|Hiệu trưởng|12/10/2023|",
    ]);
    assert_eq!(works.len(), 3, "{works:?}");
}

#[test]
fn a_roman_number_and_capitals_among_counted_works_head_them_and_end_the_criterion_above() {
    let read = codes(&[
        "|1.1",
        "1|Rà soát kế hoạch|Hiệu trưởng|10/10/2023|",
        "|1.9",
        "2|Niêm yết công khai|Hiệu trưởng|12/10/2023|",
        "II|CÔNG TÁC PHỐI HỢP",
        "3|Họp cha mẹ học sinh|GVCN|15/10/2023|",
        "|1.10",
        "4|Lắp camera|Bảo vệ|15/11/2023|",
    ]);
    assert_eq!(read, ["1.1 Rà soát kế hoạch", "1.9 Niêm yết công khai", "? Họp cha mẹ học sinh", "1.10 Lắp camera"]);
    // Parts that begin below the title of a criterion are its own.
    let within = codes(&[
        "|Tiêu chí 1.9: Thực hiện quy chế dân chủ cơ sở",
        "I|CÔNG TÁC CHUẨN BỊ",
        "1|Rà soát quy chế|Hiệu trưởng|10/10/2023|",
        "II|TỔ CHỨC THỰC HIỆN",
        "2|Niêm yết công khai|Hiệu trưởng|12/10/2023|",
    ]);
    assert_eq!(within, ["1.9 Rà soát quy chế", "1.9 Niêm yết công khai"]);
    // Works that count themselves in Roman figures are works, whatever their letters.
    let works = codes(&["I|MUA MÁY TÍNH|Hiệu trưởng|10/10/2023|", "II|SỬA MÁI NHÀ|Bảo vệ|12/10/2023|", "III|TRỒNG CÂY XANH|||"]);
    assert_eq!(works.len(), 3, "{works:?}");
}

#[test]
fn a_title_that_says_who_and_when_says_it_of_the_works_listed_under_it() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí / Công việc|Bộ phận phụ trách|Thời gian hoàn thành",
        "1|Tiêu chí 1.6: Quản lý hành chính, tài chính và tài sản|Kế toán|Tháng 12/2023",
        "|- Rà soát hồ sơ lưu trữ||",
        "|- Kiểm kê tài sản|Văn thư|",
        "2|Tiêu chí 2.4: Đối với học sinh|Tổng phụ trách|Tháng 11/2023",
        "|- Phát động phong trào||Tháng 10/2023",
        "|- Lập sổ theo dõi||",
    ])]);
    let shown = |action: &ctcl::model::Action| format!("{} {}", action.task, action.lead);
    assert_eq!(
        work(&read),
        [
            "1.6 - Rà soát hồ sơ lưu trữ @ Tháng 12/2023",
            "1.6 - Kiểm kê tài sản @ Tháng 12/2023",
            "2.4 - Phát động phong trào @ Tháng 10/2023",
            "2.4 - Lập sổ theo dõi @ Tháng 11/2023",
        ],
        "{:?}",
        rules(&read)
    );
    let leads: Vec<String> = read.actions.iter().map(shown).collect();
    assert!(leads[0].ends_with(" Kế toán") && leads[1].ends_with(" Văn thư") && leads[3].ends_with(" Tổng phụ trách"), "{leads:?}");
    // "+" below "-" is of that work, and a code alone is a title as well.
    let nested = reading(&[sheet(&[
        "TT|Tiêu chí / Công việc|Bộ phận phụ trách|Thời gian hoàn thành",
        "1|Tiêu chí 1.6: Quản lý hành chính, tài chính và tài sản|Kế toán|Tháng 12/2023",
        "|- Rà soát hồ sơ||",
        "|+ hồ sơ tài chính||",
        "|- Kiểm kê tài sản||",
        "2|Tiêu chí 2.4|Tổng phụ trách|Tháng 11/2023",
        "|- Phát động phong trào||",
    ])]);
    let codes: Vec<String> = work(&nested).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(codes, ["1.6", "1.6", "2.4"], "{:?}", work(&nested));
    // Details of one work that only names its criterion.
    let details = reading(&[sheet(&[
        "TT|Công việc|Phụ trách|Thời gian",
        "1|Tiêu chí 3.3: Mua sách cho thư viện|Kế toán|Tháng 12/2023",
        "|- Sách tham khảo||",
        "|- Truyện đọc||",
    ])]);
    assert_eq!(details.actions.len(), 1, "{:?}", work(&details));
}

#[test]
fn works_under_titles_of_criteria_are_a_plan_though_no_column_says_when() {
    const TITLES: &str = "Nội dung công việc|Phụ trách|Kinh phí";
    let plan = [
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        TITLES,
        "Tiêu chí 1.10",
        "Diễn tập chữa cháy|Bảo vệ|0",
        "Tiêu chí 3.6: Thư viện",
        "- Mua sách|Kế toán|5 triệu",
    ];
    let read = reading(&[sheet(&plan)]);
    let codes: Vec<_> = read.actions.iter().filter_map(|action| action.criterion).map(|criterion| criterion.to_string()).collect();
    assert_eq!((codes, rules(&read).contains("T23")), (vec!["1.10".to_owned(), "3.6".to_owned()], true), "{:?}", rules(&read));
    // One may chance to stand there, and other lists have none.
    let one = ["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", TITLES, "Tiêu chí 1.10", "Diễn tập chữa cháy|Bảo vệ|0", "Mua sách|Kế toán|5 triệu"];
    let other = ["DANH SÁCH MUA SẮM", TITLES, "Đợt 1", "Mua sách|Kế toán|5 triệu", "Đợt 2", "Mua tủ|Kế toán|3 triệu"];
    for rows in [&one[..], &other] {
        assert!(reading(&[sheet(rows)]).actions.is_empty(), "{rows:?}");
    }
    // Nor are evidence, what was found and who writes of it.
    for [name, titles] in [
        ["DANH MỤC MINH CHỨNG", "TT|Nội dung|Nơi lưu trữ"],
        ["PHÂN CÔNG VIẾT BÁO CÁO TỰ ĐÁNH GIÁ", "TT|Nội dung|Người thực hiện"],
        ["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "TT|Nội dung|Điểm mạnh"],
        ["PHIẾU KHẢO SÁT", "TT|Nội dung|Đồng ý"],
    ] {
        let rows = [name, titles, "Tiêu chí 1.10", "1|Quy chế dân chủ|Văn thư", "Tiêu chí 3.6", "2|Sổ thư viện|Văn thư"];
        assert!(reading(&[sheet(&rows)]).actions.is_empty(), "{titles}");
    }
}
