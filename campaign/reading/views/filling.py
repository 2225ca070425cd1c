"""Between a proposal and the form of its page: what the form begins with, and what was confirmed on it."""

from collections.abc import Iterable
from textwrap import shorten
from typing import Any

from wtforms import FieldList

from campaign.campaigns.rules import CampaignDraft
from campaign.ceremonies.rules import CeremonyDraft, ItemDraft
from campaign.documents.rules.editing import DocumentDraft, RecipientDraft
from campaign.documents.rules.editing.lines import read_addressees, read_recipients, write_recipients
from campaign.errors import Problem
from campaign.glossary import DocumentKind
from campaign.people.rules.units import UnitDraft
from campaign.reading.forms import BASIS_LIMIT, TASK_LIMIT, TakeForm
from campaign.reading.rules.taking import phrases
from campaign.reading.rules.taking.draft import (
    GroupTaken,
    Taking,
    TaskTaken,
    UnitTaken,
    read_helpers,
    read_ref,
)
from campaign.reading.rules.taking.dues import read_due
from campaign.reading.rules.taking.proposal import TITLE_LIMIT, Proposal
from campaign.reading.rules.taking.serving import weekday_of
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft
from campaign.vietnamese import fold, parse_date, short_date

_SHORT_NAME = 60


def values_of(proposal: Proposal) -> dict[str, Any]:
    """What the form shows first: everything taken; of a superior's document what concerns us."""
    ours = proposal.us is None
    return {
        "title": shorten(proposal.title, TITLE_LIMIT, placeholder="…"),
        "starts_on": proposal.starts_on,
        "ends_on": proposal.ends_on,
        "make_document": ours,
        "kind": proposal.kind or DocumentKind.PLAN,
        "document_title": proposal.title[:500],
        "symbol": proposal.symbol,
        "authority": proposal.authority,
        "position": proposal.position,
        "signer_name": proposal.signer,
        "addressees": "\n".join(proposal.addressees),
        "recipients": write_recipients((each.name, each.note) for each in proposal.recipients),
        "ceremony": {"take": ours, **vars(proposal.ceremony)} if proposal.ceremony else {},
        "bases": [
            {"take": ours or place == 0, "text": text[:BASIS_LIMIT]}
            for place, text in enumerate(proposal.bases)
        ],
        "programme": [{"take": ours, **vars(step)} for step in proposal.programme],
        "groups": [
            {"take": ours, "name": group.name[:200], "members": "\n".join(group.members)}
            for group in proposal.groups
        ],
        "live": [{"live": guess.same} for guess in proposal.live],
        **_duties(proposal),
        **_model(proposal),
    }


def _duties(proposal: Proposal) -> dict[str, Any]:
    units = [
        {
            "unit": unit.match.unit_id if unit.match else None,
            "create": unit.create,
            "name": unit.written,
            "relation": unit.relation,
        }
        for unit in proposal.units
    ]
    tasks = [
        {
            "take": True,
            "text": task.text[:TASK_LIMIT],
            "lead": f"w{task.unit}" if proposal.us is None else "",
            "helpers": "; ".join(proposal.units[helper].written for helper in task.helpers),
            "due": _spoken_due(task.due),
        }
        for task in proposal.tasks
    ]
    return {"units": units, "tasks": tasks}


def _model(proposal: Proposal) -> dict[str, Any]:
    days = [{"take": True, **vars(day)} for day in proposal.days]
    procedures = [{"take": True, **vars(each)} for each in proposal.procedures]
    return {"days": days, "procedures": procedures}


def _spoken_due(due: str) -> str:
    try:
        return short_date(parse_date(due))
    except ValueError:
        return due


# ---------------------------------------------------------------- what was confirmed


