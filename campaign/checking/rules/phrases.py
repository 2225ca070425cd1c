"""What the check recognises in a document, and the sentences of its findings."""

import re

# ---------------------------------------------------------------- words that are recognised (compared folded)

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATION_TOO = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
# NĐ 30/2020/NĐ-CP Điều 7 and Phụ lục III Mục I; a letter has no name and no abbreviation.
KINDS = {
    "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "QUY CHẾ": "QC", "QUY ĐỊNH": "QyĐ", "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr", "KẾ HOẠCH": "KH", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA", "BÁO CÁO": "BC", "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr", "HỢP ĐỒNG": "HĐ", "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN", "BẢN THỎA THUẬN": "BTT", "GIẤY ỦY QUYỀN": "GUQ", "GIẤY MỜI": "GM", "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP", "PHIẾU GỬI": "PG", "PHIẾU CHUYỂN": "PC", "PHIẾU BÁO": "PB", "THƯ CÔNG": "",
}  # fmt: skip
# Kinds that are laid out as mẫu 1.1 to 1.4 and 1.7: everything of the format must be there.
FULL_KINDS = {
    "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "THÔNG BÁO", "HƯỚNG DẪN", "CHƯƠNG TRÌNH", "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN",
    "BÁO CÁO", "TỜ TRÌNH", "GIẤY MỜI",
}  # fmt: skip
NARRATING_KINDS = {"BÁO CÁO", "BIÊN BẢN", "THÔNG BÁO", "NGHỊ QUYẾT"}
LAWS = {"HIẾN PHÁP", "LUẬT", "BỘ LUẬT", "PHÁP LỆNH", "LỆNH", "NGHỊ ĐỊNH", "THÔNG TƯ", "THÔNG TƯ LIÊN TỊCH"}
LETTER, LETTER_SHORT = "CÔNG VĂN", "CV"
STAMPS = {
    "HỎA TỐC",
    "THƯỢNG KHẨN",
    "KHẨN",
    "LƯU HÀNH NỘI BỘ",
    "XEM XONG TRẢ LẠI",
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
}
NAMED_WHOLE = {"ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM"}
ORGAN_WORDS = (
    "ủy ban|ubnd|hội đồng|hđnd|sở|ban|phòng|văn phòng|trung tâm|công an|chi cục|cục|tổng cục|vụ|viện|bộ|trường|trạm|đoàn|hội|"
    "liên đoàn|công ty|bệnh viện|thanh tra|tòa án|viện kiểm sát|đài|báo|kho bạc|ngân hàng|chi nhánh|tổ|quỹ|học viện|đại học|nhà"
)
POSITION_WORDS = (
    "chủ tịch|phó|trưởng|chánh|giám đốc|tổng giám đốc|bí thư|thứ trưởng|bộ trưởng|vụ trưởng|cục trưởng|viện trưởng|hiệu trưởng|"
    "tm|kt|tl|tuq|thừa|ủy ban|hội đồng|ban|sở|phòng|văn phòng|trung tâm|chi cục|cục|tổng|chủ nhiệm|kế toán|thủ trưởng|thủ tướng|q"
)
COLLECTIVE_WORDS = "ủy ban|ubnd|hội đồng|hđnd|ban|chính phủ|thường trực|tổ|đoàn|hội|liên|bộ phận|tập thể|đảng ủy|huyện ủy|tỉnh ủy"
DEGREES = r"(?:GS|PGS|TS|ThS|Ths|CN|KS|BS|DS|LS|NGƯT|NSƯT|NGND|Ông|Bà|Đồng chí|Đ/c|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ)\b[.,]?"
PLAIN_DEGREES_OF = "trường|học viện|bệnh viện|trung tâm y tế|viện|đại học|công an|quân sự|sở y tế|trạm y tế"
NUMBER = "số"
DAY, MONTH, YEAR = "ngày", "tháng", "năm"
ABOUT, ABOUT_IN_FULL = "v/v", "về việc"
TO = "kính gửi"
RECIPIENTS = "nơi nhận"
AS_ABOVE = "như trên"
FILED_WORD = "lưu"
DRAFTER_MARK = r"(?:[A-ZĐ]{1,8}\.?)?\s?(?:\(\d+\))?"
SPELLED_AUTHORITIES = "thay mặt|ký thay|thừa lệnh|thừa ủy quyền|thừa uỷ quyền|quyền(?! hạn)"
DEPUTY, VICE, MINISTER, VICE_MINISTER = "phó", "cấp phó", "bộ trưởng", "thứ trưởng"
ATTACHED_FORM = r"kèm theo .*số.*(?:ngày|tháng).*của"
ANNEX = "phụ lục"
ATTACHED = "kèm theo"
BASIS_STARTS = ("căn cứ", "theo đề nghị", "xét đề nghị", "xét tờ trình", "thực hiện", "theo kết luận")
END_MARK = "./."
# A căn cứ that runs on into what the agency does is a sentence, not a line of the list.
LAW_NUMBERED = re.compile(r"(?:Luật|Pháp lệnh)\b[^;.]{0,120}?\bsố\s*:?\s*\d+/\d{4}/(?:QH|UBTVQH|PL)")
RUN_IN = (
    r",\s(?:UBND|Ủy ban nhân dân|Văn phòng|Sở|Phòng|Ban|Hội đồng|Trung tâm|Đoàn|Công an)\b.*"
    r"\b(?:ban hành|xây dựng|đề nghị|đề xuất|báo cáo|yêu cầu|thông báo|tổ chức|giao|trân trọng|kính|có ý kiến|triển khai)\b"
)
LEVEL_WORDS = ("phần(?: thứ)?", "chương", "tiểu mục", "mục")
NAME_GOES_ON = r"(?:\bvà|[-,&]|\bvăn phòng)$"
ARTICLE_WORD = "Điều"
PLAIN_D = str.maketrans("đĐ", "dD")
LIST_LETTERS = "a-zđ"

