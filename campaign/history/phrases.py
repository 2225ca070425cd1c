"""Words of the history."""

from campaign.glossary import Labelled


class Verb(Labelled):
    """What was done to a record."""

    CREATE = "create", "thêm"
    UPDATE = "update", "sửa"
    DELETE = "delete", "xóa"
    RESTORE = "restore", "khôi phục"
    MOVE = "move", "chuyển chỗ"
    APPROVE = "approve", "duyệt"
    ISSUE = "issue", "ban hành"
    SIGN_IN = "sign_in", "đăng nhập"
