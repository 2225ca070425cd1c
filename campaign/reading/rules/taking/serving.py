"""When a model is applied and to which procedures, as service days and procedures of a campaign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from campaign.reading.rules.dates import codes_in
from campaign.reading.rules.lines import cells_of
from campaign.reading.rules.plan import Node, ReadPlan
from campaign.reading.rules.taking import phrases
from campaign.reading.rules.taking.rewriting import Body
from campaign.reading.rules.text import plain, squeeze
from campaign.vietnamese import capitalise_first, fold

_QUOTED = re.compile(phrases.QUOTED)
_CLOSES = re.compile(phrases.CLOSES)
_BEFORE_CODE = re.compile(phrases.BEFORE_CODE)
_SERVED_AT = re.compile(phrases.SERVED_LEAD)
_SERVED_TAIL = re.compile(phrases.SERVED_TAIL)
_WEEKLY = re.compile(phrases.WEEKLY)
_SHORT_CODE = 8  # d.dddddd, before the parts of its versions


@dataclass(frozen=True)
class DayGuess:
    """A recurring day in the words of the document, and from when to when."""

    name: str
    words: str
    starts_on: date | None = None
    ends_on: date | None = None
    closes_at: time | None = None


@dataclass(frozen=True)
class ProcedureGuess:
    """A procedure with its code, and the heading it stands under."""

    name: str
    code: str
    served_at: str


def days_of(plan: ReadPlan, body: Body, title: str) -> tuple[DayGuess, ...]:
    """The recurring days; each has the period and the hour the document names."""
    name = _model(title)
    closes = _closing(body)
    start, end = _day(plan.period_start, first=True), _day(plan.period_end, first=False)
    return tuple(DayGuess(name, words, start, end, closes) for words in plan.recurring_days)


def weekday_of(words: str) -> int | None:
    """0 Monday … 6 Sunday when the words say every week on that day; None when they say anything else."""
    found = _WEEKLY.fullmatch(fold(words))
    return phrases.WEEKDAYS.get(found["weekday"] or "", 6) if found else None


def procedures_of(body: Body) -> tuple[ProcedureGuess, ...]:
    """Every procedure the document names with its code, each code once under a heading."""
    found: dict[tuple[str, str], ProcedureGuess] = {}
    for top in body.nodes:
        for guess in _below(top, ""):
            found.setdefault((guess.code, fold(guess.served_at)), guess)
    return tuple(found.values())


def _below(node: Node, above: str) -> Iterator[ProcedureGuess]:
    heading = _served_at(node.heading) or above
    if node.table is not None:
        yield from _of_table(node, heading)
    elif codes_in(node.line):
        named = codes_in(node.text) and not _leads_to_code(node.heading)
        yield from _of_line(node.text if named else node.line, heading if named else above)
    for child in node.children:
        yield from _below(child, heading)


def _leads_to_code(heading: str) -> bool:
    """Whether a heading is a procedure whose code follows: "Đăng ký khai sinh; Mã TTHC:"."""
    found = _BEFORE_CODE.search(plain(heading))
    return bool(codes_in(heading)) or bool(found and any(letter.isalpha() for letter in found[0]))


def _of_line(text: str, served_at: str) -> Iterator[ProcedureGuess]:
    start = 0
    for code in codes_in(text):
        at = text.index(code, start)
        before = text[start:at]
        name = squeeze(before[: found.start()] if (found := _BEFORE_CODE.search(plain(before))) else before)
        start = at + len(code)
        if name := capitalise_first(name.strip(" ;.,-–")):
            yield ProcedureGuess(name, code[:_SHORT_CODE], served_at or phrases.SERVED_SOMEWHERE)


def _of_table(node: Node, served_at: str) -> Iterator[ProcedureGuess]:
    for row in cells_of(node.table) if node.table else ():
        code = next((code for cell in row for code in codes_in(cell)), "")
        names = [squeeze(cell) for cell in row if cell.strip() and not codes_in(cell)]
        if code and names:
            yield ProcedureGuess(
                max(names, key=len), code[:_SHORT_CODE], served_at or phrases.SERVED_SOMEWHERE
            )


def _served_at(heading: str) -> str:
    bare = squeeze(heading).strip(" .:;")
    tail = _SERVED_TAIL.search(plain(bare))
    bare = bare[: tail.start()] if tail else bare
    lead = _SERVED_AT.match(plain(bare))
    return capitalise_first(bare[lead.end() :] if lead else bare)


def _model(title: str) -> str:
    """What the model is called: the names in quotes in the title, else the title."""
    names = [found["name"] or found["plain"] for found in _QUOTED.finditer(title)]
    return ", ".join(capitalise_first(name) for name in names)[:200] or title[:200] or phrases.DAY_NAME_ALONE


def _closing(body: Body) -> time | None:
    """The hour until which files are taken, "đến 15 giờ cùng ngày"."""
    for top in body.nodes:
        for node in top.walk():
            found = _CLOSES.search(plain(node.line))
            if found and int(found["hour"]) < 24 and int(found["minute"] or 0) < 60:
                return time(int(found["hour"]), int(found["minute"] or 0))
    return None


def _day(text: str, *, first: bool) -> date | None:
    """The day of an ISO date; of a month alone its first day, when that is what is asked for."""
    try:
        return date.fromisoformat(f"{text}-01" if len(text) == 7 and first else text)
    except ValueError:
        return None
