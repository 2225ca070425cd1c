"""Who has to do what: units as headings, as subjects, in brackets, after Giao; labels and tables beside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from campaign.reading import phrases
from campaign.reading.rules import task_labels, task_tables
from campaign.reading.rules.dates import due_of, dues_in
from campaign.reading.rules.outline import CLOSING, PLAIN
from campaign.reading.rules.plan import Duty, Node
from campaign.reading.rules.text import UPPER, plain, sentences, squeeze
from campaign.reading.rules.topics import BASES, BUDGET, DELEGATES, DUTIES, PROGRAMME, PURPOSE, TIME, topic_of
from campaign.reading.rules.units import (
    is_given,
    is_unit,
    partners_in,
    split_subject,
    starts_with_unit,
    unit_of,
)
from campaign.vietnamese import capitalise_first

_NO_TASKS = {BASES, PURPOSE, DELEGATES, PROGRAMME, TIME}
_OWN_TASKS = re.compile(phrases.OWN_TASKS)
_BRACKETS = re.compile(phrases.IN_BRACKETS)
_ONLY_HELPS = re.compile(phrases.ONLY_HELPS)
_LEADS = re.compile(phrases.LEADS)
_BOILERPLATE = re.compile(phrases.BOILERPLATE)
_BEFORE_SUBJECT = re.compile(phrases.BEFORE_SUBJECT)
_NOTE = re.compile(phrases.NOTE)
_VERB_FIRST = re.compile(rf"^\W*(?:{phrases.VERBS})(?!\w)")
_GIVEN_WITHIN = re.compile(rf"(?<=[;,.])\s+(?={phrases.GIVEN_TO})|{phrases.TOLD_WITHIN}")
_CLAUSES = re.compile(rf";\s+|(?<=[.])\s+(?=[{UPPER}])")


@dataclass(frozen=True)
class Reader:
    """What holds for a whole document: the year of a deadline without one, and who answers for its own tasks."""

    year: int | None = None
    issuer: str = ""


def read_tasks(nodes: list[Node], reader: Reader) -> list[Duty]:
    """The duties of an outline in reading order."""
    found: list[Duty] = []
    for node in nodes:
        if node.style == PLAIN:
            found += [duty for duty in _of_sentence(node.text, reader) if _is_told(node.text, duty)]
        else:
            found += _of_node(node, reader, topic_of(node.heading))
    return found


def _is_told(text: str, duty: Duty) -> bool:
    """Whether an opening or closing paragraph really tells somebody: after Giao …, not the issuer of itself."""
    if duty.text.endswith(":"):
        return False  # introduces what follows
    return bool(re.search(rf"(?:^|\s){phrases.GIVEN_TO}{re.escape(plain(duty.unit))}", plain(text)))


def _of_node(node: Node, reader: Reader, topic: str) -> list[Duty]:
    if node.table:
        return task_tables.duties(node.table, reader.year)
    if node.style == CLOSING:
        return [
            duty for duty in _of_sentence(node.text, reader) if duty.due or not _is_boilerplate(duty.text)
        ]
    if is_unit(node.heading):
        return list(_of_unit(node, unit_of(node.heading), reader))
    if labelled := task_labels.read_group(node):
        return _of_labels(node, labelled, reader)
    if topic in _NO_TASKS:
        return []
    return _of_section(node, reader, topic)


def _of_section(node: Node, reader: Reader, topic: str) -> list[Duty]:
    """A node that is no unit: its own sentence may give a task; what stands in it is read on."""
    line = node.text or node.heading
    if node.children and line.rstrip().endswith(":"):
        unit, _ = _subject(line)
        if unit and (topic != BUDGET or is_given(line)):
            return list(_of_unit(Node(children=node.children), unit, reader))
    found = list(_of_sentence(line, reader)) if line else []
    return found + _of_list(node, reader, topic)


def _of_list(node: Node, reader: Reader, topic: str) -> list[Duty]:
    """What stands in a section; in a list of the office's own tasks, items without a unit are the issuer's."""
    read = [(child, _of_node(child, reader, topic_of(child.heading) or topic)) for child in node.children]
    own = topic == DUTIES and bool(_OWN_TASKS.search(plain(node.heading))) and any(found for _, found in read)
    duties: list[Duty] = []
    for child, found in read:
        if (
            own
            and not found
            and not child.children
            and _VERB_FIRST.match(plain(child.line))
            and not child.heading
        ):
            found = [_duty(reader.issuer, child.text, reader)]
        duties += found
    return duties


def _of_labels(node: Node, labels: task_labels.Labels, reader: Reader) -> list[Duty]:
    """The duties of a section whose unit, partners and time stand under labels."""
    found = []
    for text in labels.contents or ([node.line] if node.line else []):
        duty = _duty("; ".join(labels.leads) or "; ".join(labels.helpers), text, reader)
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
    if node.text:
        parts = [node.text] if node.children and node.text.endswith(":") else _run_in(node.text)
        for text in parts:
            if not (node.children and text.endswith(":")):
                yield from _one(unit, text, reader)
    for child in node.children:
        yield from _of_item(child, unit, reader)


def _of_item(node: Node, unit: str, reader: Reader) -> Iterator[Duty]:
    if node.table:
        yield from task_tables.duties(node.table, reader.year)
        return
    line = node.line
    if node.heading and is_unit(node.heading):
        yield from _of_unit(node, unit_of(node.heading), reader)
        return
    subject, duty = _subject(line)
    if node.children and line.rstrip().endswith(":"):
        for child in node.children:
            yield from _of_item(child, subject or unit, reader)
        return
    if subject and (is_given(line) or not _is_own_matter(subject)):
        yield from _one(subject, duty, reader)
    elif line:
        yield from _one(unit, line, reader)
    for child in node.children:
        yield from _of_item(child, subject or unit, reader)


def _is_own_matter(subject: str) -> bool:
    """Whether what looks like a subject is none: a single word such as "Báo" in "Báo kết quả"."""
    return len(subject.split()) < 2


def _run_in(text: str) -> list[str]:
    """Duties run in behind a unit's name: each sentence that begins with a verb is one, what follows belongs to it."""
    parts: list[str] = []
    for sentence in sentences(text):
        if parts and not (_VERB_FIRST.match(plain(sentence)) or starts_with_unit(sentence)):
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    return parts


