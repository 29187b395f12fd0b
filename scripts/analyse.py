"""Measures: every number a page may show, computed from the records with pandas.

Names and definitions of the measures, in both languages, stand in
data/measures.yml; a measure without a definition, or the other way round, is
a fault that `analyse` raises.
"""
import pandas as pd

from scripts.report import DUTIES, ROLES, Report


def analyse(report: Report) -> dict[str, int | str]:
    """The value of every measure by its id: a count, or a share as whole per cent with its sign.

    Raises ValueError if data/measures.yml and the measures here are not the
    same set, or if there are no records to count.
    """
    actions, bodies, provisions = tables(report)
    if actions.empty or provisions.empty:
        raise ValueError("no actions or no provisions to count")
    basis, instrument, china, timing = (actions[name].value_counts() for name in ("lead_basis", "instrument", "china_relevance", "timing"))
    top, plan = leading(bodies), report.source(report.plan.source)
    figures = {
        "pillars.total": len(report.plan.pillars),
        "sections.total": len(report.sections),
        "actions.total": len(actions),
        "actions.distinct": actions["text_hash"].nunique(),
        "sections.largest": actions["section"].value_counts().max(),
        "plan.pages": plan.printed_pages,
        "plan.sheets": plan.sheets,
        "actions.no_lead_named": len(actions) - basis.get("explicit", 0),
        "actions.no_lead_named.share": share(len(actions) - basis.get("explicit", 0), len(actions)),
        "orders.total": len(report.orders),
        "orders.companion": sum(order.signed == plan.date for order in report.orders),
        "provisions.total": len(provisions),
        "provisions.deadline": provisions["days"].notna().sum(),
        "provisions.due": provisions["due"].notna().sum(),
        "provisions.linked": provisions["linked"].sum(),
        "actions.linked": sum(bool(report.provisions_of(action)) for action in report.actions),
        "agencies.total": len(report.agencies),
        "agencies.plan": bodies.loc[bodies["role"].isin(ROLES), "agency"].nunique(),
        "agencies.orders": bodies.loc[bodies["role"].isin(DUTIES), "agency"].nunique(),
        "agencies.top": top.index[0],
        "agencies.top.actions": top.iloc[0],
        "agencies.top.share": share(top.iloc[0], len(actions)),
        "terms.total": len(report.terms),
        "citations.total": len(report.citations),
        "sources.total": len(report.sources),
    }
    for pillar in report.plan.pillars:
        figures[f"actions.pillar.{pillar.id}"] = (actions["pillar"] == pillar.id).sum()
        figures[f"sections.pillar.{pillar.id}"] = len(report.pillar_sections(pillar))
    for name, counts in (("lead_basis", basis), ("instruments", instrument), ("china_relevance", china), ("timing", timing)):
        for code in report.vocabularies[name]:
            figures[f"actions.{name}.{code.id}"] = counts.get(code.id, 0)
    for code in report.vocabularies["lead_basis"]:
        figures[f"actions.lead_basis.{code.id}.share"] = share(basis.get(code.id, 0), len(actions))
    for code in report.vocabularies["provision_kinds"]:
        figures[f"provisions.kind.{code.id}"] = (provisions["kind"] == code.id).sum()
    figures |= agreement(report, actions) | press(report, actions) | tracker(report, actions)
    figures = {name: value if isinstance(value, str) else int(value) for name, value in figures.items()}
    _defined(report, figures)
    return figures


def tables(report: Report) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The records as tables: one row an action, one row a body's role, one row a provision."""
    actions = pd.DataFrame([{
        "id": a.id, "pillar": a.pillar, "section": a.section, "text_hash": a.text_hash, "lead_basis": a.lead_basis,
        "instrument": a.instruments[0], "china_relevance": a.china_relevance, "timing": a.timing.kind if a.timing else None,
    } for a in report.actions])
    provisions = pd.DataFrame([{
        "id": p.id, "kind": p.kind, "days": p.deadline.days if p.deadline else None, "due": report.due(p), "linked": bool(p.actions),
    } for p in report.provisions])
    bodies = pd.DataFrame([
        {"agency": agency, "item": record.id, "role": role, "top": top.id, "top_kind": top.kind}
        for records, roles in ((report.actions, ROLES), (report.provisions, DUTIES))
        for record in records for role in roles for agency in getattr(record, role)
        for top in [[report.index[agency], *report.line(report.index[agency])][-1]]
    ])
    return actions, bodies, provisions


