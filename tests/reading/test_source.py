"""One plan, handed in as Word, as text and as PDF, is one document."""

import io

import docx
import pytest

from campaign.files import pdf
from campaign.files.word_reader import read
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.source import Paragraph, Source, Table
from tests.conftest import lacking

PLAN = (
    "KẾ HOẠCH",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Tuyên truyền sâu rộng đến cán bộ, công chức, viên chức và Nhân dân trên địa bàn xã về ý nghĩa của phong trào; "
    "vận động các hộ gia đình cùng tham gia.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng HĐND&UBND: Chủ trì, phối hợp với các đơn vị chuẩn bị nội dung, kịch bản; gửi giấy mời đại biểu trước "
    "ngày 05/12/2026.",
    "- Tổng hợp kết quả, báo cáo Ủy ban nhân dân xã trước ngày 20/12/2026.",
)


def _broken(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > 72:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.fixture(scope="module")
def word() -> bytes:
    page = docx.Document()
    for text in PLAN:
        page.add_paragraph(text)
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def _texts(data: bytes, name: str) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in clean(read(data, name)).paragraphs)


def test_word_and_broken_text_say_the_same(word: bytes):
    assert _texts(word, "plan.docx") == PLAN
    lines = [line for text in PLAN for line in _broken(text)]
    assert _texts("\n".join(lines).encode(), "plan.txt") == PLAN
    lines.insert(4, "                                   2")
    assert _texts("\r\n".join(lines).encode("utf-16"), "plan.txt") == PLAN


@pytest.mark.office
def test_the_pdf_of_it_says_the_same_too(word: bytes):
    if not pdf.installed():
        lacking("LibreOffice")
    assert _texts(pdf.from_docx(word), "plan.pdf") == PLAN


def test_the_name_of_a_file_does_not_decide_what_it_is(word: bytes):
    assert _texts(word, "plan.txt") == PLAN


def test_paragraphs_leave_tables_out():
    source = Source((Paragraph("một"), Table((("hai",),)), Paragraph("ba")))
    assert [paragraph.text for paragraph in source.paragraphs] == ["một", "ba"]