def _one(unit: str, text: str, reader: Reader) -> Iterator[Duty]:
    """One paragraph's duty; cut into clauses when several have deadlines of their own; notes and phrases left out."""
    if _NOTE.match(plain(text)) or not any(letter.isalpha() for letter in text):
        return
    clauses = [clause for clause in _CLAUSES.split(text) if clause]
    dated = [clause for clause in clauses if any(True for _ in dues_in(clause, reader.year))]
    if len(dated) > 1 and len(clauses) > 1:
        yield from (_duty(unit, clause, reader) for clause in clauses)
    else:
        yield _duty(unit, text, reader)


def _of_sentence(line: str, reader: Reader) -> Iterator[Duty]:
    """The duty of a paragraph that names its unit itself: in brackets at the end, as subject, or after Giao inside."""
    if _NOTE.match(plain(line)) or _is_boilerplate(line):
        return
    bracketed = _of_brackets(line, reader)
    if bracketed:
        yield bracketed
        return
    unit, duty = _subject(line)
    if unit and not _is_own_matter(unit):
        yield from _one(unit, duty, reader)
        return
    for piece in _GIVEN_WITHIN.split(line)[1:]:  # what stands before was no task itself
        unit, duty = split_subject(piece.strip())
        if unit:
            yield from _one(unit, duty, reader)


def _subject(line: str) -> tuple[str, str]:
    """Unit and duty of a sentence, also when words of time or ground stand before the subject; they stay in the duty."""
    unit, duty = _told(*split_subject(line))
    before = _BEFORE_SUBJECT.match(plain(line))
    if unit or not before:
        return unit, duty
    unit, duty = _told(*split_subject(line[before.end() :]))
    return unit, f"{line[: before.end()]}{duty}" if unit else line


def _told(unit: str, duty: str) -> tuple[str, str]:
    """Whoever is told by a subject that tells: "UBND xã giao Phòng Kinh tế lập …" gives Phòng Kinh tế."""
    inner = split_subject(duty) if unit and is_given(duty) else ("", "")
    return inner if inner[0] else (unit, duty)


def _of_brackets(line: str, reader: Reader) -> Duty | None:
    """The duty of "… (Giao Công an tỉnh chủ trì, phối hợp với …)"."""
    found = _BRACKETS.search(plain(line))
    if not found:
        return None
    inside = line[found.start("given") : found.end("given")]
    unit = unit_of(line[found.start("body") : found.end("body")].removeprefix("do "))
    if not starts_with_unit(unit) or not any(letter.isalpha() for letter in line[: found.start()]):
        return None
    duty = _duty(unit, line[: found.start()], reader)
    helpers = tuple(partners_in(inside))
    lead = found["role"] != phrases.HELPS
    return replace(
        duty,
        lead=lead,
        coordinating=helpers,
        due=duty.due or due_of(inside, reader.year),
        source=squeeze(line),
    )


def _duty(unit: str, text: str, reader: Reader) -> Duty:
    bare = squeeze(text).strip(" ;,").removesuffix(phrases.END_MARK).strip(" ;,").strip()
    small = plain(bare)
    lead = not _ONLY_HELPS.match(small) or bool(_LEADS.search(small))
    return Duty(
        unit, capitalise_first(bare), lead, tuple(partners_in(bare)), due_of(bare, reader.year), squeeze(text)
    )


def _is_boilerplate(text: str) -> bool:
    return bool(_BOILERPLATE.search(plain(text)))
