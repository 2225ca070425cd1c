"""How wide bold text of Times New Roman is on paper, so that a line drawn under it can follow it. Pure, no font is read."""

import unicodedata

MM_PER_POINT = 25.4 / 72
# Advance widths of Times New Roman Bold (Tinos Bold is metrically the same) in thousandths of the size.
_ADVANCES = {
    220: "|",
    250: " ,.",
    278: "'/\\il",
    333: "!()-:;[]`fjt\u2018\u2019",
    389: "Is",
    394: "{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy\u201c\u201d\u2013",
    520: "~",
    556: 'Sbdhknpqu"',
    570: "+<=>",
    581: "^",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw",
    778: "GHKOQ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W\u2014\u2026",
}
_WIDTHS = {letter: advance for advance, letters in _ADVANCES.items() for letter in letters}
_USUAL = 500  # of a sign that is not in the table
# A stroke through D or d and the blank that joins do not decompose; they are as wide as these.
_AS_WIDE = {0x110: "D", 0x111: "d", 0xA0: " "}
_HORN = "\u031b"
_HORNED = {"o": 54, "u": 44, "U": 74}  # a horn widens these; tone and other vowel marks widen nothing


def width(text: str, points: float) -> float:
    """Millimetres of a line of bold text at that size."""
    thousandths, before = 0, ""
    for sign in unicodedata.normalize("NFD", text.translate(_AS_WIDE)):
        if sign == _HORN:
            thousandths += _HORNED.get(before, 0)
        elif not unicodedata.combining(sign):
            thousandths += _WIDTHS.get(sign, _USUAL)
            before = sign
    return thousandths / 1000 * points * MM_PER_POINT


def broken(text: str, points: float, room: float) -> list[str]:
    """The lines a word processor sets bold text in where `room` millimetres are free; it breaks at blanks and ends of lines."""
    lines = []
    for whole in text.splitlines():
        line = ""
        for word in whole.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width(longer, points) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines
