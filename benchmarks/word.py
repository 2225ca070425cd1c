"""Speed, size and memory of the Word engine beside docxtpl: `python benchmarks/word.py`.

docxtpl runs as an application usually runs it: a fresh DocxTemplate for every document, autoescape on. Both run in this
process, in turn, and are measured in processor time, best of several rounds: compare ratios. Targets stand beside the figures.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from campaign.files.word_writer import Template, deflate, merge, write_all, write_zip

ROUNDS = 5
COUNT = 1000
SAMPLE = 60  # docxtpl documents: enough for its rate
ROWS = 2000
MEMORY_COUNTS = (100, 10_000)


def invitation() -> bytes:
    """A one-page invitation: two tables without borders, 8 placeholders in 14 places."""
    import docx  # noqa: PLC0415 - must not weigh on the processes whose memory is measured

    page = docx.Document()
    head = page.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "{{ parent }}\n{{ agency }}"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: {{ code }}/GM-UBND"
    head.cell(1, 1).text = "{{ place }}, ngày {{ date }}"
    page.add_heading("GIẤY MỜI", 1)
    page.add_paragraph("Dự lễ phát động “Ngày không hẹn”")
    page.add_paragraph("Kính gửi: {{ name }}, {{ post }}")
    page.add_paragraph("{{ agency }} trân trọng kính mời {{ name }} tới dự buổi lễ.")
    page.add_paragraph("Thời gian: {{ hour }}, ngày {{ date }}. Địa điểm: {{ place }}.")
    page.add_paragraph("Rất mong {{ name }} sắp xếp thời gian tới dự đúng giờ./.")
    foot = page.add_table(rows=1, cols=2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    foot.cell(0, 1).text = "TM. {{ agency }}\nCHỦ TỊCH"
    return saved(page)


def plan() -> bytes:
    """A plan with a table of tasks, one row a task."""
    import docx  # noqa: PLC0415 - must not weigh on the processes whose memory is measured

    page = docx.Document()
    page.add_paragraph("KẾ HOẠCH {{ title }}")
    table = page.add_table(rows=4, cols=5, style="Table Grid")
    for column, (heading, value) in enumerate(
        [("STT", "{{ loop.index }}"), ("Nhiệm vụ", "{{ t.name }}"), ("Chủ trì", "{{ t.lead }}"), ("Phối hợp", "{{ t.others }}"), ("Hạn", "{{ t.due }}")]
    ):  # fmt: skip
        table.cell(0, column).text = heading
        table.cell(2, column).text = value
    table.cell(1, 0).text = "{%tr for t in tasks %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    return saved(page)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def delegates(count: int) -> Iterator[dict[str, str]]:
    for number in range(count):
        yield {
            "parent": "ỦY BAN NHÂN DÂN TỈNH",
            "agency": "ỦY BAN NHÂN DÂN XÃ HÒA AN",
            "code": f"{number}",
            "place": "Hội trường Trung tâm",
            "date": "18 tháng 10 năm 2023",
            "name": f"Ông Nguyễn Văn {number}",
            "post": "Bí thư chi bộ & Trưởng thôn",
            "hour": "7 giờ 30 phút",
        }


def tasks(count: int) -> dict[str, object]:
    names = ({"name": f"Rà soát thủ tục {n}", "lead": "Văn phòng HĐND&UBND", "others": "Công an, Đoàn Thanh niên", "due": "30/10/2023"} for n in range(count))  # fmt: skip
    return {"title": "phát động", "tasks": list(names)}


def with_docxtpl(template: bytes, context: dict[str, object]) -> bytes:
    import docxtpl  # noqa: PLC0415 - as docx

    made = docxtpl.DocxTemplate(io.BytesIO(template))
    made.render(context, autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """The best of several rounds: other programs only make it slower."""
    best = float("inf")
    for _ in range(ROUNDS):
        best = min(best, timed(work))
    return best


def peak_megabytes() -> float:
    """The most memory this process has held (Linux; its own, not its parent's as getrusage gives)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def alone(task: str, template: bytes, word: object) -> dict[str, float]:
    """Run one task of this file on a template in a process of its own and take what it prints."""
    command = [sys.executable, __file__, "--task", task, str(word)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, input=template).stdout))


def memory_task(count: str) -> dict[str, float]:
    """Peak memory of `count` documents in one streamed zip, over what the process needs for one and for its records."""
    template = Template.load(sys.stdin.buffer.read())
    records = list(delegates(int(count)))
    template.render(records[0])
    idle = peak_megabytes()
    with Path(os.devnull).open("wb") as nowhere:
        write_zip(template, records, None, nowhere)
    return {"over idle": peak_megabytes() - idle}


