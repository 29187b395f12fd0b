"""The description of all CSV files by the Data Package standard, for programs that read, check and join them."""
import hashlib
import json

from scripts.dictionary import Column
from scripts.export.rows import Sheet
from scripts.report import Report

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TYPES = {"integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}           # anything else is a string
PARTIAL_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"


def datapackage(report: Report, sheets: list[Sheet], files: dict[str, bytes]) -> bytes:
    """datapackage.json. files: the CSV of every table by its name.

    Titles and descriptions are in English, as the standard has one language a file; the Chinese stands beside it as `title_zh` and `description_zh`.
    """
    edition, package = report.edition, report.dictionary.package
    described = {
        "$schema": PROFILE, "name": package.name, "title": package.title.en, "title_zh": package.title.zh,
        "description": package.description.en, "description_zh": package.description.zh,
        "version": edition.version, "created": f"{edition.as_of}T00:00:00Z", "homepage": f"{edition.address}en/data/",
        "licenses": [{"name": edition.licences.data.spdx, "title": edition.licences.data.label.en, "path": edition.licences.data.url}],
        "contributors": [{"title": edition.publisher.en, "roles": ["author", "publisher"]}],
        "resources": [_resource(sheet, files[f"{sheet.table.id}.csv"]) for sheet in sheets],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(sheet: Sheet, content: bytes) -> dict:
    table = sheet.table
    return {
        "name": table.id, "type": "table", "path": f"{table.id}.csv", "title": table.title.en, "title_zh": table.title.zh,
        "description": table.description.en, "description_zh": table.description.zh,
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in sheet.columns], "missingValues": [""],
            "primaryKey": list(table.key), "foreignKeys": [_reference(sheet, column) for column in sheet.columns if column.refers],
        },
    }


def _field(column: Column) -> dict:
    constraints = {"required": column.required}
    if column.values:
        constraints["enum"] = list(column.values)
    if pattern := PARTIAL_DATE if column.type == "partial_date" else column.pattern:
        constraints["pattern"] = pattern
    # No format uri: the standard means an RFC 3986 address by it, and some official addresses have letters beyond ASCII.
    return {"name": column.name, "type": TYPES.get(column.type, "string"), "title": column.title.en, "title_zh": column.title.zh,
            "description": column.description.en, "description_zh": column.description.zh, "constraints": constraints}


def _reference(sheet: Sheet, column: Column) -> dict:
    table, name = column.refers
    # An empty name stands for the table itself.
    return {"fields": [column.name], "reference": {"resource": "" if table == sheet.table.id else table, "fields": [name]}}
