"""Draws a campaign's calendars. Nothing is changed: it stands on this floor because it joins rows to a file format.

The same rows give the same bytes: even where RFC 5545 3.8.7.2 asks for the moment a message is made (METHOD), the
moment of the last change is written, since that is when the calendar became what it is.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony, ProgrammeItem
from campaign.ceremonies.rules import end_of, main_ceremony, run
from campaign.files.calendar import Moment, Organizer, Weekly, publish
from campaign.people.model import Agency
from campaign.schedule import phrases, rules
from campaign.schedule.model import Rows, read
from campaign.schedule.rules import Kind
from campaign.service_days.model import ServiceDay
from campaign.tasks.model import Task


def calendars(session: Session, campaign: Campaign) -> list[tuple[str, bytes]]:
    """(file name, bytes) of every calendar of the campaign that has something in it."""
    rows = read(session, campaign)
    return [(kind.file_name(campaign.code), file_of(rows, kind)) for kind in Kind if moments(rows, kind)]


def file_of(rows: Rows, kind: Kind) -> bytes:
    """The bytes of one calendar, valid also when it is empty.

    The ceremony's is a message to guests (METHOD:PUBLISH, RFC 5546 3.2.1) when the agency has a mailbox to name as
    organizer; the others, and it without one, are plain calendars.
    """
    found = moments(rows, kind)
    organizer = _organizer(rows.agency) if kind is Kind.CEREMONY else None
    if not found or organizer is None:
        return publish(found)
    latest = max(moment.changed_at for moment in found)
    return publish(found, method="PUBLISH", organizer=organizer, stamped_at=latest)


def moments(rows: Rows, kind: Kind) -> list[Moment]:
    """What one calendar holds."""
    match kind:
        case Kind.CEREMONY:
            return [_ceremony(each, rows.programmes.get(each.id, ())) for each in rows.ceremonies]
        case Kind.PROGRAMME:
            return [moment for each in rows.ceremonies for moment in _programme(each, rows)]
        case Kind.TASKS:
            return [moment for task in rows.tasks for moment in _task(task, rows)]
        case Kind.SERVICE_DAYS:
            return [moment for day in rows.service_days for moment in _service_day(day)]


def _ceremony(ceremony: Ceremony, items: Sequence[ProgrammeItem]) -> Moment:
    words = rules.lines(
        (phrases.CHAIR, ceremony.chair),
        (phrases.ARRIVE, str(ceremony.arrive_early) if ceremony.arrive_early else None),
        (phrases.DRESS, ceremony.dress),
        (phrases.CONTACT, ceremony.contact),
        ("{text}", ceremony.note),
    )
    return Moment(
        uid=ceremony.uid,
        sequence=ceremony.sequence,
        summary=ceremony.title,
        start=ceremony.starts_at,
        end=end_of(ceremony.starts_at, ceremony.ends_at, items),
        location=ceremony.venue,
        description=words,
        created_at=ceremony.created_at,
        changed_at=ceremony.updated_at,
    )


def _programme(ceremony: Ceremony, rows: Rows) -> Iterator[Moment]:
    items = rows.programmes.get(ceremony.id, ())
    for item, span in zip(items, run(ceremony.starts_at, items), strict=True):
        words = rules.lines(
            (phrases.PERFORMER, item.performer),
            (phrases.LEAD, rows.units[item.unit_id].name if item.unit_id else None),
            (phrases.CUE, item.cue),
            ("{text}", item.note),
            (phrases.OF_CEREMONY, ceremony.title),
        )
        yield Moment(
            uid=item.uid,
            sequence=item.sequence,
            summary=item.title,
            start=span.starts_at,
            end=span.ends_at,
            location=ceremony.venue,
            description=words,
            related_to=ceremony.uid,
            created_at=item.created_at,
            changed_at=max(item.updated_at, ceremony.updated_at),
        )


def _task(task: Task, rows: Rows) -> Iterator[Moment]:
    if task.deadline is None:
        return
    unit = rows.units[task.lead_unit_id]
    words = rules.lines(
        (phrases.LEAD, unit.name),
        (phrases.HELPERS, ", ".join(rows.units[helper].name for helper in rows.helpers[task.id])),
        (phrases.PERSON, task.person),
        (phrases.RESULT, task.expected_result),
        (phrases.BASIS, task.basis),
        (phrases.OF_CAMPAIGN, rows.campaign.title),
    )
    main = main_ceremony(rows.ceremonies, task.deadline)
    yield Moment(
        uid=task.uid,
        sequence=task.sequence,
        summary=phrases.DUE.format(text=task.text, unit=unit.short_name),
        start=task.deadline,
        description=words,
        related_to=main.uid if main else None,
        created_at=task.created_at,
        changed_at=max(task.updated_at, unit.updated_at),
    )


def _service_day(day: ServiceDay) -> Iterator[Moment]:
    series = rules.series(day.weekday, day.starts_on, day.ends_on, day.opens_at, day.closes_at)
    if series is None or day.weekday is None:
        return
    words = rules.lines(
        ("{text}", day.words), ("{text}", rules.until_hour(day.closes_at)), ("{text}", day.note)
    )
    yield Moment(
        uid=day.uid,
        sequence=day.sequence,
        summary=day.name,
        start=series.start,
        end=series.end,
        weekly=Weekly(day.weekday, series.until),
        transparent=True,
        location=day.place or "",
        description=words,
        created_at=day.created_at,
        changed_at=day.updated_at,
    )


def _organizer(agency: Agency) -> Organizer | None:
    """Who publishes; None without a mailbox, or with one no calendar can carry."""
    if not agency.organizer_email:
        return None
    try:
        return Organizer(agency.name, agency.organizer_email)
    except ValueError:
        return None
