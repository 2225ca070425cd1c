"""The wheel carries everything the program needs, and starts where there is no checkout."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import PATIENCE, Program, free_port
from tests.house.trees import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT, check=True, capture_output=True, timeout=PATIENCE * 2,
    )  # fmt: skip
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_carries_what_is_not_code(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        held = set(package.namelist())
    for folder, ending in (("templates", "html"), ("docx_templates", "docx"), ("migrations", "py")):
        wanted = {
            f"campaign/{folder}/{file.relative_to(ROOT / folder).as_posix()}"
            for file in (ROOT / folder).rglob(f"*.{ending}")
        }
        assert wanted
        assert wanted - held == set()
    static = {
        file.relative_to(ROOT).as_posix() for file in (ROOT / "campaign/static").rglob("*") if file.is_file()
    }
    assert static - held == set()
    assert not [name for name in held if "__pycache__" in name or name.startswith(("tests/", "benchmarks/"))]


def test_an_installed_copy_starts_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "installed"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(place), str(wheel)],
        check=True, capture_output=True, timeout=PATIENCE * 2,
    )  # fmt: skip
    program = Program(
        tmp_path / "home", {"CAMPAIGN_PORT": str(free_port()), "PYTHONPATH": str(place)}, cwd=place
    )
    where = program.run_python("import campaign; print(campaign.__file__)")
    assert Path(where.strip()).is_relative_to(place)
    process = program.start("demo")
    try:
        status, page = program.get("/sign-in")
        assert status == 200
        (sheet,) = re.findall(r'href="(/static/[^"]+/base\.css)"', page)
        assert program.get(sheet)[0] == 200
        exported = program.run("export", "dak-song-2023", str(tmp_path / "out"))
        assert exported.returncode == 0, exported.stderr
    finally:
        program.stop(process)
