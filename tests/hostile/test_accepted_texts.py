"""What a rule accepts stands in the plan whatever it looks like: every page, paper and calendar still draws, with the text in it."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from icalendar import Calendar
from lxml import etree, html

from tests.hostile.stage import Stage, form_at, pages
from tests.hostile.texts import CONTROLS, INLINE, LETTERS, MARKUP, TEMPLATE

# The text, a short one for fields that hold little, and what must stand on paper and in calendars as typed.
POURED = {
    "markup": (
        f"{MARKUP} {TEMPLATE}",
        "{{ 7*7 }}<b>&'\"",
        ("HĐND&UBND <x>", "javascript:alert(1)", "{{ 7*7 }}", "{% for x in y %}", "{name}"),
    ),
    "outline marks": (
        f"một\r\n\r\n\r\nhai\rba\n- bốn\n* năm {INLINE} {'*' * 300} {'[[^' * 100}",
        "- [[x]]**",
        ("một", "@SUM(A1)"),
    ),
    "letters": (f"{LETTERS} {CONTROLS}", "\x00ế\ufffe😀", ("Đắk Song 😀",)),
}
OFFICE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pour(stage: Stage, *texts: str) -> set[str]:
    """Type the texts into every form, the first that each field takes; the fields that took none."""
    left = set()
    for kind in stage.kinds_of_form():
        form = form_at(stage.client, kind.action)  # with the version another form may have left
        choice = dict.fromkeys(form.typed, 0)
        for _ in range(3 * len(texts)):  # a rule may complain only when every field is in order
            typed = {name: texts[place] for name, place in choice.items() if place < len(texts)}
            answer = stage.post(form, **typed)
            if answer.status_code != 422:
                break
            for name in _refused(answer.get_data(as_text=True)) & choice.keys():
                choice[name] += 1
        left |= {f"{form.action} {name}" for name, place in choice.items() if place == len(texts)}
        assert answer.status_code in {200, 303, 422}, form.action
    return left


def _refused(page: str) -> set[str]:
    return {each.get("name", "") for each in html.fromstring(page).iter() if each.get("aria-invalid")}


def faults_of_page(page: str) -> Iterator[str]:
    """Elements and attributes that only typed text could have made, or that the policy refuses."""
    for element in html.fromstring(page).iter():
        if not isinstance(element.tag, str) or element.tag == "x" or element.get("src") == "x":
            yield str(element.tag)
            continue
        for name, value in element.attrib.items():
            shown = name in {"value", "content", "title", "aria-label", "data-confirm"}
            if name.startswith("on") or name == "style" or (value.startswith("javascript:") and not shown):
                yield f'{element.tag} {name}="{value[:60]}"'


def words_on_paper(paper: bytes) -> str:
    """The text of a .docx whose parts are all well-formed."""
    with zipfile.ZipFile(io.BytesIO(paper)) as package:
        trees = {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }
    return " ".join("".join(tree.itertext(f"{{{OFFICE}}}t")) for name, tree in trees.items())


@pytest.mark.parametrize("kind", POURED)
def test_the_plan_still_draws_with(stage: Stage, kind: str) -> None:
    text, short, pieces = POURED[kind]
    pour(stage, text, short)
    faults, papers, calendars = [], "", ""
    for address, endpoint in pages(stage.app, stage.values).items():
        with stage.client.get(address) as answer:
            data = answer.get_data()
        if answer.status_code not in {200, 302}:
            faults.append(f"{address}: {answer.status_code}")
        elif answer.mimetype == "text/html" and answer.status_code == 200:
            faults += [f"{address}: {fault}" for fault in faults_of_page(data.decode())]
        elif address.endswith(".docx"):
            words_on_paper(data)
        elif answer.mimetype == "text/calendar":
            calendars += " ".join(
                str(event.get("summary")) for event in Calendar.from_ical(data).walk("VEVENT")
            )
        elif endpoint == "dossier.export":
            with zipfile.ZipFile(io.BytesIO(data)) as dossier:
                assert not [
                    name
                    for name in dossier.namelist()
                    if ".." in name or name.startswith("/") or "\\" in name
                ]
                papers += " ".join(
                    words_on_paper(dossier.read(name))
                    for name in dossier.namelist()
                    if name.endswith(".docx")
                )
    assert faults == []
    assert [piece for piece in pieces if piece not in papers] == []
    assert [piece for piece in pieces if piece not in calendars] == []


@pytest.mark.parametrize(
    "text",
    ["*" * 19_000, "[[^" * 2_000, "**a***b" * 2_500, "\\" * 19_000],
    ids=["stars", "notes", "bold", "backslashes"],
)
def test_a_section_of_nothing_but_marks_does_not_lock_its_paper(stage: Stage, text: str) -> None:
    """A page that cannot be drawn could not be opened to mend it either."""
    paper = f"/campaigns/{stage.values['code']}/documents/{stage.values['document_id']}"
    form = form_at(stage.client, f"{paper}/sections/{stage.values['section_id']}")
    assert stage.post(form, text=text).status_code == 303
    for address in (paper, form.action, f"{paper}/document.docx"):
        with stage.client.get(address) as answer:
            assert answer.status_code == 200
