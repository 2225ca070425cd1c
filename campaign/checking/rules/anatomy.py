"""The components of a document, found: what every rule looks at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from campaign.checking.phrases import Form, Part
from campaign.checking.rules.docx import Docx, Stroke
from campaign.checking.rules.levels import Item
from campaign.checking.rules.phrases import FULL_KINDS as _FULL
from campaign.checking.rules.pieces import Piece
from campaign.workdays import DaysOff

Drawn = tuple[Piece, Stroke]


@dataclass(frozen=True)
class Annex:
    """One phụ lục: its label, title and reference to its document, and what it holds."""

    label: Piece
    title: tuple[Piece, ...] = ()
    attached: tuple[Piece, ...] = ()
    content: tuple[Piece, ...] = ()


@dataclass(frozen=True, eq=False)
class Anatomy:
    """A file taken apart. `kind` is the type name in capitals; `strokes` are the lines under a component, each with
    what it was drawn with. Two are never equal, so that what was found in one may be remembered for it.
    """

    docx: Docx
    form: Form
    kind: str = ""
    parts: Mapping[Part, tuple[Piece, ...]] = field(default_factory=dict)
    strokes: Mapping[Part, tuple[Drawn, ...]] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    cells: tuple[Piece, ...] = ()
    annexes: tuple[Annex, ...] = ()
    days: DaysOff = field(default_factory=DaysOff)
    issuing: bool = False

    def of(self, part: Part) -> tuple[Piece, ...]:
        """The pieces of a component; empty when it is not there."""
        return self.parts.get(part, ())

    def first(self, part: Part) -> Piece | None:
        """The first piece of a component."""
        return next(iter(self.of(part)), None)

    @property
    def is_full(self) -> bool:
        """Is it laid out by mẫu 1.1 to 1.5 or 1.7, so that everything must be there?"""
        return self.form is Form.LETTER or (self.form is Form.NAMED and self.kind in _FULL)

    @property
    def is_document(self) -> bool:
        """Is it one of the 29 kinds?"""
        return self.form in (Form.NAMED, Form.LETTER)
