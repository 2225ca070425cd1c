"""Sentences about blueprints, and the checklist every office may begin with."""

SAME_NAME = "Cơ quan đã có mẫu công việc tên này."
LEAD_ALSO_HELPS = "Vai trò chủ trì không thể đồng thời phối hợp."
TWO_DUES = "Chỉ ghi một cách tính hạn: số ngày so với buổi lễ hoặc thời hạn bằng lời."
TOO_FAR = "Số ngày trước hoặc sau buổi lễ không quá {most}."
TIME_WITHOUT_DAY = "Giờ chỉ đi kèm số ngày so với buổi lễ."
ALREADY_LATE = "hạn đã qua"
HARDLY_TIME = "chỉ còn {days} ngày làm việc"
NO_UNIT = "Hãy chọn đơn vị cho vai trò “{role}”, hoặc bỏ chọn các việc của vai trò này."
NOTHING_CHOSEN = "Hãy chọn ít nhất một việc."
NO_TASKS = "Chiến dịch chưa có nhiệm vụ nào để lưu thành mẫu."

NAME = "Tên mẫu"
NOTE = "Ghi chú"
TEXT = "Nội dung công việc"
LEAD_ROLE = "Vai trò chủ trì"
LEAD_ROLE_HINT = (
    "Gọi theo việc, không theo tên phòng: “đơn vị tham mưu giấy mời”. Khi dùng mẫu mới gắn với đơn vị."
)
HELPER_ROLES = "Vai trò phối hợp"
HELPER_ROLES_HINT = "Mỗi vai trò một dòng."
OFFSET = "Số ngày so với buổi lễ"
OFFSET_HINT = "Số âm là trước lễ: -7 là bảy ngày trước; 0 là ngày lễ."
OFFSET_UNIT = "Tính bằng"
DUE_TIME = "Giờ"
DUE_WORDS = "hoặc thời hạn bằng lời"
EXPECTED_RESULT = "Kết quả phải có"
CEREMONY = "Buổi lễ"

CREATED = "Đã tạo mẫu công việc."
TASK_ADDED = "Đã thêm công việc vào mẫu."
MOVED = "Đã chuyển chỗ công việc."
TASK_DELETED = "Đã bỏ công việc khỏi mẫu."
USED = "Đã thêm {count} nhiệm vụ từ mẫu “{name}”."
SAVED_AS = "Đã lưu {count} nhiệm vụ thành mẫu “{name}”."
COPY_NAME = "Theo {title}"

# Which units a role of the usual checklist most often is, by words of the role and of the unit's name.
USUAL_UNITS = {
    "kế hoạch": ("văn hóa", "nội vụ", "văn phòng"),
    "giấy mời": ("nội vụ", "văn hóa", "văn phòng"),
    "văn phòng": ("văn phòng",),
    "tài chính": ("tài chính", "kinh tế"),
    "truyền thông": ("dịch vụ công", "văn hóa, thông tin", "văn hóa - thông tin", "văn hóa"),
    "âm thanh": ("dịch vụ công", "văn hóa, thông tin", "văn hóa - thông tin", "văn hóa"),
    "khánh tiết": ("nội vụ", "văn hóa"),
    "chương trình": ("dịch vụ công", "văn hóa"),
    "phát biểu": ("văn hóa", "nội vụ", "văn phòng"),
    "thủ tục": ("hành chính công", "nội vụ", "một cửa"),
    "lực lượng": ("đoàn",),
    "an ninh": ("công an",),
    "y tế": ("y tế",),
    "báo cáo": ("nội vụ", "văn hóa", "văn phòng"),
}

