"""Every id that a record mentions exists, once."""
import re
from collections.abc import Iterable, Iterator

from scripts.check import measures
from scripts.check.language import texts
from scripts.digests import name
from scripts.nearest import nearest
from scripts.records import Data, Document, Place
from scripts.finding import Finding
from scripts import permalinks
from scripts.permalinks import ADDRESSES
from scripts.prose import FIGURE
from scripts.model import DUTIES, ROLES

# What essays may call beside figure('measure'): link('kind', 'id', 'words').
LINK = re.compile(r"""link\(["'](\w+)["'], *["']([^"']+)["']""")
LISTS = {"agencies": "agency", "citations": "citation", "sources": "source", "glossary": "term", "vocabularies/themes": "theme", "readings": "reading", "charts": "chart"}
NAMES = {"printed_page": "printed page of the plan", "search": "search"}


def check(data: Data) -> Iterator[Finding]:
    """Findings for duplicate ids and for references to nothing."""
    known: dict[str, set[str]] = {kind: set() for kind in ("action", "provision", "claim", "event", "section", "pillar", "order", "printed_page", "search", "measure", *LISTS.values())}
    yield from _duplicates(_ids(data), known)
    known["printed_page"] |= _pages(data)
    known["search"] |= {str(record.get("words")) for record in _dicts(data.documents.get("searches"))}
    yield from _duplicates(measures.ids(data, known), known)
    for document, place, kind, item in (*_mentions(data), *_press(data), *_tracker(data), *_charts(data), *_changes(data)):
        if kind not in ADDRESSES and kind not in known:
            yield document.finding(place, "reference", f"unknown kind of link {kind}; {nearest(kind, ADDRESSES)}")
        elif kind in known and item not in known[kind]:
            yield document.finding(place, "reference", f"unknown {NAMES.get(kind, kind)} {item}; {nearest(item, known[kind])}")


def _duplicates(ids: Iterable[tuple[Document, Place, str, str]], known: dict[str, set[str]]) -> Iterator[Finding]:
    """Findings for ids that stand twice; all of them are entered in `known`."""
    seen: dict[tuple[str, str], Document] = {}
    for document, place, kind, item in ids:
        if (kind, item) in seen:
            yield document.finding((*place, "id"), "duplicate", f"{item} is already the id of a record in {seen[kind, item].path}; ids are unique")
        seen[kind, item] = document
        known.setdefault(kind, set()).add(item)


def _ids(data: Data) -> Iterator[tuple[Document, Place, str, str]]:
    for kind, folder, field in (("action", "plan", "actions"), ("provision", "orders", "provisions"), ("claim", "press", "claims"), ("pillar", "plan", "pillars")):
        for document in data.folder(folder):
            yield from ((document, place, kind, record["id"]) for place, record in _records(document, field))
    for kind, folder in (("section", "plan"), ("order", "orders"), ("event", "events")):
        for document in data.folder(folder):
            if isinstance(document.value, dict) and isinstance(document.value.get("id"), str) and document.name != "plan":
                yield document, (), kind, document.value["id"]
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


def _press(data: Data) -> Iterator[tuple[Document, Place, str, str]]:
    """The same for the press: what claims rest on, the claims that readings and rulings name, the figures their prose calls."""
    for document in data.folder("press"):
        for place, claim in _records(document, "claims"):
            for name in ("checked_against", "concerns"):
                for i, item in _strings(claim.get(name)):
                    kind = permalinks.kind(item)
                    yield document, (*place, name, i), kind, item.removeprefix("figure:")
            yield from ((document, (*place, "searched", i), "search", item) for i, item in _strings(claim.get("searched")))
            tests = claim.get("tests")
            yield from ((document, (*place, "tests", i, "figure"), "measure", str(test.get("figure"))) for i, test in enumerate(tests if isinstance(tests, list) else []) if isinstance(test, dict))
    for name in ("rulings", "second_looks"):
        for place, ruling in _records(data.documents[name]) if name in data.documents else ():
            yield data.documents[name], (*place, "id"), "claim" if name == "rulings" else permalinks.kind(ruling["id"]), ruling["id"]
    if readings := data.documents.get("readings"):
        for place, reading in _records(readings):
            yield readings, (*place, "source"), "source", str(reading.get("source"))
            for j, part in enumerate(reading["parts"] if isinstance(reading.get("parts"), list) else []):
                if isinstance(part, dict):
                    yield from ((readings, (*place, "parts", j, "claims", i), "claim", item) for i, item in _strings(part.get("claims")))
                    yield from ((readings, (*place, "parts", j, "rests_on", i), permalinks.kind(item), item) for i, item in _strings(part.get("rests_on")))
    for document in [*data.folder("press"), *filter(None, [data.documents.get("readings"), data.documents.get("rulings")])]:
        for place, text in texts(document.value):
            for language, words in text.items():
                yield from ((document, (*place, language), "measure", item) for item in FIGURE.findall(words))


