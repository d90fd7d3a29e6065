//! What was written in, the README of the sample out: written by the generator, so that it cannot go stale.

use crate::parcel::{FOLDER, Parcel};
use crate::truth::{Reported, Truth};

const HEAD: &str = "\
# Sample data

Three invented offices, and a province above two of them. No school, place or person here exists. Everything is written by a deterministic generator that is an example of the crate;
run it again and every byte is the same:

```
cargo run --example sample -- sample-data --truth tests/data
cargo run --release --example sample -- --schools 600 --seed 1 --out DIR    # for benchmarks
```

`--truth` writes what the generator knows about its files (`truth-*.json`); the tests count the figures from it without the program's own code.

Dữ liệu mẫu: tên trường, địa danh đều do chương trình tự đặt; không có người thật. Mỗi trường gửi kế hoạch cải tiến chất lượng, kết quả thực hiện và tự đánh giá.
Mọi trang tính đều có quốc hiệu và tên trường ở trên, phần ký ở dưới, ô gộp, tiêu đề cột một đến ba dòng, có nơi xuống dòng trong ô.

Trong mỗi thư mục: `ctcl.toml` (đơn vị, năm học, hạn nộp), `danh-sach-truong` (danh sách trường), `so-nhan.csv` (sổ nhận: tệp, mã trường, ngày nhận; được tin
hơn ngày lưu trong tệp) và `bao-cao` (tệp các trường gửi). Thư mục `tinh-ngan-hoa` dùng để gộp kết quả của hai phòng: `ctcl.toml` của Sở và danh sách đơn vị phải gửi.

Danh sách trường của `xa-ban-mai` có địa giới cũ và mới: xã được lập ngày 01/7/2025 từ xã Sương Sớm và xã Đồng Gió của huyện Suối Mây cũ. Từ ngày 01/8/2026, Trường Tiểu học
Trăng Non sáp nhập vào Trường Tiểu học Lúa Vàng; Trường Mầm non Cánh Diều tách thành Trường Mầm non Sóc Nâu và Trường Mầm non Cầu Vồng; Trường THCS Sông Trăng đổi tên thành
Trường THCS Tự Lập. Danh sách có 10 dòng, nhưng chỉ 8 trường phải nộp vào tháng 01/2027. Số liệu theo địa giới cũ và mới:

```
cargo run -- report sample-data/xa-ban-mai/bao-cao --config sample-data/xa-ban-mai/ctcl.toml --group-by xa,xa-cu,huyen-cu -o ket-qua-ban-mai
```
";

pub fn write(units: &[(&str, &Truth, &[Parcel])]) -> String {
    let mut text = HEAD.to_owned();
    for (folder, truth, parcels) in units {
        let count = |wanted: &[Reported]| truth.schools.iter().filter(|school| wanted.contains(&school.submission)).count();
        text.push_str(&format!(
            "\n## {folder}: {}, năm học {}, {}\n\n{} trường: {} đã nộp (trễ hạn {}), {} chưa nộp, {} chỉ có tệp không đọc được.\n\n",
            truth.unit,
            truth.school_year,
            truth.period.title(),
            truth.schools.len(),
            count(&[Reported::OnTime, Reported::Late]),
            count(&[Reported::Late]),
            count(&[Reported::Missing]),
            count(&[Reported::Unreadable]),
        ));
        text.push_str(&format!("| Tệp trong `{FOLDER}` | Trường | Có gì đáng chú ý |\n|---|---|---|\n"));
        for parcel in *parcels {
            let names: Vec<&str> = truth
                .schools
                .iter()
                .filter(|school| parcel.school_ids.contains(&school.school_id))
                .map(|school| school.name.as_str())
                .collect();
            let shows = if parcel.shows.is_empty() { "bình thường".to_owned() } else { parcel.shows.join("; ") };
            text.push_str(&format!("| `{}` | {} | {} |\n", parcel.file, names.join(", "), shows.replace('<', "&lt;")));
        }
    }
    text
}