# ---------------------------------------------------------------- what stands there and what is asked

SIZE, SIZES = "cỡ chữ {size}", "cỡ chữ {sizes}"
IN_PART = " ở “{words}”"
BOLD, NOT_BOLD = "chữ đậm", "chữ không đậm"
ITALIC, UPRIGHT = "chữ nghiêng", "chữ đứng"
CAPITALS, SMALL = "chữ in hoa", "chữ in thường"
ALIGNED = {"left": "canh trái", "center": "canh giữa", "right": "canh phải", "both": "canh đều hai lề"}
MISSING = "không thấy {part}"
MUST_BE = "có {part}"
OTHERWISE = "“{text}”"

PAPER = "khổ {width} x {height} mm"
A4 = "khổ A4, 210 x 297 mm"
LANDSCAPE = "trang nằm ngang"
PORTRAIT = "trình bày theo chiều dài khổ giấy; chỉ nằm ngang khi có bảng, biểu không làm thành phụ lục riêng"
MARGIN = "lề {side} {found} mm"
MARGIN_SET = "lề {size} mm"
MARGIN_ASKED = "lề {side} {low} - {high} mm"
SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}

NO_NUMBERS = "không đánh số trang"
NUMBERS_ASKED = "đánh số trang từ trang 2, canh giữa trong lề trên"
NUMBERS_BELOW = "số trang ở chân trang"
NUMBERS_ABOVE = "số trang đặt trong lề trên"
NUMBER_ON_FIRST = "trang thứ nhất hiện số trang"
NO_NUMBER_ON_FIRST = "không hiển thị số trang thứ nhất"
NUMBER_STARTS = "số trang bắt đầu từ {start}"
STARTS_AT_1 = "đánh từ số 1"
NUMBER_FORMAT = "số trang không phải chữ số Ả Rập"
ARABIC = "chữ số Ả Rập"
NUMBERS_GO_ON = "số trang của phụ lục nối tiếp văn bản"
NUMBERS_RESTART = "số trang của mỗi phụ lục đánh riêng, từ 1"

FONT = "phông chữ {font}"
FONT_ASKED = "phông chữ Times New Roman, bộ mã Unicode"
OLD_FONT = "phông chữ {font} theo bảng mã cũ, không phải Unicode"
COLOR = "chữ màu #{color}"
BLACK = "chữ màu đen"
UNDERLINED = "chữ gạch chân"
NOT_UNDERLINED = "không gạch chân chữ; đường kẻ, nếu có, vẽ riêng bên dưới"
APART = "chữ Việt ở dạng tổ hợp (dấu rời khỏi chữ)"
TOGETHER = "chữ Việt dựng sẵn theo Unicode, để tìm kiếm và so sánh được"