def leading(bodies: pd.DataFrame) -> pd.Series:
    """Actions that each department or other top body, with its components, leads or hosts, most first.

    The Executive Office of the President is a roof over separate offices, and
    a collective is no body of its own; both are left out of the comparison.
    """
    acting = bodies[bodies["role"].isin(("leads", "hosts")) & ~bodies["top_kind"].isin(("eop", "collective"))]
    return acting.groupby("top")["item"].nunique().sort_values(ascending=False, kind="stable")


def share(part: int, whole: int) -> str:
    """A share as whole per cent, halves rounded up."""
    return f"{int(100 * part / whole + 0.5)}%"


def agreement(report: Report, actions: pd.DataFrame) -> dict[str, int | str]:
    """How far the second coding agrees with the records as they were before the two were compared.

    Raises ValueError if the second coding lacks an action.
    """
    figures = {}
    second = pd.DataFrame([coding.model_dump(exclude={"before"}) for coding in report.codings]).set_index("id")
    first = actions.set_index("id")[list(second.columns)]
    for coding in report.codings:
        for field, value in coding.before.items():
            first.loc[coding.id, field] = value
    for field in second.columns:
        pairs = first[field].to_frame("first").join(second[field].rename("second"), how="outer", validate="one_to_one")
        if pairs.isna().any(axis=None):
            raise ValueError("data/coding.yml does not code every action")
        figures[f"agreement.{field}.same"] = (pairs["first"] == pairs["second"]).sum()
        figures[f"agreement.{field}.kappa"] = f"{kappa(pairs['first'], pairs['second']):.2f}"
    return figures


def press(report: Report, actions: pd.DataFrame) -> dict[str, int | str]:
    """The press claims by source and verdict, the agreement of the two readings, and what the articles attend to.

    An article's attention to a pillar is measured twice, by claims and by
    sentences, each as a share of those that are about any pillar; one that is
    about two pillars counts for both, so shares may add up to more than 100.
    """
    claims = pd.DataFrame([{"id": c.id, "source": c.source, "verdict": c.verdict, "speaker": c.speaker, "compared": c.compares is not None} for c in report.claims])
    sentences = pd.DataFrame([
        {"claim": c.id, "source": c.source, "sentence": place.at, "pillar": pillar}
        for c in report.claims for place in c.locators for pillar in report.pillars_of(c) or [None]
    ])
    rulings = pd.DataFrame([ruling.model_dump(include={"id", "first", "second"}) for ruling in report.rulings])
    every = {article.source: sum(article.paragraphs) for article in report.articles}
    figures = {
        "claims.total": len(claims), "claims.experts": (claims["speaker"] != "article").sum(), "claims.compared": claims["compared"].sum(),
        "claims.rated": (~claims["verdict"].isin(("context", "opinion"))).sum(),
        "coverage.sentences": sum(every.values()), "coverage.used": sentences["sentence"].nunique(),
        "coverage.skipped": sum(len(article.not_extracted) for article in report.articles),
        "agreement.verdict.same": (rulings["first"] == rulings["second"]).sum(),
        "agreement.verdict.kappa": f"{kappa(rulings['first'], rulings['second']):.2f}",
        "plan.names_china": sum(len(report.search(words).pages) for words in ("China", "Chinese")),
        "plan.rivals": actions["china_relevance"].isin(("names_china", "adversary", "competition")).sum(),
        "plan.rivals.share": share(actions["china_relevance"].isin(("names_china", "adversary", "competition")).sum(), len(actions)),
    }
    for verdict in report.vocabularies["verdicts"]:
        figures[f"claims.verdict.{verdict.id}"] = (claims["verdict"] == verdict.id).sum()
    for source, count in every.items():
        mine, about = claims[claims["source"] == source], sentences[(sentences["source"] == source) & sentences["pillar"].notna()]
        figures |= {f"claims.{source}": len(mine), f"coverage.{source}": count}
        for verdict in report.vocabularies["verdicts"]:
            figures[f"claims.{source}.{verdict.id}"] = (mine["verdict"] == verdict.id).sum()
        for pillar in report.plan.pillars:
            for unit in ("claim", "sentence"):
                figures[f"attention.{source}.{unit}s.{pillar.id}"] = share(about.loc[about["pillar"] == pillar.id, unit].nunique(), about[unit].nunique())
    for pillar in report.plan.pillars:
        figures[f"attention.plan.{pillar.id}"] = share((actions["pillar"] == pillar.id).sum(), len(actions))
    return figures


