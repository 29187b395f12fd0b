"""Releases: what must be said about a changed record, the archive of a copy, its notice, and the page of changes."""
import re
import shutil
import tarfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from scripts import build, frozen, paths, release
from scripts.analyse import analyse, chart_tables
from scripts.check import check
from scripts.digests import read, standing, written
from scripts.load import load
from scripts.offer import NOTHING
from scripts.pages import pages
from scripts.permalinks import named, path
from scripts.report import Report

LATER = '- {version: "0.6.0", date: "2026-11-26", as_of: "2026-11-26", title: {zh: "第三版", en: "Third"}, summary: {zh: "更多。", en: "More."}, frozen: true}\n'


def told(folder):
    return [str(finding) for finding in check(load(folder), None) if finding.rule == "release"]


def edit(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def raise_to(world, version, as_of="2026-11-26"):
    file = world / "edition.yml"
    text = re.sub(r'version: "[\d.]+"', f'version: "{version}"', file.read_text(encoding="utf-8"))
    file.write_text(re.sub(r'as_of: "[\d-]+"', f'as_of: "{as_of}"', text), encoding="utf-8")


@pytest.fixture
def released(world):
    """The small world, its present records frozen as version 0.6.0."""
    raise_to(world, "0.6.0")
    with (world / "releases.yml").open("a", encoding="utf-8") as file:
        file.write(LATER)
    (world / "releases").mkdir()
    (world / "releases" / "0.6.0.csv").write_text(written({key: digest for key, (digest, _, _) in standing(load(world)).items()}), encoding="utf-8")
    return world


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


# --- the archive ----------------------------------------------------------------------------------

PAGE = ('<!doctype html>\n<html lang="{tag}"><head><link rel="canonical" href="https://example.org/old/{language}/plan/1.1.1/"></head><body><!-- edition --><header></header>'
        '<a href="../../../pdf/report.en.pdf#a">PDF</a><a href="../../../feed.en.xml">feed</a><a href="../../../data/../deadlines.ics">calendar</a><a href="../../../v/0.6.0/en/">copy</a>'
        '<a href="../../../charts/x.en.svg">SVG</a><a href="../../../charts/x.en.png">PNG</a><a href="../../../a/1.1.1/">short</a></body></html>')


def put(folder, name, text="x"):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def few(tmp_path):
    """A site of few files."""
    folder = tmp_path / "site"
    for name in ("pdf/report.en.pdf", "charts/x.en.svg", "charts/x.en.png", "feed.en.xml", "deadlines.ics", "v/0.5.0/en/index.html", "404.html", "en/sitemap.xml", "en/a.js.map", "data/actions.json"):
        put(folder, name)
    for language, tag in (("zh", "zh-Hans"), ("en", "en")):
        put(folder, f"{language}/plan/1.1.1/index.html", PAGE.format(language=language, tag=tag))
        put(folder, f"{language}/index.html", PAGE.format(language=language, tag=tag).replace("../../../", "../"))
    put(folder, "index.html", "<html><head></head><body></body></html>")
    put(folder, "a/1.1.1/index.html", '<html><head><meta name="robots" content="noindex">\n<link rel="canonical" href="../../en/plan/1.1.1/"></head><body></body></html>')
    return folder


def test_the_same_site_gives_the_same_archive(few, tmp_path):
    first = frozen.pack(few, tmp_path / "one" / "0.6.0.tar.xz")
    again = tmp_path / "again"
    for file in sorted(few.rglob("*"), reverse=True):               # other times, other order
        if file.is_file():
            put(again, file.relative_to(few).as_posix(), file.read_text(encoding="utf-8"))
    assert frozen.pack(again, tmp_path / "two" / "0.6.0.tar.xz") == first == frozen.checksum(tmp_path / "one" / "0.6.0.tar.xz")
    with tarfile.open(tmp_path / "one" / "0.6.0.tar.xz") as archive:
        names = archive.getnames()
        assert {(member.mtime, member.uid, member.mode, member.uname) for member in archive.getmembers()} == {(0, 0, 0o644, "")}
    assert names == sorted(["a/1.1.1/index.html", "charts/x.en.svg", "data/actions.json", "en/index.html", "en/plan/1.1.1/index.html", "index.html", "zh/index.html", "zh/plan/1.1.1/index.html"])


def test_a_missing_or_altered_archive_is_found(tmp_path, few):
    checksum = frozen.pack(few, tmp_path / "0.6.0.tar.xz")
    digests = {"0.6.0": {}}
    assert list(frozen.altered(digests, {"0.6.0": checksum}, "0.7.0", tmp_path)) == []
    assert "is not what was released" in str(*frozen.altered(digests, {"0.6.0": "0" * 64}, "0.7.0", tmp_path))
    (tmp_path / "0.6.0.tar.xz").unlink()
    assert "docs/frozen/0.6.0.tar.xz:1: the frozen copy of version 0.6.0 is missing" in str(*frozen.altered(digests, {"0.6.0": checksum}, "0.6.0", tmp_path))
    assert "did not come to an end" in str(*frozen.altered(digests, {}, "0.7.0", tmp_path)) and list(frozen.altered(digests, {}, "0.6.0", tmp_path)) == []


@pytest.mark.parametrize("next_release", [False, True])
def test_a_copy_says_its_dates_and_leads_to_the_present(released, few, tmp_path, next_release):
    if next_release:
        raise_to(released, "0.7.0", "2026-12-24")
        with (released / "releases.yml").open("a", encoding="utf-8") as file:
            file.write(LATER.replace("0.6.0", "0.7.0").replace("2026-11-26", "2026-12-24"))
    archive = tmp_path / "frozen" / "0.6.0.tar.xz"
    frozen.pack(few, archive)
    report = Report.from_data(load(released))
    (copy,) = frozen.copies(report, archive.parent)
    shutil.rmtree(few / "en" / "plan")                             # the living site has this page no more
    assert frozen.unpack(copy, few) == 8
    zh, en, start = ((few / "v" / "0.6.0" / name).read_text(encoding="utf-8") for name in ("zh/plan/1.1.1/index.html", "en/plan/1.1.1/index.html", "index.html"))
    address = report.edition.address
    assert '<body><!-- edition --><aside class="ap-frozen" aria-label="留存副本"><p>留存副本：第0.6.0版，2026年11月26日' in zh
    assert ("至2026年12月24日为现行版" if next_release else "至今仍是最新一次发布") in zh and ("to 24 December 2026" if next_release else "still the latest release") in en
    assert '<a href="../../../../../zh/plan/1.1.1/">打开现行页面</a>' in zh and f'<link rel="canonical" href="{address}zh/plan/1.1.1/">' in zh
    assert '<a href="../../../../../en/">This page is not in the current version' in en and f'<link rel="canonical" href="{address}en/">' in en
    assert f'<link rel="canonical" href="{address}"><meta name="robots" content="noindex"></head>' in start
    for page in (zh, en):
        assert page.count('<meta name="robots" content="noindex">') == 1 and "PNG" not in page
        assert set(re.findall(r'<a href="([^"]+)">\w+</a>', page)) >= {
            "../../../../../pdf/report.en.pdf#a", "../../../../../feed.en.xml", "../../../../../data/../deadlines.ics", "../../../../../v/0.6.0/en/", "../../../charts/x.en.svg", "../../../a/1.1.1/"}
    assert (few / "v" / "0.6.0" / "a" / "1.1.1" / "index.html").read_text(encoding="utf-8").count("noindex") == 1
    assert not (few / "v" / "0.6.0" / "charts" / "x.en.png").exists() and not (few / "v" / "0.6.0" / "en" / "sitemap.xml").exists()


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def project(world, tmp_path, monkeypatch):
    """The small world as a project that `make release` may freeze; building it is left out."""
    raise_to(world, "0.6.0")
    with (world / "releases.yml").open("a", encoding="utf-8") as file:
        file.write(LATER)
    for name, place in (("DATA", world), ("DOCS", tmp_path / "docs"), ("SITE", tmp_path / "site"), ("SOURCES", tmp_path / "none")):
        monkeypatch.setattr(paths, name, place)
    put(tmp_path / "site", "index.html", "<html><head></head><body></body></html>")
    monkeypatch.setattr(build, "site", lambda: True)
    build.list_addresses()
    return tmp_path


def test_a_version_is_frozen_once(project, capsys):
    assert release.release() is True
    kept = {file.relative_to(project).as_posix() for folder in ("data/releases", "docs/frozen") for file in (project / folder).iterdir()}
    assert kept == {"data/releases/0.6.0.csv", "data/releases/0.6.0.addresses", "data/releases/0.6.0.sha256", "docs/frozen/0.6.0.tar.xz"}
    report = build.checked()[0]
    assert report.frozen_version == "0.6.0" == report.releases[-1].version
    assert release.release() is False
    assert "version 0.6.0 is frozen already; raise the version in data/edition.yml" in capsys.readouterr().err
    (project / "docs" / "frozen" / "0.6.0.tar.xz").write_bytes(b"other")
    assert build.checked() is None and "is not what was released" in capsys.readouterr().err


@pytest.mark.parametrize("old, new, reason", [
    (LATER, "", "data/releases.yml does not list version 0.6.0"), ("frozen: true", "frozen: false", "no copy of version 0.6.0 is kept"),
    ('as_of: "2026-11-26"', 'as_of: "2026-11-25"', "was released as of 2026-11-25, but data/edition.yml says 2026-11-26"),
])
def test_a_version_that_is_not_ready_is_refused(project, capsys, old, new, reason):
    edit(project / "data" / "releases.yml", old, new)
    assert release.release() is False and reason in capsys.readouterr().err
    assert not (project / "docs" / "frozen").exists() and not (project / "data" / "releases").exists()


def test_a_build_that_fails_leaves_no_release(project, monkeypatch):
    monkeypatch.setattr(build, "site", lambda: False)
    with pytest.raises(RuntimeError, match="no release was made"):
        release.release()
    assert list((project / "data" / "releases").iterdir()) == []


# --- the pages ------------------------------------------------------------------------------------


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


def test_every_living_page_has_the_place_of_the_notice(published):
    for language in ("zh", "en"):
        for file in (published / language).rglob("*.html"):
            assert file.read_bytes().count(frozen.MARK) == 1 and b"ap-frozen" not in file.read_bytes(), file


def test_every_link_of_a_frozen_copy_leads_somewhere(published):
    """Within the copy or to the living site; without a release there is nothing to look at."""
    lost, seen = [], {}
    for file in (published / "v").rglob("*.html"):
        for link in set(re.findall(r'(?:href|src|srcset)="([^"#][^"]*)"', file.read_text(encoding="utf-8"))):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = Path(f"{file.parent}/{unquote(parts.path)}").resolve()
            if target not in seen:
                seen[target] = target.is_file() or (target / "index.html").is_file()
            if not seen[target]:
                lost.append((file.relative_to(published).as_posix(), link))
    assert lost == []
