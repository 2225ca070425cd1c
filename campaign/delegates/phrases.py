"""Sentences and words about delegates."""

from campaign.glossary import Level

GROUP_TAKEN = "Đã có khối “{name}”."
GROUP_HOLDS = "Khối “{name}” đang có {count} đại biểu: chuyển hoặc xóa các đại biểu ấy trước."
UNKNOWN_GROUP = "Khối đại biểu không thuộc chiến dịch này."
UNKNOWN_UNIT = "Đơn vị không thuộc cơ quan này."
SAME_DELEGATE = "Đại biểu này đã có trong danh sách (đại biểu số {number})."
BAD_HEADCOUNT = "Số người là số nguyên từ 1 đến 100.000; để trống nếu chưa biết."
BAD_ATTENDED = "Số người có mặt là số nguyên từ 0 đến 100.000."
NO_TITLE = "Cần ghi chức danh hoặc thành phần."
TITLE_TOO_LONG = "Dài quá {limit} ký tự: mỗi dòng chỉ ghi một đại biểu."

KNOWN = "Đã có (đại biểu số {number}), bỏ qua."
KNOWN_LINE = "Trùng dòng {number}, bỏ qua."

GROUP_NAME = "Tên khối"
GROUP_NAME_HINT = "Như trong kế hoạch: “Thường trực Đảng ủy”, “Các thôn, tổ dân phố”."
GROUP = "Khối đại biểu"
TITLE = "Chức danh hoặc thành phần"
TITLE_HINT = "“Lãnh đạo Công an xã”, “Đoàn viên các thôn”. Chưa cần biết tên người."
HEADCOUNT = "Số người"
HEADCOUNT_HINT = "Để trống nếu chưa biết."
HONORIFIC = "Xưng hô"
HONORIFIC_HINT = "Ông, Bà, Đồng chí"
PERSON = "Họ và tên"
PERSON_HINT = "Điền khi đã biết."
UNIT_NAME = "Cơ quan, đơn vị"
UNIT_NAME_HINT = "Khi chức danh chưa nói rõ."
UNIT = "Đơn vị cử hoặc huy động"
EMAIL = "Thư điện tử"
PHONE = "Điện thoại"
INTRODUCED = "Giới thiệu tên tại buổi lễ"
NOTE = "Ghi chú"
ATTENDED = "Có mặt"
PASTED = "Danh sách"
PASTED_HINT = "Mỗi dòng một đại biểu: “Bí thư Đảng ủy - Ông Nguyễn Văn A”, “30 đoàn viên các thôn”. Dán từ Word, Excel đều được."
USUAL = "Khối thường dùng"

GROUP_ADDED = "Đã thêm khối “{name}”."
GROUP_DELETED = "Đã xóa khối “{name}”."
GROUP_MOVED = "Đã chuyển chỗ khối đại biểu."
GROUPS_ADDED = "Đã thêm {count} khối đại biểu."
ADDED = "Đã thêm đại biểu."
MOVED = "Đã chuyển chỗ đại biểu."
PASTED_DONE = "Đã thêm {count} đại biểu."
CHOOSE_GROUPS = "Chọn ít nhất một khối."

LIST = "Danh sách đại biểu"
LIST_FILE = "Danh sách đại biểu {code}.xlsx"

HEAD_WORDS = ("người", "đại biểu", "đồng chí", "đ/c", "vị", "suất")
HONORIFICS = {
    "ông": "Ông",
    "bà": "Bà",
    "đồng chí": "Đồng chí",
    "đ/c": "Đồng chí",
    "đc": "Đồng chí",
    "anh": "Anh",
    "chị": "Chị",
}
FAMILY_NAMES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Vương Trịnh Trương Đinh Lâm "
    "Phùng Mai Tô Hà Tạ Cao Châu Chu Lương Lưu Thái Tăng Triệu Quách Nông Hứa La Vi Bế Lò Quàng Giàng Sùng Vàng Thào "
    "Điểu Thạch Đàm Mạc Khổng Kiều Tống Nghiêm Ninh Tôn Thân Thiều Âu Doãn Diệp Mã Ma Y"
)

_AFTER_THE_LEADERS = (
    "Các tổ chức chính trị - xã hội",
    "Các phòng, ban, đơn vị thuộc UBND",
    "Công an, Quân sự",
)
_SCHOOLS_AND_PRESS = ("Trường học, trạm y tế, doanh nghiệp", "Báo, đài")

USUAL_GROUPS = {
    Level.PROVINCE: (
        "Đại biểu Trung ương",
        "Thường trực Tỉnh ủy",
        "Thường trực HĐND tỉnh",
        "Lãnh đạo UBND tỉnh",
        "Lãnh đạo Ủy ban MTTQ Việt Nam tỉnh",
        "Các ban xây dựng Đảng, Văn phòng Tỉnh ủy",
        "Các tổ chức chính trị - xã hội",
        "Các sở, ban, ngành thuộc UBND tỉnh",
        "Công an, Quân sự",
        "Lãnh đạo các xã, phường, đặc khu",
        *_SCHOOLS_AND_PRESS,
    ),
    Level.DISTRICT: (
        "Đại biểu cấp tỉnh",
        "Thường trực Huyện ủy",
        "Thường trực HĐND huyện",
        "Lãnh đạo UBND huyện",
        "Lãnh đạo Ủy ban MTTQ Việt Nam huyện",
        "Các ban xây dựng Đảng, Văn phòng Huyện ủy",
        *_AFTER_THE_LEADERS,
        "Lãnh đạo các xã, thị trấn",
        *_SCHOOLS_AND_PRESS,
    ),
    Level.COMMUNE: (
        "Đại biểu cấp tỉnh",
        "Thường trực Đảng ủy",
        "Thường trực HĐND",
        "Lãnh đạo UBND",
        "Lãnh đạo Ủy ban MTTQ Việt Nam",
        "Các ban xây dựng Đảng, Văn phòng Đảng ủy",
        *_AFTER_THE_LEADERS,
        "Các thôn, tổ dân phố",
        *_SCHOOLS_AND_PRESS,
    ),
}
"""Headings in the order of protocol (the launch plans we know: Party, People's Council, UBND, Front, ... press)."""
