"""The open data as others would read it: each format with a library of its own, each check with something it must refuse."""
import csv
import dataclasses
import hashlib
import io
import sqlite3
import subprocess

import openpyxl
import pytest
from frictionless import Package, system

from scripts.analyse import analyse, chart_tables
from scripts.export import BUILT, delimited, export
from scripts.export.database import database
from scripts.export.datapackage import datapackage
from scripts.export.rows import sheets
from scripts.load import load
from scripts.report import Report
from small_world import edit

ATTACKS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")


@pytest.fixture(scope="module")
def filled(report, figures):
    return {sheet.table.id: sheet for sheet in sheets(report, figures)}


def told(world, target):
    """The findings of an export of the small world; nothing may have been written if there are any."""
    data = load(world)
    report = Report.from_data(data)
    offer, findings = export(report, analyse(report), chart_tables(report), data, target)
    assert (offer is None) == bool(findings) and (not findings or not target.exists())
    return [str(finding) for finding in findings]


# --- tables as CSV


def test_every_csv_is_marked_as_utf_8_and_has_the_columns_of_the_dictionary(downloads, filled):
    assert {file.stem for file in downloads.glob("*.csv")} == set(filled)
    for name, sheet in filled.items():
        content = (downloads / f"{name}.csv").read_bytes()
        assert content.startswith(b"\xef\xbb\xbf") and b"\r" not in content
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert rows[0] == [column.name for column in sheet.columns] and len(rows) == len(sheet.rows) + 1
        assert all(len(row) == len(rows[0]) for row in rows)


def test_there_is_a_row_for_every_record(filled, report, figures):
    wanted = {
        "pillars": 3, "sections": 30, "actions": 103, "orders": 4, "provisions": len(report.provisions), "agencies": len(report.agencies), "citations": len(report.citations), "sources": len(report.sources),
        "terms": len(report.terms), "claims": len(report.claims), "events": len(report.tracker.events), "statuses": len(report.tracker.assessments), "charts": len(report.charts), "measures": len(figures),
        "readings": len(report.readings), "sentences": figures["coverage.sentences"], "codes": sum(map(len, report.vocabularies.values())), "searches": len(report.searches),
        "action_bodies": sum(len(getattr(action, role)) for action in report.actions for role in ("leads", "hosts", "partners", "mentioned")),
        "event_links": sum(len(event.links) for event in report.tracker.events), "event_sources": sum(len(event.sources) for event in report.tracker.events),
        "claim_evidence": sum(len(claim.about) for claim in report.claims), "claim_locators": sum(len(claim.locators) for claim in report.claims),
    }
    assert {name: len(filled[name].rows) for name in wanted} == wanted


def test_what_is_computed_stands_in_the_tables(filled, report):
    provision = next(row for row in filled["provisions"].rows if row["id"] == "eo14319.4a")
    assert (provision["due_date"], provision["delivered"], provision["days_late"], provision["deadline_days"]) == ("2025-11-20", "2025-12-11", 21, 120)
    action = next(row for row in filled["actions"].rows if row["id"] == "1.3.5")
    assert action["url_en"] == f"{report.edition.address}en/plan/1.3.5/" and action["short_url"] == f"{report.edition.address}a/1.3.5/"
    assert sum(row["newest"] for row in filled["statuses"].rows) == len(report.tracked)
    assert not [row for sheet in filled.values() for row in sheet.rows for cell in row.values() if isinstance(cell, str) and "{{" in cell]
    assert {row["action"]: row["related"] for row in filled["action_relations"].rows if row["action"] == "1.3.1"}


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_csv_holds_what_a_spreadsheet_would_run(attack):
    content = delimited.delimited(["text", attack], [[attack, -1], [None, True]]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    neutral = "'" + attack.replace("\r", "\n")
    assert rows == [["text", neutral], [neutral, "-1"], ["", "true"]]


def test_a_formula_in_a_record_is_neutral_in_csv_and_text_elsewhere(world, tmp_path):
    """From the record to each format."""
    edit(world / "events" / "2024-03-grid.yml", 'en: "The grid is built"}', 'en: "=1+1"}')
    assert told(world, tmp_path / "docs") == []
    written = tmp_path / "docs" / "data"
    (row,) = [row for row in csv.DictReader(io.StringIO((written / "events.csv").read_text(encoding="utf-8-sig"))) if row["id"] == "2024-03-grid"]
    assert row["title_en"] == "'=1+1"
    cells = [cell for line in openpyxl.load_workbook(written / "action-plan.xlsx")["events"].iter_rows() for cell in line if cell.value == "=1+1"]
    assert [cell.data_type for cell in cells] == ["s"]
    store = sqlite3.connect(written / "action-plan.sqlite")
    assert store.execute("SELECT title_en FROM events WHERE id = '2024-03-grid'").fetchall() == [("=1+1",)]


def test_charts_are_neutral_too(docs, offer):
    for file in (docs / "charts").glob("*.csv"):
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(delimited.FORMULA) and not cell.lstrip("-").replace(".", "", 1).isdigit()], file.name


