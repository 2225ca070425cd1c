"""Whole documents of the genre, as somebody would hand them in; written for these tests."""

from pathlib import Path

FOLDER = Path(__file__).with_name("handed_in")
TEXTS = tuple(sorted(file.stem for file in FOLDER.glob("*.txt")))
SEEDS = tuple(
    sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
)  # none where only the project is


def text_of(name: str) -> str:
    """The text of one of them."""
    return (FOLDER / f"{name}.txt").read_text("utf-8")
