"""Finish the published HTML: what joins the two languages and no theme knows of.

Every address is relative, so the site works below any base path and without
scripts.
"""
import re
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree, html

from scripts.anchors import anchor
from scripts.languages import LANGUAGES, TAGS

# The theme cuts a Chinese query into words of the index, but never tries the
# word that reaches to the end of the query: 数据中心 became 数据* 中*.
WORDCUT = re.compile(r"(for\(let (\w)=\w\+1;\2)<(t\.length;\2\+\+\)t\.slice\(\w,\2\)in e)")

# U+2019 is as wide as a Chinese sign in a Chinese font, and also the apostrophe of English words.
APOSTROPHE = re.compile(r"(?<=[A-Za-z])(’)(?= ?[A-Za-z])")

# Pages that lie elsewhere than the menu entry they belong to.
PARTS = {"claims/": re.compile(r"(compare|readings|sources/[^/]+)/"), "tracker/": re.compile(r"(timeline|events)/"), "methods/": re.compile(r"(figures|data)/")}


def postprocess(site: Path, heads: dict[str, str]) -> int:
    """Rewrite every page below site/zh and site/en; returns their number.

    Each page gets the language tag of its text, links to the same page in the
    other language, the menu entry it belongs to, relative links in the footer,
    an anchor for every heading, row and paragraph, narrow apostrophes in what
    is English on a Chinese page, and what `heads` holds for its path below the site. The theme's own error pages go: they know only one base path.
    """
    count = 0
    for language in LANGUAGES:
        _search(site / language)
        (site / language / "404.html").unlink(missing_ok=True)
        for file in sorted((site / language).rglob("*.html")):
            path = file.relative_to(site / language).parent.as_posix()
            path = "" if path == "." else path + "/"
            page = html.document_fromstring(file.read_bytes())
            _finish(page, language, path)
            anchor(page)
            if language == "zh":
                _narrow(page)
            text = etree.tostring(page, method="html", encoding="unicode", doctype="<!doctype html>")
            # lxml does not know that a source of a picture has no end tag.
            file.write_text(text.replace("</source>", "").replace("</head>", heads[f"{language}/{path}"] + "\n</head>", 1), encoding="utf-8")
            count += 1
    return count


def _search(folder: Path) -> None:
    """Let the search worker try whole words; RuntimeError if the theme has changed that place."""
    for worker in folder.glob("assets/javascripts/workers/search.*.min.js"):
        code, changed = WORDCUT.subn(r"\1<=\3", worker.read_text(encoding="utf-8"))
        if changed != 1:
            raise RuntimeError(f"{worker.name}: the place that cuts Chinese queries is not where it was; see WORDCUT in postprocess.py")
        worker.write_text(code, encoding="utf-8")


def _finish(page: html.HtmlElement, language: str, path: str) -> None:
    up = "../" * path.count("/")
    page.set("lang", TAGS[language])
    for link in page.xpath("//head/link[contains(@rel, 'alternate')]"):
        link.drop_tree()
    for link in page.xpath("//a[contains(@class, 'md-select__link')]"):
        code = link.get("hreflang")
        link.set("href", f"{up}../{code}/{path}")
        link.set("hreflang", TAGS[code])
        link.set("lang", TAGS[code])
    for dialog in page.xpath("//*[@data-md-component='search' and @role='dialog']"):
        dialog.set("aria-label", dialog.xpath(".//input/@aria-label")[0])
    for link in page.xpath("//a[starts-with(@href, 'page:')]"):
        link.set("href", up + link.get("href").removeprefix("page:"))
    # Once the page is a frozen copy, its notice is put in this place (frozen.py).
    page.body.insert(0, etree.Comment(" edition "))
    _tab(page, path)


def _narrow(page: html.HtmlElement) -> None:
    """Mark the apostrophes of English words in Chinese text as English, which gives them the Latin font and its width."""
    for text in page.xpath("//body//text()[contains(., '’')][not(ancestor::*[@lang='en'])][not(parent::script or parent::option)]"):
        before, *rest = APOSTROPHE.split(text)
        holder = text.getparent()
        parent, place = (holder, 0) if text.is_text else (holder.getparent(), holder.getparent().index(holder) + 1)
        if text.is_text:
            holder.text = before
        else:
            holder.tail = before
        for i, (sign, after) in enumerate(zip(rest[::2], rest[1::2])):
            mark = html.Element("span", lang="en")
            mark.text, mark.tail = sign, after
            parent.insert(place + i, mark)


def _tab(page: html.HtmlElement, path: str) -> None:
    """Mark the menu entry whose part of the site the page is in; single items stand in no menu."""
    part = next((entry for entry, pages in PARTS.items() if pages.match(path)), path)
    for item in page.xpath("//li[contains(@class, 'md-tabs__item')]"):
        target = urljoin(f"https://x/{path}", item.find("a").get("href")).removeprefix("https://x/")
        active = part.startswith(target) if target else not path
        classes = [name for name in item.get("class").split() if name != "md-tabs__item--active"]
        item.set("class", " ".join([*classes, *(["md-tabs__item--active"] if active else [])]))
        if active and target == path:
            item.find("a").set("aria-current", "page")
