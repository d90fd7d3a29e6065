//! Outputs of two units rolled up with the program itself: folder, bundle or workbook, in any order, make no difference.

mod damaged;
mod mailed;
mod refused;

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use calamine::{Reader, Xlsx, open_workbook};
use ctcl::stats::Statistics;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::program::{ctcl, files, root};

/// The outputs of the district and of its neighbour, made once.
fn outputs() -> &'static [PathBuf; 2] {
    static OUTPUTS: OnceLock<(tempfile::TempDir, [PathBuf; 2])> = OnceLock::new();
    let (_, outputs) = OUTPUTS.get_or_init(|| {
        let place = tempfile::tempdir().expect("a folder");
        let outputs = ["quan-hoa-phuong", "huyen-suoi-may"].map(|unit| {
            let output = place.path().join(unit);
            let folder = sample(unit);
            let run = ctcl(&[
                "report",
                text(&folder.join("bao-cao")),
                "--config",
                text(&folder.join("ctcl.toml")),
                "-o",
                text(&output),
                "--quiet",
            ]);
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
            output
        });
        (place, outputs)
    });
    outputs
}

fn sample(unit: &str) -> PathBuf {
    root().join("sample-data").join(unit)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in Unicode")
}

/// What `rollup` says, and its exit code.
fn rollup(inputs: &[&Path], output: &Path, more: &[&str]) -> (i32, String) {
    let config = sample("tinh-ngan-hoa").join("ctcl.toml");
    let mut arguments = vec!["rollup"];
    arguments.extend(inputs.iter().map(|input| text(input)));
    arguments.extend(["--config", text(&config), "-o", text(output), "--quiet"]);
    arguments.extend(more);
    let run = ctcl(&arguments);
    (run.status.code().expect("an exit code"), String::from_utf8_lossy(&run.stderr).into_owned())
}

fn zipped(folder: &Path, to: &Path) {
    let mut bundle = ZipWriter::new(fs::File::create(to).expect("created"));
    for (name, bytes) in files(folder) {
        bundle.start_file(format!("ket-qua/{name}"), SimpleFileOptions::default()).expect("started");
        bundle.write_all(&bytes).expect("written");
    }
    bundle.finish().expect("finished");
}

/// The workbook with `from` written as `to` in its texts.
fn edited(workbook: &Path, to_path: &Path, from: &str, to: &str) {
    let mut archive = ZipArchive::new(Cursor::new(fs::read(workbook).expect("read"))).expect("a workbook");
    let mut bundle = ZipWriter::new(fs::File::create(to_path).expect("created"));
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).expect("a member");
        let name = member.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).expect("unpacked");
        if name.ends_with("sharedStrings.xml") {
            let texts = String::from_utf8(bytes).expect("text");
            assert!(texts.contains(from), "{from} is not there");
            bytes = texts.replace(from, to).into_bytes();
        }
        bundle.start_file(name, SimpleFileOptions::default()).expect("started");
        bundle.write_all(&bytes).expect("written");
    }
    bundle.finish().expect("finished");
}

fn statistics(output: &Path) -> Statistics {
    serde_json::from_slice(&fs::read(output.join("thong-ke.json")).expect("written")).expect("figures")
}

