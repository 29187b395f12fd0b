"""The check: the real data is right, and what is wrong is told with file, line, field and remedy."""
import shutil
from pathlib import Path

import pytest

from scripts import paths
from scripts.check import check
from scripts.load import load
from small_world import edit

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
    ("press/huxiu.yml", '    locators: [{at: "huxiu:p2.s2", hash: "cccccccccccc"}]\n', "", "data/press/huxiu.yml:28: claims[2].locators: the field is missing; expected Locators [schema]"),
    ("press/huxiu.yml", "locators: [{at: \"huxiu:p2.s2\", hash: \"cccccccccccc\"}]", "locators: []", "data/press/huxiu.yml:29: claims[2].locators: expected at least 1 [schema]"),
    ("press/huxiu.yml", 'at: "huxiu:p2.s2"', 'at: "huxiu:p2.s3"', "data/press/huxiu.yml:29: claims[2].locators[0].at: the article has no sentence huxiu:p2.s3; nearest valid value: huxiu:p2.s2 [coverage]"),
    ("press/huxiu.yml", 'at: "huxiu:p2.s2"', 'at: "huxiu:p2.s1"', "data/press/huxiu.yml:4: not_extracted: nothing accounts for huxiu:p2.s2; expected a claim drawn from it, or an entry here with a reason [coverage]"),
    ("press/huxiu.yml", 'at: "huxiu:p1.s1"', 'at: "huxiu:p2.s1"', "data/press/huxiu.yml:5: not_extracted[0].at: huxiu:p2.s1 is used by a claim and listed as not extracted; one of the two must go [coverage]"),
    ("press/huxiu.yml", "verdict: not_in_plan", "verdict: not_in_plam", "data/press/huxiu.yml:34: claims[2].verdict: 'not_in_plam' is not a known value; nearest valid value: not_in_plan [schema]"),
    ("press/huxiu.yml", '    checked_against: ["1.1.1", p3]\n', "", "data/press/huxiu.yml:13: claims[0].verdict: supported needs checked_against, which huxiu-02-1 does not have [verdict]"),
    ("press/huxiu.yml", '    searched: ["dragon*"]\n', "", "data/press/huxiu.yml:34: claims[2].verdict: not_in_plan needs searched, which huxiu-02-3 does not have [verdict]"),
    ("press/huxiu.yml", "p3]", "p30]", "data/press/huxiu.yml:15: claims[0].checked_against[1]: unknown printed page of the plan p30; nearest valid value: p3 [reference]"),
    ("press/huxiu.yml", '["dragon*"]', '["dragons"]', "data/press/huxiu.yml:37: claims[2].searched[0]: unknown search dragons; nearest valid value: dragon* [reference]"),
    ("press/huxiu.yml", "speaker: gao", "speaker: gaoo", "data/press/huxiu.yml:30: claims[2].speaker: 'gaoo' is not a known value; nearest valid value: gao [schema]"),
    ("press/huxiu.yml", "{{ figure('actions.lead_basis.none.share') }}。", "{{ link('action', '1.1.1', 'x') }}。", "data/press/huxiu.yml:23: claims[1].reason.zh: a record's prose may call {{ figure('…') }} and nothing else [reference]"),
    ("press/feature.yml", 'concerns: ["2.1.1"]', 'checked_against: ["2.1.1"]', "data/press/feature.yml:23: claims[1].checked_against: feature-01-2 is opinion: an opinion is attributed, not rated; what it is about goes into concerns [verdict]"),
    ("press/feature.yml", "id: feature-01-2", "id: feature-02-2", "data/press/feature.yml:15: claims[1].id: feature-02-2 is drawn from feature:p1.s1 first; expected an id beginning with feature-01- [count]"),
    ("press/feature.yml", "2024-01-01-vote", "2024-01-01-veto", "data/press/feature.yml:14: claims[0].checked_against[0]: unknown event 2024-01-01-veto; nearest valid value: 2024-01-01-vote [reference]"),
    ("rulings.yml", "first: opinion", "first: context", "data/rulings.yml:5: [4]: feature-01-2 was read as context and opinion and stands as opinion; expected settled, saying what in the text decided [verdict]"),
    ("rulings.yml", "- {id: feature-01-1, first: context, second: context}\n", "", "data/rulings.yml:1: the two readings of feature-01-1 are missing [count]"),
    ("readings.yml", "claims: [feature-01-2]", "claims: [feature-01-9]", "data/readings.yml:12: [0].parts[0].claims[0]: unknown claim feature-01-9; nearest valid value: feature-01-2 [reference]"),
    ("sources.yml", 'short: {zh: "第一篇", en: "First article"}, ', "", "data/press/huxiu.yml:1: source: the article's entry in data/sources.yml lacks short [reference]"),
    ("sources.yml", "id: huxiu", "id: huxiuu", "data/press/huxiu.yml:1: source: unknown source huxiu; nearest valid value: huxiuu [reference]"),
    ("events/2024-01-01-vote.yml", "id: 2024-01-01-vote", "id: 2024-01-01-veto", "data/events/2024-01-01-vote.yml:1: id: event 2024-01-01-veto stands in the file of 2024-01-01-vote; id and file name are the same [count]"),
    ("sources.yml", "sentences: 3", "sentences: 4", "data/press/huxiu.yml:3: paragraphs: adds up to 3 sentences; data/sources.yml says 4 [count]"),
    ("events/2024-02-20-program.yml", 'target: "1.1.1"', 'target: "1.1.7"', "data/events/2024-02-20-program.yml:16: links[1].target: unknown action 1.1.7; nearest valid value: 1.1.2 [reference]"),
    ("events/2024-02-20-program.yml", "relation: advances", "relation: advanced", "data/events/2024-02-20-program.yml:16: links[1].relation: 'advanced' is not a known value; nearest valid value: advances [schema]"),
    ("events/2024-02-20-program.yml", "bodies: [DOC]", "bodies: [DOCS]", "data/events/2024-02-20-program.yml:7: bodies[0]: unknown agency DOCS; nearest valid value: DOC [reference]"),
    ("events/2024-02-20-program.yml", 'date: "2024-02-20"', 'date: "2024-02-21"', "data/events/2024-02-20-program.yml:2: date: 2024-02-21 is not the date with which the id begins; expected 2024-02-20 [date]"),
    ("events/2024-02-20-program.yml", 'added: "2024-02-21"', 'added: "2024-02-19"', "data/events/2024-02-20-program.yml:3: added: was added on 2024-02-19, before it happened on 2024-02-20 [date]"),
    ("events/2024-02-20-program.yml", 'added: "2024-02-21"', 'added: "2099-01-01"', "data/events/2024-02-20-program.yml:3: added: 2099-01-01 is after the edition's own date {as_of} (data/edition.yml) [date]"),
    ("events/2024-02-20-program.yml", "kind: official, accessed: \"2024-02-21\"}", "kind: official, accessed: \"2024-02-21\", repeats: true}", "data/events/2024-02-20-program.yml:11: sources: every source only repeats another; expected one that does not, or a note that says where the original is [source]"),
    ("events/2024-02-20-program.yml", '{target: "1.1.1", relation: advances}', "{target: eo10001.1a, relation: advances}", "data/events/2024-02-20-program.yml:16: links[1].target: eo10001.1a is linked twice; one relation must go [relation]"),
    ("events/2024-02-20-program.yml", '{target: "1.1.1", relation: advances}', '{target: "1.1.1", relation: bears_on}', "data/status/1.1.yml:3: [0].status: 1.1.1 is in_progress, but no event advances it; expected one with relation advances, or announced or no_public_record [status]"),
    ("events/2024-02-20-program.yml", "relation: delivers", "relation: bears_on", "data/status/eo10001.yml:3: [0].status: eo10001.1a is completed, but no event delivers it; expected one with relation delivers, or another status [status]"),
    ("events/2024-02-20-program.yml", "relation: delivers", "relation: advances", "data/status/eo10001.yml:3: [0].status: eo10001.1a is completed, but no event delivers it; expected one with relation delivers, or another status [status]"),
    ("events/2024-03-grid.yml", 'target: "2.1.1", relation: delivers', 'target: "1.1.2", relation: advances', "data/events/2024-03-grid.yml:15: assessments[0].target: judges 2.1.1, which the event does not link to; expected one of 1.1.2 [status]"),
    ("events/2024-03-grid.yml", 'target: "2.1.1", relation: delivers', 'target: "3.1.1", relation: advances', "data/events/2024-03-grid.yml:13: links[0].target: 3.1.1 and 1.1.2 have the same text; expected a link to 1.1.2 with relation advances [relation]"),
    ("events/2024-03-grid.yml", 'target: "2.1.1", relation: delivers', 'target: "3.1.1", relation: advances', "data/status/3.1.yml:3: [0].status: 3.1.1 is no_public_record, but 2024-03-grid is a step; expected in_progress or completed [status]"),
    ("events/2024-03-grid.yml", "status: completed", "status: in_progress", "data/events/2024-03-grid.yml:17: assessments[0].status: 2.1.1 is in_progress, but 2024-03-grid delivers it; expected completed, or relation advances [status]"),
    ("events/2024-03-grid.yml", 'checked: "2024-04-01"', 'checked: "2024-02-01"', "data/status/2.1.yml:2: [0].checked: 2024-03-grid was added after the last look at 2.1.1 on 2024-03-01; look again and add a judgement [status]"),
    ("status/1.1.yml", "status: in_progress", "status: completed", "data/status/1.1.yml:3: [0].status: 1.1.1 is a duty without an end, which never becomes completed; expected in_progress [status]"),
    ("status/1.1.yml", "status: in_progress", "status: announced", "data/status/1.1.yml:3: [0].status: 1.1.1 is announced, but 2024-02-20-program is a step; expected in_progress or completed [status]"),
    ("status/1.1.yml", '  searched: {zh: "检索“评测”。", en: "“Evaluation” was searched for."}\n', "", "data/status/1.1.yml:6: [1]: 1.1.2 is no_public_record; expected searched, saying what was looked for and where [status]"),
    ("status/1.1.yml", 'target: "1.1.2"', 'target: "1.1.1"', "data/plan/1.1.yml:25: actions[1].id: nobody has looked at what became of 1.1.2; expected a judgement in data/status/1.1.yml [status]"),
    ("status/1.1.yml", 'checked: "2026-11-20"', 'checked: "2024-02-01"', "data/status/1.1.yml:2: [0].checked: 2024-02-20-program happened after the last look at 1.1.1 on 2024-02-01; look again and add a judgement [status]"),
    ("status/1.1.yml", 'checked: "2026-11-20"', 'checked: "2099-01-01"', "data/status/1.1.yml:2: [0].checked: 2099-01-01 is after the edition's own date {as_of} (data/edition.yml) [date]"),
    ("status/2.1.yml", 'checked: "2024-03-01"', 'checked: "2024-04-01"', "data/events/2024-03-grid.yml:16: assessments[0].checked: 2.1.1 is judged twice on 2024-04-01; one must go [status]"),
    ("status/3.1.yml", 'target: "3.1.1"', 'target: "1.1.2"', "data/status/3.1.yml:1: [0].target: 1.1.2 belongs into data/status/1.1.yml [status]"),
    ("status/eo10001.yml", "target: eo10001.1b", "target: eo10001.9z", "data/status/eo10001.yml:6: [1].target: unknown provision eo10001.9z; nearest valid value: eo10001.1b [reference]"),
    ("events/2024-03-grid.yml", 'checked: "2024-04-01"', 'checked: "2024-04-31"', "data/events/2024-03-grid.yml:16: assessments[0].checked: 2024-04-31 is not a day of the calendar [date]"),
    ("orders/10001.yml", "started_by: 2024-02-20-program", "started_by: 2024-03-grid", "data/orders/10001.yml:35: provisions[1].deadline.started_by: the day of 2024-03-grid is not known; expected an event with a full date [deadline]"),
    ("orders/10001.yml", "{days: 30, from: signing}", "{days: 30, from: signing, started_by: 2024-02-20-program}", "data/orders/10001.yml:23: provisions[0].deadline.started_by: from: signing has no other event that starts the period [deadline]"),
    ("second_looks.yml", ', settled: {zh: "没有找到打算。", en: "No intention was found."}', "", "data/second_looks.yml:3: [2]: 2.1.1 was read as announced and no_public_record and stands as no_public_record; expected settled, saying what in the text decided [verdict]"),
    ("second_looks.yml", '- {id: "3.1.1", first: no_public_record, second: no_public_record}\n', "", "data/second_looks.yml:1: the two judgements of 3.1.1 are missing [count]"),
    ("orders/10001.yml", "2024-02-20-program", "2024-02-20-programme", "data/orders/10001.yml:35: provisions[1].deadline.started_by: unknown event 2024-02-20-programme; nearest valid value: 2024-02-20-program [reference]"),
    ("charts.yml", "figure: attention.plan.1,", "figure: attention.plans.1,", "data/charts.yml:27: [0].holds[0].figure: unknown measure attention.plans.1; nearest valid value: attention.plan.1 [reference]"),
    ("charts.yml", "figure('actions.total')", "figure('action.total')", "data/charts.yml:9: [0].scope.zh: unknown measure action.total; nearest valid value: actions.total [reference]"),
    ("charts.yml", "kind: section, label", "kind: sections, label", "data/charts.yml:21: [0].columns[0].kind: 'sections' is not a known value; nearest valid value: section [schema]"),
    ("charts.yml", "  see: [plan, plan/actions, methods/counts]\n", "", "data/charts.yml:5: [0].see: the field is missing; expected See [schema]"),
    ("charts.yml", "- id: lead-basis", "- id: agencies", "data/charts.yml:64: [2].id: agencies is already the id of a record in data/charts.yml; ids are unique [duplicate]"),
    ("charts.yml", "  see: [timeline, events]", "  marks:\n    - {event: 2024-01-01-veto, text: {zh: \"投票\", en: \"Vote\"}}\n  see: [timeline, events]", "data/charts.yml:164: [4].marks[0].event: unknown event 2024-01-01-veto; nearest valid value: 2024-01-01-vote [reference]"),
    ("pages/about.yml", "title:", "chart: deadline\ntitle:", "data/pages/about.yml:2: chart: unknown chart deadline; nearest valid value: deadlines [reference]"),
    ("plan/3.1.yml", "page_end: 7\nactions", "page_end: 70\nactions", "data/plan/3.1.yml:6: page_end: page 70 is outside; expected 1 to 7 [page]"),
])
def test_one_fault_one_message(world, file, old, new, expected):
    edit(world / file, old, new)
    as_of = load(world).documents["edition"].value["as_of"]
    assert expected.replace("{as_of}", as_of) in findings(world)


