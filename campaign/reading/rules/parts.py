"""One file may hold several documents (a decision and its plan), each with a head, a body and an end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from campaign.reading import phrases
from campaign.reading.rules.lines import Line, loose
from campaign.reading.rules.text import flat, is_caps, plain, squeeze

_HEAD_LINES = 60  # a head longer than this is none
_TITLE_LINES = 5
_TAIL = 14
_KINDS = sorted(
    ((flat(name), name) for name in {*phrases.KINDS.values(), phrases.LETTER, phrases.ANNEX}),
    key=lambda pair: -len(pair[0]),
)
_TAIL_OF_KIND = re.compile(phrases.KIND_TAIL)
_NATION = re.compile(f"{phrases.NATION_FLAT}|{phrases.MOTTO_FLAT}")
_SUBJECT = re.compile(phrases.SUBJECT_FLAT)
_ADDRESSEES = re.compile(phrases.ADDRESSEES_FLAT)
_RECIPIENTS = re.compile(phrases.RECIPIENTS_FLAT)
_AUTHORITY = re.compile(phrases.AUTHORITY, re.IGNORECASE)
_POSITION = re.compile(rf"(?:{phrases.POSITIONS})\W*$")
_PREAMBLE = re.compile(phrases.PREAMBLE)
_WITH_DECISION, _EVENT_NOTE = re.compile(phrases.WITH_DECISION), re.compile(phrases.EVENT_NOTE)
_STAMP = re.compile(phrases.STAMPS_FLAT)
_DATE = re.compile(phrases.DATE_LINE_FLAT)
_NAME = re.compile(phrases.NAME)


@dataclass
class Part:
    """One document of a file. `subject` are the lines under the kind's name; letters have them in the head (V/v).

    `named` is the kind as printed: "KẾ HOẠCH LIÊN TỊCH".
    """

    kind: str = ""
    named: str = ""
    head: list[Line] = field(default_factory=list)
    subject: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    end: list[Line] = field(default_factory=list)

    @property
    def attached(self) -> bool:
        """Whether this document says it comes with another ("Kèm theo Quyết định số …")."""
        return any(_WITH_DECISION.search(plain(line.text)) for line in (*self.subject, *self.body[:3]))


def documents(found: list[Line]) -> list[Part]:
    """The documents of a file in order; at least one."""
    starts = [0, *_later_starts(found)]
    pieces = (found[start:stop] for start, stop in zip(starts, [*starts[1:], len(found)], strict=True))
    return [_part(piece) for piece in pieces]


def kind_of(line: Line) -> tuple[str, str]:
    """The kind of document a line names in capitals, and what follows on the same line; ("", "") when it names none."""
    text = squeeze(line.text)
    if line.number or line.table:
        return "", ""
    small = flat(text)
    for name, kind in _KINDS:
        if small.startswith(name) and is_caps(text[: len(name)]) and not small[len(name) :][:1].isalnum():
            tail = _TAIL_OF_KIND.match(plain(text), len(name))
            rest = text[tail.end() if tail else len(name) :].strip(" :")
            return (kind, rest) if not text.endswith(":") or rest else ("", "")
    return "", ""


def is_signature(line: Line) -> bool:
    """Whether a line is an authority or position in capitals, as above a signature."""
    text = squeeze(line.text)
    if not text or line.table or len(text) > 90 or not is_caps(text):
        return False
    return bool(_AUTHORITY.match(text) or _POSITION.match(plain(text)))


def is_recipients(line: Line) -> bool:
    """Whether a line, or a table, begins the list of recipients."""
    if line.table:
        return any(_RECIPIENTS.match(flat(cell.strip())) for row in line.table.rows for cell in row)
    return bool(_RECIPIENTS.match(flat(line.text.strip())))


def _later_starts(found: list[Line]) -> Iterator[int]:
    """Where second and further documents begin: at a kind's name after an end, or with "Kèm theo …" below it."""
    ended = titled = False
    for place, line in enumerate(found):
        if is_recipients(line) or (ended is False and is_signature(line) and _near_name(found, place)):
            ended = ended or titled or place > 3
        kind, rest = kind_of(line)
        if not kind:
            continue
        below = " ".join(plain(each.text) for each in found[place : place + 4])
        if titled and (ended or _WITH_DECISION.search(below)) and not is_signature(line) and len(rest) < 200:
            yield _back_to_head(found, place)
            ended = False
        titled = True


def _near_name(found: list[Line], place: int) -> bool:
    """Whether a person's name stands within three lines below."""
    return any(
        _NAME.match(plain(line.text.strip())) and not is_caps(line.text) and not line.number
        for line in found[place + 1 : place + 4]
        if line.text
    )


def _back_to_head(found: list[Line], place: int) -> int:
    while place > 0 and found[place - 1].text and not found[place - 1].number:
        text = found[place - 1].text
        if is_signature(found[place - 1]) or not (is_caps(text) or _NATION.search(flat(text))):
            break
        place -= 1
    return place


