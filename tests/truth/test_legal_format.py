"""Every paper of the demo, read back with python-docx, is in the format of NĐ 30/2020/NĐ-CP (Phụ lục I)."""

import re
from collections.abc import Callable, Iterator

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from tests.truth.conftest import SHEETS, Paper

LYING = "Bảng theo dõi"  # the one paper on A4 laid on its side
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}  # mm
SIZES = {(13, 14, 14), (12, 13, 13)}  # Quốc hiệu, Tiêu ngữ, text
CAPITAL_NAMES = {
    "Kế hoạch": "KẾ HOẠCH",
    "Báo cáo": "BÁO CÁO",
    "Giấy mời": "GIẤY MỜI",
    "Kịch bản": "KỊCH BẢN DẪN CHƯƠNG TRÌNH",
}


def faults(papers: list[Paper], check: Callable[[Paper], object]) -> dict[tuple[str, str], object]:
    """Papers that do not pass, with what the check says of them."""
    found = {(paper.campaign, paper.name): check(paper) for paper in papers}
    return {name: fault for name, fault in found.items() if fault}


def paragraphs(paper: Paper) -> Iterator[Paragraph]:
    """Every paragraph with words, cells included."""
    document = paper.word
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document.part)  # type: ignore[arg-type]
        if paragraph.text.strip():
            yield paragraph


def of_style(paragraph: Paragraph, read: Callable[[ParagraphStyle], object]) -> object:
    """The first value that the paragraph's style, or one it is based on, gives."""
    style: ParagraphStyle | None = paragraph.style  # type: ignore[assignment]
    while style is not None:
        if (value := read(style)) is not None:
            return value
        style = style.base_style  # type: ignore[assignment]
    return None


def size(paragraph: Paragraph) -> float | None:
    """Points of a paragraph's letters."""
    direct = next((run.font.size for run in paragraph.runs if run.font.size), None)
    found = direct or of_style(paragraph, lambda style: style.font.size)
    return found.pt if isinstance(found, Length) else None


def is_bold(paragraph: Paragraph) -> bool:
    """Is every word of the paragraph bold?"""
    style = of_style(paragraph, lambda style: style.font.bold)
    return all(style if run.bold is None else run.bold for run in paragraph.runs if run.text.strip())


def is_upper(paragraph: Paragraph) -> bool:
    """Is it printed in capitals, as typed or by its style?"""
    return paragraph.text.isupper() or bool(of_style(paragraph, lambda style: style.font.all_caps))


def with_text(paper: Paper, text: str) -> Paragraph:
    """The first paragraph that begins so."""
    return next(paragraph for paragraph in paragraphs(paper) if paragraph.text.strip().startswith(text))


# ---------------------------------------------------------------- the page


def test_paper_is_a4_and_margins_are_in_range(papers: list[Paper]) -> None:
    def wrong(paper: Paper) -> list[str]:
        bad = []
        size = (297, 210) if LYING in paper.name else (210, 297)
        for section in paper.word.sections:
            assert section.page_width
            assert section.page_height
            found = (round(section.page_width.mm), round(section.page_height.mm))
            bad += ["page"] if found != size else []
            for side, (low, high) in MARGINS.items():
                margin = getattr(section, f"{side}_margin").mm
                bad += [side] if not low - 0.1 <= margin <= high + 0.1 else []
        return bad

    assert faults(papers, wrong) == {}


def test_pages_are_numbered_in_the_top_margin_from_the_second_on(papers: list[Paper]) -> None:
    def wrong(paper: Paper) -> list[str]:
        bad = []
        for section in paper.word.sections:
            header = section.header.paragraphs
            bad += [] if section.different_first_page_header_footer else ["first page not different"]
            bad += ["number on page 1"] if "PAGE" in section.first_page_header._element.xml else []
            numbered = [line for line in header if "PAGE" in line._element.xml]
            bad += [] if len(numbered) == 1 else ["no number"]
            bad += [
                "number not centred, 13 or 14"
                for line in numbered
                if of_style(line, lambda style: style.paragraph_format.alignment) != WD_ALIGN_PARAGRAPH.CENTER
                or size(line) not in {13, 14}
            ]
        return bad

    assert faults(papers, wrong) == {}


# ---------------------------------------------------------------- letters


def test_times_new_roman_is_the_only_font(papers: list[Paper]) -> None:
    def others(paper: Paper) -> set[str]:
        document = paper.word
        named = [*document.styles.element.iter(qn("w:rFonts")), *document.element.iter(qn("w:rFonts"))]
        fonts = {
            value for fonts in named for key, value in fonts.items() if not key.endswith(("Theme", "hint"))
        }
        themes = {value for fonts in named for key, value in fonts.items() if key.endswith("Theme")}
        return (fonts - {"Times New Roman"}) | themes

    assert faults(papers, others) == {}


