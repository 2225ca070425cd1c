"""Who has to do what: units as headings, tasks below them; labels, tables and sentences beside."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import dropwhile

from campaign.reading import phrases
from campaign.reading.rules import task_labels, task_tables
from campaign.reading.rules.dates import due_of
from campaign.reading.rules.outline import CLOSING, PLAIN
from campaign.reading.rules.plan import Duty, Node
from campaign.reading.rules.text import plain, sentences
from campaign.reading.rules.told import (
    VERB_FIRST,
    Reader,
    clauses,
    duty_of,
    introduces,
    is_boilerplate,
    is_order,
    is_single_word,
    of_sentence,
    one,
    says_nothing_new,
    subject,
    tells_other,
)
from campaign.reading.rules.topics import BASES, BUDGET, DELEGATES, DUTIES, PROGRAMME, PURPOSE, TIME, topic_of
from campaign.reading.rules.units import (
    could_be_unit,
    is_given,
    is_unit,
    shared,
    split_subject,
    split_units,
    split_unknown,
    starts_with_unit,
    unit_of,
)

_NO_TASKS = {BASES, PURPOSE, DELEGATES, PROGRAMME, TIME}
_ORDERS = {
    DELEGATES,
    TIME,
}  # where somebody may be told something by the way: "Giao UBND xã chuẩn bị địa điểm"
_OWN_TASKS = re.compile(phrases.OWN_TASKS)
_LEAD_IN = re.compile(phrases.LEAD_IN)
_DUE_BEHIND = re.compile(phrases.DUE_BEHIND)
_MEMBERSHIP = re.compile(phrases.MEMBERSHIP)


def read_tasks(nodes: list[Node], reader: Reader) -> list[Duty]:
    """The duties of an outline in reading order."""
    found: list[Duty] = []
    told = ""  # by the sentence that introduces a list: "Giám đốc yêu cầu các phòng:"
    ordering = False  # a paragraph told somebody: those after it do, too
    for node in nodes:
        if node.style == PLAIN:
            own = _of_paragraph(node.text, reader, ordering=ordering)
            found, ordering = [*found, *own], ordering or bool(own)
            told = _introduced(node.text) or told
        else:
            own = _of_node(node, reader, topic_of(node.heading))
            found += own or (_of_list_item(node, told, reader) if told else [])
    return found


def _introduced(text: str) -> str:
    """Who is told by a sentence that only introduces a list: "… yêu cầu các phòng, đơn vị thực hiện:" ("" without)."""
    if not text.rstrip().endswith(":"):
        return ""
    last = text.rsplit(". ", 1)[-1]
    cuts = list(_LEAD_IN.finditer(plain(last)))
    rest = last[cuts[-1].end() :].rstrip(": ") if cuts else ""
    unit = rest if is_unit(rest) else split_subject(rest)[0]
    return unit_of(unit) if unit and not is_single_word(unit) else ""


def _of_list_item(node: Node, unit: str, reader: Reader) -> list[Duty]:
    """The duties of an item without a unit, which those told above the list have to do."""
    if not node.number or is_given(node.line) or topic_of(node.heading) in _NO_TASKS:
        return []
    if node.heading:
        listed = [child for child in node.children if VERB_FIRST.match(plain(child.line))]
        return [duty for child in listed for duty in _of_item(child, unit, reader)]
    return list(_of_unit(node, unit, reader)) if VERB_FIRST.match(plain(node.text)) else []


def _of_paragraph(text: str, reader: Reader, *, ordering: bool) -> list[Duty]:
    """The duties of an opening or closing paragraph: from the first one that is really told to somebody on."""
    duties = [
        duty
        for duty in of_sentence(text, reader)
        if not (duty.text.endswith(":") or says_nothing_new(duty))  # introduces what follows, or adds nothing
    ]
    return list(dropwhile(lambda duty: not _is_told(text, duty, reader, ordering), duties))


def _is_told(text: str, duty: Duty, reader: Reader, ordering: bool) -> bool:
    """Whether a paragraph tells somebody: after Giao …, because he has to, or among orders; not the issuer of itself."""
    unit = plain(duty.unit)
    if ordering and plain(text).startswith(unit) and unit not in plain(reader.issuer):
        return True
    pattern = rf"(?:^|\s){phrases.GIVEN_TO}{re.escape(unit)}|{re.escape(unit)}{phrases.MUST}"
    return bool(re.search(pattern, plain(text)))


def _of_node(node: Node, reader: Reader, topic: str) -> list[Duty]:
    if node.table:
        return task_tables.duties(node.table, reader.year)
    if node.style == CLOSING:
        told = (duty for duty in of_sentence(node.text, reader) if not says_nothing_new(duty))
        return [duty for duty in told if duty.due or not is_boilerplate(duty.text)]
    if is_unit(node.heading):
        return list(_of_unit(node, unit_of(node.heading), reader))
    if labelled := task_labels.read_group(node):
        return _of_labels(node, labelled, reader)
    if topic in _NO_TASKS:
        orders = [each.line for each in node.walk() if is_order(each.line)] if topic in _ORDERS else []
        return [duty for line in orders for duty in of_sentence(line, reader)]
    return _of_section(node, reader, topic)


def _of_section(node: Node, reader: Reader, topic: str) -> list[Duty]:
    """A node that is no unit: its own sentence may give a task; what stands in it is read on."""
    if assigned := _of_assignment(node, reader, topic):
        return [assigned]
    line = node.text or node.heading
    if node.children and introduces(line):
        unit, duty = subject(line)
        if unit and (topic != BUDGET or is_given(line)):
            return list(_under(duty, _of_unit(Node(children=node.children), unit, reader)))
    told = of_sentence(line, reader) if line else ()
    listed = bool(node.number)
    return [duty for duty in told if not says_nothing_new(duty, listed=listed)] + _of_list(
        node, reader, topic
    )


def _of_assignment(node: Node, reader: Reader, topic: str) -> Duty | None:
    """The duty of "Đón tiếp đại biểu: Văn phòng chủ trì, Đoàn xã phối hợp": what before the colon, who behind it."""
    what = node.heading.rstrip(": ")
    if node.children or not (what and node.text) or not could_be_unit(what) or task_labels.is_label(node):
        return None
    if not (VERB_FIRST.match(plain(what)) or (topic == DUTIES and not re.search(r"[\d(]", what))):
        return None  # "Khu vực 1: Công an, thôn Đông" says where
    leads, helpers = map(split_units, shared(_DUE_BEHIND.split(node.text)[0]))
    if not leads or not all(map(is_unit, (*leads, *helpers))):
        return None
    duty = duty_of("; ".join(leads), what, reader)
    return replace(duty, coordinating=tuple(helpers), due=due_of(node.text, reader.year), source=node.line)


def _under(line: str, duties: Iterable[Duty]) -> Iterator[Duty]:
    """The duties below a line such as "chủ trì, phối hợp với Công an xã:", each shared with those it names."""
    shared = duty_of("", line, Reader())
    for duty in duties:
        helped = shared.coordinating and not duty.coordinating
        yield (
            replace(duty, coordinating=shared.coordinating, lead=shared.lead and duty.lead)
            if helped
            else duty
        )


def _of_list(node: Node, reader: Reader, topic: str) -> list[Duty]:
    """What stands in a section; in a list of the office's own tasks, items without a unit are the issuer's."""
    own = topic == DUTIES and bool(_OWN_TASKS.search(plain(node.heading)))
    of_units = own and any(is_unit(child.heading) for child in node.children)
    read: list[tuple[Node, list[Duty]]] = []
    for child in node.children:
        found = (
            _of_unknown(child, reader, among_units=True) if of_units and not is_unit(child.heading) else []
        )
        read.append((child, found or _of_node(child, reader, topic_of(child.heading) or topic)))
    shared = any(found for _, found in read)
    first = Node(text=node.text) if own and shared and node.heading and node.text else Node()
    duties: list[Duty] = [] if subject(first.text)[0] else _of_unnamed(first, reader)
    for child, found in read:
        if own and not found:
            found = _of_unknown(child, reader, among_units=shared) or (
                _of_unnamed(child, reader) if shared else []
            )
        duties += found
    return duties


def _of_unknown(node: Node, reader: Reader, *, among_units: bool) -> list[Duty]:
    """The duties under a heading that stands where units stand: whoever it names, what is below begins with a verb.

    Among known units a small letter after the colon is enough: "Địa chính: kẻ vạch vỉa hè".
    """
    first = node.text or (node.children[0].line if node.children else "")
    if not first or topic_of(node.heading) or not could_be_unit(node.heading):
        return []
    small = among_units and first[:1].islower()
    if VERB_FIRST.match(plain(node.heading)) or not (small or VERB_FIRST.match(plain(first))):
        return []
    return list(_of_unit(node, unit_of(node.heading), reader))


def _of_unnamed(node: Node, reader: Reader) -> list[Duty]:
    """The duty of a sentence among those about units: the issuer's without a subject, else that of whoever it names."""
    if node.children or node.heading or node.style == CLOSING or is_given(node.line):
        return []
    if VERB_FIRST.match(plain(node.line)):
        return [duty_of(reader.issuer, node.text, reader)]
    unit, duty = split_unknown(node.text)
    return list(one(unit, duty, reader)) if unit else []


