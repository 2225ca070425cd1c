import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.vietnamese import safe_file_name, slug

any_text = st.text(st.characters(exclude_categories=()), max_size=400)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kế hoạch tổ chức lễ", "ke-hoach-to-chuc-le"),
        ("Đắk N’Drung", "dak-ndrung"),
        ("Văn phòng HĐND&UBND", "van-phong-hdnd-ubnd"),
        ("  05/KH-UBND  ", "05-kh-ubnd"),
        ("“Ngày không viết”!", "ngay-khong-viet"),
        ("…", ""),
    ],
)
def test_a_slug_is_plain_words(text: str, code: str):
    assert slug(text) == code


def test_a_long_slug_is_cut_between_words():
    assert slug("Kế hoạch tổ chức lễ", limit=12) == "ke-hoach-to"
    assert slug("Kế hoạch tổ chức lễ", limit=11) == "ke-hoach-to"
    assert slug("Kế hoạch tổ chức lễ", limit=10) == "ke-hoach"
    assert slug("nghiêng", limit=3) == "ngh"


@given(any_text, st.integers(1, 80))
def test_a_slug_is_always_short_ascii_and_final(text: str, limit: int):
    code = slug(text, limit)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", code)
    assert len(code) <= limit
    assert slug(code, limit) == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kế hoạch tổ chức lễ phát động.docx", "Kế hoạch tổ chức lễ phát động.docx"),
        ("05/KH-UBND: lễ phát động", "05-KH-UBND-lễ phát động"),
        ('Giấy mời "Ngày <không> viết"?*', "Giấy mời Ngày không viết"),
        ("..\\..\\etc/passwd", "etc-passwd"),
        ("Báo cáo. . .", "Báo cáo"),
        ("CON", "CON_"),
        ("nul.docx", "nul_.docx"),
        ("COM1 .txt", "COM1_.txt"),
        ("Công văn", "Công văn"),
        ("Contact.csv", "Contact.csv"),
        ("-rf", "rf"),
        ("", "tài liệu"),
        ("???", "tài liệu"),
    ],
)
def test_a_file_name_keeps_its_letters_and_loses_what_windows_refuses(text: str, name: str):
    assert safe_file_name(text) == name


def test_a_long_name_keeps_its_extension():
    name = safe_file_name("Ủy ban nhân dân " * 30 + ".docx")
    assert name == "Ủy ban nhân dân " * 7 + "Ủy.docx"


def test_a_name_of_wide_letters_is_cut_by_bytes_at_a_letter():
    name = safe_file_name("ệ" * 200 + ".docx")
    assert name == "ệ" * 78 + ".docx"


@given(any_text)
def test_any_text_gives_a_name_every_system_takes(text: str):
    name = safe_file_name(text)
    assert 0 < len(name) <= 120
    assert len(name.encode()) <= 240
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name)
    assert name == name.strip(" .")
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)( *\.|$)", name)
    assert safe_file_name(name) == name
