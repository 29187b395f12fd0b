"""The back of the report: charts, bodies, themes, terms, methods, sources."""
from collections.abc import Iterator

from scripts.chart_pages import GROUPS
from scripts.labels import Labels
from scripts.model import DUTIES, ROLES
from scripts.permalinks import place
from scripts.registers import Agency, Source, Term
from scripts.typeset.blocks import Block, drawn, entry, head, pairs, par, row, table
from scripts.typeset.manuscript import Manuscript, Runs, tied
from scripts.typeset.prose import Prose


def charts(m: Manuscript) -> Iterator[Block]:
    """Every chart with its finding and how to read it."""
    yield head(1, "page-charts", [m.t("nav.charts")])
    yield par([m.t("print.charts")])
    for group in GROUPS:
        yield head(2, f"charts-{group}", [m.t(f"charts.group.{group}")])
        for chart in (chart for chart in m.report.charts if chart.group == group):
            labels = Labels(m.report, chart, m.language, m.figures)
            drawing = drawn(m, chart.id)
            yield entry(3, place("chart", chart.id), chart.id, "", [chart.name[m.language]], m.short("chart", chart.id), m.other(chart.name),
                        [par([labels.text("finding")]), drawing, par(m.named(m.t("chart.reading"), [labels.text("note")]), "small")], [])


def bodies(m: Manuscript) -> Iterator[Block]:
    """Every body with what falls to it, by kind."""
    yield head(1, "page-agencies", [m.t("agencies.title")])
    for kind in m.report.vocabularies["agency_kinds"]:
        yield head(2, f"bodies-{kind.id}", [kind.label[m.language]])
        for agency in (agency for agency in m.report.agencies if agency.kind == kind.id):
            yield _agency(m, agency)


def _agency(m: Manuscript, agency: Agency) -> Block:
    report, language, t = m.report, m.language, m.t
    components = [child.id for child in report.agencies if child.parent == agency.id]
    rows = [row(t(f"role.{role}"), par(m.joined([m.ref("action", a.id, [a.id])] for a in acting))) for role in ROLES if (acting := report.acting(agency, role))]
    rows += [row(t(f"role.short.{duty}"), par(m.joined([m.ref("provision", p.id, [m.provision_name(p.id)])] for p in acting))) for duty in DUTIES if (acting := report.acting(agency, duty))]
    note = [par([agency.note[language]], "small")] if agency.note else []
    return entry(3, place("agency", agency.id), agency.id, "", [agency.full[language]], None, m.other(agency.name), [par([agency.role[language]]), *note],
                 [*rows, row(t("rail.components"), par(m.agencies(components, long=True)))])


def themes(m: Manuscript) -> Iterator[Block]:
    """Every theme with its actions."""
    yield head(1, "page-themes", [m.t("themes.title")])
    yield par([m.t("themes.stand", n=m.figures["themes.total"])])
    for theme in m.report.vocabularies["themes"]:
        yield entry(2, place("theme", theme.id), theme.id, "", [theme.label[m.language]], None, m.other(theme.label), [par([theme.definition[m.language]])],
                    [row(m.t("fact.actions"), par(m.joined([m.ref("action", a.id, [a.id])] for a in m.report.theme(theme.id))))])


def terms(m: Manuscript) -> Iterator[Block]:
    """The glossary by the English term, the same order in both languages."""
    yield head(1, "page-glossary", [m.t("glossary.title")])
    yield par([m.t("glossary.stand")])
    for term in sorted(m.report.terms, key=lambda term: term.term.en.lower()):
        yield _term(m, term)


def _term(m: Manuscript, term: Term) -> Block:
    language, t = m.language, m.t
    title = [term.term[language]]
    if term.abbreviation and term.abbreviation not in term.term[language]:
        title = [*title, m.aside(term.abbreviation)]
    variants = m.joined(([{"k": "lang", "lang": "zh", "t": [v.text]}, {"k": "soft", "t": [m.aside(v.seen if ":" in v.seen else t("glossary.usage"))]}] for v in term.variants), "list.semi")
    return entry(
        2, place("term", term.id), term.id, "", title, m.short("term", term.id), m.other(term.term), [par([term.definition[language]])],
        [row(t("glossary.variants"), par(variants)), row(t("glossary.why"), par([term.why[language]])),
         row(t("fact.actions"), par(m.joined([m.ref("action", action, [action])] for action in term.actions)))],
    )


def methods(m: Manuscript, prose: Prose) -> Iterator[Block]:
    """How the records are made and counted, and what this report is."""
    yield head(1, "page-methods", [m.t("nav.methods")])
    for name in ("methods", "counts", "about"):
        essay = m.report.essays[name]
        yield head(2, f"essay-{name}" if name == "methods" else place("page", essay.id), [essay.title[m.language]], record=essay.id)
        yield par(prose.runs(essay.standfirst[m.language]), "lead")
        for block in essay.blocks:
            yield head(3, f"essay-{name}-{block.id}", [block.heading[m.language]], listed=False)
            yield from prose.blocks(block.body[m.language])


def sources(m: Manuscript) -> Iterator[Block]:
    """The documents the records rest on, and those that the plan and the orders cite."""
    yield head(1, "page-sources", [m.t("sources.title")])
    yield par([m.t("sources.stand", n=m.figures["sources.total"])])
    for source in m.report.sources:
        if source.id in m.report.article_ids:
            yield head(2, f"text-{source.id}", [source.title[m.language]], record=source.id)
        else:
            yield head(2, place("source", source.id), [source.title[m.language]], record=source.id)
        yield pairs(list(_about(m, source)))
    yield head(2, "page-cited", [m.t("sources.cited")])
    yield par([m.t("sources.cited.note", n=m.figures["citations.total"])])
    rows = [[[c.title[m.language], {"k": "br"}, {"k": "soft", "t": [m.other(c.title)]}], [c.citation, *([{"k": "br"}, m.web(c.url)] if c.url else [])],
             _cited_in(m, c)] for c in m.report.citations]
    yield table([3, 3, 2], [[m.t("col.title")], [m.t("col.citation")], [m.t("col.where")]], rows)


def _about(m: Manuscript, s: Source) -> Iterator[tuple[Runs, Runs]]:
    language, t = m.language, m.t
    yield [t("source.code")], [s.id]
    yield [t("source.kind")], [m.label("source_kinds", s.kind), t("list.comma"), t(f"lang.{s.language}")]
    yield [t("source.author")], [s.author[language]]
    yield [t("source.publisher")], [s.publisher[language]]
    yield [t("source.date")], [m.day(s.date)]
    yield [t("source.extent")], [s.extent[language]]
    if s.link:
        yield [t("source.link")], [m.web(s.link)]
    yield [t("source.rights")], [s.rights[language]]
    for label, text in (("source.damage", s.damage), ("source.note", s.note)):
        if text:
            yield [t(label)], [text[language]]
    yield ["SHA-256"], [{"k": "code", "t": [s.sha256]}, {"k": "soft", "t": [" ", s.file]}]


def _cited_in(m: Manuscript, citation) -> Runs:
    where: list[Runs] = []
    if citation.page:
        note = [" " if m.language == "en" else "", tied(m.t("source.footnote", n=citation.note))] if citation.note else []
        where.append([*m.plan_page(citation.page, citation.page)[1:], *note])
    for record in m.report.citing(citation.id):
        where.append([m.ref("provision", record.id, [m.provision_name(record.id)])] if hasattr(record, "order") else [m.ref("action", record.id, [record.id])])
    return m.joined(where) if where else [m.t("source.preamble")]
