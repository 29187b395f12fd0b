"""Which pages there are, at which address, from which template, showing what.

All selecting and sorting for the templates happens here, so that they only
loop and label; every number they show is a measure.
"""
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from scripts import change_pages, chart_pages, data_pages, figure_pages, permalinks, press_pages, tracker_pages
from scripts.languages import LANGUAGES
from scripts.model import DUTIES, ROLES, Action, Code, Order, Pillar, Section, Text
from scripts.offer import Offer
from scripts.page import Page, computed, fill, headline, listing
from scripts.registers import Agency
from scripts.report import Report
from scripts.tracker_pages import tally


def pages(report: Report, figures: dict, tables: dict[str, list[dict]], offer: Offer) -> Iterator[Page]:
    """Every page of the site, in the order of the site. tables: the rows behind each chart. offer: the open data there is."""
    def named(kind: str, item: str, template: str, title: Text, description: Text, context: Callable[[dict], dict] = lambda names: {}, document: str = "report") -> Page:
        return Page(kind, item, template, title, description, context, document, permalinks.place(kind, item))

    total = figures["actions.total"]
    home = report.essays["home"]
    yield named("home", "", "home", report.edition.name, home.description, lambda names: _home(report, figures), "briefing")
    yield named("page", "plan", "plan", report.source("plan").title, report.strings["plan.description"])
    yield named("page", "plan/actions", "actions", *listing(report, "actions", n=total), lambda names: {"words": {a.id: _words(report, a) for a in report.actions}}, "register")
    for pillar in report.plan.pillars:
        yield named("pillar", pillar.id, "pillar", pillar.title, pillar.argument, lambda names, p=pillar: _pillar(report, figures, p))
    for section in report.sections:
        yield named("section", section.id, "section", _numbered(section), section.argument, lambda names, s=section: _section(report, figures, s))
    for action in report.actions:
        yield named("action", action.id, "action", _numbered(action), action.summary, lambda names, a=action: _action(report, a))
    yield named("page", "orders", "orders", *listing(report, "orders"), lambda names: {"dated": report.dated})
    for order in report.orders:
        yield named("order", order.id, "order", _joined(report, "order.number", order.title, number=order.number), order.summary, lambda names, o=order: _order(report, o, names))
    yield from tracker_pages.pages(report, figures)
    yield from press_pages.pages(report, figures)
    yield from chart_pages.pages(report, figures, tables)
    yield named("page", "agencies", "agencies", *listing(report, "agencies"), lambda names: _agencies(report, figures))
    for agency in report.agencies:
        yield named("agency", agency.id, "agency", agency.full, agency.role, lambda names, a=agency: _agency(report, figures, a, names))
    themes = [(theme, report.theme(theme.id)) for theme in report.vocabularies["themes"]]
    yield named("page", "themes", "themes", *listing(report, "themes"), lambda names: {"themes": themes})
    for theme, actions in themes:
        yield named("theme", theme.id, "theme", theme.label, theme.definition, lambda names, t=theme, a=actions: _theme(report, figures, t, a, names))
    yield named("page", "glossary", "glossary", *listing(report, "glossary"), lambda names: {"letters": _letters(report)})
    yield named("page", "sources", "sources", *listing(report, "sources"))
    yield from figure_pages.pages(report)
    yield from data_pages.pages(report, offer)
    yield from change_pages.pages(report)
    for essay in report.essays.values():
        if essay.id != "home":
            template, document = ("brief", essay.id.replace("briefs/", "brief-")) if essay.chart else ("essay", "report")
            yield named("page", essay.id, template, essay.title, computed(essay.description, figures), lambda names, e=essay: {"e": e}, document)
    briefs = sorted((essay for essay in report.essays.values() if essay.chart), key=lambda essay: not essay.id.startswith("briefs/pillar"))      # the pillars first
    yield named("page", "briefs", "briefs", *listing(report, "briefs"), lambda names: {"briefs": briefs})


# --- what each kind of page shows -----------------------------------------------------------------


def _home(report: Report, figures: dict) -> dict:
    by_pillar = {pillar.id: report.pillar_actions(pillar) for pillar in report.plan.pillars}
    return {"e": report.essays["home"], "headline": headline(report, figures), "by_pillar": by_pillar, "named": {key: _basis(figures, f"actions.pillar.{key}") for key in by_pillar}}


def _pillar(report: Report, figures: dict, pillar: Pillar) -> dict:
    return {
        "p": pillar, "sections": report.pillar_sections(pillar), "named": _basis(figures, f"actions.pillar.{pillar.id}"),
        "tally": tally(report, figures, f"status.{{}}.pillar.{pillar.id}"),
    }


def _section(report: Report, figures: dict, section: Section) -> dict:
    before, after = report.neighbours(section)
    return {
        "s": section, "claims": report.claims_about(section.id, *(a.id for a in section.actions)), "acting": _acting(section.actions),
        "named": _basis(figures, f"actions.section.{section.id}"), "tally": tally(report, figures, f"status.{{}}.section.{section.id}"),
        "before": before, "after": after,
    }


def _action(report: Report, action: Action) -> dict:
    before, after = report.neighbours(action)
    return {
        "a": action, "before": before, "after": after, "related": report.related(action), "provisions": report.provisions_of(action),
        "roles": [(role, getattr(action, role)) for role in ROLES if getattr(action, role)],
        "terms": [term for term in report.terms if action.id in term.actions], "claims": report.claims_about(action.id),
    }


