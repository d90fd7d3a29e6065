//! The hostile files: name, bytes, and the findings of which one must be told.

use super::archive::{Member, ole, zip};
use super::book::{LETTER, PLAN, ods, of_rows, packed, rows, sheet, with, xls, xlsb, xlsx};

pub struct Hostile {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Rules of which at least one must be told of the file.
    pub told: &'static [&'static str],
}

fn file(name: &str, bytes: Vec<u8>, told: &'static [&'static str]) -> Hostile {
    Hostile { name: name.to_owned(), bytes, told }
}

pub fn all() -> Vec<Hostile> {
    [damaged(), bombs(), markup(), cells(), packages(), disguised(), mutated(), names()].into_iter().flatten().collect()
}

fn plan() -> Vec<(String, Vec<u8>)> {
    xlsx(&[sheet(&rows(PLAN))])
}

/// Cut short in the mail, or with a bit turned over.
fn damaged() -> Vec<Hostile> {
    let mut files = vec![file("rong.xlsx", Vec::new(), &["F01"]), file("mot-byte.xlsx", vec![b'P'], &["F02", "F23"])];
    let whole = packed(&plan());
    for (at, share) in [1, 5, 20, 40, 60, 80, 95, 99].into_iter().enumerate() {
        files.push(file(&format!("cat-ngan-{at}.xlsx"), whole[..whole.len() * share / 100].to_vec(), &["F02", "F04"]));
    }
    let flip = |name: &str, member: usize, deflated: bool, far: usize| {
        let mut members: Vec<Member> = plan()
            .iter()
            .map(|(name, content)| if deflated { Member::deflated(name, content) } else { Member::stored(name, content) })
            .collect();
        let packed = &mut members[member].packed;
        let at = packed.len() * far / 100;
        packed[at] ^= 0x10;
        file(name, zip(&members), &["F03"])
    };
    files.extend([
        flip("lat-bit-1.xlsx", 5, false, 50),
        flip("lat-bit-2.xlsx", 5, false, 99),
        flip("lat-bit-3.xlsx", 4, false, 60),
        flip("lat-bit-4.xlsx", 5, true, 30),
        flip("lat-bit-5.xlsx", 5, true, 70),
        flip("lat-bit-6.xlsx", 4, true, 50),
    ]);
    let mut wrong: Vec<Member> = plan().iter().map(|(name, content)| Member::deflated(name, content)).collect();
    wrong[5].crc ^= 1;
    files.push(file("sai-ma-kiem-tra.xlsx", zip(&wrong), &["F03"]));
    files
}

