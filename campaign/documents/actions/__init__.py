"""Changes of documents. Every function checks the rules, writes rows and history, and flushes.

An issued document is Refused to every change; changing an approved one makes it a draft again.
"""

from campaign.documents.actions.bases import create_basis, delete_basis, move_basis, update_basis
from campaign.documents.actions.copying import copy_document
from campaign.documents.actions.issuing import issue_document
from campaign.documents.actions.kept import handouts_of, outdated, paper_of, papers_of
from campaign.documents.actions.lifecycle import (
    approve_document,
    create_document,
    delete_document,
    restore_document,
    update_document,
)
from campaign.documents.actions.outline import (
    add_section,
    delete_section,
    move_section,
    start_outline,
    update_section,
)
from campaign.documents.actions.parties import set_addressees, set_recipients

__all__ = [
    "add_section",
    "approve_document",
    "copy_document",
    "create_basis",
    "create_document",
    "delete_basis",
    "delete_document",
    "delete_section",
    "handouts_of",
    "issue_document",
    "move_basis",
    "move_section",
    "outdated",
    "paper_of",
    "papers_of",
    "restore_document",
    "set_addressees",
    "set_recipients",
    "start_outline",
    "update_basis",
    "update_document",
    "update_section",
]
