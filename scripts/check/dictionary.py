"""The tables of the open data name only vocabularies, tables, columns and kinds of link that exist, each once."""
from collections.abc import Iterator

from scripts.finding import Finding
from scripts.nearest import nearest
from scripts.permalinks import ADDRESSES
from scripts.records import Data


def check(data: Data) -> Iterator[Finding]:
    """Findings for data/tables.yml; `data` holds only files of the right form."""
    document = data.documents.get("tables")
    if not document:
        return
    tables = document.value["tables"]
    keys = {f"{table['id']}.{table['key'][0]}" for table in tables if len(table["key"]) == 1}          # only what names a row by itself can be referred to
    vocabularies = {d.name for d in data.folder("vocabularies")}
    yield from _twice(document, ("tables",), [table["id"] for table in tables], "id")
    for i, table in enumerate(tables):
        place = ("tables", i)
        names = [field["name"] for field in table["fields"]]
        yield from _twice(document, (*place, "fields"), names, "name")
        for j, name in enumerate(table["key"]):
            if name not in names:
                yield document.finding((*place, "key", j), "reference", f"the table has no field {name}; {nearest(name, names)}")
        if table.get("address", "home") not in ADDRESSES:
            yield document.finding((*place, "address"), "reference", f"unknown kind of link {table['address']}; {nearest(table['address'], ADDRESSES)}")
        for j, field in enumerate(table["fields"]):
            for name, known, what in (("codes", vocabularies, "vocabulary"), ("refers", keys, "key")):
                if name in field and field[name] not in known:
                    yield document.finding((*place, "fields", j, name), "reference", f"unknown {what} {field[name]}; {nearest(field[name], known)}")


def _twice(document, place: tuple, names: list[str], key: str) -> Iterator[Finding]:
    for i, name in enumerate(names):
        if name in names[:i]:
            yield document.finding((*place, i, key), "duplicate", f"{name} stands here a second time; one of the two must go")
