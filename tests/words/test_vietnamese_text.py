import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.vietnamese import capitalise_first, clean, clean_lines, lower_first, nfc, quotes

any_text = st.text(st.characters(exclude_categories=()))


def test_decomposed_letters_become_whole():
    assert nfc(unicodedata.normalize("NFD", "Việt")) == "Việt"
    assert len(nfc(unicodedata.normalize("NFD", "Việt"))) == 4


def test_a_pasted_title_becomes_one_clean_line():
    pasted = "\ufeff  Lễ\u00a0 phát\tđộng\r\n“Ngày\u200b không viết”\x00 \n"
    assert clean(pasted) == "Lễ phát động “Ngày không viết”"


def test_a_mark_cut_from_its_letter_by_a_zero_width_space_joins_it_again():
    assert clean("ê\u200b\u0301") == "ế"


def test_the_soft_hyphen_stays_because_old_fonts_print_it_as_a_letter():
    assert clean("t\u00ad") == "t\u00ad"


def test_word_line_breaks_and_windows_line_ends_become_newlines():
    assert clean_lines("một\r\nhai\x0bba\rbốn\u2028năm") == "một\nhai\nba\nbốn\nnăm"


def test_lines_keep_one_empty_line_between_paragraphs():
    assert clean_lines("\n\n  Mục   đích \n \n\n\nYêu cầu\n") == "Mục đích\n\nYêu cầu"


@given(any_text)
def test_cleaning_twice_changes_nothing(text: str):
    assert clean(clean(text)) == clean(text)
    assert clean_lines(clean_lines(text)) == clean_lines(text)


@given(any_text)
def test_clean_text_can_be_stored_and_put_into_xml(text: str):
    for cleaned in (clean(text), clean_lines(text)):
        cleaned.encode()
        assert unicodedata.is_normalized("NFC", cleaned)
        assert not any(unicodedata.category(sign) == "Cc" for sign in cleaned.replace("\n", ""))
        assert not {"\ufffe", "\uffff", "\u00a0", "\u200b"} & set(cleaned)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đề nghị Huyện đoàn", "Đề nghị Huyện đoàn"),
        ("ủy ban nhân dân", "Ủy ban nhân dân"),
        (unicodedata.normalize("NFD", "ế ẩm"), "Ế ẩm"),
        ("“ngày không viết”", "“Ngày không viết”"),
        ("30 đoàn viên", "30 đoàn viên"),
        ("UBND xã", "UBND xã"),
        ("", ""),
        ("“", "“"),
    ],
)
def test_the_first_letter_is_raised_and_the_rest_kept(text: str, expected: str):
    assert capitalise_first(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổ chức lễ phát động", "tổ chức lễ phát động"),
        ("Đôn đốc các xã", "đôn đốc các xã"),
        ("Ý kiến của đại biểu", "ý kiến của đại biểu"),
        ("“Ngày không viết”", "“ngày không viết”"),
        ("UBND xã báo cáo", "UBND xã báo cáo"),
        ("HĐND&UBND xã", "HĐND&UBND xã"),
        ("TTr số 05", "TTr số 05"),
        ("K’Brông dự lễ", "K’Brông dự lễ"),
        ("Nhân dân trong xã", "Nhân dân trong xã"),
        ("Đảng ủy xã", "Đảng ủy xã"),
        ("Bác sĩ trực", "bác sĩ trực"),
        ("", ""),
    ],
)
def test_the_first_letter_is_lowered_unless_it_is_a_name(text: str, expected: str):
    assert lower_first(text) == expected


def test_a_given_proper_noun_keeps_its_capital_only_as_whole_words():
    assert lower_first("Sở Nội vụ chủ trì", ["Sở Nội vụ"]) == "Sở Nội vụ chủ trì"
    assert lower_first("Sở dĩ chậm", ["Sở Nội vụ", ""]) == "sở dĩ chậm"
    assert lower_first("Anh hùng lao động", ["An"]) == "anh hùng lao động"


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ('"Ngày không viết", "Ngày không hẹn"', "“Ngày không viết”, “Ngày không hẹn”"),
        ('(gọi là "Ngày không viết").', "(gọi là “Ngày không viết”)."),
        ('"một "hai" ba"', "“một “hai” ba”"),
        ('""một" hai"', "““một” hai”"),
        ('mô hình " Ngày không viết "', "mô hình “ Ngày không viết ”"),
        ("H'Mông, N’Drung và 'Ê đê'", "H'Mông, N’Drung và 'Ê đê'"),
        ('màn hình 55" đặt ngoài sân', 'màn hình 55" đặt ngoài sân'),
        ('"Kế hoạch năm 2023"', "“Kế hoạch năm 2023”"),
    ],
)
def test_straight_quotes_become_curly_by_their_place(straight: str, curly: str):
    assert quotes(straight) == curly


def test_a_forgotten_closing_quote_does_not_turn_the_next_ones_round():
    assert (
        quotes('"Ngày không viết và "Ngày không hẹn" tại xã') == "“Ngày không viết và “Ngày không hẹn” tại xã"
    )


@given(st.text('ab" 1(“”'))
def test_quoting_twice_changes_nothing(text: str):
    assert quotes(quotes(text)) == quotes(text)
