"""Lines as their writer ended them: a paragraph, or a part of one between line breaks, or between the tabs of a head."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from campaign.checking.rules.docx import Paragraph, Run, Stroke, Way
from campaign.checking.rules.widths import width
from campaign.vietnamese import fold

_STROKE = re.compile(r"[\s_–—―─-]*[_–—―─-]{4,}[\s_–—―─-]*")
_BREAKS = re.compile("\n+")
_TABS = re.compile(r"\t+|[ \u00a0]{12,}")
_RAISED = 0.65  # raised letters are printed that much smaller


@dataclass(frozen=True)
class Piece:
    """Words of a paragraph from its letter `start` on; `tabbed`: others stand beside them in the same paragraph."""

    paragraph: Paragraph
    runs: tuple[Run, ...]
    tabbed: bool = False
    start: int = 0

    @cached_property
    def raw(self) -> str:
        """Its words as they stand."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def text(self) -> str:
        """Its words, trimmed."""
        return self.raw.strip()

    @property
    def offset(self) -> int:
        """Where in the paragraph the trimmed words begin."""
        return self.start + len(self.raw) - len(self.raw.lstrip())

    @cached_property
    def numbered(self) -> str:
        """Its words after the automatic number, if it has one."""
        label = self.paragraph.label
        return f"{label} {self.text}" if label else self.text

    @cached_property
    def key(self) -> str:
        """The words as they are compared."""
        return fold(self.text)

    @property
    def letters(self) -> tuple[Run, ...]:
        """Runs with something to read in them, the raised marks of notes left out."""
        return tuple(run for run in self.runs if is_read(run))

    @property
    def width(self) -> float:
        """Millimetres on one line."""
        return width(self.runs)

    @property
    def is_capital(self) -> bool:
        """Is it printed in capitals?"""
        runs = [run for run in self.runs if any(sign.isalpha() for sign in run.text)]
        return bool(runs) and all(run.look.caps or run.text == run.text.upper() for run in runs)

    @property
    def is_stroke(self) -> bool:
        """Is it a line made of underscores or dashes?"""
        return bool(_STROKE.fullmatch(self.text))

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The lines drawn with it, or made of its own signs."""
        drawn = self.paragraph.strokes
        if not self.is_stroke:
            return drawn
        smaller = _RAISED if any(run.look.raised for run in self.runs) else 1
        return (*drawn, Stroke(self.width * smaller, Way.TYPED))


def is_read(run: Run) -> bool:
    """Is there something to read in a run, other than the raised mark of a note?"""
    return not run.look.raised and any(sign.isalnum() for sign in run.text)


def lines(paragraphs: Iterable[Paragraph]) -> Iterator[Piece]:
    """Every printed line, a paragraph without words included."""
    for paragraph in paragraphs:
        for start, part in _split(paragraph.runs, _BREAKS):
            yield Piece(paragraph, part, start=start)


def columns(piece: Piece) -> list[Piece]:
    """The parts of a line laid out beside each other with tabs or blanks, or the line itself."""
    if piece.paragraph.cell is not None:
        return [piece]
    parts = [
        Piece(piece.paragraph, part, tabbed=True, start=piece.start + start)
        for start, part in _split(piece.runs, _TABS)
        if "".join(run.text for run in part).strip()
    ]
    if len(parts) > 1 or (parts and piece.raw.startswith("\t")):
        return parts
    return [piece]


def whole(paragraph: Paragraph) -> Piece:
    """All words of a paragraph."""
    return Piece(paragraph, paragraph.runs)


def _split(runs: tuple[Run, ...], at: re.Pattern[str]) -> list[tuple[int, tuple[Run, ...]]]:
    """The runs in parts, each with the letter it begins at; a sign to split at does not cross runs."""
    parts: list[tuple[int, list[Run]]] = [(0, [])]
    place = 0
    for run in runs:
        done = 0
        for found in at.finditer(run.text):
            parts[-1][1].append(Run(run.text[done : found.start()], run.look))
            done = found.end()
            parts.append((place + done, []))
        parts[-1][1].append(Run(run.text[done:], run.look))
        place += len(run.text)
    return [(start, tuple(run for run in part if run.text)) for start, part in parts]
