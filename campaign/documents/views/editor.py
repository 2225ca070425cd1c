"""A document's page: its outline beside the paper as it will print. Every form of the outline answers with this page."""

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.documents import actions, plan_reads
from campaign.documents.forms import SectionForm
from campaign.documents.model import Document, Section, has_handouts, sections_of
from campaign.documents.rules.blocks import LAYOUTS
from campaign.documents.rules.editing import SectionDraft, phrases, reading
from campaign.documents.rules.editing.moves import Way
from campaign.documents.rules.papers import draw
from campaign.documents.views.blueprint import bp, document_in, page_of
from campaign.fields import read_id
from campaign.files import pdf
from campaign.gate import db, fetch, guard
from campaign.glossary import Block, DocumentStatus


@bp.get("/<int:document_id>")
@guard(Permission.DOCUMENT_READ)
def show_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    return render_template("documents/editor.html", form=None, **_page(campaign, document))


@bp.route("/<int:document_id>/sections/new", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def new_section(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    """A new section: ?after=<id> right after a sibling, ?under=<id> last under a parent, neither: last of all."""
    document = document_in(campaign, document_id)
    after, under = _section_named(document, "after"), _section_named(document, "under")
    parent_id = after.parent_id if after else under.id if under else None
    form = SectionForm()
    if not form.is_submitted() and request.args.get("block"):
        form.block.data = next((each for each in Block if each.value == request.args["block"]), None)
    made: list[Section] = []

    def create(by: Any) -> None:
        draft = SectionDraft(**vars(form.draft()), parent_id=parent_id)
        made.append(actions.add_section(db(), document, draft, by, after=after.id if after else None))

    if pages.saved(form, create):
        return pages.done(phrases.SECTION_ADDED, page_of(campaign, document, f"section-{made[-1].id}"))
    page = _page(campaign, document)
    anchor, rows = after or under, page["rows"]
    page["form_at"] = reading.end_of(rows, anchor.id) if anchor else len(rows)
    page["form_after"], page["form_under"] = after, under
    return pages.show("documents/editor.html", form, **page)


@bp.route("/<int:document_id>/sections/<int:section_id>", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def edit_section(campaign: Campaign, document_id: int, section_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    section = fetch(Section, section_id, document_id=document.id)
    form = SectionForm(obj=section)
    save = lambda by: actions.update_section(  # noqa: E731
        db(), document, section, form.draft(), form.read_version(), by
    )
    if pages.saved(form, save, section):
        return pages.done(shared.SAVED, page_of(campaign, document, f"section-{section.id}"))
    page = _page(campaign, document) | {"editing": section.id}
    return pages.show("documents/editor.html", form, **page)


@bp.post("/<int:document_id>/sections/<int:section_id>/move/<any(up, down, indent, outdent):way>")
@guard(Permission.DOCUMENT_EDIT)
def move_section(campaign: Campaign, document_id: int, section_id: int, way: str) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    section = fetch(Section, section_id, document_id=document.id)
    return pages.act(
        lambda by: actions.move_section(db(), document, section, Way(way), by),
        phrases.MOVED,
        page_of(campaign, document, f"section-{section.id}"),
    )


@bp.route("/<int:document_id>/sections/<int:section_id>/delete", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def delete_section(campaign: Campaign, document_id: int, section_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    section = fetch(Section, section_id, document_id=document.id)
    if request.method == "GET":
        page = _page(campaign, document) | {"deleting": section.id}
        return render_template("documents/editor.html", form=None, **page)
    return pages.act(
        lambda by: actions.delete_section(db(), document, section, pages.posted_version(), by),
        phrases.SECTION_DELETED,
        page_of(campaign, document),
    )


def _section_named(document: Document, argument: str) -> Section | None:
    """The section an address names in its query; None without one, 404 for one of another document."""
    key = read_id(request.args.get(argument))
    return fetch(Section, key, document_id=document.id) if key is not None else None


def _page(campaign: Campaign, document: Document) -> dict[str, Any]:
    """Everything the editor's page shows, whichever of its forms is open."""
    drawn, plan = plan_reads.document_of(db(), document.id), plan_reads.plan_of(db(), campaign.id)
    rows = reading.rows(sections_of(db(), document.id), drawn, plan)
    return {
        "campaign": campaign,
        "document": document,
        "drawn": drawn,
        "rows": rows,
        "problems": draw(drawn, plan).problems,
        "handed_out": document.status is DocumentStatus.ISSUED and has_handouts(db(), document.id),
        "outdated": bool(actions.outdated(db(), {document.id: drawn}, plan)),
        "row_of": {row.section.key: row for row in rows},
        "has_pdf": pdf.installed(),
        "blocks": Block,
        "layouts": LAYOUTS,
        "editing": None,
        "deleting": None,
        "form_at": None,
        "form_after": None,
        "form_under": None,
    }
