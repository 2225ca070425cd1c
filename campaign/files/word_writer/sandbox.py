"""Templates with loops and conditions: jinja2, compiled once, with everything that can call, grow or reach out refused.

A template may be uploaded by anyone who may upload. What it may use is a list of what is allowed, never of what is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from typing import Any, cast

from jinja2 import TemplateSyntaxError, Undefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from campaign.files import phrases
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.probe import Probe
from campaign.files.word_writer.rich import Formats, rich_xml
from campaign.files.word_writer.state import MAX_OUTPUT, RENDERING
from campaign.files.word_writer.tags import Tag
from campaign.files.word_writer.values import attribute_xml, plain, reach, text_xml

_ALLOWED_NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name, nodes.Getattr, nodes.Getitem),
    *(nodes.Const, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Filter),
    *(nodes.Test, nodes.Add, nodes.Sub, nodes.Neg, nodes.List, nodes.Tuple),
)
_LOOP_NAMES = {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth"}
_TESTS = (
    *("defined", "undefined", "none", "string", "number", "integer", "boolean", "true", "false", "odd", "even"),
    *("mapping", "sequence", "iterable", "in", "eq", "==", "equalto", "ne", "!=", "lt", "<", "le", "<=", "gt", ">"),
    *("ge", ">=", "greaterthan", "lessthan", "upper", "lower"),
)


class Missing(Undefined):
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

    def __add__(self, other: Any) -> Any:  # type: ignore[override]
        self.note()
        return other

    __radd__ = __sub__ = __rsub__ = __add__  # type: ignore[assignment]

    def __neg__(self) -> int:  # type: ignore[override]
        self.note()
        return 0


class _Environment(ImmutableSandboxedEnvironment):
    """Plain data only: a dotted name is a mapping's key or a dataclass's attribute, an index is an index."""

    def getitem(self, obj: Any, argument: Any) -> Any:
        """One step of a dotted name; a pair is (name, the whole dotted name as written), see `_Rewriter`."""
        name, shown = argument if isinstance(argument, tuple) else (argument, str(argument))
        if isinstance(obj, Undefined):
            return Missing(name=shown)
        if isinstance(obj, Probe):
            return obj
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
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def _refuse(self, shown: str) -> None:
        raise TemplateFault(phrases.FORBIDDEN_EXPRESSION, shown)


def _text(value: object) -> str:
    if isinstance(value, Undefined):
        return str(value)
    return text_xml(value)


def _attr(value: object) -> str:
    if isinstance(value, Undefined):
        return str(value)
    return attribute_xml(value)


def _rich(value: object, formats: Formats) -> str:
    return rich_xml(str(value) if isinstance(value, Undefined) else value, formats, RENDERING.get())


def _slot(name: str, extra: tuple[object, ...]) -> str:
    state = RENDERING.get()
    return state.slots[name](state, extra)


def _each(value: Any, width: int) -> Iterable[Any]:
    """What a for loop runs over, its turns counted; `width` is how many names each item is unpacked into."""
    if isinstance(value, Probe) and width > 1:
        return [tuple([item] * width) for item in value]
    items = value if isinstance(value, Sized) and isinstance(value, Iterable) else list(value)
    RENDERING.get().turn(len(items))
    return items


def _default(value: object, instead: object = "", boolean: bool = False) -> object:
    return instead if isinstance(value, Undefined) or (boolean and not value) else value


def _join(values: Iterable[object], between: str = "") -> str:
    """Joined text; the separator is a word or two, so nothing can grow by joining."""
    return str(between)[:20].join(_plain(value) for value in values)


def _plain(value: object) -> str:
    return str(value) if isinstance(value, Undefined) else plain(value)


def _letters(change: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: change(_plain(value))


_OWN_FILTERS: dict[str, Callable[..., Any]] = {"_text": _text, "_attr": _attr, "_rich": _rich, "_slot": _slot, "_each": _each}
_FILTERS: dict[str, Callable[..., Any]] = {
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
    made.filters = {**_OWN_FILTERS, **_FILTERS}
    made.tests = {name: made.tests[name] for name in _TESTS}
    return made


# Jinja's own escaping is off because every output passes one of three stricter filters: `_Rewriter` puts them there.
ENVIRONMENT = _environment()


class LogicPart:
    """A part with conditions or loops. The source keeps every tag on a line of its own, so a node's line names its tag."""

    def __init__(self, pieces: list[str | Tag]) -> None:
        source, self._tags = _source(pieces)
        tree = self._parsed(source)
        rewriter = _Rewriter(self._tags)
        rewriter.block(tree, {})
        code = ENVIRONMENT.compile(tree)
        self._template = ENVIRONMENT.template_class.from_code(ENVIRONMENT, code, {})
        self.fields = frozenset(rewriter.fields)

    def _parsed(self, source: str) -> nodes.Template:
        try:
            tree = ENVIRONMENT.parse(source)
        except TemplateSyntaxError as fault:
            raise TemplateFault(phrases.BAD_SYNTAX, _words(self._tags, fault.lineno)) from None
        for node in tree.find_all(nodes.Node):
            _check(node, self._tags)
        return tree

    def render(self, context: Mapping[str, object], state: Any) -> bytes:
        """See parts.Part."""
        return self.text(context, state).encode()

    def text(self, context: Mapping[str, object], state: Any) -> str:
        """The part's XML as text; missing names are noted in the state."""
        token = RENDERING.set(state)
        chunks, size = [], 0
        try:
            for chunk in self._template.root_render_func(self._template.new_context(dict(context))):
                chunks.append(chunk)
                size += len(chunk)
                if size > MAX_OUTPUT:
                    raise TemplateFault(phrases.OUTPUT_TOO_BIG)
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as fault:
            raise TemplateFault(phrases.CANNOT_FILL, str(fault)) from fault
        finally:
            RENDERING.reset(token)
        return "".join(chunks)


