"""What can be cited: every page and item of the report in each language, and the documents it rests on.

A work holds bibliographic facts only; `cite` gives them to a citation processor.
"""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scripts import permalinks
from scripts.languages import HAN, LANGUAGES, TAGS, numbers
from scripts.model import Text
from scripts.page import Page, fill
from scripts.report import Report


@dataclass(frozen=True)
class Work:
    """One citable thing. `key` names its files below cite/; dates are ISO 8601; `pages` are printed pages.

    genre: the number by which a document is known, such as the version in words. english: the same work for styles that are written in English.
    record: the id of the record it comes from, for findings.
    """

    key: str
    kind: str
    title: str
    author: tuple[str, ...]
    language: str
    url: str = ""
    issued: str = ""
    accessed: str = ""
    container: str = ""
    publisher: str = ""
    genre: str = ""
    version: str = ""
    pages: str = ""
    english: "Work | None" = None
    record: str = ""


@dataclass(frozen=True)
class Citation:
    """A work and its reference in every style, as HTML without links."""

    work: Work
    styles: dict[str, str]


# What a citation cannot do without, by kind of work; a page on the web without a date has the day on which it was read.
REQUIRED = {"report": ("title", "author", "issued", "url"), "webpage": ("title", "author", "accessed", "url"),
            "legislation": ("title", "author", "issued", "url", "genre"), "article": ("title", "issued")}                 # an article whose file names nobody has no author


def faults(work: Work) -> list[str]:
    """The fields that a citation of this kind of work needs and the work has not."""
    return [field for field in REQUIRED[work.kind] if not any(getattr(work, field))]


def own(report: Report, pages: Iterable[Page]) -> Iterator[Work]:
    """Every page, and every item within a page that has a short address, in both languages."""
    for page in pages:
        yield from _both(report, page.kind, page.item, _title(report, page.kind, page.item, page.title))
    for provision in report.provisions:
        yield from _both(report, "provision", provision.id, fill(report, "cite.provision", title=provision.title, number=report.index[provision.order].number, section=provision.section))
    for term in report.terms:
        yield from _both(report, "term", term.id, fill(report, "cite.term", title=term.term))


def _both(report: Report, kind: str, item: str, title: Text) -> Iterator[Work]:
    edition, english = report.edition, None
    for language in reversed(LANGUAGES):
        work = Work(
            key=f"{permalinks.key(kind, item)}.{language}", kind="report", title=title[language], author=(edition.publisher[language],), language=TAGS[language],
            url=permalinks.absolute(edition.address, language, permalinks.path(kind, item)), issued=edition.as_of, publisher=edition.publisher[language],
            container=edition.name[language] if edition.name[language] not in (title[language], edition.publisher[language]) else "",
            genre=report.strings["cite.version"][language].format(version=edition.version), version=edition.version, record=item,
            english=english and replace(english, title=f"{title[language]} [{english.title}]"),
        )
        yield work
        english = work


def _title(report: Report, kind: str, item: str, title: Text) -> Text:
    """How a citation names a page: items of the plan with their kind, claims with their verdict."""
    if kind in ("action", "section"):
        return fill(report, f"cite.{kind}", title=report.index[item].title, id=item)
    if kind == "chart":
        return fill(report, "cite.chart", title=title)
    if kind == "pillar":
        return fill(report, "cite.pillar", title=title, pillar=report.strings[f"pillar.{item}"])
    if kind == "claim":
        verdict = report.code("verdicts", report.index[item].verdict).label
        return fill(report, "claim.page", title=report.index[item].title, id=item, verdict=verdict)
    return title


def sources(report: Report) -> Iterator[Work]:
    """The documents behind the records, each in its own language: pages of the plan, orders, articles, the first source of every event."""
    spans = {(record.page, record.page_end) for record in (*report.plan.pillars, *report.sections, *report.actions)}
    plan = report.source(report.plan.source)
    for first, last in sorted(spans):
        yield _document(report, plan.id, source_key("plan", numbers(first, last)), f"{plan.link}#page={report.sheet(first)}", numbers(first, last))
    yield _document(report, plan.id, source_key("plan"), plan.link)
    for order in report.orders:
        yield _document(report, order.source, source_key(order.source), report.source(order.source).link)
    for article in report.articles:
        yield _document(report, article.source, source_key(article.source), report.source(article.source).link or "")
    for event in report.tracker.events:
        first = event.sources[0]
        yield Work(source_key(event.id), "webpage", first.title, (first.publisher,), TAGS["zh" if HAN.search(first.title) else "en"], first.url, accessed=first.accessed, record=event.id)


def source_key(source: str, pages: str = "") -> str:
    """The key of a document, or of pages of it: `source-plan-p4-5`."""
    return f"source-{source}" + (f"-p{pages.replace('–', '-')}" if pages else "")


def _document(report: Report, source: str, key: str, url: str, pages: str = "") -> Work:
    entry = report.source(source)
    said = entry.cite
    return Work(key, said.kind, said.title, said.author, entry.language, url, entry.date, container=said.container or "", publisher=said.publisher or "", genre=said.number or "", pages=pages, record=source)
