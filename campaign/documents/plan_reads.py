"""The plan of a campaign and the drafts of its documents, read in a fixed number of queries."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies import model as ceremonies
from campaign.ceremonies.rules import run
from campaign.delegates import model as delegates
from campaign.documents import model as documents
from campaign.documents.rules import plan as drawn
from campaign.documents.rules.editing.drafts import default_symbol
from campaign.errors import Missing
from campaign.glossary import Annex, DocumentKind
from campaign.people import model as people
from campaign.publicity import model as publicity
from campaign.service_days import model as service_days
from campaign.tasks import model as tasks

MAIN = (DocumentKind.PLAN, DocumentKind.LETTER)  # what annexes, task sheets and the script go with

_Plain = TypeVar("_Plain")
_Part = TypeVar("_Part", documents.Section, documents.Addressee, documents.Recipient)


def plan_of(session: Session, campaign_id: int, *, ceremony_id: int | None = None) -> drawn.Plan:
    """Everything papers print of a campaign; its first ceremony unless one is named. 12 queries. Raises Missing."""
    found = session.execute(
        select(Campaign, people.Agency).join(people.Agency).where(Campaign.id == campaign_id)
    ).one_or_none()
    if found is None:
        raise Missing(f"campaign {campaign_id}")
    campaign, agency = found
    units = {unit.id: _plain(drawn.Unit, unit) for unit in people.units_of(session, agency.id)}
    return drawn.Plan(
        agency=_agency(agency),
        code=campaign.code,
        title=campaign.title,
        ceremony=_ceremony(session, campaign_id, ceremony_id, units),
        units=tuple(units.values()),
        tasks=_tasks(session, campaign_id, units),
        groups=_groups(session, campaign_id),
        bases=_all(drawn.Basis, documents.bases_of(session, campaign_id)),
        procedures=_all(drawn.Procedure, service_days.procedures_of(session, campaign_id)),
        service_days=_all(drawn.ServiceDay, service_days.of_campaign(session, campaign_id)),
        activities=tuple(
            _plain(drawn.Activity, row, unit=units.get(row.unit_id or 0))
            for row in publicity.of_campaign(session, campaign_id)
        ),
    )


def leading(rows: Sequence[documents.Document], *kinds: DocumentKind) -> documents.Document | None:
    """The document that other papers go with: of the first kind there is any of, the last one issued, else the newest.

    `rows` come as documents.model.of_campaign gives them.
    """
    for kind in kinds:
        found = [row for row in rows if row.kind is kind]
        issued = sorted((row for row in found if row.issued_on), key=lambda row: row.issued_on or date.min)
        if found:
            return (issued or found)[-1]
    return None


def going_with(
    session: Session, campaign: Campaign, row: documents.Document | None, kind: DocumentKind, year: int
) -> drawn.DocumentDraft:
    """The document that other papers go with, as document_of; without one, a blank of that kind."""
    return blank(session, campaign, kind, year) if row is None else document_of(session, row.id)


def blank(session: Session, campaign: Campaign, kind: DocumentKind, year: int) -> drawn.DocumentDraft:
    """A document nobody has begun: its number and day print as blanks, its signer is the agency's first."""
    agency = session.get_one(people.Agency, campaign.agency_id)
    signer = next(iter(people.signers_of(session, agency.id)), None)
    return drawn.DocumentDraft(
        _agency(agency),
        kind,
        campaign.title,
        default_symbol(kind, agency.symbol),
        year,
        authority=signer.authority if signer else None,
        position=signer.position if signer else None,
        signer_name=signer.name if signer else None,
    )


def document_of(session: Session, document_id: int) -> drawn.DocumentDraft:
    """A document with its outline, addressees and recipients. 4 queries. Raises Missing."""
    found = documents_of(session, [document_id])
    if not found:
        raise Missing(f"document {document_id}")
    return found[document_id]


