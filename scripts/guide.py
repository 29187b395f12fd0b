"""Write what guides crawlers: robots.txt, and one map of the two languages' sitemaps."""
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

from scripts.languages import LANGUAGES
from scripts.report import Report

MAP = ElementMaker(namespace="http://www.sitemaps.org/schemas/sitemap/0.9", nsmap={None: "http://www.sitemaps.org/schemas/sitemap/0.9"})


def guide(report: Report, folder: Path) -> list[Path]:
    """Write robots.txt and sitemap.xml below `folder`; returns the files. Archived versions stay out: their pages ask not to be indexed."""
    edition = report.edition
    entries = (MAP.sitemap(MAP.loc(f"{edition.address}{language}/sitemap.xml"), MAP.lastmod(edition.as_of)) for language in LANGUAGES)
    (folder / "sitemap.xml").write_bytes(etree.tostring(MAP.sitemapindex(*entries), xml_declaration=True, encoding="utf-8", pretty_print=True))
    (folder / "robots.txt").write_text(f"User-agent: *\nAllow: /\n\nSitemap: {edition.address}sitemap.xml\n", encoding="utf-8")
    return [folder / "robots.txt", folder / "sitemap.xml"]
