"""Backing up and restoring."""

from pathlib import Path

import click

from campaign import config
from campaign.cli import phrases
from campaign.store import copies


@click.command("backup", help=phrases.COMMANDS["backup"])
@click.argument("file", metavar=phrases.META_FILE, type=click.Path(path_type=Path))
@click.help_option("--help", help=phrases.OPTION_HELP)
def backup_command(file: Path) -> None:
    """Copy the database to a file, or to a dated file in a folder."""
    click.echo(phrases.BACKED_UP.format(file=copies.back_up(config.read(), file)))


@click.command("restore", help=phrases.COMMANDS["restore"])
@click.argument("file", metavar=phrases.META_FILE, type=click.Path(path_type=Path))
@click.help_option("--help", help=phrases.OPTION_HELP)
def restore_command(file: Path) -> None:
    """Put a backup in the place of the database."""
    kept = copies.restore(config.read(), file)
    click.echo(phrases.RESTORED.format(file=file))
    if kept is not None:
        click.echo(phrases.RESTORED_KEPT.format(file=kept))
