"""Every id that a record mentions exists, once."""
from collections.abc import Iterator

from scripts.check.nearest import nearest
from scripts.records import Data, Document, Place
from scripts.model import Finding

LISTS = ("agencies", "citations", "sources", "glossary", "measures")


def check(data: Data) -> Iterator[Finding]:
    """Findings for duplicate ids and for references to nothing."""
    known: dict[str, set[str]] = {kind: set() for kind in ("action", "provision", "agency", "citation", "source", "term")}
    seen: dict[tuple[str, str], Document] = {}
    kinds = {"agencies": "agency", "citations": "citation", "sources": "source", "glossary": "term"}
    for document, place, kind, item in _ids(data):
        if (kind, item) in seen:
            yield document.finding((*place, "id"), "duplicate", f"{item} is already the id of a record in {seen[kind, item].path}; ids are unique")
        seen[kind, item] = document
        known.setdefault(kinds.get(kind, kind), set()).add(item)
    for document, place, kind, item in _mentions(data):
        if item not in known[kind]:
            yield document.finding(place, "reference", f"unknown {kind} {item}; {nearest(item, known[kind])}")


def _ids(data: Data) -> Iterator[tuple[Document, Place, str, str]]:
    for document, place, record in _records(data, "plan", "actions"):
        yield document, place, "action", record["id"]
    for document, place, record in _records(data, "orders", "provisions"):
        yield document, place, "provision", record["id"]
    for name in LISTS:
        if document := data.documents.get(name):
            for i, record in enumerate(document.value):
                yield document, (i,), name, record["id"]
    for document in data.folder("vocabularies"):
        for i, record in enumerate(document.value):
            yield document, (i,), document.path, record["id"]


def _records(data: Data, folder: str, field: str) -> Iterator[tuple[Document, Place, dict]]:
    for document in data.folder(folder):
        for i, record in enumerate(document.value.get(field, [])):
            yield document, (field, i), record


def _mentions(data: Data) -> Iterator[tuple[Document, Place, str, str]]:
    """Every (file, place, kind, id) in which a record mentions another."""
    fields = {
        "agency": ("leads", "hosts", "partners", "mentioned", "responsible", "consulted"),
        "citation": ("cites",), "action": ("related", "actions"),
    }
    records = [*_records(data, "plan", "actions"), *_records(data, "orders", "provisions")]
    if glossary := data.documents.get("glossary"):
        records += [(glossary, (i,), record) for i, record in enumerate(glossary.value)]
    for document, place, record in records:
        for kind, names in fields.items():
            for name in names:
                for i, item in enumerate(record.get(name, [])):
                    yield document, (*place, name, i), kind, item
        if "repeats" in record:
            yield document, (*place, "repeats"), "action", record["repeats"]
    if agencies := data.documents.get("agencies"):
        for i, record in enumerate(agencies.value):
            if "parent" in record:
                yield agencies, (i, "parent"), "agency", record["parent"]
    for document in [*data.folder("orders"), *filter(None, [data.documents.get("plan/plan")])]:
        yield document, ("source",), "source", document.value["source"]
