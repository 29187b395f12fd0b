"""What changed between versions: what must be said about a changed record, and the page that says it."""
import shutil

import pytest

from scripts.analyse import analyse, chart_tables
from scripts.check import check
from scripts.digests import read, written
from scripts.load import load
from scripts.offer import NOTHING
from scripts.pages import pages
from scripts.permalinks import named, path
from scripts.report import Report
from small_world import edit, raise_to


def told(folder):
    return [str(finding) for finding in check(load(folder), None) if finding.rule == "release"]


# --- what a changed record asks for ---------------------------------------------------------------


def test_unchanged_records_need_no_word(released):
    assert told(released) == []
    raise_to(released, "0.7.0")
    assert told(released) == []


def test_a_change_after_a_release_asks_for_a_new_version(released):
    edit(released / "plan" / "1.1.yml", "lead_basis: explicit", "lead_basis: implied")
    assert told(released) == ["data/plan/1.1.yml:8: actions[0]: 1.1.1 has changed since version 0.6.0 was released; raise the version in data/edition.yml [release]"]


def test_a_change_is_named_under_the_new_version(released):
    raise_to(released, "0.7.0")
    edit(released / "plan" / "1.1.yml", "lead_basis: explicit", "lead_basis: implied")
    edit(released / "agencies.yml", "{id: DOC, ", "{id: DOCS, ")
    assert [finding.split(": ", 1)[1] for finding in told(released)] == [
        "[2]: agency:DOCS is new since version 0.6.0, but data/changes.yml does not say so under 0.7.0; expected a change that lists agency:DOCS [release]",
        "agency:DOC is gone since version 0.6.0, but data/changes.yml does not say so under 0.7.0; expected a change that lists agency:DOC [release]",
        "actions[0]: 1.1.1 has changed since version 0.6.0, but data/changes.yml does not say so under 0.7.0; expected a change that lists 1.1.1 [release]"]
    with (released / "changes.yml").open("a", encoding="utf-8") as file:
        file.write('- {version: "0.7.0", date: "2026-11-26", kind: correction, items: ["1.1.1", "agency:DOC", "agency:DOCS"], text: {zh: "改正。", en: "Corrected."}}\n')
    assert told(released) == []
    assert not [finding for finding in check(load(released), None) if finding.path == "data/changes.yml"]


def test_new_events_and_judgments_are_listed_by_themselves(released):
    raise_to(released, "0.7.0", "2026-12-01")
    file = released / "events" / "2026-11-30-second-program.yml"
    shutil.copy(released / "events" / "2024-01-01-vote.yml", file)
    edit(file, "2024-01-01-vote", "2026-11-30-second-program")
    with (released / "status" / "1.1.yml").open("a", encoding="utf-8") as status:
        status.write('- {target: "1.1.1", checked: "2026-12-01", status: in_progress, confidence: high, reason: {zh: "仍在进行。", en: "Still going on."}}\n')
    assert told(released) == []
    versions = Report.from_data(load(released)).versions
    assert versions.added("0.7.0", "event") == ["2026-11-30-second-program"] and versions.added("0.7.0", "status") == ["1.1.1@2026-12-01"]
    assert versions.added("0.6.0", "event") == []                   # nothing was frozen before it
    edit(file, "kind:", "thread: policy\nkind:")
    edit(released / "events" / "2024-01-01-vote.yml", "kind:", "thread: policy\nkind:")
    assert [finding.split(": ", 1)[1].split(" since")[0] for finding in told(released)] == ["2024-01-01-vote has changed"]


def test_a_gone_record_may_be_named_and_has_no_link(released):
    raise_to(released, "0.7.0")
    edit(released / "agencies.yml", "{id: EOP, ", "{id: WH, ")
    edit(released / "agencies.yml", "parent: EOP", "parent: WH")
    with (released / "changes.yml").open("a", encoding="utf-8") as file:
        file.write('- {version: "0.7.0", date: "2026-11-26", kind: update, items: ["agency:EOP", "agency:WH", "agency:OSTP"], text: {zh: "更名。", en: "Renamed."}}\n')
    assert check(load(released), None) == []
    page = context(Report.from_data(load(released)))["versions"][0]
    assert [(item, text is None) for _, item, text in page["changes"][1][1][0][2]] == [("EOP", True), ("WH", False), ("OSTP", False)]


