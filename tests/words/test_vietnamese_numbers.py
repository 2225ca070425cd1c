import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.vietnamese import count, grouped, money, money_words, number_words

VALUES = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
SCALES = {"nghìn": 10**3, "triệu": 10**6}


def value_of(words: str) -> int:
    """The number a listener understands; written apart from the code under test."""
    before, tỷ, after = words.rpartition("tỷ")
    if tỷ:
        return value_of(before) * 10**9 + (value_of(after) if after else 0)
    total = group = digit = 0
    for word in words.split():
        if word in SCALES:
            total, group, digit = total + (group + digit) * SCALES[word], 0, 0
        elif word == "trăm":
            group, digit = digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        elif word != "linh":
            digit = VALUES[word]
    return total + group + digit


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (35, "ba mươi lăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (555, "năm trăm năm mươi lăm"),
        (1000, "một nghìn"),
        (1001, "một nghìn không trăm linh một"),
        (1015, "một nghìn không trăm mười lăm"),
        (2023, "hai nghìn không trăm hai mươi ba"),
        (15_000_000, "mười lăm triệu"),
        (1_050_000, "một triệu không trăm năm mươi nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (2_500_000_000, "hai tỷ năm trăm triệu"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (-21, "âm hai mươi mốt"),
    ],
)
def test_numbers_are_spelled_as_in_an_official_paper(n: int, words: str):
    assert number_words(n) == words


def test_no_two_numbers_up_to_ten_thousand_share_their_words():
    assert len({number_words(n) for n in range(10_000)}) == 10_000


@given(st.integers(0, 10**17))
def test_the_words_say_the_number(n: int):
    assert value_of(number_words(n)) == n


def test_money_is_grouped_by_dots_and_named():
    assert money(15_000_000) == "15.000.000 đồng"
    assert money(0) == "0 đồng"
    assert grouped(-1234567) == "-1.234.567"


def test_money_in_words_starts_with_a_capital():
    assert money_words(15_000_000) == "Mười lăm triệu đồng"


@pytest.mark.parametrize(
    ("n", "written"), [(0, "00"), (3, "03"), (9, "09"), (10, "10"), (30, "30"), (1250, "1.250")]
)
def test_counts_under_ten_have_two_digits(n: int, written: str):
    assert count(n) == written


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negative"):
        count(-1)
