"""Changes of documents on both databases."""

from datetime import date
from threading import Event, Thread
from time import sleep

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from campaign.db import session_factory
from campaign.documents import actions
from campaign.documents.model import Document, addressees_of, of_campaign, recipients_of, sections_of
from campaign.documents.rules.editing import DocumentDraft, RecipientDraft, SectionDraft
from campaign.errors import Conflict, Refused
from campaign.glossary import Annex, DocumentKind, DocumentStatus, SizeProfile
from campaign.history.model import Entry
from campaign.people.model import Signer
from tests.conftest import Cast
from tests.documents.conftest import TEMPLATES


def draft(title: str = "Tổ chức Lễ phát động", **more: object) -> DocumentDraft:
    values = {"kind": DocumentKind.PLAN, "title": title, "draft_year": 2026} | more
    return DocumentDraft(**values)  # type: ignore[arg-type]


def create(session: Session, cast: Cast, **more: object) -> Document:
    return actions.create_document(session, cast.campaign, draft(**more), cast.drafter)  # type: ignore[arg-type]


def approved(session: Session, cast: Cast, **more: object) -> Document:
    document = create(session, cast, **more)
    actions.approve_document(session, document, document.version, cast.leader)
    return document


def issue(session: Session, cast: Cast, day: date, number: int | None = None, **more: object) -> Document:
    document = approved(session, cast, **more)
    actions.issue_document(session, document, day, number, TEMPLATES, cast.clerk)
    return document


# ---------------------------------------------------------------- drafting


@pytest.mark.parametrize(
    ("kind", "symbol"),
    [
        (DocumentKind.PLAN, "KH-UBND"),
        (DocumentKind.LETTER, "UBND-VP"),
        (DocumentKind.INVITATION, "GM-UBND"),
        (DocumentKind.REPORT, "BC-UBND"),
    ],
)
def test_a_new_document_has_the_symbol_of_its_kind_and_agency(
    session: Session, cast: Cast, kind: DocumentKind, symbol: str
) -> None:
    assert create(session, cast, kind=kind).symbol == symbol


def test_a_new_document_takes_the_sizes_of_its_agency(session: Session, cast: Cast) -> None:
    cast.agency.size_profile = SizeProfile.SMALL
    assert create(session, cast).size_profile is SizeProfile.SMALL


def test_a_chosen_signer_is_copied_and_stays_when_the_signer_changes(session: Session, cast: Cast) -> None:
    signer = Signer(
        agency_id=cast.agency.id, authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH", name="Lê Thị A"
    )
    session.add(signer)
    session.flush()
    document = create(session, cast, signer_id=signer.id)
    signer.name = "Người khác"
    session.flush()
    assert (document.authority, document.position, document.signer_name) == (
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Lê Thị A",
    )


def test_a_signer_of_another_agency_is_refused(session: Session, cast: Cast) -> None:
    signer = Signer(agency_id=cast.other_agency.id, position="CHỦ TỊCH", name="Lê Thị A")
    session.add(signer)
    session.flush()
    with pytest.raises(Refused):
        create(session, cast, signer_id=signer.id)


@pytest.mark.parametrize("symbol", ["KH UBND", "05/KH-UBND", "KH-", "-"])
def test_a_symbol_with_blanks_or_a_slash_is_refused(session: Session, cast: Cast, symbol: str) -> None:
    with pytest.raises(Refused):
        create(session, cast, symbol=symbol)


@pytest.mark.parametrize("symbol", ["HĐND-VP", "UBND-KTHT&ĐT", "QyĐ-UBND"])
def test_symbols_of_real_offices_are_taken(session: Session, cast: Cast, symbol: str) -> None:
    assert create(session, cast, symbol=symbol).symbol == symbol


def test_the_kind_of_a_document_is_fixed(session: Session, cast: Cast) -> None:
    document = create(session, cast)
    with pytest.raises(Refused):
        actions.update_document(
            session, document, draft(kind=DocumentKind.REPORT), document.version, cast.drafter
        )


