"""Measures and their families are spelled with dimensions that exist, the same ones in the id, the name and the definition."""
import re
from collections.abc import Iterator, Mapping

from scripts.nearest import nearest
from scripts.check.schema import codes
from scripts.finding import Finding
from scripts.languages import LANGUAGES
from scripts.measures import CODES, DIMENSIONS, FIELDS, combinations, fill, placeholders
from scripts.model import DUTIES, ROLES
from scripts.press import word_id
from scripts.records import Data, Document, Place
from scripts.tracker import quarter

DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def check(data: Data) -> Iterator[Finding]:
    """Findings for unknown dimensions, for those the id does not use, and for words in braces that are no dimension of the family."""
    document = data.documents.get("measures")
    for i, family in enumerate(document.value if document else []):
        by, used = family.get("by", []), placeholders(family["id"])
        for j, name in enumerate(by):
            if name not in DIMENSIONS:
                yield document.finding((i, "by", j), "measure", f"unknown dimension {name}; {nearest(name, DIMENSIONS)}")
            elif name not in used:
                told = f"the id {family['id']} does not use {name}; expected {{{name}}} in it, or no {name} here"
                yield document.finding((i, "by", j), "measure", told)
        texts = [((field, language), family[field][language]) for field in ("label", "definition") for language in LANGUAGES]
        for place, text in ((("id",), family["id"]), *texts):
            for name in placeholders(text):
                if name not in by:
                    yield document.finding((i, *place), "measure", f"{{{name}}} is no dimension of {family['id']}; {_expected(name, by)}")


def _expected(name: str, by: list[str]) -> str:
    return nearest(name, by) if by else f"expected by: [{name}], or a text without braces"


def ids(data: Data, known: Mapping[str, set[str]]) -> Iterator[tuple[Document, Place, str, str]]:
    """(file, place, "measure", id) of every measure, families spelled out with the members at hand.

    A family with an unknown dimension gives none. known: the ids of the other records by kind.
    """
    document = data.documents.get("measures")
    members = _members(data, known)
    for i, family in enumerate(document.value if document and isinstance(document.value, list) else []):
        if not isinstance(family, dict) or not isinstance(family.get("id"), str):
            continue
        by = placeholders(family["id"])
        if set(by) <= set(DIMENSIONS):
            yield from ((document, (i,), "measure", fill(family["id"], choice)) for choice in combinations(by, members))


def _members(data: Data, known: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """What `measures.dimensions` gives for a report, from files that may still be wrong."""
    vocabularies = codes(data)
    return {
        **{kind: sorted(known[kind]) for kind in ("pillar", "section", "order", "agency", "reading")},
        "role": list(ROLES), "duty": list(DUTIES), "field": list(FIELDS),
        "source": [document.name for document in data.folder("press")],
        "search": sorted({word_id(words) for words in known["search"]}),
        "quarter": sorted({quarter(event) for event in known["event"] if DAY.match(event)}),
        **{dimension: [code for code in dict.fromkeys(vocabularies.get(name, [])) if isinstance(code, str)] for dimension, name in CODES.items()},
    }