def taking_of(form: TakeForm, proposal: Proposal) -> Taking:
    """Everything the posted form takes; what cannot be read stands in its `problems`."""
    tasks, problems = _tasks(form, proposal)
    return Taking(
        campaign=_campaign(form),
        campaign_id=form.campaign_id.data,
        document=_document(form, proposal),
        live=frozenset(
            guess.place for guess, row in zip(proposal.live, form.live, strict=True) if row.form.live.data
        ),
        bases=tuple(row.text.data for row in _taken(form.bases)),
        ceremony=_ceremony(form, proposal),
        programme=tuple(
            ItemDraft(row.title.data, row.minutes.data, row.before_start.data)
            for row in _taken(form.programme)
        ),
        groups=tuple(
            GroupTaken(row.name.data, tuple(read_addressees(row.members.data))) for row in _taken(form.groups)
        ),
        units=tuple(_unit(row.form) for row in form.units),
        tasks=tasks,
        days=tuple(map(_day, _taken(form.days))),
        procedures=tuple(
            ProcedureDraft(row.name.data, row.served_at.data, row.code.data or None)
            for row in _taken(form.procedures)
        ),
        addressees=tuple(_once(read_addressees(form.addressees.data))),
        recipients=tuple(_each_once(read_recipients(form.recipients.data))),
        problems=problems,
    )


def _taken(rows: FieldList) -> Iterable[Any]:
    return (row.form for row in rows if row.form.take.data)


def _campaign(form: Any) -> CampaignDraft:
    return CampaignDraft(form.title.data, starts_on=form.starts_on.data, ends_on=form.ends_on.data)


def _document(form: TakeForm, proposal: Proposal) -> DocumentDraft | None:
    if not form.make_document.data:
        return None
    return DocumentDraft(
        form.kind.data, form.document_title.data, proposal.year, proposal.month, symbol=form.symbol.data or None,
        authority=form.authority.data or None, position=form.position.data or None,
        signer_name=form.signer_name.data or None,
    )  # fmt: skip


def _ceremony(form: TakeForm, proposal: Proposal) -> CeremonyDraft | None:
    row = form.ceremony.form
    if proposal.ceremony is None or not row.take.data:
        return None
    return CeremonyDraft(row.title.data, row.day.data, row.starts.data, row.venue.data)


def _unit(row: Any) -> UnitTaken:
    if row.unit.data is not None:
        return UnitTaken(row.unit.data)
    name = row.name.data
    if not (row.create.data and name):
        return UnitTaken()
    short_name = shorten(name, _SHORT_NAME, placeholder="…")
    return UnitTaken(draft=UnitDraft(name, short_name, row.relation.data))


def _tasks(form: TakeForm, proposal: Proposal) -> tuple[tuple[TaskTaken, ...], tuple[Problem, ...]]:
    tasks, problems = [], []
    for place, row in enumerate(form.tasks):
        fields = row.form
        if not fields.take.data:
            continue
        helpers, unknown = read_helpers(fields.helpers.data, proposal)
        if unknown:
            sentence = phrases.UNKNOWN_HELPERS.format(names="; ".join(unknown))
            problems.append(Problem(f"tasks-{place}-helpers", sentence))
        due_on, due_words = read_due(fields.due.data)
        lead = read_ref(fields.lead.data or form.lead_all.data or "")
        tasks.append(TaskTaken(place, fields.text.data, lead, helpers, due_on, due_words))
    return tuple(tasks), tuple(problems)


def _day(row: Any) -> ServiceDayDraft:
    weekday = weekday_of(row.words.data)
    return ServiceDayDraft(
        row.name.data, row.starts_on.data, weekday, None if weekday is not None else row.words.data,
        ends_on=row.ends_on.data, closes_at=row.closes_at.data,
    )  # fmt: skip


def _once(names: Iterable[str]) -> Iterable[str]:
    return reversed({fold(name): name for name in reversed([*names])}.values())


def _each_once(recipients: list[RecipientDraft]) -> Iterable[RecipientDraft]:
    return reversed({fold(each.name): each for each in reversed(recipients)}.values())
