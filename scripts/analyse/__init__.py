"""Measures: every number a page may show, computed from the records with pandas.

Names and definitions of the measures, in both languages, stand in
data/measures.yml; a measure without a definition, or the other way round, is
a fault that `analyse` raises.
"""
from scripts.analyse import bodies, findings, orders, plan, press, tracker
from scripts.analyse.charts import chart_tables
from scripts.analyse.agreement import codings, kappa, rulings
from scripts.analyse.counting import share
from scripts.report import Report

__all__ = ["analyse", "chart_tables", "kappa", "share"]


def analyse(report: Report) -> dict[str, int | str]:
    """The value of every measure by its id: a count, or a share as whole per cent with its sign.

    Raises ValueError if data/measures.yml and the measures here are not the
    same set, or if there are no records to count for one of them.
    """
    figures = {}
    for part in (plan.measures, bodies.measures, orders.measures, tracker.measures, press.measures, findings.measures, codings, rulings):
        figures |= part(report)
    if missing := sorted(set(figures) ^ set(report.definitions)):
        raise ValueError(f"data/measures.yml and scripts/analyse/ differ in: {', '.join(missing)}")
    return {measure: figures[measure] if isinstance(figures[measure], str) else int(figures[measure]) for measure in report.definitions}
