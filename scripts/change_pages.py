"""The page of versions and changes."""
from collections.abc import Iterator

from scripts import permalinks
from scripts.editions import KINDS, Change
from scripts.languages import LANGUAGES
from scripts.model import Text
from scripts.page import Page, fill, listing
from scripts.report import Report
from scripts.tracker import Assessment, Event


def pages(report: Report) -> Iterator[Page]:
    """The one page, below every version with what changed in it, newest first."""
    yield Page("page", "changes", "changes", *listing(report, "changes"), lambda names: {
        "versions": [_version(report, version) for version in report.versions.newest_first], "errors": next((block for block in report.essays["about"].blocks if block.id == "errors"), None),
    })


def _version(report: Report, version: str) -> dict:
    """A version with its dates, its changes by kind, each with anchor and items, and what was added by itself."""
    versions, release = report.versions, report.versions.release(version)
    return {
        "version": version, "anchor": f"v{version.replace('.', '-')}", "release": release, "date": release.date if release else None, "as_of": release.as_of if release else versions.as_of,
        "lived": _lived(report, version), "frozen": version in versions.frozen,
        "changes": [(kind, [(anchor, change, _items(report, change)) for anchor, change in versions.of(version, kind)]) for kind in KINDS],
        "events": _events(report, version), "looks": _looks(report, version),
    }


def _lived(report: Report, version: str) -> Text:
    """How long a version stood, in words."""
    if not report.versions.release(version):
        return report.strings["changes.days.preparing"]
    days = report.versions.days(version)
    if days is None:
        return report.strings["changes.days.present"]
    return report.strings["changes.days.none"] if not days else report.strings["changes.days.one"] if days == 1 else fill(report, "changes.days.many", n=days)


def _events(report: Report, version: str) -> list[Event]:
    """The events that the version has and the frozen one before it had not, newest first."""
    found = set(report.versions.added(version, "event"))
    return [event for event in report.tracker.newest_first if event.id in found]


def _looks(report: Report, version: str) -> list[Assessment]:
    """The judgments that the version has and the frozen one before it had not, by target."""
    found = set(report.versions.added(version, "status"))
    return [look for record in report.tracked for look in report.tracker.history(record.id) if f"{look.target}@{look.checked}" in found]


def _items(report: Report, change: Change) -> list[tuple[str, str, Text | None]]:
    """Kind, id and name of what a change is about; no name for what is no longer here."""
    named = [permalinks.named(item) for item in change.items]
    return [(kind, item, name(report, kind, item)) for kind, item in named]


def name(report: Report, kind: str, item: str) -> Text | None:
    """What a record is called on the page of changes; None for one that is no longer here."""
    if kind == "page":
        return report.strings.get(f"nav.{item}") or (report.essays[item].title if item in report.essays else None)
    registers = {"term": report.terms, "chart": report.charts, "source": report.sources, "reading": report.readings, "theme": report.vocabularies["themes"]}
    if kind == "measure":
        return report.definition(item).label if item in report.definitions else None
    record = {entry.id: entry for entry in registers[kind]}.get(item) if kind in registers else report.index.get(item)
    if record is None:
        return None
    if kind == "provision":
        number = report.index[record.order].number
        return Text(**{language: f"{report.strings['order.short'][language].format(number=number)} § {record.section}" for language in LANGUAGES})
    if kind in ("action", "section", "claim"):
        return Text(zh=f"{item} {record.title.zh}", en=f"{item} {record.title.en}")
    if kind == "order":
        return fill(report, "order.number", number=record.number)
    return {"agency": lambda: record.full, "term": lambda: record.term, "chart": lambda: record.name, "theme": lambda: record.label}.get(kind, lambda: record.title)()
