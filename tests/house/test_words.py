"""Vietnamese letters stand in code only where words belong, and every generated page of words is up to date."""

import ast
import re
from collections.abc import Iterable

import pytest

from campaign.cli import phrases as cli_phrases
from campaign.config import SETTINGS
from tests.house.trees import ROOT, Source, sources
from tools.glossary import page

_HOMES = {"glossary", "vietnamese", "demo"}
_LETTER = re.compile(r"[^\W\d_]")


def faults_of_words(found: Iterable[Source]) -> list[str]:
    """Strings with letters beyond ASCII outside glossary, vietnamese, phrases and demo; docstrings and comments may."""
    return [
        f"{source.path}:{node.lineno} {node.value!r}"
        for source in found
        if source.parts[0] not in _HOMES and source.parts[-1] != "phrases"
        for node in _strings(source.tree)
        if any(ord(letter) > 127 for letter in _LETTER.findall(node.value))
    ]


def _strings(tree: ast.Module) -> list[ast.Constant]:
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]


def test_vietnamese_stands_where_words_belong() -> None:
    assert faults_of_words(sources()) == []


@pytest.mark.parametrize(
    "text", ['label = "Nhiệm vụ"', 'label = f"{count} việc"', 'def x():\n    return "đã lưu"']
)
def test_a_sentence_in_the_wrong_place_is_named(text: str) -> None:
    assert len(faults_of_words([Source("campaign/tasks/views.py", text)])) == 1


def test_docstrings_comments_and_homes_of_words_are_free() -> None:
    told = '"""Nghị định 30"""\nx = 1  # Điều 7\ndef y():\n    """Phụ lục I"""'
    homes = [
        Source(f"campaign/{path}", 'a = "Đã lưu"')
        for path in ("glossary.py", "tasks/phrases.py", "demo/na_ri.py")
    ]
    assert faults_of_words([Source("campaign/tasks/rules.py", told), *homes]) == []


def test_the_glossary_page_is_the_glossary() -> None:
    assert (ROOT / "docs/GLOSSARY.md").read_text("utf-8") == page(), "run: make docs"


def test_the_deploy_page_names_every_setting_and_command() -> None:
    told = (ROOT / "docs/deploy.md").read_text("utf-8")
    missing = [row.name for row in SETTINGS if f"`{row.name}`" not in told]
    missing += [name for name in cli_phrases.COMMANDS if f"campaign {name}" not in told]
    assert missing == []
