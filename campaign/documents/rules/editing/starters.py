"""The outline a new document begins with: live blocks at their places, so that nobody starts from an empty page."""

from dataclasses import dataclass, field

from campaign.documents.rules.editing import phrases
from campaign.documents.rules.editing.drafts import RecipientDraft, SectionText
from campaign.glossary import Block, DocumentKind, Layout
from campaign.vietnamese import lower_first


@dataclass(frozen=True)
class Starter:
    """A section to begin with and the sections under it."""

    text: SectionText
    children: tuple["Starter", ...] = field(default=())


def starter_outline(kind: DocumentKind, agency: str, title: str) -> tuple[Starter, ...]:
    """Sections for a document of that kind; `agency` issues it, `title` is its trích yếu."""
    words = {"agency": agency, "title": lower_first(title)}
    return _OUTLINES[kind](words)


def starter_recipients(kind: DocumentKind) -> list[RecipientDraft]:
    """Nơi nhận to begin with: as above where there is a Kính gửi, and the filing line (D30 II.9.b)."""
    above = [RecipientDraft(phrases.AS_ABOVE)] if kind is DocumentKind.LETTER else []
    return [*above, RecipientDraft(phrases.FILING)]


def _plan(words: dict[str, str]) -> tuple[Starter, ...]:
    return (
        _open(phrases.PLAN_OPENING.format(**words), Block.LEGAL_BASES, Layout.RUN_IN),
        _head(
            phrases.PURPOSE_AND_DEMANDS,
            _head(phrases.PURPOSE, text=phrases.PLAN_PURPOSE.format(**words)),
            _head(phrases.DEMANDS, text=phrases.PLAN_DEMANDS),
        ),
        _head(
            phrases.CONTENT,
            _block(phrases.PREPARATION, Block.PUBLICITY),
            _block(phrases.DELEGATES, Block.DELEGATES),
            _block(phrases.TIME_AND_VENUE, Block.TIME_VENUE),
            _block(phrases.PROGRAMME, Block.PROGRAMME, Layout.TABLE),
        ),
        _block(phrases.ASSIGNMENTS, Block.ASSIGNMENTS),
        _open(phrases.PLAN_CLOSING.format(**words)),
    )


def _letter(words: dict[str, str]) -> tuple[Starter, ...]:
    return (
        _open(phrases.LETTER_OPENING.format(**words), Block.LEGAL_BASES, Layout.RUN_IN),
        Starter(SectionText(block=Block.ASSIGNMENTS, numbered=False)),
        _open(phrases.LETTER_CLOSING.format(**words)),
    )


def _invitation(_words: dict[str, str]) -> tuple[Starter, ...]:
    """The paper itself says who is invited to what, when and where; the outline adds what is said after that."""
    return (_open(phrases.INVITATION_CLOSING),)


def _report(words: dict[str, str]) -> tuple[Starter, ...]:
    return (
        _open(phrases.REPORT_OPENING.format(**words)),
        _block(phrases.ATTENDANCE, Block.ATTENDANCE),
        _block(phrases.TASK_RESULTS, Block.TASK_RESULTS),
        _head(phrases.ASSESSMENT),
        _open(phrases.REPORT_CLOSING.format(**words)),
    )


_OUTLINES = {
    DocumentKind.PLAN: _plan,
    DocumentKind.LETTER: _letter,
    DocumentKind.INVITATION: _invitation,
    DocumentKind.REPORT: _report,
}


def _open(text: str, block: Block | None = None, layout: Layout | None = None) -> Starter:
    return Starter(SectionText(text=text, numbered=False, block=block, layout=layout))


def _head(heading: str, *children: Starter, text: str = "") -> Starter:
    return Starter(SectionText(heading=heading, text=text), children)


def _block(heading: str, block: Block, layout: Layout | None = None) -> Starter:
    return Starter(SectionText(heading=heading, block=block, layout=layout))
