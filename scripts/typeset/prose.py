"""Markdown prose as blocks and runs, through the same Markdown as the pages."""
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

import markdown
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html
from markupsafe import Markup

from scripts.registers import Essay
from scripts.typeset.blocks import Block, items, pairs, par, table
from scripts.typeset.manuscript import Manuscript, Runs

RECORD = "record:"              # the scheme under which prose names a record until its place is known
INLINE = {"strong": "b", "b": "b", "em": "i", "small": "soft", "span": "soft", "code": "code"}


class Prose:
    """Converts the essays of data/pages and the tables they call."""

    def __init__(self, manuscript: Manuscript, templates: Path) -> None:
        self.manuscript, self.templates = manuscript, templates
        self._read: dict[str, list[html.HtmlElement]] = {}            # a brief and the report share their texts

    def blocks(self, text: str) -> list[Block]:
        """A text of several paragraphs, lists and tables."""
        return [block for element in self._parsed(text) for block in self._block(element)]

    def runs(self, text: str) -> Runs:
        """A text of one paragraph. Raises ValueError if there are more."""
        elements = self._parsed(text)
        if [element.tag for element in elements] != ["p"]:
            raise ValueError(f"one paragraph was expected: {text}")
        return self._inline(elements[0])

    def essay(self, essay: Essay) -> Iterator[Block]:
        """A brief in running text: its standfirst, and each finding with its grounds."""
        language = self.manuscript.language
        yield par(self.runs(essay.standfirst[language]), "lead")
        for block in essay.blocks:
            yield par([{"k": "b", "t": self.runs(block.heading[language])}, " " if language == "en" else "", *self.runs(block.body[language])])

    def findings(self, essay: Essay) -> list[Block]:
        """The findings of a brief, each beneath its own heading."""
        language = self.manuscript.language
        return [{"k": "finding", "say": self.runs(block.heading[language]), "why": self.runs(block.body[language])} for block in essay.blocks]

    @cached_property
    def _environment(self) -> Environment:
        return Environment(loader=FileSystemLoader(self.templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)

    def _parsed(self, text: str) -> list[html.HtmlElement]:
        if text not in self._read:
            self._read[text] = self._elements(text)
        return self._read[text]

    def _elements(self, text: str) -> list[html.HtmlElement]:
        m, plain = self.manuscript, self._environment.overlay(autoescape=False)

        def link(kind: str, item: str, label: str) -> Markup:
            return Markup('<a href="{}">{}</a>').format(href(kind, item), label)

        def href(kind: str, item: str = "") -> str:
            return f"{RECORD}{kind}/{item}"

        def figure(name: str) -> int | str:
            return m.figures[name]

        def called(name: str, **values: str) -> Markup:
            names = {"r": m.report, "L": m.language, "t": m.t, "figure": figure, "href": href}
            return Markup(self._environment.get_template(f"tables/{name}.md.jinja").render(**names, **values).strip())

        source = plain.from_string(text).render(figure=figure, link=link, table=called)
        return html.fragments_fromstring(markdown.markdown(source, extensions=["tables", "md_in_html", "attr_list"]))

    def _block(self, element: html.HtmlElement) -> list[Block]:
        if element.tag == "p":
            return [par(self._inline(element))]
        if element.tag in ("ul", "ol"):
            return [items([self._inline(item) for item in element])]
        if element.tag == "dl":
            return [pairs([(self._inline(pair.find("dt")), self._inline(pair.find("dd"))) for pair in element])]
        if element.tag == "table":
            return [self._table(element)]
        raise ValueError(f"prose has a <{element.tag}>, which no document can set")

    def _table(self, element: html.HtmlElement) -> Block:
        heads = element.findall("thead/tr/th")
        rows = element.findall("tbody/tr")
        right = tuple(n for n, cell in enumerate(heads) if "r" in cell.get("class", "").split())
        sums = tuple(n for n, line in enumerate(rows) if "ap-sum" in line.get("class", "").split())
        wide = [1 if n in right else 3 for n in range(len(heads))]
        return table(wide, [self._inline(cell) for cell in heads], [[self._inline(cell) for cell in line] for line in rows], right=right, sums=sums)

    def _inline(self, element: html.HtmlElement) -> Runs:
        runs: Runs = [element.text] if element.text and element.text.strip("\n") else []
        for child in element:
            runs += self._child(child)
            runs += [child.tail] if child.tail else []
        return runs

    def _child(self, child: html.HtmlElement) -> Runs:
        if child.tag == "br":
            return [{"k": "br"}]
        inner = self._inline(child)
        if child.tag == "p":
            return inner
        if child.tag != "a":
            return [{"k": INLINE[child.tag], "t": inner}]
        href = unquote(child.get("href"))
        if not href.startswith(RECORD):
            return [{"k": "url", "url": href, "t": inner}]
        return [self.manuscript.way(*href.removeprefix(RECORD).split("/", 1), inner)]
