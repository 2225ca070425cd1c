"""Telling Vietnamese from what only looks like it: the shape of a syllable, and where its tone mark stands."""

import re
import unicodedata

from campaign.vietnamese.text import nfc

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SHAPE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    "(?:uyê|uya|iê|yê|ươ|uô|oa|oă|oe|uâ|uê|uy|uơ|ia|ua|ưa|oo|[aăâeêioôơuưy])"
    "(?:ch|nh|ng|[ckmnptiyou])?"
)
_TOKEN = re.compile(r"""[^\s\d.,;:!?()\[\]{}"'“”\u2018\u2019/\\|<>=+*_~-]+""")
# A tone written on the second vowel of an open oa, oe, uy; after q the u belongs to the consonant.
_LATE_TONE = re.compile(
    r"(?<![qQ])([oOuU])([aAeEyY])([\u0300\u0301\u0303\u0309\u0323])(?![^\W\d_]|[\u0300-\u036f])"
)


def is_syllable(word: str) -> bool:
    """Whether a word has the shape of one Vietnamese syllable with at most one tone, in any case and Unicode form."""
    taken_apart = unicodedata.normalize("NFD", word.lower())
    bare = nfc(_TONES.sub("", taken_apart))
    return len(_TONES.findall(taken_apart)) <= 1 and _SHAPE.fullmatch(bare) is not None


def marked_words(text: str) -> list[str]:
    """The words of a text that hold anything beyond ASCII, in order."""
    return [word for word in _TOKEN.findall(text) if not word.isascii()]


def settle_tones(text: str) -> str:
    """One spelling of open oa, oe, uy for comparing: hoà is hòa, uỷ is ủy, thuý is thúy; quý and hoàn stay. NFC."""
    return nfc(_LATE_TONE.sub(r"\1\3\2", unicodedata.normalize("NFD", text)))
