"""Live blocks: what each draws in each layout it offers."""

from dataclasses import replace
from datetime import date

import pytest

from campaign.documents.rules.blocks import LAYOUTS
from campaign.documents.rules.blocks.assignments import task_words
from campaign.documents.rules.citations import cite, full, short
from campaign.documents.rules.outline import TABLE, Body, draw_body
from campaign.documents.rules.plan import Basis, Delegate, DelegateGroup, Node, Plan, ServiceDay, Task
from campaign.glossary import Block, Layout, Numbering, TaskStatus
from tests.documents.sample import CENTRE, CULTURE, OFFICE, PLAN, YOUTH

EMPTY = replace(
    PLAN, ceremony=None, tasks=(), groups=(), bases=(), procedures=(), service_days=(), activities=()
)


def drawn(block: Block, layout: Layout, plan: Plan = PLAN, text: str = "") -> Body:
    """The block under a heading of the second level, where plans have it."""
    inner = Node("b", "Mục", text, block=block, layout=layout)
    outline = (Node("a", "Phần", children=(inner,)), Node("z", text="Hết.", numbered=False))
    return draw_body(outline, plan, Numbering.ROMAN)


def lines(block: Block, layout: Layout, plan: Plan = PLAN, text: str = "") -> list[str]:
    return [line.text for line in drawn(block, layout, plan, text).lines[2:-1] if line.kind != TABLE]


def rows(block: Block, layout: Layout = Layout.TABLE) -> list[str]:
    (table,) = [line.table for line in drawn(block, layout).lines if line.table]
    return [" | ".join(str(value) for value in row.values()) for row in table.rows]


