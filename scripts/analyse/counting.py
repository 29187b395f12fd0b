"""Counting: the values of a measure, or of a whole family, from one table."""
import pandas as pd

from scripts.measures import combinations, fill, placeholders
from scripts.report import Report


def counted(report: Report, family: str, table: pd.DataFrame, where: pd.Series | None = None, of: str | None = None) -> dict[str, int]:
    """The number of rows for every choice of the family's members; 0 for one that no row has.

    family: the id as typed in data/measures.yml; its dimensions name columns of
    `table`. where: which rows count. of: a column whose different values are
    counted in place of the rows. Raises ValueError if the table has no rows:
    without records there is nothing to count.
    """
    if table.empty:
        raise ValueError(f"no records to count for {family}")
    rows, by = table if where is None else table[where], placeholders(family)
    if not by:
        return {family: rows[of].nunique() if of else len(rows)}
    groups = rows.groupby(by if len(by) > 1 else by[0])
    counts = (groups[of].nunique() if of else groups.size()).to_dict()
    figures = {}
    for choice in combinations(by, report.dimensions):
        key = tuple(choice.values()) if len(by) > 1 else choice[by[0]]
        figures[fill(family, choice)] = counts.get(key, 0)
    return figures


def shares(report: Report, family: str, table: pd.DataFrame, of: str | None = None) -> dict[str, str]:
    """The same as shares of all rows, or of all different values of a column. Raises ValueError if the table has no rows."""
    parts = counted(report, family, table, of=of)
    whole = table[of].nunique() if of else len(table)
    return {measure: share(part, whole) for measure, part in parts.items()}


def nth(counts: pd.Series, place: int) -> int:
    """The count at a place of a ranking, 0 being the first; 0 where the ranking is shorter."""
    return counts.iloc[place] if place < len(counts) else 0


def per_cent(part: int, whole: int) -> float:
    """A share in per cent with one decimal, halves rounded up."""
    return int(1000 * part / whole + 0.5) / 10


def share(part: int, whole: int) -> str:
    """A share as whole per cent, halves rounded up."""
    return f"{int(100 * part / whole + 0.5)}%"
