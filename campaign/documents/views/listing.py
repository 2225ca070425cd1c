"""The papers of a campaign: its documents, what is drawn from its data, its legal bases."""

from flask import render_template
from flask.typing import ResponseReturnValue

from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.config import share
from campaign.documents import actions, plan_reads
from campaign.documents.model import bases_of, of_campaign
from campaign.documents.rules.citations import full
from campaign.documents.views.blueprint import bp
from campaign.gate import db, guard
from campaign.glossary import Annex, DocumentKind, DocumentStatus


@bp.get("")
@guard(Permission.DOCUMENT_READ)
def list_documents(campaign: Campaign) -> ResponseReturnValue:
    plan = plan_reads.plan_of(db(), campaign.id)
    documents = of_campaign(db(), campaign.id)
    issued = [each.id for each in documents if each.status is DocumentStatus.ISSUED]
    drawn = plan_reads.documents_of(db(), issued)
    main = plan_reads.leading(documents, *plan_reads.MAIN)
    draft = (
        drawn.get(main.id) if main else None
    )  # only beside what was issued does it matter what a sheet says
    return render_template(
        "documents/list.html",
        campaign=campaign,
        documents=documents,
        outdated=actions.outdated(db(), drawn, plan),
        deleted=of_campaign(db(), campaign.id, deleted=True),
        bases=[
            (row, full(drawn)) for row, drawn in zip(bases_of(db(), campaign.id), plan.bases, strict=True)
        ],
        plan=plan,
        kinds=DocumentKind,
        annexes=Annex,
        main=main,
        sheets=actions.handouts_of(db(), main, draft, plan, share("docx_templates")),
    )
