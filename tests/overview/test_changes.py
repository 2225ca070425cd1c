"""History in words."""

import pytest

from campaign.glossary import TaskStatus
from campaign.overview.model import column_types
from campaign.overview.phrases import COLUMNS
from campaign.overview.rules.changes import Reading, noun_of

READING = Reading(column_types(), {3: "Văn phòng"})
# What is the program's own: keys, versions, order, parents.
OWN = {
    "id", "version", "created_at", "updated_at", "deleted_at", "uid", "sequence", "position", "key",
    "campaign_id", "agency_id", "ceremony_id", "document_id", "group_id", "parent_id", "task_id",
    "deadline", "after_task_id", "source", "token_hash", "last_used_at", "made_by",
}  # fmt: skip
OFFICE = {
    "agency",
    "signer",
    "unit",
    "user",
    "day_off",
    "history_entry",
    "issued_paper",
    "read_document",
    "issued_handouts",
    "task_update",
    "evidence",
    "blueprint",
    "blueprint_task",
    "role_binding",
    "ceremony_move",
    "message",
    "upload",
    "import_mapping",
}  # not in a campaign's history


@pytest.mark.parametrize(
    ("noun", "column", "stored", "read"),
    [
        ("task", "status", [TaskStatus.OPEN, "done"], ("Chưa tiếp nhận", "Đã xác nhận hoàn thành")),
        ("task", "due_on", [None, "2026-12-01"], ("trống", "01/12/2026")),
        ("task", "lead_unit_id", [3, 9], ("Văn phòng", "một đơn vị cũ")),
        ("task", "coordinating", [[], [3, 9]], ("trống", "Văn phòng; một đơn vị cũ")),
        ("ceremony", "starts_at", ["2026-12-14T07:30:00", "2026-12-14T08:00:00"],
         ("7 giờ 30 phút, thứ Hai, ngày 14/12/2026", "8 giờ, thứ Hai, ngày 14/12/2026")),
        ("service_day", "closes_at", ["15:00:00", None], ("15 giờ", "trống")),
        ("service_day", "weekday", [2, 5], ("thứ Tư", "thứ Bảy")),
        ("programme_item", "before_start", [False, True], ("không", "có")),
        ("document", "annexes", [[], ["programme", "delegates"]], ("trống", "Chương trình buổi lễ, Danh sách đại biểu")),
        ("document", "position", ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"], ("CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("task", "status", ["một thứ đã bỏ", "open"], ("một thứ đã bỏ", "Chưa tiếp nhận")),
    ],
)  # fmt: skip
def test_values_are_read_as_people_say_them(
    noun: str, column: str, stored: list[object], read: tuple[str, str]
) -> None:
    (change,) = READING.changes(noun, {column: stored})
    assert (change.before, change.after) == read


def test_the_programs_own_columns_are_left_out() -> None:
    assert READING.changes("task", {"position": [1, 2], "uid": ["a", "b"]}) == []


def test_a_long_text_is_cut() -> None:
    (change,) = READING.changes("task", {"text": ["ngắn", "dài " * 100]})
    assert len(change.after) <= 160


def test_every_column_of_a_campaign_is_named_or_the_programs_own() -> None:
    unnamed = {
        (noun, column)
        for noun, column in column_types()
        if noun not in OFFICE and column not in OWN and column not in COLUMNS
    }
    assert unnamed == set()


def test_every_table_has_a_word() -> None:
    for noun, _ in column_types():
        if noun not in OFFICE | {"coordination"}:
            assert noun_of(noun) != noun
