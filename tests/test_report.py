"""What follows from the records: dates, sheets, relations, roll-up."""
from datetime import date

import pytest


@pytest.mark.parametrize("provision, due", [
    ("eo14179.4a", date(2025, 7, 22)), ("eo14179.5b", date(2025, 3, 24)), ("eo14318.5a", date(2025, 8, 2)),
    ("eo14318.7b", date(2026, 1, 19)), ("eo14318.8b", date(2026, 1, 19)), ("eo14319.4a", date(2025, 11, 20)),
    ("eo14320.3a", date(2025, 10, 21)), ("eo14320.3c", date(2026, 6, 30)), ("eo14319.4biii", date(2026, 3, 11)), ("eo14318.6a", None), ("eo14318.9a", None),
])
def test_due_dates_count_calendar_days_from_what_starts_them(report, provision, due):
    assert report.due(report.index[provision]) == due


def test_only_dated_provisions_have_a_due_date(report):
    assert [p.id for p in report.provisions if report.due(p) and p.id not in (
        "eo14179.4a", "eo14179.5b", "eo14318.5a", "eo14318.7b", "eo14318.8b", "eo14319.4a", "eo14319.4biii", "eo14320.3a", "eo14320.3c")] == []


def test_sheet_is_printed_page_plus_three(report):
    action = report.index["1.3.5"]
    assert (action.page, report.sheet(action.page)) == (5, 8)
    assert report.pdf(5).endswith(".pdf#page=8")


def test_a_relation_typed_once_holds_for_both(small):
    one, other = small.index["1.1.1"], small.index["2.1.1"]
    assert small.related(one) == [other] and small.related(other) == [one]


def test_repeated_bullets_point_to_each_other(report):
    assert (report.index["3.6.4"].repeats, report.index["3.7.3"].repeats) == ("3.7.3", "3.6.4")
    assert report.index["3.6.4"].text_hash == report.index["3.7.3"].text_hash


def test_components_roll_up_to_their_parents(small):
    commerce = small.index["DOC"]
    assert [a.id for a in small.components(commerce)] == ["NIST", "CAISI"]
    assert [a.id for a in small.line(small.index["CAISI"])] == ["NIST", "DOC"]
    assert [a.id for a in small.acting(small.index["CAISI"], "hosts")] == ["2.1.1"]


def test_neighbours_end_at_the_ends(small):
    first, last = small.actions[0], small.actions[-1]
    assert small.neighbours(first) == (None, small.actions[1])
    assert small.neighbours(last) == (small.actions[-2], None)


def test_an_unknown_measure_is_an_error(small):
    assert small.definition("actions.total").label.en == "Actions"
    with pytest.raises(KeyError):
        small.definition("actions.totl")


def test_every_body_is_there_for_a_reason(report):
    """Each registered body is named by an action or provision, or is the parent of one that is."""
    named = {body for a in report.actions for body in (*a.leads, *a.hosts, *a.partners, *a.mentioned)}
    named |= {body for p in report.provisions for body in (*p.responsible, *p.consulted)}
    parents = {parent.id for body in named for parent in report.line(report.index[body])}
    assert {a.id for a in report.agencies} == named | parents
