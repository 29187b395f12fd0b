"""The tables of the open data as plain cells, column by column as data/tables.yml describes them."""
from collections.abc import Iterator
from dataclasses import dataclass

from scripts import permalinks
from scripts.dictionary import Column, Table
from scripts.export import plan, press, registers, tracker
from scripts.languages import LANGUAGES
from scripts.model import Text
from scripts.prose import filled
from scripts.report import Report

Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Sheet:
    """A table ready to be written: its description, its columns, and its rows with a cell for each of them.

    given: the fields that every record gives; None if nothing fills the table.
    """

    table: Table
    columns: tuple[Column, ...]
    rows: tuple[dict[str, Cell], ...]
    given: tuple[str, ...] | None = None

    def key(self, row: dict[str, Cell]) -> tuple[Cell, ...]:
        """What names a row."""
        return tuple(row[name] for name in self.table.key)


def sheets(report: Report, figures: dict[str, int | str]) -> list[Sheet]:
    """Every table in the order of the dictionary, with the figures that its texts call filled in."""
    codes = {name: tuple(code.id for code in entries) for name, entries in report.vocabularies.items()}
    given = {**plan.tables(report), **tracker.tables(report), **press.tables(report, figures), **registers.tables(report, figures)}
    return [_sheet(report, figures, table, report.dictionary.spelled_out(table, codes), given.get(table.id)) for table in report.dictionary.tables]


def _sheet(report: Report, figures: dict, table: Table, columns: tuple[Column, ...], given: list[dict] | None) -> Sheet:
    if given is None:
        return Sheet(table, columns, ())
    records = [{**record, **_addresses(report, table, record)} for record in given]
    names = set.intersection(*(set(record) for record in records)) if records else {field.name for field in table.fields}
    return Sheet(table, columns, tuple(dict(_cells(columns, record, figures)) for record in records), tuple(sorted(names)))


def _addresses(report: Report, table: Table, record: dict) -> dict[str, str | Text]:
    if not table.address:
        return {}
    kind, item, site = table.address, record[table.key[0]], report.edition.address
    url = Text(**{language: permalinks.absolute(site, language, permalinks.path(kind, item)) for language in LANGUAGES})
    return {"address": url, **({"short_address": site + permalinks.short(kind, item)} if kind in permalinks.SHORT else {})}


def _cells(columns: tuple[Column, ...], record: dict, figures: dict) -> Iterator[tuple[str, Cell]]:
    for column in columns:
        value = record.get(column.source)
        if column.language and isinstance(value, Text):
            value = value[column.language]
        yield column.name, filled(value, figures) if isinstance(value, str) else value
