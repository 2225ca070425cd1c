"""A compiled part: its literal XML and what goes between. One with bare names only needs no expression language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from campaign.files import phrases
from campaign.files.word_writer.faults import MissingField, TemplateFault
from campaign.files.word_writer.rich import rich_xml
from campaign.files.word_writer.slots import SLOTS
from campaign.files.word_writer.state import MAX_OUTPUT, State
from campaign.files.word_writer.tags import Tag
from campaign.files.word_writer.values import attribute_xml, lookup, text_xml

Piece = str | Tag
Context = Mapping[str, object]
Fill = Callable[[Context, State], str]


class Part(Protocol):
    """What a template fills: document, header, footnotes, properties."""

    fields: frozenset[str]

    def render(self, context: Context, state: State) -> bytes:
        """The part's XML. Raises MissingField with every missing name, TemplateFault for a value it cannot take."""

    def missing(self, context: Context) -> list[str]:
        """Names this part needs and the context lacks."""


class SimplePart:
    """Literal XML with values between: a copy of a list, a few replacements, one join."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._literals = [piece.encode() if isinstance(piece, str) else b"" for piece in pieces]
        fills: dict[object, tuple[Fill, list[int]]] = {}
        for place, piece in enumerate(pieces):
            if isinstance(piece, Tag):
                # A rich value may make footnotes, a slot may count: only these are drawn anew at each place.
                anew = piece.kind == "slot" or piece.mode == "rich"
                fills.setdefault(place if anew else (piece.mode, piece.path), (_fill(piece), []))[1].append(
                    place
                )
        self._fills = list(fills.values())
        tags = [piece for piece in pieces if isinstance(piece, Tag) and piece.path]
        self._paths = tuple(dict.fromkeys(tag.path for tag in tags if tag.path))
        self.fields = frozenset(".".join(path) for path in self._paths)

    def render(self, context: Context, state: State) -> bytes:
        """See Part."""
        pieces = self._literals.copy()
        try:
            for fill, places in self._fills:
                value = fill(context, state).encode()
                for place in places:
                    pieces[place] = value
        except LookupError:
            raise MissingField(self.missing(context)) from None
        rendered = b"".join(pieces)
        if len(rendered) > MAX_OUTPUT:
            raise TemplateFault(phrases.OUTPUT_TOO_BIG)
        return rendered

    def missing(self, context: Context) -> list[str]:
        """See Part."""
        return [".".join(path) for path in self._paths if not _present(context, path)]


def _present(context: Context, path: Sequence[str]) -> bool:
    try:
        lookup(context, path)
    except LookupError:
        return False
    return True


def _fill(tag: Tag) -> Fill:
    """The function that draws one placeholder's XML."""
    if tag.kind == "slot":
        return lambda context, state: SLOTS[tag.mode](state, tag.extra)
    path = tag.path or ()
    if tag.mode == "rich":
        return lambda context, state: rich_xml(lookup(context, path), tag.extra, state)  # type: ignore[arg-type]
    escape = text_xml if tag.mode == "text" else attribute_xml
    if len(path) == 1:
        name = path[0]
        return lambda context, state: escape(context[name])
    return lambda context, state: escape(lookup(context, path))
