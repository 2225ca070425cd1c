"""Trying the program: the demo loaded once, then served. Apart from serving, which need not know the demo's data."""

from contextlib import ExitStack

import click
from sqlalchemy import Engine

from campaign import config, demo
from campaign.cli import phrases
from campaign.cli.desk import today
from campaign.cli.serving import occupy, serve
from campaign.config import Config
from campaign.db import session_factory
from campaign.errors import Unavailable
from campaign.store import opening
from campaign.store.faults import place, told

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@click.command("demo", help=phrases.COMMANDS["demo"])
@click.option("--no-serve", is_flag=True, help=phrases.OPTION_NO_SERVE)
@click.help_option("--help", help=phrases.OPTION_HELP)
def demo_command(no_serve: bool) -> None:
    """Load the demo where it is not loaded yet, show its accounts, and serve."""
    settings = config.read()
    engine = opening.create(settings)
    with ExitStack() as held:
        if not no_serve:
            occupy(settings, held)
        _load(engine, settings)
        if not no_serve:
            if settings.host not in _LOOPBACK:
                click.echo(phrases.OPEN_TO_ALL.format(host=settings.host))
            serve(settings)


def _load(engine: Engine, settings: Config) -> None:
    where = place(settings.database_url)
    with told(where), session_factory(engine, writing=True)() as session:
        if demo.is_strange(session):
            raise Unavailable(phrases.NOT_EMPTY.format(where=where))
        loaded = demo.load(session, today(settings))
        session.commit()
        found = demo.accounts(session)
    engine.dispose()
    click.echo(phrases.LOADED if loaded else phrases.KEPT)
    click.echo(phrases.ACCOUNTS.format(password=demo.PASSWORD))
    for email, role, office in found:
        click.echo(phrases.ACCOUNT.format(email=email, role=role, office=office))
