"""A unit that is no proper name ("Các phòng") reads well wherever its name stands."""

from dataclasses import replace

import pytest

from campaign.documents.rules.blocks.assignments import in_sentence, task_row, task_words
from campaign.documents.rules.outline import draw_body
from campaign.documents.rules.plan import Node, Plan, Task, Unit
from campaign.documents.rules.sheets import draw_task_sheet
from campaign.glossary import Block, Layout, Numbering, Relation
from tests.documents.sample import OFFICE, PLAN

UNITS = Unit(11, "Các cơ quan, đơn vị", "Các cơ quan")
GROUPS = Unit(12, "các đoàn thể xã", "các đoàn thể", Relation.REQUEST)
VILLAGES = Unit(13, "UBND các xã", "UBND các xã")


def opening(unit: Unit, layout: Layout) -> str:
    """The first line of a unit's tasks in the plan."""
    outline = (Node("a", "Phân công", block=Block.ASSIGNMENTS, layout=layout),)
    plan = replace(PLAN, units=(unit,), tasks=(Task("Cử người dự lễ", unit),))
    return draw_body(outline, plan, Numbering.ROMAN).lines[1].text


@pytest.mark.parametrize(
    ("unit", "layout", "line"),
    [
        (UNITS, Layout.DASHES, "1. Giao các cơ quan, đơn vị"),
        (UNITS, Layout.NUMBERED, "1. Các cơ quan, đơn vị"),
        (UNITS, Layout.RUN_IN, "1. Các cơ quan, đơn vị: Cử người dự lễ./."),
        (GROUPS, Layout.DASHES, "1. Đề nghị các đoàn thể xã"),
        (GROUPS, Layout.NUMBERED, "1. Đề nghị các đoàn thể xã"),
        (GROUPS, Layout.RUN_IN, "1. Đề nghị các đoàn thể xã: Cử người dự lễ./."),
        (replace(GROUPS, relation=Relation.ASSIGN), Layout.NUMBERED, "1. Các đoàn thể xã"),
        (VILLAGES, Layout.DASHES, "1. Giao UBND các xã"),
    ],
)
def test_the_place_in_the_sentence_decides_the_capital(unit: Unit, layout: Layout, line: str) -> None:
    assert opening(unit, layout) == line


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Các phòng", "các phòng"), ("Tất cả các thôn", "tất cả các thôn"), ("Toàn thể công chức", "toàn thể công chức"),
        ("Phòng Nội vụ", "Phòng Nội vụ"), ("Cácta", "Cácta"), ("Tất Thành", "Tất Thành"), ("Các", "các"), ("", ""),
    ],
)  # fmt: skip
def test_only_words_of_number_begin_small_inside(name: str, inside: str) -> None:
    assert in_sentence(name) == inside


def test_helping_units_are_named_inside_the_sentence() -> None:
    task = Task("Tổng vệ sinh", OFFICE, (VILLAGES, UNITS))
    assert task_words(task) == "Chủ trì, phối hợp với UBND các xã; các cơ quan, đơn vị tổng vệ sinh"


def test_a_cell_begins_with_a_capital() -> None:
    row = task_row(Task("Tổng vệ sinh", GROUPS, (GROUPS, UNITS)))
    assert (row["lead"], row["coordinating"]) == ("Các đoàn thể", "Các đoàn thể, các cơ quan")


@pytest.mark.parametrize(
    ("unit", "words"), [(UNITS, "Giao các cơ quan, đơn vị"), (GROUPS, "Đề nghị các đoàn thể xã")]
)
def test_the_task_sheet_speaks_alike(unit: Unit, words: str) -> None:
    plan: Plan = replace(PLAN, tasks=(Task("Cử người dự lễ", unit), Task("Dọn vệ sinh", OFFICE, (unit,))))
    assert draw_task_sheet(unit, plan).context["lead_words"] == f"{words} chủ trì thực hiện các nhiệm vụ sau:"
    helper = draw_task_sheet(unit, replace(plan, tasks=plan.tasks[1:]))
    assert helper.context["help_words"] == f"{words} phối hợp thực hiện các nhiệm vụ sau:"
    assert helper.context["unit"] == words.split(" ", 2 if words.startswith("Đề") else 1)[-1]
