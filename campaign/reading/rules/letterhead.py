"""The head of a document: issuer, number, place, date, subject, addressees, in any order and even flattened to one line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from campaign.reading import phrases
from campaign.reading.rules.issuer import issuer_of
from campaign.reading.rules.lines import BULLET, Line
from campaign.reading.rules.parts import Part
from campaign.reading.rules.plan import Doubt
from campaign.reading.rules.text import flat, is_caps, plain, squeeze

_NATION = re.compile(phrases.NATION_FLAT)
_MOTTO = re.compile(phrases.MOTTO_FLAT)
_PARTY = re.compile(phrases.PARTY_FLAT)
_NUMBER = re.compile(phrases.NUMBER_FLAT)
_BLANK_NUMBER = re.compile(phrases.BLANK_NUMBER_FLAT)
_DATE = re.compile(phrases.DATE_LINE_FLAT)
_DAY = re.compile(phrases.DAY_LINE_FLAT)
_SUBJECT = re.compile(phrases.SUBJECT_FLAT)
_ABOUT = re.compile(phrases.ABOUT)
_STAMP = re.compile(phrases.STAMPS_FLAT)
_ADDRESSEES = re.compile(phrases.ADDRESSEES_FLAT)
_INVITED = re.compile(phrases.INVITED)
_WITH_DECISION = re.compile(phrases.WITH_DECISION)
_CAPITAL_WORD = re.compile(r"\w{2,}")
_NOTED = re.compile(r"[\s(]*$")


@dataclass
class Letterhead:
    """What a head says; "" and [] for what it does not."""

    issuer: str = ""
    number: str = ""
    place: str = ""
    date: str = ""
    title: str = ""
    kind: str = ""
    addressees: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


@dataclass
class _Rest:
    """What is still unread of the head's lines."""

    agency: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)


def read_letterhead(part: Part, body: str) -> Letterhead:
    """The head of a part; `body` is its running text, asked for spellings and for what the head lost."""
    head = Letterhead(kind=part.kind)
    rest = _Rest()
    for line in part.head:
        _read_line(line, head, rest)
    head.title = _title(part, rest)
    head.kind = head.kind or _kind_by_number(head.number) or (phrases.LETTER if rest.subject else "")
    head.issuer = issuer_of(rest.agency, head.number, head.place, body)
    if not rest.agency:
        head.doubts.append(Doubt("issuer", head.issuer, phrases.DOUBTS["issuer"]))
    return head


def take_addressees(body: list[Line]) -> tuple[list[str], list[Line]]:
    """The addressees at the top of a body (Kính gửi, Kính mời), and the lines after them."""
    for place, line in enumerate(body[:8]):
        if line.table:
            break
        small = plain(line.text)
        found = _ADDRESSEES.match(flat(line.text)) or _INVITED.search(small)
        if not found:
            continue
        first = line.text[found.end() :].strip()
        names = _names(first)
        stop = place + 1
        while stop < len(body) and _is_addressee(body[stop], names, body[stop - 1]):
            names += _names(body[stop].text)
            stop += 1
        return names, body[stop:]
    return [], body


def _names(text: str) -> list[str]:
    parts = re.split(r";\s*[-–]?\s*|\s+[-–]\s+(?<=; - )", text)
    return [name for part in parts if (name := part.strip(" .;,-–").strip())]


def _is_addressee(line: Line, names: list[str], before: Line) -> bool:
    if line.table or not line.text:
        return False
    if line.style == BULLET:
        return len(line.text) < 200
    if line.number:
        return False
    return (
        (not names or before.text.rstrip().endswith(";"))
        and len(line.text) < 120
        and not line.text.endswith(":")
    )


def _read_line(line: Line, head: Letterhead, rest: _Rest) -> None:
    """Take date, number, nation and motto out of a line; what is left is an agency or the subject."""
    text = line.printed if line.number else line.text
    text = _cut(text, (_NATION, _MOTTO, _PARTY))
    text = _take_number(text, head)
    text = _take_date(text, head)
    text = squeeze(text).strip("-–_=* ").strip()
    if not text or _STAMP.match(flat(text)):
        return
    found = _SUBJECT.search(flat(text))
    if found:
        before, text = text[: found.start()].strip(), text[found.end() :].strip()
        if before and is_caps(before):
            rest.agency.append(before)
        rest.subject.append(text)
    elif rest.subject and not is_caps(text):
        rest.subject.append(text)
    elif is_caps(text) and not rest.subject:
        rest.agency.append(text)


def _cut(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    for pattern in patterns:
        found = pattern.search(flat(text))
        if found:
            text = f"{text[: found.start()]} {text[found.end() :]}"
    return text


def _take_date(text: str, head: Letterhead) -> str:
    found = _DATE.search(flat(text)) or _DAY.search(flat(text))
    if not found or head.date or head.place:
        return text
    start = _start_of_place(text, found.start("place"), found.end("place"))
    head.place = squeeze(text[start : found.end("place")]).strip(" .-")
    year, month, day = (_digits(found[name]) for name in ("year", "month", "day"))
    if len(year) == 4:
        head.date = year
        if 1 <= int(month or 0) <= 12:
            head.date += f"-{int(month):02}"
            if 1 <= int(day or 0) <= 31 and found["day"].strip() == day:
                head.date += f"-{int(day):02}"
            elif day or re.search(r"\w", found["day"]):
                head.doubts.append(Doubt("date", squeeze(found[0]), phrases.DOUBTS["date"]))
    return f"{text[:start]} {text[found.end() :]}"


def _start_of_place(text: str, start: int, end: int) -> int:
    """Where the place begins when an agency in capitals stands before it on the same line."""
    capitals = [found.end() for found in _CAPITAL_WORD.finditer(text, start, end) if is_caps(found[0])]
    return capitals[-1] if capitals and capitals[-1] < end else start


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _take_number(text: str, head: Letterhead) -> str:
    found = _NUMBER.search(flat(text))
    if found and not head.number:
        symbol = re.sub(r"\s", "", text[found.start("symbol") : found.end("symbol")])
        serial = _digits(found["serial"])
        head.number = f"{serial}{symbol}"
        if not serial:
            head.doubts.append(Doubt("number", head.number, phrases.DOUBTS["no_number"]))
        return f"{text[: found.start()]} {text[found.end() :]}"
    blank = _BLANK_NUMBER.match(flat(text))
    return text[blank.end() :] if blank else text


def _title(part: Part, rest: _Rest) -> str:
    """The subject under the kind's name, or after V/v; without the note "(Kèm theo …)"."""
    if part.subject:
        text = squeeze(" ".join(line.text for line in part.subject))
        found = _WITH_DECISION.search(plain(text))
        text = _NOTED.sub("", text[: found.start()]) if found else text
    else:
        text = squeeze(" ".join(rest.subject))
    about = _ABOUT.match(plain(text))
    return (text[about.end() :] if about else text).strip(" .;-–")


def _kind_by_number(number: str) -> str:
    parts = re.split(r"[/\-]", number)
    return next(
        (phrases.KINDS[part] for part in parts if part in phrases.KINDS and part not in phrases.NO_KIND), ""
    )
