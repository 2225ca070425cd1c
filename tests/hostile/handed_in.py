"""A plan somebody handed in, with one of everything its preview shows."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from campaign.people.model import Unit, User
from campaign.reading.actions import keep_document

_PLAN = """ỦY BAN NHÂN DÂN
XÃ BÌNH AN
Số:     /KH-UBND
KẾ HOẠCH
Tổ chức Lễ ra quân số {n}
Căn cứ Kế hoạch số {n}/KH-UBND ngày 05/10/2026 của Ủy ban nhân dân tỉnh về việc ra quân;
I. NỘI DUNG
1. Thành phần đại biểu
- Lãnh đạo xã;
2. Thời gian: 7 giờ 30 phút, ngày 14/12/2026, tại sân xã.
3. Chương trình buổi lễ
- Chào cờ;
4. Ngày áp dụng: thứ Tư hằng tuần, từ ngày 16/12/2026.
- Đăng ký khai sinh; Mã TTHC: 1.001193.
II. TỔ CHỨC THỰC HIỆN
1. {unit}: Chuẩn bị sân trước ngày 10/12/2026.
2. Công an xã: Giữ trật tự.
Nơi nhận:
- Đảng ủy (b/c);
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn A
"""


def handed_in(session: Session, n: int, unit: Unit, by: User) -> int:
    """The id of a reading of the unit's office: another plan for each number."""
    said = _PLAN.format(n=n, unit=unit.name).encode()
    at = datetime(2026, 11, 23, tzinfo=UTC)
    return keep_document(session, unit.agency_id, by, f"Kế hoạch {n}.txt", said, at)[0].id
