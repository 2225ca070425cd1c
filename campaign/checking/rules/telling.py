"""A report told to a person, line by line, and to a program, as plain data."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from campaign.checking import phrases
from campaign.checking.phrases import Part, Severity
from campaign.checking.rules import Report
from campaign.checking.rules.findings import Correction, Finding
from campaign.vietnamese import capitalise_first


def told(report: Report) -> Iterator[str]:
    """What the file is, then two lines for each finding: where and what, then what must be and by which article."""
    counts = {name: report.count(severity) for name, severity in _COUNTED.items()}
    yield phrases.HEAD.format(kind=kind_of(report), paragraphs=report.paragraphs, **counts)
    if not report.findings:
        yield phrases.NONE
    yield from _findings_told(report)


def _findings_told(report: Report) -> Iterator[str]:
    for place, finding in enumerate(report.findings, start=1):
        more = phrases.MORE.format(count=finding.more) if finding.more else ""
        mendable = phrases.MENDABLE if finding.mendable else ""
        yield phrases.FOUND.format(
            place=place, severity=finding.severity.label, part=finding.part.label, where=where(finding),
            found=finding.found, more=more,
        )  # fmt: skip
        yield phrases.ASKED.format(asked=finding.asked, article=article(finding), mendable=mendable)


_COUNTED = {"wrong": Severity.WRONG, "mend": Severity.MEND, "note": Severity.NOTE}


@dataclass(frozen=True)
class Mended:
    """One kind of correction with every place it was made at: paragraphs by number, none for the whole document."""

    part: Part
    before: str
    after: str
    words: str
    paragraphs: tuple[int, ...]


def mended(corrections: Iterable[Correction]) -> list[Mended]:
    """Corrections in reading order, the same one at several places told once."""
    same: dict[tuple[str, Part, str, str], list[Correction]] = {}
    for each in corrections:
        same.setdefault((each.rule, each.part, each.before, each.after), []).append(each)
    return [
        Mended(part, before, after, found[0].words, tuple(each.paragraph for each in found if each.paragraph))
        for (_, part, before, after), found in same.items()
    ]


def mended_where(each: Mended) -> str:
    """Where a correction was made: the first paragraph with its first words, the others by number."""
    if not each.paragraphs:
        return phrases.WHOLE
    first, *others = dict.fromkeys(each.paragraphs)
    also = phrases.ALSO_AT.format(numbers=_ranges(others)) if others else ""
    return phrases.AT.format(number=first, words=each.words) + also


def _ranges(numbers: list[int]) -> str:
    """ "2 - 5, 9": neighbours as one."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(f"{one[0]} - {one[-1]}" if len(one) > 1 else str(one[0]) for one in groups)


def told_mended(corrections: Sequence[Correction], left: Report) -> Iterator[str]:
    """What was corrected, a line each, and what is left to a person, as `told`."""
    counts = {name: left.count(severity) for name, severity in _COUNTED.items()}
    yield phrases.MENDED_HEAD.format(kind=kind_of(left), mended=len(corrections), **counts)
    if not corrections:
        yield phrases.NONE_MENDED
    for place, each in enumerate(mended(corrections), start=1):
        yield phrases.MENDED.format(
            place=place, part=each.part.label, where=mended_where(each), before=each.before, after=each.after
        )
    if left.findings:
        yield phrases.LEFT_TO_DO
        yield from _findings_told(left)


def mended_data(corrections: Iterable[Correction], left: Report) -> dict[str, Any]:
    """Corrections and what is left, for JSON."""
    return {
        "corrections": [
            {
                "rule": each.rule,
                "component": each.part.label,
                "before": each.before,
                "after": each.after,
                "paragraph": each.paragraph or None,
                "words": each.words,
            }
            for each in corrections
        ],
        "left": data(left),
    }


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
