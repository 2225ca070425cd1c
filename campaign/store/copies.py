"""Backing up and restoring a SQLite database: one plain file, whole or not there at all."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from campaign import schema
from campaign.config import Config
from campaign.db import open_engine
from campaign.errors import Unavailable
from campaign.store import phrases
from campaign.store.faults import told
from campaign.store.occupied import occupied
from campaign.store.opening import check, sqlite_file

_SIDES = ("-wal", "-shm")  # https://www.sqlite.org/walformat.html: files beside a database in WAL mode


def back_up(config: Config, target: Path) -> Path:
    """Copy the database, while it is in use, to `target` or to a dated file in that folder; never over a file."""
    source = _file_of(config)
    if not source.is_file():
        raise Unavailable(phrases.NO_DATABASE.format(where=source))
    if target.is_dir():
        target /= f"{source.stem}-{_now()}.db"
    if target.exists():
        raise Unavailable(phrases.BACKUP_EXISTS.format(where=target))
    if not target.parent.is_dir():
        raise Unavailable(phrases.NO_FOLDER.format(where=target.parent))
    with _whole(target) as fresh:
        _copy(source, fresh)
    return target


def restore(config: Config, backup: Path) -> Path | None:
    """Put a backup in the place of the database and return where the old one is kept; None when there was none.

    The backup is checked first; Unavailable when it is damaged, foreign, of a newer program, or a server is running.
    """
    database = _file_of(config)
    if not backup.is_file():
        raise Unavailable(phrases.NO_FILE.format(where=backup))
    with told(database.parent):
        database.parent.mkdir(parents=True, exist_ok=True)
    with occupied(database, "campaign restore", phrases.STOP_FIRST):
        with _whole(database) as fresh:
            _copy(backup, fresh)
            _bring_up(fresh, backup)
            kept = _set_aside(database)
        return kept


def _file_of(config: Config) -> Path:
    file = sqlite_file(config)
    if file is None:
        raise Unavailable(phrases.BACKUP_POSTGRES)
    return file


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A file to write beside `target`, which takes its place when all went well and is gone otherwise."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with told(target):
            yield fresh
            fresh.replace(target)
    finally:
        _remove(fresh)


def _copy(source: Path, target: Path) -> None:
    """A consistent copy through SQLite's backup API, checked, without side files."""
    with told(source), closing(_open(source)) as old:
        _expect_whole(old, source)
        with told(target), closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")


def _open(file: Path) -> sqlite3.Connection:
    mode = "rw" if os.access(file, os.W_OK) else "ro"  # a backup may lie on a medium that is read only
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=10)


def _expect_whole(connection: sqlite3.Connection, file: Path) -> None:
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise Unavailable(phrases.CORRUPT.format(where=file))


def _bring_up(fresh: Path, backup: Path) -> None:
    engine = open_engine(f"sqlite:///{fresh}")
    try:
        if not check(engine, str(backup), must_exist=True):
            schema.upgrade(engine)
    finally:
        engine.dispose()
    with closing(sqlite3.connect(fresh)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # takes the side files in


def _set_aside(database: Path) -> Path | None:
    """Keep the present database under a dated name beside it; a damaged one keeps its side files too."""
    if not database.exists():
        return None
    kept = database.with_name(f"{database.stem}-{_now()}{database.suffix}")
    with closing(sqlite3.connect(database)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")  # takes the side files in
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise
    shutil.copy2(database, kept)
    for side in _SIDES:
        beside = database.with_name(database.name + side)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + side))
    return kept


def _remove(file: Path) -> None:
    for name in (file.name, *(file.name + side for side in (*_SIDES, "-journal"))):
        file.with_name(name).unlink(missing_ok=True)


def _now() -> str:
    return datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
