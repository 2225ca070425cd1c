"""What would become of a document that was read, before anybody corrected it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from hashlib import blake2s
from textwrap import shorten

from campaign.glossary import DocumentKind, Level, Relation
from campaign.reading.rules.plan import DelegateGroup, Doubt, ReadPlan, Recipient
from campaign.reading.rules.source import Source
from campaign.reading.rules.taking import phrases, serving
from campaign.reading.rules.taking.live import LiveGuess, live_guesses
from campaign.reading.rules.taking.matching import KnownUnit, Match, match, without_place, words
from campaign.reading.rules.taking.paths import paths_of
from campaign.reading.rules.taking.rewriting import Body, body_of
from campaign.reading.rules.taking.serving import DayGuess, ProcedureGuess
from campaign.reading.rules.text import plain, squeeze
from campaign.vietnamese import capitalise_first, fold, lower_first, short_date

TITLE_LIMIT = 200
USUAL_MINUTES, LONGEST_STEP = 10, 600
_EVENT = re.compile(phrases.EVENT_OF_TITLE)
_SYMBOL = re.compile(r"[\w.&]+(?:-[\w.&]+)*")


@dataclass(frozen=True)
class Office:
    """Whose document it becomes: the body's name and level, its units, the day."""

    name: str
    level: Level
    units: tuple[KnownUnit, ...]
    today: date


@dataclass(frozen=True)
class UnitGuess:
    """A unit as the document writes it, and the unit of the office it means."""

    written: str
    match: Match | None = None
    relation: Relation = Relation.ASSIGN
    create: bool = False  # when nothing is chosen: no unit of the office is meant


@dataclass(frozen=True)
class TaskGuess:
    """A duty: `unit` and `helpers` are places in Proposal.units, `source` the sentence, `section` its path ("V.2")."""

    text: str
    unit: int
    helpers: tuple[int, ...] = ()
    due: str = ""
    source: str = ""
    section: str = ""
    beside: tuple[int, ...] = ()  # in a superior's document: who else has it


@dataclass(frozen=True)
class StepGuess:
    """A step of the programme with its length."""

    title: str
    minutes: int = USUAL_MINUTES
    before_start: bool = False


@dataclass(frozen=True)
class CeremonyGuess:
    """The event, as far as the document says it."""

    title: str
    day: date | None = None
    starts: time | None = None
    venue: str = ""


@dataclass(frozen=True)
class Proposal:
    """All of it. `kind` None: of a kind that is not drafted here, named `kind_written`; `own`: the office issued it itself."""

    title: str
    issuer: str
    own: bool
    kind: DocumentKind | None
    kind_written: str
    symbol: str
    year: int
    month: int | None
    citation: str
    ceremony: CeremonyGuess | None
    bases: tuple[str, ...]
    programme: tuple[StepGuess, ...]
    groups: tuple[DelegateGroup, ...]
    units: tuple[UnitGuess, ...]
    tasks: tuple[TaskGuess, ...]
    days: tuple[DayGuess, ...]
    procedures: tuple[ProcedureGuess, ...]
    addressees: tuple[str, ...]
    recipients: tuple[Recipient, ...]
    authority: str
    position: str
    signer: str
    doubts: tuple[Doubt, ...]
    live: tuple[LiveGuess, ...]
    body: Body
    office: Office
    us: int | None = None  # place of the unit that is us in a superior's document

    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def digest(self) -> str:
        """A short sign of all of it, to tell whether what is confirmed is what was seen."""
        return blake2s(repr(self).encode(), digest_size=12).hexdigest()

    @property
    def guessed_us(self) -> int | None:
        """The unit of the document that most likely is the office itself."""
        return _us(self.units, self.office)

    def beside_us(self, task: TaskGuess) -> str:
        """In a superior's document: the other bodies a task is given to, for its note."""
        others = dict.fromkeys(self.units[place].written for place in task.beside)
        return phrases.BESIDE_US.format(names="; ".join(others)) if others else ""


