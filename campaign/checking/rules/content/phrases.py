"""Words that the checks of content know, and the sentences of their findings."""

import re

WEEKDAY = r"(?P<weekday>thứ (?:hai|ba|tư|năm|sáu|bảy|2|3|4|5|6|7)|chủ nhật)"
DAY = r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})(?![\d/])"
LONG_DAY = r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>\d{4})"
SHORT_DAY = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?!\d|[/.-]\d)"
BETWEEN_WEEKDAY_AND_DAY = r"[\s,(]*(?:ngày\s*)?"
BETWEEN_DAY_AND_WEEKDAY = r"\s*\(\s*"
WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
DIGIT_WEEKDAYS = {str(number + 2): name for number, name in enumerate(WEEKDAYS[:6])}
EVENT = r"\W*(?:\d+\.|[a-zđ]\))?\s*(?:Thời gian|Thời gian tổ chức|Thời điểm tổ chức)\s*:"
PILOT = r"(?:thí điểm|áp dụng|triển khai|thực hiện|bắt đầu)(?: thí điểm)?(?: kể)? từ ngày\s*"
DEADLINE = r"(?:trước|chậm nhất(?: là)?(?: vào)?(?: trong)?|hạn cuối(?: là)?|thời hạn:?|đến hết|xong trong)\s+(?:\d{1,2} giờ(?: \d{1,2})?(?: phút)?,?\s*)?ngày\s*"
# "Trước ngày 01/10/2026" says a month, not a day somebody works on.
BOUNDARY = re.compile(r"trước\s+ngày\s*0?1/", re.IGNORECASE)
RANGE = r"từ {weekday}(?:ngày )?{first} đến {weekday}(?:hết )?(?:ngày )?{last}"
RANGE_WEEKDAY = r"(?:(?:thứ \w+|chủ nhật),? ?)?"
PAST = re.compile(r"\b(?:đã|được|sau|vừa|qua|trước đây|từng|kết quả)\b", re.IGNORECASE)
OWN_PAPER = re.compile(
    r"\b(?:dự thảo|soạn thảo|thẩm định|trình ký|phát hành|ban hành)\b.*\b(?:Kế hoạch|Công văn|văn bản|Giấy mời)\b",
    re.IGNORECASE,
)

CITED = (
    r"(?P<kind>Nghị định|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Công văn|Văn bản|Thông tư|Thông báo|Hướng dẫn|Tờ trình|Báo cáo|Chương trình|Đề án|Kết luận)"
    r" số:?\s*(?P<number>\d+[\w./-]*?[/-][A-ZĐ][\w/-]*)"
)
CITED_DAY = re.compile(r"\bngày\s*\d")
CITED_ISSUER = re.compile(r"\bcủa\b")
# "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …": the issuer stands before the number.
CITED_ISSUER_BEFORE = re.compile(r"\bcủa\b[^;.]+\btại\s*$")
CLAUSE_ENDS = re.compile(r"[;.](?:\s|$)")

