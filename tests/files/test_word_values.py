"""Whatever a record holds, the reader reads it: nothing lost but what XML forbids, nothing evaluated, nothing broken."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.files import phrases
from campaign.files.word_writer import MissingField, Rich, Run, Template, TemplateFault
from tests.files.word_corpus import docx, paragraph, part, row, run, table, text

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
anything = st.text(st.characters(exclude_categories=()), max_size=60)
awkward = st.lists(st.sampled_from(["&", "<", ">", '"', "'", "{{ x }}", "{% if %}", "{_{", "]]>", "\n", "\r\n", "\t", "\ud800", "\x0b", "\ufffe", "ế", "ê\u0301", "😀", "  ", "</w:t>"])).map("".join)  # fmt: skip
values = anything | awkward

SIMPLE = Template.load(docx(paragraph(run("«{{ value }}»")), title="{{ value }}"))
LOGIC = Template.load(
    docx(
        paragraph(run("«{% for each in [value] %}{{ each }}{% endfor %}»")),
        title="{% if 1 %}{{ value }}{% endif %}",
    )
)
RICH = Template.load(docx(paragraph(run("«{{r value }}»"))))


def readable(value: str) -> str:
    """The text a document can hold of a value."""
    return FORBIDDEN.sub("", value).replace("\r\n", "\n").replace("\r", "\n")


@given(values)
@settings(max_examples=300, deadline=None)
def test_any_text_comes_back_as_it_was(value: str) -> None:
    for template in (SIMPLE, LOGIC):
        document = template.render({"value": value})
        assert text(document) == f"«{readable(value)}»"
        assert (part(document, "docProps/core.xml").findtext("{*}title") or "") == readable(value)


@given(values, values)
@settings(max_examples=100, deadline=None)
def test_any_formatted_text_comes_back_as_it_was(value: str, note: str) -> None:
    document = RICH.render({"value": Rich([Run(value, bold=True, footnote=note), Run(value)])})
    assert text(document) == f"«{readable(value) * 2}»"
    assert text(document, "word/footnotes.xml").endswith(f" {readable(note)}")


@pytest.mark.parametrize("template", [SIMPLE, LOGIC, RICH], ids=["simple", "logic", "rich"])
@pytest.mark.parametrize(
    ("value", "read"),
    [(None, ""), (0, "0"), (True, "True"), (2.5, "2.5"), (Decimal("1.10"), "1.10"), (date(2023, 10, 18), "2023-10-18"), (Rich([Run("a"), Run("b")]), "ab")],
)  # fmt: skip
def test_plain_values_are_written_as_text(template: Template, value: object, read: str) -> None:
    assert text(template.render({"value": value})) == f"«{read}»"


@pytest.mark.parametrize("template", [SIMPLE, LOGIC, RICH], ids=["simple", "logic", "rich"])
@pytest.mark.parametrize("value", [["a"], {"a": 1}, object(), len, b"a"])
def test_other_values_are_refused_not_shown_as_code(template: Template, value: object) -> None:
    with pytest.raises(TemplateFault) as caught:
        template.render({"value": value})
    assert caught.value.reason == phrases.NOT_PLAIN


def test_a_long_value_is_whole() -> None:
    long = "Ủy ban nhân dân " * 20_000
    assert text(SIMPLE.render({"value": long})) == f"«{long}»"


def test_a_value_that_would_make_too_large_a_document_is_refused() -> None:
    for template in (SIMPLE, LOGIC):
        with pytest.raises(TemplateFault) as caught:
            template.render({"value": "x" * 65 * 1024 * 1024})
        assert caught.value.reason == phrases.OUTPUT_TOO_BIG


@dataclass
class Place:
    name: str


def test_dataclasses_and_mappings_are_read_by_name() -> None:
    template = Template.load(
        docx(paragraph("{{ place.name }}{% if place.name %}{{ place.name }}{% endif %}"))
    )
    assert text(template.render({"place": Place("Hòa An")})) == "Hòa AnHòa An"
    assert text(template.render({"place": {"name": "Hòa An"}})) == "Hòa AnHòa An"


def test_a_key_named_like_a_method_is_still_the_key() -> None:
    for source in ("{{ plan.items }}", "{% if 1 %}{{ plan.items }}{% endif %}"):
        assert (
            text(Template.load(docx(paragraph(source))).render({"plan": {"items": "ba việc"}})) == "ba việc"
        )


def test_every_missing_name_is_named_at_once() -> None:
    template = Template.load(docx(paragraph("{{ a }} {{ b.c }} {{ d }}"), title="{{ e }}"))
    with pytest.raises(MissingField) as caught:
        template.render({"b": {}, "d": "x"})
    assert caught.value.names == ("a", "b.c", "e")
    assert template.check({"b": {"c": 1}, "d": None, "a": "", "e": ""}) == []


def test_missing_names_in_loops_and_conditions_are_named() -> None:
    blocks = [paragraph("{% if ready and place.name == 'x' %}{% endif %}{% for t in tasks %}{{ t.unit.name }}{{ t.due }}{% endfor %}{{ note|default('–') }}")]  # fmt: skip
    template = Template.load(docx(*blocks))
    tasks = [{"unit": {"name": "x"}, "due": "1"}, {"unit": {}}]
    assert template.check({"tasks": tasks}) == ["ready", "tasks[].unit.name", "tasks[].due"]
    assert template.check({"tasks": tasks[:1], "ready": True, "place": {}}) == ["place.name"]
    assert template.check({"ready": False}) == ["tasks"]


def test_a_name_may_be_asked_for_without_being_needed() -> None:
    template = Template.load(
        docx(paragraph("{% if note is defined %}có{% else %}không{% endif %}{{ note|default('–') }}"))
    )
    assert text(template.render({})) == "không–"
    assert text(template.render({"note": "x"})) == "cóx"


def test_fields_are_the_names_a_template_uses() -> None:
    source = "{{ a }}{{ b.c }}{% for t in d.tasks %}{{ t.name }}{{ loop.index }}{% for u in t.units %}{{ u }}{% endfor %}{% endfor %}{% if e %}{{ f|default(g) }}{% endif %}"
    template = Template.load(docx(paragraph(source)))
    assert template.fields == {
        "a",
        "b.c",
        "d.tasks",
        "d.tasks[].name",
        "d.tasks[].units",
        "d.tasks[].units[]",
        "e",
        "f",
        "g",
    }


def test_an_emptied_table_and_an_emptied_cell_stay_valid() -> None:
    rows = table(row("{%tr for p in people %}", ""), row("{{ p }}", "x"), row("{%tr endfor %}", ""))
    inside = "".join([paragraph("{%p for p in people %}"), paragraph("{{ p }}"), paragraph("{%p endfor %}")])
    cell_loop = (
        f"<w:tbl><w:tblGrid><w:gridCol w:w='1'/></w:tblGrid><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    )
    template = Template.load(docx(rows, paragraph("giữa"), cell_loop, paragraph("cuối")))
    empty = part(template.render({"people": []}))
    assert [len(list(each.iter("{*}tr"))) for each in empty.iter("{*}tbl")] == [1]
    assert [len(each.findall("{*}p")) for each in empty.iter("{*}tc")] == [1]
    assert text(template.render({"people": ["A", "B"]})) == "A\nx\nB\nx\ngiữa\nA\nB\ncuối"


def test_repeated_drawings_get_ids_of_their_own() -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r>'
    template = Template.load(
        docx(
            paragraph("{%p for d in days %}"), paragraph(drawing), paragraph("{%p endfor %}"), paragraph("x")
        )
    )
    ids = [each.get("id") for each in part(template.render({"days": [1, 2, 3]})).iter("{*}docPr")]
    assert len(ids) == len(set(ids)) == 3
