"""When a model is applied: the days that come again, the period of a trial, the procedures it covers."""

import re

from campaign.reading import phrases
from campaign.reading.rules import task_labels
from campaign.reading.rules.dates import codes_in, period_in, recurring_in
from campaign.reading.rules.plan import Node
from campaign.reading.rules.text import plain
from campaign.reading.rules.topics import PURPOSE, placed
from campaign.vietnamese import fold

_WORDS = re.compile(phrases.PERIOD_WORDS)
_LABEL = re.compile(rf"^\W*(?:{phrases.LABEL_TIME})")
_ALONE = re.compile(phrases.PERIOD_ALONE)
_PAST = re.compile(phrases.PERIOD_PAST)


def read_recurring(nodes: list[Node]) -> list[str]:
    """The recurring days in order, each once."""
    found = [days for node in _all(nodes) for days in recurring_in(node.line)]
    return list({fold(days): days for days in reversed(found)}.values())[::-1]


def read_codes(nodes: list[Node]) -> list[str]:
    """The procedure codes in order, each once."""
    return list(dict.fromkeys(code for node in _all(nodes) for code in codes_in(node.line)))


def read_period(nodes: list[Node], year: int | None, title: str = "") -> tuple[str, str]:
    """Start and end of the period a model or plan is applied; what a label says goes before what a sentence says.

    The title tells it where the text does not, and so does a recurring day that is kept from a day on.
    """
    best, period = 0, period_in(title, year)
    for each in task_labels.outside_groups(placed(nodes)):
        small = plain(each.node.line)
        if _PAST.search(small):
            continue
        found = period_in(each.node.line, year)
        alone = bool(found[1] and _ALONE.match(small))
        if not (alone or _WORDS.search(small) or recurring_in(each.node.line)):
            continue
        score = 1 + 3 * bool(_LABEL.match(small)) + bool(found[1]) - (each.topic == PURPOSE)
        if found[0] and score > best:
            best, period = score, found
    return period


def _all(nodes: list[Node]) -> list[Node]:
    return [inner for node in nodes for inner in node.walk()]
