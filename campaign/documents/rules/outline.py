"""The outline of a document numbered (I. / 1. / a) / - or 1. / 1.1. / a) / -) and laid into lines of text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import count

from campaign.documents import phrases
from campaign.documents.rules import blocks, inline
from campaign.documents.rules.inline import Span
from campaign.documents.rules.plan import Node, Plan, Table
from campaign.errors import Problem
from campaign.glossary import Numbering
from campaign.vietnamese import letter, roman

SECTION, TITLE, SUBHEADING, CLAUSE, POINT = "section", "clause_title", "subheading", "clause", "point"
TABLE, CLOSING = "table", "closing"
_BY_LEVEL = (CLAUSE, CLAUSE, POINT, inline.DASH)
_HEADINGS = (SECTION, TITLE, SUBHEADING)


@dataclass(frozen=True)
class Numbered:
    """A node at its place: `level` counts numbered sections above it, `path` is how references name it."""

    node: Node
    level: int
    label: str
    path: str


@dataclass(frozen=True)
class Line:
    """A paragraph of the body, or (kind "table") a table; `kind` chooses its branch in the template.

    `heads`: it is the heading of what follows, though set like running text.
    """

    kind: str
    spans: tuple[Span, ...] = ()
    table: Table | None = None
    heads: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(span.text for span in self.spans)

    @property
    def keeps(self) -> bool:
        """Does it say nothing without what follows, and so never end a page?"""
        return self.heads or self.text.endswith(":")


@dataclass(frozen=True)
class Body:
    """The lines of a document and what is wrong with its sections (`Problem.field` is a section's key)."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()


def draw_body(outline: tuple[Node, ...], plan: Plan, numbering: Numbering) -> Body:
    """Blocks filled, sections numbered, references resolved, the end mark set on the last paragraph."""
    drawn, problems = blocks.expand(outline, plan)
    numbered = tuple(number(drawn, numbering))
    paths = {item.node.key: item.path for item in numbered if item.node.key and item.path}
    lines: list[Line] = []
    for item in numbered:
        lines += _lay(item, numbering, partial(_refer, paths, problems, item.node.key))
    return Body(finish(lines), tuple(problems))


def _refer(paths: dict[str, str], problems: list[Problem], at: str, key: str) -> str:
    """The number of the section called `key`; an unknown one stays as written, and is a problem of section `at`."""
    if key not in paths:
        problems.append(Problem(at, phrases.UNKNOWN_REFERENCE.format(key=key)))
    return paths.get(key, inline.bracketed(key))


def number(outline: Iterable[Node], numbering: Numbering) -> Iterator[Numbered]:
    """Every node in reading order with its number.

    A node that is not numbered, or has neither heading nor text, is no level: what stands in it counts on with
    its neighbours.
    """
    yield from _walk(outline, numbering, 0, "", count(1))


def _walk(
    nodes: Iterable[Node], numbering: Numbering, level: int, path: str, counter: "count[int]"
) -> Iterator[Numbered]:
    for node in nodes:
        if not (node.numbered and (node.heading or node.text)):
            yield Numbered(node, level, "", "")
            yield from _walk(node.children, numbering, level, path, counter)
            continue
        label, own = _number(numbering, level, path, next(counter))
        yield Numbered(node, level, label, own)
        yield from _walk(node.children, numbering, level + 1, own, count(1))


def _number(numbering: Numbering, level: int, path: str, n: int) -> tuple[str, str]:
    """The printed number of the n-th section of a level, and the path a reference prints; dashes have their parent's."""
    if level > 2:
        return ("-" if level == 3 else "+"), path
    if level == 2:
        return f"{letter(n)})", f"{path}.{letter(n)}"
    if level == 1:
        own = f"{path}.{n}"
        return (f"{n}." if numbering is Numbering.ROMAN else f"{own}."), own
    own = roman(n) if numbering is Numbering.ROMAN else str(n)
    return f"{own}.", own


def _lay(item: Numbered, numbering: Numbering, refer: inline.Refer) -> Iterator[Line]:
    """The lines of one node without its children: heading, text, table."""
    node = item.node
    texts = list(inline.lines(node.text))
    if node.heading and node.run_in and texts:
        yield _run_in(item, texts.pop(0)[1], refer)
    elif node.heading:
        words = f"{item.label} {node.heading}".strip()
        yield Line(_heading_kind(item, numbering), inline.spans(words, refer), heads=True)
    elif item.label and texts:
        yield Line(_kind(item.level), inline.spans(f"{item.label} {texts.pop(0)[1]}", refer))
    for kind, text in texts:
        shown = node.style if node.style and kind == inline.PARAGRAPH else kind
        yield Line(shown, inline.spans(text, refer))
    if node.table:
        yield Line(TABLE, table=node.table)


def _run_in(item: Numbered, text: str, refer: inline.Refer) -> Line:
    heading = item.node.heading if item.node.heading.endswith((":", ".", "?")) else f"{item.node.heading}:"
    lead = f"{item.label} {heading}".strip()
    bold = item.level < 2
    return Line(
        _kind(item.level), (*inline.spans(lead, refer, bold=bold), Span(" "), *inline.spans(text, refer))
    )


def _kind(level: int) -> str:
    return _BY_LEVEL[min(level, 3)]


def _heading_kind(item: Numbered, numbering: Numbering) -> str:
    if item.level == 0 and numbering is Numbering.ROMAN:
        return SECTION
    if not item.label:
        return SUBHEADING
    return TITLE if item.level < 2 else _kind(item.level)


def finish(lines: list[Line]) -> tuple[Line, ...]:
    """The end mark ./. once, on the last paragraph, which keeps with the signature; after a heading or table, below it."""
    cleared = [_without_mark(line) for line in lines]
    if not cleared:
        return ()
    if cleared[-1].kind == TABLE or cleared[-1].kind in _HEADINGS:
        return (*cleared, Line(CLOSING, (Span(phrases.END_MARK),)))
    return (*cleared[:-1], Line(CLOSING, _ended(cleared[-1].spans, phrases.END_MARK)))


def _without_mark(line: Line) -> Line:
    if not line.text.rstrip().endswith(phrases.END_MARK):
        return line
    return replace(line, spans=_ended(line.spans, "."))


def _ended(spans: tuple[Span, ...], end: str) -> tuple[Span, ...]:
    """The spans with their last stop replaced by `end`; footnote marks after it stay."""
    last = max((place for place, span in enumerate(spans) if span.text.strip()), default=-1)
    if last < 0:
        return (*spans, Span(end))
    words = spans[last].text.rstrip(" .;,/") + end
    return (*spans[:last], replace(spans[last], text=words), *spans[last + 1 :])
