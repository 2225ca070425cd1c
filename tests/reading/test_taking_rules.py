"""What would be taken of a document: units found again, citations, sections, live blocks, marks. Pure."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.documents.rules import plan as drawn
from campaign.documents.rules.citations import full
from campaign.documents.rules.outline import draw_body, number
from campaign.files import word_reader
from campaign.glossary import Block, DocumentKind, Layout, Level, Numbering, Relation
from campaign.people.phrases import USUAL_UNITS, Starter
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.source import Source
from campaign.reading.rules.taking.citing import read_basis
from campaign.reading.rules.taking.draft import UnitRef, read_helpers, read_ref
from campaign.reading.rules.taking.dues import read_due
from campaign.reading.rules.taking.marking import Find, finds_of, marked
from campaign.reading.rules.taking.matching import KnownUnit, match
from campaign.reading.rules.taking.people import read_delegate
from campaign.reading.rules.taking.proposal import Office, Proposal, of_superior, propose
from campaign.reading.rules.taking.rewriting import body_of, rewrite
from campaign.reading.rules.taking.serving import weekday_of
from campaign.reading.rules.text import sentences, words
from campaign.reading.rules.understanding import understand
from tests.reading.texts import TEXTS, text_of

TODAY = date(2026, 11, 23)


def units_of(starter: Starter) -> tuple[KnownUnit, ...]:
    return tuple(
        KnownUnit(place, unit.name, unit.short_name, unit.relation)
        for place, unit in enumerate(USUAL_UNITS[starter])
    )


def read(text: str) -> Source:
    return clean(word_reader.read(text.encode(), "van-ban.txt"))


def proposed(
    text: str, units: tuple[KnownUnit, ...] = (), name: str = "Ủy ban nhân dân xã Bình An"
) -> Proposal:
    source = read(text)
    return propose(understand(source), source, Office(name, Level.COMMUNE, units, TODAY))


def printed(proposal: Proposal, *, live: bool = False) -> list[str]:
    """The lines of the paper its body makes, without data."""
    chosen = {guess.place: guess.live for guess in proposal.live if live and guess.same}
    outline, numbering = rewrite(proposal.body, chosen)
    agency = drawn.Agency("", "", (), "")
    return [line.text for line in draw_body(outline, drawn.Plan(agency, "", ""), numbering).lines]


# ---------------------------------------------------------------- units


@pytest.mark.parametrize(
    ("written", "starter", "meant"),
    [
        ("Phòng Nội vụ", Starter.DISTRICT, "Phòng Nội vụ"),
        ("phong noi vu", Starter.DISTRICT, "Phòng Nội vụ"),
        ("Phòng VH-TT", Starter.DISTRICT, "Phòng Văn hóa và Thông tin"),
        ("Phòng Tài chính & Kế hoạch", Starter.DISTRICT, "Phòng Tài chính - Kế hoạch"),
        ("VP HĐND&UBND huyện", Starter.DISTRICT, "Văn phòng HĐND và UBND"),
        ("TT VH, TT&TT huyện Sông Thao", Starter.DISTRICT, "Trung tâm Văn hóa, Thể thao và Truyền thông"),
        ("BCH Quân sự", Starter.DISTRICT, "Ban Chỉ huy Quân sự huyện"),
        ("Công an huyện Sông Thao", Starter.COMMUNE, "Công an xã"),
        ("UBMTTQVN xã", Starter.COMMUNE, "Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
        ("TTPVHCC", Starter.WARD, "Trung tâm Phục vụ hành chính công"),
    ],
)
def test_a_unit_is_known_by_any_of_its_names(written: str, starter: Starter, meant: str) -> None:
    units = units_of(starter)
    found = match(written, units)
    assert found is not None
    assert (units[found.unit_id].name, found.merged) == (meant, False)


@pytest.mark.parametrize(
    ("written", "starter", "meant"),
    [
        ("Phòng Nội vụ", Starter.COMMUNE, "Phòng Văn hóa - Xã hội"),
        ("Phòng LĐTBXH huyện", Starter.WARD, "Phòng Văn hóa - Xã hội"),
        ("Phòng TC-KH", Starter.WARD, "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("Phòng Tài nguyên và Môi trường", Starter.COMMUNE, "Phòng Kinh tế"),
        ("Huyện đoàn", Starter.COMMUNE, "Đoàn TNCS Hồ Chí Minh xã"),
        ("Bộ phận Một cửa", Starter.COMMUNE, "Trung tâm Phục vụ hành chính công"),
    ],
)
def test_a_unit_that_ended_is_the_one_that_took_over(written: str, starter: Starter, meant: str) -> None:
    units = units_of(starter)
    found = match(written, units)
    assert found is not None
    assert (units[found.unit_id].name, found.merged) == (meant, True)


def test_departments_of_a_province_are_found_under_their_names_since_2025() -> None:
    names = (
        "Sở Tài chính",
        "Sở Khoa học và Công nghệ",
        "Sở Nông nghiệp và Môi trường",
        "Sở Xây dựng",
        "Sở Nội vụ",
    )
    units = tuple(KnownUnit(place, name, name) for place, name in enumerate(names))
    old = ("Sở KH&ĐT", "Sở TT&TT", "Sở NN&PTNT", "Sở GTVT", "Sở LĐ-TB&XH", "Sở Tài nguyên và Môi trường")
    found = [match(name, units) for name in old]
    assert [names[each.unit_id] for each in found if each] == [
        "Sở Tài chính", "Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường", "Sở Xây dựng", "Sở Nội vụ",
        "Sở Nông nghiệp và Môi trường",
    ]  # fmt: skip


def test_a_unit_that_has_ended_stands_behind_the_one_of_today() -> None:
    ended = KnownUnit(1, "Phòng Nội vụ", "Phòng NV", current=False)
    today = KnownUnit(2, "Phòng Văn hóa - Xã hội", "Phòng VH-XH")
    assert match("Phòng Nội vụ", (ended,)) == match("Phòng Nội vụ", (ended,))
    found = match("Phòng Nội vụ", (ended, today))
    assert found is not None
    assert (found.unit_id, found.merged) == (2, True)


@pytest.mark.parametrize(
    "name", ["UBND các xã, thị trấn", "Các đơn vị có liên quan", "", "HĐND&UBND <x>", "-"]
)
def test_what_is_nobody_is_not_guessed(name: str) -> None:
    assert match(name, units_of(Starter.COMMUNE)) is None


def test_two_units_alike_are_not_chosen_between() -> None:
    assert match("Công an", (KnownUnit(1, "Công an xã", "CA"), KnownUnit(2, "Công an phường", "CAP"))) is None


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=40), max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_name_is_compared_without_fault_and_finds_itself(name: str, names: list[str]) -> None:
    units = tuple(KnownUnit(place, each, each) for place, each in enumerate(names))
    found = match(name, units)
    assert found is None or 0 <= found.unit_id < len(units)


# ---------------------------------------------------------------- citations, delegates, days


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 112/KH-UBND ngày 05/02/2024 của Ủy ban nhân dân tỉnh Trung Sơn về việc đổi mới",
        "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ quy định về một cửa",
        "Luật Tổ chức chính quyền địa phương",
        "Công văn số 5/SNV",
        "Đề nghị của Chánh Văn phòng",
        "Kế hoạch",
        "x",
    ],
)
def test_a_citation_says_the_same_when_it_is_cited(text: str) -> None:
    said = lambda cited: [word.lstrip("0") for word in words(cited) if word not in {"thang", "nam"}]  # noqa: E731
    digits = lambda cited: [piece for word in said(cited) for piece in word.replace("/0", "/").split("/")]  # noqa: E731
    assert digits(full(read_basis(text))) == digits(text)


def test_a_citation_is_taken_apart() -> None:
    basis = read_basis("Quyết định số 77/QĐ-UBND ngày 20/01/2026 của UBND tỉnh về việc giao chỉ tiêu")
    assert basis == drawn.Basis(
        "Quyết định", "về việc giao chỉ tiêu", "77/QĐ-UBND", date(2026, 1, 20), "UBND tỉnh"
    )


@given(st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_citation_is_kept_whole(text: str) -> None:
    basis = read_basis(text)
    assert words(basis.kind + " " + (basis.number or "") + " " + basis.subject) or not words(text)


@pytest.mark.parametrize(
    ("text", "title", "heads"),
    [
        ("30 đoàn viên các xã", "Đoàn viên các xã", 30),
        ("lãnh đạo Công an (02 đại biểu);", "Lãnh đạo Công an", 2),
        ("Lãnh đạo huyện", "Lãnh đạo huyện", None),
        ("2 đồng chí lãnh đạo", "2 đồng chí lãnh đạo", None),
    ],
)
def test_a_delegate_has_heads_when_the_paper_counts_them(text: str, title: str, heads: int | None) -> None:
    assert read_delegate(text) == (title, heads)


@pytest.mark.parametrize(
    ("words_", "weekday"),
    [
        ("thứ Tư hàng tuần", 2),
        ("Ngày thứ Năm hằng tuần", 3),
        ("Chủ nhật hằng tuần", 6),
        ("1-2 ngày thứ Bảy trong tháng", None),
    ],
)
def test_every_week_is_a_weekday_and_anything_else_stays_words(words_: str, weekday: int | None) -> None:
    assert weekday_of(words_) == weekday


def test_a_due_day_is_a_day_or_its_words() -> None:
    assert read_due("15/4/2024") == (date(2024, 4, 15), None)
    assert read_due(" Hằng quý ") == (None, "Hằng quý")
    assert read_due("") == (None, None)


def test_a_choice_of_a_unit_is_read_back() -> None:
    assert read_ref(str(UnitRef(written=3))) == UnitRef(written=3)
    assert read_ref(str(UnitRef(known=12))) == UnitRef(known=12)
    assert read_ref("x1") is read_ref("") is read_ref("w" + "9" * 40) is None


# ---------------------------------------------------------------- sections


@pytest.mark.parametrize("name", TEXTS)
def test_the_paper_says_every_sentence_of_the_body_in_order(name: str) -> None:
    source = read(text_of(name))
    said = " ".join(words(" ".join(printed(proposed(text_of(name))))))
    at = 0
    for top in body_of(source).nodes:
        for node in top.walk():
            for sentence in sentences(node.line):
                wanted = " ".join(words(sentence))
                found = said.find(wanted, at)
                assert found >= 0, sentence
                at = found


def test_numbers_are_ours_where_they_are_the_same_and_words_where_not() -> None:
    lines = printed(
        proposed("KẾ HOẠCH\nThử\nA. MỘT\nI. Đầu\n1. Việc\nB. HAI\nI. Đầu nữa\n1. Việc khác\n3. Việc nhảy cóc")
    )
    assert lines[:7] == [
        "A. MỘT", "I. Đầu", "1. Việc", "B. HAI", "I. Đầu nữa", "1. Việc khác", "3. Việc nhảy cóc",
    ]  # fmt: skip


def test_a_plan_with_arabic_numbers_is_numbered_so() -> None:
    outline, numbering = rewrite(body_of(read(text_of("cong_van_trien_khai"))), {})
    assert numbering is Numbering.DECIMAL
    labels = [item.label for item in number(outline, numbering) if item.label]
    assert labels == ["1.", "1.1.", "a)", "b)", "2.", "3.", "3.1.", "3.2."]


def test_live_blocks_stand_where_they_say_the_same() -> None:
    live = {guess.live.block: guess for guess in proposed(text_of("ke_hoach_ra_quan_huyen")).live}
    same = {block for block, guess in live.items() if guess.same}
    assert same == {Block.LEGAL_BASES, Block.DELEGATES, Block.PROGRAMME, Block.ASSIGNMENTS}
    assert live[Block.LEGAL_BASES].live.layout is Layout.RUN_IN
    assert live[Block.ASSIGNMENTS].live.layout is Layout.RUN_IN
    assert not live[Block.TIME_VENUE].same  # "Thời gian: 8 giờ 00 phút, ngày …" has no weekday


def test_a_section_that_says_more_than_the_data_stays_as_written() -> None:
    text = text_of("ke_hoach_ra_quan_huyen").replace("- Đón tiếp đại biểu;", "- 7h30: Đón tiếp đại biểu;")
    guess = next(each for each in proposed(text).live if each.live.block is Block.PROGRAMME)
    assert not guess.same


def test_signs_of_the_markup_are_printed_as_they_are() -> None:
    text = "KẾ HOẠCH\nThử\nI. MỘT [[x]]\n- HĐND&UBND <x> [[^chú]] \\ *sao*.\nHết."
    assert "HĐND&UBND <x> [[^chú]] \\ *sao*." in " ".join(printed(proposed(text)))


@given(st.text(alphabet="aăđ1I.)-+*[]^\\ \n:;|\t", max_size=200))
@settings(max_examples=120, deadline=None)
def test_any_text_becomes_sections_that_keep_its_words(text: str) -> None:
    if not text.strip() or not any(letter.isalpha() for letter in text):
        return
    body = body_of(read(text))
    outline, numbering = rewrite(body, {})
    agency = drawn.Agency("", "", (), "")
    lines = draw_body(outline, drawn.Plan(agency, "", ""), numbering).lines
    said = iter("".join(line.text for line in lines))
    wanted = [letter for top in body.nodes for node in top.walk() for letter in node.line if letter.isalpha()]
    assert all(letter in said for letter in wanted)  # each after the one before


# ---------------------------------------------------------------- the proposal


def test_the_launch_plan_of_a_district_is_proposed_whole() -> None:
    plan = proposed(
        text_of("ke_hoach_ra_quan_huyen"), units_of(Starter.DISTRICT), "Ủy ban nhân dân huyện Sông Thao"
    )
    assert plan.own
    assert (plan.kind, plan.symbol, plan.year, plan.month) == (DocumentKind.PLAN, "KH-UBND", 2024, 4)
    assert plan.ceremony is not None
    assert plan.ceremony.title.startswith("Lễ ra quân thực hiện")
    assert (plan.ceremony.day, plan.ceremony.starts) == (date(2024, 4, 26), time(8))
    assert plan.ceremony.venue == "Sân Trung tâm Văn hóa huyện"
    assert [unit.written for unit in plan.units if unit.match is None] == ["Trung tâm Y tế"]
    assert [unit.relation for unit in plan.units][-1] is Relation.REQUEST
    assert len(plan.units) == 8
    helped = next(task for task in plan.tasks if task.helpers)
    assert [plan.units[place].written for place in helped.helpers] == ["Phòng Nội vụ"]
    assert [task.section for task in plan.tasks][:3] == ["II.1", "II.1", "II.2"]
    assert plan.authority == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"


def test_the_roll_out_plan_of_a_province_has_days_and_procedures() -> None:
    plan = proposed(text_of("ke_hoach_nhan_rong_tinh"))
    assert [(each.code, each.name) for each in plan.procedures] == [
        ("1.001193", "Đăng ký khai sinh"),
        ("1.000894", "Đăng ký kết hôn"),
    ]
    assert {each.served_at for each in plan.procedures} == {"Trung tâm Phục vụ hành chính công cấp xã"}
    (day,) = plan.days
    assert (day.name, day.starts_on, day.closes_at) == ("Trả kết quả trong buổi", date(2026, 10, 5), time(16))
    assert plan.ceremony is None


def test_of_a_superiors_plan_only_what_concerns_us_is_ours() -> None:
    plan = proposed(text_of("ke_hoach_nhan_rong_tinh"), units_of(Starter.COMMUNE))
    assert not plan.own
    assert plan.guessed_us is not None
    ours = of_superior(plan, plan.guessed_us)
    assert [task.section for task in ours.tasks] == ["III.3", "III.3", "III.3"]
    assert ours.bases[0].startswith(
        "Kế hoạch số 318/KH-UBND ngày 11/9/2026 của Ủy ban nhân dân tỉnh Trung Sơn"
    )
    assert ours.digest != plan.digest


def test_helpers_are_named_as_in_the_paper_or_in_the_directory() -> None:
    plan = proposed(text_of("ke_hoach_ra_quan_huyen"), units_of(Starter.DISTRICT))
    found, unknown = read_helpers("phòng nội vụ; VP Huyện ủy; Hội người cao tuổi", plan)
    assert found[0] == UnitRef(written=0)
    assert found[1].known is not None
    assert unknown == ["Hội người cao tuổi"]


def test_another_directory_is_another_proposal() -> None:
    text = text_of("ke_hoach_ra_quan_huyen")
    assert proposed(text).digest == proposed(text).digest
    assert proposed(text).digest != proposed(text, units_of(Starter.DISTRICT)).digest


# ---------------------------------------------------------------- marks


def test_everything_recognised_is_marked_where_it_stands() -> None:
    text = text_of("ke_hoach_ra_quan_huyen")
    proposal = proposed(text)
    shown = marked(read(text), finds_of(proposal))
    said = {
        piece.mark.anchor: piece.text
        for line in shown.lines
        for piece in line.pieces
        if piece.mark and piece.first
    }
    assert said["tasks-3"].startswith("Thẩm định dự toán")
    assert said["units-5"] == "Trung tâm Y tế"
    assert said["programme-1"] == "Chào cờ, tuyên bố lý do"
    assert set(shown.targets) >= {f"tasks-{place}" for place in range(len(proposal.tasks))}


@pytest.mark.parametrize("name", TEXTS)
def test_marks_change_no_letter_of_the_source(name: str) -> None:
    source = read(text_of(name))
    proposal = proposed(text_of(name))
    with_marks = marked(source, finds_of(proposal))
    without = marked(source, [])
    text = lambda shown: ["".join(piece.text for piece in line.pieces) for line in shown.lines]  # noqa: E731
    assert text(with_marks) == text(without)


def test_a_text_over_two_lines_is_marked_to_the_end_of_the_first() -> None:
    first = "Triển khai nhân rộng sáng kiến cải cách hành chính"
    shown = marked(
        read(f"KẾ HOẠCH\n\n{first}\n\nI. MỤC ĐÍCH"), [Find("kind", "title", f"{first} trên địa bàn")]
    )
    assert [piece.text for line in shown.lines for piece in line.pieces if piece.mark] == [first]


def test_a_line_of_ten_thousand_letters_is_read_and_marked() -> None:
    text = (
        "KẾ HOẠCH\nThử\nI. VIỆC\n1. Giao Phòng Nội vụ " + "chuẩn bị hội trường, " * 500 + "\n" + "x" * 10_000
    )
    shown = marked(read(text), finds_of(proposed(text)))
    assert sum(len(piece.text) for line in shown.lines for piece in line.pieces) > 20_000
