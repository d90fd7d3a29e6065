use jiff::civil::date;

use super::*;
use crate::register::Register;

fn read(lines: &str) -> (Vec<School>, Vec<Finding>) {
    read_sheets(&[("", lines)])
}

fn read_sheets(sheets: &[(&str, &str)]) -> (Vec<School>, Vec<Finding>) {
    let sheet =
        |(name, lines): &(&str, &str)| ListSheet { name: (*name).to_owned(), rows: of_csv(lines.as_bytes(), "truong.csv").expect("UTF-8") };
    let (schools, _, findings) = schools(&sheets.iter().map(sheet).collect::<Vec<_>>(), "truong.csv").expect("a list");
    (schools, findings)
}

fn told(findings: &[Finding]) -> Vec<(&'static str, String)> {
    findings.iter().map(|finding| (finding.rule.id, finding.cell.map_or_else(String::new, |cell| cell.to_string()))).collect()
}

#[test]
fn every_column_of_a_school_is_read() {
    let (schools, findings) = read(
        "DANH SÁCH TRƯỜNG,,,,,,,,,\n\nSTT;Mã trường\nTT,Mã trường,Tên trường,Loại hình,Xã/phường,Cụm,Tên khác,Cấp độ KĐCLGD,Mức độ CQG,Ngày công nhận,Mục tiêu (Mức)\n(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11)\n\
         1,01234567,Trường THCS Hoa Sen,THCS,Xã Ban Mai,Cụm 1,THCS Sen Hồng; THCS HS,Cấp độ 2,1,20/05/2022,Mức 3\n",
    );
    assert_eq!(findings, []);
    let school = School {
        id: "01234567".to_owned(),
        name: "Trường THCS Hoa Sen".to_owned(),
        kind: Some(SchoolKind::Thcs),
        commune: "Xã Ban Mai".to_owned(),
        cluster: "Cụm 1".to_owned(),
        aliases: vec!["THCS Sen Hồng".to_owned(), "THCS HS".to_owned()],
        accreditation: Some(2),
        national_standard: Some(1),
        recognised_on: Some(date(2022, 5, 20)),
        target_level: Some(3),
        framework: None,
        registered: true,
        geography: Default::default(),
        lineage: Default::default(),
    };
    assert_eq!(schools, [school]);
}

#[test]
fn the_separator_is_found_and_the_mark_of_excel_is_no_title() {
    for separator in [",", ";", "\t"] {
        let (schools, _) = read(&format!(
            "\u{feff}Mã trường{separator}Tên trường\n01234567{separator}\"Trường THCS\nHoa Sen\"\n\n01234568{separator}Trường THCS Hoa Hồng\n"
        ));
        assert_eq!(schools.iter().map(|school| school.id.as_str()).collect::<Vec<_>>(), ["01234567", "01234568"]);
    }
}

