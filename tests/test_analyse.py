"""Measures, compared with the records by another route than the tables."""
import dataclasses
import re

import pandas as pd
import pytest
import yaml

from scripts import paths
from scripts.analyse import analyse, kappa, share
from scripts.analyse.counting import counted, shares


def load_yaml(text):
    """What a file says, every value as the text that was typed."""
    return yaml.load(text, yaml.BaseLoader)


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
    with pytest.raises(ValueError, match="differ in: pillars.total"):
        analyse(dataclasses.replace(small, families=small.families[1:]))
    more = small.families[0].model_copy(update={"id": "pillars.{pillar}.extra", "by": ("pillar",)})
    with pytest.raises(ValueError, match="differ in: pillars.1.extra, pillars.2.extra, pillars.3.extra"):
        analyse(dataclasses.replace(small, families=(*small.families, more)))


@pytest.mark.parametrize("empty, family", [
    ({"sections": ()}, "actions.total"), ({"agencies": ()}, "agencies.total"), ({"orders": ()}, "orders.total"), ({"articles": ()}, "claims.total"),
    ({"readings": ()}, "readings.{reading}.claims"), ({"searches": ()}, "plan.words.{search}"), ({"codings": ()}, "agreement.{field}.same"),
    ({"rulings": ()}, "agreement.verdict.same"), ({"second_looks": ()}, "agreement.status.total"), ({"terms": ()}, "terms.total"),
])
def test_nothing_to_count_is_an_error(small, empty, family):
    """A table without records is told by the measure that would have counted it; it never becomes a zero."""
    with pytest.raises(ValueError, match=re.escape(f"no records to count for {family}")):
        analyse(dataclasses.replace(small, **empty))


def test_no_events_no_figures(small):
    quiet = dataclasses.replace(small.tracker, events=())
    with pytest.raises(ValueError, match=re.escape("no records to count for agencies.{agency}.events")):
        analyse(dataclasses.replace(small, tracker=quiet))


def test_a_family_counts_every_member_and_zero_where_there_is_none(small):
    table = pd.DataFrame({"pillar": ["1", "1", "2"], "item": ["a", "a", "b"]})
    assert counted(small, "x.{pillar}", table) == {"x.1": 2, "x.2": 1, "x.3": 0}
    assert counted(small, "x.{pillar}", table, of="item") == {"x.1": 1, "x.2": 1, "x.3": 0}
    assert counted(small, "x.{pillar}", table, table["item"] == "none of these") == {"x.1": 0, "x.2": 0, "x.3": 0}
    assert shares(small, "x.{pillar}", table) == {"x.1": "67%", "x.2": "33%", "x.3": "0%"}
    with pytest.raises(ValueError, match="x.{pillar}"):
        counted(small, "x.{pillar}", table[:0])


