"""The page of figures: every measure with its value and what it means, by subject."""
from collections.abc import Iterator

from scripts.measures import combinations, fill, named
from scripts.model import Code, Text
from scripts.page import Page, listing
from scripts.registers import Family
from scripts.report import Report

LONG = 16                       # a table with more rows is folded


def pages(report: Report) -> Iterator[Page]:
    """The page of figures."""
    title, description = listing(report, "figures")
    subjects = [_subject(report, code) for code in report.vocabularies["subjects"]]
    yield Page("page", "figures", "figures", title, description, lambda names: {"subjects": subjects})


def _subject(report: Report, subject: Code) -> dict:
    """The measures of a subject that stand alone, and its families, in the order in which they are typed."""
    mine = [family for family in report.families if family.subject == subject.id]
    return {
        "code": subject, "single": [family for family in mine if not family.by],
        "families": [_family(report, family) for family in mine if family.by],
    }


def _family(report: Report, family: Family) -> dict:
    """A family as a table: a row a member of the first dimension, a column a member of the second, in each cell the id of a measure.

    In the label and the definition above it a dimension in brackets stands for the member.
    """
    brackets = {dimension: _bracketed(report, dimension) for dimension in family.by}
    first, *second = family.by
    rows = []
    for member, name in report.dimensions[first].items():
        choices = combinations(second, report.dimensions)
        rows.append((name, [fill(family.id, {first: member, **choice}) for choice in choices]))
    columns = [name for dimension in second for name in report.dimensions[dimension].values()]
    return {
        "id": family.id, "by": family.by, "label": named(family.label, brackets), "definition": named(family.definition, brackets),
        "rows": rows, "columns": columns, "folded": len(rows) > LONG,
    }


def _bracketed(report: Report, dimension: str) -> Text:
    name = report.strings[f"dimension.{dimension}"]
    return Text(zh=f"［{name.zh}］", en=f"[{name.en.lower()}]")
