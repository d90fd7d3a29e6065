//! Kinds of work by the deeds that plans begin with, and the stages before each. With their marks, as they are written.

/// A kind of work: what its plans begin with, and what is done before it.
pub(super) struct Kind {
    pub deeds: &'static str,
    /// Done with hands: "đổ móng", "hố đào".
    pub begun: &'static str,
    /// Agreed, asked or written: "bản vẽ", "ký hợp đồng".
    pub prepared: &'static str,
}

/// Building from the ground, mending, buying, giving, engaging people, sending them, holding something. The first whose deed the plan begins with is its kind.
pub(super) const KINDS: &[Kind] = &[
    Kind {
        deeds: "
            xây, xây mới, xây thêm, dựng, làm nhà, làm tường, làm hàng rào, làm cổng, làm sân, làm mái, làm bếp, làm kè, làm đường, làm bể, làm bồn, làm phòng, làm lan can,
            làm sân khấu, làm khu, làm mương, làm rãnh, mần nhà, kè, đổ bê tông, bê tông hóa, đặt tượng, khoan giếng, khoan, đào giếng, kéo điện, kéo đường điện, kéo nước",
        begun: "
            đo đạc, đo đất, đo vẽ, đo vị trí, cắm mốc, cắm cọc, định vị, động thổ, khởi công, làm lễ khởi công, lễ khởi công, giải phóng mặt bằng, mặt bằng, san nền, san gạt, san mặt bằng, san ủi,
            dọn mặt bằng, giải tỏa, đổ móng, đào móng, xây móng, làm móng, móng, nền móng, nền, đổ cột, cột, trụ, bệ, đế, giằng, đổ giằng, khung, khung sắt, dựng khung, giàn, hố, đào hố, cất nóc, đổ mái,
            gỗ đủ, tôn đủ, ngói đủ, gạch đủ, cát đủ, xi măng đủ, sắt đủ, vật tư đủ, đổ trần, đổ sàn, đổ tầng, xây thô, phần thô, tập kết, chở vật liệu, mua vật liệu, vật liệu, làm lễ động thổ, lễ động thổ, mời thợ, gọi thợ, tìm thợ, thuê thợ, kêu thợ, chọn ngày",
        prepared: BUILT_ON_PAPER,
    },
    Kind {
        deeds: "
            sửa, sửa chữa, lợp, lợp lại, lát, lát lại, láng, cải tạo, nâng cấp, tu sửa, tu bổ, mở rộng, chống thấm, trồng, đầu tư xây, thi công",
        begun: "
            đo đạc, đo đất, cắm mốc, động thổ, khởi công, giải phóng mặt bằng, đào móng, đổ móng, tập kết, chở vật liệu, mua vật liệu, vật liệu, gạch mua, tôn mua, ngói mua, xi măng mua, cát mua, gỗ mua, ván mua, ống mua, vật tư mua,
            chở về, về tới sân, đào hố, hố,
            mời thợ, gọi thợ, tìm thợ, thuê thợ, kêu thợ, chọn ngày",
        prepared: BUILT_ON_PAPER,
    },
    Kind {
        deeds: "sơn, sơn lại, sơn mới, sơn sửa, quét vôi, quét sơn, lăn sơn",
        begun: "
            lớp 1, lớp một, lớp thứ nhất, lớp đầu, lớp lót, lót, nước 1, nước một, nước thứ nhất, nước đầu, nước lót, cạo vôi, cạo tường, cạo sơn, cạo lớp sơn cũ, cạo lớp vôi cũ, bả tường, bả matit, trét tường, trám tường,
            sơn mua, vôi mua, sơn về, vôi về, mua vật liệu, vật liệu, tập kết, chở về, về tới sân, đo đạc, bắc giàn giáo, mời thợ, gọi thợ, tìm thợ, thuê thợ, kêu thợ, chọn ngày, chọn màu",
        prepared: BUILT_ON_PAPER,
    },
    Kind {
        deeds: "bồi dưỡng, đào tạo, tập huấn cho, mở lớp bồi dưỡng",
        begun: "khai giảng, lớp khai giảng, nhập học, lớp đang học, đang theo học",
        prepared: "
            chọn đơn vị, chọn được đơn vị, chọn giảng viên, chọn được giảng viên, chọn trung tâm, chọn được trung tâm, mời giảng viên, mời chuyên gia, mời báo cáo viên, giảng viên, hợp đồng với, liên hệ, lên lịch, xếp lịch, lịch học, dự trù, lập dự trù, khảo sát nhu cầu, tài liệu, in tài liệu,
            xin kinh phí, chốt danh sách, lập danh sách, lên danh sách, danh sách, chọn đội tuyển, chọn được đội tuyển, lập đội tuyển, thành lập đội tuyển, tuyển chọn đội tuyển, thi chọn đội tuyển",
    },
    Kind {
        deeds: "kiểm định, tự đánh giá, hoàn thành hồ sơ tự đánh giá, hoàn thiện hồ sơ tự đánh giá, hoàn thành báo cáo tự đánh giá, đánh giá ngoài, đón đoàn đánh giá ngoài, công nhận đạt chuẩn, đề nghị công nhận",
        begun: "viết phiếu, viết được, viết xong, phiếu tiêu chí, phiếu đánh giá tiêu chí, thu thập, thu thập được, mã hóa, mã hóa minh chứng, mã hóa được, dự thảo báo cáo",
        prepared: "thành lập hội đồng, phân công, phân công nhóm, lập kế hoạch, có kế hoạch, tập huấn, họp hội đồng, họp bàn, quyết định thành lập",
    },
    Kind {
        deeds: "làm vườn, trồng rau, trồng cây, trồng hoa, trồng thêm, trồng hàng rào",
        begun: "phát cỏ, dọn cỏ, làm cỏ, làm đất, cuốc đất, xới đất, lên luống, đào hố, hố, mua giống, giống mua, ươm, ươm giống, ươm cây, cải tạo đất, đổ đất, rào, khoanh",
        prepared: "liên hệ, đăng ký, thiết kế, quy hoạch, báo giá, chọn giống, đặt cây, đặt giống, xin giống, họp bàn, phân công, khảo sát",
    },
    Kind {
        deeds: "thanh lý, thanh lí",
        begun: "kiểm kê, định giá",
        prepared: "lập hội đồng, thành lập hội đồng, lập danh sách, danh sách, lập hồ sơ, hồ sơ, tờ trình, đề nghị, họp, thống kê, rà soát",
    },
    Kind {
        deeds: "kết nạp",
        begun: "học lớp cảm tình, học cảm tình",
        prepared: "cử, giới thiệu, lập hồ sơ, làm hồ sơ, hồ sơ, danh sách, đề nghị, họp xét, thẩm tra lý lịch, xác minh lý lịch",
    },
    Kind {
        deeds: "nghiên cứu khoa học, viết lịch sử, viết kỷ yếu, viết sách, viết tài liệu, biên soạn, làm kỷ yếu, làm tài liệu, viết sáng kiến",
        begun: "sưu tầm, thu thập, tìm, phỏng vấn, chụp ảnh",
        prepared: "đề cương, xây dựng đề cương, dàn ý, phân công, họp bàn, đăng ký, đăng ký đề tài, chọn đề tài, khảo sát, tên đề tài",
    },
    Kind {
        deeds: "làm sổ đỏ, làm bìa đỏ, làm giấy chứng nhận, cấp sổ đỏ, xin cấp sổ đỏ, xin cấp giấy chứng nhận, hoàn thiện hồ sơ đất, làm thủ tục đất",
        begun: "đo, đo đạc, cắm mốc",
        prepared: "nộp hồ sơ, gửi hồ sơ, hồ sơ, trích lục, tờ trình, đề nghị, liên hệ, họp, làm việc, khảo sát",
    },
    Kind {
        deeds: "tuyển, tuyển dụng, tuyển thêm, tuyển mới, xin thêm giáo viên, xin giáo viên, bổ sung giáo viên, bổ sung nhân viên, thuê, hợp đồng giáo viên, hợp đồng nhân viên, hợp đồng bảo vệ",
        begun: "",
        prepared: "
            thông báo tuyển, nộp hồ sơ, nộp đơn, đăng ký, đăng tin, đăng thông báo, dán thông báo, đăng tuyển, nhận hồ sơ, hồ sơ, tờ trình, phỏng vấn, lập hồ sơ, xin chủ trương, chủ trương, đề nghị, lập danh sách,
            rà soát nhu cầu, nhu cầu, họp bàn, hỏi giá, báo giá",
    },
    Kind {
        deeds: "
            mua, mua sắm, sắm, trang bị, thay, thay mới, thay thế, đóng bàn, đóng tủ, đóng kệ, đóng giá, may, in, đầu tư, cài đặt, bổ sung máy,
            bổ sung thiết bị, bổ sung đồ chơi, bổ sung bàn ghế, bổ sung sách, kết nối",
        begun: "
            đo kích thước, đo đạc, lấy số đo, đi xem, xem mẫu, xem hàng, hỏi giá, kéo dây, khoan lỗ, mời thợ, gọi thợ, thuê thợ, chọn mẫu, mẫu máy, mẫu, chốt mẫu, gỗ xẻ, xẻ gỗ, gỗ mua, gỗ về, mua gỗ, mua sắt, sắt mua, cắt sắt, gom tiền, gom đủ tiền, đặt tiền, đặt cọc",
        prepared: BOUGHT_ON_PAPER,
    },
    Kind {
        deeds: "lắp, lắp đặt, lắp thêm, lắp mới, gắn, mắc, mắc thêm",
        begun: "
            đo kích thước, đo đạc, kéo dây, khoan lỗ, mời thợ, gọi thợ, thuê thợ, đặt cọc, gom tiền, về kho, quạt về, máy về, hàng về, thiết bị về, camera về, tivi về, ti vi về, điều hòa về, đèn về, hàng đã về, máy đã về,
            quạt đã về, thiết bị đã về, mua dây, dây mua, vật tư mua, quạt mua, máy mua",
        prepared: BOUGHT_ON_PAPER,
    },
    Kind {
        deeds: "tặng, trao, trao tặng, tặng quà, tặng xe, trao học bổng, cấp học bổng, cấp phát, cấp sách, cấp vở, hỗ trợ học sinh, hỗ trợ hs, hỗ trợ trẻ, hỗ trợ sách, hỗ trợ gạo, hỗ trợ bảo hiểm, giúp đỡ học sinh, giúp học sinh, thăm hỏi",
        begun: "đo size, lấy số đo, đo người, đo chân, gói quà, mua quà, nhập kho, về kho, nằm trong kho, đặt may, đặt mua",
        prepared: "
            danh sách, lập danh sách, lên danh sách, chốt danh sách, xét chọn, bình xét, họp xét, rà soát, rà danh sách, rà, rà xong, đủ diện, thuộc diện, đối tượng, khảo sát, thống kê, đề nghị, họp bàn, liên hệ, kêu gọi, thông báo",
    },
    Kind {
        deeds: "cử, cử đi, đi học, đưa giáo viên đi, tạo điều kiện cho giáo viên đi",
        begun: "",
        prepared: "đăng ký, nộp hồ sơ, làm hồ sơ, hồ sơ, lập danh sách, danh sách, chốt danh sách, thông báo, họp bàn, vận động, rà soát, khảo sát",
    },
    Kind {
        deeds: "
            tổ chức hội, tổ chức thi, tổ chức cuộc thi, tổ chức ngày, tổ chức lễ, tổ chức tham quan, tổ chức ngoại khóa, tổ chức chuyên đề, tổ chức tập huấn, tổ chức giải, tổ chức giao lưu, tổ chức cắm trại,
            tổ chức khám, tổ chức dạy bơi, tổ chức trải nghiệm, tổ chức hoạt động trải nghiệm, tổ chức cho, mở lớp, mở chuyên đề, hội thi, thi, hội thao, hội khỏe, ngoại khóa, tham quan, cho học sinh tham quan,
            cho hs tham quan, cho trẻ tham quan, giao lưu, cắm trại, tập huấn, khám, khám sức khỏe, khám mắt, dạy bơi, đại hội, hội diễn, diễn tập, ngày hội, thành lập câu lạc bộ",
        begun: "mua lá, mua gạo, mua nguyên liệu, mua vật dụng, mua giải thưởng, mua phần thưởng, mua giấy, mua giấy thi, mua giấy mời, mua bút, mua quà, mua nước, mua bánh kẹo, mua văn phòng phẩm, in giấy, in giấy thi, in đề, in đề thi, phô tô đề, photo đề, chọn đội, lập đội, thành lập đội, tập dượt, tập văn nghệ, chọn tiết mục, chọn thí sinh, thuê loa, thuê xe, đặt xe, dựng rạp, dựng sân khấu, trang trí sân khấu",
        prepared: "
            thể lệ, phát thể lệ, vận động, vận động được, họp bàn, họp ban tổ chức, họp phân công, phân công, giấy mời, gửi giấy mời, phát giấy mời, in giấy mời, mời báo cáo viên, báo cáo viên, liên hệ, đăng ký, danh sách, lập danh sách, chốt danh sách,
            xin phép, xin ý kiến, thăm dò, khảo sát, ra thông báo, thông báo, kịch bản, dự trù, lập dự trù, ra đề, thành lập ban tổ chức, chuẩn bị",
    },
];

