"""Serving pages."""

import signal
import socket
import sys
from contextlib import ExitStack, nullcontext

import click
from sqlalchemy import select
from waitress.server import create_server  # type: ignore[import-untyped]

from campaign import config, worker
from campaign.app import create_app
from campaign.cli import phrases
from campaign.config import Config
from campaign.db import session_factory
from campaign.errors import Unavailable
from campaign.people.model import User
from campaign.store import opening
from campaign.store.occupied import occupied
from campaign.store.phrases import PORT_IN_USE, PORT_REFUSED

_THREADS = 8


@click.command("serve", help=phrases.COMMANDS["serve"])
@click.help_option("--help", help=phrases.OPTION_HELP)
def serve_command() -> None:
    """Serve the database that is there."""
    settings = config.read()
    engine = opening.existing(settings)
    with session_factory(engine, writing=False)() as session:
        if session.scalar(select(User.id).limit(1)) is None:
            click.echo(phrases.NEED_USER)
    engine.dispose()
    with ExitStack() as held:
        occupy(settings, held)
        serve(settings)


def occupy(settings: Config, held: ExitStack) -> None:
    """Refuse now when this database is served already, or when the port is somebody else's."""
    file = opening.sqlite_file(settings)
    if file is not None:
        held.enter_context(occupied(file, _address(settings)))
    # Windows lets two programs bind one port (SO_REUSEADDR), so ask whether anybody answers there.
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.settimeout(1)
        if probe.connect_ex((settings.host, settings.port)) == 0:
            raise Unavailable(PORT_IN_USE.format(address=_address(settings)))


def serve(settings: Config) -> None:
    """Serve pages until somebody ends the program. Unavailable when the port cannot be had."""
    app = create_app(opening.with_key(settings))
    try:
        server = create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=_THREADS,
            ident=None,
            **_behind_proxy(settings),
        )
    except OSError as error:
        raise Unavailable(
            PORT_REFUSED.format(address=_address(settings), detail=error.strerror or error)
        ) from error
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # a service is ended as cleanly as by Ctrl+C
    with worker.beside(settings) if settings.worker else nullcontext():
        click.echo(phrases.OPENED.format(address=_address(settings)))
        server.run()
    click.echo(phrases.STOPPED)


def _behind_proxy(settings: Config) -> dict[str, object]:
    """With CAMPAIGN_HTTPS a reverse proxy on this machine tells who asks and by which scheme; nobody else may."""
    if not settings.https:
        return {}
    return {
        "url_scheme": "https",
        "trusted_proxy": "127.0.0.1",
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"},
        "clear_untrusted_proxy_headers": True,
    }


def _address(settings: Config) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"
