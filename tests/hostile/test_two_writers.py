"""Two people at once, on SQLite and on PostgreSQL: both are answered, nothing is lost, doubled or half-written."""

from itertools import permutations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.db import Base
from campaign.delegates.model import DelegateGroup
from campaign.documents.model import Document
from campaign.glossary import DocumentStatus
from campaign.people.model import DayOff, Unit
from campaign.publicity.model import Activity
from campaign.tasks.model import Task
from tests.hostile.desk import Desk
from tests.hostile.stage import form_at

HOME = "/campaigns/ngay-khong-hen"


def test_the_later_save_keeps_both_texts_on_the_page(desk: Desk) -> None:
    form = form_at(desk.first, f"{HOME}/publicity/{desk.values['activity_id']}")
    assert desk.first.post(form.action, data=form.data(content="Bản thứ nhất")).status_code == 303
    answer = desk.second.post(form.action, data=form.data(content="Bản thứ hai"))
    assert answer.status_code == 409
    assert "Bản thứ nhất" in answer.text
    assert "Bản thứ hai" in answer.text
    assert "Bản thứ nhất" in desk.all(select(Activity.content))
    assert desk.second.post(form.action, data=form.data(content="Bản thứ hai", version=2)).status_code == 303


def test_two_saves_in_one_moment_keep_one_and_tell_the_other(desk: Desk) -> None:
    form = form_at(desk.first, f"{HOME}/publicity/{desk.values['activity_id']}")
    answers = desk.at_once(*((form.action, form.data(content=f"Bản {name}")) for name in "ABC"))
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409]
    kept = [text for text in desk.all(select(Activity.content)) if str(text).startswith("Bản ")]
    assert len(kept) == 1
    assert all("Bản " in answer.text for answer in answers if answer.status_code == 409)


@pytest.mark.parametrize(
    ("address", "kind"),
    [("tasks", Task), ("publicity", Activity), ("delegates/groups", DelegateGroup)],
    ids=["tasks", "activities", "groups"],
)
def test_moves_in_one_moment_are_all_made_one_after_the_other(
    desk: Desk, address: str, kind: type[Task | Activity | DelegateGroup]
) -> None:
    start = desk.all(select(kind.id).order_by(kind.position))
    moves = list(zip(start, ("down", "down", "up", "up"), strict=True))
    answers = desk.at_once(*((f"{HOME}/{address}/{row}/move/{way}", {}) for row, way in moves))
    assert {answer.status_code for answer in answers} == {303}
    assert desk.all(select(kind.position).order_by(kind.position)) == [1, 2, 3, 4]
    assert desk.all(select(kind.id).order_by(kind.position)) in [
        moved(start, order) for order in permutations(moves)
    ]


def moved(start: list[object], moves: tuple[tuple[object, str], ...]) -> list[object]:
    """The rows after those moves, one after the other."""
    rows = list(start)
    for row, way in moves:
        place = rows.index(row)
        rows.insert(max(0, place + (1 if way == "down" else -1)), rows.pop(place))
    return rows


def test_papers_issued_in_one_moment_get_numbers_of_their_own(desk: Desk) -> None:
    with desk.app.extensions["sessions"]["writing"]() as session:
        papers = session.scalars(select(Document).where(Document.kind == "plan")).all()[:3]
        for paper in papers:
            paper.status = DocumentStatus.APPROVED
        session.commit()
        posts = [
            (
                f"{HOME}/documents/{paper.id}/issue",
                {
                    "issued_on": "24/11/2026",
                    "number": "",
                    "reason": "Chưa có người ký.",
                    "version": paper.version,
                },
            )
            for paper in papers
        ]
    answers = desk.at_once(*posts)
    assert [answer.status_code for answer in answers] == [303] * len(posts)
    assert sorted(desk.all(select(Document.number).where(Document.number.is_not(None)))) == list(
        range(1, len(posts) + 1)
    )  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("address", "data", "counted"),
    [
        (
            "/campaigns/new",
            {"title": "Ngày không viết", "agency_id": 1, "code": "mot-ma"},
            Campaign,
        ),
        ("/units/new?agency=1", {"name": "Phòng mới", "short_name": "Phòng"}, Unit),
        ("/days-off/new?agency=1", {"day": "02/01/2026", "kind": "off", "name": "Hoán đổi"}, DayOff),
    ],
    ids=["campaign", "unit", "day off"],
)
def test_the_same_thing_added_twice_in_one_moment_is_there_once(
    desk: Desk, address: str, data: dict[str, object], counted: type[Base]
) -> None:
    before = desk.all(select(func.count()).select_from(counted))[0]
    form = form_at(desk.first, address)
    answers = desk.at_once(*[(form.action, form.data(**data))] * 3)
    assert sorted(answer.status_code for answer in answers) == [303, 422, 422]
    assert desk.all(select(func.count()).select_from(counted))[0] == before + 1  # type: ignore[operator]


def test_a_request_that_dies_midway_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(session: Session, *_: object, **__: object) -> None:
        session.flush()
        raise RuntimeError("killed")

    def counts():
        return [desk.all(select(func.count()).select_from(table))[0] for table in Base.metadata.sorted_tables]

    form, before = form_at(desk.first, f"{HOME}/publicity/new"), counts()
    monkeypatch.setattr("campaign.publicity.actions.log", die)
    answer = desk.first.post(form.action, data=form.data(content="Phát bài"))
    assert answer.status_code == 500
    assert "Lỗi ở phía máy chủ" in answer.text
    assert "Traceback" not in answer.text
    assert counts() == before
    monkeypatch.undo()
    assert desk.first.post(form.action, data=form.data(content="Phát bài")).status_code == 303
