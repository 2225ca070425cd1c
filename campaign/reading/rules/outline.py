"""The lines of a body as an outline, whatever its numbering: I/1/a/-, 1/1.1/a, A-D, Điều, + and *, or bold headings only."""

import re
from dataclasses import dataclass, field

from campaign.reading import phrases
from campaign.reading.rules.lines import (
    ARABIC,
    ARTICLE,
    BULLET,
    CAPITAL,
    DECIMAL,
    LETTER,
    PART,
    RANKS,
    ROMAN,
    ROUND,
    Line,
    cells_of,
    looks_like_heading,
)
from campaign.reading.rules.parts import is_issuing_line
from campaign.reading.rules.plan import Node
from campaign.reading.rules.source import Table
from campaign.reading.rules.text import is_caps, plain
from campaign.reading.rules.units import names_group, starts_with_unit

_CLOSING = re.compile(phrases.CLOSING)
_RUN_IN = re.compile(r"(?P<heading>[^:.]{2,140}:)\s+(?=\S)")
_DUE = re.compile(phrases.DUE_LINE)
_IN_BRACKETS = re.compile(phrases.IN_BRACKETS)
_LISTED = re.compile(phrases.LIST_HEADING)
_TITLE, _GROUP = 2.5, 8.5  # ranks of an unnumbered heading in capitals, and of one that only opens a list
_NUMBERED = (PART, CAPITAL, ROMAN, ARTICLE, ARABIC, DECIMAL, LETTER, ROUND)


PLAIN, TITLE, TABLE, CLOSING = "plain", "title", "table", "closing"


@dataclass
class _Builder:
    root: Node = field(default_factory=Node)
    open: list[Node] = field(default_factory=list)  # from the outermost to the innermost
    ranks: list[float] = field(default_factory=list)  # of the open ones

    @property
    def inner(self) -> Node:
        return self.open[-1] if self.open else self.root

    def close(self, depth: int) -> None:
        """Close all but the `depth` outermost nodes."""
        del self.open[depth:], self.ranks[depth:]


def build(body: list[Line]) -> list[Node]:
    """The outline of a body, top level first; joined in order it holds every line."""
    builder = _Builder()
    for place, line in enumerate(body):
        following = body[place + 1] if place + 1 < len(body) else None
        _add(builder, line, following, _rest_is_plain(body, place))
    return builder.root.children


def _rest_is_plain(body: list[Line], place: int) -> bool:
    """Whether nothing numbered follows, so that a plain paragraph may close the document."""
    return not any(line.number or line.table for line in body[place + 1 : place + 6])


def _add(builder: _Builder, line: Line, following: Line | None, last: bool) -> None:
    if line.table:
        builder.inner.children.append(Node(text=_flattened(line.table), style=TABLE, table=line.table))
    elif line.number:
        _open(builder, *_numbered(line, following))
    elif looks_like_heading(line) and not _is_decreeing(builder, line):
        caps = is_caps(line.text)
        _open(builder, Node(heading=line.text, style=f"{TITLE}{caps}"), _TITLE if caps else _GROUP)
    elif _opens_list(line, following):
        _open(builder, Node(heading=line.text, style=f"{TITLE}{False}"), _GROUP)
    elif last and _CLOSING.match(plain(line.text)) and builder.root.children:
        builder.close(0)
        builder.root.children.append(Node(text=line.text, style=CLOSING))
    else:
        _add_plain(builder, line)


def _is_decreeing(builder: _Builder, line: Line) -> bool:
    """Whether capitals are no heading: who decides, and "QUYẾT ĐỊNH:", both above the first article; or an end mark."""
    if line.text.endswith(phrases.END_MARK):
        return True
    return not builder.open and is_caps(line.text) and (line.text.endswith(":") or is_issuing_line(line.text))


def _numbered(line: Line, following: Line | None) -> tuple[Node, float]:
    """The node of a numbered line, its heading told from its text, and its rank."""
    heading, text = split_heading(line, following)
    style, rank = line.style, float(RANKS[line.style])
    if style == BULLET:
        style += line.number[:1]
    elif style == DECIMAL:
        depth = line.number.strip(".)/").count(".")
        style, rank = f"{style}{depth}", rank + depth * 0.1
    return Node(line.number, heading, text, style=style), rank


