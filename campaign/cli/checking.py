"""Checking the format of a Word file. No database is opened."""

import json
from pathlib import Path

import click

from campaign.checking import phrases as words
from campaign.checking.phrases import Severity
from campaign.checking.rules import check
from campaign.checking.rules.telling import data, told
from campaign.checking.rules.years import years_of
from campaign.cli import phrases
from campaign.errors import Unavailable
from campaign.files.holidays_vn import days_off
from campaign.store.faults import told as told_of_disk


@click.command("check", help=phrases.COMMANDS["check"])
@click.argument("file", metavar=phrases.META_FILE, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=words.OPTION_JSON)
@click.option("--issuing", is_flag=True, help=words.OPTION_ISSUING)
@click.help_option("--help", help=phrases.OPTION_HELP)
def check_command(file: Path, as_json: bool, issuing: bool) -> None:
    """Say what a file does other than the decree asks; ends with 1 when something is wrong."""
    from campaign.files.word_inspector import inspect  # noqa: PLC0415 - slow import, not paid at start-up

    docx = inspect(_bytes(file), file.name)
    report = check(docx, days_off(years_of([docx])), issuing=issuing)
    if as_json:
        click.echo(json.dumps({"file": file.name, **data(report)}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(told(report)))
    if report.count(Severity.WRONG):
        raise SystemExit(1)


def _bytes(file: Path) -> bytes:
    if not file.exists():
        raise Unavailable(words.NO_FILE.format(name=file))
    if file.is_dir():
        raise Unavailable(words.IS_A_FOLDER.format(name=file))
    with told_of_disk(file):
        return file.read_bytes()
