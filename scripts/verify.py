"""Hold the verdicts and the charts' findings against the computed figures: one that no longer follows is a finding."""
from scripts.finding import Finding
from scripts.records import Data
from scripts.report import Report

REFUTED = ("partly", "overstated", "contradicted", "not_in_plan")      # what may stand when the claim holds under no definition


def verify(report: Report, figures: dict[str, int | str], data: Data) -> list[Finding]:
    """Findings for claims whose tests, computed anew, ask for another verdict, and for charts whose finding is out of its range. data: the loaded files, for the line."""
    findings = []
    for article in report.articles:
        document = data.documents[f"press/{article.source}"]
        for i, claim in enumerate(article.claims):
            if claim.tests and claim.verdict not in (asked := following(outcomes := [test.holds(figures[test.figure]) for test in claim.tests])):
                told = "; ".join(f"{test.figure} is {figures[test.figure]}, {'within' if outcome else 'outside'} {test.at_least} to {test.at_most}" for test, outcome in zip(claim.tests, outcomes))
                findings.append(document.finding(("claims", i, "verdict"), "verdict", f"review {claim.id}: {claim.verdict} no longer follows from its figures ({told}); expected {' or '.join(asked)}"))
    charts = data.documents["charts"]
    for i, chart in enumerate(report.charts):
        for j, test in enumerate(chart.holds):
            if not test.holds(value := figures[test.figure]):
                told = f"{test.figure} is {value}, outside the range in which its finding holds; expected {test.at_least} to {test.at_most}"
                findings.append(charts.finding((i, "holds", j), "finding", f"read the texts of {chart.id} again: {told}"))
    return findings


def following(outcomes: list[bool]) -> tuple[str, ...]:
    """The verdicts that follow: true under every definition, under some, under none."""
    return ("supported",) if all(outcomes) else ("depends",) if any(outcomes) else REFUTED
