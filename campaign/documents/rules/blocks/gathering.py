"""The ceremony: delegates by group, time and venue, programme."""

from datetime import datetime
from typing import Any

from campaign.documents import phrases
from campaign.documents.rules.blocks.drawing import Drawing, dashes, filled, heads, rows, sentence
from campaign.documents.rules.inline import escape
from campaign.documents.rules.plan import Delegate, Node, Plan, ProgrammeItem, Table
from campaign.glossary import Layout
from campaign.vietnamese import count, fold, lower_first, moment


def delegates(node: Node, drawing: Drawing) -> Node:
    """Delegates under the heading of each group, as dash items or one table."""
    groups = [group for group in drawing.plan.groups if group.delegates]
    if node.layout is Layout.TABLE:
        return filled(node, table=Table("delegates", tuple(delegate_rows(drawing.plan))))
    made = [
        Node(
            key=f"{node.key}.{n}",
            heading=escape(group.name.rstrip(" :")) + ":",
            text=dashes([delegate_words(delegate) for delegate in group.delegates]),
            numbered=node.layout is Layout.NUMBERED,
        )
        for n, group in enumerate(groups, start=1)
    ]
    return filled(node, children=made)


def delegate_words(delegate: Delegate) -> str:
    """How a list names a delegate: "Bà Lê Thị Hoa, Chủ tịch …", "30 đoàn viên các xã", "Lãnh đạo Công an (02 đại biểu)"."""
    title = position(delegate)
    if delegate.person:
        named = " ".join(part for part in (delegate.honorific, delegate.person) if part)
        return ", ".join(part for part in (named, title) if part)
    if delegate.headcount is None:
        return title
    if title.startswith(phrases.COUNTED):
        return f"{count(delegate.headcount)} {lower_first(title)}"
    return phrases.HEADS.format(title=title, heads=count(delegate.headcount))


def position(delegate: Delegate) -> str:
    """The delegate's position with the body it belongs to, when the position does not say so itself."""
    unit = delegate.unit_name or ""
    if not unit or fold(unit) in fold(delegate.title):
        return delegate.title
    return f"{delegate.title}, {unit}" if delegate.person else f"{delegate.title} {unit}"


def delegate_rows(plan: Plan) -> list[dict[str, Any]]:
    """Groups that have delegates, each with their rows; delegates are numbered through."""
    groups, n = [], 0
    for group in plan.groups:
        listed = [{"n": str(n + place), **_row(each)} for place, each in enumerate(group.delegates, start=1)]
        n += len(listed)
        if listed:
            groups.append({"name": group.name, "rows": listed})
    return groups


def _row(delegate: Delegate) -> dict[str, str]:
    named = " ".join(part for part in (delegate.honorific, delegate.person) if part)
    heads_known = delegate.headcount if delegate.headcount or not delegate.person else 1
    return {
        "person": named if delegate.person else "",
        "title": position(delegate),
        "heads": heads(heads_known),
        "note": delegate.note or "",
    }


def time_venue(node: Node, drawing: Drawing) -> Node:
    """When and where the ceremony is."""
    ceremony = drawing.plan.ceremony
    if ceremony is None:
        return filled(node)
    facts = ((phrases.TIME, moment(ceremony.starts_at)), (phrases.VENUE, ceremony.venue))
    if node.layout is Layout.NUMBERED:
        return filled(
            node, children=[Node(heading=name, text=sentence(words), run_in=True) for name, words in facts]
        )
    return filled(node, "\n".join(f"- {name}: {sentence(words)}" for name, words in facts))


def programme(node: Node, drawing: Drawing) -> Node:
    """The steps of the ceremony in order."""
    items = drawing.plan.ceremony.programme if drawing.plan.ceremony else ()
    if node.layout is Layout.TABLE:
        return filled(node, table=rows("programme", map(programme_row, items)))
    return filled(node, dashes([_step(item) for item in items]))


def programme_row(item: ProgrammeItem) -> dict[str, str]:
    """Columns of a step: time, title, performer, note."""
    return {
        "time": phrases.FROM_TO.format(start=clock(item.starts_at), end=clock(item.ends_at)),
        "title": item.title,
        "performer": item.performer or "",
        "note": item.note or "",
    }


def clock(at: datetime) -> str:
    """The hour in a table: "7 giờ 30"."""
    return phrases.CLOCK.format(hour=at.hour, minute=at.minute)


def _step(item: ProgrammeItem) -> str:
    if not item.performer or fold(item.performer) in fold(item.title):
        return item.title
    return f"{item.title} ({item.performer})"
