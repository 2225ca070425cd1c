"""Faultless papers laid out otherwise than with a table: a head of two text boxes, a head of centre tabs."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT as TAB
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from tests.checking.foreign import blank, foot, line, text

Words = tuple[str, int, str]  # words, size, look: "b", "i" or ""
LEFT: tuple[Words, ...] = (
    ("ỦY BAN NHÂN DÂN", 13, "b"), ("XÃ PHÚ THỊNH", 13, "b"), ("_______", 13, ""), ("Số: 21/BC-UBND", 13, ""),
)  # fmt: skip
RIGHT: tuple[Words, ...] = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b"), ("Độc lập - Tự do - Hạnh phúc", 14, "b"),
    ("_________________________", 13, ""), ("Phú Thịnh, ngày 10 tháng 11 năm 2026", 14, "i"),
)  # fmt: skip
_BOX = (
    "<w:r {w}><w:drawing><wp:anchor xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'>"
    "<wp:extent cx='{width}' cy='900000'/><a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:graphicData>"
    "<wps:wsp xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:txbx><w:txbxContent>{inner}"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)
_LINE = "<w:p><w:pPr><w:spacing w:after='0'/><w:jc w:val='center'/></w:pPr><w:r><w:rPr>{look}<w:sz w:val='{size}'/></w:rPr><w:t>{words}</w:t></w:r></w:p>"


def boxed() -> Document:
    """A báo cáo whose agency and Quốc hiệu stand in a text box each, anchored in one paragraph."""
    document = blank()
    anchor = document.add_paragraph()
    for width, lines in ((60, LEFT), (100, RIGHT)):
        inner = "".join(
            _LINE.format(look=f"<w:{look}/>" if look else "", size=2 * size, words=words)
            for words, size, look in lines
        )
        anchor._p.append(parse_xml(_BOX.format(w=nsdecls("w"), width=width * 36000, inner=inner)))
    return _report(document)


def tabbed() -> Document:
    """The same with the two columns side by side on centre tabs."""
    document = blank()
    for left, right in zip(LEFT, RIGHT, strict=True):
        paragraph = line(document, "", align=ALIGN.LEFT)
        for place, (words, size, look) in zip((30, 110), (left, right), strict=True):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(place), TAB.CENTER)
            paragraph.add_run("\t")
            run = paragraph.add_run(words)
            run.font.size, run.bold, run.italic = Pt(size), look == "b", look == "i"
    return _report(document)


def _report(document: Document) -> Document:
    line(document, "BÁO CÁO", bold=True, before=12)
    line(document, "Kết quả Ngày hội Đại đoàn kết toàn dân tộc", bold=True)
    line(document, "___________")
    text(document, "Ngày hội được tổ chức tại 12 thôn, thu hút đông đảo người dân tham gia./.")
    foot(document, "UBND tỉnh (b/c)", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    return document


LAYOUTS = {"boxed": boxed, "tabbed": tabbed}
