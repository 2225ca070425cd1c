"""The words official papers are made of, and what is said of papers that are not ready."""

from campaign.glossary import Annex, Channel, DocumentKind, Relation, TaskStatus

# Citations
LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
NUMBERED = "{kind} số {number}"
OF_DAY = "ngày {day}"
OF_ISSUER = "của {issuer}"
BECAUSE_OF = "Căn cứ {basis}"
BECAUSE_OF_TOO = "căn cứ {basis}"
# Openings of a sentence that go on small after legal bases; names of bodies keep their capital.
GOING_ON = ("Để ", "Nhằm ", "Theo ", "Thực hiện ", "Tiếp tục ", "Trên cơ sở ")

# The end of the body, and letterhead
END_MARK = "./."
NUMBER = "Số: {number}/{symbol}"
BLANK_NUMBER = "Số:        /{symbol}"
PLACE_AND_DAY = "{place}, {day}"
ABOUT = "V/v {title}"
TO = "Kính gửi: {name}"
TO_MANY = "Kính gửi:"
FILED = "Lưu:"
DRAFTER = "{code}."
COPIES = "({copies})"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NOTE_IN_BRACKETS = "{name} ({note})"
KIND_TITLES = {
    DocumentKind.PLAN: "KẾ HOẠCH",
    DocumentKind.LETTER: "",
    DocumentKind.INVITATION: "GIẤY MỜI",
    DocumentKind.REPORT: "BÁO CÁO",
}

# Delegates: these are counted by their own name ("30 đoàn viên"), all others as "(02 đại biểu)".
COUNTED = (
    "Cán bộ", "Công chức", "Viên chức", "Đoàn viên", "Hội viên", "Thanh niên", "Phụ nữ", "Cựu chiến binh", "Học sinh",
    "Sinh viên", "Giáo viên", "Chiến sĩ", "Dân quân", "Người dân", "Hộ dân", "Hộ gia đình", "Phóng viên", "Người",
)  # fmt: skip
HEADS = "{title} ({heads} đại biểu)"

# Time and venue
TIME = "Thời gian"
VENUE = "Địa điểm"
CLOCK = "{hour} giờ {minute:02}"
FROM_TO = "{start} - {end}"

# Assignments
ASSIGN = {Relation.ASSIGN: "Giao {unit}", Relation.REQUEST: "Đề nghị {unit}"}
STANDING_ALONE = {Relation.ASSIGN: "{unit}", Relation.REQUEST: "Đề nghị {unit}"}
# A name that begins so is no proper name: inside a sentence it begins small.
COLLECTIVE = ("các", "mọi", "mỗi", "từng", "những", "tất cả", "toàn thể")
COORDINATE = "phối hợp"
LEAD = "chủ trì"
LEAD_WITH = "Chủ trì, phối hợp với {units} "
BEFORE = "hoàn thành trước ngày {day}"
BEFORE_DAY = "Trước ngày {day}"

# Procedures and service days
PROCEDURE = "{name}; Mã TTHC: {code}"
GROUP_OF_PROCEDURES = "{place} ({heads} thủ tục)"
APPLIED = "Ngày thực hiện: {days}"
APPLIED_FROM = "bắt đầu từ ngày {day}"
APPLIED_UNTIL = "đến hết ngày {day}"
FIRST_DAY = " (ngày đầu tiên: {day})"
HOURS = "Thời gian tiếp nhận hồ sơ: {hours}"
AFTER_HOURS = " cùng ngày; hồ sơ tiếp nhận sau thời gian trên được giải quyết theo quy trình thông thường"
AT_PLACE = "Địa điểm: {place}"

# Publicity
CHANNELS = {channel: channel.label for channel in Channel}
FROM_DAY_TO_DAY = "từ ngày {start} đến ngày {end}"
FROM_DAY = "từ ngày {start}"
UNTIL_DAY = "đến ngày {end}"
ON_DAY = "ngày {day}"
AT = "tại {place}"
DONE_BY = "{unit} thực hiện"

# Results
INVITED_AND_PRESENT = "Số đại biểu được mời: {invited}; số đại biểu có mặt: {present}"
PRESENT_UNKNOWN = "Số đại biểu được mời: {invited}"
GROUP_PRESENT = "{group}: mời {invited}, có mặt {present}"
NOT_COUNTED = "chưa điểm danh"
TOTAL = "Tổng số"
TASKS_TOTAL = "Tổng số nhiệm vụ được giao: {total}"
TASKS_DONE = "đã hoàn thành: {done}"
TASKS_LATE = " (trong đó quá hạn: {late})"
TASKS_OPEN = "đang thực hiện: {open}"
TASKS_NEW = "chưa tiếp nhận: {new}"
TASK_OUTCOME = "{lead}: {text} - {outcome}"
DONE_ON = "Hoàn thành ngày {day}"
DONE_LATE = "Hoàn thành ngày {day}, quá hạn"
STATUS = {status: status.label for status in TaskStatus}

