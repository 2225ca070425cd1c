"""A rule, what it finds, and how findings are told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from campaign.checking.phrases import Part, Severity
from campaign.checking.rules.anatomy import Anatomy
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


@dataclass(frozen=True)
class Rule:
    """One requirement: of which component, by which article, how grave, and how to see where it is broken.

    `mendable`: changing the format alone, and no word, puts it right.
    """

    code: str
    part: Part
    article: str
    asked: str
    faults: Look
    severity: Severity = Severity.WRONG
    mendable: bool = False


@dataclass(frozen=True)
class Finding:
    """A broken rule at its first place; `more` counts further places with the same fault. `paragraph` 0: the whole."""

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


def findings(rules: Iterable[Rule], anatomy: Anatomy) -> list[Finding]:
    """What every rule finds, the same fault of one rule told once, in reading order."""
    gathered: dict[tuple[str, str, str], list[Finding]] = {}
    for rule in rules:
        for fault in rule.faults(anatomy):
            finding = _finding(rule, fault)
            gathered.setdefault((rule.code, fault.found, finding.asked), []).append(finding)
    told = [_joined(same) for same in gathered.values()]
    return sorted(told, key=lambda finding: (list(Severity).index(finding.severity), finding.paragraph))


def _joined(same: list[Finding]) -> Finding:
    first = min(same, key=lambda finding: finding.paragraph)
    return Finding(**{**vars(first), "more": len(same) - 1})


def _finding(rule: Rule, fault: Fault) -> Finding:
    at = fault.at
    paragraph = at.paragraph if isinstance(at, Piece) else at
    words = at.text.split() if at is not None else []
    shown = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    return Finding(
        rule.code, rule.part, rule.severity, fault.found + fault.detail, fault.asked or rule.asked, rule.article, rule.mendable,
        paragraph.number if paragraph else 0, shown,
    )  # fmt: skip
