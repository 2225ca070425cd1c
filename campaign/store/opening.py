"""Opening the database of a Config: what is there is looked at first, and every refusal is one sentence."""

import os
import secrets
from dataclasses import replace
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from campaign import schema
from campaign.config import Config, share
from campaign.db import open_engine
from campaign.errors import Unavailable
from campaign.store import phrases
from campaign.store.faults import place, told

_KEY_FILE = "secret_key"


def secret_key(config: Config) -> str:
    """The key that signs sessions: of the settings, else made once in CAMPAIGN_HOME, readable by its owner only."""
    if config.secret_key:
        return config.secret_key
    file = config.home / _KEY_FILE
    with told(config.home):
        config.home.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or not file.stat().st_size:
            _make_key(file)
        return file.read_text("ascii")


def with_key(config: Config) -> Config:
    """The same settings with the key in place."""
    return replace(config, secret_key=secret_key(config))


def create(config: Config) -> Engine:
    """The database with the newest schema, made when it is not there; Unavailable says what stands in the way."""
    file = sqlite_file(config)
    if file is not None and file.parent == config.home:
        with told(config.home):
            config.home.mkdir(parents=True, exist_ok=True)
    elif file is not None and not file.parent.is_dir():
        raise Unavailable(phrases.NO_FOLDER.format(where=file.parent))
    return _prepared(config)


def existing(config: Config) -> Engine:
    """The database that is there, brought to the newest schema; Unavailable when there is none."""
    file = sqlite_file(config)
    if file is not None and not file.is_file():
        raise Unavailable(phrases.NO_DATABASE.format(where=file))
    return _prepared(config, must_exist=True)


def sqlite_file(config: Config) -> Path | None:
    """The file of a SQLite database; None for PostgreSQL; Unavailable for an address of anything else."""
    try:
        address = make_url(config.database_url)
        kind = address.get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise Unavailable(phrases.BAD_ADDRESS) from error
    if kind == "sqlite" and address.database and address.database != ":memory:":
        return Path(address.database)
    if kind == "postgresql":
        return None
    raise Unavailable(phrases.BAD_ADDRESS)


def check(engine: Engine, where: str, *, must_exist: bool) -> bool:
    """Is the schema the newest? Unavailable when the database is foreign, of a newer program, or empty but must exist."""
    with told(where):
        with engine.connect() as connection:
            tables = set(inspect(connection).get_table_names())
            if "alembic_version" not in tables:
                if tables:
                    raise Unavailable(phrases.FOREIGN.format(where=where))
                if must_exist:
                    raise Unavailable(phrases.NO_DATABASE.format(where=where))
                return False
            revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        script = ScriptDirectory(str(share("migrations")))
        if revision is not None and revision not in {row.revision for row in script.walk_revisions()}:
            raise Unavailable(phrases.NEWER.format(where=where))
        return revision in script.get_heads()


def _make_key(file: Path) -> None:
    fresh = file.with_suffix(f".{os.getpid()}")
    with os.fdopen(
        os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii"
    ) as out:
        out.write(secrets.token_urlsafe(32))
    fresh.replace(file)


def _prepared(config: Config, *, must_exist: bool = False) -> Engine:
    where = place(config.database_url)
    engine = open_engine(config.database_url)
    current = check(engine, where, must_exist=must_exist)
    with told(where):
        if not current:
            schema.upgrade(engine)
        _try_writing(engine)
    return engine


def _try_writing(engine: Engine) -> None:
    """Fail now, not at somebody's first save, when the database cannot be written."""
    with engine.execution_options(writing=True).connect() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
        connection.rollback()