/// Little that becomes much.
fn bombs() -> Vec<Hostile> {
    let mut members: Vec<Member> = plan().iter().map(|(name, content)| Member::deflated(name, content)).collect();
    let with_member = |extra: &[Member]| zip(&[members.as_slice(), extra].concat());
    let spaces = vec![b' '; 40 << 20];
    let deep = Member::deflated("xl/worksheets/sheet9.xml", &spaces);
    let mebibyte = Member::deflated("xl/worksheets/x.xml", &vec![b'<'; 1 << 20]);
    let many: Vec<Member> =
        (0..900).map(|at| Member { name: format!("xl/worksheets/x{at}.xml").into_bytes(), ..mebibyte.clone() }).collect();
    let small = Member::stored("xl/worksheets/x.xml", b"<x/>");
    let sixty_thousand: Vec<Member> =
        (0..60_000).map(|at| Member { name: format!("xl/x{at}.xml").into_bytes(), ..small.clone() }).collect();
    let mut files = vec![
        file("bom-ty-le.xlsx", with_member(std::slice::from_ref(&deep)), &["F09"]),
        file("bom-khai-nho.xlsx", with_member(&[deep.clone().claiming(10)]), &["F09", "F03"]),
        file("bom-nhieu-thanh-phan.xlsx", with_member(&many), &["F09", "F10"]),
        file("sau-muoi-nghin.xlsx", with_member(&sixty_thousand), &["F09"]),
    ];
    members[5].size = 0xFFFF_FFF0;
    files.push(file("khai-lon.xlsx", zip(&members), &["F02", "F03"]));
    // 1.5 KB that make a dense reader ask for 64 GiB: a shared formula with a huge index.
    files.push(file(
        "cong-thuc-chung.xlsx",
        of_rows("<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"3000000000\">1+1</f><v>2</v></c></row>"),
        &["F10"],
    ));
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    files.push(file(
        "lap-dong.ods",
        ods(&format!("<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>", cell.repeat(90))),
        &["F10"],
    ));
    files.push(file(
        "lap-o.ods",
        ods(&format!(
            "<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>",
            cell.replace("cell ", "cell table:number-columns-repeated=\"16384\" ")
        )),
        &["F09"],
    ));
    files.push(file(
        "xa-nhau.ods",
        ods(&format!(
            "<table:table-row>{cell}</table:table-row><table:table-row table:number-rows-repeated=\"4294967290\"><table:table-cell table:number-columns-repeated=\"4294967290\"/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"4294967290\"/>{cell}</table:table-row>"
        )),
        &["F10", "F11", "F12", "F35", "F33", "F26", "F02"],
    ));
    // Inside a table the reader never asks whether the file has ended.
    let endless = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"x\">";
    files.push(file(
        "khong-het.ods",
        zip(&[
            Member::stored("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            Member::stored("content.xml", endless.as_bytes()),
            Member::stored("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ]),
        &["F11"],
    ));
    files.push(file("khong-noi-dung.ods", zip(&[Member::stored("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]), &["F02"]));
    files
}

/// Entities, document types, depth.
fn markup() -> Vec<Hostile> {
    let laughs: String = (1..10).map(|at| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10))).collect();
    let strings = |head: &str, body: &str| {
        format!(
            "<?xml version=\"1.0\"?>{head}<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"1\" uniqueCount=\"1\"><si><t>{body}</t></si></sst>"
        )
    };
    let shared = |text: String| packed(&with(plan(), "xl/sharedStrings.xml", text));
    let wide: Vec<u8> = strings("<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let deep = format!("<row r=\"1\">{}{}</row>", "<c>".repeat(100_000), "</c>".repeat(100_000));
    vec![
        file("thuc-the.xlsx", shared(strings(&format!("<!DOCTYPE x [<!ENTITY l0 \"ha\">{laughs}]>"), "&l9;")), &["F13"]),
        file("xxe.xlsx", shared(strings("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")), &["F13"]),
        file("dtd-chu-thuong.xlsx", shared(strings("<!doctype x SYSTEM \"http://127.0.0.1:9/x\">", "a")), &["F13"]),
        file("dtd-utf16.xlsx", packed(&with(plan(), "xl/sharedStrings.xml", [vec![0xFF, 0xFE], wide].concat())), &["F13", "F02"]),
        file(
            "dtd-workbook.xlsx",
            packed(&with(plan(), "xl/workbook.xml", "<?xml version=\"1.0\"?><!DOCTYPE workbook><workbook/>")),
            &["F13"],
        ),
        file("xml-sau.xlsx", of_rows(&deep), &["F09"]),
        file("xml-sau.ods", ods(&format!("{}{}", "<text:p>".repeat(50_000), "</text:p>".repeat(50_000))), &["F09"]),
        file(
            "xml-hong-dau.xlsx",
            packed(&with(
                plan(),
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData<row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
            )),
            &["F26"],
        ),
        file(
            "xml-hong-giua.xlsx",
            packed(&with(plan(), "xl/worksheets/sheet1.xml", sheet(&rows(PLAN)).replace("<row r=\"6\">", "<row r=\"6\"><c>"))),
            &["F26"],
        ),
        file(
            "xml-cut.xlsx",
            packed(&with(
                plan(),
                "xl/worksheets/sheet1.xml",
                sheet(&rows(PLAN)).split("<row r=\"6\">").next().unwrap_or_default().as_bytes(),
            )),
            &["F26"],
        ),
        file("khong-trang.xlsx", packed(&with(plan(), "xl/worksheets/sheet1.xml", "")), &["F26"]),
    ]
}

/// Cells that lie about where they stand and what they hold.
fn cells() -> Vec<Hostile> {
    let letter = rows(LETTER);
    let read = |name: &str, extra: &str, told| file(name, of_rows(&format!("{letter}{extra}")), told);
    let dimension = sheet(&letter).replace("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>");
    vec![
        file("vung-khai-lon.xlsx", packed(&xlsx(&[dimension])), &["F35"]),
        read("o-cuoi-trang.xlsx", "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t> </t></is></c></row>", &["F35"]),
        read("ngoai-trang.xlsx", "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>", &["F33", "F26"]),
        read("dong-qua-lon.xlsx", "<row r=\"4294967295\"><c r=\"A4294967295\"><v>1</v></c></row>", &["F33", "F26"]),
        read("cot-qua-lon.xlsx", "<row r=\"9\"><c r=\"ZZZZZZZ9\"><v>1</v></c></row>", &["F33", "F26"]),
        read("chuoi-am-mot.xlsx", "<row r=\"9\"><c r=\"A9\" t=\"s\"><v>-1</v></c></row>", &["F39"]),
        read("chuoi-chu.xlsx", "<row r=\"9\"><c r=\"A9\" t=\"s\"><v>abc</v></c></row>", &["F39"]),
        read("chuoi-xa.xlsx", "<row r=\"9\"><c r=\"A9\" t=\"s\"><v>99999</v></c></row>", &["F26"]),
        read("o-trung.xlsx", "<row r=\"9\"><c r=\"A9\"><v>1</v></c><c r=\"A9\"><v>2</v></c></row>", &["F40"]),
        read(
            "so-vo-han.xlsx",
            "<row r=\"9\"><c r=\"A9\"><v>1e400</v></c><c r=\"B9\"><v>NaN</v></c><c r=\"C9\"><v>-INF</v></c></row>",
            &["F39"],
        ),
        read("loai-la.xlsx", "<row r=\"9\"><c r=\"A9\" t=\"zzz\"><v>1</v></c></row>", &["F26"]),
        file(
            "dem-chuoi-sai.xlsx",
            packed(&with(
                plan(),
                "xl/sharedStrings.xml",
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"4294967295\" uniqueCount=\"4294967295\"><si><t>a</t></si></sst>",
            )),
            &["F09"],
        ),
        file(
            "gop-het.xlsx",
            packed(&xlsx(&[
                sheet(&letter).replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")
            ])),
            &["F35"],
        ),
        file(
            "an-het.xlsx",
            packed(&xlsx(&[
                sheet(&letter).replace("<sheetData>", "<cols><col min=\"1\" max=\"4294967295\" hidden=\"1\"/></cols><sheetData>")
            ])),
            &["F35"],
        ),
    ]
}

/// Members that are there twice, lead elsewhere, or are locked.
fn packages() -> Vec<Hostile> {
    let members: Vec<Member> = plan().iter().map(|(name, content)| Member::deflated(name, content)).collect();
    let twice = [members.clone(), vec![Member::deflated("xl/worksheets/sheet1.xml", sheet(&rows(LETTER)).as_bytes())]].concat();
    let mut locked = members.clone();
    locked[5].flags |= 1;
    let mut link = members.clone();
    link[5] = Member { mode: 0o120_777, ..Member::stored("xl/worksheets/sheet1.xml", b"/etc/passwd") };
    let mut elsewhere = members.clone();
    elsewhere[5].name = b"../../xl/worksheets/sheet1.xml".to_vec();
    let mut absolute = members.clone();
    absolute[5].name = b"/xl/worksheets/sheet2.xml".to_vec();
    let cased = [members.clone(), vec![Member::deflated("XL/Worksheets/SHEET1.xml", sheet(&rows(LETTER)).as_bytes())]].concat();
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../../../etc/passwd\"/></Relationships>";
    let macros = with(
        plan(),
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet\" Target=\"macrosheets/sheet1.xml\"/></Relationships>",
    );
    let bundle = |name: &str, inner: &[Member], told| file(name, zip(inner), told);
    let inner = zip(&[Member::stored("khong-co-gi.xlsx", b"")]);
    let deep = zip(&[Member::stored("b.zip", &zip(&[Member::stored("c.zip", &zip(&[Member::stored("d.zip", &inner)]))]))]);
    let bomb = Member::deflated("bom.xlsx", &vec![0; 120 << 20]);
    vec![
        file("thanh-phan-trung.xlsx", zip(&twice), &["F25"]),
        file("thanh-phan-trung-hoa-thuong.xlsx", zip(&cased), &["F25"]),
        file("thanh-phan-khoa.xlsx", zip(&locked), &["F05"]),
        file("thanh-phan-lien-ket.xlsx", zip(&link), &["F26", "F02"]),
        file("ten-di-len.xlsx", zip(&elsewhere), &["F26", "F02", "F35"]),
        file("ten-tuyet-doi.xlsx", zip(&absolute), &["F26", "F02", "F35"]),
        file("quan-he-di-len.xlsx", packed(&with(plan(), "xl/_rels/workbook.xml.rels", relations)), &["F26", "F02"]),
        file("macro-excel-4.xlsx", packed(&macros), &["F15"]),
        bundle("goi-di-len.zip", &[Member::stored("../../tren.xlsx", b""), Member::stored("C:\\o-dia.xlsx", b"")], &["F01"]),
        bundle("goi-lien-ket.zip", &[Member { mode: 0o120_777, ..Member::stored("lien-ket.xlsx", b"/etc/passwd") }], &["F18"]),
        bundle("goi-cp437.zip", &[Member { name: b"tr\x93ng.xlsx".to_vec(), flags: 0, ..Member::stored("", b"") }], &["F34"]),
        bundle("goi-cp1258.zip", &[Member { name: b"tr\xFD\xF2\xF0ng.xlsx".to_vec(), flags: 0, ..Member::stored("", b"") }], &["F34"]),
        bundle(
            "goi-trung-ten.zip",
            &[Member::stored("a.xlsx", b""), Member::stored("A.xlsx", b"x"), Member::stored("a.xlsx", b"y")],
            &["F01", "F25"],
        ),
        bundle("goi-bom.zip", &[bomb], &["F09"]),
        file("goi-sau.zip", deep, &["F14"]),
        file("goi-hong.zip", zip(&[Member::stored("a.xlsx", b"abc")])[..20].to_vec(), &["F24"]),
        bundle("goi-nhieu.zip", &(0..2_500).map(|at| Member::stored(&format!("{at}.xlsx"), b"")).collect::<Vec<_>>(), &["F09"]),
    ]
}

/// A `.fods` of one row, which stands in it as often as a sheet has rows.
fn flat(cells: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet>\
         <table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"1048576\">{cells}</table:table-row></table:table>\
         </office:spreadsheet></office:body></office:document>"
    )
    .into_bytes()
}

/// Files that are something else than their name says.
fn disguised() -> Vec<Hostile> {
    let word = packed(&[("word/document.xml".to_owned(), b"<w:document/>".to_vec())]);
    let slides = packed(&[("ppt/presentation.xml".to_owned(), b"<p/>".to_vec())]);
    let noise = || vec![0xA5; 5000];
    let locked = [&[0x2F, 0, 54, 0, 1, 0][..], &[7; 52]].concat();
    vec![
        file("trang-web.xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>".to_vec(), &["F22"]),
        file(
            "excel-2003.xls",
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet/></Workbook>".to_vec(),
            &["F35"],
        ),
        file(
            "excel-2003-thuc-the.xls",
            b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
                .to_vec(),
            &["F13"],
        ),
        file(
            "phang.fods",
            flat(&"<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>".repeat(4)),
            &["F09"],
        ),
        file("trang-web-cut.xls", b"<html><body><table><tr><td>TT</td><td>1</td></tr><tr><td>2</td><td>3</td></tr><tr><td>4".to_vec(), &["F02"]),
        file("goi-rong.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec(), &["F66"]),
        file("ngoac-cuoi.csv", "TT;N;T\n1;Sửa;9\n2;Mua;10\n3;Xây;11\n4;\"Sơn;12;x\n".into(), &["F63"]),
        file(
            "van-ban.fodt",
            b"<office:document office:mimetype=\"application/vnd.oasis.opendocument.text\"><table:table/></office:document>".to_vec(),
            &["F19"],
        ),
        file("hai-phang.fods", [flat(""), flat("")].concat(), &["F02"]),
        file("phang-cut.fods", flat("<table:table-cell><text:p>x"), &["F02"]),
        file("mat-chu.csv", "TT;N?i dung;Th?i gian\n1;S?a rào;Tháng 9\n2;Mua sách th? vi?n;Tháng 10\n".into(), &["F61"]),
        file("thu.eml", b"From: a@b.vn\r\nTo: c@d.vn\r\nSubject: Nop bao cao\r\n\r\nKinh gui".to_vec(), &["F72"]),
        file("loi-tat.xlsx", b"[InternetShortcut]\r\nURL=https://vi.du/".to_vec(), &["F73"]),
        file("so-tren-mang.gsheet", b"{\"doc_id\":\"1\"}".to_vec(), &["F73"]),
        file("apple.numbers", b"PK\x03\x04\0\0\0\0Index/Document.iwa".to_vec(), &["F74"]),
        file("nen.xlsx", b"Rar!\x1A\x07\x01\0\0\0".to_vec(), &["F53"]),
        file("nen-khac.xls", b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(), &["F53"]),
        file("csv.xls", "Mã trường;Tên trường\n01;Hoa Sen\n".into(), &["F48"]),
        file("csv.xlsx", b"a,b,c\n1,2,3\n".to_vec(), &["F23"]),
        file("tai-lieu.xlsx", b"%PDF-1.7\n%%EOF".to_vec(), &["F20"]),
        file("anh.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), &["F21"]),
        file("anh-chup.xls", b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), &["F21"]),
        file("van-ban.xlsx", word, &["F19"]),
        file("trinh-chieu.xlsx", slides, &["F04"]),
        file("khong-ro.xlsx", vec![0, 1, 2, 3, 4, 5, 6, 7], &["F04"]),
        file("mat-khau.xlsx", ole(&[("EncryptionInfo", noise()), ("EncryptedPackage", noise())]), &["F05"]),
        file("irm.xls", ole(&[("\u{6}DataSpaces", noise()), ("Workbook", noise())]), &["F05"]),
        file("filepass.xls", xls(PLAN, &locked), &["F05"]),
        file("word-cu.xls", ole(&[("WordDocument", noise())]), &["F19"]),
        file("ole-khac.xls", ole(&[("VisioDocument", noise())]), &["F04"]),
        file("ole-rac.xls", ole(&[("Workbook", noise())]), &["F02", "F12", "F26", "F35"]),
        file("ole-cut.xls", xls(PLAN, &[])[..600].to_vec(), &["F02", "F12", "F04"]),
        file(
            "khoa.ods",
            zip(&[
                Member::stored("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                Member::stored("content.xml", b"\x01\x02"),
                Member::stored("META-INF/manifest.xml", b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"),
            ]),
            &["F05"],
        ),
    ]
}

/// Workbooks with bytes turned over at random places, always the same ones. What is read from them is no table.
fn mutated() -> Vec<Hostile> {
    const ANY: &[&str] = &["F02", "F03", "F04", "F05", "F10", "F11", "F12", "F15", "F25", "F26", "F33", "F35", "F39", "F40"];
    let old = xls(LETTER, &[]);
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let mut files = Vec::new();
    for at in 0..12 {
        let mut bytes = old.clone();
        for _ in 0..8 {
            // The stream follows three sectors of table and directory.
            let place = if at % 3 == 0 { 512 + next(1024) } else { 1536 + next(400) };
            bytes[place] = next(256) as u8;
        }
        files.push(file(&format!("bien-doi-{at:02}.xls"), bytes, ANY));
    }
    let parts = xlsb(LETTER, &[]);
    for at in 0..12 {
        let mut parts = parts.clone();
        for _ in 0..4 {
            let member = [1, 3, 4][next(3)];
            let content = &mut parts[member].1;
            let place = next(content.len());
            content[place] = next(256) as u8;
        }
        files.push(file(&format!("bien-doi-{at:02}.xlsb"), packed(&parts), ANY));
    }
    files
}

/// Names that file systems, offices and programs trip over.
fn names() -> Vec<Hostile> {
    let mut files = vec![
        file("~$bao-cao.xlsx", b"Van thu".to_vec(), &["F28"]),
        file(".~lock.so-lieu.ods#", b",x,".to_vec(), &["F28"]),
        file("._tep.xlsx", vec![0; 10], &["F29"]),
        file("Thumbs.db", vec![0; 10], &["F29"]),
        file("tru\u{31b}o\u{31b}\u{300}ng.xlsx", Vec::new(), &["F01"]),
        file(&format!("{}.xlsx", "ố".repeat(83)), Vec::new(), &["F01"]),
        file("\u{1f600} & <b>.xlsx", Vec::new(), &["F01"]),
    ];
    if cfg!(unix) {
        files.extend([
            file("CON.xlsx", Vec::new(), &["F01"]),
            file("duoi cham..xlsx.", Vec::new(), &["F01"]),
            file("dong\nmoi.xlsx", Vec::new(), &["F01"]),
        ]);
    }
    files
}
