"""The press check as a part of the report: every claim with its verdict and reason, the pitfalls, the comparison, the readings."""
from collections.abc import Iterator

from scripts.permalinks import kind, place
from scripts.press import Claim, Reading
from scripts.press_pages import PITFALLS
from scripts.typeset.blocks import Block, entry, facts, head, pairs, par, row, table
from scripts.typeset.manuscript import Manuscript, Runs
from scripts.typeset.prose import Prose


def press(m: Manuscript, prose: Prose) -> Iterator[Block]:
    """The part about the press, article by article, then what cuts across them."""
    essay = m.report.essays["brief-press"]
    yield head(1, "page-claims", [m.t("claims.title")], record=essay.id)
    yield from prose.essay(essay)
    yield par([m.t("claim.searched.note", pages=m.figures["plan.pages"])], "small")
    yield from _pitfalls(m)
    for article in m.report.articles:
        source = m.report.source(article.source)
        yield head(2, place("article", article.source), [source.short[m.language]], other=None)
        yield facts([(m.t("source.code"), [article.source]), (m.t("source.date"), [m.day(source.date)]), (m.t("source.extent"), [source.extent[m.language]]),
                     (m.t("nav.claims"), [str(m.figures[f"claims.{article.source}"])]), (m.t("claim.date"), [m.day(article.checked)])])
        for claim in article.claims:
            yield _claim(m, claim)
    yield from _comparison(m)
    yield head(2, "page-readings", [m.t("readings.head")])
    yield par([m.t("readings.stand")])
    for reading in m.report.readings:
        yield from _reading(m, reading)


def _pitfalls(m: Manuscript) -> Iterator[Block]:
    """What is attributed to the plan and not in it, contrary to it, or stronger than it."""
    yield head(2, "page-claims-pitfalls", [m.t("pitfalls.head")])
    yield par([m.t("pitfalls.stand")], "keep")
    rows = [[m.verdict(c), [m.ref("claim", c.id, [c.title[m.language]])], [m.fill(c.origin or c.reason)]]
            for verdict in PITFALLS for c in m.report.claims if c.verdict == verdict]
    yield table([1.3, 2.2, 4], [[m.t("col.verdict")], [m.t("pitfalls.said")], [m.t("pitfalls.origin")]], rows)


def _claim(m: Manuscript, c: Claim) -> Block:
    report, language, t = m.report, m.language, m.t
    ruling = report.ruling(c)
    readings = t("claim.agreed", verdict=m.label("verdicts", ruling.first)) if ruling.first == ruling.second else t("claim.differed", first=m.label("verdicts", ruling.first), second=m.label("verdicts", ruling.second))
    return entry(
        3, place("claim", c.id), c.id, c.id, [c.title[language]], m.short("claim", c.id), m.other(c.title), [par([c.claim[language]])],
        [row(t("col.verdict"), par([*m.verdict(c), "\u2002", m.fill(c.reason)])),
         row(t("claim.points"), *([table([1.2, 2, 2], [[t("claim.aspect")], [t("claim.said")], [t("claim.text")]], [[[m.fill(p.aspect)], [m.fill(p.said)], [m.fill(p.text)]] for p in c.points])] if c.points else [])),
         row(t("print.tests"), *(par(_test(m, test)) for test in c.tests)),
         row(t("print.origin"), par([m.fill(c.origin)] if c.origin else [])),
         row(t("col.speaker"), par([m.label("speakers", c.speaker), m.aside(t("list.comma").join(at.at for at in c.locators))])), row(t("col.topic"), par([m.label("topics", c.topic)])),
         row(t("col.checked") if c.checked_against else t("claim.concerns"), *(par(m.target(item), "item") for item in c.about)),
         row(t("print.searched"), *(par(_search(m, words)) for words in c.searched)),
         row(t("print.rulings"), par([readings, *([" " if language == "en" else "", m.fill(ruling.settled)] if ruling.settled else [])], "small"))],
    )


def _test(m: Manuscript, test) -> Runs:
    """A computed figure and the range in which the claim holds."""
    value = m.figures[test.figure]
    low, high = (f"{end}{'%' if isinstance(value, str) else ''}" for end in (test.at_least, test.at_most))
    needed = m.t("print.exactly", low=low) if low == high else m.t("print.between", low=low, high=high)
    return [m.report.definition(test.figure).label[m.language], m.t("colon"), {"k": "b", "t": [str(value)]}, m.t("list.semi"), needed, m.t("colon"), m.t("claim.yes" if test.holds(value) else "claim.no")]


def _search(m: Manuscript, words: str) -> Runs:
    """Words looked for in the plan, and where they stand."""
    search = m.report.search(words)
    if not search.pages:
        return [{"k": "lang", "lang": "en", "t": [words]}, m.t("colon"), m.t("claim.nowhere")]
    n = m.figures[f"plan.words.{search.id}"]
    hits = m.t("claim.hit") if n == 1 else m.t("claim.hits", n=n)
    found = list(dict.fromkeys(search.pages))
    pages = m.joined([{"k": "url", "url": m.report.pdf(page), "t": [str(page)]}] for page in found)
    before, after = m.t("print.pages" if len(found) > 1 else "print.pages.one").split("%s")
    return [{"k": "lang", "lang": "en", "t": [words]}, m.t("colon"), hits, m.t("clause"), m.t("print.plan"), before, *pages, after]


def _comparison(m: Manuscript) -> Iterator[Block]:
    """The two countries as the press compares them: who says what of each."""
    report, language = m.report, m.language
    yield head(2, "page-compare", [m.t("compare.head")])
    yield par([m.t("compare.stand", n=m.figures["claims.compared"])], "keep")
    countries, rows = report.vocabularies["countries"], []
    for dimension in report.vocabularies["dimensions"]:
        cells = []
        for country in countries:
            said = [c for c in report.claims if c.compares and (c.compares.dimension, c.compares.country) == (dimension.id, country.id)]
            lines = [run for c in said for run in ({"k": "br"}, *m.verdict(c), "\u2002", m.ref("claim", c.id, [c.claim[language]]))]
            cells.append(lines[1:] or [m.t("compare.nothing")])
        rows.append([[{"k": "b", "t": [dimension.label[language]]}], *cells])
    yield table([1, 3, 3], [[m.t("compare.dimension")], *([country.label[language]] for country in countries)], rows)
    yield par([m.t("compare.note")], "small")


def _reading(m: Manuscript, reading: Reading) -> Iterator[Block]:
    language, t = m.language, m.t
    yield head(3, place("reading", reading.id), [reading.title[language]], record=reading.id)
    yield par([m.fill(reading.standfirst)], "lead")
    for part in reading.parts:
        yield par([m.fill(part.heading)], "step")
        actions = [item for item in part.rests_on if kind(item) == "action"]
        rest = [item for item in part.rests_on if kind(item) != "action"]
        yield pairs([
            ([t("reading.said")], [m.fill(part.said)]), ([t("reading.beside")], [m.fill(part.beside)]),
            ([t("reading.claims")], m.joined(map(m.claim, part.claims), "list.semi")),
            *([([t("reading.actions")], m.joined(([m.action(item)] for item in actions), "list.semi"))] if actions else []),
            *([([t("reading.also")], m.joined((m.target(item) for item in rest), "list.semi"))] if rest else []),
        ])
