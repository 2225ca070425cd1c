"""Changes within a paragraph's runs: the look of some letters, a few signs written otherwise."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

from lxml import etree

from campaign.checking.rules.changes import Letters, Words
from campaign.files.word_inspector.story import Printed, text_of
from campaign.files.word_mender.properties import child, first_child, set_letters
from campaign.files.word_writer.names import XML_SPACE, W
from campaign.vietnamese import nfc

_ONE = {f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen", f"{W}ptab"}  # each a single sign of the text


class Line:
    """The runs of one printed paragraph while they are changed; offsets are those of its text as it was inspected."""

    def __init__(self, printed: Printed) -> None:
        self._element = printed.element
        self._whole = len(printed.paragraph.text)
        self._runs = list(_placed(printed.runs))

    def look(self, change: Letters) -> None:
        """Give letters a look; runs are split where only a part of them is meant."""
        for offset in (change.start, change.end):
            self._split(offset)
        for start, run in self._runs:
            if change.start <= start < change.end:
                set_letters(first_child(run, "rPr"), change)
        if change.start == 0 and change.end == self._whole and self._element.tag == f"{W}p":
            properties = first_child(self._element, "pPr")
            set_letters(child(properties, "rPr"), change)  # an automatic number looks as the paragraph's end

    def write(self, changes: Sequence[Words]) -> None:
        """Write signs otherwise, from the last to the first so that offsets hold."""
        for change in sorted(changes, key=lambda each: (each.start, each.end), reverse=True):
            self._write(change)

    def _split(self, offset: int) -> None:
        for place, (start, run) in enumerate(self._runs):
            if start < offset < start + _length(run) and _is_plain(run):
                self._runs.insert(place + 1, (offset, _split_run(run, offset - start)))
                return

    def _write(self, change: Words) -> None:
        """The first run touched takes the new signs; what is replaced goes from each."""
        fresh = change.new
        for start, run in self._runs:
            end = start + _length(run)
            touched = start < change.end and end > change.start
            inserts = change.start == change.end and start <= change.start <= end
            if not (touched or inserts) or not _is_plain(run):
                continue
            low, high = max(change.start - start, 0), min(change.end - start, end - start)
            if _rewrite(run, low, high, fresh):
                fresh = ""
            if inserts:
                return


def _placed(runs: Sequence[tuple[etree._Element, str]]) -> Iterator[tuple[int, etree._Element]]:
    start = 0
    for run, words in runs:
        yield start, run
        start += len(words)


def _length(run: etree._Element) -> int:
    return len(nfc(text_of(run)))


def _is_plain(run: etree._Element) -> bool:
    """Do offsets in the text inspected hold in the file: are its letters composed?"""
    text = text_of(run)
    return text == nfc(text)


def _segments(run: etree._Element) -> list[tuple[int, int, etree._Element]]:
    """Children that print, each with the offsets it begins and ends at."""
    found, start = [], 0
    for each in run:
        length = len(each.text or "") if each.tag == f"{W}t" else int(each.tag in _ONE)
        if length:
            found.append((start, start + length, each))
            start += length
    return found


def _split_run(run: etree._Element, offset: int) -> etree._Element:
    """A new run after this one with what it prints from the offset on, under the same properties."""
    after = etree.Element(run.tag)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        after.append(copy.deepcopy(properties))
    for start, end, each in _segments(run):
        if start < offset < end:
            rest = etree.Element(f"{W}t")
            _set_text(rest, (each.text or "")[offset - start :])
            _set_text(each, (each.text or "")[: offset - start])
            each.addnext(rest)
    moved = next((each for start, each in _starts(run) if start >= offset), None)
    if moved is not None:
        following = [moved, *moved.itersiblings()]
        after.extend(following)
    run.addnext(after)
    return after


def _starts(run: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    return ((start, each) for start, _, each in _segments(run))


def _rewrite(run: etree._Element, low: int, high: int, new: str) -> bool:
    """Replace the letters from low to high; False when there is no text to put the new ones in."""
    done = False
    for start, end, each in _segments(run):
        inside = start < high and end > low
        at_edge = low == high and start <= low <= end
        if each.tag != f"{W}t" or not (inside or at_edge):
            continue
        text = each.text or ""
        first, last = max(low - start, 0), min(high - start, end - start)
        _set_text(each, text[:first] + ("" if done else new) + text[last:])
        done = True
        if at_edge:
            break
    return done


def _set_text(element: etree._Element, text: str) -> None:
    element.text = text
    element.set(XML_SPACE, "preserve")


def compose(element: etree._Element) -> None:
    """Join the letters of a paragraph with their marks."""
    for text in element.iter(f"{W}t"):
        if text.text:
            text.text = nfc(text.text)
