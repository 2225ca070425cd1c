"""The markup of section texts: **bold**, *italic*, [[key]] a reference, [[^text]] a footnote; a backslash takes a sign as it is.

Every line of a text is a paragraph; "- " begins a dash item and "* " a note.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from campaign.vietnamese import quotes

Refer = Callable[[str], str]

PARAGRAPH, DASH, NOTE = "paragraph", "dash", "note"

# Where a mark may begin; references and italics are read whole, for nothing of their kind can stand inside them.
_OPENING = re.compile(
    r"(?P<note>\[\[\^)(?!\n)"
    r"|\[\[(?P<key>[^\[\]^]+)\]\]"
    r"|(?P<bold>\*\*)(?!\*\*)(?=\S)"
    r"|\*(?P<italic>(?=\S)[^*]+(?<=\S))\*"
)
# Where one that began may end; a line's end comes first where it does not.
_CLOSING = {"note": re.compile(r"\]\]|\n"), "bold": re.compile(r"(?<=\S)\*\*(?!\*)|\n")}
_SPECIAL = "\\*[]"
# Escaped signs stand aside as noncharacters while marks are read: no text holds those.
_ASIDE = {sign: chr(0xFDE0 + place) for place, sign in enumerate(_SPECIAL)}
_BACK = str.maketrans({aside: sign for sign, aside in _ASIDE.items()})
_TO_ESCAPE = re.compile(r"[\\*]|\[(?=\[)|\](?=\]|\Z)")
_ESCAPED = re.compile(r"\\([\\*\[\]])")


@dataclass(frozen=True)
class Span:
    """A stretch of text with one look, or (`note`) a footnote mark after what stands before it."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str | None = None


def escape(text: str) -> str:
    """Text as markup that prints exactly that text, in a mark too."""
    return _TO_ESCAPE.sub(r"\\\g<0>", text)


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


def _read(text: str, look: Span, refer: Refer, within: frozenset[str] = frozenset()) -> Iterator[Span]:
    start = 0
    for kind, inner, begin, end in _marks(text, within):
        yield replace(look, text=text[start:begin])
        start = end
        if kind == "key":
            yield replace(look, text=refer(inner.strip()))
        elif kind == "note":
            words = "".join(span.text for span in _read(inner, Span(""), refer, within | {kind}))
            yield Span("", note=quotes(words.translate(_BACK)))
        else:
            deeper = replace(look, bold=True) if kind == "bold" else replace(look, italic=True)
            yield from _read(inner, deeper, refer, within | {kind})
    yield replace(look, text=text[start:])


def _marks(text: str, within: frozenset[str]) -> Iterator[tuple[str, str, int, int]]:
    """Kind, inside, begin and end of each mark, of kinds none of which it stands `within`.

    Where a kind ends next is kept until that place is passed: no letter is searched for every mark left open before it.
    """
    closing, at = dict.fromkeys(_CLOSING, -1), 0
    while opening := _OPENING.search(text, at):
        kind, begin, inside = str(opening.lastgroup), opening.start(), opening.end()
        if kind in within:
            at = inside
            continue
        if kind not in _CLOSING:
            at = opening.end()
            yield kind, opening[kind], begin, at
            continue
        if closing[kind] <= inside:
            found = _CLOSING[kind].search(text, inside + 1)
            closing[kind] = found.start() if found else len(text)
        end = closing[kind]
        at = begin + 1
        if text[end : end + 1] not in {"", "\n"}:
            at = end + 2
            yield kind, text[inside:end], begin, at


def _typographic(read: list[Span]) -> tuple[Span, ...]:
    """Quotes are turned by what stands around them, whatever look the neighbours have."""
    whole = quotes("".join(span.text for span in read).translate(_BACK))
    made, start = [], 0
    for span in read:
        end = start + len(span.text)
        made.append(replace(span, text=whole[start:end]))
        start = end
    return tuple(made)
