//! A line that is no TOML in, what an officer has to write instead out: the slips of people who write Vietnamese on Windows.

use super::DAY_SHOWN;

/// What is wrong with the line, where that can be told.
pub(super) fn slip(line: &str) -> Option<String> {
    let line = line.trim();
    if line.contains(['“', '”', '„', '‘', '’']) {
        return Some(
            "dấu nháy phải là dấu nháy kép thẳng \" như trên bàn phím, không phải “ ” (Word tự đổi). Hãy sửa bằng Notepad".to_owned(),
        );
    }
    let Some((key, value)) = line.split_once('=').map(|(key, value)| (key.trim(), value.trim())) else {
        let is_word = !line.is_empty() && !line.starts_with(['#', '[']);
        return is_word.then(|| "dòng này không có dấu =. Nếu là lời giải thích, hãy thêm # ở đầu dòng".to_owned());
    };
    if value.starts_with('"') && value.contains('\\') {
        let mended = value.replace("\\\\", "/").replace('\\', "/");
        return Some(format!("trong dấu nháy kép, dấu \\ của đường dẫn phải thay bằng /. Hãy ghi {key} = {mended}"));
    }
    let value = value.split('#').next().unwrap_or_default().trim();
    if value.starts_with(['[', '{', '\'']) {
        return None;
    }
    let is_day = value.len() == 10 && value.bytes().all(|letter| letter.is_ascii_digit() || letter == b'-');
    if is_day {
        return Some(format!("không có ngày {value}; {DAY_SHOWN}"));
    }
    match (value.starts_with('"'), value.ends_with('"')) {
        _ if value.is_empty() => Some(format!("sau dấu = chưa ghi gì. Hãy ghi giá trị, hoặc thêm # ở đầu dòng để bỏ khóa \"{key}\"")),
        (true, true) if value.len() > 1 => None,
        (false, false) => Some(format!("giá trị phải nằm trong dấu nháy kép thẳng. Hãy ghi {key} = \"{value}\"")),
        _ => Some(format!("thiếu một dấu nháy kép thẳng. Hãy ghi {key} = \"{}\"", value.trim_matches('"'))),
    }
}

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn each_slip_is_told_with_the_line_as_it_should_be() {
        for (line, mended) in [
            (r#"register = "D:\cai-tien\ds.xlsx""#, r#"register = "D:/cai-tien/ds.xlsx""#),
            ("school_year = 2023-2024", "school_year = \"2023-2024\""),
            ("period = hk1  # học kỳ I", "period = \"hk1\""),
            ("as_of = 10/01/2024", "as_of = \"10/01/2024\""),
            ("name = \"Phòng GD&ĐT", "name = \"Phòng GD&ĐT\""),
            ("name = “Phòng GD&ĐT”", "nháy kép thẳng"),
            ("place =", "sau dấu = chưa ghi gì"),
            ("Đơn vị tổng hợp", "thêm # ở đầu dòng"),
        ] {
            let said = slip(line).unwrap_or_default();
            assert!(said.contains(mended), "{line}: {said}");
        }
        for line in ["[unit", "columns = { ordinal = \"A\"", "name = \"a\" \"b\"", ""] {
            assert_eq!(slip(line), None, "{line}");
        }
    }
}
