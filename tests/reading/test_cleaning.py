"""From a document as read to its clean text: broken lines whole again, the sheet's own marks off, no word lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.source import Block, Paragraph, Source, Table

BODY = """\
Thực hiện Chương trình công tác năm 2026, Ủy ban nhân dân xã ban hành kế
hoạch tổ chức Lễ phát động phong trào, nội dung cụ thể như sau:
1. Văn phòng HĐND&UBND chủ trì, phối hợp với Trạm Y tế và các thôn rà
soát, lập danh sách đại biểu, gửi giấy mời trước ngày 05/12/2026.
2. Công an xã bảo đảm an ninh, trật tự nơi tổ chức buổi lễ và trên các
tuyến đường dẫn vào khu vực trung tâm xã."""


def _wrapped(text: str) -> Source:
    return Source(tuple(Paragraph(line) for line in text.split("\n")), wrapped=True)


def _texts(text: str) -> list[str]:
    return [block.text for block in clean(_wrapped(text)).blocks if isinstance(block, Paragraph)]


# ---------------------------------------------------------------- letters


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (unicodedata.normalize("NFD", "Ủy ban"), "Ủy ban"),
        ("Ủy\u00a0ban\u200b  nhân\u00addân\ufeff", "Ủy ban nhândân"),
        ("ﬁle ﬂow", "file flow"),
        ("  ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI  ", "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI"),
        ("a\t \tb", "a\tb"),
        ("Số:            /KH-UBND", "Số: /KH-UBND"),
        ("Bình An, ngày      tháng      năm 2026", "Bình An, ngày tháng năm 2026"),
        ("Uỷ ban", "Uỷ ban"),
        ("“Ngày không hẹn\" Ng o ại giao", "“Ngày không hẹn\" Ng o ại giao"),
    ],
)  # fmt: skip
def test_letters_are_cleaned_and_wording_is_kept(text: str, cleaned: str):
    for wrapped in (True, False):
        assert clean(Source((Paragraph(text),), wrapped=wrapped)).blocks == (Paragraph(cleaned),)


def test_old_letters_are_decoded_everywhere_in_the_document():
    old = "Uû ban nh©n d©n x· tæ chøc lÔ ph\u00b8t ®éng phong trµo"
    source = clean(Source((Paragraph(old), Table((("C«ng an", "Sè 5"),))), footnotes=("ghi chó",)))
    assert source.blocks == (
        Paragraph("Uỷ ban nhân dân xã tổ chức lễ phát động phong trào"),
        Table((("Công an", "Số 5"),)),
    )
    assert source.footnotes == ("ghi chú",)


# ---------------------------------------------------------------- broken lines


def test_broken_lines_are_joined_and_items_are_not():
    found = _texts(BODY)
    assert [text[:3] for text in found] == ["Thự", "1. ", "2. "]
    assert "".join(BODY.split()) == "".join("".join(found).split())


@pytest.mark.parametrize("start", ["- Tổ chức", "a) Tổ chức", "1.1. Tổ chức", "II. TỔ CHỨC", "Điều 2. Tổ chức", "+ Tổ chức", "* Tổ chức", "• Tổ chức", "Căn cứ Luật", "Nơi nhận:", "đ) Tổ chức"])  # fmt: skip
def test_what_starts_an_item_never_joins_the_line_above(start: str):
    full = BODY.split("\n")[0]
    assert _texts(f"{BODY}\n{full}\n{start}")[-2:] == [full, start]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("Căn cứ các Quyết định của Bộ trưởng Bộ Nội vụ số 1743/QĐ-", "BNV ngày 31/12/2025", "1743/QĐ-BNV ngày"),
        ("thực hiện Chương trình phát triển kinh tế - xã hội giai đoạn 2021", "- 2030 của tỉnh", "2021 - 2030 của"),
        ("các nội dung nêu tại Công văn này, đề nghị các đơn vị thực hiện (nếu có", ").", "có)."),
        ("theo Kế hoạch của Ủy ban nhân dân tỉnh ban hành kèm theo Quyết định số", "389/QĐ-UBND ngày 06/3/2025", "số 389/QĐ-UBND"),
        ("- Thường trực Đảng ủy, Thường trực HĐND, lãnh đạo", "các đoàn thể xã;", "lãnh đạo các đoàn"),
    ],
)  # fmt: skip
def test_seams_are_closed_as_they_were_written(above: str, below: str, joined: str):
    assert joined in _texts(f"{BODY}\n{above}\n{below}")[-1]


def test_letterhead_heading_and_signature_lines_stay_lines():
    head = "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 05/KH-UBND"
    foot = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Hoa"
    found = _texts(f"{head}\n{BODY}\n{foot}")
    assert found[:5] == head.split("\n")
    assert found[-7:] == foot.split("\n")


def test_the_lines_of_a_subject_in_a_narrow_column_are_joined():
    subject = "V/v tổ chức Lễ phát động\nphong trào thi đua\nnăm 2026\nBình An, ngày 05 tháng 12 năm 2026"
    assert _texts(subject) == [
        "V/v tổ chức Lễ phát động phong trào thi đua năm 2026",
        subject.split("\n")[-1],
    ]


def test_a_heading_in_capitals_too_long_for_its_line_is_joined():
    heading = "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025 VÀ PHƯƠNG HƯỚNG\nNHIỆM VỤ NĂM 2026"
    assert _texts(f"{BODY}\n{heading}")[-1] == heading.replace("\n", " ")


def test_an_empty_line_in_mid_sentence_does_not_part_it_and_elsewhere_does():
    found = clean(
        _wrapped(BODY.replace("và trên các\ntuyến", "và trên các\n\ntuyến") + "\n\nTrên đây là Kế hoạch.")
    ).blocks
    assert [block.spaced for block in found if isinstance(block, Paragraph)] == [False, False, False, True]


def test_long_lines_are_paragraphs_and_stay_apart():
    lines = ["Phòng A chủ trì, " + "phối hợp với các đơn vị " * 10 + "thực hiện", "Phòng B báo cáo " * 12]
    assert _texts("\n".join(lines)) == [line.strip() for line in lines]


def test_a_sentence_that_ends_at_the_margin_goes_on_where_first_lines_are_indented():
    text = """\
      Các đơn vị căn cứ chức năng, nhiệm vụ được giao nghiêm túc triển khai.