USUAL_NAME = "Chuẩn bị một buổi lễ phát động"
USUAL_NOTE = "Danh mục thường dùng; sửa theo cách làm của cơ quan."
_PLAN, _OFFICE, _MONEY = "đơn vị tham mưu kế hoạch", "văn phòng", "đơn vị tài chính"
_GUESTS, _STAGE, _MEDIA = "đơn vị tham mưu giấy mời", "đơn vị khánh tiết", "đơn vị truyền thông"
_SOUND, _RUN, _SPEECH = (
    "đơn vị âm thanh, sân khấu",
    "đơn vị xây dựng chương trình",
    "đơn vị soạn bài phát biểu",
)
_RULES, _PEOPLE, _POLICE, _HEALTH = (
    "đơn vị thủ tục hành chính",
    "đơn vị huy động lực lượng",
    "đơn vị an ninh trật tự",
    "đơn vị y tế",
)
_REPORT = "đơn vị báo cáo"
# text, lead role, helper roles, days from the ceremony (working unless "ngày"), expected result
USUAL_TASKS = (
    ("Dự thảo Kế hoạch và dự toán kinh phí tổ chức buổi lễ", _PLAN, (_OFFICE,), -20, "Dự thảo Kế hoạch, dự toán"),
    ("Thẩm định thể thức, trình ký và phát hành Kế hoạch", _OFFICE, (), -15, "Kế hoạch có số, ngày"),
    ("Thẩm định dự toán, hướng dẫn chứng từ thanh quyết toán", _MONEY, (), -13, "Dự toán được duyệt"),
    ("Chốt địa điểm và phương án khi trời mưa", _OFFICE, (_POLICE,), -12, "Biên bản khảo sát"),
    ("Lập danh sách đại biểu, soạn giấy mời", _GUESTS, (_OFFICE,), -10, "Danh sách và giấy mời trình ký"),
    ("Thiết kế phông, băng rôn, cờ trang trí", _STAGE, (), -10, "Mẫu thiết kế được duyệt"),
    ("Tuyên truyền trước buổi lễ trên các kênh của địa phương", _MEDIA, (), -10, "Tin, bài đã phát"),
    ("Soạn bài phát biểu của lãnh đạo", _SPEECH, (), -8, "Bài phát biểu"),
    ("Xây dựng chương trình chi tiết, kịch bản dẫn chương trình", _RUN, (_SPEECH,), -8, "Kịch bản được duyệt"),
    ("Rà soát danh mục thủ tục, chuẩn bị biểu mẫu và tài liệu phát", _RULES, (), -8, "Danh mục, tài liệu"),
    ("Gửi giấy mời; mời báo, đài dự đưa tin", _OFFICE, (), -5, "Giấy mời đến tay đại biểu"),
    ("Huy động lực lượng dự lễ và hướng dẫn người dân", _PEOPLE, (), -5, "Danh sách lực lượng"),
    ("Xác nhận đại biểu dự lễ", _OFFICE, (_GUESTS,), -3, "Danh sách đã xác nhận"),
    ("Phương án an ninh, trật tự, nơi để xe", _POLICE, (), -3, "Phương án bảo vệ"),
    ("Bố trí y tế và nước uống", _HEALTH, (), -3, "Tổ y tế trực"),
    ("Vệ sinh khuôn viên; bố trí bàn ghế, bục phát biểu, tượng Bác, cờ", _OFFICE, (_PEOPLE,), -2, "Khuôn viên sẵn sàng"),
    ("Dựng sân khấu, thử âm thanh, tổng duyệt", _SOUND, (_RUN,), -1, "Tổng duyệt xong"),
    ("Đón khách, điểm danh, chụp ảnh, ghi hình", _OFFICE, (_MEDIA,), 0, "Ảnh, danh sách có mặt"),
    ("Dọn dẹp sau buổi lễ", _OFFICE, (_PEOPLE,), 1, None),
    ("Đăng tin buổi lễ, cảm ơn đại biểu", _MEDIA, (), 2, "Tin, bài đã đăng"),
    ("Báo cáo kết quả tổ chức buổi lễ", _REPORT, (_OFFICE,), 5, "Báo cáo"),
    ("Hoàn thiện hồ sơ thanh quyết toán", _MONEY, (_PLAN,), 10, "Hồ sơ quyết toán"),
)  # fmt: skip
