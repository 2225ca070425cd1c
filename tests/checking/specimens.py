"""Faultless papers of an invented commune, drawn by this product, for faults to be made in."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from campaign.documents.papers import write
from campaign.documents.rules.annexes import draw_annexes
from campaign.documents.rules.papers import Paper, draw
from campaign.documents.rules.plan import Agency, DocumentDraft, Node, Plan, Recipient
from campaign.glossary import Annex, Block, DocumentKind, Layout, Numbering
from tests.documents.conftest import TEMPLATES
from tests.documents.sample import PLAN as SAMPLE

COMMUNE = SAMPLE.agency
ROOM = Agency(
    "Phòng Văn hóa - Xã hội",
    "Phòng VH-XH",
    ("PHÒNG VĂN HÓA - XÃ HỘI",),
    "Bình An",
    parent_line="UBND XÃ BÌNH AN",
)
CAMPAIGN: Plan = replace(SAMPLE, tasks=(), bases=SAMPLE.bases)
OUTLINE = (
    Node(
        "can-cu",
        text="Ủy ban nhân dân xã Bình An ban hành Kế hoạch tổ chức Lễ phát động như sau:",
        numbered=False,
        block=Block.LEGAL_BASES,
        layout=Layout.ITALIC,
    ),
    Node(
        "muc-dich",
        "Mục đích, yêu cầu",
        children=(
            Node(
                "md",
                "Mục đích",
                "- Người dân không phải viết giấy tờ khi làm thủ tục hành chính tại Trung tâm của xã;\n- Công chức gần dân hơn.",
            ),
            Node(
                "yc",
                "Yêu cầu",
                children=tuple(
                    Node(f"yc{n}", text=text)
                    for n, text in enumerate(
                        ("Gọn.", "Trang trọng.", "Tiết kiệm.", "Đúng giờ.", "Không phô trương.")
                    )
                ),
            ),
        ),
    ),
    Node(
        "noi-dung",
        "Nội dung",
        children=(
            Node("tgdd", "Thời gian, địa điểm", block=Block.TIME_VENUE),
            Node("chuong-trinh", "Chương trình", block=Block.PROGRAMME, layout=Layout.TABLE),
            Node(
                "ap-dung",
                "Thời gian áp dụng",
                "Mô hình được áp dụng từ ngày 01/10/2026 đến ngày 31/12/2026, theo Kế hoạch số 41/KH-UBND; sau đó Ủy ban nhân dân xã "
                "tổng kết, rút kinh nghiệm.",
            ),
        ),
    ),
    Node(
        "to-chuc",
        "Tổ chức thực hiện",
        children=(
            Node(
                "vp",
                "Giao Văn phòng HĐND và UBND",
                "- Gửi giấy mời đến đại biểu (hoàn thành trước ngày 18/9/2026).\n- Chuẩn bị bàn ghế, âm thanh (hoàn thành trước ngày 24/9/2026).",
            ),
            Node(
                "vh",
                "Giao Phòng Văn hóa - Xã hội",
                "- Soạn bài phát động (hoàn thành trước ngày 10/9/2026).\n- Trang trí khánh tiết (hoàn thành trước ngày 23/9/2026).",
            ),
        ),
    ),
    Node(
        "ket", text="Danh sách đại biểu ở Phụ lục kèm theo. Các đơn vị nghiêm túc thực hiện.", numbered=False
    ),
)
PLAN = DocumentDraft(
    COMMUNE,
    DocumentKind.PLAN,
    "Tổ chức Lễ phát động “Ngày không viết” trên địa bàn xã Bình An",
    "KH-UBND",
    2026,
    number=5,
    issued_on=date(2026, 2, 3),
    authority="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
    position="PHÓ CHỦ TỊCH",
    signer_name="Nguyễn Văn An",
    recipients=(
        Recipient("Sở Nội vụ", "b/c"),
        Recipient("Các phòng, ban, ngành"),
        Recipient("Lưu: VT, VHXH"),
    ),
    annexes=(Annex.DELEGATES, Annex.PROGRAMME),
    outline=OUTLINE,
)
LETTER = replace(
    PLAN,
    agency=ROOM,
    kind=DocumentKind.LETTER,
    title="đăng ký thủ tục áp dụng “Ngày không viết”",
    symbol="PVHXH-CCHC",
    numbering=Numbering.DECIMAL,
    authority="KT. TRƯỞNG PHÒNG",
    position="PHÓ TRƯỞNG PHÒNG",
    addressees=("Trung tâm Phục vụ hành chính công xã", "Các thôn"),
    recipients=(Recipient("Như trên"), Recipient("Chủ tịch UBND xã", "b/c"), Recipient("Lưu: VT")),
    annexes=(),
    outline=(
        Node(
            "mo",
            text="Để chuẩn bị Lễ phát động, Phòng Văn hóa - Xã hội đề nghị các đơn vị đăng ký thủ tục áp dụng.",
            numbered=False,
        ),
        Node("mot", "Nội dung đăng ký", children=(Node("ten", "Tên thủ tục", "Ghi mã và tên thủ tục."),)),
        Node("ket", text="Đề nghị các đơn vị gửi đăng ký trước ngày 20/02/2026.", numbered=False),
    ),
)
ONE_ADDRESSEE = replace(LETTER, addressees=("Trung tâm Phục vụ hành chính công xã",))
INVITATION = replace(
    PLAN,
    kind=DocumentKind.INVITATION,
    title="Dự Lễ phát động “Ngày không viết”",
    symbol="GM-UBND",
    addressees=("Lãnh đạo Công an xã", "Trưởng các thôn"),
    recipients=(Recipient("Như trên"), Recipient("Lưu: VT, VHXH")),
    annexes=(),
    outline=(),
)
DRAFT = replace(PLAN, number=None, issued_on=None, draft_month=2)


@cache
def specimen(name: str) -> bytes:
    """The Word file of a specimen: "plan", "letter", "letter to one", "invitation", "draft", "annex"."""
    made: dict[str, Callable[[], Paper]] = {
        "plan": lambda: draw(PLAN, CAMPAIGN),
        "letter": lambda: draw(LETTER, CAMPAIGN),
        "letter to one": lambda: draw(ONE_ADDRESSEE, CAMPAIGN),
        "invitation": lambda: draw(INVITATION, CAMPAIGN),
        "draft": lambda: draw(DRAFT, CAMPAIGN),
        "annex": lambda: draw_annexes(PLAN, CAMPAIGN)[0],
    }
    return write(made[name](), TEMPLATES)


def with_body(body: bytes) -> bytes:
    """The plan with other XML as its main part."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(specimen("plan"))) as whole,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in whole.namelist():
            package.writestr(name, body if name == "word/document.xml" else whole.read(name))
    return out.getvalue()
