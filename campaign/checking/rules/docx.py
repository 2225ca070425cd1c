"""A Word file as it will be printed, without its layout: letters and spacing resolved, lists numbered, lines found.

Lengths are millimetres, letters and gaps points. What an inspector of files fills in and the rules read.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property


@dataclass(frozen=True)
class Look:
    """The letters of a run; `color` is six hex digits, "" where Word chooses black itself."""

    font: str
    size: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underline: bool = False
    color: str = ""
    raised: bool = False


@dataclass(frozen=True)
class Run:
    """Neighbouring letters of one look."""

    text: str
    look: Look


@dataclass(frozen=True)
class Indent:
    """From the edges of the text or cell; a negative `first` hangs."""

    left: float = 0
    right: float = 0
    first: float = 0


@dataclass(frozen=True)
class Spacing:
    """Points before and after; `line` is a multiple when `rule` is "auto", else points.

    `collapses`: nothing before and after beside a paragraph of the same style.
    """

    before: float = 0
    after: float = 0
    line: float = 1
    rule: str = "auto"
    collapses: bool = False


BOXES = -1


class Way(Enum):
    """How a line under text was made: a paragraph's border, a shape, a cell's border, signs in a row."""

    BORDER = auto()
    SHAPE = auto()
    CELL = auto()
    TYPED = auto()


@dataclass(frozen=True)
class Stroke:
    """A drawn line; `length` None when the file does not say."""

    length: float | None
    way: Way


@dataclass(frozen=True)
class Cell:
    """Where in a table a paragraph stands; `ruled`: the table draws its grid. Text boxes are columns of one table, BOXES."""

    table: int
    row: int
    column: int
    ruled: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `number` counts those with words from 1, 0 for an empty one. `width` is the room it stands in,
    `place` its place among all paragraphs of the file, from 0; `centred`: its tabs set words in the middle.
    """

    number: int
    runs: tuple[Run, ...]
    align: str = "left"
    indent: Indent = Indent()
    spacing: Spacing = Spacing()
    label: str = ""
    cell: Cell | None = None
    section: int = 0
    width: float = 165
    strokes: tuple[Stroke, ...] = ()
    boxed: bool = False
    floating: bool = False
    place: int = 0
    style: str = ""
    centred: bool = False

    @cached_property
    def text(self) -> str:
        """Its words, without the automatic number."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class PageNumber:
    """A page number in the head or foot of a section's pages; `first`: on the page that may differ."""

    in_header: bool
    first: bool
    align: str
    look: Look


@dataclass(frozen=True)
class Margins:
    """What is left free on each side of a page, and above its head."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    header: float = 10


@dataclass(frozen=True)
class Section:
    """Paper and margins; `differs`: the first page has a head of its own; `start` None: numbering goes on."""

    width: float
    height: float
    margins: Margins = Margins()
    differs: bool = False
    start: int | None = None
    number_format: str = "decimal"
    numbers: tuple[PageNumber, ...] = ()


@dataclass(frozen=True)
class Docx:
    """A whole file, its text composed (NFC). `changes` counts tracked changes nobody has accepted or refused;
    `decomposed` are the numbers of paragraphs whose letters came apart from their marks.
    """

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    changes: int = 0
    decomposed: frozenset[int] = frozenset()
