"""Nineteen tasks in every state: one late, one due today or on the first working day."""

from collections.abc import Sequence

from campaign.demo.data import Duty
from campaign.demo.duc_an.days import Days
from campaign.glossary import TaskStatus

_DONE, _REPORTED, _DOING, _ACCEPTED = (
    TaskStatus.DONE,
    TaskStatus.REPORTED,
    TaskStatus.DOING,
    TaskStatus.ACCEPTED,
)


def duties(days: Days) -> Sequence[Duty]:
    """The tasks of the plan, from its draft to the report after the ceremony."""
    t = days.before
    return (
        Duty("Phòng VH-XH", "Dự thảo Kế hoạch và dự toán kinh phí buổi lễ", days.ago(9), ("Văn phòng",), "Dự thảo trình Chủ tịch UBND xã", person="Trần Thị Thu Hà", status=_DONE, done_on=days.ago(10)),
        Duty("Văn phòng", "Thẩm định thể thức, trình ký và phát hành Kế hoạch", days.ago(6), result="Kế hoạch có số, ngày", person="Lê Văn Phúc", status=_DONE, done_on=days.ago(6)),
        Duty("TTPVHCC", "Tập huấn công chức viết hộ, đánh máy hộ người dân", days.ago(3), ("Phòng VH-XH",), "06 công chức qua tập huấn", status=_REPORTED, done_on=days.ago(3)),
        Duty("Phòng KT", "Thẩm định dự toán, hướng dẫn chứng từ thanh quyết toán", days.ago(1), result="Dự toán được duyệt", person="Phạm Quốc Huy", status=_DOING),
        Duty("Văn phòng", "Chốt địa điểm và phương án khi trời mưa", days.first, ("Công an xã",), "Biên bản khảo sát", person="Lê Văn Phúc", status=_DOING),
        Duty("Phòng VH-XH", "Lập danh sách đại biểu, soạn giấy mời", t(15), ("Văn phòng",), "Danh sách và giấy mời trình ký", person="Trần Thị Thu Hà", status=_DOING),
        Duty("Phòng VH-XH", "Thiết kế maket, phông, băng rôn, cờ trang trí", t(14), result="Maket được duyệt", status=_ACCEPTED),
        Duty("TTPVHCC", "Rà soát danh mục thủ tục áp dụng, niêm yết kèm mã QR", t(14), ("Văn phòng",), "Bảng niêm yết", person="Hoàng Minh Đức", status=_DOING),
        Duty("TT Dịch vụ công", "Tuyên truyền trên loa truyền thanh, Zalo và trang thông tin điện tử của xã", "hằng ngày cho đến hết ngày tổ chức lễ", ("Đoàn xã",), "Tin, bài đã phát", status=_DOING),
        Duty("Phòng VH-XH", "Soạn bài phát động của Chủ tịch UBND xã", t(10), result="Bài phát động", status=_ACCEPTED),
        Duty("TT Dịch vụ công", "Xây dựng chương trình chi tiết, kịch bản dẫn chương trình", t(10), ("Phòng VH-XH",), "Kịch bản được duyệt", status=_ACCEPTED),
        Duty("TTPVHCC", "Chuẩn bị biểu mẫu và tài liệu phát cho người dân", t(10), result="300 bộ tài liệu"),
        Duty("Văn phòng", "Gửi giấy mời; mời báo, đài tỉnh dự đưa tin", t(7), result="Giấy mời đến tay đại biểu"),
        Duty("Đoàn xã", "Huy động 40 đoàn viên, thanh niên dự lễ và hướng dẫn người dân", t(7), result="Danh sách đoàn viên", status=_ACCEPTED),
        Duty("Công an xã", "Bảo đảm an ninh, trật tự, nơi để xe", t(3), result="Phương án bảo vệ", status=_ACCEPTED),
        Duty("Trạm Y tế", "Bố trí y tế và nước uống tại buổi lễ", t(3), result="Tổ y tế trực"),
        Duty("Văn phòng", "Tổng vệ sinh khuôn viên; bố trí bàn ghế, bục phát biểu, tượng Bác, cờ", t(2), ("Đoàn xã",), "Khuôn viên sẵn sàng"),
        Duty("TT Dịch vụ công", "Dựng sân khấu, thử âm thanh, tổng duyệt", t(1), ("Phòng VH-XH", "Công an xã"), "Tổng duyệt xong"),
        Duty("Phòng VH-XH", "Báo cáo kết quả buổi lễ gửi UBND tỉnh, qua Sở Nội vụ", t(-7), ("Văn phòng", "TTPVHCC"), "Báo cáo"),
    )  # fmt: skip
