"""Under which number of a document a sentence stands: "V.2" for the second unit's duty in section V."""

from collections.abc import Iterable, Iterator, Sequence

from campaign.reading.rules.lines import BULLET
from campaign.reading.rules.plan import Node
from campaign.reading.rules.text import squeeze

_ROUND = " .)/-–—(:"


def paths_of(nodes: Iterable[Node], sentences: Sequence[str]) -> list[str]:
    """The path of each sentence, which come in reading order mostly; "" for one that stands under no number."""
    lines = [(squeeze(line), path) for node in nodes for line, path in _lines(node, "")]
    whole = "\n".join(line for line, _ in lines)
    starts, at = [], 0
    for line, _ in lines:
        starts.append(at)
        at += len(line) + 1
    found, cursor = [], 0
    for sentence in sentences:
        wanted = squeeze(sentence.split("\n")[0])
        place = whole.find(wanted, cursor)
        place = place if place >= 0 else whole.find(wanted)
        cursor = max(cursor, place)
        found.append(lines[_line_at(starts, place)][1] if place >= 0 and lines else "")
    return found


def _line_at(starts: Sequence[int], place: int) -> int:
    low, high = 0, len(starts)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if starts[middle] <= place else (low, middle)
    return low


def _lines(node: Node, above: str) -> Iterator[tuple[str, str]]:
    number = "" if node.style.startswith(BULLET) else node.number.strip(_ROUND)
    own = number.split(".")[-1] if above and "." in number else number
    path = f"{above}.{own}" if above and own else above or own
    yield node.line, path
    for child in node.children:
        yield from _lines(child, path)
