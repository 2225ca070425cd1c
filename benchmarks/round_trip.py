"""Whether a document that is read comes out again: every sentence of the source, in order; what is missing is listed.

python -m benchmarks.round_trip                 the examples of tests/reading
python -m benchmarks.round_trip --texts DIR …   other documents: .txt, .docx or .pdf

Twice: in the outline that was read, and in the .docx the product writes of its body (of a decision and its plan, the plan).
Letters are compared in official spelling, without blanks, quotation marks and stops.
"""

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from campaign.config import share
from campaign.documents import papers
from campaign.documents.rules.papers import draw
from campaign.documents.rules.plan import Agency, DocumentDraft, Plan, Recipient
from campaign.files import word_reader
from campaign.glossary import DocumentKind
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.plan import Node, ReadPlan
from campaign.reading.rules.source import Paragraph, Source
from campaign.reading.rules.taking.rewriting import body_of, rewrite
from campaign.reading.rules.text import plain, sentences
from campaign.reading.rules.understanding import understand

HERE = Path(__file__).parents[1] / "tests" / "reading" / "examples"
KINDS = (".txt", ".docx", ".pdf")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Journey:
    """What became of one document: how many sentences it has, and those missing in the outline and in the .docx."""

    sentences: int
    unread: tuple[str, ...]
    unwritten: tuple[str, ...]


def journey(source: Source) -> Journey:
    """Read a clean source and write it again."""
    plan = understand(source)
    told = list(_sentences(_texts(source)))
    body = body_of(source)
    written = _said(_texts(word_reader.read(_written(plan, source), "plan.docx")))
    known = (plan.title, *plan.addressees, *(each.name for each in plan.recipients), plan.signer.name)
    lost = [text for text in known if _said([text]).strip() not in written]
    return Journey(
        len(told),
        tuple(missing(told, _said(_nodes(plan.outline)))),
        (*missing(_sentences(_nodes(body.nodes)), written), *lost),
    )


def _written(plan: ReadPlan, source: Source) -> bytes:
    """The paper the product makes of a source's body, no live block in it."""
    body = body_of(source)
    outline, numbering = rewrite(body, {})
    draft = DocumentDraft(
        Agency(plan.issuer, "", (plan.issuer,), plan.place),
        body.kind or DocumentKind.PLAN,
        plan.title,
        plan.number.rpartition("/")[2] or plan.number,
        int(plan.date[:4] or 2000),
        numbering=numbering,
        authority=plan.signer.authority or None,
        position=plan.signer.position or None,
        signer_name=plan.signer.name or None,
        addressees=tuple(plan.addressees),
        recipients=tuple(Recipient(each.name, each.note or None) for each in plan.recipients),
        outline=outline,
    )
    paper = draw(draft, Plan(draft.agency, "", plan.title))
    return papers.write(paper, share("docx_templates"))


def _texts(source: Source) -> Iterator[str]:
    """The paragraphs and cells of a source, each with its number."""
    for block in source.blocks:
        if isinstance(block, Paragraph):
            yield f"{block.number} {block.text}"
        else:
            yield from (cell for row in block.rows for cell in row)
    yield from source.footnotes


def _nodes(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        yield f"{node.number} {node.heading} {node.text}"
        yield from _nodes(node.children)


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    return (sentence for text in texts for line in text.split("\n") for sentence in sentences(line))


def _said(texts: Iterable[str]) -> str:
    """All words of texts, one blank between and around."""
    return f" {' '.join(word for text in texts for word in _WORD.findall(plain(text)))} "


def missing(told: Iterable[str], found: str) -> Iterator[str]:
    """The sentences that are not found after the one before."""
    at = 0
    for sentence in told:
        wanted = _said([sentence])
        place = found.find(wanted, at) if wanted.strip() else at
        if place < 0:
            yield sentence
        elif wanted.strip():
            at = place + len(wanted) - 1


def files(folders: Iterable[Path]) -> list[Path]:
    """The documents of folders, in order."""
    return [file for folder in folders for file in sorted(folder.iterdir()) if file.suffix in KINDS]


def main(arguments: list[str] | None = None) -> None:
    """Print a row a document, and below it what is missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, action="append")
    options = parser.parse_args(arguments)
    print(f"{'document':<44}{'sentences':>10}{'not read':>10}{'not written':>13}")
    for file in files(options.texts or [HERE]):
        told = journey(clean(word_reader.read(file.read_bytes(), file.name)))
        print(f"{file.stem:<44}{told.sentences:>10}{len(told.unread):>10}{len(told.unwritten):>13}")
        for stage, lost in (("not read", told.unread), ("not written", told.unwritten)):
            for sentence in lost:
                print(f"    {stage}: {sentence}")


if __name__ == "__main__":
    main()