#[test]
fn folder_bundle_and_workbook_in_any_order_give_the_same_bytes() {
    let [district, neighbour] = outputs();
    let place = tempfile::tempdir().expect("a folder");
    let bundle = place.path().join("suoi-may.zip");
    zipped(neighbour, &bundle);
    let mailed = place.path().join("gui Sở.xlsx");
    fs::copy(district.join("tong-hop.xlsx"), &mailed).expect("copied");
    let runs: [(&str, [&Path; 2]); 3] = [("a", [district, neighbour]), ("b", [&bundle, &mailed]), ("c", [&mailed, neighbour])];
    for (name, inputs) in runs {
        let (code, told) = rollup(&inputs, &place.path().join(name), &[]);
        assert_eq!((code, told.as_str()), (0, ""), "{name}");
    }
    let first = files(&place.path().join("a"));
    for name in ["b", "c"] {
        let again = files(&place.path().join(name));
        assert!(first.keys().eq(again.keys()), "other files in {name}");
        for (file, bytes) in &first {
            assert!(*bytes == again[file], "{file} differs in {name}");
        }
    }

    let (whole, own) = (statistics(&place.path().join("a")), [district, neighbour].map(|output| statistics(output)));
    assert_eq!(whole.schools.reported, own.iter().map(|unit| unit.schools.reported).sum::<usize>());
    assert_eq!(whole.actions.total, own.iter().map(|unit| unit.actions.total).sum::<usize>());
    assert_eq!(whole.cost.total_vnd, own.iter().map(|unit| unit.cost.total_vnd).sum::<i64>());
    assert_eq!(whole.by_school.len(), own.iter().map(|unit| unit.by_school.len()).sum::<usize>());
    let names: Vec<&str> = whole.by_unit.iter().map(|unit| unit.unit.name.as_str()).collect();
    assert_eq!(names, ["Phòng GD&ĐT huyện Suối Mây", "Phòng GD&ĐT quận Hoa Phượng"]);
    assert_eq!(whole.by_unit[1].figures.schools, own[0].schools);
    assert_eq!(whole.by_unit[1].figures.actions, own[0].actions);
    assert_eq!(whole.missing_units, ["Phòng GD&ĐT huyện Đồng Lúa"]);

    // The roll-up is an output like any other.
    let (code, told) = rollup(&[&place.path().join("a/tong-hop.xlsx")], &place.path().join("bo"), &["--accept", "duplicate-unit"]);
    assert_eq!((code, told.as_str()), (0, ""));
    assert_eq!(statistics(&place.path().join("bo")).by_criterion, whole.by_criterion);
}

#[test]
fn a_workbook_edited_after_writing_is_refused_with_its_row() {
    let [district, neighbour] = outputs();
    let place = tempfile::tempdir().expect("a folder");
    let mailed = place.path().join("sua.xlsx");
    let task = statistics(district).overdue[0].task.clone();
    edited(&district.join("tong-hop.xlsx"), &mailed, &task.replace('&', "&amp;"), "Việc khác hẳn");
    let (code, told) = rollup(&[&mailed, neighbour], &place.path().join("ket-qua"), &[]);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("đã bị sửa") && told.contains("Phòng GD&ĐT quận Hoa Phượng") && told.contains("trang Dữ liệu dòng"), "{told}");
    assert!(!place.path().join("ket-qua").exists());

    let (code, told) = rollup(&[&mailed, neighbour], &place.path().join("ket-qua"), &["--accept", "edited=Phòng đã gửi công văn"]);
    assert_eq!((code, told.as_str()), (0, ""));
    let (code, _) = rollup(&[district, neighbour], &place.path().join("goc"), &[]);
    assert_eq!(code, 0);
    assert_eq!(statistics(&place.path().join("ket-qua")), statistics(&place.path().join("goc")));
}

#[test]
fn what_cannot_be_rolled_up_is_refused_with_the_names() {
    let [district, neighbour] = outputs();
    let place = tempfile::tempdir().expect("a folder");
    let output = place.path().join("ket-qua");
    let refused = |inputs: &[&Path], more: &[&str], words: &[&str]| {
        let (code, told) = rollup(inputs, &output, more);
        assert_eq!(code, 2, "{told}");
        words.iter().for_each(|word| assert!(told.contains(word), "{word}: {told}"));
        assert!(!output.exists());
    };
    refused(&[district, neighbour, district], &[], &["Một đơn vị có trong hai kết quả: Phòng GD&ĐT quận Hoa Phượng"]);
    refused(&[district], &["--year", "2024-2025"], &["Khác năm học (cần 2024-2025)"]);
    refused(&[district], &["--period", "hk2"], &["Khác kỳ báo cáo (cần Cuối năm học)"]);
    refused(&[place.path()], &[], &["không có du-lieu/nguon.json hay tệp tong-hop.xlsx nào"]);
    refused(&[&sample("quan-hoa-phuong").join("danh-sach-truong.xlsx")], &[], &["không mang dữ liệu để gộp"]);

    for output in [district.as_path(), district.parent().expect("a folder")] {
        let before = files(district);
        let (code, told) = rollup(&[district, neighbour], output, &[]);
        assert_eq!(code, 2, "{told}");
        assert!(told.contains("Thư mục sau -o") && files(district) == before, "{told}");
    }

    let other = place.path().join("khac");
    for (name, bytes) in files(neighbour) {
        let path = other.join(&name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, bytes).expect("written");
    }
    let figures = fs::read_to_string(other.join("thong-ke.json")).expect("read");
    fs::write(other.join("thong-ke.json"), figures.replace("ctcl.statistics/1", "ctcl.statistics/9")).expect("written");
    refused(&[district, &other], &[], &["lược đồ \"ctcl.statistics/9\""]);
    fs::write(other.join("thong-ke.json"), figures).expect("written");
    let stamp = fs::read_to_string(other.join("du-lieu/nguon.json")).expect("read");
    fs::write(other.join("du-lieu/nguon.json"), stamp.replace("huyện Suối Mây", "huyện Suối Khác")).expect("written");
    refused(&[neighbour, &other], &[], &["trường có trong hai đơn vị", "huyện Suối Khác"]);
    fs::copy(district.join("du-lieu/actions.parquet"), other.join("du-lieu/actions.parquet")).expect("copied");
    refused(&[district, &other], &[], &["bảng actions.parquet không còn như khi ghi"]);
}

