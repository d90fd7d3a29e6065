//! A line of a letterhead or a cell in, the school it names out: `TRƯỜNG THCS TÔN THẤT TÙNG` is Thcs, "Tôn Thất Tùng".

mod letterhead;
mod lexicon;
mod name;
mod slips;
mod sorts;

use self::letterhead::{behind_campus, cut_state, is_second_half, unbroken};
use self::lexicon::{BOARDING, LEVELS, Level, SORTS};
use self::name::{counts_schools, is_higher, proper};
use self::sorts::{is_called_chuyen, is_special, of_peoples};
use crate::model::SchoolKind;
use crate::text::memory::Memory;
use crate::text::{clean, fold, is_vietnamese_syllable};

/// What a text says of a school. Neither kind nor name where it names none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchoolPhrase {
    pub kind: Option<SchoolKind>,
    /// In title case where it stood in capitals, else as it is written.
    pub name: Option<String>,
    /// The kind as it is written, folded and shortened: `th-thcs`, `ptdtbt-thcs`.
    pub short: Option<String>,
    /// "TT" stands before the name: a town, or a private school.
    pub of_town: bool,
    /// It says that nobody of the state runs the school: "MNTT", "tư thục", "dân lập".
    pub private: bool,
}

impl SchoolPhrase {
    /// The id of a school that has no code: `thcs-ton-that-tung`, `th-thcs-hoa-sen`.
    pub fn id(&self) -> Option<String> {
        let name = self.name.as_deref()?;
        match (&self.short, self.kind) {
            (Some(short), Some(SchoolKind::NhieuCap)) => Some(format!("{short}-{}", fold(name).replace(' ', "-"))),
            (_, kind) => Some(school_id(kind, name)),
        }
    }

    /// `ptdtnt` of "Trường PTDTNT THCS Ia Grai": whether its pupils board there, as those of "Trường THCS Ia Grai" beside it do not.
    pub fn boarding(&self) -> Option<&str> {
        self.short.as_deref()?.split('-').find(|word| word.starts_with("ptdt"))
    }

    /// As an office writes it: `Trường TH&THCS Hoa Sen`, `Trung tâm GDNN-GDTX Ban Mai`.
    pub fn title(&self) -> Option<String> {
        let (name, kind) = (self.name.as_deref()?, self.kind?);
        let levels: Vec<&str> = self.short.iter().flat_map(|short| short.split('-')).collect();
        let (sorts, levels): (Vec<&str>, Vec<&str>) = levels.into_iter().partition(|word| word.starts_with("ptdt"));
        let level = match kind {
            SchoolKind::NhieuCap if !levels.is_empty() && levels.iter().all(|level| ["mn", "th", "thcs", "thpt"].contains(level)) => {
                levels.join("&").to_uppercase()
            }
            SchoolKind::NhieuCap => "Phổ thông nhiều cấp học".to_owned(),
            SchoolKind::Gdtx if levels.contains(&"gdnn") => "GDNN-GDTX".to_owned(),
            kind => kind.title().to_owned(),
        };
        let of = if kind == SchoolKind::Gdtx { "Trung tâm" } else { "Trường" };
        let words = [of.to_owned()].into_iter().chain(sorts.iter().map(|sort| sort.to_uppercase())).chain([level, name.to_owned()]);
        Some(words.collect::<Vec<_>>().join(" "))
    }
}

/// The folded name with the kind before it: `thcs-ton-that-tung`.
pub fn school_id(kind: Option<SchoolKind>, name: &str) -> String {
    let prefix = match kind {
        Some(SchoolKind::MamNon) => "mam-non-",
        Some(SchoolKind::TieuHoc) => "tieu-hoc-",
        Some(SchoolKind::Thcs) => "thcs-",
        Some(SchoolKind::Thpt) => "thpt-",
        Some(SchoolKind::NhieuCap) => "th-thcs-",
        Some(SchoolKind::Gdtx) => "gdtx-",
        None => "",
    };
    format!("{prefix}{}", fold(name).replace(' ', "-"))
}

