//! Lists of evidence: names of criteria among the rows, wherever they stand, and several pieces in one cell.

use super::{rules, sheet};
use crate::paper::reading;
use ctcl::reading::Reading;

/// Each piece with its criterion and its code.
fn pieces(read: &Reading) -> Vec<String> {
    let of = |row: &ctcl::model::Evidence| {
        let criterion = row.criterion.map(|criterion| criterion.to_string()).unwrap_or_default();
        format!("{criterion} {} {}", row.code.as_deref().unwrap_or("-"), row.description)
    };
    read.evidence.iter().map(of).collect()
}

#[test]
fn the_name_of_a_criterion_heads_the_rows_below_it_in_the_column_of_numbers_and_in_that_of_codes() {
    for heading in ["Tiêu chí 1.9: Thực hiện quy chế dân chủ cơ sở", "|Tiêu chí 1.9: Thực hiện quy chế dân chủ cơ sở", "|Tiêu chí 1.9"]
    {
        let read = reading(&[sheet(&[
            "DANH MỤC MÃ MINH CHỨNG",
            "TT|Mã minh chứng|Tên minh chứng|Nơi lưu trữ|Người thu thập",
            "Tiêu chí 1.2: Hội đồng trường",
            "1|[H1-1.2-01]|Quyết định thành lập hội đồng|Văn phòng|Văn thư",
            "2|[H1-1.2-02]|Sổ nghị quyết|Văn phòng|Văn thư",
            heading,
            "3|[H1-1.9-01]|Quy chế dân chủ|Văn phòng|Kế toán",
            "4||Biên bản công khai|Văn phòng|Kế toán",
        ])]);
        let known = [
            "1.2 H1-1.2-01 Quyết định thành lập hội đồng",
            "1.2 H1-1.2-02 Sổ nghị quyết",
            "1.9 H1-1.9-01 Quy chế dân chủ",
            "1.9 - Biên bản công khai",
        ];
        assert_eq!(pieces(&read), known, "{heading}: {:?}", rules(&read));
        assert!(!rules(&read).contains("R01") && !rules(&read).contains("R07"), "{heading}: {:?}", rules(&read));
    }
}

fn listed(codes: &str, pieces: &str) -> Reading {
    reading(&[sheet(&[
        "DANH MỤC MÃ MINH CHỨNG",
        "TT|Tiêu chí|Mã minh chứng|Tên minh chứng|Nơi lưu trữ|Người thu thập",
        &format!("1|Tiêu chí 1.2|{codes}|{pieces}|Văn phòng|Văn thư"),
        "2|Tiêu chí 1.9|[H1-1.9-01]|Quy chế dân chủ|Văn phòng|Kế toán",
    ])])
}

#[test]
fn pieces_of_one_cell_that_have_codes_of_their_own_are_rows_of_their_own() {
    let read = listed("", "- [H1-1.2-01] Quyết định thành lập\n- [H1-1.2-02] Sổ nghị quyết");
    let known =
        ["1.2 H1-1.2-01 [H1-1.2-01] Quyết định thành lập", "1.2 H1-1.2-02 [H1-1.2-02] Sổ nghị quyết", "1.9 H1-1.9-01 Quy chế dân chủ"];
    assert_eq!(pieces(&read), known, "{:?}", rules(&read));
    let read = listed("", "Quyết định thành lập (H1-1.2-01); Sổ nghị quyết (H1-1.2-02)");
    assert_eq!(read.evidence.len(), 3, "{:?}", pieces(&read));
    let read = listed("H1-1.2-01\nH1-1.2-02", "Quyết định thành lập\nSổ nghị quyết");
    let known = ["1.2 H1-1.2-01 Quyết định thành lập", "1.2 H1-1.2-02 Sổ nghị quyết", "1.9 H1-1.9-01 Quy chế dân chủ"];
    assert_eq!(pieces(&read), known, "{:?}", rules(&read));
    // One code for all of them, a wrapped name: one piece.
    for (codes, words) in [
        ("[H1-1.2-01]", "Quyết định thành lập;\nSổ nghị quyết"),
        ("", "[H1-1.2-01] Quyết định thành lập\nhội đồng trường"),
        ("[H1-1.2-01]\n[H1-1.2-02]", "Quyết định thành lập, sổ nghị quyết"),
    ] {
        assert_eq!(listed(codes, words).evidence.len(), 2, "{codes} {words}");
    }
}
