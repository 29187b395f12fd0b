"""The plan as StratML Part 2 (ISO 17469-2): sections as goals, actions as objectives, bodies as stakeholders, statuses as indicators."""
from pathlib import Path
from uuid import UUID, uuid5

from lxml import etree
from lxml.builder import ElementMaker

from scripts import permalinks
from scripts.languages import LANGUAGES, numbers
from scripts.model import Action, Section, Text
from scripts.page import computed, fill
from scripts.report import Report
from scripts.tracker import Assessment

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
# Every identifier is made in this namespace, so that it stays the same from edition to edition.
IDENTIFIERS = UUID("c6f0a1de-3f0b-4d0c-8f4e-5a9f7a3f1b26")
GRAMMAR = Path(__file__).with_name("stratml.rng")
PARTS = ("leads", "hosts", "partners")             # the roles in which a body performs; one that is only mentioned does not


def grammar() -> etree.RelaxNG:
    """The grammar of the document, which asks more than the standard: no empty name, no date that is none, an identifier for every item."""
    return etree.RelaxNG(etree.parse(GRAMMAR))


def stratml(report: Report, figures: dict[str, int | str]) -> bytes:
    """The document. Names and descriptions carry both languages, English first.

    It is a strategic plan by its type: the dates and the source are those of
    the plan. What became of each action is this report's judgement and stands
    in the indicator of its objective, dated.
    """
    source, edition = report.source(report.plan.source), report.edition
    told = fill(report, "stratml.about", name_zh=edition.name.zh, name_en=edition.name.en, version=edition.version, date=edition.as_of, address=edition.address, licence_zh=edition.licence.zh, licence_en=edition.licence.en)
    plan = E.PerformancePlanOrReport(
        E.Name(_name(source.title)), E.Description(_prose(computed(report.plan.summary, figures))), E.OtherInformation(_prose(told)),
        E.StrategicPlanCore(
            E.Organization(E.Name(_name(source.publisher)), _identifier("organization", source.id)),
            *(E.Value(E.Name(_name(principle.title)), E.Description(_prose(principle.summary))) for principle in report.plan.principles),
            *(_goal(report, section) for section in report.sections)),
        E.AdministrativeInformation(_identifier("plan", source.id), E.StartDate(source.date), E.PublicationDate(source.date), *([E.Source(source.link)] if source.link else [])),
        Type="Strategic_Plan")
    return etree.tostring(plan, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _goal(report: Report, section: Section) -> etree._Element:
    pillar = report.index[section.pillar]
    other = _other(report, section, [fill(report, "stratml.pillar", number=pillar.id, zh=pillar.title.zh, en=pillar.title.en)])
    return E.Goal(E.Name(_name(section.title)), E.Description(_prose(section.argument)), _identifier("section", section.id), E.SequenceIndicator(section.id), other,
                  *(_objective(report, action) for action in section.actions))


def _objective(report: Report, action: Action) -> etree._Element:
    more = [fill(report, "stratml.basis", zh=(basis := report.code("lead_basis", action.lead_basis).label).zh, en=basis.en)]
    if action.unnamed:
        more.append(fill(report, "stratml.unnamed", zh=action.unnamed.zh, en=action.unnamed.en))
    if action.repeats:
        more.append(fill(report, "stratml.repeats", id=action.repeats))
    return E.Objective(E.Name(_name(action.title)), E.Description(_prose(action.summary)), _identifier("action", action.id), E.SequenceIndicator(action.id),
                       *_stakeholders(report, action), _other(report, action, more), _indicator(report, action))


def _stakeholders(report: Report, action: Action) -> list[etree._Element]:
    """One for every body that leads, hosts or takes part, with all its roles."""
    roles: dict[str, list[str]] = {}
    for role in PARTS:
        for body in getattr(action, role):
            roles.setdefault(body, []).append(role)
    return [E.Stakeholder(E.Name(_name(report.index[body].full)), *(E.Role(E.Name(_name(report.strings[f"role.{role}"])), E.RoleType("Performer")) for role in played),
                          StakeholderTypeType="Organization") for body, played in roles.items()]


def _indicator(report: Report, action: Action) -> etree._Element:
    """The status of an action, one result a look, the newest last."""
    labels, strings = [code.label for code in report.vocabularies["statuses"]], report.strings
    dimension, unit = strings["stratml.dimension"], fill(report, "stratml.unit", **{language: strings["list.comma"][language].join(label[language] for label in labels) for language in LANGUAGES})
    return E.PerformanceIndicator(
        E.SequenceIndicator(f"{action.id}.1"), E.MeasurementDimension(_name(dimension)), E.UnitOfMeasurement(_name(unit)), _identifier("indicator", action.id),
        E.MeasurementInstance(*(_result(report, look) for look in report.tracker.history(action.id))),
        ValueChainStage="Output", PerformanceIndicatorType="Qualitative")


def _result(report: Report, look: Assessment) -> etree._Element:
    status, word = report.code("statuses", look.status), report.strings["col.status"]
    return E.ActualResult(E.EndDate(look.checked), E.Descriptor(E.DescriptorName(_name(word)), E.DescriptorValue(_name(status.label))), E.Description(_prose(look.reason)))


def _other(report: Report, item: Action | Section, more: list[Text]) -> etree._Element:
    """Where an item stands in the plan and on the site, with what else is known."""
    kind = permalinks.kind(item.id)
    address = Text(**{language: permalinks.absolute(report.edition.address, language, permalinks.path(kind, item.id)) for language in LANGUAGES})
    lines = [*more, fill(report, "stratml.pages", pages=numbers(item.page, item.page_end)), address]
    return E.OtherInformation("\n\n".join("\n".join(line[language] for line in lines) for language in ("en", "zh")))


def _identifier(*name: str) -> etree._Element:
    return E.Identifier(f"_{uuid5(IDENTIFIERS, '/'.join(name))}")


def _name(text: Text) -> str:
    return f"{text.en} | {text.zh}"


def _prose(text: Text) -> str:
    return f"{text.en}\n\n{text.zh}"
