"""The numbers of a list: Roman for mục and phụ lục, Vietnamese letters for điểm (D30 II.6)."""

from campaign.vietnamese.text import nfc

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def roman(n: int) -> str:
    """The Roman number of 1 to 3999; ValueError outside."""
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman number for {n}")
    written = ""
    for value, sign in _ROMAN:
        times, n = divmod(n, value)
        written += sign * times
    return written


def roman_value(text: str) -> int:
    """The value of a Roman number in its one correct spelling and capitals; ValueError for anything else."""
    value, rest = 0, text
    for size, sign in _ROMAN:
        while rest.startswith(sign):
            value, rest = value + size, rest[len(sign) :]
    if rest or not 1 <= value <= 3999 or roman(value) != text:
        raise ValueError(f"not a Roman number: {text[:20]!r}")
    return value


def letter(n: int) -> str:
    """The letter of the n-th điểm: a b c d đ e g h … x y (no f j w z, no ă â ê ô ơ ư), then aa, ab … ay, ba …

    D30 Annex VI shows the sequence; what follows y is our choice, as in spreadsheets. ValueError under 1.
    """
    if n < 1:
        raise ValueError(f"no letter for {n}")
    written = ""
    while n:
        n, last = divmod(n - 1, len(_LETTERS))
        written = _LETTERS[last] + written
    return written


def letter_value(text: str) -> int:
    """The place of a điểm's letter or letters as `letter` writes them; ValueError for anything else."""
    value = 0
    for sign in nfc(text):
        place = _LETTERS.find(sign)
        if place < 0:
            raise ValueError(f"not a list letter: {text[:20]!r}")
        value = value * len(_LETTERS) + place + 1
    if not value:
        raise ValueError("no list letter")
    return value
