"""click in Vietnamese: help pages, wrong calls, near matches."""

import difflib
from collections.abc import Iterable
from typing import Any

import click
from click.exceptions import NoSuchCommand, NoSuchOption

from campaign.cli import phrases


class Formatter(click.HelpFormatter):
    """Help pages with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """As click's, in Vietnamese."""
        for english, word in phrases.PLACES.items():
            args = args.replace(english, word)
        super().write_usage(prog, args, f"{phrases.USAGE} ")

    def section(self, name: str) -> Any:
        """As click's, with the heading in Vietnamese where we have one."""
        return super().section(phrases.SECTIONS.get(name, name))


class Context(click.Context):
    """A context that writes help with our Formatter."""

    formatter_class = Formatter


def explain(error: click.UsageError) -> str:
    """What is wrong with the call, in one sentence."""
    if isinstance(error, NoSuchCommand):
        known = _commands_of(error.ctx)
        return phrases.NO_COMMAND.format(name=error.command_name) + near(error.command_name, known)
    if isinstance(error, NoSuchOption):
        return phrases.NO_OPTION.format(name=error.option_name) + near(
            error.option_name, error.possibilities or ()
        )
    if isinstance(error, click.MissingParameter):
        return phrases.MISSING.format(name=_name(error))
    if isinstance(error, click.BadParameter):
        return phrases.BAD_VALUE.format(name=_name(error), accepted=_accepted(error))
    if isinstance(error, click.BadOptionUsage):
        return phrases.NO_VALUE.format(name=error.option_name)
    return phrases.TOO_MANY


def near(tried: str, known: Iterable[str]) -> str:
    """“Did you mean …”, when one of the known words is like the one tried; else nothing."""
    found = difflib.get_close_matches(tried, list(known), n=1, cutoff=0.5)
    return phrases.NEAR.format(near=found[0]) if found else ""


def _commands_of(context: click.Context | None) -> list[str]:
    if context is None or not isinstance(context.command, click.Group):
        return []
    return context.command.list_commands(context)


def _name(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    if error.param is not None and error.ctx is not None:
        return error.param.make_metavar(error.ctx)
    return str(error.param_hint or "")


def _accepted(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    return (
        phrases.ACCEPTED.format(values=", ".join(map(str, kind.choices)))
        if isinstance(kind, click.Choice)
        else ""
    )
