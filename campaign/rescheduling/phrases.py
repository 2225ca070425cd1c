"""Sentences about moving a ceremony."""

SAME_START = "Buổi lễ đã định đúng giờ này rồi: hãy chọn ngày, giờ khác."
PAST = "Ngày mới đã qua: hãy chọn ngày từ hôm nay trở đi."

DONE = "đã xong"
DROPPED = "không thực hiện"
PINNED = "giữ nguyên ngày"
OTHER_CEREMONY = "tính theo buổi lễ khác"
OVER = "đã qua"
SAME_DAY = "không đổi ngày"

HOLIDAY = "ngày nghỉ: {name}"
WEEKEND = "rơi vào cuối tuần"
IN_THE_PAST = "đã qua"

DAY = "Ngày mới"
STARTS = "Giờ bắt đầu"
REASON = "Lý do"
REASON_HINT = "In trong dự thảo thông báo: “do thời tiết không thuận lợi”."
DRAFT_NOTICE = "Soạn sẵn dự thảo công văn thông báo thay đổi thời gian"

MOVED = "Đã dời buổi lễ sang {when}: {count} việc đổi ngày theo."
MOVED_NONE = "Đã dời buổi lễ sang {when}."
UNDONE = "Đã trả buổi lễ về {when}."
KEPT_AS_CHANGED = "{count} việc đã được sửa sau khi dời nên giữ như đang có."
ALREADY_UNDONE = "Lần dời này đã được trả lại rồi."
MOVED_AGAIN = "Buổi lễ đã được dời thêm lần nữa: chỉ trả lại được lần dời mới nhất."
CHANGED_SINCE = "Giờ bắt đầu đã được sửa sau khi dời: không trả lại được."

NOTICE_TITLE = "thay đổi thời gian tổ chức {ceremony}"
NOTICE_BASIS = "{agency} đã ban hành {document} về {title}."
NOTICE_CHANGE = "Nay {reason}{agency} thông báo thay đổi thời gian tổ chức {ceremony} từ {before} sang {after}; địa điểm: {venue}."
NOTICE_REST = (
    "Các nội dung khác giữ nguyên; thời hạn của các nhiệm vụ chuẩn bị được tính lại theo ngày tổ chức mới."
)
NOTICE_CLOSING = "{agency} thông báo để các cơ quan, đơn vị, đại biểu biết, phối hợp thực hiện./."
REASON_COMMA = "{reason}, "
NOTICE_CITED = "{kind} số {number:02}/{symbol} ngày {day}"
FILING = ("Lưu", "Như trên")
