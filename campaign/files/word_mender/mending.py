"""Looks at a file, carries out what would put it right, and looks again, until nothing more can be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from campaign.checking.rules import corrections_of
from campaign.checking.rules.changes import (
    Apart,
    Beside,
    Change,
    Compose,
    Count,
    FirstUnnumbered,
    Form,
    Letters,
    Margin,
    NumberLook,
    NumbersAbove,
    Paper,
    Words,
)
from campaign.checking.rules.changes import Line as DrawnLine
from campaign.checking.rules.findings import Correction
from campaign.files.word_inspector.inspecting import Inspection, looked_into, opened
from campaign.files.word_mender.drawing import draw
from campaign.files.word_mender.letters import Line, compose
from campaign.files.word_mender.paging import Pages
from campaign.files.word_mender.parts import Parts
from campaign.files.word_mender.properties import set_form
from campaign.files.word_mender.tables import move_beside

# Putting one thing right shows the next: a line is measured when the words above it have their size.
_ROUNDS = 8
_Key = tuple[str, int, str, str]


@dataclass(frozen=True)
class Mended:
    """The corrected file and every correction in it, in reading order; the very bytes given when there is none."""

    data: bytes
    corrections: tuple[Correction, ...]


def mend(data: bytes, name: str = "") -> Mended:
    """A copy with the format put right as far as that needs no person. Raises Refused for anything but a sound .docx.

    Words stay, but for the signs the corrections name. Mending what is mended changes nothing.
    """
    word = opened(data, name)
    parts = Parts(word)
    told: list[Correction] = []
    tried: set[_Key] = set()
    inspection = looked_into(word)
    for _ in range(_ROUNDS):
        fresh = [each for each in corrections_of(inspection.docx) if _key(each) not in tried]
        if not fresh:
            break
        done = _Scribe(parts, inspection).carry_out(fresh)
        tried |= set(map(_key, done))
        told += done
        inspection = looked_into(word)
    left = {(each.rule, each.paragraph) for each in corrections_of(inspection.docx)}
    kept = _once(each for each in told if (each.rule, each.paragraph) not in left)
    return Mended(parts.packed() if kept else data, kept)


def _key(correction: Correction) -> _Key:
    """What is tried once: the same rule at the same words, from the same to the same. Places shift as lines are drawn."""
    return correction.rule, correction.paragraph, correction.before, correction.after


def _once(told: Iterable[Correction]) -> tuple[Correction, ...]:
    """What happened to a place, told once by rule: how it was at first and is in the end; in reading order."""
    found: dict[tuple[str, int, str], Correction] = {}
    for each in told:
        found.setdefault((each.rule, each.paragraph, each.before), each)
    return tuple(sorted(found.values(), key=lambda each: each.paragraph))


class _Scribe:
    """Writes corrections into the elements of one inspection."""

    def __init__(self, parts: Parts, inspection: Inspection) -> None:
        self._pages = Pages(parts, inspection.sections)
        self._inspection = inspection

    def carry_out(self, found: Sequence[Correction]) -> list[Correction]:
        """Write what goes together at once; a second change of the same words waits for the next look."""
        apart = {
            each.place
            for each in self._inspection.docx.paragraphs
            if each.number in self._inspection.docx.decomposed
        }
        written: dict[int, list[Words]] = {}
        done: list[Correction] = []
        for each in found:
            words = [change for change in each.remedy.changes if isinstance(change, Words)]
            if any(change.place in written or change.place in apart for change in words):
                continue
            for typed in words:
                written.setdefault(typed.place, []).append(typed)
            done.append(each)
        changes = [change for each in done for change in each.remedy.changes]
        self._write_text(changes, written)
        for change in dict.fromkeys(changes):
            self._write(change)
        return done

    def _write_text(self, changes: Sequence[Change], written: dict[int, list[Words]]) -> None:
        looks: dict[int, list[Letters]] = {}
        for change in changes:
            if isinstance(change, Letters):
                looks.setdefault(change.place, []).append(change)
        for place in looks.keys() | written.keys():
            line = Line(self._inspection.printed[place])
            for look in looks.get(place, []):
                line.look(look)
            line.write(written.get(place, []))

    def _write(self, change: Change) -> None:
        match change:
            case Form():
                set_form(self._element(change.place), change)
            case Compose():
                compose(self._element(change.place))
            case DrawnLine():
                draw(self._element(change.place), change)
            case Beside():
                move_beside(self._element(change.place), self._element(change.other))
            case Paper():
                self._pages.paper(change)
            case Margin():
                self._pages.margin(change)
            case NumbersAbove():
                self._pages.numbers_above()
            case NumberLook():
                self._pages.number_look(change)
            case FirstUnnumbered():
                self._pages.first_unnumbered()
            case Count():
                self._pages.count(change)
            case Apart():
                paragraph = self._inspection.docx.paragraphs[change.place]
                self._pages.apart(self._element(change.place), paragraph.section)

    def _element(self, place: int) -> etree._Element:
        return self._inspection.printed[place].element
