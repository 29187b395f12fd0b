"""Measures: the families typed in data/measures.yml, spelled out for every member that the records have.

A family names its dimensions in braces: `claims.{source}.{verdict}` stands for
`claims.huxiu.supported` and its like. The values are computed in scripts/analyse/.
"""
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from scripts.languages import LANGUAGES
from scripts.model import DUTIES, ROLES, Text
from scripts.registers import Family

if TYPE_CHECKING:
    from scripts.report import Report

PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Dimensions that the codes of a vocabulary make up, …
CODES = {
    "instrument": "instruments", "timing": "timing", "china_relevance": "china_relevance", "theme": "themes", "lead_basis": "lead_basis",
    "kind": "provision_kinds", "status": "statuses", "confidence": "confidences", "verdict": "verdicts", "topic": "topics", "country": "countries",
}
# … codings that two coders made independently, with the keys of their names in data/strings.yml, and all dimensions.
FIELDS = {"lead_basis": "fact.basis", "instrument": "fact.instrument", "china_relevance": "fact.aim"}
DIMENSIONS = ("pillar", "section", "order", "agency", "role", "duty", "source", "reading", "search", "quarter", "field", *CODES)


@dataclass(frozen=True)
class Definition:
    """One measure: its name and definition, the id of its family, and the member it is for in each dimension."""

    id: str
    label: Text
    definition: Text
    family: str
    members: Mapping[str, str]


def spelled_out(families: Iterable[Family], dimensions: Mapping[str, Mapping[str, Text]]) -> dict[str, Definition]:
    """Every measure by its id, in the order of the families and of the members.

    dimensions: the names of the members by dimension. Raises ValueError if two
    families give the same measure, KeyError for an unknown dimension.
    """
    found: dict[str, Definition] = {}
    for family in families:
        for members in combinations(family.by, dimensions):
            names = {dimension: dimensions[dimension][member] for dimension, member in members.items()}
            measure = Definition(fill(family.id, members), named(family.label, names), named(family.definition, names), family.id, members)
            if measure.id in found:
                raise ValueError(f"{family.id} and {found[measure.id].family} both give the measure {measure.id}")
            found[measure.id] = measure
    return found


def combinations(by: Iterable[str], dimensions: Mapping[str, Iterable[str]]) -> Iterator[dict[str, str]]:
    """Every choice of one member from each of some dimensions, as {dimension: member}; one empty choice without dimensions."""
    by = tuple(by)
    for members in product(*(dimensions[dimension] for dimension in by)):
        yield dict(zip(by, members))


def placeholders(text: str) -> list[str]:
    """The words in braces, in order."""
    return PLACEHOLDER.findall(text)


def fill(text: str, words: Mapping[str, str]) -> str:
    """`text` with other words in place of those in braces; KeyError if there is none for one of them."""
    return PLACEHOLDER.sub(lambda place: words[place.group(1)], text)


def named(text: Text, names: Mapping[str, Text]) -> Text:
    """The same in both languages, each with its own names."""
    return Text(**{language: fill(text[language], {key: name[language] for key, name in names.items()}) for language in LANGUAGES})


def dimensions(report: "Report") -> dict[str, dict[str, Text]]:
    """The members of every dimension with their names, in the order of the records."""
    strings = report.strings
    return {
        "pillar": {pillar.id: strings[f"pillar.{pillar.id}"] for pillar in report.plan.pillars},
        "section": {s.id: Text(zh=f"{s.id} {s.short.zh}", en=f"{s.id} {s.short.en}") for s in report.sections},
        "order": {order.id: named(strings["order.short"], {"number": Text(zh=order.number, en=order.number)}) for order in report.orders},
        "agency": {agency.id: agency.full for agency in report.agencies},
        "role": {role: strings[f"role.{role}"] for role in ROLES},
        "duty": {duty: strings[f"role.{duty}"] for duty in DUTIES},
        "source": {article.source: report.source(article.source).short for article in report.articles},
        "reading": {reading.id: reading.title for reading in report.readings},
        "search": {search.id: Text(zh=search.words, en=search.words) for search in report.searches},
        "quarter": {name: _quarter(name, strings) for name in sorted({event.quarter for event in report.tracker.events}, key=_by_time)},
        "field": {field: strings[key] for field, key in FIELDS.items()},
        **{dimension: {code.id: code.label for code in report.vocabularies[name]} for dimension, name in CODES.items()},
    }


def _quarter(quarter: str, strings: Mapping[str, Text]) -> Text:
    if quarter == "earlier":
        return strings["table.earlier"]
    year, number = quarter.split("-")
    return named(strings["quarter"], {"year": Text(zh=year, en=year), "n": Text(zh=number, en=number)})


def _by_time(quarter: str) -> tuple[bool, str]:
    return quarter != "earlier", quarter