def split_heading(line: Line, following: Line | None) -> tuple[str, str]:
    """Heading and text of a numbered line: a short title, a title run in before a colon, or text alone."""
    text = line.text
    if line.style in _NUMBERED and len(text) <= 200 and _is_title(line, following):
        return text, ""
    found = _RUN_IN.match(text)
    if found and found["heading"].count("(") > found["heading"].count(")"):
        found = None  # "Treo băng rôn (chủ trì: Phòng A; phối hợp: Công an xã)"
    if found and names_group(found["heading"], text[found.end() :]):
        found = None
    if found and ";" in found["heading"] and not starts_with_unit(found["heading"]):
        found = None  # "Xây dựng kịch bản; hoàn thành: 22/5"
    if found and (line.style in _NUMBERED or line.style == BULLET) and len(found["heading"]) <= 120:
        return found["heading"], text[found.end() :]
    if text.endswith(":") and len(text) <= 120:
        return text, ""
    return "", text


def _is_title(line: Line, following: Line | None) -> bool:
    text = line.text.rstrip()
    if is_caps(text):
        return True
    run_in = _RUN_IN.match(text)
    if text.endswith((".", ";", ",", "!", "?")) or (
        run_in and not names_group(run_in["heading"], text[run_in.end() :])
    ):
        return False
    return line.bold or len(text) <= 150 or (following is not None and following.style != line.style)


def _opens_list(line: Line, following: Line | None) -> bool:
    """Whether a short plain line ("Đại biểu huyện:") is the heading of the bullets below it."""
    if following is None or not line.text or len(line.text) > 100:
        return False
    ends = line.text.endswith(":")
    return ends and (following.style == BULLET or bool(_LISTED.match(plain(line.text))))


def _open(builder: _Builder, node: Node, rank: float) -> None:
    """Put a node below the nearest open one that is further out: beside its own style, else by rank."""
    styles = [each.style for each in builder.open]
    bullet = node.style.startswith(BULLET)
    if bullet and node.number == "*" and node.heading:
        _close_bullets(builder)
    elif node.style in styles:
        builder.close(styles.index(node.style))
    elif _is_inner_capital(builder, node):
        rank = builder.ranks[0] + 0.5
    else:
        while builder.ranks and builder.ranks[-1] > rank:
            builder.close(len(builder.open) - 1)
        if bullet and builder.inner.number == "*" and not builder.inner.line.endswith(":"):
            builder.close(len(builder.open) - 1)
    builder.inner.children.append(node)
    builder.open.append(node)
    builder.ranks.append(rank)


def _is_inner_capital(builder: _Builder, node: Node) -> bool:
    """Whether "A." stands within "4." because the paper itself is numbered 1, 2, 3."""
    top = [child.style for child in builder.root.children if child.number]
    return node.style == CAPITAL and bool(builder.open) and set(top) == {ARABIC}


def _close_bullets(builder: _Builder) -> None:
    while builder.open and builder.inner.style.startswith(BULLET):
        builder.close(len(builder.open) - 1)


def _add_plain(builder: _Builder, line: Line) -> None:
    """A paragraph without number: the text of a heading just opened, else a node beside the bullets.

    A deadline, or who does it in brackets, on a line of its own belongs to the item above it.
    """
    small = plain(line.text)
    remark = _DUE.match(small) or _IN_BRACKETS.match(small)
    if remark and builder.inner.text and not builder.inner.children and len(line.text) < 200:
        builder.inner.text += f"\n{line.text}"
        return
    _close_bullets(builder)
    inner = builder.inner
    if inner is builder.root or inner.children or inner.text:
        inner.children.append(Node(text=line.text, style=PLAIN))
    else:
        inner.text = line.text


def _flattened(table: Table) -> str:
    rows = (" | ".join(cell.replace("\n", " ") for cell in row) for row in cells_of(table))
    return "\n".join(row for row in rows if row.strip(" |"))
