"""The nested JSON of the open data and the schemas that describe it."""
import json

import pytest
from jsonschema import Draft202012Validator

from scripts.export import proof
from scripts.export.schemas import schemas


def test_every_json_file_has_a_schema_that_it_fits(downloads, report):
    for entry in report.dictionary.exports:
        schema = json.loads((downloads / "schemas" / f"{entry.id}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(json.loads((downloads / f"{entry.id}.json").read_text(encoding="utf-8")))
    assert {file.name.split(".")[0] for file in (downloads / "schemas").glob("*.json")} == {file.stem for file in downloads.glob("*.json")} - {"datapackage"}


def objects(schema):
    if isinstance(schema, dict):
        yield from ([schema] if "properties" in schema and schema.get("type") == "object" else [])
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


def test_every_object_of_a_schema_is_closed_and_complete(report):
    for name, schema in schemas(report).items():
        for shape in objects(schema):
            assert shape["additionalProperties"] is False and set(shape["required"]) == set(shape["properties"]), name


@pytest.mark.parametrize("name, change", [
    ("actions", lambda record: record.update(more=1)), ("actions", lambda record: record.pop("url")), ("actions", lambda record: record.update(status="done")), ("actions", lambda record: record.update(page="5")),
    ("actions", lambda record: record.update(themes=["nothing"])), ("claims", lambda record: record.update(verdict="true")), ("claims", lambda record: record["readings"].pop("first")),
    ("events", lambda record: record.update(date="soon")), ("events", lambda record: record["sources"][0].update(kind="rumour")), ("orders", lambda record: record["provisions"][0].update(days_late="3")),
    ("coverage", lambda record: record.update(used_by=[])), ("comparison", lambda record: record.pop("cn")), ("measures", lambda record: record.update(value=0.5)), ("codes", lambda record: record.update(label="x")),
])
def test_a_schema_refuses_a_record_that_breaks_it(downloads, report, name, change):
    record = json.loads((downloads / f"{name}.json").read_text(encoding="utf-8"))[0]
    validator = Draft202012Validator(schemas(report)[name])
    assert validator.is_valid([record])
    change(record)
    assert not validator.is_valid([record])


def test_json_that_its_schema_rejects_is_told_at_its_record(report, data, downloads):
    records = {"actions": json.loads((downloads / "actions.json").read_text(encoding="utf-8"))}
    records["actions"][7]["status"] = "in_progres"
    (finding,) = proof.exports(records, schemas(report), data)
    action = records["actions"][7]["id"]
    assert finding.path == f"data/plan/{action.rsplit('.', 1)[0]}.yml" and finding.message == f"actions.json {action}: status: 'in_progres' is not a known value; nearest valid value: in_progress"
