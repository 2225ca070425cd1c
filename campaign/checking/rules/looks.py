"""The look of each component: letters, sizes, weight, alignment (D30 Phụ lục I II, III and the table of V), as one table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from campaign.checking.phrases import Part, main, others
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.docx import Run
from campaign.checking.rules.findings import Fault, Mend, Rule
from campaign.checking.rules.mending import forming, lettering, typing
from campaign.checking.rules.pieces import Piece


@dataclass(frozen=True)
class Asked:
    """How a component must look; None: not said. `capitals` False: small letters."""

    part: Part
    article: str
    sizes: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = False
    capitals: bool | None = None
    align: str = ""


LOOKS = (
    Asked(Part.NATION, main("1", "a"), (12, 13), bold=True, capitals=True, align="center"),
    Asked(Part.MOTTO, main("1", "b"), (13, 14), bold=True, capitals=False, align="center"),
    Asked(Part.PARENT, main("2", "b"), (12, 13), bold=False, capitals=True, align="center"),
    Asked(Part.AGENCY, main("2", "b"), (12, 13), bold=True, capitals=True, align="center"),
    Asked(Part.NUMBER, main("3", "c"), (13, 13), bold=False, align="center"),
    Asked(Part.DATE, main("4", "c"), (13, 14), bold=False, italic=True, capitals=False, align="center"),
    Asked(Part.KIND, main("5", "b"), (13, 14), bold=True, capitals=True, align="center"),
    Asked(Part.SUBJECT, main("5", "b"), (13, 14), bold=True, capitals=False, align="center"),
    Asked(Part.ABOUT, main("5", "b"), (12, 13), bold=False, capitals=False, align="center"),
    Asked(Part.ADDRESSEE, main("9", "d"), (13, 14), bold=False),
    Asked(Part.BASIS, main("6", "a"), (13, 14), italic=True, capitals=False),
    Asked(Part.AUTHORITY, main("7", "dd"), (13, 14), bold=True, capitals=True, align="center"),
    Asked(Part.SIGNER, main("7", "dd"), (13, 14), bold=True, capitals=False, align="center"),
    Asked(Part.RECIPIENTS, main("9", "d"), (12, 12), bold=True, italic=True, capitals=False, align="left"),
    Asked(Part.COPIES, main("9", "d"), (11, 11), bold=False, align="left"),
    Asked(Part.STAMP, others("2"), (13, 14), bold=True, capitals=True),
    Asked(Part.ANNEX, others("1", "b"), (14, 14), bold=True, capitals=False, align="center"),
    Asked(Part.ANNEX_TITLE, others("1", "b"), (13, 14), bold=True, capitals=True, align="center"),
    Asked(Part.ATTACHED, others("1", "c"), (13, 14), bold=False, italic=True, capitals=False, align="center"),
)  # fmt: skip


def rules() -> Iterator[Rule]:
    """A rule for each thing the table says of each component."""
    for asked in LOOKS:
        name = asked.part.value
        low, high = asked.sizes
        words = phrases.SIZES.format(sizes=sizes_words(low, high))
        yield _rule(asked, f"{name}.size", words, _Sizes(asked), lettering.resized(low, high))
        if asked.bold is not None:
            words = phrases.BOLD if asked.bold else phrases.NOT_BOLD
            mend = lettering.lettered(words, bold=asked.bold)
            yield _rule(asked, f"{name}.bold", words, _Weight(asked), mend)
        if asked.italic is not None:
            words = phrases.ITALIC if asked.italic else phrases.UPRIGHT
            mend = lettering.lettered(words, italic=asked.italic)
            yield _rule(asked, f"{name}.slant", words, _Slant(asked), mend)
        if asked.capitals is not None:
            words = phrases.CAPITALS if asked.capitals else phrases.SMALL
            yield _rule(asked, f"{name}.case", words, _Case(asked), _recased(asked))
        if asked.align:
            mend = forming.aligned(asked.align)
            yield _rule(asked, f"{name}.align", phrases.ALIGNED[asked.align], _Align(asked), mend)


def looks_right(piece: Piece, part: Part) -> bool:
    """Has a piece the size and case the table asks of its component?"""
    asked = next(row for row in LOOKS if row.part is part)
    return not [*_Sizes(asked).faults(piece), *_Case(asked).faults(piece)]


def _rule(asked: Asked, code: str, words: str, faults: "_Seen", mend: Mend) -> Rule:
    return Rule(code, asked.part, asked.article, words, faults, mend=mend)


def _recased(asked: Asked) -> Mend:
    if asked.capitals:
        return lettering.capitalised
    return typing.named if asked.part is Part.SIGNER else typing.small


def sizes_words(low: float, high: float) -> str:
    """ "13" or "13 - 14"."""
    return f"{low:g}" if low == high else f"{low:g} - {high:g}"


def part_words(piece: Piece, runs: Iterable[Run]) -> str:
    """Which words a fault is of, when not all of the piece's."""
    wrong = [run for run in runs if run.text.strip()]
    if len(wrong) == len(piece.letters):
        return ""
    return phrases.IN_PART.format(words=" ".join(wrong[0].text.split())[:40]) if wrong else ""


