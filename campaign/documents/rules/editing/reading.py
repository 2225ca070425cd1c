"""An outline as the editor shows it: every section with its depth, its computed number and where it can go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from campaign.documents.rules import blocks, inline
from campaign.documents.rules.editing import moves
from campaign.documents.rules.outline import number
from campaign.documents.rules.plan import DocumentDraft, Plan

_EXCERPT = 140


class Placed(Protocol):
    """A section's row, as far as the outline goes."""

    @property
    def id(self) -> int: ...
    @property
    def parent_id(self) -> int | None: ...
    @property
    def key(self) -> str: ...
    @property
    def text(self) -> str: ...


SectionRow = TypeVar("SectionRow", bound=Placed)


@dataclass(frozen=True)
class Row(Generic[SectionRow]):
    """A line of the editor. `label` is the printed number, `path` how references print it ("" when they cannot)."""

    section: SectionRow
    depth: int
    label: str
    path: str
    excerpt: str
    can_up: bool
    can_down: bool
    can_outdent: bool


def rows(sections: Sequence[SectionRow], document: DocumentDraft, plan: Plan) -> list[Row[SectionRow]]:
    """The sections in reading order, numbered as the paper numbers them (blocks drawn from the plan)."""
    drawn, _ = blocks.expand(document.outline, plan)
    numbered = {item.node.key: item for item in number(drawn, document.numbering) if item.node.key}

    def refer(key: str) -> str:
        return numbered[key].path if key in numbered else inline.bracketed(key)

    by_id = {section.id: section for section in sections}
    tree = moves.tree_of((section.id, section.parent_id) for section in sections)
    made = []
    for key, depth in moves.walk(tree):
        section = by_id[key]
        siblings = tree[section.parent_id]
        place = numbered[section.key]
        row = Row(
            section, depth, place.label, place.path if place.label else "", _excerpt(section.text, refer),
            can_up=siblings[0] != key, can_down=siblings[-1] != key, can_outdent=section.parent_id is not None,
        )  # fmt: skip
        made.append(row)
    return made


def end_of(rows: Sequence[Row[SectionRow]], section_id: int) -> int:
    """Where the section with all under it ends: the place of the row after it."""
    start = next(place for place, row in enumerate(rows) if row.section.id == section_id)
    below = (place for place, row in enumerate(rows) if place > start and row.depth <= rows[start].depth)
    return next(below, len(rows))


def _excerpt(text: str, refer: inline.Refer) -> str:
    spans = (
        span for _, line in inline.lines(text) for span in (*inline.spans(line, refer), inline.Span(" "))
    )
    words = " ".join("".join(span.text for span in spans).split())
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + "…"
