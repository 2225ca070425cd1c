"""The folder says what it is about, the file name says which floor it is on, and imports go down and to the left."""

import ast
import sys
from collections.abc import Iterable
from enum import IntEnum

import pytest

from tests.house.trees import Source, sources


class Floor(IntEnum):
    """From the ground up; a floor may import itself and what lies below."""

    WORDS = 0
    RULES = 1
    FILES = 2
    TABLES = 3
    ACTIONS = 4
    WEB = 5
    DOORS = 6


TOPS = {
    "__init__": Floor.WORDS, "glossary": Floor.WORDS, "vietnamese": Floor.WORDS, "errors": Floor.WORDS,
    "config": Floor.WORDS, "phrases": Floor.WORDS,
    "access": Floor.RULES, "workdays": Floor.RULES,
    "files": Floor.FILES,
    "db": Floor.TABLES, "schema": Floor.TABLES, "store": Floor.TABLES,
    "demo": Floor.ACTIONS,
    "gate": Floor.WEB, "pages": Floor.WEB, "fields": Floor.WEB,
    "app": Floor.DOORS, "worker": Floor.DOORS, "cli": Floor.DOORS, "__main__": Floor.DOORS,
}  # fmt: skip
IN_SLICE = {
    "__init__": Floor.WORDS, "phrases": Floor.WORDS,
    "rules": Floor.RULES,
    "papers": Floor.FILES,
    "model": Floor.TABLES, "plan_reads": Floor.TABLES,
    "actions": Floor.ACTIONS,
    "forms": Floor.WEB, "views": Floor.WEB,
}  # fmt: skip

# A slice imports from slices left of its own column only; slices of one column do not know each other.
ORDER = (
    ("history",),
    ("people",),
    ("campaigns",),
    ("mailing",),
    ("ceremonies",),
    ("tasks", "delegates", "service_days", "publicity"),
    ("documents", "blueprints", "packets"),
    ("invitations", "schedule", "reading", "checking", "rescheduling"),
    ("dossier", "reminders"),
    ("overview",),
)
COLUMN = {slice_: place for place, column in enumerate(ORDER) for slice_ in column}

LIBRARIES: dict[Floor, set[str]] = {
    Floor.WORDS: set(),
    Floor.RULES: set(),
    Floor.FILES: {
        "docx",
        "docxtpl",
        "holidays",
        "icalendar",
        "isal",
        "jinja2",
        "lxml",
        "openpyxl",
        "pypdf",
        "segno",
    },
    Floor.TABLES: {"alembic", "sqlalchemy"},
    Floor.ACTIONS: {"argon2", "sqlalchemy"},
    Floor.WEB: {"flask", "flask_login", "flask_wtf", "sqlalchemy", "werkzeug", "wtforms"},
}
WORLDLY = {"io", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "time", "uuid"}  # fmt: skip
CLOCKS = {"now", "today", "utcnow"}
SQL_OF_WEB = {"Session"}  # for type annotations; queries stand in model files


def floor_of(source: Source) -> Floor | None:
    """The floor of a file; None when its name is in no table."""
    first, *rest = source.parts
    if source.parts[-1] == "phrases":
        return Floor.WORDS
    return IN_SLICE.get(rest[0]) if first in COLUMN and rest else TOPS.get(first)


def faults_of_floors(found: Iterable[Source]) -> list[str]:
    """Files on no floor, and imports that go up."""
    by_module = {_module(source): source for source in found}
    faults = []
    for source in by_module.values():
        floor = floor_of(source)
        if floor is None:
            faults.append(f"{source.path} has no floor")
            continue
        for name, line in source.imports():
            target = by_module.get(name)
            above = floor_of(target) if target else None
            if above is not None and above > floor:
                faults.append(f"{source.path}:{line} ({floor.name}) imports {name} ({above.name})")
    return faults


def faults_of_order(found: Iterable[Source]) -> list[str]:
    """Imports from a slice that is not to the left."""
    faults = []
    for source in found:
        mine = source.parts[0]
        for name, line in source.imports():
            other = name.split(".")[1] if name.startswith("campaign.") else ""
            if mine in COLUMN and other in COLUMN and mine != other and COLUMN[other] >= COLUMN[mine]:
                faults.append(f"{source.path}:{line} ({mine}) imports {name}, which is not left of it")
    return faults


