//! Who may use whom, read from the sources: the table in `src/lib.rs`, kept by a test.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Module → its layer. A module may use those of lower layers, and of its own layer only where [`MAY`] says so.
const LAYERS: &[(u8, &[&str])] = &[
    (0, &["model", "table", "chart"]),
    (1, &["finding"]),
    (
        2,
        &[
            "phrase",
            "text",
            "template",
            "framework",
            "form",
            "register",
            "settings",
            "intake",
            "mark",
            "returns",
            "reading",
            "handed_back",
            "dataset",
            "seal",
        ],
    ),
    (3, &["read", "link", "check", "stats", "rollup"]),
    (4, &["report", "write", "explain", "compare", "handout", "store"]),
    (5, &["cli"]),
];

/// Uses within one layer that are meant.
const MAY: &[(&str, &[&str])] = &[
    ("table", &["chart"]),
    ("phrase", &["text"]),
    ("template", &["text"]),
    ("framework", &["template"]),
    ("form", &["template", "framework", "text"]),
    ("settings", &["template", "framework", "form", "text"]),
    ("register", &["phrase", "text"]),
    ("intake", &["text"]),
    ("mark", &["text"]),
    ("returns", &["template"]),
    ("dataset", &["reading"]),
    ("report", &["compare"]),
    ("handed_back", &["reading"]),
];

/// Uses of a lower layer that are not meant all the same.
const MAY_NOT: &[(&str, &[&str])] = &[
    ("report", &["read", "link", "check", "dataset", "rollup"]),
    ("write", &["read", "link", "check", "stats", "reading", "phrase", "framework", "form", "register", "settings", "intake"]),
    ("explain", &["read", "link", "check", "stats", "rollup"]),
    ("handout", &["read", "link", "check", "stats", "rollup", "dataset", "reading"]),
    ("stats", &["phrase", "register", "settings", "form"]),
];

