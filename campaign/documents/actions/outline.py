"""Changes of a document's outline: sections added, changed, moved, taken out."""

from collections.abc import Sequence
from textwrap import shorten

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.db import expect_version, fill
from campaign.documents.actions.lifecycle import open_for_change
from campaign.documents.actions.parties import set_recipients
from campaign.documents.model import Document, Section, sections_of
from campaign.documents.rules.editing import drafts, moves
from campaign.documents.rules.editing.drafts import SectionDraft, SectionText
from campaign.documents.rules.editing.moves import Tree, Way
from campaign.documents.rules.editing.starters import Starter, starter_outline, starter_recipients
from campaign.documents.rules.inline import plain
from campaign.errors import Missing, refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import Agency


def add_section(
    session: Session, document: Document, draft: SectionDraft, by: Author, *, after: int | None = None
) -> Section:
    """Add a section under draft.parent_id: right after the sibling with id `after`, else last.

    Missing when the parent is no section of this document.
    """
    refuse_any(drafts.check_section(draft))
    sections = sections_of(session, document.id)
    if draft.parent_id not in {None, *(section.id for section in sections)}:
        raise Missing(str(draft.parent_id))
    key = drafts.new_key(draft, {section.key for section in sections})
    section = Section(document_id=document.id, parent_id=draft.parent_id, position=0)
    fill(section, draft)
    section.key = key
    _reopen(session, document, by)
    session.add(section)
    log(session, by, Verb.CREATE, section, campaign_id=document.campaign_id, title=title_of(section))
    tree = moves.insert(_tree(sections), section.id, draft.parent_id, after)
    _place([*sections, section], tree)
    session.flush()
    return section


def update_section(
    session: Session, document: Document, section: Section, draft: SectionText, version: int, by: Author
) -> None:
    """Save a section's words as read at `version`; its place and key stay."""
    expect_version(section, version)
    refuse_any(drafts.check_section(draft))
    _reopen(session, document, by)
    fill(section, draft)
    log(session, by, Verb.UPDATE, section, campaign_id=document.campaign_id, title=title_of(section))


def move_section(session: Session, document: Document, section: Section, way: Way, by: Author) -> None:
    """Move a section with all under it one step; where there is no room that way it stays."""
    sections = sections_of(session, document.id)
    before = _tree(sections)
    tree = moves.moved(before, section.id, way)
    if tree == before:
        return
    _reopen(session, document, by)
    _place(sections, tree)
    log(session, by, Verb.MOVE, section, campaign_id=document.campaign_id, title=title_of(section))


def delete_section(session: Session, document: Document, section: Section, version: int, by: Author) -> None:
    """Take a section and all under it out of the outline, for good."""
    expect_version(section, version)
    _reopen(session, document, by)
    log(session, by, Verb.DELETE, section, campaign_id=document.campaign_id, title=title_of(section))
    session.delete(section)  # the database takes what stands under it
    session.flush()


def start_outline(session: Session, document: Document, campaign: Campaign, by: Author) -> None:
    """Give a new document the sections and recipients of its kind, with live blocks at their places."""
    agency = session.get_one(Agency, document.agency_id)
    title = document.title or campaign.title
    _add_all(session, document, starter_outline(document.kind, agency.name, title), None, by)
    set_recipients(session, document, starter_recipients(document.kind), document.version, by)


def title_of(section: Section) -> str:
    """What people call a section: its heading, its block, or how its text begins."""
    words = section.heading or (section.block.label if section.block else plain(section.text))
    return shorten(words, 80, placeholder="…")


def _add_all(
    session: Session, document: Document, starters: Sequence[Starter], parent: int | None, by: Author
) -> None:
    for starter in starters:
        draft = SectionDraft(**vars(starter.text), parent_id=parent)
        section = add_section(session, document, draft, by)
        _add_all(session, document, starter.children, section.id, by)


def _reopen(session: Session, document: Document, by: Author) -> None:
    open_for_change(document)
    log(session, by, Verb.UPDATE, document, campaign_id=document.campaign_id, title=document.title)


def _tree(sections: Sequence[Section]) -> Tree:
    return moves.tree_of((section.id, section.parent_id) for section in sections)


def _place(sections: Sequence[Section], tree: Tree) -> None:
    """Write parents and positions 1, 2, 3 … as the tree has them, where they changed."""
    rows = {section.id: section for section in sections}
    for parent, children in tree.items():
        for position, key in enumerate(children, start=1):
            row = rows[key]
            if (row.parent_id, row.position) != (parent, position):
                row.parent_id, row.position = parent, position
