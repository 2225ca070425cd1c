"""Handing a document in: a file or pasted text, read before anything is written, and kept as it came."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import of_agency as campaigns_of
from campaign.errors import Problem, Refused
from campaign.gate import db, guard, me, now, own_agency, today
from campaign.people.model import User, agencies
from campaign.reading import actions
from campaign.reading.forms import HandInForm
from campaign.reading.model import ReadDocument, of_agency
from campaign.reading.rules.taking import phrases
from campaign.reading.views.blueprint import bp, reading_at, understood
from campaign.vietnamese import short_date

_LATEST = 20


@bp.route("", methods=["GET", "POST"])
@guard(Permission.READING_EDIT)
def hand_in() -> ResponseReturnValue:
    """Takes the document and goes on to what was understood of it."""
    form = HandInForm()
    if me().agency_id is None:
        form.agency_id.offer([(agency.id, agency.name) for agency in agencies(db())])
    else:
        del form.agency_id
    if form.is_submitted() and form.validate() and _is_read(form):
        agency_id = me().agency_id or form.agency_id.data
        reading = _kept(form, agency_id)
        if reading is not None:
            return redirect(url_for(".preview", read_id=reading.id), 303)
    latest = of_agency(db(), me().agency_id, _LATEST)
    became = {row.id: row for row in campaigns_of(db(), me().agency_id)} if latest else {}
    return pages.show("reading/hand_in.html", form, latest=latest, became=became)


@bp.post("/<int:read_id>/again")
@guard(Permission.READING_EDIT)
def read_again(read_id: int) -> ResponseReturnValue:
    """Begins anew with a document that was taken already."""
    reading = reading_at(read_id)
    made: list[ReadDocument] = []
    pages.act(lambda by: made.append(actions.keep_once_more(db(), reading, by, now())), "", "")
    return redirect(url_for(".preview", read_id=made[0].id), 303)


@bp.post("/<int:read_id>/forget")
@guard(Permission.READING_EDIT)
def forget(read_id: int) -> ResponseReturnValue:
    """Lets go of what was only looked at."""
    reading = reading_at(read_id)
    return pages.act(
        lambda by: actions.forget_document(db(), reading, by),
        phrases.FORGOTTEN.format(name=pages.short(reading.name)),
        url_for(".hand_in"),
    )


def _is_read(form: HandInForm) -> bool:
    """Whether what was handed in is a document; if not the form says why.

    Reading takes seconds, and on SQLite a POST that has read anything holds the lock of writers: it is let go first.
    """
    name, data = form.given(short_date(today()))
    db().rollback()
    try:
        understood(data, name)
    except Refused as refusal:
        form.blame([Problem(form.given_field, problem.sentence) for problem in refusal.problems])
        return False
    return True


def _kept(form: HandInForm, agency_id: int) -> ReadDocument | None:
    agency = own_agency(agency_id)
    name, data = form.given(short_date(today()))
    kept: list[tuple[ReadDocument, bool]] = []
    at = now().replace(microsecond=0)

    def keep(by: User) -> None:
        kept.append(actions.keep_document(db(), agency.id, by, name, data, at))

    if not pages.saved(form, keep):
        return None
    reading, known = kept[0]
    if known and reading.taken_at is None:
        flash(phrases.SEEN_BEFORE, "ok")
    return reading
