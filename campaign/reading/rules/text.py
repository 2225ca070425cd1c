"""Forms of a text that keep every character at its place, for matching; and cutting text into sentences."""

import re
import unicodedata
from functools import lru_cache

from campaign.reading import phrases
from campaign.vietnamese import fold

# Capital letters of Latin script, for use inside [...]: small Vietnamese letters are beyond a-z.
UPPER = "A-Z" + "".join(
    letter
    for letter in map(chr, range(0xC0, 0x1EFF))
    if letter.isupper() and ord(letter) not in range(0x370, 0x1E00)
)
_LINES = 8192  # of a document of 200 pages, whole and in pieces
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NEW_STYLE = re.compile("(?<!q)(?P<first>[uo])(?P<second>[^\\W\\da-z_])(?!\\w)")
_SENTENCE_END = re.compile(rf"(?<=[.!?…])[”\"’)]*\s+(?=[\"“(]?[{UPPER}\d])")
_ABBREVIATED = re.compile(phrases.ABBREVIATED)
_WORD = re.compile(r"[^\W_]+(?:[/&][^\W_]+)*")


class _Bases(dict[int, str]):
    """Each character with its small letter without marks, found when first met."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFD", chr(code))[0].lower()
        letter = {phrases.D_WITH_STROKE: "d", "\u2013": "-", "\u2014": "-", "\u2011": "-", "\u00a0": " "}.get(
            letter, letter
        )
        self[code] = letter if len(letter) == 1 else chr(code)
        return self[code]


class _Smalls(dict[int, str]):
    """Each character with its small letter, itself where that is longer."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).lower()
        self[code] = letter if len(letter) == 1 else chr(code)
        return self[code]


_BASES, _SMALLS = _Bases(), _Smalls()


@lru_cache(maxsize=_LINES)
def flat(text: str) -> str:
    """The NFC text in small letters without marks, character by character at its place."""
    return text.translate(_BASES)


@lru_cache(maxsize=_LINES)  # every recogniser asks for the same lines
def plain(text: str) -> str:
    """The NFC text in small letters and official spelling (\u1ee7y, h\u00f2a), character by character at its place."""
    return _NEW_STYLE.sub(_respell, text.translate(_SMALLS))


def _respell(found: re.Match[str]) -> str:
    """The tone moved from the second vowel of oa, oe, uy to the first."""
    base, *marks = list(unicodedata.normalize("NFD", found["second"]))
    tones = [mark for mark in marks if mark in _TONES]
    pair = found["first"] + base
    if pair not in ("oa", "oe", "uy") or not tones or len(marks) > len(tones):
        return found[0]
    return unicodedata.normalize("NFC", found["first"] + tones[0]) + base


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; abbreviations and numbers before a stop do not end one."""
    parts: list[str] = []
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if _ABBREVIATED.search(text, start, found.start()):
            continue
        parts.append(text[start : found.end()].strip())
        start = found.end()
    last = text[start:].strip()
    return [*parts, last] if last else parts


def words(text: str) -> list[str]:
    """The folded words of a text, signs left out."""
    return _WORD.findall(fold(text))


def is_caps(text: str) -> bool:
    """Whether the letters of a text are capitals, save for a stray one."""
    letters = [letter for letter in text if letter.isalpha()]
    small = sum(letter.islower() for letter in letters)
    return len(letters) > 1 and small * 12 <= len(letters)


def squeeze(text: str) -> str:
    """One line, single blanks."""
    return " ".join(text.split())
