//! The words that affirm, by where in a clause they stand. With their marks, as a result writes them.

/// What a school does, or has done for it: the first words of a clause, or behind [`LEADS`].
pub(super) const DEEDS: &str = "
    áp dụng, ban hành, bảo dưỡng, bảo trì, bảo vệ, báo cáo, bàn giao, bầu, bê tông hóa, biên chế, biên soạn, biểu dương, bình chọn, bình xét, bố trí,
    bổ nhiệm, bổ sung, bồi dưỡng, cải tạo, cải tiến, cải thiện, cài, cài đặt, cam kết, can thiệp, cấp, cập nhật, cân đo, chăm bón, chăm sóc, chấm,
    chấm dứt, chào cờ, chấn chỉnh, che, chia, chia sẻ, chỉ đạo, chỉnh sửa, chỉnh trang, chọn, chống thấm, chuẩn bị, chuẩn hóa, chuyển, chuyển đổi, chụp,
    cho, công bố, công khai, công nhận, củng cố, cử, dán, dạy, dẫn, dành, di dời, diễn tập, dọn, dời, dự giờ, dự cấp, dự huyện, dự tỉnh, dự được, dự họp, dự hội nghị, dự lớp, dựng, duyệt, dùng, đào, đào tạo,
    đánh giá, đăng, đăng ký, đăng tải, đầu tư, đặt mua xong, đề cử, đề nghị khen thưởng, đề ra, điều chỉnh, điều động, đi học, điều tra, đo, đoạt, đón, đóng, đổ,
    để, đối chiếu, đổi mới, động viên, đưa, gắn, ghép, ghi, giải quyết, giám sát, giáo dục, giao lưu, giao nhiệm vụ, giới thiệu, giúp, giúp đỡ, giữ, góp,
    gửi báo cáo, gửi thư mời, hàn, hiến, hoàn chỉnh, hoàn thành, hoàn thiện, hoàn tất, học tập, họp, hợp đồng, hòa nhập, hỗ trợ, huy động, huấn luyện,
    hủy, hướng dẫn, in, kê khai, kết hợp, kết nạp, kết nối, kêu gọi, kéo, kẻ, khai giảng, khai thác, khám, khánh thành, khảo sát ý kiến, khảo sát chất lượng, khảo sát học sinh, khảo sát phụ huynh, khắc phục, khen,
    khen thưởng, khoan, khuyến khích, kiểm định, kiểm kê, kiểm tra, kiện toàn, ký, ký cam kết, ký kết, kỷ niệm, làm, làm việc, lát, láng, lắp, lắp đặt,
    lập, liên hệ, liên kết, lồng ghép, lợp, luân chuyển, luyện, lưu, lưu trữ, miễn giảm, mở, mời, mua, mua sắm, nạp, nâng, nâng cao, nâng cấp, nêu gương, nghiên cứu,
    nhân rộng, nhận, nhắc nhở, nhập, niêm yết, nộp, ốp, ôn, ôn tập, phát, phát động, phát hành, phát huy, phát thưởng, phát triển, phân công, phân loại,
    phân tích, phê duyệt, phối hợp, phổ biến, phổ cập, phun, phủ sóng, phụ đạo, quan tâm, quán triệt, quản lý, quét, quyên góp, quyết toán,
    quy hoạch, ra quân, ra quyết định, ra lớp, rà soát, rèn, rèn luyện, rút kinh nghiệm, sáng tác, sáp nhập, sắm, sắp xếp, san lấp, sinh hoạt, soạn, soạn giảng,
    số hóa, sơ kết, sơn, sưu tầm, sử dụng, sửa, tách, tạo, tạo điều kiện, tài trợ, tăng cường, tặng, tập huấn, tập luyện, tập trung, tham dự, tham gia,
    tham mưu, tham quan, thao giảng, tháo dỡ, thay, thay thế, thành lập, thanh lý, thanh tra, thăm, thẩm định, theo dõi, thể hiện, thi, thi đua,
    thi công xong, thiết kế, thiết lập, thống kê, thống nhất, thông báo, thông qua, thông tin, thu, thu gom, thu hút, thu hồi, thu thập, thực hành,
    thực hiện, thưởng, tiếp đón, tiếp nhận, tiếp thu, tiến hành, tiêm, tìm hiểu, tích hợp, tính, tổ chức, tổng hợp, tổng kết, tổng vệ sinh, tốt nghiệp,
    tôn tạo, trả hồ sơ, trang bị, trang trí, tráng, trao, trao đổi, trao tặng, trát, trải nghiệm, trích, triển khai, trồng, trồng cây, trực, trưng bày,
    truyền thông, tu bổ, tu sửa, tuyên dương, tuyên truyền, tuyển, tuyển chọn, tuyển dụng, tuyển sinh, tư vấn, tự học, tự kiểm tra, tự làm, ứng dụng,
    ủng hộ, ươm, vay, vận động, vận hành, vẽ, vệ sinh, viết, vượt, xây, xây dựng, xây lắp, xếp, xếp loại, xét, xét duyệt, xét tặng, xin được, xóa, xử lý,
    xử phạt, xã hội hóa, yêu cầu, có, giảm, tăng, đồng thuận, quy định, bỏ các khoản, bám sát, cân đối,
    cấp phát, chăm lo, chi, chi trả, diệt, dự thi, đảm nhận, đề bạt, đóng góp, đối thoại, gia cố, gia hạn, giảng dạy, giành, gìn giữ, ghi hình, hệ thống hóa,
    hiệu chỉnh, hòa giải, khơi thông, khử khuẩn, khử trùng, kiểm soát, kỷ luật, làm mới, làm sạch, lấy phiếu, lấy ý kiến, lên lịch, mắc, nạo vét, nối mạng,
    nuôi, phát quang, phân bổ, phân luồng, phân quyền, quay, rải, sàng lọc, tận dụng, thả, thuê, tiết kiệm, truyền đạt, tự bồi dưỡng, vá, vận dụng,
    vào tứ kết, vào bán kết, vào chung kết, vào vòng, giao mỗi, giao từng, giao cho, đến nhà, đến tận nhà, kể chuyện, rước đèn, phá cỗ, bày cỗ, múa lân, diễn văn nghệ, bọc, thau rửa, rửa, cọ rửa, lau, giặt, cắt cỏ, cắt băng, treo, tưới, bón, nhổ cỏ, gọi điện, nhắn tin, nói chuyện, xác nhận, mở cửa, đố, xác định, xác minh, giúp các, gói, chặt, chặt hạ, tỉa, cắt tỉa, san ủi, nấu, may, thêu, trưng bày, chưng bày