#[test]
fn each_fault_of_the_list_is_told_at_its_cell() {
    const HEADER: &str = "Mã trường,Tên trường,Loại hình,Xã/phường,Mức độ CQG,Ngày công nhận\n01234567,Trường THCS Hoa Sen,THCS,Xã Ban Mai,1,20/05/2022\n01234568,Trường THCS Hoa Hồng,,,,\n";
    for (line, told_at, count, message) in [
        ("01234569,,THCS,,,", ("S01", "B4"), 2, "Dòng 4 không có tên trường nên bị bỏ qua."),
        ("01234567,Trường THCS Hoa Mai,THCS,,,", ("S02", "A4"), 2, "Dòng 4: mã 01234567 đã có ở dòng 2; bỏ qua \"Trường THCS Hoa Mai\"."),
        (
            "1234569,Trường THCS Hoa Mai,THCS,,,",
            ("S03", "A4"),
            3,
            "Dòng 4: mã 1234569 chỉ có 7 chữ số, có lẽ đã mất số 0 ở đầu; đọc là 01234569.",
        ),
        (",Trường THCS Hoa Mai,THCS,,,", ("S04", "A4"), 3, "Dòng 4: \"Trường THCS Hoa Mai\" chưa có mã; tạm dùng \"thcs-hoa-mai\"."),
        (
            "01234569,Trường THCS Hoa Mai,Loại A,,,",
            ("S05", "C4"),
            3,
            "Dòng 4: không rõ loại hình \"Loại A\" của \"Trường THCS Hoa Mai\"; lấy THCS.",
        ),
        ("01234569,Trường THCS Hoa Mai,THCS,,,31/02/2022", ("S06", "F4"), 3, "Dòng 4: Ngày công nhận \"31/02/2022\" không đọc được."),
        ("01234569,Trường THCS Hoa Mai,THCS,,3,", ("S07", "E4"), 3, "Dòng 4: Mức độ CQG \"3\" không phải số từ 1 đến 2."),
        (",Tổng số: 2 trường,,,,", ("S08", "B4"), 2, "Dòng 4: \"Tổng số: 2 trường\" không phải một trường nên bị bỏ qua."),
        (",Khối 1,,,,", ("S08", "B4"), 2, "Dòng 4: \"Khối 1\" không phải một trường nên bị bỏ qua."),
        (
            "01234569,Trường THCS Hoa Sen,THCS,Ban Mai,,",
            ("S10", "B4"),
            3,
            "Dòng 4: \"Trường THCS Hoa Sen\" trùng tên, loại hình và xã/phường với dòng 2.",
        ),
    ] {
        let (schools, findings) = read(&format!("{HEADER}{line}\n"));
        assert_eq!(told(&findings), [(told_at.0, told_at.1.to_owned())], "{line}");
        assert_eq!(schools.len(), count, "{line}");
        assert_eq!(findings[0].message(), message);
    }
}

#[test]
fn schools_without_a_code_are_told_apart_by_commune_and_never_counted_twice() {
    let (schools, findings) =
        read("Tên trường,Xã\nTrường THCS Hoa Sen,Ban Mai\nTrường THCS Hoa Sen,Suối Mơ\nTrường THCS Hoa Sen,Suối Mơ\n");
    assert_eq!(schools.iter().map(|school| school.id.as_str()).collect::<Vec<_>>(), ["thcs-hoa-sen", "thcs-hoa-sen-suoi-mo"]);
    assert_eq!(told(&findings), [("S09", "A4".to_owned())]);
}

#[test]
fn names_that_differ_by_their_marks_are_those_of_two_schools() {
    for (first, second, shared) in [
        ("Trường THCS Đông Sơn,Xã Đông Sơn", "Trường THCS Đồng Sơn,Xã Đồng Sơn", false),
        ("Trường THCS Bình Minh,Xã Đông Sơn", "Trường THCS Bình Minh,Xã Đồng Sơn", false),
        ("Trường THCS Hoà Bình,Xã Đông Sơn", "Trường THCS Hòa Bình,Đông Sơn", true),
    ] {
        let (schools, findings) = read(&format!("Mã trường,Tên trường,Xã\n01234567,{first}\n01234568,{second}\n"));
        assert_eq!(schools.len(), 2);
        assert_eq!(!findings.is_empty(), shared, "{first} / {second}: {findings:?}");
    }
}

#[test]
fn who_runs_a_school_is_not_what_it_teaches() {
    let (schools, findings) = read("Tên trường,Loại hình\nTrường Mầm non Hoa Sen,Tư thục\nTrường Ong Vàng,Tư thục\n");
    assert_eq!(schools.iter().map(|school| school.kind).collect::<Vec<_>>(), [Some(SchoolKind::MamNon), None]);
    assert_eq!(told(&findings), [("S05", "B3".to_owned())]);
}

