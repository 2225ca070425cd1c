"""Words of the history."""

from campaign.glossary import Labelled


class Verb(Labelled):
    """What was done to a record."""

    CREATE = "create", "thêm"
    UPDATE = "update", "sửa"
    DELETE = "delete", "xóa"
    RESTORE = "restore", "khôi phục"
    MOVE = "move", "chuyển chỗ"
    RESCHEDULE = "reschedule", "dời ngày"
    APPROVE = "approve", "duyệt"
    ISSUE = "issue", "ban hành"
    REVOKE = "revoke", "thu hồi"
    PASSWORD = "password", "đổi mật khẩu"
    SIGN_IN = "sign_in", "đăng nhập"
