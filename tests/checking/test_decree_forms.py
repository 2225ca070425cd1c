"""The decree's own files, where a copy of them lies beside the project: read to the end, and known for what they are."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from campaign.checking.phrases import Form
from campaign.checking.rules import Report, check
from campaign.checking.rules.telling import data, told
from campaign.files.word_inspector import inspect
from tests.house.trees import ROOT

DECREE = ROOT.parent / "shared" / "decree30"
FILES = sorted(DECREE.glob("*.docx"))
pytestmark = pytest.mark.skipif(not FILES, reason="no copy of the decree beside the project")
# A form holds dots and note numbers in the place of words; what is said of those is no fault of the check.
OF_PLACEHOLDERS = {
    "agency.bold",
    "subject.bold",
    "subject.stroke",
    "subject.stop",
    "body.align",
    "body.first_line",
    "basis.ends",
    "number.form",
}
# What the forms themselves do other than the decree's text asks.
OWN_FAULTS = {
    "Mẫu 1.3": {"letters.font"},
    "Mẫu 1.5": {"nation.sizes", "about.gap"},
    "Mẫu 1.9": {"letters.font", "body.size"},
    "Mẫu 1.10": {"authority.align"},
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_the_decree_is_read_and_told(file: Path) -> None:
    report = check(inspect(file.read_bytes()))
    assert report.form is (Form.LAW if file.stem.startswith("nghi-dinh") else Form.ANNEX)
    assert len(list(told(report))) == 1 + max(1, 2 * len(report.findings))
    assert data(report)["paragraphs"] >= 50


@pytest.fixture(scope="module")
def forms() -> dict[str, Report]:
    """The report on each form of Phụ lục III, cut out of its file."""
    source = (DECREE / "phu-luc-3.docx").read_bytes()
    names = _names(source)
    return {name: check(inspect(_cut(source, start, end))) for name, start, end in names}


def _names(source: bytes) -> list[tuple[str, int, int]]:
    blocks = _blocks(docx.Document(BytesIO(source)))
    heads = [
        (found[0], place)
        for place, block in enumerate(blocks)
        if (found := re.match(r"Mẫu \d\.\d+", _text(block))) and " - " in _text(block)[:14]
    ]
    ends = [*(place for _, place in heads[1:]), len(blocks)]
    return [(name, place + 1, end) for (name, place), end in zip(heads, ends, strict=True)]


def _blocks(document: object) -> list[object]:
    return [each for each in document.element.body if each.tag != qn("w:sectPr")]  # type: ignore[attr-defined]


def _text(block: object) -> str:
    return "".join(part.text or "" for part in block.iter(qn("w:t"))).strip()  # type: ignore[attr-defined]


def _cut(source: bytes, start: int, end: int) -> bytes:
    document = docx.Document(BytesIO(source))
    for place, block in enumerate(_blocks(document)):
        if not start <= place < end:
            document.element.body.remove(block)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_the_forms_are_known(forms: dict[str, Report]) -> None:
    kinds = {name: report.kind or report.form.value for name, report in forms.items()}
    assert kinds["Mẫu 1.1"] == "NGHỊ QUYẾT"
    assert kinds["Mẫu 1.3"] == "QUYẾT ĐỊNH"
    assert kinds["Mẫu 1.5"] == "letter"
    assert kinds["Mẫu 1.7"] == "GIẤY MỜI"
    assert kinds["Mẫu 1.9"] == "BIÊN BẢN"


def test_a_form_passes_but_for_its_placeholders_and_its_own_faults(forms: dict[str, Report]) -> None:
    told = {
        name: {finding.rule for finding in report.findings} - OF_PLACEHOLDERS - OWN_FAULTS.get(name, set())
        for name, report in forms.items()
    }
    assert {name: rules for name, rules in told.items() if rules} == {}
    assert len(forms) >= 10
