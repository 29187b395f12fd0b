"""The records as nested values for JSON, with what the report computes."""
from pydantic import BaseModel

from scripts import permalinks
from scripts.languages import LANGUAGES
from scripts.measures import Definition
from scripts.press import Article, Claim
from scripts.prose import filled
from scripts.report import Report
from scripts.tracker import Event


def nested(report: Report, figures: dict[str, int | str]) -> dict[str, list[dict]]:
    """Every kind of record as plain values, with what the report computes, by the name of its file.

    Texts are objects with `zh` and `en`; `url` holds the public address of
    both languages; dates are ISO 8601; pages are the plan's printed pages.
    """
    return {
        "actions": [_action(report, action) for action in report.actions],
        "sections": [_item(report, "section", s, pillar=s.pillar, sheet=report.sheet(s.page), actions=[a.id for a in s.actions]) for s in report.sections],
        "orders": [_order(report, order) for order in report.orders],
        "agencies": [_item(report, "agency", a, components=[c.id for c in report.components(a)]) for a in report.agencies],
        "glossary": [_item(report, "term", term) for term in report.terms],
        "sources": [_item(report, "source", source) for source in report.sources],
        "claims": [_claim(report, figures, claim) for claim in report.claims],
        "coverage": [_sentence(report, at, article) for article in report.articles for paragraph in article.locators() for at in paragraph],
        "comparison": _comparison(report),
        "events": [_event(report, event) for event in report.tracker.newest_first],
        "pillars": [_item(report, "pillar", pillar) for pillar in report.plan.pillars],
        "citations": [_item(report, "citation", citation) for citation in report.citations],
        "readings": [_filled(_item(report, "reading", reading), figures) for reading in report.readings],
        "charts": [_filled(_item(report, "chart", chart), figures) for chart in report.charts],
        "measures": [_measure(report, figures, definition) for definition in report.definitions.values()],
        "codes": [{"vocabulary": vocabulary, **code.model_dump()} for vocabulary, codes in report.vocabularies.items() for code in codes],
    }


def _action(report: Report, action: BaseModel) -> dict:
    return _item(
        report, "action", action, pillar=action.pillar, section=action.section,
        sheet=report.sheet(action.page), sheet_end=report.sheet(action.page_end),
        related=[other.id for other in report.related(action)], provisions=[p.id for p in report.provisions_of(action)], **_standing(report, action.id),
    )


def _order(report: Report, order: BaseModel) -> dict:
    provisions = []
    for provision in order.provisions:
        deadline, due, delivered = provision.deadline, report.due(provision), report.delivered(provision)
        provisions.append(_item(
            report, "provision", provision, deadline_days=deadline.days if deadline else None,
            deadline_from=deadline.start if deadline else None, due_date=due.isoformat() if due else None,
            **(_standing(report, provision.id) if deadline else {}), delivered=delivered, days_late=report.days_late(provision),
        ))
    return _item(report, "order", order, provisions=provisions)


def _standing(report: Report, target: str) -> dict:
    """What became of an action or a dated provision: the newest judgement, its history, and the events it rests on, newest first."""
    look = report.tracker.look(target)
    return {
        "status": look.status, "status_reason": look.reason.model_dump(), "confidence": look.confidence, "checked": look.checked,
        "searched": look.searched.model_dump() if look.searched else None, "next_look": report.tracker.next_look(look).isoformat(),
        "status_history": [{"checked": earlier.checked, "status": earlier.status} for earlier in report.tracker.history(target)],
        "events": [event.id for event in report.tracker.events_on(target)],
    }


def _event(report: Report, event: Event) -> dict:
    """An event whose links name the claims that were checked against it, or concern it, as well."""
    claims = [{"target": claim.id, "relation": "bears_on"} for claim in report.claims_about(event.id)]
    return _item(report, "event", event, links=[*(tie.model_dump() for tie in event.links), *claims])


def _claim(report: Report, figures: dict, claim: Claim) -> dict:
    """A claim with its figures filled in, the values its tests were held against, and its two readings."""
    speaker, ruling = report.code("speakers", claim.speaker), report.ruling(claim)
    record = _item(
        report, "claim", claim, source=claim.source, locators=[place.at for place in claim.locators], hashes=[place.hash for place in claim.locators],
        speaker_name=speaker.label.model_dump(), speaker_role=speaker.definition.model_dump(), checked=report.article(claim.source).checked,
        tests=[{**test.model_dump(), "value": figures[test.figure], "holds": test.holds(figures[test.figure])} for test in claim.tests],
        readings=ruling.model_dump(exclude={"id"}),
    )
    return _filled(record, figures)


def _filled(value: object, figures: dict) -> object:
    """The same values with the figures that their texts call."""
    if isinstance(value, dict):
        return {key: _filled(child, figures) for key, child in value.items()}
    if isinstance(value, list):
        return [_filled(child, figures) for child in value]
    return filled(value, figures) if isinstance(value, str) else value


def _sentence(report: Report, at: str, article: Article) -> dict:
    reasons = {place.at: place.reason for place in article.not_extracted}
    record = {"locator": at, "source": article.source}
    return {**record, "not_extracted": reasons[at]} if at in reasons else {**record, "used_by": [claim.id for claim in report.claims_at(at)]}


def _measure(report: Report, figures: dict, definition: Definition) -> dict:
    return {
        "id": definition.id, "value": figures[definition.id], "family": definition.family, "members": dict(definition.members),
        "label": definition.label.model_dump(), "definition": definition.definition.model_dump(), "url": _address(report, "measure", definition.id),
    }


def _comparison(report: Report) -> list[dict]:
    """The matrix: one record a dimension, with what is said of each country, by whom and where."""
    def cell(dimension: str, country: str) -> list[dict]:
        claims = [c for c in report.claims if c.compares and (c.compares.dimension, c.compares.country) == (dimension, country)]
        return [{"claim": c.id, "speaker": c.speaker, "locators": [place.at for place in c.locators], "text": c.claim.model_dump(), "verdict": c.verdict} for c in claims]
    return [{"dimension": d.id, "label": d.label.model_dump(), **{country.id: cell(d.id, country.id) for country in report.vocabularies["countries"]}}
            for d in report.vocabularies["dimensions"]]


def _item(report: Report, kind: str, record: BaseModel, **computed: object) -> dict:
    """A record as plain values, with its computed fields and its address."""
    return {**record.model_dump(mode="json", by_alias=True), **computed, "url": _address(report, kind, record.id)}


def _address(report: Report, kind: str, item: str) -> dict[str, str]:
    return {language: permalinks.absolute(report.edition.address, language, permalinks.path(kind, item)) for language in LANGUAGES}
