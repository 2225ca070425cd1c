"""Sentences about messages."""

TO_ADDRESS = "Gửi tới địa chỉ"
BAD_ADDRESS = "“{address}” không phải địa chỉ thư gửi được: sửa lại rồi bấm gửi."
EXPIRED = "Đã quá lúc cần gửi nên không gửi nữa."
LOST = "Chương trình dừng giữa lúc gửi nên không rõ máy chủ thư đã nhận hay chưa: hỏi người nhận trước khi gửi lại."
NOT_RESENDABLE = "Thư này {state} nên không gửi lại."
NOT_WAITING = "Thư này {state} nên không hủy được nữa."
NOT_UNSURE = "Thư này {state}, không cần xác nhận."

OPEN_AT = "Mở phần mềm: {address}"

RESENT = "Đã xếp thư vào hàng chờ gửi."
CALLED_OFF = "Đã hủy thư, không gửi nữa."
SETTLED = "Đã ghi nhận: người nhận đã có thư."
