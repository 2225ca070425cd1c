"""Nothing in the repository belongs to one machine, names a package index or is a secret; the lock files fit."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.trees import ROOT, tracked

# Written in halves, so that this file does not find itself.
_SIGNS = {
    "a home folder": re.compile("/" + r"(?:home|Users|root)/[\w.-]+" + "|" + r"[A-Z]:\\" + r"\\?Users"),
    "a folder of one machine": re.compile(r"(?<![\w.}-])/" + r"(?:work|tmp/h|opt|mnt|srv)/\w"),
    "a package index": re.compile(
        r"(?:--|\b)(?:extra-)?" + r"index-url\b|find-" + r"links|pypi\." + r"org|python" + r"hosted\.org"
    ),
    "a private key": re.compile("BEGIN " + r"(?:\w+ )?PRIVATE KEY"),
    "a token": re.compile(r"\b(?:gh[pousr]_|xox[bap]-|AKIA|sk-)" + r"\w{16,}"),
}
_MAY_NAME = {"Makefile": {"a package index"}}  # says --no-emit-index-url
_BINARY = {".docx", ".woff2", ".png", ".pdf", ".ico"}
_SECRET_FILES = re.compile(r"(?:^|/)(?:secret_key|\.env|.*\.pem|.*\.db(?:-wal|-shm)?|.*\.sqlite3?)$")


def faults_of_text(name: str, text: str) -> list[str]:
    """What a file says that it should not."""
    free = _MAY_NAME.get(name, set())
    return [
        f"{name} names {what}: {sign.search(text)[0]}"
        for what, sign in _SIGNS.items()
        if what not in free and sign.search(text)
    ]  # type: ignore[index]


def faults_of_names(names: list[str]) -> list[str]:
    """Files that are secrets or databases."""
    return [f"{name} is a secret or a database" for name in names if _SECRET_FILES.search(name)]


def test_no_file_is_of_one_machine_or_secret() -> None:
    files = tracked()
    names = [file.relative_to(ROOT).as_posix() for file in files]
    faults = faults_of_names(names)
    for file, name in zip(files, names, strict=True):
        if file.suffix not in _BINARY and "/vendor/" not in name and name != "tests/house/test_repository.py":
            faults += faults_of_text(name, file.read_text("utf-8"))
    assert faults == []


@pytest.mark.parametrize(
    "text",
    [
        "cd /" + "home/lan/campaign", "C:" + "\\Users\\lan", "/" + "work/main", "https://pypi" + ".org/simple",
        "--find" + "-links x", "-----BEGIN " + "PRIVATE KEY-----", "ghp_" + "a" * 36,
    ],
)  # fmt: skip
def test_a_trace_of_a_machine_or_a_secret_is_named(text: str) -> None:
    assert len(faults_of_text("docs/page.md", text)) >= 1


@pytest.mark.parametrize("name", ["var/secret_key", ".env", "campaign.db", "campaign.db-wal"])
def test_a_secret_file_is_named(name: str) -> None:
    assert len(faults_of_names([name])) == 1


# ---------------------------------------------------------------- lock files


def pins(text: str) -> dict[str, str]:
    """Names with their pinned versions; a name locked twice (by Python version) keeps its last."""
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def unpinned(wanted: list[str], locked: dict[str, str]) -> list[str]:
    """Requirements of pyproject.toml no pin satisfies in name and lower bound."""
    missing = []
    for requirement in wanted:
        name, bound = re.match(r"([A-Za-z0-9_-]+)(?:\[\w+\])?(?:>=([\d.]+))?", requirement).groups()  # type: ignore[union-attr]
        version = locked.get(name.lower().replace("_", "-"))
        if version is None or (bound and _number(version) < _number(bound)):
            missing.append(requirement)
    return missing


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def test_lock_files_pin_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    runtime = pins((ROOT / "requirements.lock").read_text("utf-8"))
    develop = pins((ROOT / "requirements-dev.lock").read_text("utf-8"))
    assert unpinned(project["dependencies"], runtime) == []
    assert unpinned([*project["dependencies"], *project["optional-dependencies"]["dev"]], develop) == []
    assert {name: version for name, version in runtime.items() if develop.get(name) != version} == {}


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_a_hash_and_no_index_is_named(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_a_missing_or_too_old_pin_is_named() -> None:
    assert unpinned(
        ["flask>=3.1,<4", "isal>=1.7; x == 'y'", "psycopg[binary]>=3.3"], {"flask": "3.0.2", "isal": "1.9.1"}
    ) == [
        "flask>=3.1,<4",
        "psycopg[binary]>=3.3",
    ]


# ---------------------------------------------------------------- start-up

_SLOW = {"docx", "docxtpl", "lxml", "openpyxl", "holidays", "icalendar"}


def loaded(statement: str) -> set[str]:
    """Slow libraries a fresh Python has loaded after the statement."""
    code = f"{statement}; import sys; print(*{{name.partition('.')[0] for name in sys.modules}} & {_SLOW!r})"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(answer.stdout.split())


def test_start_up_does_not_pay_for_slow_libraries() -> None:
    assert loaded("import campaign.app, campaign.cli.demo") == set()


def test_help_pays_for_nothing() -> None:
    code = (
        "import campaign.cli, sys; print(*{'flask', 'sqlalchemy', 'alembic', 'jinja2'} & sys.modules.keys())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == []


def test_a_slow_library_at_start_up_is_named() -> None:
    assert "openpyxl" in loaded("import openpyxl")


def test_continuous_integration_and_make_agree() -> None:
    run = (ROOT / ".ci/run").read_text("utf-8")
    assert "CAMPAIGN_TESTS_STRICT=1 exec make check" in run
    assert Path(ROOT / ".ci/run").stat().st_mode & 0o111
