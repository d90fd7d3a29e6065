//! Deeds that end with a thing in its place, and the words by which a report tells of one. With their marks, as they are written.

/// Begin plans of what can be seen and touched once it is done.
pub(super) const MAKES: &str = "
    mua, mua sắm, sắm, trang bị, lắp, lắp đặt, xây, xây mới, xây thêm, dựng, sửa, sửa chữa, cải tạo, nâng cấp, lát, láng, lợp, trồng, khoan, đóng mới, đóng bàn, đóng ghế, đóng tủ, đóng kệ, đóng giá, đóng bục,
    thay, thay mới, thay thế, sơn, quét vôi, mở rộng, tu sửa, tu bổ, chống thấm, gia cố, kéo điện, kéo nước, kéo dây, kéo đường, bê tông hóa, đổ bê tông, kè, nạo vét,
    làm mới, làm lại, làm nhà, làm tường, làm hàng rào, làm cổng, làm sân, làm mái, làm bếp, làm kè, làm đường, làm bể, làm bồn, làm phòng, làm lan can, làm khu, làm mương, làm rãnh, làm hệ thống, làm biển, làm bảng, làm kệ, làm giá,
    làm vườn, làm nhà xe, làm lối, làm hố, bổ sung máy, bổ sung thiết bị, bổ sung trang thiết bị, bổ sung bàn ghế, bổ sung tủ, bổ sung đồ chơi, bổ sung đồ dùng, bổ sung sách, bổ sung giá, bổ sung kệ, bổ sung cơ sở vật chất,
    xây dựng nhà, xây dựng phòng, xây dựng tường, xây dựng cổng, xây dựng sân, xây dựng bếp, xây dựng khu, xây dựng bể, xây dựng hàng rào, xây dựng vườn, xây dựng bồn, xây dựng công trình, xây dựng mới, xây dựng thêm, xây dựng dãy
";

/// Begin plans that only sound so.
pub(super) const OTHERS: &str = "
    mua bảo hiểm, sửa đổi, thay đổi, thay mặt, thay thế giáo viên, làm mới nội dung, làm mới phương pháp, làm lại hồ sơ, nâng cấp trình độ, sắm vai, xây dựng nhà trường, trồng người, mở rộng quan hệ, mở rộng hình thức, mở rộng mô hình, mở rộng đối tượng
";

/// Tell of a thing that is there, of the deed that brought it there, of what it is like, of what was paid for it, or that all is over.
pub(super) const TELLS: &str = "
    mua, sắm, trang bị, lắp, thay, sửa, xây, xây dựng, dựng, làm, làm mới, lát, láng, lợp, ốp, tráng, đổ bê tông, bê tông hóa, sơn, quét, lăn sơn, trồng, đóng mới, đóng thêm, đóng bàn, đóng ghế, đóng tủ, đóng kệ, đóng giá, khoan, nhận, tiếp nhận, nhập, nhập về, cấp, được cấp, giao đủ, giao hàng,
    bàn giao, treo, gắn, bắt vít, cải tạo, nâng cấp, mở rộng, tu sửa, tu bổ, hàn, gia cố, trát, xử lý, khắc phục, chống thấm, che, phủ, kê bàn, kê ghế, kê tủ, kê giường, bố trí, bày, xếp, chuyển về, chuyển sang, dời, dùng, sử dụng, đưa vào, hoạt động,
    vận hành, chạy, chiếu sáng, hoàn thành, hoàn thiện, hoàn tất, hoàn chỉnh, xong hết, xong xuôi, nghiệm thu, khánh thành, khai trương, cắt băng, thanh toán, quyết toán, hóa đơn, phiếu nhập, phiếu chi, chứng từ, trị giá, tổng tiền, giá trị, chi hết, hết dột, hết thấm, hết ngập, hết, không còn, không bị,
    có, đủ, đầy đủ, thuê, in, may, cài, cài đặt, kết nối, phủ sóng, nối, đấu nối, thông, thoát nước, nạo vét, dọn sạch, bọc, rào, ngăn, rải, trải, đổ đất, tôn, nâng nền, san phẳng, kéo về, kéo tới, kéo đến, đi lại dây, thi công, trang trí, vẽ, đặt ở, đặt tại, đặt trong, đặt trước, để ở, nằm ở, ở phòng, tại phòng, đặt cho,
    mở cửa, chảy, phủ, khô, sâu, dài, tới tay, đến tay, bén rễ, không thấm, không dột, không ngập, không nắng, mới, đẹp, sạch, rộng, sáng, mát, tốt, chắc, an toàn, thoáng, xanh, bằng phẳng, khang trang, kiên cố, êm, rõ, ổn, ok, đạt, phục vụ, tổ chức, thực hiện, triển khai, phục hồi, bảo trì, bảo dưỡng, lên xanh, sống, tươi, tỏa bóng, ra hoa
";

/// Say of something that it is over, where it is of what was planned.
pub(super) const OVER: &str = "xong, rồi, về";

/// Give money, land or stuff towards it: of what is counted behind them only the planned thing is there.
pub(super) const GIVES: &str =
    "góp, đóng góp, ủng hộ, hiến, tài trợ, hứa, tặng, biếu, hỗ trợ, quyên góp, vận động, huy động, kêu gọi, xin, gom";

/// Call for such gifts.
pub(super) const CALLS: &str = "phát động, kêu gọi, vận động, huy động, xin, đề nghị";

/// Who does the work is no work: "đơn vị thi công", "thợ xây".
pub(super) const WORKERS: &str = "đơn vị, nhà thầu, công ty, đội, thợ, tổ thợ, cửa hàng, đại lý, nơi, giá, tiền, kế hoạch, dự toán, phương án, thiết kế, bản, mẫu, nhu cầu, danh mục, danh sách, hồ sơ, chủ trương, đơn, chờ, để, việc, cần, xin, đòi, muốn";

/// Begin plans of a title or a level that others grant.
pub(super) const TITLES: &str = "đạt chuẩn quốc gia, đạt trường chuẩn, đạt kiểm định, đạt danh hiệu, đạt cơ quan, đạt trường, được công nhận, phấn đấu đạt chuẩn, phấn đấu đạt danh hiệu, phấn đấu được công nhận, xây dựng trường chuẩn, xây dựng trường đạt chuẩn";

/// Tell that it was.
pub(super) const GRANTED: &str = "đạt, công nhận, bằng, chứng nhận, quyết định, qđ, giữ vững, duy trì, được phong, nhận danh hiệu, đón, xong, hoàn thành, hoàn tất, có, tốt, đủ, ok, rồi";
