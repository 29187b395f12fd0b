"""Write what readers can subscribe to: an Atom feed a language, and one calendar of the orders' deadlines and the next looks."""
from collections import defaultdict
from datetime import date, datetime, time, timezone
from pathlib import Path
from uuid import UUID, uuid5

from icalendar import Calendar
from icalendar import Event as Entry
from lxml import etree
from lxml.builder import ElementMaker

from scripts import permalinks
from scripts.change_pages import name
from scripts.editions import Change
from scripts.languages import LANGUAGES, TAGS, day
from scripts.model import Provision, Text
from scripts.page import fill
from scripts.report import Report
from scripts.tracker import Assessment, Event

ATOM = ElementMaker(namespace="http://www.w3.org/2005/Atom", nsmap={None: "http://www.w3.org/2005/Atom"})
NAMED = 2                       # items that the title of a correction names
# Every entry's id is made in this namespace, so that it stays the same wherever the site stands.
NAMESPACE = UUID("6d0f2c0e-5f5b-4f3a-9b0e-2b7f2d5a8c11")


def syndicate(report: Report, folder: Path) -> list[Path]:
    """Write feed.zh.xml, feed.en.xml (RFC 4287) and deadlines.ics (RFC 5545) below `folder`; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {f"feed.{language}.xml": etree.tostring(_feed(report, language), xml_declaration=True, encoding="utf-8", pretty_print=True) for language in LANGUAGES}
    files["deadlines.ics"] = _calendar(report).to_ical()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def _feed(report: Report, language: str) -> etree._Element:
    """All events, changes of status and corrections, the newest record first; an entry's `published` is the day of the event where it is known."""
    edition, strings = report.edition, report.strings
    entries = [(event.added, event.date, _event(report, event, language)) for event in report.tracker.events]
    entries += [(after.checked, after.checked, _change(report, before, after, language)) for before, after in report.tracker.changes()]
    entries += [(change.date, change.date, _correction(report, anchor, change, language)) for anchor, change in report.versions.anchored if change.kind == "correction"]
    return ATOM.feed(
        ATOM.id(_urn(language)), ATOM.title(edition.name[language]), ATOM.subtitle(strings["feed.subtitle"][language]), ATOM.updated(_moment(edition.as_of)),
        ATOM.link(rel="self", type="application/atom+xml", href=f"{edition.address}feed.{language}.xml"),
        ATOM.link(rel="alternate", type="text/html", hreflang=TAGS[language], href=_address(report, language, "page", "tracker")),
        ATOM.author(ATOM.name(edition.publisher[language])), ATOM.rights(edition.licence[language]),
        *(entry for _, _, entry in sorted(entries, key=lambda entry: entry[:2], reverse=True)),
        **{"{http://www.w3.org/XML/1998/namespace}lang": TAGS[language]},
    )


def _event(report: Report, event: Event, language: str) -> etree._Element:
    strings = report.strings
    published = [ATOM.published(_moment(event.date))] if len(event.date) == 10 else []
    return ATOM.entry(
        ATOM.id(_urn(language, "event", event.id)), ATOM.title(strings["feed.title"][language].format(date=day(event.date, language), title=event.title[language])), ATOM.updated(_moment(event.added)), *published,
        ATOM.link(rel="alternate", type="text/html", href=_address(report, language, "event", event.id)),
        ATOM.category(term=event.kind, label=report.code("event_kinds", event.kind).label[language]), *(ATOM.category(term=tie.target, label=f"{report.code('relations', tie.relation).label[language]} {tie.target}") for tie in event.links),
        ATOM.summary(event.what[language]),
    )


def _change(report: Report, before: Assessment, after: Assessment, language: str) -> etree._Element:
    words = {name: report.code("statuses", look.status).label for name, look in (("before", before), ("after", after))}
    title = report.strings["feed.change"][language].format(target=_label(report, after.target, language), before=words["before"][language], after=words["after"][language])
    return ATOM.entry(
        ATOM.id(_urn(language, "status", after.target, after.checked)), ATOM.title(title), ATOM.updated(_moment(after.checked)),
        ATOM.link(rel="alternate", type="text/html", href=_address(report, language, permalinks.kind(after.target), after.target)),
        ATOM.category(term="status", label=report.strings["col.status"][language]), ATOM.category(term=after.target),
        ATOM.summary(after.reason[language]),
    )


