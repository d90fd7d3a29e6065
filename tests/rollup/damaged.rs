//! Outputs that came cut short, put together by hand or meant to do harm: refused in words with exit 2, never a crash, nothing written.

use ctcl::dataset::stamp::sha256;

use super::*;

/// The neighbour's output, file by file, without the workbook: it carries the same once more.
fn neighbour() -> Vec<(String, Vec<u8>)> {
    let [_, neighbour] = outputs();
    files(neighbour).into_iter().filter(|(name, _)| name != "tong-hop.xlsx" && !name.starts_with("bieu-do")).collect()
}

fn zip_of(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut bundle = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        bundle.start_file(name.as_str(), SimpleFileOptions::default()).expect("started");
        bundle.write_all(bytes).expect("written");
    }
    bundle.finish().expect("finished").into_inner()
}

fn of<'f>(files: &'f mut [(String, Vec<u8>)], name: &str) -> &'f mut Vec<u8> {
    &mut files.iter_mut().find(|(known, _)| known == name).expect("a file of the output").1
}

/// Another content for a table, with the hash that goes with it.
fn with_table(name: &str, bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut files = neighbour();
    let table = of(&mut files, &format!("du-lieu/{name}.parquet"));
    let (old, new) = (sha256(table), sha256(&bytes));
    *table = bytes;
    let stamp = of(&mut files, "du-lieu/nguon.json");
    *stamp = String::from_utf8(stamp.clone()).expect("text").replace(&old, &new).into_bytes();
    files
}

fn without(name: &str) -> Vec<(String, Vec<u8>)> {
    neighbour().into_iter().filter(|(known, _)| known != name).collect()
}

fn replaced(name: &str, from: &str, to: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = neighbour();
    let bytes = of(&mut files, name);
    let text = String::from_utf8(bytes.clone()).expect("text");
    assert!(text.contains(from), "{from} is not in {name}");
    *bytes = text.replace(from, to).into_bytes();
    files
}

fn nested(levels: usize) -> Vec<u8> {
    (0..levels).fold(zip_of(&neighbour()), |inner, level| zip_of(&[(format!("goi-{level}.zip"), inner)]))
}

#[test]
fn what_is_damaged_or_forged_is_refused_in_words() {
    let whole = zip_of(&neighbour());
    let [district, _] = outputs();
    let workbook = fs::read(district.join("tong-hop.xlsx")).expect("read");
    let other_table = of(&mut neighbour(), "du-lieu/schools.parquet").clone();
    let cases: Vec<(&str, Vec<u8>, &[&str])> = vec![
        ("cat-ngan.zip", whole[..whole.len() / 2].to_vec(), &["cat-ngan.zip", "hỏng"]),
        ("rong.zip", Vec::new(), &["rong.zip"]),
        ("thu.zip", b"Kinh gui Phong".to_vec(), &["thu.zip"]),
        ("goi-trong.zip", zip_of(&[]), &["goi-trong.zip"]),
        ("bon-lop.zip", nested(4), &["bon-lop.zip", "tầng"]),
        ("thieu-bang.zip", zip_of(&without("du-lieu/actions.parquet")), &["thieu-bang.zip", "thiếu tệp du-lieu/actions.parquet"]),
        ("thieu-so.zip", zip_of(&without("thong-ke.json")), &["thiếu tệp thong-ke.json"]),
        ("thieu-dau.zip", zip_of(&without("du-lieu/nguon.json")), &["không có du-lieu/nguon.json"]),
        (
            "sai-ma.zip",
            zip_of(&replaced("du-lieu/nguon.json", "\"actions\": \"", "\"actions\": \"0")),
            &["actions.parquet không còn như khi ghi"],
        ),
        (
            "khong-ma.zip",
            zip_of(&replaced("du-lieu/nguon.json", "\"actions\": \"", "\"action\": \"")),
            &["actions.parquet không còn như khi ghi"],
        ),
        ("khong-json.zip", zip_of(&replaced("du-lieu/nguon.json", "{", "[")), &["nguon.json không đúng dạng"]),
        ("khong-ngay.zip", zip_of(&replaced("du-lieu/nguon.json", "2024-01-10", "2024-13-40")), &["nguon.json không đúng dạng"]),
        (
            "cu.zip",
            zip_of(&replaced("du-lieu/nguon.json", "ctcl.data/1", "ctcl.data/0")),
            &["ctcl.data/0", "bản cũ hơn", "chạy lại ctcl report"],
        ),
        (
            "moi.zip",
            zip_of(&replaced("du-lieu/nguon.json", "ctcl.data/1", "ctcl.data/12")),
            &["ctcl.data/12", "bản mới hơn", "cập nhật ctcl"],
        ),
        ("la.zip", zip_of(&replaced("thong-ke.json", "ctcl.statistics/1", "other")), &["\"other\"", "không phải kết quả của ctcl"]),
        ("so-do.zip", zip_of(&replaced("thong-ke.json", "{", "")), &["thong-ke.json không đúng dạng"]),
        ("rac.zip", zip_of(&with_table("actions", b"PAR1 garbage PAR1".to_vec())), &["\"actions.parquet\" bị hỏng"]),
        ("bang-rong.zip", zip_of(&with_table("evidence", Vec::new())), &["\"evidence.parquet\" bị hỏng"]),
        ("bang-khac.zip", zip_of(&with_table("actions", other_table)), &["\"actions.parquet\" thiếu cột", "chạy lại ctcl report"]),
        ("cut.xlsx", workbook[..workbook.len() / 3].to_vec(), &["cut.xlsx"]),
        ("thu.xlsx", b"Kinh gui Phong".to_vec(), &["thu.xlsx"]),
        ("trong.xlsx", Vec::new(), &["trong.xlsx"]),
    ];
    let place = tempfile::tempdir().expect("a folder");
    let output = place.path().join("ket-qua");
    for (name, bytes, words) in cases {
        let input = place.path().join(name);
        fs::write(&input, bytes).expect("written");
        let (code, told) = rollup(&[&input], &output, &[]);
        assert_eq!(code, 2, "{name}: {told}");
        words.iter().for_each(|word| assert!(told.contains(word), "{name}: {word}: {told}"));
        assert!(!told.contains("panic") && !output.exists(), "{name}: {told}");
    }
}

