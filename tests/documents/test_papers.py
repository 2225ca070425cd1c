"""Papers as Word files: nothing of the data is lost, and the format is the law's (NĐ 30/2020/NĐ-CP)."""

import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaign.documents.papers import write
from campaign.documents.rules.annexes import draw_annexes
from campaign.documents.rules.blocks import LAYOUTS
from campaign.documents.rules.invitations import draw_invitations
from campaign.documents.rules.papers import Paper, draw
from campaign.documents.rules.plan import Node, Plan
from campaign.documents.rules.sheets import draw_script, draw_task_sheet
from campaign.files.word_writer import Template
from campaign.glossary import Annex, DocumentKind, Layout, Numbering, SizeProfile
from tests.documents.conftest import TEMPLATES
from tests.documents.sample import DOCUMENT, OFFICE, PLAN, YOUTH

LETTER = replace(
    DOCUMENT,
    kind=DocumentKind.LETTER,
    symbol="UBND-VP",
    numbering=Numbering.DECIMAL,
    number=7,
    issued_on=date(2026, 9, 1),
    addressees=("Các phòng", "Các thôn"),
    annexes=(),
    agency=replace(DOCUMENT.agency, contact="Địa chỉ: thôn 1; điện thoại: 0900", parent_line="TỈNH LÂM ĐỒNG"),
)
TABLES = replace(
    DOCUMENT,
    kind=DocumentKind.REPORT,
    outline=tuple(
        Node(block.value, block.label, block=block, layout=Layout.TABLE)
        for block, layouts in LAYOUTS.items()
        if Layout.TABLE in layouts
    ),
)
INVITATION = replace(DOCUMENT, kind=DocumentKind.INVITATION, symbol="GM-UBND", outline=(), annexes=())
PAPERS: dict[str, Paper] = {
    "plan": draw(DOCUMENT, PLAN),
    "plan in small": draw(replace(DOCUMENT, size_profile=SizeProfile.SMALL), PLAN),
    "letter": draw(LETTER, PLAN),
    "report": draw(TABLES, PLAN),
    "invitation": draw(INVITATION, PLAN),
    "personal invitation": draw_invitations(INVITATION, PLAN, links={2: "https://vd.vn/t/abc"})[1],
    **{
        f"annex {n}": paper
        for n, paper in enumerate(draw_annexes(replace(DOCUMENT, annexes=tuple(Annex)), PLAN))
    },
    "task sheet": draw_task_sheet(OFFICE, PLAN, DOCUMENT),
    "request sheet": draw_task_sheet(YOUTH, PLAN),
    "script": draw_script(PLAN),
}


def word(paper: Paper) -> WordDocument:
    return docx.Document(BytesIO(write(paper, TEMPLATES)))


def paragraphs(document: WordDocument) -> Iterator[str]:
    """Text of every paragraph in reading order, cells and the foot of the first page included."""
    foot = document.sections[0].first_page_footer._element
    for paragraph in (*document.element.body.iter(qn("w:p")), *foot.iter(qn("w:p"))):
        yield "".join(_words(node) for node in paragraph.iter(qn("w:t"), qn("w:br")))


def _words(node: object) -> str:
    return node.text or "" if node.tag == qn("w:t") else " "  # type: ignore[attr-defined]


def flat(text: str) -> str:
    return " ".join(text.split())


