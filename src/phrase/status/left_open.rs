//! The clauses of a text of a result in, whether one of them says that something of the work is under way or missing out: `Đã mua 5 máy, còn thiếu 5`.

use super::denied::is_well;
use super::parts::PEOPLE;
use super::words::heard;
use crate::text::clean;

/// "đang làm hồ sơ quyết toán", "chỉ chờ khánh thành": what goes on when the work is done.
pub(super) fn is_afterwards(clause: &str) -> bool {
    const AFTER: &[&str] = &["quyet toan", "thanh toan", "gắn biển", "gan bien", "khanh thanh", "bao hanh"];
    ["dang ", "chờ ", "chỉ chờ ", "hien dang "].iter().any(|lead| clause.starts_with(lead))
        && AFTER.iter().any(|after| clause.contains(after))
}

/// "bước 2", "nội dung 3", "tầng 2".
fn is_of_part(clause: &str) -> bool {
    const PARTS: &[&str] =
        &["buoc ", "dot ", "giai doan ", "phan ", "noi dung ", "tang ", "khoi ", "lop ", "phong ", "hang muc ", "nhom ", "chuyên de "];
    let label = |label: &str| label.parse::<u8>().is_ok() || matches!(label, "i" | "ii" | "iii" | "a" | "b" | "c");
    PARTS.iter().any(|part| clause.strip_prefix(part).and_then(|rest| rest.split(' ').next()).is_some_and(label))
}