def propose(plan: ReadPlan, source: Source, office: Office) -> Proposal:
    """The proposal for an office that handed in a clean source and what was understood of it."""
    body = body_of(source)
    title = capitalise_first(body.title or plan.title)
    units, tasks = _duties(plan, body, office, plain(_whole(body)))
    year, month = _year_and_month(plan.date, office.today)
    ceremony = _ceremony(plan, title)
    proposal = Proposal(
        title=title,
        issuer=plan.issuer,
        own=not plan.issuer or fold(plan.issuer) == fold(office.name),
        kind=body.kind or phrases.KINDS.get(plan.kind),
        kind_written=plan.kind,
        symbol=_symbol(plan.number),
        year=year,
        month=month,
        citation=citation_of(plan),
        ceremony=ceremony,
        bases=_bases(plan, body),
        programme=_programme(plan, ceremony),
        groups=tuple(plan.delegate_groups),
        units=units,
        tasks=tasks,
        days=serving.days_of(plan, body, title),
        procedures=serving.procedures_of(body),
        addressees=tuple(plan.addressees),
        recipients=tuple(plan.recipients),
        authority=re.sub(phrases.SIGNED_BY_LINES, "\n", plan.signer.authority),
        position=plan.signer.position,
        signer=plan.signer.name,
        doubts=_doubts(plan, title),
        live=(),
        body=body,
        office=office,
        starts_on=_first_day(plan, ceremony),
        ends_on=_full_day(plan.period_end),
    )
    return replace(proposal, live=live_guesses(body, proposal))


def of_superior(proposal: Proposal, us: int) -> Proposal:
    """The proposal when the document is a superior's and the unit at that place is us: only what concerns it is ours.

    Who leads among the office's own units is left open; those named beside us are other bodies.
    """
    ours = []
    for task in proposal.tasks:
        named = (task.unit, *task.helpers)
        if us in named:
            ours.append(replace(task, helpers=(), beside=tuple(each for each in named if each != us)))
    units = tuple(replace(unit, match=None, create=False) for unit in proposal.units)
    bases = tuple(dict.fromkeys((proposal.citation, *proposal.bases)))
    return replace(proposal, us=us, own=False, tasks=tuple(ours), units=units, bases=bases, live=())


def citation_of(plan: ReadPlan) -> str:
    """The document itself as others cite it; without its subject when it has none."""
    number, day = plan.number.lstrip("/"), plan.date
    complete = len(day) == 10 and not plan.number.startswith("/") and number
    if complete:
        said = date.fromisoformat(day)
        cited = phrases.CITATION.format(
            kind=plan.kind, number=number, day=short_date(said), issuer=plan.issuer
        )
    else:
        cited = phrases.CITATION_WITHOUT_NUMBER.format(kind=plan.kind, issuer=plan.issuer)
    return (
        phrases.CITATION_ABOUT.format(citation=cited, title=lower_first(plan.title)) if plan.title else cited
    )


def _bases(plan: ReadPlan, body: Body) -> tuple[str, ...]:
    """Those that are written; before them the decision a plan comes with, when its number and day are known."""
    issuing = phrases.KINDS.get(plan.kind) is not body.kind and body.kind is not None
    complete = len(plan.date) == 10 and plan.number[:1].isdigit()
    return (*((citation_of(plan),) if plan.kind and issuing and complete else ()), *plan.legal_bases)


def _doubts(plan: ReadPlan, title: str) -> tuple[Doubt, ...]:
    """Those of the reader, each once, and what has to be typed."""
    lacking = [] if title else [Doubt("title", "", phrases.NO_TITLE)]
    return tuple(dict.fromkeys((*lacking, *plan.doubts)))


def _whole(body: Body) -> str:
    return "\n".join(node.line for top in body.nodes for node in top.walk())


# ---------------------------------------------------------------- who does what


def _duties(
    plan: ReadPlan, body: Body, office: Office, small: str
) -> tuple[tuple[UnitGuess, ...], tuple[TaskGuess, ...]]:
    """The units a document gives work to, each once, and the tasks by their places."""
    desk = _Desk(plan.issuer, office.units, small)
    paths = paths_of(body.nodes, [task.source or task.text for task in plan.tasks])
    tasks = []
    for task, path in zip(plan.tasks, paths, strict=True):
        unit = desk.place(task.unit)
        helpers = {desk.place(name): None for name in task.coordinating if desk.is_unit(name)}
        helpers.pop(unit, None)
        source = task.source or task.text
        tasks.append(TaskGuess(squeeze(task.text), unit, tuple(helpers), task.due, squeeze(source), path))
    return tuple(desk.units), tuple(tasks)