def _source(pieces: list[str | Tag]) -> tuple[str, dict[int, Tag]]:
    source: list[str] = []
    by_line: dict[int, Tag] = {}
    line = 1
    for piece in pieces:
        if isinstance(piece, str):
            # The lexer must see no tag in the literal XML; a brace it might take for one is written as a value.
            text = piece.replace("{{", "{\x00{").replace("{%", "{\x00%").replace("{#", "{\x00#").replace("{{", "{\x00{")
        elif piece.kind == "slot":
            line += 1
            text, by_line[line] = "{{\n0 }}", piece
        else:
            line += 1
            by_line[line] = piece
            opening, closing = ("{%", "%}") if piece.kind == "block" else ("{{", "}}")
            dash = piece.code[:1] if piece.code[:1] in {"-", "+"} else ""
            text = f"{opening}{dash}\n{piece.code[len(dash):]} {closing}"
            if piece.code.endswith(("-", "+")):
                text = f"{opening}{dash}\n{piece.code[len(dash):-1]} {piece.code[-1]}{closing}"
        source.append(text)
        line += text.count("\n") if isinstance(piece, str) else 0
    return "".join(source), by_line


def _words(by_line: Mapping[int, Tag], line: int) -> str:
    near = [tag for number, tag in by_line.items() if number <= line]
    return near[-1].words if near else ""


def _check(node: nodes.Node, by_line: Mapping[int, Tag]) -> None:
    """Raises TemplateFault for anything that is not on the list."""
    bad = not isinstance(node, _ALLOWED_NODES)
    if isinstance(node, nodes.Filter):
        bad = bad or node.name not in _FILTERS or bool(node.kwargs or node.dyn_args or node.dyn_kwargs)
    elif isinstance(node, nodes.Test):
        bad = bad or node.name not in _TESTS
    elif isinstance(node, nodes.Name):
        bad = bad or node.name.startswith("_")
    elif isinstance(node, nodes.Getattr):
        bad = bad or node.attr.startswith("_")
    elif isinstance(node, nodes.Getitem):
        bad = bad or not isinstance(node.arg, nodes.Const) or str(node.arg.value).startswith("_")
    elif isinstance(node, nodes.For):
        bad = bad or node.recursive
    if bad:
        raise TemplateFault(phrases.FORBIDDEN_EXPRESSION, _words(by_line, node.lineno))


