"""From a marked tree to literal XML with tags between, and the proof that every branch of it stays well formed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from campaign.files import phrases
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.parts import Piece
from campaign.files.word_writer.tags import MARKS, Tag

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ELEMENT = re.compile(r"<(/?)([^\s/>!?]+)[^>]*?(/?)>")
_TO_PREVIOUS_TEXT = re.compile(r"</w:t>((?:<[^>]*>)*)\Z")
_TO_NEXT_TEXT = re.compile(r"((?:<[^>]*>)*?)<w:t(?: [^>]*)?>")
_CONTENT = re.compile(r"<w:(?:drawing|pict|object|br|sectPr|tbl|fldChar|footnoteReference|sym)\b|<w:tab/>")
# docxtpl's way to write a brace that is not a placeholder.
_SPELLED_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


def split(xml: str, placed: list[Tag]) -> list[Piece]:
    """The XML cut at its marks, `{%- -%}` carried out. Raises TemplateFault if some branch would not nest."""
    parts = MARKS.split(xml)
    pieces: list[Piece] = []
    for number, part in enumerate(parts):
        if number % 2:
            pieces.append(placed[int(part)])
        elif part:
            pieces.append(part)
    _join_lines(pieces)
    for number, piece in enumerate(pieces):
        if isinstance(piece, str):
            for spelled, meant in _SPELLED_BRACES:
                piece = piece.replace(spelled, meant)
            pieces[number] = piece
    prove_nesting(pieces)
    return pieces


def _join_lines(pieces: list[Piece]) -> None:
    """`{%-` joins the tag to the text before it, `-%}` to the text after it, dropping the markup between."""
    for number, piece in enumerate(pieces):
        if not isinstance(piece, Tag) or piece.kind != "block":
            continue
        before = pieces[number - 1] if number else None
        if (
            piece.code.startswith("-")
            and isinstance(before, str)
            and (cut := _TO_PREVIOUS_TEXT.search(before))
        ):
            _refuse_loss(cut[1], piece)
            pieces[number - 1] = before[: cut.start()]
            piece.code = piece.code[1:].lstrip()
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if piece.code.endswith("-") and isinstance(after, str) and (cut := _TO_NEXT_TEXT.match(after)):
            _refuse_loss(cut[1], piece)
            pieces[number + 1] = after[cut.end() :]
            piece.code = piece.code[:-1].rstrip()


def _refuse_loss(markup: str, tag: Tag) -> None:
    if _CONTENT.search(markup):
        raise TemplateFault(phrases.DASH_DROPS_CONTENT, tag.words)


def prove_nesting(pieces: list[Piece]) -> None:
    """Follow the open elements through the pieces: every branch and every turn of a loop must end where it should.

    Whatever the data, the output is then well formed. Raises TemplateFault at the tag where that fails.
    """
    stack: list[str] = []
    opened: list[_Opened] = []
    literal = ""
    for piece in [*pieces, Tag("block", "")]:
        if isinstance(piece, str):
            literal += piece
        elif piece.kind == "block":
            _follow(literal, stack, opened[-1].tag.words if opened else "")
            literal = ""
            stack = _branch(piece, stack, opened)
    if opened:
        raise TemplateFault(phrases.BAD_SYNTAX, opened[-1].tag.words)
    if stack:
        raise TemplateFault(phrases.NOT_NESTED)


@dataclass
class _Opened:
    """A condition or loop not yet ended: the elements open where it began, and where each of its branches ended."""

    tag: Tag
    before: list[str]
    ends: list[list[str]] = field(default_factory=list)
    has_else: bool = False


def _branch(tag: Tag, stack: list[str], opened: list[_Opened]) -> list[str]:
    """The open elements after a block tag."""
    if tag.word in {"if", "for"}:
        opened.append(_Opened(tag, stack.copy()))
    if tag.word in {"", "if", "for"}:
        return stack
    if not opened:
        raise TemplateFault(phrases.BAD_SYNTAX, tag.words)
    innermost = opened[-1]
    innermost.ends.append(stack)
    if tag.word in {"elif", "else"}:
        innermost.has_else = innermost.has_else or tag.word == "else"
        return innermost.before.copy()
    # Without else there is one more way through: none of it. A loop may also turn any number of times.
    if innermost.tag.word == "for" or not innermost.has_else:
        innermost.ends.append(innermost.before)
    if any(end != innermost.ends[0] for end in innermost.ends):
        raise TemplateFault(phrases.NOT_NESTED, innermost.tag.words)
    opened.pop()
    return stack


def _follow(xml: str, stack: list[str], words: str) -> None:
    for closing, name, empty in _ELEMENT.findall(xml):
        if empty:
            continue
        if not closing:
            stack.append(name)
        elif not stack or stack.pop() != name:
            raise TemplateFault(phrases.NOT_NESTED, words)
