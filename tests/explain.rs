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

#[test]
fn a_self_assessment_is_explained_down_to_the_mark_in_its_cell() {
    let place = tempfile::tempdir().expect("a folder");
    let rows: &[&[&str]] = &[
        &["TRƯỜNG THCS HOA SEN"],
        &["BÁO CÁO TỰ ĐÁNH GIÁ"],
        &["Năm học 2023-2024"],
        &["Tiêu chuẩn, tiêu chí", "Không đạt", "Đạt", "", ""],
        &["", "", "Mức 1", "Mức 2", "Mức 3"],
        &["Tiêu chí 1.1", "", "X", "X", ""],
        &["Tiêu chí 1.2", "×", "", "", "--"],
        &["Tiêu chí 1.3", "x", "", "✓", ""],
        &["Tiêu chí 1.4", "", "", "", ""],
        &["Tiêu chí 1.5", "", " Đạt ", "Không đạt", ""],
    ];
    let file = place.path().join("thcs-hoa-sen.xlsx");
    std::fs::write(&file, crate::hostile::book::of_rows(&crate::hostile::book::rows(rows))).expect("written");
    let statistics = report(&[&file.display().to_string(), "--year", "2023-2024"], &place.path().join("ra"));
    let folder = place.path().join("ra").display().to_string();
    let criteria = statistics["by_criterion"].as_array().expect("criteria");
    let explained = |criterion: &str, level: &str, part: &str| {
        let at = criteria.iter().position(|entry| entry["criterion"] == criterion && entry["framework"] == "tt18-2018").expect("known");
        let ran = ctcl(&["explain", &folder, &format!("/by_criterion/{at}/levels/{level}/{part}"), "--json"]);
        let explanation: Value = serde_json::from_slice(&ran.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&ran.stderr)));
        assert_eq!((&explanation["value"], &explanation["agrees"]), (&1.into(), &true.into()), "{explanation:#}");
        let row = &explanation["rows"][0];
        ["cell", "raw", "read"].map(|part| row[part].as_str().expect("text").to_owned())
    };
    for (criterion, level, part, expected) in [
        ("1.1", "1", "met", ["C6", "X", "Mức 1: Đạt"]),
        ("1.1", "2", "met", ["D6", "X", "Mức 2: Đạt"]),
        // Said by the highest mark.
        ("1.1", "3", "unmet", ["D6", "X", "Mức 3: Không đạt"]),
        ("1.2", "1", "unmet", ["B7", "×", "Mức 1: Không đạt"]),
        ("1.3", "2", "not_assessed", ["A8", "Không đạt: x; Mức 2: ✓", "Mức 2: Chưa đánh giá"]),
        ("1.4", "1", "not_assessed", ["A9", "(không đánh dấu)", "Mức 1: Chưa đánh giá"]),
        ("1.5", "1", "met", ["C10", "Đạt", "Mức 1: Đạt"]),
        ("1.5", "2", "unmet", ["D10", "Không đạt", "Mức 2: Không đạt"]),
    ] {
        assert_eq!(explained(criterion, level, part), expected, "{criterion} Mức {level}");
    }
    let at = criteria.iter().position(|entry| entry["criterion"] == "1.3" && entry["framework"] == "tt18-2018").expect("known");
    let ran = ctcl(&["explain", &folder, &format!("/by_criterion/{at}/levels/2/not_assessed")]);
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(said.contains("trường ghi: Không đạt: x; Mức 2: ✓") && said.contains("đọc là: Mức 2: Chưa đánh giá"), "{said}");
    assert!(said.lines().any(|line| line.trim_start().starts_with("vấn đề ")), "{said}");
}

