"""The records as typed values: what a checked file in data/ holds, no more.

Computed values (sheets, due dates, neighbours, reverse links) are not here;
`report.py` derives them.
"""
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


@dataclass(frozen=True, order=True)
class Finding:
    """One thing wrong with the data, addressed to the person who edits it.

    path: file, relative to the project; line: counted from 1; record: the
    field, as in `actions[2].leads[0]`; rule: the name of the check;
    message: what is wrong, what was expected, the nearest valid value.
    """

    path: str
    line: int
    record: str
    rule: str
    message: str

    def __str__(self) -> str:
        field = f"{self.record}: " if self.record else ""
        return f"{self.path}:{self.line}: {field}{self.message} [{self.rule}]"


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
    """A period counted in calendar days, from the signing or from a named event."""

    days: int
    start: Literal["signing", "event"] = Field(alias="from")
    event: Text | None = None
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


class Agency(Record):
    """A body named by an action or a provision, or the parent of one."""

    id: str
    name: Text
    abbreviation: str | None = None
    kind: str
    parent: str | None = None
    site: str | None = None
    role: Text
    note: Text | None = None


class Citation(Record):
    """A law, order or document that the plan or an order cites."""

    id: str
    kind: str
    title: Text
    citation: str
    date: str | None = None
    note: int | None = None
    page: int | None = None
    url: str | None = None
    remark: Text | None = None


class TitleVariant(Record):
    """A title of a source as seen in print, and where."""

    title: str
    seen: Text


class Source(Record):
    """A document the records are read from."""

    id: str
    kind: str
    title: Text
    variants: tuple[TitleVariant, ...] = ()
    author: Text
    publisher: Text
    date: str
    language: str
    extent: Text
    printed_pages: int | None = None
    sheets: int | None = None
    sentences: int | None = None
    link: str | None = None
    rights: Text
    file: str
    sha256: str
    damage: Text | None = None
    note: Text | None = None


class Variant(Record):
    """Another Chinese rendering of a term, and where it was seen."""

    text: str
    seen: str


class Term(Record):
    """An entry of the glossary; our Chinese pages use `term` and never `avoid`."""

    id: str
    term: Text
    abbreviation: str | None = None
    definition: Text
    variants: tuple[Variant, ...]
    avoid: tuple[str, ...]
    why: Text
    actions: tuple[str, ...]


class Edition(Record):
    """The report's own name, address, version and dates."""

    name: Text
    address: str
    version: str
    as_of: str
    publisher: Text
    licence: Text


class Coding(Record):
    """The second coder's values for one action."""

    id: str
    lead_basis: str
    instrument: str
    china_relevance: str


class Definition(Record):
    """The name and the definition of a measure."""

    id: str
    label: Text
    definition: Text


class Block(Record):
    """A headed part of an essay; `body` is Markdown that may call figures and links."""

    id: str
    heading: Text
    body: Text


class Essay(Record):
    """A page written as prose, in blocks."""

    id: str
    title: Text
    description: Text
    standfirst: Text
    blocks: tuple[Block, ...]
