"""The plan and the drafts as they come out of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from campaign.ceremonies.model import Ceremony, ProgrammeItem
from campaign.delegates.model import Delegate, DelegateGroup
from campaign.documents import model as documents
from campaign.documents.papers import write
from campaign.documents.plan_reads import document_of, plan_of
from campaign.documents.rules.papers import draw
from campaign.errors import Missing
from campaign.glossary import Annex, Block, Channel, DocumentKind, Layout
from campaign.publicity.model import Activity
from campaign.service_days.model import Procedure, ServiceDay
from campaign.tasks.model import Coordination, Task
from tests.conftest import Cast
from tests.documents.conftest import TEMPLATES


@contextmanager
def counting(session: Session) -> Iterator[list[str]]:
    """The statements sent while the block runs, nothing cached from before."""
    session.flush()
    session.expunge_all()
    sent: list[str] = []
    connection = session.connection()

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    yield sent
    event.remove(connection, "before_cursor_execute", note)


def plan_something(session: Session, cast: Cast, rows: int) -> documents.Document:
    """A plan with `rows` of everything, and its document."""
    office, culture, youth = cast.units
    campaign = cast.campaign.id
    document = documents.Document(
        campaign_id=campaign, agency_id=cast.agency.id, kind=DocumentKind.PLAN, title="Tổ chức lễ", symbol="KH-UBND",
        draft_year=2026, annexes=["programme"],
    )  # fmt: skip
    session.add(document)
    session.flush()
    for n in range(rows):
        group = DelegateGroup(campaign_id=campaign, position=rows - n, name=f"Khối {n}")
        task = Task(
            campaign_id=campaign, position=n, text=f"Việc {n}", lead_unit_id=office.id, due_on=date(2026, 12, 1), uid=f"t{n}"
        )  # fmt: skip
        parent = documents.Section(document_id=document.id, position=n, key=f"s{n}", heading=f"Mục {n}")
        session.add_all([group, task, parent])
        session.flush()
        session.add_all(
            [
                Delegate(group_id=group.id, position=1, title=f"Đại biểu {n}"),
                Coordination(task_id=task.id, unit_id=youth.id, position=1),
                Coordination(task_id=task.id, unit_id=culture.id, position=0),
                documents.Section(
                    document_id=document.id, parent_id=parent.id, position=1, key=f"c{n}", block=Block.DELEGATES, layout=Layout.TABLE
                ),
                documents.LegalBasis(campaign_id=campaign, position=n, kind="Kế hoạch", number=f"{n}/KH", subject="về việc"),
                documents.Addressee(document_id=document.id, position=n, name=f"Nơi {n}"),
                documents.Recipient(document_id=document.id, position=n, name=f"Nhận {n}", note="b/c"),
                Procedure(campaign_id=campaign, position=n, code=None, name=f"Thủ tục {n}", served_at="Tại xã"),
                ServiceDay(campaign_id=campaign, position=n, name="Mô hình", weekday=2, starts_on=date(2027, 1, 1), closes_at=time(15), uid=f"d{n}"),
                Activity(campaign_id=campaign, position=n, channel=Channel.PRESS, content="Đưa tin", unit_id=culture.id),
                ProgrammeItem(ceremony_id=cast.ceremony.id, position=n, title=f"Bước {n}", minutes=10, unit_id=office.id, before_start=n == 0, uid=f"p{n}"),
            ]
        )  # fmt: skip
    session.flush()
    return document


@pytest.mark.parametrize("rows", [1, 3])
def test_a_plan_is_read_in_twelve_queries_and_a_document_in_four(
    session: Session, cast: Cast, rows: int
) -> None:
    document_id, campaign_id = plan_something(session, cast, rows).id, cast.campaign.id
    with counting(session) as sent:
        plan_of(session, campaign_id)
    assert len(sent) == 12
    with counting(session) as sent:
        document_of(session, document_id)
    assert len(sent) == 4


def test_everything_the_papers_print_is_read(session: Session, cast: Cast) -> None:
    plan_something(session, cast, 2)
    plan = plan_of(session, cast.campaign.id)
    assert plan.agency.header_lines == ("ỦY BAN NHÂN DÂN", "XÃ BÌNH AN")
    assert [unit.name for unit in plan.units] == [unit.name for unit in cast.units]
    assert [unit.short_name for unit in plan.tasks[0].coordinating] == ["Phòng VH-XH", "Đoàn xã"]
    assert [group.name for group in plan.groups] == ["Khối 1", "Khối 0"]
    assert [delegate.title for delegate in plan.delegates] == ["Đại biểu 1", "Đại biểu 0"]
    assert plan.bases[1].number == "1/KH"
    assert plan.activities[0].unit == plan.units[1]
    assert plan.service_days[0].closes_at == time(15)


def test_steps_of_the_programme_have_their_times_and_performers(session: Session, cast: Cast) -> None:
    plan_something(session, cast, 3)
    ceremony = plan_of(session, cast.campaign.id).ceremony
    assert ceremony is not None
    assert [item.starts_at.strftime("%H:%M") for item in ceremony.programme] == ["07:20", "07:30", "07:40"]
    assert ceremony.programme[0].performer == cast.units[0].name


def test_a_campaign_with_two_ceremonies_gives_the_first_unless_one_is_named(
    session: Session, cast: Cast
) -> None:
    later = Ceremony(
        campaign_id=cast.campaign.id,
        title="Lễ tổng kết",
        starts_at=datetime(2027, 6, 1, 8),  # noqa: DTZ001 - office time
        venue="Hội trường",
        uid="ceremony-2",
    )
    session.add(later)
    session.flush()
    first, named = (
        plan_of(session, cast.campaign.id).ceremony,
        plan_of(session, cast.campaign.id, ceremony_id=later.id).ceremony,
    )
    assert first is not None
    assert named is not None
    assert (first.title, named.title) == (cast.ceremony.title, "Lễ tổng kết")


def test_a_document_comes_with_its_tree_in_order(session: Session, cast: Cast) -> None:
    document = document_of(session, plan_something(session, cast, 2).id)
    assert [node.key for node in document.outline] == ["s0", "s1"]
    assert [(node.key, node.block) for node in document.outline[1].children] == [("c1", Block.DELEGATES)]
    assert document.addressees == ("Nơi 0", "Nơi 1")
    assert document.recipients[0].note == "b/c"
    assert document.annexes == (Annex.PROGRAMME,)
    assert document.agency.place_name == "Bình An"


def test_what_the_database_holds_becomes_a_word_file(session: Session, cast: Cast) -> None:
    document = plan_something(session, cast, 2)
    paper = draw(document_of(session, document.id), plan_of(session, cast.campaign.id))
    assert write(paper, TEMPLATES).startswith(b"PK")


def test_an_empty_campaign_has_an_empty_plan(session: Session, cast: Cast) -> None:
    plan = plan_of(session, cast.campaign.id)
    assert (plan.tasks, plan.groups, plan.bases, plan.activities) == ((), (), (), ())


def test_what_is_not_there_is_missing(session: Session) -> None:
    with pytest.raises(Missing):
        plan_of(session, 999)
    with pytest.raises(Missing):
        document_of(session, 999)
