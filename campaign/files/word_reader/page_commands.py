"""The drawing commands of a PDF page that say something about its text, and no others: five times faster to follow.

LibreOffice and Word set every letter by itself to justify a line; put together again, a page has hundreds of commands
instead of thousands.
"""

from __future__ import annotations

import re

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, ContentStream, FloatObject, NameObject, PdfObject

_STRING = (
    rb"<[0-9A-Fa-f\s]*+>|\((?:[^()\\]++|\\.)*+\)"  # possessive: hostile bytes take no longer than others
)
_NUMBER = rb"[-+]?(?:\d++\.?\d*+|\.\d++)"
_TOKEN = re.compile(
    rb"[\s\0]*(?:(?P<array>\[(?:[-+.\d\s]++|" + _STRING + rb")*+\])"
    rb"|(?P<number>" + _NUMBER + rb")(?![^\s\0<>\[\](){}/%])"
    rb"|(?P<mark><<|>>|%[^\r\n]*|\Z)"
    rb"|(?P<string>" + _STRING + rb")"
    rb"|(?P<name>/[^\s\0<>\[\](){}/%]*)"
    rb"|(?P<command>[A-Za-z'\"][A-Za-z0-9*'\"]*))",
    re.DOTALL,
)
_IN_ARRAY = re.compile(rb"(" + _STRING + rb")|(" + _NUMBER + rb")", re.DOTALL)
_OF_TEXT = frozenset(b"BT ET Tf Td TD Tm T* Tc Tw Tz TL Tr Ts Tj TJ ' \" q Q cm Do".split(b" "))
_NEXT_TO_EACH_OTHER = 120  # thousandths of the type size: a smaller shift only spaces letters
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}


def of_page(data: bytes, reader: PdfReader) -> ContentStream | None:
    """The page's commands about text, or None for a page with anything unusual in it: pypdf then reads it all."""
    commands: list[tuple[list[PdfObject], bytes]] = []
    operands: list[tuple[str | None, bytes]] = []
    place = 0
    while place < len(data):
        token = _TOKEN.match(data, place)
        if token is None:
            return None
        place, kind = token.end(), token.lastgroup
        if kind == "command":
            command = token["command"]
            if command == b"BI":  # a picture within the commands: anything may follow
                return None
            if command in _OF_TEXT:
                commands.append(([_value(*operand) for operand in operands], command))
            operands = []
        elif kind != "mark":
            operands.append((kind, token[kind or 0]))
    stream = ContentStream(None, reader)
    stream.operations = commands
    return stream


def _value(kind: str | None, text: bytes) -> PdfObject:
    if kind == "number":
        return FloatObject(text.decode())
    if kind == "name":
        return NameObject(text.decode("latin-1"))
    return _together(text) if kind == "array" else ByteStringObject(_bytes(text))


def _bytes(text: bytes) -> bytes:
    """What a string says, written in digits or in letters with escapes."""
    if text.startswith(b"<"):
        digits = text[1:-1].decode()
        try:
            return bytes.fromhex(digits)
        except ValueError:  # a last digit left out is a nought
            return bytes.fromhex("".join(digits.split()) + "0")
    return _ESCAPE.sub(_unescaped, text[1:-1]) if b"\\" in text else text[1:-1]


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) & 0xFF]) if sign[:1].isdigit() else _ESCAPED.get(sign, sign)


def _together(array: bytes) -> ArrayObject:
    """The strings of an array with only small shifts between them as one string."""
    joined = ArrayObject()
    letters: list[bytes] = []
    for string, number in _IN_ARRAY.findall(array):
        if string:
            letters.append(_bytes(string))
        elif abs(float(number)) > _NEXT_TO_EACH_OTHER:
            joined += [ByteStringObject(b"".join(letters)), FloatObject(number.decode())]
            letters = []
    joined.append(ByteStringObject(b"".join(letters)))
    return joined
