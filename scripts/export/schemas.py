"""A JSON Schema for every JSON export: the shape of its records, what the report adds, and the meaning of their fields from data/tables.yml."""
from pydantic import BaseModel

from scripts.charts import Chart
from scripts.dictionary import Export, Field, Table
from scripts.model import Action, Order, Pillar, Provision, Section, Text
from scripts.press import Claim, Reading, Ruling
from scripts.press import Test as Range
from scripts.registers import Agency, Citation, Source, Term
from scripts.report import Report
from scripts.tracker import Event

DRAFT = "https://json-schema.org/draft/2020-12/schema"
STRING, WHOLE, YES_NO, WORDS = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}, {"$ref": "#/$defs/Text"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
DAYS = {"date": DAY["pattern"], "partial_date": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
LIST = {"type": "array", "items": STRING}
URL = {"type": "object", "properties": {language: {"type": "string", "pattern": "^https?://"} for language in ("zh", "en")}, "required": ["zh", "en"], "additionalProperties": False}
VALUE = {"anyOf": [WHOLE, STRING]}              # a count, or a share such as 27%

# The table of data/tables.yml that tells what the fields of a kind of record mean, where the two go by the same names.
TABLES = {
    "Action": "actions", "Section": "sections", "Order": "orders", "Provision": "provisions", "Agency": "agencies", "Term": "terms", "Source": "sources", "Claim": "claims", "Event": "events",
    "Pillar": "pillars", "Citation": "citations", "Reading": "readings", "Chart": "charts", "Link": "order_links", "Evidence": "event_sources", "Tie": "event_links", "Assessment": "statuses",
    "Point": "claim_points", "Measure": "measures", "Code": "codes",
}
LISTS = {"instruments": "instruments", "themes": "themes", "speakers": "speakers"}             # fields that list codes of a vocabulary


def schemas(report: Report) -> dict[str, dict]:
    """The schema of every export by its name; all are arrays of records and refuse fields they do not know."""
    records = _records(report)
    return {entry.id: _described(report, entry, *records[entry.id]) for entry in report.dictionary.exports if entry.id in records}


def _records(report: Report) -> dict[str, tuple[dict, dict]]:
    """For every export one record, and what it refers to."""
    codes = {name: [code.id for code in entries] for name, entries in report.vocabularies.items()}
    status = {"type": "string", "enum": codes["statuses"]}
    standing = {
        "status": status, "status_reason": WORDS, "confidence": {"type": "string", "enum": codes["confidences"]}, "checked": DAY, "searched": {"anyOf": [WORDS, {"type": "null"}]},
        "next_look": DAY, "status_history": {"type": "array", "minItems": 1, "items": _object({"checked": DAY, "status": status})}, "events": LIST,
    }
    day = {"anyOf": [DAY, {"type": "null"}]}
    # Only a provision with a period has a standing.
    period = {"deadline_days": {"type": ["integer", "null"]}, "deadline_from": {"enum": ["signing", "event", None]}, "due_date": day,
              "delivered": {"anyOf": [{"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}, {"type": "null"}]}, "days_late": {"type": ["integer", "null"]}, "url": URL}
    plain, known = _of(Provision, period)
    dated, _ = _of(Provision, {**period, **standing})
    ruling, _ = _of(Ruling, {}, leave=("id",))
    test, _ = _of(Range, {"value": VALUE, "holds": YES_NO})
    order, others = _of(Order, {"provisions": {"type": "array", "items": {"anyOf": [plain, dated]}}, "url": URL})
    claim_tie = _object({"target": STRING, "relation": {"type": "string", "enum": codes["relations"]}})
    cell = {"type": "array", "items": _object({"claim": STRING, "speaker": STRING, "locators": LIST, "text": WORDS, "verdict": {"type": "string", "enum": codes["verdicts"]}})}
    text = {"Text": _closed(Text.model_json_schema())}
    return {
        "actions": _of(Action, {"pillar": STRING, "section": STRING, "sheet": WHOLE, "sheet_end": WHOLE, "related": LIST, "provisions": LIST, **standing, "url": URL}),
        "sections": _of(Section, {"pillar": STRING, "sheet": WHOLE, "actions": LIST, "url": URL}),
        "orders": (order, {**known, **others}),
        "agencies": _of(Agency, {"components": LIST, "url": URL}), "glossary": _of(Term, {"url": URL}), "sources": _of(Source, {"url": URL}),
        "claims": _of(Claim, {"source": STRING, "locators": LIST, "hashes": LIST, "speaker_name": WORDS, "speaker_role": WORDS, "checked": DAY,
                              "tests": {"type": "array", "items": test}, "readings": ruling, "url": URL}),
        "coverage": ({"anyOf": [_object({"locator": STRING, "source": STRING, "not_extracted": {"type": "string", "enum": codes["skip_reasons"]}}),
                                _object({"locator": STRING, "source": STRING, "used_by": {**LIST, "minItems": 1}})]}, {}),
        "comparison": (_object({"dimension": {"type": "string", "enum": codes["dimensions"]}, "label": WORDS, **{country: cell for country in codes["countries"]}}), text),
        "events": _of(Event, {"links": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/Tie"}, claim_tie]}}, "url": URL}),
        "pillars": _of(Pillar, {"url": URL}), "citations": _of(Citation, {"url": URL}), "readings": _of(Reading, {"url": URL}), "charts": _of(Chart, {"url": URL}),
        "measures": (_object({"id": STRING, "value": VALUE, "family": STRING, "members": {"type": "object", "additionalProperties": STRING}, "label": WORDS, "definition": WORDS, "url": URL}, "Measure"), text),
        "codes": (_object({"vocabulary": {"type": "string", "enum": list(codes)}, "id": STRING, "label": WORDS, "definition": WORDS}, "Code"), text),
    }


def _of(model: type[BaseModel], computed: dict, leave: tuple[str, ...] = ()) -> tuple[dict, dict]:
    """The shape of a kind of record with its computed fields, which take the place of typed ones, and the shapes that it refers to."""
    typed = model.model_json_schema(by_alias=True, mode="serialization")
    known = {name: _closed(shape) for name, shape in typed.pop("$defs", {}).items()}
    properties = {name: shape for name, shape in typed["properties"].items() if name not in leave}
    return _object({**properties, **computed}, model.__name__), known


def _closed(shape: dict) -> dict:
    """A shape of pydantic as it is written: every field is there, and none that it does not know. Docstrings are for the code."""
    return _object(shape["properties"], shape["title"])


def _object(properties: dict, title: str = "") -> dict:
    return {**({"title": title} if title else {}), "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _described(report: Report, entry: Export, record: dict, known: dict) -> dict:
    """The whole schema of an export, its fields explained."""
    codes = {vocabulary: [code.id for code in entries] for vocabulary, entries in report.vocabularies.items()}
    return _explained(report, codes, {
        "$schema": DRAFT, "$id": f"{report.edition.address}data/schemas/{entry.id}.schema.json", "title": entry.title.en, "description": entry.description.en,
        "type": "array", "items": record, **({"$defs": known} if known else {}),
    })


def _explained(report: Report, codes: dict, shape: object) -> object:
    """A copy of a shape in which the fields of known records carry title, description and allowed codes from the dictionary."""
    if isinstance(shape, list):
        return [_explained(report, codes, item) for item in shape]
    if not isinstance(shape, dict):
        return shape
    shape = {key: _explained(report, codes, value) for key, value in shape.items()}
    if "properties" in shape and (table := TABLES.get(shape.get("title", ""))):
        fields = _fields(report.dictionary.table(table))
        shape["properties"] = {name: _field(value, fields.get(name), codes, name) for name, value in shape["properties"].items()}
    return shape


def _fields(table: Table) -> dict[str, Field]:
    return {field.name: field for field in table.fields}


def _field(shape: dict, field: Field | None, codes: dict, name: str) -> dict:
    shape = {key: value for key, value in shape.items() if key not in ("title", "default")}
    if name in LISTS and shape.get("type") == "array":
        return {**shape, "items": {"type": "string", "enum": codes[LISTS[name]]}}
    if field and field.codes and shape.get("type") == "string":
        shape["enum"] = codes[field.codes]
    if field and field.type in DAYS and shape.get("type") == "string":
        shape["pattern"] = DAYS[field.type]
    if field and field.codes and "anyOf" in shape:
        shape["anyOf"] = [{**choice, "enum": codes[field.codes]} if choice == STRING else choice for choice in shape["anyOf"]]
    return {**({"title": field.title.en, "description": field.description.en} if field and field.title and field.description else {}), **shape}
