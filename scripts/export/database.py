"""All tables as one SQLite database, with the keys, the allowed values and the data dictionary declared in it."""
import sqlite3
from collections.abc import Iterable, Iterator

from scripts.dictionary import Column
from scripts.export.rows import Cell, Sheet
from scripts.export.workbook import FIELDS, dictionary
from scripts.model import Text

TYPES = {"integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}           # anything else is TEXT


def database(sheets: list[Sheet], about: list[tuple[Text, Text]]) -> bytes:
    """The database as the bytes of its file. Raises sqlite3.IntegrityError if a key leads nowhere, which the proof finds before."""
    store = sqlite3.connect(":memory:")
    # What the file looks like must not depend on how the library was built.
    store.executescript("PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = OFF;")
    _table(store, "about", ["item TEXT NOT NULL PRIMARY KEY", "item_zh TEXT NOT NULL", "en TEXT NOT NULL", "zh TEXT NOT NULL"], ((heading.en, heading.zh, content.en, content.zh) for heading, content in about))
    _table(store, "fields", [*(f'"{name}" TEXT' for name in FIELDS), 'PRIMARY KEY ("table", "column")'], (["true" if cell is True else "false" if cell is False else cell for cell in row] for row in dictionary(sheets)))
    for sheet in sheets:
        _table(store, sheet.table.id, _declared(sheet), (row.values() for row in sheet.rows))
    store.commit()
    if lost := store.execute("PRAGMA foreign_key_check").fetchall():
        raise sqlite3.IntegrityError(f"{len(lost)} rows refer to nothing, the first in {lost[0][0]}")
    store.execute("VACUUM")
    content = store.serialize()
    store.close()
    return content


def answer(content: bytes, query: str) -> tuple[list[str], list[tuple]]:
    """What a query gives on a database: the names of the columns, and the rows. Raises sqlite3.Error for one that it refuses."""
    store = sqlite3.connect(":memory:")
    store.deserialize(content)
    found = store.execute(query)
    names, rows = [column[0] for column in found.description], found.fetchall()
    store.close()
    return names, rows


def _table(store: sqlite3.Connection, name: str, declared: list[str], rows: Iterable[Iterable[Cell]]) -> None:
    store.execute(f'CREATE TABLE "{name}" (\n  ' + ",\n  ".join(declared) + "\n)")
    width = len(store.execute(f'SELECT * FROM "{name}"').description)
    store.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * width)})', (tuple(row) for row in rows))


def _declared(sheet: Sheet) -> list[str]:
    key = ", ".join(f'"{name}"' for name in sheet.table.key)
    return [*(_column(column) for column in sheet.columns), f"PRIMARY KEY ({key})", *_references(sheet)]


def _column(column: Column) -> str:
    allowed = ("0", "1") if column.type == "boolean" else [f"'{value}'" for value in column.values]
    check = f' CHECK ("{column.name}" IN ({", ".join(allowed)}))' if allowed else ""
    return f'"{column.name}" {TYPES.get(column.type, "TEXT")}{" NOT NULL" if column.required else ""}{check}'


def _references(sheet: Sheet) -> Iterator[str]:
    for column in sheet.columns:
        if column.refers:
            yield f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers[0]}" ("{column.refers[1]}")'
