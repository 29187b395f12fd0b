"""Releases stand in order, changes name what there is, and a record changes only under a new version that says so."""
from collections.abc import Iterator
from datetime import date

from scripts import permalinks
from scripts.nearest import nearest
from scripts.digests import name, standing
from scripts.finding import Finding
from scripts.records import Data, Document
from scripts.versions import order

AUTOMATIC = ("event", "status")             # whose new records the page of changes lists by itself


def check(data: Data) -> Iterator[Finding]:
    """Findings for releases and changes, and for records that differ from the last frozen version without a word."""
    edition, releases, changes = (data.documents.get(key) for key in ("edition", "releases", "changes"))
    if edition and releases and changes:
        yield from _releases(data, edition, releases)
        yield from _changes(data, edition, releases, changes)
        yield from _differences(data, edition, changes)


def _releases(data: Data, edition: Document, releases: Document) -> Iterator[Finding]:
    present, before = edition.value["version"], None
    for i, release in enumerate(releases.value):
        yield from _days(releases, (i,), release, ("date", "as_of"))
        if before and order(release["version"]) <= order(before["version"]):
            yield releases.finding((i, "version"), "release", f"{release['version']} stands after {before['version']}; the newest stands last")
        if before and release["date"] < before["date"]:
            yield releases.finding((i, "date"), "release", f"{release['date']} is before {before['date']}, the date of version {before['version']}")
        if order(release["version"]) > order(present):
            yield releases.finding((i, "version"), "release", f"{release['version']} is newer than the edition, which is {present} (data/edition.yml)")
        if release["version"] == present and release["as_of"] != edition.value["as_of"]:
            yield releases.finding((i, "as_of"), "release", f"version {present} was released as of {release['as_of']}, but data/edition.yml says {edition.value['as_of']}; raise the version there, or expected the same date")
        if release["frozen"] and release["version"] != present and release["version"] not in data.digests:
            yield releases.finding((i, "frozen"), "release", f"there is no frozen copy of version {release['version']}; expected frozen: false")
        before = release
    listed = {release["version"] for release in releases.value if release["frozen"]}
    for version in sorted(data.digests.keys() - listed):
        yield releases.finding((), "release", f"version {version} was frozen (data/releases/{version}.csv), but is not listed here as frozen")


def _changes(data: Data, edition: Document, releases: Document, changes: Document) -> Iterator[Finding]:
    released = {release["version"]: release["date"] for release in releases.value}
    known = [*released, edition.value["version"]]
    before = None
    for i, change in enumerate(changes.value):
        yield from _days(changes, (i,), change, ("date",))
        version = change["version"]
        if version not in known:
            yield changes.finding((i, "version"), "release", f"unknown version {version}; {nearest(version, known)}")
            continue
        if change["date"] > released.get(version, change["date"]):
            yield changes.finding((i, "date"), "release", f"{change['date']} is after {released[version]}, the day version {version} was released")
        if before and order(version) < order(before):
            yield changes.finding((i, "version"), "release", f"{version} stands after {before}; the newest version stands last")
        before = version
        for j, item in enumerate(change["items"]):
            if ":" not in item and permalinks.kind(item) == "source":
                yield changes.finding((i, "items", j), "release", f"{item} does not tell its kind; expected the kind before it, as in source:{item}")


def _differences(data: Data, edition: Document, changes: Document) -> Iterator[Finding]:
    """Records that are not what the last frozen version had, and that no change since names."""
    last = max(data.digests, key=order, default=None)
    if not last:
        return
    present, then, now = edition.value["version"], data.digests[last], standing(data)
    said = {item for change in changes.value if order(change["version"]) > order(last) for item in change["items"]}
    for key in sorted(then.keys() | now.keys()):
        digest, document, place = now.get(key, (None, changes, ()))
        what = "is new" if key not in then else "is gone" if digest is None else "has changed" if digest != then[key] else None
        kind, called = key.split(":", 1)[0], name(key)
        if not what:
            continue
        if present == last:
            yield document.finding(place, "release", f"{called} {what} since version {last} was released; raise the version in data/edition.yml")
        elif called not in said and not (what == "is new" and kind in AUTOMATIC):
            yield document.finding(place, "release", f"{called} {what} since version {last}, but data/changes.yml does not say so under {present}; expected a change that lists {called}")


def _days(document: Document, place: tuple, record: dict, fields: tuple[str, ...]) -> Iterator[Finding]:
    for field in fields:
        try:
            date.fromisoformat(record[field])
        except ValueError:
            yield document.finding((*place, field), "date", f"{record[field]} is not a day of the calendar")