def _correction(report: Report, anchor: str, change: Change, language: str) -> etree._Element:
    strings = report.strings
    names = [found[language] for item in change.items if (found := name(report, *permalinks.named(item)))]
    named, more = strings["list.comma"][language].join(names[:NAMED]), len(names) - NAMED
    title = strings["feed.correction.more" if more > 0 else "feed.correction"][language].format(names=named, n=more)
    return ATOM.entry(
        ATOM.id(_urn(language, "correction", anchor)), ATOM.title(title), ATOM.updated(_moment(change.date)),
        ATOM.link(rel="alternate", type="text/html", href=f"{_address(report, language, 'page', 'changes')}#{anchor}"),
        ATOM.category(term="correction", label=strings["changes.one.correction"][language]), *(ATOM.category(term=item) for item in change.items),
        ATOM.summary(("" if language == "zh" else " ").join(text[language] for text in (change.text, change.reason) if text)),
    )


def _calendar(report: Report) -> Calendar:
    """One all-day entry for every due date and for every day by which statuses are to be looked at again, in both languages."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{report.edition.publisher.en}//{report.edition.version}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _both(report.edition.name))
    for provision in report.dated:
        if due := report.due(provision):
            calendar.add_component(_entry(report, due, ("deadline", provision.id), fill(report, "ics.deadline", order=report.index[provision.order].number, section=provision.section),
                                          [provision.title, _outcome(report, provision)], "provision", provision.id))
    for until, targets in sorted(_looks(report).items()):
        listed = ", ".join(targets)
        calendar.add_component(_entry(report, until, ("look", until.isoformat()), fill(report, "ics.look", n=len(targets)), [Text(zh=listed, en=listed)], "page", "tracker"))
    return calendar


def _looks(report: Report) -> dict[date, list[str]]:
    """The targets to be looked at again, by the day until which that should happen."""
    looks: dict[date, list[str]] = defaultdict(list)
    for record in report.tracked:
        looks[report.tracker.next_look(report.tracker.look(record.id))].append(record.id)
    return looks


def _entry(report: Report, on: date, name: tuple[str, ...], summary: Text, lines: list[Text], kind: str, item: str) -> Entry:
    entry = Entry()
    entry.add("uid", str(uuid5(NAMESPACE, "/".join(name))))
    entry.add("dtstamp", datetime.combine(date.fromisoformat(report.edition.as_of), time(), timezone.utc))
    entry.add("dtstart", on)
    entry.add("summary", _both(summary))
    addresses = Text(**{language: _address(report, language, kind, item) for language in LANGUAGES})
    entry.add("description", "\n".join("\n".join(dict.fromkeys(line[language] for line in (*lines, addresses))) for language in LANGUAGES))
    entry.add("url", addresses.en)
    entry.add("transp", "TRANSPARENT")
    return entry


def _outcome(report: Report, provision: Provision) -> Text:
    """Whether and when a dated provision was met."""
    if not (delivered := report.delivered(provision)):
        return report.strings["due.not_found"]
    key, days = report.timeliness(provision)
    how = fill(report, key, days=days)
    return Text(**{language: report.strings["ics.delivered"][language].format(date=day(delivered, language), how=how[language]) for language in LANGUAGES})


def _label(report: Report, target: str, language: str) -> str:
    record = report.index[target]
    if permalinks.kind(target) == "provision":
        return f"{report.strings['order.short'][language].format(number=report.index[record.order].number)} § {record.section} {record.title[language]}"
    return f"{target} {record.title[language]}"


def _both(text: Text) -> str:
    return f"{text.zh} · {text.en}"


def _address(report: Report, language: str, kind: str, item: str) -> str:
    return permalinks.absolute(report.edition.address, language, permalinks.path(kind, item))


def _urn(*parts: str) -> str:
    return uuid5(NAMESPACE, "/".join(parts)).urn


def _moment(iso: str) -> str:
    """The start of a day in UTC, as Atom writes it."""
    return f"{iso}T00:00:00Z"
