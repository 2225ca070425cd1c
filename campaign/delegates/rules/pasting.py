"""Reading a pasted list, one delegate per line: what a line says and what would become of it. Pure."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import blake2s

from campaign.delegates import phrases
from campaign.delegates.rules import DelegateDraft, Key, check, heads, key_of
from campaign.vietnamese import capitalise_first, clean

_FAMILY_NAMES = frozenset(phrases.FAMILY_NAMES.split())
_BULLET = re.compile(r"^(?:[-+*•–]|\(?\d{1,3}[.)]|\d{1,3} -|[^\W\d_][.)])\s+")
_SEPARATOR = re.compile(r"\s+[-–—]\s+|\s*[:,]\s+")
_HEAD_WORDS = "|".join(re.escape(word) for word in phrases.HEAD_WORDS)
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,6})"
_COUNTED = (
    re.compile(rf"(?P<title>.+?)\s*\({_NUMBER}(?:\s+(?:{_HEAD_WORDS}))?\)", re.IGNORECASE),
    re.compile(rf"(?P<title>.+?)(?:\s*[:,]|\s+[-–—])\s*{_NUMBER}(?:\s+(?:{_HEAD_WORDS}))?", re.IGNORECASE),
    re.compile(rf"{_NUMBER}\s+(?P<title>[^\W\d].*)"),
)
_HONORIFIC = re.compile(
    rf"(?P<honorific>{'|'.join(re.escape(word) for word in phrases.HONORIFICS)})[.:]?\s+(?P<person>.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """One pasted line: its number, the delegate read from it, and why it would not be added (None: it would be).

    `known` lines are on the list already and are passed over; others with a complaint stop the whole paste.
    """

    number: int
    draft: DelegateDraft
    complaint: str | None = None
    known: bool = False

    @property
    def new(self) -> bool:
        """Would this line be added?"""
        return self.complaint is None


def review(text: str, group_id: int, groups: Collection[int], present: Sequence[Key]) -> list[Line]:
    """Every line of the text as it would go into that group, beside the keys of the list in its order."""
    lines: list[Line] = []
    earlier: dict[Key, int] = {}
    for number, written in enumerate(filter(str.strip, text.splitlines()), start=1):
        draft = read_line(written, group_id)
        mine = key_of(draft)
        problems = check(draft, groups, (), ())
        if problems:
            lines.append(Line(number, draft, problems[0].sentence))
        elif mine in present:
            lines.append(
                Line(number, draft, phrases.KNOWN.format(number=present.index(mine) + 1), known=True)
            )
        elif mine in earlier:
            lines.append(Line(number, draft, phrases.KNOWN_LINE.format(number=earlier[mine]), known=True))
        else:
            lines.append(Line(number, draft))
        earlier.setdefault(mine, number)
    return lines


def addable(lines: Sequence[Line]) -> list[DelegateDraft]:
    """The delegates to add: all the new ones, or none while a line has to be corrected."""
    if any(not (line.new or line.known) for line in lines):
        return []
    return [line.draft for line in lines if line.new]


def digest(lines: Sequence[Line]) -> str:
    """A short sign of what a review shows, to tell whether the one confirmed is still the one seen."""
    return blake2s(repr(lines).encode(), digest_size=8).hexdigest()


def read_line(line: str, group_id: int) -> DelegateDraft:
    """The delegate a line names: "Bí thư Đảng ủy - Ông Nguyễn Văn A", either order, or "30 đoàn viên các thôn".

    A name is known by its honorific, or by a common family name and two more capitalised words; anything else
    is the title, as written.
    """
    said = _BULLET.sub("", clean(line), count=1).rstrip(" ;.,")
    headcount, said = _counted(said)
    title, honorific, person = _person(said)
    return DelegateDraft(
        group_id=group_id,
        title=capitalise_first(title),
        headcount=heads(headcount, person),
        honorific=honorific,
        person=person,
    )


def _counted(said: str) -> tuple[int | None, str]:
    for pattern in _COUNTED:
        if found := pattern.fullmatch(said):
            return int(found["number"].replace(".", "")), found["title"]
    return None, said


def _person(said: str) -> tuple[str, str | None, str | None]:
    """Title, honorific and person of a line without number; the name stands last or first."""
    separators = list(_SEPARATOR.finditer(said))
    if not separators:
        return said, None, None
    last, first = separators[-1], separators[0]
    for title, name in (
        (said[: last.start()], said[last.end() :]),
        (said[first.end() :], said[: first.start()]),
    ):
        if found := _name(name):
            return title, *found
    return said, None, None


def _name(part: str) -> tuple[str | None, str] | None:
    if (found := _HONORIFIC.fullmatch(part)) and (name := _spelled(found["person"], least=1)):
        return phrases.HONORIFICS[found["honorific"].lower()], name
    name = _spelled(part, least=3)
    return (None, name) if name and name.split()[0] in _FAMILY_NAMES else None


def _spelled(text: str, least: int) -> str | None:
    """The text when it is made like a person's name; one in capitals is written as names are."""
    words = [word.capitalize() for word in text.split()] if text.isupper() else text.split()
    fits = least <= len(words) <= 6 and all(word[0].isupper() and not word[1:].isupper() for word in words)
    return " ".join(words) if fits else None
