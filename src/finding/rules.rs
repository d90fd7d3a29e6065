//! Every rule, once. Ids are stable: a retired id is never given to another fault.

//!
//! A rule reads: id, severity, title, message, what the office is to do. What the school is to do follows behind `=>` where it is not the same
//! ("đề nghị trường …" aside, which nobody says to the school itself); `nobody`: there is nothing for it to do.

use super::Severity::{Error, Info, Warning};
use super::{Asked, Rule};

macro_rules! asked {
    () => {
        Asked::AsOffice
    };
    (nobody) => {
        Asked::Nobody
    };
    ($text:literal) => {
        Asked::School($text)
    };
}

macro_rules! rules {
    ($($name:ident = $id:literal $severity:ident $title:literal, $message:literal, $remedy:literal $(=> $asked:tt)?;)*) => {
        $(pub static $name: Rule =
            Rule { id: $id, severity: $severity, title: $title, message: $message, remedy: $remedy, asked: asked!($($asked)?) };)*
        /// All rules, in the order of `docs/van-de.md`.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    // F: the file as a whole.
    EMPTY_FILE = "F01" Error "Tệp rỗng", "Tệp rỗng (0 byte).", "Hãy đề nghị trường gửi lại.";
    DAMAGED_FILE = "F02" Error "Tệp bị hỏng", "Tệp bị hỏng hoặc tải về chưa đủ, không mở được.", "Hãy mở thử bằng Excel; nếu không mở được, đề nghị trường gửi lại.";
    WRONG_CHECKSUM = "F03" Error "Dữ liệu sai mã kiểm tra", "Dữ liệu trong tệp bị sai mã kiểm tra; không lấy dòng nào vì có thể đã bị đổi. {member}", "Hãy đề nghị trường gửi lại, tốt nhất nén thành .zip.";
    NOT_A_WORKBOOK = "F04" Error "Không phải bảng tính", "Nội dung tệp không phải bảng tính Excel hay LibreOffice.", "Hãy xem tệp là gì và đề nghị trường gửi lại bằng .xlsx.";
    PASSWORD = "F05" Error "Tệp có mật khẩu", "Tệp có mật khẩu hoặc bị khóa quyền nên không đọc được.", "Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chạy lại." => "Mở bằng Excel, bỏ mật khẩu, lưu lại rồi gửi lại.";
    FILE_OPEN_ELSEWHERE = "F06" Error "Tệp đang được mở", "Tệp đang được chương trình khác mở và khóa.", "Hãy đóng Excel rồi chạy lại." => nobody;
    ONLINE_ONLY = "F07" Error "Tệp chỉ nằm trên OneDrive", "Tệp chỉ nằm trên OneDrive, máy này chưa có nội dung; không tự tải về.", "Bấm chuột phải vào tệp, chọn \"Luôn giữ trên thiết bị này\", đợi tải xong rồi chạy lại." => nobody;
    UNREADABLE_PATH = "F08" Error "Không đọc được tệp", "Không đọc được tệp hoặc thư mục: {cause}.", "Hãy kiểm tra quyền truy cập và đường dẫn." => nobody;
    PACKAGE_LIMIT = "F09" Error "Tệp vượt giới hạn", "Tệp vượt giới hạn an toàn: {limit}.", "Nếu tệp đúng là của trường, hãy lưu lại bằng Excel, hoặc nâng giới hạn ở mục [limits] của ctcl.toml." => "Hãy mở bằng Excel, bỏ vùng và hình thừa, lưu lại rồi gửi lại.";
    MEMORY_LIMIT = "F10" Error "Tệp vượt giới hạn bộ nhớ", "Tệp vượt giới hạn bộ nhớ {limit} khi đọc.", "Hãy mở bằng Excel, xóa vùng thừa, lưu lại bằng .xlsx; hoặc nâng worker_memory_mib ở mục [limits]." => "Hãy mở bằng Excel, xóa vùng thừa, lưu lại bằng .xlsx rồi gửi lại.";
    TIME_LIMIT = "F11" Error "Đọc tệp quá lâu", "Đọc tệp quá {limit} giây nên đã dừng.", "Hãy mở bằng Excel, xóa vùng thừa, lưu lại bằng .xlsx; hoặc nâng file_seconds ở mục [limits]." => "Hãy mở bằng Excel, xóa vùng thừa, lưu lại bằng .xlsx rồi gửi lại.";
    READER_CRASH = "F12" Error "Lỗi bộ đọc", "Không đọc được tệp (lỗi bộ đọc); các tệp khác không bị ảnh hưởng.", "Hãy mở bằng Excel rồi lưu lại bằng .xlsx.";
    FORBIDDEN_MARKUP = "F13" Error "Tệp chứa khai báo nguy hiểm", "Tệp chứa khai báo DTD hoặc thực thể XML ({member}), bảng tính thật không có; đã từ chối, không mở gì.", "Hãy hỏi lại trường nguồn gốc tệp; lưu lại bằng Excel nếu tệp đúng là của trường." => "Hãy mở bằng Excel, lưu lại rồi gửi lại.";
    BUNDLE_TOO_DEEP = "F14" Error "Gói nén lồng quá sâu", "Gói .zip lồng trong .zip quá {limit} tầng.", "Hãy giải nén ra thư mục rồi chạy lại." => "Hãy gửi từng tệp, không nén nhiều lần.";
    MACRO_SHEET = "F15" Error "Có trang macro Excel 4", "Tệp có trang macro kiểu cũ (Excel 4) \"{sheet}\" nên bộ đọc không mở; tệp không hỏng.", "Mở bằng Excel, xóa trang macro, lưu lại bằng .xlsx.";
    PATH_TOO_LONG = "F16" Error "Đường dẫn quá dài", "Tên tệp hoặc đường dẫn dài quá mức hệ điều hành nhận, nên không mở được.", "Hãy đổi tên ngắn hơn, hoặc chép thư mục ra ngay dưới ổ đĩa rồi chạy lại." => "Hãy đổi tên tệp ngắn hơn rồi gửi lại.";
    FILE_TOO_LARGE = "F17" Error "Tệp quá lớn", "Tệp lớn hơn giới hạn {limit}.", "Hãy bỏ bớt hình ảnh trong tệp, hoặc nâng file_mib ở mục [limits]." => "Hãy bỏ bớt hình ảnh trong tệp rồi gửi lại.";
    NOT_A_FILE = "F18" Info "Không phải tệp thường", "Đường tắt, liên kết hoặc thiết bị; không đọc.", "Nếu cần, hãy chép tệp thật vào thư mục." => nobody;
    WORD_DOCUMENT = "F19" Error "Tệp Word", "Đây là tệp Word, không phải bảng tính.", "Hãy chép các bảng sang Excel (mỗi bảng một trang) rồi lưu .xlsx, hoặc đề nghị trường gửi bản Excel.";
    PDF_DOCUMENT = "F20" Error "Tệp PDF", "Đây là tệp PDF, không đọc được thành bảng.", "Hãy đề nghị trường gửi bản Excel gốc.";
    PICTURE = "F21" Error "Tệp ảnh", "Đây là ảnh chụp hoặc ảnh quét, không đọc được thành bảng.", "Hãy đề nghị trường gửi bản Excel gốc.";
    HTML_DOCUMENT = "F22" Error "Tệp là HTML", "Tệp này thực ra là trang web (HTML), không phải bảng tính.", "Mở bằng Excel rồi lưu lại thành .xlsx.";
    OTHER_BUNDLE = "F53" Error "Tệp nén không phải .zip", "Tệp này là tệp nén {is}, chương trình chỉ mở được .zip.", "Hãy giải nén rồi bỏ các tệp bên trong vào thư mục báo cáo, hoặc nén lại thành .zip." => "Hãy gửi từng tệp, hoặc nén lại thành .zip.";
    XML_SPREADSHEET = "F54" Error "Bảng tính dạng XML", "Tệp này là bảng tính lưu dạng XML ({is}), không phải .xlsx; không đọc.", "Mở bằng Excel hay LibreOffice rồi lưu lại thành .xlsx.";
    PLAIN_TEXT = "F23" Error "Tệp là văn bản", "Tệp này thực ra là văn bản thường, không phải bảng tính.", "Mở bằng Excel rồi lưu lại thành .xlsx, hoặc đề nghị trường gửi lại.";
    DAMAGED_BUNDLE = "F24" Error "Gói nén bị hỏng", "Gói .zip bị hỏng hoặc tải về chưa đủ.", "Hãy tải lại gói, hoặc đề nghị trường gửi lại." => "Hãy gửi lại gói, hoặc gửi từng tệp.";
    DUPLICATE_MEMBERS = "F25" Error "Tệp có thành phần trùng tên", "Trong tệp có hai thành phần cùng tên nên không biết phần nào thật.", "Mở bằng Excel rồi lưu lại; nếu Excel báo sửa tệp, hãy đề nghị trường gửi lại.";
    BROKEN_SHEET = "F26" Error "Trang tính bị hỏng", "Trang tính bị hỏng, không đọc được; các trang khác vẫn được đọc.", "Mở bằng Excel, kiểm tra trang này, lưu lại rồi chạy lại." => "Mở bằng Excel, kiểm tra trang này, lưu lại rồi gửi lại.";
    LOCK_FILE = "F27" Info "Tệp khóa của Excel", "Tệp tạm do Excel tạo khi đang mở \"{of}\"; bỏ qua.", "Không cần làm gì." => nobody;
    LOCK_FILE_ALONE = "F28" Warning "Tệp đang mở trong Excel", "Chỉ thấy tệp khóa của \"{of}\", không thấy chính tệp ấy: tệp có thể đang mở trong Excel hoặc chưa được chép.", "Hãy đóng Excel và chép đủ tệp." => nobody;
    SYSTEM_FILE = "F29" Info "Tệp của hệ điều hành", "Tệp do hệ điều hành tạo, không phải báo cáo; bỏ qua.", "Không cần làm gì." => nobody;
    OTHER_ENDING = "F30" Info "Đuôi tệp không đúng", "Tệp .{ending} này thực ra là {is}; đã đọc theo nội dung thật.", "Nên đổi lại đuôi tệp cho đúng.";
    HAS_MACROS = "F31" Info "Tệp có macro", "Tệp có macro; chỉ đọc dữ liệu, không chạy và không chép macro.", "Không cần làm gì." => nobody;
    EXTERNAL_LINKS = "F32" Info "Tệp liên kết tệp khác", "Tệp lấy số liệu từ tệp khác; chỉ dùng giá trị đã lưu, không mở tệp kia.", "Nếu số liệu có thể đã cũ, hãy mở bằng Excel, cập nhật liên kết và lưu lại.";
    CELLS_LEFT_OUT = "F33" Warning "Có ô ngoài giới hạn", "{count} ô nằm ngoài phạm vi trang tính hoặc vượt giới hạn số ô nên không đọc.", "Hãy xóa vùng thừa rồi lưu lại.";
    BUNDLE_NAME_DECODED = "F34" Info "Tên tệp trong gói phải đoán", "Tên tệp trong gói .zip không ghi bảng mã; đọc theo {encoding}. Theo {other_encoding} thì là \"{other}\".", "Nếu tên sai, hãy giải nén bằng máy của trường rồi gửi lại." => nobody;
    NO_TABLE = "F35" Error "Không thấy bảng nào", "Không thấy bảng kế hoạch, kết quả hay tự đánh giá nào trong tệp.", "Hãy xem trường có gửi nhầm tệp; nếu bảng có thật, ghim bảng bằng [[pin]] trong ctcl.toml." => "Hãy xem có gửi nhầm tệp; nếu không, hãy ghi lại các bảng theo mẫu.";
    DUPLICATE_FILE = "F36" Info "Tệp trùng", "Nội dung giống hệt tệp \"{first}\"; chỉ tính một lần.", "Không cần làm gì." => nobody;
    SUPERSEDED_FILE = "F37" Info "Đã có bản mới hơn", "Tính theo bản \"{newer}\" ({how}); tệp này không tính.", "Nếu ngược lại, hãy ghi ngày nhận vào so-nhan.csv." => nobody;
    VERSIONS_UNDECIDED = "F38" Error "Không rõ bản nào mới hơn", "Trường gửi nhiều bản của cùng một biểu mà không rõ bản nào mới; tạm tính theo \"{taken}\".", "Hãy bỏ bản cũ ra ngoài, hoặc ghi ngày nhận vào so-nhan.csv." => nobody;
    SUPPLEMENT = "F42" Warning "Bản mới chỉ có một phần", "Tệp này mới hơn \"{older}\" nhưng chỉ có {count} trong {of} tiêu chí của bản ấy; các tiêu chí còn lại vẫn tính theo bản trước.", "Nếu bản mới thay hẳn bản trước, hãy bỏ bản trước ra ngoài rồi chạy lại." => "Nếu bản mới thay hẳn bản trước, hãy ghi đủ các tiêu chí rồi gửi lại.";
    BAD_VALUE = "F39" Error "Ô lưu giá trị hỏng", "Ô lưu giá trị \"{raw}\", không thành số hay chữ nào; bỏ qua ô này, các ô khác vẫn được đọc.", "Mở bằng Excel, gõ lại ô này, lưu lại rồi chạy lại." => "Mở bằng Excel, gõ lại ô này rồi lưu lại.";
    DUPLICATE_CELL = "F40" Warning "Ô ghi hai lần", "Trong tệp ô này được ghi {count} lần với nội dung khác nhau; lấy lần ghi cuối \"{raw}\" như Excel.", "Mở bằng Excel, kiểm tra ô này rồi lưu lại.";
    FILE_UNFILLED = "F43" Error "Tệp chưa điền", "Trong tệp chỉ có các biểu in sẵn, trường chưa điền gì; không tính là đã báo cáo.", "Hãy đề nghị trường điền rồi gửi lại.";
    SHEET_COPIED = "F44" Info "Trang chép lại", "Trang này có {count} dòng giống hệt trang \"{first}\"; chỉ tính một lần.", "Không cần làm gì; lần sau hãy xóa trang chép lại trước khi gửi." => "Lần sau hãy xóa trang chép lại trước khi gửi.";
    PLAN_REPLACED = "F70" Warning "Kế hoạch đã được điều chỉnh", "{count} việc ở trang này có trong bản điều chỉnh ở {counted} nên không tính ở đây; việc nào bản điều chỉnh không nhắc đến thì vẫn tính.", "Nếu các việc còn lại đã bỏ, hãy đề nghị trường xóa chúng ở bản cũ." => "Nếu các việc còn lại đã bỏ, hãy xóa chúng ở bản cũ.";
    PLAN_REPEATED = "F45" Warning "Kế hoạch ghi ở hai trang", "{count} trong {of} việc ở trang này cũng có ở trang \"{first}\" nhưng ghi thời gian, người làm hoặc kinh phí khác nên việc ở cả hai trang đều được tính.", "Nếu không phải việc làm nhiều lần, hãy đề nghị trường chỉ giữ trang đúng.";
    NAMED_DRAFT = "F59" Warning "Trang nháp ghi lại trang khác", "Tên trang này là bản nháp và trang ghi lại biểu {field} của trang \"{first}\" với nội dung khác; không tính {count} dòng của trang nháp.", "Nếu trang nháp mới là bản đúng, hãy đề nghị trường đổi tên trang ấy và xóa trang kia.";
    HIDDEN_DRAFT = "F50" Warning "Trang ẩn ghi lại trang khác", "Trang này bị ẩn trong Excel và ghi lại biểu {field} của trang \"{first}\" với nội dung khác; chỉ tính trang hiện, không tính {count} dòng của trang ẩn.", "Nếu trang ẩn mới là bản đúng, hãy đề nghị trường hiện trang ấy lên và xóa trang kia.";
    GUIDANCE_NOT_COUNTED = "F51" Warning "Bảng của trang hướng dẫn", "Trang này là hướng dẫn điền biểu; bảng {form} ({count} dòng) ở đây là ví dụ nên không tính, vì tệp còn trang khác có biểu ấy.", "Nếu trường điền số liệu ngay vào trang hướng dẫn, hãy đề nghị trường chép sang trang của biểu." => "Nếu số liệu được ghi ngay vào trang hướng dẫn, hãy chép sang trang của biểu.";
    ROWS_COPIED = "F49" Info "Dòng chép ở hai trang", "{count} dòng biểu {field} ở trang này cũng có ở {counted}, ở đây không ghi gì khác; chỉ tính một lần.", "Không cần làm gì." => nobody;
    OWN_OUTPUT = "F46" Info "Sổ do ctcl ghi ra", "Đây là kết quả ctcl ghi cho văn phòng, không phải báo cáo của trường; không đọc, không tính.", "Không cần làm gì. Muốn gộp kết quả của nhiều đơn vị, hãy dùng ctcl rollup." => nobody;
    OUTPUT_FOLDER = "F47" Info "Thư mục kết quả của ctcl", "Thư mục này là kết quả của một lần chạy khác; không đọc tệp nào trong đó.", "Không cần làm gì. Muốn gộp kết quả của nhiều đơn vị, hãy dùng ctcl rollup." => nobody;
    REPORTS_AMONG_OUTPUT = "F60" Error "Tệp nằm trong thư mục kết quả của ctcl", "Thư mục này là kết quả của một lần chạy khác nên không đọc, nhưng trong đó có {count} tệp không do ctcl ghi ({names}); các tệp ấy cũng không được đọc.", "Nếu là tệp của trường, hãy chuyển sang một thư mục riêng rồi chạy lại; đừng ghi kết quả (-o) vào thư mục chứa tệp của trường." => nobody;
    REGISTER_AMONG_FILES = "F48" Warning "Danh sách trường nằm giữa các báo cáo", "Đây là danh sách trường, không phải báo cáo của trường; không tính.", "Muốn dùng làm danh sách trường, hãy thêm --register và đường dẫn tới tệp này; nếu không, hãy để tệp ra ngoài thư mục." => nobody;
    CELLS_UNREAD = "F41" Error "Trang đọc chưa hết", "Trang tính lưu {stored} ô nhưng bộ đọc chỉ đọc được {read} ô; phần đọc được vẫn tính.", "Mở bằng Excel, lưu lại bằng .xlsx rồi chạy lại." => "Mở bằng Excel, lưu lại bằng .xlsx rồi gửi lại.";

    // S: who, and the register.
    REGISTER_WITHOUT_NAME = "S01" Warning "Danh sách: dòng thiếu tên trường", "Dòng {row} không có tên trường nên bị bỏ qua.", "Hãy điền tên trường vào cột Tên trường, hoặc xóa dòng." => nobody;
    REGISTER_DUPLICATE_CODE = "S02" Error "Danh sách: trùng mã trường", "Dòng {row}: mã {raw} đã có ở dòng {first}; bỏ qua \"{name}\".", "Hãy kiểm tra lại mã của hai trường; mỗi trường một mã, một dòng." => nobody;
    REGISTER_CODE_PADDED = "S03" Warning "Danh sách: mã trường mất số 0", "Dòng {row}: mã {raw} chỉ có {digits} chữ số, có lẽ đã mất số 0 ở đầu; đọc là {code}.", "Hãy định dạng cột Mã trường là Văn bản (Text) rồi nhập lại mã." => nobody;
    REGISTER_WITHOUT_CODE = "S04" Info "Danh sách: trường chưa có mã", "Dòng {row}: \"{name}\" chưa có mã; tạm dùng \"{id}\".", "Hãy điền mã trường để số liệu các kỳ nối được với nhau khi trường đổi tên." => nobody;
    REGISTER_KIND = "S05" Warning "Danh sách: không rõ loại hình", "Dòng {row}: {fault} của \"{name}\"; lấy {taken}.", "Hãy ghi cột Loại hình là Mầm non, Tiểu học, THCS, THPT, Nhiều cấp học hoặc GDTX." => nobody;
    REGISTER_DATE = "S06" Warning "Danh sách: ngày không đọc được", "Dòng {row}: {field} \"{raw}\" không đọc được.", "Hãy ghi ngày/tháng/năm, ví dụ 20/05/2022." => nobody;
    REGISTER_LEVEL = "S07" Warning "Danh sách: mức, cấp độ không đọc được", "Dòng {row}: {field} \"{raw}\" không phải số từ 1 đến {highest}.", "Hãy ghi một số, hoặc để trống nếu chưa được công nhận." => nobody;
    REGISTER_NOT_A_SCHOOL = "S08" Info "Danh sách: dòng không phải trường", "Dòng {row}: \"{raw}\" không phải một trường nên bị bỏ qua.", "Nếu đây là một trường, hãy điền mã trường hoặc ghi tên đầy đủ có loại hình." => nobody;
    REGISTER_EXAMPLE = "S43" Warning "Danh sách: còn dòng ví dụ", "Dòng {row}: \"{raw}\" là dòng ví dụ của danh sách mẫu, không phải trường của đơn vị; bỏ qua.", "Hãy ghi trường thật thay vào dòng này, hoặc xóa dòng." => nobody;
    REGISTER_SCHOOL_TWICE = "S09" Error "Danh sách: trường ghi hai lần", "Dòng {row}: \"{raw}\" đã có ở dòng {first} nên bị bỏ qua.", "Hãy xóa một dòng; nếu là hai trường khác nhau, hãy điền mã trường hoặc xã/phường." => nobody;
    REGISTER_SHARED_NAME = "S10" Warning "Danh sách: hai trường trùng tên", "Dòng {row}: \"{raw}\" trùng tên, loại hình và xã/phường với dòng {first}.", "Hãy kiểm tra xem có phải một trường ghi hai lần; nếu không, hãy thêm Tên khác để phân biệt." => nobody;
    REGISTER_MERGED = "S11" Error "Danh sách: sáp nhập vào trường không có", "Dòng {row}: \"{name}\" ghi sáp nhập vào \"{raw}\" nhưng danh sách không có trường này; vẫn tính riêng.", "Hãy ghi mã trường nhận sáp nhập, và thêm trường đó vào danh sách." => nobody;
    REGISTER_SPLIT = "S12" Warning "Danh sách: tách từ trường không có", "Dòng {row}: \"{name}\" ghi tách từ \"{raw}\" nhưng danh sách không có trường này; khi so hai kỳ, việc của trường cũ không nối được.", "Hãy ghi mã trường cũ, và giữ trường đó trong danh sách với ngày ở cột Hoạt động đến." => nobody;
    SCHOOL_UNKNOWN = "S20" Error "Không rõ trường nào", "Không tìm thấy tên trường trong phần đầu trang, tên tệp hay mã trường.", "Hãy ghi [[school]] file = \"{file}\" và id = mã trường vào ctcl.toml, hoặc đặt tên tệp có tên trường." => "Hãy ghi tên trường ở đầu trang.";
    SCHOOL_NOT_REGISTERED = "S21" Warning "Trường không có trong danh sách", "\"{name}\" không có trong danh sách trường: không tính vào số trường phải nộp, nhưng tiêu chí và công việc của trường vẫn cộng vào số liệu chung.", "Hãy thêm trường vào danh sách, hoặc thêm tên này vào cột Tên khác của trường đúng; nếu trường gửi nhầm đơn vị, hãy bỏ tệp ra." => nobody;
    SCHOOL_AMBIGUOUS = "S22" Error "Trùng tên trường", "\"{name}\" có thể là nhiều trường: {candidates}.", "Hãy ghi [[school]] với mã trường vào ctcl.toml cho tệp này." => nobody;
    SCHOOL_UNDECIDED = "S42" Error "Biểu chưa tính vì trùng tên trường", "Biểu {raw} không được tính: tên trường ghi ở đây là tên của nhiều trường trong danh sách.", "Hãy ghi [[school]] file = \"{file}\" và id = mã trường vào ctcl.toml, hoặc ghi thêm xã/phường để phân biệt." => nobody;
    SCHOOL_CLOSE = "S23" Info "Tên trường gần đúng", "\"{name}\" được hiểu là \"{registered}\".", "Nếu sai, hãy ghi [[school]] với mã trường vào ctcl.toml." => nobody;
    SCHOOL_FROM_SHEET_NAME = "S70" Info "Trường lấy từ tên trang tính", "Trong trang tính không ghi tên trường; lấy \"{name}\" từ tên trang tính.", "Nếu sai, hãy đề nghị trường ghi tên trường ở đầu trang." => "Hãy ghi tên trường ở đầu trang.";
    ROW_WITHOUT_SCHOOL = "S71" Error "Dòng không ghi trường", "Dòng này ghi mức đạt giữa dòng của các trường mà không ghi tên trường nên không lấy.", "Hãy ghi tên trường vào dòng này." => nobody;
    SCHOOL_FROM_FILE_NAME = "S24" Info "Trường lấy từ tên tệp", "Trong trang tính không ghi tên trường; lấy \"{name}\" từ tên tệp.", "Nếu sai, hãy ghi [[school]] với mã trường vào ctcl.toml." => "Hãy ghi tên trường ở đầu trang.";
    OTHER_YEAR = "S25" Warning "Năm học khác", "Tệp ghi năm học {found}, kỳ báo cáo này là {expected}; tháng không ghi năm được hiểu theo năm học {months}.", "Hãy xem trường có gửi nhầm tệp năm khác." => "Hãy gửi tệp của năm học {expected}; nếu chỉ ghi nhầm, hãy sửa năm học ở đầu trang.";
    YEAR_OF_MOST_FILES = "S40" Warning "Phần lớn tệp ghi năm học khác", "{count}/{of} tệp có ghi năm học là của năm học {found}, trong khi lần chạy này là cho năm học {expected}.", "Hãy kiểm tra --year, hoặc school_year trong ctcl.toml, rồi chạy lại." => nobody;
    RECEIPT_UNKNOWN = "S26" Info "Không rõ ngày nhận", "Không có căn cứ về ngày nhận; tính là đúng hạn.", "Nếu cần, hãy ghi ngày nhận vào so-nhan.csv." => nobody;
    RECEIPT_OF_OTHER_YEAR = "S44" Warning "Ngày nhận ngoài năm học", "Sổ nhận ghi tệp này nhận ngày {raw}, ngoài năm học {year}; đúng hạn hay trễ hạn vẫn tính theo ngày ấy.", "Hãy xem lại năm của ngày nhận trong so-nhan.csv." => nobody;
    RECEIPT_OF_NO_FILE = "S45" Warning "Sổ nhận: không có tệp ấy", "Dòng {line} ghi ngày nhận của \"{raw}\" nhưng không có tệp nào tên ấy, nên ngày này không dùng cho tệp nào.", "Hãy ghi ở cột Tệp đúng tên tệp trong thư mục báo cáo, cả đuôi .xlsx." => nobody;
    FILE_UNCHANGED = "S28" Info "Tệp không đổi", "Tệp đã có trong sổ nhận từ ngày {since}, nội dung không đổi.", "Không cần xem lại tệp này." => nobody;
    OTHER_YEAR_LEFT_OUT = "S35" Warning "Biểu của năm học khác", "Biểu {field} ở trang này ghi năm học {found}; trường đã có biểu của năm học {expected} ở {counted}, nên biểu này không tính.", "Nếu đây là biểu của năm học {expected}, hãy đề nghị trường sửa năm học ghi ở đầu trang.";
    TOLD_IN_OTHER_HALF = "S36" Info "Biểu của kỳ khác", "Trang này là của {found}; {count} dòng biểu {field} cũng có ở {counted} nên tính theo trang ấy.", "Nếu sai, hãy sửa kỳ báo cáo ghi ở đầu trang hoặc ở tên trang.";
    ONLY_OF_OTHER_HALF = "S47" Warning "Chỉ có số liệu của kỳ khác", "Mọi {what} của trường ({count} dòng) là của kỳ khác, chưa thấy của {expected}; vẫn tính theo các dòng ấy.", "Hãy hỏi trường báo cáo của kỳ này; nếu đúng là của kỳ này, hãy đề nghị trường sửa kỳ ghi ở đầu trang, tên trang hoặc tên tệp." => "Hãy gửi báo cáo của kỳ này; nếu đúng là của kỳ này, hãy sửa kỳ ghi ở đầu trang, tên trang hoặc tên tệp.";
    COLUMN_OF_OTHER_HALF = "S37" Info "Cột của kỳ, năm khác", "Cột \"{raw}\" là của {found}; kỳ này tính theo các cột của {expected}{besides}.", "Không cần làm gì; nếu kỳ báo cáo không phải {expected}, hãy chạy lại với --period hoặc --year." => nobody;
    SCHOOLS_SHARE_FILE = "S38" Warning "Mỗi biểu trong tệp của một trường", "Các biểu trong tệp ghi tên nhiều trường, không biểu nào có ở hai trường: {schools}. Có thể có trang chép từ tệp của trường khác mà chưa sửa tên.", "Hãy xem lại tên trường ở đầu từng trang; nếu cả tệp là của một trường, hãy ghi [[school]] với mã trường vào ctcl.toml." => "Hãy sửa tên trường ở đầu từng trang cho đúng.";
    FILE_NAMES_OTHER_SCHOOL = "S39" Warning "Tên tệp là của trường khác", "Tên tệp nói {named}, trong trang ghi {name}; tính cho {name}.", "Hãy hỏi lại trường xem có gửi nhầm tệp hay chép từ tệp của trường khác; nếu tên tệp mới đúng, hãy ghi [[school]] với mã trường vào ctcl.toml." => "Hãy xem có gửi nhầm tệp, hay chép từ tệp của trường khác mà chưa sửa tên.";
    STAMP_OTHER_SCHOOL = "S30" Error "Mẫu của trường khác", "Mẫu phát cho {stamped} nhưng trong trang ghi \"{raw}\"; tính cho {stamped} theo dấu của mẫu.", "Hãy hỏi lại trường. Nếu tệp là của \"{raw}\", hãy ghi [[school]] với mã trường vào ctcl.toml." => "Hãy xem có gửi nhầm mẫu của trường khác.";
    STAMP_SCHOOL_UNKNOWN = "S31" Warning "Mẫu của trường không có trong danh sách", "Mẫu phát cho mã trường {raw}, không có trong danh sách trường; lấy tên trường ghi trong trang.", "Hãy kiểm tra danh sách trường, hoặc ghi [[school]] với mã trường vào ctcl.toml." => nobody;
    STAMP_OTHER_PERIOD = "S32" Warning "Mẫu của kỳ khác", "Mẫu phát cho {found}, kỳ báo cáo này là {expected}.", "Hãy xem trường có gửi nhầm tệp của kỳ khác." => "Hãy gửi tệp của {expected}.";
    STAMP_OLD = "S33" Warning "Mẫu cũ", "Mẫu mang mã {raw}, mẫu hiện nay là {current}: {why}. Vẫn đọc theo tiêu đề của các cột.", "Hãy phát lại mẫu mới bằng ctcl template." => nobody;
    STAMP_DIFFERS = "S34" Warning "Trang tính chép từ mẫu khác", "Trang này mang dấu \"{raw}\", tệp mang dấu \"{file_stamp}\"; trang được tính theo dấu của chính nó.", "Hãy hỏi lại trường xem trang này là của trường và kỳ nào." => "Hãy xem trang này có chép từ mẫu của trường hay kỳ khác.";
    PIN_IDLE = "S46" Warning "Ghim không có tác dụng", "Dòng {line}: {fault}, nên chỗ ghim này không có tác dụng.", "Hãy sửa trong ctcl.toml: {mend}; không cần nữa thì xóa." => nobody;
    PIN_WITHOUT_TABLE = "S41" Warning "Ghim bảng không có tác dụng", "ctcl.toml ghim bảng ở trang \"{sheet}\", hàng {row}, nhưng tệp này {fault}, nên chỗ ghim ấy không có tác dụng.", "Hãy sửa sheet và header_row của [[pin]] trong ctcl.toml cho đúng tên trang và số hàng trong Excel." => nobody;
    RECEIPTS_NOT_THERE = "S29" Warning "Không thấy sổ nhận", "Cấu hình ghi sổ nhận \"{raw}\" nhưng không có tệp này; ngày nhận lấy từ căn cứ khác, không có căn cứ thì tính là đúng hạn.", "Hãy kiểm tra đường dẫn ở dòng intake, hoặc ghi record_intake = true để chương trình tự lập sổ." => nobody;
    NO_REGISTER = "S27" Info "Không có danh sách trường", "Không có danh sách trường nên không biết trường nào chưa nộp; chỉ tính các trường có tệp.", "Hãy chạy ctcl init để tạo danh sách rồi điền tên các trường." => nobody;

    // K: the framework a file follows.
    FRAMEWORK_UNKNOWN = "K20" Error "Không rõ bộ tiêu chuẩn", "Không rõ trường theo bộ tiêu chuẩn nào vì không biết loại hình trường.", "Hãy ghi Loại hình của trường vào danh sách." => nobody;
    CRITERION_NOT_IN_FRAMEWORK = "K21" Error "Tiêu chí không có trong bộ tiêu chuẩn", "Tiêu chí {criterion} không có trong {framework}.", "Hãy xem lại mã tiêu chí, hoặc trường dùng nhầm mẫu." => "Hãy xem lại mã tiêu chí, hoặc mẫu đang dùng.";
    OTHER_FRAMEWORK_TITLE = "K22" Warning "Tên của bộ tiêu chuẩn khác", "Tên \"{raw}\" là của {other}, không phải của {framework}.", "Hãy nhắc trường sửa tên cho đúng mẫu; số liệu vẫn tính theo mã." => "Hãy sửa tên cho đúng mẫu.";
    OTHER_FRAMEWORK_YEAR = "K23" Warning "Mẫu của bộ tiêu chuẩn khác", "Bảng theo mẫu {found}, trong khi năm học này trường theo {framework}.", "Hãy xem trường có dùng nhầm mẫu cũ." => "Hãy ghi lại theo mẫu của {framework}.";
    TWO_FRAMEWORKS = "K25" Warning "Hai bộ tiêu chuẩn trong một tệp", "Bảng này theo {this}, còn bảng ở trang \"{sheet}\" theo {first}.", "Hãy xem trường có dùng lẫn mẫu cũ và mẫu mới; mỗi tiêu chí chỉ được đếm trong bộ tiêu chuẩn của trường." => "Hãy dùng một mẫu cho cả tệp.";
    OTHER_CIRCULAR = "K26" Warning "Dẫn thông tư của bộ khác", "Văn bản dẫn Thông tư {found}, trong khi năm học này trường theo Thông tư {own}.", "Hãy xem trường có dùng nhầm mẫu; số liệu vẫn tính theo mã tiêu chí." => "Hãy xem lại thông tư được dẫn, hoặc mẫu đang dùng.";
    STANDARD_TITLE_MISMATCH = "K27" Warning "Số và tên tiêu chuẩn không khớp", "Ghi tiêu chuẩn {number} nhưng tên \"{raw}\" là của tiêu chuẩn {other}; các dòng bên dưới chỉ ghi số thứ tự của tiêu chí được tính theo số.", "Hãy đề nghị trường xem lại số hay tên.";
    STANDARD_WITHOUT_NUMBER = "K28" Warning "Tiêu chuẩn không ghi số", "Tiêu chuẩn \"{raw}\" không ghi số và không giống tên tiêu chuẩn nào; hiểu theo thứ tự là tiêu chuẩn {number}.", "Hãy xem các tiêu chí bên dưới có đúng của tiêu chuẩn này không.";
    CODE_TITLE_MISMATCH = "K24" Warning "Mã và tên tiêu chí không khớp", "Mã ghi {criterion} nhưng tên là của tiêu chí {other}; tính theo mã.", "Hãy đề nghị trường xem lại mã hay tên.";

    // T: a table.
    TABLE_UNCERTAIN = "T01" Error "Không chắc đây là bảng gì", "Dòng {row} giống tiêu đề của: {candidates}; chưa đủ chắc nên không đọc bảng này.", "Hãy ghim bảng: [[pin]] file = \"{file}\", sheet = \"{sheet}\", header_row = {row}, form = mã mẫu ở trên." => "Hãy ghi lại tiêu đề các cột như mẫu.";
    COLUMN_MISSING = "T02" Error "Thiếu cột cần có", "Bảng {form} ở dòng {row} không thấy cột {columns}.", "Hãy xem lại tiêu đề, hoặc ghim cột bằng [[pin]] trong ctcl.toml." => "Hãy ghi đủ các cột với tiêu đề như mẫu.";
    COLUMN_UNUSED = "T03" Info "Cột không dùng", "Cột \"{raw}\" không thuộc mẫu {form} nên không lấy ({count} ô: {texts}).", "Nếu cần cột này, hãy thêm cách viết vào templates/forms hoặc ghim bằng [[pin]]." => nobody;
    COLUMN_LEFT_OUT = "T29" Warning "Cột không lấy nhưng có số liệu", "Cột \"{raw}\" không thuộc mẫu {form} nên không lấy, nhưng phần lớn ghi {what} ({count} ô: {texts}).", "Hãy xem cột này có phải tính không; nếu có, ghim nó bằng [[pin]] trong ctcl.toml thay cho cột đã lấy." => "Nếu cột này phải tính, hãy ghi số liệu vào cột của mẫu.";
    MONTH_FIRST = "T72" Info "Ngày ghi tháng trước", "{count} ô của cột này ghi tháng trước ngày sau như \"{raw}\"; đọc là {read}.", "Nếu sai, hãy đề nghị trường ghi ngày trước, tháng sau, ví dụ 31/10/2023." => "Hãy ghi ngày trước, tháng sau, ví dụ 31/10/2023.";
    ANSWERED_AGAIN = "T51" Info "Trường trả lời biểu trực tuyến nhiều lần", "\"{raw}\" đã trả lời ở {earlier} rồi trả lời lại ở {last}; tính theo lần sau cùng, tiêu chí nào lần ấy để trống thì theo lần trước.", "Nếu lần trước mới đúng, hãy xóa dòng của lần sau rồi chạy lại." => "Nếu lần trước mới đúng, hãy báo lại để văn phòng xóa lần sau.";
    STATE_FROM_TITLE = "T41" Info "Tình trạng theo dòng tiêu đề", "Tình trạng của {count} dòng lấy theo dòng tiêu đề phía trên: {states}.", "Không cần làm gì; nếu sai, hãy đề nghị trường ghi tình trạng ở từng dòng." => "Nếu sai, hãy ghi tình trạng ở từng dòng.";
    TITLED_WITHOUT_TABLE = "T42" Warning "Trang có tên biểu mà không đọc được", "Trang này có tên \"{title}\" và {count} dòng ghi tiêu chí hoặc tình trạng, nhưng không thấy bảng nào đọc được; không tính gì ở trang này.", "Hãy ghim bảng bằng [[pin]] trong ctcl.toml, hoặc đề nghị trường ghi lại theo mẫu." => "Hãy ghi lại bảng của trang này theo mẫu.";
    LEVELS_OF_OTHERS = "T40" Info "Cột mức không phải của trường năm nay", "Cột \"{raw}\" ghi {what} nên không tính; mức của trường lấy ở cột \"{counted}\".", "Nếu sai, hãy ghim cột bằng [[pin]] trong ctcl.toml." => nobody;
    TABLE_OF_OTHERS = "T62" Warning "Bảng mức không phải của trường", "Bảng \"{raw}\" ({count} dòng) ghi {what} nên không tính; chỉ tính mức trường tự đánh giá.", "Nếu đây là bảng tự đánh giá của trường, hãy đề nghị trường sửa dòng tên bảng." => "Nếu đây là bảng tự đánh giá của trường, hãy sửa dòng tên bảng.";
    LEVELS_BESIDE_WORK = "T63" Info "Mức ghi trong bảng kế hoạch", "Bảng kế hoạch ở đây cũng ghi mức của tiêu chí ({count} dòng); trường có bảng tự đánh giá riêng ở {counted} nên mức lấy theo bảng ấy.", "Không cần làm gì." => nobody;
    COLUMN_FILLED_OTHERWISE = "T30" Warning "Cột ghi điều khác tiêu đề", "Cột \"{raw}\" là {field} nên không tính, nhưng phần lớn ghi {what} ({count} ô: {texts}).", "Nếu phải tính, hãy ghim cột này bằng [[pin]] trong ctcl.toml, hoặc đề nghị trường ghi vào cột có tên rõ." => "Nếu phải tính, hãy ghi vào cột có tên rõ như mẫu.";
    COLUMN_UNCERTAIN = "T04" Warning "Cột chưa chắc", "Cột \"{raw}\" được hiểu là {field} (điểm {score}), cũng gần với {other}.", "Nếu sai, hãy ghim cột bằng [[pin]] trong ctcl.toml." => nobody;
    HEADER_LOST = "T05" Warning "Mất dòng tiêu đề", "Bảng không có dòng tiêu đề; các cột được nhận theo nội dung như mẫu {form}: {columns}.", "Hãy kiểm tra vài dòng; nếu sai, ghim bằng [[pin]] trong ctcl.toml." => "Hãy ghi lại dòng tiêu đề của bảng.";
    ROWS_NOT_TAKEN = "T06" Info "Dòng không phải dữ liệu", "Không tính dòng {rows}.", "Không cần làm gì." => nobody;
    HIDDEN_CONTENT = "T07" Info "Có phần bị ẩn", "{what} bị ẩn trong Excel nhưng vẫn được đọc.", "Nếu phần ẩn là bản cũ, hãy đề nghị trường xóa đi.";
    TABLE_OF_EARLIER_YEAR = "T60" Warning "Bảng của năm học trước", "Bảng {form} ({count} dòng) đứng dưới mục \"{raw}\", nói về năm học {found}, nên không tính vào năm học {expected}.", "Nếu bảng là của năm học {expected}, hãy đề nghị trường sửa năm học ghi ở mục ấy." => "Nếu bảng là của năm học {expected}, hãy sửa năm học ghi ở mục ấy.";
    TABLE_OF_OTHER_PAPER = "T61" Warning "Bảng của văn bản khác", "Bảng dưới tên \"{raw}\" ({count} dòng) có cột như biểu {form}, nhưng tên không nói đến cải tiến chất lượng và không dòng nào theo tiêu chí của bộ tiêu chuẩn: {counts}.", "Nếu phải tính, hãy ghim bảng bằng [[pin]] trong ctcl.toml; nếu không phải của báo cáo này, hãy đề nghị trường bỏ bảng ra khỏi tệp." => "Nếu bảng không phải của báo cáo này, hãy bỏ ra khỏi tệp; nếu phải, hãy ghi tiêu chí ở từng dòng.";
    FORM_NOT_COUNTED = "T08" Info "Bảng đọc nhưng không tính", "Bảng {form} ({count} dòng) được nhận ra, không có số liệu nào trong thống kê.", "Không cần làm gì." => nobody;

    COLUMN_BY_CONTENT = "T14" Warning "Cột nhận theo nội dung", "Tiêu đề \"{raw}\" không cho biết cột {column} ghi gì; theo nội dung và vị trí, cột được hiểu là {field}.", "Hãy kiểm tra vài dòng; nếu sai, ghim cột bằng [[pin]] trong ctcl.toml." => "Hãy ghi tiêu đề của cột này như mẫu.";
    NUMBERS_LIKE_CODES = "T31" Warning "Số thứ tự giống mã tiêu chí", "Cột \"{raw}\" ghi 1.1, 1.2…: có thể là mã tiêu chí, cũng có thể là số thứ tự đánh liền nhau; hiểu là số thứ tự, nên việc nào không ghi tiêu chí trong lời thì không thuộc tiêu chí nào.", "Nếu là mã tiêu chí, hãy ghim cột {column} là criterion bằng [[pin]] trong ctcl.toml, hoặc đề nghị trường ghi mã dưới tiêu đề \"Tiêu chí\"." => "Nếu là mã tiêu chí, hãy ghi mã dưới tiêu đề \"Tiêu chí\".";
    COLUMN_MAYBE = "T15" Warning "Cột chưa rõ ghi gì", "Cột \"{raw}\" có thể là: {candidates}; chưa đủ chắc nên không lấy.", "Hãy ghim bảng: [[pin]] với form = \"{form}\" và cột {column} trong columns." => "Hãy ghi tiêu đề của cột này như mẫu.";
    CARDS_NOT_READ = "T32" Error "Phiếu từng việc không đọc được", "Trang ghi mỗi việc thành một phiếu (nhãn ở cột trái, nội dung bên cạnh), nhưng các phiếu không cùng một dạng (một nhãn ghi hai lần trong một phiếu, hoặc có dòng khác xen giữa) nên không việc nào của trang được đọc.", "Hãy đề nghị trường ghi lại thành bảng, mỗi việc một dòng.";
    TABLE_WITHOUT_ROWS = "T10" Warning "Bảng không có dòng nào", "Bảng {form} có tiêu đề ở dòng {rows} nhưng bên dưới không có dòng nào.", "Hãy hỏi lại trường: biểu này có thể chưa điền." => "Hãy điền biểu này; nếu không có nội dung, hãy xóa tiêu đề thừa.";
    TABLES_SIDE_BY_SIDE = "T11" Error "Hai bảng đứng cạnh nhau", "Tiêu đề {columns} đứng hai lần trên cùng một hàng, như hai bảng cạnh nhau; chỉ bảng bên trái được đọc.", "Hãy chuyển bảng bên phải xuống dưới hoặc sang trang khác rồi chạy lại." => "Hãy chuyển bảng bên phải xuống dưới hoặc sang trang khác.";
    FORM_UNFILLED = "T12" Warning "Biểu chưa điền", "Biểu {form} có {count} dòng in sẵn (dòng {rows}) nhưng chưa điền gì; không tính là đã báo cáo.", "Hãy đề nghị trường điền rồi gửi lại.";
    PROGRESS_PRINTED = "T55" Warning "Tình trạng còn như in sẵn", "Biểu {form} còn nguyên như khi phát mẫu: kế hoạch vẫn tính, tình trạng in sẵn của {count} việc là của lần báo cáo trước nên không tính.", "Hãy đề nghị trường cập nhật tình trạng các việc rồi gửi lại.";
    PART_UNFILLED = "T13" Info "Phần để trống", "Biểu {form} (dòng {rows}) để trống, nên không tính.", "Không cần làm gì nếu trường không có nội dung cho phần này." => nobody;
    PLAN_WITHOUT_TIMES = "T23" Warning "Kế hoạch không có cột thời gian", "Bảng kế hoạch ở dòng {row} không có cột thời gian nên không việc nào của bảng có hạn để xét quá hạn.", "Hãy đề nghị trường ghi lại cột thời gian (mẫu gửi về có thể đã bị xóa cột), hoặc ghim cột bằng [[pin]] trong ctcl.toml." => "Hãy ghi lại cột thời gian.";
    COVERED_CELLS = "T43" Info "Chữ nằm dưới ô gộp", "Dưới ô gộp \"{seen}\" còn giữ \"{raw}\" mà Excel không hiện; không đọc.", "Nếu chữ ấy mới là đúng, hãy đề nghị trường bỏ gộp ô rồi gửi lại.";
    COVERED_CELLS_READ = "T44" Warning "Chữ nằm dưới ô gộp nhiều dòng", "Dưới ô gộp \"{seen}\" còn giữ \"{raw}\" mà Excel không hiện; vẫn đọc.", "Nếu chữ ấy không còn đúng, hãy đề nghị trường bỏ gộp ô, xóa chữ rồi gửi lại.";
    SIGNS_EXPLAINED = "T33" Info "Ký hiệu đọc theo chú thích", "{count} ô chỉ ghi ký hiệu ở cột {columns} được đọc theo chú thích \"{raw}\".", "Không cần làm gì; nếu chú thích không phải của các cột ấy, hãy đề nghị trường ghi bằng chữ." => "Nếu chú thích không phải của các cột ấy, hãy ghi bằng chữ.";
    REMARK_ON_WORK = "T45" Warning "Ghi chú ngoài dòng nói về việc trong bảng", "Dòng \"{raw}\" nói về việc trong bảng nhưng không thuộc dòng nào nên không tính.", "Hãy đề nghị trường ghi tình trạng, thời hạn ấy vào đúng dòng của việc.";
    STATE_BY_COLOUR = "T46" Warning "Tô màu mà không ghi chữ", "{count} dòng để trống kết quả nhưng được tô màu: {colours}; màu không được đọc, các dòng ấy coi như chưa báo cáo.", "Nếu màu có nghĩa (đã xong, đang làm, chưa làm), hãy đề nghị trường ghi bằng chữ vào cột kết quả.";
    TIME_BY_COLOUR = "T70" Warning "Thời gian theo ô tô màu", "Các cột từ \"{first}\" đến \"{last}\" không ghi gì mà có ô tô màu; ô tô màu được hiểu là lúc thực hiện ({count} việc).", "Hãy kiểm tra vài dòng; nếu màu có nghĩa khác, hãy đề nghị trường ghi thời gian bằng chữ." => "Hãy ghi thời gian bằng chữ.";
    STATE_OF_LAST_MONTH = "T71" Info "Tình trạng theo tháng gần nhất", "Tình trạng của {count} việc ghi theo từng tháng (cột \"{first}\" đến \"{last}\"); lấy tháng gần nhất có ghi, không quá tháng của hạn báo cáo.", "Nếu sai, hãy đề nghị trường ghi tình trạng đến nay vào một cột.";
    SHORT_OF_DONE = "T47" Warning "Đã xong mà cột bên cạnh nói còn thiếu", "{count} việc được tính là đã hoàn thành mà cột \"{column}\" ghi điều chưa làm được ({cells}); ví dụ \"{raw}\".", "Hãy xem lại; việc nào chưa xong hết, đề nghị trường ghi rõ ở cột kết quả.";
    REASON_WITHOUT_RESULT = "T48" Warning "Không ghi kết quả mà có ghi tồn tại", "{count} việc để trống kết quả mà cột \"{column}\" có ghi ({cells}); ví dụ \"{raw}\". Các việc ấy coi như chưa báo cáo.", "Hãy đề nghị trường ghi kết quả (đã xong, đang làm, chưa làm) của các việc ấy.";
    RESULTS_WITHOUT_WORK = "T49" Warning "Bảng kết quả không ghi tên việc", "Bảng \"{raw}\" (dòng {rows}) không ghi tên việc hay tiêu chí, và số thứ tự không phải của việc nào trong kế hoạch, nên không được tính.", "Hãy đề nghị trường ghi kết quả vào một cột của bảng kế hoạch, hoặc ghi lại tên việc ở bảng kết quả.";
    RESULTS_BY_NUMBER = "T50" Info "Kết quả nối theo số thứ tự", "{count} việc lấy kết quả từ bảng \"{raw}\" bên dưới theo số thứ tự của kế hoạch.", "Nếu số thứ tự không khớp, hãy đề nghị trường ghi cả tên việc.";
    RESULTS_FOLLOWED = "T64" Info "Kết quả lấy từ bảng theo dõi", "{count} việc lấy kết quả từ bảng theo dõi vì \"Nội dung theo dõi\" ghi đúng lời của việc; {left} dòng khác của bảng và cột \"Điều chỉnh\" không tính.", "Hãy đề nghị trường ghi tình trạng ở cột của bảng kế hoạch, và thời hạn mới (nếu có) ở cột thời gian.";
    ROWS_STRUCK = "T26" Warning "Dòng bị gạch ngang", "Dòng {rows} bị gạch ngang trong Excel nhưng vẫn được đọc và tính, trừ tiêu chí được ghi lại ở một dòng không gạch.", "Nếu việc đã bỏ, hãy đề nghị trường xóa dòng rồi gửi lại; nếu vẫn làm, hãy bỏ gạch ngang.";
    CELL_NOTES = "T27" Info "Ghi chú gắn vào ô", "{count} ô có ghi chú (comment) gắn kèm, không phải nội dung của ô nên không tính: {notes}.", "Nếu ghi chú có điều cần tính (lùi hạn, thêm kinh phí, đã xong…), hãy đề nghị trường ghi vào ô của bảng.";
    TIME_ADJUSTED = "T28" Info "Cột thời gian đã điều chỉnh", "Cột \"{raw}\" ghi thời gian thay cho cột \"{taken}\": {count} dòng tính hạn theo cột này, dòng để trống thì theo cột kia.", "Không cần làm gì; nếu hạn ban đầu mới là hạn phải xét, hãy ghim cột ấy là time bằng [[pin]] trong ctcl.toml." => nobody;
    TOTALS_ONLY = "T20" Info "Tự đánh giá chỉ có số tổng", "Trang không có bảng tự đánh giá, chỉ có số tổng bằng chữ; lấy các số này: {totals}.", "Nếu cần số liệu từng tiêu chí, hãy đề nghị trường gửi bảng tự đánh giá.";
    COST_IN_SEVERAL_COLUMNS = "T21" Error "Kinh phí nằm ở nhiều cột", "Cột \"{raw}\" cũng là kinh phí nhưng không được cộng: chỉ lấy cột \"{taken}\", nên tổng kinh phí của bảng có thể thiếu.", "Hãy ghim cột ghi tổng số tiền là cost bằng [[pin]] trong ctcl.toml, hoặc đề nghị trường ghi tổng vào một cột." => "Hãy ghi tổng số tiền vào một cột.";
    COST_APART = "T22" Info "Cột tiền không cộng", "Cột \"{raw}\" ghi {what} nên không cộng vào kinh phí (cột \"{taken}\").", "Nếu đây là một phần của kinh phí, hãy đề nghị trường ghi thêm cột tổng.";
    SHEET_WITHOUT_TABLE = "T09" Info "Trang không có bảng", "Trang có {count} dòng chữ nhưng không thấy bảng nào của báo cáo; không đọc.", "Nếu trang này có bảng, hãy ghim bảng bằng [[pin]] trong ctcl.toml." => nobody;

    // R: a row.
    ROW_STITCHED = "R01" Info "Ghép dòng bị ngắt", "Dòng {rows} được ghép thành một vì là phần nối tiếp.", "Nếu là hai việc khác nhau, hãy đề nghị trường ghi đủ thời gian cho từng việc.";
    ROW_SHIFTED = "R02" Warning "Dòng lệch cột", "Cả dòng lệch sang trái một cột (thiếu số thứ tự); đã đọc lại đúng cột.", "Nên sửa lại trong tệp của trường." => "Nên sửa lại cho đúng cột.";
    ROW_WITHOUT_CRITERION = "R03" Error "Không rõ tiêu chí của dòng", "Dòng có nội dung nhưng không rõ thuộc tiêu chí nào{why}.", "Hãy ghi mã tiêu chí (ví dụ 1.10) vào cột tiêu chí.";
    ROW_NOT_UNDERSTOOD = "R04" Error "Dòng không hiểu được", "Dòng \"{raw}\" nằm trong bảng nhưng không hiểu được, không tính.", "Hãy xem lại dòng này trong tệp của trường." => "Hãy ghi lại dòng này cho rõ, hoặc xóa đi.";
    SEVERAL_CRITERIA = "R05" Info "Nhiều tiêu chí trong một dòng", "Dòng ghi cho {count} tiêu chí ({criteria}); việc chỉ được tính một lần, cho tiêu chí {first}.", "Nếu là nhiều việc, hãy tách mỗi tiêu chí một dòng.";
    TASK_WITHOUT_CRITERION = "R06" Info "Việc không ghi tiêu chí", "Việc không ghi thuộc tiêu chí nào; vẫn tính vào tổng số việc, không tính vào tiêu chí nào.", "Nếu cần, hãy ghi mã tiêu chí vào nội dung.";

    ROW_EMPTY = "R07" Info "Dòng mẫu chưa điền", "Dòng chỉ có tên tiêu chí, chưa ghi nội dung; không tính là việc.", "Không cần làm gì nếu tiêu chí này không có việc." => nobody;
    CRITERION_FROM_PROBLEM = "R08" Info "Tiêu chí lấy từ phần hạn chế", "Lấy tiêu chí {criterion} từ bảng hạn chế (mục {number}).", "Nếu sai, hãy ghi mã tiêu chí vào Nội dung cải tiến.";

    TIME_FROM_TITLE = "R09" Info "Thời gian lấy từ dòng tên mục", "{count} việc lấy thời gian từ dòng tên mục ở trên: {times}.", "Nếu sai, hãy đề nghị trường ghi thời gian của từng việc.";
    TIME_TITLE_ENDS = "R10" Warning "Không rõ thời gian của các dòng dưới mục", "Mục \"{raw}\" đứng sau mục thời gian \"{time}\"; không rõ các dòng bên dưới có thuộc thời gian ấy không, nên dòng nào không ghi thời gian thì coi như chưa có hạn.", "Hãy hỏi lại trường thời gian của các việc dưới mục này." => "Hãy ghi thời gian của các việc dưới mục này vào cột thời gian.";
    TIME_MOVED = "R11" Warning "Ghi chú nói lùi thời gian", "\"{raw}\" nói việc chuyển đến {later}, còn cột thời gian ghi hạn {due}; xét quá hạn theo cột thời gian.", "Hãy hỏi lại trường; nếu hạn đã đổi, hãy ghi thời gian mới vào cột thời gian." => "Nếu hạn đã đổi, hãy ghi thời gian mới vào cột thời gian.";
    RESULT_IN_WORK = "R12" Info "Kết quả ghi trong ô công việc", "Ô công việc ghi cả kết quả \"{raw}\"; tình trạng được đọc là {status}.", "Nếu sai, hãy đề nghị trường ghi kết quả ở một cột riêng.";
    RESULT_IN_TIME = "R13" Info "Kết quả ghi trong ô thời gian", "Ô thời gian ghi cả kết quả \"{raw}\"; tình trạng được đọc là {status}.", "Nếu sai, hãy đề nghị trường ghi kết quả ở một cột riêng.";
    OTHER_CRITERIA = "R14" Info "Các tiêu chí còn lại", "Dòng \"{raw}\" được hiểu là {count} tiêu chí không ghi ở dòng nào khác: {criteria}.", "Nếu sai, hãy đề nghị trường ghi từng tiêu chí một dòng.";

    // C: a cell.
    FORMULA_UNCOMPUTED = "C01" Error "Ô công thức chưa có giá trị", "Ô công thức {raw} chưa có giá trị.", "Mở và lưu lại bằng Excel.";
    ERROR_VALUE = "C02" Error "Ô báo lỗi", "Ô báo lỗi {raw} nên không có giá trị.", "Hãy sửa công thức hoặc gõ lại nội dung.";
    FORMULA_RECOVERED = "C03" Info "Chữ bị Excel hiểu là công thức", "Ô hiện #NAME? vì chữ bắt đầu bằng dấu; đã lấy lại \"{text}\".", "Nên gõ dấu nháy đơn ' trước dấu - hoặc =.";
    CODE_AMBIGUOUS = "C04" Error "Không rõ 1.1 hay 1.10", "Mã {raw} lưu dạng số nên không rõ là {first} hay {second}.", "Hãy định dạng cột mã là Text và gõ lại, ví dụ 1.10.";
    CODE_RESTORED = "C05" Info "Mã tiêu chí bị Excel đổi", "Mã lưu là {raw} được hiểu là {criterion} ({how}).", "Nên định dạng cột mã là Text.";
    TEXT_CONVERTED = "C06" Info "Chữ mã cũ", "Chữ ở bảng mã cũ (TCVN3, VNI hoặc CP1258) ở {count} ô, bắt đầu từ ô này; đã chuyển sang Unicode, bản gốc vẫn giữ.", "Nên chuyển tệp sang phông Unicode như Times New Roman.";
    TIME_UNREAD = "C07" Warning "Không hiểu thời gian", "Không hiểu thời gian \"{raw}\"; việc này không có hạn nên không xét quá hạn.", "Hãy ghi như \"tháng 10/2023\" hoặc \"15/10/2023\".";
    TIME_REPAIRED = "C08" Warning "Thời gian gõ sai", "Thời gian \"{raw}\" có chỗ gõ sai; hiểu là {start} – {due}.", "Nếu sai, hãy đề nghị trường sửa.";
    COST_UNREAD = "C09" Info "Kinh phí không phải con số", "Kinh phí \"{raw}\" không nêu một số tiền rõ ràng; không cộng vào tổng.", "Nếu có số, hãy ghi như \"15.000.000 đồng\".";
    COST_NUMBER_UNREAD = "C32" Warning "Không rõ kinh phí là bao nhiêu", "Kinh phí \"{raw}\" có số nhưng không rõ cả thảy là bao nhiêu tiền; không cộng vào tổng.", "Hãy hỏi lại trường; ghi một số tiền, ví dụ \"15.000.000 đồng\"." => "Hãy ghi một số tiền, ví dụ \"15.000.000 đồng\".";
    COST_BY_PIECE = "C33" Info "Kinh phí chỉ có đơn giá", "Kinh phí \"{raw}\" là giá của một phần (một người, một tháng, một cái); không cộng vào tổng.", "Nếu biết cả thảy là bao nhiêu, hãy ghi số tiền ấy.";
    COST_ABOUT_ITS_PARTS = "C34" Warning "Kinh phí gần bằng tổng các phần", "Kinh phí \"{raw}\" gần bằng mà không đúng bằng tổng kinh phí các dòng con bên dưới; đang cộng cả dòng này và các dòng con.", "Hãy hỏi lại trường: nếu dòng này là tổng của các dòng con thì sửa cho khớp, khi ấy chỉ tính một lần." => "Nếu dòng này là tổng của các dòng con, hãy sửa cho khớp.";
    MARK_UNREAD = "C10" Warning "Không hiểu dấu đánh giá", "Dấu \"{raw}\" ở cột {field} không rõ là đạt hay không; không tính.", "Hãy dùng dấu x.";
    MARK_CONTRADICTION = "C11" Error "Đánh dấu mâu thuẫn", "Tiêu chí {criterion} vừa đánh dấu Không đạt vừa đánh dấu đạt; không tính.", "Hãy đề nghị trường chọn một.";
    MARK_MISSING = "C12" Warning "Tiêu chí chưa đánh giá", "Tiêu chí {criterion} có trong bảng nhưng không đánh dấu cột nào.", "Hãy hỏi lại trường." => "Hãy đánh dấu tiêu chí này đạt hay không đạt ở từng mức.";
    LEVEL_NOT_THERE = "C13" Info "Tiêu chí không có mức này", "Tiêu chí {criterion} không có Mức {level} mà vẫn đánh dấu; bỏ qua dấu này.", "Không cần làm gì." => "Nên bỏ dấu ở mức này.";
    STATUS_UNREAD = "C14" Warning "Không hiểu tình trạng", "Tình trạng \"{raw}\" không rõ là xong hay chưa; tính là đang thực hiện.", "Hãy ghi Hoàn thành, Đang thực hiện hoặc Chưa triển khai.";
    TEXT_TOO_LONG = "C16" Info "Chữ dài hơn một ô Excel", "Ô có {letters} ký tự, {lines} dòng, dài hơn một ô Excel chứa được; trong sổ tổng hợp bị cắt và có ghi chú, tệp Parquet giữ đủ.", "Nên chia nội dung thành nhiều dòng của bảng.";
    NUMBER_AS_COST = "C15" Warning "Số tiền nhỏ không ghi đơn vị", "Kinh phí \"{raw}\" không ghi đơn vị và bảng không ghi \"ĐVT\"; tính là đồng, nhưng số ấy quá nhỏ cho một khoản chi.", "Nếu là nghìn hay triệu đồng, hãy đề nghị trường ghi \"ĐVT\" phía trên bảng rồi gửi lại.";
    COST_BEYOND_UNIT = "C31" Warning "Số tiền không hợp với đơn vị", "Kinh phí \"{raw}\" {why}; {taken}.", "Hãy hỏi lại trường; ghi số tiền theo đúng đơn vị của cột, hoặc ghi cả đơn vị trong ô, ví dụ \"15 triệu đồng\"." => "Hãy ghi số tiền theo đúng đơn vị của cột, hoặc ghi cả đơn vị trong ô, ví dụ \"15 triệu đồng\".";
    REPORTED_TIME_UNREAD = "C18" Info "Không hiểu thời gian trong kết quả", "Không hiểu thời gian \"{raw}\" của biểu kết quả; hạn của kế hoạch (nếu có) không đổi.", "Hãy ghi như \"tháng 10/2023\" hoặc \"15/10/2023\".";
    COST_SUM_DIFFERS = "C19" Warning "Tổng kinh phí không khớp", "Cột tổng ghi {total} đồng, các phần cộng lại là {sum} đồng; tính theo cột tổng, không chia theo nguồn.", "Hãy đề nghị trường xem lại số tiền của dòng này.";
    COST_SHARED = "C17" Info "Kinh phí ghi chung", "Kinh phí \"{raw}\" {what}.", "Nếu mỗi việc có số tiền riêng, hãy đề nghị trường ghi từng dòng.";
    LEVEL_WITHOUT_ROW = "C20" Warning "Mức không có dòng", "Tiêu chí {criterion} không có dòng nào cho {levels}; coi như chưa đánh giá mức ấy.", "Hãy hỏi lại trường." => "Hãy bổ sung dòng cho mức ấy.";
    LEVEL_UNSAID = "C21" Error "Dấu đánh giá không rõ của mức nào", "Dòng này của tiêu chí {criterion} đánh dấu đạt hay không đạt mà không ghi của mức nào; không tính.", "Hãy ghi Mức 1, Mức 2 hoặc Mức 3 cho dấu này.";
    SLIP_DISAGREES = "C22" Warning "Phiếu đánh giá tiêu chí không khớp", "Phiếu của tiêu chí {criterion}: {what}.", "Hãy đề nghị trường xem lại phiếu.";
    LEVELS_WITH_GAP = "C23" Error "Mức ghi không liền nhau", "Ghi các mức đã đạt là \"{raw}\" nhưng không có Mức {missing}; không tính.", "Hãy hỏi lại trường: đạt mức trên thì phải đạt mọi mức dưới." => "Hãy xem lại: đạt mức trên thì phải đạt mọi mức dưới.";
    LEVELS_FROM_NUMBER = "C24" Info "Các mức lưu thành số", "Ô lưu số {raw}, được hiểu là các mức {levels}.", "Nên định dạng cột này là Text rồi gõ lại.";
    INDICATORS_CONTRADICT = "C25" Error "Dấu và số chỉ báo không khớp", "\"{raw}\" ở cột {field} mâu thuẫn: mức đạt khi mọi chỉ báo đạt; không tính.", "Hãy đề nghị trường xem lại số chỉ báo hoặc dấu.";
    LEVEL_AIMED_AT = "C26" Info "Đạt hay không đạt mức đã đăng ký", "Cột \"{raw}\" ghi mức đăng ký, cột kết quả ghi đạt hay không đạt mức ấy: Đạt được tính là đạt đúng mức ấy, các mức cao hơn là chưa đạt.", "Nếu tiêu chí đạt mức cao hơn mức đăng ký, hãy đề nghị trường ghi mức thật đạt.";
    BELOW_AIM_UNSAID = "C27" Warning "Không đạt mức đã đăng ký", "Tiêu chí {criterion} không đạt Mức {level} đã đăng ký mà không ghi đạt đến mức nào; {levels} coi như chưa đánh giá.", "Hãy hỏi lại trường tiêu chí đạt đến mức nào." => "Hãy ghi tiêu chí đạt đến mức nào.";
    TEXT_STRUCK = "C28" Warning "Chữ bị gạch ngang", "Trong ô có chữ bị gạch ngang \"{raw}\"; coi như trường đã bỏ, chỉ đọc phần còn lại.", "Nếu không bỏ, hãy đề nghị trường bỏ gạch ngang; nếu bỏ, hãy đề nghị xóa hẳn." => "Nếu không bỏ, hãy bỏ gạch ngang; nếu bỏ, hãy xóa hẳn.";
    CELL_STRUCK = "C29" Warning "Ô bị gạch ngang", "{count} ô bị gạch ngang cả ô, bắt đầu từ ô này; vẫn đọc và tính, vì gạch ngang có thể là bỏ, cũng có thể là đã làm xong.", "Hãy hỏi lại trường: nếu bỏ thì đề nghị xóa hẳn các ô này." => "Nếu bỏ thì hãy xóa hẳn các ô này, nếu không thì bỏ gạch ngang.";
    CONCLUSION_DIFFERS = "C30" Warning "Kết luận khác dấu đánh giá", "Tiêu chí {criterion} ghi kết luận \"{raw}\" nhưng các cột mức đánh dấu {marked}; tính theo dấu.", "Hãy đề nghị trường sửa cho khớp.";

    // X: what only several rows together show. To be looked at, never guilt.
    RESULT_LINKED_LOOSELY = "X01" Info "Kết quả ghép theo tiêu chí", "Dòng kết quả viết khác kế hoạch; ghép với việc \"{task}\" vì {why}.", "Nếu không phải cùng một việc, hãy đề nghị trường ghi đúng nội dung kế hoạch.";
    RESULT_WITHOUT_PLAN = "X02" Warning "Kết quả không có trong kế hoạch", "Dòng kết quả \"{raw}\" không khớp việc nào trong kế hoạch; tính là một việc riêng, không có hạn.", "Hãy xem trường có ghi sai tiêu chí hay bổ sung việc ngoài kế hoạch." => "Hãy xem có ghi sai tiêu chí; nếu là việc ngoài kế hoạch, hãy bổ sung vào kế hoạch.";
    PLAN_WITHOUT_RESULT = "X03" Warning "Việc chưa được báo cáo", "Trường có gửi biểu kết quả nhưng không nói gì về việc \"{raw}\".", "Hãy hỏi lại trường." => "Hãy ghi kết quả của việc này vào biểu kết quả.";
    LEVEL_GAP = "X04" Warning "Mức tự nhận khác mức theo quy tắc", "Trường tự nhận Mức {declared}, theo các tiêu chí là Mức {computed}. {missing}", "Hãy đối chiếu bảng tự đánh giá với kết luận của trường." => "Hãy đối chiếu bảng tự đánh giá với kết luận.";
    LEVEL_SKIPPED = "X05" Warning "Đạt mức trên mà thiếu mức dưới", "Tiêu chí {criterion} đánh dấu Mức {level} nhưng không đánh dấu Mức {below}, trong khi bảng đánh dấu từng mức; tính là đạt Mức {level}.", "Hãy đề nghị trường đánh đủ dấu.";
    ASSESSED_TWICE = "X06" Error "Tiêu chí đánh giá hai lần khác nhau", "Tiêu chí {criterion} Mức {level} được đánh giá hai lần khác nhau; tính là không đạt.", "Hãy đề nghị trường thống nhất một bảng.";
    CRITERIA_NOT_LISTED = "X07" Warning "Thiếu tiêu chí trong bảng tự đánh giá", "Bảng tự đánh giá thiếu {count} tiêu chí: {standards}.", "Hãy đề nghị trường bổ sung.";
    TOTAL_DIFFERS = "X08" Warning "Số tổng khác bảng", "Trường ghi {raw}, đếm trong bảng là {counted}.", "Hãy đề nghị trường xem lại; số liệu tính theo bảng.";
    DUE_OUTSIDE_PLAN = "X09" Warning "Hạn ngoài thời gian kế hoạch", "Hạn {due} nằm ngoài thời gian của kế hoạch năm học {year}.", "Hãy xem lại năm.";
    RESULT_REPEATS_PLAN = "X10" Warning "Kết quả chép lại kế hoạch", "Kết quả \"{raw}\" giống nguyên văn kế hoạch nên chưa cho biết đã làm gì.", "Hãy đề nghị trường ghi kết quả cụ thể.";
    PLAN_FOR_MET = "X11" Info "Kế hoạch cho tiêu chí đã đạt", "{count} tiêu chí đã tự đánh giá đạt đủ các mức mà vẫn có việc cải tiến: {criteria}.", "Chỉ để xem lại." => nobody;
    WEAK_WITHOUT_PLAN = "X12" Warning "Tiêu chí chưa đạt mà không có kế hoạch", "{count} tiêu chí chưa đạt Mức {level} mà không có việc nào trong kế hoạch: {criteria}.", "Hãy đề nghị trường bổ sung kế hoạch.";
    RESULT_REPEATED_ELSEWHERE = "X13" Info "Kết quả giống trường khác", "{count} kết quả giống nguyên văn của trường khác ({cells}); ví dụ \"{raw}\" giống {other}.", "Chỉ để xem lại." => nobody;
    FORMS_MISSING = "X14" Warning "Thiếu biểu", "Trường có báo cáo nhưng không thấy biểu: {forms}.", "Hãy đề nghị trường gửi bổ sung.";
    RESULT_FOR_SEVERAL = "X16" Info "Một dòng kết quả cho nhiều việc", "Dòng kết quả ghi chung cho {count} việc của kế hoạch; cả {count} việc được tính theo tình trạng chung này.", "Nếu các việc không tiến triển như nhau, hãy đề nghị trường báo cáo từng việc một dòng.";
    RESULTS_OF_ONE = "X17" Info "Nhiều dòng kết quả cho một việc", "{count} dòng kết quả nói về các phần của cùng một dòng kế hoạch; vẫn tính là một việc, tình trạng chung là {status}.", "Nếu là nhiều việc, hãy đề nghị trường tách dòng trong kế hoạch.";
    DUE_BEFORE_START = "X18" Warning "Hạn trước ngày bắt đầu", "Thời gian \"{raw}\" có hạn {due} trước ngày bắt đầu {start}; việc này coi như chưa rõ hạn, không xét quá hạn.", "Hãy đề nghị trường sửa thời gian.";
    DOCUMENT_DATES = "X19" Warning "Ngày ghi trên văn bản không khớp", "Ngày ghi trên văn bản không khớp: {what}.", "Hãy xem trường có gửi nhầm bản, hoặc ghi sai ngày." => "Hãy xem có gửi nhầm bản, hoặc ghi sai ngày.";
    CRITERION_TWICE = "X20" Warning "Tiêu chí ghi hai dòng", "Tiêu chuẩn {standard} có {rows} dòng tiêu chí trong khi bộ tiêu chuẩn có {of}: tiêu chí {criteria} ghi nhiều dòng; mỗi tiêu chí chỉ tính một lần.", "Hãy xem có dòng nào ghi sai mã tiêu chí.";
    REPORTED_TIME_DIFFERS = "X21" Warning "Thời gian trong kết quả khác kế hoạch", "Biểu kết quả ghi thời gian \"{raw}\" (hạn {reported}), kế hoạch ghi hạn {planned}, việc chưa xong; hạn vẫn tính theo kế hoạch.", "Hãy hỏi lại trường: nếu kế hoạch được lùi hạn, đề nghị gửi kế hoạch đã điều chỉnh." => "Nếu kế hoạch được lùi hạn, hãy gửi kế hoạch đã điều chỉnh.";
    DUE_FROM_RESULT = "X22" Info "Hạn lấy từ biểu kết quả", "Kế hoạch không ghi thời gian của việc này; lấy hạn {due} theo \"{raw}\" của biểu kết quả.", "Nếu sai, hãy đề nghị trường ghi thời gian vào kế hoạch.";
    DONE_IN_FUTURE = "X23" Warning "Báo đã xong trước thời gian ghi", "Việc báo đã xong nhưng biểu kết quả ghi thời gian \"{raw}\", bắt đầu từ {start}, sau hạn nộp báo cáo {deadline}.", "Hãy hỏi lại trường việc đã xong thật chưa, hay ghi sai năm." => "Hãy xem lại việc đã xong thật chưa, hay ghi sai năm.";
    DONE_IN_DOUBT = "X24" Warning "Việc đã xong mà lời văn còn ngờ", "{count} việc được tính là đã hoàn thành mà lời văn cho thấy có thể chưa xong hết, chưa đạt hoặc còn ở phía trước ({cells}); ví dụ \"{raw}\".", "Hãy xem lại; việc nào chưa xong, đề nghị trường ghi ở cột đang hoặc chưa thực hiện.";
    DONE_UNCLEAR = "X32" Warning "Việc đã xong mà lời văn không rõ", "{count} việc được tính là đã hoàn thành mà lời văn không nói rõ đã làm gì, hoặc nói việc khác với kế hoạch ({cells}); ví dụ \"{raw}\" (kế hoạch: \"{planned}\").", "Hãy xem lại; việc nào chưa xong, đề nghị trường ghi ở cột đang hoặc chưa thực hiện.";
    DONE_LESS = "X33" Warning "Kết quả ít hơn kế hoạch", "Việc được tính là đã hoàn thành, nhưng kế hoạch ghi {planned} mà kết quả ghi {done}.", "Hãy hỏi lại trường; nếu mới xong một phần, đề nghị trường ghi ở cột đang thực hiện." => "Nếu mới xong một phần, hãy ghi ở cột đang thực hiện.";
    READ_AGAINST_COLUMN = "X34" Info "Lời văn nói khác cột", "Ghi ở cột {field} nhưng lời văn cho biết khác, nên tính là {status}: \"{raw}\".", "Nếu hiểu sai, hãy đề nghị trường ghi phần đã xong và phần còn lại ở hai cột, hoặc hai dòng.";
    RESULTS_DIFFER = "X31" Error "Kết quả một việc ghi khác nhau", "Việc này ở đây ghi {here}, ở {first} ghi {there}; tính một lần, theo {first}.", "Hãy hỏi trường trang nào đúng rồi xóa trang kia, hoặc ghi kỳ báo cáo ở đầu từng trang." => "Hãy giữ trang đúng, xóa trang kia, hoặc ghi kỳ báo cáo ở đầu từng trang.";
    RESULT_AS_LAST_TIME = "X30" Info "Kết quả như kỳ trước", "Việc chưa xong mà nội dung báo cáo giống nguyên văn kỳ trước.", "Chỉ để xem lại." => nobody;
    MARK_STYLE = "X15" Info "Cách đánh dấu", "Bảng tự đánh giá {style}.", "Không cần làm gì." => nobody;
}
