"""What the reader is unsure of, each with the words of the source and why."""

import re
from collections.abc import Iterator

from campaign.reading import phrases
from campaign.reading.rules.dates import days_in, dues_in
from campaign.reading.rules.lines import ARABIC, ROMAN, ordered
from campaign.reading.rules.plan import Doubt, Node, ReadPlan
from campaign.reading.rules.text import plain, sentences
from campaign.vietnamese import roman_value, weekday_name

_DOUBLED = re.compile(r"(?<![\w&])(?P<words>[^\W_]+(?: [^\W_]+)?) (?P=words)(?![\w&])")
_REPEATABLE = re.compile(rf"(?:{phrases.REPEATABLE})$")
_WEEKDAY = re.compile(phrases.WEEKDAY_BEFORE)
_LONGEST = 200
_SAMPLE = 20_000  # letters that tell how a document was scanned
_MOST_OF_A_KIND = 12


def read_doubts(plan: ReadPlan) -> list[Doubt]:
    """Every doubt about a read plan, those about the head first."""
    nodes = [node for top in plan.outline for node in top.walk()]
    found = [*_of_fields(plan), *_of_tasks(plan)]
    for node in nodes:
        for sentence in sentences(node.line):
            found += _of_sentence(sentence)
    found += [doubt for parent in (Node(children=plan.outline), *nodes) for doubt in _of_numbers(parent)]
    return found


def noisy(text: str) -> bool:
    """Whether a text was scanned so badly that most marks are lost: fewer than one letter in eight has one."""
    letters = [letter for letter in text[:_SAMPLE] if letter.isalpha()]
    return len(letters) > 200 and sum(ord(letter) > 127 for letter in letters) * 8 < len(letters)


def _doubt(where: str, what: str, why: str) -> Doubt:
    return Doubt(where, what[:_LONGEST], phrases.DOUBTS[why])


def _of_fields(plan: ReadPlan) -> Iterator[Doubt]:
    if not plan.kind:
        yield _doubt("kind", plan.title, "no_kind")
    if not plan.number:
        yield _doubt("number", "", "no_number")
    if not plan.signer.name:
        yield _doubt("signer", plan.signer.position, "no_signer")
    if plan.period_start and plan.period_end and plan.period_end < plan.period_start:
        yield _doubt("period_end", plan.period_end, "past")
    if plan.period_start and len(plan.date) >= 7 and plan.period_start[: len(plan.date)] <= plan.date:
        yield _doubt("period_start", plan.period_start, "early")


def _of_tasks(plan: ReadPlan) -> Iterator[Doubt]:
    for task in plan.tasks:
        year = int(plan.date[:4]) if plan.date else None
        days = list(dues_in(task.source, year))
        if len({day.day for day in days}) > 1:
            yield _doubt("tasks", task.source, "due")
        if any(day.guessed for day in days):
            yield _doubt("tasks", task.source, "year")
        if task.unit == plan.issuer:
            yield _doubt("tasks", task.source, "no_unit")


def _of_sentence(sentence: str) -> Iterator[Doubt]:
    small = plain(sentence)
    for found in _DOUBLED.finditer(small):
        if not _REPEATABLE.match(found["words"]):
            yield _doubt("outline", _beside(sentence, found.start(), found.end(), 60), "doubled")
    if _unbalanced(sentence):
        yield _doubt("outline", sentence, "quotes")
    for day in days_in(sentence):
        named = _WEEKDAY.search(small, max(0, day.start - 40), day.start)
        if named and not named["weekday"][-1].isdigit() and named["weekday"] != weekday_name(day.day).lower():
            yield _doubt("outline", _beside(sentence, named.start(), day.end, 20), "weekday")


def _beside(sentence: str, start: int, end: int, reach: int) -> str:
    """A stretch with the whole words that begin within `reach` letters before it, or end within as many after it."""
    first = 0 if start <= reach else sentence.find(" ", start - reach - 1, start) + 1 or start
    last = sentence.rfind(" ", end, end + reach + 1) if end + reach < len(sentence) else len(sentence)
    return sentence[first : last if last > end else end]


def _unbalanced(sentence: str) -> bool:
    """Whether a quotation mark is opened and not closed; straight marks must be even."""
    return sentence.count("“") != sentence.count("”") or sentence.count('"') % 2 == 1


def _of_numbers(parent: Node) -> Iterator[Doubt]:
    for style in (ARABIC, ROMAN):
        numbers = [child.number for child in parent.children if child.style == style]
        values = [_arabic(number) if style == ROMAN else number for number in numbers]
        if not ordered(values):
            yield _doubt("outline", " ".join(numbers), "skipped")


def _arabic(number: str) -> str:
    return str(roman_value(re.sub(r"[^IVX]", "", number)))
