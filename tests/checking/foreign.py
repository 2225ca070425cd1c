"""Faultless papers as other hands make them: built with python-docx and Word's own means, not with our templates."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

_LINE = "<w:r {w}><w:pict xmlns:v='urn:schemas-microsoft-com:vml'><v:line from='10pt,2pt' to='{to}pt,2pt'/></w:pict></w:r>"
_DRAWN = (
    "<w:r {w}><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Choice Requires='wps'>"
    "<w:drawing><wp:anchor xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'><wp:extent cx='{width}' cy='0'/>"
    "<a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:graphicData><wps:wsp "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:spPr><a:prstGeom prst='line'/></wps:spPr></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict xmlns:v='urn:schemas-microsoft-com:vml'>"
    "<v:line from='0,0' to='400pt,0'/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def blank() -> Document:
    """An empty A4 file in Times New Roman with page numbers where they belong."""
    document = docx.Document()
    document.styles["Normal"].element.get_or_add_rPr().append(
        parse_xml(
            f"<w:rFonts {nsdecls('w')} w:ascii='Times New Roman' w:hAnsi='Times New Roman' w:cs='Times New Roman'/>"
        )
    )
    for extra in document.styles["Normal"].element.rPr.findall(qn("w:rFonts"))[:-1]:
        document.styles["Normal"].element.rPr.remove(extra)
    document.styles["Normal"].font.size = Pt(14)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.different_first_page_header_footer = True
    number_pages(document)
    return document


def number_pages(document: Document) -> None:
    """PAGE in the middle of the last section's header, as a simple field."""
    paragraph = document.sections[-1].header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    paragraph._p.append(
        parse_xml(f"<w:fldSimple {nsdecls('w')} w:instr=' PAGE '><w:r><w:t>2</w:t></w:r></w:fldSimple>")
    )


def line(parent: Document | _Cell, words: str, **look: object) -> Paragraph:
    """A paragraph; look: size, bold, italic, align, before, first (mm)."""
    paragraph = parent.add_paragraph()
    run = paragraph.add_run(words)
    run.bold, run.italic = bool(look.get("bold")), bool(look.get("italic"))
    run.font.size = Pt(float(str(look.get("size", 14))))
    paragraph.alignment = look.get("align", ALIGN.CENTER)  # type: ignore[assignment]
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(float(str(look.get("before", 0)))), Pt(0)
    form.line_spacing, form.first_line_indent = 1.0, Mm(float(str(look.get("first", 0))))
    return paragraph


def text(parent: Document, words: str, **look: object) -> Paragraph:
    """A paragraph of running text."""
    return line(parent, words, **({"align": ALIGN.JUSTIFY, "before": 6, "first": 10} | look))


def head(document: Document, symbol: str, *, wrapped: bool = False) -> None:
    """The head in a table; `wrapped`: Quốc hiệu and Tiêu ngữ in one paragraph, lines broken by hand."""
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.width, right.width = Mm(62), Mm(98)
    line(left, "SỞ NỘI VỤ", size=13, bold=True)
    left.paragraphs[-1]._p.append(parse_xml(_LINE.format(w=nsdecls("w"), to=44)))
    line(left, f"Số: 12/{symbol}", size=13)
    if wrapped:
        both = line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
        both.runs[0].add_break()
        motto = both.add_run("Độc lập - Tự do - Hạnh phúc")
        motto.bold, motto.font.size = True, Pt(14)
    else:
        line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
        line(right, "Độc lập - Tự do - Hạnh phúc", size=14, bold=True)
    right.paragraphs[-1]._p.append(parse_xml(_DRAWN.format(w=nsdecls("w"), width=60 * 36000)))
    line(right, "Lâm Đồng, ngày 24 tháng 11 năm 2026", size=14, italic=True)
    for cell in (left, right):
        cell._tc.remove(cell.paragraphs[0]._p)


def foot(document: Document, first: str, *signature: str) -> None:
    """Nơi nhận and the signature in a table."""
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    line(left, "Nơi nhận:", size=12, bold=True, italic=True, align=ALIGN.LEFT)
    for words in (f"- {first};", "- Các sở, ban, ngành tỉnh;", "- Lưu: VT, TCCB."):
        line(left, words, size=11, align=ALIGN.LEFT)
    for words in (*signature, "", "", "Lê Thị Bình"):
        line(right, words, bold=True)
    for cell in (left, right):
        cell._tc.remove(cell.paragraphs[0]._p)