def test_a_stale_save_conflicts(session: Session, cast: Cast) -> None:
    document = create(session, cast)
    seen = document.version
    actions.update_document(session, document, draft("Bản hai"), seen, cast.drafter)
    with pytest.raises(Conflict):
        actions.update_document(session, document, draft("Bản ba"), seen, cast.clerk)
    assert document.title == "Bản hai"


def test_annexes_are_kept_in_order(session: Session, cast: Cast) -> None:
    document = create(session, cast, annexes=[Annex.DELEGATES, Annex.PROGRAMME])
    session.expire(document)
    assert document.annexes == ["delegates", "programme"]


def test_deleting_is_undone(session: Session, cast: Cast) -> None:
    document = create(session, cast)
    actions.delete_document(session, document, document.version, cast.drafter)
    assert of_campaign(session, cast.campaign.id) == []
    actions.restore_document(session, document, cast.drafter)
    assert of_campaign(session, cast.campaign.id) == [document]


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_a_new_document_is_never_an_empty_page(session: Session, cast: Cast, kind: DocumentKind) -> None:
    document = create(session, cast, kind=kind)
    actions.start_outline(session, document, cast.campaign, cast.drafter)
    assert any(section.text for section in sections_of(session, document.id))
    assert recipients_of(session, document.id)[-1].name == "Lưu: VT"


# ---------------------------------------------------------------- to whom


def test_recipients_are_replaced_and_the_history_tells_both_lists(session: Session, cast: Cast) -> None:
    document = create(session, cast)
    actions.set_recipients(
        session, document, [RecipientDraft("Sở Nội vụ", "b/c")], document.version, cast.drafter
    )
    actions.set_recipients(session, document, [RecipientDraft("Lưu: VT")], document.version, cast.drafter)
    assert [(row.name, row.note) for row in recipients_of(session, document.id)] == [("Lưu: VT", None)]
    entry = session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert entry is not None
    assert entry.changes == {"recipients": ["Sở Nội vụ (b/c)", "Lưu: VT"]}


def test_a_stale_list_of_recipients_conflicts(session: Session, cast: Cast) -> None:
    document = create(session, cast)
    seen = document.version
    actions.set_addressees(session, document, ["Sở Nội vụ"], seen, cast.drafter)
    with pytest.raises(Conflict):
        actions.set_recipients(session, document, [RecipientDraft("Lưu: VT")], seen, cast.clerk)


def test_naming_a_place_twice_is_refused(session: Session, cast: Cast) -> None:
    document = create(session, cast)
    with pytest.raises(Refused):
        actions.set_addressees(session, document, ["Sở Nội vụ", "sở nội vụ"], document.version, cast.drafter)
    assert addressees_of(session, document.id) == []


# ---------------------------------------------------------------- approving and issuing


def test_two_plans_of_a_year_are_numbered_one_after_the_other(session: Session, cast: Cast) -> None:
    first, second = issue(session, cast, date(2026, 1, 5)), issue(session, cast, date(2026, 12, 31))
    assert [(d.number, d.number_year, d.status) for d in (first, second)] == [
        (1, 2026, DocumentStatus.ISSUED),
        (2, 2026, DocumentStatus.ISSUED),
    ]


def test_each_kind_year_and_agency_has_its_own_numbers(session: Session, cast: Cast) -> None:
    plan = issue(session, cast, date(2026, 12, 31))
    report = issue(session, cast, date(2026, 12, 31), kind=DocumentKind.REPORT)
    next_year = issue(session, cast, date(2027, 1, 1))
    cast.campaign.agency_id = cast.other_agency.id
    elsewhere = issue(session, cast, date(2026, 12, 31))
    assert [d.number for d in (plan, report, next_year, elsewhere)] == [1, 1, 1, 1]


def test_numbers_go_on_after_one_given_by_hand(session: Session, cast: Cast) -> None:
    assert issue(session, cast, date(2026, 5, 4), number=41).number == 41
    assert issue(session, cast, date(2026, 5, 5)).number == 42