Scope = dict[str, str]


class _Rewriter:
    """Puts an escaping filter round every output and a counter round every loop, and writes down the names used.

    A scope maps loop variables to the name of what they run over: in `for t in tasks`, t is "tasks[]".
    """

    def __init__(self, by_line: Mapping[int, Tag]) -> None:
        self._by_line = by_line
        self.fields: set[str] = set()

    def block(self, node: nodes.Node, scope: Scope) -> None:
        """Rewrite a template, loop or condition and all inside it."""
        for child in list(node.iter_child_nodes()):
            if isinstance(child, nodes.Output):
                child.nodes = [self._output(inner, scope) for inner in child.nodes]
            elif isinstance(child, nodes.For):
                self._loop(child, scope)
            elif isinstance(child, nodes.If):
                child.test = self.expression(child.test, scope)
                self.block(child, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        over = self._name(node.iter, scope)
        width = len(node.target.items) if isinstance(node.target, nodes.Tuple) else 1
        inner = scope | {"loop": ""}
        for target in node.target.find_all(nodes.Name) if width > 1 else [node.target]:
            inner[cast(nodes.Name, target).name] = f"{over}[]" if over and width == 1 else ""
        node.iter = self._filter(self.expression(node.iter, scope), "_each", width)
        if node.test:
            node.test = self.expression(node.test, inner)
        body, other = nodes.Template(node.body), nodes.Template(node.else_)
        self.block(body, inner)
        self.block(other, scope)

    def _output(self, node: nodes.Expr, scope: Scope) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            node.data = node.data.replace("\x00", "")
            return node
        tag = self._by_line[node.lineno]
        if tag.kind == "slot":
            return self._filter(nodes.Const(tag.mode, lineno=node.lineno), "_slot", tag.extra)
        made = self.expression(node, scope)
        return self._filter(made, "_rich", tag.extra) if tag.mode == "rich" else self._filter(made, f"_{tag.mode}")

    def expression(self, node: nodes.Expr, scope: Scope) -> nodes.Expr:
        """The expression with every dotted step carrying its whole name, for messages."""
        name = self._name(node, scope)
        if name:
            self.fields.add(name)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            key = node.attr if isinstance(node, nodes.Getattr) else cast(nodes.Const, node.arg).value
            inner = self.expression(node.node, scope)
            shown = name or str(key)
            made: nodes.Expr = nodes.Getitem(inner, nodes.Const((key, shown)), "load", lineno=node.lineno)
            return made.set_environment(ENVIRONMENT)
        for field_name, value in list(node.iter_fields()):
            if isinstance(value, nodes.Expr):
                setattr(node, field_name, self.expression(value, scope))
            elif isinstance(value, list):
                setattr(node, field_name, [self._item(item, scope) for item in value])
        return node

    def _item(self, item: Any, scope: Scope) -> Any:
        if isinstance(item, nodes.Operand):
            item.expr = self.expression(item.expr, scope)
            return item
        return self.expression(item, scope) if isinstance(item, nodes.Expr) else item

    def _name(self, node: nodes.Node, scope: Scope) -> str:
        """The dotted name of a plain reference; empty for anything else and for loop's own names."""
        if isinstance(node, nodes.Name):
            return scope.get(node.name, node.name)
        if isinstance(node, nodes.Getattr):
            holder = self._name(node.node, scope)
            return f"{holder}.{node.attr}" if holder else ""
        return ""

    def _filter(self, node: nodes.Expr, name: str, *arguments: object) -> nodes.Filter:
        constants = [nodes.Const(argument) for argument in arguments]
        made = nodes.Filter(node, name, constants, [], None, None, lineno=node.lineno)
        return made.set_environment(ENVIRONMENT)
