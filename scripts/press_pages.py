"""The pages of the press check: claims, coverage of the articles, the comparison, readings."""
from collections.abc import Iterator

from scripts.languages import LANGUAGES
from scripts.model import Text
from scripts.page import Page, computed, listing
from scripts.permalinks import kind, place
from scripts.press import Article, Claim, Reading
from scripts.report import Report

PITFALLS = ("not_in_plan", "contradicted", "overstated")        # in the order of the handout


def pages(report: Report, figures: dict) -> Iterator[Page]:
    """Every page of the press check, in the order of the site."""
    total = figures["claims.total"]
    yield Page("page", "claims", "claims", *listing(report, "claims", n=total), lambda names: _claims(report, figures), place=place("page", "claims"))
    yield Page("page", "claims/pitfalls", "pitfalls", *listing(report, "pitfalls"), lambda names: {"groups": _pitfalls(report)}, place=place("page", "claims/pitfalls"))
    for claim in report.claims:
        reason = computed(claim.reason, figures)
        yield Page("claim", claim.id, "claim", _named(report, claim), reason, lambda names, c=claim: _claim(report, figures, c), place=place("claim", claim.id))
    for article in report.articles:
        title = Text(**{language: report.strings["article.title"][language].format(source=report.source(article.source).short[language]) for language in LANGUAGES})
        yield Page("article", article.source, "article", title, report.strings["article.description"], lambda names, a=article: _article(report, a))
    yield Page("page", "compare", "compare", *listing(report, "compare"), lambda names: {"rows": _matrix(report)}, place=place("page", "compare"))
    yield Page("page", "readings", "readings", *listing(report, "readings"), place=place("page", "readings"))
    for reading in report.readings:
        yield Page("reading", reading.id, "reading", reading.title, reading.description, lambda names, r=reading: _reading(report, r, names), place=place("reading", reading.id))


def _claims(report: Report, figures: dict) -> dict:
    """The table of all claims, and how they divide by verdict, source and topic."""
    topics = [(topic, figures[f"claims.topic.{topic.id}"]) for topic in report.vocabularies["topics"]]
    return {
        "words": {claim.id: _words(report, claim) for claim in report.claims},
        "topics": [(topic, total, _verdicts(report, figures, topic.id)) for topic, total in topics if total],
    }


def _verdicts(report: Report, figures: dict, topic: str) -> list[tuple]:
    """The verdicts on the claims of a topic, with their number."""
    counts = [(verdict, figures[f"claims.topic.{topic}.{verdict.id}"]) for verdict in report.vocabularies["verdicts"]]
    return [(verdict, count) for verdict, count in counts if count]


def _pitfalls(report: Report) -> list[tuple[str, list[Claim]]]:
    """The claims that are not in the plan, say the opposite, or go further than it, by verdict."""
    return [(verdict, found) for verdict in PITFALLS if (found := [claim for claim in report.claims if claim.verdict == verdict])]


def _claim(report: Report, figures: dict, claim: Claim) -> dict:
    at = report.claims.index(claim)
    before, after = (report.claims[n] if 0 <= n < len(report.claims) and report.claims[n].source == claim.source else None for n in (at - 1, at + 1))
    places = {place.at for place in claim.locators}
    return {
        "c": claim, "before": before, "after": after, "ruling": report.ruling(claim), "checked": report.article(claim.source).checked,
        "same": [other for other in report.claims if other is not claim and places & {place.at for place in other.locators}],
        "tests": [(test, figures[test.figure], test.holds(figures[test.figure])) for test in claim.tests],
        "searches": [report.search(words) for words in claim.searched],
        "readings": [reading for reading in report.readings if any(claim.id in part.claims for part in reading.parts)],
    }


def _article(report: Report, article: Article) -> dict:
    """The article paragraph by paragraph: each sentence with its claims, or why there are none."""
    reasons = {place.at: place.reason for place in article.not_extracted}
    rows = [[(at, report.claims_at(at), reasons.get(at)) for at in paragraph] for paragraph in article.locators()]
    return {"a": article, "s": report.source(article.source), "paragraphs": rows}


def _matrix(report: Report) -> list[tuple]:
    """One row a dimension: the claims about each country, in the order of the article."""
    def cell(dimension: str, country: str) -> list[Claim]:
        return [claim for claim in report.claims if claim.compares and (claim.compares.dimension, claim.compares.country) == (dimension, country)]
    return [(dimension, [(country, cell(dimension.id, country.id)) for country in report.vocabularies["countries"]]) for dimension in report.vocabularies["dimensions"]]


def _reading(report: Report, reading: Reading, names: dict) -> dict:
    """Each part with its claims and the actions, and other records, that it stands beside."""
    parts = []
    for part in reading.parts:
        items = [(kind(item), item) for item in part.rests_on]
        actions = [report.index[item] for name, item in items if name == "action"]
        parts.append((part, [report.index[claim] for claim in part.claims], actions, [item for name, item in items if name != "action"]))
    at = report.readings.index(reading)
    return {
        "reading": reading, "parts": parts,
        "whose": names["t"]("list.comma").join(report.code("speakers", speaker).label[names["L"]] for speaker in reading.speakers),
        "before": report.readings[at - 1] if at else None, "after": report.readings[at + 1] if at + 1 < len(report.readings) else None,
    }


def _named(report: Report, claim: Claim) -> Text:
    """The title for search results and bookmarks: that it is a press claim, and how it was judged."""
    label = report.code("verdicts", claim.verdict).label
    return Text(**{language: report.strings["claim.page"][language].format(id=claim.id, verdict=label[language], title=claim.title[language]) for language in LANGUAGES})


def _words(report: Report, claim: Claim) -> str:
    """What a reader may type to find a claim: its texts in both languages, its topic, and its speaker."""
    texts = [claim.title, claim.claim, report.code("topics", claim.topic).label, report.code("speakers", claim.speaker).label]
    return " ".join([claim.id, *(text[language] for text in texts for language in LANGUAGES)]).lower()
