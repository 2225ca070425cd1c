"""The shapes the demo is written in: plain data that names units by their short names, so that a page reads like a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from campaign.campaigns.rules import CampaignDraft
from campaign.ceremonies.rules import CeremonyDraft
from campaign.documents.rules.editing import DocumentDraft, LegalBasisDraft, SectionText
from campaign.glossary import Block, Channel, Layout, Role, TaskStatus
from campaign.people.rules.agencies import AgencyDraft, SignerDraft
from campaign.people.rules.days_off import DaysOffDraft
from campaign.people.rules.units import UnitDraft
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft


@dataclass(frozen=True)
class Person:
    """An account: e-mail, name, role; `unit` for members of one."""

    email: str
    name: str
    role: Role
    position: str | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Duty:
    """A task of `unit`, with those that help, by a day or in words."""

    unit: str
    text: str
    due: date | str | None = None
    helpers: Sequence[str] = ()
    result: str | None = None
    basis: str | None = None
    person: str | None = None
    status: TaskStatus = TaskStatus.OPEN
    done_on: date | None = None


@dataclass(frozen=True)
class Guest:
    """A delegate: a position or quota, the person when known; `unit` names or mobilises them."""

    title: str
    headcount: int | None = None
    person: str | None = None
    honorific: str | None = None
    unit: str | None = None
    email: str | None = None
    introduced: bool = False
    attended: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class Step:
    """A programme item, with its words and cue."""

    title: str
    minutes: int
    performer: str | None = None
    unit: str | None = None
    before_start: bool = False
    script: str | None = None
    cue: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Notice:
    """A publicity activity."""

    channel: Channel
    content: str
    unit: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    place: str | None = None


@dataclass(frozen=True)
class Part:
    """A section of a paper's outline with what stands under it."""

    says: SectionText
    children: Sequence["Part"] = ()
    key: str | None = None


@dataclass(frozen=True)
class Paper:
    """A document with its outline, Kính gửi and Nơi nhận; `issued` is (number or None for the next, day)."""

    draft: DocumentDraft
    outline: Sequence[Part]
    recipients: str
    addressees: Sequence[str] = ()
    signer: str | None = None
    issued: tuple[int | None, date] | None = None


@dataclass(frozen=True)
class Undertaking:
    """A campaign with everything in it."""

    campaign: CampaignDraft
    ceremony: CeremonyDraft | None = None
    programme: Sequence[Step] = ()
    duties: Sequence[Duty] = ()
    groups: Sequence[tuple[str, Sequence[Guest]]] = ()
    service_days: Sequence[ServiceDayDraft] = ()
    procedures: Sequence[ProcedureDraft] = ()
    notices: Sequence[Notice] = ()
    bases: Sequence[LegalBasisDraft] = ()
    papers: Sequence[Paper] = ()


@dataclass(frozen=True)
class Office:
    """An agency with its people and its campaigns; the first person writes everything."""

    agency: AgencyDraft
    signers: Sequence[SignerDraft]
    units: Sequence[UnitDraft]
    people: Sequence[Person]
    undertakings: Sequence[Undertaking]
    days_off: Sequence[DaysOffDraft] = ()


def head(heading: str, *children: Part, text: str = "", key: str | None = None) -> Part:
    """A numbered section with a heading, text under it, and sections under that."""
    return Part(SectionText(heading=heading, text=text), children, key)


def run_in(heading: str, text: str, key: str | None = None) -> Part:
    """A numbered section whose heading and text share a paragraph."""
    return Part(SectionText(heading=heading, text=text, run_in=True), key=key)


def point(text: str) -> Part:
    """A numbered section of text alone."""
    return Part(SectionText(text=text))


def says(text: str) -> Part:
    """Text that bears no number."""
    return Part(SectionText(text=text, numbered=False))


def draws(heading: str, block: Block, layout: Layout | None = None) -> Part:
    """A numbered section that holds a live block."""
    return Part(SectionText(heading=heading, block=block, layout=layout))


def because(text: str) -> Part:
    """The opening sentence, run on from the legal bases."""
    return Part(SectionText(text=text, numbered=False, block=Block.LEGAL_BASES, layout=Layout.RUN_IN))
