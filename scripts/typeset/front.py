"""The front of the report: the briefing, and how to use the document."""
from collections.abc import Iterator

from scripts.model import Code
from scripts.page import headline
from scripts.typeset.blocks import Block, head, pairs, par
from scripts.typeset.manuscript import Manuscript, Runs
from scripts.typeset.prose import Prose


def front(m: Manuscript, prose: Prose) -> Iterator[Block]:
    """How to use the document, then the briefing."""
    yield from use(m)
    essay = m.report.essays["home"]
    yield head(1, "page-home", [m.t("nav.home")], record=essay.id)
    yield par(prose.runs(essay.standfirst[m.language]), "lead")
    yield figures(m)
    yield from prose.findings(essay)


def use(m: Manuscript) -> Iterator[Block]:
    """Ids and short addresses, references, footnotes, statuses, verdicts, and how to cite."""
    report, language = m.report, m.language
    yield head(1, "page-use", [m.t("print.use")])
    yield pairs([
        ([m.t("print.use.ids")], [m.t("print.use.ids.note")]),
        ([m.t("print.use.pages")], [m.t("print.use.pages.note")]),
        ([m.t("print.use.source")], [m.t("print.use.source.note")]),
        ([m.t("print.use.site")], [m.t("print.use.site.note")]),
        ([m.t("print.rulings")], [m.t("print.rulings.note")]),
        ([m.t("print.use.data")], [m.t("print.use.data.note")]),
        ([m.t("cite.title.report")], [m.cite(m.t("print.report"), report.edition.address)]),
    ])
    for vocabulary, title in (("statuses", "col.status"), ("confidences", "print.confidence"), ("verdicts", "col.verdict"), ("relations", "event.how")):
        yield par([m.t(title)], "step")
        yield pairs([(_word(vocabulary, code, language), [code.definition[language]]) for code in report.vocabularies[vocabulary]])


def _word(vocabulary: str, code: Code, language: str) -> Runs:
    """A code as the document shows it, with its mark where it has one."""
    mark = {"statuses": "st", "verdicts": "v"}.get(vocabulary)
    return [{"k": mark, "code": code.id, "t": [code.label[language]]}] if mark else [code.label[language]]


def figures(m: Manuscript) -> Block:
    """The five figures of the briefing with what they count."""
    return {"k": "figures", "items": [{"value": str(value), "t": [words[m.language]]} for value, words in headline(m.report, m.figures)]}
