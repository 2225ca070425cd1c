"""The register of issued documents (D30 Phụ lục IV, sổ đăng ký văn bản đi), to download."""

from datetime import date
from io import BytesIO

from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.documents import plan_reads
from campaign.documents.model import of_campaign
from campaign.documents.rules.editing import phrases
from campaign.documents.rules.letterhead import filed_by, sent_to
from campaign.documents.rules.plan import DocumentDraft
from campaign.documents.views.blueprint import bp
from campaign.files import sheet
from campaign.files.sheet import Column, Value
from campaign.gate import db, guard
from campaign.glossary import DocumentStatus
from campaign.vietnamese import safe_file_name

COLUMNS = (
    Column(phrases.REGISTER_NUMBER, 15),
    Column(phrases.REGISTER_DAY, 13, "date"),
    Column(phrases.REGISTER_TITLE, 40),
    Column(phrases.REGISTER_SIGNER, 20),
    Column(phrases.REGISTER_SENT_TO, 30),
    Column(phrases.REGISTER_KEPT_BY, 16),
    Column(phrases.REGISTER_COPIES, 9, "number"),
    Column(phrases.REGISTER_MOVED_ON, 13, "date"),
    Column(phrases.REGISTER_RECEIVED, 12),
    Column(phrases.REGISTER_NOTE, 20),
)


@bp.get("/documents.xlsx")
@guard(Permission.DOCUMENT_READ)
def export_documents(campaign: Campaign) -> ResponseReturnValue:
    """The campaign's issued documents in the order of their days; a draft has no number to be registered by."""
    issued = [row for row in of_campaign(db(), campaign.id) if row.status is DocumentStatus.ISSUED]
    drafts = plan_reads.documents_of(db(), [row.id for row in issued])
    in_order = sorted(issued, key=lambda row: (row.issued_on or date.max, row.kind, row.number))
    file = BytesIO(sheet.write(phrases.REGISTER, COLUMNS, [_entry(drafts[row.id]) for row in in_order]))
    return pages.send(file, safe_file_name(phrases.REGISTER_FILE.format(code=campaign.code)))


def _entry(document: DocumentDraft) -> tuple[Value, ...]:
    """A line of the register; the day handed on and its receipt are filled in by hand."""
    annexes = "; ".join(annex.label for annex in document.annexes)
    return (
        phrases.NUMBER_AND_SYMBOL.format(number=document.number, symbol=document.symbol), document.issued_on,
        phrases.KIND_AND_TITLE.format(kind=document.kind.label, title=document.title), document.signer_name,
        "\n".join(sent_to(document)), "\n".join(filed_by(document)),
        document.copies, None, None, phrases.WITH_ANNEXES.format(annexes=annexes) if annexes else None,
    )  # fmt: skip
