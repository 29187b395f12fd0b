"""The check: the real data is right, and what is wrong is told with file, line, field and remedy."""
import shutil
from pathlib import Path

import pytest

from scripts import paths
from scripts.check import check
from scripts.load import load

WRONG = Path(__file__).resolve().parent / "data" / "wrong"


def findings(folder, texts=None):
    return [str(finding) for finding in check(load(folder), texts)]


def test_real_data_has_no_findings(data):
    assert check(data, paths.SOURCES) == []


def test_small_world_has_no_findings(world):
    assert findings(world) == []


def test_records_wrong_in_every_way(world):
    for file in WRONG.glob("*.yml"):
        shutil.copy(file, world / "plan" / file.name)
    expected = (WRONG / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert findings(world) == expected


@pytest.mark.parametrize("file, old, new, expected", [
    ("plan/plan.yml", "actions: 2}", "actions: 3}", "data/plan/plan.yml:7: pillars[0].actions: pillar 1 should have 3 actions, data/plan/ holds 2 [count]"),
    ("plan/2.1.yml", "themes: [energy]", "themes: [enegry]", "data/plan/2.1.yml:21: actions[0].themes[0]: 'enegry' is not a known value; nearest valid value: energy [schema]"),
    ("plan/2.1.yml", "hosts: [CAISI]", "hosts: []", "data/plan/2.1.yml:16: actions[0].hosts: lead_basis is implied, so hosts names at least one body [lead_basis]"),
    ("orders/10001.yml", "deadline: {days: 30, from: signing}", 'deadline: {days: 30, from: signing}\n    due_date: "2024-03-02"', "data/orders/10001.yml:24: provisions[0].due_date: is not typed: the build computes it from signed and deadline; remove it [schema]"),
    ("orders/10001.yml", "deadline: {days: 30, from: signing}", "deadline: {days: 30, from: event}", "data/orders/10001.yml:23: provisions[0].deadline: from: event needs the event that starts the period, from: signing has none [deadline]"),
    ("orders/10001.yml", "id: eo10001.1b", "id: eo10001.1a", "data/orders/10001.yml:26: provisions[1].id: eo10001.1a is already the id of a record in data/orders/10001.yml; ids are unique [duplicate]"),
    ("plan/3.1.yml", '    repeats: "1.1.2"\n', "", "data/plan/1.1.yml:41: actions[1].repeats: 3.1.1 should say that it repeats 1.1.2 [repeats]"),
    ("pages/home.yml", "actions.total", "actions.totl", "data/pages/home.yml:4: standfirst.zh: unknown measure actions.totl; nearest valid value: actions.total [reference]"),
    ("pages/home.yml", "link('action', '1.1.1'", "link('action', '1.1.7'", "data/pages/home.yml:6: blocks[0].body.zh: unknown action 1.1.7; nearest valid value: 1.1.2 [reference]"),
    ("pages/home.yml", "link('action',", "link('acton',", "data/pages/home.yml:6: blocks[0].body.zh: unknown kind of link acton; nearest valid value: action [reference]"),
    ("vocabularies/themes.yml", "id: energy", "id: power", "data/schemas/section.json:1: the codes listed here are not those of data/vocabularies; run `make schemas` [schema]"),
    ("plan/3.1.yml", "page_end: 7\nactions", "page_end: 70\nactions", "data/plan/3.1.yml:6: page_end: page 70 is outside; expected 1 to 7 [page]"),
])
def test_one_fault_one_message(world, file, old, new, expected):
    path = world / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert expected in findings(world)


def test_sources_at_hand_are_compared(world, tmp_path):
    texts = tmp_path / "sources"
    texts.mkdir()
    run = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    (texts / "plan.txt").write_text(run, encoding="utf-8")
    (texts / "order.txt").write_text("first line\nsecond line", encoding="utf-8")
    (texts / "plan.actions.tsv").write_text("id\tprinted_page\tprinted_page_end\ttext\n1.1.1\t4\t3\tsome text\n", encoding="utf-8")
    section = world / "plan" / "2.1.yml"
    section.write_text(section.read_text(encoding="utf-8").replace("A grid is to be built through CAISI.", f"Here {run} stands."), encoding="utf-8")
    told = "\n".join(findings(world, texts))
    assert "data/sources.yml:1: [0].sha256: does not fit plan.txt" in told
    assert "does not fit the text of 1.1.1; expected " in told
    assert "1.1.1 stands on printed page 4, not 3" in told
    assert "does not fit lines 1 to 1 of order.txt" in told
    assert "data/plan/2.1.yml:10: actions[0].summary.en: equals a run of plan.txt; say it in own words: one two" in told


def test_names_of_laws_may_carry_over(world, tmp_path):
    """Twelve words in a row may equal a source; a name counts as one of them."""
    from scripts.check.sources import RUN, _runs, _words
    name = ("some", "very", "long", "act", "of", "1999")
    text = "a b c d e f g h some very long act of 1999 i j"
    assert len(_words(text, (name,))) == 11 <= RUN
    assert not _runs(_words(text, (name,)), RUN + 1) and _runs(_words(text, ()), RUN + 1)


@pytest.mark.parametrize("content", ["", "[]", "{}", "word", "- 1\n", "- {id: 5}\n", "a: [1, {b: 2}]\n", "- [x]\n"])
def test_no_form_of_a_file_makes_the_check_fall_over(world, content):
    """Whatever stands in a file becomes findings, never an exception."""
    for file in sorted(world.rglob("*.yml")):
        text = file.read_text(encoding="utf-8")
        file.write_text(content, encoding="utf-8")
        assert findings(world), file
        file.write_text(text, encoding="utf-8")


def test_every_field_may_be_missing(world):
    """Each line of a section taken out by itself gives findings or nothing, never an exception."""
    for name in ("plan/1.1.yml", "orders/10001.yml", "plan/plan.yml"):
        file = world / name
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        for i in range(len(lines)):
            file.write_text("".join(lines[:i] + lines[i + 1:]), encoding="utf-8")
            findings(world)
        file.write_text("".join(lines), encoding="utf-8")
