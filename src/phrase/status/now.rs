//! A text of a result in, what it says of now out: without what once was, or was in the way, and of the choices of a printed list the one that is ticked.

use crate::text::clean;

/// "Trước đây chưa có, nay đã có 2 bảng tin" → "nay đã có 2 bảng tin"; "Mặc dù thiếu kinh phí nhưng đã làm xong" → "đã làm xong".
///
/// `None` where nothing is to be taken away.
pub(super) fn now(text: &str) -> Option<String> {
    const ONCE: &[&str] = &["trước đây", "trước kia", "trước đó", "năm trước", "năm ngoái", "lúc đầu", "ban đầu", "năm học trước"];
    const LACKS: &[&str] = &["chưa", "thiếu", "còn", "không"];
    const CONCEDES: &[&str] = &["mặc dù", "tuy", "dù", "trong học kỳ i, mặc dù", "trong hki, mặc dù"];
    let written = clean(text).to_lowercase();
    if CONCEDES.iter().any(|lead| written.strip_prefix(lead).is_some_and(|rest| rest.starts_with(' ')))
        && let Some((_, said)) = written.split_once(" nhưng ")
        && said.split(' ').take(12).any(|word| word == "đã")
        && !said.split(' ').any(|word| word == "chưa")
    {
        return Some(said[said.find("đã")?..].to_owned());
    }
    if !ONCE.iter().any(|once| written.contains(once)) {
        return None;
    }
    let clauses: Vec<&str> = written.split([',', ';', '(', ')', '\n']).map(str::trim).filter(|clause| !clause.is_empty()).collect();
    let was = |clause: &str| {
        let once = ONCE.iter().any(|once| clause.starts_with(once)) && clause.split(' ').any(|word| LACKS.contains(&word));
        once && !clause.split(' ').any(|word| matches!(word, "đã" | "nay"))
    };
    let left: Vec<&str> = clauses.iter().copied().filter(|clause| !was(clause)).collect();
    (!left.is_empty() && left.len() < clauses.len()).then(|| {
        let said = left.join(", ");
        // "… sau được hội cha mẹ hỗ trợ nên đã làm xong"
        let cause = said.split_once(" nên đã ").filter(|(lead, _)| lead.starts_with("sau ")).map(|(_, done)| format!("đã {done}"));
        cause.unwrap_or(said)
    })
}

/// "[x] Hoàn thành [ ] Đang thực hiện": what is ticked; `None` where no such list stands, or not one thing is ticked.
pub(super) fn chosen(text: &str) -> Option<String> {
    const TICKED: &[&str] = &["[x]", "[X]", "(x)", "(X)", "☑", "☒", "■", "🗹", "✅"];
    const OPEN: &[&str] = &["[ ]", "( )", "[]", "()", "☐", "□", "◻"];
    let places = |boxes: &[&str]| -> Vec<(usize, usize)> {
        boxes.iter().flat_map(|sign| text.match_indices(sign).map(|(at, sign)| (at, at + sign.len()))).collect()
    };
    let (ticked, open) = (places(TICKED), places(OPEN));
    let ([(at, end)], false) = (&ticked[..], open.is_empty()) else { return None };
    let next = |from: usize| open.iter().map(|(at, _)| *at).filter(|at| *at >= from).min().unwrap_or(text.len());
    let behind = text[*end..next(*end)].trim();
    // "Hoàn thành ☑ Đang thực hiện ☐": the boxes stand behind.
    let said = if behind.is_empty()
        || !text.trim_start().starts_with(|sign: char| TICKED.iter().chain(OPEN).any(|known| known.starts_with(sign)))
    {
        let before = open.iter().map(|(_, end)| *end).filter(|end| end <= at).max().unwrap_or(0);
        text[before..*at].trim()
    } else {
        behind
    };
    said.chars().any(char::is_alphabetic).then(|| said.trim_end_matches([',', ';', '-', '/']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_once_was_is_taken_away() {
        for (text, said) in [
            ("Trước đây chưa có bảng tin, nay đã có 2 bảng tin", "nay đã có 2 bảng tin"),
            ("Đã kiện toàn đủ 11 thành viên (trước đây còn thiếu 2)", "đã kiện toàn đủ 11 thành viên"),
            ("Lúc đầu chưa đủ kinh phí, sau được hội CMHS hỗ trợ nên đã làm xong", "đã làm xong"),
            ("Mặc dù gặp khó khăn, kinh phí chưa được cấp kịp thời nhưng nhà trường đã cải tạo 12 phòng", "đã cải tạo 12 phòng"),
        ] {
            assert_eq!(now(text).as_deref(), Some(said), "{text}");
        }
        for text in [
            "Đã mua 5 máy",
            "Trước đây đã mua, còn thiếu 2 máy",
            "Trước đây chưa làm",
            "Mặc dù đã có dự toán nhưng đến nay vẫn chưa mua được máy chiếu",
            "Tuyên truyền nhưng phụ huynh đã từ chối",
        ] {
            assert_eq!(now(text), None, "{text}");
        }
    }

    #[test]
    fn of_a_printed_list_the_ticked_choice_is_said() {
        for (text, said) in [
            ("[x] Hoàn thành [ ] Đang thực hiện [ ] Chưa hoàn thành", "Hoàn thành"),
            ("( ) Hoàn thành (x) Chưa hoàn thành", "Chưa hoàn thành"),
            ("☐ Hoàn thành ☑ Đang thực hiện ☐ Chưa hoàn thành", "Đang thực hiện"),
            ("Hoàn thành ☐ Đang thực hiện ☑ Chưa ☐", "Đang thực hiện"),
        ] {
            assert_eq!(chosen(text).as_deref(), Some(said), "{text}");
        }
        for text in ["☑ Hoàn thành", "☐ Hoàn thành ☐ Chưa", "☑ Đạt ☑ Xong ☐ Chưa", "Đã mua (x) máy", "Hoàn thành"]
        {
            assert_eq!(chosen(text), None, "{text}");
        }
    }
}
