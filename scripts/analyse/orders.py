"""What the orders hold: provisions, their kinds, their deadlines, and how these were met."""
import pandas as pd

from scripts.analyse import tables
from scripts.analyse.counting import counted
from scripts.report import Report


def measures(report: Report) -> dict[str, int]:
    """Counts of orders, provisions and deadlines. Raises ValueError for a measure without records to count."""
    provisions, actions, orders = tables.provisions(report), tables.actions(report), tables.orders(report)
    figures = {
        **counted(report, "orders.total", orders),
        **counted(report, "orders.companion", orders, orders["signed"] == report.source(report.plan.source).date),
        **counted(report, "provisions.total", provisions),
        **counted(report, "provisions.deadline", provisions, provisions["dated"]),
        **counted(report, "provisions.due", provisions, provisions["due"]),
        **counted(report, "provisions.linked", provisions, provisions["linked"]),
        **counted(report, "actions.linked", actions, actions["linked"]),
        **counted(report, "provisions.kind.{kind}", provisions),
        **counted(report, "provisions.order.{order}", provisions),
        **counted(report, "provisions.order.{order}.kind.{kind}", provisions),
        **counted(report, "provisions.order.{order}.deadline", provisions, provisions["dated"]),
        **counted(report, "provisions.order.{order}.due", provisions, provisions["due"]),
    }
    return figures | _deadlines(report, provisions[provisions["dated"]])


def _deadlines(report: Report, dated: pd.DataFrame) -> dict[str, int]:
    """How the provisions with a period were met."""
    return {
        **counted(report, "deadlines.met", dated, dated["met"]),
        **counted(report, "deadlines.on_time", dated, dated["late"] <= 0),
        **counted(report, "deadlines.late", dated, dated["late"] > 0),
        **counted(report, "deadlines.not_found", dated, dated["due"] & ~dated["met"]),
        **counted(report, "deadlines.day_unknown", dated, dated["due"] & dated["met"] & dated["late"].isna()),
    }
