"""The format check: every single fault with the rules that found it, and the time a long file takes.

`python -m benchmarks.checking`. A fault is right when its own rule finds it and no other says anything.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from campaign.checking.rules import RULES, check
from campaign.documents.papers import write
from campaign.documents.rules.papers import draw
from campaign.documents.rules.plan import Node
from campaign.files.word_inspector import inspect
from tests.checking.faults import FAULTS
from tests.checking.specimens import CAMPAIGN, PLAN
from tests.documents.conftest import TEMPLATES

PARAGRAPHS = 3000  # some 200 pages of three lines each
ROUNDS = 3


def main() -> None:
    """Print the table of faults, then the speed."""
    right = 0
    print(
        f"\n{len(RULES)} rules, {len(FAULTS)} single faults\n\n| fault | paper | rule | found |\n|---|---|---|---|"
    )
    for fault in FAULTS:
        found = {finding.rule for finding in check(inspect(fault.made()), issuing=fault.issuing).findings}
        right += found == {fault.rule}
        others = ", ".join(sorted(found - {fault.rule}))
        print(
            f"| {fault.name} | {fault.of} | {fault.rule} | {'yes' if fault.rule in found else 'NO'}{f', also {others}' if others else ''} |"
        )
    print(f"\nfound, and nothing else: {right} of {len(FAULTS)}")
    for name, seconds in speed():
        print(f"{name}: {seconds:.2f} s")


def speed() -> Iterator[tuple[str, float]]:
    """Best processor times of reading and of checking a long plan."""
    data = long_plan()
    docx = inspect(data)
    words = Counter(paragraph.number > 0 for paragraph in docx.paragraphs)[True]
    yield f"reading {words} paragraphs, {len(data) // 1024} kB", best(lambda: inspect(data))
    yield "checking them", best(lambda: check(docx))


def long_plan() -> bytes:
    """A plan of some 200 pages."""
    sentence = "Ủy ban nhân dân xã tổ chức thực hiện việc tiếp nhận, giải quyết thủ tục hành chính cho người dân, tổ chức. "
    sections = tuple(
        Node(f"m{n}", f"Việc thứ {n}", "\n".join(f"- {sentence * 2}" for _ in range(9)))
        for n in range(PARAGRAPHS // 10)
    )
    return write(
        draw(replace(PLAN, outline=(*PLAN.outline[:2], *sections, PLAN.outline[-1])), CAMPAIGN), TEMPLATES
    )


def best(run: object) -> float:
    """Seconds of processor time, the best of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()  # type: ignore[operator]
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