# --- the workbook


def test_the_workbook_holds_every_table_and_no_formula(downloads, filled, report):
    book = openpyxl.load_workbook(downloads / "action-plan.xlsx")
    assert book.sheetnames == ["about", "fields", *filled]
    assert report.edition.version in [cell.value for row in book["about"].iter_rows() for cell in row]
    assert book.properties.created.date().isoformat() == report.edition.as_of
    for name, sheet in filled.items():
        page = book[name]
        assert [cell.value for cell in page[1]] == [column.name for column in sheet.columns]
        assert page.max_row == len(sheet.rows) + 1 and page.freeze_panes == "B2" and page.auto_filter.ref
        assert not [cell.coordinate for row in page.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink]
    assert book["fields"].max_row == 1 + sum(len(sheet.columns) for sheet in filled.values())


# --- the database


def test_the_database_answers_and_its_keys_lead_somewhere(downloads, report):
    store = sqlite3.connect(downloads / "action-plan.sqlite")
    assert store.execute("PRAGMA foreign_key_check").fetchall() == [] and store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    found = store.execute("SELECT count(*) FROM actions JOIN action_bodies ON action = actions.id JOIN agencies ON agencies.id = body WHERE role = 'leads' AND agencies.id = 'DOC'").fetchone()
    assert found == (sum("DOC" in action.leads for action in report.actions),)
    assert store.execute("SELECT en FROM about WHERE item = 'Version'").fetchone() == (report.edition.version,)
    assert store.execute('SELECT "values" FROM fields WHERE "table" = \'actions\' AND "column" = \'lead_basis\'').fetchone() == ("explicit, implied, none",)


def test_the_answer_on_the_page_is_what_the_records_say(offer, report):
    body, actions, completed, in_progress = offer.rows[0]
    led = [action for action in report.actions if body in action.leads]
    statuses = [report.tracker.status(action.id) for action in led]
    assert (actions, completed, in_progress) == (len(led), statuses.count("completed"), statuses.count("in_progress"))
    assert offer.names == ("body", "actions", "completed", "in_progress")


@pytest.mark.parametrize("table, column, value", [("actions", "section", "9.9"), ("actions", "lead_basis", "maybe"), ("actions", "page", None), ("event_sources", "opened", 2)])
def test_the_database_refuses_what_it_declares_wrong(filled, table, column, value):
    sheet = filled[table]
    spoilt = {**filled, table: dataclasses.replace(sheet, rows=({**sheet.rows[0], column: value}, *sheet.rows[1:]))}
    with pytest.raises(sqlite3.IntegrityError):
        database(list(spoilt.values()), [])


# --- the data package


def test_frictionless_finds_the_package_valid(downloads, filled):
    report = Package(str(downloads / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])
    assert len(report.tasks) == len(filled) and all(task.stats["rows"] == len(filled[task.name].rows) for task in report.tasks)


def test_frictionless_sees_the_first_column_without_the_mark(downloads):
    with system.use_context(trusted=True):
        resource = Package(str(downloads / "datapackage.json")).get_resource("actions")
        assert resource.read_rows()[0]["id"] == "1.1.1" and not resource.schema.fields[0].name.startswith("\ufeff")


@pytest.mark.parametrize("table, column, value, kind", [
    ("action_bodies", "body", "NOBODY", "foreign-key"), ("actions", "lead_basis", "maybe", "constraint-error"), ("actions", "page", None, "constraint-error"),
    ("actions", "checked", "soon", "type-error"), ("pillars", "id", "2", "primary-key"), ("events", "date", "May 2026", "constraint-error"),
])
def test_frictionless_refuses_what_the_package_declares_wrong(report, filled, tmp_path, table, column, value, kind):
    sheet = filled[table]
    spoilt = {**filled, table: dataclasses.replace(sheet, rows=({**sheet.rows[0], column: value}, *sheet.rows[1:]))}
    files = {f"{name}.csv": delimited.table(sheet) for name, sheet in spoilt.items()}
    for name, content in {**files, "datapackage.json": datapackage(report, list(spoilt.values()), files)}.items():
        (tmp_path / name).write_bytes(content)
    found = Package(str(tmp_path / "datapackage.json")).validate(limit_errors=5)
    assert kind in {error for _, error in found.flatten(["name", "type"])}


def test_frictionless_notices_a_changed_file(downloads, tmp_path):
    for file in downloads.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "datapackage.json").write_bytes((downloads / "datapackage.json").read_bytes())
    edit(tmp_path / "pillars.csv", "1", "3")
    assert "hash-count" in {kind for (kind,) in Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])}


# --- the whole