def documents_of(session: Session, document_ids: Collection[int]) -> dict[int, drawn.DocumentDraft]:
    """Documents by id, as `document_of`. 4 queries for any number of them, none for none."""
    if not document_ids:
        return {}
    found = session.execute(
        select(documents.Document, people.Agency)
        .join(people.Agency, people.Agency.id == documents.Document.agency_id)
        .where(documents.Document.id.in_(document_ids))
        .order_by(documents.Document.id)
    )
    addressees = _parts(session, documents.Addressee, document_ids)
    recipients = _parts(session, documents.Recipient, document_ids)
    sections = _parts(session, documents.Section, document_ids)
    return {
        document.id: _plain(
            drawn.DocumentDraft,
            document,
            agency=_agency(agency),
            addressees=tuple(row.name for row in addressees[document.id]),
            recipients=_all(drawn.Recipient, recipients[document.id]),
            annexes=tuple(Annex(value) for value in document.annexes),
            outline=_outline(sections[document.id]),
        )
        for document, agency in found
    }


def _parts(session: Session, kind: type[_Part], document_ids: Collection[int]) -> dict[int, list[_Part]]:
    """Rows beneath documents, by document id, in order of position."""
    parts: dict[int, list[_Part]] = {document_id: [] for document_id in document_ids}
    query = select(kind).where(kind.document_id.in_(document_ids)).order_by(kind.position, kind.id)
    for row in session.scalars(query):
        parts[row.document_id].append(row)
    return parts


def _plain(kind: type[_Plain], row: object, **given: object) -> _Plain:
    """The plain form of a row: fields of the same name are taken from it, the others are given."""
    names = kind.__dataclass_fields__  # type: ignore[attr-defined]
    same = {name: getattr(row, name) for name in names if name not in given and hasattr(row, name)}
    return kind(**same, **given)


def _all(kind: type[_Plain], rows: Sequence[object]) -> tuple[_Plain, ...]:
    return tuple(_plain(kind, row) for row in rows)


def _agency(row: people.Agency) -> drawn.Agency:
    return _plain(drawn.Agency, row, header_lines=tuple(row.header_lines.splitlines()))


def _ceremony(
    session: Session, campaign_id: int, ceremony_id: int | None, units: dict[int, drawn.Unit]
) -> drawn.Ceremony | None:
    rows = ceremonies.of_campaign(session, campaign_id)
    row = next((each for each in rows if ceremony_id in (None, each.id)), None)
    if row is None:
        return None
    items = ceremonies.programme_of(session, row.id)
    programme = tuple(
        _plain(
            drawn.ProgrammeItem,
            item,
            starts_at=span.starts_at,
            performer=item.performer or (units[item.unit_id].name if item.unit_id in units else None),
        )
        for item, span in zip(items, run(row.starts_at, items), strict=True)
    )
    return _plain(drawn.Ceremony, row, programme=programme)


def _tasks(session: Session, campaign_id: int, units: dict[int, drawn.Unit]) -> tuple[drawn.Task, ...]:
    rows = tasks.of_campaign(session, campaign_id)
    helping = tasks.coordinating(session, [row.id for row in rows])
    return tuple(
        _plain(
            drawn.Task,
            row,
            lead=units[row.lead_unit_id],
            coordinating=tuple(units[unit_id] for unit_id in helping[row.id]),
        )
        for row in rows
    )


def _groups(session: Session, campaign_id: int) -> tuple[drawn.DelegateGroup, ...]:
    listed: dict[int, list[drawn.Delegate]] = {}
    for row in delegates.of_campaign(session, campaign_id):
        listed.setdefault(row.group_id, []).append(_plain(drawn.Delegate, row))
    return tuple(
        drawn.DelegateGroup(group.name, tuple(listed.get(group.id, ())))
        for group in delegates.groups_of(session, campaign_id)
    )


def _outline(rows: Sequence[documents.Section]) -> tuple[drawn.Node, ...]:
    """The tree of the sections; rows come in order of position."""
    below: dict[int | None, list[documents.Section]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)

    def under(parent: int | None) -> tuple[drawn.Node, ...]:
        return tuple(_plain(drawn.Node, row, children=under(row.id)) for row in below.get(parent, ()))

    return under(None)