FAMILY = """- id: actions.pillar.{pillar}
  subject: plan
  by: [pillar]
  label: {zh: "{pillar}的行动", en: "Actions of {pillar}"}
  definition: {zh: "{pillar}各章节的行动数之和。", en: "Actions in the sections of {pillar}."}
"""


@pytest.mark.parametrize("old, new, expected", [
    ("by: [pillar]", "by: [piller]", ["1: [0].id: {pillar} is no dimension of actions.pillar.{pillar}; nearest valid value: piller", "3: [0].by[0]: unknown dimension piller; nearest valid value: pillar"]),
    ("by: [pillar]", "by: [pillar, status]", ["3: [0].by[1]: the id actions.pillar.{pillar} does not use status; expected {status} in it, or no status here"]),
    ("  by: [pillar]\n", "", ["1: [0].id: {pillar} is no dimension of actions.pillar.{pillar}; expected by: [pillar], or a text without braces"]),
    ("Actions of {pillar}", "Actions of {piller}", ["4: [0].label.en: {piller} is no dimension of actions.pillar.{pillar}; nearest valid value: pillar"]),
    ("{pillar}各章节", "{section}各章节", ["5: [0].definition.zh: {section} is no dimension of actions.pillar.{pillar}; valid values: pillar"]),
    ("subject: plan", "subject: plans", ["2: [0].subject: 'plans' is not a known value; nearest valid value: plan"]),
    ("[pillar]", "[]", ["3: [0].by: expected at least 1"]),
    ("actions.pillar.{pillar}", "Actions {pillar}", ["1: [0].id: 'Actions {pillar}' has the wrong form; expected words joined by dots; a dimension stands in braces"]),
])
def test_a_family_wrongly_spelled(world, old, new, expected):
    """Each fault of data/measures.yml is told on its line; the rest of the findings are about measures that are missing here."""
    assert old in FAMILY
    (world / "measures.yml").write_text(FAMILY.replace(old, new, 1), encoding="utf-8")
    told = [finding for finding in findings(world) if finding.startswith("data/measures.yml")]
    assert [finding.removeprefix("data/measures.yml:").rsplit(" [", 1)[0] for finding in told] [:len(expected)] == expected


