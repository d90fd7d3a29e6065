//! What schools plan and report, by matter: the words of one matter that stand for each other in a plan and in what is reported of it.
//! With their marks, as they are written.

pub(super) const MATTERS: &[&str] = &[
    // Teachers learn.
    "bồi dưỡng, tập huấn, chuyên đề, sinh hoạt theo chủ đề, buổi sinh hoạt, hội thảo, lớp tập huấn, tự học, nâng chuẩn, trình độ, chứng chỉ, tốt nghiệp, tín chỉ, đào tạo, học đại học, học cao học, văn bằng,
     mô đun, module, modul, thành thạo, thao tác, nghiệp vụ, sinh hoạt chuyên môn, sinh hoạt tổ, nghiên cứu bài học, tổ chuyên môn, biên bản sinh hoạt, báo cáo viên, cốt cán, năng lực giáo viên, chất lượng đội ngũ, đi học, đã học, bằng đại học, bằng thạc sĩ, bằng cử nhân, steam, stem",
    // Lessons.
    "dự giờ, thăm lớp, thao giảng, hội giảng, tiết dạy, tiết mẫu, dạy mẫu, kiến tập, rút kinh nghiệm, tiết học, dự được, dự 1, giáo viên giỏi, giáo viên dạy giỏi, gv dạy giỏi, gvdg, dạy tốt, phương pháp dạy học, đổi mới phương pháp, giáo án, bài giảng, kế hoạch bài dạy, dạy học",
    // Things are bought and come.
    "mua, mua sắm, trang bị, sắm, bổ sung, cấp phát, nhập kho, hóa đơn, nhận về, nhận đủ, giao các lớp, phát cho các lớp, thiết bị, cơ sở vật chất, csvc, cấp cho, đã cấp, được cấp, đồ dùng, máy chiếu, ti vi, tivi, loa, bàn ghế, tủ, kệ",
    // Mending.
    "sửa, sửa chữa, cải tạo, tu bổ, tu sửa, nâng cấp, quét vôi, sơn, thay, thay mới, lát, lát lại, ốp, lợp, chống thấm, chống dột, gia cố, vá, khắc phục, bảo trì, bảo dưỡng, thông cống, nạo vét, hàn, đóng lại, trát, dột, xuống cấp, hư hỏng, hỏng, chỉnh trang, tôn tạo, duy tu, dặm, bắn tôn, thợ, thay thế",
    // Building.
    "xây, xây dựng, xây mới, dựng, đổ bê tông, bê tông, mái che, mái vòm, nhà xe, nhà đa năng, phòng học, tường rào, hàng rào, cổng trường, sân trường, sân chơi, nghiệm thu, bàn giao, đưa vào sử dụng, khánh thành, thợ, công trình, thi công, lợp, tôn, đường vào, lối đi, xe vào, xe vô, khuôn viên, mặt bằng, diện tích, m2",
    // Means are raised.
    "vận động, huy động, xã hội hóa, ủng hộ, tài trợ, quyên góp, đóng góp, mạnh thường quân, nhà hảo tâm, hảo tâm, nguồn lực, kêu gọi, tặng, trao tặng, phụ huynh góp, góp công, ngày công, công lao động, cha mẹ học sinh góp, quỹ, gây quỹ, hiến đất, hiến",
    // Inspecting and judging.
    "kiểm tra, giám sát, rà soát, thanh tra, đánh giá, xếp loại, kiểm kê, kiểm định, tự đánh giá, phát hiện, sai sót, sai phạm, vi phạm, thẩm định, nhận xét, chuẩn nghề nghiệp, chuẩn hiệu trưởng, loại tốt, loại khá, cắt xén, kiểm tra nội bộ, hồ sơ, sổ sách, minh chứng, đúng mẫu, đúng quy định, lưu",
    // Telling people.
    "tuyên truyền, đường dây nóng, số điện thoại, sđt, hotline, phổ biến, phát thanh, tờ rơi, nói chuyện, băng rôn, pa nô, khẩu hiệu, áp phích, bảng tin, góc tuyên truyền, đăng tải, đăng bài, tin bài, bài viết, cam kết, quán triệt, sinh hoạt dưới cờ, dưới cờ, chào cờ, phát động, giáo dục pháp luật, pháp luật, loa phát thanh, zalo, fanpage, facebook, ký cam kết, học sinh được nghe, dán",
    // Papers.
    "kế hoạch, quy chế, nội quy, quy định, quy ước, bộ tiêu chí, tiêu chí thi đua, tiêu chí đánh giá, quy trình, đề án, phương án, chiến lược, chương trình, ban hành, thông qua, phê duyệt, ký duyệt, quyết định, niêm yết, văn bản, nghị quyết, bộ quy tắc, quy tắc ứng xử, phổ biến, dán tại, hội nghị viên chức, hội nghị công chức",
    // The gifted.
    "học sinh giỏi, hs giỏi, hsg, đội tuyển, mũi nhọn, giải nhất, giải nhì, giải ba, giải khuyến khích, giải huyện, giải tỉnh, giải cấp, đạt giải, huy chương, em đạt giải, ioe, violympic, khoa học kỹ thuật, ôn luyện, năng khiếu",
    // The weak, and learning as a whole.
    "phụ đạo, yếu kém, học sinh yếu, hs yếu, kèm, kèm cặp, chưa hoàn thành, chất lượng đại trà, chất lượng giáo dục, khá giỏi, lên lớp, hoàn thành chương trình, tốt nghiệp thcs, ôn thi, ôn tập, thi vào lớp 10, vào lớp 10, học lực, điểm trung bình, kết quả học tập, tăng tiết, buổi hai",
    // Coming to school.
    "sĩ số, đi đều, bỏ học, ra lớp, chuyên cần, trở lại lớp, đi học lại, đến lớp, đến trường, huy động trẻ, phổ cập, xóa mù, điều tra, trẻ 5 tuổi, đến nhà, tuyển sinh, vào lớp 1, trẻ trong độ tuổi, nghỉ học, đi học đều, học trở lại, đi học đầy đủ",
    // Health and food.
    "sức khỏe, khám, y tế, tiêm, tiêm chủng, cân đo, suy dinh dưỡng, sdd, béo phì, thấp còi, nhẹ cân, trạm y tế, nha học đường, sâu răng, khám mắt, đo mắt, cận thị, bệnh, thuốc, tẩy giun, dịch bệnh, vệ sinh thực phẩm, an toàn thực phẩm, vsattp, ngộ độc, bữa ăn, thực đơn, khẩu phần, bếp, bán trú, suất ăn, tăng cân, nước uống, dinh dưỡng, nhân viên nuôi dưỡng, cô nuôi, cấp dưỡng, lưu mẫu, phun thuốc, diệt muỗi, khử khuẩn",
    // Outside the lessons.
    "ngoại khóa, trải nghiệm, tham quan, dã ngoại, kỹ năng sống, kỹ năng, câu lạc bộ, clb, hội thi, hội thao, hội khỏe, hội diễn, văn nghệ, đóng kịch, kịch, hát, múa, tiết mục, trò chơi, thể thao, bóng đá, cầu lông, giao hữu, diễn ra, cuộc thi, tứ kết, bán kết, chung kết, giải nhất, giải nhì, giải ba, giải khuyến khích, thi vẽ, rung chuông vàng, lễ hội, ngày hội, hội chợ, gói bánh, trung thu, rước đèn, phá cỗ, bày cỗ, múa lân, mâm cỗ, tết, thắp hương, nghĩa trang, di tích, viếng, văn hóa, dân gian, kể chuyện, sân khấu hóa, đêm hội, hội trại, cắm trại, đồng diễn",
    // Green and fair.
    "cây, cây xanh, hoa, bồn hoa, vườn, chậu, cảnh quan, xanh sạch đẹp, xanh, bóng mát, cắt tỉa, khuôn viên, trang trí, môi trường, tranh tường, vẽ tranh, tiểu cảnh, luống rau, rau, thảm cỏ, góc thiên nhiên, góc chơi, góc học tập, trang hoàng, không gian lớp, lớp học thân thiện, trường học hạnh phúc, trường học thân thiện",
    // Cleaning.
    "vệ sinh, dọn, rác, rác thải, thu gom, môi trường, bỏ rác, vứt rác, lao động, quét dọn, quét, sạch, sạch sẽ, nhà vệ sinh, bồn cầu, nhà tiêu, cống, hố ga, bồn rửa, tiêu độc, phun khử, xà phòng, thùng rác, phân loại rác, tổng vệ sinh, lau",
    // Computers.
    "công nghệ thông tin, cntt, phần mềm, máy tính, máy vi tính, phòng tin, website, web, trang thông tin điện tử, cổng thông tin, cổng thông tin điện tử, vnedu, smas, csdl, cơ sở dữ liệu, trực tuyến, internet, wifi, mạng, tài khoản, chữ ký số, chuyển đổi số, học bạ số, học bạ điện tử, sổ điểm điện tử, sổ điện tử, kho học liệu, học liệu, bài giảng điện tử, e learning, elearning, giáo án điện tử, ứng dụng, số hóa, dùng hằng ngày, nhập điểm, nhập dữ liệu, qr, trình chiếu, thiết bị thông minh, zoom, google meet, soạn bài trên máy, soạn trên máy",
    // Books.
    "thư viện, sách, truyện, đọc sách, văn hóa đọc, đầu sách, cuốn, quyển, bạn đọc, tủ sách, mượn, đọc báo, giá sách, lượt đọc, lượt mượn, tiết đọc",
    // Party, union, youth.
    "đảng, đảng viên, chi bộ, kết nạp, quần chúng, cảm tình đảng, kết nạp đảng, đoàn viên, chi đoàn, đoàn thanh niên, đoàn đội, liên đội, công đoàn, đội viên, hoạt động đội, ban chỉ huy, bch, bầu, kế hoạch nhỏ, đại hội, nữ công, đoàn thể",
    // Bodies set up, tasks given.
    "kiện toàn, thành lập, bầu, phân công, quyết định, hội trưởng, liên đội trưởng, trưởng ban, phó ban, trưởng nhóm, bổ nhiệm, hội đồng, hội đồng trường, ban đại diện, thường trực, tổ tư vấn, ban chỉ đạo, ban chấp hành, đội cờ đỏ, cờ đỏ, đội gồm, ra mắt, thành viên, chủ nhiệm, vị trí việc làm, tổ trưởng, tổ phó, ủy viên, nhân sự, quy hoạch cán bộ, ban thanh tra",
    // Parents.
    "phụ huynh, cha mẹ, cmhs, ban đại diện, họp phụ huynh, gia đình, sổ liên lạc, nhóm lớp, đại diện cha mẹ, bố mẹ, ông bà, đưa đón, giờ đón, giờ trả, thăm nhà, liên lạc, gọi điện, nhắn tin, đến nhà, đến từng nhà",
    // Safety.
    "an toàn, an toàn giao thông, atgt, giao thông, phòng cháy, chữa cháy, pccc, bình chữa cháy, camera, bảo vệ, công an, tai nạn, thương tích, đuối nước, bơi, biết bơi, dạy bơi, bạo lực, đánh nhau, xâm hại, ma túy, thuốc lá, an ninh, trật tự, cứu nạn, thoát nạn, thoát hiểm, mũ bảo hiểm, chở quá, diễn tập, vụ việc, vụ nào",
    // Money.
    "tài chính, thu chi, chi tiêu, quyết toán, công khai, kế toán, dự toán, ngân sách, tài sản, chi tiêu nội bộ, hội nghị viên chức, ba công khai, niêm yết, kinh phí, tiết kiệm, tiền điện, chứng từ, sổ quỹ, thủ quỹ, hóa đơn, tiền, thu đúng, thu đủ, miễn giảm, chế độ",
    // Electricity and water.
    "điện, dây điện, dây, aptomat, cầu dao, bóng đèn, bóng điện, bóng tuýp, đèn, thắp sáng, sáng cả, sáng đều, sáng hết, sáng trưng, quạt, ổ cắm, công tơ, điện lực, chiếu sáng, ánh sáng, hệ thống điện",
    "nước, giếng, bể, lọc nước, máy lọc, vòi, bồn nước, đường ống, ống nước, nước sạch, nước máy, nguồn nước, téc, máy bơm, uống, tắm, nước sinh hoạt",
    // Emulation and praise.
    "thi đua, khen thưởng, khen, giấy khen, bằng khen, danh hiệu, chiến sĩ thi đua, cstđ, lao động tiên tiến, sáng kiến, skkn, tuyên dương, phong trào, phần thưởng, vinh danh, báo tường, người tốt việc tốt, đăng ký thi đua, xếp hạng, đề tài, công nhận",
    // Staff.
    "tuyển, tuyển dụng, biên chế, hợp đồng, điều động, luân chuyển, biệt phái, thỉnh giảng, tăng cường giáo viên, thiếu giáo viên, xin giáo viên, xin thêm, đủ giáo viên, đội ngũ, về nhận, nhận công tác, nhận lớp, về dạy, về trường, bổ sung giáo viên, nhận nhiệm vụ, nhân viên",
    // Help for the poor and the disabled.
    "học bổng, suất, học sinh nghèo, hs nghèo, hộ nghèo, hoàn cảnh khó khăn, khó khăn, giúp đỡ, hỗ trợ, khuyết tật, hòa nhập, mồ côi, khuyến học, quỹ khuyến học, xe đạp, áo ấm, quà, tặng quà, gạo, nuôi em, đỡ đầu, chính sách, thăm hỏi, bảo hiểm, bhyt, bảo hiểm y tế, thẻ, tặng, trao",
    // Things for teaching and play.
    "dán nhãn, kho thiết bị, đồ dùng, đồ chơi, đồ dùng dạy học, đồ dùng tự làm, tự làm, tự tạo, thiết bị, mô hình, tranh, tranh ảnh, thí nghiệm, phòng bộ môn, nguyên liệu, học cụ, bập bênh, cầu trượt, xích đu, nhà bóng, thú nhún, liên hoàn, sân chơi, góc hoạt động, góc chơi, thiết bị dạy học, phòng thí nghiệm, đồ dùng đồ chơi, thanh lý",
    // Conduct.
    "đạo đức, nề nếp, nền nếp, hạnh kiểm, kỷ luật, rèn luyện, lối sống, ứng xử, văn hóa ứng xử, phẩm chất, lễ phép, chào hỏi, tự quản, đi trễ, đi muộn, ra vào lớp, đồng phục, trật tự, nói tục, tác phong, cờ đỏ, đúng giờ, dân chủ, khiếu nại, đoàn kết",
    // After school.
    "hướng nghiệp, phân luồng, trường nghề, học nghề, nghề, tư vấn, tuyển sinh lớp 10, tư vấn tâm lý, tâm lý, lập nghiệp, ngày hội việc làm, nguyện vọng, trường thpt, gdtx",
    // Languages.
    "tiếng việt, tiếng dân tộc, dân tộc thiểu số, dân tộc, nói tiếng, nói được, nói sõi, phát âm, vần, đọc trơn, tiếng anh, ngoại ngữ, giao tiếp, từ vựng, làm quen chữ, làm quen tiếng, người nước ngoài",
    // Together with others.
    "phối hợp, liên kết, chính quyền, địa phương, đoàn thể, hội phụ nữ, đoàn xã, đồn biên phòng, biên phòng, hội cựu chiến binh, công an xã, kết nghĩa, giao lưu, trường bạn, cụm trường, quy chế phối hợp, ký kết, ba môi trường, ubnd xã, trưởng thôn, trưởng bản, già làng, hội khuyến học",
];

