"""Sentences about tasks."""

from campaign.glossary import UpdateKind

LEAD_ALSO_COORDINATES = (
    "Đơn vị chủ trì không thể đồng thời là đơn vị phối hợp: bỏ {unit} ở một trong hai chỗ."
)
TWO_DUES = "Chỉ ghi một cách tính hạn: ngày đến hạn, số ngày trước hoặc sau buổi lễ, hoặc thời hạn bằng lời."
TIME_WITHOUT_DAY = "Giờ chỉ đi kèm một ngày đến hạn."
WHICH_CEREMONY = "Hãy chọn buổi lễ để tính hạn theo."
BAD_OFFSET = "Số ngày trước hoặc sau buổi lễ không quá {most}."
GOES_ROUND = "Việc phải xong trước không hợp lệ: hai việc sẽ chờ nhau."
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

PLANNED_LATE = "Hạn {day} đã qua khi nhiệm vụ được ghi ({planned}): đơn vị không kịp từ đầu."
PLANNED_LATE_SHORT = "ghi khi hạn đã qua"
PLANNED_ON_LAST_DAY_SHORT = "ghi đúng ngày hết hạn"
PLANNED_ON_LAST_DAY = "Hạn {day} là chính ngày nhiệm vụ được ghi."

REGISTER = "Sổ theo dõi nhiệm vụ"
REGISTER_FILE = "Sổ theo dõi nhiệm vụ {code}.xlsx"
DUE = "Thời hạn"
PROGRESS = "Tiến độ"
CLASS = "Xếp loại"
LATE = "{status}, quá hạn"
DONE_ON = "Ngày hoàn thành"
OUTCOME = "Kết quả thực hiện"
FINISHED_ON = "Hoàn thành ngày {day}"
PERCENT_DONE = "Đã làm {percent}%"
AND_TOLD = "{head}: {told}"

OUT_OF_TURN = "Không thể {kind} khi nhiệm vụ {status}: trang có thể đã cũ, hãy xem lại tình trạng mới nhất."
DELETED_MEANWHILE = "Nhiệm vụ này vừa bị xóa nên chưa ghi được: chép lại nội dung rồi hỏi văn phòng."
OTHER_TASK = "Biểu mẫu này thuộc về một nhiệm vụ khác."
NEEDS_WORDS = {
    UpdateKind.RETURN: "Hãy ghi còn phải làm tiếp việc gì.",
    UpdateKind.ASK: "Hãy ghi lý do xin gia hạn.",
    UpdateKind.REFUSE: "Hãy ghi lý do không gia hạn.",
    UpdateKind.PAUSE: "Hãy ghi lý do tạm dừng.",
    UpdateKind.DROP: "Hãy ghi lý do không thực hiện.",
    UpdateKind.COMMENT: "Hãy ghi nội dung trao đổi.",
}
EMPTY_PROGRESS = "Hãy ghi đã làm được gì, phần trăm, hoặc đính kèm tài liệu."
BAD_PERCENT = "Phần trăm là số từ 0 đến 100."
UNTIL_WHEN = "Hãy ghi xin gia hạn đến ngày nào."
UNTIL_EARLIER = "Ngày gia hạn phải sau hạn hiện nay."
UNTIL_PAST = "Ngày gia hạn đã qua."

TOO_MANY_FILES = "Mỗi lần gửi tối đa {most} tệp."
WRONG_KIND_OF_FILE = (
    "Không nhận tệp “{name}”: chỉ nhận ảnh (JPG, PNG, WEBP, HEIC), PDF và tệp Word, Excel, PowerPoint."
)
EMPTY_FILE = "Tệp “{name}” trống."
LARGE_FILE = "Tệp “{name}” lớn hơn 10 MB."
LARGE_TOGETHER = "Các tệp gửi cùng lúc nặng hơn 30 MB: gửi làm nhiều lần."
FILE_IS_NOT_WHAT_IT_SAYS = "Tệp “{name}” không đúng loại như đuôi tên của nó."

SAY = "Nội dung"
SAY_WHAT = {
    UpdateKind.PROGRESS: "Đã làm được gì, vướng mắc gì",
    UpdateKind.REPORT: "Kết quả",
    UpdateKind.RETURN: "Còn phải làm tiếp việc gì",
    UpdateKind.ASK: "Lý do xin gia hạn",
    UpdateKind.REFUSE: "Lý do không gia hạn",
    UpdateKind.PAUSE: "Lý do tạm dừng",
    UpdateKind.DROP: "Lý do không thực hiện",
}
PERCENT = "Phần trăm đã làm"
UNTIL = "Gia hạn đến ngày"
FILES = "Tài liệu minh chứng"
FILES_HINT = "Ảnh, PDF, Word, Excel, PowerPoint: tối đa 5 tệp, mỗi tệp 10 MB, tất cả 30 MB."
SAID = {
    UpdateKind.ACCEPT: "Đã tiếp nhận.",
    UpdateKind.PROGRESS: "Đã ghi tiến độ.",
    UpdateKind.REPORT: "Đã báo cáo hoàn thành.",
    UpdateKind.CONFIRM: "Đã xác nhận hoàn thành.",
    UpdateKind.RETURN: "Đã trả lại để làm tiếp.",
    UpdateKind.ASK: "Đã gửi đề nghị gia hạn.",
    UpdateKind.GRANT: "Đã gia hạn.",
    UpdateKind.REFUSE: "Đã trả lời không gia hạn.",
    UpdateKind.PAUSE: "Đã tạm dừng nhiệm vụ.",
    UpdateKind.RESUME: "Nhiệm vụ được làm tiếp.",
    UpdateKind.DROP: "Đã ghi không thực hiện.",
    UpdateKind.COMMENT: "Đã gửi.",
}
DUE_TIME = "Giờ"
CEREMONY = "Tính theo buổi lễ"
OFFSET = "Số ngày so với buổi lễ"
OFFSET_HINT = "Số âm là trước lễ: -7 là bảy ngày trước; 0 là ngày lễ."
OFFSET_UNIT = "Tính bằng"
PINNED = "Giữ nguyên ngày khi dời buổi lễ"
AFTER = "Phải xong trước việc này"
URGENCY = "Độ khẩn"
BASIS_SECTION = "Mục, điểm"

