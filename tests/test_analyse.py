"""Measures, compared with the records by another route than the tables."""
import pandas as pd
import pytest

from scripts import paths
from scripts.analyse import analyse, kappa, share


def test_counts_agree_with_a_plain_count(report, figures):
    assert figures["actions.total"] == 103 == sum(figures[f"actions.pillar.{p}"] for p in "123")
    assert [figures[f"actions.pillar.{p}"] for p in "123"] == [58, 29, 16]
    assert figures["actions.distinct"] == len({a.text_hash for a in report.actions}) == 102
    for basis in ("explicit", "implied", "none"):
        assert figures[f"actions.lead_basis.{basis}"] == sum(a.lead_basis == basis for a in report.actions)
    assert figures["provisions.total"] == sum(len(o.provisions) for o in report.orders)
    assert figures["provisions.deadline"] == sum(p.deadline is not None for p in report.provisions)
    touched = {a for p in report.provisions for a in p.actions}
    assert figures["actions.linked"] == len(touched)


@pytest.mark.parametrize("vocabulary", ["lead_basis", "instruments", "china_relevance"])
def test_codes_add_up_to_all_actions(report, figures, vocabulary):
    assert sum(figures[f"actions.{vocabulary}.{code.id}"] for code in report.vocabularies[vocabulary]) == 103


def test_top_body_counts_each_action_once(report, figures):
    line = {"DOC"} | {a.id for a in report.components(report.index["DOC"])}
    acting = [a for a in report.actions if line & {*a.leads, *a.hosts}]
    assert (figures["agencies.top"], figures["agencies.top.actions"]) == ("DOC", len(acting))


def test_small_world(small):
    figures = analyse(small)
    assert (figures["actions.total"], figures["actions.distinct"], figures["actions.lead_basis.none"]) == (4, 3, 2)
    assert (figures["provisions.deadline"], figures["provisions.due"], figures["actions.linked"]) == (2, 2, 1)
    assert figures["agreement.lead_basis.kappa"] == "1.00"


def test_kappa_of_a_known_table():
    """Cohen's own kind of example: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no gives 0.40."""
    first = pd.Series(["y"] * 25 + ["n"] * 25)
    second = pd.Series(["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15)
    assert round(kappa(first, second), 2) == 0.40
    with pytest.raises(ValueError):
        kappa(pd.Series(["y", "y"]), pd.Series(["y", "y"]))


def test_agreement_reaches_what_the_methods_ask(figures):
    assert float(figures["agreement.lead_basis.kappa"]) >= 0.8


def test_share_rounds_halves_up():
    assert [share(1, 8), share(1, 3), share(28, 103)] == ["13%", "33%", "27%"]


def test_a_measure_without_a_definition_is_refused(small):
    object.__setattr__(small, "definitions", small.definitions[1:])
    with pytest.raises(ValueError, match="pillars.total"):
        analyse(small)


def test_press_figures_agree_with_a_plain_count(report, figures):
    assert figures["claims.total"] == sum(figures[f"claims.verdict.{code.id}"] for code in report.vocabularies["verdicts"]) == len(report.claims)
    assert figures["coverage.sentences"] == 86 == figures["coverage.used"] + figures["coverage.skipped"]
    assert figures["agreement.verdict.same"] == sum(ruling.first == ruling.second for ruling in report.rulings)
    assert float(figures["agreement.verdict.kappa"]) >= 0.8


def test_tracker_figures_agree_with_a_plain_count(report, figures):
    """By another route than pandas: one action, one deadline, one event at a time."""
    statuses = [max((a for a in report.tracker.assessments if a.target == action.id), key=lambda a: a.checked).status for action in report.actions]
    for code in report.vocabularies["statuses"]:
        assert figures[f"status.{code.id}"] == statuses.count(code.id) == sum(figures[f"status.{code.id}.pillar.{p}"] for p in "123")
    assert sum(figures[f"confidence.{code.id}"] for code in report.vocabularies["confidences"]) == 103
    met = [p for p in report.provisions if p.deadline and any(tie.target == p.id and tie.relation == "delivers" for event in report.tracker.events for tie in event.links)]
    assert figures["deadlines.met"] == len(met) >= figures["deadlines.on_time"] + figures["deadlines.late"]
    assert figures["deadlines.not_found"] == sum(report.due(p) is not None and p not in met for p in report.provisions)
    assert figures["events.total"] == len(list((paths.DATA / "events").glob("*.yml")))


def test_attention_counts_claims_and_sentences(small):
    figures = analyse(small)
    assert [figures[f"attention.huxiu.claims.{p}"] for p in "123"] == ["50%", "0%", "50%"]
    assert [figures[f"attention.feature.sentences.{p}"] for p in "123"] == ["0%", "100%", "0%"]
    assert [figures[f"attention.plan.{p}"] for p in "123"] == ["50%", "25%", "25%"]