#[test]
fn most_codes_may_have_lost_their_zero() {
    let width = |codes: &[&str]| usual_width(codes.iter().map(|code| (*code).to_owned()));
    assert_eq!(width(&["1234567", "1234568", "01234569"]), Some(8));
    assert_eq!(width(&["12345678", "12345679", "1234567"]), Some(8));
    assert_eq!(width(&["1234567", "1234568"]), Some(8), "all of them");
    assert_eq!(width(&["123456789", "123456788"]), Some(10));
    assert_eq!(width(&["0123456", "1234567"]), Some(7), "codes of the office's own");
    assert_eq!(width(&["123456", "123457"]), Some(6));
    assert_eq!(width(&["AB12", ""]), None);
    assert!(lost_zeros("1234567", 8) && !lost_zeros("12345", 8) && !lost_zeros("A234567", 8));
}

#[test]
fn a_list_in_sections_gives_bare_names_their_kind() {
    let (schools, findings) = read(
        "DANH SÁCH,,,\nTT,Mã,Trường,Ghi chú\nI. MẦM NON,,,\n1,07901001,Sơn Ca,\nII,,Khối Tiểu học (2 trường),\n2,07902001,Lê Lợi,\n3,07902002,Trường THCS Trần Phú,\n,,\"Các trường khác\",\n4,07904001,Hoa Mai,\n",
    );
    let kinds = [Some(SchoolKind::MamNon), Some(SchoolKind::TieuHoc), Some(SchoolKind::Thcs), None];
    assert_eq!(schools.iter().map(|school| school.kind).collect::<Vec<_>>(), kinds);
    let said: Vec<String> = findings.iter().map(|finding| format!("{} {}", finding.rule.id, finding.message())).collect();
    assert_eq!(
        said,
        [
            "S08 Dòng 3: \"MẦM NON\" không phải một trường nên bị bỏ qua.",
            "S08 Dòng 5: \"Tiểu học\" không phải một trường nên bị bỏ qua.",
            "S08 Dòng 8: \"Các trường khác\" không phải một trường nên bị bỏ qua.",
            "S05 Dòng 9: danh sách thiếu cột Loại hình, tên cũng không nói loại hình của \"Hoa Mai\"; lấy để trống nên không đọc được tệp của trường.",
        ]
    );
}

#[test]
fn the_example_of_a_new_list_is_no_school() {
    let example =
        "Mã trường,Tên trường,Loại hình,Xã/phường\n01234567,Trường THCS Hoa Sen,THCS,Xã Ban Mai\n01234568,Trường THCS Hoa Hồng,THCS,\n";
    let (schools, findings) = read(&format!("DANH SÁCH TRƯỜNG,,,\n{EXAMPLE_NOTE},,,\n{example}"));
    assert_eq!(schools.iter().map(|school| school.id.as_str()).collect::<Vec<_>>(), ["01234568"]);
    assert_eq!(told(&findings), [("S43", "B4".to_owned())]);
    // In a list of the office's own making it is a school like any other.
    assert_eq!(read(example).0.len(), 2);
}

#[test]
fn a_list_without_names_is_refused() {
    let said =
        schools(&[ListSheet { name: String::new(), rows: vec![vec!["Mã".to_owned()]] }], "truong.xlsx").expect_err("no names").to_string();
    assert!(said.contains("truong.xlsx") && said.contains("Tên trường"), "{said}");
    assert!(of_csv(&[0xC3, 0x28], "truong.csv").is_err());
}

#[test]
fn the_titles_again_on_the_next_page_are_no_school() {
    let (schools, findings) =
        read("Mã trường,Tên trường\n01234567,Trường THCS Hoa Sen\nMã trường,Tên trường\n01234568,Trường THCS Hoa Mai\n");
    assert_eq!((schools.len(), findings.len()), (2, 0));
}

fn names(schools: &[School]) -> Vec<&str> {
    schools.iter().map(|school| school.name.as_str()).collect()
}

#[test]
fn a_school_with_nothing_beside_its_name_is_a_school_and_no_section() {
    let (schools, findings) =
        read("TT,Tên trường,Loại hình,Ghi chú\n1,Trường Mầm non Hoa Sen,,\n2,Trường Tiểu học Lê Lợi,,\n,Trường Mầm non công lập,,\n");
    assert_eq!(names(&schools), ["Trường Mầm non Hoa Sen", "Trường Tiểu học Lê Lợi"]);
    assert_eq!(told(&findings), [("S08", "B4".to_owned())]);
}