def test_families_agree_with_the_files_themselves(figures):
    """Counted once more straight from the YAML files: neither pandas nor the report takes part."""
    def records(pattern):
        return [load_yaml(file.read_text(encoding="utf-8")) for file in sorted(paths.DATA.glob(pattern))]
    sections = [section for section in records("plan/*.yml") if "actions" in section]
    actions = [action for section in sections for action in section["actions"]]
    assert figures["actions.section.1.3"] == len(next(s for s in sections if s["id"] == "1.3")["actions"])
    for basis in ("explicit", "implied", "none"):
        assert figures[f"actions.section.1.8.lead_basis.{basis}"] == sum(a["lead_basis"] == basis and a["id"].startswith("1.8.") for a in actions)
    for pillar in "123":
        mine = [a for a in actions if "export-controls" in a["themes"] and a["id"][0] == pillar]
        assert figures[f"actions.theme.export-controls.pillar.{pillar}"] == len(mine)
    looks = sorted((look for listed in records("status/*.yml") for look in listed), key=lambda look: look["checked"])
    looks = {look["target"]: look["status"] for look in looks + [look for event in records("events/*.yml") for look in event.get("assessments", [])]}
    assert figures["status.in_progress.section.2.1"] == sum(status == "in_progress" for target, status in looks.items() if target.startswith("2.1."))
    assert figures["actions.theme.energy.status.in_progress"] == sum("energy" in a["themes"] and looks[a["id"]] == "in_progress" for a in actions)

    orders = {order["id"]: order["provisions"] for order in records("orders/*.yml")}
    assert figures["provisions.order.eo14318"] == len(orders["eo14318"])
    assert figures["provisions.order.eo14320.kind.duty"] == sum(p["kind"] == "duty" for p in orders["eo14320"])
    assert figures["provisions.order.eo14319.deadline"] == sum("deadline" in p for p in orders["eo14319"])

    parents = {body["id"]: body.get("parent") for body in load_yaml((paths.DATA / "agencies.yml").read_text(encoding="utf-8"))}
    below = {"DOC"}
    while more := {body for body, parent in parents.items() if parent in below} - below:
        below |= more
    assert figures["agencies.DOC.leads"] == sum("DOC" in a["leads"] for a in actions)
    assert figures["agencies.DOC.leads.rolled"] == sum(bool(below & set(a["leads"])) for a in actions)
    acting = {a["id"] for a in actions if below & {*a["leads"], *a["hosts"]}}
    assert figures["agencies.DOC.acting"] == len(acting)
    assert figures["agencies.DOC.acting.status.completed"] == sum(looks[item] == "completed" for item in acting)
    answering = {p["id"] for listed in orders.values() for p in listed if below & set(p["responsible"])}
    events = records("events/*.yml")
    assert figures["agencies.DOC.events"] == sum(any(tie["target"] in acting | answering for tie in event["links"]) for event in events)
    assert figures["events.timeline"] == sum("thread" in event for event in events)
    assert figures["events.quarter.2025-4"] == sum(event["date"][:7] in ("2025-10", "2025-11", "2025-12") for event in events)
    assert figures["events.quarter.earlier"] == sum(event["date"] < "2025-07" for event in events)

    claims = [claim for article in records("press/*.yml") for claim in article["claims"]]
    assert figures["claims.topic.export_controls.overstated"] == sum((c["topic"], c["verdict"]) == ("export_controls", "overstated") for c in claims)
    assert figures["coverage.huxiu.skipped"] == len(next(a for a in records("press/*.yml") if a["source"] == "huxiu")["not_extracted"])
    searches = {search["words"]: search["pages"] for search in records("searches.yml")[0]}
    assert (figures["plan.words.China"], figures["plan.words.great_power-"]) == (len(searches["China"]), len(searches["great power*"]))


def test_parts_of_a_whole_add_up(report, figures):
    for section in report.sections:
        assert figures[f"actions.section.{section.id}"] == sum(figures[f"status.{code.id}.section.{section.id}"] for code in report.vocabularies["statuses"])
    for theme in report.vocabularies["themes"]:
        assert figures[f"actions.theme.{theme.id}"] == sum(figures[f"actions.theme.{theme.id}.pillar.{p}"] for p in "123")
    assert figures["provisions.total"] == sum(figures[f"provisions.order.{order.id}"] for order in report.orders)
    assert figures["claims.total"] == sum(figures[f"claims.topic.{topic.id}"] for topic in report.vocabularies["topics"])
    assert figures["events.total"] == sum(figures[f"events.quarter.{quarter}"] for quarter in report.dimensions["quarter"])
    assert figures["coverage.skipped"] == sum(figures[f"coverage.{source}.skipped"] for source in report.dimensions["source"])
    for agency in report.agencies:
        assert figures[f"agencies.{agency.id}.acting"] == sum(figures[f"agencies.{agency.id}.acting.status.{code.id}"] for code in report.vocabularies["statuses"])
        assert figures[f"agencies.{agency.id}.leads"] <= figures[f"agencies.{agency.id}.leads.rolled"]


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
