"""What was understood of a document beside its source, doubts first; put right, and taken as a whole."""

from collections.abc import Sequence

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.campaigns.model import of_agency as campaigns_of
from campaign.documents.model import Document
from campaign.errors import Problem, Refused
from campaign.fields import read_id as read_number
from campaign.gate import db, guard, now, today
from campaign.people.model import Agency, User, units_of
from campaign.people.rules.units import is_past
from campaign.reading import actions
from campaign.reading.forms import TakeForm
from campaign.reading.model import ReadDocument
from campaign.reading.rules.source import Source
from campaign.reading.rules.taking import phrases
from campaign.reading.rules.taking.marking import finds_of, marked
from campaign.reading.rules.taking.matching import KnownUnit
from campaign.reading.rules.taking.proposal import Office, Proposal, of_superior, propose
from campaign.reading.views.blueprint import bp, reading_at, understood
from campaign.reading.views.carrying import carry
from campaign.reading.views.filling import taking_of, values_of


@bp.route("/<int:read_id>", methods=["GET", "POST"])
@guard(Permission.READING_EDIT)
def preview(read_id: int) -> ResponseReturnValue:
    """What would become of it; posted with `seen`, what was confirmed on that very page is taken.

    `us` says whose document it is and `way` what the page was drawn for: another way is shown first, with all that was typed.
    """
    reading = reading_at(read_id)
    if reading.taken_at is not None:
        return _taken_page(reading), 422 if request.method == "POST" else 200
    source, whole = _proposed(reading)
    asked = request.values.get("us", "")
    drawn = request.form.get("way", asked)
    campaigns = [(row.id, row.title) for row in campaigns_of(db(), reading.agency_id)]
    proposal = _in_way(whole, asked)
    if drawn != asked or "look" in request.form:
        shown, form = (_fresh(each, campaigns) for each in (_in_way(whole, drawn), proposal))
        carry(request.form, (shown, _in_way(whole, drawn)), (form, proposal))
        return _page(form, reading, proposal, source)
    form = TakeForm(data=values_of(proposal))
    form.offer(proposal, campaigns)
    taken: list[actions.Taken] = []

    def take(by: User) -> None:
        if request.form.get("seen") != proposal.digest:
            raise Refused(Problem("", phrases.CHANGED))
        taking = taking_of(form, proposal)
        taken.append(actions.take(db(), reading, proposal, taking, by, now().replace(microsecond=0)))

    if pages.saved(form, take):
        return pages.done(_told(taken[-1]), url_for("overview.show_campaign", code=taken[-1].campaign.code))
    return _page(form, reading, proposal, source), 422 if request.method == "POST" else 200


def _fresh(proposal: Proposal, campaigns: Sequence[tuple[int, str]]) -> TakeForm:
    """The form as the page of a proposal begins, whatever is posted."""
    form = TakeForm(None, data=values_of(proposal))
    form.offer(proposal, campaigns)
    return form


def _page(form: TakeForm, reading: ReadDocument, proposal: Proposal, source: Source) -> str:
    found = marked(source, finds_of(proposal))
    return render_template(
        "reading/preview.html",
        form=form,
        reading=reading,
        proposal=proposal,
        source=found,
        marks=phrases.MARKS,
    )


def _proposed(reading: ReadDocument) -> tuple[Source, Proposal]:
    """The proposal for the reading's office, of the whole document.

    Reading takes seconds, and on SQLite a POST that has read anything holds the lock of writers: it is let go first.
    """
    data, name = reading.data, reading.name
    db().rollback()
    source, plan = understood(data, name)
    agency = db().get_one(Agency, reading.agency_id)
    units = tuple(
        KnownUnit(unit.id, unit.name, unit.short_name, unit.relation, not is_past(unit.valid_to, today()))
        for unit in units_of(db(), agency.id)
    )
    return source, propose(plan, source, Office(agency.name, agency.level, units, today()))


def _in_way(proposal: Proposal, asked: str) -> Proposal:
    """All of it, or what concerns the unit that is asked for; where nothing is asked, what was guessed."""
    us = read_number(asked) if asked else None if proposal.own else proposal.guessed_us
    known = us is not None and us < len(proposal.units)
    return of_superior(proposal, us) if known and us is not None else proposal


def _taken_page(reading: ReadDocument) -> str:
    campaign = db().get(Campaign, reading.campaign_id) if reading.campaign_id else None
    document = db().get(Document, reading.document_id) if reading.document_id else None
    return render_template("reading/taken.html", reading=reading, campaign=campaign, document=document)


def _told(taken: actions.Taken) -> str:
    """What was made, in the order people care about, and what was there already."""
    made = "; ".join(
        words.format(count=taken.made[part]) for part, words in phrases.MADE.items() if taken.made.get(part)
    )
    form = phrases.TAKEN_SKIPPED if taken.skipped else phrases.TAKEN
    return form.format(made=made or phrases.MADE_NOTHING, count=taken.skipped)