#[test]
fn a_commune_that_is_called_as_totals_begin_is_a_commune() {
    let (schools, findings) = read("Mã trường,Tên trường,Xã\nI. TIỂU HỌC,,\n01234501,Lê Lợi,Cộng Hòa\n01234502,Cộng Hòa,Tổng Cọt\n");
    assert_eq!(names(&schools), ["Lê Lợi", "Cộng Hòa"]);
    assert_eq!(told(&findings), [("S08", "B2".to_owned())]);
}

#[test]
fn communes_totals_and_campuses_between_schools_are_none() {
    let (schools, findings) = read(
        "STT,Tên đơn vị,Cấp học,Mã định danh\nXã An Bình,,,\n1,Mầm non Hoa Sen,,01234501\n,- Điểm lẻ Thôn 3,,\n2,Tiểu học Kim Đồng,,01234502\n\
         II. Thị trấn Nà Tấu (1 trường),,,\n3,Mầm non Hoa Sen,,01234503\nTổng cộng,3 trường,,\n",
    );
    let shown: Vec<_> = schools.iter().map(|school| (school.id.as_str(), school.commune.as_str())).collect();
    assert_eq!(shown, [("01234501", "Xã An Bình"), ("01234502", "Xã An Bình"), ("01234503", "Thị trấn Nà Tấu")]);
    let rows: Vec<_> = findings.iter().map(|finding| (finding.rule.id, finding.raw.as_deref().unwrap_or_default())).collect();
    assert_eq!(rows, [("S08", "Xã An Bình"), ("S08", "- Điểm lẻ Thôn 3"), ("S08", "Thị trấn Nà Tấu"), ("S08", "Tổng cộng")]);
}

#[test]
fn a_list_in_two_halves_side_by_side_is_one_list() {
    let (schools, findings) = read(
        "STT,Mã trường,Tên trường,Xã,,STT,Mã trường,Tên trường,Xã\n1,01234501,Mầm non Hoa Sen,A,,3,01234503,Tiểu học Lê Lợi,B\n\
         2,01234502,Mầm non Hoa Mai,A,,4,01234502,THCS Lê Lợi,B\n",
    );
    assert_eq!(names(&schools), ["Mầm non Hoa Sen", "Mầm non Hoa Mai", "Tiểu học Lê Lợi"]);
    assert_eq!(schools[2].commune, "B");
    assert_eq!(told(&findings), [("S02", "G3".to_owned())], "at the cell of its half");
    // Two columns of names that are no two halves.
    let (schools, _) = read("Mã trường,Tên trường,Loại hình,Tên trường\n01234501,Mầm non Hoa Sen,MN,Hoa Sen cũ\n");
    assert_eq!(names(&schools), ["Mầm non Hoa Sen"]);
}