# Words said twice on purpose; the check knows no others.
TWICE = frozenset(
    [
        "xa",
        "đời",
        "thường",
        "ngày",
        "dần",
        "luôn",
        "mãi",
        "từ",
        "đều",
        "nhà",
        "người",
        "ngành",
        "nơi",
        "ai",
        "gì",
        "đâu",
        "đêm",
        "sáng",
        "chiều",
        "tối",
        "tháng",
        "giờ",
        "phút",
        "lớp",
        "tầng",
        "hàng",
        "đoàn",
        "trùng",
        "ào",
        "ầm",
        "rầm",
        "song",
        "chung",
        "riêng",
        "vui",
        "xanh",
        "đỏ",
        "vàng",
        "tím",
        "trắng",
        "đen",
        "hồng",
        "khác",
        "rất",
        "hằng",
        "chuyên",
        "khắp",
        "cả",
        "năm",
        "ba",
        "hai",
        "đôi",
        "lần",
        "mau",
        "nhanh",
        "chậm",
        "hay",
        "đẹp",
        "nho",
        "nhỏ",
        "to",
        "cao",
        "thấp",
        "lâu",
        "gần",
        "sâu",
        "rộng",
        "dài",
        "ngắn",
        "nặng",
        "nhẹ",
        "êm",
        "khẽ",
        "nhè",
        "rưng",
        "hừng",
        "phăng",
        "ngời",
        "chốn",
        "thôn",
        "làng",
        "bản",
        "bon",
        "buôn",
        "ngấm",
        "vừa",
        "sẵn",
        "mới",
        "cũ",
        "sớm",
        "muộn",
        "hao",
        "xinh",
        "ngoan",
        "tươi",
        "khoẻ",
        "khỏe",
        "kha",
        "khá",
        "ha",
        "he",
        "hi",
        "ui",
        "hu",
        "hú",
        "tí",
        "chút",
        "đang",
        "mỗi",
        "cùng",
        "ông",
        "bà",
        "cô",
        "chú",
    ]
)
# One syllable that ends a word and begins the next: "đại biểu biểu quyết".
MEETING = {
    "biểu": ("đại phát tiêu thời", "quyết dương diễn mẫu thị hiện"),
    "gia": ("tham quốc chuyên", "đình tăng nhập công súc cầm đình"),
    "hành": ("thực tiến chấp thi phát ban vận điều", "chính động vi trình hương lang"),
    "công": (
        "thành thi phân dịch gia vụ",
        "tác chức dân an bố khai việc nghệ nghiệp trình cộng ty nhân đoàn",
    ),
    "lý": ("quản xử pháp hợp đại nguyên", "do luận lịch thuyết"),
    "chức": ("tổ công viên", "năng danh vụ trách"),
    "viên": ("công đoàn giáo nhân thành ủy đảng hội", "chức"),
    "trường": ("hiệu môi thị nhà", "học hợp"),
    "hợp": ("phối tổng phù kết trường tập", "tác đồng lý pháp tuyến"),
    "thể": ("đoàn tập cụ toàn chủ", "thao hiện thức chế dục"),
    "hiện": ("thực thể phát biểu", "nay tại đại trạng hành"),
    "nhân": ("công cá nguyên bệnh doanh", "dân viên dịp lực sự"),
    "dân": ("nhân công người nông", "tộc cư phố quân vận chủ sự"),
    "sự": ("dân nhân quân hình lịch", "kiện việc nghiệp cố"),
    "vụ": ("nhiệm dịch phục chức nghĩa công nghiệp", "việc án mùa"),
    "tế": ("kinh thực quốc y", "bào nhị"),
    "chính": ("hành tài bưu", "quyền trị sách xác thức phủ"),
    "trị": ("chính quản giá", "giá liệu"),
    "dụng": ("sử áp tuyển tác tín", "cụ"),
    "văn": ("công bản nhân", "bản phòng hóa nghệ minh hoá"),
    "tin": ("thông bản đưa", "học tưởng tức"),
    "báo": ("thông dự", "cáo chí đài"),
    "kết": ("tổng đoàn cam liên", "quả luận hợp"),
    "quyết": ("nghị giải biểu", "định tâm toán"),
    "toán": ("thanh quyết dự", "học"),
    "hội": ("xã đại lễ", "nghị đồng thảo viên trường"),
    "nghị": ("đề hội kiến", "quyết định"),
    "đạo": ("lãnh chỉ", "đức diễn"),
    "tiêu": ("mục chỉ", "chuẩn biểu chí dùng cực đề"),
    "đề": ("vấn chuyên", "nghị xuất án cương tài"),
    "phát": ("xuất", "động triển hành huy biểu thanh sinh hiện"),
    "xuất": ("đề sản đột", "phát bản hiện nhập khẩu trình sắc"),
    "sinh": ("học vệ phát an hy khai", "hoạt viên sống"),
    "tử": ("điện khai", "vong tế"),
    "năng": ("chức khả kỹ tài", "lực suất động lượng"),
    "lực": ("năng nguồn hiệu nỗ", "lượng"),
    "phương": ("địa đa đối", "án pháp hướng tiện thức châm"),
    "tuyên": ("", "truyền bố dương"),
    "khai": ("triển công kê", "mạc thác sinh trương giảng tử báo"),
    "tổng": ("", "kết hợp số"),
}
ABBREVIATION = re.compile(r"(?<![\w/.-])[A-ZĐ][A-ZĐ&]{1,9}(?![\w/-]|\.\w)")
COMMON = frozenset(
    [
        "UBND",
        "HĐND",
        "TTHC",
        "CCHC",
        "MTTQ",
        "TNCS",
        "HCM",
        "CHXHCN",
        "VN",
        "QR",
        "TTĐT",
        "CNTT",
        "VT",
        "CVP",
        "PCVP",
        "PCT",
        "CT",
        "VP",
        "UBMTTQ",
        "UBMTTQVN",
        "QPAN",
        "ANTT",
        "TTXH",
        "ATGT",
        "PCCC",
        "BHXH",
        "BHYT",
        "THCS",
        "THPT",
        "TTg",
        "CP",
        "TW",
        "NSNN",
        "CBCC",
        "CBCCVC",
        "CCVC",
        "GDĐT",
        "LĐTBXH",
        "KT",
        "TM",
        "TL",
        "TUQ",
        "TP",
        "TT",
        "VH",
        "USB",
        "PDF",
        "SMS",
        "ASEAN",
        "ISO",
        "TCVN",
        "VNPT",
        "VTV",
        "VOV",
        "FAQ",
        "ID",
        "OK",
        "THÔNG",
    ]
)
ROMAN = re.compile(r"[IVXLC]+")
EXPANDED = r"\([^()]*\b{}\b[^()]*\)"
BAD_SPACE = re.compile(r"(?<=[^\W\d_]) +(?:[,;:!?]|\.(?:/\.)?)(?=\s|$)|\( +\w|\w +\)")
DOUBLE_SPACE = re.compile(r"\S( {2,})\S")
ENDS = (";", ".", ":", "!", "?", "…", "./.", ",")
WORD_TWICE = re.compile(r"\b(?P<word>[^\W\d_]+)(?P<gap> +)(?P=word)\b", re.IGNORECASE)
PHRASE_TWICE = re.compile(r"\b(?P<words>[^\W\d_]+ [^\W\d_]+) (?P=words)\b", re.IGNORECASE)

