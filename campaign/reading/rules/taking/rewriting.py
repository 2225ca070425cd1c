"""The body of a document that was read, as sections of a document of ours: every sentence, in order.

A section is numbered where our numbering gives the number the source has; elsewhere the number stands in its words.
Bullets and tables are lines of the section they stand in. Where a live block is chosen it takes the place of its words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from campaign.documents.rules.editing.moves import DEEPEST
from campaign.documents.rules.inline import escape
from campaign.documents.rules.outline import number
from campaign.documents.rules.plan import Node as Section
from campaign.glossary import Block, DocumentKind, Layout, Numbering
from campaign.reading.rules.letterhead import read_letterhead, take_addressees
from campaign.reading.rules.lines import BULLET, DECIMAL, RANKS, ROMAN, cells_of, lines
from campaign.reading.rules.outline import TITLE, build
from campaign.reading.rules.parts import Part, documents
from campaign.reading.rules.plan import Node
from campaign.reading.rules.source import Source
from campaign.reading.rules.taking import phrases
from campaign.reading.rules.text import is_caps, squeeze

_TRIES = 6  # at numbering as the source does, before every number is left as written
_ROUND = " .)/-–—(:"
_NOTE_MARK = re.compile(rf"^\W*{phrases.FOOTNOTE_MARK}\W*")


@dataclass(frozen=True)
class Body:
    """The document of a file that can become one of ours: kind and title where it says them, its outline, its footnotes."""

    nodes: tuple[Node, ...]
    kind: DocumentKind | None = None
    title: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Live:
    """A live block to stand where a node stood; `text` is what the section still says itself, `covers` the nodes it replaces."""

    block: Block
    layout: Layout | None = None
    text: str = ""
    covers: frozenset[int] = frozenset()


def body_of(source: Source) -> Body:
    """The first document of a clean source that is of a kind we draw (of a decision and its plan, the plan), else the first."""
    parts = documents(lines(source))
    chosen = next((part for part in parts if part.kind in phrases.KINDS), parts[0])
    _, body = take_addressees(chosen.body)
    kind = phrases.KINDS.get(chosen.kind)
    title = read_letterhead(chosen, "").title if chosen is not parts[0] else ""
    return Body(tuple(build(body)), kind, title, (*source.footnotes, *_notes(chosen)))


def _notes(part: Part) -> list[str]:
    """Footnotes a text file has after the signature."""
    said = (squeeze(line.text) for line in part.end)
    return [_NOTE_MARK.sub("", text) for text in said if _NOTE_MARK.match(text)]


def places_of(nodes: Iterable[Node]) -> dict[int, int]:
    """The place of each node in reading order, by its identity."""
    return {id(node): place for place, node in enumerate(each for top in nodes for each in top.walk())}


def rewrite(body: Body, live: Mapping[int, Live]) -> tuple[tuple[Section, ...], Numbering]:
    """Sections that say what the body says, and how they are numbered; `live` by the place of the node it stands at."""
    numbering = _numbering(body.nodes)
    as_written: set[int] = set()
    for _ in range(_TRIES):
        writer = _Writer(body, live, as_written)
        sections = writer.write()
        wrong = writer.wrongly_numbered(sections, numbering)
        if not wrong:
            return sections, numbering
        as_written |= wrong
    writer = _Writer(body, live, set(places_of(body.nodes)) | {0})
    return writer.write(), numbering


def is_line(node: Node) -> bool:
    """Whether a node becomes a line of the section it stands in: a paragraph, a bullet, a table."""
    return not (node.heading and node.style.startswith(TITLE)) and (
        not node.number or node.style.startswith(BULLET)
    )


def lines_of(node: Node) -> list[str]:
    """A node and all below it as lines of markup."""
    if node.table is not None:
        rows = ("; ".join(squeeze(cell) for cell in row if cell.strip(" |")) for row in cells_of(node.table))
        return [f"- {escape(row)}" for row in rows if row]
    first, *more = [escape(line) for line in _said(node) if line]
    lead = f"{_bullet(node)} " if node.style.startswith(BULLET) else f"{node.number} " if node.number else ""
    return [lead + first, *more, *(line for child in node.children for line in lines_of(child))]


def _said(node: Node) -> list[str]:
    """Heading and text of a node, the first line of its text beside the heading."""
    first, *more = node.text.split("\n")
    return [" ".join(part for part in (node.heading, first) if part), *more]


def _bullet(node: Node) -> str:
    return node.number[:1] if node.number[:1] in ("+", "*") else "-"


def _numbering(nodes: Iterable[Node]) -> Numbering:
    """1. / 1.1. where no top level is Roman and one is Arabic."""
    styles = [node.style for node in nodes if node.number]
    arabic = any(style in RANKS and RANKS[style] >= RANKS["arabic"] for style in styles) or any(
        style.startswith(DECIMAL) for style in styles
    )
    return Numbering.DECIMAL if arabic and ROMAN not in styles else Numbering.ROMAN


@dataclass
class _Writer:
    """Writes a body once. Numbers of siblings below a node in `as_written` (0: the top) stand in their words."""

    body: Body
    live: Mapping[int, Live]
    as_written: set[int]
    sources: dict[str, tuple[str, int]] = field(default_factory=dict)  # key -> number in the source, parent
    covered: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.places = places_of(self.body.nodes)
        self.covered |= {place for each in self.live.values() for place in each.covers}

    def write(self) -> tuple[Section, ...]:
        lead, sections = self._below(self.body.nodes, 0, 0)
        whole = [*(Section(self._key(), text=line, numbered=False) for line in lead), *sections]
        if self.body.notes and whole:
            whole[-1] = _with_notes(whole[-1], self.body.notes)
        return tuple(whole)

    def wrongly_numbered(self, sections: tuple[Section, ...], numbering: Numbering) -> set[int]:
        """Parents below which a computed number is not that of the source."""
        return {
            self.sources[item.node.key][1]
            for item in number(sections, numbering)
            if item.label and item.label.strip(_ROUND) != self.sources[item.node.key][0].strip(_ROUND)
        }

    def _below(self, nodes: Iterable[Node], parent: int, depth: int) -> tuple[list[str], list[Section]]:
        """Lines that belong to the parent's own text, and the sections below it."""
        lead: list[str] = []
        made: list[Section] = []
        for node in nodes:
            place = self.places[id(node)]
            if place in self.covered and place not in self.live:
                continue
            if place in self.live and is_line(node):
                made.append(self._drawn(Section(self._key(), numbered=False), self.live[place]))
            elif not is_line(node) and depth < DEEPEST:
                made.append(self._section(node, parent, depth))
            elif made or depth == 0:
                self._add_lines(made, node)
            else:
                lead += lines_of(node)
        return lead, made

    def _add_lines(self, made: list[Section], node: Node) -> None:
        """A loose paragraph is a section of its own; bullets one after the other are one."""
        text = "\n".join(lines_of(node))
        before = made[-1] if made else None
        loose = before and not (before.numbered or before.heading or before.children or before.block)
        if before and loose and node.style.startswith(BULLET):
            made[-1] = Section(before.key, text=f"{before.text}\n{text}", numbered=False)
        else:
            made.append(Section(self._key(), text=text, numbered=False))

    def _section(self, node: Node, parent: int, depth: int) -> Section:
        key, place = self._key(), self.places[id(node)]
        self.sources[key] = (node.number, parent)
        numbered = bool(node.number) and parent not in self.as_written
        label = f"{node.number} " if node.number and not numbered else ""
        heading = escape(node.heading)
        own = [escape(line) for line in node.text.split("\n") if line]
        if heading:
            heading = label + heading
        elif own:
            own[0] = label + own[0]
        if place in self.live:
            return self._drawn(Section(key, heading, numbered=numbered), self.live[place])
        lead, below = self._below(node.children, place + 1, depth + 1)
        run_in = bool(own) and heading.endswith(":") and not is_caps(node.heading)
        return Section(key, heading, "\n".join([*own, *lead]), numbered, run_in, children=tuple(below))

    def _drawn(self, section: Section, live: Live) -> Section:
        return Section(
            section.key, section.heading, live.text, section.numbered, block=live.block, layout=live.layout
        )

    def _key(self) -> str:
        key = f"muc-{len(self.sources) + 1}"
        self.sources[key] = ("", 0)
        return key


def _with_notes(last: Section, notes: Iterable[str]) -> Section:
    """The last section with footnotes after its words: where in the body their marks stood is not known."""
    marks = "".join(f"[[^{escape(squeeze(note))}]]" for note in notes if note.strip())
    if last.children or last.block or not last.text:
        return last
    return Section(last.key, last.heading, last.text + marks, last.numbered, last.run_in)
