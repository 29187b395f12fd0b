"""Draw every chart in both languages, wide and narrow, light and dark.

What a chart says stands in data/charts.yml, its numbers come from analyse;
the modules here only place them on a sheet.
"""
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts import permalinks
from scripts.draw import bodies, plan, press, standing, style, time
from scripts.draw.canvas import Canvas
from scripts.draw.fit import faults
from scripts.finding import Finding
from scripts.labels import Labels
from scripts.languages import LANGUAGES, TAGS
from scripts.records import Data
from scripts.report import Report

DRAWINGS = {
    "actions-by-section": plan.actions_by_section, "lead-basis": plan.lead_basis, "instruments": plan.instruments,
    "time-words": plan.time_words, "china-pages": plan.china_pages,
    "agencies": bodies.agencies, "agency-section": bodies.agency_section, "agencies-together": bodies.agencies_together,
    "status-sections": standing.status_sections, "status-leads": standing.status_leads, "status-confidence": standing.status_confidence,
    "deadlines": time.deadlines, "events-by-month": time.events_by_month, "timeline": time.timeline,
    "verdicts": press.verdicts, "not-in-the-plan": press.not_in_the_plan, "attention-pillars": press.attention_pillars,
    "attention-themes": press.attention_themes, "comparison": press.comparison,
}


@dataclass(frozen=True)
class Drawing:
    """A finished file: its name below charts/, what is in it, its size in pixels, and where the drawing itself begins beneath its head and ends above its foot."""

    name: str
    content: str | bytes
    size: tuple[int, int]
    head: int
    foot: int


def draw(report: Report, figures: dict[str, int | str], tables: dict[str, list[dict]], data: Data) -> tuple[list[Drawing], list[Finding]]:
    """Every chart as SVG (`<id>.<language>.svg`, with `.narrow` and `.dark` before the ending) and, wide and light, as PNG at 2× and for the PDF (`.paper.svg`, its text as letters).

    Findings name the chart and the label where a label is clipped, lies over
    another, or cannot be set. data: the loaded files, for the line.
    """
    tasks = [(report, figures, chart.id, tables[chart.id], language) for chart in report.charts for language in LANGUAGES]
    with ProcessPoolExecutor(initializer=style.set_up) as pool:
        results = list(pool.map(_drawn, *zip(*tasks), chunksize=2))
    drawings = [drawing for made, _ in results for drawing in made]
    place = {chart.id: n for n, chart in enumerate(report.charts)}
    document = data.documents["charts"]
    return drawings, [document.finding((place[chart], "id"), "chart", message) for (_, _, chart, _, _), (_, wrong) in zip(tasks, results) for message in wrong]


def save(drawings: list[Drawing], folder: Path) -> list[Path]:
    """Write the files below `folder` where they differ, and remove drawings of charts that are gone; returns the files. Drawings for the PDF are not written."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for drawing in (drawing for drawing in drawings if not drawing.name.endswith(".paper.svg")):
        file = folder / drawing.name
        content = drawing.content.encode() if isinstance(drawing.content, str) else drawing.content
        if not file.is_file() or file.read_bytes() != content:
            file.write_bytes(content)
        files.append(file)
    for stray in {*folder.glob("*.svg"), *folder.glob("*.png")} - set(files):
        stray.unlink()
    return files


def for_paper(drawings: list[Drawing]) -> dict[str, str]:
    """The drawings for the PDF, by `<chart>.<language>`."""
    return {drawing.name.removesuffix(".paper.svg"): drawing.content for drawing in drawings if drawing.name.endswith(".paper.svg")}


def for_cards(drawings: list[Drawing]) -> dict[str, tuple[str, tuple[int, int, int, int]]]:
    """The same, each with its width and height and with where the drawing begins beneath its head and ends above its foot."""
    return {drawing.name.removesuffix(".paper.svg"): (drawing.content, (*drawing.size, drawing.head, drawing.foot)) for drawing in drawings if drawing.name.endswith(".paper.svg")}


def _drawn(report: Report, figures: dict, chart: str, rows: list[dict], language: str) -> tuple[list[Drawing], list[str]]:
    """The files of one chart in one language, and what is wrong with its labels."""
    drawings, wrong = [], []
    labels = Labels(report, report.chart(chart), language, figures)
    for wide in (True, False):
        canvas = sheet(labels, rows, wide)
        form = "wide" if wide else "narrow"
        wrong += [f"{chart} ({language}, {form}): {fault}; shorten the label or give it room" for fault in faults(canvas)]
        svg, stem = canvas.svg(**_about(labels)), f"{chart}.{language}" + ("" if wide else ".narrow")
        drawings += [Drawing(f"{stem}{scheme}.svg", text, (canvas.width, canvas.height), canvas.top, canvas.bottom) for scheme, text in (("", svg), (".dark", style.in_dark(svg)))]
        if wide:
            drawings.append(Drawing(f"{stem}.paper.svg", canvas.svg(outlines=False), (canvas.width, canvas.height), canvas.top, canvas.bottom))
            drawings.append(Drawing(f"{stem}.png", canvas.png(), (canvas.width * 2, canvas.height * 2), canvas.top * 2, canvas.bottom * 2))
    return drawings, wrong


def sheet(labels: Labels, rows: list[dict], wide: bool) -> Canvas:
    """One chart drawn on a sheet of its own, with title, scope and source."""
    canvas = Canvas(labels.language, wide)
    canvas.head(labels.text("title"), labels.text("scope"))
    DRAWINGS[labels.chart.id](canvas, rows, labels)
    canvas.foot(*_foot(labels))
    return canvas


def _about(labels: Labels) -> dict[str, str]:
    """What the file says of itself, for programs and screen readers that open it alone."""
    edition, language = labels.report.edition, labels.language
    return {
        "Title": labels.text("title"), "Description": labels.text("alt"), "Language": TAGS[language],
        "Publisher": edition.publisher[language], "Rights": edition.licence[language], "Identifier": permalinks.absolute(edition.address, language, permalinks.path("chart", labels.chart.id)),
    }


def _foot(labels: Labels) -> Iterator[str]:
    """What the numbers come from, their date, who made the chart, its licence and its address."""
    edition, language = labels.report.edition, labels.language
    sources = labels.string("list.semi").join(labels.string(f"chart.source.{source}") for source in labels.chart.sources)
    yield labels.string("chart.source", sources=sources, date=labels.name("day", edition.as_of))
    address = permalinks.absolute(edition.address, language, permalinks.path("chart", labels.chart.id)).removeprefix("https://")
    yield labels.string("chart.by", name=edition.name[language], version=edition.version, address=address)
