"""The commands: what they print, what they leave alone when the data is wrong."""
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import build, paths, postprocess, publish

ROOT = Path(__file__).resolve().parent.parent
# Put together here, so that this file does not name them itself.
FORBIDDEN = ["-".join(("--index", "url")), "-".join(("--find", "links")), "/".join(("", "root", ""))]


@pytest.fixture
def project(world, tmp_path, monkeypatch):
    """The small world as a project with a site that was published before."""
    shutil.copytree(paths.DOCS / "theme", tmp_path / "docs" / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the earlier site", encoding="utf-8")
    for name, path in (("DATA", world), ("DOCS", tmp_path / "docs"), ("WORK", tmp_path / ".build"), ("SITE", tmp_path / "site"), ("SOURCES", tmp_path / "none")):
        monkeypatch.setattr(paths, name, path)
    return tmp_path


def earlier(project):
    return (project / "site" / "index.html").read_text(encoding="utf-8") == "the earlier site"


def test_problems_in_the_data_leave_the_earlier_site(project, capsys):
    section = project / "data" / "plan" / "2.1.yml"
    section.write_text(section.read_text(encoding="utf-8").replace("[CAISI]", "[CAISSI]").replace("[energy]", "[enegry]"), encoding="utf-8")
    assert build.site() is False
    told = capsys.readouterr().err
    assert "data/plan/2.1.yml:16: actions[0].hosts[0]: unknown agency CAISSI; nearest valid value: CAISI" in told
    assert "2 problems in the data; nothing was built." in told
    assert earlier(project) and not (project / "docs" / "zh").exists()


def test_a_page_the_publisher_refuses_leaves_the_earlier_site(project, monkeypatch):
    monkeypatch.setattr(build, "hold", lambda *published, **kind: [])          # the list of addresses has tests of its own
    assert build.generate()
    page = project / "docs" / "en" / "plan.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[lost](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(RuntimeError, match="nowhere.md"):
        publish.publish(paths.DOCS, paths.WORK, paths.SITE, "2026-11-23", {})
    assert earlier(project)


def test_a_theme_that_cuts_queries_elsewhere_is_noticed(tmp_path):
    worker = tmp_path / "assets" / "javascripts" / "workers" / "search.1.min.js"
    worker.parent.mkdir(parents=True)
    worker.write_text("another search", encoding="utf-8")
    with pytest.raises(RuntimeError, match="WORDCUT"):
        postprocess._search(tmp_path)


def test_exit_status(run, tmp_path):
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    if (ROOT / "docs" / "frozen").is_dir():
        shutil.copytree(ROOT / "docs" / "frozen", tmp_path / "docs" / "frozen")
    assert run("check", tmp_path).returncode == 0
    agencies = tmp_path / "data" / "agencies.yml"
    agencies.write_text(agencies.read_text(encoding="utf-8").replace("id: NTIA", "id: NTIAX"), encoding="utf-8")
    result = run("check", tmp_path)
    assert result.returncode == 1 and "unknown agency NTIA; nearest valid value: NTIAX" in result.stderr


def test_the_readme_names_commands_that_exist():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = {line.split(":")[0] for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if line[:1].islower()}
    quoted = {word for word in ("site", "test", "check", "serve", "release", "schemas", "clean") if f"`make {word}`" in readme}
    assert {"site", "test", "check", "serve"} <= quoted <= targets


def test_no_file_names_a_machine_or_a_registry():
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True).stdout.split("\0")
    for name in filter(None, files):
        file = ROOT / name
        if file.suffix in (".py", ".txt", ".in", ".yml", ".md", ".json", "") and file.is_file():
            text = file.read_text(encoding="utf-8", errors="ignore")
            assert not [words for words in FORBIDDEN if words in text], name
