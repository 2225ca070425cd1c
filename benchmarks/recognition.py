"""How well the plan reader reads: precision, recall and F1 per field over hand-made answers.

python -m benchmarks.recognition                                the examples of tests/reading
python -m benchmarks.recognition --answers DIR --texts DIR …    other documents: NAME.json beside NAME.txt, .docx or .pdf
python -m benchmarks.recognition --misses                       also what was missed, and what was found wrongly
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from campaign.files import word_reader
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.plan import as_json
from campaign.reading.rules.source import Paragraph, Source
from campaign.reading.rules.text import words
from campaign.reading.rules.understanding import understand

HERE = Path(__file__).parents[1] / "tests" / "reading"
ALIKE = 0.8
TEXTS = (
    "kind",
    "issuer",
    "number",
    "place",
    "date",
    "title",
    "event_start",
    "venue",
    "period_start",
    "period_end",
)
EXACT = {"kind", "number", "date", "event_start", "period_start", "period_end"}
LISTS = ("legal_bases", "addressees", "sections", "tthc_codes", "recurring_days")

Record = dict[str, Any]
Pairs = list[tuple[str, str]]  # expected, found; "" for nothing


def alike(expected: str, found: str) -> float:
    """Share of words in common (Dice), folded, counted as often as they stand: 0 to 1."""
    first, second = Counter(words(expected)), Counter(words(found))
    total = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / total if total else float(expected == found)


def matched(expected: list[str], found: list[str]) -> Pairs:
    """Each expected text with the likest one found that nobody took; then what was found beside."""
    rest = list(found)
    pairs: Pairs = []
    for text in expected:
        best = max(rest, key=lambda each, wanted=text: alike(wanted, each), default="")  # type: ignore[misc]
        if best and alike(text, best) >= ALIKE:
            rest.remove(best)
            pairs.append((text, best))
        else:
            pairs.append((text, ""))
    return [*pairs, *(("", text) for text in rest)]


def single(expected: str, found: str, same: bool) -> Pairs:
    """The pair of a field with one value: one pair when they agree, else what was missed and what was wrong."""
    if same:
        return [(expected, found)] if expected else []
    return [pair for pair in ((expected, ""), ("", found)) if any(pair)]


def compared(answer: Record, read: Record) -> Iterator[tuple[str, Pairs]]:
    """Every field with what was expected beside what was found."""
    for name in TEXTS:
        expected, found = str(answer.get(name, "")), str(read.get(name, ""))
        same = expected == found if name in EXACT else alike(expected, found) >= ALIKE
        yield name, single(expected, found, same)
    for name in LISTS:
        yield name, matched(answer.get(name, []), read.get(name, []))
    yield "programme", matched(*(_spoken(each, "programme", "time", "text") for each in (answer, read)))
    yield "recipients", matched(*(_spoken(each, "recipients", "name", "note") for each in (answer, read)))
    yield "delegates", matched(_members(answer), _members(read))
    yield "signer", matched(_signer(answer), _signer(read))
    yield from _tasks(answer.get("tasks", []), read.get("tasks", []))


def _spoken(record: Record, key: str, *names: str) -> list[str]:
    return [" ".join(item[name] for name in names if item.get(name)) for item in record.get(key, [])]


def _members(record: Record) -> list[str]:
    groups = record.get("delegate_groups", [])
    return [f"{group['name']}: {member}" for group in groups for member in group["members"]]


def _signer(record: Record) -> list[str]:
    signer = record.get("signer", {})
    text = " ".join(signer.get(key, "") for key in ("authority", "position", "name")).strip()
    return [text] if text else []


def _tasks(expected: list[Record], found: list[Record]) -> Iterator[tuple[str, Pairs]]:
    """Tasks equal in unit and text, then the other fields of those."""
    rest = list(found)
    both: list[tuple[Record, Record]] = []
    tasks: Pairs = []
    for task in expected:
        same = [each for each in rest if _same(task, each)]
        best = max(same, key=lambda each, wanted=task: alike(wanted["text"], each["text"]), default=None)  # type: ignore[misc]
        tasks.append((_line(task), _line(best) if best else ""))
        if best:
            rest.remove(best)
            both.append((task, best))
    yield "tasks", [*tasks, *(("", _line(task)) for task in rest)]
    for name in ("lead", "coordinating", "due"):
        yield f"tasks.{name}", [pair for task, each in both for pair in _of_task(name, task, each)]


def _same(task: Record, each: Record) -> bool:
    return alike(task["unit"], each["unit"]) >= ALIKE and alike(task["text"], each["text"]) >= ALIKE


def _line(task: Record) -> str:
    return f"{task['unit']}: {task['text']}"


def _of_task(name: str, task: Record, found: Record) -> Pairs:
    if name == "coordinating":
        return matched(task.get(name, []), found.get(name, []))
    default = "True" if name == "lead" else ""
    expected, told = str(task.get(name, default)), str(found.get(name, default))
    return single(expected, told, expected == told or alike(expected, told) >= ALIKE)


def kept(source: Source, read: Record) -> float:
    """Share of the source's paragraphs whose words stand in the outline, in order."""
    joined = _said(" ".join(_joined(read.get("outline", []))))
    at = held = total = 0
    for block in source.blocks:
        texts = (
            [f"{block.number} {block.text}"]
            if isinstance(block, Paragraph)
            else [cell for row in block.rows for cell in row]
        )
        for line in filter(None, map(_said, texts)):
            place = joined.find(line, at)
            total += 1
            held += place >= 0
            at = place + len(line) if place >= 0 else at
    return held / total if total else 1.0


