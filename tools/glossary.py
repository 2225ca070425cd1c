"""Prints docs/GLOSSARY.md, the page of campaign/glossary.py: `make docs`."""

import inspect
from collections.abc import Iterator

from campaign import glossary
from campaign.glossary import TERMS, Labelled

_HEAD = """# Glossary

One noun, one name: in table, folder, address, template folder and test. Generated from `campaign/glossary.py` by `make docs`.

| code | Vietnamese | also met in documents | meaning |
|---|---|---|---|
"""


def page() -> str:
    """The whole page: the nouns, then every enumeration people see."""
    rows = "".join(
        f"| {term.code} | {term.vietnamese} | {', '.join(term.also)} | {term.meaning} |\n" for term in TERMS
    )
    return _HEAD + rows + "".join(_values(kind) for kind in _enumerations())


def _enumerations() -> Iterator[type[Labelled]]:
    for _, kind in inspect.getmembers(glossary, inspect.isclass):
        if issubclass(kind, Labelled) and kind is not Labelled:
            yield kind


def _values(kind: type[Labelled]) -> str:
    rows = "".join(f"| {member.value} | {member.label.replace('|', '/')} |\n" for member in kind)
    return f"\n## {kind.__name__}\n\n{inspect.getdoc(kind)}\n\n| code | Vietnamese |\n|---|---|\n{rows}"


if __name__ == "__main__":
    print(page(), end="")
