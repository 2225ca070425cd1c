"""Templates with loops and conditions: jinja2, compiled once, with everything that can call, grow or reach out refused.

A template may be uploaded by anyone who may upload. What it may use is a list of what is allowed, never of what is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Any

from jinja2 import Undefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from campaign.files import phrases
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.probe import Probe
from campaign.files.word_writer.rich import Formats, rich_xml
from campaign.files.word_writer.slots import SLOTS
from campaign.files.word_writer.state import RENDERING
from campaign.files.word_writer.values import Absent, attribute_xml, plain, reach, text_xml

_LOOP_NAMES = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem")
_KIND_TESTS = ("defined", "undefined", "none", "string", "number", "integer", "boolean", "true", "false")
_VALUE_TESTS = ("odd", "even", "mapping", "sequence", "iterable", "in", "upper", "lower")
_SIGNS = ("==", "!=", "<", "<=", ">", ">=")
_COMPARING = ("eq", "equalto", "ne", "lt", "lessthan", "le", "gt", "greaterthan", "ge", *_SIGNS)
TESTS = (*_KIND_TESTS, *_VALUE_TESTS, *_COMPARING)


class Missing(Undefined, Absent):
    """A name without a value: notes itself in the rendering whenever it is used, except by `is defined` and default."""

    def note(self) -> None:
        """Write the name down as missing."""
        RENDERING.get().missing[str(self._undefined_name)] = None

    def _used(self, *_: object) -> bool:
        self.note()
        return False

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _used  # type: ignore[assignment]
    __hash__ = Undefined.__hash__

    def __str__(self) -> str:
        self.note()
        return ""

    def __len__(self) -> int:
        self.note()
        return 0

    def __iter__(self) -> Iterator[Any]:
        self.note()
        return iter(())

    def __add__(self, other: Any) -> Any:
        self.note()
        return other

    __radd__ = __sub__ = __rsub__ = __add__

    def __neg__(self) -> int:  # type: ignore[override]
        self.note()
        return 0


class _Environment(ImmutableSandboxedEnvironment):
    """Plain data only: a dotted name is a mapping's key or a dataclass's attribute, an index is an index."""

    def getitem(self, obj: Any, argument: Any) -> Any:
        """One step of a dotted name; a pair is (name, the whole dotted name as written), see `expressions.Rewriter`."""
        name, shown = argument if type(argument) is tuple else (argument, str(argument))
        if type(obj) is dict and name in obj:  # nearly always; the rest costs more
            return obj[name]
        if isinstance(obj, Undefined):
            return Missing(name=shown)
        if isinstance(obj, LoopContext):
            return getattr(obj, name) if name in _LOOP_NAMES else self._refuse(shown)
        try:
            if isinstance(obj, list | tuple) and isinstance(name, int):
                return obj[name]
            return reach(obj, name)
        except LookupError:
            return Missing(name=shown)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As getitem; no attribute of a Python object is ever reached by name alone."""
        return self.getitem(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """None is: what may be read is decided in getitem."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """None is: expressions with calls are refused when compiling."""
        return False

    def _refuse(self, shown: str) -> None:
        raise TemplateFault(phrases.FORBIDDEN_EXPRESSION, shown)


def _rich(value: object, formats: Formats) -> str:
    return rich_xml(value, formats, RENDERING.get())


def _slot(name: str, extra: tuple[object, ...]) -> str:
    return SLOTS[name](RENDERING.get(), extra)


def _each(value: Any, width: int) -> Iterable[Any]:
    """What a for loop runs over, its turns counted; `width` is how many names each item is unpacked into."""
    if isinstance(value, Probe) and width > 1:
        return [tuple([item] * width) for item in value]
    if value is None:
        return ()
    items = value if isinstance(value, Sized) and isinstance(value, Iterable) else list(value)
    RENDERING.get().turn(len(items))
    return items


def _default(value: object, instead: object = "", boolean: bool = False) -> object:
    return instead if isinstance(value, Undefined) or (boolean and not value) else value


def _join(values: Iterable[object], between: str = "") -> str:
    """Joined text; the separator is a word or two, so nothing can grow by joining."""
    return str(between)[:20].join(plain(value) for value in values)


def _letters(change: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: change(plain(value))


_OWN_FILTERS: dict[str, Callable[..., Any]] = {
    "_text": text_xml,
    "_attr": attribute_xml,
    "_rich": _rich,
    "_slot": _slot,
    "_each": _each,
}
FILTERS: dict[str, Callable[..., Any]] = {
    "default": _default,
    "d": _default,
    "join": _join,
    "upper": _letters(str.upper),
    "lower": _letters(str.lower),
    "capitalize": _letters(str.capitalize),
    "trim": _letters(str.strip),
    "e": lambda value: value,
    "escape": lambda value: value,
    "length": len,
    "count": len,
    "first": lambda values: next(iter(values), ""),
    "last": lambda values: values[-1] if values else "",
}


def _environment() -> _Environment:
    made = _Environment(undefined=Missing, autoescape=False, cache_size=0, extensions=())
    made.globals.clear()
    made.filters = {**_OWN_FILTERS, **FILTERS}
    made.tests = {name: made.tests[name] for name in TESTS}
    return made


# Jinja's own escaping is off because every output passes one of three stricter filters: `expressions.Rewriter` puts them there.
ENVIRONMENT = _environment()
