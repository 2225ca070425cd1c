"""Numbers, amounts of money and counts, in digits and in words."""

from campaign.vietnamese.text import capitalise_first

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9


def number_words(n: int) -> str:
    """The number in words, northern official forms (mốt, lăm, linh, nghìn, tỷ): 1015 is "một nghìn không trăm mười lăm"."""
    if n < 0:
        return f"âm {number_words(-n)}"
    return " ".join(_words(n)) or _DIGITS[0]


def grouped(n: int) -> str:
    """The number in digits with a dot between thousands: "15.000.000"."""
    return f"{n:,}".replace(",", ".")


def money(n: int) -> str:
    """An amount in đồng: "15.000.000 đồng"."""
    return f"{grouped(n)} đồng"


def money_words(n: int) -> str:
    """An amount in words, as after "Bằng chữ:": "Mười lăm triệu đồng"."""
    return f"{capitalise_first(number_words(n))} đồng"


def count(n: int) -> str:
    """A count in running text, two digits under 10 as official papers write it ("03", "12", "1.250"); ValueError under 0."""
    if n < 0:
        raise ValueError("a count is not negative")
    return f"{n:02}" if n < 10 else grouped(n)


def _words(n: int) -> list[str]:
    """Words of a number; nothing for zero. From a billion up, what counts the billions is a number of its own."""
    billions, rest = divmod(n, _BILLION)
    words = [*_words(billions), "tỷ"] if billions else []
    for size, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, rest = divmod(rest, size)
        if group:
            words += _hundreds(group, full=bool(words))
            words += [name] if name else []
    return words


def _hundreds(n: int, *, full: bool) -> list[str]:
    """Words of 1 to 999; `full` after a larger group, where the empty hundred is spoken too ("không trăm")."""
    hundreds, rest = divmod(n, 100)
    tens, units = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens:
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    elif units and words:
        words.append("linh")
    if units:
        words.append(_unit(tens, units))
    return words


def _unit(tens: int, units: int) -> str:
    """The last digit after a ten: mốt from 21 on, lăm from 15 on."""
    if units == 1 and tens > 1:
        return "mốt"
    return "lăm" if units == 5 and tens else _DIGITS[units]
