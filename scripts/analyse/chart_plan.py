"""The tables behind the charts of the plan and the orders."""
from itertools import combinations

import pandas as pd

from scripts.analyse.counting import per_cent
from scripts.report import Report

JOINING = ("leads", "hosts", "partners")             # roles that ask a body to do something, the strongest first
ADVERSARIES = ("adversar*", "countries of concern", "malign", "rival*")


def actions_by_section(report: Report) -> pd.DataFrame:
    """section, actions: one row a section, in the order of the plan."""
    return pd.DataFrame([{"section": section.id, "actions": len(section.actions)} for section in report.sections])


def lead_basis(report: Report) -> pd.DataFrame:
    """pillar (`all` for the plan), none, implied, explicit, actions, and two shares in per cent: nobody named, no lead named."""
    actions = pd.DataFrame([{"pillar": a.pillar, "basis": a.lead_basis} for a in report.actions])
    counts = pd.crosstab(actions["pillar"], actions["basis"], margins=True, margins_name="all").reindex(["all", *(p.id for p in report.plan.pillars)])
    counts = counts.reindex(columns=["none", "implied", "explicit", "all"], fill_value=0).rename(columns={"all": "actions"})
    counts["nobody_share"] = [per_cent(row.none, row.actions) for row in counts.itertuples()]
    counts["no_lead_share"] = [per_cent(row.none + row.implied, row.actions) for row in counts.itertuples()]
    return counts.reset_index()


def agencies(report: Report) -> pd.DataFrame:
    """agency, within, leads, hosts, partners, actions, own: bodies without a parent (within: None) with their components, each action once by its strongest role.

    A top body's row counts its components too, and `own` says in how many
    actions it is named itself; its components follow, most actions first.
    """
    roles, rows = named(report), []
    for top, group in _by_size(roles, "top"):
        strongest = group.groupby("action")["rank"].min()
        rows.append({"agency": top, "within": None, **_roles(strongest), "own": group.loc[group["agency"] == top, "action"].nunique()})
        for agency, part in _by_size(group[group["agency"] != top], "agency"):
            own = part.groupby("action")["rank"].min()
            rows.append({"agency": agency, "within": top, **_roles(own), "own": len(own)})
    return pd.DataFrame(rows)


def agency_section(report: Report) -> pd.DataFrame:
    """section, agency, actions: how many actions of a section a top body, with its components, leads, hosts or joins; no zeros."""
    roles = named(report)
    counts = roles.groupby(["section", "top"])["action"].nunique()
    order = {top: n for n, (top, _) in enumerate(_by_size(roles, "top"))}
    pairs = [(section.id, top) for section in report.sections for top in sorted(order, key=order.get)]
    return pd.DataFrame([{"section": section, "agency": top, "actions": counts[section, top]} for section, top in pairs if (section, top) in counts.index])


def agencies_together(report: Report) -> pd.DataFrame:
    """agency, with, actions: the actions that name two top bodies, or components of theirs, together; most first."""
    roles = named(report)
    order = {top: n for n, (top, _) in enumerate(_by_size(roles, "top"))}
    pairs = [pair for _, group in roles.groupby("action") for pair in combinations(sorted(group["top"].unique(), key=order.get), 2)]
    counts = pd.Series(pairs, dtype=object).value_counts()
    ranked = sorted(counts.items(), key=lambda item: (-item[1], order[item[0][0]], order[item[0][1]]))
    return pd.DataFrame([{"agency": first, "with": second, "actions": count} for (first, second), count in ranked], columns=["agency", "with", "actions"])


def instruments(report: Report) -> pd.DataFrame:
    """instrument, pillar_1, pillar_2, pillar_3, actions: by the first instrument of each action, most first."""
    actions = pd.DataFrame([{"instrument": a.instruments[0], "pillar": f"pillar_{a.pillar}"} for a in report.actions])
    counts = pd.crosstab(actions["instrument"], actions["pillar"]).reindex([code.id for code in report.vocabularies["instruments"]], fill_value=0)
    counts["actions"] = counts.sum(axis=1)
    return counts.sort_values("actions", ascending=False, kind="stable").rename_axis(columns=None).reset_index()


def time_words(report: Report) -> pd.DataFrame:
    """document, timing, count: actions by what they say about time, the provisions of each order by whether they set a period."""
    actions = pd.Series([a.timing.kind if a.timing else "silent" for a in report.actions]).value_counts()
    kinds = [*(code.id for code in report.vocabularies["timing"]), "silent"]
    rows = [{"document": report.plan.source, "timing": kind, "count": int(actions.get(kind, 0))} for kind in kinds]
    for order in report.orders:
        dated = sum(p.deadline is not None for p in order.provisions)
        rows += [{"document": order.id, "timing": "deadline", "count": dated}, {"document": order.id, "timing": "silent", "count": len(order.provisions) - dated}]
    return pd.DataFrame(rows)


def china_pages(report: Report) -> pd.DataFrame:
    """page, china, adversaries, names_china, adversary, competition: words on each printed page, and actions that begin there by their coding."""
    words = {"china": ("China", "Chinese"), "adversaries": ADVERSARIES}
    pages = {column: pd.Series([page for word in group for page in report.search(word).pages], dtype=int).value_counts() for column, group in words.items()}
    coded = pd.DataFrame([{"page": a.page, "code": a.china_relevance} for a in report.actions])
    rows = []
    for page in range(1, report.source(report.plan.source).printed_pages + 1):
        codes = coded.loc[coded["page"] == page, "code"].value_counts()
        said = {column: int(counts.get(page, 0)) for column, counts in pages.items()}
        rows.append({"page": page, **said, **{code: int(codes.get(code, 0)) for code in ("names_china", "adversary", "competition")}})
    return pd.DataFrame(rows)


def named(report: Report) -> pd.DataFrame:
    """One row for each body that leads, hosts or joins an action: action, section, agency, top, rank of its role."""
    return pd.DataFrame([
        {"action": action.id, "section": action.section, "agency": agency, "top": report.top(agency), "rank": rank}
        for action in report.actions for rank, role in enumerate(JOINING) for agency in getattr(action, role)
    ])


def _by_size(roles: pd.DataFrame, column: str) -> list[tuple[str, pd.DataFrame]]:
    """The groups of a column, those with most actions first, then by name."""
    return sorted(roles.groupby(column), key=lambda item: (-item[1]["action"].nunique(), item[0]))


def _roles(ranks: pd.Series) -> dict[str, int]:
    return {**{role: int((ranks == rank).sum()) for rank, role in enumerate(JOINING)}, "actions": len(ranks)}
