"""Changes of ceremonies and programmes. Every function checks the rules, writes rows and history, and flushes.

Times of steps are computed, so one change can move many of them: each change measures before and after, and what
moved gets a new calendar sequence (RFC 5546 2.1.4: times must, the venue may).
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies import phrases, rules
from campaign.ceremonies.model import Ceremony, ProgrammeItem, programme_of
from campaign.ceremonies.rules import USUAL_PROGRAMME, CeremonyDraft, ItemDraft
from campaign.db import expect_version, fill, move, renumber
from campaign.errors import Problem, Refused, refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import units_of


def create_ceremony(session: Session, campaign: Campaign, draft: CeremonyDraft, by: Author) -> Ceremony:
    """Add a ceremony with an empty programme; Refused when a rule says no."""
    refuse_any(rules.check(draft))
    ceremony = Ceremony(campaign_id=campaign.id, uid=str(uuid.uuid4()))
    _write(ceremony, draft)
    session.add(ceremony)
    log(session, by, Verb.CREATE, ceremony, campaign_id=campaign.id, title=ceremony.title)
    return ceremony


def update_ceremony(
    session: Session, ceremony: Ceremony, draft: CeremonyDraft, version: int, by: Author
) -> None:
    """Save a ceremony read at `version`, on its day; Conflict when it was saved since, Refused when a rule says no.

    It gets another day by being moved (`rescheduling`), with everything counted from its day.
    """
    expect_version(ceremony, version)
    refuse_any(rules.check(draft) + rules.check_day(draft, ceremony.starts_at.date()))
    clock = _Clock(ceremony, programme_of(session, ceremony.id))
    _write(ceremony, draft)
    clock.mark_moved(clock.items)
    log(session, by, Verb.UPDATE, ceremony, campaign_id=ceremony.campaign_id, title=ceremony.title)
    session.flush()


def restart_ceremony(ceremony: Ceremony, items: Sequence[ProgrammeItem], starts_at: datetime) -> None:
    """Let a ceremony start at another moment, as long as before, its steps with it; the caller logs and flushes."""
    clock = _Clock(ceremony, items)
    if ceremony.ends_at is not None:
        ceremony.ends_at += starts_at - ceremony.starts_at
    ceremony.starts_at = starts_at
    clock.mark_moved(items)


def delete_ceremony(session: Session, ceremony: Ceremony, version: int, by: Author) -> None:
    """Delete a ceremony and its programme for good."""
    expect_version(ceremony, version)
    log(session, by, Verb.DELETE, ceremony, campaign_id=ceremony.campaign_id, title=ceremony.title)
    session.delete(ceremony)
    session.flush()


def start_programme(session: Session, ceremony: Ceremony, by: Author) -> list[ProgrammeItem]:
    """Copy the usual programme into an empty one; Refused when it has steps already."""
    if programme_of(session, ceremony.id):
        raise Refused(Problem("", phrases.NOT_EMPTY))
    clock = _Clock(ceremony, ())
    items = [_new_item(ceremony, draft) for draft in USUAL_PROGRAMME]
    _place(clock, items)
    session.add_all(items)
    for item in items:
        _log(session, by, Verb.CREATE, ceremony, item)
    return items


def create_item(
    session: Session, campaign: Campaign, ceremony: Ceremony, draft: ItemDraft, by: Author
) -> ProgrammeItem:
    """Add a step at the end of its part (before or after the announced hour); Refused when a rule says no."""
    _check_item(session, campaign, ceremony, draft)
    clock = _Clock(ceremony, programme_of(session, ceremony.id))
    item = _new_item(ceremony, draft)
    _place(clock, [*clock.items, item])
    session.add(item)
    _log(session, by, Verb.CREATE, ceremony, item)
    return item


def update_item(
    session: Session, ceremony: Ceremony, item: ProgrammeItem, draft: ItemDraft, version: int, by: Author
) -> None:
    """Save a step read at `version`; Conflict when it was saved since, Refused when a rule says no."""
    expect_version(item, version)
    campaign = session.get_one(Campaign, ceremony.campaign_id)
    _check_item(session, campaign, ceremony, draft)
    clock = _Clock(ceremony, programme_of(session, ceremony.id))
    fill(item, draft)
    _place(clock, clock.items)
    _log(session, by, Verb.UPDATE, ceremony, item)
    session.flush()


def delete_item(session: Session, ceremony: Ceremony, item: ProgrammeItem, version: int, by: Author) -> None:
    """Delete a step; those after it come forward."""
    expect_version(item, version)
    clock = _Clock(ceremony, programme_of(session, ceremony.id))
    _log(session, by, Verb.DELETE, ceremony, item)
    _place(clock, [other for other in clock.items if other is not item])
    session.delete(item)
    session.flush()


def move_item(session: Session, ceremony: Ceremony, item: ProgrammeItem, step: int, by: Author) -> None:
    """Move a step `step` places down its part of the programme (negative: up); at an end it stays."""
    clock = _Clock(ceremony, programme_of(session, ceremony.id))
    move([other for other in clock.items if other.before_start is item.before_start], item, step)
    _place(clock, sorted(clock.items, key=lambda other: other.position))
    _log(session, by, Verb.MOVE, ceremony, item)


@dataclass
class _Clock:
    """When everything happened before a change, so that what has moved can be marked after it."""

    ceremony: Ceremony
    items: Sequence[ProgrammeItem]
    before: dict[int, rules.Span] = field(init=False)
    facts: tuple[datetime, datetime | None, str] | None = field(init=False)

    def __post_init__(self) -> None:
        self.before = self._spans(self.items)
        self.facts = self._facts(self.items)

    def mark_moved(self, items: Sequence[ProgrammeItem]) -> None:
        """Grow the sequence of the ceremony and of each step whose time is another than before."""
        moved = rules.changed(self.before, self._spans(items))
        for item in items:
            if item.id in moved:
                item.sequence += 1
        if self._facts(items) != self.facts:
            self.ceremony.sequence += 1

    def _spans(self, items: Sequence[ProgrammeItem]) -> dict[int, rules.Span]:
        spans = rules.run(self.ceremony.starts_at, items)
        return {item.id: span for item, span in zip(items, spans, strict=True)}

    def _facts(self, items: Sequence[ProgrammeItem]) -> tuple[datetime, datetime | None, str]:
        ceremony = self.ceremony
        end = rules.end_of(ceremony.starts_at, ceremony.ends_at, items)
        return ceremony.starts_at, end, ceremony.venue


def _write(ceremony: Ceremony, draft: CeremonyDraft) -> None:
    fill(ceremony, draft)
    ceremony.starts_at, ceremony.ends_at = draft.starts_at, draft.ends_at


def _check_item(session: Session, campaign: Campaign, ceremony: Ceremony, draft: ItemDraft) -> None:
    unit_ids = {unit.id for unit in units_of(session, campaign.agency_id)}
    refuse_any(rules.check_item(draft, unit_ids, rules.announced(ceremony.starts_at, ceremony.ends_at)))


def _new_item(ceremony: Ceremony, draft: ItemDraft) -> ProgrammeItem:
    item = ProgrammeItem(ceremony_id=ceremony.id, uid=str(uuid.uuid4()), sequence=0)
    fill(item, draft)
    return item


def _place(clock: _Clock, items: Sequence[ProgrammeItem]) -> None:
    """Number the steps, those before the announced hour first, and mark what has moved."""
    ordered = sorted(items, key=lambda item: not item.before_start)
    renumber(ordered)
    clock.mark_moved(ordered)


def _log(session: Session, by: Author, verb: Verb, ceremony: Ceremony, item: ProgrammeItem) -> None:
    log(session, by, verb, item, campaign_id=ceremony.campaign_id, title=item.title)
