"""Sending mail beside the pages, as a program of its own."""

import signal
import sys
import time
from contextlib import suppress

import click

from campaign import config, worker
from campaign.cli import phrases
from campaign.glossary import MessageState
from campaign.store import opening
from campaign.store.faults import place, told


@click.command("worker", help=phrases.COMMANDS["worker"])
@click.option("--once", is_flag=True, help=phrases.OPTION_ONCE)
@click.help_option("--help", help=phrases.OPTION_HELP)
def worker_command(once: bool) -> None:
    """Send until stopped, or what is due now."""
    settings = config.read()
    opening.existing(settings).dispose()
    if not settings.smtp_host:
        click.echo(phrases.NO_MAIL_SERVER)
    if once:
        with told(place(settings.database_url)):
            _work_once(worker.Worker(settings))
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with worker.beside(settings), suppress(KeyboardInterrupt):
        click.echo(phrases.SENDING.format(host=settings.smtp_host or "—"))
        while True:
            time.sleep(3600)  # a sleep that Ctrl+C ends on Windows too
    click.echo(phrases.STOPPED)


def _work_once(one: worker.Worker) -> None:
    one.plan()
    done = one.deliver()
    click.echo(
        phrases.WORKED.format(
            sent=done[MessageState.SENT], waiting=done[MessageState.WAITING],
            failed=done[MessageState.FAILED], unsure=done[MessageState.UNSURE],
        )
    )  # fmt: skip
