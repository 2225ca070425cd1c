"""Changes of a Word file that put its format right: what to set where. A writer of files carries them out.

Places are those of `docx.Docx`: a paragraph by its `place`, letters by their offset in its text, a section by its order.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Letters:
    """The look of a paragraph's letters from `start` to `end`; None and "" leave as it is. `color` is six hex digits."""

    place: int
    start: int
    end: int
    font: str = ""
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    underline: bool | None = None
    color: str = ""


@dataclass(frozen=True)
class Form:
    """The form of a paragraph: points before and after, lines as a multiple, millimetres from the left."""

    place: int
    align: str = ""
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    first: float | None = None


@dataclass(frozen=True)
class Words:
    """Signs of a paragraph from `start` to `end` written as `new`."""

    place: int
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Compose:
    """The letters of a paragraph joined with their marks (NFC)."""

    place: int


@dataclass(frozen=True)
class Line:
    """A line of `length` millimetres in the middle of the room, `left` and `right` of it free: the one drawn with the
    paragraph made that long, or (`new`) one drawn under it.
    """

    place: int
    length: float
    left: float
    right: float
    new: bool = False


@dataclass(frozen=True)
class Beside:
    """The paragraph with its cell's others moved into the row in which the paragraph `other` stands."""

    place: int
    other: int


@dataclass(frozen=True)
class Paper:
    """The paper of a section in millimetres."""

    section: int
    width: float
    height: float


@dataclass(frozen=True)
class Margin:
    """A margin of a section in millimetres; `side` is "top", "bottom", "left" or "right" of the page as it is turned."""

    section: int
    side: str
    size: float


@dataclass(frozen=True)
class NumbersAbove:
    """Page numbers stand in the middle of the pages' heads, and nowhere else."""


@dataclass(frozen=True)
class NumberLook:
    """The look of every page number; None and "" leave as it is."""

    align: str = ""
    font: str = ""
    size: float | None = None
    italic: bool | None = None


@dataclass(frozen=True)
class FirstUnnumbered:
    """The first page of the file shows no number."""


@dataclass(frozen=True)
class Count:
    """Pages of a section are counted from 1 (`anew`), in Arabic figures (`decimal`)."""

    section: int
    anew: bool = False
    decimal: bool = False


@dataclass(frozen=True)
class Apart:
    """A section that counts its pages from 1 begins with the paragraph."""

    place: int


Change = (
    Letters
    | Form
    | Words
    | Compose
    | Line
    | Beside
    | Paper
    | Margin
    | NumbersAbove
    | NumberLook
    | FirstUnnumbered
    | Count
    | Apart
)


@dataclass(frozen=True)
class Remedy:
    """What puts one fault right; `after` says how it is then, "" as the rule asks."""

    changes: tuple[Change, ...]
    after: str = ""
