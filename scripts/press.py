"""The press articles and their check as typed values: claims, events, readings, searches.

An article is kept as the number of sentences in each paragraph and a locator
with a hash for every sentence that is used; its text is not part of the data.
"""
from scripts.model import Record, Text


class Locator(Record):
    """A sentence of an article: `huxiu:p7.s2` is the second sentence of the seventh non-empty line."""

    at: str
    hash: str


class Test(Record):
    """A computed figure and the range, ends included, in which the claim holds."""

    figure: str
    at_least: int
    at_most: int

    def holds(self, value: int | str) -> bool:
        """Whether a value of the figure lies in the range; a share such as `27%` counts in whole per cent."""
        return self.at_least <= int(str(value).removesuffix("%")) <= self.at_most


class Point(Record):
    """One aspect of a claim set beside the text it was checked against."""

    aspect: Text
    said: Text
    text: Text


class Comparison(Record):
    """Where a claim stands in the comparison of the United States and China."""

    dimension: str
    country: str


class Claim(Record):
    """One checkable or attributable statement of an article (codebook, sections 1 and 6).

    checked_against names what the verdict rests on; concerns names what an
    opinion, or a fact about the world, is about without being checked against it.
    """

    id: str
    locators: tuple[Locator, ...]
    speaker: str
    topic: str
    title: Text
    claim: Text
    verdict: str
    reason: Text
    checked_against: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    tests: tuple[Test, ...] = ()
    points: tuple[Point, ...] = ()
    origin: Text | None = None
    compares: Comparison | None = None

    @property
    def source(self) -> str:
        return self.id.split("-", 1)[0]

    @property
    def about(self) -> tuple[str, ...]:
        """Everything the claim was checked against or concerns."""
        return (*self.checked_against, *self.concerns)


class Skipped(Record):
    """A sentence that no record uses, and why (codebook, section 8)."""

    at: str
    hash: str
    reason: str


class Article(Record):
    """A press article: `paragraphs` holds the number of sentences of each paragraph, `checked` the day of the check."""

    source: str
    checked: str
    paragraphs: tuple[int, ...]
    not_extracted: tuple[Skipped, ...]
    claims: tuple[Claim, ...]

    def locators(self) -> list[list[str]]:
        """The locators of all sentences, paragraph by paragraph."""
        return locators(self.source, self.paragraphs)


def locators(source: str, paragraphs: tuple[int, ...] | list[int]) -> list[list[str]]:
    """The locators of an article whose paragraphs have so many sentences, both counted from 1."""
    return [[f"{source}:p{p}.s{s}" for s in range(1, count + 1)] for p, count in enumerate(paragraphs, 1)]


class Ruling(Record):
    """Two independent judgements, of a claim's verdict or of a status, and, where the text decided between them or against both, on what ground."""

    id: str
    first: str
    second: str
    settled: Text | None = None


class Search(Record):
    """Words looked for in the plan's text, with the printed page of every place where they stand."""

    words: str
    pages: tuple[int, ...]

    @property
    def id(self) -> str:
        return word_id(self.words)


def word_id(words: str) -> str:
    """Words looked for as a part of a measure's id: `great_power-` for `great power*`."""
    return words.replace(" ", "_").replace("*", "-")


class Part(Record):
    """One step of a reading: what is said, and what in the plan and the orders it stands beside."""

    id: str
    heading: Text
    said: Text
    beside: Text
    claims: tuple[str, ...]
    rests_on: tuple[str, ...]


class Reading(Record):
    """An interpretation of the plan by an article or an expert, set beside the actions and provisions it rests on."""

    id: str
    speakers: tuple[str, ...]
    source: str
    title: Text
    description: Text
    standfirst: Text
    parts: tuple[Part, ...]