const BOUGHT_ON_PAPER: &str = "
            bản vẽ, thiết kế, dự toán, lập dự toán, báo giá, lấy báo giá, xin báo giá, thẩm định giá, khảo sát, khảo sát giá, khảo sát thị trường, tham khảo giá, so sánh giá, bảng so sánh giá, bảng giá, duyệt giá, chốt giá, mời thầu, thư mời thầu,
            hồ sơ mời thầu, đấu thầu, mở thầu, chào hàng, chọn nhà thầu, chọn đơn vị, chọn nhà cung cấp, chọn công ty, chọn cửa hàng, hợp đồng, ký hợp đồng, đặt hàng, đặt mua, tạm ứng, chuyển tiền,
            tờ trình, danh mục, lập danh mục, lên danh mục, danh sách, lập danh sách, nhu cầu, rà soát nhu cầu, đăng ký, liên hệ, họp bàn, họp hội đồng, họp thống nhất, bàn bạc, chủ trương, thống nhất chủ trương,
            thống nhất mua, xin ý kiến, trình phòng, trình ubnd, trình huyện, trình cấp trên, làm việc với công ty, làm việc với đơn vị, kế hoạch mua";

const BUILT_ON_PAPER: &str = "
    bản vẽ, lập bản vẽ, vẽ thiết kế, thiết kế, thẩm định, khảo sát, dự toán, lập dự toán, báo giá, lấy báo giá, xin báo giá, mời thầu, thư mời thầu, đấu thầu, mở thầu, chọn nhà thầu, chọn đơn vị, chọn thợ,
    chỉ định thầu, hợp đồng, ký hợp đồng, tờ trình, trình ubnd, trình phòng, trình huyện, họp bàn, họp dân, họp phụ huynh, họp hội đồng, họp thống nhất, bàn bạc, chủ trương, thống nhất chủ trương,
    thống nhất làm, thống nhất xây, thống nhất sửa, đoàn khảo sát, cấp phép, giấy phép, xin giấy phép, xin phép, quy hoạch, phối cảnh, liên hệ, xin ý kiến, đăng ký, nghiên cứu, hồ sơ thiết kế, hồ sơ đất";

