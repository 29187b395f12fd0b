"""Families of measures, spelled out."""
import pytest

from scripts.check.measures import ids
from scripts.load import load
from scripts.measures import CODES, DIMENSIONS, dimensions, placeholders, spelled_out
from scripts.model import Text
from scripts.registers import Family


def family(id, *by, label="x"):
    return Family(id=id, subject="plan", by=by, label=Text(zh=label, en=label), definition=Text(zh="。", en="."))


def names(**members):
    return {member: Text(zh=f"{name}（中）", en=name) for member, name in members.items()}


def test_a_family_becomes_one_measure_a_choice_of_members():
    members = {"verdict": names(supported="Supported", partly="Partly"), "source": names(huxiu="One", feature="Two")}
    found = spelled_out([family("claims.total"), family("claims.{source}.{verdict}", "verdict", "source", label="{source}: {verdict}")], members)
    assert list(found) == ["claims.total", "claims.huxiu.supported", "claims.feature.supported", "claims.huxiu.partly", "claims.feature.partly"]
    one = found["claims.huxiu.partly"]
    assert (one.label.en, one.label.zh) == ("One: Partly", "One（中）: Partly（中）")
    assert (one.family, one.members) == ("claims.{source}.{verdict}", {"verdict": "partly", "source": "huxiu"})
    assert found["claims.total"].members == {}


def test_a_member_in_braces_is_not_filled_again():
    found = spelled_out([family("a.{source}", "source", label="{source}")], {"source": names(huxiu="{verdict}")})
    assert found["a.huxiu"].label.en == "{verdict}"


def test_two_families_may_not_give_the_same_measure():
    with pytest.raises(ValueError, match=r"a.\{source\} and a.huxiu both give the measure a.huxiu"):
        spelled_out([family("a.huxiu"), family("a.{source}", "source")], {"source": names(huxiu="One")})


def test_an_unknown_dimension_is_an_error():
    with pytest.raises(KeyError):
        spelled_out([family("a.{nothing}", "nothing")], {})


def test_every_dimension_has_members_and_a_name(report):
    assert set(dimensions(report)) == set(DIMENSIONS) == {name.split(".")[1] for name in report.strings if name.startswith("dimension.")}
    assert all(dimensions(report).values()) and set(CODES.values()) <= set(report.vocabularies)
    assert list(report.dimensions["quarter"])[:2] == ["earlier", "2025-3"] and report.dimensions["section"]["1.3"].en.startswith("1.3 ")


def test_what_is_typed_uses_its_dimensions(report):
    for entry in report.families:
        assert sorted(placeholders(entry.id)) == sorted(entry.by)
        for text in (entry.label.zh, entry.label.en):
            assert set(placeholders(text)) == set(entry.by), f"{entry.id}: a name that leaves a dimension out stands for several measures"


def test_the_check_knows_the_same_measures_as_the_report(data, report):
    known = {
        "pillar": {pillar.id for pillar in report.plan.pillars}, "section": {section.id for section in report.sections}, "order": {order.id for order in report.orders},
        "agency": {agency.id for agency in report.agencies}, "reading": {reading.id for reading in report.readings},
        "search": {search.words for search in report.searches}, "event": {event.id for event in report.tracker.events},
    }
    assert {item for _, _, _, item in ids(data, known)} == set(report.definitions)


def test_the_small_world_has_them_too(world, small):
    assert len(load(world).documents["measures"].value) == len(small.families)
    assert small.definition("readings.grand.claims").label.en == "Claims of “A grand reading”"
    assert small.definition("provisions.order.eo10001.kind.duty").definition.zh == "第10001号令的条款中类别为“义务”的条数。"
