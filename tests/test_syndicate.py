"""The feeds and the calendar: valid by the rules of their formats, read the same by other libraries, complete."""
import dataclasses
from datetime import date
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree

from scripts import paths
from scripts.syndicate import syndicate

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module")
def folder(report, tmp_path_factory):
    folder = tmp_path_factory.mktemp("feeds")
    syndicate(report, folder)
    return folder


@pytest.mark.parametrize("language", ["zh", "en"])
def test_feed_is_valid_atom(folder, language):
    schema = etree.RelaxNG(etree.parse(str(HERE / "data" / "atom.rng")))
    feed = etree.parse(str(folder / f"feed.{language}.xml"))
    assert schema.validate(feed), schema.error_log


def test_the_schema_refuses_what_atom_refuses(folder):
    """The check can fail: an entry without an id, two titles, a date without a time."""
    schema = etree.RelaxNG(etree.parse(str(HERE / "data" / "atom.rng")))
    text = (folder / "feed.en.xml").read_text(encoding="utf-8")
    for old, new in (("<title>", "<title>x</title><title>"), ("T00:00:00Z</updated>", "</updated>"), ("<id>", "<di>")):
        assert old in text
        spoilt = text.replace(old, new, 1).replace("</id>", "</di>", 1) if new == "<di>" else text.replace(old, new, 1)
        assert not schema.validate(etree.fromstring(spoilt.encode()))


@pytest.mark.parametrize("language, tag", [("zh", "zh-Hans"), ("en", "en")])
def test_feed_has_every_event_once(folder, report, language, tag):
    feed = feedparser.parse(str(folder / f"feed.{language}.xml"))
    assert not feed.bozo and feed.feed.language == tag
    ids, links = [entry.id for entry in feed.entries], {entry.link for entry in feed.entries}
    assert len(ids) == len(set(ids)) == len(report.tracker.events) + len(report.tracker.changes()) + sum(change.kind == "correction" for change in report.versions.changes)
    assert {f"{report.edition.address}{language}/events/{event.id}/" for event in report.tracker.events} <= links
    assert [entry.updated for entry in feed.entries] == sorted((entry.updated for entry in feed.entries), reverse=True)


def test_the_two_feeds_tell_the_same(folder):
    zh, en = (feedparser.parse(str(folder / f"feed.{language}.xml")).entries for language in ("zh", "en"))
    assert [entry.link.replace("/zh/", "/en/") for entry in zh] == [entry.link for entry in en]
    assert not {entry.id for entry in zh} & {entry.id for entry in en}


def test_entry_ids_do_not_follow_the_address(report, folder, tmp_path):
    moved = report.edition.model_copy(update={"address": "https://elsewhere.example/"})
    first = feedparser.parse(str(folder / "feed.en.xml")).entries
    syndicate(dataclasses.replace(report, edition=moved), tmp_path)
    second = feedparser.parse(str(tmp_path / "feed.en.xml")).entries
    assert [entry.id for entry in first] == [entry.id for entry in second] and first[0].link != second[0].link


def test_calendar_has_every_deadline_and_the_next_looks(folder, report):
    content = (folder / "deadlines.ics").read_bytes()
    assert b"\r\n" in content and all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = Calendar.from_ical(content)
    entries = calendar.walk("VEVENT")
    assert not calendar.errors and not [error for entry in entries for error in entry.errors]
    assert len({str(entry["uid"]) for entry in entries}) == len(entries)
    days = {entry.decoded("dtstart") for entry in entries}
    assert all(isinstance(day, date) for day in days)
    assert {report.due(p) for p in report.provisions if report.due(p)} <= days
    assert {report.tracker.next_look(report.tracker.look(action.id)) for action in report.actions} <= days
    guidance = next(entry for entry in entries if "14319" in entry["summary"] and "4(a)" in entry["summary"])
    assert "2025年12月11日" in guidance["description"] and "21 days late" in guidance["description"]


def test_committed_feeds_are_what_the_records_give(folder):
    for file in folder.iterdir():
        assert (paths.DOCS / "root" / file.name).read_bytes() == file.read_bytes(), "run `make site` and commit docs/"
