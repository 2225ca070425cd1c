"""Writing a campaign's dossier into a folder."""

from pathlib import Path

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign import config
from campaign.campaigns.model import Campaign, by_code
from campaign.cli import phrases
from campaign.cli.desk import session_of, today
from campaign.cli.filing import put
from campaign.cli.speech import near
from campaign.config import share
from campaign.dossier.actions import dossier
from campaign.errors import Missing, Unavailable
from campaign.files import pdf
from campaign.store.faults import told


@click.command("export", help=phrases.COMMANDS["export"])
@click.argument("code", metavar=phrases.META_CODE)
@click.argument("folder", metavar=phrases.META_FOLDER, type=click.Path(path_type=Path))
@click.option("--pdf", "with_pdf", is_flag=True, help=phrases.OPTION_PDF)
@click.help_option("--help", help=phrases.OPTION_HELP)
def export_command(code: str, folder: Path, with_pdf: bool) -> None:
    """Draw everything, then write it: files of the last export are replaced or deleted, others are left alone."""
    if with_pdf and not pdf.installed():
        raise Unavailable(phrases.NO_OFFICE)
    settings = config.read()
    with session_of(settings) as session:
        files = dossier(session, _campaign(session, code), share("docx_templates"), today(settings))
    if with_pdf:
        files += _printed(files)
    with told(folder):
        gone, left = put(folder, code, files)
    click.echo(phrases.EXPORTED.format(count=len(files), folder=folder))
    if gone:
        click.echo(phrases.TAKEN_AWAY.format(count=gone))
    if left:
        click.echo(phrases.LEFT_ALONE.format(count=len(left)))
    for file in left:
        click.echo(phrases.LEFT_FILE.format(file=file.relative_to(folder)))


def _campaign(session: Session, code: str) -> Campaign:
    found = by_code(session, code)
    if found is None or found.deleted_at is not None:
        known = session.scalars(select(Campaign.code).where(Campaign.deleted_at.is_(None))).all()
        raise Missing(phrases.NO_CAMPAIGN.format(code=code, near=near(code, known)))
    return found


def _printed(files: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The PDF of every Word file, under its own name."""
    words = [(path, data) for path, data in files if path.endswith(".docx")]
    try:
        made = pdf.from_many([data for _, data in words])
    except pdf.PdfFault as fault:
        raise Unavailable(phrases.NOT_PRINTED[fault.reason]) from fault
    return [(path.removesuffix(".docx") + ".pdf", data) for (path, _), data in zip(words, made, strict=True)]
