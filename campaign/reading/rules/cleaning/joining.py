"""Puts lines that were broken to fit a page together again, and leaves those that were lines from the start.

A line was broken where the next word no longer fitted. So a full line goes on in the next one, unless either of them
says otherwise: lists, headings, letterheads, signatures. Whatever is doubtful stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from campaign.reading.rules.cleaning import phrases
from campaign.reading.rules.cleaning.lines import Line
from campaign.reading.rules.source import Paragraph
from campaign.vietnamese import fold

LONGEST = 130  # letters: a longer line was not broken for paper
_SHORTEST = 40  # a document of shorter lines is no running text
_FULL = 0.86  # of the width: letters differ in width, so lines of one width differ in length
_FIRST_INDENT = 10  # blanks a first line may be indented more than the next
_HALF = 0.55
_RAGGED = 3  # lines broken long before they were full
_SENTENCE = 5  # words of a line without stop that is no name
_HEAD = 40  # letters of a line of a letterhead
_ONE_LINE = tuple(map(fold, phrases.ONE_LINE))
_ENDS = (".", ";", ":", "!", "?", "…", "./.", ".”", '."', ".)")
_CUT_OFF = re.compile(r"[^\W_][-/]$")  # inside a word or the number of a document
_CLOSING = (",", ".", ";", ":", ")", "”", "!", "?")


@dataclass(frozen=True)
class Habit:
    """How the lines of one document were broken: `width` 0 when they were not; first lines indented or set apart.

    `ragged`: as in the source of a web page, where the first line of a paragraph may be broken after any word.
    """

    width: int
    indented: bool = False
    apart: bool = False
    ragged: bool = False


def joined(found: Sequence[Line]) -> list[Line]:
    """The lines with broken ones put together; each takes the look of its first, bold only when all are."""
    if len(found) < 2:
        return list(found)
    habit = habit_of(found)
    result: list[Line] = []
    parts: list[str] = []  # of the line being put together
    last: Line | None = None
    for line in found:
        if last is not None and (
            _goes_on(last, line, habit)
            or _subject_goes_on(result[-1], line)
            or (habit.ragged and _ragged_goes_on(result[-1], last, line))
        ):
            parts[-1], rest = _seam(parts[-1], line.text)
            parts.append(rest)
            if result[-1].paragraph.bold and not line.paragraph.bold:
                look = replace(result[-1].paragraph, bold=False)
                result[-1] = replace(result[-1], paragraph=look)
        else:
            if result:
                result[-1] = replace(result[-1], text="".join(parts))
            result.append(line)
            parts = [line.text]
        last = line
    if result:
        result[-1] = replace(result[-1], text="".join(parts))
    return result


def joined_cell(found: Sequence[Line]) -> list[Line]:
    """The lines of a narrow cell: there only what plainly goes on is joined, a small letter or a digit after no stop."""
    result: list[Line] = []
    for line in found:
        above = result[-1] if result else None
        if (
            above
            and not _starts(line)
            and not _stops(above)
            and not _apart(above)
            and _plainly_goes_on(above, line)
        ):
            text = "".join(_seam(above.text, line.text))
            result[-1] = replace(above, text=text)
        else:
            result.append(line)
    return result


def _plainly_goes_on(above: Line, below: Line) -> bool:
    if below.spaced or "\t" in below.text:
        return False
    hyphen = above.text.endswith((" -", " –", ","))
    return _small(below) or hyphen or below.text[0].isdigit() or _CUT_OFF.search(above.text) is not None


def habit_of(found: Sequence[Line]) -> Habit:
    """How these lines were broken, from those that plainly go on: no stop at the end, a small letter next."""
    pairs = [
        (above, below) for above, below in pairwise(found) if above.table is None and below.table is None
    ]
    long = sum(line.length > LONGEST for line in found)
    going = sorted(
        above.length for above, below in pairs if _small(below) and not _stops(above) and not _apart(above)
    )
    going = [length for length in going if length <= LONGEST]
    if not going or long * 4 > len(going) or going[-1] < _SHORTEST:
        return Habit(0)
    width = going[int(len(going) * 0.9)] if len(going) > 9 else going[-1]
    after_stop = [below for above, below in pairs if _stops(above) and not _starts(below)]
    indented = sum(below.indent > above.indent for above, below in pairs if _stops(above)) * 5 > len(pairs)
    apart = sum(below.spaced for below in after_stop) * 2 > len(after_stop) > 0
    short = sum(length < _HALF * width for length in going)
    return Habit(width, indented, apart, short >= _RAGGED and short * 20 > len(pairs))


def hard_wrapped(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the paragraphs of a Word file are the lines of a page, as programs make them that turn PDF into Word."""
    found = [Line(text.strip(), each) for each in paragraphs if (text := each.text).strip()]
    pairs = list(pairwise(found))
    going = [
        above for above, below in pairs if _small(below) and not _stops(above) and above.length >= _SHORTEST
    ]
    longest = max((line.length for line in found), default=0)
    return len(going) >= 5 and len(going) * 5 >= len(pairs) and longest <= LONGEST


