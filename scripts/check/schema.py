"""The form of every file, by the JSON Schemas in data/schemas/."""
from collections.abc import Iterator
from dataclasses import replace

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from scripts.nearest import nearest
from scripts.records import Data, Document
from scripts.finding import Finding

SCHEMAS = {                     # file or folder below data/ → schema
    "plan/plan": "plan", "plan": "section", "orders": "order", "agencies": "agencies", "citations": "citations",
    "sources": "sources", "glossary": "glossary", "strings": "strings", "edition": "edition",
    "measures": "measures", "coding": "coding", "press": "article", "rulings": "rulings", "second_looks": "second_looks", "searches": "searches",
    "events": "event", "status": "assessments", "readings": "readings", "charts": "charts", "releases": "releases", "changes": "changes", "tables": "tables", "vocabularies": "vocabulary", "pages": "essay",
    "permalinks": "permalinks",
}
REQUIRED = [key for key in SCHEMAS if key not in ("plan", "orders", "press", "events", "status", "vocabularies", "pages", "permalinks")] + [f"pages/{name}" for name in ("home", "methods", "counts", "about")]
COMPUTED = {"due_date": "the build computes it from signed and deadline", "sheet": "the build computes it from page",
            "pillar": "the id says it", "provisions": "typed once, as actions of the order's provision"}


def check(data: Data) -> list[Finding]:
    """Findings for every file that its schema rejects, and for schemas that lag behind the vocabularies."""
    schemas = data.schemas
    registry = Registry().with_resources((f"{name}.json", Resource.from_contents(schema)) for name, schema in schemas.items())
    findings = list(_stale(data))
    findings += [Finding(f"data/{key}.yml", 1, "", "schema", "the file is missing") for key in REQUIRED if key not in data.documents]
    for key, document in data.documents.items():
        name = SCHEMAS.get(key) or SCHEMAS.get(key.split("/")[0])
        if not name:
            findings.append(Finding(document.path, 1, "", "schema", f"no schema covers this file; {nearest(key, SCHEMAS)}"))
            continue
        validator = Draft202012Validator(schemas[name], registry=registry)
        findings += [finding for error in validator.iter_errors(document.value) for finding in _findings(document, error)]
    return findings


def sound(data: Data, findings: list[Finding]) -> Data:
    """`data` without the files whose form is wrong."""
    broken = {finding.path for finding in findings if finding.rule in ("yaml", "schema")}
    return replace(data, documents={key: d for key, d in data.documents.items() if d.path not in broken}, findings=[])


def fill(schema: dict, codes: dict[str, list[str]]) -> dict:
    """A copy of `schema` in which every `x-codes: name` carries the codes of that vocabulary as its `enum`."""
    if isinstance(schema, list):
        return [fill(item, codes) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: fill(value, codes) for key, value in schema.items()}
    if "x-codes" in result:
        result["enum"] = codes.get(result["x-codes"], [])
    return result


def codes(data: Data) -> dict[str, list[str]]:
    """The codes of every vocabulary, in its order."""
    return {d.name: [e["id"] for e in d.value if isinstance(e, dict) and "id" in e] if isinstance(d.value, list) else []
            for d in data.folder("vocabularies")}


def _stale(data: Data) -> Iterator[Finding]:
    for name, schema in data.schemas.items():
        if schema != fill(schema, codes(data)):
            yield Finding(f"data/schemas/{name}.json", 1, "", "schema", "the codes listed here are not those of data/vocabularies; run `make schemas`")


def _findings(document: Document, error: ValidationError) -> Iterator[Finding]:
    """A schema error in words for people; one finding per missing or unknown field."""
    place, value, rule = tuple(error.absolute_path), error.instance, error.validator
    if rule == "required":
        for name in error.validator_value:
            if name not in value:
                expected = "this language is missing; every text has zh and en" if name in ("zh", "en") else f"the field is missing; expected {_expected(error.schema, name)}"
                yield document.finding((*place, name), "schema", expected)
        return
    if rule == "additionalProperties":
        known = error.schema.get("properties", {})
        for name in sorted(set(value) - set(known)):
            message = f"is not typed: {COMPUTED[name]}; remove it" if name in COMPUTED else f"unknown field; {nearest(name, known)}"
            yield document.finding((*place, name), "schema", message)
        return
    messages = {
        "enum": lambda: f"{value!r} is not a known value; {nearest(value, map(str, error.validator_value))}",
        "type": lambda: f"{value!r} should be of type {error.validator_value}",
        "pattern": lambda: f"{value!r} has the wrong form; expected {error.schema.get('description', error.validator_value)}",
        "minLength": lambda: "the text is empty",
        "minItems": lambda: f"expected at least {error.validator_value}",
        "uniqueItems": lambda: "lists something twice",
        "minimum": lambda: f"{value} is below {error.validator_value}",
        "maximum": lambda: f"{value} is above {error.validator_value}",
    }
    yield document.finding(place, "schema", messages.get(rule, lambda: error.message)())


def _expected(schema: dict, name: str) -> str:
    field = schema.get("properties", {}).get(name, {})
    return field.get("title") or field.get("description") or "a value"
