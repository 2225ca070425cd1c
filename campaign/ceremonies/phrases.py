"""Sentences about ceremonies and their programmes."""

TITLE = "Tên buổi lễ"
TITLE_HINT = "Như in trên giấy mời, ví dụ: Lễ phát động “Ngày không hẹn”."
DAY = "Ngày"
STARTS = "Giờ bắt đầu"
ENDS = "Giờ kết thúc"
ENDS_HINT = "Để trống thì tính theo chương trình."
VENUE = "Địa điểm"
CHAIR = "Chủ trì"
DRESS = "Trang phục"
DRESS_HINT = "Ví dụ: nam sơ mi, nữ áo dài; lực lượng vũ trang mặc quân phục."
ARRIVE_EARLY = "Có mặt trước (phút)"
CONTACT = "Đầu mối liên hệ"
CONTACT_HINT = "Người nhận trả lời và giải đáp: tên, điện thoại."
NOTE = "Ghi chú"

ITEM_TITLE = "Nội dung"
MINUTES = "Số phút"
BEFORE_START = "Trước giờ khai mạc"
BEFORE_START_HINT = "Đón tiếp, ký danh sách: xếp lùi từ giờ bắt đầu đã ghi trên giấy mời."
PERFORMER = "Người thực hiện"
PERFORMER_HINT = "Ghi như in trong chương trình: người hoặc bộ phận."
UNIT = "Đơn vị lo việc này"
SCRIPT = "Lời dẫn"
SCRIPT_HINT = "Lời người dẫn chương trình đọc."
CUE = "Hiệu lệnh, đạo cụ"
CUE_HINT = "Nhạc, micro, bục, khay … cần có đúng lúc."

DAY_IS_MOVED = "Đổi sang ngày khác bằng “Dời ngày lễ”: hạn các nhiệm vụ và truyền thông tính theo ngày lễ được dời cùng một lần."
ENDS_BEFORE_START = "Giờ kết thúc ({ends}) không sau giờ bắt đầu ({starts})."
MINUTES_RANGE = "Số phút từ {low} đến {high}."
LONGER_THAN_CEREMONY = "Mục này dài {minutes} phút, cả buổi lễ chỉ có {total} phút."
UNKNOWN_UNIT = "Đơn vị không thuộc cơ quan này."
NOT_EMPTY = "Chương trình đã có mục, nên không chép chương trình thường dùng vào."

DAY_OFF = "{day} là ngày nghỉ: {name}."
WEEKEND = "{day} là ngày nghỉ cuối tuần."
PAST = "Ngày lễ đã qua ({day})."
OVERRUN = "Chương trình dài hơn giờ kết thúc đã ghi {minutes} phút."

ADDED = "Đã thêm buổi lễ."
DELETED = "Đã xóa “{title}”."
ITEM_ADDED = "Đã thêm “{title}” vào chương trình."
ITEM_MOVED = "Đã chuyển chỗ, giờ các mục được tính lại."
PROGRAMME_STARTED = "Đã chép chương trình thường dùng. Sửa lại cho hợp với buổi lễ này."

# The order of NĐ 145/2013/NĐ-CP Điều 27, with the minutes such ceremonies usually take; every line can be changed.
# title, minutes, before the announced hour, performer, words of the master of ceremonies, cue
USUAL_PROGRAMME = (
    ("Đón tiếp đại biểu, ký danh sách", 30, True, "Bộ phận lễ tân", None, "Bàn đón tiếp, danh sách, nước uống"),
    (
        "Ổn định tổ chức", 5, False, "Ban Tổ chức",
        "Kính mời các đồng chí ổn định vị trí, tắt chuông điện thoại để buổi lễ được bắt đầu.", None,
    ),
    ("Văn nghệ chào mừng", 10, False, "Đội văn nghệ", None, "Nhạc nền, micro không dây"),
    (
        "Chào cờ, hát Quốc ca", 5, False, "Người dẫn chương trình",
        "Kính mời toàn thể quý vị đứng dậy làm lễ chào cờ.\nNghiêm! Chào cờ, chào!\n(Hát Quốc ca)\nThôi! Xin mời quý vị an tọa.",
        "Quốc thiều; mọi người cùng hát",
    ),
    (
        "Tuyên bố lý do, giới thiệu đại biểu", 7, False, "Người dẫn chương trình",
        "Thay mặt Ban Tổ chức, tôi xin nêu lý do buổi lễ và trân trọng giới thiệu các vị đại biểu.", "Danh sách đại biểu",
    ),
    ("Phát biểu phát động", 15, False, "Lãnh đạo Ủy ban nhân dân", "Kính mời đồng chí lên phát động.", "Bục phát biểu"),
    ("Phổ biến nội dung và cách thực hiện", 10, False, "Cơ quan tham mưu", None, "Màn chiếu, tài liệu phát"),
    ("Phát biểu hưởng ứng", 10, False, "Đại diện đoàn thể, cơ sở", None, None),
    ("Ký cam kết thực hiện", 8, False, "Đại diện các đơn vị", None, "Bàn ký, bản cam kết, nhạc"),
    ("Phát biểu của lãnh đạo cấp trên", 10, False, "Đại biểu cấp trên", None, None),
    (
        "Tiếp thu, cảm ơn và bế mạc", 5, False, "Lãnh đạo Ủy ban nhân dân",
        "Buổi lễ đến đây kết thúc, xin trân trọng cảm ơn.", None,
    ),
)  # fmt: skip
