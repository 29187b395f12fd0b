"""Read data/ and remember on which line every value stands."""
import csv
import json
from pathlib import Path
from typing import Any

import yaml

from scripts.digests import read
from scripts.finding import Finding
from scripts.records import Data, Document, Place, label


def load(folder: Path) -> Data:
    """Read every YAML file, table and JSON Schema below `folder`, and what earlier releases left there.

    A file that is not YAML, or that gives one key twice, becomes a finding
    instead of an exception, so that one run reports everything.
    """
    documents, findings = {}, []
    for file in sorted(folder.rglob("*.yml"), key=_natural):
        path = file.relative_to(folder.parent).as_posix()
        try:
            node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or str(error)
            findings.append(Finding(path, mark.line + 1 if mark else 1, "", "yaml", f"not readable as YAML: {problem}"))
            continue
        lines: dict[Place, int] = {}
        value = _value(node, (), lines, path, findings) if node else None
        documents[file.relative_to(folder).with_suffix("").as_posix()] = Document(path, value, lines)
    for file in sorted(folder.glob("*.csv")):
        documents[file.stem] = _table(file, file.relative_to(folder.parent).as_posix())
    digests = {}
    for file in sorted((folder / "releases").glob("*.csv")):
        try:
            digests[file.stem] = read(file.read_text(encoding="utf-8"))
        except ValueError as error:
            findings.append(Finding(file.relative_to(folder.parent).as_posix(), 1, "", "release", f"{error}; `make release` writes it, so fetch it again from the history"))
    checksums = {file.stem: file.read_text(encoding="utf-8").split(" ")[0] for file in sorted((folder / "releases").glob("*.sha256"))}
    schemas = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted((folder / "schemas").glob("*.json"))}
    seals = {file.stem: file.read_text(encoding="utf-8").strip() for file in sorted((folder / "releases").glob("*.addresses"))}
    return Data(documents, schemas, findings, digests, checksums, seals)


def _table(file: Path, path: str) -> Document:
    """A CSV file as a list of records, without the fields that are empty."""
    with file.open(encoding="utf-8", newline="") as source:
        rows = csv.DictReader(source)
        value, lines = [], {(): 1}
        for row in rows:
            lines[(len(value),)] = rows.line_num
            value.append({field: text for field, text in row.items() if text})
    return Document(path, value, lines)


def _value(node: yaml.Node, place: Place, lines: dict[Place, int], path: str, findings: list[Finding]) -> Any:
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key, child in node.value:
            spot = (*place, key.value)
            if key.value in result:
                findings.append(Finding(path, key.start_mark.line + 1, label(spot), "yaml", "the key stands here a second time; one of the two must go"))
            lines[spot] = key.start_mark.line + 1
            result[key.value] = _value(child, spot, lines, path, findings)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*place, i), lines, path, findings) for i, child in enumerate(node.value)]
    # Only whole numbers and truth values get a type: dates and ids such as
    # 1.10 stay the text that was typed.
    kind = node.tag.rsplit(":", 1)[-1]
    if kind == "int":
        return int(node.value, 0)
    if kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    return None if kind == "null" else node.value


def _natural(file: Path) -> list:
    """Sort key under which plan/1.10 follows plan/1.9."""
    parts = file.with_suffix("").as_posix().replace(".", "/").split("/")
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts]
