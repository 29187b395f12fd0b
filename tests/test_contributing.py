"""The example in CONTRIBUTING.md works: one file, and the check tells what else must change."""
import re
import shutil
from pathlib import Path

import pytest

from scripts import paths
from scripts.check import check
from scripts.load import load
from scripts.report import Report
from scripts.syndicate import syndicate

TEXT = (Path(__file__).resolve().parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture
def data(tmp_path):
    """The real data with the event that the example adds."""
    folder = tmp_path / "data"
    shutil.copytree(paths.DATA, folder)
    name = re.search(r"data/events/([\w-]+)\.yml", TEXT).group(1)
    (folder / "events" / f"{name}.yml").write_text(re.search(r"```yaml\n(.*?)```", TEXT, re.S).group(1), encoding="utf-8")
    return folder


def test_the_check_asks_for_the_date_of_the_edition(data):
    told = [str(finding) for finding in check(load(data), None)]
    assert any("is after the edition's own date" in finding for finding in told), told
    assert all("is after the edition's own date" in finding or "raise the version" in finding for finding in told), told


def test_one_file_changes_the_status_everywhere(data, tmp_path):
    edition = data / "edition.yml"
    text = re.sub(r'version: "[\d.]+"', 'version: "99.0.0"', edition.read_text(encoding="utf-8"))          # the present version is released
    edition.write_text(re.sub(r'as_of: "[\d-]+"', 'as_of: "2026-12-04"', text), encoding="utf-8")
    loaded = load(data)
    assert check(loaded, None) == []
    report = Report.from_data(loaded)
    assert report.tracker.status("1.3.4") == "completed" and len(report.tracker.history("1.3.4")) == 2
    assert report.tracker.newest_first[0].id == "2026-12-03-rd-strategic-plan"
    feed = syndicate(report, tmp_path)[1].read_text(encoding="utf-8")
    assert "→ Completed" in feed and "OSTP publishes the National AI R&amp;D Strategic Plan" in feed