/// The school that the text names; of several lines, the first that names one.
pub fn parse(text: &str) -> SchoolPhrase {
    thread_local! {
        static READ: Memory<SchoolPhrase> = Memory::default();
    }
    READ.with(|known| known.recall(text, |text| slips::or_parted(text, read)))
}

fn read(text: &str) -> SchoolPhrase {
    let text = unbroken(clean(text));
    let lines: Vec<&str> = text.lines().collect();
    let named =
        lines.iter().enumerate().map(|(at, text)| (at, line(text))).find(|(_, phrase)| phrase.kind.is_some() || phrase.name.is_some());
    let Some((at, phrase)) = named else { return SchoolPhrase::default() };
    // A letterhead may break between the kind and the name.
    let broken = lines.get(at + 1).filter(|next| phrase.name.is_none() && is_second_half(next));
    broken
        .map(|next| line(&format!("{} {next}", lines[at])))
        .filter(|whole| whole.kind == phrase.kind && whole.name.is_some())
        .unwrap_or(phrase)
}

/// A word of a line: as it is written, folded, and where it ends.
struct Word<'a> {
    written: &'a str,
    folded: String,
    /// The signs that follow it: `&`, `-`, `,`.
    after: &'a str,
}

fn line(text: &str) -> SchoolPhrase {
    // "Tên trường (theo quyết định mới nhất): …"
    let behind_label = text.split_once(':').filter(|(label, _)| label.contains('(') && fold(label).starts_with("ten "));
    let text = behind_label.map_or(text, |(_, behind)| behind.trim());
    // "Tên trường: Trung tâm GDTX …": what stands behind the label is the whole of it.
    if let Some((label, behind)) = text.split_once(':')
        && matches!(
            fold(label).as_str(),
            "ten truong" | "truong" | "don vi" | "ten don vi" | "don vi bao cao" | "truong bao cao" | "don vi lap" | "don vi lap bao cao"
        )
    {
        let named = line(behind.trim());
        if named.kind.is_some() {
            return named;
        }
    }
    if let Some(named) = behind_campus(text).map(line).filter(|phrase| phrase.kind.is_some() && phrase.name.is_some()) {
        return named;
    }
    let mut words = words(text);
    cut_state(&mut words);
    // "Cơ sở giáo dục: Mầm non Hoa Sen" of the forms of 2026.
    let label = [&["ten", "co", "so", "giao", "duc"][..], &["co", "so", "giao", "duc"]]
        .into_iter()
        .find(|label| label.iter().enumerate().all(|(at, word)| words.get(at).is_some_and(|found| found.folded == *word)));
    words.drain(..label.map_or(0, <[&str]>::len));
    let Some((start, led)) = beginning(&words) else { return SchoolPhrase::default() };
    // "PTDTBT Nậm Mười": nothing else is called so.
    let led = led || words[start].written == "PTDTBT" || words[start].written == "PTDTNT";
    let (levels, short, end) = kind(&words, start, led);
    // "Trung học cơ sở (THCS)" says one level twice.
    let mut levels = levels;
    levels.dedup();
    let kind = match levels[..] {
        [] => None,
        [Level::MamNon] => Some(SchoolKind::MamNon),
        [Level::TieuHoc] => Some(SchoolKind::TieuHoc),
        [Level::Thcs] => Some(SchoolKind::Thcs),
        [Level::Thpt] => Some(SchoolKind::Thpt),
        [Level::Gdtx] | [Level::Vocational, Level::Gdtx] | [Level::Gdtx, Level::Vocational] => Some(SchoolKind::Gdtx),
        [Level::Vocational] => None,
        _ => Some(SchoolKind::NhieuCap),
    };
    // "Trường Hoa Sen" may be a school; "Nhà trường", "Trường đạt chuẩn" are none.
    let ends = end == words.len();
    if kind.is_none() {
        let own = words[end..].iter().position(|word| word.after.contains(',')).map_or(words.len(), |at| end + at + 1);
        let titled = words[end..own].iter().all(|word| word.written.starts_with(char::is_uppercase));
        // "Trường PTDTBT Hoa Sen" says its sort and not its level.
        let named = end == start || short.starts_with("ptdt");
        // "TRƯỜNG QUỐC TẾ HOA SEN" is a name even in capitals.
        let own_sort =
            ["quoc te", "song ngu", "chuyen biet"].iter().any(|sort| phrase_at(&words, end, [(*sort, ())].into_iter()).is_some());
        let sure = own_sort && words.len() > end + 2 || titled && text.chars().any(char::is_lowercase);
        let name = proper(&words[end..], text).filter(|name| led && !is_higher(name) && name.split(' ').count() > 1 && sure && named);
        return SchoolPhrase { name, ..SchoolPhrase::default() };
    }
    let name = proper(&words[end..], text).filter(|_| !counts_schools(&words, end));
    let lettered =
        words[start..end].iter().any(|word| word.written.chars().any(char::is_uppercase)) || led || is_file_name(text, &words, start);
    // "Cấp 2 phòng máy" and "nt" (như trên) name no school.
    let doubtful = (words[start].folded == "cap" && !led) || (words[start].folded == "nt" && words[start].written != "NT");
    if (name.is_none() && !ends) || !lettered || doubtful {
        return SchoolPhrase::default();
    }
    // "TH" alone stands for many things.
    if name.is_none()
        && !led
        && words[start..end].iter().any(|word| matches!(word.folded.as_str(), "th" | "mg" | "mn" | "nt"))
        && levels.len() == 1
    {
        return SchoolPhrase::default();
    }
    let of_town = end > start && words[end - 1].folded == "tt" && !levels.is_empty();
    let sort: Vec<&str> = words[start..end].iter().map(|word| word.folded.as_str()).collect();
    let private = sort.iter().any(|word| matches!(*word, "mntt" | "mndl" | "dl"))
        || sort.windows(2).any(|two| matches!(two, ["tu", "thuc"] | ["dan", "lap"]));
    SchoolPhrase { kind, name, short: Some(short), of_town, private }
}

