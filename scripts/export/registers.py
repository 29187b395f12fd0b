"""What the tables of bodies, documents, terms, numbers and codes hold: for every table a list of rows, each its fields by name."""
from collections.abc import Iterator

from scripts.registers import Term
from scripts.report import Report


def tables(report: Report, figures: dict[str, int | str]) -> dict[str, list[dict]]:
    """The registers of the report, its charts, measures and vocabularies."""
    return {
        "agencies": [dict(agency) for agency in report.agencies],
        "citations": [dict(citation) for citation in report.citations],
        "sources": [dict(source) for source in report.sources],
        "source_titles": [{"source": source.id, **dict(variant)} for source in report.sources for variant in source.variants],
        "terms": [dict(term) for term in report.terms],
        "term_variants": [variant for term in report.terms for variant in _variants(term)],
        "term_actions": [{"term": term.id, "action": action} for term in report.terms for action in term.actions],
        "charts": [dict(chart) for chart in report.charts],
        "measures": list(_measures(report, figures)),
        "codes": [{"vocabulary": name, "code": code.id, "rank": rank, **dict(code)} for name, codes in report.vocabularies.items() for rank, code in enumerate(codes, 1)],
    }


def _variants(term: Term) -> Iterator[dict]:
    """Renderings seen and renderings to avoid, one row a rendering: the places of one seen more than once are joined."""
    seen: dict[str, list[str]] = {}
    for variant in term.variants:
        seen.setdefault(variant.text, []).append(variant.seen)
    for text in dict.fromkeys((*seen, *term.avoid)):
        yield {"term": term.id, "text": text, "seen": "; ".join(seen.get(text, [])) or None, "avoided": text in term.avoid}


def _measures(report: Report, figures: dict[str, int | str]) -> Iterator[dict]:
    subjects = {family.id: family.subject for family in report.families}
    for definition in report.definitions.values():
        value = figures[definition.id]
        number, unit = quantity(value)
        yield {"id": definition.id, "value": number, "shown": str(value), "unit": unit, "subject": subjects[definition.family], "name": definition.label, "definition": definition.definition}


def quantity(value: int | str) -> tuple[int | float | None, str]:
    """The value of a measure as a number, None where it is a name, and its unit."""
    if isinstance(value, int):
        return value, "count"
    if value.endswith("%"):
        return int(value.removesuffix("%")), "percent"
    return (float(value), "kappa") if value.replace(".", "", 1).lstrip("-").isdigit() else (None, "name")
