//! A text of a result in, whether it says that the work is done and only kept up out: `Tiếp tục duy trì`.

use super::late::says_late;
use super::words::heard;

/// Whether the work is done and only kept up: "Tiếp tục duy trì".
pub(super) fn keeps_up(ongoing: &str) -> bool {
    let folded = format!(" {} ", heard(ongoing))
        .replace(" da va dang thuc hien ", " da ")
        .replace(" da va dang trien khai ", " da ")
        .replace(" da va dang ", " da ")
        .replace(" dang duy tri ", " duy tri ")
        .replace(" dang tiep tuc duy tri ", " duy tri ")
        .replace(" duy tri dang bai ", " duy tri ")
        .replace(" dang phat huy ", " phat huy ")
        .replace(" thuong xuyen bo sung ", " thuong xuyen ")
        .replace(" dang su dung tot ", " duy tri ")
        .replace(" dang hoat dong ", " duy tri ")
        .replace(" dang vận hanh ", " duy tri ");
    // How well it goes, and no more.
    const WELL: &[&str] = &[
        "dung tien do",
        "dam bao tien do",
        "bao dam tien do",
        "dung ke hoach",
        "dang su dung",
        "dang dung",
        "hoat dong tot",
        "hoat dong on dinh",
        "hoat dong hieu qua",
        "da hoat dong on dinh",
        "da di vao hoat dong",
    ];
    // "Các tivi hoạt động tốt", "Hai bên phối hợp tốt", "Sử dụng tốt"
    const GOES_WELL: &[&str] = &[
        " hoat dong tot ",
        " hoat dong deu ",
        " hoat dong hieu qua ",
        " hoat dong on dinh ",
        " su dung tot ",
        " su dung hieu qua ",
        " su dung co hieu qua ",
        " khai thac hieu qua ",
        " khai thac co hieu qua ",
        " khai thac tot ",
        " phoi hop tot ",
        " phoi hop chat che ",
        " vận hanh tot ",
    ];
    let keeps = [
        " duy tri ",
        " phat huy ",
        " giu vung ",
        " giu gin ",
        " bao quan ",
        " bao duong ",
        " bao tri ",
        " thuong xuyen ",
        " dinh ky ",
        " hang ngay ",
        " hang tuan ",
        " hang thang ",
        " moi thang ",
        " moi tuan ",
        " hang quy ",
        " mỗi thang ",
        " mỗi tuan ",
        " mỗi quy ",
        " hang ky ",
        " mỗi ky ",
        " hang hoc ky ",
        " mỗi hoc ky ",
        " mỗi nam ",
        " theo quy che ",
        " theo quy tac ",
        " theo quy tắc ",
        " theo quy dinh ",
        " theo noi quy ",
        " deu dan ",
        " deu đặn ",
        " nghiem túc ",
        " nghiem tuc ",
    ]
    .iter()
    .any(|phrase| folded.contains(phrase))
        || WELL.contains(&folded.trim())
        || folded.split(' ').count() <= 12 && GOES_WELL.iter().any(|well| folded.ends_with(well));
    let works = [
        " khong ",
        " dang ",
        " chua ",
        " hoan thien ",
        " bo sung ",
        " vận dong ",
        " xay dung ",
        " mo rong ",
        " nhan rong ",
        " mua sam ",
        " trien khai ",
        " se ",
        " con thieu ",
        " con lai ",
        " de nghi ",
        " tham muu ",
        " chờ cap ",
        " sua chữa ",
        " tim nguon ",
    ];
    let in_use = WELL.contains(&folded.trim());
    (in_use || keeps && !works.iter().any(|phrase| folded.contains(phrase)) || is_as_needed(&folded)) && !says_late(ongoing)
}

/// "Bổ sung thuốc khi hết", "Sửa khi có hỏng hóc": what is done again whenever it is needed. "Khi có kinh phí" waits.
fn is_as_needed(folded: &str) -> bool {
    const NEEDED: &[&str] = &[
        "can",
        "hết",
        "het",
        "hong",
        "hỏng",
        "hu",
        "thieu",
        "cu",
        "co hong",
        "co hỏng",
        "bi hong",
        "bi hỏng",
        "co thay doi",
        "co thay đoi",
        "co bien dong",
        "co phat sinh",
        "phat sinh",
        "co su co",
        "co nhu cau",
        "can thiet",
        "co yeu cau",
        "xuong cap",
    ];
    const OPEN: &[&str] = &["chua", "dang", "chờ", "con", "se", "xin", "de", "kinh", "von"];
    let when = [" khi ", " neu ", " luc "].iter().find_map(|when| folded.split_once(when));
    when.is_some_and(|(deed, what)| {
        let what = what.trim_end();
        let needed = NEEDED.iter().any(|need| what == *need || what.strip_prefix(need).is_some_and(|rest| rest.starts_with(' ')));
        needed && !deed.trim().is_empty() && !folded.split(' ').any(|word| OPEN.contains(&word))
    })
}
