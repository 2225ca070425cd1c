"""The two encodings offices wrote Vietnamese in before Unicode, as their fonts show them over Latin-1 letters.

TCVN3 (ABC, fonts ".Vn…"; TCVN 5712:1993 VN3) has one code a letter and shows capitals by a font whose name ends in H.
VNI (fonts "VNI-…") writes the bare vowel, then a letter that stands for its marks.
"""

import re
from enum import Enum

from campaign.vietnamese.syllables import is_syllable, marked_words
from campaign.vietnamese.text import nfc

_ENOUGH = 3  # marked words before letters alone prove anything
_SHARE = 0.7  # of marked words that must be syllables
_SAMPLE = 50_000  # letters looked at to decide
_UNICODE_LETTER = re.compile("[\u0102-\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u1ea0-\u1ef9\u0300-\u0323]")


class Legacy(Enum):
    """An old encoding, by the name its fonts bear."""

    TCVN3 = "tcvn3"
    VNI = "vni"


def _pairs(keys: str, letters: str) -> dict[str, str]:
    return dict(zip(keys.split(), nfc(letters).split(), strict=True))


TCVN3 = _pairs(
    "¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬ \u00ad ® µ ¶ · \u00b8 ¹ » ¼ ½ ¾ Æ Ç È É Ê Ë Ì Î Ï Ð Ñ Ò Ó Ô Õ Ö \u00d7 Ø Ü Ý Þ ß "
    "á â ã ä å æ ç è é ê ë ì í î ï ñ ò ó ô õ ö ÷ ø ù ú û ü ý þ",
    "Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ à ả ã á ạ ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ ĩ í ị ò "
    "ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ",
)
_VNI_SMALL = _pairs(
    "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò "
    "où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î ñ",
    "á à ả ã ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ é è ẻ ẽ ẹ ê ế ề ể ễ ệ í ì ỉ ĩ ị "
    "ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ ú ù ủ ũ ụ ư ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ đ",
)
VNI = _VNI_SMALL | {key.upper(): letter.upper() for key, letter in _VNI_SMALL.items()}

_TABLES = {Legacy.TCVN3: TCVN3, Legacy.VNI: VNI | {k.title(): v.upper() for k, v in _VNI_SMALL.items()}}
_KEYS = {
    each: re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    for each, table in _TABLES.items()
}


def of_font(font: str) -> Legacy | None:
    """The encoding a font's name tells of, if it is one of the old fonts."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return Legacy.TCVN3
    return Legacy.VNI if name.startswith("vni") else None


def shows_capitals(font: str) -> bool:
    """Whether an old font draws capitals for small letters: .VnTimeH, .VnArialH …"""
    return font.strip().lower().startswith(".vn") and font.strip().endswith("H")


def decoded(text: str, encoding: Legacy) -> str:
    """The text in Unicode; what the encoding does not know stays as it is."""
    table = _TABLES[encoding]
    return nfc(_KEYS[encoding].sub(lambda found: table[found[0]], text))


def is_unicode(text: str) -> bool:
    """Whether a text holds a letter only Unicode writes, so that it was typed after the old fonts, whatever its font."""
    return _UNICODE_LETTER.search(text) is not None


def detected(text: str) -> Legacy | None:
    """The old encoding a text is plainly in: its marked words become syllables when decoded, and are not as they stand."""
    words = [
        word for word in marked_words(text[:_SAMPLE]) if len(word) > 1
    ]  # a letter by itself proves nothing
    plain = _syllables(words)
    if len(words) < _ENOUGH or plain > _SHARE * len(words):
        return None
    found = {each: _syllables([decoded(word, each) for word in words]) for each in Legacy}
    best = max(found, key=lambda each: found[each])
    clear = found[best] >= plain + max(_ENOUGH, 0.2 * len(words))
    return best if clear and found[best] >= _SHARE * len(words) else None


def _syllables(words: list[str]) -> int:
    return sum(map(is_syllable, words))
