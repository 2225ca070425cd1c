"""Checking the format of a Word file. No database is opened."""

import json
from pathlib import Path

import click

from campaign.checking import phrases as words
from campaign.checking.phrases import Severity
from campaign.checking.rules import check
from campaign.checking.rules.telling import data, mended_data, told, told_mended
from campaign.checking.rules.years import years_of
from campaign.cli import phrases
from campaign.cli.filing import content, write
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

    docx = inspect(content(file), file.name)
    report = check(docx, days_off(years_of([docx])), issuing=issuing)
    if as_json:
        click.echo(json.dumps({"file": file.name, **data(report)}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(told(report)))
    if report.count(Severity.WRONG):
        raise SystemExit(1)


@click.command("mend", help=phrases.COMMANDS["mend"])
@click.argument("file", metavar=phrases.META_FILE, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    metavar=phrases.META_FILE,
    type=click.Path(path_type=Path),
    required=True,
    help=words.OPTION_OUT,
)
@click.option("--json", "as_json", is_flag=True, help=words.OPTION_JSON)
@click.help_option("--help", help=phrases.OPTION_HELP)
def mend_command(file: Path, out: Path, as_json: bool) -> None:
    """Write a corrected copy and say what was corrected; ends with 1 when something wrong is left."""
    from campaign.files.word_inspector import inspect  # noqa: PLC0415 - slow import, not paid at start-up
    from campaign.files.word_mender import mend  # noqa: PLC0415 - slow import, not paid at start-up

    mended = mend(content(file), file.name)
    docx = inspect(mended.data, file.name)
    left = check(docx, days_off(years_of([docx])))
    with told_of_disk(out):
        write(out, mended.data)
    if as_json:
        told_as = {"file": file.name, "out": str(out), **mended_data(mended.corrections, left)}
        click.echo(json.dumps(told_as, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join([*told_mended(mended.corrections, left), words.WRITTEN.format(file=out)]))
    if left.count(Severity.WRONG):
        raise SystemExit(1)