class _Desk:
    """Units as they are met, one place for each body however it is written."""

    def __init__(self, issuer: str, known: Sequence[KnownUnit], small: str) -> None:
        self.issuer, self.known, self.small = fold(issuer), known, small
        self.units: list[UnitGuess] = []
        self.places: dict[tuple[str, ...], int] = {}

    def place(self, written: str) -> int:
        key = _key(written)
        if key not in self.places:
            found = match(written, self.known)
            asked = phrases.REQUESTED.format(unit=plain(written)) in self.small
            relation = Relation.REQUEST if asked else Relation.ASSIGN
            create = found is None and fold(written) != self.issuer
            self.places[key] = len(self.units)
            self.units.append(UnitGuess(capitalise_first(written), found, relation, create))
        return self.places[key]

    def is_unit(self, name: str) -> bool:
        """Whether a helper is somebody: known, named before, or no mere "các đơn vị có liên quan"."""
        collective = plain(name).split(" ", 1)[0] in phrases.COLLECTIVE
        return not collective or _key(name) in self.places or match(name, self.known) is not None


def _key(written: str) -> tuple[str, ...]:
    return tuple(word.text for word in without_place(words(written)))


def _us(units: Sequence[UnitGuess], office: Office) -> int | None:
    """The unit that is the office by name, else by what its level is called in papers from above."""
    for place, unit in enumerate(units):
        if _key(unit.written) == _key(office.name):
            return place
    pattern = next((pattern for level, pattern in phrases.MEANS_US if level == office.level.value), "(?!)")
    called = (place for place, unit in enumerate(units) if re.search(pattern, plain(unit.written)))
    return next(called, None)


# ---------------------------------------------------------------- the event


def _ceremony(plan: ReadPlan, title: str) -> CeremonyGuess | None:
    found = _EVENT.search(plain(title))
    if not (plan.programme or plan.venue or (plan.event_start and found)):  # a day alone is no event
        return None
    name = title[found.start("event") :] if found else title
    day, starts = _moment(plan.event_start)
    return CeremonyGuess(_short(capitalise_first(name)), day, starts, capitalise_first(plan.venue))


def _moment(text: str) -> tuple[date | None, time | None]:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None, None
    return at.date(), at.time() if "T" in text else None


def _programme(plan: ReadPlan, ceremony: CeremonyGuess | None) -> tuple[StepGuess, ...]:
    """The steps, as long as it is until the next of those that have a time."""
    starts = [_clock(step.time) for step in plan.programme]
    opening = ceremony.starts if ceremony else None
    return tuple(
        StepGuess(step.text, _minutes(starts, place), bool(opening and at and at < opening))
        for place, (step, at) in enumerate(zip(plan.programme, starts, strict=True))
    )


def _clock(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


def _minutes(starts: list[time | None], place: int) -> int:
    here, following = starts[place], starts[place + 1] if place + 1 < len(starts) else None
    if here is None or following is None:
        return USUAL_MINUTES
    between = datetime.combine(date.min, following) - datetime.combine(date.min, here)
    minutes = between // timedelta(minutes=1)
    return minutes if 0 < minutes <= LONGEST_STEP else USUAL_MINUTES


# ---------------------------------------------------------------- the head


def _first_day(plan: ReadPlan, ceremony: CeremonyGuess | None) -> date | None:
    """When it begins: the day the document is of, else of the period, else of the event."""
    return _full_day(plan.date) or _full_day(plan.period_start) or (ceremony.day if ceremony else None)


def _full_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _symbol(number: str) -> str:
    """ "KH-UBND" of "955/KH-UBND"; "" when it is none we could print."""
    symbol = number.partition("/")[2]
    return symbol if _SYMBOL.fullmatch(symbol) else ""


def _year_and_month(day: str, today: date) -> tuple[int, int | None]:
    parts = [int(part) for part in _digits(day)]
    return (parts[0] if parts else today.year), (parts[1] if len(parts) > 1 else None)


def _digits(day: str) -> Iterator[str]:
    return (part for part in day.split("-") if part.isdecimal())


def _short(title: str) -> str:
    return shorten(title, TITLE_LIMIT, placeholder="…")
