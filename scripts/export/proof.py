"""What is wrong with the open data before any of it is written: cells against the dictionary, JSON against its schemas, XML against its grammar."""
import re
from collections.abc import Iterator
from datetime import date

from jsonschema import Draft202012Validator
from lxml import etree

from scripts.dictionary import Column
from scripts.export.rows import Cell, Sheet
from scripts.finding import Finding
from scripts.nearest import nearest
from scripts.records import Data

LONGEST = 32_767                # characters that a cell of a workbook holds
FORMS = {"date": re.compile(r"\d{4}-\d{2}-\d{2}"), "partial_date": re.compile(r"\d{4}(-\d{2}){0,2}"), "url": re.compile(r"https?://\S+")}
KINDS = {"integer": int, "number": (int, float), "boolean": bool}


def rows(sheets: list[Sheet], data: Data) -> list[Finding]:
    """Findings for tables that the records do not fill as data/tables.yml says: fields, types, values, keys and what they refer to."""
    held = {(sheet.table.id, column.name): {row[column.name] for row in sheet.rows} for sheet in sheets for column in sheet.columns}
    found = []
    for number, sheet in enumerate(sheets):
        found += _unfilled(number, sheet, data)
        seen: set[tuple] = set()
        for row in sheet.rows:
            key = sheet.key(row)
            if key in seen:
                found.append(_of_row(data, sheet, key, f"stands twice; {', '.join(sheet.table.key)} together name a row"))
            seen.add(key)
            for column in sheet.columns:
                if fault := _fault(column, row[column.name], held):
                    found.append(_of_row(data, sheet, key, f"{column.name}: {fault}"))
    return found


def _unfilled(number: int, sheet: Sheet, data: Data) -> Iterator[Finding]:
    document, place = data.documents["tables"], ("tables", number)
    if sheet.given is None:
        yield document.finding((*place, "id"), "export", f"nothing in scripts/export fills {sheet.table.id}")
        return
    for i, field in enumerate(sheet.table.fields):
        if field.name not in sheet.given:
            yield document.finding((*place, "fields", i, "name"), "export", f"no record gives {field.name}; {nearest(field.name, sheet.given)}")


def _fault(column: Column, value: Cell, held: dict[tuple[str, str], set]) -> str:
    """What is wrong with a cell; empty if nothing is."""
    if value is None:
        return "is missing" if column.required else ""
    if not isinstance(value, KINDS.get(column.type, str)) or isinstance(value, bool) != (column.type == "boolean"):
        return f"{value!r} should be of type {column.type}"
    if not isinstance(value, str):
        return ""
    if not value or len(value) > LONGEST:
        return "the text is empty" if not value else f"has {len(value)} characters; a cell of a workbook holds {LONGEST}"
    if column.type in FORMS and not (FORMS[column.type].fullmatch(value) and (column.type == "url" or _day(value))):
        return f"{value!r} is not a {column.type.replace('_', ' ')}"
    if column.pattern and not re.fullmatch(column.pattern, value):
        return f"{value!r} has the wrong form; expected {column.pattern}"
    if column.values and value not in column.values:
        return f"{value!r} is not a known value; {nearest(value, column.values)}"
    if column.refers and value not in held[column.refers]:
        return f"unknown {column.refers[0]} {value}; {nearest(value, map(str, held[column.refers]))}"
    return ""


def _day(value: str) -> bool:
    try:
        date.fromisoformat(value + "-01" * (2 - value.count("-")))
    except ValueError:
        return False
    return True


def described(data: Data, made: set[str], nested: set[str]) -> list[Finding]:
    """Findings for files that data/tables.yml describes and nothing makes, and for those made that it does not describe."""
    document, found = data.documents["tables"], []
    for field, key, known in (("files", "name", made), ("exports", "id", nested)):
        named = [entry[key] for entry in document.value[field]]
        found += [document.finding((field, i, key), "export", f"nothing writes {name}; {nearest(name, known)}") for i, name in enumerate(named) if name not in known]
        found += [document.finding((field,), "export", f"{name} is written and not described here") for name in sorted(known - set(named))]
    return found


def exports(records: dict[str, list], schemas: dict[str, dict], data: Data) -> list[Finding]:
    """Findings for JSON that its own schema rejects."""
    found = []
    for name, entries in records.items():
        for error in Draft202012Validator(schemas.get(name, {})).iter_errors(entries):            # one without a schema is told by `described`
            place = list(error.absolute_path)
            record = entries[place[0]] if place else {}
            item = str(record.get("id") or record.get("locator") or record.get("dimension") or "") if isinstance(record, dict) else ""
            told = f"{error.instance!r} is not a known value; {nearest(error.instance, map(str, error.validator_value))}" if error.validator == "enum" else error.message[:200]
            found.append(_of_record(data, item, f"{name}.json {item}: {'.'.join(map(str, place[1:]))}: {told}", name))
    return found


def document(name: str, content: bytes, grammar: etree.RelaxNG, data: Data) -> list[Finding]:
    """Findings for XML that its grammar rejects, or that uses an identifier twice; each names the item in which it stands."""
    tree = etree.fromstring(content)
    found = []
    if not grammar.validate(tree):
        told: dict[str, list[str]] = {}
        for error in grammar.error_log:                 # the library tells one fault in several steps
            told.setdefault(_item(tree, error.line), []).append(error.message.strip())
        found += [_of_record(data, item, f"{name} {item}: {'; '.join(dict.fromkeys(steps))}") for item, steps in told.items()]
    seen: set[str] = set()
    for element in tree.iter("{*}Identifier"):
        if element.text in seen:
            found.append(_of_record(data, item := _item(tree, element.sourceline), f"{name} {item}: the identifier {element.text} stands twice"))
        seen.add(element.text)
    return found


def _item(tree: etree._Element, line: int) -> str:
    """The id of the goal or objective that holds a line, as its sequence indicator has it."""
    before = [element for element in tree.iter("{*}Goal", "{*}Objective") if element.sourceline <= line]
    return (before[-1].findtext("{*}SequenceIndicator") or "") if before else ""


def _of_row(data: Data, sheet: Sheet, key: tuple, message: str) -> Finding:
    return _of_record(data, str(key[0]), f"{sheet.table.id}.csv {' '.join(map(str, key))}: {message}", sheet.table.id)


def _of_record(data: Data, item: str, message: str, home: str = "") -> Finding:
    """A finding where a record is typed. home: the file of its kind, if it has one, since a word can be the id of records of several kinds."""
    near = Data({name: data.documents[name] for name in (home, "edition")}) if home in data.documents else data
    file, place = near.find(item)
    return file.finding(place, "export", message)
