"""What came of a task, in words."""

from datetime import date

import pytest

from campaign.glossary import TaskStatus, UpdateKind
from campaign.tasks.rules.outcome import Said, last_words, outcome

DAY = date(2026, 11, 22)
K, S = UpdateKind, TaskStatus


@pytest.mark.parametrize(
    ("status", "percent", "told", "words"),
    [
        (S.REPORTED, 100, "đã treo 20 băng rôn", "Hoàn thành ngày 22/11/2026: đã treo 20 băng rôn"),
        (S.DONE, None, "", "Hoàn thành ngày 22/11/2026"),
        (S.DOING, 60, "còn 8", "Đã làm 60%: còn 8"),
        (S.DOING, 0, "còn 8", "còn 8"),
        (S.PAUSED, 60, "chờ kinh phí", "Tạm dừng: chờ kinh phí"),
        (S.OPEN, None, "", "Chưa tiếp nhận"),
    ],
)
def test_the_outcome_says_how_far_a_task_is_and_what_was_told(
    status: TaskStatus, percent: int | None, told: str, words: str
) -> None:
    assert outcome(status, DAY if status in {S.REPORTED, S.DONE} else None, percent, told) == words


def said(kind: UpdateKind, text: str = "") -> Said:
    return Said(1, DAY, kind, S.DOING, text)


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ([said(K.PROGRESS, "nửa chừng"), said(K.REPORT, "xong")], "xong"),
        (
            [said(K.PROGRESS, "nửa chừng"), said(K.PROGRESS)],
            "nửa chừng",
        ),  # a percentage alone takes nothing back
        ([said(K.PROGRESS, "nửa chừng"), said(K.REPORT)], None),
        ([said(K.REPORT, "xong"), said(K.RETURN, "thiếu ảnh")], None),
        ([said(K.PROGRESS, "nửa chừng"), said(K.COMMENT, "cảm ơn"), said(K.ASK, "mưa")], "nửa chừng"),
    ],
)
def test_what_was_last_reported_stands_until_it_is_taken_back(spoken: list[Said], words: str | None) -> None:
    assert last_words(spoken).get(1) == words
