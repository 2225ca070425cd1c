"""Reads a .docx: strict about the package, lenient about what Word's XML may say."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.files.word_reader import phrases
from campaign.files.word_reader.faults import refused
from campaign.files.word_reader.looks import Looks
from campaign.files.word_reader.numbering import Numbering
from campaign.files.word_reader.opening import Word
from campaign.files.word_reader.story import Story
from campaign.files.word_reader.styles import Styles
from campaign.files.word_writer.names import W
from campaign.reading.rules.cleaning import hard_wrapped
from campaign.reading.rules.source import Paragraph, Source, Table
from campaign.vietnamese import legacy


def read_word(data: bytes) -> Source:
    """The text of a .docx. Raises Refused for a package that is not sound, too big or nested too deep, or without text."""
    try:
        source = _read(Word(data))
    except RecursionError as fault:
        raise refused(phrases.WORD_TOO_DEEP) from fault
    if not any(isinstance(block, Table) or block.text.strip() for block in source.blocks):
        raise refused(phrases.NO_TEXT)
    return source


def _read(word: Word) -> Source:
    looks = Looks(Styles(word.part("styles")))
    story = Story(looks, Numbering(word.part("numbering")))
    source = _source(word, story)
    if _in_legacy(story.in_old_fonts):
        source = _source(word, Story(looks, Numbering(word.part("numbering")), old_fonts=True))
    return source


def _source(word: Word, story: Story) -> Source:
    blocks = tuple(story.blocks(word.body))
    typed = [block for block in blocks if isinstance(block, Paragraph) and not block.number]
    return Source(
        blocks=blocks,
        headers=_texts(word, story, "header"),
        footers=_texts(word, story, "footer"),
        footnotes=tuple(_notes(word, story)),
        wrapped=hard_wrapped(typed),
    )


def _texts(word: Word, story: Story, kind: str) -> tuple[str, ...]:
    texts = map(story.lines, word.parts(kind))
    return tuple(dict.fromkeys(text for text in texts if text))


def _notes(word: Word, story: Story) -> Iterator[str]:
    for kind in ("footnote", "endnote"):
        for part in word.parts(f"{kind}s"):
            for note in part.iterchildren(f"{W}{kind}"):
                text = story.lines(note)
                if text and note.get(f"{W}type", "normal") == "normal":
                    yield text


def _in_legacy(texts: list[str]) -> bool:
    """Whether text set in old fonts is in their encoding; often only the font is old and the letters are Unicode."""
    words = " ".join(texts).split()
    marked = [word for word in words if not word.isascii()]
    return bool(marked) and sum(map(legacy.is_unicode, marked)) * 3 < len(marked)
