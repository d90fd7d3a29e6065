//! The words of results with their marks: what "chưa" is, and "chữa" is not.
//!
//! A word that is in no list is heard by its plain letters, whatever its marks: a new one that turns the meaning belongs here.

use std::sync::LazyLock;

use super::super::heard::Lexicon;
use crate::text::memory::Memory;

/// The text as [`crate::text::fold`] makes it, its words told apart by their marks.
pub(super) fn heard(text: &str) -> String {
    thread_local! {
        static HEARD: Memory<String> = Memory::default();
    }
    // Many rules hear the same text one after the other.
    HEARD.with(|known| known.recall(text, hear))
}

fn hear(text: &str) -> String {
    static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(MEANT, APART, OTHERS, UNMARKED));
    // "Lớp học sạch sẽ" is clean, and nothing to come.
    let clean = text.contains("ạch sẽ").then(|| text.replace("ạch sẽ", "ạch"));
    let heard = WORDS.hear(clean.as_deref().unwrap_or(text));
    // "Ko làm đc"
    if !SHORT.iter().any(|(short, _)| heard.contains(short)) {
        return heard;
    }
    let whole = |word| SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, whole)| *whole);
    heard.split(' ').map(whole).collect::<Vec<_>>().join(" ")
}

/// As they are typed in haste.
const SHORT: &[(&str, &str)] = &[("đc", "duoc"), ("dc", "duoc"), ("ko", "khong"), ("hok", "khong"), ("dg", "dang")];

/// By their plain letters; where several share them, no statement turns on which it is.
const MEANT: &str = "
    bốn sáu bảy tám chín mười mươi
    ai án ăn an ảnh anh áp
    bàn ban bản bận bằng bảng báo bao bảo bão bạo bắt bất bị biến biết bộ bổ bố bởi bồi bước
    các cải cái cần cán cao cáo cấp cầu cha chậm chấp chất chặt cháu cháy chạy chỉnh chính cho chủ chưa chửa chuẩn chức chung chừng chứng
    chuyển chuyến chi có còn con cố công cộng cử cụ cuối
    đã dài đảm dân dẫn đang dạng dang đạo đào đáp đạt đặt đất đầu đấu đâu dạy đầy đẩy đây đề dễ đến đẹp đều đi địa dịch điểm điện diện
    điều đình định do độ đó đoạn đọc đổi dời dọn đơn đồng động đóng đợt đủ dự dữ dù đưa đúng dùng dung dụng dựng được dưới dứt
    duy duyệt
    em
    gần gặp gì gia giá giai giải giám giảm gian gián giãn giao giáo giờ giữa giúp gỡ gộp gửi gởi
    hạn hàng hạng hằng hành hầu hè hết hiện hiển hiệu hiểu hỗ hồ họ hộ hoặc hoạch hoàn hoạt học hơi hội hỏi hơn hợp họp hướng hưởng hủy huy
    huyện huynh
    ít
    kế kể kèm kém kéo khắc khác khai khăn khang khảo khi khiếu khó kho khoa khoảng khởi khối khỏi không kỳ kì kiện kiến kinh kịp
    lại làm lập lắp lâu lệ lên lịch liệu linh lớn lớp lũ lực lúc lùi lui lượng lương lưu lý
    mạng mạnh mặt mất máy mấy mẹ mới môn móng mong một mua mức mục muộn muốn
    năm nạn nâng năng nào nay này nên nếu ngân ngắn ngày ngay nghị nghỉ nghiệm ngoài ngừng ngưng người nguồn nhà nhắc nhân nhận nhập nhất
    nhật nhiệm nhiên nhiều nhỏ như nhưng nợ nội nơi nổi nửa nữa
    ở ổn ôn
    phạm phẩm phần phân phát phê phép phí phối phòng phong phụ phù phúc phục phương phường
    qua quá quả quan quản quy quý quyền quyên quyết
    ra rà rãi rất rèn riêng rõ rồi rộng
    sạch sách sai sắm sang sắp sát sau sâu sẽ sinh số sở so sơ sự sử sửa sung
    tai tại tài tái tạm tăng tặng tạo tập tất tham thẩm thăm thác tháng thành thanh thao tháo thảo thật thất thầu thay thấy thể thế thêm theo thi
    thì thiện thiên thiết thiếu thô thời thôi thông thống thứ thu thủ thử thuận thực thức thuộc thường tỉ tỷ tiến tiền tiếp tiết tiêu tìm
    tính tỉnh tình tổ tờ to toàn toán tốc tới tồn tốn tổng tốt trả tra trăm trang trạng tránh tranh trao trễ trệ trên trì trí triển triệt trình
    trợ trở trọn trong trung trùng trước trường trưởng truyền từ tự tủ tư tuần tục tương tượng tuy tùy tuyển tuyên tuyến
    ủng ứng ước ưu ủy uỷ
    và vài vẫn vào vật vặt về vệ vì vi vị việc viên viết với vốn vụ vừa vướng vượt
    xã xa xây xảy xem xỉ xin xong xử xuất xuyên
    ý yêu yếu
