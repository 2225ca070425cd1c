"""The vocabulary of the genre: what bodies are called, how they are told what to do, how papers are laid out.

Every recogniser in `rules` reads its words here. All patterns are matched against `text.plain` (small letters, official
spelling, same length as the source), unless their name ends in FLAT: those are matched against `text.flat` (no marks).
"""

ABBREVIATED = r"(?:\b(?:[Tt]p|TP|[Tt][Tt]|[Tt]x|Q|P|TM|KT|TL|TUQ|Ths?|TS|PGS|GS|BS|v\.v|[A-ZĐ])|(?:^|\s)\d{1,2})\.$"  # no end of a sentence
D_WITH_STROKE = "đ"

# ---------------------------------------------------------------- kinds of document (NĐ 30/2020/NĐ-CP Điều 7)

LETTER = "Công văn"
ANNEX = "Phụ lục"
# Abbreviation in the number, and the name printed above the subject.
KINDS = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "GM": "Giấy mời", "GGT": "Giấy giới thiệu", "PG": "Phiếu gửi", "PC": "Phiếu chuyển",
    "CTHĐ": "Chương trình hành động", "KL": "Kết luận", "TL": "Thể lệ",
    "TM": "Thư mời", "LKN": "Lời kêu gọi", "ĐL": "Điều lệ", "KB": "Kịch bản", "DS": "Danh sách",
}  # fmt: skip
# What may follow the name of the kind on its own line: "KẾ HOẠCH LIÊN TỊCH", "THÔNG BÁO KẾT LUẬN".
KIND_TAIL = r"(?: (?:liên tịch|phối hợp|liên ngành|chi tiết|hành động|kết luận(?: của [^\n]{3,80})?))?"

# ---------------------------------------------------------------- letterhead

# Loose on purpose: scanning turns vowels into others and Đ into P or B.
NATION_FLAT = r"c.{1,2}ng h.{1,2}a\s+x. h.{1,2}i ch. ngh.{1,2}a v[il1].{1,2}t nam"
MOTTO_FLAT = r"[dpb].{1,2}c l.p\s*[-–]?\s*t. do\s*[-–]?\s*h.nh ph.{1,2}c"
PARTY_FLAT = r"dang cong san viet nam|^\s*doan (?:tncs|thanh nien cong san) ho chi minh\s*$"
NUMBER_FLAT = (
    r"(?:^|(?<=\s))s[o06]\s*[:.]?\s*(?P<serial>[\d.…_]*)\s*"
    r"(?P<symbol>[-/]\s?[a-z0-9&]+(?:[.]?[-/]\s?[a-z0-9&]+)*(?:\([a-z0-9]+\))?)(?=[\s,;.)]|$)"
)
BLANK_NUMBER_FLAT = r"^\s*so\s*:?\s*[.…_\s]*(?:\t|$)"
DATE_LINE_FLAT = (
    r"(?P<place>[a-z][\w'’ .\-]{1,40}?)\s*,\s*ng.y\s*(?P<day>[^\s,t]{0,6}|[\s.…_]*?)\s*th.{1,3}ng\s*"
    r"(?P<month>\d{1,2}|[.…_\s]*?)\s*n.m\s*(?P<year>\d{4}|[.…_\s\d]*)"
)
DAY_LINE_FLAT = r"(?P<place>[a-z][\w'’ .\-]{1,40}?)\s*,\s*(?:ngay\s*)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})\s*$"
SUBJECT_FLAT = r"(?:^|(?<=\s))v\s*/\s*v\s*:?\s*|^\s*trich yeu\s*:\s*"
ABOUT = r"^\s*(?:v/v|về việc)\s*:?\s+"
STAMPS_FLAT = r"^\W*(?:hoa toc|thuong khan|khan|toi mat|tuyet mat|mat|du thao(?: lan \d+)?|luu hanh noi bo|xem xong tra lai|ban chinh|sao y(?: ban chinh)?|ha toc)\W*$"
RULE_LINE = r"^[\s\-_–—=*~.…|]+$"
ADDRESSEES_FLAT = r"^\W*k.nh g.{1,3}[il]\s*:?\s*"
INVITED = r"(?:^|\s)điện\s*:\s*$|(?:^|\s)(?:trân trọng\s+)?kính mời\s*:\s*|^\W*kính mời\s+"
EVENT_NOTE = r"^\W*(?:thời gian|địa điểm|bắt đầu|tổ chức|ngày)\b"  # in brackets below the subject
WITH_DECISION = r"\(?\s*(?:ban hành\s+)?kèm theo (?P<kind>[^\W\d_]+(?: [^\W\d_]+)?) (?:số|ngày)"

PART_ALONE = r"(?:phần|chương|mục)\s+(?:thứ\s+)?(?:[IVX]{1,5}|\d{1,2}|nhất|hai|ba|tư|năm|sáu)\s*[.:]?$"  # its title stands below
PART_LABEL = (
    r"(?:phần|chương|mục|tiểu mục)\s+(?:thứ\s+)?(?:[IVX]{1,5}|\d{1,2}|nhất|hai|ba|tư|năm)\b\s*[.:\-–]?"
)
ORDINAL_LABEL = (
    r"(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là\s*[,:]|Thứ (?:nhất|hai|ba|tư|năm|sáu)\s*[,:]"
)
ARTICLE_LABEL = r"điều\s+\d{1,3}\s*[.:]"
LEVELS = ("tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu", "khu vực")
# A place follows.
LEVEL_BODIES = (
    "Tỉnh đoàn", "Thành đoàn", "Huyện đoàn", "Quận đoàn", "Thị đoàn", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy",
)  # fmt: skip
# Letterhead abbreviations written out.
WRITTEN_OUT = {
    "ubnd": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân", "ubmttq": "Ủy ban Mặt trận Tổ quốc",
    "mttq": "Mặt trận Tổ quốc", "bch": "Ban Chấp hành", "btv": "Ban Thường vụ", "bcđ": "Ban Chỉ đạo", "bql": "Ban Quản lý", "btc": "Ban Tổ chức",
    "ccb": "Cựu chiến binh", "chqs": "Chỉ huy Quân sự", "tncs": "Thanh niên Cộng sản", "lđlđ": "Liên đoàn Lao động",
    "lhtn": "Liên hiệp Thanh niên", "lhpn": "Liên hiệp Phụ nữ", "cựu cb": "Cựu chiến binh", "gd&đt": "Giáo dục và Đào tạo", "gdđt": "Giáo dục và Đào tạo", "tp.": "thành phố", "tx.": "thị xã",
}  # fmt: skip
# How words of a body's name are written when the letterhead has capitals only; longest first.
SPELT = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc Việt Nam",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Thanh niên Cộng sản Hồ Chí Minh", "Ban Chấp hành", "Ban Chỉ đạo", "Ban Thường vụ", "Ban Thường trực",
    "Ban Tổ chức", "Ban Tuyên giáo", "Ban Quản lý", "Ban Chỉ huy Quân sự", "Văn phòng", "Công an", "Hội Liên hiệp",
    "Phụ nữ", "Cựu chiến binh", "Nông dân", "Chữ thập đỏ", "Liên đoàn Lao động", "Công đoàn", "Tỉnh ủy", "Thành ủy",
    "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Tỉnh đoàn", "Thành đoàn", "Huyện đoàn", "Quận đoàn", "Nội vụ",
    "Giáo dục", "Đào tạo", "Tài chính", "Kế hoạch", "Đầu tư", "Tư pháp", "Y tế", "Công Thương", "Xây dựng",
    "Giao thông vận tải", "Nông nghiệp", "Phát triển nông thôn", "Môi trường", "Tài nguyên", "Khoa học", "Công nghệ",
    "Thông tin", "Truyền thông", "Văn hóa", "Thể thao", "Du lịch", "Lao động", "Thương binh", "Xã hội", "Kinh tế",
    "Hạ tầng", "Đô thị", "Dân tộc", "Tôn giáo", "Quốc phòng", "Ngoại giao", "Ngoại vụ", "Thanh tra", "Trung tâm",
    "Phục vụ hành chính công", "Trung học phổ thông", "Trung học cơ sở", "Tiểu học", "Mầm non", "Mẫu giáo", "Đại học",
    "Cao đẳng", "Bệnh viện", "Bảo hiểm xã hội", "Kho bạc Nhà nước", "Ngân hàng Nhà nước", "Cục", "Chi cục", "Tổng cục",
    "Thuế", "Thống kê", "Hải quan", "Quản lý thị trường", "Kiểm lâm", "Bộ", "Sở", "Phòng", "Trường", "Hội", "Đoàn",
    "Ban", "Đảng bộ", "Chi bộ", "Viện Kiểm sát nhân dân", "Chuyển đổi số", "Cải cách hành chính", "Đa khoa", "Viên chức", "Tòa án nhân dân", "Hội đồng", "Tiểu ban", "Việt Nam", "Ủy ban",
)  # fmt: skip
PROVINCIAL = ("Sở", "Phòng", "Văn phòng", "Ban", "Công an", "Công đoàn", "Thanh tra", "Trung tâm", "Hội", "Đoàn", "Liên đoàn", "Chi cục", "Cục", "Đài", "Báo", "Hội đồng", "Ủy ban", "Tổ", "Bảo hiểm", "Kho bạc", "Ban Chỉ đạo", "Đảng ủy", "Đội", "Bệnh viện", "Trạm")  # fmt: skip
PARENTS_WITH_PLACE = r"(?:ủy ban nhân dân|hội đồng nhân dân|đoàn đại biểu quốc hội|ủy ban mặt trận)"
ORGAN = r"ban thường vụ|ban chấp hành|ban thường trực|thường trực|ban cán sự"  # of the body on the line above
OFFICE_OF, SCHOOL = "Văn phòng", "Trường"
GOES_ON = r"(?:\b(?:và|của|về|,|-|–))$"  # a line of a name that continues on the next
NO_KIND = {"HĐ"}  # of councils far more often than of contracts
COMMITTEE = "Ủy ban nhân dân"
SYMBOLS = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "TU": "Tỉnh ủy", "HU": "Huyện ủy"}
OWN_COMMITTEE = (
    r"\b(?:ubnd|ủy ban nhân dân) (tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\b(?! cấp)"
)
SPEAKS = (
    r"(?:^|[\n.,;:]\s*)(?:ubnd|ủy ban nhân dân) (?P<level>tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)"
    r"(?P<name>(?: [^\W\d_][\w’'.]*){1,4}?) (?:ban hành|xây dựng|nhận được|báo cáo|đề nghị|thông báo|tổ chức|trân trọng|kính|yêu cầu|đề xuất)"
)

