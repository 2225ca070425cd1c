"""Hand-made Word packages, and two ways to look at a document: as a reader reads it, and as its XML means it."""

import io
import zipfile
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_NAMESPACE}}}"
_NAMESPACES = {
    "w": W_NAMESPACE,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
_PART_KINDS = {
    "word/header1.xml": "header",
    "word/footer1.xml": "footer",
    "word/footnotes.xml": "footnotes",
    "word/comments.xml": "comments",
    "word/numbering.xml": "numbering",
    "word/settings.xml": "settings",
}


def run(text: str, properties: str = "") -> str:
    """One w:r of text as it stands in XML."""
    props = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    """A w:p; bare text becomes a run."""
    return "<w:p>" + "".join(each if each.startswith("<") else run(each) for each in inside) + "</w:p>"


def cell(*blocks: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{"".join(blocks)}</w:tc>'


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(cell(paragraph(text)) for text in texts)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def docx(
    *blocks: str,
    section: str = PAGE,
    title: str = "",
    parts: dict[str, str | bytes] | None = None,
    relations: str = "",
    types: str = "",
) -> bytes:
    """A small sound package with these blocks; `parts` adds or replaces parts, text of known ones in bare XML."""
    given = dict(parts or {})
    overrides, links = "", ""
    for number, name in enumerate(given, 10):
        if kind := _PART_KINDS.get(name):
            overrides += f'<Override PartName="/{name}" ContentType="{KIND}.{kind}+xml"/>'
            links += f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{name[5:]}"/>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>\
<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{KIND}.styles+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{overrides}{types}</Types>""",
        "_rels/.rels": f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""",
        "docProps/core.xml": f"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>{title}</dc:title><dc:creator>Nguyễn Văn Soạn</dc:creator><cp:lastModifiedBy>Trần Thị Sửa</cp:lastModifiedBy>\
<dcterms:created xsi:type="dcterms:W3CDTF">2023-10-01T08:00:00Z</dcterms:created></cp:coreProperties>""",
        "word/styles.xml": f"""<w:styles xmlns:w="{W_NAMESPACE}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal">\
<w:name w:val="Normal"/></w:style></w:styles>""",
        "word/_rels/document.xml.rels": f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Type="{RELATIONS}/styles" Target="styles.xml"/>{links}{relations}</Relationships>""",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}{section}</w:body></w:document>",
    }
    return zipped(files | given)


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


def story(kind: str, *blocks: str) -> str:
    """The XML of a header (hdr), footer (ftr) or footnotes part."""
    return f"<w:{kind} {NAMESPACES}>{''.join(blocks)}</w:{kind}>"


def part(document: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part, parsed strictly."""
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        assert file.testzip() is None
        return etree.fromstring(file.read(name))


def names(document: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        return file.namelist()


def text(document: bytes, name: str = "word/document.xml") -> str:
    """What a reader sees of a part: a line per paragraph, tabs and breaks as such."""
    return "\n".join(_line(each) for each in part(document, name).iter(f"{W}p"))


def _line(paragraph_element: etree._Element) -> str:
    spelled = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        spelled.get(str(each.tag), each.text or "")
        for each in paragraph_element.iter(f"{W}t", f"{W}tab", f"{W}br")
        if next(each.iterancestors(f"{W}p")) is paragraph_element
    )


def meaning(document: bytes, name: str = "word/document.xml") -> list[Any]:
    """What the XML says, whatever its spelling: neighbouring runs of one format are one, empty runs are none."""
    return _meaning(part(document, name))


def _meaning(element: etree._Element) -> list[Any]:
    said: list[Any] = [
        str(element.tag),
        sorted((k, v) for k, v in element.attrib.items() if not k.endswith("}space")),
    ]
    if element.tag in (f"{W}t",):
        return [*said, element.text or ""]
    for child in element:
        if child.tag == f"{W}r":
            _say_run(child, said)
        elif child.tag == f"{W}pPr" and len(child) == 0:
            continue
        else:
            said.append(_meaning(child))
    return said


def _say_run(element: etree._Element, said: list[Any]) -> None:
    properties, written = [], ""
    inside: list[Any] = []
    for child in element:
        if child.tag == f"{W}rPr":
            properties = _meaning(child)[2:]
        elif child.tag in (f"{W}t", f"{W}tab", f"{W}br") and not child.attrib.get(f"{W}type"):
            written += {f"{W}tab": "\t", f"{W}br": "\n"}.get(str(child.tag), child.text or "")
        else:
            inside.append(_meaning(child))
    if written:
        last = said[-1]
        if isinstance(last, tuple) and last[1] == properties:
            said[-1] = ("text", properties, last[2] + written)
        else:
            said.append(("text", properties, written))
    said.extend(inside)


def oracle(template: bytes, context: dict[str, Any]) -> bytes:
    """What docxtpl makes of the same template and data."""
    made = DocxTemplate(io.BytesIO(template))
    made.render(context, autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