def faults_of_libraries(found: Iterable[Source]) -> list[str]:
    """Libraries a floor may not use, the disk, a clock or chance in rules, SQL in web."""
    faults = []
    for source in found:
        floor = floor_of(source)
        if floor is None or floor is Floor.DOORS:
            continue
        for name, line in source.imports():
            package = name.split(".")[0]
            outside = package not in sys.stdlib_module_names and package != "campaign"
            if (outside and package not in LIBRARIES[floor]) or (floor is Floor.RULES and package in WORLDLY):
                faults.append(f"{source.path}:{line} ({floor.name}) imports {name}")
        faults += [f"{source.path}:{line} {what}" for line, what in _forbidden_calls(source, floor)]
    return faults


def _forbidden_calls(source: Source, floor: Floor) -> Iterable[tuple[int, str]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            called = node.func
            method = called.attr if isinstance(called, ast.Attribute) else ""
            if floor is Floor.RULES and (
                method in CLOCKS or (isinstance(called, ast.Name) and called.id == "open")
            ):
                yield node.lineno, f"(RULES) calls {ast.unparse(called)}()"
            if floor in (Floor.TABLES, Floor.ACTIONS) and method == "commit":
                yield node.lineno, f"({floor.name}) commits"
        elif (
            floor is Floor.WEB
            and isinstance(node, ast.ImportFrom)
            and (node.module or "").startswith("sqlalchemy")
        ):
            names = {alias.name for alias in node.names} - SQL_OF_WEB
            if names and node.module != "sqlalchemy.exc":
                yield node.lineno, f"(WEB) imports {', '.join(sorted(names))} of {node.module}"


def faults_of_settings(found: Iterable[Source]) -> list[str]:
    """Readers of the environment besides config, and readers of config besides the doors."""
    faults = []
    for source in found:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute) and ast.unparse(node) == "os.environ" and source.parts != ("config",):  # fmt: skip
                faults.append(f"{source.path}:{node.lineno} reads the environment")
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func) == "config.read"
                and source.parts[0] != "cli"
            ):
                faults.append(f"{source.path}:{node.lineno} reads the settings")
    return faults


def _module(source: Source) -> str:
    parts = source.parts[:-1] if source.parts[-1] == "__init__" else source.parts
    return ".".join(("campaign", *parts))


def test_imports_go_down() -> None:
    assert faults_of_floors(sources()) == []


def test_slices_import_to_the_left() -> None:
    assert faults_of_order(sources()) == []


def test_each_floor_keeps_to_its_libraries() -> None:
    assert faults_of_libraries(sources()) == []


def test_only_the_doors_read_settings() -> None:
    assert faults_of_settings(sources()) == []


# ---------------------------------------------------------------- planted faults

_VIEWS = Source("campaign/tasks/views.py", "")


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("campaign/tasks/rules.py", "from campaign.tasks import views", "campaign.tasks.views (WEB)"),
        ("campaign/tasks/actions.py", "import campaign.tasks.views", "campaign.tasks.views (WEB)"),
        ("campaign/tasks/extra.py", "", "has no floor"),
    ],
)
def test_an_import_that_goes_up_is_named(path: str, text: str, told: str) -> None:
    (fault,) = faults_of_floors([_VIEWS, Source(path, text)])
    assert told in fault


@pytest.mark.parametrize("other", ["delegates", "documents", "overview"])
def test_an_import_from_the_right_or_the_same_column_is_named(other: str) -> None:
    (fault,) = faults_of_order(
        [Source("campaign/tasks/model.py", f"from campaign.{other}.model import of_campaign")]
    )
    assert f"campaign.{other}.model" in fault


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("campaign/phrases.py", "import flask", "imports flask"),
        ("campaign/tasks/rules.py", "import sqlalchemy", "imports sqlalchemy"),
        ("campaign/tasks/rules.py", "from pathlib import Path", "imports pathlib"),
        ("campaign/tasks/rules.py", "x = date.today()", "calls date.today()"),
        ("campaign/tasks/rules.py", "x = open('plan')", "calls open()"),
        ("campaign/files/sheet.py", "from sqlalchemy import select", "imports sqlalchemy"),
        ("campaign/tasks/model.py", "session.commit()", "commits"),
        ("campaign/tasks/actions.py", "def save(session):\n    session.commit()", "commits"),
        ("campaign/tasks/actions.py", "from flask import g", "imports flask"),
        ("campaign/tasks/views.py", "from sqlalchemy import select", "imports select"),
    ],
)
def test_what_a_floor_may_not_use_is_named(path: str, text: str, told: str) -> None:
    faults = faults_of_libraries([Source(path, text)])
    assert len(faults) == 1
    assert told in faults[0]


def test_a_second_reader_of_settings_is_named() -> None:
    environment = Source("campaign/gate.py", "import os\nhome = os.environ['CAMPAIGN_HOME']")
    settings = Source("campaign/pages.py", "from campaign import config\nhome = config.read().home")
    assert len(faults_of_settings([environment, settings])) == 2
