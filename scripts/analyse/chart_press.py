"""The tables behind the charts of the press check."""
import pandas as pd

from scripts.analyse.counting import per_cent
from scripts.permalinks import kind
from scripts.report import Report

FAULTY = ("not_in_plan", "contradicted", "overstated")          # what a reader should not repeat


def attention_pillars(report: Report) -> pd.DataFrame:
    """pillar, plan, and for each article two shares in per cent: of its claims and of its sentences that are about any pillar."""
    about = pd.DataFrame([
        {"article": c.source, "claim": c.id, "sentence": place.at, "pillar": pillar}
        for c in report.claims for pillar in report.pillars_of(c) for place in c.locators
    ])
    rows = []
    for pillar in report.plan.pillars:
        row = {"pillar": pillar.id, "plan": per_cent(len(report.pillar_actions(pillar)), len(report.actions))}
        for article in report.articles:
            mine = about[about["article"] == article.source]
            for unit in ("claim", "sentence"):
                row[f"{article.source}_{unit}s"] = per_cent(mine.loc[mine["pillar"] == pillar.id, unit].nunique(), mine[unit].nunique())
        rows.append(row)
    return pd.DataFrame(rows)


def attention_themes(report: Report) -> pd.DataFrame:
    """theme, actions, plan, and for each article: of its claims that name an action, how many name one with the theme, and their share in per cent."""
    claims = pd.DataFrame(named_themes(report), columns=["article", "claim", "theme"])
    rows = []
    for theme in report.vocabularies["themes"]:
        actions = len(report.theme(theme.id))
        row = {"theme": theme.id, "actions": actions, "plan": per_cent(actions, len(report.actions))}
        for article in report.articles:
            mine = claims[claims["article"] == article.source]
            count = mine.loc[mine["theme"] == theme.id, "claim"].nunique()
            row |= {f"{article.source}_count": count, article.source: per_cent(count, mine["claim"].nunique())}
        rows.append(row)
    return pd.DataFrame(rows).sort_values("actions", ascending=False, kind="stable")


def verdicts(report: Report) -> pd.DataFrame:
    """topic, article, verdict, claims: no zeros; topics in their order, verdicts from what holds to what is not rated."""
    claims = pd.DataFrame([{"topic": c.topic, "article": c.source, "verdict": c.verdict} for c in report.claims])
    counts = claims.value_counts(["topic", "article", "verdict"])
    return pd.DataFrame([
        {"topic": topic.id, "article": article.source, "verdict": verdict.id, "claims": counts[topic.id, article.source, verdict.id]}
        for topic in report.vocabularies["topics"] for article in report.articles for verdict in report.vocabularies["verdicts"]
        if (topic.id, article.source, verdict.id) in counts.index
    ])


def not_in_the_plan(report: Report) -> pd.DataFrame:
    """verdict, claim, article, speaker: the claims that are not in the plan, say its opposite, or go further than it."""
    return pd.DataFrame([
        {"verdict": verdict, "claim": claim.id, "article": claim.source, "speaker": claim.speaker}
        for verdict in FAULTY for claim in report.claims if claim.verdict == verdict
    ])


def comparison(report: Report) -> pd.DataFrame:
    """dimension, country, claim, speaker, verdict: the comparison of the two countries as the second article has it."""
    return pd.DataFrame([
        {"dimension": dimension.id, "country": country.id, "claim": claim.id, "speaker": claim.speaker, "verdict": claim.verdict}
        for dimension in report.vocabularies["dimensions"] for country in report.vocabularies["countries"] for claim in report.claims
        if claim.compares and (claim.compares.dimension, claim.compares.country) == (dimension.id, country.id)
    ])


def named_themes(report: Report) -> list[tuple[str, str, str]]:
    """(article, claim, theme) for each theme of the actions that a claim names, itself or through a provision."""
    found = []
    for claim in report.claims:
        actions = {action for item in claim.about for action in (report.index[item].actions if kind(item) == "provision" else [item] if kind(item) == "action" else [])}
        found += [(claim.source, claim.id, theme) for theme in sorted({theme for action in actions for theme in report.index[action].themes})]
    return found
