//! The tables as the circulars print them, filled as a careful school would: what the mutations start from.

use ctcl::form::Field;
use ctcl::framework::Framework;

use crate::paper::Office;

use super::luck::Luck;

#[derive(Debug, Clone)]
pub struct Column {
    /// `None`: a column the school added.
    pub field: Option<Field>,
    pub title: String,
    pub group: Option<&'static str>,
}

#[derive(Debug, Clone)]
pub enum Entry {
    /// "Tiêu chuẩn 2: …", alone on its row.
    Heading(String),
    Record(Record),
}

#[derive(Debug, Clone)]
pub struct Record {
    /// One text for each column.
    pub cells: Vec<String>,
    /// The code that a reader of the table would name.
    pub criterion: Option<String>,
    /// The criterion stands only on the row above.
    pub follows: bool,
}

#[derive(Debug, Clone)]
pub struct Draft {
    pub form: &'static str,
    pub year: i16,
    pub title: &'static str,
    pub columns: Vec<Column>,
    pub entries: Vec<Entry>,
}

impl Draft {
    pub fn at(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }
}

type Titles = &'static [(Field, &'static str, Option<&'static str>)];

/// The columns of each form as printed.
pub const FORMS: &[(&str, &str, Titles)] = &[
    (
        "plan-9-2018",
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        &[
            (Field::Ordinal, "TT", None),
            (Field::Criterion, "Tiêu chuẩn, tiêu chí", None),
            (Field::Target, "Kết quả cần đạt (so với hiện trạng)", None),
            (Field::Task, "Công việc/giải pháp cần thực hiện", None),
            (Field::Lead, "Chủ trì và phối hợp thực hiện", None),
            (Field::Time, "Thời gian thực hiện và hoàn thành", None),
            (Field::Cost, "Dự kiến kinh phí", None),
            (Field::Conditions, "Điều kiện hỗ trợ khác", None),
            (Field::Note, "Ghi chú", None),
        ],
    ),
    (
        "plan-3",
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        &[(Field::Ordinal, "TT", None), (Field::Task, "Nội dung công việc", None), (Field::Time, "Thời điểm thực hiện", None)],
    ),
    (
        "plan-10-2026",
        "V. NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        &[
            (Field::Ordinal, "TT", None),
            (Field::Content, "Nội dung cải tiến", None),
            (Field::Target, "Mục tiêu cải tiến", None),
            (Field::Task, "Hoạt động/giải pháp", None),
            (Field::Indicator, "Chỉ số đánh giá kết quả", None),
            (Field::Time, "Thời gian thực hiện", None),
            (Field::Lead, "Đơn vị/cá nhân phụ trách", None),
            (Field::Cost, "Nguồn lực bảo đảm", None),
            (Field::Evidence, "Thông tin, dữ liệu hoặc minh chứng dự kiến", None),
            (Field::Status, "Mức độ thực hiện", None),
        ],
    ),
    (
        "result-8-2018",
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        &[
            (Field::Ordinal, "TT", None),
            (Field::Criterion, "Tiêu chuẩn, tiêu chí", None),
            (Field::Planned, "được xây dựng đầu năm", Some("ND Kế hoạch cải tiến chất lượng")),
            (Field::Adjusted, "đã được điều chỉnh", Some("ND Kế hoạch cải tiến chất lượng")),
            (Field::Done, "những công việc đã triển khai xong", Some("Kết quả thực hiện")),
            (Field::Ongoing, "đang triển khai hoặc chậm (lý do)", Some("Kết quả thực hiện")),
            (Field::NotStarted, "chưa triển khai", Some("Kết quả thực hiện")),
            (Field::Note, "Ghi chú", None),
        ],
    ),
    (
        "result-status",
        "KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        &[
            (Field::Ordinal, "TT", None),
            (Field::Criterion, "Tiêu chí", None),
            (Field::Planned, "Nội dung kế hoạch", None),
            (Field::Adjusted, "Nội dung điều chỉnh", None),
            (Field::Status, "Tình trạng thực hiện", None),
            (Field::Note, "Lý do", None),
        ],
    ),
    (
        "assessment-2018",
        "BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
        &[
            (Field::Criterion, "Tiêu chuẩn, tiêu chí", None),
            (Field::Unmet, "Không đạt", Some("Kết quả")),
            (Field::Level1, "Mức 1", Some("Kết quả")),
            (Field::Level2, "Mức 2", Some("Kết quả")),
            (Field::Level3, "Mức 3", Some("Kết quả")),
        ],
    ),
    (
        "assessment-2026",
        "BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
        &[
            (Field::Criterion, "Tiêu chuẩn, tiêu chí", None),
            (Field::Unmet, "Không đạt Mức 1", None),
            (Field::Level1, "Mức 1", Some("Đạt")),
            (Field::Level2, "Mức 2", Some("Đạt")),
        ],
    ),
    (
        "level4-2018",
        "ĐÁNH GIÁ TIÊU CHÍ MỨC 4",
        &[
            (Field::Item, "Khoản", None),
            (Field::Content, "Nội dung", None),
            (Field::Met, "Đạt", Some("Kết quả")),
            (Field::Unmet, "Không đạt", Some("Kết quả")),
        ],
    ),
    (
        "evidence-2018",
        "DỰ KIẾN CÁC THÔNG TIN, MINH CHỨNG CẦN THU THẬP",
        &[
            (Field::Criterion, "Tiêu chí", None),
            (Field::EvidenceCode, "Mã minh chứng", None),
            (Field::Evidence, "Dự kiến các thông tin, minh chứng cần thu thập", None),
            (Field::Place, "Nơi thu thập", None),
            (Field::Collector, "Nhóm chuyên trách, cá nhân thu thập", None),
            (Field::Time, "Thời gian thu thập", None),
            (Field::Cost, "Kinh phí thu thập (nếu có)", None),
            (Field::Note, "Ghi chú", None),
        ],
    ),
    (
        "evidence-2026",
        "DANH MỤC THÔNG TIN, DỮ LIỆU, MINH CHỨNG",
        &[
            (Field::Ordinal, "TT", None),
            (Field::Criterion, "Tiêu chí", None),
            (Field::EvidenceCode, "Mã minh chứng", None),
            (Field::Evidence, "Tên minh chứng", None),
            (Field::Place, "Nơi lưu trữ", None),
            (Field::Collector, "Người phụ trách", None),
            (Field::Note, "Ghi chú", None),
        ],
    ),
];

