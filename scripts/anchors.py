"""Give every heading, table row and paragraph of a page an anchor, the same in both languages, and a mark by which its link can be copied.

Headings and records bring their anchors along; a row is named after the record
it leads to, a paragraph after the part of the page it stands in and its place there.
"""
import re
from collections import Counter

from lxml import html

BESIDE = {"ap-rail", "ap-cite", "ap-note", "ap-facts", "ap-meta"}          # parts of a page whose texts have no anchors of their own
WITHIN = {"li", "dl", "nav", "figure", "details", "blockquote"}                 # nor what stands in these
OWN = {"ap-prov", "ap-term"}                                               # records that have a mark already


def anchor(page: html.HtmlElement) -> None:
    """Add the anchors and their marks; the words of the marks are on the page's line of tools."""
    tools, article = page.xpath("//p[contains(@class, 'ap-tools')]"), page.find(".//article")
    if tools:
        _walk(article, "top", Counter(page.xpath("//@id")), tools[0].get("data-link"))


def _walk(parent: html.HtmlElement, part: str, taken: Counter, label: str, owned: bool = False) -> str:
    """Mark what stands in an element; `part` is the anchor above it, and the result the last one in it."""
    for element in parent:
        if not isinstance(element.tag, str) or BESIDE & _classes(element):
            continue
        name = element.get("id")
        if element.tag in ("h2", "h3") and name:
            part = name
            if not owned:
                element.append(_mark(name, label))
        elif element.tag == "tbody":
            for row in element.xpath("./tr[*]"):
                row.set("id", name := row.get("id") or _free(_row(row), taken))
                row[0].append(_mark(name, label))
        elif element.tag == "p" and not element.attrib and element.text_content().strip():
            element.set("id", name := _free(f"{part}-p", taken, numbered=True))
            element.append(_mark(name, label))
        elif element.tag not in WITHIN:
            own = bool(OWN & _classes(element))
            part = _walk(element, name if own else part, taken, label, owned or own)
    return part


def _classes(element: html.HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())


def _mark(name: str, label: str) -> html.HtmlElement:
    mark = html.Element("a", {"class": "ap-link", "href": f"#{name}", "aria-label": label, "title": label})
    mark.text = "#"
    return mark


def _row(row: html.HtmlElement) -> str:
    """What a row is about: the record that its head, or else its first link, leads to."""
    links = row.xpath("./th//a/@href") or row.xpath(".//a/@href")
    words = re.findall(r"[\w.-]+", links[0].split("://")[-1]) if links else []
    return f"r-{words[-1] if words else row.getparent().index(row) + 1}"


def _free(name: str, taken: Counter, numbered: bool = False) -> str:
    """The name, with a number if it is taken already or is to have one."""
    taken[name] += 1
    number = taken[name]
    return f"{name}{number}" if numbered else name if number == 1 else f"{name}-{number}"
