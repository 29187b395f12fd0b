"""The plan as StratML Part 2, and the grammar it is held against."""
import pytest
from lxml import etree

from scripts.export import proof
from scripts.export.stratml import grammar


def test_the_plan_fits_its_grammar_with_every_section_and_action(downloads, report):
    tree = etree.parse(str(downloads / "action-plan.stratml.xml"))
    assert grammar().validate(tree)
    assert [goal.findtext("{*}SequenceIndicator") for goal in tree.iter("{*}Goal")] == [section.id for section in report.sections]
    assert [objective.findtext("{*}SequenceIndicator") for objective in tree.iter("{*}Objective")] == [action.id for action in report.actions]
    objective = next(objective for objective in tree.iter("{*}Objective") if objective.findtext("{*}SequenceIndicator") == "1.1.3")
    assert objective.findtext("{*}Stakeholder/{*}Role/{*}Name") == "Lead | 牵头" and "OMB" in objective.findtext("{*}Stakeholder/{*}Name")
    assert objective.findtext(".//{*}DescriptorValue").startswith(report.code("statuses", report.tracker.status("1.1.3")).label.en)
    ids = [element.text for element in tree.iter("{*}Identifier")]
    assert len(ids) == len(set(ids)) == 2 + 30 + 2 * 103 and not tree.findall(".//{*}Submitter")
    assert "{{" not in (downloads / "action-plan.stratml.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("old, new", [
    ('Type="Strategic_Plan"', 'Type="Wish"'), ("<EndDate>2026", "<EndDate>the year 2026"), ("<RoleType>Performer", "<RoleType>Observer"), ("<SequenceIndicator>1.1.1<", "<SequenceIndicator>first<"),
    ("<MeasurementDimension>", "<MeasurementDimension/><MeasurementDimension>"), ("<Identifier>_", "<Identifier>"), ("</StrategicPlanCore>", "<Goal/></StrategicPlanCore>"), ("tech:xsd:Perf", "tech:xsd:Other"),
])
def test_the_grammar_refuses_what_stratml_refuses(downloads, old, new):
    text = (downloads / "action-plan.stratml.xml").read_text(encoding="utf-8")
    assert old in text
    assert not grammar().validate(etree.fromstring(text.replace(old, new, 1).encode()))


def test_a_fault_in_the_plan_is_told_at_its_record(downloads, data):
    text = (downloads / "action-plan.stratml.xml").read_text(encoding="utf-8")
    assert proof.document("plan.xml", text.encode(), grammar(), data) == []
    at = text.index("<SequenceIndicator>1.3.5<")
    (first, *_) = proof.document("plan.xml", (text[:at] + text[at:].replace("<RoleType>Performer", "<RoleType>Watcher", 1)).encode(), grammar(), data)
    assert first.path == "data/plan/1.3.yml" and "plan.xml 1.3.5: " in first.message and "RoleType" in first.message
    twice = text.replace(next(iter(etree.fromstring(text.encode()).iter("{*}Goal"))).findtext("{*}Identifier"), etree.fromstring(text.encode()).findtext(".//{*}Organization/{*}Identifier"))
    (finding,) = proof.document("plan.xml", twice.encode(), grammar(), data)
    assert "plan.xml 1.1: the identifier _" in finding.message and finding.message.endswith("stands twice")
