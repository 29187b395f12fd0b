"""The data dictionary: the tables of the open data, their columns, and the files around them, as data/tables.yml describes them."""
from dataclasses import dataclass

from scripts.languages import LANGUAGES
from scripts.model import Record, Text
from scripts.permalinks import SHORT


class Field(Record):
    """A field as typed: one that refers to another (`actions.id`) may leave type, title and description to it."""

    name: str
    type: str | None = None
    title: Text | None = None
    description: Text | None = None
    optional: bool = False
    codes: str | None = None
    values: tuple[str, ...] = ()
    pattern: str | None = None
    refers: str | None = None


class Table(Record):
    """A table as typed; `address` is the kind of link under which a row's id, the first column of its key, has a page."""

    id: str
    title: Text
    description: Text
    key: tuple[str, ...]
    address: str | None = None
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Column:
    """A column as it is written: every field spelled out, a text as one column a language.

    values: all it may hold, empty if that is open. codes: the vocabulary they
    come from. refers: table and column that a value must stand in. source:
    the field it is filled from, in one language if that is a text.
    """

    name: str
    type: str
    title: Text
    description: Text
    required: bool
    values: tuple[str, ...] = ()
    codes: str | None = None
    pattern: str | None = None
    refers: tuple[str, str] | None = None
    source: str = ""
    language: str | None = None


class Package(Record):
    """What the data as a whole is called."""

    name: str
    title: Text
    description: Text


class Named(Record):
    """The heading of a column and what it means."""

    title: Text
    description: Text


class Columns(Record):
    """What the columns of a text and of an address are called."""

    zh: Text
    en: Text
    url: Named
    short_url: Named


class File(Named):
    """A file beside the tables."""

    name: str


class Export(Named):
    """A JSON file of nested records."""

    id: str


class Dictionary(Record):
    """Everything in data/tables.yml."""

    package: Package
    columns: Columns
    query: str
    files: tuple[File, ...]
    exports: tuple[Export, ...]
    tables: tuple[Table, ...]

    def table(self, table: str) -> Table:
        """A table by its id; KeyError if there is none."""
        return {entry.id: entry for entry in self.tables}[table]

    def spelled_out(self, table: Table, codes: dict[str, tuple[str, ...]]) -> tuple[Column, ...]:
        """The columns of a table in their order. codes: the codes of every vocabulary; KeyError for one that is not among them."""
        columns = []
        for field in table.fields:
            meant = self._meant(field)
            values = codes[field.codes] if field.codes else field.values
            refers = tuple(field.refers.split(".")) if field.refers else None
            for name, kind, title, language in self._names(field.name, meant):
                columns.append(Column(name, kind, title, meant.description, not field.optional, values, field.codes, meant.pattern, refers, field.name, language))
        return (*columns, *self._addresses(table))

    def _meant(self, field: Field) -> Field:
        """A field with what it leaves to the one it refers to."""
        if not field.refers:
            return field
        table, name = field.refers.split(".")
        other = self._meant(next(known for known in self.table(table).fields if known.name == name))
        return other.model_copy(update={key: value for key in ("type", "title", "description", "pattern") if (value := getattr(field, key))})

    def _names(self, name: str, field: Field) -> list[tuple[str, str, Text, str | None]]:
        if field.type != "text":
            return [(name, field.type, field.title, None)]
        return [(f"{name}_{language}", "string", _added(field.title, getattr(self.columns, language)), language) for language in LANGUAGES]

    def _addresses(self, table: Table) -> list[Column]:
        if not table.address:
            return []
        url, short = self.columns.url, self.columns.short_url
        found = [Column(f"url_{language}", "url", _added(url.title, getattr(self.columns, language)), url.description, True, source="address", language=language) for language in LANGUAGES]
        return found + ([Column("short_url", "url", short.title, short.description, True, source="short_address")] if table.address in SHORT else [])


def _added(title: Text, more: Text) -> Text:
    return Text(zh=title.zh + more.zh, en=title.en + more.en)
