"""Placeholders as text: where they stand in a line, what kind each is, and the marks that stand for them in the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from keyword import iskeyword

from campaign.files import phrases
from campaign.files.word_writer.faults import TemplateFault

# Noncharacters: legal in XML, found in no text; a part that holds one is refused.
MARK_OPEN, MARK_CLOSE = "\ufdd0", "\ufdd1"
NO_TEXT = "\ufdd2"
MARKS = re.compile(f"{MARK_OPEN}(\\d+){MARK_CLOSE}")

_TAG = re.compile(r"\{\{(?P<out>.*?)\}\}|\{%(?P<block>.*?)%\}|\{#(?P<note>.*?)#\}|\{[{%#]", re.DOTALL)
_BLOCKS = {"if", "elif", "else", "endif", "for", "endfor"}
_LEVEL = re.compile(r"(p|tr|tc|r)\s")
_WORDS_AROUND = 30
_LONGEST = 1000
# What Word's automatic correction and copying from the web put into code.
_TYPOGRAPHY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "\u2018": "'", "’": "'", "\u00ad": None, "\ufeff": None}
    | {chr(code): None for code in range(0x200B, 0x2010)}
)
# Names that jinja reads as constants or operators, beside Python's keywords.
_NOT_NAMES = {"true", "false", "none", "loop"}


@dataclass
class Tag:
    """One placeholder. `kind` is out, block, note (a comment) or slot (our own); `level` is "", p, tr, tc or r.

    `mode` says how a value enters: text (inside w:t), attr, rich, or the name of a slot; `extra` belongs to the mode.
    """

    kind: str
    code: str
    level: str = ""
    mode: str = "text"
    extra: tuple[object, ...] = ()
    words: str = ""
    path: tuple[str, ...] | None = field(default=None)

    @property
    def word(self) -> str:
        """The first word of a block tag: if, for, endif …"""
        return self.code.strip("-+ ").split(" ", 1)[0] if self.kind == "block" else ""

    @property
    def is_plain(self) -> bool:
        """A bare name or one of our own slots: nothing that needs an expression language."""
        return self.kind == "slot" or self.path is not None


@dataclass(frozen=True)
class Found:
    """A tag and where it stands in the text searched."""

    tag: Tag
    start: int
    end: int


def holds_tag(text: str | None) -> bool:
    """Quick test: might the text hold a placeholder?"""
    return bool(text) and "{" in str(text) and _TAG.search(str(text)) is not None


def find(text: str) -> Iterator[Found]:
    """Every placeholder of the text, in order. Raises TemplateFault for one that does not close."""
    for match in _TAG.finditer(text):
        words = around(text, match.start(), match.end())
        kind = match.lastgroup
        if kind is None:
            raise TemplateFault(phrases.NOT_CLOSED, words)
        if NO_TEXT in match[0]:
            raise TemplateFault(phrases.NOT_ONLY_TEXT, words)
        yield Found(_read(kind, match[kind], words), match.start(), match.end())


def around(text: str, start: int, end: int) -> str:
    """The words about a place, for a message."""
    cut = text[max(0, start - _WORDS_AROUND) : min(end, start + 80) + _WORDS_AROUND]
    return " ".join(cut.replace(NO_TEXT, " ").split())


def _read(kind: str, inside: str, words: str) -> Tag:
    level = _LEVEL.match(inside)
    code = re.sub(r"\s", " ", inside.translate(_TYPOGRAPHY)).strip()
    if len(code) > _LONGEST:
        raise TemplateFault(phrases.BAD_SYNTAX, words)
    tag = Tag(kind, code, words=words)
    if level and not (kind == "note" and level[1] == "r"):
        tag.level = level[1]
        tag.code = code[len(level[1]) :].strip()
    if kind == "block" and tag.word not in _BLOCKS:
        raise TemplateFault(phrases.FORBIDDEN_EXPRESSION, words)
    if kind == "out":
        if tag.level in {"p", "tr", "tc"}:
            raise TemplateFault(phrases.TAG_UNKNOWN_LEVEL, words)
        tag.mode = "rich" if tag.level == "r" else "text"
        tag.path = _dotted(tag.code)
    return tag


def _dotted(code: str) -> tuple[str, ...] | None:
    names = tuple(name.strip() for name in code.split("."))
    if not all(name.isidentifier() and not name.startswith("_") for name in names):
        return None
    if iskeyword(names[0]) or names[0] in _NOT_NAMES:
        return None
    return names


def holds_marks(xml: str) -> bool:
    """Does the text hold one of the noncharacters the engine keeps for itself?"""
    return any(each in xml for each in (MARK_OPEN, MARK_CLOSE, NO_TEXT))


def mark(index: int) -> str:
    """What stands in the tree for the tag of that number."""
    return f"{MARK_OPEN}{index}{MARK_CLOSE}"