/// Names of files have no capitals and no marks: `thcs_nguyen_du`, `mn-hoa-hong`, `thcs nguyen du`. Prose typed so has its small words.
fn is_file_name(text: &str, words: &[Word<'_>], start: usize) -> bool {
    const PROSE: &[&str] =
        &["da", "duoc", "co", "la", "cac", "cho", "trong", "tren", "khong", "va", "to", "cua", "nay", "tai", "bac", "nhung", "dat"];
    let name = &words[(start + 1).min(words.len())..];
    let joined = !text.contains(' ') && text.contains(['_', '-']);
    let short = matches!(words[start].folded.as_str(), "thcs" | "thpt" | "mn" | "mg" | "tih") && (2..=4).contains(&name.len());
    text.is_ascii() && !name.is_empty() && (joined || short) && !name.iter().any(|word| PROSE.contains(&word.folded.as_str()))
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_alphanumeric()) {
        rest = &rest[start..];
        // A number keeps its slash (`Mầm non 19/5`); an apostrophe stays within a name (`H'Nô`).
        let mut end = 0;
        let mut letters = rest.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let joins = (letter == '/'
                && rest[..at].ends_with(|digit: char| digit.is_ascii_digit())
                && next.is_some_and(|next| next.is_ascii_digit()))
                || (matches!(letter, '\'' | '’') && at > 0 && next.is_some_and(char::is_alphanumeric));
            if !letter.is_alphanumeric() && !joins {
                break;
            }
            end = at + letter.len_utf8();
        }
        let (written, behind) = rest.split_at(end);
        // `TrườngTHCS Nguyễn Du`
        let glued = ["Trường", "TRƯỜNG", "Truong"]
            .iter()
            .find_map(|lead| written.strip_prefix(lead).map(|level| (&written[..written.len() - level.len()], level)));
        if let Some((lead, level)) = glued
            && matches!(level, "MN" | "MG" | "TH" | "THCS" | "THPT" | "TiH" | "PTDTBT" | "PTDTNT")
        {
            found.push(Word { written: lead, folded: fold(lead), after: " " });
            rest = &rest[lead.len()..];
            continue;
        }
        // `PTDTBTTH Trung Lý`
        let sort = ["PTDTBT", "PTDTNT"]
            .iter()
            .find(|sort| written.strip_prefix(**sort).is_some_and(|level| matches!(level, "TH" | "THCS" | "THPT")));
        if let Some(sort) = sort {
            found.push(Word { written: sort, folded: fold(sort), after: " " });
            rest = &rest[sort.len()..];
            continue;
        }
        // `TH1 Cam Lộ`: the number is the school's, not the level's.
        let letters = written.trim_end_matches(|letter: char| letter.is_ascii_digit());
        if letters.len() < written.len() && matches!(fold(letters).as_str(), "th" | "tih" | "thcs" | "thpt" | "mn") {
            found.push(Word { written: letters, folded: fold(letters), after: "" });
            rest = &rest[letters.len()..];
            continue;
        }
        let gap = behind.find(|letter: char| letter.is_alphanumeric()).unwrap_or(behind.len());
        found.push(Word { written, folded: fold(written), after: &behind[..gap] });
        rest = &behind[gap..];
    }
    found
}

