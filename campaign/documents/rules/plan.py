"""Plain data the papers are drawn from: the plan of a campaign, and a document with its outline."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from campaign.glossary import (
    Annex,
    Block,
    Channel,
    Circulation,
    DocumentKind,
    Layout,
    Numbering,
    Relation,
    SizeProfile,
    TaskStatus,
    Urgency,
)


@dataclass(frozen=True)
class Agency:
    """The issuing body: what a letterhead needs. `header_lines` are the bold lines, top to bottom."""

    name: str
    short_name: str
    header_lines: tuple[str, ...]
    place_name: str
    parent_line: str | None = None
    contact: str | None = None


@dataclass(frozen=True)
class Unit:
    """A body that gets tasks; plans name units in the order of `Plan.units`."""

    id: int
    name: str
    short_name: str
    relation: Relation = Relation.ASSIGN


@dataclass(frozen=True)
class Task:
    """What `lead` does, by a day or in words. `text` is the duty without the unit's name."""

    text: str
    lead: Unit
    coordinating: tuple[Unit, ...] = ()
    due_on: date | None = None
    due_words: str | None = None
    person: str | None = None
    basis: str | None = None
    expected_result: str | None = None
    status: TaskStatus = TaskStatus.OPEN
    done_on: date | None = None
    id: int = 0
    deadline: date | None = None  # the last day in time, which words may name too
    note: str | None = None
    percent: int | None = None  # as last reported
    created_at: datetime | None = None  # aware


@dataclass(frozen=True)
class ProgrammeItem:
    """A step of the programme with its computed start; `minutes` is its length."""

    title: str
    starts_at: datetime
    minutes: int
    performer: str | None = None
    before_start: bool = False
    script: str | None = None
    cue: str | None = None
    note: str | None = None

    @property
    def ends_at(self) -> datetime:
        """When the next step may begin."""
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Ceremony:
    """The dated event; times are office time."""

    title: str
    starts_at: datetime
    venue: str
    ends_at: datetime | None = None
    chair: str | None = None
    dress: str | None = None
    arrive_early: int = 0
    contact: str | None = None
    note: str | None = None
    programme: tuple[ProgrammeItem, ...] = ()


@dataclass(frozen=True)
class Delegate:
    """A position or quota, and the person when known; `attended` are heads counted at the door."""

    title: str
    headcount: int | None = None
    honorific: str | None = None
    person: str | None = None
    unit_name: str | None = None
    introduced: bool = False
    attended: int | None = None
    note: str | None = None
    id: int = 0


@dataclass(frozen=True)
class DelegateGroup:
    """Delegates under one heading, in the order of protocol."""

    name: str
    delegates: tuple[Delegate, ...] = ()


@dataclass(frozen=True)
class Basis:
    """A căn cứ: `subject` continues the sentence ("về việc …"); for a law it is its name."""

    kind: str
    subject: str
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None


@dataclass(frozen=True)
class Procedure:
    """A thủ tục hành chính, grouped under the place that serves it."""

    name: str
    code: str | None = None
    served_at: str = ""


@dataclass(frozen=True)
class ServiceDay:
    """A recurring day of the model: a weekday (0 Monday … 6 Sunday), or words where no rule fits."""

    name: str
    starts_on: date
    weekday: int | None = None
    words: str | None = None
    ends_on: date | None = None
    opens_at: time | None = None
    closes_at: time | None = None
    place: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Activity:
    """One use of a publicity channel."""

    channel: Channel
    content: str
    unit: Unit | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    place: str | None = None


@dataclass(frozen=True)
class Plan:
    """Everything a campaign knows that papers print, whatever day it is."""

    agency: Agency
    code: str
    title: str
    ceremony: Ceremony | None = None
    units: tuple[Unit, ...] = ()
    tasks: tuple[Task, ...] = ()
    groups: tuple[DelegateGroup, ...] = ()
    bases: tuple[Basis, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    service_days: tuple[ServiceDay, ...] = ()
    activities: tuple[Activity, ...] = ()

    @property
    def delegates(self) -> tuple[Delegate, ...]:
        """Delegates of every group, in the order of protocol."""
        return tuple(delegate for group in self.groups for delegate in group.delegates)


@dataclass(frozen=True)
class Table:
    """A table of the body: `kind` names its branch in the template, rows carry one value per column name."""

    kind: str
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Node:
    """A section of an outline. Text is inline markup; a block is replaced by what it draws.

    `style` and `table` are set by blocks only: the kind of line its text makes, and a table after the text.
    """

    key: str = ""
    heading: str = ""
    text: str = ""
    numbered: bool = True
    run_in: bool = False
    block: Block | None = None
    layout: Layout | None = None
    children: tuple["Node", ...] = ()
    style: str = ""
    table: Table | None = None


@dataclass(frozen=True)
class Recipient:
    """A line of Nơi nhận with its note, such as b/c."""

    name: str
    note: str | None = None


@dataclass(frozen=True)
class DocumentDraft:
    """A document to draw. Without number and day it is a draft, and both print as blanks (D30 Điều 15)."""

    agency: Agency
    kind: DocumentKind
    title: str
    symbol: str
    draft_year: int
    draft_month: int | None = None
    numbering: Numbering = Numbering.ROMAN
    size_profile: SizeProfile = SizeProfile.LARGE
    number: int | None = None
    issued_on: date | None = None
    authority: str | None = None
    position: str | None = None
    signer_name: str | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    annexes: tuple[Annex, ...] = ()
    outline: tuple[Node, ...] = ()
    urgency: Urgency = Urgency.NORMAL
    circulation: Circulation = Circulation.FREE
    drafter_code: str | None = None
    copies: int | None = None