# ---------------------------------------------------------------- bodies: who can be told to do something

# One body. A capital or a lead-in stands before it; what follows up to a verb is its name.
BODY = (
    r"ủy ban nhân dân|ubnd|ủy ban(?: trung ương)? (?:mặt trận|mttq)|ubmttq(?:vn)?|mặt trận(?! trận)|mttq|ủy ban(?= kiểm tra| dân tộc| đoàn| hội)|ubkt"
    r"|hội đồng nhân dân|hđnd|hội đồng(?! (?:thời|thuận))|thường trực|đảng ủy|(?:tỉnh|thành|huyện|quận|thị) ủy|cấp ủy|chi bộ|chi hội|phân hội|tổ hội|đảng bộ|chi đoàn|liên đội"
    r"|(?:tỉnh|thành|huyện|quận|thị) đoàn|đoàn(?= thanh niên| tncs| trường| xã| phường| cơ sở| khối| kiểm tra| công tác| đại biểu)|hội(?! (?:nghị|thảo|viên|trường|đồng|tụ|họp|nhập|thi|trại|chợ|báo))"
    r"|liên đoàn|liên hiệp|liên minh|công đoàn|hiệp hội|tổng cục|chi nhánh|chi cục|cục(?! bộ)|vụ(?! (?:việc|án|mùa|lộ))|viện(?! (?:trợ|dẫn|phí))|tòa án|thanh tra(?!,| việc| công tác)|kho bạc"
    r"|ngân hàng|bảo hiểm xã hội|bhxh|trung tâm|trạm|y tế(?= xã| phường| thôn| cơ sở| thị)|bệnh viện|phòng khám|trường(?! hợp)|đại học|học viện|đài(?= phát| truyền| khí| tt| pt)|báo(?! (?:cáo|chí|đài|động|hiệu))|tạp chí|tòa soạn"
    r"|(?:cổng|trang) (?:thông tin|ttđt)|công ty|tập đoàn|tổng công ty|doanh nghiệp|hợp tác xã|htx|bưu điện|viettel|vnpt|agribank|điện lực|bộ chỉ huy|ban chỉ huy|bch|bộ tư lệnh"
    r"|quân khu|đồn biên phòng|quân sự(?= (?:xã|phường|huyện|tỉnh|thị))|xã đội|bộ đội biên phòng|biên phòng|hạt kiểm lâm|kiểm lâm|công an|cảnh sát|đội(?! (?:ngũ|viên|hình))|tổ(?! chức)|nhóm|tiểu ban|bộ phận|khối(?! lượng)|khoa(?! học)"
    r"|văn phòng|vp|sở(?! (?:hữu|thích|dĩ))|phòng(?! (?:chống|, chống|ngừa|cháy|trừ|bệnh|dịch))|ban(?! (?:hành|đầu))|bộ(?! (?:thủ tục|tiêu chí|máy|cơ sở|hồ sơ|luật|dữ liệu|chỉ số|câu hỏi|tài liệu|nhận diện|đội))"
    r"|chính phủ|chính quyền|thôn|bon|buôn|bản(?= [A-ZĐ])|ấp|khu phố|tổ dân phố|khu dân cư|ban quản lý|xóm|khóm|bản(?= [A-ZĐ])|câu lạc bộ|clb|nhà (?:trường|văn hóa|thiếu nhi|máy)|thư viện|bảo tàng|viễn thông|tập thể|lực lượng(?! (?:tham gia|ra quân|tham dự|huy động))(?= [^\W\d_])|đoàn thể|hải quan|kiểm sát|quỹ|xã(?! hội)|phường|thị trấn|quận|huyện|đặc khu|cơ quan|đơn vị|địa phương|cổng|ngành(?! nghề| hàng)"
)
# People in office, and everybody of a kind.
OFFICER = (
    r"chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|thủ trưởng|người đứng đầu|chánh văn phòng|chánh thanh tra|chánh án|viện trưởng|trưởng (?:phòng|ban|các|ấp|bản|xóm|khóm|khối|làng|khoa|công an|thôn|đoàn|tiểu ban|bộ phận|trạm|khu|buôn|bon|ấp)"
    r"|phó trưởng|tổ trưởng|hiệu trưởng|phó hiệu trưởng|cục trưởng|tổng biên tập|bí thư|lãnh đạo|đồng chí|đ/c|ông(?= [A-ZĐ])|bà(?= [A-ZĐ])|(?:thầy|cô|chị|anh)(?= [A-ZĐ])|gvcn|(?:xóm|thôn|ấp|bản) trưởng|các ông|thành viên|bộ trưởng|tư lệnh|thủ tướng|chỉ huy trưởng|tổng phụ trách"
    r"|giáo viên|kế toán|nhân viên|(?:cán bộ|công chức)(?:, (?:công chức|viên chức|người lao động|đảng viên))*|cbccvc?|cbgv(?:nv)?|đoàn viên|hội viên|tổ trưởng|chuyên viên|bảo vệ(?= nhà trường| cơ quan|\W*$)|mc\b"
)
PERSON = r"(?:đồng chí|đ/c|ông|bà)\s"  # told in one sentence with others
MANY = (
    r"(?:các|những|mỗi|từng|tất cả các|toàn thể|100%)\s+(?:đồng chí|sở|ban|bộ|ngành|phòng|cơ quan|đơn vị|địa phương|xã|huyện|quận|phường|thị trấn|tổ chức|đoàn thể|trường|hội|thôn|doanh nghiệp|cấp|cơ sở|chi hội|xóm|bản|ấp|buôn|bon|khối|khóm|liên đội|đảng ủy viên|ông|bà|thành viên|chi bộ|chi đoàn|khoa"
    r"|đảng ủy|đảng bộ|tổ|trung tâm|ngân hàng|cục|chi cục|công ty|khu|lực lượng|tiểu ban|trạm|cán bộ|công chức|giáo viên|lớp|hộ|gia đình|chủ|điểm|thủ trưởng|quân khu|tỉnh|thành phố|đội|báo|phó|trưởng|cá nhân|nhà|hiệu trưởng|bệnh viện)"
)
# Lower-case names whose second word would otherwise be taken for a verb.
FIXED_NAMES = (
    r"(?:ban|tiểu ban|tổ|đội|đoàn|hội đồng|bộ phận|nhóm) (?:tổ chức|chỉ đạo|quản lý|giám hiệu|giám đốc|chấp hành|đại diện|chỉ huy|vận động|kiểm tra|giám sát|thư ký|giúp việc|công tác|tuyên truyền(?: lưu động)?"
    r"|tiếp nhận(?: và (?:hoàn )?trả kết quả)?|một cửa|phục vụ|xây dựng đảng|cán sự|thanh tra|hậu cần|lễ tân|khánh tiết|thi đua(?:,? khen thưởng)?|an ninh|y tế|nội dung|tiếp công dân|bồi thường|thẩm định|hướng dẫn|điều hành|hỗ trợ|tình nguyện|bảo vệ)"
    r"|trung tâm (?:phục vụ|dịch vụ|hỗ trợ|cung ứng|hướng dẫn|giới thiệu|kiểm soát|bồi dưỡng|ứng dụng|quản lý|điều hành|giám sát)|(?<!quốc )phòng (?:quản lý|đăng ký|tổ chức|thanh tra|kiểm tra|tổng hợp|tiếp công dân|hướng dẫn)"
    r"|văn phòng (?:đăng ký|điều phối)|chi cục quản lý|cơ quan (?:quản lý|báo chí|thông tin)|lực lượng bảo vệ"
)
# "các Sở: Tư pháp, Tài chính": the colon belongs to the name.
GROUP_COLON = r"(?:các|những|02|03|04|05) (?:sở|ban|bộ|ngành|phòng|đơn vị|cơ quan|trường|xã|phường|huyện|hội)(?:,? [^:,]{1,20}){0,4}:$|^(?:giám đốc|thủ trưởng|chủ tịch|bộ trưởng|hiệu trưởng|trưởng phòng):$"
LIST_CUT = r"\s*[,;]\s*|\s+(?:và|cùng với|cùng)\s+"
REMARK_ON_NAME = r"\s*\((?:cơ quan|đơn vị|bộ phận|thường trực|sau đây|gọi tắt|đầu mối)[^()]*\)"
ONE_GIVEN = r"(?<!các đơn vị)(?<!các cơ quan)(?<!các phòng)\s+được (?:phân công|giao)(?: nhiệm vụ)?$"
GIVEN = "được "
GIVEN_VERBS = ("phân công", "giao", "mời", "yêu cầu", "chọn", "lựa chọn")  # "các đơn vị được phân công chủ động …"  # fmt: skip
AFTER_NAME = r"\s+(?:và|có|cần|phải|tiếp|cùng)$"
KEPT_CAPITAL = r"(?<=\b(?:bản|ông|chị|anh) )\w|(?<=\b(?:bà|cô) )\w|(?<=\bthầy )\w"
# People told by what they do, before a colon: "Các đồng chí Đảng ủy viên phụ trách thôn: …".
DESCRIBED = rf"(?:{MANY}|{OFFICER}|{BODY})(?:(?! (?:chủ trì|phối hợp))[^,;:.]){{1,60}} (?:phụ trách|được (?:phân công|giao)|trực tiếp|tham gia|phục vụ|theo dõi|trực|có liên quan|quản lý)(?: (?!phối hợp|chủ trì)[^\s,;:.]+){{0,8}}$"
# What may stand before the subject: "Căn cứ Chỉ thị này, Thủ trưởng …", "Trong năm 2018, Văn phòng …".
BEFORE_SUBJECT = r"^\W*(?:căn cứ|trên cơ sở|theo|trong|định kỳ|hằng|hàng|trước|từ|khi|sau|để|nhằm|đến|vào|sau khi|thời gian tới|riêng|đồng thời)\b[^,;:.]{0,140},\s+"
# Small words a name may go on with; where no verb of the table stands, a name stops before any other small word.
NAME_WORDS = (
    "tỉnh|thành|phố|huyện|thị|xã|quận|phường|trấn|thôn|ấp|bon|buôn|khu|đặc|vực|chuyên|môn|vụ|các|và|của|thuộc|trực|có|liên|quan|cấp|trên|địa|bàn|ban|ngành|sở|phòng|đoàn|thể|đơn|vị|cơ|phương|tổ|hội|chức|chính|trị|ủy|đảng"
    "|nhân|dân|công|viên|cán|bộ|văn|toàn|cùng|trường|nhà|nước|tại|trung|tâm|lực|lượng|vũ|trang|doanh|nghiệp|chi|đội|khối|lớp|chủ|nhiệm|giáo|học|sinh|trưởng|phó|dân|cư|quốc|gia|hộ|gia|đình|khoa|quản|lý|số|cộng|đồng|thành|còn|lại|khác|nêu"
)
# "UBND xã giao Phòng …": told inside a sentence; not "nhiệm vụ được giao", "theo đề nghị".
TOLD_WITHIN = r"(?<!được )(?<!theo )(?<!văn bản )(?<!tờ trình )(?<!nhà nước )(?<!kinh phí )(?<!chỉ tiêu )(?<!dự toán )(?<=\s)(?=(?:giao|đề nghị|yêu cầu|phân công)\s)"
LEAD_IN = r"(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo)\s*:?\s+(?=\w)"  # above a list of duties
HELPER_IN_BRACKETS = r"[;,]\s*(?P<helper>[^;]{2,120}?)\s+(?:cùng )?phối hợp\W*$"
OTHERS_TOLD = r"^\W*(?:trong đó|đồng thời|riêng)?,?\s*(?:kính |trân trọng )?(?:giao|đề nghị|yêu cầu)\s"
NEXT_CLAUSE = r";\s+|(?<=\.)\s+(?=(?:Giao|Đề nghị|Yêu cầu)\s)"
MANNER = r"theo quy định|theo (?:chức năng|nhiệm vụ)[^,]*$"  # no duty by itself
EACH = r"(?:mỗi|từng)\b"  # "mỗi chi hội cử 08 người": each of those told above
MEMBERSHIP = r"^\W*(?:(?:phó )?trưởng (?:tiểu )?ban|tổ trưởng|tổ phó|đội trưởng|(?:các )?thành viên|thành phần|ủy viên|gồm)(?: [^:]{0,30})?\s*:|^\W*(?:đ/c|đồng chí)[^:]{3,80} (?:làm )?(?:phó )?trưởng (?:tiểu )?ban\W*$"  # who belongs to it, no duty
# Words of the verbs' table a name may end with: "Phòng Kế hoạch tổng hợp", "Ban tổ chức".
NAME_ENDS = r"tổng hợp|tổ chức|quản lý|hướng dẫn|kiểm tra|giám sát|thanh tra|tuyên truyền|phục vụ|truyền thông|tiếp nhận|quyết toán|bảo vệ|hỗ trợ|thống kê|đào tạo|lập|mua sắm|tư vấn"
ENDS_BEFORE = r"\s+(?:chủ trì|chủ động|phối hợp|tham mưu|có trách nhiệm|chịu trách nhiệm|đầu mối|là|căn cứ)\b"  # "Phòng Kế hoạch tổng hợp chủ trì …"
NOT_TOLD = r"\b(?:đã|đang|không|chưa|được|sẽ|vẫn|cũng)$|\s(?:khi|nếu|để|nhằm|đã|đang|bị|hoạt động)\s"
CLAUSE_BEGINS = r"\s(?:là|từ|(?<!trật )tự(?! (?:quản|vệ|do|trị|nguyện))|theo(?! dõi))\s"  # what follows a name is no name any more
DONE = r"(?:thực hiện|đảm nhiệm|đảm nhận|bảo đảm|phụ trách|đảm trách|chuẩn bị|chịu trách nhiệm|chủ trì)(?: thực hiện)?"
DONE_BY = rf"\s(?:do|giao cho|giao)\s+(?P<body>[^,;.:]{{3,120}}?)\s+{DONE}\s*(?:[,;.]|$)"  # "Việc in ấn giao cho Văn phòng thực hiện"
DUE_BEHIND = r"[,;.(]\s*(?=hoàn thành|xong|trước ngày|thời gian|chậm nhất|hạn)"
MUST = r" (?:có|chịu) trách nhiệm\b"
INTRODUCES = r":\s*$|\b(?:có (?:trách nhiệm|nhiệm vụ)|như sau|cụ thể|sau đây)\W*$"  # a list below
ABBREVIATED_NAME = r"[A-ZĐ]{2,}\d?\s+[A-ZĐÀ-Ỹ][^\W\d_]+"  # "PVI Hòa Phú"
ABBREVIATED_BODY = r"[A-ZĐ][A-ZĐ&.\-]{2,9}\s+(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|cấp|trường|cơ quan)\b"  # "LĐLĐ huyện"
GIVEN_TO = r"(?:(?:trong đó|đồng thời|riêng)?,?\s*(?:giao cho|giao|đề nghị|yêu cầu|phân công|ủy quyền cho|ủy quyền|kính mời|mời|kính đề nghị|trân trọng đề nghị)|đối với|riêng|về phía|trách nhiệm của|nhiệm vụ của)\s*:?\s+"
# The verbs duties begin with. A name stops where one of them stands in small letters.
VERBS = (
    r"chủ trì|chủ động|phối hợp|phối kết hợp|kết hợp|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|tham mưu|hướng dẫn|(?<!các )tổ chức(?!\s*[,;.)]| (?:đoàn thể|chính trị|có |liên quan|cá nhân|hội|xã hội|kinh tế|tín dụng|tôn giáo|đảng|phi |trực|thuộc|và |khác))|triển khai|xây dựng|chỉ đạo|đôn đốc|theo dõi|kiểm tra|giám sát|tổng hợp|báo cáo"
    r"|thực hiện|tiếp tục|tăng cường|đẩy mạnh|chuẩn bị|đảm bảo|bảo đảm|bố trí|cử|điều động|huy động|vận động|tuyên truyền|phổ biến|quán triệt|ban hành|cung cấp|cập nhật|rà soát|đề xuất|phân công|căn cứ"
    r"|theo (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|phân công|dõi|quy định)|trong phạm vi|trên cơ sở|có ý kiến|nghiên cứu|lập|thẩm định|bảo vệ|cân đối|cấp phát|giúp|tiếp nhận|giải quyết|xử lý|phát động|hỗ trợ|tạo điều kiện|thành lập|thông báo|thông qua|đăng tải|đưa tin"
    r"|viết|soạn thảo|soạn|dự thảo|gửi|in ấn|trang trí|tích cực|khẩn trương|kịp thời|thường xuyên|nghiêm túc|tập trung|đưa|lồng ghép|niêm yết|công khai|công bố|trình|phê duyệt|quyết định|tham gia|làm tốt|làm đầu mối|là đầu mối|đầu mối(?= theo| tổng| tham| phối)"
    r"|là cơ quan|là đơn vị|phụ trách|đảm nhận|điều hành|liên hệ|sắp xếp|nắm bắt|nắm|lựa chọn|giới thiệu|khen thưởng|đánh giá|tập huấn|bồi dưỡng|lưu|thống kê|hoàn thành|hoàn thiện|đăng ký|khai thác|ứng dụng|duy trì|quyết toán"
    r"|thanh toán|thanh, quyết toán|phản ánh|được giao|quản lý|xem xét|xác định|bám sát|sử dụng|kiện toàn|phát huy|nâng cao|góp ý|tham dự|dự lễ|dự họp|có mặt|tiến hành|phát hiện|ngăn chặn|treo|vệ sinh|dọn dẹp|trực(?= ban| cấp cứu| chỉ huy| tại| 24| hỗ trợ| hướng dẫn| tiếp| y tế)|ghi hình|chấm thi|hưởng ứng"
    r"|sơ kết|tổng kết|khảo sát|phân bổ|chấp hành|định kỳ|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|trước ngày|chậm nhất|đẩy nhanh|nhắc|quan tâm|thống nhất|chú trọng|đổi mới|đề ra|khuyến khích|thẩm tra|tiếp thu|công nhận"
    r"|mua|dẫn chương trình|đón tiếp|đón|ra quân|kêu gọi|truyền thông|phát thanh|phát sóng|lắp đặt|vận hành|in|kê|mời|phân luồng|phục vụ|dành|bàn giao|chuyển|tham vấn|thanh tra|điều tiết|hạn chế|chọn|cắt cử|lên (?:danh sách|lịch|kế hoạch|phương án)|biên soạn|biên tập|đưa đón|trồng|nạo vét|phát quang|khơi thông|dâng hương|tập luyện|luyện tập|kẻ vẽ|gặp mặt|thăm hỏi|tặng quà|khám|livestream|truyền hình|tổng duyệt|duyệt|hiệp đồng|quyên góp|đấu nối|cung ứng|phun|phân loại|nêu cao|không để|bám nắm|nhân rộng|mở (?:chuyên|lớp|thêm|rộng|đợt|cửa|cổng|sổ|hội)|lo(?= (?:nước|hậu|ăn|kinh|âm|loa|trang|xe|cơ))|mang(?= theo)|dự kiến|dán|trông giữ|giữ(?= (?:xe|trật|gìn|vững|vệ))|quét|thu dọn|nấu|trông(?= xe| coi| giữ)|đóng góp|khắc phục|xét|đảm đương|chăm sóc|sửa chữa|trao|bình chọn|bình xét|dựng|thu gom|thu thập|ban bố|góp phần|cam kết|đôn thúc|tìm hiểu|học tập|lắng nghe|tuyển|phản biện|nộp|họp|biểu dương|đăng|nghiệm thu|tư vấn|quay phim|chụp ảnh|phân phối|phát|rút kinh nghiệm|trưng bày|giữ gìn|canh gác|chốt|lái xe|đặt|thuê|gắn|chạy|khởi công|điểm danh|thắp|nhận(?! (?:quân|thức|diện))|ủng hộ|giao(?! thông| lưu| dịch)|đề nghị|yêu cầu|trực tiếp|tuần tra|đảm trách|đại diện|tiếp công dân|đồng loạt|chung tay|tôn vinh|tuyên dương|chấn chỉnh|bảo quản|di dời|điều chỉnh|bổ sung|thay mặt|kết nối|tích hợp"
    r"|thiết kế|thiết lập|cài đặt|số hóa|đối chiếu|thắp sáng|kê khai|chi trả|mua sắm|trang bị|vận chuyển|gương mẫu|tự giác|sẵn sàng|ưu tiên|nắm chắc|mở rộng|cải thiện|che chắn|phối hợp"
)
# "phối hợp chặt chẽ với", "phối hợp cùng", "phối hợp các"
WITH = r"(?:phối(?: kết)? hợp(?: chặt chẽ| thực hiện)?\s*(?:với|cùng với|cùng|của|:)?|chủ trì,? cùng(?: với)?)\s+"
ANY_BODY = r"(?:đơn vị|cơ quan|địa phương|nhà trường|doanh nghiệp|gia đình|chính quyền)\s"  # a body without a name, in a list
# Where a list of partners stops although no verb stands there.
WITH_STOPS = r"trong(?! đó)|để|nhằm|khi|nếu|theo|về|tại|qua|từ|vào|trên cơ sở|kể từ|trước|sau khi|\("
LEADS = r"chủ trì|chịu trách nhiệm chính|làm đầu mối|là đầu mối|là cơ quan thường trực|thường trực"
ONLY_HELPS = r"^\W*(?:chủ động |tích cực |tham gia )?(?:phối|kết) (?:kết )?hợp\b|^\W*(?:căn cứ [^;:]{0,80}, )?tham gia phối hợp"
IN_BRACKETS = r"\((?P<given>(?:do |giao )?(?P<body>[^()]*?)\s*(?P<role>chủ trì|thực hiện|tham mưu|phụ trách|chịu trách nhiệm|đảm nhiệm|phối hợp|chuẩn bị|báo cáo)(?P<rest>(?:[^()]|\([^()]*\))*))\)[\s.;,/]*$"
COUNCIL_AND_COMMITTEE = (
    r"(?:hđnd|hội đồng nhân dân)(?: (?:tỉnh|huyện|xã))?\s*(?:,|và)\s*(?:ubnd|ủy ban nhân dân)"
)
NOT_A_UNIT = r"^(?:(?:đơn vị|cơ quan|bộ phận|cán bộ|người) (?:áp dụng|thực hiện|chủ trì|phối hợp|phụ trách|triển khai|đầu mối)|kinh phí|công tác|thời gian|địa điểm|nội dung|mục đích|yêu cầu|tổ chức|hình thức|đối tượng|về |một số|việc |trên |trong |nguồn|bộ phận một cửa$)"

