//! A form as a school fills it in: the same work in every form, whatever the framework.

use super::pen::Pen;

pub const TASKS: [&str; 6] = [
    "Xây dựng kế hoạch chiến lược giai đoạn mới",
    "- Kiện toàn các hội đồng trong trường",
    "Tổ chức đại hội các đoàn thể",
    "Bồi dưỡng tổ trưởng chuyên môn",
    "Sửa hàng rào phía đông",
    "Xây dựng thư viện số",
];
pub const COSTS: [&str; 6] = ["15.000.000 đồng (ngân sách)", "Không", "2 triệu đồng", "0đ", "Ngân sách", "3.500.000đ (xã hội hóa)"];

/// Fills in plan, result and self-assessment: work on four criteria, a second piece on one, one of the Mức 4 list.
pub fn fill(bytes: &[u8], first_year: &str) -> Vec<u8> {
    let mut pen = Pen::take(bytes);
    let (plan, of_2026) = if pen.names().contains(&"V. Kế hoạch") { ("V. Kế hoạch", true) } else { ("Kế hoạch", false) };
    let page = pen.page(plan);
    let column = |title: &str| page.column(title);
    let criterion = if of_2026 { column("Tiêu chí") } else { column("Tiêu chuẩn, tiêu chí") };
    let coded = page.rows_of(criterion, "Tiêu chí ");
    let spare =
        (coded[0]..page.rows.len()).find(|row| page.rows[*row][criterion].is_empty() && !page.rows[*row][0].is_empty()).expect("room");
    let mut rows = vec![coded[0], coded[1], coded[2], coded[3], spare];
    if !of_2026 {
        let band = page.rows.iter().position(|row| row[0] == "MỨC 4").expect("the Mức 4 list");
        rows.push(band + 1);
    }
    let times = [
        format!("tháng 10/{first_year}"),
        format!("từ tháng 9/{first_year} đến tháng 11/{first_year}"),
        format!("15/12/{first_year}"),
        "Thường xuyên".to_owned(),
        format!("11/{first_year}"),
        "cuối năm học".to_owned(),
    ];
    let titles: [&str; 5] = if of_2026 {
        ["Mục tiêu cải tiến", "Hoạt động/giải pháp", "Đơn vị/cá nhân phụ trách", "Thời gian thực hiện", "Nguồn lực bảo đảm"]
    } else {
        [
            "Kết quả cần đạt (so với hiện trạng)",
            "Công việc/giải pháp cần thực hiện",
            "Chủ trì và phối hợp thực hiện",
            "Thời gian thực hiện và hoàn thành",
            "Dự kiến kinh phí",
        ]
    };
    let columns = titles.map(column);
    let status = of_2026.then(|| column("Mức độ thực hiện"));
    let content = of_2026.then(|| column("Nội dung cải tiến"));
    for (at, row) in rows.iter().enumerate() {
        for (column, text) in columns.iter().zip(["Tốt hơn hiện nay", TASKS[at], "Phó hiệu trưởng", &times[at], COSTS[at]]) {
            pen.write(plan, *row, *column, text);
        }
        if let (Some(status), Some(content)) = (status, content) {
            pen.write(plan, *row, status, ["Hoàn thành", "Đang thực hiện", "Chưa hoàn thành"][at % 3]);
            pen.write(plan, *row, content, "Nâng chất lượng quản trị");
        }
    }
    pen.write(plan, spare, criterion, "Tiêu chí 1.2");
    if of_2026 {
        fill_parts_of_2026(&mut pen);
    } else {
        fill_result(&mut pen, &rows, spare);
    }
    fill_assessment(&mut pen);
    sign(&mut pen, first_year);
    pen.save()
}

/// Completes the one cell of date, title and name on every sheet.
fn sign(pen: &mut Pen, first_year: &str) {
    let names: Vec<String> = pen.names().into_iter().map(str::to_owned).collect();
    let mut signed = 0;
    for name in &names {
        let mut rows = pen.page(name).rows.iter().enumerate();
        let place = rows.find_map(|(row, texts)| Some((row, texts.iter().position(|text| text.starts_with("…………, ngày"))?)));
        if let Some((row, column)) = place {
            pen.write(name, row, column, &format!("An Phú, ngày 25 tháng 12 năm {first_year}\nHIỆU TRƯỞNG\n\n\n\n(đã ký)"));
            signed += 1;
        }
    }
    assert_eq!(signed, names.len(), "every sheet is signed");
}

fn fill_result(pen: &mut Pen, rows: &[usize], spare: usize) {
    let page = pen.page("Kết quả");
    let [criterion, planned, done, ongoing, waiting] = [
        "Tiêu chuẩn, tiêu chí",
        "được xây dựng đầu năm",
        "những công việc đã triển khai xong",
        "đang triển khai hoặc chậm (lý do)",
        "chưa triển khai",
    ]
    .map(|title| page.column(title));
    // The report has one more row of titles than the plan.
    let moved = page.rows_of(criterion, "Tiêu chí ")[0] - rows[0];
    let said = [
        ["Đã ban hành tháng 11", "Không", "Không"],
        ["", "Đang rà soát nhân sự", ""],
        ["", "", "Chưa bố trí được kinh phí"],
        ["Bồi dưỡng xong 4 người", "", ""],
        ["", "Chậm vì mưa nhiều", "Không"],
        ["Thư viện số hoạt động từ tháng 12", "Không", "Không"],
    ];
    for (at, row) in rows.iter().enumerate() {
        pen.write("Kết quả", row + moved, planned, TASKS[at]);
        for (column, text) in [done, ongoing, waiting].iter().zip(said[at]).filter(|(_, text)| !text.is_empty()) {
            pen.write("Kết quả", row + moved, *column, text);
        }
    }
    pen.write("Kết quả", spare + moved, criterion, "Tiêu chí 1.2");
}

fn fill_parts_of_2026(pen: &mut Pen) {
    let page = pen.page("IV. Hạn chế");
    let row = page.rows_of(page.column("Tiêu chí liên quan (nếu có)"), "Tiêu chí 1.1")[0];
    let columns = ["Đánh giá hiện trạng", "Điểm hạn chế", "Nguyên nhân của hạn chế"].map(|title| page.column(title));
    for (column, text) in columns.iter().zip(["Có kế hoạch đến năm nay", "Chưa có tầm nhìn dài hạn", "Thiếu dữ liệu"])
    {
        pen.write("IV. Hạn chế", row, *column, text);
    }
    let page = pen.page("VI. Theo dõi");
    let row = page.rows_of(page.column("Thời điểm"), "Cuối học kỳ I")[0];
    let columns = ["Nội dung theo dõi", "Kết quả thực hiện", "Người đánh giá"].map(|title| page.column(title));
    for (column, text) in columns.iter().zip(["Tiến độ chung", "Đúng tiến độ", "Hiệu trưởng"]) {
        pen.write("VI. Theo dõi", row, *column, text);
    }
}

/// Mức 2 everywhere, but for the first criterion.
pub fn fill_assessment(pen: &mut Pen) {
    let page = pen.page("Tự đánh giá");
    let rows = page.rows_of(page.column("Tiêu chuẩn, tiêu chí"), "Tiêu chí ");
    let unmet = if pen.names().contains(&"V. Kế hoạch") { "Không đạt Mức 1" } else { "Không đạt" };
    let (unmet, level2) = (page.column(unmet), page.column("Mức 2"));
    for (at, row) in rows.into_iter().enumerate() {
        pen.write("Tự đánh giá", row, if at == 0 { unmet } else { level2 }, "x");
    }
}
