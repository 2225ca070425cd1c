"""Taking a document over on both databases: everything in one change, all of it or nothing; the original kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.campaigns.rules import CampaignDraft
from campaign.ceremonies.model import Ceremony, ProgrammeItem
from campaign.ceremonies.rules import CeremonyDraft, ItemDraft
from campaign.delegates.model import Delegate, DelegateGroup
from campaign.documents.model import Document, LegalBasis, Section, addressees_of, recipients_of, sections_of
from campaign.documents.plan_reads import document_of, plan_of
from campaign.documents.rules.editing import DocumentDraft, RecipientDraft
from campaign.documents.rules.outline import draw_body
from campaign.errors import Refused
from campaign.files import word_reader
from campaign.glossary import Block, DocumentKind, Level, Numbering
from campaign.history.model import Entry
from campaign.people.model import Unit, units_of
from campaign.people.rules.units import UnitDraft
from campaign.reading.actions import forget_document, keep_document, keep_once_more, take
from campaign.reading.model import NOT_TAKEN_KEPT, ReadDocument, of_agency, originals_of, same_of
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.taking.draft import GroupTaken, Taking, TaskTaken, UnitRef, UnitTaken
from campaign.reading.rules.taking.matching import KnownUnit
from campaign.reading.rules.taking.proposal import Office, Proposal, of_superior, propose
from campaign.reading.rules.text import sentences, words
from campaign.reading.rules.understanding import understand
from campaign.service_days.model import Procedure, ServiceDay
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft
from campaign.tasks.model import Task, coordinating, of_campaign
from tests.conftest import Cast
from tests.reading.texts import text_of

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
LAUNCH, ROLL_OUT = "ke_hoach_ra_quan_huyen", "ke_hoach_nhan_rong_tinh"


def kept(session: Session, cast: Cast, name: str = LAUNCH) -> ReadDocument:
    return keep_document(session, cast.agency.id, cast.drafter, f"{name}.txt", text_of(name).encode(), NOW)[0]


def proposed(session: Session, cast: Cast, name: str = LAUNCH) -> Proposal:
    source = clean(word_reader.read(text_of(name).encode(), f"{name}.txt"))
    units = tuple(
        KnownUnit(unit.id, unit.name, unit.short_name) for unit in units_of(session, cast.agency.id)
    )
    office = Office(cast.agency.name, Level.COMMUNE, units, TODAY)
    return propose(understand(source), source, office)


def everything(proposal: Proposal, **changed: object) -> Taking:
    """All of a proposal as it stands, every unit that is not known made."""
    ceremony = proposal.ceremony
    units = tuple(
        UnitTaken(unit.match.unit_id) if unit.match else UnitTaken(draft=UnitDraft(unit.written, unit.written[:60], unit.relation))
        for unit in proposal.units
    )  # fmt: skip
    taking = Taking(
        campaign=CampaignDraft(proposal.title),
        document=DocumentDraft(
            proposal.kind or DocumentKind.PLAN, proposal.title, proposal.year, proposal.month
        ),
        live=frozenset(guess.place for guess in proposal.live if guess.same),
        bases=proposal.bases,
        ceremony=CeremonyDraft(
            ceremony.title, ceremony.day or TODAY, ceremony.starts or time(8), ceremony.venue
        )
        if ceremony
        else None,
        programme=tuple(ItemDraft(step.title, step.minutes) for step in proposal.programme),
        groups=tuple(GroupTaken(group.name, group.members) for group in proposal.groups),
        units=units,
        tasks=tuple(
            TaskTaken(
                place,
                task.text,
                UnitRef(written=task.unit),
                tuple(UnitRef(written=each) for each in task.helpers),
            )
            for place, task in enumerate(proposal.tasks)
        ),
        days=tuple(ServiceDayDraft(day.name, day.starts_on or TODAY, 3) for day in proposal.days),
        procedures=tuple(
            ProcedureDraft(each.name, each.served_at, each.code) for each in proposal.procedures
        ),
        recipients=tuple(RecipientDraft(each.name, each.note or None) for each in proposal.recipients),
    )
    return replace(taking, **changed)  # type: ignore[arg-type]


def counts(session: Session) -> dict[str, int]:
    kinds = (Campaign, Document, Section, LegalBasis, Ceremony, ProgrammeItem, DelegateGroup, Delegate, Task, Unit,
             ServiceDay, Procedure)  # fmt: skip
    return {kind.__tablename__: session.scalar(select(func.count()).select_from(kind)) or 0 for kind in kinds}


# ---------------------------------------------------------------- keeping


def test_the_same_bytes_are_one_reading_of_an_office(session: Session, cast: Cast) -> None:
    first = kept(session, cast)
    assert kept(session, cast).id == first.id
    other, _ = keep_document(
        session, cast.other_agency.id, cast.stranger, "x.txt", text_of(LAUNCH).encode(), NOW
    )
    assert other.id != first.id
    assert first.data == text_of(LAUNCH).encode()


def test_what_nobody_took_goes_after_a_month_and_what_was_taken_stays(session: Session, cast: Cast) -> None:
    looked_at, taken = kept(session, cast), kept(session, cast, ROLL_OUT)
    proposal = proposed(session, cast, ROLL_OUT)
    take(session, taken, proposal, everything(proposal), cast.drafter, NOW)
    later = NOW + NOT_TAKEN_KEPT + timedelta(hours=1)
    keep_document(session, cast.agency.id, cast.drafter, "moi.txt", b"x", later)
    left = set(session.scalars(select(ReadDocument.id)))
    assert taken.id in left
    assert looked_at.id not in left


def test_lists_do_not_load_the_bytes(session: Session, cast: Cast) -> None:
    kept(session, cast)
    session.commit()
    session.expunge_all()
    (row,) = of_agency(session, cast.agency.id, 5)
    assert "data" not in row.__dict__


def test_only_what_was_not_taken_is_forgotten(session: Session, cast: Cast) -> None:
    reading = kept(session, cast)
    proposal = proposed(session, cast)
    forget_document(session, kept(session, cast, ROLL_OUT), cast.drafter)
    take(session, reading, proposal, everything(proposal), cast.drafter, NOW)
    with pytest.raises(Refused):
        forget_document(session, reading, cast.drafter)


# ---------------------------------------------------------------- taking


def test_a_launch_plan_becomes_a_campaign_with_all_its_parts(session: Session, cast: Cast) -> None:
    reading, proposal = kept(session, cast), proposed(session, cast)
    before = counts(session)
    taken = take(session, reading, proposal, everything(proposal), cast.drafter, NOW)
    made = {name: count - before[name] for name, count in counts(session).items()}
    assert made | {"section": 0} == {
        "campaign": 1, "document": 1, "section": 0, "legal_basis": 1, "ceremony": 1, "programme_item": 4,
        "delegate_group": 2, "delegate": 4, "task": 9, "unit": made["unit"], "service_day": 0, "procedure": 0,
    }  # fmt: skip
    assert (reading.campaign_id, reading.document_id) == (
        taken.campaign.id,
        taken.document and taken.document.id,
    )
    assert reading.taken_at == NOW
    assert taken.skipped == 0


def test_every_task_remembers_its_sentence_and_its_helpers(session: Session, cast: Cast) -> None:
    reading, proposal = kept(session, cast), proposed(session, cast)
    taken = take(session, reading, proposal, everything(proposal), cast.drafter, NOW)
    tasks = of_campaign(session, taken.campaign.id)
    assert [task.source for task in tasks] == [task.source for task in proposal.tasks]
    helpers = coordinating(session, [task.id for task in tasks])
    names = {unit.id: unit.name for unit in units_of(session, cast.agency.id)}
    helped = next(task for task in tasks if helpers[task.id])
    meant = proposal.units[0].match
    assert [names[each] for each in helpers[helped.id]] == [
        names[meant.unit_id] if meant else proposal.units[0].written
    ]


def test_the_paper_drawn_from_it_says_every_sentence_of_the_source(session: Session, cast: Cast) -> None:
    reading, proposal = kept(session, cast), proposed(session, cast)
    as_written = tuple(
        UnitTaken(unit.match.unit_id)
        if unit.match and not unit.match.merged
        else UnitTaken(draft=UnitDraft(unit.written, unit.written, unit.relation))
        for unit in proposal.units
    )
    taken = take(session, reading, proposal, everything(proposal, units=as_written), cast.drafter, NOW)
    assert taken.document is not None
    blocks = {row.block for row in sections_of(session, taken.document.id)} - {None}
    assert blocks == {Block.LEGAL_BASES, Block.DELEGATES, Block.PROGRAMME, Block.ASSIGNMENTS}
    document, plan = document_of(session, taken.document.id), plan_of(session, taken.campaign.id)
    body = draw_body(document.outline, plan, document.numbering)
    assert body.problems == ()
    said = " ".join(words(" ".join(line.text for line in body.lines)))
    for top in proposal.body.nodes:
        for node in top.walk():
            for sentence in sentences(node.line):
                assert " ".join(words(sentence)) in said


def test_the_head_and_the_end_are_those_of_the_document(session: Session, cast: Cast) -> None:
    reading, proposal = (
        kept(session, cast, "cong_van_trien_khai"),
        proposed(session, cast, "cong_van_trien_khai"),
    )
    draft = DocumentDraft(
        DocumentKind.LETTER, proposal.title, proposal.year, proposal.month, symbol=proposal.symbol,
        authority=proposal.authority, position=proposal.position, signer_name=proposal.signer,
    )  # fmt: skip
    taking = everything(proposal, document=draft, addressees=proposal.addressees, tasks=(), units=())
    document = take(session, reading, proposal, taking, cast.drafter, NOW).document
    assert document is not None
    assert (document.symbol, document.draft_year, document.draft_month) == ("UBND-VP", 2026, 8)
    assert document.numbering is Numbering.DECIMAL
    assert (document.authority, document.position) == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert [row.name for row in addressees_of(session, document.id)] == [
        "Các phòng, trung tâm thuộc xã",
        "Trưởng các bản",
    ]
    assert [row.name for row in recipients_of(session, document.id)][-1] == "Lưu: VT."


def test_an_extended_campaign_gets_nothing_twice(session: Session, cast: Cast) -> None:
    reading, proposal = kept(session, cast), proposed(session, cast)
    campaign = take(session, reading, proposal, everything(proposal), cast.drafter, NOW).campaign
    once = counts(session)
    again = keep_once_more(session, reading, cast.drafter, NOW)
    anew = proposed(session, cast)  # the units made are known now
    taking = everything(anew, campaign_id=campaign.id, document=None)
    taken = take(session, again, anew, taking, cast.drafter, NOW)
    assert counts(session) == once
    assert taken.campaign.id == campaign.id
    assert taken.skipped == 1 + 5 + 4 + 9  # bases; the ceremony with its steps; delegates; tasks
    assert [row.id for row in originals_of(session, campaign_id=campaign.id)] == [reading.id, again.id]


def test_of_a_superiors_plan_our_tasks_stand_on_it(session: Session, cast: Cast) -> None:
    reading, whole = kept(session, cast, ROLL_OUT), proposed(session, cast, ROLL_OUT)
    assert whole.guessed_us is not None
    proposal = of_superior(whole, whole.guessed_us)
    lead = UnitRef(known=cast.units[0].id)
    tasks = tuple(TaskTaken(place, task.text, lead) for place, task in enumerate(proposal.tasks))
    taking = everything(proposal, tasks=tasks, document=None, bases=proposal.bases[:1])
    taken = take(session, reading, proposal, taking, cast.drafter, NOW)
    made = of_campaign(session, taken.campaign.id)
    assert {task.lead_unit_id for task in made} == {cast.units[0].id}
    assert {task.basis_section for task in made} == {"mục III.3"}
    assert all(task.basis and task.basis.startswith("Kế hoạch số 318/KH-UBND") for task in made)
    assert reading.document_id is None
    days = session.scalars(select(ServiceDay).where(ServiceDay.campaign_id == taken.campaign.id)).all()
    assert len(days) == 1


# ---------------------------------------------------------------- nothing half


@pytest.mark.parametrize("fault", ["lead", "unit", "title", "procedure", "campaign"])
def test_one_fault_and_nothing_at_all_is_written(session: Session, cast: Cast, fault: str) -> None:
    reading, proposal = kept(session, cast), proposed(session, cast)
    taking = everything(proposal)
    taking = {
        "lead": replace(taking, tasks=(*taking.tasks[:-1], replace(taking.tasks[-1], lead=None))),
        "unit": replace(taking, units=(UnitTaken(),) * len(taking.units)),
        "title": replace(taking, campaign=CampaignDraft(cast.campaign.title)),
        "procedure": replace(taking, procedures=(ProcedureDraft("Khai sinh", "Cấp xã", "1193"),)),
        "campaign": replace(taking, campaign_id=10**6),
    }[fault]
    session.commit()
    before = counts(session) | {"history": session.scalar(select(func.count()).select_from(Entry)) or 0}
    with pytest.raises(Refused) as refusal:
        take(session, reading, proposal, taking, cast.drafter, NOW)
    session.rollback()
    assert (
        counts(session) | {"history": session.scalar(select(func.count()).select_from(Entry)) or 0} == before
    )
    assert session.get_one(ReadDocument, reading.id).taken_at is None
    field = {"lead": "tasks-8-lead", "unit": "units-0-unit", "title": "title"}.get(fault, "")
    assert field in [problem.field for problem in refusal.value.problems]


def test_a_second_click_takes_nothing(session: Session, cast: Cast) -> None:
    reading, proposal = kept(session, cast), proposed(session, cast)
    take(session, reading, proposal, everything(proposal), cast.drafter, NOW)
    before = counts(session)
    with pytest.raises(Refused):
        take(session, reading, proposal, everything(proposal), cast.drafter, NOW)
    assert counts(session) == before


def test_a_unit_no_task_needs_is_not_made(session: Session, cast: Cast) -> None:
    reading, proposal = kept(session, cast), proposed(session, cast)
    before = counts(session)["unit"]
    take(session, reading, proposal, everything(proposal, tasks=()), cast.drafter, NOW)
    assert counts(session)["unit"] == before


def test_taken_before_not_taken_is_what_is_found_again(session: Session, cast: Cast) -> None:
    reading, proposal = kept(session, cast), proposed(session, cast)
    take(session, reading, proposal, everything(proposal), cast.drafter, NOW)
    keep_once_more(session, reading, cast.drafter, NOW)
    found = same_of(session, cast.agency.id, reading.digest)
    assert found is not None
    assert found.id == reading.id


def test_an_outline_asks_no_more_questions_however_long(session: Session, cast: Cast) -> None:
    def reads(copies: int) -> int:
        text = text_of("cong_van_de_xuat").replace(
            "2. Ghi nhận", "\n".join(f"{n}. Việc {n}" for n in range(2, copies)) + "\n9. Ghi nhận"
        )
        source = clean(word_reader.read(text.encode(), "x.txt"))
        proposal = propose(understand(source), source, Office("x", Level.COMMUNE, (), TODAY))
        reading, _ = keep_document(session, cast.agency.id, cast.drafter, "x.txt", text.encode(), NOW)
        seen: list[str] = []
        note = lambda _c, _k, statement, *_r: seen.append(statement)  # noqa: E731
        event.listen(session.get_bind(), "before_cursor_execute", note)
        draft = DocumentDraft(DocumentKind.LETTER, "x", 2026)
        taking = Taking(CampaignDraft(f"Thử {copies}"), document=draft)
        take(session, reading, proposal, taking, cast.drafter, NOW)
        event.remove(session.get_bind(), "before_cursor_execute", note)
        return sum(statement.startswith("SELECT") for statement in seen)

    assert reads(40) == reads(4)
