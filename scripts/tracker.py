"""What happened since, as typed values: events with their sources, and the judgements that rest on them."""
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from scripts.model import Record, Text

PLAN = "2025-07"                # the month of the plan, from which the evidence is counted


class Evidence(Record):
    """A public page that shows an event; `accessed` is the day it was seen.

    repeats: it only passes on what another source reported. opened: false where
    only its address was seen, cited by another source.
    """

    title: str
    publisher: str
    url: str
    kind: str
    accessed: str
    repeats: bool = False
    opened: bool = True


class Tie(Record):
    """An action or provision that an event bears on, and how; exact is false where it shows a delivery by its date, but not the day."""

    target: str
    relation: str
    exact: bool = True


class Assessment(Record):
    """One look at an action or a dated provision: its status on that day, and why (codebook, section 7)."""

    target: str
    checked: str
    status: str
    confidence: str
    reason: Text
    searched: Text | None = None


class Event(Record):
    """Something that happened, dated, with at least one public source; `added` is the day the record was made."""

    id: str
    date: str
    added: str
    title: Text
    what: Text
    actor: Text
    bodies: tuple[str, ...] = ()
    kind: str
    identifiers: tuple[str, ...]
    thread: str | None = None
    sources: tuple[Evidence, ...]
    links: tuple[Tie, ...]
    assessments: tuple[Assessment, ...] = ()
    note: Text | None = None

    @property
    def quarter(self) -> str:
        return quarter(self.date)

    @property
    def opened(self) -> bool:
        """Whether at least one source was itself seen."""
        return any(source.opened for source in self.sources)

    def relation(self, *targets: str) -> str | None:
        """How the event bears on one of these actions or provisions; None if it does not."""
        return next((tie.relation for tie in self.links if tie.target in targets), None)


def quarter(day: str) -> str:
    """The quarter of an ISO day or month, such as `2025-3`; `earlier` before the month of the plan."""
    return f"{day[:4]}-{(int(day[5:7]) + 2) // 3}" if day[:7] >= PLAN else "earlier"


@dataclass(frozen=True)
class Tracker:
    """Events and judgements as one connected whole; `cadence` is the most days between two looks at a target."""

    events: tuple[Event, ...]
    assessments: tuple[Assessment, ...]
    as_of: str
    cadence: int

    @cached_property
    def newest_first(self) -> tuple[Event, ...]:
        return tuple(sorted(self.events, key=lambda event: (event.date, event.id), reverse=True))

    @cached_property
    def _histories(self) -> dict[str, list[Assessment]]:
        histories: dict[str, list[Assessment]] = {}
        for assessment in sorted(self.assessments, key=lambda assessment: assessment.checked):
            histories.setdefault(assessment.target, []).append(assessment)
        return histories

    def history(self, target: str) -> list[Assessment]:
        """Every look at an action or provision, oldest first; empty if nobody looked."""
        return self._histories.get(target, [])

    def look(self, target: str) -> Assessment:
        """The newest look, whose status stands. Raises KeyError if nobody looked."""
        return self._histories[target][-1]

    def status(self, target: str) -> str:
        return self.look(target).status

    def events_on(self, *targets: str) -> list[Event]:
        """The events that bear on one of these actions or provisions, newest first."""
        return [event for event in self.newest_first if event.relation(*targets)]

    def delivery(self, target: str) -> Event | None:
        """The first event with which what the target asks for exists; None if none is known."""
        return next((event for event in reversed(self.newest_first) if event.relation(target) == "delivers"), None)

    def next_look(self, assessment: Assessment) -> date:
        """The day by which the target is to be looked at again."""
        return date.fromisoformat(assessment.checked) + timedelta(days=self.cadence)

    def stale(self, assessment: Assessment) -> bool:
        """Whether that day had passed when the edition was made."""
        return self.next_look(assessment) < date.fromisoformat(self.as_of)

    def changes(self) -> list[tuple[Assessment, Assessment]]:
        """Every change of a status as (before, after), newest first; a first look is no change."""
        pairs = [pair for history in self._histories.values() for pair in pairwise(history) if pair[0].status != pair[1].status]
        return sorted(pairs, key=lambda pair: (pair[1].checked, pair[1].target), reverse=True)
