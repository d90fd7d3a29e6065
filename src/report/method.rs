//! Every file that was given, with its hash and state, and what each figure means: sheet *Nguồn và cách tính*.

use super::basis::{Basis, is_beyond_formulas};
use super::{page, wording};
use crate::model::{State, Submission};
use crate::table::{Block, Cell, Column, Row, Sheet, Table, Tone};

pub const NAME: &str = "Nguồn và cách tính";

pub fn sheet(basis: &Basis) -> Sheet {
    let submissions = &basis.source.reading.submissions;
    let used = submissions.iter().filter(|submission| submission.state == State::Accepted).count();
    let counted =
        format!("{} tệp đã nhận, {} tệp được dùng; mỗi tệp có một trạng thái", wording::count(submissions.len()), wording::count(used));
    let mut sheet = basis.sheet(NAME, "Nguồn số liệu và cách tính", &[&counted]);
    sheet.blocks.push(page::heading("1. Cách tính"));
    sheet.blocks.push(Block::Table(definitions(basis)));
    // The list of files is long: its titles are printed on every page where it stands last.
    if !basis.source.provenance.is_empty() {
        sheet.blocks.push(page::heading("2. Dấu của dữ liệu"));
        sheet.blocks.push(page::muted(
            "Sổ này mang theo dữ liệu để cấp trên gộp; chương trình so với dấu dưới đây và từ chối trang Dữ liệu đã bị sửa",
        ));
        sheet.blocks.push(Block::Table(provenance(&basis.source.provenance)));
    }
    let number = if basis.source.provenance.is_empty() { 2 } else { 3 };
    sheet.blocks.push(page::heading(format!("{number}. Tệp nguồn")));
    if submissions.is_empty() {
        sheet.blocks.push(page::note("Không có tệp nào."));
    } else {
        sheet.freeze = Some(sheet.blocks.len());
        sheet.blocks.push(Block::Table(files(basis)));
    }
    sheet
}

/// Each figure in two lines: what it counts, over what.
fn definitions(basis: &Basis) -> Table {
    let day = wording::date(basis.as_of());
    let options = &basis.source.options;
    let targets = basis
        .frameworks()
        .into_iter()
        .map(|framework| format!("{}: {}", basis.framework_name(framework), wording::level((basis.source.target_level)(framework))))
        .collect::<Vec<_>>()
        .join("; ");
    let formulas = if is_beyond_formulas(basis.source) {
        let most = wording::count(options.formula_rows.min(page::table_rows(options.sheet_rows)));
        format!("Dữ liệu có hơn {most} dòng: các trang ghi giá trị đã tính, không dùng công thức.")
    } else {
        "Số ở các trang từ Tổng quan đến Việc quá hạn là công thức trên các trang dữ liệu, Tình hình nộp và Theo trường. Số trường bị ảnh hưởng, có việc quá hạn và tỷ lệ của chúng, danh sách, câu chữ và các trang còn lại là giá trị đã tính.".to_owned()
    };
    let texts = [
        ("Nộp báo cáo", "Đã nộp: có ít nhất một tệp đọc được. Đúng hạn hay trễ hạn theo ngày nhận của biểu đến sau cùng; bản sửa không làm trễ bản đầu. Không rõ ngày nhận thì tính là đúng hạn.".to_owned()),
        ("Chưa nộp, không đọc được", "Chưa nộp: không có tệp nào của trường. Không đọc được: có tệp nhưng không tệp nào đọc được. Cả hai không phải là không đạt và không nằm trong mẫu số nào về mức đạt.".to_owned()),
        ("Đạt tiêu chí ở một mức", "Số trường đạt ÷ số trường đã đánh giá tiêu chí ở mức đó. Tiêu chí không có Mức 3 không được tính ở Mức 3. Nhiều dòng khác nhau cho cùng một tiêu chí: chỉ tính đạt khi không dòng nào ghi không đạt.".to_owned()),
        ("Mức của trường", "Theo quy tắc của bộ tiêu chuẩn mà trường áp dụng. Tiêu chí chưa đánh giá làm kết quả chưa chắc thì ghi Chưa đủ dữ liệu. Không dùng để xếp hạng trường.".to_owned()),
        ("Công việc", "Mỗi dòng kế hoạch của một trường là một việc, ghép với dòng kết quả tương ứng; dòng kết quả không có trong kế hoạch cũng là một việc. Tình trạng theo nội dung trường ghi ở các cột kết quả.".to_owned()),
        ("Quá hạn", format!("Chưa hoàn thành và hạn trước ngày {day}. Chắc chắn: hạn ghi rõ và trường có báo cáo tình trạng. Có thể: hạn suy đoán, sửa lỗi, gần đúng, hoặc trường chưa báo cáo. Không có hạn: không tính là quá hạn.")),
        ("Sắp đến hạn", format!("Chưa hoàn thành, hạn trong {} ngày kể từ ngày {day}.", options.due_soon_days)),
        ("Trường bị ảnh hưởng bởi một tiêu chí", format!("Chưa đạt tiêu chí ở mức mục tiêu trở xuống, hoặc có việc chắc chắn quá hạn ở tiêu chí đó; mỗi trường một lần. Mức mục tiêu: {targets}.")),
        ("Tiêu chí chậm", "Xếp theo tỷ lệ trường bị ảnh hưởng ÷ số trường đã báo cáo của bộ tiêu chuẩn, rồi theo số trường bị ảnh hưởng, rồi theo bộ tiêu chuẩn và tiêu chí.".to_owned()),
        ("Kinh phí", "Cộng các số tiền ghi là tổng, quy về đồng. Khoảng tiền lấy mức cao. Đơn giá, nguồn không kèm số tiền, \"theo thực tế\" không được cộng mà liệt kê riêng.".to_owned()),
        ("Công nhận", format!("Theo danh sách trường; có giá trị 5 năm kể từ ngày công nhận; đánh dấu khi còn không quá {} ngày.", options.expiring_days)),
        ("Tỷ lệ", "Luôn là số phần ÷ số toàn thể của đúng phạm vi đó, không lấy trung bình các tỷ lệ; tử số và mẫu số đứng cạnh tỷ lệ.".to_owned()),
        ("Công thức", formulas),
    ];
    let rows = texts
        .into_iter()
        .enumerate()
        .map(|(index, (term, text))| page::row(vec![Cell::count(index + 1), Cell::text(term), Cell::text(text)]))
        .collect();
    Table {
        id: "definitions".to_owned(),
        columns: vec![Column::centred("TT", 5.0), Column::text("Số liệu", 36.0), Column::text("Cách tính", 108.0)],
        rows,
        filter: false,
    }
}

