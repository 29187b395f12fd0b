"""The build on one screen: load → check → analyse → verify → draw → export → cite → render → syndicate → typeset → cards → describe → publish."""
import sys
import time

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
from scripts.offer import NOTHING
from scripts.pages import pages
from scripts.permanence import add, hold
from scripts.publish import publish
from scripts.records import Data
from scripts.render import render
from scripts.report import Report
from scripts.syndicate import syndicate
from scripts.typeset import typeset
from scripts.verify import verify


def checked() -> tuple[Report, dict, dict, Data] | None:
    """The report, its figures, the rows behind its charts and the loaded data; None after every finding has been printed."""
    start = time.perf_counter()
    data = load(paths.DATA)
    if _told(check(data, paths.SOURCES)):
        return None
    report = Report.from_data(data)
    figures, tables = analyse(report), chart_tables(report)
    damage = altered(data.digests, data.checksums, report.edition.version, paths.DOCS / "frozen")
    if _told([*verify(report, figures, data), *hold([*places(report, pages(report, figures, tables, NOTHING))], data), *damage]):
        return None
    compared = "compared with the sources" if paths.SOURCES.is_dir() else "the sources are not at hand, so texts were not compared with them"
    print(f"checked {len(report.actions)} actions, {len(report.provisions)} provisions, {len(report.agencies)} agencies, "
          f"{len(report.claims)} claims, {len(report.tracker.events)} events, {len(report.terms)} terms in {time.perf_counter() - start:.1f} s; {compared}")
    return report, figures, tables, data


def _told(findings: list[Finding]) -> bool:
    for finding in findings:
        print(finding, file=sys.stderr)
    if findings:
        print(f"{len(findings)} problems in the data; nothing was built.", file=sys.stderr)
    return bool(findings)


def generate() -> tuple[Report, dict, list[Drawing], Data, dict[str, str]] | None:
    """Check the data and write docs/ but for its PDF and cards; returns the report, its figures, the drawings, the loaded data and the heads of the pages, or None if the data has problems."""
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
    return report, figures, drawings, data, describe(report, figures, listed, citations, offer, paths.TEMPLATES)


def list_addresses() -> bool:
    """Add what the site publishes and data/permalinks.csv lacks to its end, files as docs/ has them from the last `generate`."""
    data = load(paths.DATA)
    if _told(check(data, None)):
        return False
    report = Report.from_data(data)
    listed = list(pages(report, analyse(report), chart_tables(report), NOTHING))
    count = add([*places(report, listed), *files(paths.DOCS, listed)], data, report.edition.version, paths.DATA / "permalinks.csv")
    print(f"added {count} addresses to data/permalinks.csv")
    return True


def site(papers: bool = True) -> bool:
    """Check, generate, typeset and publish; a failure at any point leaves the earlier site as it was. papers: false for a preview, which keeps the PDF and the cards that are there."""
    start = time.perf_counter()
    if not (result := generate()):
        return False
    report, figures, drawings, data, heads = result
    if papers and not (_typeset(report, figures, drawings, data) and _cards(report, figures, drawings, data)):
        return False
    pages = publish(paths.DOCS, paths.WORK, paths.SITE, report.edition.as_of, heads, copies(report, paths.DOCS / "frozen"))
    print(f"published {pages} pages to {paths.SITE}/ in {time.perf_counter() - start:.0f} s; serve it with: make serve")
    return True


def _typeset(report: Report, figures: dict, drawings: list[Drawing], data: Data) -> bool:
    """Write docs/pdf/; false if something does not fit, and nothing is written."""
    start = time.perf_counter()
    files, findings = typeset(report, figures, for_paper(drawings), data, paths.DOCS / "pdf", paths.TEMPLATES, paths.FONTS)
    if _told(findings):
        return False
    print(f"typeset {len(files)} documents for print in {time.perf_counter() - start:.0f} s")
    return True


def _cards(report: Report, figures: dict, drawings: list[Drawing], data: Data) -> bool:
    """Write docs/cards/; false if something does not fit, and nothing is written."""
    start = time.perf_counter()
    files, findings = cards(report, figures, for_cards(drawings), data, paths.DOCS / "cards", paths.TEMPLATES, paths.FONTS)
    if _told(findings):
        return False
    print(f"made {len(files)} cards for links from elsewhere in {time.perf_counter() - start:.0f} s")
    return True