def decision() -> Document:
    """A quyết định of Điều, with its căn cứ under the authority that issues it."""
    document = blank()
    head(document, "QĐ-SNV", wrapped=True)
    line(document, "QUYẾT ĐỊNH", bold=True, before=12)
    line(document, "Về việc thành lập Tổ công tác cải cách hành chính", bold=True)
    line(document, "___________")
    line(document, "GIÁM ĐỐC SỞ NỘI VỤ", bold=True, before=12)
    text(document, "Căn cứ Luật Tổ chức chính quyền địa phương;", italic=True)
    text(
        document,
        "Căn cứ Quyết định số 15/2025/QĐ-UBND ngày 12/7/2025 của Ủy ban nhân dân tỉnh quy định chức năng, nhiệm vụ của Sở Nội vụ;",
        italic=True,
    )
    text(document, "Theo đề nghị của Chánh Văn phòng Sở.", italic=True)
    line(document, "QUYẾT ĐỊNH:", bold=True, before=12)
    for words in (
        "Điều 1. Thành lập Tổ công tác gồm các ông, bà sau đây:",
        "Điều 2. Tổ công tác có nhiệm vụ:",
        "Điều 3. Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
    ):
        paragraph = text(document, words)
        start, _, rest = words.partition(". ")
        paragraph.runs[0].text, paragraph.runs[0].bold = f"{start}. ", True
        paragraph.add_run(rest).font.size = Pt(14)
        if start == "Điều 1":
            for name in ("1. Ông Nguyễn Văn Hai, Tổ trưởng;", "2. Bà Trần Thị Ba, thành viên."):
                text(document, name)
        if start == "Điều 2":
            for duty in ("a) Xây dựng kế hoạch;", "b) Theo dõi, đôn đốc;", "c) Báo cáo kết quả."):
                text(document, duty)
    foot(document, "Như Điều 3", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    return document


def numbered() -> Document:
    """A thông báo whose clauses and dashes are Word's automatic lists, with an annex behind it in its own section."""
    document = blank()
    head(document, "TB-SNV")
    line(document, "THÔNG BÁO", bold=True, before=12)
    line(document, "Kết luận cuộc họp giao ban tháng 11", bold=True)
    document.paragraphs[-1]._p.append(parse_xml(_LINE.format(w=nsdecls("w"), to=120)))
    text(
        document,
        "Ngày 23/11/2026, Giám đốc Sở Nội vụ chủ trì cuộc họp giao ban và kết luận như sau (chi tiết ở Phụ lục):",
    )
    listed = _list_of(document)
    for words, level in (
        ("Giao Văn phòng Sở chuẩn bị nội dung.", 0),
        ("Hoàn thành báo cáo;", 1),
        ("Gửi các phòng.", 1),
        ("Giao các phòng góp ý.", 0),
    ):
        _in_list(text(document, words), listed, level)
    text(document, "Sở Nội vụ thông báo để các đơn vị biết, thực hiện./.")
    foot(document, "Ban Giám đốc Sở", "TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")
    _annex(document)
    return document


def _annex(document: Document) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section._sectPr.append(parse_xml(f"<w:pgNumType {nsdecls('w')} w:start='1'/>"))
    line(document, "Phụ lục", bold=True)
    line(document, "DANH SÁCH ĐƠN VỊ", bold=True)
    line(document, "(Kèm theo Thông báo số 12/TB-SNV ngày 24 tháng 11 năm 2026 của Sở Nội vụ)", italic=True)
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, words in zip(table._cells, ("TT", "Đơn vị", "1", "Văn phòng"), strict=True):
        cell.paragraphs[0].add_run(words).font.size = Pt(12)


def _list_of(document: Document) -> str:
    """A list: "1." where the text is indented, "a)" under it, hanging as Word's own button makes it."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{kind}'/><w:lvlText w:val='{words}'/>"
        f"<w:pPr><w:ind w:left='{left}' w:hanging='360'/></w:pPr></w:lvl>"
        for level, (kind, words, left) in enumerate((("decimal", "%1.", 927), ("lowerLetter", "%2)", 1287)))
    )
    numbering.insert(
        0, parse_xml(f"<w:abstractNum {nsdecls('w')} w:abstractNumId='77'>{levels}</w:abstractNum>")
    )
    numbering.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    return "77"


def _in_list(paragraph: Paragraph, listed: str, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    indent = properties.find(qn("w:ind"))
    if indent is not None:
        properties.remove(indent)
    properties.append(
        parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='{level}'/><w:numId w:val='{listed}'/></w:numPr>")
    )


PAPERS = {"decision": decision, "numbered": numbered}


def saved(document: Document) -> bytes:
    """The file's bytes."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()
