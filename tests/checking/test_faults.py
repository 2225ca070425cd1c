"""Each single fault is found, by its own rule and no other; a paper without fault has no finding."""

from collections.abc import Callable

import pytest
from docx.oxml.ns import qn

from campaign.checking.phrases import Severity
from campaign.checking.rules import RULES, Report, check
from campaign.files.word_inspector import inspect
from tests.checking.faults import FAULTS, Fault
from tests.checking.foreign import PAPERS, saved
from tests.checking.layouts import LAYOUTS
from tests.checking.specimens import specimen

Check = Callable[[bytes], Report]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_and_nothing_else(fault: Fault) -> None:
    report = check(inspect(fault.made()), issuing=fault.issuing)
    assert {finding.rule for finding in report.findings} == {fault.rule}


@pytest.mark.parametrize("name", ["plan", "letter", "letter to one", "invitation", "draft", "annex"])
def test_a_paper_of_ours_has_no_finding(name: str, looked_at: Check) -> None:
    assert looked_at(specimen(name)).findings == ()


@pytest.mark.parametrize("name", [*PAPERS, *LAYOUTS])
def test_a_right_paper_of_another_hand_has_no_finding(name: str, looked_at: Check) -> None:
    report = looked_at(saved((PAPERS | LAYOUTS)[name]()))
    assert report.findings == ()
    assert report.kind


def test_faults_in_a_letterhead_of_text_boxes_are_found(looked_at: Check) -> None:
    document = LAYOUTS["boxed"]()
    element = document.element.body
    next(each for each in element.iter(qn("w:t")) if each.text == "Số: 21/BC-UBND").text = "Số 21/BC-UBND"
    next(each for each in element.iter(qn("w:b"))).getparent().remove(next(element.iter(qn("w:b"))))
    rules = {finding.rule for finding in looked_at(saved(document)).findings}
    assert rules == {"number.colon", "agency.bold"}


def test_blanks_of_a_draft_are_faults_only_when_it_is_issued() -> None:
    draft = inspect(specimen("draft"))
    assert check(draft).findings == ()
    assert [finding.rule for finding in check(draft, issuing=True).findings] == ["number.blank"]


def test_every_rule_has_a_name_of_its_own_and_says_what_it_asks_and_why() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert [rule.code for rule in RULES if not (rule.asked and rule.article)] == []


def test_the_same_fault_at_many_places_is_told_once(looked_at: Check) -> None:
    fault = next(fault for fault in FAULTS if fault.name == "lề trái 25 mm")
    (finding,) = looked_at(fault.made()).findings
    assert (finding.severity, finding.more, finding.paragraph) == (Severity.WRONG, 0, 0)
    assert "25 mm" in finding.found
    assert "30 - 35 mm" in finding.asked