# What a sentence may begin with that names nobody.
NOBODY = r"^(?:quá trình|kết quả|chương trình|kế hoạch|buổi|lễ |ngày |mọi |trường hợp|số |thành phần|hoạt động|hồ sơ|chi phí|dự toán|tài liệu|băng rôn|khẩu hiệu|chế độ|biện pháp|phương án|phương tiện|thông qua|bên cạnh|ngoài|đồng thời|khi|sau|nếu|do |phần|mức|quy trình|danh sách|công trình)"

# ---------------------------------------------------------------- headings: what a section is about

TOPICS = {
    "bases": r"^(?:các |những )?căn cứ(?: pháp lý| ban hành| xây dựng|$|:)|^cơ sở pháp lý",
    "purpose": r"mục đích|yêu cầu|mục tiêu|quan điểm|ý nghĩa|đánh giá chung|tình hình|đặc điểm|phạm vi|đối tượng|nguyên tắc|sự cần thiết|kết quả đạt được|tồn tại|hạn chế|nguyên nhân|ưu điểm|khẩu hiệu|chủ đề",
    "programme": r"chương trình (?:buổi lễ|phần (?:lễ|hội)|lễ|hội nghị|làm việc|chi tiết|cụ thể|phát động|ra quân|cuộc họp|họp|ngày hội|khai mạc|dự kiến|tổ chức)|^(?:nội dung )?chương trình\W*$|nội dung (?:buổi lễ|chương trình|lễ|cuộc họp|hội nghị)|tiến trình|trình tự (?:buổi lễ|tiến hành|lễ)|^nội dung,? chương trình|^chương trình,? nội dung|kịch bản|^phần (?:lễ|hội)\b",
    "delegates": r"(?<!đón )(?<!đón tiếp )(?<!giới thiệu )đại biểu(?! hđnd| quốc hội)|thành phần(?! hồ sơ)|khách mời|số lượng tham gia|^(?:về )?lực lượng(?: tham gia| ra quân| tham dự| huy động)?\W*$|đối tượng (?:tham dự|mời|dự)",
    "time": r"^(?:dự kiến )?(?:về )?thời gian|^địa điểm|^thời điểm",
    "budget": r"^(?:nguồn )?kinh phí|dự toán|cơ sở vật chất|điều kiện (?:đảm bảo|bảo đảm)",
    "duties": r"tổ chức thực hiện|phân công|trách nhiệm|nhiệm vụ|thực hiện|giải pháp|triển khai|nội dung công|công tác chuẩn bị",
}
OWN_TASKS = r"tổ chức thực hiện|phân công|nhiệm vụ|trách nhiệm"
PREAMBLE = r"^(?:\W*)(?:căn cứ|thực hiện|theo đề nghị|nhằm|để |xét|thi hành|triển khai thực hiện|tiếp theo|phúc đáp|nhận được|trên cơ sở|trong thời gian qua|thời gian qua|ngày \d|sau khi|theo tinh thần|theo|được sự|vừa qua|hưởng ứng|chào mừng|xét đề nghị)"
CLOSING = r"^\W*(?:trên đây là|trong quá trình|quá trình|với nội dung|nhận được|(?:kính )?đề nghị (?:các|quý|ủy ban|ubnd|thủ trưởng|đồng chí|giám đốc)|yêu cầu(?: các)? (?:thủ trưởng|các|giám đốc|chủ tịch|ủy ban|ubnd|lãnh đạo|đồng chí|trưởng)|căn cứ (?:chỉ thị|kế hoạch|nội dung|công văn) (?:này|trên)|rất mong|trân trọng|sự (?:hiện diện|có mặt)|rất hân hạnh|kính mời|kế hoạch này|thông qua các giải pháp|(?:ubnd|ủy ban nhân dân|ban|sở|phòng) [^.;,]{0,60}?(?:kính |trân trọng )*(?:yêu cầu|đề nghị)|chỉ thị này|văn bản này|thông báo này|vậy,)"
BOILERPLATE = r"thông báo (?:để|đến) [^.]{0,80}(?:biết|thực hiện)|(?:dự|đến|có mặt|tham dự)[^.;]{0,40}(?:đúng giờ|đúng thành phần|đầy đủ)|nếu có (?:khó khăn|phát sinh|vướng|vấn đề)|nếu phát sinh|trường hợp (?:có |phát sinh )?(?:vướng|khó khăn|phát sinh)|chịu trách nhiệm thi hành|trên đây là|^\W*với nội dung|căn cứ (?:quyết định|kế hoạch)[^.;]{0,20} thi hành|^\W*(?:kế hoạch|quyết định|chỉ thị|thông báo) này có hiệu lực"
# "nghiêm túc triển khai thực hiện Kế hoạch này": says that what was said is to be done.
BOILERPLATE_DUTY = (
    r"^\W*(?:(?:căn cứ [^,;.]{0,90}(?:,|(?= (?:chủ động|triển khai|thực hiện|tổ chức)))|(?:khẩn trương|nghiêm túc|tích cực|chủ động|phối hợp|quan tâm|quán triệt|tổ chức|kịp thời|chỉ đạo|nghiên cứu|tập trung|và|,))\s*)*"
    r"(?:triển khai|thực hiện|chấp hành)(?:,? (?:tốt|có hiệu quả|hiệu quả|nghiêm túc|nghiêm|triển khai|thực hiện|tổ chức|đảm bảo|bảo đảm|đúng|đầy đủ|các nội dung|nội dung|theo|yêu cầu|của|tại|trong|đạt|kết quả))*"
    r"(?: (?:kế hoạch|chỉ thị|công văn|thông báo|văn bản|quyết định|hướng dẫn))?(?: (?:này|trên|đã đề ra|đề ra|nêu trên))*\W*$"
)
NOTE = r"^\W*(?:lưu ý|ghi chú|chú ý)\b"
LIST_HEADING = r"(?:đại biểu|thành phần|chương trình|đối với|tại |phần lễ|phần hội)"

