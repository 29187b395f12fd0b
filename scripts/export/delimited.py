"""Tables as CSV that a spreadsheet opens with the right letters and never runs as formulas."""
import csv
import io
from collections.abc import Iterable

from scripts.export.rows import Cell, Sheet

# What makes a spreadsheet take a text for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def neutral(cell: Cell) -> Cell:
    """A cell as it may stand in a CSV: a text that a spreadsheet would run gets an apostrophe in front, numbers stay numbers.

    A return within a text becomes a new line, since the writer quotes only the latter.
    """
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if cell.startswith(FORMULA) else text


def delimited(header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """A table in UTF-8 with the mark by which spreadsheets know it; truth values as true and false, what is missing as nothing."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(neutral(name) for name in header)
    for row in rows:
        writer.writerow(str(cell).lower() if isinstance(cell, bool) else neutral(cell) for cell in row)
    return text.getvalue().encode("utf-8-sig")


def table(sheet: Sheet) -> bytes:
    """A table of the dictionary; its header is the names of the columns."""
    return delimited((column.name for column in sheet.columns), (row.values() for row in sheet.rows))
