"""The plan and the orders as typed values: what a checked file in data/ holds, no more.

Computed values (sheets, due dates, neighbours, reverse links) are not here;
`report.py` derives them. The other records are in `registers.py`.
"""
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ROLES = ("leads", "hosts", "partners", "mentioned")         # of a body in an action
DUTIES = ("responsible", "consulted")                       # of a body in a provision


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """One text in both languages."""

    zh: str
    en: str

    def __getitem__(self, language: str) -> str:
        return getattr(self, language)


class Code(Record):
    """An entry of a vocabulary: a code with its label and definition."""

    id: str
    label: Text
    definition: Text


class Timing(Record):
    """What an action's text says about rhythm or pace."""

    kind: str
    words: Text


class Action(Record):
    """One bullet under "Recommended Policy Actions" (codebook, section 1)."""

    id: str
    title: Text
    summary: Text
    page: int
    page_end: int
    text_hash: str
    lead_basis: Literal["explicit", "implied", "none"]
    leads: tuple[str, ...]
    hosts: tuple[str, ...]
    partners: tuple[str, ...]
    mentioned: tuple[str, ...]
    unnamed: Text | None = None
    instruments: tuple[str, ...]
    china_relevance: str
    themes: tuple[str, ...]
    timing: Timing | None = None
    cites: tuple[str, ...]
    related: tuple[str, ...]
    repeats: str | None = None

    @property
    def section(self) -> str:
        return self.id.rsplit(".", 1)[0]

    @property
    def pillar(self) -> str:
        return self.id.split(".", 1)[0]


class Section(Record):
    """A heading of the plan that has its own list of actions."""

    id: str
    title: Text
    short: Text
    argument: Text
    page: int
    page_end: int
    actions: tuple[Action, ...]

    @property
    def pillar(self) -> str:
        return self.id.split(".", 1)[0]


class Pillar(Record):
    """One of the plan's three pillars; `sections` and `actions` are the counts expected of it."""

    id: str
    title: Text
    short: Text
    argument: Text
    page: int
    page_end: int
    sections: int
    actions: int


class Principle(Record):
    """A principle that the plan's introduction sets for all three pillars."""

    page: int
    title: Text
    summary: Text


class Plan(Record):
    """The plan as a whole; a PDF sheet is the printed page plus `sheet_offset`."""

    id: str
    source: str
    sheet_offset: int
    summary: Text
    principles: tuple[Principle, ...]
    pillars: tuple[Pillar, ...]


class Deadline(Record):
    """A period counted in calendar days, from the signing or from a named event; `started_by` is the record of that event, once it has happened."""

    days: int
    start: Literal["signing", "event"] = Field(alias="from")
    event: Text | None = None
    started_by: str | None = None
    note: Text | None = None


class Provision(Record):
    """One operative (sub)section of an executive order."""

    id: str
    section: str
    title: Text
    summary: Text
    lines: tuple[int, int]
    text_hash: str
    kind: str
    responsible: tuple[str, ...]
    consulted: tuple[str, ...]
    unnamed: Text | None = None
    deadline: Deadline | None = None
    actions: tuple[str, ...]
    cites: tuple[str, ...]

    @property
    def order(self) -> str:
        return self.id.split(".", 1)[0]

    @property
    def anchor(self) -> str:
        return "s" + self.id.split(".", 1)[1]


class Link(Record):
    """An official address of a document."""

    kind: str
    url: str


class Order(Record):
    """An executive order with its operative provisions."""

    id: str
    number: str
    title: Text
    signed: str
    published: str
    citation: str
    pages: str
    document: str
    source: str
    links: tuple[Link, ...]
    summary: Text
    provisions: tuple[Provision, ...]