fn files(basis: &Basis) -> Table {
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Tệp", 36.0),
        Column::text("Trường", 36.0),
        Column::text("Biểu đọc được", 26.0),
        Column::centred("Ngày nhận", 12.0),
        Column::text("Căn cứ ngày nhận", 16.0),
        Column::text("Trạng thái", 18.0),
        Column::text("Mã kiểm tra SHA-256", 36.0),
    ];
    let mut submissions: Vec<&Submission> = basis.source.reading.submissions.iter().collect();
    submissions.sort_by(|a, b| a.file.cmp(&b.file));
    let rows: Vec<Row> =
        submissions.into_iter().enumerate().map(|(index, submission)| page::row(file(basis, submission, index + 1))).collect();
    Table { id: "submissions".to_owned(), columns, rows, filter: true }
}

fn file(basis: &Basis, submission: &Submission, number: usize) -> Vec<Cell> {
    let schools = submission.school_ids.iter().map(|id| basis.name(id)).collect::<Vec<_>>().join(", ");
    let forms = submission.forms.iter().map(|form| form.title()).collect::<Vec<_>>().join(", ");
    vec![
        Cell::count(number),
        Cell::text(submission.file.as_ref()),
        Cell::text(schools),
        Cell::text(forms),
        Cell::date(submission.received_on),
        Cell::text(wording::received_from(submission.received_from)),
        Cell::text(wording::state(submission.state)).tone(state_tone(submission.state)),
        Cell::text(&submission.sha256).tone(Tone::Muted),
    ]
}

fn provenance(lines: &[(String, String)]) -> Table {
    let rows =
        lines.iter().enumerate().map(|(index, (what, text))| page::row(vec![Cell::count(index + 1), Cell::text(what), Cell::text(text)]));
    Table {
        id: "provenance".to_owned(),
        columns: vec![Column::centred("TT", 5.0), Column::text("Mục", 36.0), Column::text("Nội dung", 108.0)],
        rows: rows.collect(),
        filter: false,
    }
}

fn state_tone(state: State) -> Tone {
    match state {
        State::Accepted => Tone::Good,
        State::Superseded | State::Duplicate => Tone::Muted,
        State::Rejected => Tone::Bad,
    }
}
