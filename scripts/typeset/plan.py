"""The plan as a part of the report: pillars, sections, and every action with what became of it."""
from collections.abc import Iterator

from scripts.model import ROLES, Action, Pillar, Section
from scripts.permalinks import place
from scripts.typeset.blocks import Block, entry, facts, head, pairs, par, refs, row
from scripts.typeset.manuscript import JOINER, Manuscript, Runs, tied
from scripts.typeset.prose import Prose
from scripts.typeset.standing import events, standing


def plan(m: Manuscript, prose: Prose) -> Iterator[Block]:
    """The part about the plan, pillar by pillar."""
    yield head(1, "page-plan", [m.t("nav.plan")], record="plan")
    yield par([m.report.source("plan").title[m.language]] + [{"k": "br"}, m.other(m.report.source("plan").title)], "lead")
    yield from prose.blocks(m.report.plan.summary[m.language])
    yield par([m.t("plan.principles")], "step")
    yield pairs([([p.title[m.language]], [p.summary[m.language], m.foot(m.plan_page(p.page, p.page))]) for p in m.report.plan.principles])
    for pillar in m.report.plan.pillars:
        yield from _pillar(m, prose, pillar)


def _pillar(m: Manuscript, prose: Prose, pillar: Pillar) -> Iterator[Block]:
    figures, total = m.figures, f"actions.pillar.{pillar.id}"
    yield head(2, place("pillar", pillar.id), [pillar.title[m.language]], m.t(f"pillar.{pillar.id}"), m.other(pillar.title), pillar.id)
    yield facts([
        (m.t("fact.sections"), [str(figures[f"sections.pillar.{pillar.id}"])]), (m.t("fact.actions"), [str(figures[total])]),
        (m.t("col.status"), _tally(m, f"status.{{}}.pillar.{pillar.id}")), (m.t("fact.leads"), [m.t("n.of", n=figures[f"{total}.lead_basis.explicit"], of=figures[total])]),
    ], wide=2)
    yield par([pillar.argument[m.language], m.foot(m.plan_page(pillar.page, pillar.page_end))])
    essay = m.report.essays[f"brief-pillar-{pillar.id}"]
    yield from prose.essay(essay)
    for section in m.report.pillar_sections(pillar):
        yield from _section(m, section)


def _section(m: Manuscript, section: Section) -> Iterator[Block]:
    yield head(3, place("section", section.id), [section.title[m.language]], section.id, m.other(section.title), section.id)
    yield par([section.argument[m.language], m.foot(m.plan_page(section.page, section.page_end))])
    if told := m.told(section.id):
        yield refs(m.t("press.about"), told)
    for action in section.actions:
        yield _action(m, action)


def _action(m: Manuscript, action: Action) -> Block:
    report, language = m.report, m.language
    timing = [m.label("timing", action.timing.kind), {"k": "soft", "t": [m.aside(action.timing.words[language])]}] if action.timing else [m.t("timing.none")]
    who = [par(m.named(m.t(f"role.{role}"), m.agencies(getattr(action, role), long=True))) for role in ROLES if getattr(action, role)]
    if action.unnamed:
        who.append(par(m.named(m.t("role.unnamed"), [action.unnamed[language]])))
    if not who:
        who.append(par([m.t("acting.none")]))
    documents = [m.cited(citation) for citation in action.cites]
    return entry(
        4, place("action", action.id), action.id, action.id, [action.title[language]], m.short("action", action.id), m.other(action.title),
        [facts([(m.t("fact.basis"), [m.label("lead_basis", action.lead_basis)]), (m.t("fact.instrument"), [m.labels("instruments", action.instruments)]),
                (m.t("fact.timing"), timing), (m.t("fact.aim"), [m.label("china_relevance", action.china_relevance)])]), par([action.summary[language], m.foot(m.plan_page(action.page, action.page_end))])],
        [row(m.t("print.repeats"), par([m.action(action.repeats)] if action.repeats else [])), row(m.t("action.who"), *who), *standing(m, action.id), events(m, action.id),
         row(m.t("nav.orders"), *(par(m.target(p.id), "item") for p in report.provisions_of(action))),
         row(m.t("col.cites"), par(m.joined(documents, "list.semi"))), row(m.t("nav.claims"), *(par(line, "item") for line in m.told(action.id))),
         row(m.t("rail.related"), *(par([m.action(other.id)], "item") for other in report.related(action))),
         row(m.t("rail.themes"), par(m.joined([m.ref("theme", theme, [m.label("themes", theme)], quiet=True)] for theme in action.themes)))],
        badge=m.status(action.id),
    )


def _tally(m: Manuscript, measure: str) -> Runs:
    """How many have each status, in the order of the vocabulary."""
    counts = [(code.label[m.language], m.figures[measure.format(code.id)]) for code in m.report.vocabularies["statuses"]]
    return [m.t("list.comma").join(tied(f"{label} {n}") if m.language == "en" else f"{label}{JOINER}{n}" for label, n in counts if n)]
