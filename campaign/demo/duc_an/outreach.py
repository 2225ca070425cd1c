"""How the model runs and how people hear of it: service days, procedures, publicity."""

from collections.abc import Sequence
from datetime import time

from campaign.demo.data import Notice
from campaign.demo.duc_an.days import Days
from campaign.glossary import Channel
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft

_DESK = "Trung tâm Phục vụ hành chính công xã Đức An"

PROCEDURES = (
    ProcedureDraft(
        "Cấp giấy xác nhận tình trạng hôn nhân (trường hợp không phải xác minh)", _DESK, "1.004873"
    ),
    ProcedureDraft("Đăng ký khai sinh", _DESK, "1.001193"),
    ProcedureDraft("Đăng ký kết hôn", _DESK, "1.000894"),
    ProcedureDraft("Đăng ký khai tử", _DESK, "1.000656"),
    ProcedureDraft("Chứng thực bản sao từ bản chính", _DESK, "2.000815"),
    ProcedureDraft("Đăng ký thành lập hộ kinh doanh", _DESK, "1.001612"),
)


def service_days(days: Days) -> Sequence[ServiceDayDraft]:
    """Every Wednesday until 15:00, and some Saturday mornings."""
    return (
        ServiceDayDraft("“Ngày không viết” và “Ngày không hẹn”", days.service, weekday=2, opens_at=time(7, 30), closes_at=time(15), place=_DESK),
        ServiceDayDraft("“Sáng thứ Bảy vì dân”", days.service, words="1-2 sáng thứ Bảy mỗi tháng, báo trước trên Zalo", opens_at=time(7, 30), closes_at=time(11), place=_DESK),
    )  # fmt: skip


def notices(days: Days) -> Sequence[Notice]:
    """What is said, where, by whom, when."""
    t, day = days.before, days.ceremony
    return (
        Notice(Channel.LOUDSPEAKER, "Thông báo buổi lễ và hai ngày áp dụng, phát tiếng Việt và tiếng M’nông", "TT Dịch vụ công", days.today, day, "27 thôn, bon, tổ dân phố"),
        Notice(Channel.SOCIAL, "Đếm ngược đến ngày ra mắt, mỗi ngày một thủ tục", "Đoàn xã", t(14), day, "Zalo, Facebook của xã"),
        Notice(Channel.WEBSITE, "Đăng Kế hoạch và danh mục thủ tục áp dụng", "Văn phòng", days.today, day, "trang thông tin điện tử xã"),
        Notice(Channel.BANNER, "Băng rôn, pano trước trụ sở và chợ", "Phòng VH-XH", t(10), day, "trụ sở UBND xã, chợ Đức An"),
        Notice(Channel.NOTICE, "Niêm yết danh mục kèm mã QR", "TTPVHCC", t(14), None, "Trung tâm Phục vụ hành chính công xã"),
        Notice(Channel.MOBILE_CAR, "Xe loa mời bà con dự lễ", "TT Dịch vụ công", t(3), t(1), "các tuyến đường chính"),
        Notice(Channel.PRESS, "Đưa tin buổi lễ", "Văn phòng", day, day),
    )  # fmt: skip