def texts_of(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text a context holds with its dotted name, spans of one line joined."""
    if isinstance(value, str):
        yield name, flat(value)
    elif isinstance(value, tuple):
        yield name, flat("".join(span.text for span in value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_of(inner, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner, f"{name}[]")


def in_order(lines: list[str], printed: str) -> bool:
    """Whether the lines stand in the text one after the other."""
    start = 0
    for line in lines:
        found = printed.find(line, start)
        if found < 0:
            return False
        start = found + len(line)
    return True


def lines_of(paper: Paper) -> list[str]:
    return [text for name, text in texts_of(paper.context) if name == "body[].text" and text]


# ---------------------------------------------------------------- nothing is lost

# What the frame of every document offers and this paper has no place for.
_UNUSED = {
    "plan": {"agency"}, "plan in small": {"agency"}, "report": {"agency", "body[].rows[].result"},
    "letter": {"agency", "title"}, "request sheet": {"lead_tasks[].lead"}, "task sheet": {"lead_tasks[].lead"},
    "annex 0": {"ceremony", "chair", "arrive_early"}, "script": {"chair", "arrive_early"},
}  # fmt: skip


@pytest.mark.parametrize("name", PAPERS)
def test_every_text_of_the_data_stands_in_the_paper(name: str) -> None:
    paper = PAPERS[name]
    printed = flat(" ".join(paragraphs(word(paper))))
    used = Template.load(TEMPLATES / paper.template).fields
    held = {(field, text) for field, text in texts_of(paper.context) if text and not field.endswith("kind")}
    assert {field for field, _ in held if field not in used} - {"contact"} == _UNUSED.get(name, set())
    assert {text for field, text in held if field in used and text not in printed} == set()


@pytest.mark.parametrize("name", PAPERS)
def test_no_tag_is_left_and_nothing_prints_as_none(name: str) -> None:
    with zipfile.ZipFile(BytesIO(write(PAPERS[name], TEMPLATES))) as package:
        whole = "".join(package.read(part).decode() for part in package.namelist() if part.endswith(".xml"))
    assert "{{" not in whole
    assert "{%" not in whole
    assert "None" not in whole


def test_signs_of_xml_survive() -> None:
    assert any("Văn phòng HĐND&UBND <xã>" in text for text in paragraphs(word(PAPERS["plan"])))


@pytest.mark.parametrize("name", ["plan", "letter", "report"])
def test_the_lines_of_the_body_come_in_order(name: str) -> None:
    assert in_order(lines_of(PAPERS[name]), flat(" ".join(paragraphs(word(PAPERS[name])))))


any_text = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=30
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_text, min_size=1, max_size=8))
def test_whatever_people_write_is_printed_in_order(texts: list[str]) -> None:
    outline = tuple(Node(str(n), heading=f"<{n}>", text=f"x{text}") for n, text in enumerate(texts))
    paper = draw(replace(DOCUMENT, outline=outline), Plan(DOCUMENT.agency, "x", "x"))
    assert in_order(lines_of(paper), flat(" ".join(paragraphs(word(paper)))))


def test_a_footnote_is_a_real_one() -> None:
    with zipfile.ZipFile(BytesIO(write(PAPERS["plan"], TEMPLATES))) as package:
        assert "Áp dụng từ năm 2026" in package.read("word/footnotes.xml").decode()


def test_the_same_data_makes_the_same_bytes() -> None:
    assert write(PAPERS["plan"], TEMPLATES) == write(draw(DOCUMENT, PLAN), TEMPLATES)


# ---------------------------------------------------------------- the format


@pytest.mark.parametrize("name", PAPERS)
def test_page_and_margins_are_the_laws(name: str) -> None:
    (section,) = word(PAPERS[name]).sections
    size = [section.page_width, section.page_height]
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(length.mm) for length in size if length] == [210, 297]
    assert [round(length.mm) for length in margins if length is not None] == [20, 20, 30, 15]


@pytest.mark.parametrize("name", PAPERS)
def test_the_first_page_has_no_number_and_numbers_begin_at_one(name: str) -> None:
    (section,) = word(PAPERS[name]).sections
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


@pytest.mark.parametrize("name", PAPERS)
def test_the_only_font_is_times_new_roman_in_vietnamese(name: str) -> None:
    with zipfile.ZipFile(BytesIO(write(PAPERS[name], TEMPLATES))) as package:
        styles, body = (package.read(f"word/{part}.xml").decode() for part in ("styles", "document"))
    for kind in ("ascii", "eastAsia", "hAnsi", "cs"):
        assert f'w:{kind}="Times New Roman"' in styles
    assert 'w:lang w:val="vi-VN"' in styles
    assert "rFonts" not in body


@pytest.mark.parametrize(("name", "head", "text"), [("plan", 13, 14), ("plan in small", 12, 13)])
def test_the_two_sizes_move_together(name: str, head: float, text: float) -> None:
    sizes = {style.name: style.font.size.pt for style in word(PAPERS[name]).styles if style.font.size}
    assert (sizes["Cỡ chữ đầu trang"], sizes["Cỡ chữ thân văn bản"]) == (head, text)
    assert (sizes["Số, ký hiệu"], sizes["Nơi nhận"], sizes["Danh sách nơi nhận"]) == (13, 12, 11)


def test_running_text_is_justified_indented_and_spaced() -> None:
    style = word(PAPERS["plan"]).styles["Đoạn văn"]
    layout = style.paragraph_format
    assert layout.first_line_indent is not None
    assert round(layout.first_line_indent.cm, 2) == 1.27
    assert layout.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.JUSTIFY
    assert layout.space_before is not None
    assert layout.space_before.pt >= 6
    assert 1 <= float(layout.line_spacing or 0) <= 1.5


def test_styles_that_paragraphs_name_exist() -> None:
    for paper in PAPERS.values():
        document = word(paper)
        known = {style.style_id for style in document.styles}
        used = {element.get(qn("w:val")) for element in document.element.iter(qn("w:pStyle"))}
        assert used <= known


@pytest.mark.parametrize("name", PAPERS)
def test_tables_have_fixed_widths_that_fit_and_rows_that_do_not_break(name: str) -> None:
    for table in word(PAPERS[name]).element.iter(qn("w:tbl")):
        grid = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        assert abs(sum(grid) - 9354) < 12  # 165 mm in twentieths of a point
        assert all(
            row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in table.iter(qn("w:tr"))
        )
        bordered = table.find(qn("w:tblPr")).find(qn("w:tblBorders")) is not None
        first = next(table.iter(qn("w:tr"))).find(qn("w:trPr"))
        assert (first.find(qn("w:tblHeader")) is not None) == bordered


@pytest.mark.parametrize("name", ["plan", "letter", "report", "invitation", "personal invitation"])
def test_the_last_paragraph_keeps_with_the_signature(name: str) -> None:
    document = word(PAPERS[name])
    before = document.tables[-1]._element.getprevious()
    style = document.styles.element.get_by_id(before.find(qn("w:pPr")).find(qn("w:pStyle")).get(qn("w:val")))
    assert "".join(node.text for node in before.iter(qn("w:t"))).endswith("./.")
    assert style.find(qn("w:pPr")).find(qn("w:keepNext")) is not None


def test_whatever_opens_something_keeps_with_it() -> None:
    words = Node("d", text="- Một ý.\nGồm các việc:\n- Việc.", numbered=False)
    point = Node("c", "Điểm có tiêu đề", children=(words,))
    outline = (Node("a", "Mục", children=(Node("b", "Khoản", children=(point,)),)), Node("z", text="Hết."))
    document = word(draw(replace(DOCUMENT, outline=outline, annexes=()), PLAN))
    keeps = {each.text: bool(each.style.paragraph_format.keep_with_next) for each in document.paragraphs}
    opening = ("I. Mục", "1. Khoản", "a) Điểm có tiêu đề", "Gồm các việc:")
    assert [keeps[text] for text in (*opening, "- Một ý.", "- Việc.")] == [True] * 4 + [False] * 2


# ---------------------------------------------------------------- the templates


def test_templates_are_what_their_builder_makes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.word_templates", "--to", str(tmp_path)]
    subprocess.run(command, check=True, cwd=TEMPLATES.parent)
    names = sorted(file.name for file in TEMPLATES.iterdir() if file.suffix in {".docx", ".md"})
    assert sorted(file.name for file in tmp_path.iterdir()) == names
    for name in names:
        assert parts_of(tmp_path / name) == parts_of(TEMPLATES / name), name


def parts_of(file: Path) -> dict[str, bytes]:
    """What a file holds, however it was compressed."""
    if file.suffix != ".docx":
        return {file.name: file.read_bytes()}
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_styles_are_known_by_name_whatever_program_saved_the_template(tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(TEMPLATES / "ke-hoach.docx") as old,
        zipfile.ZipFile(tmp_path / "ke-hoach.docx", "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"CoThan"', b'"Style7"'))
    made = docx.Document(BytesIO(write(PAPERS["plan in small"], tmp_path)))
    assert made.styles["Cỡ chữ thân văn bản"].font.size.pt == 13


def test_a_template_of_the_offices_own_keeps_its_sizes(tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ title }}")
    own.save(str(tmp_path / "ke-hoach.docx"))
    made = docx.Document(BytesIO(write(PAPERS["plan in small"], tmp_path)))
    assert flat(made.paragraphs[0].text) == "Tổ chức Lễ phát động “Ngày không viết”"


# ---------------------------------------------------------------- as LibreOffice prints them


@pytest.mark.office
@pytest.mark.parametrize("name", ["plan", "letter", "report"])
def test_printed_pages_hold_every_line_in_order(name: str, pages: Callable[[bytes], list[str]]) -> None:
    printed = flat(" ".join(pages(write(PAPERS[name], TEMPLATES))))
    # a section's heading is printed in capitals; a footnote's mark would stand inside its line
    kinds = {True: str.upper, False: str}
    lines = [
        kinds[line["kind"] == "section"](flat("".join(span.text for span in line["text"])))
        for line in PAPERS[name].context["body"]
        if line["text"] and not any(span.note for span in line["text"])
    ]
    assert in_order(lines, printed)


@pytest.mark.office
def test_the_signature_is_never_alone_on_a_page(pages: Callable[[bytes], list[str]]) -> None:
    for lines in (18, 20, 22):
        text = "\n".join(f"- Dòng thứ {n} của văn bản." for n in range(lines))
        outline = (Node("a", text=text, numbered=False), Node("z", text="Câu cuối cùng.", numbered=False))
        last = pages(write(draw(replace(DOCUMENT, outline=outline), PLAN), TEMPLATES))[-1]
        assert "Câu cuối cùng./." in last
        assert "Nguyễn Văn An" in last