def _goes_on(above: Line, below: Line, habit: Habit) -> bool:
    if above.table or below.table or below.paragraph.number or "\t" in above.text or "\t" in below.text:
        return False
    if not below.spaced and (_CUT_OFF.search(above.text) or _in_one_line(above, below)):
        return True
    wants_figure = below.text[0].isdigit() and phrases.WANTS_FIGURE.search(above.text) is not None
    if wants_figure and not (below.spaced or _starts(below)):
        return True
    if below.text[0] in _CLOSING and not below.text.startswith(("...", "./.")) and not _stops(above):
        return True
    if _starts(below) and not _dash_of_range(above, below):
        return False
    if _is_caps(above.text) or _is_caps(below.text):
        return _heading_goes_on(above, below, habit)
    if above.paragraph.bold != below.paragraph.bold or above.paragraph.heading != below.paragraph.heading:
        return _small(below) and not _stops(above) and _is_full(above, below, habit)
    if below.spaced or below.page != above.page:
        return not _stops(above) and _small(below) and above.length >= _HALF * max(habit.width, _SHORTEST)
    if _stops(above):
        return _sentence_goes_on(above, below, habit)
    return _unfinished_goes_on(above, below, habit)


def _in_one_line(above: Line, below: Line) -> bool:
    """Whether two lines are a piece of the letterhead that stands on one line: "CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM"."""
    if above.length > _HEAD or not _is_caps(above.text):
        return False
    both = fold(f"{above.text} {below.text}")
    return any(whole.startswith(both) for whole in _ONE_LINE)


def _ragged_goes_on(first: Line, above: Line, below: Line) -> bool:
    """Where lines are broken after any word, only a stop, a number or a heading ends one that began with `first`."""
    if below.spaced or _stops(above) or _starts(below) or above.table or below.table or "\t" in below.text:
        return False
    numbered = phrases.NUMBERED.match(first.text) is not None
    if _is_caps(above.text) or _is_caps(below.text):
        return numbered and _is_caps(above.text) and _is_caps(below.text)
    if _small(below) or phrases.WANTS_NAME.search(above.text):
        return phrases.SHORT_HEADS.match(first.text) is None
    return not numbered and len(above.text.split()) > _SENTENCE


def _subject_goes_on(first: Line, below: Line) -> bool:
    """The lines of a trích yếu (V/v …) that begins at `first`, in their narrow column."""
    return phrases.SUBJECT.match(first.text) is not None and _small(below) and not below.spaced


def _unfinished_goes_on(above: Line, below: Line, habit: Habit) -> bool:
    """After a line without a stop: full, or followed by a small letter where nothing speaks for a line of its own."""
    if _is_full(above, below, habit):
        return True
    if not _small(below) or phrases.SHORT_HEADS.match(above.text):
        return False
    item = phrases.STARTS.match(above.text) is not None
    return item or above.length >= _HALF * max(habit.width, _SHORTEST)


def _sentence_goes_on(above: Line, below: Line, habit: Habit) -> bool:
    """After a stop: in the same paragraph only where the document sets paragraphs off, and this line is not set off."""
    if not _is_full(above, below, habit) or above.text.endswith("./."):
        return False
    if _small(below) and not above.text.endswith(":"):
        return True
    if above.text.endswith((":", ";")):
        return False
    if habit.indented:
        return below.indent <= min(above.indent, 1)
    return habit.apart


def _heading_goes_on(above: Line, below: Line, habit: Habit) -> bool:
    """A numbered heading in capitals that did not fit its line; other lines in capitals stand by themselves."""
    both = _is_caps(above.text) and _is_caps(below.text) and not below.spaced
    if both and phrases.STARTS.match(above.text):
        return _is_full(above, below, Habit(int(habit.width * 0.8)))
    # a word in capitals, left over from a sentence
    return (
        not _is_caps(above.text)
        and not _stops(above)
        and below.text.endswith(".")
        and _is_full(above, below, habit)
    )


def _is_full(above: Line, below: Line, habit: Habit) -> bool:
    """Whether the first word of the next line would not have fitted any more."""
    first = below.text.split(" ", 1)[0]
    indent = max(0, min(above.indent - below.indent, _FIRST_INDENT))
    return habit.width > 0 and indent + above.length + 1 + len(first) >= _FULL * habit.width


def _seam(above: str, below: str) -> tuple[str, str]:
    """Both texts with what stands between them: nothing after a hyphen inside a word or number, or before a stop."""
    if _CUT_OFF.search(above) or below[0] in ",.;:!?)”":
        return above, below
    return above, " " + below


def _starts(line: Line) -> bool:
    return phrases.STARTS.match(line.text) is not None


def _dash_of_range(above: Line, below: Line) -> bool:
    return above.text[-1:].isdigit() and re.match(r"[-–]\s*\d", below.text) is not None


def _small(line: Line) -> bool:
    first = line.text.lstrip("“\"'(")[:1]
    return first.islower() and not _starts(line)


def _stops(line: Line) -> bool:
    return line.text.endswith(_ENDS)


def _apart(line: Line) -> bool:
    return "\t" in line.text or _is_caps(line.text)


def _is_caps(text: str) -> bool:
    return text.isupper() and sum(sign.isalpha() for sign in text) > 1
