"""A part with conditions or loops: its source, compiled once by jinja2 in the sandbox."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from jinja2 import TemplateSyntaxError, nodes

from campaign.files import phrases
from campaign.files.word_writer.expressions import Rewriter, check, words_at
from campaign.files.word_writer.faults import MissingField, TemplateFault
from campaign.files.word_writer.sandbox import ENVIRONMENT
from campaign.files.word_writer.state import MAX_OUTPUT, RENDERING, Notes, State
from campaign.files.word_writer.tags import Tag


class LogicPart:
    """A part with conditions or loops. The source keeps every tag on a line of its own, so a node's line names its tag."""

    def __init__(self, pieces: list[str | Tag]) -> None:
        source, by_line = _source(pieces)
        rewriter = Rewriter(by_line)
        try:
            tree = ENVIRONMENT.parse(source)
            for node in tree.find_all(nodes.Node):
                check(node, by_line)
            rewriter.block(tree, {})
            code = ENVIRONMENT.compile(tree)
        except TemplateSyntaxError as fault:
            raise TemplateFault(phrases.BAD_SYNTAX, words_at(by_line, fault.lineno)) from None
        except (SyntaxError, RecursionError) as fault:  # nested deeper than Python nests
            raise TemplateFault(phrases.BAD_SYNTAX) from fault
        self._template = ENVIRONMENT.template_class.from_code(ENVIRONMENT, code, {})
        self.fields = frozenset(rewriter.fields)

    def render(self, context: Mapping[str, object], state: State) -> bytes:
        """See parts.Part."""
        text = self._text(context, state)
        if state.missing:
            raise MissingField(state.missing)
        return text.encode()

    def missing(self, context: Mapping[str, object]) -> list[str]:
        """See parts.Part."""
        state = State(notes=Notes(1, "", ""))
        self._text(context, state)
        return list(state.missing)

    def _text(self, context: Mapping[str, object], state: State) -> str:
        token = RENDERING.set(state)
        chunks: list[str] = []
        size = 0
        try:
            stream = self._template.root_render_func(self._template.new_context(dict(context)))
            while some := list(islice(stream, 1000)):
                size += sum(map(len, some))
                if size > MAX_OUTPUT:
                    raise TemplateFault(phrases.OUTPUT_TOO_BIG)
                chunks += some
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as fault:
            raise TemplateFault(phrases.CANNOT_FILL, str(fault)) from fault
        finally:
            RENDERING.reset(token)
        return "".join(chunks)


# The lexer must see no tag in literal XML: a NUL, which XML cannot hold, parts the braces and is taken out after parsing.
_BRACE = re.compile(r"\{(?=[{%#])")


def _source(pieces: list[str | Tag]) -> tuple[str, dict[int, Tag]]:
    source: list[str] = []
    by_line: dict[int, Tag] = {}
    line = 1
    for piece in pieces:
        if isinstance(piece, str):
            text = _BRACE.sub("{\x00", piece)
        else:
            line += 1
            text, by_line[line] = _written(piece), piece
        source.append(text)
        line += text.count("\n") if isinstance(piece, str) else 0
    return "".join(source), by_line


def _written(tag: Tag) -> str:
    """The tag as jinja reads it, its code on a new line; signs that trim blanks (`-`, `+`) stay at the brackets."""
    if tag.kind == "slot":
        return "{{\n0 }}"
    opening, closing = ("{%", "%}") if tag.kind == "block" else ("{{", "}}")
    code = tag.code
    if code.startswith(("-", "+")):
        opening, code = opening + code[0], code[1:]
    if code.endswith(("-", "+")):
        closing, code = code[-1] + closing, code[:-1]
    return f"{opening}\n{code} {closing}"