TOGETHER_SIZES = "Quốc hiệu {nation}, Tiêu ngữ {motto}, địa danh và ngày tháng {date}"
TOGETHER_ASKED = "cỡ chữ tăng giảm thống nhất: 13 - 14 - 14 hoặc 12 - 13 - 13"
NO_STROKE = "không có đường kẻ ngang bên dưới"
STROKE = "đường kẻ dài {length} mm, dòng chữ dài {text} mm"
STROKE_EQUAL = "đường kẻ ngang, nét liền, dài bằng dòng chữ"
STROKE_PART = "đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ, đặt cân đối"
SINGLE_SPACED = "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn"
SPACED = "giãn cách {gap} pt"
SIDE_BY_SIDE = "Quốc hiệu ở bên phải, tên cơ quan ở bên trái"
WRONG_SIDE = "Quốc hiệu ở bên trái tên cơ quan"

COLON_ASKED = "sau từ “Số” có dấu hai chấm"
ZERO_ASKED = "số nhỏ hơn 10 thêm số 0 phía trước"
SYMBOL_ASKED = (
    "giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ có dấu gạch nối (-), không cách chữ"
)
SYMBOL_CAPS_ASKED = "ký hiệu bằng chữ in hoa; tên loại viết tắt như bảng chữ viết tắt: TTr, CTr, QyĐ…"
SYMBOL_KIND_ASKED = "ký hiệu bắt đầu bằng chữ viết tắt tên loại: {symbol}"
LETTER_SYMBOL_ASKED = "ký hiệu công văn gồm tên cơ quan và đơn vị soạn thảo, không có tên loại"
DATE_COMMA_ASKED = "sau địa danh có dấu phẩy"
DATE_FORM_ASKED = "“Địa danh, ngày … tháng … năm …”, viết đầy đủ bằng chữ số Ả Rập"
DATE_ZERO_ASKED = "ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 phía trước"
DATE_NO_ZERO_ASKED = "chỉ tháng 1, 2 thêm số 0 phía trước"
REAL_DAY_ASKED = "một ngày có thật"
PLACE_KINDS = (
    "Thành phố",
    "Thị xã",
    "Thị trấn",
    "Đặc khu",
)  # part of a place's name: "Thành phố Hồ Chí Minh"
PLACE_CAPS_ASKED = "các chữ cái đầu của địa danh viết hoa"
SAME_LINE_ASKED = "địa danh, ngày tháng cùng dòng với số, ký hiệu"
SAME_LINE_NOT = "địa danh, ngày tháng và số, ký hiệu ở hai dòng"
BLANK = "còn để trống"
FILLED_ASKED = "ghi đủ khi ban hành"
WORDING_ASKED = "“{text}”"
MOTTO_ASKED = "“{text}”: chữ cái đầu mỗi cụm từ viết hoa, gạch nối (-) có cách chữ"
NO_STOP_ASKED = "trích yếu không kết thúc bằng dấu chấm"
ABOUT_WORD_ASKED = "trích yếu công văn ghi sau chữ “V/v”"
ABOUT_GAP = "cách số, ký hiệu {gap} pt"
ABOUT_GAP_ASKED = "cách dòng 6 pt với số, ký hiệu"
TABBED = "chia cột bằng dấu tab hoặc dấu cách"
TABLE_ASKED = "chia cột bằng bảng không kẻ viền để các dòng canh giữa được theo cột của mình"

TO_COLON_ASKED = "sau “Kính gửi” có dấu hai chấm"
TO_ONE_ASKED = "gửi một nơi thì ghi trên cùng một dòng với “Kính gửi”"
TO_MANY_ASKED = (
    "gửi từ hai nơi trở lên: mỗi nơi một dòng, đầu dòng có gạch (-), cuối dòng chấm phẩy, dòng cuối dấu chấm"
)
BASIS_END_ASKED = "cuối mỗi căn cứ có dấu chấm phẩy, căn cứ cuối cùng có dấu chấm"
BASIS_LAW_ASKED = "Luật, Pháp lệnh chỉ ghi tên, không ghi số, ký hiệu, cơ quan ban hành"

JUSTIFIED_ASKED = "nội dung canh đều cả hai lề"
BODY_SIZE_ASKED = "nội dung cỡ chữ 13 - 14"
ONE_SIZE_ASKED = "nội dung cùng một cỡ chữ ({size})"
FIRST_LINE = "chữ đầu dòng lùi {found} mm"
FIRST_LINE_ASKED = "chữ đầu dòng lùi 1 cm hoặc 1,27 cm"
GAP = "cách đoạn trên {gap} pt"
GAP_ASKED = "khoảng cách giữa các đoạn tối thiểu 6 pt"
LINE_GAP = "giãn dòng {line}"
LINE_GAP_ASKED = "giãn dòng từ dòng đơn đến 1,5 dòng"
WHOLE_ITALIC = "cả đoạn in nghiêng"
WHOLE_BOLD = "cả đoạn lời văn in đậm"
BODY_LOOK_ASKED = "lời văn chữ đứng, không đậm; chỉ tiêu đề in đậm"
NO_END_MARK = "không kết thúc bằng “./.”"
END_MARK_ASKED = "kết thúc nội dung bằng “./.”"
MANY_END_MARKS = "“./.” có {count} lần"
END_MARK_ONCE = "“./.” chỉ ghi một lần, cuối nội dung"

