"""Words of taking a document over: what became of units in 2025, how citations are written, what the pages say."""

from campaign.glossary import DocumentKind

# Kinds of document that are drafted here, by the name a document gives itself.
KINDS = {kind.label: kind for kind in DocumentKind}
FOOTNOTE_MARK = "\ufffd"

# ---------------------------------------------------------------- units

UNSPOKEN = frozenset({"va", "cua"})  # left out when names are compared
LEVELS_OF_PLACES = frozenset(
    {"tinh", "huyen", "xa", "phuong", "quan", "thanh pho", "thi xa", "thi tran", "dac khu"}
)
NO_PLACES = frozenset({"xa hoi", "quan su", "quan ly", "phuong tien", "phuong an"})
NOT_BEFORE_PLACES = frozenset({"cac", "cap", "moi", "tung"})
# Bodies of every level: without its place one could be any of them.
TOLD_BY_PLACE = ("Ủy ban nhân dân", "UBND", "Hội đồng nhân dân", "HĐND", "Thường trực", "Đảng ủy", "Bí thư")

# What took over the work of a unit that ended, the likeliest first. Departments of provinces: the mergers of 2025
# under Nghị quyết 18-NQ/TW; offices of cấp xã: NĐ 150/2025/NĐ-CP (three offices and the public service centre take
# over what the offices of huyện did). Several provinces decided otherwise: the page lets people choose.
_SOCIETY, _OFFICE = ("Phòng Văn hóa - Xã hội",), ("Văn phòng HĐND và UBND",)
_ECONOMY = ("Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị")
MERGED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Sở Kế hoạch và Đầu tư", ("Sở Tài chính",)),
    ("Sở Thông tin và Truyền thông", ("Sở Khoa học và Công nghệ",)),
    ("Sở Lao động - Thương binh và Xã hội", ("Sở Nội vụ",)),
    ("Sở Tài nguyên và Môi trường", ("Sở Nông nghiệp và Môi trường",)),
    ("Sở Nông nghiệp và Phát triển nông thôn", ("Sở Nông nghiệp và Môi trường",)),
    ("Sở Giao thông vận tải", ("Sở Xây dựng",)),
    ("Phòng Nội vụ", _SOCIETY),
    ("Phòng Văn hóa và Thông tin", _SOCIETY),
    ("Phòng Giáo dục và Đào tạo", _SOCIETY),
    ("Phòng Lao động - Thương binh và Xã hội", _SOCIETY),
    ("Phòng Y tế", _SOCIETY),
    ("Phòng Tài chính - Kế hoạch", _ECONOMY),
    ("Phòng Kinh tế và Hạ tầng", _ECONOMY),
    ("Phòng Tài nguyên và Môi trường", _ECONOMY),
    ("Phòng Nông nghiệp và Phát triển nông thôn", _ECONOMY),
    ("Phòng Tư pháp", _OFFICE),
    ("Bộ phận Một cửa", ("Trung tâm Phục vụ hành chính công",)),
    ("Bộ phận tiếp nhận và trả kết quả", ("Trung tâm Phục vụ hành chính công",)),
    ("Mặt trận Tổ quốc Việt Nam", ("Ủy ban Mặt trận Tổ quốc Việt Nam",)),
    ("Mặt trận Tổ quốc", ("Ủy ban Mặt trận Tổ quốc Việt Nam",)),
    ("Huyện đoàn", ("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh phường")),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện", ("Huyện đoàn",)),
    ("Tỉnh đoàn", ("Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh",)),
    ("Văn phòng Huyện ủy", ("Văn phòng Đảng ủy",)),
    ("Thường trực Huyện ủy", ("Thường trực Đảng ủy",)),
    ("Ban Tuyên giáo Huyện ủy", ("Ban Tuyên giáo và Dân vận", "Ban Xây dựng Đảng")),
)  # fmt: skip

# ---------------------------------------------------------------- citations, matched against text.plain

LAWS = frozenset({"luật", "bộ luật", "pháp lệnh", "hiến pháp"})
CITED_KIND = (
    r"(?:bộ luật|luật|pháp lệnh|hiến pháp|nghị quyết|nghị định|thông tư(?: liên tịch)?|quyết định|chỉ thị|kế hoạch|công văn"
    r"|văn bản|thông báo|hướng dẫn|chương trình(?: hành động)?|kết luận|quy định|công điện|tờ trình|đề án|điều lệ|quy chế|báo cáo|giấy mời)(?!\w)"
)
CITED_NUMBER = r"\s+số:?\s+(?P<number>\S*\d[^\s,;]*)"
OF_DAYS = frozenset({"thang", "nam"})
CITED_DAY = r",?\s+ngày\s+(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4})(?!\d)"
CITED_ISSUER = r",?\s+của\s+(?P<issuer>.{2,120}?)(?=\s+(?:về|v/v|quy định|ban hành|hướng dẫn|sửa đổi|phê duyệt|triển khai|thực hiện|tổ chức|phát động|công bố|tăng cường)(?!\w)|\s*$)"

