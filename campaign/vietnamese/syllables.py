"""Telling Vietnamese from what only looks like it: the shape of a syllable."""

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


def is_syllable(word: str) -> bool:
    """Whether a word has the shape of one Vietnamese syllable with at most one tone, in any case and Unicode form."""
    taken_apart = unicodedata.normalize("NFD", word.lower())
    bare = nfc(_TONES.sub("", taken_apart))
    return len(_TONES.findall(taken_apart)) <= 1 and _SHAPE.fullmatch(bare) is not None


def marked_words(text: str) -> list[str]:
    """The words of a text that hold anything beyond ASCII, in order."""
    return [word for word in _TOKEN.findall(text) if not word.isascii()]