GOLDEN = {
    (Block.DELEGATES, Layout.DASHES): [
        "Đại biểu xã:", "- Lãnh đạo Công an xã (02 đại biểu);", "- Bà Lê Thị Hoa, Chủ tịch UBND xã.",
        "Đại biểu thôn:", "- 30 đoàn viên các thôn.",
    ],
    (Block.DELEGATES, Layout.NUMBERED): [
        "a) Đại biểu xã:", "- Lãnh đạo Công an xã (02 đại biểu);", "- Bà Lê Thị Hoa, Chủ tịch UBND xã.",
        "b) Đại biểu thôn:", "- 30 đoàn viên các thôn.",
    ],
    (Block.TIME_VENUE, Layout.DASHES): [
        "- Thời gian: 7 giờ 30 phút, thứ Sáu, ngày 25/9/2026.", "- Địa điểm: sân Trung tâm Phục vụ hành chính công.",
    ],
    (Block.TIME_VENUE, Layout.NUMBERED): [
        "a) Thời gian: 7 giờ 30 phút, thứ Sáu, ngày 25/9/2026.", "b) Địa điểm: sân Trung tâm Phục vụ hành chính công.",
    ],
    (Block.PROGRAMME, Layout.DASHES): [
        "- Chào cờ;", "- Tuyên bố lý do, giới thiệu đại biểu;", "- Phát biểu phát động (Lãnh đạo xã).",
    ],
    (Block.ASSIGNMENTS, Layout.RUN_IN): [
        "a) Văn phòng HĐND&UBND <xã>: Chủ trì, phối hợp với Phòng Văn hóa - Xã hội; Trung tâm Văn hóa, Thể thao phát hành"
        " giấy mời (hoàn thành trước ngày 18/9/2026). Phối hợp với Công an xã giữ trật tự (thường xuyên).",
        "b) Phòng Văn hóa - Xã hội: Soạn bài phát biểu (hoàn thành trước ngày 10/9/2026).",
        "c) Đề nghị Đoàn TNCS Hồ Chí Minh xã: Huy động 30 đoàn viên (hoàn thành trước ngày 22/9/2026).",
    ],
    (Block.ASSIGNMENTS, Layout.DASHES): [
        "a) Giao Văn phòng HĐND&UBND <xã>",
        "- Chủ trì, phối hợp với Phòng Văn hóa - Xã hội; Trung tâm Văn hóa, Thể thao phát hành giấy mời"
        " (hoàn thành trước ngày 18/9/2026).",
        "- Phối hợp với Công an xã giữ trật tự (thường xuyên).",
        "b) Giao Phòng Văn hóa - Xã hội", "- Soạn bài phát biểu (hoàn thành trước ngày 10/9/2026).",
        "c) Đề nghị Đoàn TNCS Hồ Chí Minh xã", "- Huy động 30 đoàn viên (hoàn thành trước ngày 22/9/2026).",
    ],
    (Block.ASSIGNMENTS, Layout.NUMBERED): [
        "a) Văn phòng HĐND&UBND <xã>",
        "- Chủ trì, phối hợp với Phòng Văn hóa - Xã hội; Trung tâm Văn hóa, Thể thao phát hành giấy mời"
        " (hoàn thành trước ngày 18/9/2026).",
        "- Phối hợp với Công an xã giữ trật tự (thường xuyên).",
        "b) Phòng Văn hóa - Xã hội", "- Soạn bài phát biểu (hoàn thành trước ngày 10/9/2026).",
        "c) Đề nghị Đoàn TNCS Hồ Chí Minh xã", "- Huy động 30 đoàn viên (hoàn thành trước ngày 22/9/2026).",
    ],
    (Block.PROCEDURES, Layout.NUMBERED): [
        "a) Tại Trung tâm (02 thủ tục):", "- Đăng ký khai sinh; Mã TTHC: 1.001193.",
        "- Đăng ký hộ kinh doanh; Mã TTHC: 1.001612.", "b) Tại thôn 5 (01 thủ tục):", "- Chứng thực bản sao.",
    ],
    (Block.PROCEDURES, Layout.DASHES): [
        "Tại Trung tâm (02 thủ tục):", "- Đăng ký khai sinh; Mã TTHC: 1.001193.",
        "- Đăng ký hộ kinh doanh; Mã TTHC: 1.001612.", "Tại thôn 5 (01 thủ tục):", "- Chứng thực bản sao.",
    ],
    (Block.SERVICE_DAYS, Layout.DASHES): [
        "- Ngày thực hiện: thứ Tư hằng tuần, bắt đầu từ ngày 01/10/2026 (ngày đầu tiên: thứ Tư, 07/10/2026).",
        "- Thời gian tiếp nhận hồ sơ: từ 7 giờ 30 phút đến 15 giờ cùng ngày; hồ sơ tiếp nhận sau thời gian trên được giải"
        " quyết theo quy trình thông thường.",
    ],
    (Block.PUBLICITY, Layout.DASHES): [
        "- Băng rôn, pano: Treo 04 băng rôn (từ ngày 20/9/2026 đến ngày 25/9/2026, tại trục đường chính, "
        "Trung tâm Văn hóa, Thể thao thực hiện).",
    ],
    (Block.ATTENDANCE, Layout.DASHES): [
        "Số đại biểu được mời: 33; số đại biểu có mặt: 29.", "- Đại biểu xã: mời 03, có mặt 01;",
        "- Đại biểu thôn: mời 30, có mặt 28.",
    ],
    (Block.TASK_RESULTS, Layout.DASHES): [
        "Tổng số nhiệm vụ được giao: 04; đã hoàn thành: 01 (trong đó quá hạn: 01); đang thực hiện: 01; chưa tiếp nhận: 02.",
        "- Phòng VH-XH: Soạn bài phát biểu - Chưa tiếp nhận;", "- Văn phòng: Phát hành giấy mời - Chưa tiếp nhận;",
        "- Văn phòng: Phối hợp với Công an xã giữ trật tự - Đang thực hiện;",
        "- Đoàn xã: Huy động 30 đoàn viên - Hoàn thành ngày 24/9/2026, quá hạn.",
    ],
}  # fmt: skip
TABLES = {
    Block.PROGRAMME: "3 | 7 giờ 45 - 8 giờ 05 | Phát biểu phát động | Lãnh đạo xã | ",
    Block.ASSIGNMENTS: "4 | Huy động 30 đoàn viên | Đoàn xã |  | Trước ngày 22/9/2026 | ",
    Block.PROCEDURES: "3 |  | Chứng thực bản sao | Tại thôn 5",
    Block.PUBLICITY: "1 | Băng rôn, pano | Treo 04 băng rôn | từ ngày 20/9/2026 đến ngày 25/9/2026, tại trục đường chính"
    " | Trung tâm VH-TT",
    Block.ATTENDANCE: " | Tổng số | 33 | 29",
    Block.TASK_RESULTS: "4 | Huy động 30 đoàn viên | Đoàn xã | Trước ngày 22/9/2026 | Hoàn thành ngày 24/9/2026, quá hạn",
}


