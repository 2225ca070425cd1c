"""Reports on the papers of a document. Nothing is changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from campaign.checking.phrases import Severity
from campaign.checking.rules import Report, check
from campaign.checking.rules.docx import Docx
from campaign.checking.rules.findings import Finding
from campaign.checking.rules.years import years_of
from campaign.documents import papers
from campaign.documents.actions import papers_of
from campaign.documents.model import Document
from campaign.documents.plan_reads import document_of, plan_of
from campaign.documents.rules.annexes import draw_all
from campaign.files import holidays_vn
from campaign.glossary import DocumentStatus
from campaign.people.model import days_off_for
from campaign.workdays import DaysOff

Reports = list[tuple[str, Report]]


def days_off_in(session: Session, files: Iterable[Docx], agency_id: int | None) -> DaysOff:
    """The days off of the years the files speak of, as that office counts; by the public calendar for no office."""
    years = years_of(files)
    return holidays_vn.days_off(years) if agency_id is None else days_off_for(session, agency_id, years)


def of_document(session: Session, document: Document, templates: Path) -> Reports:
    """File name and report of each of a document's papers, as they print today or were issued.

    What is issued may have nothing left blank. Raises TemplateFault and MissingField where a paper cannot be drawn.
    """
    issued = document.status is DocumentStatus.ISSUED
    return _reports(session, document, papers_of(session, document, templates), issuing=issued)


def as_issued(session: Session, document: Document, number: int, day: date, templates: Path) -> Reports:
    """The reports of_document would give once the document was issued under that number and day; raises as it does."""
    numbered = replace(document_of(session, document.id), number=number, issued_on=day)
    drawn = draw_all(numbered, plan_of(session, document.campaign_id))
    files = [(paper.file_name, papers.write(paper, templates)) for paper in drawn]
    return _reports(session, document, files, issuing=True)


def wrong(reports: Reports) -> list[Finding]:
    """What is against the decree's letter in any of the papers."""
    return [
        finding for _, report in reports for finding in report.findings if finding.severity is Severity.WRONG
    ]


def inspected(data: bytes, name: str) -> Docx:
    """A Word file as it will be printed. Raises Refused for anything else."""
    from campaign.files.word_inspector import inspect  # noqa: PLC0415 - slow import, not paid at start-up

    return inspect(data, name)


def _reports(
    session: Session, document: Document, files: Sequence[tuple[str, bytes]], *, issuing: bool
) -> Reports:
    seen = [(name, inspected(data, name)) for name, data in files]
    days = days_off_in(session, [docx for _, docx in seen], document.agency_id)
    return [(name, check(docx, days, issuing=issuing)) for name, docx in seen]
