"""The head of a document as it prints, in millimetres, so that a screen can draw it (NĐ 30/2020/NĐ-CP PL I, mục II). Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Protocol

from campaign.glossary import SizeProfile
from campaign.people import phrases
from campaign.vietnamese import clean, clean_lines

WIDTH = 165  # A4 less margins of 30 and 15 mm
_LEFT_WIDTH, _RIGHT_WIDTH = 66, 99
_LEFT, _RIGHT = _LEFT_WIDTH / 2, _LEFT_WIDTH + _RIGHT_WIDTH / 2
_POINT = 25.4 / 72
_LINE_HEIGHT = 1.15
_HARD_BLANK = "\u00a0"
_GAP = 5.0  # between the lines under the names and the line of number and day
_CAPITAL = 0.626  # mean width of a bold capital of Times New Roman, in parts of its size

# Widths of the two fixed lines in mm, by the size of Quốc hiệu (Times New Roman, bold).
_FIXED_WIDTHS = {SizeProfile.LARGE: (95.0, 60.4), SizeProfile.SMALL: (87.7, 56.1)}


class Head(Protocol):
    """What a letterhead needs to know of an agency; rows and drafts both have it."""

    @property
    def parent_line(self) -> str | None: ...
    @property
    def header_lines(self) -> str: ...
    @property
    def symbol(self) -> str: ...
    @property
    def place_name(self) -> str: ...
    @property
    def size_profile(self) -> SizeProfile: ...


@dataclass(frozen=True)
class Printed:
    """A centred line of text: middle x and baseline y, size in mm, its set width when it is known."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    width: float | None = None


@dataclass(frozen=True)
class Letterhead:
    """Lines of text and the rules (x from, x to, y) under them, WIDTH mm wide and `height` mm high."""

    lines: tuple[Printed, ...]
    rules: tuple[tuple[float, float, float], ...]
    height: float
    width: int = WIDTH


def draw(head: Head, year: int) -> Letterhead:
    """The letterhead of a plan drafted in `year`, its number and day still blank; half-filled drafts are drawn too."""
    profile = head.size_profile or SizeProfile.LARGE
    small = int(profile.value) * _POINT
    large = (int(profile.value) + 1) * _POINT
    country, motto = _FIXED_WIDTHS[profile]
    left = list(_names(head, small))
    right = [
        Printed(phrases.COUNTRY, _RIGHT, small, small, bold=True, width=country),
        Printed(phrases.MOTTO, _RIGHT, small + large * _LINE_HEIGHT, large, bold=True, width=motto),
    ]
    under_names = (left[-1].y if left else small) + small * 0.4
    under_motto = right[-1].y + large * 0.4
    bottom = max(under_names, under_motto) + _GAP + small
    left.append(
        Printed(phrases.BLANK_NUMBER.format(symbol=clean(head.symbol or "")), _LEFT, bottom, 13 * _POINT)
    )
    day = phrases.BLANK_DAY.format(place=clean(head.place_name or ""), year=year)
    right.append(Printed(day, _RIGHT, bottom, large, italic=True))
    rule = max((_rule_width(line.text, small) for line in left if line.bold), default=0)
    rules = (
        (_LEFT - rule / 2, _LEFT + rule / 2, under_names),
        (_RIGHT - motto / 2, _RIGHT + motto / 2, under_motto),
    )
    return Letterhead((*left, *right), rules, bottom + small * 0.5)


def _names(head: Head, size: float) -> Iterator[Printed]:
    """Parent's line, then the agency's own in bold, broken where they are wider than their cell."""
    most = int(_LEFT_WIDTH / (_CAPITAL * size))
    parent = wrap(clean(head.parent_line or "").upper(), most)
    lines = clean_lines(head.header_lines or "").upper().splitlines()
    own = [part for line in lines for part in wrap(_kept_together(line, most), most, break_on_hyphens=False)]
    for number, text in enumerate([*parent, *own]):
        yield Printed(text, _LEFT, size * (1 + number * _LINE_HEIGHT), size, bold=number >= len(parent))


def _kept_together(line: str, most: int) -> str:
    """A double name too long for its cell breaks before its dash, not within its second half."""
    name, dash, rest = line.partition(" - ")
    return f"{name} -{_HARD_BLANK}{rest.replace(' ', _HARD_BLANK)}" if dash and len(line) > most else line


def _rule_width(text: str, size: float) -> float:
    """The rule under an agency's name is a third to a half as long as the name (PL I II.2.b)."""
    return min(len(text) * _CAPITAL * size * 0.42, _LEFT_WIDTH)
