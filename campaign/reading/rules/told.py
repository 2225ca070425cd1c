"""Who a sentence tells to do what: its subject, after Giao, in brackets at the end; a clause for each who is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from campaign.reading import phrases
from campaign.reading.rules.dates import clock_at_start, due_of, dues_in
from campaign.reading.rules.plan import Duty
from campaign.reading.rules.text import UPPER, plain, squeeze
from campaign.reading.rules.units import (
    ends_in_partners,
    is_given,
    is_unit,
    partners_in,
    split_subject,
    split_units,
    starts_with_unit,
    unit_of,
)
from campaign.vietnamese import capitalise_first

_BRACKETS = re.compile(phrases.IN_BRACKETS)
_ONLY_HELPS = re.compile(phrases.ONLY_HELPS)
_LEADS = re.compile(phrases.LEADS)
_BOILERPLATE = re.compile(phrases.BOILERPLATE)
_BOILERPLATE_DUTY = re.compile(phrases.BOILERPLATE_DUTY)
_BEFORE_SUBJECT = re.compile(phrases.BEFORE_SUBJECT)
_NOTE = re.compile(phrases.NOTE)
_GIVEN_WITHIN = re.compile(rf"(?<=[;,.])\s+(?={phrases.GIVEN_TO})|{phrases.TOLD_WITHIN}")
_CLAUSES = re.compile(rf";\s+|(?<=[.])\s+(?=[{UPPER}])")
_NEXT = re.compile(phrases.NEXT_CLAUSE)
_OFFICER = re.compile(rf"(?:{phrases.OFFICER})(?!\w)")
_BARE_BRACKETS = re.compile(r"\((?P<body>[^()]{4,120})\)[\s.;]*$")
VERB_FIRST = re.compile(rf"^\W*(?:{phrases.VERBS})(?!\w)")
_HELPER = re.compile(phrases.HELPER_IN_BRACKETS)
_OTHERS_TOLD = re.compile(phrases.OTHERS_TOLD)
_PERSON = re.compile(phrases.PERSON)
_SHORTEST = 5  # letters of what is to be done
_DONE_BY = re.compile(phrases.DONE_BY)
_INTRODUCES = re.compile(phrases.INTRODUCES)
_EACH, _MANY, _MANNER = re.compile(phrases.EACH), re.compile(phrases.MANY), re.compile(phrases.MANNER)


@dataclass(frozen=True)
class Reader:
    """What holds for a whole document: the year of a deadline without one, and who answers for its own tasks."""

    year: int | None = None
    issuer: str = ""


def of_sentence(line: str, reader: Reader) -> Iterator[Duty]:
    """The duties of a paragraph that names its units itself: in brackets at the end, as subject, or after Giao inside."""
    if _NOTE.match(plain(line)) or is_boilerplate(line) or clock_at_start(line)[0]:
        return  # what begins with a time is a step of a programme
    bracketed = _of_brackets(line, reader)
    if bracketed:
        yield bracketed
        return
    for clause in clauses(line):
        yield from _of_clause(clause, reader)


def _of_clause(clause: str, reader: Reader) -> Iterator[Duty]:
    unit, duty = subject(clause)
    if unit and not is_single_word(unit):
        yield from one(unit, duty, reader)
        return
    if done := _done_by(clause, reader):
        yield done
        return
    places = [found.end() for found in _GIVEN_WITHIN.finditer(plain(clause))]
    # What stands before was no task itself. A capital within a sentence is a name: "Sở Giao thông vận tải".
    cuts = [at for at in places if clause[at : at + 1].islower() or clause[:at].rstrip()[-1:] in ";,."]
    for start, end in pairwise([*cuts, len(clause)]):
        unit, duty = split_subject(clause[start:end].strip())
        if unit:
            yield from one(unit, duty, reader)


def _done_by(clause: str, reader: Reader) -> Duty | None:
    """The duty of "Việc in ấn do Văn phòng đảm nhiệm": what is done stands before who does it."""
    found = _DONE_BY.search(plain(clause))
    if not found or found.start() < _SHORTEST or starts_with_unit(clause) or is_given(clause):
        return None
    unit = unit_of(clause[found.start("body") : found.end("body")])
    return duty_of(unit, clause, reader) if is_unit(unit) else None


def clauses(line: str) -> list[str]:
    """A sentence cut where somebody else is told: "Giao Sở A hướng dẫn …; giao Sở B kiểm tra …"."""
    cuts = [0]
    for found in _NEXT.finditer(line):
        rest = line[found.end() :].split(";")[0]
        listed = is_given(line) and (is_given(rest) or _PERSON.match(rest))
        if not (rest[:1].isupper() or listed):
            continue  # what is asked of others while doing one's own duty
        unit, duty = subject(rest)
        before = line[cuts[-1] : found.start()]
        told = bool(unit) and not is_single_word(unit) and not ends_in_partners(before)
        told = told and not _MANNER.match(plain(duty))
        if told and not (starts_with_unit(before) and not subject(before)[0]):  # a list of those told
            cuts.append(found.end())
    ends = [*cuts[1:], len(line)]
    return [line[start:end].rstrip("; ") for start, end in zip(cuts, ends, strict=True)]


def tells_other(clause: str) -> bool:
    """Whether a clause under a unit's heading tells somebody else; "mỗi đoàn thể …" and small letters do not."""
    unit = subject(clause)[0]
    if not unit or _EACH.match(plain(unit)):
        return False
    if is_given(clause):
        return bool(_OTHERS_TOLD.match(plain(clause)))
    return not is_single_word(unit) and (unit[0].isupper() or bool(_MANY.match(unit)))


