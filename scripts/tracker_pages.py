"""The pages of what has happened since: the tracker, the timeline, events."""
from collections.abc import Iterable, Iterator

from scripts.languages import LANGUAGES
from scripts.model import Action
from scripts.page import Page, listing
from scripts.permalinks import place
from scripts.report import Report
from scripts.tracker import Event

LATELY = 12                     # steps that the tracker shows as the newest


def pages(report: Report, figures: dict) -> Iterator[Page]:
    """Every page about what has happened since, in the order of the site."""
    yield Page("page", "tracker", "tracker", *listing(report, "tracker", n=figures["actions.total"]), lambda names: _tracker(report, figures), place=place("page", "tracker"))
    yield Page("page", "timeline", "timeline", *listing(report, "timeline"), lambda names: {"years": _years(report)})
    yield Page("page", "events", "events", *listing(report, "events", n=figures["events.total"]), lambda names: {"words": {event.id: _words(report, event) for event in report.tracker.events}})
    for event in report.tracker.newest_first:
        yield Page("event", event.id, "event", event.title, event.what, lambda names, e=event: _event(report, e), place=place("event", event.id))


def tally(report: Report, figures: dict, measure: str) -> dict[str, int]:
    """How many actions have each status; measure: the id of the measures, with {} in place of the status."""
    return {status.id: figures[measure.format(status.id)] for status in report.vocabularies["statuses"]}


def _tracker(report: Report, figures: dict) -> dict:
    tracker, looks = report.tracker, [report.tracker.look(record.id) for record in report.tracked]
    return {
        "columns": [_grid(report, pillars) for pillars in (report.plan.pillars[:1], report.plan.pillars[1:])],
        "bodies": _bodies(report, figures), "lately": [event for event in tracker.newest_first if any(tie.relation != "bears_on" for tie in event.links)][:LATELY], "changes": tracker.changes()[:LATELY],
        "weak": [action for action in report.actions if tracker.look(action.id).confidence == "low"],
        "weak_provisions": [provision for provision in report.dated if tracker.look(provision.id).confidence == "low"],
        "stale": [look.target for look in looks if tracker.stale(look)],
        "next_look": min(map(tracker.next_look, looks)).isoformat(), "looked": min(look.checked for look in looks),
    }


def _grid(report: Report, pillars: Iterable) -> list[tuple]:
    """For each pillar its rows of cells: a section, its actions, and how many cells stay empty behind them."""
    widest = max(len(section.actions) for pillar in pillars for section in report.pillar_sections(pillar))
    return [(pillar, max(len(s.actions) for s in report.pillar_sections(pillar)), widest,
             [(section, section.actions, widest - len(section.actions)) for section in report.pillar_sections(pillar)]) for pillar in pillars]


def _bodies(report: Report, figures: dict) -> list[tuple]:
    """Departments and other top bodies with the statuses of the actions that they, or their components, lead or host; most actions first."""
    roofs = {body.id for body in report.agencies if body.kind == "eop" and not body.parent}         # a roof over separate offices
    shown = [body for body in report.agencies if (body.parent in roofs if body.parent else body.id not in roofs and body.kind != "collective")]
    rows = [(body, total, tally(report, figures, f"agencies.{body.id}.acting.status.{{}}")) for body in shown if (total := figures[f"agencies.{body.id}.acting"])]
    return sorted(rows, key=lambda row: -row[1])


def acting(report: Report, agency: str) -> list[Action]:
    """The actions that a body, or one of its components, leads or hosts."""
    body = report.index[agency]
    below = {body.id, *(component.id for component in report.components(body))}
    return [action for action in report.actions if below & {*action.leads, *action.hosts}]


def _years(report: Report) -> list[tuple[str, list[Event]]]:
    """The events of the timeline by year, oldest first, as a story is read."""
    years: dict[str, list[Event]] = {}
    for event in reversed(report.tracker.newest_first):
        if event.thread:
            years.setdefault(event.date[:4], []).append(event)
    return list(years.items())


def _event(report: Report, event: Event) -> dict:
    """An event with the claims tied to it, the judgements it brought about, and what stands before and after it in time."""
    series = report.tracker.newest_first
    at = series.index(event)
    return {
        "e": event, "claims": report.claims_about(event.id),
        "starts": [provision for provision in report.dated if provision.deadline.started_by == event.id],
        "before": series[at + 1] if at + 1 < len(series) else None, "after": series[at - 1] if at else None,
    }


def _words(report: Report, event: Event) -> str:
    """What a reader may type to find an event: its texts in both languages, its identifiers, who acted, and what it bears on."""
    texts = [event.title, event.what, event.actor]
    return " ".join([event.id, *event.identifiers, *event.bodies, *(tie.target for tie in event.links), *(text[language] for text in texts for language in LANGUAGES)]).lower()
