"""What has happened since: statuses, deliveries, days late, freshness, changes."""
import dataclasses
from datetime import date

from scripts import syndicate
from scripts.tracker import Tracker


def test_the_newest_look_is_the_status_and_earlier_ones_its_history(small):
    tracker = small.tracker
    assert [(look.checked, look.status) for look in tracker.history("2.1.1")] == [("2024-03-01", "no_public_record"), ("2024-04-01", "completed")]
    assert tracker.status("2.1.1") == "completed"


def test_an_event_may_carry_the_judgement_it_brings_about(small):
    event = small.index["2024-03-grid"]
    assert small.tracker.look("2.1.1") in event.assessments


def test_only_changes_are_changes(small):
    assert [(before.status, after.status, after.target) for before, after in small.tracker.changes()] == [("no_public_record", "completed", "2.1.1")]


def test_events_stand_newest_first_and_say_how_they_bear(small):
    assert [event.id for event in small.tracker.newest_first] == ["2024-03-grid", "2024-02-20-program", "2024-01-01-vote"]
    assert [event.id for event in small.tracker.events_on("1.1.1", "2.1.1")] == ["2024-03-grid", "2024-02-20-program"]
    assert small.index["2024-02-20-program"].relation("eo10001.1a") == "delivers"


def test_a_deadline_counts_from_the_signing_or_from_its_event(small):
    first, second = small.index["eo10001.1a"], small.index["eo10001.1b"]
    assert (small.due(first), small.delivered(first), small.days_late(first)) == (date(2024, 3, 2), "2024-02-20", -11)
    assert (small.due(second), small.delivered(second), small.days_late(second)) == (date(2024, 3, 1), None, None)


def test_a_look_older_than_the_cadence_is_stale(small):
    tracker = small.tracker
    assert tracker.cadence == 90 and tracker.next_look(tracker.look("1.1.1")) == date(2027, 2, 18)
    assert [target for target in ("1.1.1", "1.1.2", "2.1.1") if tracker.stale(tracker.look(target))] == ["1.1.2", "2.1.1"]
    on_the_day = Tracker(tracker.events, tracker.assessments, "2024-05-30", 90)
    assert not on_the_day.stale(on_the_day.look("1.1.2")), "the last day of the cadence is not overdue"


def test_a_delivery_on_a_day_not_known_counts_no_days(small):
    """The event shows that the thing was done by then, or only its month is known: neither early nor late."""
    provision, event = small.index["eo10001.1a"], small.index["2024-02-20-program"]
    for changed in (event.model_copy(update={"links": tuple(tie.model_copy(update={"exact": False}) for tie in event.links)}), event.model_copy(update={"date": "2024-02"})):
        report = dataclasses.replace(small, tracker=dataclasses.replace(small.tracker, events=(changed,)))
        assert report.delivered(provision) == changed.date and report.days_late(provision) is None
        assert report.timeliness(provision) == ("due.unknown", 0)


def test_days_late_of_the_real_orders(report):
    """As the sources have them: due date and delivery by hand."""
    late = {p.id: report.days_late(p) for p in report.dated if report.days_late(p) is not None}
    assert {**late, "eo14179.5b": 10, "eo14319.4a": 21, "eo14320.3a": 0} == late


def test_every_action_and_dated_provision_has_a_status_with_its_reason(report):
    targets = [*(action.id for action in report.actions), *(p.id for p in report.provisions if p.deadline)]
    assert len(targets) == 113
    for target in targets:
        look = report.tracker.look(target)
        assert look.reason.zh and look.reason.en and look.checked <= report.edition.as_of


def test_repeated_bullets_share_their_status(report):
    assert report.tracker.status("3.6.4") == report.tracker.status("3.7.3")


def test_next_looks_are_gathered_by_day(small):
    looks = syndicate._looks(small)
    assert {day.isoformat(): targets for day, targets in looks.items()} == {
        "2027-02-18": ["1.1.1", "3.1.1", "eo10001.1b", "eo10001.1a"], "2024-05-30": ["1.1.2"], "2024-06-30": ["2.1.1"]}


def test_a_status_change_becomes_an_entry_of_the_feed(small, tmp_path):
    text = syndicate.syndicate(small, tmp_path)[1].read_text(encoding="utf-8")
    assert "2.1.1 Build a grid: No public record → Completed" in text and text.count("<entry>") == 6
