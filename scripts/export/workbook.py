"""All tables as one Excel workbook: a cover, the data dictionary, and a sheet a table."""
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scripts.export.rows import Cell, Sheet
from scripts.languages import HAN
from scripts.model import Text
from scripts.report import Report

FIELDS = ("table", "column", "type", "required", "title_zh", "title_en", "description_zh", "description_en", "values", "refers")
WIDTHS = {"url": 36, "date": 12, "partial_date": 12, "integer": 10, "number": 10, "boolean": 10}
TEXT, NARROW, WIDE = 60, 12, 30             # of a text in a language; the least and the most of anything else
LINE, TALLEST = 15, 409                     # points of a line, and the most that a row may have
LETTER, SIGN = 1.0, 2.1                     # how wide a letter and a Chinese character are at most, in the unit of column widths


def workbook(report: Report, sheets: list[Sheet], about: list[tuple[Text, Text]]) -> bytes:
    """The workbook. about: heading and content of the lines of its cover.

    Every text is written as text, never as formula or link, and the dates
    inside are those of the edition, so that the same records give the same bytes.
    """
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    edition = report.edition
    book.set_properties({"title": edition.name.en, "author": edition.publisher.en, "comments": edition.licence.en, "created": datetime.fromisoformat(edition.as_of)})
    formats = {"head": book.add_format({"bold": True, "bg_color": "#E8E8E8", "valign": "top"}), "cell": book.add_format({"text_wrap": True, "valign": "top"}),
               "line": book.add_format({"valign": "top"}), "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})}
    _cover(book.add_worksheet("about"), about, formats)
    _fill(book.add_worksheet("fields"), FIELDS, ["string"] * len(FIELDS), [14, 20, 12, 10, 18, 22, 44, 44, 44, 16], dictionary(sheets), formats)
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.table.id), [column.name for column in sheet.columns], [column.type for column in sheet.columns],
              [_width(sheet, column) for column in sheet.columns], (row.values() for row in sheet.rows), formats)
    book.close()
    return target.getvalue()


def dictionary(sheets: list[Sheet]) -> Iterator[tuple[Cell, ...]]:
    """The data dictionary, one row a column, under the headings FIELDS."""
    for sheet in sheets:
        for c in sheet.columns:
            yield (sheet.table.id, c.name, c.type, c.required, c.title.zh, c.title.en, c.description.zh, c.description.en, ", ".join(c.values) or None, ".".join(c.refers) if c.refers else None)


def _cover(page: Worksheet, about: list[tuple[Text, Text]], formats: dict[str, Format]) -> None:
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90)
    at = 0
    for language in ("en", "zh"):
        for heading, content in about:
            page.write_string(at, 0, heading[language], formats["head"])
            page.write_string(at, 1, content[language], formats["cell"])
            _height(page, at, [(content[language], 90)])
            at += 1
        at += 1


def _fill(page: Worksheet, header: Iterable[str], types: list[str], widths: list[int], rows: Iterable[Iterable[Cell]], formats: dict[str, Format]) -> None:
    at = 0
    for column, (name, width) in enumerate(zip(header, widths)):
        page.set_column(column, column, width)
        page.write_string(0, column, name, formats["head"])
    for at, row in enumerate(rows, 1):
        cells = tuple(row)
        _height(page, at, ((cell, width) for cell, width, kind in zip(cells, widths, types) if kind == "string"))
        for column, (kind, cell) in enumerate(zip(types, cells)):
            _write(page, at, column, kind, cell, formats)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, at, len(types) - 1)


def _height(page: Worksheet, row: int, cells: Iterable[tuple[Cell, int]]) -> None:
    """Make a row as high as the longest of its texts, each given with the width of its column, since not every program does so by itself."""
    lines = max((_lines(cell, width) for cell, width in cells if isinstance(cell, str)), default=1)
    if lines > 1:
        page.set_row(row, min(lines * LINE, TALLEST))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column."""
    lines = 0
    for line in text.split("\n"):
        signs = sum(map(len, HAN.findall(line)))
        lines += max(1, ceil((signs * SIGN + (len(line) - signs) * LETTER) / width))
    return lines


def _write(page: Worksheet, row: int, column: int, kind: str, cell: Cell, formats: dict[str, Format]) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        page.write_boolean(row, column, cell, formats["cell"])
    elif isinstance(cell, str) and kind == "date":
        page.write_datetime(row, column, datetime.fromisoformat(cell), formats["date"])
    elif isinstance(cell, str):
        page.write_string(row, column, cell, formats["line" if kind == "url" else "cell"])
    else:
        page.write_number(row, column, cell, formats["cell"])


def _width(sheet: Sheet, column) -> int:
    if column.type != "string":
        return max(WIDTHS[column.type], len(column.name) + 4)
    longest = max((len(row[column.name] or "") for row in sheet.rows), default=0)
    if column.language and longest > WIDE:
        return TEXT
    return max(NARROW, len(column.name) + 4, min(longest + 2, WIDE))
