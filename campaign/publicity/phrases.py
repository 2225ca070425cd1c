"""Sentences about publicity."""

ENDS_FIRST = "Ngày kết thúc ({ends}) trước ngày bắt đầu ({starts})."
UNKNOWN_UNIT = "Đơn vị không thuộc cơ quan này."

FROM_TO = "từ\N{NO-BREAK SPACE}{starts} đến\N{NO-BREAK SPACE}{ends}"  # each end stays on one line
FROM = "từ {starts}"
TO = "đến {ends}"

CHANNEL = "Kênh"
CONTENT = "Nội dung"
CONTENT_HINT = "Nói gì, bao nhiêu lượt: “Phát bản tin về Ngày không hẹn, ngày 2 lần”."
UNIT = "Đơn vị thực hiện"
STARTS_ON = "Từ ngày"
ENDS_ON = "Đến ngày"
PLACE = "Địa bàn, địa điểm"
NOTE = "Ghi chú"

ADDED = "Đã thêm hoạt động truyền thông."
MOVED = "Đã chuyển chỗ hoạt động."
ERASED = "Đã xóa “{title}”."
