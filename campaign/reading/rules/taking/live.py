"""Where in a body a live block would say what the document says, so that the paper follows the data from then on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import takewhile
from typing import TYPE_CHECKING

from campaign.documents.rules import blocks, inline
from campaign.documents.rules.plan import (
    Agency,
    Ceremony,
    Delegate,
    DelegateGroup,
    Plan,
    Procedure,
    ProgrammeItem,
    ServiceDay,
    Task,
    Unit,
)
from campaign.documents.rules.plan import Node as Section
from campaign.glossary import Block, Layout
from campaign.reading.rules.plan import Node
from campaign.reading.rules.taking import phrases, serving
from campaign.reading.rules.taking.citing import read_basis
from campaign.reading.rules.taking.dues import read_due
from campaign.reading.rules.taking.people import read_delegate
from campaign.reading.rules.taking.rewriting import Body, Live, is_line, places_of
from campaign.reading.rules.text import plain, words
from campaign.reading.rules.topics import BASES, DELEGATES, DUTIES, PROGRAMME, TIME, topic_of

if TYPE_CHECKING:
    from campaign.reading.rules.taking.proposal import Proposal, TaskGuess

_BLOCKS = {
    BASES: Block.LEGAL_BASES,
    DELEGATES: Block.DELEGATES,
    PROGRAMME: Block.PROGRAMME,
    TIME: Block.TIME_VENUE,
    DUTIES: Block.ASSIGNMENTS,
}
_LAYOUTS = {
    Block.ASSIGNMENTS: (Layout.RUN_IN, Layout.DASHES, Layout.NUMBERED),
    Block.LEGAL_BASES: (Layout.NUMBERED,),
    Block.DELEGATES: (Layout.DASHES, Layout.NUMBERED),
    Block.PROGRAMME: (Layout.DASHES,),
    Block.TIME_VENUE: (Layout.DASHES, Layout.NUMBERED),
}
_BECAUSE = re.compile(phrases.BECAUSE)
_NEAR = 30  # words by which blanks may miscount words
_SOME_HOUR = datetime(2000, 1, 1, 8)  # noqa: DTZ001 - office time; only words are compared


@dataclass(frozen=True)
class LiveGuess:
    """A section a live block can take: where, what it is called; `same`: it says the very words of the document."""

    place: int
    heading: str
    live: Live
    same: bool


def live_guesses(body: Body, proposal: Proposal) -> tuple[LiveGuess, ...]:
    """At most one section for each block, in reading order: one that says the same words before one that would change them."""
    drawer = _Drawer(_plan(proposal))
    places = places_of(body.nodes)
    found: dict[Block, LiveGuess] = {}
    for guess in (*_of_opening(body, places, drawer), *_of_sections(body, places, drawer)):
        before = found.get(guess.live.block)
        if before is None or (guess.same and not before.same):
            found[guess.live.block] = guess
    return tuple(sorted(found.values(), key=lambda guess: guess.place))


class _Drawer:
    """What each block prints of a plan, drawn once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._words: dict[tuple[Block, Layout], list[str]] = {}

    def words(self, block: Block, layout: Layout) -> list[str]:
        """The words a block prints in a layout."""
        if (block, layout) not in self._words:
            (filled,), _ = blocks.expand((Section(block=block, layout=layout),), self.plan)
            self._words[block, layout] = _words(" ".join(_texts(filled)))
        return self._words[block, layout]

    def rows(self, block: Block) -> int:
        """How many rows its table would have."""
        programme = self.plan.ceremony.programme if self.plan.ceremony else ()
        return {Block.ASSIGNMENTS: len(self.plan.tasks), Block.PROGRAMME: len(programme)}.get(block, 0)


def _of_sections(body: Body, places: dict[int, int], drawer: _Drawer) -> Iterator[LiveGuess]:
    for top in body.nodes:
        for node in top.walk():
            block = None if is_line(node) else _BLOCKS.get(topic_of(node.heading))
            if block and blocks.has_data(block, drawer.plan) and (node.children or node.text):
                yield _of_section(node, places[id(node)], block, drawer)