@pytest.mark.parametrize(("block", "layout"), GOLDEN)
def test_lines_of_each_block(block: Block, layout: Layout) -> None:
    assert lines(block, layout) == GOLDEN[block, layout]


@pytest.mark.parametrize("block", TABLES)
def test_the_last_row_of_each_table(block: Block) -> None:
    assert rows(block)[-1] == TABLES[block]


def test_delegates_stand_in_a_table_under_their_groups() -> None:
    (table,) = [line.table for line in drawn(Block.DELEGATES, Layout.TABLE).lines if line.table]
    assert [(group["name"], [row["n"] for row in group["rows"]]) for group in table.rows] == [
        ("Đại biểu xã", ["1", "2"]),
        ("Đại biểu thôn", ["3"]),
    ]


def test_every_layout_on_offer_is_tested() -> None:
    offered = {(block, layout) for block, layouts in LAYOUTS.items() for layout in layouts}
    known = {*GOLDEN, *((block, Layout.TABLE) for block in (*TABLES, Block.DELEGATES))}
    known |= {(Block.LEGAL_BASES, layout) for layout in LAYOUTS[Block.LEGAL_BASES]}
    assert offered - known == {(Block.SERVICE_DAYS, Layout.NUMBERED)}


def test_several_service_days_stand_under_their_names() -> None:
    second = ServiceDay(
        "Sáng thứ Bảy", date(2026, 10, 3), None, "1-2 ngày thứ Bảy trong tháng", date(2026, 12, 31)
    )
    plan = replace(PLAN, service_days=(*PLAN.service_days, second))
    assert [line.split(" ")[0] for line in lines(Block.SERVICE_DAYS, Layout.NUMBERED, plan)] == [
        "a)",
        "-",
        "-",
        "b)",
        "-",
    ]
    assert lines(Block.SERVICE_DAYS, Layout.DASHES, plan)[-1] == (
        "- Ngày thực hiện: 1-2 ngày thứ Bảy trong tháng, bắt đầu từ ngày 03/10/2026 đến hết ngày 31/12/2026."
    )


def test_bases_run_into_the_sentence() -> None:
    for text, goes_on in (
        ("Để làm tốt, UBND xã", "để làm tốt, UBND xã"),
        ("Ủy ban nhân dân xã", "Ủy ban nhân dân xã"),
    ):
        (line,) = lines(Block.LEGAL_BASES, Layout.RUN_IN, text=text)
        assert line.endswith(f", {goes_on}")
    assert lines(Block.LEGAL_BASES, Layout.RUN_IN, text="UBND xã ban hành Kế hoạch như sau:") == [
        "Căn cứ Luật Tổ chức chính quyền địa phương; căn cứ Kế hoạch số 41/KH-UBND ngày 03/02/2026 của Ủy ban nhân dân tỉnh"
        " về việc triển khai mô hình, UBND xã ban hành Kế hoạch như sau:"
    ]


def test_bases_in_italics_end_with_semicolons_and_a_stop() -> None:
    body = drawn(Block.LEGAL_BASES, Layout.ITALIC, text="UBND xã ban hành Kế hoạch.")
    assert [(line.kind, line.text[-9:]) for line in body.lines[2:5]] == [
        ("basis", "a phương;"),
        ("basis", " mô hình."),
        ("paragraph", "Kế hoạch."),
    ]


def test_bases_as_sections_are_numbered() -> None:
    assert [line.split(" ")[0] for line in lines(Block.LEGAL_BASES, Layout.NUMBERED)] == ["a)", "b)"]


