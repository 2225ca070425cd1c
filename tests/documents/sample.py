"""A small plan of an invented commune, and documents over it, for the tests of rules and papers."""

from datetime import date, datetime, time

from campaign.documents.rules.plan import (
    Activity,
    Agency,
    Basis,
    Ceremony,
    Delegate,
    DelegateGroup,
    DocumentDraft,
    Node,
    Plan,
    Procedure,
    ProgrammeItem,
    Recipient,
    ServiceDay,
    Task,
    Unit,
)
from campaign.glossary import Annex, Block, Channel, DocumentKind, Layout, Relation, TaskStatus

AGENCY = Agency("Ủy ban nhân dân xã Bình An", "UBND xã", ("ỦY BAN NHÂN DÂN", "XÃ BÌNH AN"), "Bình An")
OFFICE = Unit(1, "Văn phòng HĐND&UBND <xã>", "Văn phòng")
CULTURE = Unit(2, "Phòng Văn hóa - Xã hội", "Phòng VH-XH")
CENTRE = Unit(3, "Trung tâm Văn hóa, Thể thao", "Trung tâm VH-TT")
YOUTH = Unit(4, "Đoàn TNCS Hồ Chí Minh xã", "Đoàn xã", Relation.REQUEST)

TASKS = (
    Task("Soạn bài phát biểu.", CULTURE, (), date(2026, 9, 10), expected_result="Bài phát biểu"),
    Task("Phát hành giấy mời", OFFICE, (CULTURE, CENTRE), date(2026, 9, 18)),
    Task(
        "Phối hợp với Công an xã giữ trật tự",
        OFFICE,
        (CULTURE,),
        None,
        "Thường xuyên",
        status=TaskStatus.DOING,
    ),
    Task(
        "Huy động 30 đoàn viên",
        YOUTH,
        due_on=date(2026, 9, 22),
        status=TaskStatus.DONE,
        done_on=date(2026, 9, 24),
    ),
)
CEREMONY = Ceremony(
    'Lễ phát động "Ngày không viết"',
    datetime(2026, 9, 25, 7, 30),  # noqa: DTZ001 - office time
    "sân Trung tâm Phục vụ hành chính công",
    chair="Chủ tịch UBND xã",
    arrive_early=15,
    programme=(
        ProgrammeItem("Chào cờ", datetime(2026, 9, 25, 7, 30), 5),  # noqa: DTZ001
        ProgrammeItem("Tuyên bố lý do, giới thiệu đại biểu", datetime(2026, 9, 25, 7, 35), 10),  # noqa: DTZ001
        ProgrammeItem("Phát biểu phát động", datetime(2026, 9, 25, 7, 45), 20, "Lãnh đạo xã"),  # noqa: DTZ001
    ),
)
GROUPS = (
    DelegateGroup(
        "Đại biểu xã",
        (
            Delegate("Lãnh đạo Công an xã", 2, id=1),
            Delegate("Chủ tịch UBND xã", 1, "Bà", "Lê Thị Hoa", introduced=True, attended=1, id=2),
        ),
    ),
    DelegateGroup("Đại biểu thôn", (Delegate("Đoàn viên các thôn", 30, attended=28, id=3),)),
)
PLAN = Plan(
    AGENCY,
    "ngay-khong-viet",
    'Ra mắt "Ngày không viết"',
    CEREMONY,
    (OFFICE, CULTURE, CENTRE, YOUTH),
    TASKS,
    GROUPS,
    (
        Basis("Luật", "Tổ chức chính quyền địa phương"),
        Basis(
            "Kế hoạch", "Về việc triển khai mô hình", "41/KH-UBND", date(2026, 2, 3), "Ủy ban nhân dân tỉnh"
        ),
    ),
    (
        Procedure("Đăng ký khai sinh", "1.001193", "Tại Trung tâm"),
        Procedure("Đăng ký hộ kinh doanh", "1.001612", "Tại Trung tâm"),
        Procedure("Chứng thực bản sao", None, "Tại thôn 5"),
    ),
    (ServiceDay("Ngày không viết", date(2026, 10, 1), 2, opens_at=time(7, 30), closes_at=time(15)),),
    (
        Activity(
            Channel.BANNER,
            "Treo 04 băng rôn",
            CENTRE,
            date(2026, 9, 20),
            date(2026, 9, 25),
            "trục đường chính",
        ),
    ),
)
OUTLINE = (
    Node(
        "mo-dau",
        text='UBND xã ban hành Kế hoạch "Ngày không viết"[[^Áp dụng từ năm 2026]], cụ thể như sau:',
        numbered=False,
        block=Block.LEGAL_BASES,
        layout=Layout.RUN_IN,
    ),
    Node("muc-dich", "Mục đích", "- Người dân **không phải viết**.\n- Làm đúng tại mục [[dai-bieu]]."),
    Node(
        "noi-dung",
        "Nội dung",
        children=(
            Node("tgdd", "Thời gian, địa điểm", block=Block.TIME_VENUE),
            Node("dai-bieu", "Đại biểu", block=Block.DELEGATES),
            Node("chuong-trinh", "Chương trình", block=Block.PROGRAMME, layout=Layout.TABLE),
        ),
    ),
    Node(
        "to-chuc",
        "Tổ chức thực hiện",
        block=Block.ASSIGNMENTS,
        layout=Layout.RUN_IN,
        children=(Node("khac", "Các đơn vị khác", "Cử người dự lễ.", run_in=True),),
    ),
    Node(
        "ket",
        text="Danh sách đại biểu tại Phụ lục kèm theo. Các đơn vị nghiêm túc thực hiện.",
        numbered=False,
    ),
)
DOCUMENT = DocumentDraft(
    AGENCY,
    DocumentKind.PLAN,
    'Tổ chức Lễ phát động "Ngày không viết"',
    "KH-UBND",
    2026,
    9,
    authority="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
    position="PHÓ CHỦ TỊCH",
    signer_name="Nguyễn Văn An",
    recipients=(Recipient("Sở Nội vụ", "b/c"), Recipient("Các thôn;"), Recipient("Lưu: VT")),
    annexes=(Annex.PROGRAMME, Annex.DELEGATES),
    outline=OUTLINE,
)
