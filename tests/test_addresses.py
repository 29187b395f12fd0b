"""Every address ever published answers on the built site, from a subfolder, and leads on where it has moved."""
import csv
import re
from urllib.request import urlopen

import pytest
from lxml import html

from scripts import paths
from scripts.export import BUILT
from scripts.languages import LANGUAGES


@pytest.fixture(scope="module")
def rows():
    with (paths.DATA / "permalinks.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def targets(address):
    """The addresses below the root of the site that an entry stands for."""
    return [address[1:]] if address.startswith("/") else [f"{language}/{address}" for language in LANGUAGES]


def there(published, target, seen):
    path, _, anchor = target.partition("#")
    file = published / path / "index.html" if path.endswith("/") or not path else published / path
    if path not in seen:
        seen[path] = file.is_file() and {"", *(re.findall(r'\bid="([^"]+)"', file.read_text(encoding="utf-8")) if file.suffix == ".html" else ())}
    return bool(seen[path]) and (not anchor or anchor in seen[path])


def test_every_address_answers(published, rows):
    seen = {}
    lost = [target for row in rows for target in targets(row["address"]) if not there(published, target, seen) and not target.startswith("charts/") and target.rpartition("/")[2] not in BUILT]
    assert len(rows) > 4500 and lost == []


def test_every_kind_of_address_answers_over_http(address, rows):
    for kind in sorted({row["kind"] for row in rows}):
        entry = next(row["address"] for row in rows if row["kind"] == kind)
        for target in targets(entry):
            with urlopen(address + target.partition("#")[0]) as answer:
                assert answer.status == 200, target


def test_what_moved_says_where_to(published, rows):
    moved = [row for row in rows if row["retired"]]
    assert len(moved) > 100
    for language in LANGUAGES:
        page = html.parse(published / language / "methods" / "index.html")
        for row in moved:
            name = row["address"].split("#")[1]
            [link] = page.xpath(f"//li[@id='{name}']/a/@href")
            assert link == "../" + row["replaced_by"]
            assert row["retired"] in page.xpath(f"string(//li[@id='{name}'])")


def test_every_item_has_the_files_by_which_it_is_cited(published, rows, citations):
    for key in citations:
        for ending in ("bib", "ris", "json"):
            assert (published / "cite" / f"{key}.{ending}").is_file(), key
    assert all((published / "cite" / f"{item}.bib").is_file() for item in ("1.3.5", "eo14320.3a", "huxiu-27-2", "report", "term-compute", "chart-lead-basis"))


@pytest.mark.parametrize("path", ["plan/1.3.5/", "orders/14320/", "claims/", "charts/lead-basis/", "citing/", "glossary/"])
def test_headings_rows_and_paragraphs_have_anchors_with_a_mark(published, path):
    names = {}
    for language in LANGUAGES:
        page = html.parse(published / language / path / "index.html")
        marks = page.xpath("//a[@class='ap-link']")
        names[language] = [mark.get("href") for mark in marks]
        assert marks and all(mark.get("aria-label") for mark in marks)
        ids = set(page.xpath("//@id"))
        assert {href[1:] for href in names[language]} <= ids
        assert all(row.get("id") for row in page.xpath("//article//table[contains(@class,'ap-table')]/tbody/tr"))
    assert names["zh"] == names["en"]
