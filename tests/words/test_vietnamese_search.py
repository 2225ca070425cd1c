import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.vietnamese import fold, matches

any_text = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đắk Song", "dak song"),
        ("ỦY BAN NHÂN DÂN", "uy ban nhan dan"),
        ("Ngày  không\u00a0viết", "ngay khong viet"),
        ("Văn hóa - Xã hội", "van hoa-xa hoi"),
        ("Trưởng ươm", "truong uom"),
    ],
)
def test_the_key_has_no_marks_case_or_spare_blanks(text: str, key: str):
    assert fold(text) == key


@pytest.mark.parametrize(
    "spellings",
    [
        ("hòa", "hoà", "HÒA"),
        ("ủy", "uỷ"),
        ("Đắk", "Đăk", "Đak", "Dak"),
        ("N'Drung", "N’Drung", "N\u02bcdrung", "N\u2018Drung"),
        ("liêm chính - phục vụ", "liêm chính – phục vụ", "liêm chính-phục vụ", "liêm chính—phục vụ"),
        ("“Ngày”", '"ngay"'),
        ("không\u200bviết", "khong\u00adviet"),
    ],
)
def test_spellings_of_one_word_share_a_key(spellings: tuple[str, ...]):
    assert len({fold(spelling) for spelling in spellings}) == 1


@given(any_text)
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


@given(any_text)
def test_composed_and_decomposed_text_share_a_key(text: str):
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệớờởỡợĐƯỞẬ "))
def test_vietnamese_text_folds_to_ascii(text: str):
    assert fold(text).isascii()


def test_words_are_found_in_any_order_and_half_typed():
    assert matches("song dak", "Huyện Đắk Song")
    assert matches("huyen dak so", "Huyện Đắk Song")
    assert matches("khong viet-", "Ngày không viết")
    assert matches("VH-TT", "Phòng VH - TT")
    assert matches(unicodedata.normalize("NFD", "đắk"), "Đắk Song")


def test_every_word_of_the_query_must_stand_in_the_text():
    assert not matches("dak nong", "Huyện Đắk Song")


@pytest.mark.parametrize("query", ["", "  ", "-"])
def test_an_empty_query_finds_everything(query: str):
    assert matches(query, "Đắk Song")


@given(any_text)
def test_text_is_found_by_itself(text: str):
    assert matches(text, text)
