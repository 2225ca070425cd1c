"""What was typed on the page of one way of taking, carried over to the page of another: bad input and second thoughts lose nothing."""

from collections.abc import Iterator, Sequence

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, FieldList, Form, FormField, SelectField

from campaign.reading.forms import TakeForm
from campaign.reading.rules.taking.proposal import Proposal

_Moves = dict[str, dict[int, int]]


def carry(
    typed: MultiDict[str, str], shown: tuple[TakeForm, Proposal], onto: tuple[TakeForm, Proposal]
) -> None:
    """Put whatever `typed` has other than the form first `shown` into the same field of the form `onto`, as it was typed.

    Rows are known by what they were read from, for a superior's page has fewer tasks and one basis more.
    """
    fields = {field.name: field for field in _leaves(onto[0])}
    moves = _moves(shown[1], onto[1])
    for field in _leaves(shown[0]):
        target = fields.get(_moved(field.name, moves))
        if target is not None and _was_drawn(field, typed):
            sent = [value.replace("\r\n", "\n") for value in typed.getlist(field.name)]
            if sent != _untouched(field):
                target.process(MultiDict([(target.name, value) for value in sent]))


def _leaves(form: Form) -> Iterator[Field]:
    for field in form:
        if isinstance(field, FormField):
            yield from _leaves(field.form)
        elif isinstance(field, FieldList):
            for row in field:
                yield from _leaves(row.form)
        else:
            yield field


def _moves(one: Proposal, other: Proposal) -> _Moves:
    def places(before: Sequence[object], after: Sequence[object]) -> dict[int, int]:
        return {place: after.index(row) for place, row in enumerate(before) if row in after}

    def tasks(proposal: Proposal) -> list[object]:
        return [(task.section, task.source, task.text, task.unit) for task in proposal.tasks]

    return {"tasks": places(tasks(one), tasks(other)), "bases": places(one.bases, other.bases)}


def _moved(name: str, moves: _Moves) -> str:
    """The name of the same row's field on the other page; "" when the row is not there."""
    listed, _, rest = name.partition("-")
    place, _, last = rest.partition("-")
    if listed not in moves or not last:
        return name
    there = moves[listed].get(int(place))
    return "" if there is None else f"{listed}-{there}-{last}"


def _was_drawn(field: Field, typed: MultiDict[str, str]) -> bool:
    """Was it on the page? A box that is not ticked sends nothing; those of units stand beside a choice."""
    beside = field.name.removesuffix("-create")
    drawn = isinstance(field, BooleanField) and (beside == field.name or f"{beside}-unit" in typed)
    return drawn or field.name in typed


def _untouched(field: Field) -> list[str]:
    """What a browser sends for it when nobody has touched it."""
    if isinstance(field, BooleanField):
        return ["y"] if field.data else []
    if isinstance(field, SelectField):
        choices = [(str(value), chosen) for value, _, chosen, *_ in field.iter_choices()]
        return [value for value, chosen in choices if chosen] or [value for value, _ in choices[:1]]
    return [str(field._value()).replace("\r\n", "\n")]
