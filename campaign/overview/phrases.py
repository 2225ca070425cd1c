"""Words of the home page, the campaign's overview and its history."""

from campaign.history.phrases import Verb

NAV_HOME = "Hôm nay"
NAV_CAMPAIGNS = "Chiến dịch"
NAV_UNITS = "Danh bạ"
NAV_MAIL = "Thư đi"
NAV_READ = "Đọc văn bản"
NAV_CHECK = "Kiểm tra thể thức"
NAV_AGENCIES = "Cơ quan"
NAV_USERS = "Người dùng"
NAV_ACCOUNT = "Tài khoản của tôi"
EVERY_OFFICE = "Mọi cơ quan"

TAB_OVERVIEW = "Tổng quan"
TAB_DOCUMENTS = "Văn bản"
TAB_TASKS = "Nhiệm vụ"
TAB_DELEGATES = "Đại biểu"
TAB_CEREMONIES = "Buổi lễ"
TAB_PUBLICITY = "Truyền thông"
TAB_SERVICE_DAYS = "Ngày áp dụng"
TAB_HISTORY = "Lịch sử"

WAITS_FOR_APPROVAL = "dự thảo"
WAITS_FOR_NUMBER = "đã duyệt, chưa có số"
ASKS_UNTIL = "{unit} · xin đến {day}"
REPORTED_DONE = "{unit} · báo xong {day}"
DUE_NOTE = "{unit} · hạn {day} · {status}"

ALL_DONE = "Đã xong cả {done} việc."
ON_TIME = "Đúng tiến độ: không việc nào quá hạn trong {running} việc đang thực hiện."
BEHIND = "Chậm tiến độ: {late} trong {running} việc đang thực hiện đã quá hạn, lâu nhất {days} ngày ({unit})."
NEWS_SAID = "Đơn vị báo, văn phòng trả lời"
NEWS_MOVED = "Đổi hạn, dời ngày"
NEWS_TASKS = "Nhiệm vụ thêm, bỏ"
NEWS_VERBS = {Verb.CREATE: "Mới giao", Verb.RESTORE: "Khôi phục", Verb.DELETE: "Đã xóa"}
SAYING = "{head}: {text}"
AND = ", "
FROM_TO = "{before} → {after}"

NOTHING = "trống"
FORMER_UNIT = "một đơn vị cũ"
YES = "có"
NO = "không"

# The fields of history that people know, over all nouns; columns not named here are the program's own.
COLUMNS = {
    "title": "Tên",
    "name": "Tên",
    "code": "Mã",
    "summary": "Tóm tắt",
    "status": "Tình trạng",
    "starts_on": "Bắt đầu",
    "ends_on": "Kết thúc",
    "starts_at": "Giờ bắt đầu",
    "ends_at": "Giờ kết thúc",
    "venue": "Địa điểm",
    "chair": "Chủ trì",
    "dress": "Trang phục",
    "arrive_early": "Có mặt trước (phút)",
    "contact": "Đầu mối liên hệ",
    "note": "Ghi chú",
    "minutes": "Số phút",
    "before_start": "Trước giờ khai mạc",
    "performer": "Người thực hiện",
    "unit_id": "Đơn vị",
    "lead_unit_id": "Đơn vị chủ trì",
    "coordinating": "Đơn vị phối hợp",
    "script": "Lời dẫn",
    "cue": "Hiệu lệnh, đạo cụ",
    "text": "Nội dung",
    "due_on": "Hạn hoàn thành",
    "due_words": "Thời hạn bằng lời",
    "due_time": "Giờ đến hạn",
    "offset_count": "Số ngày so với buổi lễ",
    "offset_unit": "Tính bằng",
    "pinned": "Giữ ngày khi dời lễ",
    "urgency": "Độ khẩn",
    "percent": "Phần trăm đã làm",
    "asked_until": "Xin gia hạn đến",
    "basis_section": "Mục, điểm",
    "person": "Người phụ trách",
    "basis": "Căn cứ giao",
    "expected_result": "Kết quả phải có",
    "done_on": "Ngày hoàn thành",
    "headcount": "Số người",
    "honorific": "Cách xưng hô",
    "unit_name": "Cơ quan của đại biểu",
    "email": "Thư điện tử",
    "phone": "Điện thoại",
    "introduced": "Giới thiệu tên",
    "attended": "Số người dự",
    "channel": "Kênh",
    "content": "Nội dung",
    "place": "Địa điểm",
    "weekday": "Ngày trong tuần",
    "words": "Cách nói về ngày",
    "opens_at": "Mở cửa",
    "closes_at": "Đóng cửa",
    "served_at": "Nơi tiếp nhận",
    "kind": "Loại",
    "number": "Số",
    "number_year": "Năm của số",
    "issued_on": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "subject": "Nội dung",
    "symbol": "Ký hiệu",
    "numbering": "Cách đánh số mục",
    "size_profile": "Cỡ chữ",
    "draft_year": "Năm dự thảo",
    "draft_month": "Tháng dự thảo",
    "authority": "Quyền hạn người ký",
    "document.position": "Chức vụ người ký",
    "signer_name": "Người ký",
    "annexes": "Phụ lục",
    "heading": "Tiêu đề mục",
    "numbered": "Đánh số",
    "run_in": "Tiêu đề liền đoạn",
    "block": "Khối dữ liệu",
    "message.state": "Tình trạng",
    "to_address": "Địa chỉ nhận",
    "digest_hour": "Giờ nhận thư nhắc việc",
    "layout": "Cách trình bày",
    "circulation": "Phạm vi lưu hành",
    "drafter_code": "Ký hiệu người soạn thảo",
    "copies": "Số bản",
    "issue_reason": "Lý do ban hành khi thể thức còn sai",
    "expires_on": "Hết hạn",
    "revoked_at": "Thu hồi lúc",
}
