"""The rules of the format check: `check(docx)` finds the components of a file and looks at each by every rule."""

from dataclasses import dataclass

from campaign.checking.phrases import Form, Severity
from campaign.checking.rules import body, content, foot, letterhead, looks, numbering, page
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.docx import Docx
from campaign.checking.rules.findings import Correction, Finding, Rule, corrections, findings
from campaign.checking.rules.locating import locate
from campaign.workdays import DaysOff

# What every file is looked at for; what a paper of the 29 kinds and its annexes are looked at for besides.
ALWAYS = page.ALWAYS
OF_DOCUMENTS: tuple[Rule, ...] = (
    *page.NUMBERS,
    *looks.rules(),
    *letterhead.RULES,
    *body.RULES,
    *numbering.RULES,
    *foot.RULES,
    *content.RULES,
)
RULES = (*ALWAYS, *OF_DOCUMENTS)


@dataclass(frozen=True)
class Report:
    """What a file is and everything found in it, the gravest first."""

    form: Form
    kind: str
    paragraphs: int
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Findings of one severity."""
        return sum(finding.severity is severity for finding in self.findings)


def check(docx: Docx, days: DaysOff | None = None, *, issuing: bool = False) -> Report:
    """Look at a file by every rule that is for its kind. `days`: days off known; `issuing`: blanks are faults."""
    anatomy = locate(docx, days, issuing=issuing)
    found = findings(_rules_for(anatomy), anatomy)
    return Report(
        anatomy.form, anatomy.kind, sum(1 for paragraph in docx.paragraphs if paragraph.number), tuple(found)
    )


def corrections_of(docx: Docx) -> list[Correction]:
    """Whatever in a file can be put right without a person, and how."""
    anatomy = locate(docx)
    return corrections(_rules_for(anatomy), anatomy)


def _rules_for(anatomy: Anatomy) -> tuple[Rule, ...]:
    return RULES if anatomy.form in (Form.NAMED, Form.LETTER, Form.ANNEX) else ALWAYS