/// Before the stage, who took it or how far it is: "đã", "UBND huyện", "3".
pub(super) const LEADS: &str = "
    đã, mới, vừa, được, có, hoàn thành, hoàn tất, hoàn thiện, xong, làm, sơn, sơn xong, sơn được, quét, quét xong, tiến hành, tổ chức, thực hiện, nhà trường, trường, bgh, ban giám hiệu, hiệu trưởng, ban đại diện, ubnd, xã, huyện, phòng, đơn vị, nhà thầu, thợ, công ty, cửa hàng, đại lý, kế toán, lập được, cô, thầy, em, gv, giáo viên, người, hs, học sinh, cán bộ, địa chính, đoàn, lấy,
    các lớp, lớp, tổ, ban hành, phát, lấy được, nhận, nhận được, xin, lên, ra, chốt, chốt được, chọn được, phần, ký, về, lên, đang, rồi, gạch, cát, sỏi, đá, xi măng, sắt, thép, tôn, ngói, việc, bước, cùng, và, gửi, lập, xây, lập xong, làm xong, các, một số, toàn bộ, đủ
";

/// Behind a stage, what is done with it and no more: "đã chốt với thôn", "xây xong".
pub(super) const AGREED: &str = "
    chốt, lập, gửi, trình, duyệt, phê duyệt, thẩm định, ký, ký kết, thống nhất, có, nộp, đào, đổ, xây, dựng, chôn, thông qua, thông báo, xem, đồng ý, niêm yết, dán, báo cáo, chọn, vẽ, in, bàn, họp, trồng, đóng, dự tuyển, tuyển, dự thi, cho, đi học lớp cảm tình, học lớp cảm tình, tham gia lớp cảm tình, đi học cảm tình, đi học lớp bồi dưỡng nhận thức, học lớp bồi dưỡng nhận thức