def _tracker(data: Data) -> Iterator[tuple[Document, Place, str, str]]:
    """The same for what happened since: what events and judgements are about, who acted, what started a period."""
    lists = [(d, (), d.value) for d in data.folder("status")]
    for document in data.folder("events"):
        event = document.value if isinstance(document.value, dict) else {}
        yield from ((document, ("bodies", i), "agency", item) for i, item in _strings(event.get("bodies")))
        lists += [(document, (name,), event.get(name)) for name in ("links", "assessments")]
    for document, place, listed in lists:
        for i, record in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(record, dict) and isinstance(record.get("target"), str):
                yield document, (*place, i, "target"), permalinks.kind(record["target"]), record["target"]
    for document in data.folder("orders"):
        for place, provision in _records(document, "provisions"):
            deadline = provision.get("deadline")
            if isinstance(deadline, dict) and "started_by" in deadline:
                yield document, (*place, "deadline", "started_by"), "event", str(deadline["started_by"])


def _charts(data: Data) -> Iterator[tuple[Document, Place, str, str]]:
    """The same for charts: the figures their texts call and their findings rest on, the events they name, and the briefs that show one."""
    for document in filter(None, [data.documents.get("charts")]):
        for place, text in texts(document.value):
            for language, words in text.items():
                yield from ((document, (*place, language), "measure", item) for item in FIGURE.findall(words))
        for place, chart in _records(document):
            for field, name, kind in (("holds", "figure", "measure"), ("marks", "event", "event")):
                listed = chart.get(field)
                yield from ((document, (*place, field, i, name), kind, str(item.get(name))) for i, item in enumerate(listed if isinstance(listed, list) else []) if isinstance(item, dict))
    for document in data.folder("pages"):
        if isinstance(document.value, dict) and isinstance(document.value.get("chart"), str):
            yield document, ("chart",), "chart", document.value["chart"]


def _changes(data: Data) -> Iterator[tuple[Document, Place, str, str]]:
    """The same for what changes name. A record that is gone was in an earlier release, or it could not be named."""
    released = {name(key) for digests in data.digests.values() for key in digests}
    for document in filter(None, [data.documents.get("changes")]):
        for n, change in enumerate(document.value if isinstance(document.value, list) else []):
            for i, item in _strings(change.get("items") if isinstance(change, dict) else None):
                if item not in released:
                    yield (document, (n, "items", i), *permalinks.named(item))


def _strings(listed: object) -> list[tuple[int, str]]:
    return [(i, item) for i, item in enumerate(listed if isinstance(listed, list) else []) if isinstance(item, str)]


def _dicts(document: Document | None) -> list[dict]:
    return [record for record in document.value if isinstance(record, dict)] if document and isinstance(document.value, list) else []


def _pages(data: Data) -> set[str]:
    """The printed pages that may be named, p1 to the last page of the plan's text."""
    last = max((record.get("printed_pages") or 0 for record in _dicts(data.documents.get("sources")) if isinstance(record.get("printed_pages"), int)), default=0)
    return {f"p{page}" for page in range(1, last + 1)}
