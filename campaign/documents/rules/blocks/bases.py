"""Legal bases: run into a sentence, as the italic preamble of a decision, or as a section of their own."""

from dataclasses import replace

from campaign.documents import phrases
from campaign.documents.rules.blocks.drawing import Drawing, sentence, stopless
from campaign.documents.rules.citations import cite
from campaign.documents.rules.inline import escape
from campaign.documents.rules.plan import Node
from campaign.glossary import Layout
from campaign.vietnamese import lower_first

BASIS = "basis"


def legal_bases(node: Node, drawing: Drawing) -> Node:
    """The node with the campaign's căn cứ in its layout."""
    cited = [stopless(cite(basis, drawing.cited)) for basis in drawing.plan.bases]
    if node.layout is Layout.NUMBERED:
        made = [Node(f"{node.key}.{n}", text=sentence(words)) for n, words in enumerate(cited, start=1)]
        return replace(node, block=None, children=(*made, *node.children))
    if node.layout is Layout.ITALIC:
        listed = [Node(text=_list(cited), numbered=False, style=BASIS), Node(text=node.text, numbered=False)]
        return replace(node, block=None, text="", children=(*listed, *node.children))
    return replace(node, block=None, text=_run_in(cited, node.text))


def _list(cited: list[str]) -> str:
    ends = [";"] * (len(cited) - 1) + ["."]
    lines = (phrases.BECAUSE_OF.format(basis=words) for words in cited)
    return "\n".join(escape(line) + end for line, end in zip(lines, ends, strict=True))


def _run_in(cited: list[str], text: str) -> str:
    """ "Căn cứ A; căn cứ B, <text>": the text goes on with the sentence, so "Để …" begins small there."""
    if not cited:
        return text
    if text.startswith(phrases.GOING_ON):
        text = lower_first(text)
    parts = [phrases.BECAUSE_OF.format(basis=cited[0])]
    parts += [phrases.BECAUSE_OF_TOO.format(basis=words) for words in cited[1:]]
    return f"{escape('; '.join(parts))}, {text}" if text else escape("; ".join(parts)) + "."
