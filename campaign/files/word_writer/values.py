"""Values on their way into the XML: which are allowed, how they are cleaned and escaped, how a name is looked up."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from campaign.files import phrases
from campaign.files.word_writer.faults import TemplateFault

# XML 1.0 §2.2: what no document may hold, and what Python alone can hold (lone surrogates).
_ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_illegal = re.compile(f"[{_ILLEGAL}]")
_needs_care = re.compile(f'[&<>"\t\n\r{_ILLEGAL}]').search

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


@dataclass(frozen=True)
class Run:
    """A stretch of text with its own weight, slope and, if given, a footnote after it."""

    text: str
    bold: bool = False
    italic: bool = False
    footnote: str | None = None


@dataclass(frozen=True)
class Rich:
    """Formatted text for a `{{r name}}` placeholder."""

    runs: Sequence[Run]

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)


class Absent:
    """Marks what stands for a name without value; its text is empty."""


def plain(value: object) -> str:
    """The value as text; None is empty. Raises TemplateFault for anything but text, numbers, dates and Rich."""
    if type(value) is int:
        return str(value)
    if value is None:
        return ""
    if isinstance(value, Absent):
        return str(value)
    if isinstance(value, str | int | float | Decimal | date | time):
        return str(value)
    if isinstance(value, Rich) and not any(run.footnote for run in value.runs):
        return str(value)
    raise TemplateFault(phrases.NOT_PLAIN, type(value).__name__)


def cleaned(text: str) -> str:
    """The text without characters XML forbids, line ends as a single newline."""
    return _illegal.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _escaped(text: str) -> str:
    return cleaned(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text_xml(value: object) -> str:
    """The value as the inside of a w:t; newline and tab become w:br and w:tab."""
    text = value if type(value) is str else plain(value)
    if not _needs_care(text):
        return text
    return _escaped(text).replace("\n", _BREAK).replace("\t", _TAB)


def attribute_xml(value: object) -> str:
    """The value for an attribute, or for an element that knows no w:br."""
    text = value if type(value) is str else plain(value)
    if not _needs_care(text):
        return text
    return _escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def reach(holder: object, name: str) -> object:
    """One step of a dotted name: a mapping's key, a dataclass's attribute. Raises LookupError when absent."""
    if type(holder) is dict or isinstance(holder, Mapping):
        return holder[name]
    if dataclasses.is_dataclass(holder) and not isinstance(holder, type) and not name.startswith("_"):
        found = getattr(holder, name, _ABSENT)
        if found is not _ABSENT and not callable(found):
            return found
    raise LookupError(name)


def lookup(context: Mapping[str, object], path: Sequence[str]) -> object:
    """The value at a dotted name. Raises LookupError when any step is absent."""
    found: object = context
    for name in path:
        found = reach(found, name)
    return found


_ABSENT = object()
