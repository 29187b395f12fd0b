"""What a page is in the vocabulary of schema.org, as JSON-LD: a report, and on the page of a rated claim its review."""
from scripts import permalinks
from scripts.languages import LANGUAGES, TAGS, other
from scripts.offer import Offer
from scripts.page import Page, computed
from scripts.press import Claim
from scripts.report import Report

TYPES = {"csv": "text/csv", "json": "application/json", "xml": "application/xml", "txt": "text/plain", "sqlite": "application/vnd.sqlite3", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
UNRATED = ("opinion", "context")                    # verdicts that say nothing about whether a claim is true
ARTICLE = "article"                                 # the speaker that is the article itself; the others are persons


def graph(report: Report, figures: dict[str, int | str], page: Page, language: str, card: str, offer: Offer) -> dict:
    """The description of one page: the page as part of the report, the report itself, and what else the page is.

    card: the address of its picture. offer: what the page of open data lists.
    """
    nodes = [_page(report, page, language, card), _report(report)]
    if page.kind == "claim" and report.index[page.item].verdict not in UNRATED:
        nodes.append(_review(report, figures, report.index[page.item], language))
    if page.path == permalinks.path("page", "data"):
        nodes.append(_dataset(report, language, offer))
    return {"@context": "https://schema.org", "@graph": nodes}


def _report(report: Report) -> dict:
    edition = report.edition
    return {
        "@type": "Report", "@id": edition.address + "#report", "url": edition.address, "name": edition.name.en, "alternateName": edition.name.zh, "inLanguage": list(TAGS.values()),
        "version": edition.version, "dateModified": edition.as_of, "license": edition.licences.text.url, "author": _publisher(report), "publisher": _publisher(report),
    }


def _page(report: Report, page: Page, language: str, card: str) -> dict:
    edition = report.edition
    node = {
        "@type": "Report", "@id": _url(report, page, language), "url": _url(report, page, language), "name": page.title[language], "description": page.description[language],
        "inLanguage": TAGS[language], "version": edition.version, "dateModified": edition.as_of, "license": edition.licences.text.url, "author": _publisher(report), "publisher": _publisher(report),
        "isPartOf": {"@id": edition.address + "#report"}, "workTranslation": {"@id": _url(report, page, other(language))}, "image": card,
    }
    if page.kind in ("pillar", "section", "action"):
        record, plan = report.index[page.item], report.source(report.plan.source)
        node["isBasedOn"] = {"@type": "Report", "name": plan.cite.title, "url": report.pdf(record.page), "inLanguage": plan.language, "datePublished": plan.date, "publisher": {"@type": "Organization", "name": plan.publisher.en}}
    if page.kind == "order":
        source = report.source(report.index[page.item].source)
        node["isBasedOn"] = {"@type": "Legislation", "name": source.cite.title, "url": source.link, "legislationDate": source.date, "inLanguage": source.language}
    return node


def _review(report: Report, figures: dict[str, int | str], claim: Claim, language: str) -> dict:
    source = report.source(claim.source)
    speaker = report.code("speakers", claim.speaker).label[language] if claim.speaker != ARTICLE else (source.short or source.title)[language]
    url = permalinks.absolute(report.edition.address, language, permalinks.path("claim", claim.id))
    return {
        "@type": "ClaimReview", "@id": url + "#review", "url": url, "claimReviewed": claim.claim[language], "inLanguage": TAGS[language], "datePublished": report.article(claim.source).checked, "author": _publisher(report),
        "itemReviewed": {
            "@type": "Claim", "author": {"@type": "Organization" if claim.speaker == ARTICLE else "Person", "name": speaker},
            "appearance": {"@type": "Article", "headline": source.cite.title, "inLanguage": source.language, "datePublished": source.date},
        },
        "reviewRating": {"@type": "Rating", "alternateName": report.code("verdicts", claim.verdict).label[language], "ratingExplanation": computed(claim.reason, figures)[language]},
    }


def _dataset(report: Report, language: str, offer: Offer) -> dict:
    edition, url = report.edition, permalinks.absolute(report.edition.address, language, permalinks.path("page", "data"))
    return {
        "@type": "Dataset", "@id": url + "#dataset", "url": url, "name": edition.name[language], "description": report.strings["data.description"][language], "inLanguage": list(TAGS.values()),
        "version": edition.version, "dateModified": edition.as_of, "license": edition.licences.data.url, "isAccessibleForFree": True, "creator": _publisher(report), "publisher": _publisher(report),
        "distribution": [{"@type": "DataDownload", "name": file.title[language], "contentUrl": f"{edition.address}data/{file.name}", "encodingFormat": TYPES[file.name.rsplit(".", 1)[-1]], "license": edition.licences.data.url} for file in offer.downloads],
    }


def _publisher(report: Report) -> dict:
    edition = report.edition
    return {"@type": "Organization", "name": edition.name.en, "alternateName": [edition.publisher[language] for language in LANGUAGES if edition.publisher[language] != edition.name.en], "url": edition.address}


def _url(report: Report, page: Page, language: str) -> str:
    return permalinks.absolute(report.edition.address, language, page.path)
