"""Every address the site publishes, for the list of permanent addresses.

An address is either below both language folders (`plan/1.3.5/`) or, with a
slash in front, below the root of the site (`/a/1.3.5/`).
"""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts import languages, permalinks
from scripts.gates import gates
from scripts.page import Page
from scripts.report import Report


FILE = "file"


@dataclass(frozen=True)
class Address:
    """One address and what stands there."""

    address: str
    kind: str
    item: str


def places(report: Report, pages: Iterable[Page]) -> Iterator[Address]:
    """Pages, the items within them, and short addresses."""
    yield from (Address(page.path, page.kind, page.item) for page in pages)
    yield from _within(report)
    yield from (Address("/" + gate.file.removesuffix("index.html"), "short", gate.item) for gate in gates(report) if gate.target)


def files(docs: Path, pages: Iterable[Page]) -> Iterator[Address]:
    """Everything else below the root of the site: what has been written below `docs` for it, and the PDF, which are set later."""
    for folder, at in (("data", "data/"), ("charts", "charts/"), ("root", "")):
        for file in sorted(file for file in (docs / folder).rglob("*") if file.is_file()):
            path = file.relative_to(docs / folder)
            if path.parts[0] not in (*permalinks.SHORT.values(), *languages.LANGUAGES, "404.html"):
                yield Address(f"/{at}{path.as_posix().removesuffix('index.html')}", FILE, "")
    for document in sorted({page.document for page in pages}):
        for language in (*languages.LANGUAGES, *(("zh-en",) if document == "register" else ())):
            yield from (Address(f"/pdf/{permalinks.pdf(document, language, paper)}", FILE, "") for paper in languages.PAPERS[language])


def _within(report: Report) -> Iterator[Address]:
    """Items with an anchor on the page of another."""
    items = [
        ("provision", report.provisions), ("term", report.terms), ("source", report.sources), ("citation", report.citations), ("topic", [topic for topic in report.vocabularies["topics"] if any(claim.topic == topic.id for claim in report.claims)]),
    ]
    for kind, records in items:
        yield from (Address(permalinks.path(kind, record.id), kind, record.id) for record in records)
    yield from (Address(permalinks.path("measure", measure), "measure", measure) for measure in report.definitions)
    yield from (Address(permalinks.path("locator", at), "locator", at) for article in report.articles for paragraph in article.locators() for at in paragraph)