# ---------------------------------------------------------------- what is proposed, matched against text.plain

REQUESTED = "đề nghị {unit}"
COLLECTIVE = ("các", "những", "mọi", "toàn thể", "tất cả")
EVENT_OF_TITLE = (
    r"(?:^|\s)tổ chức\s+(?P<event>(?:buổi\s+)?(?:lễ|hội nghị|ngày hội|cuộc thi|hội thi|ra quân).*)$"
)
QUOTED = r"“(?P<name>[^”]{3,60})”|\"(?P<plain>[^\"]{3,60})\""
CLOSES = r"đến\s+(?P<hour>\d{1,2})\s*(?:giờ|h)\s*(?P<minute>\d{2})?(?:\s*phút)?\s+(?:cùng ngày|trong ngày|ngày áp dụng)"
BEFORE_CODE = r"[\s;,.(:–-]*(?:mã(?:\s+(?:số|tthc|thủ tục))*(?:\s+hành chính)?\s*:?)?[\s;,.(:–-]*$"
SERVED_LEAD = r"^(?:đối với|tại)\s+"
SERVED_TAIL = r",?\s+(?:áp dụng|thực hiện)\s+(?:đối với\s+)?\d+\s.*$"
SERVED_SOMEWHERE = "Thủ tục áp dụng"
DAY_NAME_ALONE = "Ngày áp dụng"
HEADCOUNT_FIRST = r"^(?P<count>\d{1,4})\s+(?P<title>.+)$"
HEADCOUNT_LAST = r"^(?P<title>.+?)\s*\((?P<count>\d{1,4})\s+(?:đại biểu|người|đồng chí|đ/c)\)$"
WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
WEEKLY = r"(?:cac )?(?:ngay )?(?:thu (?P<weekday>hai|ba|tu|nam|sau|bay)|chu nhat),? (?:hang|moi) tuan"
SIGNED_BY_LINES = r"\s+(?=(?:TM|KT|TL|TUQ|Q)\s*\.)"
SECTION_OF_BASIS = "mục {path}"
BECAUSE = r"^\W*căn cứ\s+"
MEANS_US = (
    ("commune", r"ubnd (?:cấp xã|các xã)|ủy ban nhân dân (?:cấp xã|các xã)|^các xã, phường"),
    ("district", r"ubnd (?:cấp huyện|các huyện)|ủy ban nhân dân (?:cấp huyện|các huyện)"),
    ("province", r"ubnd (?:cấp tỉnh|các tỉnh)|ủy ban nhân dân (?:cấp tỉnh|các tỉnh)"),
)  # fmt: skip
CITATION = "{kind} số {number} ngày {day} của {issuer}"
CITATION_WITHOUT_NUMBER = "{kind} của {issuer}"
CITATION_ABOUT = "{citation} về {title}"

NO_TITLE = "Không thấy trích yếu: cần gõ tên chiến dịch và trích yếu của văn bản."

# ---------------------------------------------------------------- what stands against taking it

NO_LEAD = "Chọn đơn vị chủ trì, hoặc bỏ dấu ở nhiệm vụ này."
UNIT_OPEN = "Còn nhiệm vụ giao cho đơn vị này: chọn đơn vị trong Danh bạ, hoặc đánh dấu “Lập đơn vị này”."
UNIT_EXISTS = "Danh bạ đã có {name}: chọn đơn vị đó thay vì lập mới."
UNKNOWN_HELPERS = (
    "Không rõ đơn vị: {names}. Ghi tên như trong văn bản hoặc trong Danh bạ, cách nhau bằng dấu chấm phẩy."
)
PROGRAMME_ALONE = "Chương trình thuộc về một buổi lễ: lấy cả buổi lễ, hoặc bỏ các mục chương trình."
NOTHING_TAKEN = "Chưa chọn gì để lấy."
CHANGED = (
    "Danh bạ hoặc cách hiểu văn bản đã thay đổi sau khi trang này mở ra: xem lại các dòng rồi lấy lần nữa."
)
TAKEN_ALREADY = "Văn bản này vừa được đọc vào rồi."
OF_OTHER_OFFICE = "Chiến dịch này không thuộc cơ quan."
PART = "{part}: {sentence}"
PARTS = {
    "units": "Đơn vị", "bases": "Căn cứ", "ceremony": "Buổi lễ", "programme": "Chương trình", "groups": "Đại biểu",
    "tasks": "Nhiệm vụ", "days": "Ngày áp dụng", "procedures": "Thủ tục hành chính", "document": "Văn bản",
}  # fmt: skip
BESIDE_US = "Cùng thực hiện: {names}"