# ---------------------------------------------------------------- labels: who, with whom, until when, where

LABEL_LEAD = r"(?:cơ quan|đơn vị|bộ phận|người|phòng, ban|đồng chí|cán bộ)?\s*(?:chủ trì|thực hiện|phụ trách|đầu mối|đảm nhiệm)(?:,? (?:thực hiện|phối hợp|chủ trì|tham mưu|chính))*"
LABEL_WITH = r"(?:cơ quan|đơn vị|bộ phận|các đơn vị)?\s*phối hợp(?: thực hiện)?"
LABEL_DUE = r"(?:thời gian|thời hạn|tiến độ|hạn|lộ trình|hoàn thành)(?: thực hiện| hoàn thành| triển khai| báo cáo| xong| tổ chức)*"
LABEL_DUE_ALONE = r"(?:hoàn thành|xong) (?=trước|chậm|ngày|trong|\d)"  # without colon
LABEL_CONTENT = r"(?:nội dung|nhiệm vụ|biện pháp|cách thức|công việc|nội dung, biện pháp|nội dung công việc)(?:[,;]? (?:thực hiện|biện pháp|giải pháp|và biện pháp|cụ thể|nhiệm vụ|công việc))*"
DUE_LINE = r"^\W*(?:thời gian|thời hạn|hoàn thành|xong|hạn)(?: (?:thực hiện|hoàn thành|xong|báo cáo|nộp|trước|gửi))*\s*(?::|trước|xong|chậm)"
LABEL_ENDS = r"\s*(?:[:.]|$)"
LABEL_OTHER = (
    r"(?:kinh phí|sản phẩm|kết quả|địa điểm|thành phần|đối tượng|hình thức|số lượng)(?: [^:]{0,40})?"
)
LABEL_TIME = r"(?:thống nhất )?(?:dự kiến )?(?:về )?(?:thời gian|thời điểm|ngày giờ|ngày, giờ)(?:[^:]{0,60})?"
LABEL_PLACE = r"(?:thống nhất )?(?:dự kiến )?(?:về )?(?:địa điểm|nơi tổ chức|vị trí tổ chức)(?:[^:]{0,60})?"
COLUMNS = {
    "number": r"^(?:stt|tt|số tt|số thứ tự|#)$",
    "lead": r"chủ trì|^(?:đơn vị|cơ quan|bộ phận|người)\b(?!.*phối hợp).*|phụ trách|phân công|^thực hiện$|đầu mối|chịu trách nhiệm",
    "coordinating": r"phối hợp",
    "due": r"thời gian|thời hạn|tiến độ|hoàn thành|^hạn|ngày thực hiện|^thời điểm",
    "content": r"nội dung|nhiệm vụ|công việc|hoạt động|tên việc|đầu việc|chương trình|phần việc|hạng mục",
    "result": r"sản phẩm|kết quả|ghi chú|kinh phí|dự toán|địa điểm|yêu cầu|số lượng",
}
NOT_OF_EVENT = r"thực hiện|áp dụng|hoàn thành|thí điểm|giải quyết|nhận hồ sơ|triển khai|báo cáo|đăng ký|nộp|gửi|phát động|công tác|làm việc"
OF_EVENT = r"tổ chức|diễn ra|khai mạc|buổi lễ|hội nghị|bắt đầu|họp|lễ|địa điểm"
EVENT_HEADING = r"\b(?:lễ|hội nghị|ngày hội|khai mạc|khai trương|khai giảng|khởi công|khánh thành|ra mắt|hội thi|ra quân|phát động|diễn tập|mít tinh)\b"
REHEARSAL = r"^\W*(?:tổng duyệt|sơ duyệt|chạy chương trình|tập |họp|lắp đặt)"
EVENT_SENTENCE = r"(?:(?:tổ chức|phát động|ra quân)[^.;]{0,120}? (?:vào|lúc)(?: lúc)? \d{1,2} ?(?:h|g|giờ|:)|vào lúc|vào hồi|bắt đầu (?:từ|lúc)|được tổ chức|diễn ra|tổ chức vào|khai mạc)"
AT_PLACE = r"(?:,|;|\.|\s)\s*(?:tại|địa điểm\s*:)\s+(?P<venue>(?:[^.;()]|\([^()]*\))+?)(?=[.;)]|$|,? (?:theo|để|nhằm|với|do) |, (?:giám đốc|chủ tịch|hiệu trưởng|trưởng ban|ban thường vụ|ubnd|ủy ban nhân dân) |,? (?:bắt đầu |vào )?(?:lúc|từ) |, (?:vào|bắt đầu) )"
AT = r"(?i)^tại\s+"
CELL_WITH = r"[;,.\n]?\s*(?:chủ trì[,;]?\s*)?(?:đơn vị |cơ quan )?phối hợp\s*(?:với|cùng|:)\s*"
LEADS_IN_LIST, HELPS_IN_LIST = (
    r"\s*\(?\s*(?:làm |là )?chủ trì\s*\)?\W*$",
    r"\s*\(?\s*phối hợp(?: thực hiện)?\s*\)?\W*$",
)
LEAD_WORD = r"(?:chủ trì|thực hiện)"
LABEL_OF_CELL = rf"(?i)^\W*(?:đơn vị |cơ quan )?{LEAD_WORD}\s*:\s*"
HELPS = "phối hợp"
HEADCOUNT = r"\W*(?:khoảng |dự kiến |mỗi [^,;]{0,30} )?\d[\d.]*\s*(?:%|người|đồng chí|đại biểu|đoàn viên|hội viên|em|hộ)?\W*$"
INTRODUCED = r"(?:gồm(?: có)?|như sau|cụ thể|sau đây)\s*:?\s*$"
NO_DUTIES = ("Danh sách",)  # kinds of annexes that name people and tell them nothing
NOT_MEMBERS = r"^(?:kinh phí|thời gian|địa điểm|trang phục)"

