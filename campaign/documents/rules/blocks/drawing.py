"""What every block gets, and the pieces blocks are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from campaign.documents.rules.inline import escape
from campaign.documents.rules.plan import Basis, Node, Plan, Table
from campaign.vietnamese import count


@dataclass(frozen=True)
class Drawing:
    """The plan a document draws from, and the bases it has cited so far."""

    plan: Plan
    cited: set[Basis] = field(default_factory=set)


def filled(node: Node, text: str = "", children: Sequence[Node] = (), table: Table | None = None) -> Node:
    """The node with what its block draws after its own text and before its own subsections."""
    whole = "\n".join(part for part in (node.text, text) if part)
    return replace(node, text=whole, block=None, children=(*children, *node.children), table=table)


def sentence(text: str, end: str = ".") -> str:
    """Plain text as markup, closed by one `end` whatever stop it had."""
    return escape(stopless(text)) + end


def stopless(text: str) -> str:
    """The text without the stop at its end; an ellipsis stays."""
    bare = text.strip()
    return bare if bare.endswith(("...", "…")) else bare.rstrip(" .;,")


def sentences(items: Iterable[str]) -> str:
    """Dash items, each a sentence of its own."""
    return "\n".join(f"- {sentence(item)}" for item in items)


def dashes(items: Sequence[str]) -> str:
    """Dash items of one list: each ends with a semicolon, the last with a full stop."""
    return "\n".join(
        f"- {sentence(item, '.' if place == len(items) else ';')}"
        for place, item in enumerate(items, start=1)
    )


def rows(kind: str, values: Iterable[dict[str, str]]) -> Table:
    """A table whose rows are numbered from 1 in the column "n"."""
    return Table(kind, tuple({"n": str(n), **row} for n, row in enumerate(values, start=1)))


def heads(number: int | None) -> str:
    """A headcount, two digits under 10; nothing when it is not known."""
    return "" if number is None else count(number)