def pieces(anatomy: Anatomy, part: Part) -> Iterable[Piece]:
    """The pieces of a component, those of annexes gathered over all annexes."""
    if part is Part.ANNEX:
        return [annex.label for annex in anatomy.annexes]
    if part is Part.ANNEX_TITLE:
        return [piece for annex in anatomy.annexes for piece in annex.title]
    if part is Part.ATTACHED:
        return [piece for annex in anatomy.annexes for piece in annex.attached]
    return anatomy.of(part)


@dataclass(frozen=True)
class _Seen:
    """One column of the table, looked at in one component."""

    asked: Asked

    def __call__(self, anatomy: Anatomy) -> Iterator[Fault]:
        for piece in pieces(anatomy, self.asked.part):
            yield from self.faults(piece)

    def faults(self, piece: Piece) -> Iterable[Fault]:
        raise NotImplementedError


class _Sizes(_Seen):
    def faults(self, piece: Piece) -> Iterable[Fault]:
        low, high = self.asked.sizes
        wrong = [run for run in piece.letters if not low <= run.look.size <= high]
        if wrong:
            yield Fault(phrases.SIZE.format(size=f"{wrong[0].look.size:g}") + part_words(piece, wrong), piece)


class _Weight(_Seen):
    def faults(self, piece: Piece) -> Iterable[Fault]:
        wrong = [run for run in piece.letters if run.look.bold != self.asked.bold]
        if wrong:
            yield Fault(
                (phrases.NOT_BOLD if self.asked.bold else phrases.BOLD) + part_words(piece, wrong), piece
            )


class _Slant(_Seen):
    def faults(self, piece: Piece) -> Iterable[Fault]:
        wrong = [run for run in piece.letters if run.look.italic != self.asked.italic]
        if wrong:
            yield Fault(
                (phrases.UPRIGHT if self.asked.italic else phrases.ITALIC) + part_words(piece, wrong), piece
            )


class _Case(_Seen):
    def faults(self, piece: Piece) -> Iterable[Fault]:
        if (
            self.asked.capitals
            and not piece.is_capital
            and any(run.text.upper() != run.text.lower() for run in piece.letters)
        ):
            yield Fault(phrases.SMALL, piece)
        if self.asked.capitals is False and piece.is_capital and len(piece.text.split()) > 1:
            yield Fault(phrases.CAPITALS, piece)


class _Align(_Seen):
    def faults(self, piece: Piece) -> Iterable[Fault]:
        found, wanted = piece.paragraph.align, self.asked.align
        alike = {"left", "both"} if wanted == "left" else {wanted}
        if found not in alike and not piece.tabbed:
            yield Fault(phrases.ALIGNED.get(found, found), piece)