";

/// Begin plans of what comes before, or whose papers are the work.
pub(super) const PREPARES: &str = "
    lập, chuẩn bị, khảo sát, đo đạc, thiết kế, đề nghị, đề xuất, tham mưu, xin kinh phí, xin cấp, xin đất, xin chủ trương, kiến nghị, vận động, huy động, kêu gọi, rà soát, xây dựng kế hoạch, xây dựng quy, xây dựng nội quy, xây dựng đề án,
    xây dựng phương án, xây dựng chương trình, xây dựng môi trường, xây dựng nề nếp, xây dựng văn hóa, xây dựng đội ngũ, xây dựng trường, xây dựng tập thể, xây dựng tổ, xây dựng chi bộ, xây dựng quỹ, xây dựng thư viện điện tử,
    thi đua, khảo thí
";

/// What makes a clause beside a stage more than one: "bàn giao", "dùng tốt".
pub(super) const ENDS: &str = "
    bàn giao, nghiệm thu, đưa vào, sử dụng, dùng được, dùng tốt, hoạt động, hoàn thành, hoàn thiện, hoàn tất, khánh thành, xong, rồi, đầy đủ, nhận đủ, đã nhận, đã mua, đã lắp, giao đủ, tốt, đẹp, quyết toán, thanh toán, hóa đơn,
    phiếu chi, phiếu nhập, thanh lý, chứng từ, biên nhận, trị giá, tổng tiền, hình ảnh, ảnh, biên bản, kết quả, giải, lót
";

/// Parts of a building that are done before it, and stay its parts when it is.
pub(super) const PARTS: &str = "móng, nền, cột, trụ, bệ, đế, giằng, khung, giàn, hố";

/// How far such a part has come.
pub(super) const SO_FAR: &str = "xong, rồi, đã, đổ, đào, xây, dựng, chôn, trồng, đóng, hôm, ngày, sẵn";

/// Behind a stage, that the work itself is done.
pub(super) const USED: &str = "dùng, nghiệm thu, khánh thành, đạt, đưa vào";
