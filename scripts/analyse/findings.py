"""Measures on which the findings of the charts rest, taken from the tables behind the charts."""
import pandas as pd

from scripts.analyse import chart_plan, chart_press, chart_tracker, tables
from scripts.analyse.counting import counted, nth, share, shares
from scripts.report import Report

RATED_NOT = ("context", "opinion")


def measures(report: Report) -> dict[str, int | str]:
    """Figures about bodies acting together, words about rivals and time, months with a step, attention to themes, and the comparison."""
    return _bodies(report) | _words(report) | _since(report) | _press(report) | _attention(report)


def _bodies(report: Report) -> dict[str, int]:
    """How far bodies spread over the sections, and how often they are named together."""
    named = chart_plan.named(report)
    spread = chart_plan.agency_section(report).groupby("agency")["section"].nunique().sort_values(ascending=False)
    shared = named.groupby("action")["top"].nunique() > 1
    several = named[named["action"].isin(shared.index[shared])]
    joined = several.groupby("top")["action"].nunique()
    return {
        "agencies.top.sections": nth(spread, 0), "agencies.second.sections": nth(spread, 1),
        "sections.nobody": len(report.sections) - named["section"].nunique(),
        "agencies.together": shared.sum(), "agencies.together.top": joined.get(spread.index[0], 0),
        "agencies.together.most": nth(chart_plan.agencies_together(report)["actions"], 0),
    }


def _words(report: Report) -> dict[str, int]:
    """Where the plan speaks of adversaries, and how many actions say anything about time."""
    pages = chart_plan.china_pages(report)
    later = pages["page"] >= report.plan.pillars[1].page
    timing = [action.timing.kind for action in report.actions if action.timing]
    return {
        "plan.adversaries": pages["adversaries"].sum(), "plan.adversaries.late": pages.loc[later, "adversaries"].sum(),
        "actions.timed": sum(kind != "deadline" for kind in timing),
    }


def _since(report: Report) -> dict[str, int]:
    """The months since the plan with the steps recorded for them, deadlines that cannot be dated, and confidence by status."""
    months = chart_tracker.events_by_month(report)
    peak = months.set_index("month")["steps"].idxmax()
    return {
        "events.steps": sum(any(tie.relation in chart_tracker.STEPS for tie in event.links) for event in report.tracker.events),
        "events.months": len(months), "events.months.silent": (months["steps"] == 0).sum(), "events.peak.year": int(peak[:4]), "events.peak.month": int(peak[5:]),
        "charts.total": len(report.charts), "deadlines.no_due": sum(report.due(provision) is None for provision in report.dated),
        **counted(report, "status.{status}.confidence.{confidence}", tables.actions(report)),
    }


def _press(report: Report) -> dict[str, int | str]:
    """Claims that should not be repeated, the share that holds, and the verdicts on the comparison of the two countries."""
    rated = [claim.verdict for claim in report.claims if claim.verdict not in RATED_NOT]
    compared = chart_press.comparison(report)
    return {
        "claims.faulty": len(chart_press.not_in_the_plan(report)), "claims.supported.share": share(rated.count("supported"), len(rated)),
        **counted(report, "comparison.{country}", compared), **counted(report, "comparison.{country}.{verdict}", compared),
    }


def _attention(report: Report) -> dict[str, str]:
    """The share of each theme in the plan's actions, and in each article's claims that name an action."""
    actions = tables.themes(report)
    claims = pd.DataFrame(chart_press.named_themes(report), columns=["source", "claim", "theme"])
    figures = shares(report, "attention.plan.theme.{theme}", actions, of="action")
    for article in report.articles:
        mine = claims[claims["source"] == article.source]
        every = mine["claim"].nunique()
        counts = mine.groupby("theme")["claim"].nunique()
        figures |= {f"attention.{article.source}.theme.{theme.id}": share(counts.get(theme.id, 0), every) for theme in report.vocabularies["themes"]}
    return figures
