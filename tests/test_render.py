"""The generated Markdown: fragments of the small world, and docs/ as the records give it."""
import collections
import dataclasses
import filecmp
import re
from pathlib import Path

import pytest

from scripts import paths
from scripts.analyse import analyse, chart_tables
from scripts.model import Code, Text
from scripts.offer import NOTHING
from scripts.pages import pages as listed
from scripts.render import render
from scripts.works import Citation, Work

GOLDEN = Path(__file__).resolve().parent / "golden"
ANY = Citation(Work("any", "report", "A title", ("Somebody",), "en", "https://example.org/", "2024-02-01"), collections.defaultdict(str))       # in worlds whose citations are not made


def rendered(report, folder):
    """The pages of a report whose charts were not drawn: every drawing is taken to be of one size."""
    sizes = collections.defaultdict(lambda: (960, 500, 70))
    figures = analyse(report)
    render(report, figures, list(listed(report, figures, chart_tables(report), NOTHING)), collections.defaultdict(lambda: ANY), sizes, folder, paths.TEMPLATES)


def test_committed_pages_are_what_the_records_give(report, figures, drawings, pages, citations, tmp_path):
    render(report, figures, pages, citations, {drawing.name: (*drawing.size, drawing.head) for drawing in drawings}, tmp_path, paths.TEMPLATES)
    for language in ("zh", "en"):
        made = {file.relative_to(tmp_path) for file in (tmp_path / language).rglob("*.md")}
        kept = {file.relative_to(paths.DOCS) for file in (paths.DOCS / language).rglob("*.md")}
        assert made == kept, "run `make site` and commit docs/"
        stale = [str(name) for name in sorted(made) if not filecmp.cmp(tmp_path / name, paths.DOCS / name, shallow=False)]
        assert stale == [], "run `make site` and commit docs/"
    gates = {file.relative_to(folder).as_posix() for folder in (tmp_path, paths.DOCS) for file in (folder / "root").rglob("*.html")}
    for name in ("mkdocs.zh.yml", "mkdocs.en.yml", *sorted(gates)):
        assert (tmp_path / name).is_file() and (paths.DOCS / name).is_file() and filecmp.cmp(tmp_path / name, paths.DOCS / name, shallow=False), f"{name} is stale: run `make site`"


def test_same_input_same_bytes(small, tmp_path):
    for name in ("one", "two"):
        rendered(small, tmp_path / name)
    files = [file.relative_to(tmp_path / "one") for file in (tmp_path / "one").rglob("*") if file.is_file()]
    assert files and not filecmp.cmpfiles(tmp_path / "one", tmp_path / "two", files, shallow=False)[1]


def test_pages_no_record_asks_for_are_removed(small, tmp_path):
    (tmp_path / "zh" / "plan").mkdir(parents=True)
    stray = tmp_path / "zh" / "plan" / "9.9.9.md"
    stray.write_text("old", encoding="utf-8")
    short = tmp_path / "root" / "a" / "9.9.9" / "index.html"
    short.parent.mkdir(parents=True)
    short.write_text("old", encoding="utf-8")
    rendered(small, tmp_path)
    assert not stray.exists() and not short.exists() and (tmp_path / "root" / "a" / "1.1.1" / "index.html").exists()


@pytest.fixture
def plain(small):
    """The small world with names of strings and codes in place of their words, so that an edited word changes no golden file."""
    strings = {key: Text(zh=f"zh:{key}", en=f"en:{key}") for key in small.strings}
    codes = {name: tuple(Code(id=c.id, label=Text(zh=f"zh:{c.id}", en=f"en:{c.id}"), definition=c.definition) for c in entries)
             for name, entries in small.vocabularies.items()}
    return dataclasses.replace(small, strings=strings, vocabularies=codes)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name, file, pattern", [
    ("facts", "plan/1.1.1.md", r'<dl class="ap-facts".*?</dl>'), ("roles", "plan/1.1.1.md", r'<table class="ap-table ap-stack".*?</table>'),
    ("provision", "orders/10001.md", r'<section class="ap-prov" id="s1a".*?</dl>'), ("nobody", "plan/1.1.2.md", r'<dl class="ap-facts".*?</dl>'),
    ("verdict", "claims/huxiu-02-3.md", r'<p class="ap-verdict">.*?</dl>'), ("tests", "claims/huxiu-02-2.md", r'<table class="ap-table ap-stack ap-tests".*?</table>'),
    ("status", "plan/2.1.1.md", r'<div class="ap-note">.*?</ol>'), ("deadlines", "orders/10001.md", r'{#deadlines}.*?</table>'),
    ("cells", "tracker.md", r'<table class="ap-p2".*?</table>'), ("log", "agencies/doc.md", r'<table class="ap-table ap-stack ap-log".*?</table>'),
    ("coverage", "sources/huxiu.md", r'<table class="ap-table ap-stack ap-coverage".*?</table>'), ("matrix", "compare.md", r'<tr role="row" id="goals">.*?</tr>'),
])
def test_fragments(plain, tmp_path, name, file, pattern, language):
    rendered(plain, tmp_path)
    fragment = re.search(pattern, (tmp_path / language / file).read_text(encoding="utf-8"), re.S).group() + "\n"
    assert fragment == (GOLDEN / f"{name}.{language}.html").read_text(encoding="utf-8")


def test_special_characters_are_escaped(small, tmp_path):
    rendered(small, tmp_path)
    text = (tmp_path / "en" / "plan" / "1.1.2.md").read_text(encoding="utf-8")
    assert "Evaluate R&amp;D models" in text and '<span class="ap-nw">small-firm</span>' in (tmp_path / "en" / "plan" / "1.1.1.md").read_text(encoding="utf-8")