";

/// With their marks: another word of the grammar has the same plain letters, and says something else.
const APART: &str = "bỏ chăm chấm chỉ chờ chuyên chữa cơ đa đăng đảng đối để dở dừng hệ hoãn ký mời mưa quỹ trẻ trồng văn vận";

/// None of the grammar's, though they lack only marks of one.
const OTHERS: &str = "
    chí hiên tuân kê tiên đông tôn châm hương cư dư sư cân đôi vân sẻ nghĩ cũ củ lẻ đê bô dâu bê dõi
";

/// What stands for a word of [`APART`] where marks are missing.
const UNMARKED: &[(&str, &str)] = &[
    ("tam hoan", "tam hoãn"),
    ("hoan lai", "hoãn lai"),
    ("hoan sang", "hoãn sang"),
    ("hoan den", "hoãn den"),
    ("xin hoan", "xin hoãn"),
    ("bo hoc", "bỏ hoc"),
    ("bo khong", "bỏ khong"),
    ("bo dang", "bỏ dang"),
    ("de lai", "để lai"),
    ("de sang", "để sang"),
    ("de nam", "để nam"),
    ("de hkii", "để hkii"),
    ("de hk2", "để hk2"),
    ("de hk", "để hk"),
    ("de hoc ky", "để hoc ky"),
    ("de ky", "để ky"),
    ("de he", "để he"),
    ("de cuoi", "để cuoi"),
    ("de den", "để den"),
    ("de xay", "để xay"),
    ("khong de", "khong để"),
    ("cho phe duyet", "chờ phe duyet"),
    ("cho duyet", "chờ duyet"),
    ("cho kinh phi", "chờ kinh phi"),
    ("cho cap", "chờ cap"),
    ("cho y kien", "chờ y kien"),
    ("cho nghiem thu", "chờ nghiem thu"),
    ("cho tham dinh", "chờ tham dinh"),
    ("dang cho", "dang chờ"),
    ("moi chi", "moi chỉ"),
    ("chi con", "chỉ con"),
    ("chi moi", "chỉ moi"),
    ("chi lam", "chỉ lam"),
    ("chi thuc hien", "chỉ thuc hien"),
    ("chi trien khai", "chỉ trien khai"),
    ("chi hoan thanh", "chỉ hoan thanh"),
    ("chi mua", "chỉ mua"),
    ("chi sua", "chỉ sua"),
    ("chi to chuc", "chỉ to chuc"),
    ("chi xay", "chỉ xay"),
    ("chi lap", "chỉ lap"),
    ("chi trong", "chỉ trồng"),
    ("chi dat", "chỉ dat"),
    ("chi bo sung", "chỉ bo sung"),
    ("chi trang bi", "chỉ trang bi"),
    ("chi dao", "chỉ dao"),
    ("chi tieu", "chỉ tieu"),
    ("co ban", "cơ ban"),
    ("co so", "cơ so"),
    ("da so", "đa so"),
    ("do dang", "dở dang"),
    ("dang do", "dang dở"),
    ("dung thuc hien", "dừng thuc hien"),
    ("dung trien khai", "dừng trien khai"),
    ("phai dung", "phai dừng"),
    ("tam dung", "tam dừng"),
    ("triet de", "triet để"),
    ("chuyen mon", "chuyên mon"),
    ("chuyen de", "chuyên de"),
    ("tuong doi", "tuong đối"),
    ("moi dung", "moi dừng"),
    ("dang dung", "dang dừng"),
    ("quy dat", "quỹ dat"),
    ("van ban", "văn ban"),
    ("cong van", "cong văn"),
    ("van dong", "vận dong"),
    ("van hanh", "vận hanh"),
    ("cham dut", "chấm dut"),
    ("cham soc", "chăm soc"),
    ("sua chua", "sua chữa"),
    ("chua chay", "chữa chay"),
    ("chua benh", "chữa benh"),
    ("he thong", "hệ thong"),
];
