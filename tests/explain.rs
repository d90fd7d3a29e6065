//! A figure of the sample, questioned: the rows behind it count up to it, and a wrong name gets a helpful answer.

use serde_json::Value;

use ctcl::dataset::Dataset;
use ctcl::explain::{Book, data::Data};
use ctcl::framework::Frameworks;

use crate::program::{ctcl, report};

/// Groups of `thong-ke.json` that hold counts.
const GROUPS: [&str; 8] = ["schools", "by_school", "by_criterion", "by_standard", "actions", "overdue", "lagging", "cost"];

fn counts(path: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        // The number of a standard is its name.
        Value::Object(fields) => fields.iter().filter(|(name, _)| *name != "standard").for_each(|(name, value)| {
            counts(&format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), value, found);
        }),
        Value::Array(list) => list.iter().enumerate().for_each(|(place, value)| counts(&format!("{path}/{place}"), value, found)),
        Value::Number(_) => found.push(path.to_owned()),
        _ => {}
    }
}

#[test]
fn the_rows_behind_every_figure_of_the_samples_count_up_to_it() {
    for sample in ["quan-hoa-phuong", "xa-ban-mai"] {
        let output = tempfile::tempdir().expect("a folder");
        let input = format!("sample-data/{sample}");
        let statistics = report(&[&format!("{input}/bao-cao"), "--config", &format!("{input}/ctcl.toml")], &output.path().join("ket-qua"));
        let data =
            Data::of_dataset(&Dataset::load(&output.path().join("ket-qua/du-lieu")).expect("the tables are there")).expect("sound tables");
        let frameworks = Frameworks::load(None).expect("our own frameworks");
        let book = Book::new(&statistics, &data, &frameworks);
        let (mut asked, mut wrong) = (0, Vec::new());
        for group in GROUPS {
            let mut pointers = Vec::new();
            counts(&format!("/{group}"), &statistics[group], &mut pointers);
            assert!(!pointers.is_empty(), "{group} holds no count");
            for pointer in pointers {
                asked += 1;
                match book.figure(&pointer) {
                    Ok(explanation) if explanation.agrees => {}
                    Ok(explanation) => wrong.push(format!("{pointer}: {} recounted as {}", explanation.value, explanation.recount)),
                    Err(unknown) => wrong.push(format!("{pointer}: {}", unknown.because)),
                }
            }
        }
        assert!(asked > 700, "only {asked} figures");
        assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
    }
}

#[test]
fn a_figure_is_explained_for_people_and_for_programs() {
    let output = tempfile::tempdir().expect("a folder");
    let folder = output.path().join("ket-qua");
    let input = "sample-data/quan-hoa-phuong";
    let statistics = report(&[&format!("{input}/bao-cao"), "--config", &format!("{input}/ctcl.toml")], &folder);
    let folder = folder.display().to_string();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();

    let ran = ctcl(&["explain", &folder, "/schools/late"]);
    let said = text(&ran.stdout);
    assert!(ran.status.success() && said.contains("/schools/late = 5") && said.contains("khớp với thong-ke.json"), "{said}");

    let first = &statistics["overdue"][0];
    let name = format!("overdue:{}:{}", first["school_id"].as_str().expect("an id"), first["criterion"].as_str().expect("a code"));
    let ran = ctcl(&["giai-thich", &folder, &name, "--json"]);
    let explanation: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    assert_eq!(explanation["agrees"], true, "{explanation}");
    let cells: Vec<&Value> = explanation["rows"].as_array().expect("rows").iter().map(|row| &row["cell"]).collect();
    assert!(cells.contains(&&first["origin"]["cell"]), "{explanation}");

    for (name, helpful) in [
        ("/schools/lat", "/schools/late"),
        ("/by_criterion/0/levels/1", "/by_criterion/0/levels/1/met"),
        ("schools/late", "/schools"),
        ("/actions/overdeu", "/actions/overdue"),
        ("overdue:nobody:1.1", "overdue:"),
        ("/unit/name", "/schools"),
    ] {
        let ran = ctcl(&["explain", &folder, name]);
        let complaint = text(&ran.stderr);
        assert_eq!(ran.status.code(), Some(2), "{name}: {complaint}");
        assert!(complaint.contains(helpful) && ran.stdout.is_empty(), "{name}: {complaint}");
    }
    let nowhere = ctcl(&["explain", &output.path().join("trong").display().to_string(), "/schools/late"]);
    assert_eq!(nowhere.status.code(), Some(2));
}