@pytest.mark.parametrize("number", [0, 7])
def test_a_number_taken_or_under_one_is_refused(session: Session, cast: Cast, number: int) -> None:
    issue(session, cast, date(2026, 5, 4), number=7)
    document = approved(session, cast)
    with pytest.raises(Refused) as refusal:
        actions.issue_document(session, document, date(2026, 5, 5), number, TEMPLATES, cast.clerk)
    assert refusal.value.problems[0].field == "number"
    assert document.number is None


def test_a_draft_nobody_approved_gets_no_number(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.issue_document(session, create(session, cast), date(2026, 5, 5), None, TEMPLATES, cast.clerk)


def test_what_is_read_is_what_is_approved(session: Session, cast: Cast) -> None:
    document = create(session, cast)
    seen = document.version
    actions.update_document(session, document, draft("Bản hai"), seen, cast.drafter)
    with pytest.raises(Conflict):
        actions.approve_document(session, document, seen, cast.leader)


def test_changing_an_approved_document_takes_the_approval_back(session: Session, cast: Cast) -> None:
    document = approved(session, cast)
    actions.add_section(session, document, SectionDraft(text="Thêm một câu."), cast.drafter)
    assert document.status is DocumentStatus.DRAFT


def test_an_issued_document_is_read_only(session: Session, cast: Cast) -> None:
    document = create(session, cast)
    section = actions.add_section(session, document, SectionDraft(heading="Mục đích"), cast.drafter)
    actions.approve_document(session, document, document.version, cast.leader)
    actions.issue_document(session, document, date(2026, 5, 4), None, TEMPLATES, cast.clerk)
    by, text = cast.drafter, SectionDraft(text="Thêm")
    changes = [
        lambda: actions.update_document(session, document, draft("Khác"), document.version, by),
        lambda: actions.add_section(session, document, text, by),
        lambda: actions.update_section(session, document, section, text, section.version, by),
        lambda: actions.delete_section(session, document, section, section.version, by),
        lambda: actions.set_addressees(session, document, ["Sở Nội vụ"], document.version, by),
        lambda: actions.set_recipients(session, document, [RecipientDraft("A")], document.version, by),
        lambda: actions.delete_document(session, document, document.version, by),
        lambda: actions.approve_document(session, document, document.version, by),
        lambda: actions.issue_document(session, document, date(2026, 5, 5), None, TEMPLATES, by),
    ]
    for change in changes:
        with pytest.raises(Refused):
            change()
    assert (document.title, document.number, document.issued_on) == (
        "Tổ chức Lễ phát động",
        1,
        date(2026, 5, 4),
    )


def test_two_clerks_issuing_at_once_get_different_numbers(
    engine: Engine, session: Session, cast: Cast
) -> None:
    """The second waits for the first to commit, on either database, and then counts on from its number."""
    documents = [approved(session, cast).id for _ in range(2)]
    session.commit()
    clerk, holding, numbers = cast.clerk, Event(), []

    def issue_first() -> None:
        with session_factory(engine, writing=True)() as own:
            document = own.get_one(Document, documents[0])
            numbers.append(actions.issue_document(own, document, date(2026, 5, 4), None, TEMPLATES, clerk))
            holding.set()
            waiting.wait(10)
            sleep(0.3)  # time for the second to come to the lock
            own.commit()

    def issue_second() -> None:
        holding.wait(10)
        with session_factory(engine, writing=True)() as own:
            waiting.set()
            document = own.get_one(Document, documents[1])
            numbers.append(actions.issue_document(own, document, date(2026, 5, 4), None, TEMPLATES, clerk))
            own.commit()

    waiting = Event()
    clerks = [Thread(target=issue_first), Thread(target=issue_second)]
    for thread in clerks:
        thread.start()
    for thread in clerks:
        thread.join(20)
    assert numbers == [1, 2]
