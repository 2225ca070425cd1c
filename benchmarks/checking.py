"""The format check: every single fault, found and mended; the papers of the demo; files of other hands; speed.

`python -m benchmarks.checking [--folder DIR]`. A fault is right when its own rule finds it and no other says anything; it is mended
when the copy has no finding, and mending that again changes nothing. In a folder every .docx is looked at and mended, every .txt
as a file typed line by line.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from campaign import demo
from campaign.campaigns.model import Campaign
from campaign.checking.phrases import Severity
from campaign.checking.rules import RULES, Report, check
from campaign.db import Base
from campaign.documents.papers import write
from campaign.documents.rules.papers import draw
from campaign.documents.rules.plan import Node
from campaign.dossier.actions import dossier
from campaign.errors import CampaignError
from campaign.files.holidays_vn import days_off
from campaign.files.word_inspector import inspect
from campaign.files.word_mender import mend
from tests.checking.faults import FAULTS, Fault
from tests.checking.specimens import CAMPAIGN, PLAN
from tests.documents.conftest import TEMPLATES

TODAY = date(2026, 11, 22)
PARAGRAPHS = 3000  # some 200 pages of three lines each
ROUNDS = 3


def main() -> None:
    """Print the table of faults, the papers of the demo, the folder's files, then the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="a folder of .docx and .txt files, looked into deeply")
    folder = parser.parse_args().folder
    faults()
    papers_of_demo()
    if folder:
        files_of(folder)
    print("\n## Speed\n")
    for name, seconds in speed():
        print(f"{name}: {seconds:.2f} s")


def faults() -> None:
    """Each single fault with the rules that found it, and what mending made of it."""
    print(f"\n## {len(RULES)} rules, {len(FAULTS)} single faults\n")
    print("| fault | paper | rule | found | mended |\n|---|---|---|---|---|")
    found: Counter[str] = Counter()
    for fault in FAULTS:
        others, mended = _tried(fault)
        found["alone"] += others == []
        found[mended] += 1
        told = f"yes, also {', '.join(others)}" if others else "yes"
        print(f"| {fault.name} | {fault.of} | {fault.rule} | {told} | {mended} |")
    print(f"\nfound, and nothing else: {found['alone']} of {len(FAULTS)}")
    print(
        f"mended: {found['yes']}; not mended though it could be: {found['NO']}; left to a person: {found['for a person']}"
    )


def _tried(fault: Fault) -> tuple[list[str], str]:
    """Rules that found it beside its own ("NOT FOUND" when that did not), and whether it is mended."""
    data = fault.made()
    findings = check(inspect(data), issuing=fault.issuing).findings
    rules = {finding.rule for finding in findings}
    others = sorted(rules - {fault.rule}) + ([] if fault.rule in rules else ["NOT FOUND"])
    if not any(finding.mendable for finding in findings):
        return others, "for a person"
    copy = mend(data).data
    clean = not check(inspect(copy), issuing=fault.issuing).findings and mend(copy).data == copy
    return others, "yes" if clean else "NO"


def papers_of_demo() -> None:
    """Findings in every paper of every campaign of the demo, by severity."""
    print("\n## Papers of the demo\n")
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    total: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    with Session(engine) as session:
        demo.load(session, TODAY)
        for campaign in session.scalars(select(Campaign).order_by(Campaign.id)):
            for path, data in dossier(session, campaign, TEMPLATES, TODAY):
                if path.endswith(".docx"):
                    report = check(inspect(data), days_off((2023, 2024, 2025, 2026)))
                    total["papers"] += 1
                    total.update({each.value: report.count(each) for each in Severity})
                    rules.update(
                        f"{found.severity.value} {found.rule}: {found.found}" for found in report.findings
                    )
    print(f"{total['papers']} papers: " + ", ".join(f"{total[each.value]} {each.value}" for each in Severity))
    for told, count in rules.most_common():
        print(f"- {count} x {told}")


def files_of(folder: Path) -> None:
    """Findings in each file of a folder before and after mending; whatever breaks is told."""
    print(
        f"\n## Files of {folder.name}\n\n| file | kind | findings | after mending | seconds | again |\n|---|---|---|---|---|---|"
    )
    for file in sorted(each for each in folder.rglob("*") if each.suffix in (".docx", ".txt")):
        data = (
            file.read_bytes() if file.suffix == ".docx" else typed(file.read_text("utf-8", errors="replace"))
        )
        try:
            start = time.process_time()
            mended = mend(data, "file.docx")
            seconds = time.process_time() - start
            before, after = check(inspect(data)), check(inspect(mended.data))
            again = "the same" if mend(mended.data).data == mended.data else "CHANGED"
            print(
                f"| {file.name} | {before.kind or before.form.value} | {places(before)} | {places(after)} | {seconds:.2f} | {again} |"
            )
        except CampaignError as refusal:
            print(f"| {file.name} | refused: {refusal} | | | | |")


def places(report: Report) -> int:
    """Places something was found at."""
    return sum(finding.more + 1 for finding in report.findings)


def typed(text: str) -> bytes:
    """A Word file with a paragraph for each line, in Word's own styles."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph("".join(sign for sign in line if sign.isprintable() or sign == "\t"))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def speed() -> Iterator[tuple[str, float]]:
    """Best processor times of reading and of checking a long plan."""
    data = long_plan()
    inspected = inspect(data)
    words = Counter(paragraph.number > 0 for paragraph in inspected.paragraphs)[True]
    crooked = typed("\n".join(paragraph.text for paragraph in inspected.paragraphs))
    yield f"reading {words} paragraphs, {len(data) // 1024} kB", best(lambda: inspect(data))
    yield "checking them", best(lambda: check(inspected))
    yield "mending them all", best(lambda: mend(crooked))


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
