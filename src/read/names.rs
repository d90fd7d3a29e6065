//! The names of a framework's criteria: which of them a text is that holds no code.

use rapidfuzz::distance::osa;

use super::header::likeness;
use crate::framework::Framework;
use crate::model::Criterion;
use crate::text;

/// From this likeness on a text is the title of a criterion.
pub(super) const TITLE_THRESHOLD: f64 = 0.74;

/// Every criterion's title, folded.
#[derive(Debug)]
pub(super) struct Names {
    titles: Vec<(Criterion, String)>,
    /// "Hội đồng trường và các hội đồng khác": titles without what stands in brackets within them.
    without_brackets: Vec<(Criterion, String)>,
}

impl Names {
    pub fn of(framework: &Framework) -> Names {
        let without_brackets = |title: &str| {
            let (opening, rest) = title.split_once('(')?;
            let (_, closing) = rest.split_once(')')?;
            Some(text::fold(&format!("{opening} {closing}")))
        };
        Names {
            titles: framework.criteria.iter().map(|info| (info.criterion, text::fold(&info.title))).collect(),
            without_brackets: framework.criteria.iter().filter_map(|info| Some((info.criterion, without_brackets(&info.title)?))).collect(),
        }
    }

    /// The one criterion whose name is all that stands there, word for word: "Thư viện", "Tiêu chí Thư viện"; of a long name the end may be
    /// missing, and of any the words it opens with: "An ninh trật tự, an toàn trường học".
    pub fn named(&self, written: &str) -> Option<Criterion> {
        const LONG: usize = 8;
        const MISSING: usize = 3;
        let folded = text::fold(written);
        let words = ["tieu chi ", "tc "].iter().find_map(|lead| folded.strip_prefix(lead)).unwrap_or(&folded);
        let count = words.split(' ').count();
        let begins = |title: &str| count >= LONG && title.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '));
        // Of few words, "Trường học", many a name ends so.
        let ends = |title: &str| {
            let opening = title.strip_suffix(words).filter(|opening| count > MISSING && opening.ends_with(' '));
            opening.is_some_and(|opening| (1..=MISSING).contains(&opening.split_whitespace().count()))
        };
        let is_it = |title: &str| title == words || begins(title) || ends(title);
        let all = || self.titles.iter().chain(&self.without_brackets);
        let only = |is: &dyn Fn(&str) -> bool| {
            let mut found = all().filter(|(_, title)| is(title)).map(|(criterion, _)| *criterion);
            found.next().filter(|first| found.all(|other| other == *first))
        };
        let in_full = spelled_out(words);
        only(&is_it).or_else(|| only(&|title| title == in_full || is_slip_of(&in_full, title)))
    }

    /// The criterion whose title these folded words are like, where exactly one is.
    pub fn titled(&self, words: &str) -> Option<Criterion> {
        let mut best: Option<(Criterion, f64)> = None;
        let mut second = 0.0;
        for (criterion, title) in &self.titles {
            let score = likeness(words, title);
            match best {
                Some((_, top)) if score <= top => second = f64::max(second, score),
                _ => {
                    second = best.map_or(0.0, |(_, top)| top);
                    best = Some((*criterion, score));
                }
            }
        }
        best.filter(|(_, score)| *score >= TITLE_THRESHOLD && score - second > 0.1).map(|(criterion, _)| criterion)
    }

    /// Whether folded words are the name of this criterion, or the beginning of it, or like it.
    pub fn is_of(&self, words: &str, criterion: Criterion) -> bool {
        self.opens(words, criterion) || self.title(criterion).is_some_and(|own| likeness(words, own) >= TITLE_THRESHOLD)
    }

    /// Whether folded words are the name of this criterion, or the beginning of it, word for word: "Mua sách cho thư viện" is work.
    pub fn opens(&self, words: &str, criterion: Criterion) -> bool {
        self.title(criterion)
            .is_some_and(|own| own == words || words.contains(' ') && own.strip_prefix(words).is_some_and(|rest| rest.starts_with(' ')))
    }

    fn title(&self, criterion: Criterion) -> Option<&str> {
        self.titles.iter().find(|(known, _)| *known == criterion).map(|(_, title)| title.as_str())
    }
}

/// Folded words of a name with what schools shorten in it written out: "Đối với NV", "CSVC khối phòng học".
pub(super) fn spelled_out(folded: &str) -> String {
    const SHORT: &[(&str, &str)] = &[
        ("bgh", "ban giam hieu"),
        ("cb", "can bo"),
        ("cbql", "can bo quan ly"),
        ("cm", "cha me"),
        ("cmhs", "cha me hoc sinh"),
        ("csvc", "co so vat chat"),
        ("gd", "giao duc"),
        ("gv", "giao vien"),
        ("hs", "hoc sinh"),
        ("ht", "hieu truong"),
        ("nv", "nhan vien"),
        ("pht", "pho hieu truong"),
        ("tbdh", "thiet bi day hoc"),
    ];
    let in_full = |word| SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| *full);
    folded.split(' ').map(in_full).collect::<Vec<_>>().join(" ")
}

/// Whether a name is another but for a slip of the fingers, or two in a long one: "Kết quả giá dục". Numbers are not mistaken.
fn is_slip_of(words: &str, title: &str) -> bool {
    const SHORTEST: usize = 12;
    const LONG: usize = 30;
    let most = 1 + usize::from(title.len() >= LONG);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    title.len() >= SHORTEST
        && words.len().abs_diff(title.len()) <= most
        && digits(words) == digits(title)
        && osa::distance(words.chars(), title.chars()) <= most
}

/// The words behind a code, folded, where there are enough to be a title.
pub(super) fn title_words(written: &str) -> Option<String> {
    let words =
        written.split_once(':').map_or_else(|| written.trim_start_matches(|letter: char| !letter.is_alphabetic()), |(_, rest)| rest);
    let folded = text::fold(words);
    let named = ["tieu chi", "tc"].iter().find_map(|word| folded.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphabetic)));
    let bare = named.unwrap_or(&folded).trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    (bare.len() >= 6).then(|| bare.to_owned())
}
