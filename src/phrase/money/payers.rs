//! The words of a cost in, who pays out: the budget, those who give, a fund of the school's own.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use super::super::token::Token;
use super::marks::tokens;
use super::reader::Reader;
use crate::model::CostSource;

pub(super) const BUDGET: &[&str] = &[
    "ngan sach",
    "nsnn",
    "ns",
    "nsdp",
    "nstw",
    "nstp",
    "khong tu chu",
    "kinh phi tx",
    "kptx",
    "chi thuong xuyen",
    "kinh phi thuong xuyen",
    "nguon thuong xuyen",
    "hoat dong thuong xuyen",
    "chi tx",
    "nha nuoc",
    "du toan nam",
    "du toan giao",
    "du toan chi",
    "du toan duoc giao",
    "du toan kinh phi duoc giao",
    "nstx",
    "kp thuong xuyen",
    "kp tx",
    "kp duoc giao",
    "kp duoc cap",
    "kp su nghiep",
    "kinh phi su nghiep",
    "nguon su nghiep",
    "von su nghiep",
    "dau tu cong",
    "dau tu trung han",
    "tu chu",
    "kinh phi duoc giao",
    "kinh phi duoc cap",
    "kinh phi cap",
    "khong thuong xuyen",
    "muc tieu quoc gia",
    "mtqg",
    "ctmtqg",
];

pub(super) const SOCIALISED: &[&str] = &[
    "xa hoi hoa",
    "xhh",
    "xhhgd",
    "van dong",
    "tai tro",
    "ung ho",
    "quyen gop",
    "phu huynh",
    "cha me",
    "cmhs",
    "hcmhs",
    "qhcmhs",
    "hphhs",
    "phhs",
    "dong gop",
    "manh thuong quan",
    "hao tam",
    "xh hoa",
    "nguon luc xa hoi",
    "huy dong cong dong",
    "huy dong xa hoi",
    "huy dong tu cong dong",
    "huy dong nguon luc",
    "huy dong cac nguon luc",
    "doanh nghiep",
    "mtq",
    "bddcmhs",
    "ddcmhs",
    "vien tro",
    "nhan dan cung lam",
    "huy dong nhan dan",
    "huy dong dan",
    "dan gop",
    "cuu hoc sinh",
    "cuu hs",
];

/// "Học phí", "Quỹ Đội", "Công đoàn": money that is neither the budget's nor given. "Quý" is a quarter.
pub(super) fn names_fund(tokens: &[Token]) -> bool {
    const FUNDS: &[&str] = &[
        "hoc phi",
        "cong doan",
        "nguon thu",
        "thu su nghiep",
        "kinh phi nha truong",
        "kinh phi cua nha truong",
        "kinh phi cua truong",
        "kp nha truong",
        "kp cua nha truong",
        "nguon nha truong",
        "nguon cua nha truong",
        "nguon cua truong",
    ];
    let denied = tokens.iter().any(|token| matches!(token.word(), Some("chua" | "khong" | "het")));
    let fund = |at: usize| tokens[at].written == "quỹ" || FUNDS.iter().any(|words| stands(tokens, at, words));
    !denied && (0..tokens.len()).any(fund)
}

/// Words that stand about those who pay, and name no work. Folded.
const BESIDE: &[&str] = &[
    "nguon", "kinh", "phi", "kp", "tu", "von", "tien", "so", "nn", "dp", "tw", "tinh", "huyen", "xa", "phuong", "quan", "tp", "thanh",
    "pho", "dia", "trung", "uong", "cap", "ho", "tro", "hop", "phap", "du", "kien", "dong", "trieu", "nghin", "ngan", "vnd", "cac", "to",
    "chuc", "ca", "nhan", "va", "hoac", "cua", "hoc", "sinh", "hs", "quy", "ban", "dai", "dien", "trong", "do", "khac", "d", "tr",
];

/// Whether the word is one of those who pay, or stands about them.
pub(super) fn is_of_payer(word: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&str>> =
        LazyLock::new(|| BUDGET.iter().chain(SOCIALISED).chain(BESIDE).flat_map(|phrase| phrase.split(' ')).collect());
    KNOWN.contains(word)
}

/// Who pays, where a title names them and nothing else: `Ngân sách nhà nước`, `Nguồn XHH`.
pub fn payers(title: &str) -> Option<BTreeSet<CostSource>> {
    let tokens = tokens(title);
    if !tokens.iter().filter_map(Token::word).all(is_of_payer) {
        return None;
    }
    Some(sources(&tokens)).filter(|sources| !sources.is_empty())
}

/// Who pays, by the words of it.
pub(super) fn sources(tokens: &[Token]) -> BTreeSet<CostSource> {
    let named =
        |phrases: &[&str]| (0..tokens.len()).any(|at| phrases.iter().any(|phrase| stands(tokens, at, phrase) && !is_excluded(tokens, at)));
    let mut sources = BTreeSet::new();
    if named(BUDGET) || (0..tokens.len()).any(|at| office_pays(tokens, at)) {
        sources.insert(CostSource::Budget);
    }
    // "5tr (PH)"
    let parents = |at: usize| {
        tokens[at].is_word("ph") && at > 0 && tokens[at - 1].is_sign('(') && tokens.get(at + 1).is_some_and(|next| next.is_sign(')'))
    };
    if named(SOCIALISED) || (0..tokens.len()).any(|at| parents(at) || people_pay(tokens, at)) {
        sources.insert(CostSource::Socialised);
    }
    sources
}