# ---------------------------------------------------------------- dates, deadlines, recurrences

TIME = r"(?P<hour>\d{1,2})(?:\s*(?:giờ|[hg](?![^\W\d_]))\s*|:(?=\d{2}))(?P<minute>\d{2})?(?:\s*(?:phút|['’\u2032p](?!\w)))?(?!\d)"
DAY = r"(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4})(?!\d)"
DAY_WORDS = r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?: năm (?P<year>\d{4}))?"
DAY_SHORT = r"(?P<day>\d{1,2})\s*/\s*(?P<month>\d{1,2})(?!\d|\s*[/.\-]\s*\d)"
UNTIL = r"(?:(?:hoàn thành|xong|gửi về [^;.]{0,160}?|báo cáo [^;.]{0,160}?|thời gian|thời hạn)?\s*(?:trước|chậm nhất|muộn nhất|đến hết|hết|hạn cuối|hạn chót|trong(?= ngày| sáng| chiều| tối)|hoàn thành(?=:| ngày| vào|\s*$)|hoàn thành [^;.,\d]{1,60}\s(?:vào|trong)(?=\s|$)|xong(?=:| ngày| vào|\s*$))(?:\s*(?:là|vào|đến|trước|ngày|sáng|chiều|tối|:))*\s*(?:\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2})?\s*(?:phút|['’\u2032])?,?\s*(?:(?:sáng|chiều)\s+)?(?:thứ \w+,?\s*)?(?:ngày)?\s*)?)"
# Deadlines in words. Only where a duty begins, in brackets, after a label or in a cell: "thường xuyên" is also an adverb.
ALWAYS = r"(?:thường xuyên|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|hằng tuần|hàng tuần|định kỳ(?: (?:hằng|hàng) (?:tháng|quý|năm|tuần)| 0?6 tháng(?:,? (?:một năm|01 năm|1 năm|hằng năm|hàng năm))?)?|6 tháng(?:,| và) (?:hằng|hàng) năm)"
IN_MONTH = r"(?:cuối |đầu |giữa |tuần (?:\d|đầu|cuối|thứ \w+) )?(?:tháng \d{1,2}(?:\s*[/\-]\s*\d{4}| năm \d{4})?|quý (?:iv|i{1,3}|[1-4])(?:\s*[/\-]\s*\d{4}| năm \d{4})?)"
DUES_IN_WORDS = (
    rf"^\W*(?:chủ trì,? )?(?P<words>{ALWAYS})\b",
    r"^\W*trong (?P<words>(?:tháng \d{1,2}|quý (?:iv|i{1,3}|[1-4]))(?:\s*/\s*\d{4}| năm \d{4})?),",
    rf"(?:[,;(]\s*|thời gian:?\s*)(?P<words>{ALWAYS})\s*[).;]*\s*$",
    rf"(?:hoàn thành|xong|thực hiện|thời gian|\()\s*:?\s*(?:trước |hết |trong |vào )*(?P<words>{IN_MONTH}(?:[^.;()]{{0,60}})?)\)?\W*$",
    rf"(?:\b(?:trong|vào) |(?<= )(?=cuối |đầu |giữa ))(?P<words>{IN_MONTH})\W*$",
    r"(?:hoàn thành|xong)\b[^.;]{0,80}?(?<= )(?P<words>trước (?:ngày |buổi )?(?:tết|lễ|khai mạc|khai giảng|đại hội|kỳ họp)[^.;,()]{0,40})\W*$",
    rf"^\W*(?:tổng hợp,? )?(?:gửi )?báo cáo (?P<words>{ALWAYS})\b",
    r"(?P<words>(?:trong vòng|trong thời hạn|chậm nhất) \d{1,2} (?:ngày|tuần|tháng)[^.;()]{0,60})\W*$",
    rf"(?:^|[;,.]\s*)(?P<words>{ALWAYS})\s+(?:tổng hợp,? )?(?:gửi )?báo cáo",
    rf"báo cáo\b[^.;]{{0,120}}?\s(?P<words>{ALWAYS})\s*[).;]*\s*$",
)
SHORT_DAY_ALONE = r"\W*(?:trước |ngày |xong |hết |trước ngày )*(?P<day>\d{1,2})\s*/\s*(?P<month>\d{1,2})\W*"
DAY_OF_YEAR = "ngày {day}/{month}/{year}"
BARE_DAY = r"(?:ngày\s*)?$"
BEFORE_DAY = r"(?:ngày|trước|đến|từ|hết|nhất|lúc|sáng|chiều|,|-|–|\(|thứ \w+)\s*$"
UNTIL_WORD = r"trước\s*$"
REPORTED_MONTHLY = r"ngày \d"  # "ngày 25 hằng tháng": a day of service, unless something is reported by then
REPORTS = r"báo cáo|nộp|gửi (?:về|kết quả|danh sách|số liệu|cho|văn bản về)|tổng hợp"
FROM = r"\btừ\b"
FROM_DAY = r"\b(?:từ|kể từ|bắt đầu)\s*(?:ngày)?\s*$"
TO_DAY = r"\s*,?\s*(?:đến|tới|-|–)\s*(?:hết\s*)?(?:ngày\s*)?"
FROM_MONTH = r"từ tháng (?P<month>\d{1,2})(?:(?:\s*/\s*|\s+năm\s+)(?P<year>\d{4}))?(?:\s*(?:đến|-|–)\s*(?:hết\s*)?tháng (?P<last>\d{1,2})(?:\s*/\s*|\s+năm\s+)(?P<end>\d{4}))?"
AFTERNOON = r"chiều|tối"
CLOCK = (
    rf"\W*(?:từ |lúc |vào lúc |khoảng )?{TIME}"
    r"(?:\s*(?:-|–|—|đến|tới|÷)\s*(?:\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2})?(?:\s*(?:phút|['’\u2032]))?)?)?\s*[:,.\-–]?\s*"
)
BEFORE = "trước"
REPORT_WEEKDAY = r"(?:(?:trước|vào|đến) )?(?:\d{1,2} ?(?:h|giờ|g) ?(?:\d{2})? ?(?:phút)?,? )?(?:ngày |sáng |chiều )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật) (?:hằng|hàng|mỗi) tuần|(?:trước )?\d{1,2} ?(?:h|giờ|g) ?(?:\d{2})? ?(?:phút)?,? ?(?:hằng|hàng|mỗi) ngày"
REPORT_DAY = r"(?:(?:trước |vào |đến )?ngày|trước) \d{1,2}(?:/\d{1,2}(?:(?:,| và) (?:ngày )?\d{1,2}/\d{1,2})*)?(?: (?:của )?(?:tháng cuối(?: quý)?|(?:hằng|hàng) (?:tháng|quý|năm)|mỗi tháng|tháng(?! \d)))+"
WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|thứ [2-7])"
WEEKDAY_BEFORE = rf"(?P<weekday>{WEEKDAY})\s*,?\s*\(?\s*(?:ngày\s*)?$"
WEEK_OR_MONTH = r"tuần|tháng"
RECURRING = (
    r"(?:(?:sáng|chiều|cả ngày)\s+)?(?:các\s+)?(?:ngày\s+)?"
    + WEEKDAY
    + r"(?:(?:,| và)\s*(?:ngày\s+)?"
    + WEEKDAY
    + r")*\s*,?\s*(?:(?:hằng|hàng|mỗi|trong|các|của)\s+(?:tuần|tháng)|tuần (?:đầu(?: tiên)?|thứ \w+|cuối)(?: (?:của |trong )?(?:hằng |hàng |mỗi )?tháng)?|đầu tiên(?: (?:của|trong))? (?:hằng |hàng |mỗi )?tháng|cuối (?:cùng )?(?:của |trong )?(?:hằng |hàng |mỗi )?tháng)"
    r"|(?:0?1|một|hai|0?2)\s*[-–]\s*(?:0?[2-5]|hai|ba)\s+(?:lần|buổi|ngày(?:\s+"
    + WEEKDAY
    + r")?)\s*(?:/|trong|một|mỗi|hằng|hàng)\s*(?:tuần|tháng)"
    r"|(?:mỗi tuần|mỗi tháng|hằng tuần|hàng tuần)\s+(?:0?[1-5]|một|hai)\s+(?:lần|buổi|ngày)|(?:vào\s+)?(?:sáng |chiều )?"
    + WEEKDAY
    + r" (?:tuần|hằng|hàng|mỗi) \w+(?: của tháng)?|ngày \d{1,2} (?:hằng|hàng) tháng"
)
RECURRING_ARTICLE = r"^(?:các\s+)?ngày\s+(?=thứ|chủ)"
PERIOD_WORDS = (
    r"thời gian (?:bắt đầu|áp dụng|thực hiện|thí điểm|triển khai|vận hành)|thí điểm|áp dụng|thời gian"
)
PERIOD_ALONE = r"^[^:]{0,80}:\s*từ (?:ngày )?\d[^:]*đến (?:hết )?(?:ngày )?\d"  # "Ra quân tại cơ sở: từ ngày … đến ngày …"
PERIOD_PAST = r"đã |sau gần|trước đây|giai đoạn"
TTHC_CODE = r"(?<![\d.])\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[a-z]\d{2})?(?![\d])"