ASSIGNED = re.compile(r"(?:phân công|tổ chức thực hiện|giao nhiệm vụ)", re.IGNORECASE)
GIVEN = re.compile(r"^(?:Giao|Đề nghị|Yêu cầu)\s+(?P<unit>.+?)\s*:?$")
ASKING = "Đề nghị"
UNIT = re.compile(
    r"^(?P<unit>(?:các )?(?:Sở|Phòng|Ban|Văn phòng|Trung tâm|Công an|Trạm|Đoàn|Hội|Huyện đoàn|Ủy ban|UBND|Bộ phận|Chi cục|Đài|Báo|Thanh tra|Liên đoàn|Trường|Bộ|Cục)\b[^:.;]{0,120}?)\s*:",
    re.IGNORECASE,
)
# Categories of Nơi nhận: what a line says, and the beginnings of the units it takes in.
TAKES_IN = (
    (
        re.compile(r"\bcac co quan, don vi|\bcac don vi|\bthu truong|\bnhu tren|\bnhu dieu|\bcac co quan\b"),
        re.compile(r"."),
    ),
    (
        re.compile(r"\bcac (?:phong|ban|nganh|so)\b.*\b(?:ban|nganh)\b"),
        re.compile(r"^(?:cac )?(?:phong|ban|so|cong an|thanh tra|trung tam|van phong|chi cuc|tram|nganh)"),
    ),
    (re.compile(r"\bcac phong\b"), re.compile(r"^(?:cac )?(?:phong|van phong)")),
    (re.compile(r"\bcac so\b"), re.compile(r"^(?:cac )?(?:so|van phong)")),
    (re.compile(r"\bcac ban\b|, ban\b"), re.compile(r"^(?:cac )?ban")),
    (re.compile(r"\btrung tam\b"), re.compile(r"^(?:cac )?trung tam")),
    (
        re.compile(r"\bdoan the\b|\bto chuc chinh tri\b"),
        re.compile(r"^(?:cac )?(?:doan|hoi|huyen doan|tinh doan|uy ban mat tran|mttq|lien doan)"),
    ),
    (re.compile(r"\bluu\b|\bcvp\b|\blanh dao vp|\bchanh van phong"), re.compile(r"^van phong")),
    (
        re.compile(r"\bubnd cac|\buy ban nhan dan cac"),
        re.compile(r"^(?:cac )?(?:ubnd|uy ban nhan dan|xa|phuong)"),
    ),
)
SHORT_FORMS = (
    ("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("thanh nien cong san", "tncs"), ("ho chi minh", "hcm"),
    ("mat tran to quoc", "mttq"), ("van hoa", "vh"), ("the thao", "tt"), (" va ", " "), ("&", " "),
)  # fmt: skip
DATED = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|\bhằng (?:năm|tháng|tuần|ngày|quý)\b|thường xuyên|định kỳ|theo kỳ|quý [IVX]+|trước ngày|chậm nhất|trong tháng|khi có",
    re.IGNORECASE,
)
LEAD_COLUMN, DUE_COLUMN, TASK_COLUMN = "chủ trì", "thời hạn", "nhiệm vụ"

