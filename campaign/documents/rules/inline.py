"""The markup of section texts: **bold**, *italic*, [[key]] a reference, [[^text]] a footnote; a backslash takes a sign as it is.

Every line of a text is a paragraph; "- " begins a dash item and "* " a note.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from campaign.vietnamese import quotes

Refer = Callable[[str], str]

PARAGRAPH, DASH, NOTE = "paragraph", "dash", "note"

_MARK = re.compile(
    r"\[\[\^(?P<note>.+?)\]\]"
    r"|\[\[(?P<key>[^\[\]^]+)\]\]"
    r"|\*\*(?!\*\*)(?P<bold>(?=\S).+?(?<=\S))\*\*(?!\*)"  # a row of stars is no mark within a mark within a mark
    r"|\*(?P<italic>(?=\S)[^*]+(?<=\S))\*"
)
_SPECIAL = "\\*[]"
# Escaped signs stand aside as noncharacters while marks are read: no text holds those.
_ASIDE = {sign: chr(0xFDE0 + place) for place, sign in enumerate(_SPECIAL)}
_BACK = str.maketrans({aside: sign for sign, aside in _ASIDE.items()})
_ESCAPED = re.compile(r"\\([\\*\[\]])")


@dataclass(frozen=True)
class Span:
    """A stretch of text with one look, or (`note`) a footnote mark after what stands before it."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str | None = None


def escape(text: str) -> str:
    """Text as markup that prints exactly that text."""
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("[[", "\\[[").replace("]]", "\\]]")


def lines(text: str) -> Iterator[tuple[str, str]]:
    """Kind and markup of each paragraph; empty lines are passed over."""
    for line in text.splitlines():
        if line := line.strip():
            yield (DASH if line.startswith("- ") else NOTE if line.startswith("* ") else PARAGRAPH), line


def spans(text: str, refer: Refer, *, bold: bool = False) -> tuple[Span, ...]:
    """The markup of one paragraph read, straight quotes made typographic; `refer` gives the number of a key."""
    aside = _ESCAPED.sub(lambda found: _ASIDE[found[1]], text)
    return _typographic([span for span in _read(aside, Span("", bold=bold), refer) if span.text or span.note])


def plain(text: str) -> str:
    """The words of a markup text without marks and footnotes, references as their keys in brackets."""
    return "".join(span.text for span in spans(text, bracketed))


def bracketed(key: str) -> str:
    """A reference as it is written, for keys nobody knows."""
    return f"[[{key}]]"


def _read(text: str, look: Span, refer: Refer) -> Iterator[Span]:
    start = 0
    for mark in _MARK.finditer(text):
        yield replace(look, text=text[start : mark.start()])
        start = mark.end()
        if mark["note"]:
            words = "".join(span.text for span in _read(mark["note"], Span(""), refer))
            yield Span("", note=quotes(words).translate(_BACK))
        elif mark["key"]:
            yield replace(look, text=refer(mark["key"].strip()))
        elif mark["bold"]:
            yield from _read(mark["bold"], replace(look, bold=True), refer)
        else:
            yield from _read(mark["italic"], replace(look, italic=True), refer)
    yield replace(look, text=text[start:])


def _typographic(read: list[Span]) -> tuple[Span, ...]:
    """Quotes are turned by what stands around them, whatever look the neighbours have."""
    whole = "".join(span.text for span in read)
    whole = quotes(whole) if '"' in whole else whole
    made, start = [], 0
    for span in read:
        end = start + len(span.text)
        made.append(replace(span, text=whole[start:end].translate(_BACK)))
        start = end
    return tuple(made)
