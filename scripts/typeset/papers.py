"""Which documents there are as PDF, and what each holds."""
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.languages import HAN, LANGUAGES, PAPERS
from scripts.permalinks import pdf, place
from scripts.report import Report
from scripts.typeset import back, brief, register
from scripts.typeset.front import front
from scripts.typeset.manuscript import Manuscript, Runs
from scripts.typeset.orders import orders
from scripts.typeset.plan import plan
from scripts.typeset.press import press
from scripts.typeset.proof import walk
from scripts.typeset.prose import Prose
from scripts.typeset.tracker import tracker

SIZES = {"a4": "a4", "letter": "us-letter"}                 # papers, and what Typst calls them
# Words of the other language in a text. English in Chinese needs it only for its apostrophe, which would be as wide as a Chinese mark.
FOREIGN = {"zh": ("en", re.compile(r"([A-Za-z]+’[A-Za-z]*)")), "en": ("zh", HAN)}
MARGINS = {"report": 23, "brief": 19, "register": 15}


@dataclass(frozen=True)
class Paper:
    """One PDF: its file name, its template, and all it holds as plain values for the template."""

    file: str
    template: str
    content: dict

    def files(self, templates: Path, drawings: dict[str, str], register: bytes) -> dict[str, bytes]:
        """Everything Typst reads for it, by file name."""
        shown = [block["drawing"] for block in walk(self.content) if block.get("k") == "chart"]
        return {
            "main.typ": (templates / f"{self.template}.typ").read_bytes(), "base.typ": (templates / "base.typ").read_bytes(),
            "document.json": json.dumps(self.content, ensure_ascii=False, sort_keys=True).encode(),
            **{f"charts/{name}.svg": drawings[name].encode() for name in shown},
            **({"register.csv": register} if self.template == "report" else {}),
        }


def papers(report: Report, figures: dict[str, int | str], templates: Path) -> Iterator[Paper]:
    """Every PDF of the site: the report, the briefs and the register, in both languages and paper sizes, and the register in both at once."""
    for language in LANGUAGES:
        m = Manuscript(report, figures, language)
        prose = Prose(m, templates)
        yield from _sized("report", language, "report", _about(m, m.t("print.report"), _report(m, prose)))
        yield from _sized("briefing", language, "brief", _about(m, report.essays["home"].title[language], brief.briefing(m, prose)))
        for name, essay in report.essays.items():
            if essay.chart:
                yield from _sized(name, language, "brief", _about(m, essay.title[language], brief.brief(m, prose, essay)))
        yield from _sized("register", language, "register", _about(m, m.t("register.title"), register.register(m)))
    zh, en = (Manuscript(report, figures, language) for language in LANGUAGES)
    yield from _sized("register", "zh-en", "register", _about(zh, zh.t("register.title.both"), register.bilingual(zh, en)))


def _sized(document: str, language: str, template: str, content: dict) -> Iterator[Paper]:
    """The same document on every paper that readers of its language use; the margin at its sides is in mm."""
    for paper in PAPERS[language]:
        yield Paper(pdf(document, language, paper), template, {**content, "paper": SIZES[paper], "margin": MARGINS[template]})


def _report(m: Manuscript, prose: Prose) -> dict:
    blocks = [*front(m, prose), *plan(m, prose), *orders(m, prose), *tracker(m, prose), *press(m, prose), *back.charts(m), *back.bodies(m), *back.themes(m),
              *back.terms(m), *back.methods(m, prose), *back.sources(m)]
    labels = sorted({part["label"] for block in blocks for part in block.get("rows", []) if "label" in part})
    running = {place("section", section.id): f"{section.id} {section.short[m.language]}" for section in m.report.sections}
    cover = [{"pillar": p.id, "name": f"{m.t(f'pillar.{p.id}')} {p.short[m.language]}", "rows": [[m.report.tracker.status(a.id) for a in s.actions] for s in m.report.pillar_sections(p)]}
             for p in m.report.plan.pillars]
    return {"blocks": blocks, "labels": labels, "running": running, "cover": cover}


def _about(m: Manuscript, title: str, content: dict) -> dict:
    """What every document says of itself, and the words its template needs."""
    edition, language = m.report.edition, m.language
    words = {key.removeprefix("print."): text[language] for key, text in m.report.strings.items() if key.startswith("print.")}
    about = {
        "language": language, "title": title, "name": edition.name[language], "publisher": edition.publisher[language], "licence": edition.licence[language],
        "as_of": edition.as_of, "address": edition.address, "words": words, "foot": m.t("print.foot", name=edition.name[language], version=edition.version, date=m.day(edition.as_of)),
        "edition": m.t("brief.edition", date=m.day(edition.as_of), version=edition.version), "subject": m.report.strings["gate.note"][language],
    }
    return _settled({**about, **content})


def _tongues(text: str, language: str) -> Runs:
    """A text whose words of the other language say so, for faces and screen readers."""
    other, words = FOREIGN[language]
    return [{"k": "lang", "lang": other, "t": [part]} if words.fullmatch(part) else part for part in words.split(text) if part]


def _settled(content: dict) -> dict:
    """The same content whose ways lead within the document where it has the place, else to the site."""
    places = {block["place"] for block in walk(content) if block.get("k") in ("head", "entry")}

    def settle(value: object) -> object:
        if isinstance(value, list):
            return [item for part in value for item in (_tongues(part, content["language"]) if isinstance(part, str) else [settle(part)])]
        if not isinstance(value, dict):
            return value
        if value.get("k") == "lang":
            return value
        if value.get("k") == "way":
            where = {"k": "ref", "place": value["place"], "quiet": value["quiet"]} if value["place"] in places else {"k": "url", "url": value["url"]}
            return {**where, "t": settle(value["t"])}
        return {key: settle(item) for key, item in value.items()}

    return settle(content)