# ---------------------------------------------------------------- findings

WEEKDAY_ASKED = "ngày {day} là {weekday}"
REAL_DAY_ASKED = "một ngày có thật"
BEFORE_ISSUE = "{what} ngày {day} trước ngày ban hành {issued}"
WHAT_EVENT, WHAT_PILOT, WHAT_DEADLINE = "thời gian tổ chức", "bắt đầu áp dụng từ", "thời hạn"
AFTER_ISSUE_ASKED = "thời gian thực hiện không trước ngày ban hành văn bản"
RANGE_TURNED = "từ ngày {first} đến ngày {last}"
RANGE_ASKED = "ngày kết thúc không trước ngày bắt đầu"
OFF = "{what} rơi vào {reason}, ngày {day}"
WORKDAY_ASKED = "cân nhắc chọn ngày làm việc"
CITED_WITHOUT = "“{cited}” viện dẫn lần đầu thiếu {what}"
LACKS_DAY, LACKS_ISSUER, AND = "ngày ban hành", "cơ quan ban hành", " và "
CITED_ASKED = "viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành và trích yếu"
QUOTES = "dấu ngoặc kép không đủ cặp"
QUOTES_ASKED = "mỗi dấu mở ngoặc kép có một dấu đóng"
DOUBLED = "“{words}” lặp từ"
DOUBLED_ASKED = "bỏ từ thừa, nếu không phải từ láy"
UNENDED = "“… {words}” không có dấu câu ở cuối"
ITEM_ENDS = "“… {words}”"
ITEM_ENDS_ASKED = "các ý của một danh sách kết thúc bằng dấu chấm phẩy, ý cuối bằng dấu chấm"
SHORT = "“{short}” viết tắt mà chưa giải thích"
SHORT_ASKED = "viết đủ lần đầu, chữ viết tắt đặt trong ngoặc ngay sau: “… ({short})”"
SPACED, WHERE = "thừa dấu cách", ": “{words}”"
SPACED_ASKED = "không cách trước dấu câu, không cách hai lần"
UNIT_MISSING = "“{unit}” được giao việc nhưng không có trong Nơi nhận"
UNIT_ASKED = "gửi văn bản đến mọi đơn vị được giao việc"
NO_DATE = "việc giao không có thời hạn, trong khi các việc bên cạnh có"
NO_DATE_ASKED = "mỗi việc có thời hạn hoặc định kỳ"
EMPTY_CELL = "ô “{column}” còn trống"
EMPTY_CELL_ASKED = "mỗi nhiệm vụ có đơn vị chủ trì và thời hạn"
