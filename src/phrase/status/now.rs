//! A text of a result in, what it says of now out: without what once was, or was in the way, of the choices of a printed list the one that is
//! ticked, and of a printed word the answer that stands behind it.

use crate::text::clean;

/// "Trước đây chưa có, nay đã có 2 bảng tin" → "nay đã có 2 bảng tin"; "Mặc dù thiếu kinh phí nhưng đã làm xong" → "đã làm xong".
///
/// `None` where nothing is to be taken away.
pub(super) fn now(text: &str) -> Option<String> {
    const ONCE: &[&str] = &[
        "học kỳ i",
        "học kì i",
        "hki",
        "hk1",
        "trước đây",
        "trước kia",
        "trước đó",
        "năm trước",
        "năm ngoái",
        "lúc đầu",
        "ban đầu",
        "năm học trước",
    ];
    const LACKS: &[&str] = &["chưa", "thiếu", "còn", "không", "chờ", "vướng", "đợi"];
    const CONCEDES: &[&str] = &["mặc dù", "tuy", "dù", "trong học kỳ i, mặc dù", "trong hki, mặc dù"];
    let written = clean(text).to_lowercase();
    if CONCEDES.iter().any(|lead| written.strip_prefix(lead).is_some_and(|rest| rest.starts_with(' ')))
        && let Some((_, said)) = at_turn(&written)
        && said.split(' ').take(12).any(|word| word == "đã")
        && !said.split(' ').any(|word| word == "chưa")
    {
        return Some(said[said.find("đã")?..].to_owned());
    }
    // "Theo kế hoạch đến 30/11 phải khởi công, song đến nay nhà thầu chưa vào"
    if ["theo kế hoạch ", "theo dự kiến ", "kế hoạch là ", "đúng ra "].iter().any(|lead| written.starts_with(lead))
        && let Some((meant, said)) = at_turn(&written)
        && meant.split(' ').any(|word| matches!(word, "phải" | "sẽ" | "là" | "cần"))
        && !meant.contains(" đã ")
    {
        return Some(said.to_owned());
    }
    // "Không phải là chưa làm mà làm chưa xong"
    if let Some((_, said)) = written.strip_prefix("không phải ").and_then(|rest| rest.split_once(" mà ")) {
        return Some(said.strip_prefix("là ").unwrap_or(said).to_owned());
    }
    // "Chưa năm nào trường huy động đủ như năm nay: 62/62 cháu ra lớp"
    if ["chưa năm nào ", "chưa bao giờ ", "chưa khi nào "].iter().any(|lead| written.starts_with(lead))
        && [" như năm nay", " như vậy", " như thế", " như hiện nay"].iter().any(|so| written.contains(so))
    {
        let said = written.split_once(':').map_or("đạt kết quả tốt nhất", |(_, said)| said.trim());
        return Some(if said.is_empty() { "đạt kết quả tốt nhất".to_owned() } else { said.to_owned() });
    }
    // "Dự kiến 20/12/2023 xong, thực tế xong ngày 15/12/2023"
    if written.starts_with("dự kiến ")
        && let Some((_, fact)) = written.split_once("thực tế ")
        && ["xong", "đã xong", "hoàn thành", "đã hoàn thành"].iter().any(|end| fact.starts_with(end))
    {
        return Some(if fact.starts_with("đã ") { fact.to_owned() } else { format!("đã {fact}") });
    }
    // "Từ chỗ chưa có sân khấu, đến nay trường đã có sân khấu", "Họp lần 1 chưa thống nhất, lần 2 … và đã triển khai"
    let began = ["từ chỗ ", "trước đây ", "trước kia ", "ban đầu ", "lúc đầu "].iter().any(|lead| written.starts_with(lead));
    // "Website bị lỗi hồi tháng 10, nay đã khắc phục"
    let amiss = ["hoãn", " lùi", " dời", " trục trặc", " gián đoạn", " bị ", " hỏng", " hư ", " lỗi", " dột", " yêu cầu "]
        .iter()
        .any(|word| written.contains(word));
    let tail = if began {
        [", đến nay ", ", nay ", ", hiện nay "].iter().find_map(|nay| written.find(nay))
    } else if let Some(at) =
        [", đến nay đã ", ", nay đã ", ", hiện đã ", ", đã khắc phục", ", sau đó đã ", ", về sau đã ", ", sau đó nhà trường đã "]
            .iter()
            .find_map(|nay| written.find(nay))
            .filter(|_| amiss)
    {
        Some(at)
    } else {
        written.find(", lần 2 ").filter(|at| written[..*at].contains("lần 1"))
    };
    if let Some(tail) = tail.map(|at| &written[at + 2..])
        && tail.split(' ').take(14).any(|word| word == "đã" || word == "đạt")
        && !tail.split(' ').any(|word| matches!(word, "chưa" | "đang" | "thiếu"))
    {
        return Some(tail.to_owned());
    }
    // "đợt 1 tháng 9, đợt 2 tháng 12, đều đã xong", "Còn 3 phòng chưa sửa. Đến nay đã hoàn thành"
    if let Some((before, last)) = written
        .trim_end_matches(['.', ' '])
        .replace(" nhưng nay ", ", nay ")
        .replace(" nhưng đến nay ", ", đến nay ")
        .rsplit_once([',', ';', '.', '\n'])
        && (ends_in_turn(before, last.trim())
            || ends_all(last.trim())
            || ends_by_now(last.trim()) && !["chậm", "trễ", "muộn"].iter().any(|late| before.contains(late)))
    {
        return Some(last.trim().to_owned());
    }
    // "Xã chưa cấp tiền, trường ứng trước làm rồi"
    const GIVES: &[&str] = &["cấp", "duyệt", "hỗ trợ", "trả lời", "có kinh phí", "bố trí"];
    if let Some((before, last)) = written.trim_end_matches(['.', ' ']).rsplit_once(", ")
        && let Some((who, lack)) = before.split_once(" chưa ")
        && who.split(' ').count() <= 3
        && GIVES.iter().any(|gives| lack.starts_with(gives))
        && [" làm rồi", " mua rồi", " sửa rồi", " xong rồi", " làm xong", " đã làm xong", " đã mua"].iter().any(|end| last.ends_with(end))
        && !last.contains(" chưa ")
    {
        return Some("đã làm xong".to_owned());
    }
    // "Chưa hết HKI đã hoàn thành"
    if ["chưa đến ", "chưa hết ", "chưa đầy ", "chưa tới "].iter().any(|lead| written.starts_with(lead))
        && let Some(at) = written.find(" đã ").filter(|at| ["xong", "hoàn thành", "đạt"].iter().any(|end| written[*at..].contains(end)))
    {
        return Some(written[at + 1..].to_owned());
    }
    // "Còn 2 tuần mới hết hạn nhưng đã làm xong"
    if let Some((_, tail)) = written.split_once(" nhưng ")
        && ["đã làm xong", "đã hoàn thành", "đã xong", "thành công", "đã kịp"].iter().any(|end| tail.starts_with(end))
        && !["chưa", "còn", "phần", "đang", "một", "trừ", "riêng"].iter().any(|word| tail.split(' ').any(|said| said == *word))
    {
        return Some(if tail.starts_with("đã") { tail.to_owned() } else { format!("đã {tail}") });
    }
    if !ONCE.iter().any(|once| written.contains(once)) {
        return None;
    }
    let clauses: Vec<&str> = written.split([',', ';', '(', ')', '\n']).map(str::trim).filter(|clause| !clause.is_empty()).collect();
    let was = |clause: &str| {
        // "HKII chưa tới" is none of "HKI".
        let names = |once: &str| clause.strip_prefix(once).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let once = ONCE.iter().any(|once| names(once)) && clause.split(' ').any(|word| LACKS.contains(&word));
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

/// What stands before and behind the word that turns a sentence; "song song", "song ngữ" are other words.
fn at_turn(written: &str) -> Option<(&str, &str)> {
    let turned = written.split_once(" nhưng ").or_else(|| written.split_once(" tuy nhiên "));
    turned.or_else(|| {
        let (before, behind) = written.split_once(" song ")?;
        let other = before.ends_with("song") || ["song", "ngữ", "phương", "sắt", "cửa"].iter().any(|word| behind.starts_with(word));
        (!other).then_some((before, behind))
    })
}

/// "đều đã xong", "cả 2 đợt đều hoàn thành": said last, of all that was told before.
fn ends_all(clause: &str) -> bool {
    let words: Vec<&str> = clause.trim_end_matches('.').split(' ').collect();
    let all = matches!(words[0], "đều") || matches!(words[0], "cả" | "tất") && words.contains(&"đều");
    all && words.len() <= 8
        && (clause.contains("xong") || clause.contains("hoàn thành"))
        && !words.iter().any(|word| matches!(*word, "chưa" | "gần" | "mới" | "sẽ" | "phần"))
}

/// "đến nay đã hoàn thành", "hiện nay đã sửa xong hết": said last and of now, and of no part.
fn ends_by_now(clause: &str) -> bool {
    const NOW: &[&str] =
        &["đến nay ", "nay ", "hiện nay ", "hiện tại ", "đến thời điểm này ", "đến hôm nay ", "nhưng nay ", "nhưng đến nay "];
    NOW.iter().find_map(|now| clause.strip_prefix(now)).is_some_and(tells_whole_end)
}

/// "Tháng 9 chưa làm, tháng 10 đã làm xong": of one month and a later one.
fn ends_in_turn(before: &str, last: &str) -> bool {
    let month = |clause: &str| {
        let (month, said) = clause.strip_prefix("tháng ")?.split_once(' ')?;
        Some((month.parse::<u8>().ok().filter(|month| (1..=12).contains(month))?, said.to_owned()))
    };
    let (Some((_, first)), Some((_, said))) = (month(before), month(last)) else { return false };
    first.starts_with("chưa ") && !first.contains([',', ';', '.']) && tells_whole_end(&said)
}

/// "đã hoàn thành", "đã làm xong hết", "đã đủ", and no more.
fn tells_whole_end(said: &str) -> bool {
    const AROUND: &[&str] = &[
        "thì", "đều", "cũng", "được", "làm", "thực", "hiện", "triển", "khai", "sửa", "hết", "toàn", "bộ", "đầy", "đủ", "tất", "cả", "các",
        "nội", "dung", "công", "việc", "nốt", "phần", "còn", "lại", "100%", "rồi",
    ];
    let said = said.replace("hoàn thành", "xong").replace("hoàn tất", "xong");
    let words: Vec<&str> = said.split_whitespace().collect();
    // "phần" alone, or "còn" without "lại", is no whole.
    let rest = words.contains(&"phần") || words.contains(&"còn");
    words.contains(&"đã")
        && (words.contains(&"xong") || matches!(&words[..], ["đã", "đủ"] | ["đã", "đầy", "đủ"]))
        && words.iter().all(|word| matches!(*word, "đã" | "xong") || AROUND.contains(word))
        && (!rest || said.contains("phần còn lại"))
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

/// "Hoàn thành: Không" → "Chưa hoàn thành", "Hoàn thành: 70" → "Hoàn thành 70%"; "Hoàn thành: …" says nothing.
///
/// `None` where no such answer stands, or it only affirms.
pub(super) fn answered(text: &str) -> Option<String> {
    const ASKED: &[&str] =
        &["đạt", "hoàn thành", "đã hoàn thành", "xong", "đã xong", "thực hiện", "đã thực hiện", "triển khai", "đã triển khai"];
    const DENIED: &[&str] =
        &["không đạt", "chưa đạt", "không xong", "chưa xong", "không", "chưa", "ko", "k", "0", "0%", "☐", "[ ]", "[]", "( )", "()", "□"];
    let written = clean(text).to_lowercase();
    let (asked, answer) = ASKED.iter().find_map(|asked| Some((*asked, written.strip_prefix(asked)?)))?;
    let apart = answer.starts_with([':', '?', '(', '[', '☐', '□', ' ']);
    let answer = answer.trim_start_matches([':', '?', ' ']).trim();
    if !apart || answer.is_empty() {
        return None;
    }
    let bare = answer.trim_matches(['(', ')', '.', ' ']);
    let work = asked.strip_prefix("đã ").unwrap_or(asked);
    // "Đạt không cao" and "thực hiện không đầy đủ" say how.
    let asks = written[asked.len()..].starts_with([':', '?', '(', '[', '☐', '□']) || written[asked.len()..].starts_with(" (");
    if !asks && !matches!(answer, "☐" | "[ ]" | "[]" | "( )" | "()" | "□") && !bare.starts_with("được ") {
        return None;
    }
    if DENIED.contains(&answer) || matches!(bare, "không" | "chưa" | "0") && answer.len() <= bare.len() + 2 {
        return Some(format!("chưa {work}"));
    }
    if answer.chars().all(|sign| matches!(sign, '.' | '…' | '_' | '-')) {
        return Some(String::new());
    }
    let share = bare.strip_prefix("được ").unwrap_or(bare);
    let bracketed = answer.starts_with('(') || written.contains(':') || bare.starts_with("được ");
    (bracketed && share.parse::<u8>().is_ok_and(|share| (1..100).contains(&share))).then(|| format!("{work} {share}%"))
}

/// "Hổng có làm" → "không có làm", "đâng làm" → "đang làm": as people speak, and slips that look like other words.
pub(super) fn spoken(text: &str) -> Option<String> {
    const SAID: &[(&str, &str)] = &[
        ("hổng", "không"),
        ("hông", "không"),
        ("hõng", "không"),
        ("khum", "không"),
        ("đâng", "đang"),
        ("đag", "đang"),
        ("chư", "chưa"),
        ("chửa", "chưa"),
        ("chẳng", "không"),
        ("đương", "đang"),
    ];
    let first = text.trim_start().split(' ').next()?.to_lowercase();
    let (_, meant) = SAID.iter().find(|(said, _)| *said == first)?;
    let rest = &text.trim_start()[first.len()..];
    // "Chửa" alone may be a pregnancy; "chẳng hạn" gives an example.
    (!rest.is_empty() && !rest.starts_with(" hạn")).then(|| format!("{meant}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_once_was_is_taken_away() {
        for (text, said) in [
            ("Trước đây chưa có bảng tin, nay đã có 2 bảng tin", "nay đã có 2 bảng tin"),
            ("Đã kiện toàn đủ 11 thành viên (trước đây còn thiếu 2)", "đã kiện toàn đủ 11 thành viên"),
            ("Không phải là chưa làm mà làm chưa xong", "làm chưa xong"),
            ("Website bị lỗi hồi tháng 10, nay đã khắc phục", "nay đã khắc phục"),
            ("Lúc đầu chưa đủ kinh phí, sau được hội CMHS hỗ trợ nên đã làm xong", "đã làm xong"),
            ("Theo kế hoạch tháng 11 phải khởi công, song đến nay nhà thầu chưa vào", "đến nay nhà thầu chưa vào"),
            ("Tuy có khó khăn về thời gian song tổ đã hoàn thành đủ 4 buổi", "đã hoàn thành đủ 4 buổi"),
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
    fn the_answer_behind_a_printed_word_is_said() {
        for (text, said) in [
            ("Hoàn thành: Không", "chưa hoàn thành"),
            ("Đã hoàn thành: 0", "chưa hoàn thành"),
            ("Hoàn thành ☐", "chưa hoàn thành"),
            ("Hoàn thành ( )", "chưa hoàn thành"),
            ("Hoàn thành (70)", "hoàn thành 70%"),
            ("Hoàn thành được 60", "hoàn thành 60%"),
            ("Hoàn thành: ...", ""),
        ] {
            assert_eq!(answered(text).as_deref(), Some(said), "{text}");
        }
        for text in [
            "Hoàn thành",
            "Hoàn thành: x",
            "Hoàn thành 5 phòng",
            "Hoàn thành: Có",
            "Thực hiện không đầy đủ",
            "Xong 100",
            "Hoàn thành (100)",
        ] {
            assert_eq!(answered(text), None, "{text}");
        }
        assert_eq!(spoken("Hổng có làm").as_deref(), Some("không có làm"));
        assert_eq!(spoken("Hỏng 2 máy"), None);
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
