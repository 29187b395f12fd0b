"""Releases: the archive of a copy, its notice, and the command that makes one."""
import re
import shutil
import tarfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from scripts import build, frozen, paths, release
from scripts.load import load
from scripts.report import Report
from small_world import RELEASE, edit, list_release, raise_to


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
            file.write(RELEASE.replace("0.6.0", "0.7.0").replace("2026-11-26", "2026-12-24"))
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
    list_release(world)
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
    (RELEASE, "", "data/releases.yml does not list version 0.6.0"), ("frozen: true", "frozen: false", "no copy of version 0.6.0 is kept"),
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


# --- the site ------------------------------------------------------------------------------------


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
