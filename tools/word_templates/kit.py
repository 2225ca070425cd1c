"""Word XML for the templates: styles, page, paragraphs, tables, the package. Lengths are millimetres, sizes points."""

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FONT = "Times New Roman"
PAGE_WIDTH, PAGE_HEIGHT = 210, 297
TOP, BOTTOM, LEFT, RIGHT, HEADER = 20, 20, 30, 15, 10
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
STAMP_HEIGHT = 8

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


@dataclass(frozen=True)
class Style:
    """A paragraph style. `size` None: its base's; `indent` is (left, right, first line), a negative first line hangs.

    `line` is the line spacing as a multiple; `rule` draws a line above the paragraph, which is then 3 points high;
    `gap` makes it a space of 1 point, whatever program shows it.
    """

    id: str
    name: str
    base: str = "Normal"
    size: float | None = None
    bold: bool = False
    italic: bool = False
    caps: bool = False
    color: str = ""
    align: str = ""
    before: float = 0
    after: float = 0
    line: float = 1.0
    indent: tuple[float, float, float] = (0, 0, 0)
    keep: bool = False
    rule: bool = False
    gap: bool = False
    level: int | None = None

    def xml(self) -> str:
        """The style as w:style."""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}"><w:name w:val="{escape(self.name)}"/>'
            f'<w:basedOn w:val="{self.base}"/><w:qFormat/><w:pPr>{self._paragraph()}</w:pPr><w:rPr>{self._run()}</w:rPr></w:style>'
        )

    def _paragraph(self) -> str:
        left, right, first = (twips(mm) for mm in self.indent)
        hang = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
        spacing = f'w:before="{self.before * 20:.0f}" w:after="{self.after * 20:.0f}"'
        height = f'w:line="{self.line * 240:.0f}" w:lineRule="auto"'
        if self.rule or self.gap:
            height = f'w:line="{60 if self.rule else 20}" w:lineRule="exact"'
        return "".join(
            (
                "<w:keepNext/>" if self.keep else "",
                '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
                if self.rule
                else "",
                f"<w:spacing {spacing} {height}/>",
                f'<w:ind w:left="{left}" w:right="{right}" {hang}/>',
                f'<w:jc w:val="{self.align}"/>' if self.align else "",
                f'<w:outlineLvl w:val="{self.level}"/>' if self.level is not None else "",
            )
        )

    def _run(self) -> str:
        half = f"{self.size * 2:.0f}" if self.size else ""
        return "".join(
            (
                "<w:b/><w:bCs/>" if self.bold else "",
                "<w:i/><w:iCs/>" if self.italic else "",
                "<w:caps/>" if self.caps else "",
                f'<w:color w:val="{self.color}"/>' if self.color else "",
                f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else "",
            )
        )


def styles(own: Iterable[Style]) -> str:
    """word/styles.xml: our styles, the few of Word's own that the papers use, and no others."""
    return (
        f'{_XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:color w:val="000000"/>'
        '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        f"{''.join(style.xml() for style in own)}</w:styles>"
    )


def p(style: str, text: str = "") -> str:
    """A paragraph of that style; its text may hold tags."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def tag(code: str) -> str:
    """A paragraph that is only a tag, {%p … %}, and leaves nothing behind."""
    return p("Normal", f"{{%p {code} %}}")


def when(condition: str, *parts: str) -> str:
    """Parts printed on a condition."""
    return tag(f"if {condition}") + "".join(parts) + tag("endif")


def each(loop: str, *parts: str) -> str:
    """Parts printed for every turn of a loop, "l in lines"."""
    return tag(f"for {loop}") + "".join(parts) + tag("endfor")


def table(widths: Sequence[float], rows: Sequence[str], *, lines: bool = False, padding: float = 0) -> str:
    """A table of fixed column widths; `lines` draws its grid."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    border = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    margins = "".join(f'<w:{side} w:w="{twips(padding)}" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f"{f'<w:tblBorders>{border}</w:tblBorders>' if lines else ''}"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(widths: Sequence[float], cells: Sequence[str], *, head: bool = False, span: bool = False) -> str:
    """A row that never breaks across pages; `head` is repeated on each page; `span`: one cell over all columns."""
    mark = "<w:tblHeader/>" if head else ""
    places = (
        [(sum(widths), f'<w:gridSpan w:val="{len(widths)}"/>')] if span else [(width, "") for width in widths]
    )
    made = (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{merged}{_VALIGN if head else ""}</w:tcPr>{cell}</w:tc>'
        for (width, merged), cell in zip(places, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{''.join(made)}</w:tr>"


_VALIGN = '<w:vAlign w:val="center"/>'


def box(style: str, words: str, width: float, *, align: str = "left", color: str = "000000") -> str:
    """A stamp: words in the middle of a frame of that width and STAMP_HEIGHT."""
    sides = ("top", "left", "bottom", "right")
    border = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="{color}"/>' for side in sides)
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(width)}" w:type="dxa"/><w:jc w:val="{align}"/>'
        f'<w:tblBorders>{border}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{twips(width)}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>'
        f'<w:trHeight w:val="{twips(STAMP_HEIGHT)}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>{_VALIGN}</w:tcPr>{p(style, words)}</w:tc></w:tr></w:tbl>'
    )


def row_tag(widths: Sequence[float], code: str) -> str:
    """A row that is only a tag, {%tr … %}."""
    return row(widths, [p("Normal", f"{{%tr {code} %}}")], span=True)


@dataclass(frozen=True)
class Page:
    """A document's body, and head and foot of its first page if it has any. Page numbers show from page 2, at the top.

    `lying`: the paper lies on its long side, for wide tables.
    """

    body: str
    first_footer: str = ""
    first_header: str = ""
    lying: bool = False


def save(path: Path, page: Page, style_sheet: str) -> None:
    """Write the package; the same bytes for the same parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts(page, style_sheet).items():
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode())


def _parts(page: Page, style_sheet: str) -> dict[str, str]:
    names = ("header1", "header2", *(("footer1",) if page.first_footer else ()))
    kinds = {"styles": "styles", "settings": "settings"} | {name: name[:-1] for name in names}
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>' for name, kind in kinds.items()
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    number = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    number += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    parts = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="document" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        "word/document.xml": f'{_XML}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{page.body}{_section(page)}</w:body></w:document>',
        "word/styles.xml": style_sheet,
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": f'{_XML}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>{number}</w:p></w:hdr>',
        "word/header2.xml": f'{_XML}<w:hdr xmlns:w="{W}">{page.first_header or p("SoTrang")}</w:hdr>',
    }
    if page.first_footer:
        parts["word/footer1.xml"] = f'{_XML}<w:ftr xmlns:w="{W}">{page.first_footer}{p("LienHe")}</w:ftr>'
    return parts


def _section(page: Page) -> str:
    """A4 with the margins of D30 Phụ lục I mục I; the first page has a head of its own, without number."""
    foot = '<w:footerReference w:type="first" r:id="footer1"/>' if page.first_footer else ""
    margins = (
        ("top", TOP),
        ("right", RIGHT),
        ("bottom", BOTTOM),
        ("left", LEFT),
        ("header", HEADER),
        ("footer", HEADER),
    )
    sides = " ".join(f'w:{side}="{twips(mm)}"' for side, mm in margins)
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if page.lying else (PAGE_WIDTH, PAGE_HEIGHT)
    lying = ' w:orient="landscape"' if page.lying else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
        f'{foot}<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{lying}/><w:pgMar {sides} w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


_SETTINGS = (
    f'{_XML}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>'
)
