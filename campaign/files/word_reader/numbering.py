"""Word's automatic numbers as they are printed (ECMA-376 part 1 §17.9): definitions, counters, formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from campaign.files.word_reader.values import is_on, value, whole
from campaign.files.word_writer.names import MC, W
from campaign.vietnamese import legacy, number_words, roman

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
# Bullets are letters of symbol fonts, in the private area; the rest are bullets nobody needs to tell apart.
SYMBOLS = {"\uf02d": "-", "\uf0be": "-", "\uf02b": "+", "\uf02a": "*", "\uf0fc": "✓", "\uf0d8": "➢", "\uf0e0": "→", "\uf0a7": "▪"}  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Level:
    """One level of a list: where it starts, how its number is written, after which level it starts anew."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


class Numbering:
    """The lists of one document and how far each has counted; paragraphs must be asked for in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, dict[int, Level]] = {}
        self._nums: dict[str, tuple[str, dict[int, Level], set[int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def number(self, num: str, level: int) -> str:
        """The next number of that list and level, "" for a list that is not there or prints nothing."""
        if num not in self._nums or not 0 <= level < LEVELS:
            return ""
        name, levels, restarted = self._nums[num]
        counts = self._counts.setdefault(name, [None] * LEVELS)
        if num not in self._begun:  # a list of its own on a shared definition starts where it says
            self._begun.add(num)
            for place in restarted:
                counts[place] = None
        here = levels.get(level, Level())
        count = counts[level]
        counts[level] = here.start if count is None else count + 1
        for deeper in range(level + 1, LEVELS):
            restart = levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                counts[deeper] = None
        return _printed(here, levels, counts)

    def level_of_style(self, num: str, style: str) -> int:
        """The level a paragraph style is tied to in that list, else the first."""
        levels = self._nums[num][1] if num in self._nums else {}
        return next((place for place, level in levels.items() if style and level.style == style), 0)

    def _read(self, root: etree._Element) -> None:
        links, homes = {}, {}
        for element in root.iter(f"{W}abstractNum"):
            name = element.get(f"{W}abstractNumId", "")
            self._lists[name] = dict(_levels(element))
            links[name] = value(element, "numStyleLink")
            if home := value(element, "styleLink"):
                homes[home] = name
        for element in root.iter(f"{W}num"):
            name = value(element, "abstractNumId")
            name = homes.get(links.get(name, ""), name)
            levels, restarted = dict(self._lists.get(name, {})), set()
            for override in element.iter(f"{W}lvlOverride"):
                place = whole(override.get(f"{W}ilvl"))
                levels.update(_levels(override))
                if (start := override.find(f"{W}startOverride")) is not None:
                    levels[place] = replace(levels.get(place, Level()), start=whole(start.get(f"{W}val")))
                    restarted.add(place)
            self._nums[element.get(f"{W}numId", "")] = (name, levels, restarted)


def _levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in parent.iterchildren(f"{W}lvl"):
        restart = value(element, "lvlRestart")
        level = Level(
            start=whole(value(element, "start"), 1),
            format=_format(element),
            text=_level_text(element),
            restart=whole(restart) if restart else None,
            legal=(legal := element.find(f"{W}isLgl")) is not None and is_on(legal),
            style=value(element, "pStyle"),
        )
        yield whole(element.get(f"{W}ilvl")), level


def _format(level: etree._Element) -> str:
    """The number format; one of Word's own making ("001, 002, 003, …") by its first number."""
    for custom in level.iterfind(f"{MC}AlternateContent/{MC}Choice/{W}numFmt"):
        return custom.get(f"{W}format", "").partition(",")[0].strip() or "decimal"
    return value(level, "numFmt") or "decimal"


def _level_text(level: etree._Element) -> str:
    text = value(level, "lvlText")
    fonts = level.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii", "")
    encoding = legacy.of_font(font)
    if encoding and not legacy.is_unicode(text):
        text = legacy.decoded(text, encoding)
        text = text.upper() if legacy.shows_capitals(font) else text
    return text


def _printed(here: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    if here.format == "none":
        return ""
    if here.format == "bullet":
        signs = (SYMBOLS.get(sign, sign) for sign in here.text)
        return _PRIVATE.sub("•", "".join(signs)).strip()

    def count_of(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        level = levels.get(place, Level())
        count = counts[place]
        return written(level.start if count is None else count, "decimal" if here.legal else level.format)

    return _PLACE.sub(count_of, here.text).strip()


def written(count: int, form: str) -> str:
    """A count in one of Word's number formats; those no Vietnamese paper uses are written in digits."""
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 30)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 4000:
        return roman(count).lower() if form == "lowerRoman" else roman(count)
    if form == "none":
        return ""
    if form in {"vietnameseCounting", "cardinalText"} and count >= 0:
        return number_words(count)
    if form == "numberInDash":
        return f"- {count} -"
    if form.isdigit() or form == "decimalZero":
        return str(count).zfill(len(form) if form.isdigit() else 2)
    return str(count)
