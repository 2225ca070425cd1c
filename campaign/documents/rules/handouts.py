"""What is handed out with a document: a paper for each unit or delegate, as it was issued beside as it would be today."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any

from campaign.documents.rules.inline import Span
from campaign.documents.rules.invitations import draw_invitations
from campaign.documents.rules.papers import Paper, words
from campaign.documents.rules.plan import DocumentDraft, Plan
from campaign.documents.rules.sheets import draw_task_sheet
from campaign.glossary import DocumentKind, SizeProfile

_SPANS = "@spans"  # in JSON: a tuple of Span, which the templates tell from a list


@dataclass(frozen=True)
class IssuedHandout(Paper):
    """A paper as it was when issued, lines under its texts included."""

    kept_indents: Mapping[str, float] = field(default_factory=dict)

    @property
    def indents(self) -> dict[str, float]:
        """Those it was issued with."""
        return dict(self.kept_indents)


@dataclass(frozen=True)
class Handout:
    """The paper of a unit or delegate, by id: as it was `issued`, and as the plan has it `today`; one may be wanting."""

    holder_id: int
    issued: IssuedHandout | None
    today: Paper | None

    @property
    def paper(self) -> Paper:
        """The one to be given out: what was issued stays; who came later gets today's."""
        paper = self.issued or self.today
        if paper is None:
            raise ValueError(f"nothing for {self.holder_id}")
        return paper

    @property
    def changed(self) -> bool:
        """Was it issued, and would it say something else today? Fields it was not issued with say nothing."""
        if self.issued is None or self.today is None:
            return False
        today = words(self.today.context)
        return any(today.get(name) != said for name, said in words(self.issued.context).items())


def draw_handouts(
    document: DocumentDraft | None, plan: Plan, numbered: Sequence[int] = ()
) -> dict[int, Paper]:
    """With an invitation a letter for each delegate, else a task sheet for each unit that has a task; by their ids.

    `numbered` as in draw_invitations.
    """
    if document is not None and document.kind is DocumentKind.INVITATION:
        letters = draw_invitations(document, plan, numbered=numbered)
        return {guest.id: letter for guest, letter in zip(plan.delegates, letters, strict=True)}
    sheets = {unit.id: draw_task_sheet(unit, plan, document) for unit in plan.units}
    return {unit_id: sheet for unit_id, sheet in sheets.items() if not sheet.problems}


def side_by_side(issued: Mapping[int, IssuedHandout], today: Mapping[int, Paper]) -> tuple[Handout, ...]:
    """What was issued in its order, then what has come since."""
    return tuple(
        Handout(holder_id, issued.get(holder_id), today.get(holder_id))
        for holder_id in dict.fromkeys((*issued, *today))
    )


def pack(papers: Mapping[int, Paper]) -> bytes:
    """Papers by holder's id as compressed JSON: a thousand letters that share most of their words take some 10 KB."""
    packed = [
        {
            "holder_id": holder_id,
            "template": paper.template,
            "context": _plain(paper.context),
            "file_name": paper.file_name,
            "size_profile": paper.size_profile,
            "kept_indents": paper.indents,
        }
        for holder_id, paper in papers.items()
    ]
    return zlib.compress(json.dumps(packed, ensure_ascii=False).encode())


def unpack(data: bytes) -> dict[int, IssuedHandout]:
    """What was packed, by holder's id."""
    packed = json.loads(zlib.decompress(data), object_hook=_rich)
    return {
        row.pop("holder_id"): IssuedHandout(**row | {"size_profile": SizeProfile(row["size_profile"])})
        for row in packed
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, tuple):
        return {_SPANS: [astuple(span) for span in value]}
    return value


def _rich(value: dict[str, Any]) -> Any:
    return tuple(Span(*span) for span in value[_SPANS]) if _SPANS in value else value
