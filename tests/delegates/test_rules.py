"""Rules of delegates, and reading a pasted list."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.delegates import phrases, rules
from campaign.delegates.rules import CountDraft, DelegateDraft, GroupDraft, pasting
from campaign.glossary import Level
from campaign.vietnamese import fold

POLICE = DelegateDraft(1, "Lãnh đạo Công an xã")


def fields(draft: DelegateDraft, *others: rules.Key | None) -> list[str]:
    return [problem.field for problem in rules.check(draft, {1}, {7}, others)]


def test_a_position_alone_is_a_delegate() -> None:
    assert fields(POLICE) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"group_id": 2}, "group_id"),
        ({"unit_id": 8}, "unit_id"),
        ({"title": ""}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"headcount": 0}, "headcount"),
        ({"headcount": 100_001}, "headcount"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(change: dict[str, object], field: str) -> None:
    assert fields(replace(POLICE, **change)) == [field]  # type: ignore[arg-type]


@pytest.mark.parametrize("headcount", [None, 1, 100_000])
def test_heads_are_unknown_or_1_to_100000(headcount: int | None) -> None:
    assert fields(replace(POLICE, headcount=headcount)) == []


def test_a_double_is_told_by_position_person_and_body() -> None:
    mine = rules.key_of(POLICE)
    [problem] = rules.check(replace(POLICE, title="LANH DAO CONG AN XA"), {1}, {7}, (None, mine))
    assert "số 2" in problem.sentence
    for other in (replace(POLICE, person="Nguyễn Văn A"), replace(POLICE, unit_name="Công an xã Hòa Sơn")):
        assert fields(other, mine) == []


def test_a_delegates_own_place_is_no_double() -> None:
    assert fields(POLICE, None) == []


def test_a_group_name_stands_once() -> None:
    assert rules.check_group(GroupDraft("Báo, đài"), ["Thường trực Đảng ủy"]) == []
    [problem] = rules.check_group(GroupDraft("BÁO, ĐÀI"), ["Báo, đài"])
    assert problem.field == "name"


@pytest.mark.parametrize(
    ("attended", "fits"), [(None, True), (0, True), (100_000, True), (-1, False), (100_001, False)]
)
def test_heads_at_the_door_are_none_or_up_to_100000(attended: int | None, fits: bool) -> None:
    assert (rules.check_count(CountDraft(attended)) == []) is fits


def test_totals_keep_the_unknown_apart() -> None:
    assert rules.totals([(30, 28), (None, None), (1, None), (None, 0)]) == rules.Totals(4, 31, 2, 28)
    assert rules.totals([(30, None)]).attended is None
    assert rules.totals([]) == rules.Totals(0, 0, 0, None)


def test_usual_groups_of_every_level_are_distinct_and_lead_with_guests_and_party() -> None:
    for level in Level:
        names = [fold(name) for name in phrases.USUAL_GROUPS[level]]
        assert len(set(names)) == len(names) == 12
        assert names[1].startswith("thuong truc")
        assert names[-1] == "bao, dai"


# ---------------------------------------------------------------- pasting


@pytest.mark.parametrize(
    ("line", "title", "headcount", "honorific", "person"),
    [
        ("Bí thư Đảng ủy - Ông Nguyễn Văn A", "Bí thư Đảng ủy", 1, "Ông", "Nguyễn Văn A"),
        ("1. Ông Nguyễn Văn A, Bí thư Đảng ủy;", "Bí thư Đảng ủy", 1, "Ông", "Nguyễn Văn A"),
        ("2 - Nguyễn Thị Hoa - Chủ tịch Hội Phụ nữ", "Chủ tịch Hội Phụ nữ", 1, None, "Nguyễn Thị Hoa"),
        ("Phó Trưởng phòng Văn hóa - Xã hội – Bà Trần Thị B", "Phó Trưởng phòng Văn hóa - Xã hội", 1, "Bà", "Trần Thị B"),
        ("Chủ tịch UBND: đ/c LÊ THỊ C", "Chủ tịch UBND", 1, "Đồng chí", "Lê Thị C"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội", None, None, None),
        ("Đài Phát thanh - Truyền hình tỉnh", "Đài Phát thanh - Truyền hình tỉnh", None, None, None),
        ("Báo, đài", "Báo, đài", None, None, None),
        ("- 30 đoàn viên các thôn.", "Đoàn viên các thôn", 30, None, None),
        ("04 trưởng thôn", "Trưởng thôn", 4, None, None),
        ("Đoàn viên các thôn (30 người)", "Đoàn viên các thôn", 30, None, None),
        ("Hội viên Hội Nông dân: 1.200 đại biểu", "Hội viên Hội Nông dân", 1200, None, None),
        ("a) lãnh đạo Công an xã", "Lãnh đạo Công an xã", None, None, None),
    ],
)  # fmt: skip
def test_a_pasted_line_is_understood(
    line: str, title: str, headcount: int | None, honorific: str | None, person: str | None
) -> None:
    assert pasting.read_line(line, 5) == DelegateDraft(
        5, title, headcount=headcount, honorific=honorific, person=person
    )


@given(st.text(max_size=80))
def test_no_line_is_too_odd_to_read(line: str) -> None:
    draft = pasting.read_line(line, 1)
    assert draft.headcount is None or draft.headcount >= 0


def test_a_review_tells_new_known_and_broken_lines_apart() -> None:
    present = [rules.key_of(DelegateDraft(1, "Bí thư"))]
    text = f"Phó Bí thư\n\nbi thu\nPHÓ BÍ THƯ\n{'x' * 301}\n0 đại biểu các thôn"
    lines = pasting.review(text, 1, {1}, present)
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert [line.new for line in lines] == [True, False, False, False, False]
    assert [line.known for line in lines] == [False, True, True, False, False]
    assert "số 1" in str(lines[1].complaint)
    assert "dòng 1" in str(lines[2].complaint)


def test_a_digest_changes_with_what_would_be_added() -> None:
    one, two = (pasting.review(text, 1, {1}, []) for text in ("Bí thư", "Bí thư\nPhó Bí thư"))
    assert pasting.digest(one) == pasting.digest(pasting.review("Bí thư", 1, {1}, []))
    assert pasting.digest(one) != pasting.digest(two)
