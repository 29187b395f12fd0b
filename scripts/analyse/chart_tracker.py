"""The tables behind the charts of what has happened since."""
import pandas as pd

from scripts.report import Report

STEPS = ("advances", "delivers")


def status_sections(report: Report) -> pd.DataFrame:
    """section, completed, in_progress, announced, no_public_record, actions: one row a section, in the order of the plan."""
    looks = pd.DataFrame([{"section": a.section, "status": report.tracker.status(a.id)} for a in report.actions])
    counts = pd.crosstab(looks["section"], looks["status"]).reindex(index=[s.id for s in report.sections], columns=_statuses(report), fill_value=0)
    return counts.assign(actions=counts.sum(axis=1)).rename_axis(columns=None).rename_axis("section").reset_index()


def status_leads(report: Report) -> pd.DataFrame:
    """agency (`nobody` where nobody is named), completed, in_progress, announced, no_public_record, actions.

    By the top bodies, with their components, that lead or host; an action with
    several counts for each. Most actions first, `nobody` last.
    """
    looks = pd.DataFrame([
        {"agency": top, "status": report.tracker.status(action.id)} for action in report.actions
        for top in {report.top(body) for body in (*action.leads, *action.hosts)} or {"nobody"}
    ])
    counts = pd.crosstab(looks["agency"], looks["status"]).reindex(columns=_statuses(report), fill_value=0)
    counts = counts.assign(actions=counts.sum(axis=1), last=counts.index == "nobody").rename_axis(columns=None).reset_index()
    return counts.sort_values(["last", "actions", "agency"], ascending=[True, False, True]).drop(columns="last")


def status_confidence(report: Report) -> pd.DataFrame:
    """status, high, medium, low, actions."""
    looks = pd.DataFrame([report.tracker.look(a.id).model_dump(include={"status", "confidence"}) for a in report.actions])
    confidences = [code.id for code in report.vocabularies["confidences"]]
    counts = pd.crosstab(looks["status"], looks["confidence"]).reindex(index=_statuses(report), columns=confidences, fill_value=0)
    return counts.assign(actions=counts.sum(axis=1)).rename_axis(columns=None).rename_axis("status").reset_index()


def events_by_month(report: Report) -> pd.DataFrame:
    """month, steps, others, unopened, events: since the month of the plan; a step advances or delivers an action or a provision."""
    plan = report.source(report.plan.source).date[:7]
    events = pd.DataFrame([
        {"month": e.date[:7], "step": any(tie.relation in STEPS for tie in e.links), "unopened": not any(s.opened for s in e.sources)}
        for e in report.tracker.events if e.date[:7] >= plan
    ])
    months = pd.period_range(events["month"].min(), events["month"].max(), freq="M").astype(str)
    grouped = events.groupby("month").agg(steps=("step", "sum"), events=("step", "size"), unopened=("unopened", "sum")).reindex(months, fill_value=0)
    grouped["others"] = grouped["events"] - grouped["steps"]
    return grouped[["steps", "others", "unopened", "events"]].rename_axis("month").reset_index()


def deadlines(report: Report) -> pd.DataFrame:
    """provision, start, days, due, delivered, days_late: the dated provisions by due date, those without one last; None where not known."""
    rows = []
    for p in report.dated:
        due, start = report.due(p), p.deadline.started_by
        begun = report.index[start].date if start else report.index[p.order].signed if p.deadline.start == "signing" else None
        rows.append({
            "provision": p.id, "start": begun, "days": p.deadline.days, "due": due.isoformat() if due else None,
            "delivered": report.delivered(p), "days_late": report.days_late(p),
        })
    return pd.DataFrame(rows, dtype=object)         # or whole numbers beside a gap become fractions


def timeline(report: Report) -> pd.DataFrame:
    """date, thread, event: the events that belong to a thread, oldest first."""
    return pd.DataFrame([{"date": e.date, "thread": e.thread, "event": e.id} for e in reversed(report.tracker.newest_first) if e.thread])


def _statuses(report: Report) -> list[str]:
    return [code.id for code in report.vocabularies["statuses"]]
