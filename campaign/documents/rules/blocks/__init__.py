"""Live blocks: each draws the campaign's data at its place in a document, in one of the layouts it offers."""

from collections.abc import Callable
from dataclasses import replace

from campaign.documents import phrases
from campaign.documents.rules.blocks.assignments import assignments
from campaign.documents.rules.blocks.bases import legal_bases
from campaign.documents.rules.blocks.drawing import Drawing
from campaign.documents.rules.blocks.gathering import delegates, programme, time_venue
from campaign.documents.rules.blocks.results import attendance, task_results
from campaign.documents.rules.blocks.serving import procedures, publicity, service_days
from campaign.documents.rules.plan import Node, Plan
from campaign.errors import Problem
from campaign.glossary import Block, Layout

_DRAW: dict[Block, Callable[[Node, Drawing], Node]] = {
    Block.LEGAL_BASES: legal_bases,
    Block.DELEGATES: delegates,
    Block.TIME_VENUE: time_venue,
    Block.PROGRAMME: programme,
    Block.ASSIGNMENTS: assignments,
    Block.PROCEDURES: procedures,
    Block.SERVICE_DAYS: service_days,
    Block.PUBLICITY: publicity,
    Block.ATTENDANCE: attendance,
    Block.TASK_RESULTS: task_results,
}
# The layouts a block offers; the first is used when a section names none.
LAYOUTS: dict[Block, tuple[Layout, ...]] = {
    Block.LEGAL_BASES: (Layout.ITALIC, Layout.RUN_IN, Layout.NUMBERED),
    Block.DELEGATES: (Layout.DASHES, Layout.NUMBERED, Layout.TABLE),
    Block.TIME_VENUE: (Layout.DASHES, Layout.NUMBERED),
    Block.PROGRAMME: (Layout.DASHES, Layout.TABLE),
    Block.ASSIGNMENTS: (Layout.DASHES, Layout.RUN_IN, Layout.NUMBERED, Layout.TABLE),
    Block.PROCEDURES: (Layout.NUMBERED, Layout.DASHES, Layout.TABLE),
    Block.SERVICE_DAYS: (Layout.DASHES, Layout.NUMBERED),
    Block.PUBLICITY: (Layout.DASHES, Layout.TABLE),
    Block.ATTENDANCE: (Layout.TABLE, Layout.DASHES),
    Block.TASK_RESULTS: (Layout.TABLE, Layout.DASHES),
}


def has_data(block: Block, plan: Plan) -> bool:
    """Whether the campaign has anything for the block to draw."""
    if block is Block.TIME_VENUE:
        return plan.ceremony is not None
    if block is Block.PROGRAMME:
        return bool(plan.ceremony and plan.ceremony.programme)
    data: dict[Block, tuple[object, ...]] = {
        Block.LEGAL_BASES: plan.bases,
        Block.DELEGATES: plan.delegates,
        Block.ATTENDANCE: plan.delegates,
        Block.ASSIGNMENTS: plan.tasks,
        Block.TASK_RESULTS: plan.tasks,
        Block.PROCEDURES: plan.procedures,
        Block.SERVICE_DAYS: plan.service_days,
        Block.PUBLICITY: plan.activities,
    }
    return bool(data[block])


def expand(outline: tuple[Node, ...], plan: Plan) -> tuple[tuple[Node, ...], list[Problem]]:
    """The outline with every block drawn, and a problem for each that has no data (it then keeps its own text)."""
    problems: list[Problem] = []
    drawing = Drawing(plan)
    return tuple(_expanded(node, drawing, problems) for node in outline), problems


def _expanded(node: Node, drawing: Drawing, problems: list[Problem]) -> Node:
    drawn = _drawn(node, drawing, problems)
    made = len(drawn.children) - len(node.children)
    kept = [_expanded(child, drawing, problems) for child in drawn.children[made:]]
    return replace(drawn, children=(*drawn.children[:made], *kept))


def _drawn(node: Node, drawing: Drawing, problems: list[Problem]) -> Node:
    if node.block is None:
        return node
    if not has_data(node.block, drawing.plan):
        problems.append(Problem(node.key, phrases.EMPTY_BLOCK.format(block=node.block.label)))
        return replace(node, block=None)
    offered = LAYOUTS[node.block]
    layout = node.layout if node.layout in offered else offered[0]
    return _DRAW[node.block](replace(node, layout=layout), drawing)