";

/// Between the beginning of a clause, or its subject, and the deed.
pub(super) const LEADS: &str = "
    đã, được, đều, có, cùng, và, luôn, vẫn, thường xuyên, kịp thời, định kỳ, tích cực, chủ động, tự, cũng, nay, tiếp tục, cơ bản đã, phối hợp, tập trung,
    nghiêm túc, chủ trì, cho, về, mới đây, qua đó, vừa
";

/// Who does it, or has it done for them: the first words of a clause, or behind "được".
pub(super) const DOERS: &str = "
    nhà trường, trường, ban giám hiệu, bgh, ban lãnh đạo, hiệu trưởng, phó hiệu trưởng, ht, pht, giáo viên, gv, cbgv, cb, cán bộ, cbql, gvcn, nhân viên, nv,
    học sinh, hs, trẻ, các cháu, cháu, phụ huynh, ph, cmhs, ban đại diện, hội cha mẹ, hội đồng, chi bộ, đảng viên, chi đoàn, liên đội, đoàn, đội, công đoàn,
    tổ, các tổ, các lớp, lớp, khối, thư viện, y tế, kế toán, văn phòng, bộ phận, tập thể, tất cả, toàn thể, toàn trường, 100, ubnd, địa phương, xã, phường,
    mạnh thường quân, nhà hảo tâm, hội khuyến học, hội phụ nữ, hội chữ thập đỏ, hiệu phó, cô, thầy, bác, ông, bà, em, bệnh viện, trung tâm y tế, bộ đội, biên phòng, trạm y tế, công an, chính quyền, phòng, sở, nhà thầu, các đoàn thể, các bộ phận, mỗi, từng, các, thầy cô, thầy trò, các em, cả trường, cả lớp, hai bên, các bên, cảnh sát, bác sĩ, nha sĩ, y sĩ, chuyên gia, giảng viên, luật sư, kỹ thuật viên, cựu học sinh, cựu chiến binh