# ---------------------------------------------------------------- citations

CITED = r"(?:các )?(?:bộ luật|luật|pháp lệnh|hiến pháp|nghị quyết|nghị định|thông tư(?: liên tịch)?|quyết định|chỉ thị|kế hoạch|công văn|văn bản|thông báo|hướng dẫn|chương trình(?: hành động)?|kết luận|quy định|công điện|tờ trình|đề án|điều lệ|quy chế|báo cáo|công điện|thông tri|giấy mời)"
BASIS_START = r"^\W*(?:căn cứ(?: vào)?|thực hiện(?: nội dung| ý kiến chỉ đạo(?: của [^;,]{3,60})? tại)?|theo(?: nội dung| tinh thần)?|thi hành|triển khai(?: thực hiện)?|phúc đáp|tiếp theo|xét|nhận được|trên cơ sở)\s+(?:nội dung\s+)?(?:các\s+)?(?="
BASIS_IN_SENTENCE = r"(?:nhận được|tiếp theo|phúc đáp|căn cứ|thực hiện)\s+(?:nội dung\s+)?(?:các\s+)?(?="
# Where a citation stops: the issuer begins to speak, an aim, a remark in brackets.
BASIS_SPEAKS = r"(?:ban hành|xây dựng|yêu cầu|có ý kiến|đề nghị|thông báo|báo cáo|tổ chức|trân trọng|đề xuất|triển khai|kính|đã|quyết định|phối hợp|hướng dẫn|phát động|chỉ đạo)"
BASIS_AIM = r"[,;.]\s*(?:nhằm|để|qua đó|thời gian qua|trong thời gian|nay|góp phần|đồng thời|với mục)\b|\s*\((?:có|được|kèm|gửi|sau đây|gọi tắt)[^)]*\)"
ON_PROPOSAL = r";\s*(?:và\s+)?(?:theo|xét|trên cơ sở) đề nghị\b"
CITED_WITH = r"\bsố\b|\d/|\d{4}|luật|pháp lệnh"
CITED_NUMBER = rf"{CITED}\s+số"
NEXT_CITATION = rf"(?:\s+và\s+(?:ý kiến|chỉ đạo|nội dung)[^;,]{{0,90}}?\s+tại\s+(?={CITED}\s+số))|(?:(?<=\d{{4}})\s+và\s+(?=luật|bộ luật|pháp lệnh))|(?:,\s*(?:và\s+)?(?:trên cơ sở|căn cứ|theo)\s+(?={CITED}\s+số))|(?:;\s*(?:và\s+)?(?:căn cứ\s+)?(?={CITED}\s))|(?:,\s*|\s+và\s+)(?=(?:{CITED})\s+(?:số|\d))"
REPEATABLE = r"luôn|từ|dần|ngày|người|thường|nhà|đều|nhiều|lần|mãi|xa|song|thi|đời|bon|\d+"

