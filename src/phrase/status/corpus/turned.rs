//! What a clause behind the first takes back, and what only looks so.

use super::super::*;

#[test]
fn what_was_hoped_for_and_did_not_come_is_asked_about() {
    for done in [
        "Đã lắp máy nhưng không ai dùng",
        "Tổ chức 1 buổi, các tổ không tham gia",
        "Học sinh không hứng thú",
        "Có tủ sách, sách không có",
        "Đã họp, không ra kết quả",
        "Hệ thống phun sương lắp xong không hoạt động",
        "Đường ống làm xong không thoát nước",
        "Họp 2 lần không đi đến đâu",
        "Nhà trường không cử đội tham gia vì trùng lịch thi",
        "Có 4 GV đăng ký học B2",
        "Đo 15 phòng, 11 phòng đủ sáng",
        "PHT xin rút khỏi lớp vì lý do sức khoẻ",
        "Đề án trả về sửa lần 2",
        "Bản nháp treo ở phòng Đội",
    ] {
        assert_eq!(parse(done, "", "").status, Status::Completed, "{done}");
        assert_eq!(doubt(done), Some(Doubt::Left), "{done}");
    }
    for done in ["Chỉ khối 9 được học", "Học bạ số đã dùng; chữ ký số thì mới có BGH"] {
        assert_eq!((parse(done, "", "").status, doubt(done)), (Status::Completed, Some(Doubt::Unaccounted)), "{done}");
    }
    for done in ["Đã giảm tỷ lệ học sinh yếu xuống còn 2%", "Đã giảm học sinh yếu còn 2%", "Giảm xuống còn 4 em"]
    {
        assert_eq!(parse(done, "", "").status, Status::Completed, "{done}");
        assert_ne!(state(done).map(|said| said.status), Some(Status::InProgress), "{done}");
    }
    for done in ["Đã sửa 3 phòng, còn 2 phòng", "Đã mua máy, còn 2 máy chưa lắp"] {
        assert_eq!(state(done).map(|said| said.status), Some(Status::InProgress), "{done}");
    }
    for done in [
        "Bữa ăn đảm bảo, không có ngộ độc thực phẩm",
        "Đã thu đúng quy định, không lạm thu",
        "Đã thu học phí không dùng tiền mặt",
        "Tổ chức gọn nhẹ, không tốn kém",
        "Tổ chức dạy học không chạy theo thành tích",
        "Đã kiểm tra không báo trước 5 lần",
        "Đã nối mạng không dây",
        "Không có học sinh xếp loại Chưa đạt",
        "Đã nâng cấp sân, trời mưa không ngập",
    ] {
        assert_eq!(parse(done, "", "").status, Status::Completed, "{done}");
        assert_eq!(doubt(done), None, "{done}");
    }
}

#[test]
fn what_follows_a_turn_has_to_affirm_too() {
    for done in [
        "Đã mua nhưng hàng lỗi phải đổi",
        "Đã tập huấn song GV áp dụng ít",
        "Đã sửa nhưng mưa lại dột",
        "Trồng cây nhưng trâu bò phá",
        "Bảng mới lắp song mờ",
        "Phun rồi mà mối vẫn ăn",
        "Tủ sách tiếng Anh có 15 cuốn, y như năm ngoái",
        "GV trẻ làm hết, GV lớn tuổi cần kèm thêm",
        "Kế toán vẫn kiêm nhiệm văn thư",
        "2/5 GV đạt B1",
        "Đồ chơi chỉ mua cho lớp lá",
    ] {
        assert_eq!(parse(done, "", "").status, Status::Completed, "{done}");
        assert_eq!(doubt(done), Some(Doubt::Left), "{done}");
    }
    for done in [
        "Tuy khó khăn nhưng đã làm xong",
        "Trời mưa nhưng hội thi vẫn diễn ra thành công",
        "Số HS ít song các môn vẫn đạt chỉ tiêu",
        "Tuy đường xa nhưng các cháu đi học đều",
        "Dạy song ngữ 4 lớp",
        "Chỉ trong 2 tuần đã xong",
        "Ban chỉ đạo đã họp",
        "Đã phân công đồng chí Hạnh",
    ] {
        assert_eq!(parse(done, "", "").status, Status::Completed, "{done}");
        assert_eq!(doubt(done), None, "{done}");
    }
}

