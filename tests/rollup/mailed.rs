//! Workbooks as they arrive by mail: saved again by another program, changed by hand, without their hidden sheet, in more sheets than one.

use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::*;

/// The workbook as LibreOffice saves it, nothing else done to it.
fn resaved(workbook: &Path, place: &Path) -> PathBuf {
    let (profile, into) = (place.join("ho-so"), place.join("tu-libreoffice"));
    let ran = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&into)
        .arg(workbook)
        .output()
        .expect("This test needs LibreOffice (`soffice`); `apt-get install libreoffice-calc` brings it.");
    let saved = into.join(workbook.file_name().expect("a file"));
    assert!(saved.is_file(), "{}", String::from_utf8_lossy(&ran.stderr));
    saved
}

/// Does something to a workbook with openpyxl, another program still.
fn by_hand(workbook: &Path, to: &Path, what: &str) {
    let script = format!("import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n{what}\nbook.save(sys.argv[2])\n");
    let python = ["python3", "/usr/bin/python3"]
        .into_iter()
        .find(|python| Command::new(python).args(["-c", "import openpyxl"]).output().is_ok_and(|ran| ran.status.success()))
        .expect("This test needs openpyxl; `apt-get install python3-openpyxl` brings it.");
    let ran = Command::new(python).args(["-c", &script]).args([workbook, to]).output().expect("started");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn a_workbook_saved_again_is_taken_and_one_that_was_changed_is_not() {
    let [district, neighbour] = outputs();
    let place = tempfile::tempdir().expect("a folder");
    let saved = resaved(&district.join("tong-hop.xlsx"), place.path());
    assert_ne!(fs::read(&saved).expect("read"), fs::read(district.join("tong-hop.xlsx")).expect("read"));
    for (name, inputs) in [("luu-lai", [&saved, neighbour]), ("thu-muc", [district, neighbour])] {
        let (code, told) = rollup(&[inputs[0].as_path(), inputs[1].as_path()], &place.path().join(name), &[]);
        assert_eq!((code, told.as_str()), (0, ""), "{name}");
    }
    assert!(files(&place.path().join("luu-lai")) == files(&place.path().join("thu-muc")), "another program's saving changes the roll-up");

    // Sorted and filtered, as people do: no change. One result turned round, one row gone: told with sheet and row.
    let (sorted, turned, shorter, bare) =
        (place.path().join("xep.xlsx"), place.path().join("sua.xlsx"), place.path().join("bot.xlsx"), place.path().join("tran.xlsx"));
    let find = "sheet = book['Dữ liệu đánh giá']\n\
        top = next(row for row in range(1, 30) if sheet.cell(row, 2).value == 'Tên trường')\n\
        place = next(column for column in range(1, 20) if sheet.cell(top, column).value == 'Kết quả')\n";
    by_hand(
        &saved,
        &sorted,
        &format!(
            "{find}first, last = top + 1, top + 2\nfor column in range(1, sheet.max_column + 1):\n    a, b = sheet.cell(first, column), sheet.cell(last, column)\n    a.value, b.value = b.value, a.value\nsheet.row_dimensions[top + 3].hidden = True"
        ),
    );
    let (code, told) = rollup(&[&sorted, neighbour], &place.path().join("xep"), &[]);
    assert_eq!((code, told.as_str()), (0, ""));
    by_hand(
        &saved,
        &turned,
        &format!("{find}cell = sheet.cell(top + 5, place)\ncell.value = 'Không đạt' if cell.value == 'Đạt' else 'Đạt'\nprint(top + 5)"),
    );
    by_hand(
        &saved,
        &shorter,
        &format!("{find}for column in range(1, sheet.max_column + 1):\n    sheet.cell(top + 5, column).value = None"),
    );
    by_hand(&saved, &bare, "del book['_ctcl']");
    let mut book: Xlsx<_> = open_workbook(&saved).expect("a workbook");
    let range = book.worksheet_range("Dữ liệu đánh giá").expect("a sheet");
    let top = (0..).find(|row| range.get_value((*row, 1)) == Some(&Data::String("Tên trường".to_owned()))).expect("titles") + 1;
    for (workbook, words) in [
        (&turned, format!("trang Dữ liệu đánh giá dòng {} không còn như khi ghi", top + 5)),
        (&shorter, "mất 1 dòng".to_owned()),
        (&bare, "đã bị lưu lại mất trang ẩn".to_owned()),
    ] {
        let (code, told) = rollup(&[workbook, neighbour], &place.path().join("khong"), &[]);
        assert_eq!(code, 2, "{told}");
        assert!(told.contains(&words) && (workbook == &bare || told.contains("Phòng GD&ĐT quận Hoa Phượng")), "{words}: {told}");
        assert!(told.contains(".xlsx") || workbook != &bare, "{told}");
        assert!(!place.path().join("khong").exists());
    }
}

/// The output of the district with so few rows a sheet that its tables go on over several.
fn in_many_sheets(place: &Path) -> PathBuf {
    let folder = sample("quan-hoa-phuong");
    let config = place.join("ctcl.toml");
    let settings = fs::read_to_string(folder.join("ctcl.toml")).expect("settings");
    let settings = settings
        .replace("register = \"", &format!("register = \"{}/", folder.display()))
        .replace("intake = \"", &format!("intake = \"{}/", folder.display()));
    fs::write(&config, format!("{settings}\n[thresholds]\nsheet_rows = 300\n")).expect("written");
    let output = place.join("nhieu-trang");
    let run = ctcl(&["report", text(&folder.join("bao-cao")), "--config", text(&config), "-o", text(&output), "--quiet"]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    output
}

#[test]
fn a_table_too_long_for_one_sheet_goes_on_over_others_and_rolls_up_again() {
    let [district, neighbour] = outputs();
    let place = tempfile::tempdir().expect("a folder");
    let output = in_many_sheets(place.path());
    assert_eq!(fs::read(output.join("thong-ke.json")).expect("read"), fs::read(district.join("thong-ke.json")).expect("read"));
    let (mut whole, mut split): (Xlsx<_>, Xlsx<_>) = (
        open_workbook(district.join("tong-hop.xlsx")).expect("a workbook"),
        open_workbook(output.join("tong-hop.xlsx")).expect("a workbook"),
    );
    let names = split.sheet_names();
    for name in ["Dữ liệu", "Dữ liệu đánh giá"] {
        let of = |book: &mut Xlsx<_>, name: &str| -> Vec<String> {
            let range = book.worksheet_range(name).expect("a sheet");
            let rows = range.rows().filter(|row| matches!(row[0], Data::Float(_)));
            rows.map(|row| row[..7].iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect()
        };
        let expected = of(&mut whole, name);
        let mut found = of(&mut split, name);
        let mut sheets = 1;
        while names.contains(&format!("{name}_{}", sheets + 1)) {
            sheets += 1;
            found.extend(of(&mut split, &format!("{name}_{sheets}")));
        }
        assert!(sheets > 1, "{name} stands on one sheet");
        assert_eq!(found, expected, "{name}");
        let said = split.worksheet_range(name).expect("a sheet");
        let said: Vec<String> = said.used_cells().take(12).map(|(_, _, cell)| cell.to_string()).collect();
        assert!(said.iter().any(|line| line.contains(&format!("bảng tiếp ở trang {name}_2"))), "{said:?}");
    }
    for sheet in ["Tổng quan", "Mức đạt theo tiêu chí"] {
        assert_eq!(split.worksheet_formula(sheet).expect("a sheet").used_cells().count(), 0, "{sheet} counts over one sheet of several");
    }

    let (mailed, hand) = (output.join("tong-hop.xlsx"), place.path().join("sua.xlsx"));
    for (name, input) in [("nhieu", mailed.as_path()), ("mot", district.as_path())] {
        let (code, told) = rollup(&[input, neighbour], &place.path().join(name), &[]);
        assert_eq!((code, told.as_str()), (0, ""), "{name}");
    }
    assert!(files(&place.path().join("nhieu")) == files(&place.path().join("mot")), "sheets make a difference");
    by_hand(&mailed, &hand, "book['Dữ liệu đánh giá_3'].cell(100, 2).value = 'Trường khác'");
    let (code, told) = rollup(&[&hand, neighbour], &place.path().join("khong"), &[]);
    assert_eq!(code, 2);
    assert!(told.contains("trang Dữ liệu đánh giá_3 dòng 100"), "{told}");
}
