"""The pages of the charts: all of them at a glance, and each with its finding, its table and its downloads."""
from collections.abc import Iterator

from scripts.charts import Chart
from scripts.labels import Labels
from scripts.page import Page, computed, listing
from scripts.permalinks import place
from scripts.report import Report

GROUPS = ("plan", "bodies", "tracker", "press")
NUMBERS = ("count", "share")
LINKED = ("agency", "provision", "pillar", "section", "claim", "event")            # kinds of record with an address
LONG = 40                                   # rows of a table that a reader opens when wanted


def pages(report: Report, figures: dict, tables: dict[str, list[dict]]) -> Iterator[Page]:
    """The page of charts and one page a chart, in the order of data/charts.yml."""
    groups = [(group, [chart for chart in report.charts if chart.group == group]) for group in GROUPS]
    yield Page("page", "charts", "charts", *listing(report, "charts", n=figures["charts.total"]), lambda names: {"groups": groups}, place=place("page", "charts"))
    for chart in report.charts:
        yield Page("chart", chart.id, "chart", chart.name, computed(chart.finding, figures),
                   lambda names, c=chart: _chart(report, c, tables[c.id], Labels(report, c, names["L"], figures)), place=place("chart", chart.id))


def _chart(report: Report, chart: Chart, rows: list[dict], labels: Labels) -> dict:
    at = report.charts.index(chart)
    return {
        "c": chart, **{field: labels.text(field) for field in ("finding", "note", "title", "scope")}, "long": len(rows) > LONG,
        "columns": [(column, column.kind in NUMBERS) for column in chart.columns],
        "rows": [[(column, labels.name(column.kind, row[column.id]), _target(report, column.kind, row[column.id])) for column in chart.columns] for row in rows],
        "before": report.charts[at - 1] if at else None, "after": report.charts[at + 1] if at + 1 < len(report.charts) else None,
    }


def _target(report: Report, kind: str, value: object) -> str | None:
    """The id of the record a cell names, if it has an address."""
    return value if kind in LINKED and value in report.index else None