# Annexes
ANNEX = "Phụ lục"
ANNEX_NUMBERED = "Phụ lục {number}"
ANNEX_TITLES = {
    Annex.PROGRAMME: "Chương trình {ceremony}",
    Annex.DELEGATES: "Danh sách đại biểu dự {ceremony}",
    Annex.ASSIGNMENTS: "Phân công nhiệm vụ",
}
ATTACHED = "(Kèm theo {document}\ncủa {agency})"
DOCUMENT_NAMED = "{kind} số {number}/{symbol} {day}"

# Task sheet
SHEET_TITLES = {
    Relation.ASSIGN: "Phiếu giao nhiệm vụ",
    Relation.REQUEST: "Phiếu đề nghị thực hiện nhiệm vụ",
}
SHEET_LEAD = {
    Relation.ASSIGN: "Giao {unit} chủ trì thực hiện các nhiệm vụ sau:",
    Relation.REQUEST: "Đề nghị {unit} chủ trì thực hiện các nhiệm vụ sau:",
}
SHEET_HELP = {
    Relation.ASSIGN: "Giao {unit} phối hợp thực hiện các nhiệm vụ sau:",
    Relation.REQUEST: "Đề nghị {unit} phối hợp thực hiện các nhiệm vụ sau:",
}
SHEET_ALSO_HELP = "Đồng thời, phối hợp thực hiện các nhiệm vụ sau:"
TO_FILL_IN = "……………"
SHEET_BASIS = "Căn cứ {document} của {agency} về {title},"

# Script: words where the office has written none, chosen by what the item's title says (folded, first match).
SCRIPT_TITLE = "Kịch bản dẫn chương trình"
DELEGATES_KEY = "delegates"
INTRODUCTION = "giới thiệu đại biểu"
BEFORE_THE_HOUR = "trước giờ khai mạc"
INTRODUCE = "Về dự {ceremony}, Ban Tổ chức xin trân trọng giới thiệu và nhiệt liệt chào mừng:"
INTRODUCE_ALSO = "Cùng dự {ceremony} có:"
DEFAULT_SCRIPTS = (
    (
        "chào cờ",
        (
            "Kính mời quý vị đại biểu đứng dậy, chỉnh đốn trang phục, làm lễ chào cờ.",
            "Nghiêm! Chào cờ, chào!",
            "(Quốc ca)",
            "Thôi! Kính mời quý vị đại biểu an tọa.",
        ),
    ),
    (
        INTRODUCTION,
        (
            "Kính thưa quý vị đại biểu! Hôm nay, {agency} long trọng tổ chức {ceremony}.",
            "[[delegates]]",
            "Xin nhiệt liệt chào mừng quý vị đại biểu.",
        ),
    ),
    ("đón tiếp", ("Kính mời quý vị đại biểu ký danh sách và vào chỗ ngồi theo hướng dẫn của Ban Tổ chức.",)),
    (
        "ổn định",
        (
            "Kính mời quý vị đại biểu ổn định chỗ ngồi, để điện thoại ở chế độ im lặng; {ceremony} xin được bắt đầu.",
        ),
    ),
    (
        "bế mạc",
        (
            "{ceremony_start} đến đây là kết thúc. Xin trân trọng cảm ơn và kính chúc quý vị đại biểu sức khỏe, hạnh phúc.",
        ),
    ),
)
SCRIPT_WITH_PERFORMER = "Tiếp theo chương trình: {title}. Xin trân trọng kính mời {performer}."
SCRIPT_WITHOUT_PERFORMER = "Tiếp theo chương trình: {title}."

# Styles of the templates that change with the size of a paper
HEAD_STYLE = "Cỡ chữ đầu trang"
TEXT_STYLE = "Cỡ chữ thân văn bản"
MOTTO_STYLE = "Đường kẻ tiêu ngữ"
AGENCY_STYLE = "Đường kẻ cơ quan"
TITLE_STYLE = "Đường kẻ trích yếu"

# Names of files
FILE_OF_DOCUMENT = "{kind} {number} {title}"
FILE_OF_ANNEX = "{annex} - {title}"
FILE_OF_SHEET = "{title} - {unit}"
FILE_OF_INVITATION = "Giấy mời {number:03} {guest}"

