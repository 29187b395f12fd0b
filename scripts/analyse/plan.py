"""What the plan holds and how its actions are coded, and what the registers hold."""
from scripts.analyse import tables
from scripts.analyse.counting import counted, share, shares
from scripts.report import Report

RIVALS = ("names_china", "adversary", "competition")
BY_ACTION = (
    "actions.pillar.{pillar}", "actions.section.{section}", "actions.lead_basis.{lead_basis}",
    "actions.instruments.{instrument}", "actions.instruments.{instrument}.pillar.{pillar}", "actions.china_relevance.{china_relevance}", "actions.timing.{timing}",
    "actions.pillar.{pillar}.lead_basis.{lead_basis}", "actions.section.{section}.lead_basis.{lead_basis}",
)
BY_THEME = ("actions.theme.{theme}", "actions.theme.{theme}.pillar.{pillar}", "actions.theme.{theme}.lead_basis.{lead_basis}")


def measures(report: Report) -> dict[str, int | str]:
    """Counts of sections, actions, codes, themes and words. Raises ValueError for a measure without records to count."""
    return _structure(report) | _actions(report) | _words(report) | _registers(report)


def _structure(report: Report) -> dict[str, int]:
    """Pillars, sections and pages."""
    actions, sections, source = tables.actions(report), tables.sections(report), report.source(report.plan.source)
    return {
        **counted(report, "pillars.total", tables.listed(pillar.id for pillar in report.plan.pillars)),
        **counted(report, "actions.total", actions),
        **counted(report, "actions.distinct", actions, of="text_hash"),
        **counted(report, "sections.total", sections),
        **counted(report, "sections.pillar.{pillar}", sections),
        "sections.largest": actions["section"].value_counts().max(),
        "plan.pages": source.printed_pages,
        "plan.sheets": source.sheets,
    }


def _actions(report: Report) -> dict[str, int | str]:
    """Actions by pillar, section, theme and code."""
    actions, themes = tables.actions(report), tables.themes(report)
    figures = {
        **counted(report, "actions.no_lead_named", actions, actions["lead_basis"] != "explicit"),
        **counted(report, "plan.rivals", actions, actions["china_relevance"].isin(RIVALS)),
        **shares(report, "actions.lead_basis.{lead_basis}.share", actions),
        **shares(report, "attention.plan.{pillar}", actions),
        **counted(report, "themes.total", tables.listed(theme.id for theme in report.vocabularies["themes"])),
    }
    for family in BY_ACTION:
        figures |= counted(report, family, actions)
    for family in BY_THEME:
        figures |= counted(report, family, themes)
    for measure in ("actions.no_lead_named", "plan.rivals"):
        figures[f"{measure}.share"] = share(figures[measure], len(actions))
    return figures


def _words(report: Report) -> dict[str, int]:
    """How often words that were looked for stand in the plan; words that were found nowhere count as 0."""
    places = tables.places(report)
    found = places["page"].notna()
    return {
        **counted(report, "plan.words.{search}", places, found),
        **counted(report, "plan.names_china", places, found & places["words"].isin(("China", "Chinese"))),
    }


def _registers(report: Report) -> dict[str, int]:
    """Terms, cited documents, sources."""
    return {
        **counted(report, "terms.total", tables.listed(term.id for term in report.terms)),
        **counted(report, "citations.total", tables.listed(citation.id for citation in report.citations)),
        **counted(report, "sources.total", tables.listed(source.id for source in report.sources)),
    }
