"""What an expression in a template may be made of, and how it is rewritten so that nothing leaves it unescaped or uncounted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from jinja2 import nodes

from campaign.files import phrases
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.sandbox import ENVIRONMENT, FILTERS, TESTS
from campaign.files.word_writer.tags import Tag

_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If)
_NAMES = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.List, nodes.Tuple)
_LOGIC = (
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Filter,
    nodes.Test,
)
# Sums stay small; products and joined text (*, **, ~, %) could grow without bound.
_SUMS = (nodes.Add, nodes.Sub, nodes.Neg)
_ALLOWED_NODES = (*_STATEMENTS, *_NAMES, *_LOGIC, *_SUMS)


def words_at(by_line: Mapping[int, Tag], line: int) -> str:
    """The words round the tag on that line of the source, or the last one before it."""
    near = [tag for number, tag in by_line.items() if number <= line]
    return near[-1].words if near else ""


def check(node: nodes.Node, by_line: Mapping[int, Tag]) -> None:
    """Raises TemplateFault for anything that is not on the list."""
    bad = not isinstance(node, _ALLOWED_NODES)
    if isinstance(node, nodes.Filter):
        bad = bad or node.name not in FILTERS or bool(node.kwargs or node.dyn_args or node.dyn_kwargs)
    elif isinstance(node, nodes.Test):
        bad = bad or node.name not in TESTS
    elif isinstance(node, nodes.Name):
        bad = bad or node.name.startswith("_")
    elif isinstance(node, nodes.Getattr):
        bad = bad or node.attr.startswith("_")
    elif isinstance(node, nodes.Getitem):
        bad = bad or not isinstance(node.arg, nodes.Const) or str(node.arg.value).startswith("_")
    elif isinstance(node, nodes.For):
        bad = bad or node.recursive
    if bad:
        raise TemplateFault(phrases.FORBIDDEN_EXPRESSION, words_at(by_line, node.lineno))


Scope = dict[str, str]


class Rewriter:
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
                child.test = self.expression(cast(nodes.Expr, child.test), scope)
                self.block(child, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        over = self._name(node.iter, scope)
        width = len(node.target.items) if isinstance(node.target, nodes.Tuple) else 1
        inner = scope | {"loop": ""}
        for target in node.target.find_all(nodes.Name) if width > 1 else [node.target]:
            inner[cast(nodes.Name, target).name] = f"{over}[]" if over and width == 1 else ""
        node.iter = self._filter(self.expression(cast(nodes.Expr, node.iter), scope), "_each", width)
        if node.test:
            node.test = self.expression(cast(nodes.Expr, node.test), inner)
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
        if tag.mode == "rich":
            return self._filter(made, "_rich", tag.extra)
        return self._filter(made, f"_{tag.mode}")

    def expression(self, node: nodes.Expr, scope: Scope, note: bool = True) -> nodes.Expr:
        """The expression with every dotted step carrying its whole name, for messages; `note` adds the name to fields."""
        name = self._name(node, scope)
        if name and note:
            self.fields.add(name)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            key = node.attr if isinstance(node, nodes.Getattr) else cast(nodes.Const, node.arg).value
            inner = self.expression(node.node, scope, note=not name)
            shown = name or str(key)
            made = nodes.Getitem(inner, nodes.Const((key, shown)), "load", lineno=node.lineno)
            made.set_environment(ENVIRONMENT)
            return made
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
            if node.name == "loop" and "loop" not in scope:
                raise TemplateFault(phrases.BAD_SYNTAX, words_at(self._by_line, node.lineno))
            return scope.get(node.name, node.name)
        if isinstance(node, nodes.Getattr):
            holder = self._name(node.node, scope)
            return f"{holder}.{node.attr}" if holder else ""
        return ""

    def _filter(self, node: nodes.Expr, name: str, *arguments: object) -> nodes.Filter:
        constants = [nodes.Const(argument) for argument in arguments]
        made = nodes.Filter(node, name, constants, [], None, None, lineno=node.lineno)
        made.set_environment(ENVIRONMENT)
        return made
