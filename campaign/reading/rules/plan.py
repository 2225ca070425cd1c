"""What is understood of a document: the neutral face of a read plan, and its JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from campaign.reading.rules.source import Table


@dataclass
class Node:
    """A piece of the outline: its number as printed ("I.", "a)", "-"), heading, text (lines) and what stands below.

    `style` is the style of the number or "plain"/"title"; `table` is set when the node is one (`text` has its rows).
    """

    number: str = ""
    heading: str = ""
    text: str = ""
    children: list[Node] = field(default_factory=list)
    style: str = ""
    table: Table | None = None

    def walk(self) -> Iterator[Node]:
        """The node and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def line(self) -> str:
        """Heading and text as one line."""
        return " ".join(part for part in (self.heading, self.text.replace("\n", " ")) if part)


@dataclass(frozen=True)
class Step:
    """One item of a programme; `time` as "07:30", "" when not given."""

    text: str
    time: str = ""


@dataclass(frozen=True)
class DelegateGroup:
    """Delegates under one heading."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Duty:
    """Who has to do what: `lead` false when only helping; `due` an ISO date or words; `source` the sentence it came from."""

    unit: str
    text: str
    lead: bool = True
    coordinating: tuple[str, ...] = ()
    due: str = ""
    source: str = ""


@dataclass(frozen=True)
class Recipient:
    """One line of Nơi nhận with the note in brackets ("b/c")."""

    name: str
    note: str = ""


@dataclass(frozen=True)
class Signer:
    """Who signs: authority ("KT. CHỦ TỊCH"), position, name; any may be ""."""

    authority: str = ""
    position: str = ""
    name: str = ""

    def __bool__(self) -> bool:
        return bool(self.authority or self.position or self.name)


@dataclass(frozen=True)
class Doubt:
    """What the reader is unsure of: a field of the plan, the words of the source, why in a sentence."""

    where: str
    what: str
    why: str


@dataclass
class ReadPlan:
    """All that was recognised in one document. Empty values were not there. Dates are ISO, only their known part."""

    kind: str = ""
    issuer: str = ""
    number: str = ""
    place: str = ""
    date: str = ""
    title: str = ""
    legal_bases: list[str] = field(default_factory=list)
    addressees: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    event_start: str = ""
    venue: str = ""
    programme: list[Step] = field(default_factory=list)
    delegate_groups: list[DelegateGroup] = field(default_factory=list)
    tasks: list[Duty] = field(default_factory=list)
    recipients: list[Recipient] = field(default_factory=list)
    signer: Signer = field(default_factory=Signer)
    tthc_codes: list[str] = field(default_factory=list)
    recurring_days: list[str] = field(default_factory=list)
    period_start: str = ""
    period_end: str = ""
    outline: list[Node] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def as_json(plan: ReadPlan) -> dict[str, Any]:
    """The plan as plain JSON values, without keys that are empty."""
    record = {item.name: _plain(getattr(plan, item.name)) for item in fields(plan) if item.name != "outline"}
    record["outline"] = [_node(node, 1) for node in plan.outline]
    return {key: value for key, value in record.items() if value not in ("", [], {}, None)}


def _node(node: Node, level: int) -> dict[str, Any]:
    return {
        "level": level,
        "number": node.number,
        "heading": node.heading,
        "text": node.text,
        "children": [_node(child, level + 1) for child in node.children],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        record = {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
        record.pop("source", None)
        keep = {"unit", "text", "lead", "coordinating"}
        return {key: item for key, item in record.items() if item != "" or key in keep}
    return value