def test_checksums_are_those_of_the_files(downloads):
    for name in ("checksums.txt", "checksums.built.txt"):
        listed = dict(reversed(line.split("  ")) for line in (downloads / name).read_text(encoding="utf-8").splitlines())
        assert all(hashlib.sha256((downloads / file).read_bytes()).hexdigest() == digest for file, digest in listed.items())
        assert subprocess.run(["sha256sum", "--check", "--quiet", name], cwd=downloads).returncode == 0
    every = {file.relative_to(downloads).as_posix() for file in downloads.rglob("*") if file.is_file()}
    assert {line.split("  ")[1] for line in (downloads / "checksums.txt").read_text(encoding="utf-8").splitlines()} == every - {"checksums.txt", *BUILT}


def test_the_same_records_give_the_same_bytes(report, figures, data, offer, docs, tmp_path):
    again, findings = export(report, figures, chart_tables(report), data, tmp_path)
    assert findings == [] and [file.relative_to(tmp_path) for file in again.files] == [file.relative_to(docs) for file in offer.files]
    assert [file for file in again.files if file.read_bytes() != (docs / file.relative_to(tmp_path)).read_bytes()] == []
    assert again.downloads == offer.downloads and again.rows == offer.rows


def test_files_no_record_asks_for_are_removed(world, tmp_path):
    for name in ("data/old.csv", "data/schemas/old.schema.json", "charts/old.zh.csv"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("old", encoding="utf-8")
    data = load(world)
    small = Report.from_data(data)
    assert export(small, analyse(small), chart_tables(small), data, tmp_path / "docs")[1] == [] and not list(tmp_path.rglob("old.*"))


@pytest.mark.parametrize("old, new, expected", [
    ("values: [signing, event]", "values: [signature, event]", "data/orders/10001.yml:14: provisions[0].id: provisions.csv eo10001.1a: deadline_from: 'signing' is not a known value; nearest valid value: signature [export]"),
    ("name: lead_basis, type: string", "name: lead_base, type: string", "fields[10].name: no record gives lead_base; nearest valid value: lead_basis [export]"),
    ("id: principles", "id: tenets", "tables[1].id: nothing in scripts/export fills tenets [export]"),
    ("{name: printed_pages, type: integer", "{name: printed_pages, type: string", "data/sources.yml:1: [0].id: sources.csv plan: printed_pages: 7 should be of type string [export]"),
    ("key: [event, rank]", "key: [event]", "event_sources.csv 2024-02-20-program: stands twice; event together name a row [export]"),
    ("thread, type: string, codes: threads, optional: true", "thread, type: string, codes: threads", "events.csv 2024-01-01-vote: thread: is missing [export]"),
    ("{name: body, refers: agencies.id}", "{name: body, refers: terms.id}", "action_bodies.csv 1.1.1 leads DOC: body: unknown terms DOC; "),
    ("name: published, type: date", "name: published, type: url", "orders.csv eo10001: published: '2024-02-05' is not a url [export]"),
    ('pattern: "[0-9a-f]{64}"', 'pattern: "[1-9]{64}"', "has the wrong form; expected [1-9]{64} [export]"),
    ("name: action-plan.xlsx", "name: action-plans.xlsx", "files[0].name: nothing writes action-plans.xlsx; nearest valid value: action-plan.xlsx [export]"),
    ("id: glossary, title", "id: glossaries, title", "exports[4].id: nothing writes glossaries; nearest valid value: glossary [export]"),
    ("FROM action_bodies", "FROM action_body", "query: the database refuses the query: no such table: action_body [export]"),
])
def test_a_description_that_the_records_do_not_fit_stops_the_build(world, tmp_path, old, new, expected):
    edit(world / "tables.yml", old, new)
    findings = told(world, tmp_path / "docs")
    assert any(expected in finding for finding in findings), findings


@pytest.mark.parametrize("old, new, expected", [
    ("refers: pillars.id", "refers: pillar.id", "unknown key pillar.id; nearest valid value: pillars.id [reference]"),
    ("refers: pillars.id", "refers: pillars.short", "unknown key pillars.short; nearest valid value: "),
    ("codes: lead_basis", "codes: lead_bases", "unknown vocabulary lead_bases; nearest valid value: lead_basis [reference]"),
    ("address: pillar", "address: pilar", "unknown kind of link pilar; nearest valid value: pillar [reference]"),
    ("key: [action, role, body]", "key: [action, rule, body]", "key[1]: the table has no field rule; nearest valid value: role [reference]"),
    ("id: principles", "id: pillars", "pillars stands here a second time; one of the two must go [duplicate]"),
    ("{name: page_end, type", "{name: page, type", "page stands here a second time; one of the two must go [duplicate]"),
    ("type: boolean", "type: bool", "'bool' is not a known value; nearest valid value: boolean [schema]"),
])
def test_a_dictionary_wrongly_typed_is_a_finding_of_the_check(world, old, new, expected):
    from scripts.check import check
    edit(world / "tables.yml", old, new)
    assert any(finding.startswith("data/tables.yml:") and expected in finding for finding in map(str, check(load(world), None)))