# ---------------------------------------------------------------- end of a document

RECIPIENTS_FLAT = r"^\W*n[o0]i nh[aăâd]?.?n\s*[:;.]?\W*"
RECIPIENT_LABEL = r"^\W*(?:gửi bản (?:điện tử|giấy)|bản (?:điện tử|giấy)|gửi (?:qua|trên)[^:]*)\W*$"
RECIPIENT_NOTE = r"\((?P<note>[^()]*(?:b/c|b/cáo|t/h|p/h|t/d|báo cáo|thực hiện|phối hợp|để biết|theo dõi|chỉ đạo|thay b/c|để đưa tin|đưa tin|để đăng|để gửi|b/cao|để k/h|đăng tải|để dự|dự|để t/h|xin ý kiến|qua)[^()]*)\)\s*$"
FILED = r"^\W*lưu\s*[:;]"
AUTHORITY = r"(?:tm|kt|tl|tuq|q|t/m|k/t|t/l|tm|thừa lệnh|thay mặt)\s*[./]?\s*(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦỦ])"
POSITIONS = (
    r"(?:phó )?(?:chủ tịch(?: thường trực)?|giám đốc|bí thư(?: thường trực)?|trưởng ban|trưởng phòng|trưởng đoàn|chánh văn phòng|chánh thanh tra|hiệu trưởng|cục trưởng|chi cục trưởng|thủ tướng|tổng giám đốc|viện trưởng|tổng biên tập|trưởng khoa|chỉ huy trưởng|tổ trưởng|vụ trưởng|bộ trưởng|trưởng công an|trưởng tiểu ban|chánh án|đội trưởng|thứ trưởng|tổng cục trưởng|trưởng bộ phận|bí thư đoàn|trạm trưởng|đồn trưởng|thủ trưởng|trưởng thôn)"
    r"(?: [^\n;]{0,60})?|thứ trưởng(?: [^\n;]{0,40})?|thường trực(?: [^\n;]{0,40})?|ủy viên thường trực|phó thủ tướng"
)
SECOND_POSITION = r"phó (?!chủ tịch$)|phó chủ tịch|(?<!phó )(?:chánh văn phòng|trưởng phòng|giám đốc|chủ tịch$|thủ tướng|bí thư|trưởng ban|trưởng đoàn|hiệu trưởng)"
SIGNED = r"\(?(?:đã ký|ký tên)"
FOOTNOTE_MARK = "\ufffd"
NAME = r"^(?:(?:ts|ths|pgs|gs|bs|bscki{1,2}|đại tá|thượng tá|trung tá|thiếu tá|thiếu tướng|đại úy|nhà giáo ưu tú)\.?\s*)*[^\W\d_][\w’'’. -]{1,40}$"
END_MARK = "./."

