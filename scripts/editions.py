"""What the report says about itself, as typed values: its releases, and what changed from one to the next."""
from typing import Literal

from scripts.model import Record, Text

KINDS = ("correction", "update", "addition")                # in the order in which readers need them


class Release(Record):
    """A version as it was published; `frozen` says whether a copy of it is kept for good."""

    version: str
    date: str
    as_of: str
    title: Text
    summary: Text
    frozen: bool


class Change(Record):
    """What changed on some items, and under which version. `was` is what they said before, `reason` why that was wrong or is no longer said.

    `items` are ids, with the kind of record before them where the id alone does not tell it: `1.3.5`, `term:compute`.
    """

    version: str
    date: str
    kind: Literal["correction", "update", "addition"]
    items: tuple[str, ...]
    text: Text
    was: Text | None = None
    reason: Text | None = None
