"""Write the Markdown pages of both languages from the report and its figures."""
import json
import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts import languages, permalinks
from scripts.embeds import embed, embeds
from scripts.gates import departed, gates
from scripts.labels import Labels
from scripts.page import Page
from scripts.prose import filled
from scripts.report import Report
from scripts.sheet import foot
from scripts.works import Citation, source_key

PHRASE = re.compile(r"(?<=[，：、；])")
HYPHENATED = re.compile(r"\w+(?:-\w+)+")


def render(report: Report, figures: dict[str, int | str], listed: list[Page], citations: dict[str, Citation], sizes: dict[str, tuple[int, int, int]], docs: Path, templates: Path) -> int:
    """Write every page below docs/zh and docs/en and remove those no record asks for; returns the pages per language.

    citations: those of every work by its key. sizes: width and height of each drawing
    by its file, so that a page keeps room for it, and how high its head is. Only files whose content changes are written, so that a preview rebuilds no more than needed.
    """
    environment = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        comment_start_string="{##", comment_end_string="##}",          # Markdown writes anchors as {#id}
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    for language in languages.LANGUAGES:
        folder = docs / language
        written = {_write(folder / page.file, _page(environment, report, figures, citations, sizes, page, language)) for page in listed}
        for stray in set(folder.rglob("*.md")) - written:
            stray.unlink()
        _write(docs / f"mkdocs.{language}.yml", environment.get_template("mkdocs.yml.jinja").render(
            L=language, r=report, t=_strings(report, language), day=lambda iso, language=language: languages.day(iso, language)))
    _outside(environment, report, figures, sizes, docs / "root")
    return len(listed)


def _outside(environment: Environment, report: Report, figures: dict, sizes: dict, root: Path) -> None:
    """Write what stands outside the pages of the two languages: gates, frames for other sites, and what retired addresses show; remove what no record asks for."""
    gate, frame, moved = (environment.get_template(f"{name}.html.jinja") for name in ("gate", "embed", "moved"))
    kept = {_write(root / g.file, gate.render(g=g, tags=languages.TAGS, choose=report.strings["gate.choose"])) for g in gates(report)}
    kept |= {_write(root / e.path / "index.html", frame.render(e=e, tags=languages.TAGS, **_source(report, e.kind, e.language))) for e in embeds(report, figures, sizes)}
    kept |= {_write(root / file, moved.render(m=entry, L=language, tags=languages.TAGS, t=_strings(report, language), base="../" * file.count("/"), target=target))
             for file, language, target, entry in departed(report)}
    for stray in set(root.rglob("*.html")) - kept:
        stray.unlink()


def _source(report: Report, kind: str, language: str) -> dict[str, str]:
    """The words around what others embed: whose it is, of which edition, under which licence, and where there is more."""
    t, edition = _strings(report, language), report.edition
    source = t("embed.source", name=edition.name[language], version=edition.version, date=languages.day(edition.as_of, language), licence=edition.licence[language])
    return {"source": source, "more": t(f"embed.more.{kind}"), "name": edition.name[language], "colon": t("colon"), "clause": t("clause")}


def _page(environment: Environment, report: Report, figures: dict, citations: dict[str, Citation], sizes: dict, page: Page, language: str) -> str:
    names = _names(environment, report, figures, sizes, page, language) | {"citations": citations}
    names["gone"] = [entry for entry in report.retired if "#" in entry.address and entry.address.split("#")[0] == page.path]
    text = "\n\n".join((
        environment.get_template("tools.md.jinja").render(**names),
        environment.get_template(f"{page.template}.md.jinja").render(**names, **page.context(names)),
        environment.get_template("moved.md.jinja").render(**names)))
    edition = names["t"]("sheet.edition", version=report.edition.version, date=names["day"](report.edition.as_of))
    sheet = foot(page.title[language], edition, report.strings["sheet.page"][language], report.edition.address, language, page.path)
    front = {"title": page.title[language], "description": page.description[language], "hide": ["navigation", "toc"], "sheet": sheet}
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{head}---\n\n" + re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _names(environment: Environment, report: Report, figures: dict, sizes: dict, page: Page, language: str) -> dict:
    """The words a template may use: the records, the language, and how to link, count and date."""
    def href(kind: str, item: str = "") -> str:
        return permalinks.relative(permalinks.path(kind, item), page.path)

    def link(kind: str, item: str, label: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(href(kind, item), label)

    def figure(name: str) -> int | str:
        return figures[name]

    def fill(text: str) -> str:
        return filled(text, figures)

    plain = environment.overlay(autoescape=False)         # essays are Markdown, not text to be escaped

    def essay(text: str) -> Markup:
        return Markup(plain.from_string(text).render(figure=figure, link=link, table=table))

    def table(name: str, **values: str) -> Markup:
        return Markup(environment.get_template(f"tables/{name}.md.jinja").render(**names, **values).strip())

    def said(chart: str, field: str) -> str:
        return Labels(report, report.chart(chart), language, figures).text(field)

    names = {
        "embed": lambda kind, item: embed(report, figures, sizes, kind, item, language), "embedded": lambda kind: _source(report, kind, language),
        "said": said, "size": sizes.__getitem__, "this": page, "ready": permalinks.ready, "all_papers": languages.PAPERS, "relative": lambda address: permalinks.relative(address, page.path),
        "r": report, "L": language, "O": languages.other(language), "tags": languages.TAGS,
        "t": _strings(report, language), "href": href, "link": link, "figure": figure, "essay": essay, "fill": fill, "kind": permalinks.kind,
        "day": lambda iso: languages.day(iso, language),
        "span": lambda first, last: languages.span(first, last, language),
        "sheets": lambda first, last: languages.sheets(first, last, language),
        "pages": languages.numbers,
        "marked": _marked if language == "en" else Markup.escape, "phrases": PHRASE.split, "unbroken": _unbroken,
        "number": lambda text: Markup('<span class="ap-num">{}</span>').format(text),
        "cite_key": permalinks.key, "source_key": source_key, "styles": languages.STYLES[language],
        "short": lambda kind, item: permalinks.short(kind, item) if kind in permalinks.SHORT else "",
    }
    return names


def _strings(report: Report, language: str) -> Callable[..., str]:
    def t(key: str, **values: object) -> str:
        if key not in report.strings:
            raise KeyError(f"data/strings.yml has no {key}, which a template shows")
        return report.strings[key][language].format(**values)
    return t


def _marked(text: str) -> Markup:
    """An English text whose Chinese words say that they are Chinese, for fonts and screen readers."""
    return Markup(languages.HAN.sub(lambda run: f'<span lang="{languages.TAGS["zh"]}">{run.group()}</span>', str(Markup.escape(text))))


def _unbroken(text: str) -> Markup:
    """A heading whose hyphenated words never break."""
    return Markup(HYPHENATED.sub(lambda word: f'<span class="ap-nw">{word.group()}</span>', str(Markup.escape(text))))


def _write(file: Path, text: str) -> Path:
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return file
