"""The source with everything that was recognised marked in it, so that one can look from either side to the other."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from campaign.reading.rules.lines import cells_of, lines, looks_like_heading
from campaign.reading.rules.source import Source
from campaign.reading.rules.taking.proposal import Proposal
from campaign.reading.rules.text import plain, squeeze

_ENOUGH = 24  # letters of a beginning that tell a place, where the whole does not stand together


@dataclass(frozen=True)
class Find:
    """Something recognised: of which kind, the anchor of what was understood, its words in the source."""

    kind: str
    anchor: str
    text: str


@dataclass(frozen=True)
class Piece:
    """A stretch of a line; with a mark when something was recognised there, the `first` of its anchor or a later one."""

    text: str
    mark: Find | None = None
    first: bool = False


@dataclass(frozen=True)
class MarkedLine:
    """A line of the source as pieces; `look`: "heading", "row" of a table, or ""."""

    pieces: tuple[Piece, ...]
    look: str = ""


@dataclass(frozen=True)
class Marked:
    """The whole source, and where each anchor stands in it: its own mark, or the one of what it stands within."""

    lines: tuple[MarkedLine, ...]
    targets: dict[str, str]


def marked(source: Source, finds: Iterable[Find]) -> Marked:
    """Mark what is found, the first of a kind first; what stands inside another mark gets none of its own."""
    shown = list(_shown(source))
    searcher = _Searcher([text for text, _ in shown])
    for find in finds:
        searcher.add(find)
    cut = searcher.cut()
    return Marked(
        tuple(MarkedLine(pieces, look) for pieces, (_, look) in zip(cut, shown, strict=True)),
        searcher.targets,
    )


def finds_of(proposal: Proposal) -> Iterator[Find]:
    """Everything a proposal took out of the source, in the order its kinds are looked for."""
    yield Find("kind", "title", proposal.title)
    yield from _listed("basis", "bases", proposal.bases)
    if proposal.ceremony:
        yield Find("event", "ceremony", proposal.ceremony.venue)
    yield from _listed("programme", "programme", [step.title for step in proposal.programme])
    for place, group in enumerate(proposal.groups):
        anchor = f"groups-{place}"
        yield Find("delegates", anchor, group.name)
        yield from (Find("delegates", anchor, member) for member in group.members)
    yield from _listed("task", "tasks", [task.source for task in proposal.tasks])
    yield from _listed("unit", "units", [unit.written for unit in proposal.units])
    yield from _listed("procedure", "procedures", [each.name for each in proposal.procedures])
    yield from _listed("day", "days", [day.words for day in proposal.days])
    yield from (Find("parties", "parties", name) for name in proposal.addressees)
    yield from (Find("parties", "parties", each.name) for each in proposal.recipients)
    yield Find("signer", "signer", proposal.signer)
    yield from _listed("doubt", "doubts", [doubt.what for doubt in proposal.doubts])


def _listed(kind: str, noun: str, texts: Sequence[str]) -> Iterator[Find]:
    return (Find(kind, f"{noun}-{place}", text) for place, text in enumerate(texts))


def _shown(source: Source) -> Iterator[tuple[str, str]]:
    for line in lines(source):
        if line.table is not None:
            rows = (" | ".join(cell.replace("\n", " ") for cell in row) for row in cells_of(line.table))
            yield from ((row, "row") for row in rows if row.strip(" |"))
        else:
            yield squeeze(line.printed), "heading" if looks_like_heading(line) else ""
    yield from ((squeeze(note), "") for note in source.footnotes)


class _Searcher:
    """Looks for words in all lines at once; marks never overlap."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.whole = plain("\n".join(texts))
        self.starts: list[int] = []
        self.marks: dict[int, tuple[int, Find, bool]] = {}  # start -> end, what, first of its anchor
        self.cursors: dict[str, int] = {}
        self.targets: dict[str, str] = {}

    def add(self, find: Find) -> None:
        wanted = plain(squeeze(find.text.split("\n", 1)[0]))
        if len(wanted) < 2:
            return
        found = self._free(wanted, find) or (len(wanted) > 2 * _ENOUGH and self._free(wanted[:_ENOUGH], find))
        if found:
            start, end = found[0], self._as_far(wanted, *found)
            self.starts.insert(bisect(self.starts, start), start)
            first = self.targets.get(find.anchor) != find.anchor
            self.marks[start] = (end, find, first)
            self.cursors[find.kind] = end
            self.targets[find.anchor] = find.anchor

    def _free(self, wanted: str, find: Find) -> tuple[int, int] | None:
        """Where the words stand outside any mark, after the last of this kind or else anywhere; notes the mark they stand in."""
        for start in (self.whole.find(wanted, self.cursors.get(find.kind, 0)), self.whole.find(wanted)):
            if start < 0:
                continue
            around = self._around(start, start + len(wanted))
            if around is None:
                return start, start + len(wanted)
            self.targets.setdefault(find.anchor, around.anchor)
        return None

    def _as_far(self, wanted: str, start: int, end: int) -> int:
        """Where a text stops to go on as wanted, up to the next mark: a title broken over two lines is marked on the first."""
        place = bisect(self.starts, start)
        limit = self.starts[place] if place < len(self.starts) else len(self.whole)
        while end < limit and end - start < len(wanted) and self.whole[end] == wanted[end - start]:
            end += 1
        return end

    def _around(self, start: int, end: int) -> Find | None:
        """The mark that overlaps a stretch."""
        place = bisect(self.starts, start)
        for near in self.starts[max(0, place - 1) : place + 1]:
            stop, find, _ = self.marks[near]
            if near < end and start < stop:
                return find
        return None

    def cut(self) -> Iterator[tuple[Piece, ...]]:
        """Each line in pieces."""
        offset, place = 0, 0
        for text in self.texts:
            pieces, at = [], 0
            while place < len(self.starts) and self.starts[place] < offset + len(text):
                start = self.starts[place] - offset
                end, find, first = self.marks[self.starts[place]]
                pieces += [Piece(text[at:start]), Piece(text[start : end - offset], find, first)]
                at, place = end - offset, place + 1
            pieces.append(Piece(text[at:]))
            yield tuple(piece for piece in pieces if piece.text)
            offset += len(text) + 1