def test_a_basis_is_cited_in_full_once_and_short_afterwards() -> None:
    outline = tuple(
        Node(str(n), "Căn cứ", block=Block.LEGAL_BASES, layout=Layout.NUMBERED, children=()) for n in range(2)
    )
    said = [line.text for line in draw_body(outline, PLAN, Numbering.ROMAN).lines]
    assert said[2].startswith("2. Kế hoạch số 41/KH-UBND ngày 03/02/2026 của Ủy ban nhân dân tỉnh về việc")
    assert said[5] == "2. Kế hoạch số 41/KH-UBND./."
    assert said[1] == said[4]


def test_citations_without_number_or_day() -> None:
    basis = Basis("Công văn", "Về tuyên truyền", issuer="Sở Nội vụ")
    assert full(basis) == "Công văn của Sở Nội vụ về tuyên truyền"
    assert full(Basis("Luật", "Luật Thủ đô")) == short(Basis("Luật", "Thủ đô")) == "Luật Thủ đô"
    assert cite(basis, {basis}) == "Công văn"


@pytest.mark.parametrize("block", list(Block))
def test_a_block_without_data_is_reported_and_keeps_its_own_text(block: Block) -> None:
    body = drawn(block, LAYOUTS[block][0], EMPTY, "Chữ của mục.")
    assert [problem.field for problem in body.problems] == ["b"]
    assert body.lines[2].text == "Chữ của mục."


@pytest.mark.parametrize(
    ("task", "words"),
    [
        (
            Task("chủ trì đón khách", OFFICE, (CULTURE,)),
            "Chủ trì, phối hợp với Phòng Văn hóa - Xã hội đón khách",
        ),
        (
            Task("Chủ trì, phối hợp với các thôn vận động", OFFICE, (YOUTH,)),
            "Chủ trì, phối hợp với các thôn vận động",
        ),
        (Task("Xong trước ngày 20/3/2026", OFFICE, (), date(2026, 3, 20)), "Xong trước ngày 20/3/2026"),
        (Task("Đón khách.", OFFICE, (), None, "Hằng năm"), "Đón khách (hằng năm)"),
        (Task("tuyên truyền (zalo, facebook…)", CENTRE), "Tuyên truyền (zalo, facebook…)"),
        (Task("Giữ *nguyên* dấu sao", CENTRE), "Giữ *nguyên* dấu sao"),
    ],
)
def test_a_task_says_nothing_twice(task: Task, words: str) -> None:
    assert task_words(task) == words


def test_data_is_never_read_as_markup() -> None:
    plan = replace(
        PLAN,
        tasks=(Task("Giữ **nguyên** [[dấu]]", OFFICE),),
        groups=(DelegateGroup("*Khối*", (Delegate("a*b*c"),)),),
    )
    assert lines(Block.ASSIGNMENTS, Layout.RUN_IN, plan)[0].endswith("Giữ **nguyên** [[dấu]].")
    assert lines(Block.DELEGATES, Layout.DASHES, plan) == ["*Khối*:", "- a*b*c."]


def test_a_layout_the_block_does_not_offer_falls_back_to_its_first() -> None:
    assert lines(Block.PROGRAMME, Layout.ITALIC) == GOLDEN[Block.PROGRAMME, Layout.DASHES]


def test_a_day_named_in_words_is_a_last_day_too() -> None:
    day = date(2026, 9, 25)
    plan = replace(
        PLAN,
        tasks=tuple(
            Task(
                "Giữ trật tự",
                OFFICE,
                due_words="ngày 25/9/2026",
                deadline=day,
                status=TaskStatus.DONE,
                done_on=done,
            )
            for done in (day, date(2026, 9, 28))
        ),
    )
    total, in_time, late = lines(Block.TASK_RESULTS, Layout.DASHES, plan)
    assert "đã hoàn thành: 02 (trong đó quá hạn: 01)" in total
    assert in_time.endswith("Hoàn thành ngày 25/9/2026;")
    assert late.endswith("Hoàn thành ngày 28/9/2026, quá hạn.")