def test_sizes_of_the_head_and_the_text_go_together(papers: list[Paper]) -> None:
    def wrong(paper: Paper) -> object:
        nation, motto = (
            with_text(paper, words) for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập")
        )
        bodies = [size(line) for line in paragraphs(paper) if line.text.rstrip().endswith("./.")]
        found = (size(nation), size(motto), *bodies)
        return None if found in SIZES else found

    with_heads = [paper for paper in papers if paper.is_document]
    assert faults(with_heads, wrong) == {}
    assert len(with_heads) > 10


def test_the_head_is_bold_and_the_name_of_a_paper_too(papers: list[Paper]) -> None:
    def wrong(paper: Paper) -> list[str]:
        names = [
            "CỘNG HÒA",
            "Độc lập",
            *(capitals for label, capitals in CAPITAL_NAMES.items() if label in paper.name),
        ]
        return [name for name in names if not is_bold(with_text(paper, name))]

    assert faults([paper for paper in papers if paper.is_document], wrong) == {}
    assert faults([paper for paper in papers if "Phụ lục" in paper.name], _annex_head) == {}


def _annex_head(paper: Paper) -> list[object]:
    label, title, *_ = paragraphs(paper)
    right = [is_bold(label), size(label) == 14, is_bold(title), is_upper(title), size(title) in {13, 14}]
    return [] if all(right) else [label.text, title.text, right]


# ---------------------------------------------------------------- words


def test_no_tag_of_a_template_is_left(papers: list[Paper]) -> None:
    def left(paper: Paper) -> list[str]:
        parts = [
            part.blob.decode()
            for part in paper.word.part.package.iter_parts()
            if part.partname.endswith(".xml")
        ]
        return [sign for sign in ("{{", "{%", "None", "undefined") if any(sign in part for part in parts)]

    assert faults(papers, left) == {}


def test_the_body_ends_with_its_mark_once(papers: list[Paper]) -> None:
    def marks(paper: Paper) -> int | None:
        count = sum(line.count("./.") for line in paper.lines)
        return None if count == 1 else count

    assert faults([paper for paper in papers if "Kịch bản" not in paper.name], marks) == {}


def test_recipients_end_with_the_file_copy_level_with_the_signature(papers: list[Paper]) -> None:
    def wrong(paper: Paper) -> object:
        table = next(table for table in paper.word.tables if "Nơi nhận:" in table.cell(0, 0).text)
        label, *lines = [line.text for line in table.cell(0, 0).paragraphs if line.text.strip()]
        signed = [line.text for line in table.cell(0, len(table.columns) - 1).paragraphs if line.text.strip()]
        right = (
            label == "Nơi nhận:",
            all(re.fullmatch(r"- .+;", line) for line in lines[:-1]),
            re.fullmatch(r"- Lưu: VT.*\.", lines[-1]),
            signed and all(line.isupper() for line in signed[: 2 if "TM." in signed[0] else 1]),
        )
        return None if all(right) else (lines, signed)

    documents = [paper for paper in papers if paper.is_document]
    assert faults(documents, wrong) == {}


def test_a_draft_has_no_number_and_no_day_and_an_issued_paper_has_both(papers: list[Paper]) -> None:
    def number_and_day(paper: Paper) -> tuple[bool, bool]:
        number = next(line for line in paper.lines if line.startswith("Số:"))
        day = next(line for line in paper.lines if ", ngày " in line and " năm " in line)
        return bool(re.match(r"Số: \d\d+/", number)), bool(re.search(r"ngày \d\d tháng (0[12]|[3-9]|1[0-2]) năm \d{4}$", day))  # fmt: skip

    found = {
        (paper.campaign, paper.name[3:24]): number_and_day(paper) for paper in papers if paper.is_document
    }
    issued = {name for name, (number, day) in found.items() if number and day}
    assert {name[0] for name in issued} == {"duc-an-2026", "dak-glong-2025"}
    assert {name: known for name, known in found.items() if known[0] != known[1]} == {}
    assert len(issued) == 2
    assert len(found) > 10


def test_sheets_of_the_office_have_no_number(papers: list[Paper]) -> None:
    sheets = [paper for paper in papers if paper.folder == SHEETS]
    assert len(sheets) > 20
    assert faults(sheets, lambda paper: [line for line in paper.lines if line.startswith("Số:")]) == {}
