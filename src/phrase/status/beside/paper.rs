//! A paper planned, asked for, issued or granted: `Xây dựng quy chế` → `Đã ban hành tháng 11`.

use crate::phrase::status::agreed::{is_asked_for, only_agrees};
use crate::phrase::status::words::heard;
use crate::text::fold;

/// "UBND xã đồng ý chủ trương" of a plan to ask for it.
pub(super) fn is_granted(planned: &str, said: &str) -> bool {
    let clauses: Vec<String> = said.split([',', ';', '.', '\n']).map(heard).filter(|clause| !clause.is_empty()).collect();
    (is_asked_for(&heard(planned)) || draws_up_paper(planned)) && clauses.last().is_some_and(|last| only_agrees(last))
}

/// "Xây dựng kế hoạch chiến lược": a paper is done when it is approved.
pub(super) fn draws_up_paper(planned: &str) -> bool {
    const DEEDS: &[&str] = &["xay dung", "lap", "ban hanh", "soan thao", "hoan thien", "dieu chinh", "bo sung", "ra soat", "viet"];
    const PAPERS: &[&str] = &[
        "ke hoach",
        "quy che",
        "quyet dinh",
        "de an",
        "noi quy",
        "quy dinh",
        "chuong trinh",
        "van ban",
        "chien luoc",
        "phuong an",
        "phuong huong",
    ];
    let plan = heard(planned);
    let paper = DEEDS.iter().find_map(|deed| plan.strip_prefix(deed)?.strip_prefix(' '));
    paper.is_some_and(|paper| PAPERS.iter().any(|known| paper.starts_with(known)) || plan.split(' ').take(6).any(|word| word == "quy"))
}

/// "Lấy ý kiến lần 2" of a plan to draw up a paper, which does not name it.
pub(super) fn only_consults(planned: &str, said: &str) -> bool {
    const CONSULTS: &[&str] =
        &["lay y kien", "xin y kien", "gop y", "to chuc lay y kien", "to chuc gop y", "gui lay y kien", "dua ra lay y kien"];
    const OVER: &[&str] =
        &["ban hanh", "thong qua", "phe duyet", "hoan thanh", "hoan thien", "xong", "ký", "thong nhat", "100", "trien khai", "ap dung"];
    let told = heard(said);
    let own = told.strip_prefix("da ").unwrap_or(&told);
    draws_up_paper(planned)
        && !heard(planned).contains("y kien")
        && CONSULTS.iter().any(|consults| own.starts_with(consults))
        && !OVER.iter().any(|over| told.contains(over))
}

/// "Đã ban hành tháng 11" of a plan to draw up a paper.
pub(super) fn issues_paper(planned: &[&str], done: &str) -> bool {
    const PAPERS: &[&str] =
        &["ke hoach", "quy che", "quyet dinh", "de an", "noi quy", "quy dinh", "chuong trinh", "van ban", "chien luoc", "phuong an"];
    const CERTIFIED: &[&str] = &["kiem dinh", "dat chuan", "chuan quoc gia", "truong chuan", "thu vien", "cong nhan"];
    let certified = ["cap giay chung nhan", "cong nhan", "cap bang"].iter().any(|deed| fold(done).contains(deed));
    if certified && planned.iter().map(|text| fold(text)).any(|plan| CERTIFIED.iter().any(|paper| plan.contains(paper))) {
        return true;
    }
    const ISSUED: &[&str] = &["ban hanh", "phe duyet", "thong qua", "cong bo", "ky duyet", "trien khai den"];
    let done = fold(done);
    ISSUED.iter().any(|deed| done.contains(deed))
        && planned.iter().map(|text| fold(text)).any(|plan| PAPERS.iter().any(|paper| plan.contains(paper)))
}
