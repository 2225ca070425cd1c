"""The door of the command line: finds the command, and ends with 0, 1 (one line says why not) or 2 (a wrong call)."""

import importlib
import io
import os
import sys

import click

from campaign.cli import phrases
from campaign.cli.speech import Context, explain
from campaign.errors import CampaignError

_HOMES = {
    "demo": "demo", "serve": "serving", "worker": "posting", "init": "office", "user": "office", "list": "office",
    "export": "export", "backup": "safekeeping", "restore": "safekeeping", "check": "checking", "mend": "checking", "read": "reading",
}  # fmt: skip


class Commands(click.Group):
    """Loads the module of a command when it is asked for, so that `--help` pays for none of them."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order a newcomer needs them."""
        return list(phrases.COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module loaded now."""
        if cmd_name not in _HOMES:
            return None
        module = importlib.import_module(f"campaign.cli.{_HOMES[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table of phrases, nothing loaded."""
        with formatter.section("Commands"):
            formatter.write_dl(list(phrases.COMMANDS.items()))


@click.group(cls=Commands, help=phrases.PROGRAM)
@click.help_option("--help", help=phrases.OPTION_HELP)
def commands() -> None:
    """All commands."""


def main() -> None:
    """Run the command of sys.argv and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows pipes default to cp1252
    sys.exit(_run())


def _run() -> int:
    try:
        commands.main(prog_name="campaign", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        return _say(error.message, 2)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "campaign"
        return _say(phrases.USAGE_ERROR.format(sentence=explain(error), command=command), 2)
    except CampaignError as error:
        return _say(phrases.ERROR.format(sentence=" ".join(str(error).split())), 1)
    except (click.Abort, KeyboardInterrupt):
        return _say(phrases.INTERRUPTED, 1)
    except BrokenPipeError:  # whoever read our output has gone, as in `campaign list | head -1`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _say(line: str, code: int) -> int:
    click.echo(line, err=True)
    return code
