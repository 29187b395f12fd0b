"""Write the records for others to use: tables as CSV, workbook and database, nested records as JSON, the plan as StratML, the numbers behind the charts as CSV.

Everything is made in memory and proved before any of it is written.
"""
import hashlib
import json
import sqlite3
from pathlib import Path

from scripts.export import delimited, proof
from scripts.export.database import answer, database
from scripts.export.datapackage import datapackage
from scripts.export.nested import nested
from scripts.export.rows import Sheet, sheets
from scripts.export.schemas import schemas
from scripts.export.stratml import grammar, stratml
from scripts.export.workbook import workbook
from scripts.finding import Finding
from scripts.labels import Labels
from scripts.languages import LANGUAGES, day
from scripts.model import Text
from scripts.offer import Download, Offer
from scripts.records import Data
from scripts.report import Report

WORKBOOK, DATABASE, PACKAGE, PLAN = "action-plan.xlsx", "action-plan.sqlite", "datapackage.json", "action-plan.stratml.xml"
SUMS, BUILT_SUMS = "checksums.txt", "checksums.built.txt"
# The bytes of these may differ with the libraries that write them, so they are built and not committed.
BUILT = (WORKBOOK, DATABASE, BUILT_SUMS)


def export(report: Report, figures: dict[str, int | str], tables: dict[str, list[dict]], data: Data, docs: Path) -> tuple[Offer | None, list[Finding]]:
    """Write the open data below docs/data and the rows behind each chart below docs/charts; returns what there is to offer.

    tables: the rows behind each chart. data: the loaded files, for the place of a finding.
    Findings for whatever its own description rejects; then nothing is written and there is no offer.
    """
    filled, records, described = sheets(report, figures), nested(report, figures), schemas(report)
    findings = proof.rows(filled, data) + proof.described(data, {WORKBOOK, DATABASE, PACKAGE, PLAN, SUMS, BUILT_SUMS}, set(records))
    findings += proof.exports(records, described, data)
    plan = stratml(report, figures)
    findings += proof.document(PLAN, plan, grammar(), data)
    if findings:
        return None, sorted(set(findings))
    files = {f"{sheet.table.id}.csv": delimited.table(sheet) for sheet in filled}
    files[PACKAGE] = datapackage(report, filled, files)
    files |= {f"{name}.json": _json(entries) for name, entries in records.items()} | {f"schemas/{name}.schema.json": _json(schema) for name, schema in described.items()}
    files[PLAN] = plan
    files[SUMS] = _sums(files)
    built = {WORKBOOK: workbook(report, filled, _about(report)), DATABASE: database(filled, _about(report))}
    built[BUILT_SUMS] = _sums(built)
    try:
        names, rows = answer(built[DATABASE], report.dictionary.query)
    except sqlite3.Error as error:
        return None, [data.documents["tables"].finding(("query",), "export", f"the database refuses the query: {error}")]
    offered = _downloads(report, filled, files | built)
    written = _written(docs / "data", files | built, ("*.csv", "schemas/*.json")) + _written(docs / "charts", _charts(report, figures, tables), ("*.csv",))
    return Offer(tuple(written), tuple(offered), tuple(names), tuple(rows)), []


def _charts(report: Report, figures: dict, tables: dict[str, list[dict]]) -> dict[str, bytes]:
    """The table behind each chart as its page shows it."""
    files = {}
    for chart in report.charts:
        for language in LANGUAGES:
            labels = Labels(report, chart, language, figures)
            rows = ([row[c.id] if c.kind in ("count", "share") else labels.name(c.kind, row[c.id]) for c in chart.columns] for row in tables[chart.id])
            files[f"{chart.id}.{language}.csv"] = delimited.delimited((column.label[language] for column in chart.columns), rows)
    return files


def _about(report: Report) -> list[tuple[Text, Text]]:
    """The lines of the cover of workbook and database."""
    edition, package, strings = report.edition, report.dictionary.package, report.strings

    def same(words: str) -> Text:
        return Text(zh=words, en=words)

    return [
        (strings["data.name"], edition.name), (strings["data.about"], package.description), (strings["data.version"], same(edition.version)),
        (strings["data.as_of"], Text(**{language: day(edition.as_of, language) for language in LANGUAGES})), (strings["data.publisher"], edition.publisher),
        (strings["data.licence"], Text(**{language: f"{edition.licence[language]} {edition.licences.data.url}" for language in LANGUAGES})),
        (strings["data.address"], same(edition.address)), (strings["data.use"], strings["data.cover"]),
    ]


def _downloads(report: Report, filled: list[Sheet], files: dict[str, bytes]) -> list[Download]:
    """What readers are offered, in the order of the page: the whole, the tables, the nested records."""
    def download(name: str, title: Text, use: Text, schema: str = "") -> Download:
        stable = name not in (*BUILT, SUMS)
        return Download(name, title, use, len(files[name]), hashlib.sha256(files[name]).hexdigest() if stable else "", schema)

    dictionary = report.dictionary
    return [
        *(download(file.name, file.title, file.description) for file in dictionary.files),
        *(download(f"{sheet.table.id}.csv", sheet.table.title, sheet.table.description) for sheet in filled),
        *(download(f"{entry.id}.json", entry.title, entry.description, f"schemas/{entry.id}.schema.json") for entry in dictionary.exports),
    ]


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _sums(files: dict[str, bytes]) -> bytes:
    """Checksums in the form that `sha256sum --check` reads."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())).encode()


def _written(folder: Path, files: dict[str, bytes], ours: tuple[str, ...]) -> list[Path]:
    """Write files that changed, and remove those of our kinds that no record asks for."""
    for name, content in files.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    written = [folder / name for name in files]
    for pattern in ours:
        for stray in set(folder.glob(pattern)) - set(written):
            stray.unlink()
    return written
