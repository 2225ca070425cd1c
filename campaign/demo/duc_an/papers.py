"""The papers of the demo of today: an issued plan with three annexes, an invitation and a report still in draft."""

from collections.abc import Sequence

from campaign.demo.data import Paper, Part, because, draws, head, says
from campaign.demo.duc_an.days import Days
from campaign.documents.rules.editing import DocumentDraft
from campaign.glossary import Annex, Block, DocumentKind, Layout

TITLE = (
    "Tổ chức Lễ ra mắt “Ngày không viết” và “Ngày không hẹn” tại Trung tâm Phục vụ hành chính công xã Đức An"
)
CEREMONY = "Lễ ra mắt “Ngày không viết” và “Ngày không hẹn”"
SIGNER = "Nguyễn Thị Mai Lan"
_RECIPIENTS = """UBND tỉnh Lâm Đồng (b/c)
Sở Nội vụ (b/c)
Thường trực Đảng ủy xã (b/c)
Thường trực HĐND xã (b/c)
Chủ tịch, các PCT UBND xã
Ủy ban MTTQ Việt Nam xã và các đoàn thể (p/h)
Các phòng, trung tâm thuộc UBND xã (t/h)
Công an xã, Trạm Y tế xã (p/h)
Trưởng các thôn, bon, tổ dân phố
Lưu: VT, VHXH"""


def papers(days: Days) -> Sequence[Paper]:
    """The papers, dated around today."""
    plan_day = days.ago(6)
    return (
        Paper(
            DocumentDraft(
                DocumentKind.PLAN, TITLE, plan_day.year, plan_day.month,
                annexes=(Annex.PROGRAMME, Annex.DELEGATES, Annex.ASSIGNMENTS),
            ),
            _plan(),
            _RECIPIENTS,
            signer=SIGNER,
            issued=(None, plan_day),
        ),
        Paper(
            DocumentDraft(DocumentKind.INVITATION, f"Dự {CEREMONY}", days.today.year, days.today.month),
            (says("Rất hân hạnh được đón tiếp quý đại biểu; quý vị xem chương trình ở Phụ lục gửi kèm./."),),
            "Như trên\nChủ tịch, các PCT UBND xã\nLưu: VT, VHXH",
            signer=SIGNER,
        ),
        Paper(
            DocumentDraft(DocumentKind.REPORT, f"Kết quả tổ chức {CEREMONY}", days.ceremony.year, days.ceremony.month),
            _report(),
            "UBND tỉnh Lâm Đồng (b/c)\nSở Nội vụ (b/c)\nThường trực Đảng ủy xã (b/c)\nLưu: VT, VHXH",
            signer=SIGNER,
        ),
    )  # fmt: skip


def _plan() -> Sequence[Part]:
    return (
        because(
            "Ủy ban nhân dân (UBND) xã Đức An ban hành Kế hoạch tổ chức Lễ ra mắt “Ngày không viết” và “Ngày không hẹn” như sau:"
        ),
        head(
            "MỤC ĐÍCH, YÊU CẦU",
            head(
                "Mục đích",
                text="- Để mỗi người dân, tổ chức trong xã biết từ ngày nào, ở đâu, làm thủ tục gì thì không phải viết và không phải hẹn.\n"
                "- Để mỗi công chức thấy rõ phần việc của mình và cam kết trước người dân.",
            ),
            head(
                "Yêu cầu",
                text="- Buổi lễ gọn trong 75 phút, trang trọng, tiết kiệm, không phô trương.\n"
                "- Từng việc có một đơn vị chịu trách nhiệm, có thời hạn, có kết quả kiểm tra được.",
            ),
        ),
        head(
            "NỘI DUNG",
            draws("Thời gian, địa điểm", Block.TIME_VENUE),
            draws("Thành phần đại biểu", Block.DELEGATES),
            draws("Chương trình", Block.PROGRAMME, Layout.TABLE),
            draws("Thủ tục hành chính áp dụng", Block.PROCEDURES, Layout.TABLE),
            draws("Ngày áp dụng mô hình", Block.SERVICE_DAYS),
            draws("Truyền thông", Block.PUBLICITY),
        ),
        draws("PHÂN CÔNG NHIỆM VỤ", Block.ASSIGNMENTS, Layout.DASHES),
        head(
            "KINH PHÍ",
            text="Từ ngân sách xã theo dự toán được duyệt; Phòng Kinh tế hướng dẫn thanh, quyết toán.",
        ),
        says(
            "Chương trình buổi lễ, danh sách đại biểu và bảng phân công nhiệm vụ ở các Phụ lục kèm theo. "
            "Có việc phát sinh, các đơn vị báo Văn phòng HĐND và UBND xã để kịp xử lý./."
        ),
    )


def _report() -> Sequence[Part]:
    return (
        says(
            "UBND xã Đức An báo cáo kết quả tổ chức Lễ ra mắt “Ngày không viết” và “Ngày không hẹn” như sau:"
        ),
        draws("ĐẠI BIỂU THAM DỰ", Block.ATTENDANCE),
        draws("KẾT QUẢ THỰC HIỆN NHIỆM VỤ", Block.TASK_RESULTS),
        head(
            "ĐÁNH GIÁ, KIẾN NGHỊ",
            text="*(Ghi sau buổi lễ: việc làm tốt, việc cần rút kinh nghiệm, đề nghị với cấp trên.)*",
        ),
        says("UBND xã Đức An kính báo cáo UBND tỉnh./."),
    )
