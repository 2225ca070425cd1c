"""Takes off what belongs to the sheet and not to the text: page numbers, running heads, the gap in a table."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from campaign.reading.rules.cleaning import phrases
from campaign.reading.rules.cleaning.lines import Line
from campaign.reading.rules.source import Table

_EDGE = 2  # lines at the top and bottom of a page that may be a running head or foot
_FEWEST = 3  # pages a running head must stand on
_SHARE = 0.4  # of all pages: heads of left and right pages may differ
_APART = 12  # lines between two page numbers of one document at least
_CENTRED = 15  # blanks before a page number that stands in the middle or at the right
_ENDS = '.;:!?…”")'


def without_furniture(found: list[Line]) -> tuple[list[Line], list[str]]:
    """The lines without page numbers and running lines, and the running lines, each once."""
    heads = _running(found)
    numbers = _numbers(found, heads)
    running = dict.fromkeys(found[place].text for place in sorted(heads))
    kept = [line for place, line in enumerate(found) if place not in heads and place not in numbers]
    return kept, list(running)


def with_whole_tables(found: list[Line]) -> list[Line]:
    """The lines, tables that go on at the top of the next page put together: no second head, no row in two halves."""
    whole: list[Line] = []
    for line in found:
        above = whole[-1] if whole else None
        if (
            above
            and above.table
            and line.table
            and line.page == above.page + 1
            and _alike(above.table, line.table)
        ):
            whole[-1] = replace(above, table=_continued(above.table, line.table), page=line.page)
        else:
            whole.append(line)
    return whole


def _alike(first: Table, second: Table) -> bool:
    return bool(first.rows and second.rows) and len(first.rows[0]) == len(second.rows[0])


def _continued(first: Table, second: Table) -> Table:
    rows = second.rows[1:] if second.rows[0] == first.rows[0] else second.rows
    filled = [cell for cell in rows[0] if cell.strip()] if rows else []
    if filled and not rows[0][0].strip() and filled[0].strip()[0].islower():
        last = tuple("\n".join(filter(None, pair)) for pair in zip(first.rows[-1], rows[0], strict=True))
        return Table((*first.rows[:-1], last, *rows[1:]))
    return Table((*first.rows, *rows))


def number_of(text: str) -> int | None:
    """The page a line counts, when it is nothing but a page number."""
    found = phrases.PAGE_NUMBER.fullmatch(text)
    return int(next(filter(None, found.groups()))) if found else None


def _edges(found: list[Line]) -> list[dict[int, int]]:
    """For each page the places of its first and last lines, with how far from the top (0, 1) or bottom (-1, -2) they are."""
    pages: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(found):
        pages[line.page].append(place)
    return [
        {
            place: step
            for step in (*range(-_EDGE, 0), *range(_EDGE))
            for place in places[step : step + 1 or None]
        }
        for places in pages.values()
    ]


def _running(found: list[Line]) -> set[int]:
    """Lines at the same edge of many pages, the same but for the number of the page; no bare numbers."""
    edges = _edges(found)
    if len(edges) < 2:
        return set()
    shapes = {
        place: (step, _shape(found[place]))
        for edge in edges
        for place, step in edge.items()
        if (text := found[place].text) and not text[0].islower() and number_of(text) is None
    }
    counted = Counter(shapes.values())
    enough = max(min(_FEWEST, len(edges)), _SHARE * len(edges))
    return {place for place, shape in shapes.items() if counted[shape] >= enough}


def _shape(line: Line) -> str:
    """The text without the number of its page; every other number tells lines apart."""
    return re.sub(rf"(?<!\d){line.page + 1}(?!\d)", "#", line.text)


def _numbers(found: list[Line], heads: set[int]) -> set[int]:
    """The places of page numbers: at the edges of pages where pages are known, else where they count up far apart."""
    candidates = {
        place: value for place, line in enumerate(found) if (value := number_of(line.text)) is not None
    }
    if not found or found[-1].page == 0:
        spelled = {place for place in candidates if not phrases.PLAIN_NUMBER.fullmatch(found[place].text)}
        return spelled | set(_chain(found, candidates))
    edge = {place for places in _edges(found) for place in places}
    near = edge | {place + step for place in heads for step in (-1, 1)}
    offsets = {place: value - found[place].page for place, value in candidates.items() if place in near}
    counted = Counter(offsets.values())
    return {place for place, offset in offsets.items() if offset == 1 or counted[offset] > 1}


def _chain(found: list[Line], candidates: dict[int, int]) -> Iterator[int]:
    """Numbers that follow each other with a page between them, or one that stands inside a sentence or by itself."""
    forward = _neighbours(list(candidates.items()), -1)
    backward = _neighbours(list(reversed(candidates.items())), 1)
    for place in candidates:
        distances = [
            abs(other - place) for other in (forward.get(place), backward.get(place)) if other is not None
        ]
        if any(distance < _APART for distance in distances):
            continue  # rows of a table count like that
        if distances or _interrupts(found, place):
            yield place


def _neighbours(items: list[tuple[int, int]], step: int) -> dict[int, int]:
    """For each place the last place before it, in the order given, whose number is `step` away."""
    last: dict[int, int] = {}
    found: dict[int, int] = {}
    for place, value in items:
        if value + step in last:
            found[place] = last[value + step]
        last[value] = place
    return found


def _interrupts(found: list[Line], place: int) -> bool:
    line = found[place]
    if not 0 < place < len(found) - 1:
        return line.indent >= _CENTRED
    before, after = found[place - 1], found[place + 1]
    runs_on = after.text[:1].islower() and before.text[-1:] not in _ENDS
    return line.indent >= _CENTRED or runs_on
