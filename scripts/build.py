"""The build on one screen: load → check → analyse → verify → draw → render → export → syndicate → typeset → publish."""
import sys
import time

from scripts import paths
from scripts.analyse import analyse, chart_tables
from scripts.check import check
from scripts.draw import Drawing, draw, for_paper, save
from scripts.export import export
from scripts.finding import Finding
from scripts.frozen import altered, copies
from scripts.load import load
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
    if _told([*verify(report, figures, data), *altered(data.digests, data.checksums, report.edition.version, paths.DOCS / "frozen")]):
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


def generate() -> tuple[Report, dict, list[Drawing], Data] | None:
    """Check the data and write docs/ but for its PDF; returns the report, its figures, the drawings and the loaded data, or None if the data has problems."""
    if not (result := checked()):
        return None
    report, figures, tables, data = result
    drawings, findings = draw(report, figures, tables, data)
    if _told(findings):
        return None
    count = render(report, figures, tables, {drawing.name: (*drawing.size, drawing.head) for drawing in drawings}, paths.DOCS, paths.TEMPLATES)
    files = export(report, figures, tables, paths.DOCS) + syndicate(report, paths.DOCS / "root") + save(drawings, paths.DOCS / "charts")
    print(f"wrote {count} pages in each language and {len(files)} files of drawings, data, feeds and calendar to docs/")
    return report, figures, drawings, data


def site(papers: bool = True) -> bool:
    """Check, generate, typeset and publish; a failure at any point leaves the earlier site as it was. papers: false for a preview, which keeps the PDF that are there."""
    start = time.perf_counter()
    if not (result := generate()):
        return False
    report, figures, drawings, data = result
    if papers and not _typeset(report, figures, drawings, data):
        return False
    pages = publish(paths.DOCS, paths.WORK, paths.SITE, report.edition.as_of, copies(report, paths.DOCS / "frozen"))
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
