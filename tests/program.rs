//! The program as a user runs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

pub fn ctcl(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ctcl")).args(arguments).current_dir(root()).output().expect("the program starts")
}

/// `ctcl report` into `output`; the figures it wrote.
pub fn report(arguments: &[&str], output: &Path) -> Value {
    let mut all = vec!["report"];
    all.extend(arguments);
    let shown = output.display().to_string();
    all.extend(["-o", &shown, "--quiet"]);
    let ran = ctcl(&all);
    assert!(ran.status.success(), "{}\n{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    json(&output.join("thong-ke.json"))
}

/// An invented district of so many schools, by the generator of the sample data.
pub fn generate(schools: usize, folder: &Path) {
    let here = std::env::current_exe().expect("a test has a file");
    let built = here.ancestors().nth(2).expect("tests lie in target/PROFILE/deps").join("examples/sample");
    let built = built.with_extension(std::env::consts::EXE_EXTENSION);
    if !built.is_file() {
        // `cargo test --test all` builds no examples.
        let ran = Command::new(env!("CARGO")).args(["build", "--quiet", "--example", "sample"]).current_dir(root()).status();
        assert!(ran.is_ok_and(|status| status.success()), "the generator of sample data can be built");
    }
    let ran = Command::new(built).args(["--schools", &schools.to_string(), "--out"]).arg(folder).current_dir(root()).output();
    let ran = ran.expect("the generator starts");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

/// Every file below a folder with its bytes, by name, `/` between its parts.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("listed").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").display().to_string().replace('\\', "/");
                found.insert(name, fs::read(&path).expect("readable"));
            }
        }
    }
    found
}

pub fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
