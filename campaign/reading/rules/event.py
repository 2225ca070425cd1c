"""The event a paper is about: when, where, its programme, and who is invited."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from campaign.reading import phrases
from campaign.reading.rules import task_labels, task_tables
from campaign.reading.rules.dates import clock_at_start, dues_in, moment_in, period_in, recurring_in
from campaign.reading.rules.plan import DelegateGroup, Node, Step
from campaign.reading.rules.text import plain, sentences, squeeze, words
from campaign.reading.rules.topics import DELEGATES, PROGRAMME, TIME, Placed, placed, topic_of
from campaign.vietnamese import capitalise_first

_TIME = re.compile(rf"^\W*(?:{phrases.LABEL_TIME}){phrases.LABEL_ENDS}\s*")
_PLACE = re.compile(rf"^\W*(?:{phrases.LABEL_PLACE}){phrases.LABEL_ENDS}\s*")
_OF_EVENT = re.compile(phrases.OF_EVENT)
_NOT_OF_EVENT = re.compile(phrases.NOT_OF_EVENT)
_EVENT_HEADING, _REHEARSAL = re.compile(phrases.EVENT_HEADING), re.compile(phrases.REHEARSAL)
_SENTENCE = re.compile(phrases.EVENT_SENTENCE)
_AT_PLACE = re.compile(phrases.AT_PLACE)
_NOT_MEMBERS = re.compile(phrases.NOT_MEMBERS)
_COUNT, _INTRODUCED = re.compile(phrases.HEADCOUNT), re.compile(phrases.INTRODUCED)
_BULLETS = re.compile(r"\n|;\s*")

_NAMED = 3  # words shared with the title: it is the event the paper is about


@dataclass
class Event:
    """Start (ISO, local) and venue; "" when not told."""

    start: str = ""
    venue: str = ""


def read_event(nodes: list[Node], year: int | None, title: str = "") -> Event:
    """The most likely moment and place of the event the title names, from labels first, from a sentence else."""
    everywhere = list(placed(nodes))
    outside = list(task_labels.outside_groups(everywhere))
    event = _best(outside, year, title)
    inside = [each for each in everywhere if _in_event(each)]
    return event if event.start or event.venue else _best(inside, year, title)


def _best(found: list[Placed], year: int | None, title: str) -> Event:
    best, event = 0, Event()
    venue = ""
    beside: tuple[Node, ...] = ()
    named = Counter(words(title))
    for each in found:
        score, start, place = _of_node(each, year)
        around = " ".join(each_heading.heading for each_heading in (*each.above[-1:], each.node))
        shared = sum((named & Counter(words(around))).values())
        if score and score + (shared >= _NAMED) > best:
            best, event, beside = score + (shared >= _NAMED), Event(start, place), each.above
        if label := _venue(each):
            venue = label if not venue or (each.above == beside and not event.venue) else venue
    event.venue = venue or event.venue
    return event


def _in_event(each: Placed) -> bool:
    """Whether a node stands under a heading that is an event itself: "1. Lễ phát động"."""
    return bool(each.above) and bool(_EVENT_HEADING.search(plain(each.above[-1].line)))


def _of_node(each: Placed, year: int | None) -> tuple[int, str, str]:
    """How much a node looks like the event's time (0: not), the moment and the place it names."""
    node = each.node
    label, value = _labelled(node, _TIME)
    if not label and node.text and _EVENT_HEADING.search(plain(node.heading)):
        label, value = node.heading, node.text
    if label:
        text = value or " ".join(
            child.line for child in node.children[:2] if not _PLACE.match(plain(child.line))
        )
        around = plain(" ".join([label, *(above.heading for above in each.above[-1:])]))
    else:
        text = next((sentence for sentence in sentences(node.text) if _tells_event(sentence, year)), "")
        text = text or ("" if node.text else node.heading)
        around = plain(text)
    start = moment_in(text, year)
    if not start:
        return 0, "", ""
    if recurring_in(text) or ("T" not in start and all(period_in(text, year))):
        return 0, "", ""  # days of service or a period, no event
    score = 2 * bool(label) + 4 * ("T" in start) + 2 * bool(_OF_EVENT.search(around))
    if _REHEARSAL.match(plain(node.line)):
        score -= 3
    if "T" not in start and (not label or _NOT_OF_EVENT.search(plain(f"{label} {text}"))):
        return 0, "", ""
    if not label and "T" not in start:
        return 0, "", ""
    found = _AT_PLACE.search(plain(text))
    return score, start, _clean(text[found.start("venue") : found.end("venue")]) if found else ""


def _tells_event(sentence: str, year: int | None) -> bool:
    """Whether a sentence says when the event is: "… diễn ra lúc …", or names one with a time that is no deadline."""
    small = plain(sentence)
    if _SENTENCE.search(small):
        return True
    timed = "T" in moment_in(sentence, year) and not any(True for _ in dues_in(sentence, year))
    return timed and bool(_EVENT_HEADING.search(small))