/// Make ready what is planned; a report of no other deed is of no work done.
pub(super) const MAKES_READY: &str = "
    họp, phân công, phê duyệt, duyệt, khảo sát, liên hệ, đăng ký, lập, ban hành, xây dựng kế hoạch, thống nhất, trình, đề nghị, đề xuất, mời, chuẩn bị, giao nhiệm vụ, chỉ đạo, yêu cầu, kiến nghị, xin, tham khảo, ghi, bàn, có kế hoạch,
    thành lập ban, thành lập tổ, thông báo, gửi, ký, hợp đồng, nhận hồ sơ, chọn, đặt, có chủ trương, báo cáo, làm việc, tìm, cử, xem xét, thẩm định, dự kiến, lên kế hoạch, quyết định, tổng hợp, rà soát, thống kê, xác định, đồng ý, tham quan, tiền trạm, học hỏi, soạn kịch bản, tập múa, tập hát, tập kịch, tập duyệt, nhận công văn, thuê rạp, thu phiếu, phát phiếu, nắm nguyện vọng
";

/// Before the plan's own deed: it is still to be done.
pub(super) const READIES: &str = "
    chuẩn bị, đăng ký, phân công, giao, giao nhiệm vụ, lên kế hoạch, xây dựng kế hoạch, lập kế hoạch, có kế hoạch, họp, họp bàn, bàn, bàn bạc, xin, xin chủ trương, có chủ trương, đề nghị, đề xuất, trình, kiến nghị, dự kiến,
    thống nhất, lên lịch, đặt lịch, khảo sát, yêu cầu, nhắc, nhắc nhở, đôn đốc, liên hệ, chọn ngày, dự trù, lập dự toán, thông báo, lên phương án, tính toán, nghiên cứu, ký hợp đồng, hợp đồng
";

/// Begin plans of which a meeting is the work.
pub(super) const MEETS: &str =
    "sơ kết, tổng kết, hội nghị, họp, đại hội, bình xét, xét, sinh hoạt, giao ban, đối thoại, kiện toàn, bầu, lấy ý kiến";

/// Begin plans of what is held, opened or written, which no meeting about it ends.
pub(super) const HOLDS: &str =
    "tổ chức, mở, viết, đưa, cấp phát, xây dựng mô hình, xây dựng góc, xây dựng thư viện, xây dựng phòng, xây dựng kho, dạy";
