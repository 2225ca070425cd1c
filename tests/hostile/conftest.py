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
from sqlalchemy import Engine

from campaign.gate import Account
from campaign.people.model import User
from tests.conftest import Cast, build_app, raise_cast
from tests.hostile.desk import Desk
from tests.hostile.stage import Database, Stage, Values, furnish


@pytest.fixture(scope="session")
def theatre(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory, compiled: FileSystemBytecodeCache
) -> Iterator[tuple[Flask, Cast, Values, Database]]:
    """An application with the cast and a furnished campaign, and its database."""
    home = tmp_path_factory.mktemp("theatre")
    copy(migrated_file, home / "web.db")
    app = build_app(home, f"sqlite:///{home / 'web.db'}", compiled)
    app.config["PROPAGATE_EXCEPTIONS"] = False  # a fault answers 500, so that one test can name all of them
    with app.extensions["sessions"]["writing"]() as session:
        cast = raise_cast(session)
        values = furnish(session, cast.agency, cast.campaign, cast.admin)
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


@pytest.fixture
def desk(engine: Engine, tmp_path: Path, compiled: FileSystemBytecodeCache) -> Iterator[Desk]:
    app = build_app(tmp_path, engine.url.render_as_string(hide_password=False), compiled)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with app.extensions["sessions"]["writing"]() as session:
        cast = raise_cast(session)
        values = furnish(session, cast.agency, cast.campaign, cast.drafter, range(1, 5))
    yield Desk(app, cast, values)
    app.extensions["engine"].dispose()