/// Where the kind of the school stands, and whether "trường" or "trung tâm" leads it in.
fn beginning(words: &[Word<'_>]) -> Option<(usize, bool)> {
    for (at, word) in words.iter().enumerate() {
        let lowered = word.written.to_lowercase();
        // Marks on the wrong letter make no other word; "trưởng" and "trương" are others, unless a level of schooling follows.
        let school = match word.folded.as_str() {
            "truong" => {
                matches!(lowered.as_str(), "trường" | "truong")
                    || !is_vietnamese_syllable(&lowered)
                    || (at == 0 && level(words, at + 1).is_some())
            }
            // `Tr TH Lê Lợi`; "tr" alone may be a page or a million.
            "trg" | "tr" if level(words, at + 1).is_some() => true,
            "tr" => word.after.starts_with('.'),
            _ => false,
        };
        let centre = at > 0 && word.folded == "tam" && words[at - 1].folded == "trung"
            || (word.folded == "tt"
                && words.get(at + 1).is_some_and(|next| level(words, at + 1).is_some() && next.folded.starts_with("gd")));
        // "Tên trường: Trường THCS …"
        let again = words.get(at + 1).is_some_and(|next| next.folded == "truong");
        if (!school && !centre) || again {
            continue;
        }
        let lead = if centre && word.folded == "tam" { at - 1 } else { at };
        let before = &words[..lead];
        if titles_our_paper(before) && words[at].written.starts_with(char::is_uppercase) && names_a_kind(words, at + 1) {
            return Some((at + 1, true));
        }
        // "UBND XÃ AN HÒA TRƯỜNG TIỂU HỌC HÒA BÌNH": the office has a name of its own.
        let is_capital = |word: &Word<'_>| word.written.starts_with(char::is_uppercase);
        let office = before.first().is_some_and(|word| matches!(word.folded.as_str(), "ubnd" | "uy" | "phong" | "so" | "uỷ"))
            && words[at].written.starts_with(char::is_uppercase)
            && names_a_kind(words, at + 1);
        let of_another = before.last().is_some_and(|last| {
            matches!(
                last.folded.as_str(),
                "nha"
                    | "moi"
                    | "hieu"
                    | "thi"
                    | "hoi"
                    | "cong"
                    | "lap"
                    | "ngoai"
                    | "toan"
                    | "trong"
                    | "ve"
                    | "den"
                    | "tai"
                    | "o"
                    | "ra"
                    | "khai"
                    | "cua"
            )
        });
        // "Tân Lập" is no "lập": in a letterhead every word of the office is a name's.
        if of_another && !(office && before.iter().all(is_capital)) {
            continue;
        }
        // "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC KIM ĐỒNG"
        let head = matches!(before, [first, second] if first.folded == "hieu" && second.folded == "truong") && names_a_kind(words, at + 1);
        if head || before.iter().all(|word| is_before(&word.folded) || (office && is_capital(word))) {
            return Some((at + 1, true));
        }
    }
    // `KH_THCS_Le_Loi`, `BC CTCL THCS Lê Lợi`: what the file holds. "KH TH" may be any plan of what is to be done.
    let paper = |word: &Word<'_>| matches!(word.folded.as_str(), "kh" | "bc" | "kq" | "ctcl" | "khctcl" | "bcctcl" | "tdg");
    let behind = words.iter().position(|word| !paper(word)).filter(|behind| *behind > 0);
    if let Some(behind) = behind.filter(|behind| words[*behind].folded != "th" && level(words, *behind).is_some()) {
        return Some((behind, false));
    }
    // Without the word, the kind itself must begin the line.
    // `2. THCS Lê Lợi`
    // `01234567 - THCS Lê Lợi`
    let numbers = |word: &Word<'_>| {
        word.folded.parse::<u8>().is_ok() && matches!(word.after, ". " | ") ")
            || word.folded.len() > 6 && word.folded.parse::<u64>().is_ok() && word.after == " - "
    };
    let numbered = words.first().is_some_and(numbers);
    let label = |word: &Word<'_>| matches!(word.folded.as_str(), "don" | "vi" | "ten");
    let first = words.iter().skip(usize::from(numbered)).position(|word| !label(word))? + usize::from(numbered);
    (level(words, first).is_some() || sort(words, first).is_some() || slips::begins(&words[first..])).then_some((first, false))
}