# ---------------------------------------------------------------- the pages

FILE = "Tệp văn bản"
FILE_HINT = "Tệp .docx, .txt, hoặc .pdf có chữ (không phải bản quét); tối đa 10 MB."
TEXT = "Hoặc dán nội dung văn bản"
TEXT_HINT = "Dán cả phần đầu và phần nơi nhận nếu có; xuống dòng thế nào cũng được."
AGENCY = "Đọc cho cơ quan"
NOTHING_GIVEN = "Chọn một tệp, hoặc dán nội dung văn bản."
BOTH_GIVEN = "Chỉ chọn tệp hoặc dán nội dung, không cả hai."
PASTED = "Văn bản dán {day}.txt"
SEEN_BEFORE = "Cơ quan đã đưa lên đúng văn bản này và chưa lấy vào chiến dịch nào: xem tiếp ở đây."
FORGOTTEN = "Đã bỏ văn bản “{name}”."

INTO = "Lấy vào chiến dịch"
NEW_CAMPAIGN = "Lập chiến dịch mới"
TITLE = "Tên chiến dịch mới"
STARTS_ON = "Bắt đầu"
ENDS_ON = "Kết thúc"
MAKE_DOCUMENT = "Lập văn bản dự thảo theo nội dung này"
KIND = "Loại văn bản"
DOCUMENT_TITLE = "Trích yếu"
SYMBOL = "Ký hiệu"
AUTHORITY = "Thẩm quyền ký"
POSITION = "Chức vụ"
SIGNER_NAME = "Họ và tên người ký"
ADDRESSEES = "Kính gửi"
RECIPIENTS = "Nơi nhận"
LINES_HINT = "Một dòng một nơi."
TAKE = "Lấy"
CEREMONY = "Buổi lễ"
CEREMONY_TITLE = "Tên buổi lễ"
DAY = "Ngày"
STARTS = "Giờ bắt đầu"
VENUE = "Địa điểm"
BASIS = "Căn cứ"
STEP = "Nội dung"
MINUTES = "Số phút"
BEFORE_START = "Trước giờ khai mạc"
GROUP = "Khối đại biểu"
MEMBERS = "Đại biểu"
UNIT = "Đơn vị trong Danh bạ"
NO_UNIT = "(chưa có)"
CREATE_UNIT = "Lập đơn vị này"
UNIT_NAME = "Tên đơn vị mới"
RELATION = "Cách giao việc"
TASK_TEXT = "Nhiệm vụ"
LEAD = "Chủ trì"
NO_LEAD_CHOICE = "(chọn đơn vị)"
HELPERS = "Phối hợp"
DUE = "Hạn"
LEAD_ALL = "Đơn vị chủ trì cho mọi nhiệm vụ chưa chọn"
IN_DOCUMENT, IN_DIRECTORY = "Trong văn bản", "Trong Danh bạ"
DAY_NAME = "Tên ngày áp dụng"
DAY_WORDS = "Ngày nào"
FROM_DAY = "Từ ngày"
TO_DAY = "Đến hết ngày"
CLOSES_AT = "Nhận hồ sơ đến"
PROCEDURE = "Thủ tục"
CODE = "Mã"
SERVED_AT = "Nơi giải quyết"
LIVE = "Tự đổi theo số liệu"

TAKEN = "Đã đọc vào chiến dịch: {made}."
TAKEN_SKIPPED = "Đã đọc vào chiến dịch: {made}; {count} mục đã có sẵn nên không thêm lần nữa."
MADE = {
    "document": "1 văn bản dự thảo", "bases": "{count} căn cứ", "ceremony": "buổi lễ", "programme": "{count} mục chương trình",
    "groups": "{count} đại biểu", "units": "{count} đơn vị mới", "tasks": "{count} nhiệm vụ", "days": "{count} ngày áp dụng",
    "procedures": "{count} thủ tục hành chính",
}  # fmt: skip
MADE_NOTHING = "không có gì mới"

# What a mark in the source is, and its place in the legend
MARKS = {
    "kind": "Tên văn bản", "basis": "Căn cứ", "event": "Buổi lễ", "programme": "Chương trình", "delegates": "Đại biểu",
    "unit": "Đơn vị", "task": "Nhiệm vụ", "day": "Ngày áp dụng", "procedure": "Thủ tục", "parties": "Kính gửi, nơi nhận",
    "signer": "Người ký", "doubt": "Cần xem lại",
}  # fmt: skip
