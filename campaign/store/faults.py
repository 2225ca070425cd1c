"""What databases and disks answer when they refuse, as one Vietnamese sentence each."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from campaign.errors import Unavailable
from campaign.store import phrases

# https://www.sqlite.org/rescode.html: the low byte is the primary code.
_SQLITE = {
    sqlite3.SQLITE_FULL: phrases.FULL,
    sqlite3.SQLITE_READONLY: phrases.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: phrases.NO_ACCESS,
    sqlite3.SQLITE_PERM: phrases.NO_ACCESS,
    sqlite3.SQLITE_NOTADB: phrases.CORRUPT,
    sqlite3.SQLITE_CORRUPT: phrases.CORRUPT,
    sqlite3.SQLITE_BUSY: phrases.BUSY,
    sqlite3.SQLITE_LOCKED: phrases.BUSY,
    sqlite3.SQLITE_IOERR: phrases.DISK_FAULT,
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html, by class or whole code.
_POSTGRES = {
    "53100": phrases.FULL,
    "25006": phrases.READ_ONLY,
    "42501": phrases.NO_ACCESS,
    "55P03": phrases.BUSY,
    "28": phrases.NO_SERVER,
    "3D": phrases.NO_SERVER,
    "08": phrases.NO_SERVER,
    "57": phrases.NO_SERVER,
}
_DISK = {
    errno.ENOSPC: phrases.FULL,
    errno.EDQUOT: phrases.FULL,
    errno.EFBIG: phrases.DISK_FAULT,
    errno.EIO: phrases.DISK_FAULT,
    errno.EROFS: phrases.READ_ONLY,
    errno.EACCES: phrases.READ_ONLY,
    errno.EPERM: phrases.READ_ONLY,
    errno.ENOENT: phrases.NO_FOLDER,
    errno.ENOTDIR: phrases.NOT_A_FOLDER,
    errno.EISDIR: phrases.READ_ONLY,
}


@contextmanager
def told(where: str | Path) -> Iterator[None]:
    """Turn what the database or the disk raises inside into Unavailable with a sentence about `where`."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise Unavailable(sentence(error, where)) from error


def sentence(error: Exception, where: str | Path) -> str:
    """The sentence for an error of SQLAlchemy, sqlite3 or the disk; a disk error's own path wins over `where`."""
    if isinstance(error, OSError):
        where = error.filename if isinstance(error.filename, str) else where
        form = _DISK.get(error.errno or 0, phrases.DISK)
        return form.format(where=where, detail=_one_line(error.strerror or str(error)))
    if isinstance(error, ArgumentError):
        return phrases.BAD_ADDRESS
    form = _form(error) or phrases.UNKNOWN
    return form.format(where=where, detail=_one_line(str(_cause(error))))


def of_surroundings(error: SQLAlchemyError) -> str | None:
    """The sentence when disk, lock or server refuse; None when the program itself is at fault."""
    form = _form(error)
    return form.format(where=phrases.THE_DATABASE) if form else None


def place(url: str) -> str:
    """A database's address as people may read it: the file of SQLite, else the address without its password."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return address.database or url
    return address.render_as_string(hide_password=True)


def _cause(error: Exception) -> BaseException:
    return error.orig if isinstance(error, DBAPIError) and error.orig is not None else error


def _form(error: Exception) -> str | None:
    cause = _cause(error)
    if isinstance(cause, sqlite3.Error):
        return _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    if not hasattr(cause, "sqlstate"):
        return None
    # psycopg gives no code when it never reached a server
    code = cause.sqlstate
    return phrases.NO_SERVER if code is None else _POSTGRES.get(code) or _POSTGRES.get(code[:2])


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200].rstrip(".")