";

/// How it went or what it came to, anywhere in a clause.
pub(super) const WELL: &str = "
    không sai lệch, không phát hiện, không mất, không ca, không có ca, không có vụ, không vụ, chẳng có ca, chẳng ca, không bạn nào, không em nào bỏ, không cháu nào, dùng được, uống được, chạy được, sáng cả, sáng đều, chảy đều, chảy mạnh, chảy tốt, sáng rõ, chạy êm, chạy tốt, vào được, vô được, vô tới, vào tới, hết dột, không còn dột, gọn nhẹ, vui tươi, vui vẻ, hết cảnh, hết tình trạng, không sót, hoàn thành, hoàn tất, hoàn thiện, xong, nghiệm thu, bàn giao, đưa vào sử dụng, đạt, đầy đủ, thường xuyên, kịp thời, đảm bảo, bảo đảm, duy trì, hiệu quả,
    đúng quy định, đúng kế hoạch, đúng tiến độ, đúng hạn, đúng thời gian, theo kế hoạch, theo quy định, theo đúng, ổn định, nề nếp, nền nếp, vượt, 100,
    tốt, thực hiện khá, an toàn, sạch sẽ, sạch đẹp, xanh sạch đẹp, khang trang, thoáng mát, thân thiện, đã có, đủ, đáp ứng, nghiêm túc, không còn,
    không có học sinh, không có hs, không có trường hợp, không có trẻ, không có tai nạn, không xảy ra, không để, không nợ, không đơn thư, không có đơn thư, không thu, không dạy thêm, không vi phạm, chưa có trường hợp, chưa xảy ra,
    chưa để xảy ra, đồng bộ, nhịp nhàng, chặt chẽ, rõ ràng, công khai, minh bạch, chuyển biến, tiến bộ, thành công, hoạt động, hài hòa, phù hợp, hợp lý,
    khả quan, nâng lên, cải thiện, nâng cao, đồng thuận, đúng nơi, đúng như, ngon miệng, đã về, xanh tốt, ổn, hứng thú, hằng ngày, hàng ngày,
    đánh giá cao, khen ngợi, được khen, hơn hẳn, rất thích, không có sai phạm, không sai phạm,
    đi học đều, đi đều, trẻ biết, hs biết, học sinh biết, các em biết, các cháu biết, niêm yết ở, niêm yết tại, dán ở, dán tại, treo ở, treo tại, đến lớp đều, hoạt động đều, thành thạo,
    hưởng ứng, nhiệt tình, sôi nổi, hào hứng, phấn khởi, mạnh dạn, nào cũng, hằng tuần, hàng tuần, hằng tháng, hàng tháng, hằng năm, hàng năm
";

/// Papers and counts that are what was to be done: the first words of a clause.
pub(super) const THINGS: &str = "
    quyết định, qđ, kế hoạch, kh, biên bản, bb, báo cáo, bc, nghị quyết, nq, quy chế, quy định, nội quy, hồ sơ, sổ, danh sách, giấy chứng nhận, hợp đồng,
    đề kiểm tra, đề thi, ma trận đề, chứng nhận, giấy khen, bảng, phiếu, giáo án, video, ảnh, hình ảnh, văn bản, thông báo, chương trình, đề án, phương án, quy tắc, tỷ lệ, tỉ lệ, quy mô,
    sĩ số, tổng số, minh chứng, cảnh quan, môi trường, khuôn viên
";

/// All that a text may say.
pub(super) const WHOLE: &str = "
    true, làm xong, hthành, hth, h thành, đã h thành, t hiện, đã t hiện, đã hoàn thàng, có, rồi, đã rồi, xong xuôi, đâu vào đấy, ok rồi, ok rồi ạ, htt, htxsnv, bằng chỉ tiêu, trên chỉ tiêu, đã quyết toán, ok, oke, ht, đã ht, đht, đã th, đã t h, th tốt, tốt, đạt, đ, có rồi, đã có, làm rồi, đã làm, đã thực hiện, đã triển khai, khá, đã đạt
";

