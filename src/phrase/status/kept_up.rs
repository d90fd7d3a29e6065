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
        " vận hanh on dinh ",
        " chay on dinh ",
    ];
    let keeps = [
        " duy tri ",
        " phat huy ",
        " giu vung ",
        " giu gin ",
        " bao quan ",
        " bao duong ",
        " bao tri ",
        " bao hanh ",
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
        " theo dung quy che ",
        " theo dung quy dinh ",
        " theo dung noi quy ",
        " deu dan ",
        " deu đặn ",
        " nghiem túc ",
        " nghiem tuc ",
    ]
    .iter()
    .any(|phrase| folded.contains(phrase))
        || WELL.contains(&folded.trim())
        || folded.split(' ').count() <= 6 && folded.ends_with(" deu ")
        || is_care_of_plants(folded.trim())
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
    let heard = heard(ongoing);
    // "Ôn mỗi tuần 3 buổi", "Đang vận hành thử": what the work is, and not yet that it serves.
    let teaches = ["on ", "luyen ", "boi duong ", "phu dao ", "day "].iter().any(|deed| heard.starts_with(deed)) && heard.contains("mỗi ");
    if teaches || ["vận hanh thu", "chay thu"].iter().any(|trial| heard.contains(trial)) {
        return false;
    }
    let in_use = WELL.contains(&folded.trim());
    (in_use || is_entrusted(&folded) || keeps && !works.iter().any(|phrase| folded.contains(phrase)) || is_as_needed(&folded))
        && !says_late(ongoing)
}

/// "Chăm bón", "Tưới cây": of what was planted.
fn is_care_of_plants(folded: &str) -> bool {
    const CARES: &[&str] =
        &["chăm bon", "cham bon", "chăm soc cay", "cham soc cay", "tuoi cay", "tuoi nuoc", "cat tia", "tia canh", "lam co"];
    folded.split(' ').count() <= 5
        && CARES.iter().any(|care| folded.strip_prefix(care).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// "Giao lớp 4A chăm sóc": who looks after what is done. "Giao nhà thầu thi công" goes on.
fn is_entrusted(folded: &str) -> bool {
    const CARES: &[&str] =
        &["chăm soc", "cham soc", "quan ly", "bao quan", "trong coi", "trông coi", "su dung", "giu gin", "ve sinh", "tuoi", "theo doi"];
    let said = folded.trim();
    said.split(' ').count() <= 8
        && ["giao ", "giao cho ", "ban giao "].iter().any(|lead| said.starts_with(lead))
        && CARES.iter().any(|care| said.ends_with(&format!(" {care}")))
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
        let needed =
            what == "co" || NEEDED.iter().any(|need| what == *need || what.strip_prefix(need).is_some_and(|rest| rest.starts_with(' ')));
        needed && !deed.trim().is_empty() && !folded.split(' ').any(|word| OPEN.contains(&word))
    })
}

/// "98,5%" that is only kept up.
pub(super) fn is_rate_kept(done: &str, ongoing: &str) -> bool {
    const KEPT: &[&str] = &["duy tri", "tiep tuc duy tri", "giu vung", "tiep tuc giu vung"];
    let share = done.trim().strip_suffix('%').map(|share| share.trim().replace(',', "."));
    let kept = heard(ongoing);
    share.is_some_and(|share| share.parse::<f64>().is_ok_and(|share| (50.0..100.0).contains(&share)))
        && KEPT.iter().any(|keeps| kept.strip_prefix(keeps).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        && keeps_up(ongoing)
}
