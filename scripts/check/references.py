"""Every id that a record mentions exists, once."""
import re
from collections.abc import Iterator

from scripts.check.language import texts
from scripts.check.nearest import nearest
from scripts.records import Data, Document, Place
from scripts.finding import Finding
from scripts.permalinks import ADDRESSES
from scripts.report import DUTIES, ROLES

# What prose may call: figure('measure') and link('kind', 'id', 'words').
FIGURE = re.compile(r"""figure\(["']([^"']+)["']\)""")
LINK = re.compile(r"""link\(["'](\w+)["'], *["']([^"']+)["']""")
LISTS = {"agencies": "agency", "citations": "citation", "sources": "source", "glossary": "term", "measures": "measure", "vocabularies/themes": "theme"}


def check(data: Data) -> Iterator[Finding]:
    """Findings for duplicate ids and for references to nothing."""
    known: dict[str, set[str]] = {kind: set() for kind in ("action", "provision", *LISTS.values())}
    seen: dict[tuple[str, str], Document] = {}
    for document, place, kind, item in _ids(data):
        if (kind, item) in seen:
            yield document.finding((*place, "id"), "duplicate", f"{item} is already the id of a record in {seen[kind, item].path}; ids are unique")
        seen[kind, item] = document
        known.setdefault(kind, set()).add(item)
    for document, place, kind, item in _mentions(data):
        if kind not in ADDRESSES and kind not in known:
            yield document.finding(place, "reference", f"unknown kind of link {kind}; {nearest(kind, ADDRESSES)}")
        elif kind in known and item not in known[kind]:
            yield document.finding(place, "reference", f"unknown {kind} {item}; {nearest(item, known[kind])}")


def _ids(data: Data) -> Iterator[tuple[Document, Place, str, str]]:
    for kind, folder, field in (("action", "plan", "actions"), ("provision", "orders", "provisions")):
        for document in data.folder(folder):
            yield from ((document, place, kind, record["id"]) for place, record in _records(document, field))
    for key, document in data.documents.items():
        if key in LISTS or key.startswith("vocabularies/"):
            yield from ((document, place, LISTS.get(key, key), record["id"]) for place, record in _records(document))


def _records(document: Document, field: str | None = None) -> Iterator[tuple[Place, dict]]:
    """The records of a list, or of the list in a field, that have an id; files of the wrong form have none."""
    value = document.value
    if field:
        value = value.get(field) if isinstance(value, dict) else None
    for i, record in enumerate(value if isinstance(value, list) else []):
        if isinstance(record, dict) and isinstance(record.get("id"), str):
            yield ((field, i) if field else (i,)), record


def _mentions(data: Data) -> Iterator[tuple[Document, Place, str, str]]:
    """Every (file, place, kind, id) in which a record mentions another."""
    fields = {
        "agency": (*ROLES, *DUTIES),
        "citation": ("cites",), "action": ("related", "actions"),
    }
    lists = [(d, "actions") for d in data.folder("plan")] + [(d, "provisions") for d in data.folder("orders")]
    lists += [(data.documents[name], None) for name in ("glossary", "agencies", "coding") if name in data.documents]
    for document, field in lists:
        for place, record in _records(document, field):
            for kind, names in fields.items():
                for name in names:
                    listed = record.get(name)
                    for i, item in enumerate(listed if isinstance(listed, list) else []):
                        yield document, (*place, name, i), kind, str(item)
            if document is data.documents.get("coding"):
                yield document, (*place, "id"), "action", record["id"]
            for name, kind in (("repeats", "action"), ("parent", "agency")):
                if name in record:
                    yield document, (*place, name), kind, str(record[name])
    for document in [*data.folder("pages"), *filter(None, [data.documents.get("plan/plan")])]:
        for place, text in texts(document.value):
            for language, words in text.items():
                for item in FIGURE.findall(words):
                    yield document, (*place, language), "measure", item
                for kind, item in LINK.findall(words):
                    yield document, (*place, language), kind, item
    for document in [*data.folder("orders"), *filter(None, [data.documents.get("plan/plan")])]:
        if isinstance(document.value, dict) and "source" in document.value:
            yield document, ("source",), "source", str(document.value["source"])
