"""What the format check does with the database: reports on a document's papers, and issuing with their faults in view."""

from campaign.checking.actions.issuing import Issue, issue_document
from campaign.checking.actions.reports import as_issued, days_off_in, inspected, of_document, wrong

__all__ = [
    "Issue",
    "as_issued",
    "days_off_in",
    "inspected",
    "issue_document",
    "of_document",
    "wrong",
]