#[test]
fn what_is_told_in_two_breaths_comes_to_one_status() {
    for (said, status) in [
        ("0% – chưa vận động được", Status::NotStarted),
        ("Tủ thuốc đã có; dụng cụ y tế thì chưa", Status::InProgress),
        ("Còn 3 phòng chưa sửa. Đến nay đã hoàn thành", Status::Completed),
        ("Còn 2 lớp chưa có máy, hiện nay đã làm xong hết", Status::Completed),
        ("Còn thiếu 2 bộ; nay đã hoàn thành phần còn lại.", Status::Completed),
        ("Còn 3 phòng chưa sửa. Đến nay đã hoàn thành phần móng", Status::InProgress),
        ("Còn 3 phòng chưa sửa. Đến nay đã hoàn thành 2 phòng", Status::InProgress),
        ("Đã tuyển được 1/2 giáo viên Tin học", Status::InProgress),
        ("Hồi đầu năm còn thiếu nhưng nay đã đủ", Status::Completed),
        ("Tháng 9 chưa làm, tháng 10 đã làm xong", Status::Completed),
        ("Đã mua 3 bộ; 2 bộ còn lại mua trong HKII", Status::InProgress),
        ("Học kỳ I đã làm; học kỳ II tiếp tục", Status::InProgress),
        ("Chuyển cho đơn vị khác thực hiện", Status::NotStarted),
        ("Đấu thầu không thành công", Status::InProgress),
        ("Cho đến nay vẫn chưa làm", Status::NotStarted),
        ("Hầu hết các hạng mục đã xong", Status::InProgress),
        ("Có vốn mới làm", Status::NotStarted),
        ("Chừng nào có tiền thì làm", Status::NotStarted),
        ("Bỏ ngỏ", Status::NotStarted),
        ("Mới 1/5", Status::InProgress),
        ("1 trong 5", Status::InProgress),
        ("Non nửa", Status::InProgress),
        ("Tháng sau", Status::NotStarted),
        ("Hai trong ba hạng mục đã xong", Status::InProgress),
        ("Ba phần tư công việc đã xong", Status::InProgress),
        ("Mới dừng lại ở khảo sát", Status::InProgress),
        ("Không còn thiếu", Status::Completed),
        ("Chờ hè", Status::NotStarted),
        ("Không còn phù hợp", Status::NotStarted),
        ("Thay bằng nội dung khác", Status::NotStarted),
        ("Không nằm trong kế hoạch", Status::NotStarted),
        ("Đã có trong kế hoạch", Status::NotStarted),
        ("Nằm trong kế hoạch trung hạn", Status::NotStarted),
        ("Được 7 phần", Status::InProgress),
        ("Làm được khoảng bảy phần", Status::InProgress),
        ("Từng bước thực hiện", Status::InProgress),
        ("Có kế hoạch nhưng chưa thực hiện", Status::NotStarted),
        ("Có chủ trương song vẫn chưa triển khai", Status::NotStarted),
        ("Một nửa số lớp làm xong", Status::InProgress),
        ("Hầu hết các lớp trang trí đẹp, còn lớp nhà trẻ D2 đang làm", Status::InProgress),
        ("Tầng 1 đủ, tầng 2 đủ, tầng 3 không có", Status::InProgress),
        ("Đã mua nhưng thiếu hóa chất nên chưa dùng được", Status::InProgress),
        ("Hai chuyến đi đều bị huỷ vì mưa bão", Status::NotStarted),
        ("Cột dựng rồi, tôn chưa về", Status::InProgress),
        ("Còn lớp 7B chưa nộp", Status::InProgress),
        ("Ngoài kế hoạch nên bỏ", Status::NotStarted),
        ("Kết nối 2 lần, đường truyền yếu nên ngừng", Status::InProgress),
        ("San ủi được hai phần ba diện tích", Status::InProgress),
        ("Đơn vị thi công đang làm", Status::InProgress),
        ("05 đ/c đã nhận bằng đại học; 02 đ/c đang học", Status::InProgress),
        ("Chờ quyết toán xong mới mua", Status::NotStarted),
        ("Kì thi lùi vô thời hạn", Status::NotStarted),
        ("Đến cuối tháng 5 mới công khai", Status::NotStarted),
        ("Tủ cũ sửa lại dùng được nên không mua nữa", Status::NotStarted),
        ("Dự kiến 10/6", Status::NotStarted),
        ("thay hết ống mới rồi ạ", Status::Completed),
        ("Vẫn dùng phòng cũ", Status::NotStarted),
        ("Giáo viên sẽ tập huấn trong hè", Status::NotStarted),
        ("Sở không tổ chức thi nữa", Status::NotStarted),
        ("Trường bạn xin rút nên thôi", Status::NotStarted),
        ("Hạng mục này bị cắt theo chỉ đạo của UBND thành phố", Status::NotStarted),
        ("Theo kế hoạch tháng 11 phải khởi công, song đến nay nhà thầu chưa vào", Status::NotStarted),
        ("Tỉ lệ đạt 92% (KH 90%)", Status::Completed),
        ("Kiểm tra thường xuyên, không có sai phạm", Status::Completed),
        ("Học sinh trực nhật hàng ngày", Status::Completed),
        ("UBND huyện đã cấp 10 máy (tháng 11)", Status::Completed),
        ("Phụ huynh ủng hộ 35 triệu đồng", Status::Completed),
    ] {
        assert_eq!(state(said).map(|read| read.status), Some(status), "{said}");
    }
}

