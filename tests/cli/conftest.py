"""The program as a process of its own, on a home folder of its own, on localhost."""

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds a start may take on a busy machine


@dataclass
class Program:
    """Runs `campaign …` with its settings; what it started is ended with it."""

    home: Path
    settings: dict[str, str] = field(default_factory=dict)
    cwd: Path = ROOT
    started: list["subprocess.Popen[str]"] = field(default_factory=list)

    def run(
        self, *words: str, typed: str = "", before: Callable[[], None] | None = None, **settings: str
    ) -> "subprocess.CompletedProcess[str]":
        """Run to the end."""
        return subprocess.run(
            [sys.executable, "-m", "campaign", *words], input=typed, env=self.environment(settings), cwd=self.cwd,
            capture_output=True, text=True, timeout=PATIENCE * 2, check=False, preexec_fn=before,
        )  # fmt: skip

    def start(self, *words: str, **settings: str) -> "subprocess.Popen[str]":
        """Start a server and wait until it says where."""
        return self.begin(*words, until=self.address, **settings)

    def begin(self, *words: str, until: str, **settings: str) -> "subprocess.Popen[str]":
        """Start something that goes on, and wait until it says that."""
        process = subprocess.Popen(
            [sys.executable, "-m", "campaign", *words], env=self.environment(settings), cwd=self.cwd, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.started.append(process)
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if until in line:
                return process
        raise AssertionError(f"ended with {process.wait()}: {''.join(said)}")

    def run_python(self, code: str) -> str:
        """What a line of Python prints where the program runs."""
        return subprocess.run(
            [sys.executable, "-c", code],
            env=self.environment({}),
            cwd=self.cwd,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    def stop(self, process: "subprocess.Popen[str]", how: int = signal.SIGINT) -> int:
        """End a server as Ctrl+C or a system does, and return how it ended."""
        process.send_signal(how)
        code = process.wait(timeout=PATIENCE)
        if process.stdout is not None:
            process.stdout.close()
        return code

    def environment(self, settings: dict[str, str]) -> dict[str, str]:
        """The settings of this program and nothing of the machine's own."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("CAMPAIGN_")}
        if own.pop("PYTHONDONTWRITEBYTECODE", ""):
            own["PYTHONPYCACHEPREFIX"] = _compiled()  # or every process would compile every library anew
        return {**own, "CAMPAIGN_HOME": str(self.home), "PYTHONUNBUFFERED": "1", **self.settings, **settings}

    @property
    def address(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self.settings['CAMPAIGN_PORT']}"

    @property
    def database(self) -> Path:
        """Its SQLite file."""
        return self.home / "campaign.db"

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page; tries again while the server comes up."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                with urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own address
                    return answer.status, answer.read().decode()
            except HTTPError as answer:
                return answer.code, answer.read().decode()
            except URLError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)


@cache
def _compiled() -> str:
    return tempfile.mkdtemp(prefix="campaign-pyc-")


@pytest.fixture(scope="session", autouse=True)
def _no_compiled_files_are_left() -> Iterator[None]:
    yield
    if _compiled.cache_info().currsize:
        shutil.rmtree(_compiled(), ignore_errors=True)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """The program on an empty home and a free port."""
    made = Program(tmp_path / "home", {"CAMPAIGN_PORT": str(free_port()), "CAMPAIGN_TODAY": "2026-11-23"})
    yield made
    for process in made.started:
        if process.poll() is None:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo loaded, made once; copy it, never change it."""
    home = tmp_path_factory.mktemp("demo") / "home"
    done = Program(home, {"CAMPAIGN_TODAY": "2026-11-23"}).run("demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def demo(program: Program, demo_home: Path) -> Program:
    """The program with the demo loaded."""
    shutil.copytree(demo_home, program.home)
    return program


def free_port() -> int:
    """A port nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def without_powers() -> None:
    """Before the program starts: take from root the power to write what is read only (CAP_DAC_OVERRIDE, …_READ_SEARCH)."""
    if os.geteuid() == 0:
        drop_from_bounding_set = 24
        for power in (1, 2):
            ctypes.CDLL(None).prctl(drop_from_bounding_set, power, 0, 0, 0)


def told(done: "subprocess.CompletedProcess[str]") -> str:
    """The one line a refused command says: exit code 1, nothing on the output, no traceback."""
    assert done.returncode == 1, done.stdout + done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("Lỗi: ")
    return lines[0]
