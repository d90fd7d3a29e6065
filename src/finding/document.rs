//! All rules as a page for people: `docs/van-de.md`.

use super::{RULES, Severity};

/// The page, written from the rules themselves; a test holds the file to it.
pub fn document() -> String {
    let mut text = String::from(
        "# Các vấn đề chương trình nêu\n\nMỗi vấn đề có một mã không đổi. Mức độ: *Lỗi* là có nội dung không đọc hoặc không tính được; *Cần xem lại* là đã đọc nhưng nên kiểm tra; *Ghi chú* là để biết.\nTrong câu, `{...}` là chỗ điền nội dung cụ thể của tệp. *Cách xử lý* là của văn phòng; *Trường làm gì* là câu ghi trong tệp trả lại (–: trường không phải làm gì nên không ghi).\n",
    );
    let groups = [
        ("F", "Tệp"),
        ("S", "Trường và danh sách trường"),
        ("K", "Bộ tiêu chuẩn"),
        ("T", "Bảng"),
        ("R", "Dòng"),
        ("C", "Ô"),
        ("X", "Giữa nhiều dòng (chỉ để xem lại, không phải kết luận)"),
    ];
    for (letter, title) in groups {
        text.push_str(&format!(
            "\n## {title}\n\n| Mã | Mức độ | Vấn đề | Câu nêu | Cách xử lý | Trường làm gì |\n|---|---|---|---|---|---|\n"
        ));
        let mut rules: Vec<_> = RULES.iter().filter(|rule| rule.id.starts_with(letter)).collect();
        rules.sort_by_key(|rule| rule.id);
        for rule in rules {
            let severity = match rule.severity {
                Severity::Error => "**Lỗi**",
                other => other.title(),
            };
            let asked = rule.for_school().unwrap_or("–".into());
            let [message, remedy, asked] = [rule.message, rule.remedy, &asked].map(cell);
            text.push_str(&format!("| {} | {severity} | {} | {message} | {remedy} | {asked} |\n", rule.id, rule.title));
        }
    }
    text
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_rule_has_an_id_of_its_own_and_says_how_to_mend() {
        let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), RULES.len());
        for rule in RULES {
            assert!(
                rule.id.len() == 3 && !rule.title.is_empty() && rule.message.ends_with(['.', '}']) && rule.remedy.ends_with('.'),
                "{rule:?}"
            );
        }
    }

    #[test]
    fn what_a_school_is_to_do_is_said_to_the_school() {
        // It neither runs the program, nor asks the school, nor knows the office's files.
        let of_the_office =
            ["hỏi lại trường", "hỏi trường", "đề nghị", "nhắc trường", "xem trường", "ctcl", "[[", "[limits]", "chạy lại", "so-nhan", "--"];
        let aside = ["Không cần", "Chỉ để"];
        for rule in RULES {
            let Some(asked) = rule.for_school() else { continue };
            let wrong = of_the_office.iter().chain(&aside).find(|words| asked.contains(**words));
            assert!(
                wrong.is_none() && asked.ends_with('.'),
                "{}: {wrong:?} is not for the school that reads \"{asked}\": write `=> \"what the school is to do.\"` behind the remedy, or `=> nobody`",
                rule.id
            );
        }
    }

    #[test]
    fn the_page_lists_every_rule() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/van-de.md");
        let page = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(page == document(), "docs/van-de.md is behind the rules: cargo run --example page -- van-de > docs/van-de.md");
    }
}