#[test]
fn a_sheet_for_each_kind_is_a_part_of_the_list_and_another_table_about_the_schools_is_none() {
    let kinds = ("MN", "STT,Mã trường,Tên trường\n1,01234501,Hoa Sen\n2,01234502,Hoa Mai\n");
    let others = ("TIỂU HỌC", "STT,Mã trường,Tên trường\n1,01234503,Lê Lợi\n2,01234501,Kim Đồng\n3,01234505,Bế Văn Đàn\n");
    let (schools, findings) = read_sheets(&[kinds, ("Bìa", "DANH SÁCH\n"), others]);
    let shown: Vec<_> = schools.iter().map(|school| (school.name.as_str(), school.kind)).collect();
    let expected = [
        ("Hoa Sen", SchoolKind::MamNon),
        ("Hoa Mai", SchoolKind::MamNon),
        ("Lê Lợi", SchoolKind::TieuHoc),
        ("Bế Văn Đàn", SchoolKind::TieuHoc),
    ];
    assert_eq!(shown, expected.map(|(name, kind)| (name, Some(kind))));
    assert_eq!(told(&findings), [("S02", "B3".to_owned())]);
    assert_eq!(findings[0].sheet.as_deref(), Some("TIỂU HỌC"));
    assert_eq!(findings[0].message(), "Dòng 3: mã 01234501 đã có ở dòng 2 của trang \"MN\"; bỏ qua \"Kim Đồng\".");
    let statistics = ("Thống kê", "Tên trường,Mã trường,Số lớp\nHoa Sen,01234501,9\nHoa Mai,01234502,8\n");
    let (schools, findings) = read_sheets(&[kinds, statistics]);
    assert_eq!((schools.len(), findings.len()), (2, 0));
    let explained = ("Cách điền", "Cột,Ghi gì\nMã trường,Mã của ngành\nTên trường,Tên đầy đủ\nLoại hình,THCS\nNgày công nhận,20/05/2022\n");
    let (schools, findings) = read_sheets(&[kinds, explained]);
    assert_eq!((schools.len(), findings.len()), (2, 0), "{findings:?}");
    let older = ("2022-2023", "Mã trường,Tên trường\n01234501,Hoa Sen\n01234502,Hoa Mai\n01234509,Hoa Lan\n");
    let (schools, findings) = read_sheets(&[kinds, older]);
    assert_eq!((schools.len(), told(&findings)), (2, vec![("S13", String::new())]));
}

#[test]
fn kinds_that_stand_side_by_side_are_those_of_the_names_below() {
    let list = "DANH SÁCH TRƯỜNG,,,\nTT,Mầm non,Tiểu học,Khối THCS\n1,Hoa Sen,Kim Đồng,Lê Lợi\n2,Trường MN Hoa Mai,Nguyễn Trãi,\n3,Họa Mi,,TH&THCS An Bình\n,Cộng: 3,2,2 trường\n";
    let (register, findings) = Register::from_csv(list.as_bytes(), "ds.csv").expect("a list");
    let mut read: Vec<String> =
        register.schools.iter().map(|school| format!("{:?} {}", school.kind.map(SchoolKind::code), school.name)).collect();
    read.sort();
    let expected = [
        "Some(\"mam_non\") Hoa Sen",
        "Some(\"mam_non\") Họa Mi",
        "Some(\"mam_non\") Trường MN Hoa Mai",
        "Some(\"nhieu_cap\") TH&THCS An Bình",
        "Some(\"thcs\") Lê Lợi",
        "Some(\"tieu_hoc\") Kim Đồng",
        "Some(\"tieu_hoc\") Nguyễn Trãi",
    ];
    assert_eq!(read, expected);
    let ids: Vec<&str> = findings.iter().map(|finding| finding.rule.id).filter(|id| *id != "S04").collect();
    assert_eq!(ids, ["S49", "S08", "S08"], "counts in words; a number alone is no row of the list");
    let same = list.replace(',', ";").replace("TT;", "Xã;").replace("1;", "An Bình;");
    let (register, _) = Register::from_csv(same.as_bytes(), "ds.csv").expect("a list");
    assert_eq!((register.schools.len(), register.schools[0].commune.as_str()), (7, "An Bình"));
}

#[test]
fn tables_of_counts_or_of_words_about_the_kinds_list_no_schools() {
    for table in [
        "Nội dung,Mầm non,Tiểu học,THCS\nSố trường,5,7,4\n",
        "TT,Mầm non,Tiểu học,THCS\n1,5,7,4\n2,12 trường,3 trường,4\n",
        "Mầm non,Mầm non\nHoa Sen,Hoa Mai\n",
        "Trường Mầm non Hoa Sen,Trường Tiểu học Kim Đồng\nLan,Huệ\n",
    ] {
        assert!(Register::from_csv(table.as_bytes(), "ds.csv").is_err(), "{table}");
    }
}
