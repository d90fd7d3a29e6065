//! What is said under work that is done in, whether some word of it mostly says that something is left out: for asking, never for reading.

use super::words::heard;

/// Whether the text speaks of what is not yet, though as a whole it says that the work is done: "Đã mua sắm xong, chưa thanh toán".
pub fn leaves_doubt(done: &str) -> bool {
    const WORDS: &[&str] = &["chua", "dang", "se", "thieu", "dở", "chờ", "hoãn", "dừng", "treo", "hua", "dần"];
    const PHRASES: &[&str] = &[
        " con lai ",
        " con ton tai ",
        " van con ",
        " du kien ",
        " thi diem ",
        " thí diem ",
        " mot phan ",
        " phan khung ",
        " dot 1 ",
        " vong 1 ",
        " giai doan 1 ",
        " rai rac ",
        " lam lai ",
        " thuc hien lai ",
        " tiep tuc lam ",
        " chuyen sang ",
        " lui sang ",
        " nam sau ",
        " nam hoc sau ",
        " co ke hoach ",
        " len ke hoach ",
        " trong ke hoach ",
    ];
    let text = format!(" {} ", heard(done));
    let asks = done.trim_end().ends_with('?');
    asks || text.split(' ').any(|word| WORDS.contains(&word)) || PHRASES.iter().any(|phrase| text.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_what_is_left_are_seen_and_what_looks_like_them_is_not() {
        for done in [
            "Đã mua sắm xong, chưa thanh toán",
            "Tủ sách lớp học, thư viện tỉnh sẽ tặng thêm",
            "Có làm, hiện chưa tốt",
            "Da lam, con lai 2 phong",
            "Nội dung của nhà trường, một phần của kế hoạch",
            "Thực hiện dần",
            "Dự án treo",
            "Hoàn thành?",
            "Địa phương hứa đầu tư năm 2025",
            "Triển khai thí điểm",
            "Hội giảng vòng 1 xong, vòng 2 tháng 3",
        ] {
            assert!(leaves_doubt(done), "{done}");
        }
        for done in [
            "Sửa chữa 5 phòng học",
            "Chia sẻ kinh nghiệm",
            "Đã đăng ký thi đua",
            "Đảng bộ đã họp",
            "Đã trang bị 5 máy",
            "Bể chứa nước",
            "Thực hiện dân chủ cơ sở",
            "Đã có hướng dẫn",
            "",
        ] {
            assert!(!leaves_doubt(done), "{done}");
        }
    }
}
