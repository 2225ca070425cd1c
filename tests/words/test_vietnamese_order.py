import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.vietnamese import collation_key, name_key

any_text = st.text(st.characters(exclude_categories=()))

IN_ORDER = [
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n"],
    ["n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"],
    ["ba", "bà", "bả", "bã", "bá", "bạ", "ban", "bán", "băn", "bắn", "bân", "bấn", "be"],
    ["dạ", "dân", "đa", "đá", "đắk", "đất", "em"],
    ["cờ", "cờ hoa", "cờ Tổ quốc", "cưa"],
    ["Bạc Liêu", "Bắc Kạn", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Hà Nội"],
    ["Tổ 2", "Tổ 10", "Tổ 10A", "Tổ dân phố"],
    ["tư", "Tư", "từ", "Từ"],
    ["Phong", "phòng", "phóng"],
    ["1", "Ân", "дом"],
]


@pytest.mark.parametrize("words", IN_ORDER)
def test_words_stand_as_in_a_vietnamese_dictionary(words: list[str]):
    assert all(collation_key(one) < collation_key(next_one) for one, next_one in pairwise(words))


def test_the_letter_decides_before_the_tone():
    assert collation_key("bạ") < collation_key("ban") < collation_key("bă")


def test_old_and_new_spelling_stand_side_by_side():
    words = ["hóa đơn", "hoà bình", "hòa giải", "hoà nhạc", "hoa"]
    assert sorted(words, key=collation_key) == ["hoa", "hoà bình", "hóa đơn", "hòa giải", "hoà nhạc"]


def test_a_very_long_number_has_a_place_too():
    assert collation_key("9" * 5000) > collation_key("8" * 5000) > collation_key("9" * 4999)
    assert collation_key("Tổ 02")[:2] == collation_key("Tổ 2")[:2]


@given(any_text)
def test_composed_and_decomposed_text_have_one_place(text: str):
    assert collation_key(unicodedata.normalize("NFC", text)) == collation_key(
        unicodedata.normalize("NFD", text)
    )


def test_people_stand_by_their_own_name_then_family_name():
    people = [
        "Trần Văn Bình",
        "Võ Quốc Tuấn",
        "Nguyễn Thị Án",
        "Lê Văn An",
        "Đỗ An",
        "Nguyễn Ngọc Ân",
        "Đinh Bình",
        "Y Bhim",
    ]
    assert sorted(people, key=name_key) == [
        "Đỗ An",
        "Lê Văn An",
        "Nguyễn Thị Án",
        "Nguyễn Ngọc Ân",
        "Y Bhim",
        "Đinh Bình",
        "Trần Văn Bình",
        "Võ Quốc Tuấn",
    ]


def test_capitals_do_not_part_people_of_one_name():
    people = ["TRẦN VĂN AN", "Lê Văn An", "Vũ An"]
    assert sorted(people, key=name_key) == ["Lê Văn An", "TRẦN VĂN AN", "Vũ An"]


def test_a_missing_name_comes_first():
    assert sorted(["An", "", "Bình"], key=name_key) == ["", "An", "Bình"]


@given(any_text, any_text)
def test_any_two_names_can_be_compared(one: str, other: str):
    assert (name_key(one) <= name_key(other)) or (name_key(other) <= name_key(one))
