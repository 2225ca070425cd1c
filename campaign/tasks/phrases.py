"""Sentences about tasks."""

LEAD_ALSO_COORDINATES = (
    "Đơn vị chủ trì không thể đồng thời là đơn vị phối hợp: bỏ {unit} ở một trong hai chỗ."
)
TWO_DUES = "Chỉ ghi một trong hai: ngày đến hạn hoặc thời hạn bằng lời."
SAME_TASK = "Nhiệm vụ này đã giao cho {unit} rồi (nhiệm vụ số {number})."
UNKNOWN_UNIT = "Đơn vị không thuộc cơ quan này."

TEXT = "Nội dung nhiệm vụ"
TEXT_HINT = "Viết như trong kế hoạch, không nhắc lại tên đơn vị: “Tham mưu giấy mời đại biểu”."
LEAD = "Đơn vị chủ trì"
COORDINATING = "Đơn vị phối hợp"
DUE_ON = "Hạn hoàn thành"
DUE_WORDS = "hoặc thời hạn bằng lời"
DUE_WORDS_HINT = "“thường xuyên”, “hằng năm”, “quý IV/2026”"
PERSON = "Người phụ trách"
BASIS = "Căn cứ giao"
BASIS_HINT = "Văn bản và mục mà nhiệm vụ này bắt nguồn, nếu có."
EXPECTED_RESULT = "Kết quả phải có"
NOTE = "Ghi chú"
STATUS = "Tình trạng"

ADDED = "Đã thêm nhiệm vụ."
MOVED = "Đã chuyển chỗ nhiệm vụ."
REPORTED = "Đã ghi nhận: {status}."

REGISTER = "Sổ theo dõi nhiệm vụ"
REGISTER_FILE = "Sổ theo dõi nhiệm vụ {code}.xlsx"
DUE = "Thời hạn"
PROGRESS = "Tiến độ"
LATE = "{status}, quá hạn"
DONE_ON = "Ngày hoàn thành"