def _of_labels(node: Node, labels: task_labels.Labels, reader: Reader) -> list[Duty]:
    """The duties of a section whose unit, partners and time stand under labels."""
    found = []
    for text in labels.contents or ([node.line] if node.line else []):
        duty = duty_of("; ".join(labels.leads) or "; ".join(labels.helpers), text, reader)
        partners = tuple(labels.helpers) if labels.leads else ()
        found.append(
            replace(
                duty,
                lead=bool(labels.leads),
                coordinating=partners or duty.coordinating,
                due=labels.due(reader.year) or duty.due,
            )
        )
    return found


def _of_unit(node: Node, unit: str, reader: Reader) -> Iterator[Duty]:
    """Every duty under a unit's heading: run in behind it, paragraphs, bullets, and bullets of bullets."""
    parts = [node.text] if node.children and introduces(node.text) else _run_in(node.text)
    above = parts.pop() if node.children and parts and introduces(parts[-1]) else ""
    for text in parts:
        yield from _of_line(unit, text, reader)
    for child in node.children:
        yield from _under(above, _of_item(child, unit, reader))


def _of_item(node: Node, unit: str, reader: Reader) -> Iterator[Duty]:
    if node.table:
        yield from task_tables.duties(node.table, reader.year)
        return
    line = node.line
    if node.heading and is_unit(node.heading):
        yield from _of_unit(node, unit_of(node.heading), reader)
        return
    told, duty = subject(line) if tells_other(line) else ("", line)
    if node.children and introduces(line):
        for child in node.children:
            yield from _under(duty, _of_item(child, told or unit, reader))
        return
    if line:
        yield from _of_line(unit, line, reader)
    for child in node.children:
        yield from _of_item(child, told or unit, reader)


def _of_line(unit: str, line: str, reader: Reader) -> Iterator[Duty]:
    """The duties of a line under a unit: its own, or those of whoever else a clause tells."""
    if _MEMBERSHIP.match(plain(line)):
        return
    for clause in clauses(line):
        if tells_other(clause):
            told = one(*subject(clause), reader)
            yield from (duty for duty in told if not says_nothing_new(duty, listed=True))
        else:
            yield from one(unit, clause, reader)


def _run_in(text: str) -> list[str]:
    """Duties run in behind a unit's name: each sentence that begins with a verb is one, what follows belongs to it."""
    parts: list[str] = []
    for sentence in sentences(text):
        if parts and not (VERB_FIRST.match(plain(sentence)) or starts_with_unit(sentence)):
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    return parts