Trong quá trình thực hiện nếu có vướng mắc thì phản ánh về Văn phòng để
tổng hợp, báo cáo Ủy ban nhân dân xã xem xét, giải quyết theo quy định.
      Giao Văn phòng theo dõi, đôn đốc các đơn vị thực hiện nghiêm túc nội
dung chỉ đạo nêu trên và báo cáo kết quả.
      Trên đây là nội dung chỉ đạo của Ủy ban nhân dân xã."""
    assert [text.split()[0] for text in _texts(text)] == ["Các", "Giao", "Trên"]


# ---------------------------------------------------------------- page numbers and running heads


@pytest.mark.parametrize(
    "number", ["2", "- 2 -", "Trang 2", "Trang 2/5", "[2]", "                                    2"]
)
def test_a_page_number_in_the_middle_of_a_sentence_is_taken_off(number: str):
    text = BODY.replace("Trạm Y tế và các thôn rà\n", f"Trạm Y tế và các thôn rà\n{number}\n\n")
    assert _texts(text) == _texts(BODY)


def test_numbers_of_a_flattened_table_are_kept():
    text = "STT\nĐơn vị\n1\nVăn phòng\n2\nCông an xã\n3\nTrạm Y tế"
    assert _texts(text) == text.split("\n")


def test_page_numbers_that_count_on_are_taken_off():
    pages = [
        f"Nội dung thứ {n}.\n" + "\n".join(f"- Việc {n}.{k};" for k in range(20)) + f"\n{n}"
        for n in range(1, 5)
    ]
    assert not {"1", "2", "3", "4"} & set(_texts("\n".join(pages)))


def test_running_heads_are_kept_apart():
    pages = [
        f"KẾ HOẠCH NĂM 2026\nNội dung của trang thứ {n}.\n- Việc {n};\n- Việc khác {n};\nTrang {n + 1} - Bình An"
        for n in range(4)
    ]
    source = clean(_wrapped("\n\f".join(pages)))
    assert source.headers[0] == "KẾ HOẠCH NĂM 2026"
    texts = [block.text for block in source.blocks if isinstance(block, Paragraph)]
    assert len(texts) == 12
    assert not any("Bình An" in text for text in texts)


def test_a_heading_that_stands_twice_in_the_text_is_no_running_head():
    text = "\n".join(["I. MỤC TIÊU", "Nội dung.", "II. GIẢI PHÁP", "Nội dung."])
    assert _texts(text) == text.split("\n")


# ---------------------------------------------------------------- signs of text programs


def test_markdown_becomes_look():
    text = "## **KẾ HOẠCH**\n\n**1. Công an xã:** Bảo đảm an ninh (*nếu có*).\n\n* Lưu ý: không\n\n**KT. CHỦ TỊCH  \nPHÓ CHỦ TỊCH**"
    assert clean(_wrapped(text)).blocks == (
        Paragraph("KẾ HOẠCH", bold=True, heading=2),
        Paragraph("1. Công an xã: Bảo đảm an ninh (nếu có).", spaced=True),
        Paragraph("* Lưu ý: không", spaced=True),
        Paragraph("KT. CHỦ TỊCH", bold=True, spaced=True),
        Paragraph("PHÓ CHỦ TỊCH", bold=True),
    )


def test_stars_of_a_plain_text_are_kept():
    assert _texts("* Lưu ý: xem chú thích (**)") == ["* Lưu ý: xem chú thích (**)"]


def test_tables_drawn_with_bars_are_tables():
    text = "| Đơn vị | Nhiệm vụ |\n|---|---|\n| Công an | An ninh;<br>trật tự |\n| Thôn |\nHết"
    assert clean(_wrapped(text)).blocks == (
        Table((("Đơn vị", "Nhiệm vụ"), ("Công an", "An ninh;\ntrật tự"), ("Thôn", ""))),
        Paragraph("Hết"),
    )
    assert clean(_wrapped("a | b\nc | d")).blocks == (Table((("a", "b"), ("c", "d"))),)
    assert _texts("một dòng | có gạch") == ["một dòng | có gạch"]


# ---------------------------------------------------------------- Word


def test_soft_breaks_of_word_become_paragraphs_and_the_number_stays_with_the_first():
    source = Source(
        (Paragraph("Nơi nhận:\n- Như trên;\n- Lưu: VT.", number="1."), Paragraph("   "), Paragraph("Hết"))
    )
    assert clean(source).blocks == (
        Paragraph("Nơi nhận:", number="1."),
        Paragraph("- Như trên;"),
        Paragraph("- Lưu: VT."),
        Paragraph("Hết", spaced=True),
    )


def test_lines_of_a_cell_stay_lines_in_word_and_are_joined_from_a_pdf():
    cell = "Xây dựng kịch bản, chuẩn bị âm\nthanh, ánh sáng;\n- Mời đại biểu"
    assert clean(Source((Table(((cell,),)),))).blocks == (Table(((cell,),)),)
    (table,) = clean(Source((Table(((cell,),)),), wrapped=True)).blocks
    assert table == Table((("Xây dựng kịch bản, chuẩn bị âm thanh, ánh sáng;\n- Mời đại biểu",),))


# ---------------------------------------------------------------- for every document

_TYPICAL = (
    "Ủy ban nhân dân xã tổ chức Lễ phát động , ; . : - 1. 2. a) I. II. KẾ HOẠCH 2 3 2026 (nếu có) “Ngày không hẹn” "
    "Điều 1. phối hợp với Công an QĐ- /UBND | ** # * \t \f số: Nơi nhận: V/v TM."
)
_WORDS = st.sampled_from(_TYPICAL.split(" "))
_LINES = st.lists(st.lists(_WORDS, max_size=16).map(" ".join), max_size=30)
_OLD_LETTERS = "".join(map(chr, range(0xA1, 0x100)))  # enough of them in a row may spell TCVN3 or VNI
_ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_OLD_LETTERS), max_size=60)


@st.composite
def _sources(draw: st.DrawFn) -> Source:
    lines = draw(st.one_of(_LINES, st.lists(_ANY, max_size=12)))
    blocks: list[Block] = [Paragraph(line, bold=draw(st.booleans())) for line in lines]
    if draw(st.booleans()):
        blocks.insert(draw(st.integers(0, len(blocks))), Table((("a", draw(_ANY)),)))
    return Source(tuple(blocks), headers=("đầu trang",), wrapped=draw(st.booleans()))


def _letters(source: Source) -> str:
    texts = [
        block.text if isinstance(block, Paragraph) else " ".join(map(" ".join, block.rows))
        for block in source.blocks
    ]
    return "".join(
        sign
        for text in (*texts, *source.headers)
        for sign in unicodedata.normalize("NFKC", text)
        if sign.isalpha()
    )


@given(_sources())
def test_cleaning_twice_changes_nothing(source: Source):
    assert clean(clean(source)) == clean(source)


@given(_sources())
def test_no_letter_is_lost_in_a_document_without_pages(source: Source):
    flat = tuple(
        Paragraph(block.text.replace("\f", ""), bold=block.bold) if isinstance(block, Paragraph) else block
        for block in source.blocks
    )
    source = Source(flat, headers=source.headers, wrapped=source.wrapped)
    assert sorted(_letters(clean(source))) == sorted(_letters(source))


@given(_sources())
def test_a_clean_source_has_no_empty_or_broken_paragraph(source: Source):
    cleaned = clean(source)
    assert not cleaned.wrapped
    for paragraph in cleaned.paragraphs:
        assert paragraph.text == paragraph.text.strip()
        assert paragraph.text
        assert "\n" not in paragraph.text
        assert "  " not in paragraph.text