def plan_task(engine: str) -> dict[str, float]:
    """Time and peak memory of one long plan."""
    template, context = sys.stdin.buffer.read(), tasks(ROWS)
    if engine == "docxtpl":
        spent = min(timed(with_docxtpl, template, context) for _ in range(3))
    else:
        deflate.choose(engine)
        loaded = Template.load(template)
        spent = min(timed(loaded.render, context) for _ in range(3))
    return {"seconds": spent, "peak": peak_megabytes()}


def timed(work: Callable[..., object], *given: object) -> float:
    """Processor seconds, so that other programs on the machine count little."""
    start = time.process_time()
    work(*given)
    return time.process_time() - start


def line(what: str, figure: str, ratio: str = "", target: str = "") -> None:
    print(f"{what:<46}{figure:>16}{ratio:>12}   {target}", flush=True)


def measure_invitations(template: bytes) -> None:
    records = list(delegates(COUNT))
    sample = records[: SAMPLE // ROUNDS]
    peer = seconds(lambda: [with_docxtpl(template, record) for record in sample]) / len(sample)
    line("docxtpl, fresh object, one document", f"{peer * 1000:.2f} ms", "1 x")
    peer_size = statistics.mean(len(with_docxtpl(template, record)) for record in records[:5])
    for name, target in (("zlib", "80 x"), ("isal", "150 x")):
        if name in deflate.ENGINES:
            deflate.choose(name)
            measure_engine(name, template, (peer, peer_size), f"at least {target}")
    deflate.choose()
    measure_merged(template, peer)
    spent = min(timed(compile_afresh, template) for _ in range(ROUNDS))
    line("compiling the template", f"{spent * 1000:.1f} ms", "", "once for every change of it")


def measure_engine(name: str, template: bytes, peer: tuple[float, float], target: str) -> None:
    records, loaded = list(delegates(COUNT)), Template.load(template)

    def report(what: str, work: Callable[[], object]) -> None:
        spent = seconds(work) / COUNT
        line(f"{name}: {what}", f"{spent * 1e6:.0f} µs", f"{peer[0] / spent:.0f} x", target)

    report("in memory", lambda: [loaded.render(record) for record in records])
    report("one zip, all checked first", lambda: write_zip(loaded, records, None, io.BytesIO()))
    in_memory = Path("/dev/shm")  # noqa: S108 - a disk would be the limit, not the engine
    with tempfile.TemporaryDirectory(dir=in_memory if in_memory.is_dir() else None) as folder:
        report(f"{COUNT} files, all checked first", lambda: write_all(loaded, records, Path(folder)))
    size = statistics.mean(len(loaded.render(record)) for record in records[:SAMPLE])
    line(f"{name}: size beside docxtpl's", f"{size:.0f} bytes", f"{size / peer[1]:.3f}", "at most 1.03")


def measure_merged(template: bytes, peer: float) -> None:
    records = list(delegates(COUNT))
    made = merge(template, records)
    spent = seconds(lambda: merge(template, records))
    line(f"one merged file of {COUNT}", f"{spent:.3f} s", f"{peer * COUNT / spent:.0f} x", "at most 0.2 s")
    line("  its size", f"{len(made) / 1e6:.2f} MB")


def compile_afresh(template: bytes) -> Template:
    """Compile what no cache has seen: the same template with another comment at the end of its zip."""
    return Template.load(template[:-2] + b"\x08\x00" + os.urandom(8))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--task", nargs="+", help=argparse.SUPPRESS)
    task = arguments.parse_args().task
    if task:
        print(json.dumps({"memory": memory_task, "plan": plan_task}[task[0]](*task[1:])))
        return
    template = invitation()
    measure_invitations(template)
    few, many = (alone("memory", template, count)["over idle"] for count in MEMORY_COUNTS)
    line(f"memory over idle, {MEMORY_COUNTS[0]} documents", f"{few:.1f} MB")
    line(f"memory over idle, {MEMORY_COUNTS[1]} documents", f"{many:.1f} MB", "", "flat: at most 10 MB more")
    long_plan = plan()
    peer = alone("plan", long_plan, "docxtpl")
    line(f"docxtpl: a plan of {ROWS} rows", f"{peer['seconds']:.3f} s", "1 x", f"({peer['peak']:.0f} MB)")
    for name in ("zlib", "isal"):
        if name in deflate.ENGINES:
            ours = alone("plan", long_plan, name)
            ratio = f"{peer['seconds'] / ours['seconds']:.0f} x"
            line(f"{name}: a plan of {ROWS} rows", f"{ours['seconds'] * 1000:.0f} ms", ratio, "at least 12 x")
            line("  its peak memory, the process and all", f"{ours['peak']:.0f} MB", "", "within 50 MB")


if __name__ == "__main__":
    main()
