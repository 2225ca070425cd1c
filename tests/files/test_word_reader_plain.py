"""Plain text in every encoding offices saved it in, and PDFs as LibreOffice prints them."""

import io
import unicodedata
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from pypdf import PdfReader
from pypdf.generic import NameObject

from campaign.errors import Refused
from campaign.files import pdf
from campaign.files.word_reader import page_commands, phrases, read, read_text
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.source import Paragraph, Table
from campaign.vietnamese import legacy
from tests.conftest import lacking
from tests.files.test_word_reader import _saved

TEXT = "Ủy ban nhân dân xã Bình An tổ chức lễ phát động,\nđề nghị các đơn vị phối hợp thực hiện./."
SMALL = "ủy ban nhân dân xã tổ chức lễ phát động,\nđề nghị các đơn vị phối hợp thực hiện./."


EMPTY_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"


def _old(text: str, table: dict[str, str]) -> bytes:
    codes = {letter: code for code, letter in table.items()}
    return "".join(codes.get(letter, letter) for letter in text).encode("latin-1")


def _windows_1258(text: str) -> bytes:
    """As Windows writes it: letters with their hats in one code, tones as codes of their own."""
    written = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        written += (base + tones).encode("cp1258")
    return written


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        (unicodedata.normalize("NFD", TEXT).encode(), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (TEXT.encode("utf-16-le"), TEXT),
        (TEXT.encode("utf-16-be"), TEXT),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT),
        (TEXT.replace("\n", "\r\n").encode(), TEXT),
        (_windows_1258(TEXT), TEXT),
        (_old(SMALL, legacy.TCVN3), SMALL),
        (_old(TEXT, legacy.VNI), TEXT),
        (TEXT.encode() + "ẫ".encode()[:2], TEXT),
        (b"\xff" + TEXT.encode() * 30, "\ufffd" + TEXT * 30),
    ],
    ids=["utf-8", "bom", "nfd", "utf-16", "16-le", "16-be", "16-be-bom", "crlf", "1258", "tcvn3", "vni", "cut", "damaged"],
)  # fmt: skip
def test_text_is_read_whatever_its_encoding(data: bytes, text: str):
    source = read(data, "plan.txt")
    lines = [
        unicodedata.normalize("NFC", block.text) for block in source.blocks if isinstance(block, Paragraph)
    ]
    assert "\n".join(lines).rstrip("\n") == text
    assert source.wrapped


def test_old_letters_saved_as_utf_8_are_decoded_when_they_are_cleaned():
    for table in (legacy.TCVN3, legacy.VNI):
        written = _old(SMALL, table).decode("latin-1")
        (paragraph,) = clean(read(written.encode(), "a.txt")).blocks
        assert paragraph == Paragraph(SMALL.replace("\n", " "))


def test_pasted_text_is_read_like_a_file():
    assert read_text(TEXT).blocks == (Paragraph(TEXT.split("\n")[0]), Paragraph(TEXT.split("\n")[1]))


@pytest.mark.parametrize("blank", ["", " \n\t\n", "\u200b".strip("\u200b")])
def test_blank_text_is_refused(blank: str):
    with pytest.raises(Refused, match=phrases.NO_TEXT):
        read_text(blank)


# ---------------------------------------------------------------- PDF