def _part(found: list[Line]) -> Part:
    part = Part()
    start = _read_head(found, part)
    stop = _end_of_body(found, start)
    part.body = found[start:stop]
    part.end = [piece for line in found[stop:] for piece in loose(line)]
    return part


def _read_head(found: list[Line], part: Part) -> int:
    """Fill kind, head and subject; the index where the body begins."""
    loosened: list[Line] = []
    for place, line in enumerate(found[:_HEAD_LINES]):
        pieces = loose(line)
        for at, piece in enumerate(pieces):
            kind, rest = kind_of(piece)
            if kind:
                part.kind, part.head = kind, [*loosened, *pieces[:at]]
                part.named = squeeze(piece.text).removesuffix(rest).strip(" :")
                part.subject = [*([Line(rest)] if rest else []), *pieces[at + 1 :]]
                return _read_subject(found, place, part)
        if _ADDRESSEES.match(flat(line.text)) and (loosened or place == 0):
            part.head = loosened
            return place
        if line.table and not _is_letterhead(pieces):
            break
        loosened += pieces
        if _ends_without_addressees(found, place, loosened):
            part.head = loosened
            return place + 1
    return 0


def _is_letterhead(pieces: list[Line]) -> bool:
    return any(_NATION.search(flat(piece.text)) for piece in pieces) or len(pieces) < 8


def _ends_without_addressees(found: list[Line], place: int, loosened: list[Line]) -> bool:
    """Whether a letter's head ends here: subject and date are read, and no Kính gửi or kind follows nearby."""
    told = " ".join(flat(line.text) for line in loosened)
    if not (_SUBJECT.search(told) and _DATE.search(told)):
        return False
    following = found[place + 1 : place + 12]
    return not any(
        _ADDRESSEES.match(flat(line.text)) or kind_of(line)[0] or _is_head_line(line) for line in following
    )


def _is_head_line(line: Line) -> bool:
    text = flat(line.text)
    return bool(_NATION.search(text) or _STAMP.match(text) or _DATE.search(text))


def _read_subject(found: list[Line], place: int, part: Part) -> int:
    """Take the lines of the subject below the kind's name; the index of the first line of the body."""
    place += 1
    while place < len(found) and len(part.subject) < _TITLE_LINES:
        line = found[place]
        if not _continues_subject(line, part.subject, found[place + 1 : place + 2]):
            break
        part.subject.append(line)
        place += 1
    return place


def _continues_subject(line: Line, subject: list[Line], following: list[Line]) -> bool:
    text = squeeze(line.text)
    small = plain(text)
    if line.table or line.number or not text or len(text) > 320 or _ADDRESSEES.match(flat(text)):
        return False
    if _WITH_DECISION.match(small) or (text.startswith("(") and text.endswith(")")):
        return not _EVENT_NOTE.match(small)
    if not subject:
        return is_caps(text) or (
            not text.endswith((":", ";")) and not (_PREAMBLE.match(small) and len(text) > 120)
        )
    if (
        is_issuing_line(text)
        or text.endswith((":", ";", ".", ","))
        or _WITH_DECISION.search(plain(subject[-1].text))
    ):
        return False
    if _PREAMBLE.match(small) and not (text[0].islower() or (line.bold and subject[-1].bold)):
        return False
    if is_caps(subject[-1].text) and not is_caps(text) and ":" in text:
        return False  # "Trân trọng kính mời: …"
    other = is_caps(text) and not is_caps(subject[-1].text)  # a heading, not the subject any more
    if other or (line.bold != subject[-1].bold and not text[0].islower()):
        return False
    return len(text) <= 160 and bool(following)


def is_issuing_line(text: str) -> bool:
    """ "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" or "ỦY BAN NHÂN DÂN HUYỆN" above the bases of a decision."""
    return is_caps(text) and bool(re.match(f"{phrases.POSITIONS}|{phrases.BODY}", plain(text)))


def _end_of_body(found: list[Line], start: int) -> int:
    """The index where recipients or signature begin; the length when there are none."""
    stop = next((place for place in range(start, len(found)) if is_recipients(found[place])), None)
    if stop is not None:
        while stop > start and _belongs_to_signature(found, stop - 1):
            stop -= 1
        return stop
    tail = max(start, len(found) - _TAIL)
    return next((place for place in range(tail, len(found)) if is_signature(found[place])), len(found))


def _belongs_to_signature(found: list[Line], place: int) -> bool:
    line = found[place]
    if is_signature(line):
        return True
    named = _NAME.match(plain(squeeze(line.text))) and not line.number and 2 <= len(line.text.split()) <= 6
    above = range(max(0, place - 3), place)
    return bool(named) and not line.table and any(is_signature(found[each]) for each in above)
