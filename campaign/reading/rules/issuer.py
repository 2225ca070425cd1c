"""The issuing body in full, out of capitals on two lines, abbreviations, or a head that lost it."""

import re
from functools import lru_cache

from campaign.reading import phrases
from campaign.reading.rules.text import flat, is_caps, plain, squeeze

_LEVEL = re.compile(rf"(?:{'|'.join(phrases.LEVELS)})\b")
_BODY = re.compile(phrases.BODY)
_PARENT_WITH_PLACE = re.compile(phrases.PARENTS_WITH_PLACE)
_OWN = re.compile(phrases.OWN_COMMITTEE)
_ABBREVIATION = re.compile(
    "|".join(re.escape(name) + (r"\b" if name[-1] != "." else "") for name in phrases.WRITTEN_OUT)
)
_SPEAKS = re.compile(phrases.SPEAKS)
_BARE_LEVEL = re.compile(rf"(?:^|\s)(?:{'|'.join(phrases.LEVELS)})$")
_COMMITTEE = re.compile("|".join(map(plain, phrases.LEVEL_BODIES)))
_ORGAN = re.compile(phrases.ORGAN)
_TO_NEXT = re.compile(phrases.GOES_ON)


def issuer_of(agency: list[str], number: str, place: str, body: str) -> str:
    """The issuer from the capital lines of the head; from number, place and running text when there are none."""
    names = _joined([_written_out(squeeze(line)) for line in agency])
    if not names:
        return _derived(number, place, body)
    *above, last = names
    parent = next(
        (name for name in reversed(above) if _LEVEL.search(plain(name))), above[-1] if above else ""
    )
    own = spelt(last, body)
    found = _LEVEL.search(plain(parent))
    if _BARE_LEVEL.search(plain(own)):
        return f"{own} {_place_of(parent, place, plain(own), body)}".strip()
    if parent and _ORGAN.fullmatch(plain(own)):
        return f"{own} {spelt(parent, body)}"
    if parent and found and not _LEVEL.search(plain(last)) and own.startswith(phrases.PROVINCIAL):
        if own == phrases.OFFICE_OF and _PARENT_WITH_PLACE.match(plain(parent)):
            return f"{own} {spelt(parent, body)}"
        return f"{own} {spelt(parent[found.start() :], body, within=True)}"
    return own


def _place_of(parent: str, place: str, own: str, body: str) -> str:
    """The place of a body called "… tỉnh" alone: that of its parent where it has the same level, else of the date line."""
    level = own.rsplit(" ", 1)[-1]
    found = list(re.finditer(rf"\b{level} ", plain(parent)))
    return spelt(parent[found[-1].end() :], body, within=True) if found else place


def _joined(lines: list[str]) -> list[str]:
    """Agencies, one string each: a line that begins with a level ("TỈNH ĐẮK NÔNG") or goes on belongs to the one before."""
    names: list[str] = []
    for line in lines:
        small = plain(line)
        begins = _BODY.match(small) and not (_LEVEL.match(small) and not _COMMITTEE.match(small))
        opened = names and _TO_NEXT.search(plain(names[-1]).strip())
        if names and (opened or not begins):
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    return names


def _written_out(name: str) -> str:
    """The name with its abbreviations spelt out, capitals as in the source."""
    small = plain(name)
    written, at = "", 0
    for found in _ABBREVIATION.finditer(small):
        full = phrases.WRITTEN_OUT[found[0]]
        written += name[at : found.start()] + (full.upper() if is_caps(name) else full)
        at = found.end()
    return squeeze(written + name[at:])


def spelt(name: str, body: str, *, within: bool = False) -> str:
    """A name in capitals with the letters a sentence has: as the running text writes it, else by the table of names."""
    if not is_caps(name):
        return name
    small = plain(name)
    if not within and (found := _as_in(body, small)):
        return found
    known = _spellings()
    parts: list[str] = []
    at = 0
    restored = flat(name)
    while at < len(name):
        match = next(
            (full for full in known if _stands(full, small, restored, at) and _whole(restored, at, full)), ""
        )
        word = match or re.match(r"\s*\S+", name[at:])[0].strip()  # type: ignore[index]
        parts.append(match or _word(word, _after_level(parts, within)))
        at += len(word)
        at += len(name[at:]) - len(name[at:].lstrip())
    text = " ".join(parts)
    return text if within else text[:1].upper() + text[1:]


def _as_in(body: str, small: str) -> str:
    """The name as the running text has it, when it has it with small letters and a capital first."""
    start = plain(body).find(small)
    while start >= 0:
        found = body[start : start + len(small)]
        if not is_caps(found) and found[0].isupper():
            return found
        start = plain(body).find(small, start + 1)
    return ""


@lru_cache(maxsize=1)
def _spellings() -> tuple[str, ...]:
    return tuple(sorted((*phrases.SPELT, *phrases.LEVELS), key=len, reverse=True))


def _stands(full: str, small: str, restored: str, at: int) -> bool:
    """Whether a known name stands at a place; several words may have lost their marks in scanning, one may not."""
    return small.startswith(plain(full), at) or (" " in full and restored.startswith(flat(full), at))


def _whole(text: str, at: int, name: str) -> bool:
    return not text[at + len(name) : at + len(name) + 1].isalnum()


def _after_level(parts: list[str], within: bool) -> bool:
    """Whether the words now are a proper name: after tỉnh, huyện, xã …, or of a school."""
    return any(part in (*phrases.LEVELS, *phrases.LEVEL_BODIES, phrases.SCHOOL) for part in parts)


def _word(word: str, proper: bool) -> str:
    if any(sign.isdigit() for sign in word) or (
        len(word) > 1 and not any(vowel in flat(word) for vowel in "aeiouy")
    ):
        return word
    return word[:1] + word[1:].lower() if proper else word.lower()


def _derived(number: str, place: str, body: str) -> str:
    """The committee the text speaks for: "UBND huyện ban hành …" of Đắk Song is Ủy ban nhân dân huyện Đắk Song."""
    small = plain(body)
    for found in _SPEAKS.finditer(small):
        name = body[found.start("name") : found.end("name")].strip()
        if name and name[0].isupper():
            return f"{phrases.COMMITTEE} {found['level']} {name}"
    symbol = next(
        (phrases.SYMBOLS[part] for part in re.split(r"[/\-]", number) if part in phrases.SYMBOLS), ""
    )
    level = _level_of(place, small)
    if place and level and symbol in ("", phrases.COMMITTEE):
        return f"{phrases.COMMITTEE} {level} {place}"
    return f"{symbol} {place}".strip() if symbol else ""


def _level_of(place: str, small: str) -> str:
    """Whether a place is a tỉnh, huyện, xã …: as the text calls it, else the level its committee is called by most."""
    named = re.search(rf"({'|'.join(phrases.LEVELS)}) {re.escape(plain(place))}\b", small) if place else None
    if named:
        return named[1]
    levels = _OWN.findall(small)
    return max(levels, key=levels.count) if levels else ""