@pytest.mark.parametrize("file, old, new, expected", [
    ("releases.yml", 'version: "0.0.2"', 'version: "0.0.0"', "data/releases.yml:3: [1].version: 0.0.0 stands after 0.0.1; the newest stands last"),
    ("releases.yml", 'version: "0.0.2"', 'version: "99.0.0"', "data/releases.yml:3: [1].version: 99.0.0 is newer than the edition, which is 0.6.0 (data/edition.yml)"),
    ("releases.yml", 'date: "2024-03-01"', 'date: "2023-03-01"', "data/releases.yml:3: [1].date: 2023-03-01 is before 2024-01-01, the date of version 0.0.1"),
    ("releases.yml", "frozen: false", "frozen: true", "data/releases.yml:2: [0].frozen: there is no frozen copy of version 0.0.1; expected frozen: false"),
    ("releases.yml", 'as_of: "2024-02-28"', 'as_of: "2024-02-31"', "data/releases.yml:3: [1].as_of: 2024-02-31 is not a day of the calendar"),
    ("changes.yml", 'kind: correction, items: ["1.1.1", "agency:NIST"]', 'kind: correction, items: ["1.1.9", "agency:NIST"]', "data/changes.yml:3: [1].items[0]: unknown action 1.1.9; nearest valid value: 1.1.2"),
    ("changes.yml", '"agency:NIST"', '"agency:NISTT"', "data/changes.yml:3: [1].items[1]: unknown agency NISTT; nearest valid value: NIST"),
    ("changes.yml", '"agency:NIST"', '"NIST"', "data/changes.yml:3: [1].items[1]: NIST does not tell its kind; expected the kind before it, as in source:NIST"),
    ("changes.yml", 'kind: update', 'kind: updated', "data/changes.yml:5: [3].kind: 'updated' is not a known value; nearest valid value: update"),
    ("changes.yml", '"0.0.2", date: "2024-02-01", kind: update', '"0.0.3", date: "2024-02-01", kind: update', "data/changes.yml:5: [3].version: unknown version 0.0.3; nearest valid value: 0.0.2"),
    ("changes.yml", '"0.0.2", date: "2024-02-01", kind: update', '"0.0.1", date: "2024-01-01", kind: update', "data/changes.yml:5: [3].version: 0.0.1 stands after 0.0.2; the newest version stands last"),
    ("changes.yml", '"2024-02-01", kind: update', '"2024-03-02", kind: update', "data/changes.yml:5: [3].date: 2024-03-02 is after 2024-03-01, the day version 0.0.2 was released"),
    ("changes.yml", 'text: {zh: "到期日算出。", en: "The due date was computed."}', 'txt: {zh: "到期日算出。", en: "The due date was computed."}', "data/changes.yml:5: [3].text: the field is missing; expected Text"),
    ("changes.yml", "items: [huxiu-02-1]", "items: []", "data/changes.yml:4: [2].items: expected at least 1"),
])
def test_a_wrong_release_or_change(world, file, old, new, expected):
    raise_to(world, "0.6.0")
    edit(world / file, old, new)
    assert expected in [str(finding).rsplit(" [", 1)[0] for finding in check(load(world), None)]


def test_digests_are_read_as_written():
    digests = {"action:1.1.1": "0123456789ab", "status:1.1.1@2026-11-20": "ba9876543210"}
    assert read(written(digests)) == digests
    with pytest.raises(ValueError):
        read("kind,id\n")


# --- the page ------------------------------------------------------------------------------------


def context(report):
    page = next(page for page in pages(report, analyse(report), chart_tables(report), NOTHING) if page.template == "changes")
    return page.context({})


def test_corrections_come_first_and_anchors_are_numbered(small):
    versions = context(small)["versions"]
    assert [version["version"] for version in versions] == [small.edition.version, "0.0.2", "0.0.1"]
    changes = versions[1]["changes"]
    assert [kind for kind, _ in changes] == ["correction", "update", "addition"]
    assert [anchor for _, listed in changes for anchor, _, _ in listed] == ["v0-0-2-c1", "v0-0-2-c2", "v0-0-2-u1"]
    assert versions[2]["lived"].en == "60 days" and versions[1]["lived"].en == "current version" and versions[0]["lived"].en == "in preparation"
    assert [anchor for anchor, _ in small.versions.about("1.1.1")] == ["v0-0-2-c1"] and small.versions.about("1.1.2") == []


def test_every_item_of_a_change_has_a_page(report, figures):
    listed = {page.path for page in pages(report, figures, chart_tables(report), NOTHING)}
    for _, change in report.versions.anchored:
        for item in change.items:
            assert path(*named(item)).split("#")[0] in listed, item


def test_the_site_shows_every_change(published, report):
    """On the page of changes with its anchor in both languages, and on the page of its item."""
    for language in ("zh", "en"):
        text = (published / language / "changes" / "index.html").read_text(encoding="utf-8")
        for anchor, change in report.versions.anchored:
            assert f'id="{anchor}"' in text
            for kind, item in map(named, change.items):
                if kind in ("action", "provision", "claim", "event", "section", "agency", "chart", "order"):
                    page = (published / language / path(kind, item).split("#")[0] / "index.html").read_text(encoding="utf-8")
                    assert f"changes/#{anchor}" in page, (anchor, item)
        for version in report.versions.frozen:
            assert f"../../v/{version}/{language}/" in text and (published / "v" / version / language / "index.html").is_file()