def _said(text: str) -> str:
    """The words of a text; "1/Việc" is two, as a number and its text are in the outline."""
    return " ".join(words(text.replace("/", " ")))


def _joined(nodes: list[Record]) -> Iterator[str]:
    for node in nodes:
        yield " ".join((node["number"], node["heading"], node["text"]))
        yield from _joined(node["children"])


def cases(answers: Path, texts: list[Path]) -> Iterator[tuple[str, Record, Path]]:
    """Name, answer and document of every answer whose document is there."""
    for file in sorted(answers.glob("*.json")):
        document = next((each for folder in texts for each in sorted(folder.glob(f"{file.stem}.*"))), None)
        if document:
            yield file.stem, json.loads(file.read_text("utf-8")), document


def read_file(document: Path) -> tuple[Source, Record]:
    """The clean source and the plan of one document."""
    source = clean(word_reader.read(document.read_bytes(), document.name))
    return source, as_json(understand(source))


def score(answers: Path, texts: list[Path]) -> tuple[dict[str, Pairs], dict[str, tuple[float, float]]]:
    """All pairs by field; F1 and the share of paragraphs kept by document."""
    fields: dict[str, Pairs] = defaultdict(list)
    by_document = {}
    for name, answer, document in cases(answers, texts):
        source, read = read_file(document)
        own = list(compared(answer, read))
        for key, pairs in own:
            fields[key] += [tuple(f"{name}| {text}" if text else "" for text in pair) for pair in pairs]  # type: ignore[misc]
        by_document[name] = (f1([pair for _, pairs in own for pair in pairs])[2], 100 * kept(source, read))
    return fields, by_document


def f1(pairs: Pairs) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent; 100 where nothing was expected and nothing found."""
    both = sum(bool(first and second) for first, second in pairs)
    expected, found = sum(bool(first) for first, _ in pairs), sum(bool(second) for _, second in pairs)
    precision = 100 * both / found if found else 100.0
    recall = 100 * both / expected if expected else 100.0
    return precision, recall, 200 * both / (expected + found) if expected + found else 100.0


def main(arguments: list[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--answers", type=Path, default=HERE / "answers")
    parser.add_argument("--texts", type=Path, action="append")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args(arguments)
    fields, by_document = score(options.answers, options.texts or [HERE / "examples"])
    print(f"{'field':<20}{'precision':>10}{'recall':>8}{'F1':>7}{'items':>7}")
    everything = [pair for pairs in fields.values() for pair in pairs]
    for name, pairs in [*fields.items(), ("TOTAL", everything)]:
        precision, recall, mean = f1(pairs)
        print(
            f"{name:<20}{precision:>10.1f}{recall:>8.1f}{mean:>7.1f}{sum(bool(first) for first, _ in pairs):>7}"
        )
    print()
    for name, (mean, held) in by_document.items():
        print(f"{name:<44} F1 {mean:5.1f}   kept {held:5.1f}")
    for key, pairs in fields.items() if options.misses else ():
        for first, second in pairs:
            if not (first and second):
                print(f"\n{key} {'MISSED' if first else 'EXTRA '} {first or second}")


if __name__ == "__main__":
    main()
