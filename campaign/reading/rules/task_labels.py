"""Sections that say who, with whom and when under labels: "Cơ quan chủ trì: …", "Thời gian thực hiện: …"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from campaign.reading import phrases
from campaign.reading.rules.dates import due_in_words
from campaign.reading.rules.plan import Node
from campaign.reading.rules.text import plain, squeeze
from campaign.reading.rules.topics import Placed
from campaign.reading.rules.units import shared, split_units, starts_with_unit

_KINDS = {
    "lead": re.compile(rf"^\W*(?:{phrases.LABEL_LEAD}){phrases.LABEL_ENDS}"),
    "helpers": re.compile(rf"^\W*(?:{phrases.LABEL_WITH}){phrases.LABEL_ENDS}"),
    "due": re.compile(rf"^\W*(?:(?:{phrases.LABEL_DUE}){phrases.LABEL_ENDS}|{phrases.LABEL_DUE_ALONE})"),
    "content": re.compile(rf"^\W*(?:{phrases.LABEL_CONTENT}){phrases.LABEL_ENDS}"),
    "other": re.compile(rf"^\W*(?:{phrases.LABEL_OTHER}){phrases.LABEL_ENDS}"),
}
_NEXT_LABEL = re.compile(
    rf"(?:[;.|,(]\s*|\n)[-+*•]?\s*(?=(?:{phrases.LABEL_LEAD}|{phrases.LABEL_WITH}|{phrases.LABEL_DUE}|{phrases.LABEL_OTHER})\s*:|{phrases.LABEL_DUE_ALONE})"
)


@dataclass
class Labels:
    """What the labels of one section say."""

    leads: list[str] = field(default_factory=list)
    helpers: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    time: str = ""

    def due(self, year: int | None) -> str:
        """The deadline, ISO or in words."""
        return due_in_words(self.time, year) if self.time else ""


def read_group(node: Node) -> Labels | None:
    """The labels among a node's children; None when no label names a unit that leads or helps."""
    labels = Labels()
    children = [piece for child in node.children for piece in _pieces(child)] or _inline(node)
    plain_items = [child for child in children if not _kind(child)]
    for child in children:
        _read(child, labels)
    if not (labels.leads or labels.helpers):
        return None
    if not labels.contents:
        labels.contents = [text for item in plain_items for text in _leaves(item)]
    return labels


def _pieces(node: Node) -> list[Node]:
    """The labels of one line apart: "Đơn vị chủ trì: A; Đơn vị phối hợp: B; Thời gian: C"."""
    if node.children or not _kind(node):
        return [node]
    line = node.line
    cuts = [cut for cut in _NEXT_LABEL.finditer(plain(line)) if cut.start() > 0]
    if not cuts:
        return [node]
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(line)]
    return [Node(text=_bare(line[start:end])) for start, end in zip(starts, ends, strict=True)]


def _inline(node: Node) -> list[Node]:
    """A paragraph that ends in labels: "Rà soát quy trình. Cơ quan chủ trì: Sở A. Thời gian: Quý II"; else []."""
    cuts = [cut for cut in _NEXT_LABEL.finditer(plain(node.text)) if cut.start() > 0]
    bounds = [(0, 0), *(cut.span() for cut in cuts), (len(node.text), 0)]
    return (
        [Node(text=_bare(node.text[start:end])) for (_, start), (end, _) in pairwise(bounds)] if cuts else []
    )


def _bare(piece: str) -> str:
    """A piece of a line without the stop or the bracket that closed it."""
    bare = piece.strip(" ;.")
    return bare.rstrip(" ;.)") if bare.count(")") > bare.count("(") else bare


def is_label(node: Node) -> bool:
    """Whether a line says who, with whom, when or what under a label."""
    return bool(_kind(node))


def outside_groups(found: Iterable[Placed]) -> Iterator[Placed]:
    """The nodes whose time is not that of one task: those not standing beside a label that names its units."""
    known: dict[int, bool] = {}
    for each in found:
        parent = each.above[-1] if each.above else None
        if parent is not None and id(parent) not in known:
            known[id(parent)] = read_group(parent) is not None
        if parent is None or not known[id(parent)]:
            yield each


def _kind(node: Node) -> str:
    small = plain(node.heading or node.text)
    return next((kind for kind, pattern in _KINDS.items() if pattern.match(small)), "")


def _read(node: Node, labels: Labels) -> None:
    kind = _kind(node)
    if kind == "lead":
        inner = [child for child in node.children if _kind(child) in ("lead", "helpers")]
        for child in inner:
            _read(child, labels)
        if not inner:
            leads, helpers = shared(_value(node)) if not node.children else ("", "")
            labels.leads += _listed(leads) if leads else _units(node)
            labels.helpers += _listed(helpers) if helpers else []
    elif kind == "helpers":
        labels.helpers += _units(node)
    elif kind == "due":
        labels.time = labels.time or squeeze(
            " ".join([_value(node) or node.text, *(child.line for child in node.children)])
        )
    elif kind == "content":
        value = _value(node)
        labels.contents += [value] if value and not value.endswith(":") else []
        labels.contents += [text for child in node.children for text in _leaves(child)]


def _value(node: Node) -> str:
    """What stands behind the label on its line."""
    if node.heading:
        return node.text
    found = re.match(r"[^:]*:\s*", node.text)
    return node.text[found.end() :] if found else ""


def _units(node: Node) -> list[str]:
    texts = [_value(node), *(each.line for child in node.children for each in child.walk())]
    named = [name for text in texts if text for name in _listed(text)]
    return list(dict.fromkeys(named))


def _listed(text: str) -> list[str]:
    if text.startswith("("):
        return []
    return [name for name in split_units(text) if starts_with_unit(name)] or (
        [squeeze(text).strip(" .;")] if len(text) < 80 else []
    )


def _leaves(node: Node) -> list[str]:
    """The item itself, or what stands in it when it only introduces a list."""
    line = node.line
    if node.children and (not line or line.rstrip().endswith(":")):
        return [text for child in node.children for text in _leaves(child)]
    return [line] if line else []
