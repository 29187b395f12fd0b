"""How far two independent codings, readings or judgements agree."""
import pandas as pd

from scripts.analyse import tables
from scripts.analyse.counting import counted
from scripts.report import Report


def codings(report: Report) -> dict[str, int | str]:
    """How far the second coding agrees with the records as they were before the two were compared.

    Raises ValueError if there is no second coding, or if it lacks an action.
    """
    pairs = tables.codings(report)
    figures = counted(report, "agreement.{field}.same", pairs, pairs["first"] == pairs["second"])
    if set(pairs["action"]) != {action.id for action in report.actions}:
        raise ValueError("data/coding.yml does not code every action")
    for field, mine in pairs.groupby("field"):
        figures[f"agreement.{field}.kappa"] = f"{kappa(mine['first'], mine['second']):.2f}"
    return figures


def rulings(report: Report) -> dict[str, int | str]:
    """How far two readers agreed on the verdicts of the claims, and on the statuses. Raises ValueError if there are no such pairs."""
    verdicts, statuses = tables.rulings(report.rulings), tables.rulings(report.second_looks)
    figures = counted(report, "agreement.status.total", statuses)
    for name, pairs in (("verdict", verdicts), ("status", statuses)):
        figures |= counted(report, f"agreement.{name}.same", pairs, pairs["first"] == pairs["second"])
        figures[f"agreement.{name}.kappa"] = f"{kappa(pairs['first'], pairs['second']):.2f}"
    return figures


def kappa(first: pd.Series, second: pd.Series) -> float:
    """Cohen's kappa of two codings of the same items (Cohen 1960): agreement beyond chance, from -1 to 1.

    Raises ValueError if both coders use one and the same value throughout, where kappa is undefined.
    """
    observed = (first == second).mean()
    chance = (first.value_counts(normalize=True) * second.value_counts(normalize=True)).sum()
    if chance == 1:
        raise ValueError("kappa is undefined: every item has the same value in both codings")
    return (observed - chance) / (1 - chance)