#[test]
fn a_total_and_a_level_in_words_are_explained_by_the_cell_that_says_them() {
    let place = tempfile::tempdir().expect("a folder");
    let rows: &[&[&str]] = &[
        &["TRƯỜNG THCS HOA SEN"],
        &["BÁO CÁO TỰ ĐÁNH GIÁ"],
        &["Năm học 2023-2024"],
        &["Tổng số các tiêu chí đạt Mức 1: 28/28"],
        &["Tổng số các tiêu chí đạt Mức 2: 25/28"],
        &["Kết luận: Trường đạt Mức 1"],
    ];
    let file = place.path().join("thcs-hoa-sen.xlsx");
    std::fs::write(&file, crate::hostile::book::of_rows(&crate::hostile::book::rows(rows))).expect("written");
    report(&[&file.display().to_string(), "--year", "2023-2024"], &place.path().join("ra"));
    let folder = place.path().join("ra").display().to_string();
    for (figure, value, cell) in [("criteria_met/1/0", 28, "A4"), ("criteria_met/2/0", 25, "A5"), ("declared_level", 1, "A6")] {
        let ran = ctcl(&["explain", &folder, &format!("/by_school/0/{figure}"), "--json"]);
        let explanation: Value = serde_json::from_slice(&ran.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&ran.stderr)));
        assert_eq!((&explanation["value"], &explanation["agrees"]), (&value.into(), &true.into()), "{explanation:#}");
        let row = &explanation["rows"][0];
        assert_eq!((&row["file"], &row["cell"]), (&"thcs-hoa-sen.xlsx".into(), &cell.into()), "{explanation:#}");
    }
}

/// Of a roll-up with its groups: every figure of the whole, and of units and groups every so many, for there are thousands.
#[test]
fn the_rows_behind_the_figures_of_a_roll_up_count_up_to_them_by_unit_and_group() {
    const EVERY: usize = 23;
    let place = tempfile::tempdir().expect("a folder");
    let units = ["quan-hoa-phuong", "huyen-suoi-may"].map(|sample| {
        let input = format!("sample-data/{sample}");
        report(&[&format!("{input}/bao-cao"), "--config", &format!("{input}/ctcl.toml")], &place.path().join(sample));
        place.path().join(sample).display().to_string()
    });
    let output = place.path().join("tinh").display().to_string();
    let config = "sample-data/tinh-ngan-hoa/ctcl.toml";
    let ran =
        ctcl(&["rollup", &units[0], &units[1], "--config", config, "--group-by", "xa,cum,loai-hinh,don-vi", "-o", &output, "--quiet"]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let statistics = crate::program::json(&place.path().join("tinh/thong-ke.json"));
    let data = Data::of_dataset(&Dataset::load(&place.path().join("tinh/du-lieu")).expect("the tables are there")).expect("sound tables");
    let frameworks = Frameworks::load(None).expect("our own frameworks");
    let book = Book::new(&statistics, &data, &frameworks);
    let mut pointers = Vec::new();
    counts("/by_unit", &statistics["by_unit"], &mut pointers);
    assert!(pointers.len() > 100, "{pointers:?}");
    let mut of_groups = Vec::new();
    counts("/by_group", &statistics["by_group"], &mut of_groups);
    pointers.extend(of_groups.into_iter().step_by(EVERY));
    let mut of_all = Vec::new();
    GROUPS.iter().for_each(|group| counts(&format!("/{group}"), &statistics[*group], &mut of_all));
    pointers.extend(of_all.into_iter().step_by(EVERY));
    let mut wrong = Vec::new();
    for pointer in &pointers {
        match book.figure(pointer) {
            Ok(explanation) if explanation.agrees => {}
            Ok(explanation) => wrong.push(format!("{pointer}: {} recounted as {}", explanation.value, explanation.recount)),
            Err(unknown) => wrong.push(format!("{pointer}: {}", unknown.because)),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), pointers.len(), wrong[..wrong.len().min(20)].join("\n"));

    // Unit, school and cell are named.
    let ran = ctcl(&["explain", &output, "/by_unit/1/figures/actions/overdue"]);
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success() && said.contains("khớp với thong-ke.json"), "{said}");
    let first = &statistics["overdue"].as_array().expect("work").iter().find(|work| work["certainty"] == "certain").expect("overdue");
    let (file, cell) = (first["origin"]["file"].as_str().expect("a file"), first["origin"]["cell"].as_str().expect("a cell"));
    assert!(file.starts_with("Sở GD&ĐT tỉnh Ngàn Hoa/Phòng GD&ĐT "), "{file}");
    let ran = ctcl(&["explain", &output, "/actions/overdue"]);
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    let row = said.lines().find(|line| line.contains(&format!("[{file}]")) && line.ends_with(cell)).unwrap_or_else(|| panic!("{said}"));
    assert!(row.contains("Phòng GD&ĐT") && row.contains("Trường"), "{row}");
}