BY_PLAN = "Theo kế hoạch"
BY_UNIT = "Theo đơn vị"
BY_DATE = "Theo thời hạn"
BY_STATUS = "Theo tình trạng"
WHEN_LATE = "Quá hạn"
WHEN_TODAY = "Hạn hôm nay"
WHEN_THIS_WEEK = "Trong tuần này"
WHEN_NEXT_WEEK = "Tuần sau"
WHEN_LATER = "Sau đó"
WHEN_UNDATED = "Không ghi ngày"
WHEN_OVER = "Đã xong hoặc không làm tiếp"

BULK_LEAD = "Giao cho"
BULK_DUE = "Đặt hạn"
BULK_NOTHING = "Hãy chọn đơn vị hoặc ngày để đổi."
BULK_NOBODY = "Hãy chọn ít nhất một nhiệm vụ."
BULK_FINISHED = "Nhiệm vụ số {number} đã báo cáo hoàn thành: không đổi được."
BULK_CHANGED = "Đã đổi {count} nhiệm vụ."
BULK_ROW = "Nhiệm vụ số {number}: {sentence}"

# Importing tasks from a spreadsheet: what a column is for, and the words its heading may carry, the usual ones first.
COLUMNS = {
    "text": TEXT,
    "lead": LEAD,
    "coordinating": COORDINATING,
    "due": DUE,
    "person": PERSON,
    "expected_result": EXPECTED_RESULT,
    "basis": BASIS,
    "note": NOTE,
}
COLUMN_WORDS = {
    "text": ("nội dung", "nhiệm vụ", "công việc", "tên việc", "đầu việc", "hoạt động", "việc cần làm"),
    "lead": ("chủ trì", "đơn vị thực hiện", "cơ quan thực hiện", "đơn vị", "cơ quan"),
    "coordinating": ("phối hợp",),
    "due": ("thời hạn", "hạn hoàn thành", "hạn", "thời gian", "ngày đến hạn"),
    "person": ("người phụ trách", "phụ trách", "người thực hiện", "cán bộ", "công chức"),
    "expected_result": ("kết quả", "sản phẩm"),
    "basis": ("căn cứ", "văn bản giao", "nguồn giao"),
    "note": ("ghi chú",),
}
HOUR = "[0-9]{1,2} ?(?::|h|g|giờ) ?(?:[0-9]{1,2}(?: phút)?)?"
NO_COLUMN_NAME = "(không có tiêu đề)"
IMPORT_FILE = "Tệp danh sách"
IMPORT_FILE_HINT = "Bảng tính Excel (.xlsx) hoặc .csv, không quá 5 MB và 2.000 dòng."
SAMPLE_FILE = "Mẫu danh sách nhiệm vụ.xlsx"
SAMPLE = "Danh sách nhiệm vụ"
FAULTS_FILE = "Chỗ cần sửa {code}.xlsx"
FAULTS = "Chỗ cần sửa"
FAULT_ROW, FAULT_COLUMN, FAULT_SAYS, FAULT_TAKES = "Dòng", "Cột", "Cần sửa", "Giá trị nhận được"
NO_COLUMN = "Chưa biết cột nào là “{column}”: chọn cột ở phần “Cột trong tệp”."
ONE_COLUMN_TWICE = "Cột này đã chọn cho “{column}”."
NO_ROWS = "Dưới dòng tiêu đề không có nhiệm vụ nào."
CELL_EMPTY = "Ô trống."
CELL_EMPTY_LEAD = "Ô trống: mỗi nhiệm vụ cần một đơn vị chủ trì (ô gộp chỉ có chữ ở dòng đầu, hãy bỏ gộp rồi điền từng dòng)."
CELL_TOO_LONG = "Dài quá {limit} ký tự (đang là {length})."
CELL_UNIT = "Không có đơn vị “{name}” trong Danh bạ."
CELL_UNIT_UNCLEAR = "“{name}” là tên chung của nhiều đơn vị."
CELL_SEVERAL_LEADS = "Chỉ một đơn vị chủ trì; các đơn vị khác ghi ở cột phối hợp."
CELL_DATE = "Không hiểu ngày “{text}”."
DATE_TAKES = "ngày/tháng/năm đủ bốn chữ số năm (24/3/2026), có thể kèm giờ (7h30 ngày 24/3/2026); số ngày so với lễ: T-7 ngày làm việc; hoặc lời: thường xuyên, quý IV/2026"
TWICE_IN_FILE = "Trùng với dòng {row}: cùng nội dung, cùng đơn vị chủ trì."
IMPORTED = "Đã nhập {count} nhiệm vụ."
REMEMBERED = "Đã ghi nhớ cách đọc các cột cho những tệp có cùng tiêu đề."
