"""The build on one screen: load → check → analyse → verify → draw → export → cite → render → syndicate → typeset → cards → describe → publish."""
import sys
import time
from dataclasses import dataclass

from scripts import paths
from scripts.addresses import files, places
from scripts.analyse import analyse, chart_tables
from scripts.cards import cards
from scripts.check import check
from scripts.cite import cite
from scripts.describe import describe
from scripts.draw import Drawing, draw, for_cards, for_paper, save
from scripts.export import export
from scripts.finding import Finding
from scripts.frozen import altered, copies
from scripts.guide import guide
from scripts.load import load
from scripts.offer import NOTHING, Offer
from scripts.page import Page
from scripts.pages import pages
from scripts.permanence import add, hold
from scripts.publish import publish
from scripts.records import Data
from scripts.render import render
from scripts.report import Report
from scripts.syndicate import syndicate
from scripts.typeset import typeset
from scripts.verify import verify
from scripts.works import Citation


def checked(listed: bool = True) -> tuple[Report, dict, dict, Data] | None:
    """The report, its figures, the rows behind its charts and the loaded data; None after every finding has been printed. listed: whether addresses must be in data/permalinks.csv."""
    start = time.perf_counter()
    data = load(paths.DATA)
    if _told(check(data, paths.SOURCES)):
        return None
    report = Report.from_data(data)
    figures, tables = analyse(report), chart_tables(report)
    damage = altered(data.digests, data.checksums, report.edition.version, paths.DOCS / "frozen")
    unlisted = hold([*places(report, pages(report, figures, tables, NOTHING))], data) if listed else []
    if _told([*verify(report, figures, data), *unlisted, *damage]):
        return None
    compared = "compared with the sources" if paths.SOURCES.is_dir() else "the sources are not at hand, so texts were not compared with them"
    print(f"checked {len(report.actions)} actions, {len(report.provisions)} provisions, {len(report.agencies)} agencies, "
          f"{len(report.claims)} claims, {len(report.tracker.events)} events, {len(report.terms)} terms in {time.perf_counter() - start:.1f} s; {compared}")
    return report, figures, tables, data


def _told(findings: list[Finding]) -> bool:
    for finding in findings:
        print(finding, file=sys.stderr)
    if findings:
        print(f"{len(findings)} problem{'s' * (len(findings) > 1)} in the data; nothing was built.", file=sys.stderr)
    return bool(findings)


@dataclass(frozen=True)
class Made:
    """What has been made when docs/ is written, for the stages that follow."""

    report: Report
    figures: dict
    data: Data
    drawings: list[Drawing]
    offer: Offer
    listed: list[Page]
    citations: dict[str, Citation]


def generate() -> Made | None:
    """Check the data and write docs/ but for its PDF and cards; None if the data has problems."""
    if not (result := checked()):
        return None
    report, figures, tables, data = result
    drawings, findings = draw(report, figures, tables, data)
    if _told(findings):
        return None
    offer, findings = export(report, figures, tables, data, paths.DOCS)
    if _told(findings):
        return None
    listed = list(pages(report, figures, tables, offer))
    citations, findings = cite(report, listed, data, paths.DOCS / "cite")
    if _told(findings):
        return None
    count = render(report, figures, listed, citations, {drawing.name: (*drawing.size, drawing.head) for drawing in drawings}, paths.DOCS, paths.TEMPLATES)
    written = [*offer.files, *syndicate(report, paths.DOCS / "root"), *guide(report, paths.DOCS / "root"), *save(drawings, paths.DOCS / "charts")]
    if _told(hold([*files(paths.DOCS, listed)], data, of_files=True)):
        return None
    print(f"wrote {count} pages in each language and {len(written)} files of drawings, data, feeds and calendar to docs/")
    return Made(report, figures, data, drawings, offer, listed, citations)


def list_addresses() -> bool:
    """Add what the site publishes and data/permalinks.csv lacks to its end, files as docs/ has them from the last `generate`."""
    if not (result := checked(listed=False)):
        return False
    report, figures, tables, data = result
    listed = list(pages(report, figures, tables, NOTHING))
    count = add([*places(report, listed), *files(paths.DOCS, listed)], data, report.edition.version, paths.DATA / "permalinks.csv")
    print(f"added {count} addresses to data/permalinks.csv")
    return True


def site(papers: bool = True) -> bool:
    """Check, generate, typeset and publish; a failure at any point leaves the earlier site as it was. papers: false for a preview, which keeps the PDF and the cards that are there."""
    start = time.perf_counter()
    if not (made := generate()):
        return False
    if papers and not (_typeset(made) and _cards(made)):
        return False
    heads = describe(made.report, made.figures, made.listed, made.citations, made.offer, paths.TEMPLATES)
    count = publish(paths.DOCS, paths.WORK, paths.SITE, made.report.edition.as_of, heads, copies(made.report, paths.DOCS / "frozen"))
    print(f"published {count} pages to {paths.SITE}/ in {time.perf_counter() - start:.0f} s; serve it with: make serve")
    return True


def _typeset(made: Made) -> bool:
    """Write docs/pdf/; false if something does not fit, and nothing is written."""
    start = time.perf_counter()
    written, findings = typeset(made.report, made.figures, for_paper(made.drawings), made.data, paths.DOCS / "pdf", paths.TEMPLATES, paths.FONTS)
    if _told(findings):
        return False
    print(f"typeset {len(written)} documents for print in {time.perf_counter() - start:.0f} s")
    return True


def _cards(made: Made) -> bool:
    """Write docs/cards/; false if something does not fit, and nothing is written."""
    start = time.perf_counter()
    written, findings = cards(made.report, made.figures, made.listed, for_cards(made.drawings), made.data, paths.DOCS / "cards", paths.TEMPLATES, paths.FONTS)
    if _told(findings):
        return False
    print(f"made {len(written)} cards for links from elsewhere in {time.perf_counter() - start:.0f} s")
    return True
