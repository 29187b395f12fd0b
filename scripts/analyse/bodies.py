"""What falls to each body: its own part in actions and provisions, and with its components."""
import pandas as pd

from scripts.analyse import tables
from scripts.analyse.counting import counted, nth, share
from scripts.report import Report

ACTING = ("leads", "hosts")             # the roles of those who are to act
ROOFS = ("eop", "collective")           # a roof over separate offices, and a name for many: no bodies to compare


def measures(report: Report) -> dict[str, int | str]:
    """Counts of bodies and of what each is to do. Raises ValueError for a measure without records to count."""
    parts, actions = tables.parts(report), tables.actions(report)
    figures = counted(report, "agencies.total", tables.listed(agency.id for agency in report.agencies))
    figures |= counted(report, "agencies.plan", parts, parts["role"].notna(), of="agency")
    figures |= counted(report, "agencies.orders", parts, parts["duty"].notna(), of="agency")
    every = tables.rolled(report, parts)
    for suffix, table in (("", parts), (".rolled", every)):
        figures |= counted(report, "agencies.{agency}.{role}" + suffix, table, of="item")
        figures |= counted(report, "agencies.{agency}.{duty}" + suffix, table, of="item")
        figures |= counted(report, "agencies.{agency}.provisions" + suffix, table, table["duty"].notna(), of="item")
    acting = every[every["role"].isin(ACTING)]
    figures |= counted(report, "agencies.{agency}.acting", acting, of="item")
    judged = acting.merge(actions, left_on="item", right_on="action")
    figures |= counted(report, "agencies.{agency}.acting.status.{status}", judged, of="item")
    figures |= counted(report, "agencies.{agency}.events", _events(report, every), of="event")
    return figures | _top(report, acting, len(actions))


def _events(report: Report, every: pd.DataFrame) -> pd.DataFrame:
    """One row an event and a body that it concerns.

    It does so through an action that the body or one of its components leads or
    hosts, or a provision for which one of them is responsible.
    """
    return tables.ties(report).merge(every[every["role"].isin(ACTING) | (every["duty"] == "responsible")], on="item")


def _top(report: Report, acting: pd.DataFrame, total: int) -> dict[str, int | str]:
    """The body that leads or hosts most actions, and the number of the next one.

    Only the bodies without a parent are compared, except that the Executive
    Office of the President is a roof over separate offices, and a collective no
    body of its own.
    """
    compared = [agency.id for agency in report.agencies if not agency.parent and agency.kind not in ROOFS]
    counts = acting[acting["agency"].isin(compared)].groupby("agency")["item"].nunique().sort_values(ascending=False, kind="stable")
    if counts.empty:
        raise ValueError("no records to count for agencies.top")
    return {"agencies.top": counts.index[0], "agencies.top.actions": counts.iloc[0], "agencies.top.share": share(counts.iloc[0], total), "agencies.second.actions": nth(counts, 1)}
