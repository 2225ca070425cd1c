"""What a section is about, told by its heading; a node inherits the topic of what it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from campaign.reading import phrases
from campaign.reading.rules.plan import Node
from campaign.reading.rules.text import plain
from campaign.reading.rules.units import is_unit

BASES, PURPOSE, PROGRAMME, DELEGATES, TIME, BUDGET, DUTIES = (
    "bases", "purpose", "programme", "delegates", "time", "budget", "duties",
)  # fmt: skip
_TOPICS = {name: re.compile(pattern) for name, pattern in phrases.TOPICS.items()}
_ORDER = (BASES, PROGRAMME, DELEGATES, TIME, BUDGET, PURPOSE, DUTIES)
_FIRST_OF_ALL = re.compile(phrases.OWN_TASKS)


@dataclass(frozen=True)
class Placed:
    """A node with the topic it stands under and the headings above it, outermost first."""

    node: Node
    topic: str
    above: tuple[Node, ...] = field(default=())


@lru_cache(maxsize=4096)  # asked for each heading by every recogniser
def topic_of(heading: str) -> str:
    """The topic of a heading; "" when it names none."""
    small = plain(heading).strip(" .:")
    if not small or is_unit(heading):
        return ""
    if len(small) <= 140 and _FIRST_OF_ALL.search(small) and not _TOPICS[PROGRAMME].search(small):
        return DUTIES
    return next((name for name in _ORDER if _TOPICS[name].search(small)), "") if len(small) <= 160 else ""


def placed(nodes: list[Node], topic: str = "", above: tuple[Node, ...] = ()) -> Iterator[Placed]:
    """Every node in reading order with its topic."""
    for node in nodes:
        own = topic_of(node.heading) if node.heading else ""
        now = own or topic
        yield Placed(node, now, above)
        yield from placed(node.children, now, (*above, node))
