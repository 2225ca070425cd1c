"""The addresses of the application, filled with the cast's campaign and with ids nobody has."""

from typing import Any

from flask import Flask, url_for
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

_NOBODY = 999_999
_WORDS = {"code": "ngay-khong-hen", "filename": "css/base.css"}


def endpoints(app: Flask) -> list[str]:
    """Every endpoint once, in order."""
    return sorted({rule.endpoint for rule in app.url_map.iter_rules()})


def methods_of(app: Flask, endpoint: str) -> list[str]:
    """GET, POST or both."""
    found = {method for rule in app.url_map.iter_rules(endpoint) for method in rule.methods or ()}
    return sorted(found & {"GET", "POST"})


def address_of(app: Flask, endpoint: str) -> str:
    """An address of that endpoint: the cast's campaign, no such record, the first of several words."""
    rule = max(app.url_map.iter_rules(endpoint), key=lambda each: len(each.arguments))
    with app.test_request_context():
        return url_for(endpoint, **{name: _value(rule, name) for name in rule.arguments})


def _value(rule: Rule, name: str) -> Any:
    converter = rule._converters[name]
    if isinstance(converter, IntegerConverter):
        return _NOBODY
    if isinstance(converter, AnyConverter):
        return sorted(converter.items)[0]
    return _WORDS.get(name, "khong-co")
