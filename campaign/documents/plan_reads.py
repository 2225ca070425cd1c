"""The plan of a campaign and the drafts of its documents, read in a fixed number of queries."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies import model as ceremonies
from campaign.ceremonies.rules import run
from campaign.delegates import model as delegates
from campaign.documents import model as documents
from campaign.documents.rules import plan as drawn
from campaign.errors import Missing
from campaign.glossary import Annex
from campaign.people import model as people
from campaign.publicity import model as publicity
from campaign.service_days import model as service_days
from campaign.tasks import model as tasks

_Plain = TypeVar("_Plain")


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


def document_of(session: Session, document_id: int) -> drawn.DocumentDraft:
    """A document with its outline, addressees and recipients. 4 queries. Raises Missing."""
    found = session.execute(
        select(documents.Document, people.Agency)
        .join(people.Agency, people.Agency.id == documents.Document.agency_id)
        .where(documents.Document.id == document_id)
    ).one_or_none()
    if found is None:
        raise Missing(f"document {document_id}")
    document, agency = found
    return _plain(
        drawn.DocumentDraft,
        document,
        agency=_agency(agency),
        addressees=tuple(row.name for row in documents.addressees_of(session, document_id)),
        recipients=_all(drawn.Recipient, documents.recipients_of(session, document_id)),
        annexes=tuple(Annex(value) for value in document.annexes),
        outline=_outline(documents.sections_of(session, document_id)),
    )


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