fn names_a_kind(words: &[Word<'_>], at: usize) -> bool {
    level(words, at).is_some() || sort(words, at).is_some()
}

/// "BÁO CÁO KẾT QUẢ CẢI TIẾN CHẤT LƯỢNG - TRƯỜNG …", "Kế hoạch cải tiến chất lượng của Trường …": a title of our papers says whose they are.
/// "… phối hợp với Trường …", "… tại Trường …" speak of another.
fn titles_our_paper(words: &[Word<'_>]) -> bool {
    let has = |phrase: &str| (0..words.len()).any(|at| phrase_at(words, at, [(phrase, ())].into_iter()).is_some());
    let opens = words.first().is_some_and(|word| {
        matches!(
            word.folded.as_str(),
            "ke" | "bao" | "ket" | "bang" | "ban" | "bieu" | "phieu" | "mau" | "theo" | "tong" | "noi" | "tien" | "tu"
        )
    });
    let ours = ["cai tien", "ctcl", "tu danh gia"].into_iter().any(has);
    let of_another =
        words.last().is_some_and(|word| matches!(word.folded.as_str(), "voi" | "tai" | "o" | "den" | "ve" | "cho" | "tu" | "hieu" | "nha"));
    opens && ours && !of_another
}

/// Words of a letterhead or a label that may stand before a school on its line.
fn is_before(folded: &str) -> bool {
    const BEFORE: &[&str] = &[
        "ubnd", "uy", "ban", "nhan", "dan", "phong", "so", "gd", "dt", "gddt", "giao", "duc", "va", "dao", "tao", "xa", "phuong", "quan",
        "huyen", "thi", "thanh", "pho", "tp", "tinh", "tran", "don", "vi", "ten", "truong", "bao", "cao", "kinh", "gui", "stt", "ma", "tx",
        "h", "q", "p", "kh", "ctcl", "bc", "van", "hoa", "hoi", "dong", "tu", "danh", "gia", "ke", "hoach", "cai", "tien", "chat", "luong",
        "tdg", "bgh",
    ];
    BEFORE.contains(&folded) || folded.parse::<u64>().is_ok()
}

fn phrase_at<'a, T>(words: &[Word<'_>], at: usize, phrases: impl Iterator<Item = (&'a str, T)>) -> Option<(T, usize)> {
    phrases
        .filter_map(|(phrase, value)| {
            let length = phrase.split(' ').count();
            let stands = phrase.split(' ').enumerate().all(|(ahead, word)| words.get(at + ahead).is_some_and(|found| found.folded == word));
            stands.then_some((value, length))
        })
        .max_by_key(|(_, length)| *length)
}

fn level(words: &[Word<'_>], at: usize) -> Option<(Level, usize)> {
    phrase_at(words, at, LEVELS.iter().map(|(phrase, level)| (*phrase, *level)))
}

fn sort(words: &[Word<'_>], at: usize) -> Option<(bool, usize)> {
    phrase_at(words, at, SORTS.iter().map(|phrase| (*phrase, BOARDING.contains(phrase))))
}

/// The levels that stand from here on, their short form, and where the name begins.
fn kind(words: &[Word<'_>], start: usize, led: bool) -> (Vec<Level>, String, usize) {
    let mut levels: Vec<Level> = Vec::new();
    let mut short: Vec<String> = Vec::new();
    let (mut at, mut end, mut boarding) = (start, start, false);
    while at < words.len() {
        let slipped =
            || slips::level(&words[at..]).filter(|_| (led || slips::begins(&words[at..])) && at == start && sort(words, at).is_none());
        if let Some((level, length)) = level(words, at).or_else(slipped) {
            // "Trường THPT TH Cao Nguyên": after a whole level, TH stands for something else unless a sign joins them.
            levels.push(level);
            short.push(match level {
                Level::MamNon => "mn".into(),
                Level::TieuHoc => "th".into(),
                Level::Thcs => "thcs".into(),
                Level::Thpt => "thpt".into(),
                Level::Gdtx => "gdtx".into(),
                Level::Several | Level::Vocational => {
                    words[at..at + length].iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join("-")
                }
            });
            at += length;
        } else if let Some((boards, length)) = sort(words, at) {
            let of_peoples = of_peoples(&words[at..at + length]);
            let one_word_of_name = levels.is_empty() && !led && !boards && of_peoples.is_none();
            // "Trường TH Thực hành Sư phạm" has no other name.
            let all_of_name = !levels.is_empty()
                && words[at].folded == "thuc"
                && words[at..].iter().all(|word| matches!(word.folded.as_str(), "thuc" | "hanh" | "su" | "pham"));
            if one_word_of_name || all_of_name || is_called_chuyen(words, at, levels.last().copied()) {
                break;
            }
            boarding |= boards;
            short.extend(of_peoples.map(str::to_owned));
            at += length;
        } else if words[at].folded == "va" && at > start && (level(words, at + 1).is_some()) {
            at += 1;
            continue;
        } else {
            break;
        }
        end = at;
        // A name may follow a space; a further level must be joined by a sign or by "và", unless it is a word of its own.
        let joined = words[at - 1].after.trim();
        if !joined.is_empty() && !matches!(joined, "&" | "-" | "–" | "," | ";" | "+" | "/" | "." | "(" | "_" | "và") {
            break;
        }
    }
    // "Trường Chuyên Lê Hồng Phong": all of those teach the last level.
    if led && levels.is_empty() && is_special(&words[start..], end - start) {
        levels = vec![Level::Thpt];
        short.push("thpt".into());
    }
    if boarding && levels.is_empty() {
        levels = vec![Level::Thcs, Level::Thpt];
        short.push("thcs-thpt".into());
    }
    (levels, short.join("-"), end)
}

#[cfg(test)]
mod corpus;
