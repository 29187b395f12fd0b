"""What has happened since, as a part of the report: every event in the order of time, with its sources."""
from collections.abc import Iterator

from scripts.permalinks import place
from scripts.tracker import Event, Evidence
from scripts.typeset.blocks import Block, entry, head, par, row
from scripts.typeset.manuscript import Manuscript, Runs
from scripts.typeset.prose import Prose


def tracker(m: Manuscript, prose: Prose) -> Iterator[Block]:
    """The part about what has happened since, quarter by quarter, oldest first."""
    essay = m.report.essays["brief-tracker"]
    yield head(1, "page-tracker", [m.t("status.title")], record=essay.id)
    yield from prose.essay(essay)
    yield par([m.t("print.order")], "small")
    quarter = ""
    for event in reversed(m.report.tracker.newest_first):
        if event.quarter != quarter:
            quarter = event.quarter
            yield head(2, f"quarter-{quarter}", [m.report.dimensions["quarter"][quarter][m.language]])
        yield _event(m, event)


def _event(m: Manuscript, event: Event) -> Block:
    t, language = m.t, m.language
    body = [par([event.what[language], m.foot(m.joined((_source(m, s) for s in event.sources), "list.semi"))])]
    if event.note:
        body.append(par([event.note[language]], "small"))
    bodies = [body for body in event.bodies if not any(name in event.actor[language] for name in _names(m, body))]
    ties = [par([*m.target(tie.target), m.tag(m.label("relations", tie.relation))], "item") for tie in event.links]
    starts = [par([*m.target(p.id), t("clause"), t("event.due", date=m.day(m.report.due(p)))]) for p in m.report.dated if p.deadline.started_by == event.id]
    told = [par(line, "item") for line in m.told(event.id)]
    return entry(
        3, place("event", event.id), event.id, m.day(event.date), [event.title[language]], m.short("event", event.id), m.other(event.title), body,
        [row(t("event.actor"), par([event.actor[language]])), row(t("col.body"), par(m.agencies(bodies, long=True))),
         row(t("source.kind"), par([m.label("event_kinds", event.kind)])),
         row(t("event.identifiers"), par([t("list.semi").join(event.identifiers)] if event.identifiers else [])),
         row(t("print.ties"), *ties), row(t("print.starts"), *starts), row(t("nav.claims"), *told)],
    )


def _names(m: Manuscript, body: str) -> list[str]:
    """What a text may call a body."""
    agency = m.report.index[body]
    return [name for name in (agency.abbreviation, agency.name[m.language]) if name]


def _source(m: Manuscript, source: Evidence) -> Runs:
    """A source as a footnote gives it: who, what, where, and when it was seen."""
    seen = m.t("event.accessed" if source.opened else "event.unopened", date=m.day(source.accessed))
    marks = [m.t("event.repeats"), seen] if source.repeats else [seen]
    return [source.publisher, m.t("print.comma"), *m.work(source.title), m.t("print.comma"), m.web(source.url),
            m.aside(m.t("print.comma").join(marks))]