#[test]
fn things_past_their_day_and_work_drawn_out_are_told_from_each_other() {
    for (done, ongoing, expected) in [
        ("Số bình chữa cháy quá hạn đã được thay mới toàn bộ", "", "completed"),
        ("Đã thu hồi thẻ thư viện quá hạn", "", "completed"),
        ("Sách mượn quá hạn đã thu hồi đủ", "", "completed"),
        ("Đã thay bình chữa cháy quá hạn kiểm định", "", "completed"),
        ("Đã quá hạn nhưng chưa xong", "", "in_progress late"),
        ("Hợp đồng quá hạn 2 tháng, nhà thầu chưa bàn giao", "", "in_progress late"),
        ("", "Tiến độ bị kéo dài do thiếu nhân công", "in_progress late"),
        ("", "Thời gian thi công bị kéo dài", "in_progress late"),
        ("", "Tập huấn kéo dài 3 ngày, đang diễn ra", "in_progress"),
        ("", "Nhà tài trợ chưa chuyển tiền nên chậm", "in_progress late"),
        ("", "Kho bạc chưa duyệt nên chậm", "in_progress late"),
        ("", "Chưa thực hiện nên chậm", "not_started late"),
        ("", "Chưa triển khai, chậm so với kế hoạch", "not_started late"),
        ("HS được chuyển sang học ca sáng", "", "completed"),
        ("Mua đủ sách cho năm học tới", "", "completed"),
        ("Chuyển sang học kỳ sau", "", "not_started"),
        ("Không còn phù hợp nên không thực hiện", "", "not_started"),
        ("Hoãn do mưa bão", "", "not_started"),
        ("Đạt giải 2 trong 3 môn thi", "", "completed"),
        ("Trường là 1 trong 3 đơn vị được khen", "", "completed"),
        ("Đã hủy theo công văn của Sở", "", "not_started"),
        ("Đã huỷ để tập trung cho thi HK", "", "not_started"),
        ("Đã hủy 15 bình chữa cháy hết hạn theo quy định", "", "completed"),
        ("Đã hủy hồ sơ hết thời hạn lưu trữ theo quy định", "", "completed"),
        ("Đã thành lập 2 CLB, CLB bóng rổ chưa thành lập", "", "in_progress"),
        ("Đã bồi dưỡng 20 GV, nhiều thầy cô chưa thành thạo", "", "completed"),
        ("Đã sửa xong 3 nhà vệ sinh HS, 1 nhà vệ sinh GV đang sửa", "", "in_progress"),
        ("Tỷ lệ lên lớp 97% (chỉ tiêu 99%)", "", "in_progress"),
        ("Tỷ lệ lên lớp 99,5% (chỉ tiêu 99%)", "", "completed"),
    ] {
        let phrase = parse(done, ongoing, "");
        let told = format!("{}{}", phrase.status.code(), if phrase.late_stated { " late" } else { "" });
        assert_eq!(told, expected, "{done}{ongoing}");
    }
    let beside = |planned, done| of_plan(planned, done, "", "").status;
    assert_eq!(beside("Phấn đấu 60% GV đạt trình độ trên chuẩn", "Nay 63%"), Status::Completed);
    assert_eq!(beside("Phấn đấu 60% GV đạt trình độ trên chuẩn", "Nay 53%"), Status::InProgress);
    assert_eq!(beside("Kết nạp 2 đảng viên mới", "Đã cử 2 quần chúng đi học lớp cảm tình Đảng"), Status::InProgress);
    assert_eq!(beside("Kết nạp 2 đảng viên mới", "Đã cử 2 quần chúng đi học, kết nạp ngày 3/2"), Status::Completed);
}

#[test]
fn the_way_a_work_was_done_is_told_from_what_became_of_it() {
    for (done, expected) in [
        ("Đổi sang hình thức vẽ tranh, đã chấm giải", Status::Completed),
        ("Đổi sang trực tuyến, đã xong", Status::Completed),
        ("Dời sang tháng 3", Status::NotStarted),
        ("Đổi sang HKII", Status::NotStarted),
        ("KH: 20 tiết; TH: 14 tiết", Status::InProgress),
        ("KH: 20 tiết; TH: 24 tiết", Status::Completed),
        ("Học sinh giỏi cấp huyện 6 em, thiếu 4 em so với kế hoạch", Status::InProgress),
        ("Học sinh giỏi cấp huyện 14 em, vượt 4 em so với kế hoạch", Status::Completed),
        ("Không được giải quyết", Status::NotStarted),
    ] {
        assert_eq!(parse(done, "", "").status, expected, "{done}");
    }
    assert_eq!(parse("", "", "Đã triển khai nhưng chưa xong").status, Status::InProgress);
    assert_eq!(parse("", "", "Đã lập tờ trình nhưng chưa được duyệt").status, Status::NotStarted);
    let beside = |planned, done| of_plan(planned, done, "", "").status;
    assert_eq!(beside("Xây dựng bộ quy tắc ứng xử", "Lấy ý kiến lần 2"), Status::InProgress);
    assert_eq!(beside("Xây dựng bộ quy tắc ứng xử", "Lấy ý kiến 2 lần, ban hành tháng 11"), Status::Completed);
    assert_eq!(beside("Xây dựng kế hoạch, lấy ý kiến cha mẹ", "Lấy ý kiến 320 phụ huynh"), Status::Completed);
    assert_eq!(doubt("Cấp trường xong; cấp huyện 20/2"), Some(Doubt::Left));
    assert_ne!(doubt("Cấp trường xong; cấp huyện 20/11"), Some(Doubt::Left));
}
