"""What has happened since: the actions' statuses, the confidence in them, and the events."""
from scripts.analyse import tables
from scripts.analyse.counting import counted, shares
from scripts.report import Report

BY_ACTION = ("status.{status}", "status.{status}.pillar.{pillar}", "status.{status}.section.{section}", "actions.lead_basis.{lead_basis}.status.{status}", "confidence.{confidence}")


def measures(report: Report) -> dict[str, int | str]:
    """Counts of statuses and events. Raises ValueError for a measure without records to count."""
    actions = tables.actions(report)
    figures = shares(report, "status.{status}.share", actions)
    for family in BY_ACTION:
        figures |= counted(report, family, actions)
    figures |= counted(report, "actions.theme.{theme}.status.{status}", tables.themes(report))
    return figures | {"tracker.cadence": report.edition.cadence_days} | _events(report)


def _events(report: Report) -> dict[str, int]:
    """Events by the sources they have and by quarter."""
    events = tables.events(report)
    return {
        **counted(report, "events.total", events),
        **counted(report, "events.official", events, events["official"]),
        **counted(report, "events.unopened", events, ~events["opened"]),
        **counted(report, "events.linked", events, events["linked"]),
        **counted(report, "events.timeline", events, events["timeline"]),
        **counted(report, "events.quarter.{quarter}", events),
        **counted(report, "events.quarter.{quarter}.opened", events, events["opened"]),
        "events.sources": events["sources"].sum(),
    }
