"""The stage of the hostile tests: everything there once, an administrator signed in, a way back.

The application is built once, because compiling its screens costs more than asking for them; its rows are put back
after every test.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache

from campaign.app import create_app
from campaign.config import Config
from campaign.gate import Account
from campaign.people.model import User
from tests.conftest import TODAY, Cast, _raise_cast
from tests.hostile.stage import Database, Stage, Values, furnish


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Screens compiled once for all applications of this folder."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("compiled")))


@pytest.fixture(scope="session")
def theatre(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory, compiled: FileSystemBytecodeCache
) -> Iterator[tuple[Flask, Cast, Values, Database]]:
    """An application with the cast and a furnished campaign, and its database."""
    home = tmp_path_factory.mktemp("theatre")
    copy(migrated_file, home / "web.db")
    config = Config(
        home=home, database_url=f"sqlite:///{home / 'web.db'}", secret_key="test", host="127.0.0.1", port=8000,
        https=False, today=TODAY,
    )  # fmt: skip
    app = create_app(config)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=False)
    app.config["PROPAGATE_EXCEPTIONS"] = False  # a fault answers 500, so that one test can name all of them
    app.jinja_env.bytecode_cache = compiled
    with app.extensions["sessions"]["writing"]() as session:
        cast = _raise_cast(session)
        values = furnish(session, cast.agency, cast.campaign, cast.drafter)
    database = Database(home / "web.db")
    yield app, cast, values, database
    database.close()
    app.extensions["engine"].dispose()


@pytest.fixture
def stage(theatre: tuple[Flask, Cast, Values, Database]) -> Iterator[Stage]:
    """A campaign with a row of everything, seen by an administrator of every office."""
    app, cast, values, database = theatre
    yield Stage(app, _signed_in(app, cast.admin), values, database, cast)
    database.restore()


@pytest.fixture
def enter(theatre: tuple[Flask, Cast, Values, Database]) -> Callable[[User], FlaskClient]:
    """A client of the theatre signed in as that user."""
    return lambda user: _signed_in(theatre[0], user)


def _signed_in(app: Flask, user: User) -> FlaskClient:
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = Account(user).get_id()
        cookie["_fresh"] = True
    return client
