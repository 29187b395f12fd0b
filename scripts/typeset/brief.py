"""The one-sheet briefs: what the pages of the same name say."""
from scripts.registers import Essay
from scripts.typeset.blocks import drawn, par
from scripts.typeset.front import figures
from scripts.typeset.manuscript import Manuscript
from scripts.typeset.prose import Prose


def briefing(m: Manuscript, prose: Prose) -> dict:
    """The briefing of the home page: the plan in short, the figures, the findings."""
    essay = m.report.essays["home"]
    return {**_said(m, prose, essay, ""), "figures": figures(m), "summary": {"title": m.t("home.summary"), "t": prose.runs(m.report.plan.summary[m.language])},
            "key": [{"code": code.id, "label": code.label[m.language], "n": m.figures[f"status.{code.id}"]} for code in m.report.vocabularies["statuses"]],
            "units": [{"pillar": p.id, "name": m.t(f"pillar.{p.id}") + " " + p.short[m.language], "codes": [m.report.tracker.status(a.id) for a in m.report.pillar_actions(p)]} for p in m.report.plan.pillars]}


def brief(m: Manuscript, prose: Prose, essay: Essay) -> dict:
    """A brief with its chart."""
    return {**_said(m, prose, essay, f"{essay.id}/"), "chart": drawn(m, essay.chart), "chart_address": m.short("chart", essay.chart)}


def _said(m: Manuscript, prose: Prose, essay: Essay, path: str) -> dict:
    return {
        "record": essay.id, "sheets": 1, "standfirst": prose.runs(essay.standfirst[m.language]),
        "findings": prose.findings(essay),
        "cite": par([m.t("cite.title"), m.t("colon"), m.cite(essay.title[m.language], m.address(path))], "small"),
    }
