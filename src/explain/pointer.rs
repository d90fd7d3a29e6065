//! The name of a figure in, the figure and the steps to it out; or what comes near the name.

use serde_json::Value;

use super::Unknown;

/// Names shown where nothing fits.
const MOST_NEAR: usize = 12;
/// What stands before a school and a criterion: `overdue:thcs-a:1.10`.
pub const OVERDUE: &str = "overdue";

/// The figure, and the steps that lead to it. `overdue:SCHOOL:CRITERION` is the number of such entries of `/overdue`.
pub fn value(statistics: &Value, name: &str) -> Result<(Value, Vec<String>), Unknown> {
    if let Some(rest) = name.strip_prefix("overdue:") {
        return overdue(statistics, name, rest);
    }
    if name.starts_with('/') {
        let steps: Vec<String> = name.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
        if let Some(value) = statistics.pointer(name) {
            return Ok((value.clone(), steps));
        }
    }
    let because =
        if name.starts_with('/') { "thong-ke.json không có số liệu này" } else { "tên số liệu bắt đầu bằng dấu /" };
    Err(Unknown { asked: name.to_owned(), because: because.to_owned(), near: near(statistics, name) })
}

/// Why what stands there cannot be counted again: a group of figures, a name, a date.
pub fn no_figure(statistics: &Value, name: &str) -> Unknown {
    let (because, near) = match statistics.pointer(name) {
        Some(group @ (Value::Object(_) | Value::Array(_))) => ("đây là một nhóm; hãy chọn một số trong nhóm", children(name, group)),
        _ => ("đây không phải là số đếm", near(statistics, name)),
    };
    Unknown { asked: name.to_owned(), because: because.to_owned(), near }
}

fn overdue(statistics: &Value, name: &str, rest: &str) -> Result<(Value, Vec<String>), Unknown> {
    let (school, criterion) = rest.rsplit_once(':').unwrap_or((rest, ""));
    let entries = statistics["overdue"].as_array().map_or(&[][..], Vec::as_slice);
    let names = |entry: &Value| {
        format!("{OVERDUE}:{}:{}", entry["school_id"].as_str().unwrap_or_default(), entry["criterion"].as_str().unwrap_or_default())
    };
    let count = entries.iter().filter(|entry| names(entry) == format!("{OVERDUE}:{school}:{criterion}")).count();
    if count > 0 {
        return Ok((Value::from(count), vec![OVERDUE.to_owned() + ":", school.to_owned(), criterion.to_owned()]));
    }
    let mut near: Vec<String> = entries.iter().map(names).collect();
    near.sort_by_key(|other| (distance(name, other), other.clone()));
    near.dedup();
    near.truncate(MOST_NEAR);
    Err(Unknown {
        asked: name.to_owned(), because: "không có việc quá hạn nào của trường này ở tiêu chí này".to_owned(), near
    })
}

/// As far as the name leads, and what lies there; the likeliest first.
fn near(statistics: &Value, name: &str) -> Vec<String> {
    let mut steps: Vec<&str> = name.split('/').filter(|step| !step.is_empty()).collect();
    let mut wrong = "";
    loop {
        let path: String = steps.iter().map(|step| format!("/{step}")).collect();
        if let Some(found @ (Value::Object(_) | Value::Array(_))) = statistics.pointer(&path) {
            let mut near = children(&path, found);
            near.sort_by_key(|other| distance(wrong, other.rsplit('/').next().unwrap_or(other)));
            if !near.is_empty() {
                return near;
            }
        }
        wrong = match steps.pop() {
            Some(step) => step,
            None => return Vec::new(),
        };
    }
}

/// What lies below, containers with what they hold.
fn children(path: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, value)| !matches!(value, Value::String(_) | Value::Bool(_)))
            .map(|(name, _)| format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")))
            .take(MOST_NEAR)
            .collect(),
        Value::Array(list) if list.is_empty() => Vec::new(),
        Value::Array(list) => vec![format!("{path}/0"), format!("{path}/{}", list.len() - 1)],
        _ => Vec::new(),
    }
}

/// Letters to change, to add or to leave out.
fn distance(a: &str, b: &str) -> usize {
    rapidfuzz::distance::levenshtein::distance(a.chars(), b.chars())
}
