"""Verdicts follow from their figures, or the build stops."""
import pytest

from scripts.analyse import analyse
from scripts.load import load
from scripts.report import Report
from scripts.verify import following, verify


def findings(world):
    data = load(world)
    report = Report.from_data(data)
    return [str(finding) for finding in verify(report, analyse(report), data)]


def test_a_verdict_that_follows_is_left_alone(world):
    assert findings(world) == []


def test_a_changed_record_asks_for_a_review(world):
    """Once every action names who acts, nobody-named is 25%, and half is true under no definition."""
    section = world / "plan" / "3.1.yml"
    text = section.read_text(encoding="utf-8").replace("lead_basis: none", "lead_basis: implied").replace("hosts: []", "hosts: [CAISI]")
    section.write_text(text, encoding="utf-8")
    assert findings(world) == [
        "data/press/huxiu.yml:22: claims[1].verdict: review huxiu-02-2: depends no longer follows from its figures "
        "(actions.lead_basis.none.share is 25%, outside 40 to 60; actions.no_lead_named.share is 75%, outside 40 to 60); "
        "expected partly or overstated or contradicted or not_in_plan [verdict]"]


@pytest.mark.parametrize("outcomes, verdicts", [([True, True], ("supported",)), ([True, False], ("depends",)), ([False], ("partly", "overstated", "contradicted", "not_in_plan"))])
def test_what_follows(outcomes, verdicts):
    assert following(outcomes) == verdicts


def test_a_finding_out_of_its_range_asks_to_be_read_again(world):
    """The title of a chart is prose; the ranges of its figures hold it to the records."""
    charts = world / "charts.yml"
    charts.write_text(charts.read_text(encoding="utf-8").replace("figure: attention.plan.1, at_least: 0,", "figure: attention.plan.1, at_least: 80,"), encoding="utf-8")
    assert findings(world) == [
        "data/charts.yml:27: [0].holds[0]: read the texts of actions-by-section again: attention.plan.1 is 50%, "
        "outside the range in which its finding holds; expected 80 to 9999 [finding]"]
