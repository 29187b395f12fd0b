"""How many pages every PDF has, how large it is, and what setting all of them takes.

Run: .venv/bin/python tests/bench/typeset.py. Sets everything into a new folder, then a second time with nothing changed;
prints a line a document; tests nothing.
"""
import resource
import sys
import tempfile
import time
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from scripts import paths  # noqa: E402
from scripts.analyse import analyse, chart_tables  # noqa: E402
from scripts.draw import draw, for_paper  # noqa: E402
from scripts.load import load  # noqa: E402
from scripts.report import Report  # noqa: E402
from scripts.typeset import typeset  # noqa: E402


def main() -> None:
    data = load(paths.DATA)
    report = Report.from_data(data)
    figures = analyse(report)
    drawings = for_paper(draw(report, figures, chart_tables(report), data)[0])
    drawn = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss          # the charts, drawn in processes as well
    with tempfile.TemporaryDirectory() as folder:
        for run in ("all", "nothing changed"):
            start = time.perf_counter()
            files, findings = typeset(report, figures, drawings, data, Path(folder), paths.TEMPLATES, paths.FONTS)
            print(f"{run}: {len(files)} documents, {len(findings)} findings, {time.perf_counter() - start:.1f} s")
        largest = max(drawn, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        print(f"largest process: {largest / 1e6:.2f} GB; this one: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")
        for file in files:
            print(f"{file.name} | {len(pypdfium2.PdfDocument(file))} pages | {file.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
