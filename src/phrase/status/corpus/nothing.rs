//! What says that there is nothing, and lines of dots that a template leaves to be filled in.

use super::*;

#[test]
fn nothing_is_said_in_many_ways() {
    for text in [
        "",
        " ",
        "-",
        "--",
        "–",
        "/",
        "…",
        ".....",
        "Không",
        "KHông",
        "không có",
        "Không ạ",
        "Không có.",
        "0",
        "Ko",
        "(không)",
        "_____",
        "\u{a0}",
        "\u{200b}",
        "Không có gì",
    ] {
        assert!(is_nothing(text), "{text:?}");
    }
    for text in ["x", "✓", "Không đạt", "Không đủ kinh phí", "10", "Chưa triển khai", "Khó", "a"] {
        assert!(!is_nothing(text), "{text:?}");
    }
}

#[test]
fn what_is_nothing_depends_on_the_column() {
    for (done, ongoing, not_started, expected) in [
        ("Đã sơn", "", "Không còn phòng nào", "completed"),
        ("Đã sơn", "", "kg", "completed"),
        ("Đã sơn", "Kh", "", "completed"),
        // Of what is done it says that nothing was.
        ("Không mua được máy nào", "", "", "not_started"),
        ("KH", "", "", "completed"),
    ] {
        assert_eq!(told(parse(done, ongoing, not_started)), expected, "{done} | {ongoing} | {not_started}");
    }
}

#[test]
fn a_line_of_dots_is_a_placeholder() {
    for text in [
        "…",
        ".....",
        "_____",
        "…/…/…",
        "[...]",
        ". . . .",
        "(nhà trường bổ sung)",
        "(chưa nhập)",
        "— chưa ghi —",
        "[CHƯA CÓ DỮ LIỆU - không xuất bản chính thức]",
    ] {
        assert!(is_placeholder(text), "{text:?}");
    }
    for text in ["", "-", "/", ".", "Không", "1...", "…a", "Chưa nhập", "Nhà trường bổ sung", "(chưa có)", "(Chưa nhập thiết bị)"]
    {
        assert!(!is_placeholder(text), "{text:?}");
    }
}

#[test]
fn what_is_denied_where_nothing_else_is_told_says_how_far_the_work_is() {
    for (done, ongoing, not_started, expected) in [
        ("", "Không chậm trễ", "", "in_progress"),
        ("", "Không bị chậm", "Không", "in_progress"),
        ("Đã mua đủ", "Không chậm trễ", "", "completed"),
        ("", "", "Không chậm", "no_report"),
        ("", "", "0%", "not_started"),
        ("", "0%", "", "not_started"),
        ("", "", "0", "no_report"),
        ("100%", "0%", "0%", "completed"),
        ("Không còn việc dở dang", "", "", "completed"),
        ("Không còn tồn đọng", "", "Không", "completed"),
        ("", "Không còn tồn đọng", "", "no_report"),
        ("Không còn kinh phí", "", "", "not_started"),
    ] {
        assert_eq!(told(parse(done, ongoing, not_started)), expected, "{done}|{ongoing}|{not_started}");
    }
}