ORDER = "“{found}” sau “{before}”"
FIRST_ORDER = "bắt đầu từ “{found}”"
ORDER_ASKED = "số thứ tự liên tục, phải là “{wanted}”"
LETTER_ORDER_ASKED = "chữ cái tiếng Việt theo thứ tự a, b, c, d, đ, e, g, h…; phải là “{wanted}”"
MARK_ASKED = "viết “{wanted}”"
HEADING_CAPS = "tiêu đề mục không in hoa"
HEADING_CAPS_ASKED = "số La Mã và tiêu đề mục in hoa, đậm"
HEADING_NOT_BOLD = "tiêu đề không đậm"
HEADING_BOLD_ASKED = "khoản có tiêu đề: số thứ tự và tiêu đề in đậm"
CHAPTER_ASKED = "từ “Phần”, “Chương”, “Mục” và số thứ tự trên dòng riêng, canh giữa, chữ thường, đậm; tiêu đề ngay dưới in hoa, đậm"
CHAPTER_NUMBER_ASKED = "số thứ tự của phần, chương dùng số La Mã; của mục, tiểu mục dùng số Ả Rập"
ARTICLE_ASKED = "“Điều”, số thứ tự và tiêu đề in đậm, sau số thứ tự có dấu chấm"
ANNEX_UNMENTIONED = "nội dung không chỉ dẫn về phụ lục"
ANNEX_MENTION_ASKED = "văn bản có phụ lục phải có chỉ dẫn về phụ lục đó"

AUTHORITY_ASKED = "viết “TM.”, “KT.”, “TL.”, “TUQ.” hoặc “Q.” trước tên tập thể, chức vụ"
COLLECTIVE_ASKED = "sau “TM.” là tên tập thể lãnh đạo hoặc cơ quan, không phải chức vụ"
HEAD_ASKED = "sau “KT.”, “TL.”, “TUQ.” là chức vụ của người đứng đầu; chức vụ người ký ở dòng dưới"
DEPUTY_ASKED = "dưới “KT.” là chức vụ cấp phó của người ký"
NO_POSITION_BELOW = "“{text}” không có chức vụ người ký ở dưới"
NO_DEGREE_ASKED = "trước họ tên người ký không ghi học hàm, học vị, danh hiệu"
LEVEL_ASKED = "“Nơi nhận” ngang hàng với quyền hạn, chức vụ người ký"
LEVEL_NOT = "“Nơi nhận” và chữ ký ở hai hàng khác nhau"
COPIES_LABEL_ASKED = "“Nơi nhận:” trên dòng riêng, sau có dấu hai chấm"
COPIES_DASH_ASKED = "mỗi nơi một dòng, đầu dòng có gạch (-) sát lề trái"
COPIES_END_ASKED = "cuối dòng có dấu chấm phẩy, dòng cuối cùng có dấu chấm"
FILED_ASKED_LINE = "dòng cuối cùng: “- Lưu: VT, <đơn vị soạn thảo>.”"
NO_FILED = "không có dòng “Lưu”"
AS_ABOVE_ASKED = "văn bản có Kính gửi: dòng đầu của Nơi nhận là “- Như trên;”"

ANNEX_NUMBER_ASKED = "từ hai phụ lục trở lên đánh số La Mã liên tục; phải là “{wanted}”"
ANNEX_ROMAN_ASKED = "số thứ tự phụ lục bằng chữ số La Mã"
NO_ANNEX_TITLE = "phụ lục không có tên"
NO_ATTACHED = "không có dòng “(Kèm theo … số … ngày … của …)”"
ATTACHED_ASKED = "dưới tên phụ lục ghi văn bản mà phụ lục kèm theo"
ATTACHED_FORM_ASKED = "ghi đủ số, ký hiệu, thời gian và cơ quan ban hành"
TRACKED = "còn {count} chỗ theo dõi thay đổi chưa chấp nhận"
TRACKED_ASKED = "chấp nhận hoặc từ chối mọi thay đổi trước khi trình ký"
