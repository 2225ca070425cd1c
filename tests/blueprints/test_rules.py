"""Rules of blueprints."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.blueprints import phrases, rules
from campaign.blueprints.rules import BlueprintDraft, BlueprintTaskDraft
from campaign.glossary import DayOffShift, DayUnit
from campaign.workdays import DaysOff, Offset, due_day

CALENDAR = (DaysOff(), DayOffShift.EARLIER)
MONDAY = date(2026, 12, 14)
TODAY = date(2026, 11, 23)


def task(text: str = "Gửi giấy mời", count: int | None = -7, **more: object) -> BlueprintTaskDraft:
    unit = None if count is None else DayUnit.WORKING
    return BlueprintTaskDraft(text, "đơn vị tham mưu giấy mời", (), count, unit, **more)  # type: ignore[arg-type]


def test_two_blueprints_of_an_office_have_two_names() -> None:
    assert rules.check(BlueprintDraft("Lễ phát động"), ["le phat dong"])[0].field == "name"
    assert rules.check(BlueprintDraft("Lễ phát động"), ["Lễ tổng kết"]) == []


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (BlueprintTaskDraft("x", "văn phòng", ("Văn Phòng",)), "helper_roles"),
        (task(due_words="thường xuyên"), "due_words"),
        (task(count=-900), "offset_count"),
    ],
)
def test_what_a_task_of_a_blueprint_keeps_to(draft: BlueprintTaskDraft, field: str) -> None:
    assert [problem.field for problem in rules.check_task(draft)] == [field]


def test_two_spellings_of_a_role_are_one_role() -> None:
    drafts = [BlueprintTaskDraft("a", "Văn phòng", ("đơn vị y tế",)), BlueprintTaskDraft("b", "văn phòng")]
    assert rules.roles_of(drafts) == ["Văn phòng", "đơn vị y tế"]


UNITS = {
    1: ("Văn phòng HĐND và UBND", "Văn phòng"),
    2: ("Phòng Văn hóa - Xã hội", "Phòng VH-XH"),
    3: ("Công an xã", "Công an xã"),
}


@pytest.mark.parametrize(
    ("role", "remembered", "unit"),
    [
        ("đơn vị tham mưu giấy mời", {"don vi tham muu giay moi": 3}, 3),
        ("đơn vị tham mưu giấy mời", {"don vi tham muu giay moi": 99}, 2),
        ("Công an xã", {}, 3),
        ("văn phòng", {}, 1),
        ("đơn vị an ninh trật tự", {}, 3),
        ("đơn vị chưa ai biết", {}, None),
    ],
)
def test_a_role_is_given_the_unit_it_most_likely_means(
    role: str, remembered: dict[str, int], unit: int | None
) -> None:
    assert rules.guess(role, remembered, UNITS) == unit


def test_what_is_late_on_the_day_it_is_planned_is_said() -> None:
    drafts = {1: task(count=-30), 2: task("Mời báo", -14), 3: task("Dọn dẹp", 1), 4: task("Tin", None)}
    found = rules.planned(drafts, MONDAY, ["MOI BAO"], CALENDAR, TODAY)
    assert [each.warnings for each in found] == [
        [phrases.ALREADY_LATE],
        [phrases.HARDLY_TIME.format(days=1)],
        [],
        [],
    ]
    assert [each.double for each in found] == [False, True, False, False]
    assert found[3].day is None


@given(st.integers(-200, 200))
def test_a_saved_day_comes_back(count: int) -> None:
    day = due_day(MONDAY, Offset(count, DayUnit.WORKING), DaysOff())
    assert rules.counted(day, MONDAY, DaysOff()) == (count, DayUnit.WORKING)


def test_the_usual_checklist_keeps_its_own_rules() -> None:
    drafts = [
        BlueprintTaskDraft(text, lead, helpers, count, DayUnit.WORKING, expected_result=result)
        for text, lead, helpers, count, result in phrases.USUAL_TASKS
    ]
    assert all(rules.check_task(draft) == [] for draft in drafts)
    assert len({draft.text for draft in drafts}) == len(drafts) == 22
    counts = [draft.offset_count for draft in drafts]
    assert counts == sorted(counts, key=lambda count: count or 0)
