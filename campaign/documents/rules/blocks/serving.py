"""The model in use: procedures, service days, publicity."""

from campaign.documents import phrases
from campaign.documents.rules.blocks.assignments import in_sentence
from campaign.documents.rules.blocks.drawing import Drawing, dashes, filled, rows, sentence, sentences
from campaign.documents.rules.inline import escape
from campaign.documents.rules.plan import Activity, Node, Procedure, ServiceDay
from campaign.glossary import Layout
from campaign.service_days.rules import first_day, spoken_hours, spoken_weekday
from campaign.vietnamese import count, short_date, spoken_date


def procedures(node: Node, drawing: Drawing) -> Node:
    """Procedures under the place that serves them, with their national codes."""
    listed = drawing.plan.procedures
    if node.layout is Layout.TABLE:
        return filled(node, table=rows("procedures", map(_procedure_row, listed)))
    places: dict[str, list[Procedure]] = {}
    for procedure in listed:
        places.setdefault(procedure.served_at, []).append(procedure)
    unnamed = places.pop("", [])
    made = [
        Node(
            key=f"{node.key}.{n}",
            heading=escape(
                phrases.GROUP_OF_PROCEDURES.format(place=place.rstrip(" :"), heads=count(len(served)))
            )
            + ":",
            text=sentences(map(_procedure, served)),
            numbered=node.layout is Layout.NUMBERED,
        )
        for n, (place, served) in enumerate(places.items(), start=1)
    ]
    return filled(node, sentences(map(_procedure, unnamed)), made)


def _procedure(procedure: Procedure) -> str:
    if not procedure.code:
        return procedure.name
    return phrases.PROCEDURE.format(name=procedure.name.rstrip(" .;"), code=procedure.code)


def _procedure_row(procedure: Procedure) -> dict[str, str]:
    return {"code": procedure.code or "", "name": procedure.name, "place": procedure.served_at}


def service_days(node: Node, drawing: Drawing) -> Node:
    """Days and hours of the model; under its own name each when there are several, or when they are numbered."""
    days = drawing.plan.service_days
    if len(days) == 1 and node.layout is not Layout.NUMBERED:
        return filled(node, _service_day(days[0]))
    made = [
        Node(
            key=f"{node.key}.{n}",
            heading=escape(day.name.rstrip(" :")) + ":",
            text=_service_day(day),
            numbered=node.layout is Layout.NUMBERED,
        )
        for n, day in enumerate(days, start=1)
    ]
    return filled(node, children=made)


def _service_day(day: ServiceDay) -> str:
    facts = [_days(day), _hours(day), phrases.AT_PLACE.format(place=day.place) if day.place else ""]
    note = f"\n* {sentence(day.note)}" if day.note else ""
    return sentences(filter(None, facts)) + note


def _days(day: ServiceDay) -> str:
    weekly = "" if day.weekday is None else spoken_weekday(day.weekday)
    first = day.starts_on if day.weekday is None else first_day(day.starts_on, day.weekday)
    period = phrases.APPLIED_FROM.format(day=short_date(day.starts_on))
    if first != day.starts_on:
        period += phrases.FIRST_DAY.format(day=spoken_date(first))
    if day.ends_on:
        period += " " + phrases.APPLIED_UNTIL.format(day=short_date(day.ends_on))
    return phrases.APPLIED.format(days=", ".join(filter(None, (day.words or weekly, period))))


def _hours(day: ServiceDay) -> str:
    hours = spoken_hours(day.opens_at, day.closes_at)
    after = phrases.AFTER_HOURS if day.closes_at else ""
    return phrases.HOURS.format(hours=hours) + after if hours else ""


def publicity(node: Node, drawing: Drawing) -> Node:
    """Activities with channel, content, time, place and who does them."""
    if node.layout is Layout.TABLE:
        return filled(node, table=rows("publicity", map(_activity_row, drawing.plan.activities)))
    return filled(node, dashes([_activity(activity) for activity in drawing.plan.activities]))


def _activity(activity: Activity) -> str:
    unit = phrases.DONE_BY.format(unit=in_sentence(activity.unit.name)) if activity.unit else ""
    details = ", ".join(filter(None, (_period(activity), _place(activity), unit)))
    said = f"{phrases.CHANNELS[activity.channel]}: {activity.content.rstrip(' .;')}"
    return f"{said} ({details})" if details else said


def _activity_row(activity: Activity) -> dict[str, str]:
    return {
        "channel": phrases.CHANNELS[activity.channel],
        "content": activity.content,
        "when": ", ".join(filter(None, (_period(activity), _place(activity)))),
        "unit": activity.unit.short_name if activity.unit else "",
    }


def _period(activity: Activity) -> str:
    start, end = activity.starts_on, activity.ends_on
    if start and end and start != end:
        return phrases.FROM_DAY_TO_DAY.format(start=short_date(start), end=short_date(end))
    if start and end:
        return phrases.ON_DAY.format(day=short_date(start))
    if start:
        return phrases.FROM_DAY.format(start=short_date(start))
    return phrases.UNTIL_DAY.format(end=short_date(end)) if end else ""


def _place(activity: Activity) -> str:
    return phrases.AT.format(place=activity.place) if activity.place else ""
