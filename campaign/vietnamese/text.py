"""Cleaning typed or pasted text, and the capital letter and quotation marks of a sentence."""

import re
import unicodedata
from collections.abc import Iterable

# Controls that are not white space, zero-width and direction marks, lone surrogates (no UTF-8 form) and the two
# code points XML forbids. The soft hyphen U+00AD stays: in text of the old TCVN3 encoding it is the letter ư.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff]"
)
_MANY_BLANK_LINES = re.compile(r"\n{3,}")

_OPENING = "“\u2018\"'([{«"
# D30 Annex II: always written with a capital, so a sentence that starts with one keeps it when it is run in.
_ALWAYS_CAPITAL = ("Nhân dân", "Nhà nước", "Đảng", "Bác Hồ")


def nfc(text: str) -> str:
    """The composed Unicode form, the one the project stores, compares and prints."""
    return unicodedata.normalize("NFC", text)


def without_invisible(text: str) -> str:
    """The text without control, zero-width, direction and surrogate code points; white space stays as it is."""
    return _INVISIBLE.sub("", text)


def clean(text: str) -> str:
    """One line for a one-line field: NFC, nothing invisible, every run of blanks, NBSP or line ends one space, trimmed."""
    return nfc(" ".join(without_invisible(text).split()))


def clean_lines(text: str) -> str:
    """Several lines, each as `clean` gives it, ended by a bare newline; at most one empty line in a row, none at the ends."""
    lines = (" ".join(line.split()) for line in without_invisible(text).splitlines())
    return nfc(_MANY_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n"))


def capitalise_first(text: str) -> str:
    """The text with its first letter a capital, past opening quotes and brackets; the rest is kept (D30 Annex II)."""
    text = nfc(text)
    start = _first_letter(text)
    return text[:start] + text[start : start + 1].title() + text[start + 1 :]


def lower_first(text: str, proper: Iterable[str] = ()) -> str:
    """The text with its first letter small, to run it into a sentence.

    A first word with two capitals or a digit (UBND, TTr, K’Brông, A4) is kept, and so is one of `proper` or of the
    words D30 Annex II always capitalises.
    """
    text = nfc(text)
    start = _first_letter(text)
    rest = text[start:]
    first_word = rest.split(maxsplit=1)[0] if rest.strip() else ""
    if sum(letter.isupper() for letter in first_word) > 1 or any(letter.isdigit() for letter in first_word):
        return text
    if any(_starts_with_words(rest, nfc(name)) for name in (*_ALWAYS_CAPITAL, *proper)):
        return text
    return text[:start] + rest[:1].lower() + rest[1:]


def quotes(text: str) -> str:
    """Straight double quotes made “ and ” by what stands around each; apostrophes and curly quotes are kept.

    A quote after a blank or bracket opens, one before a blank or stop closes, so one forgotten mark does not turn the
    others round. Where the place does not tell, it closes if one is open. An inch mark (55") stays.
    """
    if '"' not in text:
        return text
    written: list[str] = []
    depth = 0
    for index, mark in enumerate(text):
        if mark == '"':
            mark = _curly("".join(written[-1:]), text[index + 1 : index + 2], depth > 0)
        depth = max(0, depth + {"“": 1, "”": -1}.get(mark, 0))
        written.append(mark)
    return "".join(written)


def _first_letter(text: str) -> int:
    """Index of the first character that is neither blank nor an opening mark."""
    return len(text) - len(text.lstrip(_OPENING + " \t\n"))


def _starts_with_words(text: str, name: str) -> bool:
    following = text[len(name) : len(name) + 1]
    return bool(name) and text.startswith(name) and not following.isalnum()


def _curly(before: str, after: str, is_open: bool) -> str:
    if before.isdigit() and not is_open:
        return '"'
    room_before = not before or before.isspace() or before in "([{“\u2018/-–—"
    room_after = not after or after.isspace() or after in ")]}”’.,;:!?…/-–—"
    if room_before != room_after:
        return "“" if room_before else "”"
    return "”" if is_open else "“"