/// Turn what is said, whatever else affirms.
pub(super) const TURNED: &str = "
    thấp, vướng, vướng mắc, không đủ, không kịp, không đạt, không làm, không mua, không tổ chức, không thực hiện, không triển khai, không thành,
    không xong, không khả thi, không đáp ứng, không hiệu quả, không tốt, không thường xuyên, không đầy đủ, không kịp thời, không có kinh phí, không được cấp,
    không được duyệt, không sửa, không lắp, không có kết quả, chỉ được, chỉ mới, chỉ đạt, chỉ có, chỉ mua, chỉ làm, chỉ xong, chỉ còn,
    phấn đấu, cố gắng, tuy nhiên, ngoài trừ, thất bại, từ chối, trả lại, sơ sài, qua loa, đối phó, nửa, còn ít, đồng ý, hẹn, tính sau,
    hạn chế về, còn hạn chế, nhiều hạn chế, kinh phí hạn chế, còn yếu, còn kém, rất kém, rất yếu, vẫn vậy, như cũ, vào kế hoạch năm, vào kế hoạch trung hạn, vào kế hoạch đầu tư, gần xong, gần hoàn thành, dự thảo, báo giá, đăng ký mua, thống nhất mức,
    đợi, hụt, bấy nhiêu, tới đâu hay tới đó, đến đâu hay đến đó, phần nào hay phần đó, phần nào hay phần ấy, bị rút, bị thu hồi, bị tước, bị loại, bị hạ, rớt, cần mua thêm, cần thêm, trượt, bó tay, quên, lỡ, vẫn hư, hết tiền, khó khăn về, khi có kinh phí, gác lại, gạch bỏ, loại khỏi, đình chỉ, sau tết, ra tết,
    tuần sau, tuần tới, tháng sau, tháng tới, hè này, bỏ thi, gặp đá, qua tết, ra giêng, hết tết, ra năm, phản đối, mặt bằng, đặt cọc, làm tiếp, làm sau, để sau, để hè, ngoại trừ, còn khuyết, để khuyết, khuyết giáo viên, khuyết gv, khuyết nhân viên, khuyết vị trí, bị trả, dời lịch, tồn, phân nửa, lâu dài, sau này, từ từ, chút ít, gọi là,
    họp bàn, hồ sơ đề nghị, hồ sơ xin, lấy báo giá, trong kế hoạch, trong dự án, thử nghiệm, làm thử,
    dạy thử, tham khảo giá, bước đầu, bản thảo, bố trí tạm, làm tạm, dùng tạm, học tạm, tạm thời, kế hoạch tuyển, kế hoạch mua, kế hoạch xây,
    kế hoạch sửa, tụt, mới ký, thời hạn giao hàng, mượn tạm, ghép tạm, thuê tạm, nhờ tạm, thờ ơ, vẫn dùng chung, còn dùng chung, chỉ hoạt động, chỉ duy trì, chỉ tổ chức, học nhờ, dạy nhờ, ở nhờ, còn nhờ, vẫn nhờ, loại nhỏ, vẫn phải, không đáng kể, còn ngại, không hợp tác,
    không hoàn toàn, nay thuộc, giao cho ubnd, chuyển cho ubnd, cho ubnd xã thực hiện, cho ubnd xã làm, việc này cho, nghỉ từ, thì nghỉ, nghỉ luôn, đóng cửa từ, ngừng từ, ngưng từ,
    y như, như năm ngoái, như năm trước, như mọi năm, cần kèm, cần hỗ trợ thêm, cần bồi dưỡng thêm, cần rèn thêm, còn phải, vẫn kiêm, còn kiêm,
    vẫn thuê, vẫn mượn, còn mượn, vẫn dạy chéo, còn dạy chéo, vẫn ghép, còn ghép, trả về, sửa lần, vô thời hạn, nằm ở kho, nằm trong kho, nằm kho, để kho, đắp chiếu, bản nháp, phác thảo, xin rút, rút khỏi, rút lui, xin thôi, xin khất, khất lại, bỏ cuộc, giữa chừng, đổi ý, rào tạm, để đó,
    giải tán, danh sách đăng ký, đăng ký tên, yêu cầu bổ sung, yêu cầu khắc phục, yêu cầu làm lại, yêu cầu sửa, phải khắc phục, phải bổ sung, lúng túng, bỡ ngỡ, còn rụt rè, còn nhút nhát, còn lơ là, còn thụ động, còn máy móc, còn hình thức, không chịu, không cho lập, không cho làm,
    không cho xây, không cho sửa, không cho khám, không cho tiêm, không cho con, không cho cháu, tạm gác, tạm dừng, tạm hoãn, tạm ngưng, tạm ngừng, tạm chưa, lúc làm lúc không, tuần có tuần không, ngoài vùng phủ sóng, vượt quá khả năng, được ít buổi, được vài buổi, không tăng, không thống nhất
