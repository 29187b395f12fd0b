"""The numbers behind every chart, from the records: one table a chart, by the chart's id."""
import pandas as pd

from scripts.analyse import chart_plan, chart_press, chart_tracker
from scripts.report import Report

TABLES = {
    "actions-by-section": chart_plan.actions_by_section,
    "lead-basis": chart_plan.lead_basis,
    "agencies": chart_plan.agencies,
    "agency-section": chart_plan.agency_section,
    "agencies-together": chart_plan.agencies_together,
    "instruments": chart_plan.instruments,
    "time-words": chart_plan.time_words,
    "china-pages": chart_plan.china_pages,
    "status-sections": chart_tracker.status_sections,
    "status-leads": chart_tracker.status_leads,
    "status-confidence": chart_tracker.status_confidence,
    "deadlines": chart_tracker.deadlines,
    "events-by-month": chart_tracker.events_by_month,
    "timeline": chart_tracker.timeline,
    "verdicts": chart_press.verdicts,
    "not-in-the-plan": chart_press.not_in_the_plan,
    "attention-pillars": chart_press.attention_pillars,
    "attention-themes": chart_press.attention_themes,
    "comparison": chart_press.comparison,
}


def chart_tables(report: Report) -> dict[str, list[dict]]:
    """The rows behind each chart: column -> value, a code or id, a number, an ISO date, or None where a value is not known.

    Raises ValueError for a chart that is not in TABLES or has no records to
    count, or if data/charts.yml describes other columns than its table has.
    """
    tables = {}
    for chart in report.charts:
        if chart.id not in TABLES:
            raise ValueError(f"data/charts.yml describes the chart {chart.id}, for which scripts/analyse/charts.py has no table")
        table, described = TABLES[chart.id](report), [column.id for column in chart.columns]
        if table.empty:
            raise ValueError(f"the chart {chart.id} has no records to count")
        if list(table.columns) != described:
            raise ValueError(f"the columns of the chart {chart.id} are {list(table.columns)}; data/charts.yml describes {described}")
        tables[chart.id] = [{column: _plain(value) for column, value in row.items()} for row in table.to_dict("records")]
    return tables


def _plain(value: object) -> object:
    """A Python value in place of numpy's, None in place of what pandas takes for missing."""
    return None if pd.isna(value) else value.item() if hasattr(value, "item") else value