def _order(report: Report, order: Order, names: dict) -> dict:
    before, after = report.neighbours(order)
    dated = [provision for provision in report.dated if provision.order == order.id]
    targets = tuple(provision.id for provision in order.provisions)
    links = [Markup('<a href="{}" rel="external">{}</a>').format(link.url, report.code("link_kinds", link.kind).label[names["L"]]) for link in order.links]
    touched = {action for provision in order.provisions for action in provision.actions}
    return {
        "o": order, "before": before, "after": after, "dated": dated, "links": Markup("<br>").join(links),
        "actions": [action for action in report.actions if action.id in touched],
        "claims": report.claims_about(order.id, *targets), "targets": targets, "events": report.tracker.events_on(*targets),
    }


def _agencies(report: Report, figures: dict) -> dict:
    """Bodies grouped by kind, components under their parents, each role counted for the body and with its components."""
    roles = (*ROLES, *DUTIES)

    def tree(agency: Agency, depth: int = 0) -> Iterator[tuple[Agency, int, list]]:
        yield agency, depth, [(role, *_counts(figures, agency, role)) for role in roles]
        for child in report.agencies:
            if child.parent == agency.id:
                yield from tree(child, depth + 1)

    roots = [agency for agency in report.agencies if not agency.parent]
    groups = [(kind, [row for root in roots if root.kind == kind.id for row in tree(root)]) for kind in report.vocabularies["agency_kinds"]]
    return {"roles": roles, "groups": [(kind, rows) for kind, rows in groups if rows]}


def _agency(report: Report, figures: dict, agency: Agency, names: dict) -> dict:
    t, below = names["t"], report.components(agency)
    through: dict[str, list] = {}
    for role in (*ROLES, *DUTIES):
        for body in below:
            for record in report.acting(body, role):
                through.setdefault(record.id, []).append((body.id, role))
    facts = []
    for label, what in [*((f"role.{role}", role) for role in ROLES), ("fact.provisions", "provisions")]:
        own, every = _counts(figures, agency, what)
        facts.append((t(label), own, t("agencies.rolled", n=every) if every != own else ""))
    acting = {role: report.acting(agency, role) for role in (*ROLES, *DUTIES)}
    carried = tracker_pages.acting(report, agency.id)
    targets = {*(action.id for action in carried), *(p.id for body in (agency, *below) for p in report.acting(body, "responsible"))}
    return {
        "acting": carried, "tally": tally(report, figures, f"agencies.{agency.id}.acting.status.{{}}"), "targets": targets, "events": report.tracker.events_on(*targets),
        "a": agency, "fact_rows": facts, "children": [body for body in report.agencies if body.parent == agency.id],
        "parents": [names["link"]("agency", body.id, body.abbreviation or body.name[names["L"]]) for body in reversed(report.line(agency))],
        "roles": [(role, acting[role]) for role in ROLES if acting[role]], "duties": [(role, acting[role]) for role in DUTIES if acting[role]],
        "below": [(action, through[action.id]) for action in report.actions if action.id in through],
        "provisions_below": [(provision, through[provision.id]) for provision in report.provisions if provision.id in through],
    }


def _counts(figures: dict, agency: Agency, what: str) -> tuple[int, int]:
    """The actions or provisions in which a body has a role: the body's own, and with its components."""
    return figures[f"agencies.{agency.id}.{what}"], figures[f"agencies.{agency.id}.{what}.rolled"]


def _theme(report: Report, figures: dict, theme: Code, actions: list[Action], names: dict) -> dict:
    spread = {pillar.id: figures[f"actions.theme.{theme.id}.pillar.{pillar.id}"] for pillar in report.plan.pillars}
    shown = names["t"]("list.comma").join(f"{pillar.short[names['L']]} {spread[pillar.id]}" for pillar in report.plan.pillars if spread[pillar.id])
    linked = {provision.id: provision for action in actions for provision in report.provisions_of(action)}
    return {
        "theme": theme, "actions": actions, "acting": _acting(actions), "spread": shown,
        "named": _basis(figures, f"actions.theme.{theme.id}"), "tally": tally(report, figures, f"actions.theme.{theme.id}.status.{{}}"),
        "provisions": [provision for provision in report.provisions if provision.id in linked],
    }


def _letters(report: Report) -> list[tuple[str, list]]:
    """The glossary by the first letter of the English term; the same order in both languages keeps one address per letter."""
    letters: dict[str, list] = {}
    for term in sorted(report.terms, key=lambda term: term.term.en.lower()):
        letters.setdefault(next(c for c in term.term.en.upper() if c.isalpha()), []).append(term)
    return sorted(letters.items())


# --- small parts ------------------------------------------------------------------------------------


def _basis(figures: dict, measure: str) -> dict[str, int]:
    """The actions that a measure counts, by lead basis."""
    return {basis: figures[f"{measure}.lead_basis.{basis}"] for basis in ("explicit", "implied", "none")}


def _acting(actions: Iterable[Action]) -> list[str]:
    """Bodies that lead or host, most actions first."""
    counts = Counter(body for action in actions for body in (*action.leads, *action.hosts))
    return [body for body, _ in counts.most_common()]


def _words(report: Report, action: Action) -> str:
    """What a reader may type to find an action in the table: names of bodies, section, themes, and its title, in both languages."""
    bodies = [report.index[body].name for role in ROLES for body in getattr(action, role)]
    texts = [action.title, report.index[action.section].title, *bodies, *(report.code("themes", theme).label for theme in action.themes)]
    return " ".join(dict.fromkeys(text[language] for text in texts for language in LANGUAGES)).lower()


def _numbered(item: Section | Action) -> Text:
    return Text(zh=f"{item.id} {item.title.zh}", en=f"{item.id} {item.title.en}")


def _joined(report: Report, key: str, title: Text, **values: object) -> Text:
    head, colon = fill(report, key, **values), report.strings["colon"]
    return Text(zh=head.zh + colon.zh + title.zh, en=head.en + colon.en + title.en)
