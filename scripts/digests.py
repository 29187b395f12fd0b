"""The digest of every record as it stands in the files, by which a later version can tell what changed."""
import csv
import hashlib
import io
import json
from collections.abc import Iterator
from typing import Any

from scripts import permalinks
from scripts.records import Data, Document, Place

LISTS = {"agencies": "agency", "citations": "citation", "sources": "source", "glossary": "term", "readings": "reading", "charts": "chart"}
INNER = ("actions", "provisions", "claims", "assessments")          # records of their own within another


def standing(data: Data) -> dict[str, tuple[str, Document, Place]]:
    """Every record by its kind and id (`action:1.3.5`): its digest, and where it is typed.

    A judgement is `status:1.3.5@2026-11-20`: what was seen on that day. Files of the wrong form are left to the schemas.
    """
    found = {}
    for kind, item, record, document, place in _records(data):
        found[f"{kind}:{item}"] = (digest(record), document, place)
    return found


def digest(record: dict[str, Any]) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of a record's canonical JSON, without the records within it."""
    own = {key: value for key, value in record.items() if key not in INNER or not _inner(value)}
    text = json.dumps(own, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def name(key: str) -> str:
    """How data/changes.yml names a record: `1.3.5`, or `term:compute` where the id does not tell the kind; a judgement is its target."""
    kind, item = key.split(":", 1)
    return item.split("@")[0] if kind == "status" or permalinks.kind(item) == kind != "source" else key


def written(digests: dict[str, str]) -> str:
    """Digests as the CSV that a release keeps: kind, id, digest, sorted."""
    text = io.StringIO()
    sheet = csv.writer(text, lineterminator="\n")
    sheet.writerow(("kind", "id", "sha256-12"))
    sheet.writerows((*key.split(":", 1), value) for key, value in sorted(digests.items()))
    return text.getvalue()


def read(text: str) -> dict[str, str]:
    """The digests in such a CSV; raises ValueError if it is none."""
    head, *rows = csv.reader(io.StringIO(text))
    if head != ["kind", "id", "sha256-12"] or any(len(row) != 3 for row in rows):
        raise ValueError("not a list of digests")
    return {f"{kind}:{item}": value for kind, item, value in rows}


def _records(data: Data) -> Iterator[tuple[str, str, dict, Document, Place]]:
    """Kind, id and value of every record, with its place."""
    if plan := data.documents.get("plan/plan"):
        yield from _within(plan, "pillar", "pillars")
    for kind, folder, inner, field in (("section", "plan", "action", "actions"), ("order", "orders", "provision", "provisions"), ("event", "events", "status", "assessments")):
        for document in data.folder(folder):
            if isinstance(document.value, dict) and isinstance(document.value.get("id"), str) and document.name != "plan":
                yield kind, document.value["id"], document.value, document, ()
                yield from _within(document, inner, field)
    for document in data.folder("press"):
        yield from _within(document, "claim", "claims")
    for document in data.folder("status"):
        yield from _within(document, "status")
    for key, kind in LISTS.items():
        if key in data.documents:
            yield from _within(data.documents[key], kind)


def _within(document: Document, kind: str, field: str | None = None) -> Iterator[tuple[str, str, dict, Document, Place]]:
    """The records of a list, or of the list in a field."""
    listed = document.value
    if field:
        listed = listed.get(field) if isinstance(listed, dict) else None
    for i, record in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(record, dict) and (item := f"{record.get('target')}@{record.get('checked')}" if kind == "status" else record.get("id")):
            yield kind, str(item), record, document, (field, i) if field else (i,)


def _inner(value: object) -> bool:
    """Whether a value is a list of records, and not of ids (a term, too, has `actions`)."""
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)