def test_one_measure_given_twice(world):
    """A single measure may not have the id of a member of a family."""
    single = '- {id: actions.pillar.2, subject: plan, label: {zh: "行动", en: "Actions"}, definition: {zh: "行动数。", en: "Actions."}}\n'
    (world / "measures.yml").write_text(FAMILY + single, encoding="utf-8")
    assert "data/measures.yml:6: [1].id: actions.pillar.2 is already the id of a record in data/measures.yml; ids are unique [duplicate]" in findings(world)


def test_a_member_may_be_named_and_must_exist(world):
    home = world / "pages" / "home.yml"
    home.write_text(home.read_text(encoding="utf-8").replace("actions.total", "provisions.order.eo10001.kind.duty"), encoding="utf-8")
    assert findings(world) == []
    home.write_text(home.read_text(encoding="utf-8").replace("eo10001.kind.duty", "eo10002.kind.duty"), encoding="utf-8")
    assert any("unknown measure provisions.order.eo10002.kind.duty; nearest valid value: provisions.order.eo10001.kind.duty" in finding for finding in findings(world))


def test_sources_at_hand_are_compared(world, tmp_path):
    texts = tmp_path / "sources"
    texts.mkdir()
    run = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    (texts / "plan.txt").write_text(run, encoding="utf-8")
    (texts / "order.txt").write_text("first line\nsecond line", encoding="utf-8")
    (texts / "plan.actions.tsv").write_text("id\tprinted_page\tprinted_page_end\ttext\n1.1.1\t4\t3\tsome text\n", encoding="utf-8")
    section = world / "plan" / "2.1.yml"
    section.write_text(section.read_text(encoding="utf-8").replace("A grid is to be built through CAISI.", f"Here {run} stands."), encoding="utf-8")
    (texts / "huxiu.sentences.tsv").write_text("locator\ttext\nhuxiu:p1.s1\tone\nhuxiu:p2.s1\ttwo\nhuxiu:p2.s2\tthree\nhuxiu:p2.s3\tfour\n", encoding="utf-8")
    told = "\n".join(findings(world, texts))
    assert "data/press/huxiu.yml:3: paragraphs: does not fit huxiu.sentences.tsv; expected [1, 3]" in told
    assert "claims[2].locators[0].hash: does not fit the text of huxiu:p2.s2; expected 8b5b9db0c13d" in told
    assert "data/searches.yml:1: [0].pages: China stands on other pages of plan.txt; expected []" in told
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


@pytest.mark.parametrize("words, pages", [("China", [4]), ("chin*", [4, 5]), ("open source", [4]), ("chi", []), ("source*", [4, 5])])
def test_words_are_found_whole_in_any_case(words, pages):
    from scripts.check.articles import found, printed
    text = "front" + "\f" * 4 + "CHINA and open-\nsource\fchin sources"
    assert found(words, printed(text, 1)) == pages


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
    for name in ("plan/1.1.yml", "orders/10001.yml", "plan/plan.yml", "press/huxiu.yml", "press/feature.yml", "readings.yml", "rulings.yml", "events/2024-02-20-program.yml", "events/2024-03-grid.yml", "status/1.1.yml", "status/eo10001.yml"):
        file = world / name
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        for i in range(len(lines)):
            file.write_text("".join(lines[:i] + lines[i + 1:]), encoding="utf-8")
            findings(world)
        file.write_text("".join(lines), encoding="utf-8")
