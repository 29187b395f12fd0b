"""Write what machines read in the head of every page: who it is by, how it is cited, its other language, its picture, its licence."""
import json
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts import linked_data, permalinks
from scripts.languages import PAPERS, TAGS, other
from scripts.offer import Offer
from scripts.page import Page
from scripts.report import Report
from scripts.works import Citation

LOCALES = {"zh": "zh_CN", "en": "en_US"}                # as OpenGraph names languages
SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})           # JSON that cannot end its script element


def describe(report: Report, figures: dict[str, int | str], pages: list[Page], citations: dict[str, Citation], offer: Offer, templates: Path) -> dict[str, str]:
    """The elements to add to the head of each page, as HTML, by the page's path below the site: `zh/plan/1.3.5/`.

    offer: what the page of open data lists.
    """
    head = Environment(loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).get_template("head.html.jinja")
    return {f"{language}/{page.path}": head.render(_names(report, figures, page, language, citations, offer)).strip() for language in TAGS for page in pages}


def _names(report: Report, figures: dict, page: Page, language: str, citations: dict[str, Citation], offer: Offer) -> dict:
    edition, key = report.edition, permalinks.key(page.kind, page.item)
    card = edition.address + "cards/" + permalinks.picture(permalinks.card(page.kind, page.item), language)
    document = permalinks.pdf(page.document, language, PAPERS[language][0])
    return {
        "page": page, "L": language, "O": other(language), "tags": TAGS, "locales": LOCALES, "edition": edition, "work": citations[f"{key}.{language}"].work,
        "urls": {code: permalinks.absolute(edition.address, code, page.path) for code in TAGS}, "card": card, "alt": page.title[language],
        "files": {kind: f"{edition.address}cite/{key}.{language}.{ending}" for kind, ending in (("application/vnd.citationstyles.csl+json", "json"), ("application/x-bibtex", "bib"), ("application/x-research-info-systems", "ris"))},
        "pdf": f"{edition.address}pdf/{document}", "feed": "../" * (page.path.count("/") + 1) + f"feed.{language}.xml",
        "graph": Markup(json.dumps(linked_data.graph(report, figures, page, language, card, offer), ensure_ascii=False).translate(SCRIPT)),
    }
