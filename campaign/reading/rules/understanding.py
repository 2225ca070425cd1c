"""From a clean source to a read plan: documents told apart, head, body and end of each, then every recogniser."""

from itertools import chain

from campaign.reading import phrases
from campaign.reading.rules.applied import read_codes, read_period, read_recurring
from campaign.reading.rules.bases import read_bases
from campaign.reading.rules.doubting import noisy, read_doubts
from campaign.reading.rules.endmatter import read_end
from campaign.reading.rules.event import read_delegates, read_event, read_programme
from campaign.reading.rules.letterhead import Letterhead, read_letterhead, take_addressees
from campaign.reading.rules.lines import ARTICLE, BULLET, Line, lines
from campaign.reading.rules.outline import build
from campaign.reading.rules.parts import Part, documents
from campaign.reading.rules.plan import Doubt, Node, ReadPlan
from campaign.reading.rules.source import Source
from campaign.reading.rules.tasks import read_tasks
from campaign.reading.rules.text import is_caps, squeeze
from campaign.reading.rules.told import Reader
from campaign.reading.rules.topics import BASES, topic_of
from campaign.reading.rules.units import first_verb, split_subject


def understand(source: Source) -> ReadPlan:
    """All that can be read out of a clean source. Pure; linear in its length."""
    parts = documents(lines(source))
    first = parts[0]
    plan = ReadPlan()
    plan.addressees, body = take_addressees(first.body)
    opening = first.body[: len(first.body) - len(body)]
    nodes = build(body)
    running = "\n".join(
        [*(line.text for line in first.subject), *(node.line for top in nodes for node in top.walk())]
    )
    head = read_letterhead(first, running)
    _fill_head(plan, head)
    later = [build(part.body) for part in parts[1:]]
    whole = [*nodes, *chain.from_iterable(later)]
    _fill_end(plan, parts)
    telling = [
        nodes,
        *(built for part, built in zip(parts[1:], later, strict=True) if part.kind not in phrases.NO_DUTIES),
    ]
    plan.tasks = read_tasks([*chain.from_iterable(telling)], Reader(_year(plan), plan.issuer))
    _fill_body(plan, nodes, later, whole)
    plan.outline = _outline(parts, nodes, later, opening)
    plan.outline += [Node(text=squeeze(note)) for note in source.footnotes]
    plan.doubts = [*head.doubts, *read_doubts(plan)]
    if noisy(running):
        plan.doubts.insert(0, Doubt("outline", running[:120], phrases.DOUBTS["noise"]))
    return plan


def _fill_head(plan: ReadPlan, head: Letterhead) -> None:
    plan.kind, plan.issuer, plan.number = head.kind, head.issuer, head.number
    plan.place, plan.date, plan.title = head.place, head.date, head.title
    if not plan.kind and plan.addressees:
        plan.kind = phrases.LETTER


def _fill_end(plan: ReadPlan, parts: list[Part]) -> None:
    """Recipients and signer of the first document that has them."""
    for part in parts:
        end = read_end(part.end)
        plan.recipients = plan.recipients or end.recipients
        plan.signer = plan.signer or end.signer


def _fill_body(plan: ReadPlan, nodes: list[Node], later: list[list[Node]], whole: list[Node]) -> None:
    year = _year(plan)
    plan.legal_bases = read_bases(nodes) or [basis for part in later for basis in read_bases(part)]
    plan.sections = [heading for part in (nodes, *later) for heading in _sections(part)]
    event = read_event(whole, year, plan.title)
    plan.event_start, plan.venue = event.start, event.venue
    plan.programme = read_programme(whole)
    plan.delegate_groups = read_delegates(whole)
    plan.recurring_days = read_recurring(whole)
    plan.tthc_codes = read_codes(whole)
    plan.period_start, plan.period_end = read_period(whole, year, plan.title)


def _year(plan: ReadPlan) -> int | None:
    return int(plan.date[:4]) if plan.date else None


def _sections(nodes: list[Node]) -> list[str]:
    """The headings of the top level without number, colon or stop."""
    headings = (squeeze(node.heading).strip(" .:") for node in nodes if _is_section(node))
    return [
        heading for heading in headings if heading and not (split_subject(heading)[0] and first_verb(heading))
    ]


def _is_section(node: Node) -> bool:
    """Whether a top-level node is a section: no bullet, no article that only introduces a list, no "Căn cứ:"."""
    if node.style.startswith(BULLET) or (node.style == ARTICLE and node.heading.endswith(":")):
        return False
    return bool(node.number) or topic_of(node.heading) != BASES or is_caps(node.heading)


def _outline(
    parts: list[Part], nodes: list[Node], later: list[list[Node]], opening: list[Line]
) -> list[Node]:
    """Head, body and end of every document, in order: every line of the source."""
    whole: list[Node] = []
    for part, body in zip(parts, (nodes, *later), strict=True):
        whole += _block(part.head)
        whole += _block(part.subject, heading=part.named)
        whole += _block(opening if part is parts[0] else [])
        whole += body
        whole += _block(part.end)
    return whole


def _block(found: list[Line], heading: str = "") -> list[Node]:
    if not found and not heading:
        return []
    return [Node(heading=heading, text="\n".join(squeeze(line.printed) for line in found))]
