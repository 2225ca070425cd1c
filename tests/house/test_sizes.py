"""Every file can be read in one sitting; names say what a thing is."""

import ast
import re
from collections.abc import Iterable
from itertools import chain

import pytest

from tests.house.trees import Source, sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 6
EMPTY_NAMES = {
    "utils",
    "util",
    "common",
    "helpers",
    "helper",
    "misc",
    "manager",
    "managers",
    "service",
    "services",
}
_EMPTY_CLASS = re.compile(r"(Manager|Service|Helper|Utils?)$")


def faults_of_size(found: Iterable[Source]) -> list[str]:
    """Files and functions that are too long, unless a comment `# long: why` stands at the def; too many parameters."""
    faults = []
    for source in found:
        lines = source.text.splitlines()
        if len(lines) > LONGEST_FILE:
            faults.append(f"{source.path} has {len(lines)} lines")
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                faults += [
                    f"{source.path}:{node.lineno} {node.name} {told}" for told in _of_function(node, lines)
                ]
    return faults


def _of_function(node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str]) -> Iterable[str]:
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    around = lines[max(0, node.lineno - 2) : node.body[0].lineno]
    if length > LONGEST_FUNCTION and not any("# long: " in line for line in around):
        yield f"has {length} lines"
    named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    count = len([each for each in named if each.arg not in {"self", "cls"}])
    if count > MOST_PARAMETERS:
        yield f"takes {count} parameters"


def faults_of_names(found: Iterable[Source]) -> list[str]:
    """Modules, packages and classes whose names say nothing."""
    faults = []
    for source in found:
        faults += [f"{source.path} is called {part}" for part in source.parts if part in EMPTY_NAMES]
        faults += [
            f"{source.path}:{node.lineno} class {node.name}"
            for node in ast.walk(source.tree)
            if isinstance(node, ast.ClassDef) and _EMPTY_CLASS.search(node.name)
        ]
    return faults


def test_files_and_functions_are_short() -> None:
    assert faults_of_size(sources()) == []


def test_test_files_are_short_too() -> None:
    long = [
        fault
        for fault in faults_of_size(chain(sources("tests"), sources("benchmarks")))
        if fault.endswith("lines")
    ]
    assert [fault for fault in long if ":" not in fault] == []


def test_names_say_what_a_thing_is() -> None:
    assert faults_of_names(sources()) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = 1\n" * 401, "has 401 lines"),
        ("def draw():\n" + "    x = 1\n" * 40, "draw has 41 lines"),
        ("def draw(a, b, c, d, *, e, f, g): ...", "draw takes 7 parameters"),
    ],
)
def test_what_is_too_long_is_named(text: str, told: str) -> None:
    (fault,) = faults_of_size([Source("campaign/tasks/rules.py", text)])
    assert told in fault


def test_a_reason_excuses_a_long_function_and_self_is_no_parameter() -> None:
    excused = "def draw():  # long: one table, read from top to bottom\n" + "    x = 1\n" * 60
    method = "class Plan:\n    def draw(self, a, b, c, d, e, f): ..."
    assert faults_of_size([Source("campaign/a.py", excused), Source("campaign/b.py", method)]) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [("campaign/utils.py", ""), ("campaign/helpers/text.py", ""), ("campaign/tasks/rules.py", "class TaskManager: ...")],
)  # fmt: skip
def test_an_empty_name_is_named(path: str, text: str) -> None:
    assert len(faults_of_names([Source(path, text)])) == 1