# What keeps a paper from being ready
UNKNOWN_REFERENCE = "Không có mục nào mang tên “{key}” để dẫn chiếu."
EMPTY_BLOCK = "Mục “{block}” chưa có dữ liệu."
NO_BODY = "Văn bản chưa có nội dung."
NO_SIGNER = "Chưa có người ký."
NO_RECIPIENTS = "Chưa có nơi nhận."
NO_FILING = "Nơi nhận chưa có dòng “Lưu: VT”."
NO_ADDRESSEE = "Công văn chưa có nơi kính gửi."
AS_ABOVE_FIRST = "Văn bản có kính gửi thì dòng đầu của nơi nhận là “Như trên;”."
AS_ABOVE = "Như trên"
NO_CEREMONY = "Chiến dịch chưa có buổi lễ."
NO_PROGRAMME = "Buổi lễ chưa có chương trình."
NO_DELEGATES = "Chưa có đại biểu."
NO_TASKS = "Chưa có nhiệm vụ."
ANNEX_UNMENTIONED = "Nội dung văn bản chưa nhắc đến phụ lục kèm theo."

REGISTER_TITLE = "BẢNG THEO DÕI NHIỆM VỤ"
REGISTER_AS_OF = "(Số liệu đến {day})"
FILE_OF_REGISTER = "Bảng theo dõi nhiệm vụ {title}"

# The weekly progress report
PROGRESS_TITLE = "Tiến độ thực hiện nhiệm vụ {title}"
PROGRESS_WEEK = "(tuần từ ngày {first} đến ngày {last})"
FILE_OF_PROGRESS = "Báo cáo tiến độ tuần từ {first} {scope}"
PROGRESS_OPENING = (
    "{agency} báo cáo tiến độ thực hiện nhiệm vụ {title} trong tuần từ ngày {first} đến ngày {last} như sau:"
)
PROGRESS_FOLLOWING = "Thực hiện {document} của {agency}, "
PROGRESS_SUMMARY = "Tình hình chung"
PROGRESS_COUNTED = "Tính đến hết ngày {day}, tổng số nhiệm vụ được giao là {total}, trong đó:"
PROGRESS_BY_UNIT = "Kết quả của từng đơn vị:"
PROGRESS_COUNT = "{label}: {count}"
PROGRESS_DONE = "Nhiệm vụ hoàn thành trong tuần"
PROGRESS_MOVED = "Nhiệm vụ đang thực hiện có báo cáo trong tuần"
PROGRESS_LATE = "Nhiệm vụ quá hạn chưa hoàn thành"
PROGRESS_NEXT = "Nhiệm vụ đến hạn tuần sau"
PROGRESS_NEXT_DAYS = "Từ ngày {first} đến ngày {last}, các nhiệm vụ sau đến hạn:"
PROGRESS_EXTENSIONS = "Đề nghị gia hạn"
PROGRESS_ASIDE = "Nhiệm vụ tạm dừng, không thực hiện"
PROGRESS_CLOSING = "Trên đây là báo cáo tiến độ thực hiện nhiệm vụ của {agency}"
OF_UNIT = "{unit}: {text}"
LATE_BY = "Quá hạn {days} ngày"
LATE_AND = "{late}. {outcome}"
ASKED = "xin gia hạn đến ngày {day}"
ASKED_BECAUSE = "xin gia hạn đến ngày {day} ({reason})"
GRANTED = "đã đồng ý gia hạn đến ngày {day}"
REFUSED = "không đồng ý gia hạn"
UNANSWERED = "chưa trả lời"
PUT_ASIDE = "{kind} ({reason})"
TO_LEADERS = "Lãnh đạo {agency}"
TO_UNITS = "Các đơn vị thực hiện nhiệm vụ"
REPORT_SYMBOL = "BC-{unit}"
SIGN_WITHOUT = (
    "phòng",
    "và",
)  # words of a unit's short name that its symbol leaves out, when others are left
# Who signs for a unit, by the words its name begins with.
HEADS_OF_UNITS = (
    ("Phòng", "TRƯỞNG PHÒNG"),
    ("Văn phòng", "CHÁNH VĂN PHÒNG"),
    ("Trung tâm", "GIÁM ĐỐC"),
    ("Sở", "GIÁM ĐỐC"),
    ("Trạm", "TRƯỞNG TRẠM"),
    ("Công an", "TRƯỞNG CÔNG AN"),
    ("Đoàn", "BÍ THƯ"),
)
HEAD_OF_ANY_UNIT = "THỦ TRƯỞNG ĐƠN VỊ"
