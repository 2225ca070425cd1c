"""A rule, what it finds, and how findings are told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from campaign.checking.phrases import Part, Severity
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Remedy
from campaign.checking.rules.docx import Paragraph
from campaign.checking.rules.pieces import Piece

_WORDS = 8  # first words that show where a finding is


@dataclass(frozen=True)
class Fault:
    """What stands there; `at` None: the whole document. `asked` only where it differs from place to place.

    Faults that differ in `detail` alone are one finding, told with the detail of the first.
    """

    found: str
    at: Piece | Paragraph | None = None
    asked: str = ""
    detail: str = ""


Look = Callable[[Anatomy], Iterable[Fault]]
Mend = Callable[[Fault, Anatomy], Remedy | None]


@dataclass(frozen=True)
class Rule:
    """One requirement: of which component, by which article, how grave, and how to see where it is broken.

    `mend` says what puts a fault right without a person: format, or a few signs; None, or nothing said, where it cannot.
    """

    code: str
    part: Part
    article: str
    asked: str
    faults: Look
    severity: Severity = Severity.WRONG
    mend: Mend | None = None

    def remedy(self, fault: Fault, anatomy: Anatomy) -> Remedy | None:
        """What puts a fault of this rule right; None for what needs a person."""
        found = self.mend(fault, anatomy) if self.mend else None
        return found if found and found.changes else None


@dataclass(frozen=True)
class Finding:
    """A broken rule at its first place; `more` counts further places with the same fault. `paragraph` 0: the whole.

    `mendable`: all these places can be put right without a person.
    """

    rule: str
    part: Part
    severity: Severity
    found: str
    asked: str
    article: str
    mendable: bool
    paragraph: int = 0
    words: str = ""
    more: int = 0


@dataclass(frozen=True)
class Correction:
    """A fault and what puts it right; `before` and `after` say how it was and is. `paragraph` 0: the whole."""

    rule: str
    part: Part
    before: str
    after: str
    paragraph: int
    words: str
    remedy: Remedy


def findings(rules: Iterable[Rule], anatomy: Anatomy) -> list[Finding]:
    """What every rule finds, the same fault of one rule told once, in reading order."""
    gathered: dict[tuple[str, str, str], list[Finding]] = {}
    for rule in rules:
        for fault in rule.faults(anatomy):
            finding = _finding(rule, fault, anatomy)
            gathered.setdefault((rule.code, fault.found, finding.asked), []).append(finding)
    told = [_joined(same) for same in gathered.values()]
    return sorted(told, key=lambda finding: (list(Severity).index(finding.severity), finding.paragraph))


def corrections(rules: Iterable[Rule], anatomy: Anatomy) -> list[Correction]:
    """What puts right whatever can be, rule by rule, one for each place."""
    return [
        Correction(
            rule.code, rule.part, fault.found + fault.detail, remedy.after or fault.asked or rule.asked,
            *_place(fault), remedy,
        )
        for rule in rules
        if rule.mend
        for fault in rule.faults(anatomy)
        if (remedy := rule.remedy(fault, anatomy))
    ]  # fmt: skip


def _joined(same: list[Finding]) -> Finding:
    first = min(same, key=lambda finding: finding.paragraph)
    mendable = all(finding.mendable for finding in same)
    return Finding(**{**vars(first), "more": len(same) - 1, "mendable": mendable})


def _finding(rule: Rule, fault: Fault, anatomy: Anatomy) -> Finding:
    return Finding(
        rule.code, rule.part, rule.severity, fault.found + fault.detail, fault.asked or rule.asked, rule.article,
        rule.remedy(fault, anatomy) is not None, *_place(fault),
    )  # fmt: skip


def _place(fault: Fault) -> tuple[int, str]:
    """The number of the paragraph a fault is in, and its first words."""
    at = fault.at
    paragraph = at.paragraph if isinstance(at, Piece) else at
    words = at.text.split() if at is not None else []
    shown = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    return paragraph.number if paragraph else 0, shown
