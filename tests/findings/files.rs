//! Files and schools: which file is whose, which version counts, what a bundle holds.

use std::collections::BTreeSet;

use super::*;
use crate::hostile::book;

#[test]
fn a_bundle_may_hold_workbooks_uncompressed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("cum-1.zip");
    let mut bundle = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["a.xlsx", "b/c.ods"] {
        bundle.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).expect("started");
        bundle.write_all(&workbook(&[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"])])).expect("written");
    }
    std::fs::write(&path, bundle.finish().expect("finished").into_inner()).expect("written");
    let (sources, _) = find(&[path], &Limits::default()).expect("found");
    assert_eq!(sources.iter().map(|source| source.name.as_ref()).collect::<Vec<_>>(), ["cum-1.zip/a.xlsx", "cum-1.zip/b/c.ods"]);
}

#[test]
fn the_offices_list_speaks_for_every_copy_of_a_file() {
    let papers = [plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"])];
    let read = Desk::new()
        .file("thcs hoa sen - ban sao.xlsx", &papers)
        .file("thcs hoa sen.xlsx", &papers)
        .received("thcs hoa sen.xlsx", "12/01/2024")
        .judged();
    assert_eq!(states(&read), BTreeMap::from([("thcs hoa sen - ban sao.xlsx", "accepted"), ("thcs hoa sen.xlsx", "duplicate")]));
    assert!(read.submissions.iter().all(|submission| submission.received_on == Some(date(2024, 1, 12))));
    assert_eq!(of(&read, "S26").len(), 0);
}

#[test]
fn one_file_in_the_folders_of_two_schools_is_a_report_of_each() {
    let papers = [plan("", &["1|1.1|Đủ|Rà soát|HT||"])];
    let again = "THCS Hoa Sen/ban sao.xlsx";
    let read = Desk::new().file("THCS Hoa Sen/kh.xlsx", &papers).file(again, &papers).file("MN Hoa Mai/kh.xlsx", &papers).judged();
    assert_eq!(
        states(&read),
        BTreeMap::from([("MN Hoa Mai/kh.xlsx", "accepted"), (again, "accepted"), ("THCS Hoa Sen/kh.xlsx", "duplicate")])
    );
    assert_eq!(read.actions.iter().map(|action| action.school_id.as_str()).collect::<std::collections::BTreeSet<_>>().len(), 2);
    assert_eq!(of(&read, "S73").iter().filter_map(|finding| finding.file.as_deref()).collect::<Vec<_>>(), [again]);
}

#[test]
fn a_lock_whose_workbook_did_not_come_with_it_is_told() {
    let papers = [plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"])];
    let read = Desk::new()
        .file("thcs hoa sen.xlsx", &papers)
        .file("~$thcs hoa sen.xlsx", &papers)
        .file("mn/~$MN Hoa Mai.xlsx", &papers)
        .file("mn/.~lock.thcs hoa sen.xlsx#", &papers)
        .judged();
    let told = |id: &str| of(&read, id).iter().filter_map(|finding| finding.file.as_deref().map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(told("F27"), ["~$thcs hoa sen.xlsx"]);
    assert_eq!(told("F28"), ["mn/.~lock.thcs hoa sen.xlsx#", "mn/~$MN Hoa Mai.xlsx"]);
}

#[test]
fn a_boarding_school_is_not_the_other_of_its_name() {
    let list = "Mã trường,Tên trường,Loại hình,Xã/phường\n\
        09900001,Trường THCS Chim Én,THCS,Xã Ban Mai\n\
        09900002,Trường PTDTNT THCS Chim Én,THCS,Xã Ban Mai\n\
        09900003,Trường PTDTBT THCS Đại Bàng,THCS,Xã Ban Mai\n\
        09900004,Trường Tiểu học Đại Bàng,Tiểu học,Xã Ban Mai\n\
        09900005,Trường PTDTBT Tiểu học Đại Bàng,Tiểu học,Xã Ban Mai\n";
    let (register, told) = Register::from_csv(list.as_bytes(), "danh-sach.csv").expect("a list");
    assert_eq!(told, [], "two schools, and no doubt about it");
    let desk = || Desk { office: Office { register: register.clone(), ..Office::in_year(2023) }, ..Desk::new() };
    for (written, id) in [
        ("TRƯỜNG THCS CHIM ÉN", "09900001"),
        ("TRƯỜNG PTDTNT THCS CHIM ÉN", "09900002"),
        ("Trường phổ thông dân tộc nội trú THCS Chim Én", "09900002"),
        ("TRƯỜNG THCS ĐẠI BÀNG", "09900003"),
        ("TRƯỜNG TIỂU HỌC ĐẠI BÀNG", "09900004"),
        ("TRƯỜNG PTDTBT TIỂU HỌC ĐẠI BÀNG", "09900005"),
        ("Trường Phổ thông dân tộc bán trú Tiểu học Đại Bàng", "09900005"),
    ] {
        let read = desk().file("bao cao.xlsx", &[plan(written, &["1|1.1|Đủ|Rà soát|HT||"])]).judged();
        let owners: Vec<&str> = read.actions.iter().map(|action| action.school_id.as_str()).collect();
        assert_eq!(owners, [id], "{written}: {}", message(&read, "S22"));
    }
}

#[test]
fn a_name_that_goes_on_below_its_kind_is_one_name() {
    let owner = |desk: Desk, lines: &[&str]| {
        let rows = [lines, &[PLAN, "1|1.1|Đủ|Rà soát|HT||"]].concat();
        let read = desk.file("bao cao.xlsx", &[Paper::of("KH", &rows)]).judged();
        read.actions.first().map_or_else(|| of(&read, "S20").len().to_string(), |action| action.school_id.clone())
    };
    let nobodys = || Desk { office: Office::in_year(2023), ..Desk::new() };
    for (lines, listed, unlisted) in [
        (&["UBND XÃ BAN MAI", "TRƯỜNG TRUNG HỌC CƠ SỞ", "HOA SEN"][..], "09900001", "thcs-hoa-sen"),
        (&["UBND XÃ BAN MAI", "TRƯỜNG TRUNG HỌC CƠ SỞ\nHOA SEN"], "09900001", "thcs-hoa-sen"),
        (&["UBND XÃ BAN MAI\nTRƯỜNG MẦM NON\nHOA MAI"], "09900006", "mam-non-hoa-mai"),
        (&["TRƯỜNG PTDTBT THCS||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CHIM ÉN||Độc lập - Tự do - Hạnh phúc"], "09900005", "thcs-chim-en"),
        // A title, a date, a teacher's group are no names.
        (&["TRƯỜNG TRUNG HỌC CƠ SỞ", "KẾ HOẠCH CẢI TIẾN"], "1", "1"),
        (&["TRƯỜNG TRUNG HỌC CƠ SỞ", "Tổ Văn phòng"], "1", "1"),
        (&["TRƯỜNG TRUNG HỌC CƠ SỞ", "", "HOA SEN"], "1", "1"),
    ] {
        assert_eq!(owner(Desk::new(), lines), listed, "{lines:?}");
        assert_eq!(owner(nobodys(), lines), unlisted, "{lines:?}");
    }
    // What stands below is believed only where the list knows it.
    assert_eq!(owner(Desk::new(), &["TRƯỜNG TRUNG HỌC CƠ SỞ", "Khối Chín"]), "1");
}

#[test]
fn a_school_outside_the_register_keeps_the_name_of_its_papers() {
    let name = |school: &str| {
        let read = Desk::new().file("a.xlsx", &[plan(school, &["1|1.1|Đủ|Rà soát|HT||"])]).judged();
        read.schools.into_iter().find(|school| !school.registered).map(|school| (school.id, school.name))
    };
    for (written, id, shown) in [
        ("TRƯỜNG TH&THCS LÁ PHONG", "th-thcs-la-phong", "Trường TH&THCS Lá Phong"),
        ("Trường THCS và THPT Lá Phong", "thcs-thpt-la-phong", "Trường THCS&THPT Lá Phong"),
        ("TRƯỜNG PTDTBT THCS LÁ PHONG", "thcs-la-phong", "Trường PTDTBT THCS Lá Phong"),
        ("TRƯỜNG MẦM NON LÁ PHONG", "mam-non-la-phong", "Trường Mầm non Lá Phong"),
    ] {
        assert_eq!(name(written), Some((id.to_owned(), shown.to_owned())), "{written}");
    }
}

#[test]
fn schools_of_one_name_are_told_apart_by_commune_or_asked_about() {
    let owner = |lines: [&str; 2]| {
        let rows = [lines[0], lines[1], PLAN, "1|1.1|Đủ|Rà soát|HT||"];
        let read = Desk::new().file("bao cao.xlsx", &[Paper::of("KH", &rows)]).judged();
        read.actions.first().map_or_else(|| message(&read, "S22"), |action| action.school_id.clone())
    };
    assert_eq!(owner(["UBND PHƯỜNG SUỐI MƠ", "TRƯỜNG TIỂU HỌC BÌNH MINH"]), "09900003");
    assert_eq!(owner(["UBND XÃ BAN MAI", "TRƯỜNG TIỂU HỌC BÌNH MINH"]), "09900002");
    assert!(owner(["", "TRƯỜNG TIỂU HỌC BÌNH MINH"]).contains("09900002") && owner(["", "TRƯỜNG TIỂU HỌC BÌNH MINH"]).contains("09900003"));
    assert_eq!(owner(["Mã trường: 09900003", "TRƯỜNG TIỂU HỌC BÌNH MINH"]), "09900003");
    assert_eq!(owner(["", "Trường THCS Sen Hồng"]), "09900001");
    for name in ["TRƯỜNG TH VÀ THCS ĐẠI BÀNG", "Trường Tiểu học và THCS Đại Bàng", "TRƯỜNG TH & THCS ĐẠI BÀNG", "TRƯỜNG TH-THCS ĐẠI BÀNG"]
    {
        assert_eq!(owner(["", name]), "09900004", "{name}");
    }
    for name in ["TRƯỜNG PTDTBT THCS CHIM ÉN", "Trường PTDT bán trú THCS Chim Én", "TRƯỜNG THCS CHIM ÉN"] {
        assert_eq!(owner(["", name]), "09900005", "{name}");
    }
}

#[test]
fn forms_of_a_school_whose_name_two_bear_are_told_as_that_and_not_as_nameless() {
    let rows = |form: &Paper, name: &str| Paper { name: name.to_owned(), ..form.clone() };
    let (plan, result) =
        (plan("TRƯỜNG TIỂU HỌC BÌNH MINH", &["1|1.1|Đủ|Rà soát|HT||"]), result("TRƯỜNG TIỂU HỌC BÌNH MINH", &["1|1.1|Rà soát||Đã xong||"]));
    let read = Desk::new().file("bao cao.xlsx", &[rows(&plan, "KH"), rows(&result, "KQ")]).judged();
    assert_eq!((of(&read, "S20").len(), of(&read, "S22").len(), of(&read, "S42").len()), (0, 1, 2), "{:#?}", read.findings);
    // Without a name at all it is as before; and no commune leaves no gap.
    let nameless = Desk::new().file("bao cao.xlsx", &[Paper::of("KH", &["", PLAN, "1|1.1|Đủ|Rà soát|HT||"])]).judged();
    assert_eq!((of(&nameless, "S20").len(), of(&nameless, "S42").len()), (1, 0));
    let list = "Mã trường,Tên trường\n07901001,Mầm non Sơn Ca\n07901009,Mầm non Sơn Ca\n";
    let mut desk = Desk::new().file("a.xlsx", &[sheet("KH", "TRƯỜNG MẦM NON SƠN CA", &[PLAN, "1|1.1|Đủ|Rà soát|HT||"])]);
    desk.office.register = Register::from_csv(list.as_bytes(), "danh-sach.csv").expect("a list").0;
    let told = message(&desk.judged(), "S22");
    assert!(told.contains("Mầm non Sơn Ca (07901001); Mầm non Sơn Ca (07901009)"), "{told}");
}

#[test]
fn of_several_files_the_newest_counts_by_receipt_or_by_name() {
    let version = |work: &str| [plan(HOA_SEN, &[&format!("1|1.1|Đủ|{work}|HT||"), "2|1.2|Đủ|Kiện toàn hội đồng|HT||"])];
    let by_receipt = Desk::new()
        .file("thcs hoa sen a.xlsx", &version("Bản sau"))
        .file("thcs hoa sen b.xlsx", &version("Bản trước"))
        .received("thcs hoa sen a.xlsx", "08/01/2024")
        .received("THCS Hoa Sen B.xlsx", "05/01/2024")
        .judged();
    assert_eq!(states(&by_receipt), BTreeMap::from([("thcs hoa sen a.xlsx", "accepted"), ("thcs hoa sen b.xlsx", "superseded")]));
    assert!(work(&by_receipt).contains(&"Bản sau: no_report".to_owned()));
    let by_name = Desk::new()
        .file("hoa sen lan 2.xlsx", &version("Bản sau"))
        .file("hoa sen lan 1.xlsx", &version("Bản trước"))
        .received("hoa sen lan 1.xlsx", "08/01/2024")
        .received("hoa sen lan 2.xlsx", "08/01/2024")
        .judged();
    assert_eq!(states(&by_name), BTreeMap::from([("hoa sen lan 1.xlsx", "superseded"), ("hoa sen lan 2.xlsx", "accepted")]));
    let undecided = Desk::new()
        .file("hoa sen a.xlsx", &version("Một"))
        .file("hoa sen b.xlsx", &version("Hai"))
        .received("hoa sen a.xlsx", "08/01/2024")
        .received("hoa sen b.xlsx", "08/01/2024")
        .judged();
    assert_eq!(of(&undecided, "F38").len(), 1);
    assert_eq!(undecided.actions.len(), 2, "one of the two counts");
}

#[test]
fn forms_of_one_school_in_several_files_complete_each_other() {
    let read = Desk::new()
        .file("hoa sen - ke hoach.xlsx", &[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát kế hoạch|HT||"])])
        .file("hoa sen - ket qua.xlsx", &[result(HOA_SEN, &["1|1.1|Rà soát kế hoạch||Đã xong||Không"])])
        .judged();
    assert_eq!(work(&read), ["Rà soát kế hoạch: completed"]);
    assert!(states(&read).values().all(|state| *state == "accepted"));
}

#[test]
fn a_sheet_that_was_copied_counts_once_and_one_changed_since_is_told() {
    let rows = ["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 10/2023|", "2|1.2|Đủ|Kiện toàn hội đồng trường|HT|lúc nào rảnh|"];
    let named = |name: &str, rows: &[&str]| Paper { name: name.to_owned(), ..plan(HOA_SEN, rows) };
    let reports =
        result(HOA_SEN, &["1|1.1|Rà soát kế hoạch chiến lược||Đã xong||Không", "2|1.2|Kiện toàn hội đồng trường||Đã xong||Không"]);
    let copied = Desk::new().file("a.xlsx", &[named("KH", &rows), named("KH (2)", &rows), reports.clone()]).judged();
    assert_eq!(work(&copied), ["Rà soát kế hoạch chiến lược: completed", "Kiện toàn hội đồng trường: completed"]);
    assert_eq!(message(&copied, "F44"), "Trang này có 2 dòng giống hệt trang \"KH\"; chỉ tính một lần.");
    assert_eq!(of(&copied, "F44")[0].sheet.as_deref(), Some("KH (2)"));
    assert!(copied.findings.iter().filter(|finding| finding.sheet.as_deref() == Some("KH (2)")).count() == 1, "{:#?}", copied.findings);

    let changed = [rows[0], rows[1], "3|2.1|Đủ|Bồi dưỡng giáo viên|HT|Tháng 3/2024|"];
    let grown = Desk::new().file("a.xlsx", &[named("KH", &rows), named("KH (2)", &changed), reports.clone()]).judged();
    assert_eq!(work(&grown)[2], "Bồi dưỡng giáo viên: no_report");
    assert!(grown.actions.len() == 3 && message(&grown, "F49").starts_with("2 dòng"), "{}", message(&grown, "F49"));

    // The same words at another time may be the same work once more.
    let later = [rows[0].replace("10/2023", "3/2024"), rows[1].replace("HT", "PHT")];
    let later = [later[0].as_str(), &later[1], changed[2]];
    let both = Desk::new().file("a.xlsx", &[named("KH", &rows), named("KH (2)", &later), reports]).judged();
    assert_eq!(both.actions.len(), 5);
    assert!(message(&both, "F45").starts_with("2 trong 3 việc ở trang này cũng có ở trang \"KH\""), "{}", message(&both, "F45"));

    // Sheets that complete each other are none of this.
    let parts = Desk::new().file("a.xlsx", &[named("KH 1", &rows[..1]), named("KH 2", &rows[1..])]).judged();
    assert!(of(&parts, "F44").is_empty() && of(&parts, "F45").is_empty());
}

#[test]
fn a_hidden_draft_of_a_sheet_that_is_shown_counts_for_nothing() {
    let rows = ["1|1.1|Đủ|Rà soát chiến lược|HT|Tháng 10/2023|", "2|1.2|Đủ|Kiện toàn hội đồng|HT|Tháng 11/2023|"];
    let draft = [rows[0].replace("10/2023", "9/2023"), rows[1].to_owned()];
    let named = |name: &str, rows: &[&str]| Paper { name: name.to_owned(), ..plan(HOA_SEN, rows) };
    let hidden = |rows: &[&str]| Paper { hidden: true, ..named("A nháp", rows) };
    let read = Desk::new().file("a.xlsx", &[named("KH", &rows), hidden(&[&draft[0], &draft[1]])]).judged();
    assert_eq!(read.actions.len(), 2);
    assert!(read.actions.iter().all(|action| &*action.origin.sheet == "KH"));
    assert!(message(&read, "F50").contains("trang \"KH\""), "{}", message(&read, "F50"));
    // What is shown was printed and never filled in: the hidden sheet holds what the school reports.
    let works = ["1|1.1|Rà soát chiến lược||{}||Không", "2|1.2|Kiện toàn hội đồng||{}||Không"];
    let reported = |name: &str, hidden: bool, done: &str| {
        let rows = works.map(|row| row.replace("{}||Không", if done.is_empty() { "||" } else { done }));
        Paper { name: name.to_owned(), hidden, ..result(HOA_SEN, &[&rows[0], &rows[1]]) }
    };
    let filled = |shown: &str, hidden: &str| {
        let sheets = [plan(HOA_SEN, &rows), reported("KQ in", false, shown), reported("KQ", true, hidden)];
        Desk::new().file("a.xlsx", &sheets).judged()
    };
    let read = filled("", "Đã làm xong||Không");
    assert!(read.actions.iter().all(|action| action.status == Status::Completed), "{:#?}", work(&read));
    assert!(of(&read, "F50").is_empty() && of(&read, "T07").len() == 1);
    let read = filled("Đang làm||Không", "Đã làm xong||Không");
    assert!(of(&read, "F50").len() == 1 && read.actions.len() == 2);
    let read = filled("Đã làm xong||Không", "");
    assert!(read.actions.iter().all(|action| action.status == Status::Completed) && of(&read, "F50").len() == 1, "{:#?}", work(&read));
    // A hidden sheet that says something of its own is read, and so is one that is hidden with all others.
    let own = Desk::new().file("a.xlsx", &[named("KH", &rows[..1]), hidden(&rows[1..])]).judged();
    assert!(own.actions.len() == 2 && of(&own, "F50").is_empty() && of(&own, "T07").len() == 1);
}

#[test]
fn a_later_file_with_a_few_criteria_does_not_wipe_out_the_rest() {
    let full: Vec<String> = (1..=9).map(|number| format!("{number}|1.{number}|Đủ|Việc số {number} của kế hoạch|HT||")).collect();
    let read = Desk::new()
        .file("hoa sen.xlsx", &[plan(HOA_SEN, &lines(&full))])
        .file("hoa sen bo sung.xlsx", &[plan(HOA_SEN, &["1|1.3|Đủ|Việc đã sửa|HT||", "2|2.1|Đủ|Việc thêm|HT||"])])
        .received("hoa sen.xlsx", "05/01/2024")
        .received("hoa sen bo sung.xlsx", "08/01/2024")
        .judged();
    assert_eq!(read.actions.len(), 10);
    assert!(!work(&read).iter().any(|work| work.contains("Việc số 3")));
    assert_eq!(states(&read), BTreeMap::from([("hoa sen bo sung.xlsx", "accepted"), ("hoa sen.xlsx", "accepted")]));
    assert!(message(&read, "F42").contains("chỉ có 1 trong 9 tiêu chí"), "{}", message(&read, "F42"));
}

#[test]
fn the_list_of_receipts_finds_names_however_their_letters_are_composed() {
    let apart = "Trươ\u{300}ng THCS Hoa Sen.xlsx";
    let read =
        Desk::new().file(apart, &[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"])]).received("Trường THCS Hoa Sen.xlsx", "12/01/2024").judged();
    assert_eq!(read.submissions[0].received_on, Some(date(2024, 1, 12)));
    assert_eq!(read.submissions[0].file.as_ref(), apart, "shown as given");
}

const ROWS: &[&[&str]] = &[
    &["TRƯỜNG THCS HOA SEN"],
    &["Năm học 2023-2024"],
    &["TT", "Tiêu chí", "Công việc", "Phụ trách", "Thời gian"],
    &["1", "Tiêu chí 1.1", "Rà soát hồ sơ", "Hiệu trưởng", "Tháng 10/2023"],
    &["2", "Tiêu chí 1.2", "Kiện toàn hội đồng", "Hiệu trưởng", "Tháng 11/2023"],
];

#[test]
fn a_binary_sheet_that_ends_before_its_end_is_left_out_as_broken() {
    let mut members = book::xlsb(ROWS, &[]);
    let sheet = &mut members.last_mut().expect("the sheet stands last").1;
    let end = book::record(0x92, &[]);
    let at = sheet.windows(end.len()).rposition(|bytes| bytes == end).expect("the record that ends the cells");
    let whole = Office::in_year(2023).read(&[Source::in_memory("a.xlsb", book::packed(&members.clone()))]);
    members.last_mut().expect("the sheet stands last").1.truncate(at);
    let cut = Office::in_year(2023).read(&[Source::in_memory("a.xlsb", book::packed(&members))]);
    let told = |read: &Reading| read.findings.iter().filter(|finding| finding.rule.id == "F26").count();
    assert_eq!((told(&whole), told(&cut)), (0, 1));
    assert_eq!((whole.actions.len(), cut.actions.len()), (2, 0));
}

#[test]
fn a_cell_far_below_costs_an_ods_nothing_but_itself() {
    let row = |cells: &[&str]| {
        let cells: String = cells
            .iter()
            .map(|text| format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"))
            .collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let seen: String = ROWS.iter().map(|cells| row(cells)).collect();
    let gap = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>";
    let wide = "<table:table-row><table:table-cell table:number-columns-repeated=\"16000\"/><table:table-cell office:value-type=\"string\"><text:p>GHOST</text:p></table:table-cell></table:table-row>";
    for (ghost, told) in [(" ", false), ("Ghi chú", true)] {
        let table = format!("{seen}{gap}{}", wide.replace("GHOST", ghost));
        let read = Office::in_year(2023).read(&[Source::in_memory("a.ods", book::ods(&table))]);
        assert_eq!(read.actions.len(), 2, "{:?}", read.findings);
        assert_eq!(read.findings.iter().any(|finding| finding.rule.id == "F33"), told);
    }
}

#[test]
fn a_lying_dimension_and_cells_without_addresses_lose_nothing_and_cells_beyond_the_sheet_are_told() {
    let rows = book::rows(ROWS);
    let bare: String = rows
        .split(" r=\"")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once('"').map_or("", |(_, rest)| rest) })
        .collect();
    let beyond = format!("{rows}<row r=\"6\"><c r=\"XFE6\" t=\"inlineStr\"><is><t>Ghi chú</t></is></c></row>");
    for (cells, told) in [(bare, false), (beyond, true)] {
        let part = book::sheet(&cells).replace("<sheetData>", "<dimension ref=\"A1:B2\"/><sheetData>");
        let read = Office::in_year(2023).read(&[Source::in_memory("a.xlsx", book::packed(&book::xlsx(&[part])))]);
        assert_eq!(read.actions.len(), 2, "{:?}", read.findings);
        assert_eq!(read.findings.iter().any(|finding| finding.rule.id == "F33"), told);
    }
}

#[test]
fn a_sheet_without_a_name_belongs_to_the_one_school_that_the_file_names_and_to_none_where_it_names_two() {
    let nameless = || sheet("KH", "", &[PLAN, "1|1.1|Đủ|Rà soát|HT|Tháng 10/2023|"]);
    let report = |name: &str, school: &str| Paper { name: name.to_owned(), ..result(school, &["1|1.1|Rà soát||Đã xong||"]) };
    let read = Desk::new().file("bao-cao.xlsx", &[nameless(), report("KQ", HOA_SEN)]).judged();
    assert!(of(&read, "S20").is_empty(), "{:?}", read.findings);
    assert_eq!(read.actions.iter().map(|action| action.school_id.as_str()).collect::<Vec<_>>(), ["09900001"]);
    let two = [nameless(), report("KQ", HOA_SEN), report("KQ2", "TRƯỜNG MẦM NON HOA MAI")];
    let read = Desk::new().file("bao-cao.xlsx", &two).judged();
    assert_eq!(of(&read, "S20").len(), 1, "{:?}", read.findings);
}

#[test]
fn a_file_named_after_another_school_of_the_register_is_told() {
    let papers = [plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"])];
    let told = |name: &str| {
        let read = Desk::new().file(name, &papers).judged();
        of(&read, "S39").iter().map(|finding| finding.message()).collect::<Vec<_>>()
    };
    let wrong = told("KH CTCL THCS Chim En.xlsx");
    assert_eq!(wrong, ["Tên tệp nói Trường PTDTBT THCS Chim Én, trong trang ghi Trường THCS Hoa Sen; tính cho Trường THCS Hoa Sen."]);
    for own in ["KH CTCL THCS Hoa Sen.xlsx", "ke hoach.xlsx", "THCS Chim En/thcs_sen_hong.xlsx", "KH nam hoc 2023-2024.xlsx"] {
        assert!(told(own).is_empty(), "{own}");
    }
}

/// A school copies the workbook of another and leaves the letterhead as it was.
#[test]
fn a_file_of_another_schools_name_never_takes_the_place_of_the_schools_own() {
    let rows = |work: &str| [plan(HOA_SEN, &[&format!("1|1.1|Đủ|{work}|HT||"), "2|1.2|Đủ|Kiện toàn hội đồng|HT||"])];
    let copy = "KH THCS Chim En lan 2.xlsx";
    let read = Desk::new().file("KH THCS Hoa Sen.xlsx", &rows("Việc của mình")).file(copy, &rows("Việc của trường kia")).judged();
    assert_eq!(states(&read), BTreeMap::from([("KH THCS Hoa Sen.xlsx", "accepted"), (copy, "superseded")]));
    assert!(work(&read).contains(&"Việc của mình: no_report".to_owned()), "{:?}", work(&read));
    assert!(of(&read, "F37").is_empty() && of(&read, "S39").is_empty(), "{:?}", read.findings);
    let told: Vec<_> = of(&read, "S72").iter().map(|finding| (finding.file.as_deref().map(str::to_owned), finding.message())).collect();
    let message = "Tên tệp nói Trường PTDTBT THCS Chim Én, trong trang ghi Trường THCS Hoa Sen, mà biểu này của Trường THCS Hoa Sen đã có ở tệp \"KH THCS Hoa Sen.xlsx\"; tệp này không tính cho trường nào.";
    assert_eq!(told, [(Some(copy.to_owned()), message.to_owned())]);
    // The same bytes under both names: which of the two was meant, the school must say.
    let read = Desk::new().file("KH THCS Hoa Sen.xlsx", &rows("Việc")).file("KH THCS Chim En.xlsx", &rows("Việc")).judged();
    assert_eq!(of(&read, "S39").len(), 1, "{:?}", read.findings);
}

/// The office hands out one workbook with a sheet for each school; one school fills in its own and sends it back.
#[test]
fn whose_sheet_is_empty_has_not_reported_with_the_workbook_of_another() {
    let empty = |name: &str, school: &str| Paper { name: name.to_owned(), ..plan(school, &["1|||||", "2|||||"]) };
    let own = Paper { name: "HS".to_owned(), ..plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT|Tháng 10/2023|"]) };
    let ids = |read: &Reading| read.submissions.iter().flat_map(|file| file.school_ids.clone()).collect::<Vec<_>>();
    let read = Desk::new().file("truong.xlsx", &[empty("HM", "TRƯỜNG MẦM NON HOA MAI"), own.clone()]).judged();
    assert_eq!(states(&read), BTreeMap::from([("truong.xlsx", "accepted")]));
    assert_eq!(ids(&read), ["09900001"], "{:?}", read.findings);
    assert_eq!(of(&read, "T10").len(), 1);
    // Nothing but empty forms is no report.
    let read = Desk::new().file("truong.xlsx", &[empty("HS", HOA_SEN)]).judged();
    assert_eq!(states(&read), BTreeMap::from([("truong.xlsx", "rejected")]), "{:?}", read.findings);
    assert_eq!((ids(&read), of(&read, "F43").len()), (vec!["09900001".to_owned()], 1));
    // That there is nothing to plan is said, and told.
    for (row, told) in [("Không có||||||", "T10"), ("|Không có|||||", "R07"), ("1|||Không có|||", "R07")] {
        let none = Paper { name: "HS".to_owned(), ..plan(HOA_SEN, &[row]) };
        let read = Desk::new().file("truong.xlsx", &[none]).judged();
        assert_eq!(states(&read), BTreeMap::from([("truong.xlsx", "accepted")]), "{row}: {:?}", read.findings);
        assert_eq!((of(&read, told).len(), of(&read, "F43").len()), (1, 0), "{row}: {:?}", read.findings);
    }
}

#[test]
fn a_school_that_is_printed_above_the_pages_alone_is_known() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_header("&L&\"Times New Roman,Bold\"&13UBND PHƯỜNG BAN MAI\nTRƯỜNG THCS HOA SEN&RNăm học 2023-2024");
    for (row, texts) in (0..).zip([PLAN, "1|1.1|Đủ|Rà soát|HT|Tháng 10/2023|"]) {
        for (column, text) in (0..).zip(texts.split('|')) {
            sheet.write(row, column, text).expect("a cell");
        }
    }
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let read = Office::in_year(2023).read(&[Source::in_memory("Book1.xlsx", bytes)]);
    assert_eq!(read.actions.iter().map(|action| action.school_id.as_str()).collect::<Vec<_>>(), ["thcs-hoa-sen"], "{:?}", read.findings);
}

#[test]
fn a_file_without_a_table_is_of_the_school_its_letterhead_names() {
    let timetable = Paper::of("TKB", &["UBND HUYỆN BAN MAI", HOA_SEN, "THỜI KHÓA BIỂU", "Tiết|Thứ 2|Thứ 3|Thứ 4", "1|Toán|Văn|Anh"]);
    let read = Desk::new().file("1.xlsx", &[timetable]).judged();
    let told = of(&read, "F35");
    assert_eq!(told.len(), 1);
    assert_eq!(read.submissions[0].school_ids, BTreeSet::from([told[0].school_id.clone().expect("a school")]));
    // A list of schools is of none of them, and a school that nobody knows has sent nothing.
    for rows in [
        &["DANH SÁCH ĐẦU MỐI", "TT|Trường|Điện thoại", "1|THCS Hoa Sen|0900"][..],
        &["TRƯỜNG THCS NÀO ĐÓ", "THỜI KHÓA BIỂU", "Tiết|Thứ 2|Thứ 3|Thứ 4", "1|Toán|Văn|Anh"],
    ] {
        let read = Desk::new().file("1.xlsx", &[Paper::of("A", rows)]).judged();
        assert!(read.submissions.iter().all(|file| file.school_ids.is_empty()), "{rows:?}");
    }
}