const WORK: &[&str] = &[
    "Rà soát, bổ sung hồ sơ quản lý nhà trường theo đúng quy định và lưu trữ khoa học",
    "Tổ chức chuyên đề đổi mới phương pháp dạy học cho các tổ chuyên môn trong năm học",
    "Tham mưu với chính quyền địa phương đầu tư xây dựng thêm phòng học bộ môn",
    "Bồi dưỡng giáo viên về ứng dụng công nghệ thông tin trong kiểm tra, đánh giá",
    "Phối hợp với cha mẹ học sinh tổ chức các hoạt động trải nghiệm ngoài nhà trường",
    "Mua sắm thiết bị dạy học tối thiểu còn thiếu theo danh mục đã được phê duyệt",
];
const TARGETS: &[&str] = &[
    "Hồ sơ đầy đủ, sắp xếp khoa học, dễ tra cứu khi cần",
    "Có ít nhất 90% giáo viên đạt chuẩn trình độ đào tạo",
    "Bổ sung đủ phòng học bộ môn so với quy định hiện hành",
];
const LEADS: &[&str] =
    &["Hiệu trưởng, các tổ trưởng chuyên môn", "Phó Hiệu trưởng phụ trách chuyên môn", "Kế toán, nhân viên thiết bị", "Ban giám hiệu"];
const TIMES: &[&str] =
    &["Tháng 9/2023 đến tháng 5/2024", "Tháng 10/2023", "Từ 05/9/2023 đến 31/12/2023", "Trong năm học 2023-2024", "Thường xuyên"];
const COSTS: &[&str] = &["5.000.000 đồng", "Ngân sách nhà nước", "Không", "12.500.000 đồng từ nguồn xã hội hóa"];
const CONDITIONS: &[&str] = &["Sự ủng hộ của cha mẹ học sinh", "Phòng Giáo dục hỗ trợ tập huấn", "Không"];
const NOTES: &[&str] = &["", "Đã báo cáo cấp trên", "Tiếp tục năm sau"];
const STATES: &[&str] = &["Hoàn thành", "Đang thực hiện", "Chưa thực hiện"];
const PLACES: &[&str] = &["Văn phòng nhà trường", "Tổ chuyên môn", "Thư viện nhà trường"];

/// The table of a form, filled.
pub fn draft(form: usize, office: &Office, luck: &mut Luck) -> Draft {
    let (id, title, titles) = FORMS[form];
    let columns: Vec<Column> =
        titles.iter().map(|(field, title, group)| Column { field: Some(*field), title: (*title).to_owned(), group: *group }).collect();
    let year = if id.ends_with("2026") { 2026 } else { 2023 };
    let framework = office.frameworks.get(if year == 2026 { "tt57-2026-pho-thong" } else { "tt18-2018" }).expect("built in");
    let mut draft = Draft { form: id, year, title, columns, entries: Vec::new() };
    if id == "level4-2018" {
        level4(&mut draft, framework, luck);
    } else {
        criteria(&mut draft, framework, luck);
    }
    draft
}

