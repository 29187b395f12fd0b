"""The records as tables, for counting. A column is called like the dimension it holds; a table without records keeps its columns."""
from collections.abc import Iterable

import pandas as pd

from scripts.model import DUTIES, ROLES
from scripts.permalinks import kind
from scripts.report import Report


def table(columns: str, rows: Iterable[tuple]) -> pd.DataFrame:
    """A table with these columns, named in one text with spaces between them."""
    return pd.DataFrame(list(rows), columns=columns.split())


def listed(ids: Iterable[str]) -> pd.DataFrame:
    """One row an id, for records that are only counted."""
    return table("id", ((item,) for item in ids))


# --- the plan and the orders ----------------------------------------------------------------------


def sections(report: Report) -> pd.DataFrame:
    """One row a section."""
    return table("section pillar", ((section.id, section.pillar) for section in report.sections))


def actions(report: Report) -> pd.DataFrame:
    """One row an action with its codes and its newest status; `linked` tells whether a provision touches it."""
    looks = {action.id: report.tracker.look(action.id) for action in report.actions}
    return table("action pillar section text_hash lead_basis instrument china_relevance timing linked status confidence", (
        (a.id, a.pillar, a.section, a.text_hash, a.lead_basis, a.instruments[0], a.china_relevance, a.timing.kind if a.timing else None,
         bool(report.provisions_of(a)), looks[a.id].status, looks[a.id].confidence)
        for a in report.actions))


def themes(report: Report) -> pd.DataFrame:
    """One row an action and a theme it belongs to, with everything in the row of the action."""
    pairs = table("action theme", ((action.id, theme) for action in report.actions for theme in action.themes))
    return pairs.merge(actions(report), on="action")


def places(report: Report) -> pd.DataFrame:
    """One row a place in the plan where words that were looked for stand; words found nowhere have one row without a page."""
    return table("search words page", (
        (search.id, search.words, page) for search in report.searches for page in search.pages or (None,)))


def orders(report: Report) -> pd.DataFrame:
    """One row an order."""
    return table("order signed", ((order.id, order.signed) for order in report.orders))


def provisions(report: Report) -> pd.DataFrame:
    """One row a provision: what it is, whether it has a period and a due date, whether it was met, and how many days late."""
    return table("provision order kind linked dated due met late", (
        (p.id, p.order, p.kind, bool(p.actions), p.deadline is not None, report.due(p) is not None,
         report.delivered(p) is not None, report.days_late(p))
        for p in report.provisions))


def parts(report: Report) -> pd.DataFrame:
    """One row a body's part in an action (in column role) or in a provision (in column duty); `item` is the action or provision."""
    roles = ((agency, a.id, role, None) for a in report.actions for role in ROLES for agency in getattr(a, role))
    duties = ((agency, p.id, None, duty) for p in report.provisions for duty in DUTIES for agency in getattr(p, duty))
    return table("agency item role duty", (*roles, *duties))


def rolled(report: Report, parts: pd.DataFrame) -> pd.DataFrame:
    """The same rows, each once for the body itself and once for each of its parents."""
    lines = table("agency above", ((body.id, above.id) for body in report.agencies for above in (body, *report.line(body))))
    return parts.merge(lines, on="agency").drop(columns="agency").rename(columns={"above": "agency"})


# --- what has happened since ----------------------------------------------------------------------


def events(report: Report) -> pd.DataFrame:
    """One row an event: its quarter, its sources, whether it bears on something, and whether it stands on the timeline."""
    return table("event quarter official opened sources linked timeline", (
        (e.id, e.quarter, any(s.kind == "official" and s.opened for s in e.sources), e.opened, len(e.sources), bool(e.links),
         e.thread is not None)
        for e in report.tracker.events))


def ties(report: Report) -> pd.DataFrame:
    """One row an event and an action or provision on which it bears."""
    return table("event item", ((event.id, tie.target) for event in report.tracker.events for tie in event.links))


# --- the press ------------------------------------------------------------------------------------


def claims(report: Report) -> pd.DataFrame:
    """One row a press claim."""
    return table("claim source topic verdict speaker rated compared", (
        (c.id, c.source, c.topic, c.verdict, c.speaker, c.verdict not in ("context", "opinion"), c.compares is not None)
        for c in report.claims))


def about(report: Report) -> pd.DataFrame:
    """One row a pillar that a claim is about, and a sentence from which the claim is drawn."""
    return table("source claim sentence pillar", (
        (c.source, c.id, place.at, pillar) for c in report.claims for pillar in sorted(report.pillars_of(c)) for place in c.locators))


def sentences(report: Report) -> pd.DataFrame:
    """One row a sentence of an article: its paragraph, and whether a claim is drawn from it or it is listed as not extracted."""
    used = {place.at for claim in report.claims for place in claim.locators}
    skipped = {place.at for article in report.articles for place in article.not_extracted}
    return table("source paragraph sentence used skipped", (
        (article.source, number, at, at in used, at in skipped)
        for article in report.articles for number, paragraph in enumerate(article.locators(), 1) for at in paragraph))


def readings(report: Report) -> pd.DataFrame:
    """One row a claim on which a step of a reading draws, or an action beside which it is set."""
    steps = [(reading.id, part) for reading in report.readings for part in reading.parts]
    claims = ((reading, claim, None) for reading, part in steps for claim in part.claims)
    beside = ((reading, None, item) for reading, part in steps for item in part.rests_on if kind(item) == "action")
    return table("reading claim action", (*claims, *beside))


def codings(report: Report) -> pd.DataFrame:
    """One row a code that the second coder gave, beside the record's own as it was before the two were compared."""
    first = actions(report).set_index("action")
    return table("field action first second", (
        (field, coding.id, coding.before.get(field, first.at[coding.id, field]), getattr(coding, field))
        for field in report.dimensions["field"] for coding in report.codings))


def rulings(listed: Iterable) -> pd.DataFrame:
    """One row a thing that was judged twice."""
    return table("id first second", ((ruling.id, ruling.first, ruling.second) for ruling in listed))