def tracker(report: Report, actions: pd.DataFrame) -> dict[str, int | str]:
    """Actions by status and confidence, the orders' due dates and how they were met, and what the events rest on."""
    looks = pd.DataFrame([report.tracker.look(action).model_dump(include={"target", "status", "confidence"}) for action in actions["id"]]).merge(actions, left_on="target", right_on="id")
    due = pd.DataFrame([{"late": report.days_late(p), "met": report.delivered(p) is not None, "due": report.due(p) is not None} for p in report.dated])
    judged = pd.DataFrame([look.model_dump(include={"first", "second"}) for look in report.second_looks])
    events = pd.DataFrame([{"official": any(s.kind == "official" and s.opened for s in e.sources), "unopened": not any(s.opened for s in e.sources), "sources": len(e.sources), "linked": bool(e.links)} for e in report.tracker.events])
    figures = {
        "events.total": len(events), "events.official": events["official"].sum(), "events.unopened": events["unopened"].sum(), "events.sources": events["sources"].sum(), "events.linked": events["linked"].sum(),
        "deadlines.met": due["met"].sum(), "deadlines.on_time": (due["late"] <= 0).sum(), "deadlines.late": (due["late"] > 0).sum(),
        "deadlines.not_found": (due["due"] & ~due["met"]).sum(), "deadlines.day_unknown": (due["due"] & due["met"] & due["late"].isna()).sum(), "tracker.cadence": report.edition.cadence_days,
        "agreement.status.total": len(judged), "agreement.status.same": (judged["first"] == judged["second"]).sum(), "agreement.status.kappa": f"{kappa(judged['first'], judged['second']):.2f}",
    }
    for code in report.vocabularies["statuses"]:
        mine = looks[looks["status"] == code.id]
        figures |= {f"status.{code.id}": len(mine), f"status.{code.id}.share": share(len(mine), len(looks))}
        figures |= {f"status.{code.id}.pillar.{pillar.id}": (mine["pillar"] == pillar.id).sum() for pillar in report.plan.pillars}
    return figures | {f"confidence.{code.id}": (looks["confidence"] == code.id).sum() for code in report.vocabularies["confidences"]}


def kappa(first: pd.Series, second: pd.Series) -> float:
    """Cohen's kappa of two codings of the same items (Cohen 1960): agreement beyond chance, from -1 to 1.

    Raises ValueError if both coders use one and the same value throughout, where kappa is undefined.
    """
    observed = (first == second).mean()
    chance = (first.value_counts(normalize=True) * second.value_counts(normalize=True)).sum()
    if chance == 1:
        raise ValueError("kappa is undefined: every item has the same value in both codings")
    return (observed - chance) / (1 - chance)


def _defined(report: Report, figures: dict) -> None:
    defined = {definition.id for definition in report.definitions}
    if missing := sorted(set(figures) ^ defined):
        raise ValueError(f"data/measures.yml and scripts/analyse.py differ in: {', '.join(missing)}")
