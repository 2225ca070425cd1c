import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.vietnamese import collation_key, letter, letter_value, roman, roman_value

positions = st.integers(1, 10**6)


@pytest.mark.parametrize(
    ("n", "sign"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")],
)
def test_roman_numbers_are_written_the_usual_way(n: int, sign: str):
    assert roman(n) == sign


def test_every_roman_number_is_read_back_and_stands_alone():
    assert [roman_value(roman(n)) for n in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_there_is_no_roman_number_outside_its_range(n: int):
    with pytest.raises(ValueError, match="Roman"):
        roman(n)


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "i", "MMMM", "A", "I.", "Ⅳ"])
def test_what_is_not_a_roman_number_is_refused(text: str):
    with pytest.raises(ValueError, match="Roman"):
        roman_value(text)


def test_the_letters_of_a_list_are_those_of_the_decree():
    assert [letter(n) for n in range(1, 24)] == list("abcdđeghiklmnopqrstuvxy")


def test_after_the_last_letter_the_list_goes_on_with_two():
    assert [letter(n) for n in (24, 25, 28, 46, 47)] == ["aa", "ab", "ađ", "ay", "ba"]


@given(positions)
def test_every_letter_is_read_back(n: int):
    assert letter_value(letter(n)) == n


@given(positions, positions)
def test_letters_are_ordered_as_their_places(one: int, other: int):
    def place(n: int) -> tuple[int, object]:
        return len(letter(n)), collation_key(letter(n))

    assert (one < other) == (place(one) < place(other))


def test_a_decomposed_list_letter_is_not_taken_for_another():
    with pytest.raises(ValueError, match="list letter"):
        letter_value(unicodedata.normalize("NFD", "ă"))


@pytest.mark.parametrize("n", [0, -5])
def test_there_is_no_letter_before_the_first(n: int):
    with pytest.raises(ValueError, match="letter"):
        letter(n)


@pytest.mark.parametrize("text", ["", "f", "w", "ô", "A", "a)", " a"])
def test_what_is_not_a_list_letter_is_refused(text: str):
    with pytest.raises(ValueError, match="list letter"):
        letter_value(text)