def is_single_word(unit: str) -> bool:
    """Whether what looks like a subject is none: a single word such as "Báo" in "Báo kết quả"."""
    return len(unit.split()) < 2


def subject(line: str) -> tuple[str, str]:
    """Unit and duty of a sentence, also when words of time or ground stand before the subject; they stay in the duty."""
    unit, duty = _told(*split_subject(line))
    before = _BEFORE_SUBJECT.match(plain(line))
    if unit or not before:
        return unit, duty
    unit, duty = _told(*split_subject(line[before.end() :]))
    return unit, f"{line[: before.end()]}{duty}" if unit else line


def _told(unit: str, duty: str) -> tuple[str, str]:
    """Whoever is told by a subject that tells: "UBND xã giao Phòng Kinh tế lập …" gives Phòng Kinh tế."""
    inner = split_subject(duty) if unit and is_order(duty) else ("", "")
    return inner if inner[0] else (unit, duty)


def one(unit: str, text: str, reader: Reader) -> Iterator[Duty]:
    """One paragraph's duty; cut into clauses when several have deadlines of their own; notes and phrases left out."""
    if _NOTE.match(plain(text)) or not any(letter.isalpha() for letter in text):
        return
    parts = [clause for clause in _CLAUSES.split(text) if clause]
    dated = [clause for clause in parts if any(True for _ in dues_in(clause, reader.year))]
    if len(dated) > 1 and len(parts) > 1:
        yield from (duty_of(unit, clause, reader) for clause in parts)
    else:
        yield duty_of(unit, text, reader)


def _of_brackets(line: str, reader: Reader) -> Duty | None:
    """The duty of "… (Giao Công an tỉnh chủ trì, phối hợp với …)"."""
    found = _BRACKETS.search(plain(line))
    if not found:
        return _of_bare_brackets(line, reader)
    inside = line[found.start("given") : found.end("given")]
    unit = unit_of(line[found.start("body") : found.end("body")].removeprefix("do "))
    if not starts_with_unit(unit) or not any(letter.isalpha() for letter in line[: found.start()]):
        return None
    duty = duty_of(unit, line[: found.start()], reader)
    helpers = tuple(partners_in(inside)) or _helper(inside)
    lead = found["role"] != phrases.HELPS
    return replace(
        duty,
        lead=lead,
        coordinating=helpers,
        due=duty.due or due_of(inside, reader.year),
        source=squeeze(line),
    )


def _of_bare_brackets(line: str, reader: Reader) -> Duty | None:
    """The duty of "Tổ chức đối thoại với người dân (Chủ tịch UBND cấp xã)"."""
    found = _BARE_BRACKETS.search(line)
    if not found or not VERB_FIRST.match(plain(line)) or not is_unit(found["body"]):
        return None
    return replace(duty_of(unit_of(found["body"]), line[: found.start()], reader), source=squeeze(line))


def _helper(inside: str) -> tuple[str, ...]:
    """Who helps in "Phòng A chủ trì; Công an các huyện phối hợp"."""
    found = _HELPER.search(plain(inside))
    return tuple(split_units(inside[found.start("helper") : found.end("helper")])) if found else ()


def duty_of(unit: str, text: str, reader: Reader) -> Duty:
    """The duty of a unit as written: leading unless it only helps, partners and deadline read out of the text."""
    bare = squeeze(text).strip(" ;,").removesuffix(phrases.END_MARK).strip(" ;,").strip()
    small = plain(bare)
    lead = not _ONLY_HELPS.match(small) or bool(_LEADS.search(small))
    return Duty(
        unit, capitalise_first(bare), lead, tuple(partners_in(bare)), due_of(bare, reader.year), squeeze(text)
    )


def is_boilerplate(text: str) -> bool:
    """Whether a sentence only says that the paper is to be carried out."""
    return bool(_BOILERPLATE.search(plain(text)))


def says_nothing_new(duty: Duty, *, listed: bool = False) -> bool:
    """Whether a duty is nothing but "nghiêm túc triển khai thực hiện Kế hoạch này".

    `listed`: it stands in a numbered list, where a body named by itself is meant.
    """
    small = plain(duty.unit)
    if duty.due or (listed and not (_MANY.match(small) or _OFFICER.match(small))):
        return False
    return bool(_BOILERPLATE_DUTY.match(plain(duty.text)))


def introduces(line: str) -> bool:
    """Whether a line only introduces the list below it: "…:", "… có trách nhiệm"."""
    return bool(_INTRODUCES.search(plain(line)))


def is_order(line: str) -> bool:
    """Whether a line tells somebody outright: Giao, Đề nghị, Yêu cầu."""
    return bool(_OTHERS_TOLD.match(plain(line)))