/// Library → where it may be named.
const HOMES: &[(&str, &[&str])] = &[
    ("calamine", &["read"]),
    ("cfb", &["read"]),
    // Read to be understood; and to be handed back with marks, all else in it untouched.
    ("zip", &["read", "write", "mark"]),
    ("polars", &["dataset", "stats", "rollup", "write/parquet", "explain/data"]),
    ("polars_io", &["write/parquet", "dataset/stored"]),
    ("rust_xlsxwriter", &["write"]),
    ("plotters", &["write"]),
    ("resvg", &["write"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("comfy_table", &["report"]),
    ("toml", &["template"]),
];

#[test]
fn modules_use_only_what_lies_below_them() {
    let mut wrong = Vec::new();
    for (path, source) in sources() {
        let Some(module) = module_of(&path) else { continue };
        for used in used_modules(&source) {
            if used != module && !allowed(&module, &used) {
                wrong.push(format!("{} uses crate::{used}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "against the table in src/lib.rs:\n{}", wrong.join("\n"));
}

#[test]
fn every_library_has_one_home() {
    let mut wrong = Vec::new();
    for (path, source) in sources() {
        let below_src =
            path.strip_prefix(root().join("src")).expect("sources lie in src").with_extension("").display().to_string().replace('\\', "/");
        for (library, homes) in HOMES {
            let at_home = homes.iter().any(|home| below_src == *home || below_src.starts_with(&format!("{home}/")));
            if names(&source, library) && !at_home {
                wrong.push(format!("{} names {library}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_is_in_the_table_and_says_what_it_is_for() {
    let table: Vec<&str> = LAYERS.iter().flat_map(|(_, modules)| modules.iter().copied()).collect();
    for (path, source) in sources() {
        if let Some(module) = module_of(&path) {
            assert!(table.contains(&module.as_str()), "{} has no layer", path.display());
        }
        assert!(source.starts_with("//!"), "{} opens without saying what goes in and what comes out", path.display());
    }
}

/// A module whose children call back into it is one thing in several files; any others that use each other in a circle can only be understood together.
#[test]
fn no_files_use_each_other_in_a_circle() {
    let files: BTreeMap<Vec<String>, String> =
        sources().into_iter().map(|(path, source)| (place_of(&path), without_tests(&source))).collect();
    let mut uses: BTreeMap<&[String], Vec<&[String]>> = BTreeMap::new();
    for (file, code) in &files {
        let named = references(code).into_iter().filter_map(|reference| resolve(file, &reference, &files));
        let others = named.filter(|other| !file.starts_with(other) && !other.starts_with(file));
        uses.insert(file, others.collect());
    }
    // What uses nothing that is left is in no circle.
    while let Some(free) = uses.iter().find(|(_, used)| !used.iter().any(|other| uses.contains_key(other))).map(|(file, _)| *file) {
        uses.remove(free);
    }
    let tied: Vec<String> = uses.keys().map(|file| file.join("::")).collect();
    assert!(tied.is_empty(), "in circles, or above one: {}", tied.join(", "));
}

/// What a file names of the crate, path by path, braces taken apart.
fn references(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for lead in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(lead) {
            // The second of "super::super::" is of the first.
            if !code[..at].ends_with("::") && !code[..at].ends_with('$') {
                unfold(Vec::new(), &code[at..], &mut found);
            }
        }
    }
    found
}

/// The paths that begin here, behind what leads to them; what is left of the text.
fn unfold<'c>(mut lead: Vec<String>, mut rest: &'c str, found: &mut Vec<Vec<String>>) -> &'c str {
    loop {
        let word = rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').map(char::len_utf8).sum();
        lead.push(rest[..word].to_owned());
        rest = &rest[word..];
        let Some(behind) = rest.strip_prefix("::") else { break };
        rest = behind;
        if let Some(mut group) = rest.strip_prefix('{') {
            loop {
                group = unfold(lead.clone(), group.trim_start(), found).trim_start();
                match group.strip_prefix(',') {
                    Some(next) if !next.trim_start().starts_with('}') => group = next,
                    other => return other.unwrap_or(group).trim_start().trim_start_matches('}'),
                }
            }
        }
        if word == 0 {
            break;
        }
    }
    found.push(lead);
    // "name as other", "*"
    rest.find([',', '}', ';', '\n']).map_or("", |end| &rest[end..])
}

/// The file that holds what is named.
fn resolve<'f>(from: &[String], reference: &[String], files: &'f BTreeMap<Vec<String>, String>) -> Option<&'f [String]> {
    let ups = reference.iter().take_while(|step| *step == "super").count();
    let (mut at, steps) = match reference[0].as_str() {
        "crate" => (Vec::new(), &reference[1..]),
        "self" => (from.to_vec(), &reference[1..]),
        _ => (from[..from.len().checked_sub(ups)?].to_vec(), &reference[ups..]),
    };
    for step in steps {
        at.push(step.clone());
        if !files.contains_key(&at) {
            at.pop();
            break;
        }
    }
    files.get_key_value(&at).map(|(file, _)| file.as_slice())
}

/// `src/read/rows.rs` → read, rows.
fn place_of(path: &Path) -> Vec<String> {
    let below = path.strip_prefix(root().join("src")).expect("sources lie in src").with_extension("");
    below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}

fn allowed(module: &str, used: &str) -> bool {
    let layers: BTreeMap<&str, u8> = LAYERS.iter().flat_map(|(layer, modules)| modules.iter().map(|module| (*module, *layer))).collect();
    let listed = |list: &[(&str, &[&str])]| list.iter().any(|(of, used_by)| *of == module && used_by.contains(&used));
    match (layers.get(module), layers.get(used)) {
        (Some(own), Some(other)) if own == other => listed(MAY),
        (Some(own), Some(other)) => other < own && !listed(MAY_NOT),
        _ => false,
    }
}

fn used_modules(source: &str) -> Vec<String> {
    let code = without_tests(source);
    let mut used: Vec<String> = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with("$") {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let inner = group.split('}').next().unwrap_or_default();
            used.extend(
                inner
                    .split(',')
                    .map(|name| name.trim().split("::").next().unwrap_or_default().trim().to_owned())
                    .filter(|name| !name.is_empty()),
            );
        } else {
            used.push(rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect());
        }
    }
    used.sort();
    used.dedup();
    used
}

/// Comments may name anything; tests may use what they need to see a module at work.
fn without_tests(source: &str) -> String {
    let before = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or(source);
    before.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn names(source: &str, library: &str) -> bool {
    let code = without_tests(source);
    [format!("use {library}::"), format!(" {library}::"), format!("({library}::"), format!("<{library}::"), format!("&{library}::")]
        .iter()
        .any(|use_| code.contains(use_.as_str()))
}

fn module_of(path: &Path) -> Option<String> {
    let below = path.strip_prefix(root().join("src")).ok()?;
    let first = below.components().next()?.as_os_str().to_string_lossy().into_owned();
    let module = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
    (!matches!(module.as_str(), "lib" | "main")).then_some(module)
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("src is there") {
            let path = entry.expect("listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && path.file_name().is_some_and(|name| name != "tests.rs")
                && !path.components().any(|part| part.as_os_str() == "tests")
            {
                let source = fs::read_to_string(&path).expect("a source is text");
                files.push((path, source));
            }
        }
    }
    files.sort();
    files
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
