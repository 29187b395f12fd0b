"""Reading proof: what is wrong with a document before it is set, and with its sheets afterwards."""
import io
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from scripts.glyphs import unset

MM = 72 / 25.4
SIDE = 4.0                      # points that a line may reach into the margin, as a space at its end does
TOUCH = (1.5, 2.0)              # points, across and down, by which two pieces of text may touch
Fault = tuple[str, str]         # the record, and what is wrong


def manuscript_faults(content: dict, fonts: Path) -> Iterator[Fault]:
    """What the typesetter cannot or must not set: characters no face has, references without a place, pictures without words."""
    places = {block["place"] for block in walk(content) if block.get("k") in ("head", "entry")}
    for record, part in _by_record(content):
        for text in _strings(part):
            if fault := unset(text, fonts):
                yield record, fault
        for item in walk(part):
            if item.get("k") == "ref" and item["place"] not in places:
                yield record, f"a reference leads to {item['place']}, which the document does not hold"
            if item.get("k") == "chart" and not item["alt"].strip():
                yield record, f"the chart {item['record']} has no text in place of the picture"


def sheet_faults(pdf: bytes, content: dict) -> Iterator[Fault]:
    """What does not fit on the sheets: text beyond the margin, text over other text, a brief of more than one sheet."""
    records = {block["place"]: record for record, part in _by_record(content) for block in walk(part) if "place" in block and block.get("k") in ("head", "entry")}
    document, beginnings = pypdfium2.PdfDocument(pdf), _beginnings(pdf)

    def record_at(page: int, top: float) -> str:
        at = bisect_right(beginnings, (page, -top - 2, "~")) - 1
        return records.get(beginnings[at][2] if at >= 0 else "", content.get("record", ""))

    most = content.get("sheets")
    if most and len(document) > most:
        yield content.get("record", ""), f"{len(document)} sheets instead of {most}; shorten the text"
    for number, page in enumerate(document, 1):
        width, _ = page.get_size()
        margin, text = content["margin"] * MM, page.get_textpage()
        rectangles = sorted((text.get_rect(n) for n in range(text.count_rects())), key=lambda r: r[1])
        for rectangle in rectangles:
            if rectangle[0] < margin - SIDE or rectangle[2] > width - margin + SIDE:
                yield record_at(number, rectangle[3]), f"page {number}: “{text.get_text_bounded(*rectangle)[:60]}” runs into the margin"
        for one, two in _overlapping(rectangles):
            first, second = (text.get_text_bounded(*r)[:40] for r in (one, two))
            yield record_at(number, one[3]), f"page {number}: “{first}” and “{second}” are set over each other"


def _overlapping(rectangles: list[tuple]) -> Iterator[tuple[tuple, tuple]]:
    """Pairs of rectangles (left, bottom, right, top), sorted by their bottoms, that cover each other by more than a touch."""
    for n, one in enumerate(rectangles):
        for two in rectangles[n + 1:]:
            if two[1] > one[3] - TOUCH[1]:
                break
            if min(one[2], two[2]) - max(one[0], two[0]) > TOUCH[0] and min(one[3], two[3]) - two[1] > TOUCH[1]:
                yield one, two


def _beginnings(pdf: bytes) -> list[tuple[int, float, str]]:
    """Where every place begins, in the order of reading: page from 1, distance from the top upside down, name."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if "/Names" not in document.Root or "/Dests" not in document.Root.Names:
            return []
        pages = {page.obj.objgen: n for n, page in enumerate(document.pages, 1)}
        return sorted((pages[goal[0].objgen], -float(goal[3]), str(name)) for name, goal in pikepdf.NameTree(document.Root.Names.Dests).items())


def walk(value: object) -> Iterator[dict]:
    """Every object in a document's content, at any depth."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from walk(item)


def _by_record(content: dict) -> Iterator[tuple[str, object]]:
    """The parts of a document with the record each belongs to; what stands between entries belongs to the one before."""
    record = content.get("record", "")
    yield record, [value for key, value in content.items() if key not in ("blocks", "words")]
    for block in content.get("blocks", []):
        record = block.get("record", record)
        yield record, block


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for key, item in value.items() if key not in ("url", "alt", "drawing") for text in _strings(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in _strings(item))