@pytest.fixture(scope="module")
def printed() -> bytes:
    """Three pages: letterhead and signature in tables, a task table, justified text, a running foot with the page."""
    if not pdf.installed():
        lacking("LibreOffice")
    page = docx.Document()
    page.styles["Normal"].font.name = "Times New Roman"
    head = page.add_table(rows=2, cols=2)
    for place, text in enumerate(
        ["ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM", "Số: 05/KH-UBND", "Bình An, ngày 01 tháng 12 năm 2026"]
    ):  # fmt: skip
        head.cell(place // 2, place % 2).text = text
    page.add_paragraph("KẾ HOẠCH").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number in range(1, 41):
        page.add_paragraph(f"{number}. Việc thứ {number}").runs[0].bold = True
        page.add_paragraph(SENTENCE.format(number)).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    tasks = page.add_table(rows=2, cols=2)
    for place, text in enumerate(["Đơn vị", "Nhiệm vụ", "Phòng Văn hóa - Xã hội", TASK]):
        tasks.cell(place // 2, place % 2).text = text
    page.sections[0].footer.paragraphs[0].text = "Kế hoạch phát động năm 2026"
    return pdf.from_docx(_saved(page))


SENTENCE = (
    "Lần thứ {}, các cơ quan, đơn vị trên địa bàn xã chủ động phối hợp với Mặt trận Tổ quốc và các đoàn thể vận động "
    "Nhân dân cùng tham gia dọn vệ sinh, trồng cây, giữ gìn đường làng ngõ xóm luôn sạch đẹp trong cả năm."
)
TASK = "Xây dựng kịch bản, mời đội văn nghệ, chuẩn bị âm thanh và ánh sáng cho buổi lễ phát động"


@pytest.mark.office
def test_a_pdf_gives_back_the_paragraphs_and_tables_it_was_printed_from(printed: bytes):
    source = clean(read(printed, "plan.pdf"))
    texts = [block.text for block in source.blocks if isinstance(block, Paragraph)]
    expected = ["KẾ HOẠCH"]
    for number in range(1, 41):
        expected += [f"{number}. Việc thứ {number}", SENTENCE.format(number)]
    assert texts == expected
    assert [block.rows for block in source.blocks if isinstance(block, Table)] == [
        (("ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"), ("Số: 05/KH-UBND", "Bình An, ngày 01 tháng 12 năm 2026")),
        (("Đơn vị", "Nhiệm vụ"), ("Phòng Văn hóa - Xã hội", TASK)),
    ]  # fmt: skip
    assert source.headers == ("Kế hoạch phát động năm 2026",)


@pytest.mark.office
def test_quick_reading_of_a_page_says_what_pypdf_says(printed: bytes):
    reader = PdfReader(io.BytesIO(printed))
    for page in reader.pages:
        slow = page.extract_text()
        quick = page_commands.of_page(page.get_contents().get_data(), reader)
        assert quick is not None
        page[NameObject("/Contents")] = quick
        assert page.extract_text() == slow


@pytest.mark.parametrize(
    "unusual",
    [
        b"BI /W 1 ID \xff EI",
        b"(a(b)c) Tj",
        b"[(a) [1] ] TJ",
        b"] TJ",
        b"{ 1 }",
        b"--5 Tc",
        b"(open",
        b"[" + b"1 " * 9000,
        b"7" * 90_000 + b"x",
    ],
)
def test_an_unusual_page_is_left_to_pypdf(unusual: bytes):
    assert page_commands.of_page(b"BT " + unusual, PdfReader(io.BytesIO(EMPTY_PDF))) is None


@pytest.mark.office
def test_bold_lines_of_a_pdf_stay_bold(printed: bytes):
    source = clean(read(printed, "plan.pdf"))
    bold = [block.text for block in source.blocks if isinstance(block, Paragraph) and block.bold]
    assert bold == [f"{number}. Việc thứ {number}" for number in range(1, 41)]


def test_shared_samples_are_read_whole():
    folder = Path(__file__).parents[3] / "shared"
    if not folder.is_dir():
        pytest.skip("the shared samples are not here")
    for file in (*folder.glob("seeds/*.txt"), *folder.glob("samples/*.txt")):
        source = clean(read(file.read_bytes(), file.name))
        assert clean(source) == source
        kept = "".join(_letters(_all_text(source.blocks)))
        assert kept == "".join(_letters(unicodedata.normalize("NFC", file.read_text("utf-8")))), file.name


def _all_text(blocks: tuple[Paragraph | Table, ...]) -> str:
    return " ".join(
        block.text if isinstance(block, Paragraph) else " ".join(" ".join(row) for row in block.rows)
        for block in blocks
    )


def _letters(text: str) -> list[str]:
    return [sign for sign in text if sign.isalpha()]
