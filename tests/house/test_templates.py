"""Templates keep to the strict policy of the pages, and every address and file they name is there."""

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.house.trees import ROOT, templates

_INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script without the page's nonce": re.compile(
        r"<script\b(?![^>]*\b(?:src=|nonce=\"\{\{ csp_nonce\(\) \}\}\"))", re.IGNORECASE
    ),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"""=\s*["']?\s*javascript:""", re.IGNORECASE),
    "something from another site": re.compile(r"""(?:src|href)=["'](?:https?:)?//""", re.IGNORECASE),
}
_URL_FOR = re.compile(r"""url_for\(\s*["']([^"']+)["']""")
_STATIC = re.compile(r"""url_for\(\s*["']static["'],\s*filename\s*=\s*["']([^"'{]+)["']\s*[,)]""")


def faults_of_inline(pages: dict[str, str]) -> list[str]:
    """What the Content-Security-Policy of the pages would refuse."""
    return [
        f"{name} has {what}"
        for name, text in pages.items()
        for what, sign in _INLINE.items()
        if sign.search(text)
    ]


def faults_of_addresses(pages: dict[str, str], known: set[str]) -> list[str]:
    """Endpoints no view has; ".name" is of the slice whose folder the template stands in."""
    faults = []
    for name, text in pages.items():
        for endpoint in _URL_FOR.findall(text):
            whole = f"{Path(name).parts[0]}{endpoint}" if endpoint.startswith(".") else endpoint
            if whole not in known:
                faults.append(f"{name} names {endpoint}")
    return faults


def faults_of_files(pages: dict[str, str]) -> list[str]:
    """Static files that are not there."""
    static = ROOT / "campaign/static"
    return [
        f"{name} names {file}"
        for name, text in pages.items()
        for file in _STATIC.findall(text)
        if not (static / file).is_file()
    ]


def test_nothing_is_inline() -> None:
    assert faults_of_inline(templates()) == []


def test_every_address_a_template_names_exists(app: Flask) -> None:
    assert faults_of_addresses(templates(), set(app.view_functions)) == []


def test_every_file_a_template_names_exists() -> None:
    assert faults_of_files(templates()) == []


def test_style_sheets_and_scripts_load_nothing_from_elsewhere() -> None:
    own = [file for folder in ("css", "js") for file in (ROOT / "campaign/static" / folder).rglob("*.*")]
    elsewhere = re.compile(r"""(?:@import|url\(|fetch\(|import)\s*\(?["']?(?:https?:)?//""")
    assert [file.name for file in own if elsewhere.search(file.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color: red">', "<style>p {}</style>", "<script>alert(1)</script>", '<button onclick="go()">',
        '<a href="javascript:go()">', '<script src="https://cdn.example/x.js"></script>',
    ],
)  # fmt: skip
def test_something_inline_is_named(text: str) -> None:
    assert len(faults_of_inline({"tasks/list.html": text})) == 1


def test_what_is_served_from_here_is_allowed() -> None:
    page = """<script src="{{ url_for('static', filename='js/app.js') }}"></script><p class="style">on time = soon</p><script nonce="{{ csp_nonce() }}">go()</script>"""
    assert faults_of_inline({"a.html": page}) == []


def test_an_address_that_is_not_there_is_named() -> None:
    page = "{{ url_for('.list_tasks') }} {{ url_for('.gone') }} {{ url_for('people.gone') }}"
    assert faults_of_addresses({"tasks/list.html": page}, {"tasks.list_tasks"}) == [
        "tasks/list.html names .gone",
        "tasks/list.html names people.gone",
    ]


def test_a_file_that_is_not_there_is_named() -> None:
    assert faults_of_files({"a.html": "{{ url_for('static', filename='css/gone.css') }}"}) == [
        "a.html names css/gone.css"
    ]