/// A table whose bytes were turned and whose hash was turned with them: read as it is, or refused; the program does not fall over.
#[test]
fn a_forged_table_never_ends_the_program() {
    let place = tempfile::tempdir().expect("a folder");
    let sound = of(&mut neighbour(), "du-lieu/actions.parquet").clone();
    for turn in 0..12 {
        let mut bytes = sound.clone();
        let at = if turn < 6 { bytes.len() - 9 - turn * 97 } else { bytes.len() * (turn - 5) / 8 };
        bytes[at] ^= 0x5a;
        let (input, output) = (place.path().join(format!("{turn}.zip")), place.path().join(format!("ra-{turn}")));
        fs::write(&input, zip_of(&with_table("actions", bytes))).expect("written");
        let (code, told) = rollup(&[&input], &output, &[]);
        assert!(code == 0 || code == 2, "{turn}: {code}: {told}");
        assert!(!told.contains("panicked") && (code == 0) == output.exists(), "{turn}: {told}");
    }
}

#[test]
fn names_that_lead_elsewhere_lead_nowhere_and_a_bundle_in_a_bundle_is_read() {
    let place = tempfile::tempdir().expect("a folder");
    let stray: Vec<(String, Vec<u8>)> = neighbour().into_iter().map(|(name, bytes)| (format!("../../thoat/{name}"), bytes)).collect();
    for (name, bytes) in [("leo.zip", zip_of(&stray)), ("hai-lop.zip", nested(1)), ("thang.zip", zip_of(&neighbour()))] {
        let below = place.path().join("a/b");
        fs::create_dir_all(&below).expect("created");
        fs::write(below.join(name), bytes).expect("written");
        let (code, told) = rollup(&[&below.join(name)], &place.path().join(name.replace(".zip", "")), &[]);
        assert_eq!((code, told.as_str()), (0, ""), "{name}");
    }
    assert!(!place.path().join("thoat").exists() && !place.path().join("a/thoat").exists());
    let straight = fs::read(place.path().join("thang/thong-ke.json")).expect("written");
    for name in ["leo", "hai-lop"] {
        assert!(fs::read(place.path().join(name).join("thong-ke.json")).expect("written") == straight, "{name}");
    }
}
