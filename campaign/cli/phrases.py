"""What the command line says."""

PROGRAM = (
    "Lập kế hoạch tổ chức lễ phát động: một bộ dữ liệu, ra mọi văn bản (.docx) và lịch (.ics).\n\n"
    "Cấu hình bằng biến môi trường CAMPAIGN_…: xem docs/deploy.md."
)
COMMANDS = {
    "demo": "Nạp dữ liệu mẫu rồi mở trang web.",
    "serve": "Mở trang web trên dữ liệu đã có.",
    "worker": "Gửi thư đang chờ, bên cạnh trang web.",
    "init": "Tạo cơ sở dữ liệu trống.",
    "user": "Người dùng: thêm tài khoản.",
    "list": "Liệt kê các chiến dịch.",
    "export": "Ghi mọi văn bản và lịch của một chiến dịch vào một thư mục.",
    "read": "Đọc một kế hoạch, công văn có sẵn (.docx, .txt, .pdf): ra dữ liệu và chỗ cần xem lại.",
    "check": "Kiểm tra thể thức một tệp .docx theo Nghị định 30/2020/NĐ-CP.",
    "mend": "Chỉnh thể thức một tệp .docx: ghi bản đã chỉnh và kể từng chỗ.",
    "backup": "Sao lưu dữ liệu ra một tệp, kể cả khi phần mềm đang chạy.",
    "restore": "Khôi phục dữ liệu từ một tệp sao lưu.",
}
USER_ADD = "Thêm một tài khoản; mật khẩu được hỏi trên màn hình hoặc đọc từ một dòng đưa vào."
OPTION_HELP = "Hiện phần giải thích này."
OPTION_ONCE = "Gửi hết thư đến lúc gửi rồi dừng."
OPTION_JSON = "In ra dạng JSON cho chương trình khác dùng."
OPTION_NO_SERVE = "Chỉ nạp dữ liệu, không mở trang web."
OPTION_PDF = "Ghi thêm bản PDF của mỗi văn bản (cần LibreOffice)."
OPTION_NAME = "Họ và tên."
OPTION_ROLE = "Vai trò: admin (quản trị), drafter (soạn thảo), leader (lãnh đạo), clerk (văn thư), member (đơn vị), reception (lễ tân)."
OPTION_AGENCY = "Mã cơ quan; không có: quản trị mọi cơ quan."
OPTION_UNIT = "Tên đơn vị, với vai trò Đơn vị."
OPTION_POSITION = "Chức vụ."

META_FILE = "TỆP"
META_FOLDER = "THƯ_MỤC"
META_CODE = "MÃ"
META_EMAIL = "THƯ_ĐIỆN_TỬ"
META_TEXT = "CHỮ"
META_ROLE = "VAI_TRÒ"

USAGE = "Cách dùng:"
PLACES = {"[OPTIONS]": "[TÙY_CHỌN]", "COMMAND": "LỆNH", "[ARGS]": "[THAM_SỐ]"}
SECTIONS = {"Options": "Tùy chọn", "Commands": "Lệnh"}
ERROR = "Lỗi: {sentence}"
USAGE_ERROR = "Lỗi: {sentence} Xem “{command} --help”."
MISSING = "Thiếu {name}."
BAD_VALUE = "{name} không hợp lệ.{accepted}"
ACCEPTED = " Chọn một trong: {values}."
NO_VALUE = "{name} cần một giá trị."
NO_COMMAND = "Không có lệnh “{name}”."
NO_OPTION = "Không có tùy chọn {name}."
TOO_MANY = "Thừa tham số."
NEAR = " Có phải ý là “{near}”?"

PROGRAM_NAME = "Dòng lệnh"
BAD_TODAY = "CAMPAIGN_TODAY={text} không phải là ngày: viết như 2026-11-23."
OPENED = "Đang chạy tại {address} (dừng bằng Ctrl+C)."
STOPPED = "Đã dừng."
NO_MAIL_SERVER = "Chưa có máy chủ thư (CAMPAIGN_SMTP_HOST): thư nằm chờ ở trang Thư đi."
SENDING = "Đang gửi thư qua {host} (dừng bằng Ctrl+C)."
WORKED = "Đã gửi {sent} thư; gửi lại sau {waiting}, không gửi được {failed}, chưa rõ {unsure}."
LOADED = "Đã nạp dữ liệu mẫu."
KEPT = "Dữ liệu mẫu đã có sẵn, giữ nguyên."
ACCOUNTS = "Tài khoản dùng thử (mật khẩu chung: {password}):"
ACCOUNT = "  {email:<34}{role:<12}{office}"
NOT_EMPTY = "Cơ sở dữ liệu ở {where} đang dùng thật nên không nạp dữ liệu mẫu: đặt CAMPAIGN_HOME sang thư mục khác để xem thử."
OPEN_TO_ALL = "Chú ý: trang mẫu mở cho cả mạng ({host}), ai cũng biết mật khẩu."
NEED_USER = "Chưa có tài khoản: thêm bằng “campaign user add”."
MADE = "Đã có cơ sở dữ liệu ở {where}. Thêm người quản trị: campaign user add THƯ --name “Họ và tên” --role admin"

PASSWORD = "Mật khẩu"  # noqa: S105 - a label
PASSWORD_AGAIN = "Nhập lại mật khẩu"  # noqa: S105 - a label
PASSWORD_DIFFERS = "Hai lần nhập mật khẩu khác nhau."  # noqa: S105 - a sentence
ADDED_USER = "Đã thêm {name} ({email}), vai trò {role}."
NO_AGENCY = "Không có cơ quan mã “{code}”.{near}"
NO_UNIT = "Không có đơn vị “{name}”.{near}"
NO_CAMPAIGN = "Không có chiến dịch mã “{code}”.{near}"
NONE_YET = "Chưa có chiến dịch nào."
LISTED = "{code:<22}{day:<12}{title}"

NO_OFFICE = "Máy này chưa cài LibreOffice nên chưa tạo được PDF: bỏ --pdf, hoặc cài LibreOffice Writer."
NOT_PRINTED = {
    "missing": NO_OFFICE,
    "slow": "LibreOffice chuyển sang PDF quá lâu nên đã dừng: thử lại, hoặc bỏ --pdf.",
    "failed": "LibreOffice không chuyển được văn bản sang PDF: thử lại, hoặc bỏ --pdf.",
}
IS_A_FOLDER = "{file} là thư mục, không phải tệp."
EXPORTED = "Đã ghi {count} tệp vào {folder}."
TAKEN_AWAY = "Đã xóa {count} tệp của lần xuất trước, nay không còn trong hồ sơ."
LEFT_ALONE = "Giữ nguyên {count} tệp không phải do lần xuất trước ghi, hoặc đã sửa tay:"
LEFT_FILE = "  {file}"
SET_ASIDE = "{name} (giữ lại {number})"
BACKED_UP = "Đã sao lưu ra {file}."
RESTORED = "Đã khôi phục từ {file}."
RESTORED_KEPT = "Dữ liệu trước đó vẫn giữ ở {file}."
INTERRUPTED = "Đã dừng theo yêu cầu."
