"""Sentences about packets, and the text that goes with a link."""

from campaign.glossary import Labelled


class PacketState(Labelled):
    """Whether a link opens today."""

    ACTIVE = "active", "đang dùng được"
    EXPIRED = "expired", "đã hết hạn"
    REVOKED = "revoked", "đã thu hồi"


AUTHOR = "{unit} (qua đường dẫn)"
NO_TASKS = "{unit} chưa có nhiệm vụ nào trong chiến dịch này."
REVOKED = "Đã thu hồi đường dẫn của {unit}: ai mở cũng không thấy gì nữa."

GREETING = "Kính gửi {unit},"
ASSIGNED = "{unit} có {count} nhiệm vụ cần làm trong “{campaign}”."
ALL_DONE = "{unit} không còn nhiệm vụ nào phải làm trong “{campaign}”."
NEAREST = "Hạn gần nhất: {day}."
OVERDUE = "Hạn gần nhất: {day}, đã quá hạn."
OPEN_IT = "Xem, tiếp nhận và báo cáo ngay trên điện thoại, không cần tài khoản:"
KEEP_IT = "Đường dẫn dùng được đến hết {day}, chỉ dành cho đơn vị; đề nghị không gửi tiếp cho nơi khác."
