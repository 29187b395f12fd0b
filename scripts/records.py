"""What was read from data/: documents with the line of every value."""
from dataclasses import dataclass, field
from typing import Any

from scripts.finding import Finding

REFERRING = ("coding", "rulings", "second_looks")              # their ids are those of other records
Place = tuple[str | int, ...]           # the way to a value: ("actions", 2, "leads", 0)


@dataclass(frozen=True)
class Document:
    """One YAML file, or the table of addresses: its value and the line of each place in it (from 1)."""

    path: str
    value: Any
    lines: dict[Place, int]

    @property
    def name(self) -> str:
        """The file's name without its ending: 1.3 for data/plan/1.3.yml."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".yml")

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it that exists."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def finding(self, place: Place, rule: str, message: str) -> Finding:
        """A finding about a place in this file."""
        return Finding(self.path, self.line(place), label(place), rule, message)


@dataclass(frozen=True)
class Data:
    """All documents by their path below data/ (without .yml), the JSON Schemas, and what could not be read.

    digests, checksums and seals are what each release left behind, by version: the digest of every record, the SHA-256 of the frozen copy, and that of the addresses listed then.
    """

    documents: dict[str, Document]
    schemas: dict[str, dict] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    digests: dict[str, dict[str, str]] = field(default_factory=dict)
    checksums: dict[str, str] = field(default_factory=dict)
    seals: dict[str, str] = field(default_factory=dict)

    def find(self, record: str) -> tuple[Document, Place]:
        """Where the record with an id is typed; the edition if none has it."""
        for name, document in self.documents.items():
            for place in document.lines if name not in REFERRING else ():
                if place and place[-1] == "id" and _at(document.value, place) == record:
                    return document, place
        return self.documents["edition"], ()

    def folder(self, name: str) -> list[Document]:
        """The documents of one folder, in natural order."""
        return [d for key, d in self.documents.items() if key.startswith(name + "/")]


def label(place: Place) -> str:
    """A place as people write it: `actions[2].leads[0]`."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _at(value: Any, place: Place) -> Any:
    """The value at a place of a document."""
    for step in place:
        value = value[step]
    return value