def _labelled(node: Node, pattern: re.Pattern[str]) -> tuple[str, str]:
    """Label and value of a node such as "Thời gian tổ chức: …"; ("", "") when it has no such label."""
    line = node.line
    found = pattern.match(plain(node.heading)) if node.heading else pattern.match(plain(line))
    if not found or len(found[0]) > 120:
        return "", ""
    return line[: found.end()], (node.text if node.heading else line[found.end() :])


def _venue(each: Placed) -> str:
    node = each.node
    label, value = _labelled(node, _PLACE)
    if not label:
        return ""
    if not value and node.children:
        value = node.children[0].line
    return "" if moment_in(value) and not _AT_PLACE.search(plain(value)) else _clean(value)


def _clean(text: str) -> str:
    bare = squeeze(text).strip(" .;,")
    bare = re.sub(phrases.AT, "", bare)
    return capitalise_first(bare.removesuffix(phrases.END_MARK).strip(" .;,"))


def read_programme(nodes: list[Node]) -> list[Step]:
    """The steps of the event: from the section called programme, a table with times, or a list that begins with times."""
    for each in placed(nodes):
        if _of_programme(each.node):
            steps = list(_steps(each.node.children))
            steps = steps or [step for line in _BULLETS.split(each.node.text) if (step := _step(line))]
            if steps:
                return steps
    for each in placed(nodes):
        timed = [step for child in each.node.children if (step := _step(child.line)) and step.time]
        if len(timed) >= 3:
            return timed
        if (
            each.node.table
            and len(timed := [step for step in task_tables.steps(each.node.table) if step.time]) >= 3
        ):
            return timed
    return []


def _of_programme(node: Node) -> bool:
    """Whether a section is the programme; one that has time, place and programme in it leaves that to its part."""
    if topic_of(node.heading) != PROGRAMME:
        return False
    topics = {topic_of(child.heading) for child in node.children}
    return not (PROGRAMME in topics and topics & {DELEGATES, TIME})


def _steps(nodes: list[Node]) -> Iterator[Step]:
    for node in nodes:
        if node.table:
            yield from task_tables.steps(node.table)
        elif node.children and (not node.text or node.text.endswith(":")):
            time, rest = clock_at_start(node.heading or node.text)
            if time and len(rest) > 3:
                yield Step(rest.strip(" ;.:"), time)
            yield from _steps(node.children)
        elif step := _step(node.line):
            yield step


def _step(line: str) -> Step | None:
    time, rest = clock_at_start(line)
    text = squeeze(rest).removesuffix(phrases.END_MARK).strip(" ;.:-–")
    if not text or _NOT_MEMBERS.match(plain(text)):
        return None
    return Step(capitalise_first(text), time)


def read_delegates(nodes: list[Node]) -> list[DelegateGroup]:
    """The groups of delegates: sub-headings with their members, or one group named by the section."""
    groups: list[DelegateGroup] = []
    for each in placed(nodes):
        if _of_delegates(each.node) and not any(_of_delegates(above) for above in each.above):
            groups += _groups(each.node)
    return groups


def _of_delegates(node: Node) -> bool:
    """Whether a section lists delegates; "Thời gian, địa điểm, thành phần" leaves that to what stands in it."""
    if topic_of(node.heading) != DELEGATES:
        return False
    mixed = any(_NOT_MEMBERS.match(plain(child.line)) for child in node.children)
    return not (mixed and any(topic_of(child.heading) == DELEGATES for child in node.children))


def _groups(node: Node) -> list[DelegateGroup]:
    own: list[str] = _members(node.text)
    groups: list[DelegateGroup] = []
    for child in node.children:
        if _NOT_MEMBERS.match(plain(child.line)):
            continue
        if child.children and all(below.heading and below.text for below in child.children):
            groups += _groups(child)
        elif child.children or (child.heading and child.text and not _COUNT.match(plain(child.text))):
            name, first = (child.heading, child.text) if child.heading else (child.line, "")
            inner = [
                member for below in child.children for leaf in below.walk() for member in _members(leaf.line)
            ]
            groups.append(DelegateGroup(_named(name), (*_members(first), *inner)))
        else:
            own += _members(child.line)
    whole = [DelegateGroup(_named(node.heading), tuple(own))] if own else []
    return [*whole, *groups]


def _named(heading: str) -> str:
    return squeeze(heading).strip(" .:;")


def _members(text: str) -> list[str]:
    parts = (squeeze(part) for part in _BULLETS.split(text) if not _INTRODUCED.search(plain(part)))
    return [member for part in parts if (member := part.strip(" .;,:-–+*"))]
