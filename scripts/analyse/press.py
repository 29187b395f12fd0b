"""What the press articles say and attend to, and how their claims were judged."""
from scripts.analyse import tables
from scripts.analyse.counting import counted, shares
from scripts.report import Report

BY_CLAIM = (
    "claims.verdict.{verdict}", "claims.{source}", "claims.{source}.{verdict}", "claims.topic.{topic}", "claims.topic.{topic}.{verdict}",
)


def measures(report: Report) -> dict[str, int | str]:
    """Counts of claims, sentences and readings. Raises ValueError for a measure without records to count."""
    return _claims(report) | _coverage(report) | _attention(report) | _readings(report)


def _claims(report: Report) -> dict[str, int]:
    """Claims by verdict, source and topic."""
    claims = tables.claims(report)
    figures = {
        **counted(report, "claims.total", claims),
        **counted(report, "claims.experts", claims, claims["speaker"] != "article"),
        **counted(report, "claims.compared", claims, claims["compared"]),
        **counted(report, "claims.rated", claims, claims["rated"]),
    }
    for family in BY_CLAIM:
        figures |= counted(report, family, claims)
    return figures


def _coverage(report: Report) -> dict[str, int]:
    """Sentences of the articles by what became of them."""
    sentences = tables.sentences(report)
    return {
        **counted(report, "coverage.sentences", sentences),
        **counted(report, "coverage.used", sentences, sentences["used"]),
        **counted(report, "coverage.skipped", sentences, sentences["skipped"]),
        **counted(report, "coverage.{source}", sentences),
        **counted(report, "coverage.{source}.paragraphs", sentences, of="paragraph"),
        **counted(report, "coverage.{source}.skipped", sentences, sentences["skipped"]),
    }


def _attention(report: Report) -> dict[str, str]:
    """An article's attention to a pillar, by claims and by sentences, each as a share of those that are about any pillar.

    One that is about two pillars counts for both, so shares may add up to more than 100.
    """
    about, figures = tables.about(report), {}
    for source in report.dimensions["source"]:
        for unit in ("claim", "sentence"):
            figures |= shares(report, f"attention.{source}.{unit}s.{{pillar}}", about[about["source"] == source], of=unit)
    return figures


def _readings(report: Report) -> dict[str, int]:
    """What each reading rests on."""
    readings = tables.readings(report)
    return {
        **counted(report, "readings.{reading}.claims", readings, of="claim"),
        **counted(report, "readings.{reading}.actions", readings, of="action"),
    }
