//! A story in, the forms of 2026 out: Biểu 2 with its parts IV, V and VI, and the self-assessment.

use ctcl::model::{FormKind, Status};

use crate::catalogue::Catalogue;
use crate::draft::{Head, Role, Row, Table, Value};
use crate::form::{Habit, first_of};
use crate::story::{Deed, Story};

/// Part IV: it alone names the criterion of each problem.
pub fn problems(story: &Story, catalogue: &Catalogue) -> Table {
    let rows = numbered(story, |deed| {
        let criterion = deed.criterion.expect("every piece of work of 2026 has its criterion");
        let standard = criterion.standard().unwrap_or(0);
        vec![
            Value::text(format!("Tiêu chuẩn {standard}")),
            Value::text(format!("Tiêu chí {criterion}")),
            Value::text(format!("{}: còn nội dung chưa bảo đảm", catalogue.title(criterion))),
            Value::text(weakness(deed)),
            Value::text("Nguồn lực còn hạn chế, phối hợp chưa kịp thời"),
        ]
    });
    Table {
        form: FormKind::Problems,
        above: vec!["IV. PHÂN TÍCH HẠN CHẾ VÀ NGUYÊN NHÂN".to_owned()],
        head: vec![Head::row(&[
            "TT",
            "Tiêu chuẩn",
            "Tiêu chí liên quan (nếu có)",
            "Đánh giá hiện trạng",
            "Điểm hạn chế",
            "Nguyên nhân của hạn chế",
        ])],
        rows,
        below: Vec::new(),
        widths: vec![5.0, 24.0, 24.0, 28.0, 24.0, 20.0],
        headless: false,
    }
}

/// Part V. `codes` even: the criterion stands in the text; odd: the words of part IV return under the same number.
pub fn plan_of_10(story: &Story, habit: Habit, catalogue: &Catalogue) -> Table {
    let rows = numbered(story, |deed| {
        let content = match deed.criterion {
            Some(criterion) if habit.codes.is_multiple_of(2) => format!("Tiêu chí {criterion}: {}", catalogue.title(criterion)),
            _ => weakness(deed),
        };
        vec![
            Value::text(content),
            Value::text(&deed.target),
            Value::text(&deed.task),
            Value::text(&deed.indicator),
            Value::text(&deed.time.text),
            Value::text(&deed.lead),
            deed.money.number.map_or_else(|| Value::text(&deed.money.text), Value::Number),
            Value::text(&deed.evidence),
            Value::text(&deed.done),
        ]
    });
    let head = vec![Head::row(&[
        "TT",
        "Nội dung cải tiến",
        "Mục tiêu cải tiến",
        "Hoạt động/giải pháp",
        "Chỉ số đánh giá kết quả",
        "Thời gian thực hiện",
        "Đơn vị/cá nhân phụ trách",
        "Nguồn lực bảo đảm",
        "Thông tin, dữ liệu hoặc minh chứng dự kiến",
        "Mức độ thực hiện (Hoàn thành/ Đang thực hiện/ Chưa hoàn thành)",
    ])];
    Table {
        form: FormKind::Plan,
        above: vec!["V. KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG".to_owned()],
        head,
        rows,
        below: Vec::new(),
        widths: vec![5.0, 24.0, 24.0, 28.0, 24.0, 20.0, 18.0, 18.0, 24.0, 18.0],
        headless: false,
    }
}

/// Part VI.
pub fn follow_up(story: &Story) -> Table {
    let completed = story.deeds.iter().filter(|deed| deed.status == Status::Completed).count();
    let outcome = format!("Hoàn thành {completed}/{} nội dung", story.deeds.len());
    let row = |cells: [&str; 5]| Row::new(Role::Body(None), cells.iter().map(|text| Value::text(*text)).collect());
    Table {
        form: FormKind::FollowUp,
        above: vec!["VI. THEO DÕI, ĐÁNH GIÁ VIỆC THỰC HIỆN".to_owned()],
        head: vec![Head::row(&["Thời điểm", "Nội dung theo dõi", "Kết quả thực hiện", "Điều chỉnh (nếu có)", "Người đánh giá"])],
        rows: vec![
            row(["Cuối học kỳ I", "Tiến độ các hoạt động cải tiến", &outcome, "Không", "Phó hiệu trưởng"]),
            row(["Cuối năm học", "Kết quả các mục tiêu cải tiến", "", "", "Hiệu trưởng"]),
        ],
        below: Vec::new(),
        widths: vec![16.0, 28.0, 28.0, 24.0, 20.0],
        headless: false,
    }
}

pub fn assessment(story: &Story, habit: Habit, catalogue: &Catalogue) -> Table {
    let head = vec![Head::row(&["Tiêu chuẩn, Tiêu chí", "Không đạt Mức 1", "Đạt", "<"]), Head::row(&["^", "^", "Mức 1", "Mức 2"])];
    let mut rows = Vec::new();
    let mut standard = None;
    let mut counts = [0_u32; 3];
    for verdict in &story.verdicts {
        let own = verdict.criterion.standard();
        if own != standard {
            let number = own.unwrap_or(0);
            rows.push(Row::new(
                Role::Standard(number),
                first_of(4, 0, &format!("Tiêu chuẩn {number}. {}", catalogue.standard_title(number))),
            ));
        }
        standard = own;
        let reached = verdict.reached;
        let marks = [reached == Some(0), if habit.highest_only { reached == Some(1) } else { reached >= Some(1) }, reached >= Some(2)];
        let mut cells = vec![Value::text(format!("Tiêu chí {}. {}", verdict.criterion, catalogue.title(verdict.criterion)))];
        for (count, marked) in counts.iter_mut().zip(marks) {
            *count += u32::from(marked);
            cells.push(Value::text(if marked { "×" } else { "" }));
        }
        rows.push(Row::new(Role::Body(Some(verdict.criterion)), cells));
    }
    let mut sum = vec![Value::text("Cộng chung")];
    sum.extend(counts.map(|count| Value::Number(f64::from(count))));
    rows.push(Row::new(Role::Total, sum));
    Table {
        form: FormKind::Assessment,
        above: Vec::new(),
        head,
        rows,
        below: Vec::new(),
        widths: vec![70.0, 14.0, 12.0, 12.0],
        headless: false,
    }
}

/// The three words of the form.
pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::Completed => "Hoàn thành",
        Status::InProgress => "Đang thực hiện",
        Status::NotStarted => "Chưa hoàn thành",
        Status::NoReport => "",
    }
}

fn weakness(deed: &Deed) -> String {
    format!("Chưa bảo đảm: {}", deed.target)
}

fn numbered(story: &Story, cells: impl Fn(&Deed) -> Vec<Value>) -> Vec<Row> {
    let row = |(at, deed): (usize, &Deed)| {
        let mut all = vec![Value::Number((at + 1) as f64)];
        all.extend(cells(deed));
        Row::new(Role::Body(deed.criterion), all)
    };
    story.deeds.iter().enumerate().map(row).collect()
}
