"""The public contract of the data files."""
import json

import pytest

from scripts import paths
from scripts.export import export


@pytest.fixture(scope="module")
def tables(report, tmp_path_factory):
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in export(report, tmp_path_factory.mktemp("data"))}


def test_actions(tables):
    wanted = {"id", "pillar", "section", "title", "summary", "page", "page_end", "sheet", "lead_basis", "leads", "hosts", "partners",
              "instruments", "china_relevance", "themes", "url"}
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
    wanted = {"id", "section", "responsible", "deadline_days", "due_date", "summary"}
    for order in tables["orders"]:
        assert {"number", "title", "signed", "provisions"} <= order.keys()
        assert all(wanted <= provision.keys() for provision in order["provisions"])
    provision = next(p for o in tables["orders"] for p in o["provisions"] if p["id"] == "eo14320.3a")
    assert (provision["deadline_days"], provision["due_date"], provision["responsible"]) == (90, "2025-10-21", ["DOC"])


def test_the_other_tables(tables):
    assert len(tables["sections"]) == 30
    assert {"NIST", "CAISI", "DOC", "DOS", "ED", "IC", "OSTP"} <= {agency["id"] for agency in tables["agencies"]}
    assert len(tables["glossary"]) >= 80
    assert {"plan", "eo14318", "eo14319", "eo14320", "eo14179", "huxiu", "feature"} == {source["id"] for source in tables["sources"]}


def test_committed_data_is_what_the_records_give(tables):
    for name, table in tables.items():
        assert json.loads((paths.DOCS / "data" / f"{name}.json").read_text(encoding="utf-8")) == table, "run `make site` and commit docs/"