def _of_section(node: Node, place: int, block: Block, drawer: _Drawer) -> LiveGuess:
    """The section with the first layout that says the same, else with its usual one."""
    inner = frozenset(range(place + 1, place + sum(1 for _ in node.walk())))
    heading = node.heading.strip(" .:")
    own = inline.escape(node.text)
    table = node.children[0].table if len(node.children) == 1 else None
    if table is not None and drawer.rows(block) == len(table.rows) - 1 > 0:
        return LiveGuess(place, heading, Live(block, Layout.TABLE, own, inner), same=True)
    first = _words(node.text)
    below = _words(" ".join(each.line for child in node.children for each in child.walk()))
    for text, wanted in (("", first + below), (own, below)):
        for layout in _LAYOUTS[block]:
            if drawer.words(block, layout) == wanted:
                return LiveGuess(place, heading, Live(block, layout, text, inner), same=True)
    return LiveGuess(place, heading, Live(block, None, "", inner), same=False)


def _of_opening(body: Body, places: dict[int, int], drawer: _Drawer) -> Iterator[LiveGuess]:
    """The bases before the first heading: one sentence that goes on, or a list of them."""
    opening = list(takewhile(lambda node: is_line(node) and node.table is None, body.nodes))
    cited = [node for node in opening if _BECAUSE.match(plain(node.line))]
    if not cited or not drawer.plan.bases:
        return
    block, said = Block.LEGAL_BASES, cited[0].line
    first, rest = places[id(cited[0])], frozenset(places[id(node)] for node in cited[1:])
    if drawer.words(block, Layout.ITALIC) == _words(" ".join(node.line for node in cited)):
        yield LiveGuess(first, said[:80], Live(block, Layout.ITALIC, "", rest), same=True)
    elif text := _after_bases(said, drawer.words(block, Layout.RUN_IN)):
        yield LiveGuess(first, said[:80], Live(block, Layout.RUN_IN, inline.escape(text)), same=True)


def _after_bases(line: str, drawn: list[str]) -> str:
    """What an opening sentence says after its last basis, whose end makes the words that are drawn; "" for none."""
    for found in re.finditer(r"[,;]\s+", line):
        before = line[: found.start()]
        if abs(before.count(" ") - len(drawn)) < _NEAR and _words(before) == drawn:
            return line[found.end() :]
    return ""


def _texts(section: Section) -> Iterator[str]:
    yield inline.plain(section.heading)
    yield from (inline.plain(line) for _, line in inline.lines(section.text))
    if section.table is not None:
        yield from (str(cell) for row in section.table.rows for cell in row.values())
    for child in section.children:
        yield from _texts(child)


def _words(text: str) -> list[str]:
    """The words of a text for comparing: no case, no marks, no stops, numbers without leading noughts."""
    return [piece.lstrip("0") for word in words(text) for piece in word.split("/") if piece.lstrip("0")]


def _plan(proposal: Proposal) -> Plan:
    """The plan the proposal would make, its units by the names the document gives them."""
    units = tuple(
        Unit(place, unit.written, unit.written, unit.relation) for place, unit in enumerate(proposal.units)
    )
    ceremony = proposal.ceremony
    starts = _SOME_HOUR
    if ceremony and ceremony.day:
        starts = datetime.combine(ceremony.day, ceremony.starts or time(8))
    steps = tuple(ProgrammeItem(step.title, starts, step.minutes) for step in proposal.programme)
    groups = tuple(
        DelegateGroup(group.name, tuple(Delegate(*read_delegate(member)) for member in group.members))
        for group in proposal.groups
    )
    return Plan(
        Agency("", "", (), ""),
        "",
        proposal.title,
        ceremony=Ceremony(ceremony.title, starts, ceremony.venue, programme=steps) if ceremony else None,
        units=units,
        tasks=tuple(_task(task, units) for task in proposal.tasks),
        groups=groups,
        bases=tuple(read_basis(text) for text in proposal.bases),
        procedures=tuple(Procedure(each.name, each.code, each.served_at) for each in proposal.procedures),
        service_days=tuple(
            ServiceDay(day.name, day.starts_on or starts.date(), serving.weekday_of(day.words), day.words)
            for day in proposal.days
        ),
    )  # fmt: skip


def _task(task: TaskGuess, units: tuple[Unit, ...]) -> Task:
    due_on, due_words = read_due(task.due)
    helpers = tuple(units[place] for place in task.helpers)
    return Task(task.text, units[task.unit], helpers, due_on=due_on, due_words=due_words)
