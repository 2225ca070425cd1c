"""A report told to a person, line by line, and to a program, as plain data."""

from collections.abc import Iterator
from typing import Any

from campaign.checking import phrases
from campaign.checking.phrases import Part, Severity
from campaign.checking.rules import Report
from campaign.checking.rules.findings import Finding
from campaign.vietnamese import capitalise_first


def told(report: Report) -> Iterator[str]:
    """What the file is, then two lines for each finding: where and what, then what must be and by which article."""
    counts = {name: report.count(severity) for name, severity in _COUNTED.items()}
    yield phrases.HEAD.format(kind=kind_of(report), paragraphs=report.paragraphs, **counts)
    if not report.findings:
        yield phrases.NONE
    for place, finding in enumerate(report.findings, start=1):
        more = phrases.MORE.format(count=finding.more) if finding.more else ""
        mendable = phrases.MENDABLE if finding.mendable else ""
        yield phrases.FOUND.format(
            place=place, severity=finding.severity.label, part=finding.part.label, where=where(finding),
            found=finding.found, more=more,
        )  # fmt: skip
        yield phrases.ASKED.format(asked=finding.asked, article=article(finding), mendable=mendable)


_COUNTED = {"wrong": Severity.WRONG, "mend": Severity.MEND, "note": Severity.NOTE}


def data(report: Report) -> dict[str, Any]:
    """The report for JSON: form and kind of the file, counts by severity, findings in the order they are told."""
    return {
        "form": report.form.value,
        "kind": report.kind,
        "paragraphs": report.paragraphs,
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "findings": [_finding(finding) for finding in report.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "component": finding.part.label,
        "severity": finding.severity.value,
        "found": finding.found,
        "asked": finding.asked,
        "article": article(finding),
        "paragraph": finding.paragraph or None,
        "words": finding.words,
        "more": finding.more,
        "mendable": finding.mendable,
    }


def kind_of(report: Report) -> str:
    """What the file is: its type name, else the form it has."""
    return capitalise_first(report.kind.lower() or report.form.label)


def by_component(report: Report) -> list[tuple[Part, list[Finding]]]:
    """The findings of each component that has any, components in the order of a paper, the gravest finding first."""
    found = {part: [finding for finding in report.findings if finding.part is part] for part in Part}
    return [(part, findings) for part, findings in found.items() if findings]


def where(finding: Finding) -> str:
    """The paragraph by its number and first words."""
    if not finding.paragraph:
        return phrases.WHOLE
    return phrases.AT.format(number=finding.paragraph, words=finding.words)


def article(finding: Finding) -> str:
    """The article broken, with the name of its decree."""
    return phrases.DECREE.format(article=finding.article)
