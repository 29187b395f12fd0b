"""The pages above the languages: the start page, the one for a wrong address, and one at every short address.

Each leads on to the reader's language and, without scripts, offers both.
"""
from collections.abc import Iterator
from dataclasses import dataclass

from scripts import permalinks
from scripts.model import Text
from scripts.page import fill
from scripts.report import Report


@dataclass(frozen=True)
class Gate:
    """One such page: `file` below the root of the site, the kind and id of the item it leads to, and `target`, that item's address below the language folder.

    base: what leads from the page to the root of the site. moves: whether it leads on by itself.
    """

    file: str
    title: Text
    note: Text
    target: str = ""
    base: str = ""
    moves: bool = True
    kind: str = "home"
    item: str = ""


def gates(report: Report) -> Iterator[Gate]:
    """Every page above the languages, in the order of the site."""
    title = report.strings["gate.title"]
    yield Gate("index.html", title, report.strings["gate.note"])
    # A wrong address can lie at any depth, so only this page needs the full address of the site.
    yield Gate("404.html", title, report.strings["gate.missing"], base=report.edition.address, moves=False)
    for kind, item, name in _items(report):
        short = permalinks.short(kind, item)
        note = fill(report, f"gate.{kind}", id=item.removeprefix("eo"))
        yield Gate(f"{short}index.html", name, note, permalinks.path(kind, item), "../" * short.count("/"), kind=kind, item=item)


def _items(report: Report) -> Iterator[tuple[str, str, Text]]:
    """Kind, id and name of everything that has a short address."""
    yield from (("action", action.id, action.title) for action in report.actions)
    yield from (("provision", provision.id, provision.title) for provision in report.provisions)
    yield from (("claim", claim.id, claim.title) for claim in report.claims)
    yield from (("event", event.id, event.title) for event in report.tracker.events)
    yield from (("chart", chart.id, chart.name) for chart in report.charts)
    yield from (("term", term.id, term.term) for term in report.terms)