# ---------------------------------------------------------------- what the reader says

DOUBTS = {
    "date": "Ngày ban hành đọc không rõ: chỉ ghi phần chắc chắn.",
    "no_number": "Số văn bản còn trống hoặc không đọc được.",
    "issuer": "Không thấy tên cơ quan ban hành ở đầu văn bản: suy ra từ nội dung.",
    "no_kind": "Không thấy tên loại văn bản.",
    "no_unit": "Việc này không ghi đơn vị thực hiện: tạm ghi cơ quan ban hành.",
    "due": "Có nhiều thời hạn trong một việc: ghi thời hạn đầu.",
    "year": "Thời hạn không ghi năm: lấy năm của văn bản.",
    "weekday": "Thứ và ngày không khớp nhau.",
    "past": "Ngày kết thúc sớm hơn ngày bắt đầu.",
    "early": "Bắt đầu áp dụng trước khi văn bản được ký.",
    "quotes": "Dấu ngoặc kép mở mà không đóng.",
    "doubled": "Từ bị lặp.",
    "no_signer": "Không thấy người ký.",
    "skipped": "Số thứ tự nhảy cóc hoặc lặp lại.",
    "noise": "Chữ đọc từ ảnh quét, nhiều dấu bị mất: cần đối chiếu với bản gốc.",
    "no_tasks": "Không thấy nhiệm vụ nào được giao.",
}
SUMMARY = {
    "kind": "Loại văn bản", "issuer": "Cơ quan ban hành", "number": "Số, ký hiệu", "place": "Địa danh", "date": "Ngày",
    "title": "Trích yếu", "event_start": "Thời gian buổi lễ", "venue": "Địa điểm", "legal_bases": "Căn cứ",
    "addressees": "Kính gửi", "sections": "Các mục", "programme": "Chương trình", "delegate_groups": "Đại biểu",
    "tasks": "Nhiệm vụ", "recurring_days": "Ngày lặp lại", "period_start": "Áp dụng từ", "period_end": "Áp dụng đến",
    "tthc_codes": "Mã TTHC", "recipients": "Nơi nhận", "signer": "Người ký", "doubts": "Cần xem lại",
}  # fmt: skip
SUMMARY_LEAD, SUMMARY_HELPS, SUMMARY_WITH, SUMMARY_DUE = "chủ trì", "phối hợp", "cùng", "hạn"