/// Whether a clause says that something of the work is under way or missing: `Đã mua 5 máy, còn thiếu 5`.
///
/// Only what begins a clause counts: "phụ đạo học sinh chưa hoàn thành" is no work undone.
pub(super) fn is_left_open(text: &str) -> bool {
    const LEADS: &[&str] = &["hien nay ", "hien tai ", "hien ", "nhung ", "tuy nhien ", "song ", "va ", "van ", "rieng "];
    // What goes on after the work is done, and what is well although "chưa" says it.
    const WELL: &[&str] = &[
        "dang duy tri",
        "dang su dung",
        "dang dung",
        "dang chay",
        "dang phat huy",
        "dang hoat dong",
        "dang vận hanh",
        "dang khai thac",
        "chua xay ra",
        "chua để xay ra",
        "chua phat hien",
        "chua co truong hop",
        "chua phat sinh",
        "chua cao",
        "chua tot",
        "chua that su",
        "chua hieu qua",
        "chua dat hieu qua",
        "chua ke",
        "chua tinh",
        "chua bao gom",
        "chua su dung het",
        "chua dung het",
        "chua dung den",
        "dang bao hanh",
        "chua den han",
        "chua het han",
        "chua co kinh nghiem",
        // Of what was bought or built.
        "chua thanh toan",
        "chua quyet toan",
        "chờ thanh toan",
        "chờ quyet toan",
        "dang lam ho so quyet toan",
        "dang lam thu tuc quyet toan",
        "dang lam thu tuc thanh toan",
        "dang lam ho so thanh toan",
        "dang hoan thien ho so quyet toan",
        "dang quyet toan",
        "dang thanh toan",
        "chờ gắn biển",
        "chờ gan bien",
        "chờ khanh thanh",
    ];
    // "Đã lập tờ trình, chờ phê duyệt"; "cho" without its mark is "for".
    const WAITS: &[&str] = &["chờ phe duyet", "chờ duyet", "chờ kinh phi", "chờ cap", "chờ y kien", "chờ nghiem thu", "chờ tham dinh"];
    let text = clean(text)
        .to_lowercase()
        .replace(" nhưng ", "; ")
        .replace(" chứ chưa ", "; chưa ")
        .replace(" nhung ", "; ")
        .replace(" mà ", "; ")
        .replace(" tuy nhiên", "; ")
        .replace(" song chưa", "; chưa")
        .replace(" song còn", "; còn")
        .replace(" song vẫn", "; vẫn")
        .replace(" và đang ", "; đang ")
        .replace(" và sẽ ", "; sẽ ")
        .replace(": ", "; ")
        .replace('+', "; ")
        .replace(" - ", "; ")
        .replace(" – ", "; ");
    text.split([',', ';', '.', '\n', '(', ')']).any(|written| {
        let folded = heard(written);
        let mut clause = folded.as_str();
        while let Some(rest) = LEADS.iter().find_map(|lead| clause.strip_prefix(lead)) {
            clause = rest;
        }
        let missing = clause.strip_prefix("con ").is_some_and(|rest| {
            rest.starts_with(|letter: char| letter.is_ascii_digit())
                || ["thieu", "lai ", "chua", "dang", "mot so", "mot phan", "phan ", "khau ", "viec ", "chờ "]
                    .iter()
                    .any(|word| rest.starts_with(word))
        });
        // "còn lớp nhà trẻ D2 đang làm", "riêng khối 9 thì chưa"
        let but = ["con ", "rieng "].iter().find_map(|lead| folded.strip_prefix(lead)).map(|rest| rest.split(' ').collect::<Vec<_>>());
        let missing = missing
            || but.is_some_and(|words| {
                (1..words.len().min(7)).any(|at| matches!(words[at], "dang" | "chua" | "chờ") && !PEOPLE.contains(&words[at - 1]))
            });
        // "2 phòng còn lại đang sửa", "số còn lại sẽ sửa trong hè".
        let rest = clause.find("con lai ").map(|at| &clause[at + "con lai ".len()..]);
        // "2 bộ còn lại mua trong HKII"
        const LATER: &[&str] = &[" hkii", " hk2", " hoc ky ii", " hoc ky 2", " nam sau", " nam hoc sau", " trong he", " vao he", " dip he"];
        let later = rest.is_some_and(|rest| LATER.iter().any(|when| rest.ends_with(when)) && !rest.contains("da "));
        // "bước 2 làm trong HKII"
        let next = is_of_part(clause)
            && LATER.iter().any(|when| clause.ends_with(when))
            && !clause.split(' ').any(|word| matches!(word, "da" | "xong"));
        let missing = missing
            || later
            || next
            || rest.is_some_and(|rest| ["dang ", "se ", "chua ", "chờ ", "đợi "].iter().any(|word| rest.starts_with(word)));
        // "học kỳ II tiếp tục"
        let missing = missing
            || ["hkii ", "hk2 ", "hoc ky ii ", "hoc ky 2 ", "nam sau "].iter().any(|when| {
                clause
                    .strip_prefix(when)
                    .is_some_and(|rest| matches!(rest, "tiep tuc" | "lam tiep" | "tiep tuc lam" | "tiep tuc thuc hien"))
            });
        let short = ["chua day du", "chua du"].iter().any(|words| clause.ends_with(words));
        let goes_on = ["tiep tuc thuc hien", "tiep tuc trien khai", "tiep tuc hoan thien", "tiep tuc bo sung"]
            .iter()
            .any(|words| clause.starts_with(words));
        let waits = WAITS.iter().any(|words| clause.starts_with(words))
            || ["chờ ", "đợi "].iter().any(|word| written.trim_start().starts_with(word));
        // "Đã lên kế hoạch, sẽ thực hiện trong HKII"; "sẽ duy trì" is said of what is done.
        let keeps = ["duy tri", "phat huy", "tiep tuc duy tri", "tiep tuc phat huy", "duoc duy tri", "nhan rong", "bao quan", "su dung"];
        let to_come = written.trim_start().starts_with("sẽ ")
            && !keeps.iter().any(|words| clause.strip_prefix("se ").is_some_and(|rest| rest.starts_with(words)));
        let open = clause == "chua" || clause == "dang" || ["dang ", "chua "].iter().any(|word| clause.starts_with(word));
        (open || missing || short || waits || to_come || goes_on)
            && !is_afterwards(clause)
            && !WELL.iter().any(|words| clause == *words || clause.strip_prefix(words).is_some_and(|rest| rest.starts_with(' ')))
            && !clause.strip_prefix("chua ").is_some_and(is_well)
    })
}
