"""What the tables of events and statuses hold: for every table a list of rows, each its fields by name."""
from scripts import permalinks
from scripts.report import Report
from scripts.tracker import Assessment


def tables(report: Report) -> dict[str, list[dict]]:
    """Events with their sources and links, newest first, and every look at an action or a dated provision."""
    events = report.tracker.newest_first
    return {
        "events": [{**dict(event), "opened": event.opened} for event in events],
        "event_sources": [{"event": event.id, "rank": rank, **dict(source)} for event in events for rank, source in enumerate(event.sources, 1)],
        "event_identifiers": [{"event": event.id, "identifier": identifier} for event in events for identifier in event.identifiers],
        "event_links": [{"event": event.id, **dict(tie), **_of(tie.target)} for event in events for tie in event.links],
        "event_bodies": [{"event": event.id, "body": body} for event in events for body in event.bodies],
        "statuses": [_status(report, look) for record in report.tracked for look in report.tracker.history(record.id)],
        "second_looks": [{"target": look.id, **dict(look)} for look in report.second_looks],
    }


def _status(report: Report, look: Assessment) -> dict:
    return {**dict(look), **_of(look.target), "newest": look is report.tracker.look(look.target), "next_look": report.tracker.next_look(look).isoformat()}


def _of(target: str) -> dict[str, str | None]:
    """A target in the column of its kind, so that both can be joined."""
    return {kind: target if permalinks.kind(target) == kind else None for kind in ("action", "provision")}
