"""The project's own source, read as text and as trees, for the tests of the house."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the top of the project, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The text parsed."""
        return ast.parse(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        """Folders and stem under campaign/: ("tasks", "rules")."""
        return (*Path(self.path).parts[1:-1], Path(self.path).stem)

    def imports(self) -> Iterator[tuple[str, int]]:
        """Every module named in an import, wherever it stands, with its line; `from campaign import x` names campaign.x."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                inside = [f"{node.module}.{alias.name}" for alias in node.names]
                whole = all(_is_module(name) for name in inside)
                yield from ((name, node.lineno) for name in (inside if whole else [node.module]))


def sources(folder: str = "campaign") -> list[Source]:
    """Every Python file under a folder of the project."""
    files = sorted((ROOT / folder).rglob("*.py"))
    return [Source(file.relative_to(ROOT).as_posix(), file.read_text("utf-8")) for file in files]


def tracked() -> list[Path]:
    """Files that are or would be in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def templates() -> dict[str, str]:
    """Text of every page template by its name."""
    top = ROOT / "templates"
    return {file.relative_to(top).as_posix(): file.read_text("utf-8") for file in sorted(top.rglob("*.html"))}


def _is_module(name: str) -> bool:
    place = ROOT / name.replace(".", "/")
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()
