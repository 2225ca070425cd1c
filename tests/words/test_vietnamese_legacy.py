import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.vietnamese import legacy
from campaign.vietnamese.legacy import TCVN3, VNI, Legacy
from campaign.vietnamese.syllables import is_syllable

SENTENCE = "Tổ chức thực hiện kế hoạch phối hợp với các cơ quan, đơn vị đã đăng ký từ ngày 05/3"


def _written(text: str, table: dict[str, str]) -> str:
    codes = {letter: code for code, letter in table.items()}
    return "".join(codes.get(letter, letter) for letter in text)


def test_both_tables_write_every_vietnamese_letter_once():
    small = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    assert sorted(TCVN3.values()) == sorted(small + "ĂÂÊÔƠƯĐ")
    assert sorted(VNI.values()) == sorted(small + small.upper())


@pytest.mark.parametrize(
    ("text", "encoding", "decoded"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", Legacy.TCVN3, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Legacy.VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", Legacy.VNI, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        ("§éc lËp - Tù do - H¹nh phóc", Legacy.TCVN3, "Độc lập - Tự do - Hạnh phúc"),
        ("AÙnh, ÔÛ", Legacy.VNI, "Ánh, Ở"),
    ],
)
def test_known_texts(text: str, encoding: Legacy, decoded: str):
    assert legacy.decoded(text, encoding) == decoded


@given(st.text(st.sampled_from([*TCVN3.values(), *"abc XYZ 0123.,/-“”\n"])))
def test_tcvn3_gives_back_what_was_written(text: str):
    assert legacy.decoded(_written(text, TCVN3), Legacy.TCVN3) == text


@given(st.text(st.sampled_from([*VNI.values(), *"abciouey XYZAEO 0123.,/-“”\n"])))
def test_vni_gives_back_what_was_written(text: str):
    assert legacy.decoded(_written(text, VNI), Legacy.VNI) == text


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", Legacy.TCVN3, False), (".VnTimeH", Legacy.TCVN3, True), (".vnarialh", Legacy.TCVN3, False),
        ("VNI-Times", Legacy.VNI, False), ("Times New Roman", None, False), ("", None, False),
    ],
)  # fmt: skip
def test_fonts_tell_their_encoding(font: str, encoding: Legacy | None, capitals: bool):
    assert legacy.of_font(font) is encoding
    assert legacy.shows_capitals(font) is capitals


def test_letters_alone_tell_the_encoding():
    small = SENTENCE.lower()
    assert legacy.detected(_written(small, TCVN3)) is Legacy.TCVN3
    assert legacy.detected(_written(SENTENCE, VNI)) is Legacy.VNI


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "",
        "plain words only",
        "« Le café » à Nîmes, déjà-vu, garçon",
        "Tè chuc céc buéi héi thao, xuét, nhén réng",
    ],
)
def test_other_texts_are_left_as_they_are(text: str):
    assert legacy.detected(text) is None


@pytest.mark.parametrize(
    "word", ["nghiêng", "Quỳnh", "ỦY", "gì", "khuỷu", "đ".upper() + "ắk", "ươm", "thuở", "a"]
)
def test_syllables(word: str):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["xuét1", "chøc", "hoµ", "ñaõ", "brông", "", "tốt́"])
def test_what_is_no_syllable(word: str):
    assert not is_syllable(word)