/// "Nhà nước 70%, nhân dân 30%", "Dân: 20 triệu": the people beside their share; "Ủy ban nhân dân xã" and "500 nhân dân tệ" are none.
fn people_pay(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let behind = |length: usize| tokens.get(at + length).is_none_or(|next| next.word().is_none());
    let apart = before.is_none_or(|before| before.word().is_none_or(|word| word == "va") && before.number().is_none());
    apart
        && !is_excluded(tokens, at)
        && (stands(tokens, at, "nhan dan") && behind(2) || tokens[at].written == "dân" && behind(1) && tokens.get(at + 1).is_some())
}

/// "UBND xã hỗ trợ", "UBND huyện cấp"; a plan that the office approves is none of its money.
fn office_pays(tokens: &[Token], at: usize) -> bool {
    const VERBS: &[&str] = &["cap", "ho tro", "dau tu", "trang bi", "bo tri"];
    // "Xã cấp", "Cấp trên hỗ trợ": nothing stands between; "cấp xã" and "cấp học" are no grants.
    const OFFICES: &[&str] = &["cap tren", "dia phuong", "xa", "huyen", "tinh", "phuong", "thanh pho", "pgd", "so gddt", "phong gddt"];
    let grants = |at: usize| {
        VERBS.iter().any(|words| stands(tokens, at, words))
            && tokens.get(at + 1).is_none_or(|next| !matches!(next.word(), Some("hoc" | "xa")))
    };
    // "Sở cấp"; within a text it may be "hồ sơ cấp".
    let begins = at == 0 && tokens[0].is_word("so") && grants(1);
    let beside = begins || OFFICES.iter().any(|office| stands(tokens, at, office) && grants(at + office.split(' ').count()));
    let named = tokens[at].is_word("ubnd")
        || ["phong gd", "pgd", "phong giao duc", "so gd", "sgd", "so giao duc", "bo gd", "bo giao duc"]
            .iter()
            .any(|office| stands(tokens, at, office));
    beside
        || named
            && (at + 1..=at + 6).any(|verb| VERBS.iter().any(|words| stands(tokens, verb, words)))
            && !(at + 1..=at + 4).any(|verb| tokens.get(verb).is_some_and(|token| token.is_word("cac")))
}

/// "Ngoài ngân sách", "không dùng ngân sách", "sân vận động".
fn is_excluded(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens[at].word());
    let denied = |back: usize| matches!(before(back), Some("khong" | "ko" | "chua"));
    matches!(before(1), Some("san" | "khong"))
        // "Nước ngoài tài trợ"
        || before(1) == Some("ngoai") && before(2) != Some("nuoc")
        || (matches!(before(1), Some("dung" | "tu" | "co")) && (denied(2) || before(2) == Some("su") && denied(3)))
        || before(1) == Some("chua")
        || (matches!(before(1), Some("co" | "nguon")) && (before(2) == Some("chua") || before(3) == Some("chua")))
        || is_not_asked(&tokens[..at])
        || gives_nothing(&tokens[at..])
}

/// "Không thu tiền của" phụ huynh, "không huy động" XHH; what is not used up is used.
fn is_not_asked(before: &[Token]) -> bool {
    const NEAR: usize = 5;
    const ASKED: &[&str] = &["thu", "dung", "su dung", "lay", "huy dong", "van dong", "keu goi", "xin", "nhan"];
    let near = before.iter().rev().take(NEAR).take_while(|token| token.word().is_some_and(|word| word != "het")).count();
    let near = &before[before.len() - near..];
    let denied = |at: usize| matches!(near[at].word(), Some("khong" | "ko")) && ASKED.iter().any(|verb| stands(near, at + 1, verb));
    (0..near.len()).any(denied)
}

/// "Ngân sách: không", "ngân sách nhà nước không cấp", "XHH: 0đ"; "ngân sách không đủ" and "ngân sách không tự chủ" pay.
fn gives_nothing(tokens: &[Token]) -> bool {
    let named = tokens.iter().take_while(|token| token.word().is_some_and(|word| word != "khong" && is_of_payer(word))).count();
    let at = named + usize::from(tokens.get(named).is_some_and(|token| token.is_sign(':')));
    let denied = tokens.get(at).is_some_and(|token| token.is_word("khong") || token.is_word("ko"));
    is_nought(&tokens[at.min(tokens.len())..])
        || denied
            && tokens
                .get(at + 1)
                .is_none_or(|next| matches!(next.word(), None | Some("cap" | "co" | "chi" | "dong")) && next.number().is_none())
}

/// `0`, `0đ`, `0%`, and no more of a number: `0,5 triệu`, `0 - 5 triệu`.
fn is_nought(tokens: &[Token]) -> bool {
    let nought = tokens.first().is_some_and(|token| token.number() == Some(0) && token.digits() <= 2);
    nought
        && tokens.get(1).is_none_or(|next| {
            let more = next.is_sign('.') || next.is_sign(',') || next.is_sign('-');
            let currency = matches!(next.word(), Some("d" | "dong" | "vnd"));
            next.number().is_none()
                && (currency || next.word().is_none())
                && !(more && tokens.get(2).is_some_and(|token| token.number().is_some()))
        })
}

/// Whether the words of the phrase stand at this place.
pub(super) fn stands(tokens: &[Token], at: usize, phrase: &str) -> bool {
    phrase.split(' ').enumerate().all(|(ahead, word)| tokens.get(at + ahead).is_some_and(|token| token.is_word(word)))
}

impl Reader<'_> {
    /// Whether the words at the place say who pays: `15 triệu/NSNN`.
    pub(super) fn names_source(&self, ahead: usize) -> bool {
        // `15 triệu/nguồn XHH`
        let ahead = ahead + usize::from(self.word(ahead) == Some("nguon"));
        BUDGET.iter().chain(SOCIALISED).any(|phrase| stands(self.tokens, self.at + ahead, phrase))
    }
}
