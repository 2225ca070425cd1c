"""The outline of a document that was read, written as rows: a few flushes, however long it is."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from campaign.documents.model import Document, Section
from campaign.documents.rules.editing import SectionDraft
from campaign.documents.rules.editing.drafts import new_key
from campaign.documents.rules.plan import Node


def write_outline(session: Session, document: Document, outline: Iterable[Node]) -> None:
    """Give an empty document these sections, each with a key of its own; level by level, parents first."""
    keys: set[str] = set()
    level: list[tuple[int | None, Iterable[Node]]] = [(None, outline)]
    while level:
        rows: list[tuple[Section, Node]] = []
        for parent_id, nodes in level:
            rows += [
                (_row(document, parent_id, place, node, keys), node)
                for place, node in enumerate(nodes, start=1)
            ]
        session.add_all(row for row, _ in rows)
        session.flush()
        level = [(row.id, node.children) for row, node in rows if node.children]


def _row(document: Document, parent_id: int | None, place: int, node: Node, keys: set[str]) -> Section:
    key = new_key(SectionDraft(heading=node.heading, block=node.block), keys)
    keys.add(key)
    return Section(
        document_id=document.id, parent_id=parent_id, position=place, key=key, heading=node.heading, text=node.text,
        numbered=node.numbered, run_in=node.run_in, block=node.block, layout=node.layout,
    )  # fmt: skip
