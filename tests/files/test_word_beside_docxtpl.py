"""The same template and data give the same document as docxtpl gives: its text, and what its XML says."""

from typing import Any

import pytest

from campaign.files.word_writer import Template
from tests.files.word_corpus import cell, docx, meaning, oracle, paragraph, row, run, table, text

BOLD = "<w:b/>"
PEOPLE = [{"name": "Nguyễn Văn An", "post": "Chủ tịch"}, {"name": "Lê Thị Bé", "post": "Phó Chủ tịch"}]
DATA: dict[str, Any] = {
    "name": "Bà Đỗ Thị Hợi",
    "code": "GM-01",
    "agency": {"name": "Ủy ban nhân dân", "place": {"name": "Hòa An"}},
    "people": PEOPLE,
    "nobody": [],
    "yes": True,
    "no": False,
    "number": 3,
    "days": ["Thứ Hai", "Thứ Tư"],
    "pairs": [("a", 1), ("b", 2)],
}

CASES = {
    "one name": [paragraph("Kính gửi: {{ name }}.")],
    "names without blanks": [paragraph("{{name}}{{code}}")],
    "a dotted name": [paragraph("{{ agency.name }} {{ agency.place.name }}")],
    "braces cut apart": [paragraph(run("Gửi {"), run("{ na", BOLD), run("me }"), run("} nhé"))],
    "proofing marks inside": [
        paragraph(run("{{ "), '<w:proofErr w:type="spellStart"/>', run("name"), '<w:proofErr w:type="spellEnd"/>', run(" }}"))
    ],
    "half in a smart tag": [paragraph(run("{{ na"), '<w:smartTag w:element="place">', run("me"), "</w:smartTag>", run(" }}"))],
    "blank paragraphs around": [paragraph(""), paragraph("{{ name }}"), paragraph("")],
    "a condition in a line": [paragraph("A{% if yes %}B{% else %}C{% endif %}D{% if no %}E{% elif number == 3 %}F{% endif %}")],
    "a condition over runs": [paragraph(run("{% if yes %}"), run("đậm", BOLD), run("{% endif %}{% if no %}"), run("thường"), run("{% endif %}"))],
    "a loop in a line": [paragraph("{% for p in people %}{{ p.name }} ({{ p.post }}){% if not loop.last %}; {% endif %}{% endfor %}")],
    "loop numbers": [paragraph("{% for d in days %}{{ loop.index }}.{{ d }} {{ loop.first }}{{ loop.length }} {% endfor %}")],
    "unpacked pairs": [paragraph("{% for k, v in pairs %}{{ k }}={{ v }};{% endfor %}")],
    "a filtered loop": [paragraph("{% for p in people if p.post == 'Chủ tịch' %}{{ p.name }}{% endfor %}")],
    "a loop that is empty": [paragraph("{% for p in nobody %}x{% else %}không có ai{% endfor %}")],
    "a condition over paragraphs": [paragraph("Đầu {% if no %}giữa"), paragraph("vẫn giữa"), paragraph("giữa {% endif %}cuối")],
    "paragraph tags": [
        *(paragraph("{%p if yes %}"), paragraph("Có {{ name }}"), paragraph("{%p else %}"), paragraph("Không")),
        *(paragraph("{%p endif %}"), paragraph("{%p if no %}"), paragraph("Ẩn"), paragraph("{%p endif %}"), paragraph("Hết")),
    ],
    "a loop of paragraphs": [paragraph("{%p for p in people %}"), paragraph("- {{ p.name }}"), paragraph("{%p endfor %}"), paragraph("Hết")],
    "a cut paragraph tag": [paragraph(run("{%"), run("p if y", BOLD), run("es %}")), paragraph("Có"), paragraph("{%p endif %}"), paragraph("Hết")],
    "a loop of rows": [
        table(row("STT", "Họ tên"), row("{%tr for p in people %}", ""), row("{{ loop.index }}", "{{ p.name }}"), row("{%tr endfor %}", "")),
        paragraph("Hết"),
    ],
    "a condition round a row": [table(row("A", "B"), row("{%tr if no %}", ""), row("C", "D"), row("{%tr endif %}", "")), paragraph("Hết")],
    "a loop of columns": [
        table(
            f"<w:tr>{cell(paragraph('{%tc for p in people %}'))}{cell(paragraph('{{ p.name }}'))}{cell(paragraph('{%tc endfor %}'))}</w:tr>",
            f"<w:tr>{cell(paragraph('x'))}{cell(paragraph('y'))}</w:tr>",
            columns=2,
        ),
        paragraph("Hết"),
    ],
    "run tags": [paragraph(run("Trước "), run("{%r if yes %}"), run("đậm", BOLD), run("{%r endif %}"), run(" sau"))],
    "comments": [paragraph("A{# ghi chú #}B"), paragraph("{#p cả đoạn #}"), paragraph("C")],
    "joined lines": [
        *(paragraph("Nhà tôi ở"), paragraph("{%- if yes -%}"), paragraph(" thành phố"), paragraph("{%- else -%}")),
        *(paragraph(" làng quê"), paragraph("{%- endif -%}"), paragraph(" và tôi yêu nó.")),
    ],
    "trimmed blanks": [paragraph("a   {{- name -}}   b")],
    "spelled braces": [paragraph("{_{ không phải chỗ điền }_} {{ name }} {_% a %_}")],
    "smart quotes": [paragraph("{% if code == “GM-01” %}đúng{% endif %}")],
    "plain braces": [paragraph("}} { x } {{ name }} %}")],
    "no-break blank and tab inside": [paragraph("{{\u00a0name }}", "<w:r><w:t>{{</w:t><w:tab/><w:t>code }}</w:t></w:r>")],
    "in a cell": [table(row("{{ name }}", "x")), paragraph("Hết")],
    "filters": [paragraph("{{ code|lower }} {{ days|join(', ') }} {{ people|length }} {{ code|default('x') }} {{ days|first }}")],
    "sums": [paragraph("{{ number + 1 }} {{ number - 1 }} {{ 'có' if yes else 'không' }}")],
    "a caret over a test": [paragraph("{% if name is defined and number is odd and code in ['GM-01'] %}ok{% endif %}")],
    "a quoted attribute": [paragraph("{{ name }}"), '<w:p><w:bookmarkStart w:id="1" w:name="x_{{ code }}"/><w:bookmarkEnd w:id="1"/></w:p>'],
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_same_template_gives_the_same_document(case: str) -> None:
    template = docx(*CASES[case])
    ours, theirs = Template.load(template).render(DATA), oracle(template, DATA)
    assert text(ours) == text(theirs)
    assert without_marks(meaning(ours)) == without_marks(meaning(theirs))


def without_marks(said: Any) -> Any:
    """Proofing marks, which the engine drops, say nothing; nor do elements left empty."""
    if isinstance(said, list):
        kept = [
            without_marks(each) for each in said if not (isinstance(each, list) and each and is_silent(each))
        ]
        return kept
    return said


def is_silent(each: list[Any]) -> bool:
    tag = str(each[0])
    return tag.endswith("}proofErr") or (tag.endswith(("}smartTag", "}rPr")) and len(each) == 2)


VALUES = ["A & B <c> \"d\" 'e'", "Dòng một\nDòng hai\tcột", "  đầu và cuối  ", "{{ code }}", "Văn phòng HĐND&UBND", "</w:t></w:r></w:p>"]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_values_read_as_docxtpl_writes_them(value: str) -> None:
    template = docx(paragraph(run("Gửi "), run("{{ name }}", BOLD), run(" nhé")))
    ours, theirs = Template.load(template).render({"name": value}), oracle(template, {"name": value})
    assert text(ours) == text(theirs)
    assert meaning(ours) == meaning(theirs)