#[test]
fn a_roll_up_is_kept_by_period_and_shows_the_trend_and_what_changed() {
    let place = tempfile::tempdir().expect("a folder");
    let (store, units) = (place.path().join("kho"), place.path().join("don-vi.csv"));
    fs::write(&units, "Tên đơn vị\nUBND xã Ban Mai\n").expect("written");
    let config = place.path().join("ctcl.toml");
    let unit = "[unit]\nname = \"Sở GD&ĐT tỉnh Ngàn Hoa\"\nlevel = \"so\"\nparent = \"Bộ GD&ĐT\"\n";
    fs::write(&config, format!("units = \"don-vi.csv\"\n{unit}")).expect("written");
    let rolled_up = |sample: &str, more: &[&str]| -> PathBuf {
        let (folder, own) = (self::sample(sample), place.path().join(sample));
        let run =
            ctcl(&["report", text(&folder.join("bao-cao")), "--config", text(&folder.join("ctcl.toml")), "-o", text(&own), "--quiet"]);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let output = place.path().join(format!("tinh-{sample}"));
        let mut arguments = vec!["rollup", text(&own), "--config", text(&config), "-o", text(&output), "--store", text(&store), "--quiet"];
        arguments.extend(more);
        let run = ctcl(&arguments);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        output
    };
    let january = rolled_up("xa-ban-mai", &[]);
    let may = rolled_up("xa-ban-mai-cuoi-nam", &["--previous", text(&january)]);
    let mut book: Xlsx<_> = open_workbook(may.join("tong-hop.xlsx")).expect("a workbook");
    let names = book.sheet_names();
    for name in ["Xu hướng", "So với kỳ trước", "Trường thay đổi", "Việc thay đổi"] {
        assert!(names.iter().any(|known| known == name), "{name} in {names:?}");
    }
    let trend = book.worksheet_range("Xu hướng").expect("a sheet");
    let row = |period: &str| {
        let row = trend.rows().find(|row| row[0] == period).unwrap_or_else(|| panic!("{period} is there"));
        row.iter().filter_map(calamine::DataType::as_f64).map(|figure| figure.to_string()).collect::<Vec<_>>().join(" ")
    };
    for (output, period) in [(&january, "Học kỳ I 2026-2027"), (&may, "Cuối năm học 2026-2027")] {
        let schools = statistics(output).schools;
        let share = schools.reported as f64 / schools.expected.expect("a register") as f64;
        let all = [schools.on_time, schools.late, schools.missing, schools.unreadable].map(|count| count.to_string()).join(" ");
        assert_eq!(row(period), format!("{} {} {share} {all}", schools.expected.expect("a register"), schools.reported));
    }
    for chart in ["cong-viec", "nop-bao-cao", "qua-han"] {
        assert!(
            may.join(format!("bieu-do/xu-huong-{chart}.png")).is_file() && !january.join(format!("bieu-do/xu-huong-{chart}.png")).exists()
        );
    }
    assert!(store.join("school_year=2026-2027/period=hk2/unit=so-gd-dt-tinh-ngan-hoa/schools.parquet").is_file());
}
