"""Moves in an outline: pure, on a tree of ids (parent id -> ids of its children in order; None is the top)."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from campaign.documents.rules.editing import phrases
from campaign.errors import Problem, Refused

Tree = dict[int | None, list[int]]

DEEPEST = 5  # I. / 1. / a) / - / +: papers know no more (D30 II.6.c knows the first four)


class Way(StrEnum):
    """Where a section can go."""

    UP = "up"
    DOWN = "down"
    INDENT = "indent"
    OUTDENT = "outdent"


def tree_of(rows: Iterable[tuple[int, int | None]]) -> Tree:
    """The tree of (id, parent id) rows, children in the order the rows come."""
    tree: Tree = {None: []}
    for section, parent in rows:
        tree.setdefault(parent, []).append(section)
        tree.setdefault(section, [])
    return tree


def moved(tree: Tree, section: int, way: Way) -> Tree:
    """The tree after a move; unchanged where there is no room that way. Refused when it would grow too deep."""
    parent = parent_of(tree, section)
    place = tree[parent].index(section)
    after = {key: list(children) for key, children in tree.items()}
    if way is Way.INDENT and place > 0:
        after[parent].remove(section)
        after[tree[parent][place - 1]].append(section)
    elif way is Way.OUTDENT and parent is not None:
        above = parent_of(tree, parent)
        after[parent].remove(section)
        after[above].insert(tree[above].index(parent) + 1, section)
    elif way in (Way.UP, Way.DOWN):
        after[parent].remove(section)
        after[parent].insert(max(0, place + (1 if way is Way.DOWN else -1)), section)
    if way is Way.INDENT:
        check_depth(after)
    return after


def insert(tree: Tree, section: int, parent: int | None, after: int | None) -> Tree:
    """The tree with a new section right after its sibling `after`, or last under `parent`; Refused when too deep."""
    grown = {key: list(children) for key, children in tree.items()}
    children = grown[parent]
    children.insert(children.index(after) + 1 if after in children else len(children), section)
    grown[section] = []
    check_depth(grown)
    return grown


def parent_of(tree: Tree, section: int) -> int | None:
    """The parent of a section; None at the top."""
    return next(parent for parent, children in tree.items() if section in children)


def walk(tree: Tree, parent: int | None = None, depth: int = 0) -> Iterator[tuple[int, int]]:
    """Every section in reading order with its depth, 0 at the top."""
    for section in tree[parent]:
        yield section, depth
        yield from walk(tree, section, depth + 1)


def check_depth(tree: Tree) -> None:
    """Refused when a section stands deeper than papers can number."""
    if any(depth >= DEEPEST for _, depth in walk(tree)):
        raise Refused(Problem("", phrases.TOO_DEEP.format(deepest=DEEPEST)))
