"""How long each chart takes to draw, and how large its files are.

Run: .venv/bin/python tests/bench/draw.py. Prints a line a chart; tests nothing.
"""
import gzip
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from scripts import paths  # noqa: E402
from scripts.analyse import analyse, chart_tables  # noqa: E402
from scripts.draw import _drawn, style  # noqa: E402
from scripts.languages import LANGUAGES  # noqa: E402
from scripts.load import load  # noqa: E402
from scripts.report import Report  # noqa: E402


def main() -> None:
    report = Report.from_data(load(paths.DATA))
    figures, tables = analyse(report), chart_tables(report)
    style.set_up()
    print("chart | seconds, both languages | kB of SVG | kB gzipped, wide, light")
    for chart in report.charts:
        start = time.perf_counter()
        drawings = [drawing for language in LANGUAGES for drawing in _drawn(report, figures, chart.id, tables[chart.id], language)[0]]
        seconds = time.perf_counter() - start
        texts = {drawing.name: drawing.content.encode() for drawing in drawings if drawing.name.endswith(".svg")}
        packed = " ".join(f"{language} {len(gzip.compress(texts[f'{chart.id}.{language}.svg'])) / 1000:.0f}" for language in LANGUAGES)
        print(f"{chart.id} | {seconds:.1f} | {sum(map(len, texts.values())) / 1000:.0f} | {packed}")


if __name__ == "__main__":
    main()
