"""The registers around the plan and the orders as typed values: bodies, sources, terms, words."""
from scripts.model import Record, Text


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

    @property
    def full(self) -> Text:
        """The name with the abbreviation, where there is one."""
        name, short = self.name, self.abbreviation
        return Text(zh=f"{name.zh}（{short}）", en=f"{name.en} ({short})") if short else name


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


class Bibliography(Record):
    """How a source is cited, in its own language; kind is the citation's, such as `report`."""

    kind: str
    title: str
    author: tuple[str, ...]
    container: str | None = None
    publisher: str | None = None
    number: str | None = None


class Source(Record):
    """A document the records are read from."""

    id: str
    kind: str
    title: Text
    short: Text | None = None
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
    cite: Bibliography
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


class Licence(Record):
    """A licence by its SPDX identifier, its address, and its name."""

    spdx: str
    url: str
    label: Text


class Licences(Record):
    """What text, data and code may be used under."""

    text: Licence
    data: Licence
    code: Licence


class Edition(Record):
    """The report's own name, address, version and dates."""

    name: Text
    address: str
    version: str
    as_of: str
    cadence_days: int
    publisher: Text
    licence: Text
    licences: Licences


class Coding(Record):
    """The second coder's values for one action; `before` is what the record said until the two were compared."""

    id: str
    lead_basis: str
    instrument: str
    china_relevance: str
    before: dict[str, str] = {}


class Family(Record):
    """A measure, or a family of them: its name and definition, with the names of its dimensions in braces.

    `by` lists the dimensions; without it the entry is one measure.
    """

    id: str
    subject: str
    by: tuple[str, ...] = ()
    label: Text
    definition: Text


class Block(Record):
    """A headed part of an essay; `body` is Markdown that may call figures and links."""

    id: str
    heading: Text
    body: Text


class Essay(Record):
    """A page written as prose, in blocks; one with a chart is a brief of one printed sheet."""

    id: str
    chart: str | None = None
    title: Text
    description: Text
    standfirst: Text
    blocks: tuple[Block, ...]


class Retired(Record):
    """An address that the site published once, the first version without it, and what took over."""

    address: str
    since: str
    retired: str
    replaced_by: str
