"""What may be said of a task, by whom, from which status."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import TaskStatus, UpdateKind
from campaign.tasks.rules import evidence, reporting
from campaign.tasks.rules.evidence import EvidenceDraft
from campaign.tasks.rules.reporting import Side, Standing, UpdateDraft

TODAY = date(2026, 11, 23)
DUE = date(2026, 12, 1)
K, S = UpdateKind, TaskStatus
RUNNING = Standing(S.DOING, DUE, None)
PDF = EvidenceDraft("Biên bản.pdf", b"%PDF-1.7 ...")


def say(kind: UpdateKind, **more: object) -> UpdateDraft:
    return UpdateDraft(kind, "key", **more)  # type: ignore[arg-type]


def fields(draft: UpdateDraft, side: Side = Side.LEAD, task: Standing = RUNNING) -> list[str]:
    return [problem.field for problem in reporting.check(draft, side, task, TODAY)]


@pytest.mark.parametrize(
    ("side", "status", "kinds"),
    [
        (Side.LEAD, S.OPEN, [K.ACCEPT, K.PROGRESS, K.REPORT, K.ASK, K.COMMENT]),
        (Side.LEAD, S.DOING, [K.PROGRESS, K.REPORT, K.ASK, K.COMMENT]),
        (Side.LEAD, S.REPORTED, [K.PROGRESS, K.COMMENT]),
        (Side.LEAD, S.DONE, [K.COMMENT]),
        (Side.HELPER, S.OPEN, [K.COMMENT]),
        (Side.LEADER, S.REPORTED, [K.CONFIRM, K.RETURN, K.COMMENT]),
        (Side.OFFICE, S.PAUSED, [K.RESUME, K.DROP, K.COMMENT]),
        (Side.OFFICE, S.ACCEPTED, [K.PROGRESS, K.REPORT, K.ASK, K.PAUSE, K.DROP, K.COMMENT]),
    ],
)
def test_each_side_is_offered_what_is_its_turn(
    side: Side, status: TaskStatus, kinds: list[UpdateKind]
) -> None:
    assert reporting.open_to(side, Standing(status, DUE, None)) == kinds


def test_somebody_who_only_reads_is_offered_nothing() -> None:
    assert reporting.open_to(None, RUNNING) == []


def test_an_extension_is_answered_once_asked_and_asked_once() -> None:
    asked = replace(RUNNING, asked_until=date(2026, 12, 8))
    assert K.GRANT not in reporting.open_to(Side.LEADER, RUNNING)
    assert {K.GRANT, K.REFUSE} <= set(reporting.open_to(Side.LEADER, asked))
    assert K.ASK not in reporting.open_to(Side.LEAD, asked)
    assert K.ASK not in reporting.open_to(Side.LEAD, replace(RUNNING, deadline=None))


@given(st.sampled_from(K), st.sampled_from(Side), st.sampled_from(S), st.booleans())
def test_what_is_offered_is_accepted_and_nothing_else_is(
    kind: UpdateKind, side: Side, status: TaskStatus, asked: bool
) -> None:
    task = Standing(status, DUE, date(2026, 12, 8) if asked else None)
    draft = say(kind, text="Lý do", until=date(2026, 12, 9))
    offered = kind in reporting.open_to(side, task)
    assert (reporting.check(draft, side, task, TODAY) == []) is offered


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (say(K.PROGRESS), "text"),
        (say(K.PROGRESS, percent=101), "percent"),
        (say(K.COMMENT), "text"),
        (say(K.ASK, text="Chờ dự toán"), "until"),
        (say(K.ASK, text="Chờ dự toán", until=DUE), "until"),
        (say(K.ASK, until=DUE + timedelta(days=3)), "text"),
    ],
)
def test_what_an_update_lacks_is_said_at_its_field(draft: UpdateDraft, field: str) -> None:
    assert fields(draft) == [field]


@pytest.mark.parametrize("draft", [say(K.PROGRESS, percent=0), say(K.PROGRESS, files=[PDF]), say(K.REPORT)])
def test_a_percentage_or_a_file_says_enough(draft: UpdateDraft) -> None:
    assert fields(draft) == []


def test_no_day_in_the_past_is_asked_for() -> None:
    late = replace(RUNNING, deadline=TODAY - timedelta(days=9))
    assert fields(say(K.ASK, text="Mưa", until=TODAY - timedelta(days=1)), task=late) == ["until"]


@pytest.mark.parametrize(
    "file",
    [
        EvidenceDraft("virus.exe", b"MZ"),
        EvidenceDraft("anh.jpg", b"<script>alert(1)</script>"),
        EvidenceDraft("trang.html", b"<html>"),
        EvidenceDraft("anh.svg", b"<svg/>"),
        EvidenceDraft("rong.pdf", b""),
        EvidenceDraft("to.pdf", b"%PDF-" + bytes(evidence.LARGEST)),
        EvidenceDraft("khong-duoi", b"%PDF-"),
        EvidenceDraft("", b"%PDF-"),
        EvidenceDraft("phim.webp", b"RIFF\0\0\0\0AVI LIST"),
        EvidenceDraft("phim.heic", b"\0\0\0\x18ftypmp42"),
    ],
)
def test_a_file_that_is_not_what_it_may_be_is_named(file: EvidenceDraft) -> None:
    (problem,) = evidence.check([PDF, file])
    assert problem.field == "files"
    assert f"“{file.name}”" in problem.sentence


@pytest.mark.parametrize(
    "file",
    [
        EvidenceDraft("IMG_0042.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1"),
        EvidenceDraft("anh.heif", b"\0\0\0\x18ftypmif1"),
        EvidenceDraft("anh.webp", b"RIFF\x24\0\0\0WEBPVP8 "),
        EvidenceDraft("ANH.JPEG", b"\xff\xd8\xff\xe1"),
        EvidenceDraft("so.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ],
)
def test_what_telephones_and_old_offices_send_is_taken(file: EvidenceDraft) -> None:
    assert evidence.check([file]) == []


def test_a_day_asked_for_that_is_no_longer_later_cannot_be_granted_by_leaving_the_day_out() -> None:
    moved = replace(RUNNING, deadline=TODAY + timedelta(days=9), asked_until=TODAY + timedelta(days=5))
    assert fields(say(K.GRANT), Side.LEADER, moved) == ["until"]
    assert fields(say(K.GRANT, until=TODAY + timedelta(days=12)), Side.LEADER, moved) == []


def test_at_most_five_files_go_with_an_update() -> None:
    assert evidence.check([PDF] * 5) == []
    assert len(evidence.check([PDF] * 6)) == 1
    ten = EvidenceDraft("to.pdf", b"%PDF-" + bytes(evidence.LARGEST - 5))
    assert evidence.check([ten] * 3) == []
    assert len(evidence.check([ten] * 3 + [PDF])) == 1