";

/// What was hoped for: behind "không", the work came to less, whatever else was done. "Không có học sinh bỏ học", "không lạm thu" are well.
pub(super) const HOPED: &str = "
    đồng tình, đồng thuận, nhất trí, tán thành, tham gia, tham dự, dự họp, dự đủ, đến dự, đến họp, đến lớp, tới, dùng, dùng được, sử dụng, hoạt động, chạy, lên hình, lên nguồn, lên tiếng, hứng thú, mặn mà, quan tâm,
    hưởng ứng, hào hứng, thích, kết quả, ra kết quả, ra sản phẩm, tác dụng, trả lời, phản hồi, giao hàng, giao sách, mở, ghi hình, ghi âm, sinh hoạt, cập nhật, nộp, gửi,
    đăng ký, hợp tác, phối hợp, ủng hộ, đóng góp, hỗ trợ, nhận làm, nhận lời, nhận thầu, thoát nước, phù hợp, hợp, làm theo, thấy, thấy ai, thấy đâu, biết dùng, biết sử dụng, áp dụng, dạy, giảng dạy,
    duy trì, đi đến đâu, đâu vào đâu, ra sao, bao nhiêu, tiến bộ, chuyển biến, cải thiện, thay đổi, khả quan, như mong đợi, như mong muốn, như kế hoạch, đúng kế hoạch, đúng tiến độ, đúng hạn,
    đúng yêu cầu, đúng thiết kế, phủ sóng, có sóng, có tín hiệu, có nước, có điện, có mạng, có người dùng, có người dạy, có người quản lý, có người tham gia, có ai, ai dùng, ai tham gia, ai nộp, ai đăng ký, ai làm,
    ai nhận, ai đến, ai dự, ai sử dụng, ai quan tâm, ai đóng, ai ủng hộ, ai phụ trách, ai dạy, ai biết, lớp nào, tổ nào
";

/// Turn it where a clause ends with them.
pub(super) const ENDS: &str =
    "vào kế hoạch, năm cuối, hạn chế, bị hỏng, ít, còn, không, một ít, còn chậm, rất chậm, một chút, kém lắm, tạm";

/// Turn it where a clause begins with them.
pub(super) const BEGINS: &str = "
    còn, ít, mới, chỉ vài, chỉ một, gần xong, gần đủ, gần hết, tạm, riêng, trừ, ngoại trừ, nếu, sắp xong, sắp tới, sắp hoàn thành, sắp có, sắp triển khai, đề nghị cấp, đề nghị ubnd, đề nghị phòng, kiến nghị, xin kinh phí, xin cấp, mong,
    một bộ phận, suýt, một số lớp, một số phòng, một số tổ, một số giáo viên, một số gv, một số hạng mục, vài lớp, vài phòng, vài tổ, nhiều lớp, nhiều phòng, nhiều tổ,
    kế hoạch tháng, kế hoạch quý, không đồng ý, phải, ước, chuẩn bị, nằm, vốn, kinh phí đã có
";

/// When, before the deed.
pub(super) const WHEN: &str = "
    trong, từ, đến, nay, đầu, cuối, giữa, hết, vào, năm, học, tháng, hằng, hàng, tuần, quý, ngày, kỳ, hè, qua, hki, hkii, hk1, hk2, hk, đợt, lần, mỗi, này,
    vừa, hai, năm học, định, kì, i, ii
";

/// What has befallen a thing; it turns a clause that tells no deed: "Máy bơm hỏng 2 cái", but "Thay 12 bóng điện hỏng".
pub(super) const BEFALLEN: &str = "bị cháy, bị ngập, bị sập, bị gãy, bị nứt, bị héo, bị úng, bị lũ, bị bão, bị tốc mái, hỏng, hư, hết hạn, nghỉ việc, xuống cấp, dột, mất, lỗi, chết, chập chờn, quá tải";
