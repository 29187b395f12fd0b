"""The plan is complete: pillars, sections and actions in number, order and page (codebook, sections 1 and 2)."""
from collections.abc import Iterator

from scripts.records import Data, Document
from scripts.finding import Finding


def check(data: Data, everything: Data) -> Iterator[Finding]:
    """Findings for wrong counts, gaps in the numbering, and pages outside the document or their section.

    data: the files of the right form; everything: all files, of which the
    pillars' sections and actions are counted.
    """
    plan, register = data.documents.get("plan/plan"), data.documents.get("sources")
    sections = [d for key, d in data.documents.items() if key.startswith("plan/") and key != "plan/plan"]
    if not plan:
        return
    sources = {source["id"]: source for source in register.value} if register else {}
    last = sources.get(plan.value["source"], {}).get("printed_pages")
    for i, pillar in enumerate(plan.value["pillars"]):
        mine = [d.value for key, d in everything.documents.items() if key.startswith(f"plan/{pillar['id']}.") and isinstance(d.value, dict)]
        actions = sum(len(section.get("actions") or []) for section in mine)
        for field, found in (("sections", len(mine)), ("actions", actions)):
            if found != pillar[field]:
                yield plan.finding(("pillars", i, field), "count", f"pillar {pillar['id']} should have {pillar[field]} {field}, data/plan/ holds {found}")
        yield from _pages(plan, ("pillars", i), pillar, 1, last)
    for document in sections:
        yield from _section(document, last)
    if coding := data.documents.get("coding"):
        coded = {record["id"] for record in coding.value}
        for missing in sorted({a["id"] for d in sections for a in d.value["actions"]} - coded):
            yield coding.finding((), "count", f"the second coding lacks {missing}")


def _section(document: Document, last: int | None) -> Iterator[Finding]:
    section = document.value
    if section["id"] != document.name:
        yield document.finding(("id",), "count", f"section {section['id']} stands in the file of {document.name}; id and file name are the same")
    yield from _pages(document, (), section, 1, last)
    for i, action in enumerate(section["actions"]):
        expected = f"{section['id']}.{i + 1}"
        if action["id"] != expected:
            yield document.finding(("actions", i, "id"), "count", f"{action['id']} is out of order; expected {expected}")
        yield from _pages(document, ("actions", i), action, section["page"], section["page_end"])


def _pages(document: Document, place: tuple, record: dict, first: int, last: int | None) -> Iterator[Finding]:
    for field in ("page", "page_end"):
        if record[field] < first or last and record[field] > last:
            yield document.finding((*place, field), "page", f"page {record[field]} is outside; expected {first} to {last}")
    if record["page_end"] < record["page"]:
        yield document.finding((*place, "page_end"), "page", f"ends on page {record['page_end']}, before it begins on page {record['page']}")
