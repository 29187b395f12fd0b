"""The words of a chart as typed values; its numbers are computed, its drawing is in `scripts/draw`."""
from scripts.model import Record, Text
from scripts.press import Test


class Column(Record):
    """A column of the table behind a chart: what its values are (a kind of record, a vocabulary, `count`, `share`, `day`…) and its heading."""

    id: str
    kind: str
    label: Text


class Mark(Record):
    """An event that the chart names, in few words."""

    event: str
    text: Text


class Chart(Record):
    """One chart: its finding and everything said around it. Texts may call computed figures.

    name is the topic, title the finding as the drawing states it, scope what is
    counted, finding the sentence of the page, alt the text in place of the
    picture, note how to read it. `holds` gives the ranges of figures within
    which the finding is true; outside them the build stops.
    """

    id: str
    group: str
    name: Text
    title: Text
    scope: Text
    finding: Text
    alt: Text
    note: Text
    sources: tuple[str, ...]
    columns: tuple[Column, ...]
    words: dict[str, Text] = {}
    marks: tuple[Mark, ...] = ()
    see: tuple[str, ...]
    holds: tuple[Test, ...]
