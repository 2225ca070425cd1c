"""Writing a campaign's dossier into a folder."""

import os
from pathlib import Path

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign import config
from campaign.campaigns.model import Campaign, by_code
from campaign.cli import phrases
from campaign.cli.desk import session_of, today
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
    """Draw everything, then write it: files of earlier exports are replaced one by one, others are left alone."""
    if with_pdf and not pdf.installed():
        raise Unavailable(phrases.NO_OFFICE)
    settings = config.read()
    with session_of(settings) as session:
        files = dossier(session, _campaign(session, code), share("docx_templates"), today(settings).year)
    if with_pdf:
        files += _printed(files)
    with told(folder):
        for path, data in files:
            _write(folder / path, data)
    click.echo(phrases.EXPORTED.format(count=len(files), folder=folder))


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


def _write(file: Path, data: bytes) -> None:
    """The whole file or nothing: written beside, then put in its place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{os.getpid()}.part")
    try:
        fresh.write_bytes(data)
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
