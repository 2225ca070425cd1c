"""The units a document names, found among those of the office: whatever case, marks, abbreviations, and by the mergers of 2025."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from campaign.glossary import Relation
from campaign.reading.rules.taking import phrases
from campaign.vietnamese import fold, nfc

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 300  # letters of a name that are looked at
_MOST_WORDS = 40
_LONGEST_PLACE = 4  # words of a place's name after its level


@dataclass(frozen=True)
class KnownUnit:
    """A unit of the office by its names; `current`: its time has not passed."""

    id: int
    name: str
    short_name: str
    relation: Relation = Relation.ASSIGN
    current: bool = True


@dataclass(frozen=True)
class Word:
    """A word of a name without case and marks; `initials` may stand for as many words as it has letters."""

    text: str
    initials: bool = False


Words = tuple[Word, ...]


@dataclass(frozen=True)
class Match:
    """The unit a name means; `merged` when it does so by the table of mergers only."""

    unit_id: int
    merged: bool = False


def match(name: str, units: Sequence[KnownUnit]) -> Match | None:
    """The one unit a written name means; None when there is none, or more than one alike. Today's units go first."""
    today, past = [unit for unit in units if unit.current], [unit for unit in units if not unit.current]
    for among, merged in ((today, False), (today, True), (past, False), (past, True)):
        found = None if not among else _successor(name, among) if merged else _same(name, among)
        if found is not None:
            return Match(found, merged)
    return None


def _same(name: str, units: Sequence[KnownUnit]) -> int | None:
    """The first way of comparing by which some unit is meant decides; two alike are none."""
    written = words(name)
    for alike in (_equal, _equal_without_place, _spelt_alike):
        found = {
            unit.id
            for unit in units
            if alike(written, words(unit.name)) or alike(written, words(unit.short_name))
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _successor(name: str, units: Sequence[KnownUnit]) -> int | None:
    """The unit that took over the work of the one named."""
    written = words(name)
    for old, successors in phrases.MERGED:
        if not any(alike(written, words(old)) for alike in (_equal, _equal_without_place, _spelt_alike)):
            continue
        for new in successors:
            if (found := _same(new, units)) is not None:
                return found
    return None


@lru_cache(maxsize=4096)
def words(name: str) -> Words:
    """The words of a name for comparing, "và" left out; capitals among small words are initials."""
    read = _WORD.findall(nfc(name)[:_LONGEST])[:_MOST_WORDS]
    shouted = len(read) > 1 and all(word.isupper() for word in read)
    return tuple(
        Word(folded, word.isupper() and len(word) > 1 and not shouted)
        for word in read
        if (folded := fold(word)) and folded not in phrases.UNSPOKEN
    )


@lru_cache(maxsize=4096)
def without_place(name: Words) -> Words:
    """A name without "huyện Đắk Song" or "xã" at its end; committees and councils keep theirs, which tells them apart."""
    if any(_equal(name[: len(body)], body) for body in map(words, phrases.TOLD_BY_PLACE)):
        return name
    for place in range(len(name) - 1, max(1, len(name) - _LONGEST_PLACE - 3), -1):
        before, level, after = name[place - 1].text, name[place].text, name[place + 1 :]
        two = f"{before} {level}"
        start = place - 1 if two in phrases.LEVELS_OF_PLACES else place
        if level not in phrases.LEVELS_OF_PLACES and start == place:
            continue
        if after[:1] and f"{level} {after[0].text}" in phrases.NO_PLACES:
            continue
        alone = start == 1 and name[0].initials
        if (start >= 2 or alone) and name[start - 1].text not in phrases.NOT_BEFORE_PLACES:
            return name[:start]
    return name


def _equal(one: Words, other: Words) -> bool:
    return bool(one) and [word.text for word in one] == [word.text for word in other]


def _equal_without_place(one: Words, other: Words) -> bool:
    return _equal(without_place(one), without_place(other))


def _spelt_alike(one: Words, other: Words) -> bool:
    """Alike when initials are spelt out: "VP HĐND&UBND" is "Văn phòng HĐND và UBND huyện"."""
    return _spells(one, other) or _spells(without_place(one), without_place(other))


def _spells(one: Words, other: Words) -> bool:
    reached = {(0, 0)}
    while reached:
        if (len(one), len(other)) in reached:
            return bool(one)
        reached = {step for at in reached for step in _steps(one, other, *at)}
    return False


def _steps(one: Words, other: Words, here: int, there: int) -> set[tuple[int, int]]:
    """How far one can read on in both names from two places."""
    if here >= len(one) or there >= len(other):
        return set()
    steps = {(here + 1, there + 1)} if one[here].text == other[there].text else set()
    if one[here].initials and (count := _initials(one[here], other, there)):
        steps.add((here + 1, there + count))
    if other[there].initials and (count := _initials(other[there], one, here)):
        steps.add((here + count, there + 1))
    return steps


def _initials(word: Word, name: Words, start: int) -> int:
    """How many words from `start` the letters of a word stand for; 0 when they do not."""
    count = len(word.text)
    meant = name[start : start + count]
    fits = len(meant) == count and all(
        letter == each.text[:1] for letter, each in zip(word.text, meant, strict=True)
    )
    return count if fits else 0