fn level4(draft: &mut Draft, framework: &Framework, luck: &mut Luck) {
    for item in &framework.level4 {
        let met = luck.percent(60);
        let cells = vec![
            format!("Khoản {}", item.item),
            item.title.clone(),
            if met { "x".to_owned() } else { String::new() },
            if met { String::new() } else { "x".to_owned() },
        ];
        draft.entries.push(Entry::Record(Record { cells, criterion: Some(format!("M4.{}", item.item)), follows: false }));
    }
}

fn criteria(draft: &mut Draft, framework: &Framework, luck: &mut Luck) {
    let assessed = draft.form.starts_with("assessment");
    let mut standard = 0;
    let mut number = 0;
    let has_code_column = draft.at(Field::Criterion).is_some();
    let shortened = luck.percent(30);
    for info in &framework.criteria {
        let own = info.criterion.standard().expect("numbered");
        if !assessed && !luck.percent(45) && standard == own {
            continue;
        }
        if own != standard && has_code_column {
            let title = framework.standard_title(own).expect("a title");
            draft.entries.push(Entry::Heading(format!("Tiêu chuẩn {own}: {title}")));
        }
        standard = own;
        let times = if assessed { 1 } else { 1 + luck.below(5) / 3 };
        for time in 0..times {
            number += 1;
            let code = if shortened { info.criterion.to_string() } else { format!("Tiêu chí {}: {}", info.criterion, info.title) };
            let follows = time > 0;
            let mut cells: Vec<String> =
                draft.columns.iter().map(|column| filled(column.field, number, &info.criterion.to_string(), luck)).collect();
            if let Some(at) = draft.at(Field::Criterion) {
                cells[at] = if follows { String::new() } else { code };
            }
            if assessed {
                mark(draft, &mut cells, &info.levels, luck);
            }
            draft.entries.push(Entry::Record(Record { cells, criterion: has_code_column.then(|| info.criterion.to_string()), follows }));
        }
    }
}

fn mark(draft: &Draft, cells: &mut [String], levels: &std::collections::BTreeSet<u8>, luck: &mut Luck) {
    let top = luck.below(levels.len() + 1) as u8;
    for (at, column) in draft.columns.iter().enumerate() {
        cells[at] = match column.field {
            Some(Field::Unmet) if top == 0 => "x".to_owned(),
            Some(field) if field.level().is_some_and(|level| level <= top) => "x".to_owned(),
            Some(Field::Criterion) => continue,
            _ => String::new(),
        };
    }
}

fn filled(field: Option<Field>, number: usize, criterion: &str, luck: &mut Luck) -> String {
    let text = |luck: &mut Luck, these: &[&str]| (*luck.of_these(these)).to_owned();
    match field {
        Some(Field::Ordinal) => number.to_string(),
        Some(Field::Task | Field::Planned) => format!("{} lần {number}", luck.of_these(WORK)),
        Some(Field::Evidence) => format!("Biên bản họp, quyết định phân công số {number} của nhà trường"),
        Some(Field::EvidenceCode) => format!("[H1-{criterion}-{number:02}]"),
        Some(Field::Target) => text(luck, TARGETS),
        Some(Field::Lead | Field::Collector) => text(luck, LEADS),
        Some(Field::Time) => text(luck, TIMES),
        Some(Field::Start) => text(luck, &["Tháng 9/2023", "05/9/2023"]),
        Some(Field::End) => text(luck, &["Tháng 5/2024", "31/12/2023"]),
        Some(Field::Cost) => text(luck, COSTS),
        Some(Field::Conditions) => text(luck, CONDITIONS),
        Some(Field::Note) => text(luck, NOTES),
        Some(Field::Status) => text(luck, STATES),
        Some(Field::Place) => text(luck, PLACES),
        Some(Field::Adjusted) => text(luck, &["", "", "Bổ sung thêm một buổi tập huấn cho giáo viên mới"]),
        Some(Field::Done) => text(luck, &["Đã tổ chức được 2 chuyên đề cấp trường", "Đã hoàn thành đúng kế hoạch đề ra"]),
        Some(Field::Ongoing) => text(luck, &["", "Đang mua sắm thiết bị, chậm do chờ kinh phí"]),
        Some(Field::NotStarted) => text(luck, &["Không", "", "Chưa xây dựng phòng học bộ môn"]),
        Some(Field::Content) => format!("Nâng cao chất lượng công tác quản lý phần {number}"),
        Some(Field::Indicator) => text(luck, &["Số giáo viên được bồi dưỡng trong năm", "Tỷ lệ hồ sơ đầy đủ theo quy định"]),
        _ => String::new(),
    }
}
