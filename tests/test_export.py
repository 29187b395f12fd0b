"""The public contract of the data files."""
import json

import pytest

from scripts import paths
from scripts.export import BUILT


@pytest.fixture(scope="module")
def tables(offer, docs):
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in (docs / "data").glob("*.json") if file.name != "datapackage.json"}


def test_actions(tables):
    wanted = {"id", "pillar", "section", "title", "summary", "page", "page_end", "sheet", "lead_basis", "leads", "hosts", "partners",
              "instruments", "china_relevance", "themes", "url", "status", "status_reason", "confidence", "checked", "events"}
    assert len(tables["actions"]) == 103
    for action in tables["actions"]:
        assert wanted <= action.keys()
        assert set(action["title"]) == set(action["summary"]) == set(action["url"]) == {"zh", "en"}
        assert action["sheet"] == action["page"] + 3
    by_id = {action["id"]: action for action in tables["actions"]}
    assert by_id["1.1.3"]["leads"] == ["OMB"] and by_id["1.1.3"]["instruments"] == ["funding"]
    assert by_id["1.3.5"]["url"]["en"].endswith("/en/plan/1.3.5/")


def test_orders(tables):
    assert {order["number"] for order in tables["orders"]} == {"14179", "14318", "14319", "14320"}
    wanted = {"id", "section", "responsible", "deadline_days", "due_date", "summary", "delivered", "days_late"}
    for order in tables["orders"]:
        assert {"number", "title", "signed", "provisions"} <= order.keys()
        assert all(wanted <= provision.keys() for provision in order["provisions"])
    provision = next(p for o in tables["orders"] for p in o["provisions"] if p["id"] == "eo14320.3a")
    assert (provision["deadline_days"], provision["due_date"], provision["responsible"]) == (90, "2025-10-21", ["DOC"])
    guidance = next(p for o in tables["orders"] for p in o["provisions"] if p["id"] == "eo14319.4a")
    assert (guidance["delivered"], guidance["days_late"], guidance["status"]) == ("2025-12-11", 21, "completed")


def test_claims(tables, report):
    wanted = {"id", "source", "locators", "speaker", "claim", "verdict", "reason", "checked_against", "url"}
    verdicts = {code.id for code in report.vocabularies["verdicts"]}
    assert len(tables["claims"]) == len(report.claims) > 80
    for claim in tables["claims"]:
        assert wanted <= claim.keys() and claim["verdict"] in verdicts and claim["source"] in ("huxiu", "feature")
        assert set(claim["claim"]) == set(claim["reason"]) == set(claim["url"]) == {"zh", "en"}
        assert claim["locators"] and all(at.startswith(claim["source"] + ":p") for at in claim["locators"])
        assert "{{" not in json.dumps(claim)
    third = next(claim for claim in tables["claims"] if claim["id"] == "huxiu-27-2")
    assert third["verdict"] == "depends" and len(third["tests"]) == 2 and any(item.startswith("figure:") for item in third["checked_against"])
    assert "28" in third["reason"]["en"] or "27%" in third["reason"]["en"]


def test_every_sentence_is_accounted_for(tables):
    assert [len([row for row in tables["coverage"] if row["source"] == source]) for source in ("huxiu", "feature")] == [49, 37]
    for row in tables["coverage"]:
        assert bool(row.get("used_by")) != ("not_extracted" in row), row


def test_comparison(tables, report):
    cells = [cell for row in tables["comparison"] for country in ("us", "cn") for cell in row[country]]
    assert len(tables["comparison"]) == 8 and all(row["us"] and row["cn"] for row in tables["comparison"])
    assert len(cells) == sum(claim.compares is not None for claim in report.claims)
    assert all(cell["speaker"] and cell["locators"] and set(cell["text"]) == {"zh", "en"} for cell in cells)


def test_events(tables):
    wanted = {"id", "date", "what", "actor", "kind", "sources", "links"}
    for event in tables["events"]:
        assert wanted <= event.keys() and event["sources"] and (event["links"] or event["thread"]), event["id"]
        assert all({"title", "publisher", "url", "kind", "accessed"} <= source.keys() for source in event["sources"])
        assert all(link["relation"] in ("delivers", "advances", "bears_on", "reverses") for link in event["links"])
    by_id = {event["id"]: event for event in tables["events"]}
    assert {"target": "feature-04-1", "relation": "bears_on"} not in by_id["2025-12-11-omb-m-26-04"]["links"]
    for action in tables["actions"]:
        assert all(action["id"] in [link["target"] for link in by_id[event]["links"]] for event in action["events"])


def test_the_other_tables(tables):
    assert len(tables["sections"]) == 30
    assert {"NIST", "CAISI", "DOC", "DOS", "ED", "IC", "OSTP"} <= {agency["id"] for agency in tables["agencies"]}
    assert len(tables["glossary"]) >= 80
    assert {"plan", "eo14318", "eo14319", "eo14320", "eo14179", "huxiu", "feature"} == {source["id"] for source in tables["sources"]}


def test_the_records_that_have_no_nested_lists(tables, report, figures):
    assert [pillar["id"] for pillar in tables["pillars"]] == ["1", "2", "3"]
    assert len(tables["citations"]) == len(report.citations) and len(tables["charts"]) == len(report.charts) and len(tables["readings"]) == len(report.readings)
    assert {measure["id"]: measure["value"] for measure in tables["measures"]} == figures
    assert {(code["vocabulary"], code["id"]) for code in tables["codes"]} == {(name, code.id) for name, codes in report.vocabularies.items() for code in codes}
    assert "{{" not in json.dumps([tables["charts"], tables["readings"]])


def test_committed_data_is_what_the_records_give(offer, docs):
    """Every text file; what is built is not committed."""
    for file in offer.files:
        if file.name not in BUILT:
            kept = paths.DOCS / file.relative_to(docs)
            assert kept.is_file() and kept.read_bytes() == file.read_bytes(), f"{kept.name} is stale: run `make site` and commit docs/"
