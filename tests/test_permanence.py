"""The list of addresses: what is refused, and how it grows."""
import csv

import pytest

from scripts.addresses import Address, places
from scripts.permanence import FIELDS, add, hold, sealed
from scripts.records import Data, Document


def listing(*rows):
    value = [{field: text for field, text in zip(FIELDS, row) if text} for row in rows]
    return Data({"permalinks": Document("data/permalinks.csv", value, {(): 1, **{(i,): i + 2 for i in range(len(rows))}}), "edition": Document("data/edition.yml", {}, {})})


THERE = [Address("plan/1.1/", "section", "1.1"), Address("plan/1.1.1/", "action", "1.1.1")]
ROWS = [("plan/1.1/", "section", "1.1", "0.1.0"), ("plan/1.1.1/", "action", "1.1.1", "0.1.0")]


def test_a_complete_list_is_accepted():
    assert hold(THERE, listing(*ROWS)) == []


@pytest.mark.parametrize(("rows", "line", "wanted"), [
    (ROWS[:1], 1, "1 published addresses are not in the list, such as plan/1.1.1/; run `make permalinks`"),
    ([*ROWS, ("plan/1.1.9/", "action", "1.1.9", "0.2.0")], 4, "plan/1.1.9/ was published in version 0.2.0 and is gone; bring it back, or give retired and replaced_by; nearest valid value: plan/1.1.1/"),
    ([*ROWS, ROWS[0]], 4, "plan/1.1/ is listed a second time"),
    ([ROWS[0], (*ROWS[1], "0.3.0", "plan/1.1/")], 3, "plan/1.1.1/ is retired, but the site publishes it"),
    ([*ROWS, ("plan/1.2/", "section", "1.2", "0.1.0", "0.3.0", "plan/1.3/")], 4, "plan/1.3/ is not an address of the site; nearest valid value: plan/1.1/"),
])
def test_findings(rows, line, wanted):
    [finding] = hold(THERE, listing(*rows))
    assert (finding.path, finding.line, finding.rule, finding.message) == ("data/permalinks.csv", line, "permalink", wanted)


def test_two_items_that_want_one_address():
    [finding] = hold([*THERE, Address("plan/1.1/", "theme", "x")], listing(*ROWS))
    assert finding.message == "the theme x wants the address plan/1.1/, which is that of the section 1.1"


def test_what_a_release_listed_stays_as_it_was():
    kept = listing(*ROWS)
    kept.seals["0.1.0"] = sealed(kept.documents["permalinks"].value)
    assert hold(THERE, kept) == []
    grown = listing(*ROWS, ("new/", "page", "new", "0.2.0"))
    grown.seals.update(kept.seals)
    assert hold([*THERE, Address("new/", "page", "new")], grown) == []
    shrunk = listing(ROWS[1])
    shrunk.seals.update(kept.seals)
    [finding] = hold(THERE[1:], shrunk)
    assert finding.message.startswith("the addresses of version 0.1.0 no longer stand at the beginning as they were released")


@pytest.mark.parametrize("seal", [None, "", "many 0123"])
def test_a_seal_that_is_lost_or_damaged_is_told(seal):
    kept = listing(*ROWS)
    kept.digests["0.1.0"] = {}
    kept.seals.update({} if seal is None else {"0.1.0": seal})
    [finding] = hold(THERE, kept)
    assert str(finding).startswith("data/releases/0.1.0.addresses:1: the seal of the addresses of version 0.1.0 is missing or damaged")


def test_a_file_cannot_lead_on():
    [finding] = hold([], listing(("/data/x.json", "file", "", "0.1.0", "0.2.0", "/data/y.json")), of_files=True)
    assert finding.message == "/data/x.json is a file, which cannot lead on; keep it"


def test_new_addresses_go_to_the_end(tmp_path):
    file = tmp_path / "permalinks.csv"
    assert add(THERE, listing(), "0.1.0", file) == 2
    assert add([*THERE, Address("new/", "page", "new")], listing(*ROWS), "0.2.0", file) == 1
    rows = list(csv.reader(file.open(encoding="utf-8")))
    assert rows[0] == list(FIELDS) and rows[-1] == ["new/", "page", "new", "0.2.0", "", ""]


def test_the_real_list_has_every_item(report, pages, data):
    assert hold([*places(report, pages)], data) == []
