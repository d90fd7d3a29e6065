//! Each reason against a roll-up: exit 2 with the names, nothing written; accepted, it is done and recorded in the workbook.

use calamine::{Reader, Xlsx, open_workbook};

use super::*;

/// The neighbour's output with a text of its `nguon.json`, and of its figures, written otherwise.
fn changed(place: &Path, name: &str, changes: &[(&str, &str)]) -> PathBuf {
    let [_, neighbour] = outputs();
    let folder = place.join(name);
    for (file, bytes) in files(neighbour) {
        // The workbook carries the stamp as well; without it the folder is what it says.
        if file == "tong-hop.xlsx" {
            continue;
        }
        let path = folder.join(&file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(&path, bytes).expect("written");
    }
    for file in ["du-lieu/nguon.json", "thong-ke.json"] {
        let path = folder.join(file);
        let mut text = fs::read_to_string(&path).expect("read");
        for (from, to) in changes {
            assert!(file == "thong-ke.json" || text.contains(from), "{from} is not in {file}");
            text = text.replace(from, to);
        }
        fs::write(path, text).expect("written");
    }
    folder
}

/// What the workbook says of where its figures come from.
fn sources(output: &Path) -> String {
    let mut book: Xlsx<_> = open_workbook(output.join("tong-hop.xlsx")).expect("a workbook");
    let range = book.worksheet_range("Nguồn và cách tính").expect("a sheet");
    range.used_cells().map(|(_, _, cell)| cell.to_string()).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_reason_is_told_with_its_names_and_once_accepted_is_recorded() {
    let [district, neighbour] = outputs();
    let place = tempfile::tempdir().expect("a folder");
    let twin = changed(place.path(), "sinh-doi", &[("huyện Suối Mây", "huyện Suối Khác")]);
    let may = changed(place.path(), "cuoi-nam", &[("\"period\": \"hk1\"", "\"period\": \"hk2\"")]);
    let later = changed(place.path(), "nam-sau", &[("2023-2024", "2024-2025")]);
    let other = changed(place.path(), "khac-bo", &[("\"tt18-2018\": \"", "\"tt18-2018\": \"0")]);
    let hand = place.path().join("sua.xlsx");
    let task = statistics(district).overdue[0].task.clone();
    edited(&district.join("tong-hop.xlsx"), &hand, &task.replace('&', "&amp;"), "Việc khác hẳn");
    let cases: [(&str, [&Path; 2], &[&str]); 6] = [
        (
            "duplicate-school",
            [neighbour, &twin],
            &["6 trường có trong hai đơn vị", "Trường Mầm non Mây Hồng", "huyện Suối Mây", "huyện Suối Khác"],
        ),
        ("duplicate-unit", [neighbour, neighbour], &["Một đơn vị có trong hai kết quả: Phòng GD&ĐT huyện Suối Mây"]),
        (
            "mixed-period",
            [district, &may],
            &["Khác kỳ báo cáo", "Học kỳ I: Phòng GD&ĐT quận Hoa Phượng", "Cuối năm học: Phòng GD&ĐT huyện Suối Mây"],
        ),
        (
            "mixed-year",
            [district, &later],
            &["Khác năm học", "2023-2024: Phòng GD&ĐT quận Hoa Phượng", "2024-2025: Phòng GD&ĐT huyện Suối Mây"],
        ),
        ("framework-differs", [district, &other], &["Bộ tiêu chuẩn \"tt18-2018\" ở đơn vị khác với ở đây: Phòng GD&ĐT huyện Suối Mây"]),
        ("edited", [&hand, neighbour], &["đã bị sửa", "Phòng GD&ĐT quận Hoa Phượng", "trang Dữ liệu dòng"]),
    ];
    for (reason, inputs, names) in cases {
        let output = place.path().join(reason);
        // No half or year is asked for, so that only the mixture speaks against it.
        let config = place.path().join("ctcl.toml");
        fs::write(&config, "[unit]\nname = \"Sở GD&ĐT tỉnh Ngàn Hoa\"\nlevel = \"so\"\n").expect("written");
        let run = |more: &[&str]| {
            let mut arguments = vec!["rollup", text(inputs[0]), text(inputs[1]), "--config", text(&config), "-o", text(&output), "--quiet"];
            arguments.extend(more);
            let run = ctcl(&arguments);
            (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
        };
        let (code, told) = run(&[]);
        assert_eq!(code, Some(2), "{reason}: {told}");
        names.iter().for_each(|name| assert!(told.contains(name), "{reason}: {name}: {told}"));
        assert!(told.contains(&format!("--accept {reason}")) && !output.exists(), "{reason}: {told}");
        // Another reason settles nothing.
        let another = if reason == "edited" { "mixed-year" } else { "edited" };
        assert_eq!(run(&["--accept", another]).0, Some(2), "{reason}");

        let (code, told) = run(&["--accept", &format!("{reason}=Sở đã hỏi đơn vị ngày 12/01")]);
        assert_eq!((code, told.as_str()), (Some(0), ""), "{reason}");
        let sources = sources(&output);
        assert!(sources.contains("Chấp nhận khi gộp") && sources.contains("Lý do: Sở đã hỏi đơn vị ngày 12/01"), "{reason}: {sources}");
        assert!(sources.contains(names[0]), "{reason}: {sources}");
    }
}

#[test]
fn data_of_another_shape_is_refused_whatever_is_accepted() {
    let [district, _] = outputs();
    let place = tempfile::tempdir().expect("a folder");
    let other = changed(place.path(), "khac", &[("ctcl.data/1", "ctcl.data/7")]);
    let all = ["duplicate-school", "duplicate-unit", "mixed-period", "mixed-year", "edited", "framework-differs"];
    let accepted: Vec<&str> = all.iter().flat_map(|reason| ["--accept", reason]).collect();
    let (code, told) = rollup(&[district, &other], &place.path().join("ket-qua"), &accepted);
    assert_eq!(code, 2);
    assert!(told.contains("lược đồ \"ctcl.data/7\"") && told.contains("khac"), "{told}");
}

#[test]
fn a_unit_that_sent_nothing_is_named_in_figures_and_workbook() {
    let [district, _] = outputs();
    let place = tempfile::tempdir().expect("a folder");
    let output = place.path().join("ket-qua");
    let (code, told) = rollup(&[district], &output, &[]);
    assert_eq!((code, told.as_str()), (0, ""));
    assert_eq!(statistics(&output).missing_units, ["Phòng GD&ĐT huyện Suối Mây", "Phòng GD&ĐT huyện Đồng Lúa"]);
    let mut book: Xlsx<_> = open_workbook(output.join("tong-hop.xlsx")).expect("a workbook");
    let units = book.worksheet_range("Theo đơn vị").expect("a sheet");
    let cells: Vec<String> = units.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(cells.iter().any(|cell| cell == "Phòng GD&ĐT huyện Đồng Lúa"), "{cells:?}");
    assert!(sources(&output).contains("Đơn vị chưa gửi"));
}

#[test]
fn a_folder_whose_workbook_was_edited_is_refused_too() {
    let [district, neighbour] = outputs();
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path().join("sua");
    for (file, bytes) in files(district) {
        let path = folder.join(&file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, bytes).expect("written");
    }
    let task = statistics(district).overdue[0].task.clone();
    edited(&district.join("tong-hop.xlsx"), &folder.join("tong-hop.xlsx"), &task.replace('&', "&amp;"), "Việc khác hẳn");
    let (code, told) = rollup(&[&folder, neighbour], &place.path().join("ket-qua"), &[]);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("Phòng GD&ĐT quận Hoa Phượng") && told.contains("tong-hop.xlsx: trang Dữ liệu dòng"), "{told}");
}
