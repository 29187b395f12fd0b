"""What the tables of the press check hold: for every table a list of rows, each its fields by name."""
from collections import Counter
from collections.abc import Iterator

from scripts import permalinks
from scripts.press import Article, Claim, Part
from scripts.report import Report


def tables(report: Report, figures: dict[str, int | str]) -> dict[str, list[dict]]:
    """Claims with what they rest on, the sentences they are drawn from, the words looked for, and the readings."""
    claims = report.claims
    return {
        "claims": [_claim(report, claim) for claim in claims],
        "claim_locators": [{"claim": c.id, "rank": rank, "locator": place.at, "text_hash": place.hash} for c in claims for rank, place in enumerate(c.locators, 1)],
        "claim_evidence": [{"claim": c.id, "basis": basis, **_named(item)} for c in claims for basis in ("checked_against", "concerns") for item in getattr(c, basis)],
        "claim_searches": [{"claim": c.id, "words": words} for c in claims for words in c.searched],
        "claim_tests": [{"claim": c.id, "rank": rank, **dict(test), "measure": test.figure, "value": int(str(figures[test.figure]).removesuffix("%")), "holds": test.holds(figures[test.figure])}
                        for c in claims for rank, test in enumerate(c.tests, 1)],
        "claim_points": [{"claim": c.id, "rank": rank, **dict(point)} for c in claims for rank, point in enumerate(c.points, 1)],
        "sentences": [sentence for article in report.articles for sentence in _sentences(report, article)],
        "searches": [{"words": search.words, "places": len(search.pages)} for search in report.searches],
        "search_pages": [{"words": search.words, "page": page, "places": places} for search in report.searches for page, places in sorted(Counter(search.pages).items())],
        "readings": [dict(reading) for reading in report.readings],
        "reading_speakers": [{"reading": reading.id, "speaker": speaker} for reading in report.readings for speaker in reading.speakers],
        "reading_parts": [{"reading": reading.id, **dict(part), "part": part.id} for reading in report.readings for part in reading.parts],
        "reading_records": [{"reading": reading.id, "part": part.id, **named} for reading in report.readings for part in reading.parts for named in _records(part)],
    }


def _claim(report: Report, claim: Claim) -> dict:
    ruling, compares = report.ruling(claim), claim.compares
    return {
        **dict(claim), "source": claim.source, "checked": report.article(claim.source).checked,
        "dimension": compares.dimension if compares else None, "country": compares.country if compares else None,
        "first_verdict": ruling.first, "second_verdict": ruling.second, "settled": ruling.settled,
    }


def _sentences(report: Report, article: Article) -> Iterator[dict]:
    reasons = {place.at: place.reason for place in article.not_extracted}
    for p, paragraph in enumerate(article.locators(), 1):
        for s, at in enumerate(paragraph, 1):
            yield {"locator": at, "source": article.source, "paragraph": p, "sentence": s, "used": bool(report.claims_at(at)), "not_extracted": reasons.get(at)}


def _records(part: Part) -> Iterator[dict]:
    yield from ({"kind": "claim", "item": claim} for claim in part.claims)
    yield from (_named(item) for item in part.rests_on)


def _named(item: str) -> dict:
    """What a claim or a reading names: its kind and its id as the table of that kind has it."""
    return {"kind": permalinks.kind(item), "item": item.removeprefix("figure:")}
