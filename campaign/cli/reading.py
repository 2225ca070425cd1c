"""Reading a document of any office: what it says, as JSON or as a page for people."""

import json
from pathlib import Path

import click

from campaign.cli import phrases
from campaign.cli.filing import content
from campaign.files import word_reader
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.plan import ReadPlan, as_json
from campaign.reading.rules.summary import summary
from campaign.reading.rules.understanding import understand


@click.command("read", help=phrases.COMMANDS["read"])
@click.argument("file", metavar=phrases.META_FILE, type=click.Path(path_type=Path))
@click.option("--json", "as_object", is_flag=True, help=phrases.OPTION_JSON)
@click.help_option("--help", help=phrases.OPTION_HELP)
def read_command(file: Path, as_object: bool) -> None:
    """Print what the file says; Unavailable when it cannot be opened, Refused when it is no document."""
    plan = read_file(file)
    if as_object:
        click.echo(json.dumps(as_json(plan), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(summary(plan)))


def read_file(file: Path) -> ReadPlan:
    """The plan of a .docx, .txt or .pdf file."""
    return understand(clean(word_reader.read(content(file), file.name)))
