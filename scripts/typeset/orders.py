"""The executive orders as a part of the report: every provision with its period and what became of it."""
from collections.abc import Iterator

from scripts.model import Order, Provision
from scripts.permalinks import place
from scripts.typeset.blocks import Block, entry, facts, head, par, refs, row, table
from scripts.typeset.manuscript import Manuscript, Runs
from scripts.typeset.prose import Prose
from scripts.typeset.standing import events, standing


def orders(m: Manuscript, prose: Prose) -> Iterator[Block]:
    """The part about the orders, order by order."""
    essay = m.report.essays["brief-orders"]
    yield head(1, "page-orders", [m.t("nav.orders")], record=essay.id)
    yield from prose.essay(essay)
    yield par([m.t("orders.deadlines")], "step")
    yield deadlines(m)
    for order in m.report.orders:
        yield from _order(m, order)


def deadlines(m: Manuscript) -> Block:
    """Every provision with a period: what is due when, and when it was delivered."""
    rows = [[[m.ref("provision", p.id, [m.provision_name(p.id)])], [p.title[m.language]], m.agencies(p.responsible) or ["—"], _due(m, p), _delivered(m, p), [m.status(p.id)]] for p in m.report.dated]
    return table([2.4, 1.6, 1.4, 1.9, 2.5, 1.8], [[m.t(f"col.{name}")] for name in ("provision", "what", "responsible", "due", "delivered", "status")], rows)


def _order(m: Manuscript, order: Order) -> Iterator[Block]:
    figures, total = m.figures, f"provisions.order.{order.id}"
    yield head(2, place("order", order.id), [order.title[m.language]], m.t("order.number", number=order.number), m.other(order.title), order.id)
    yield facts([
        (m.t("fact.signed"), [m.day(order.signed)]), (m.t("fact.published"), [order.citation, {"k": "br"}, {"k": "soft", "t": [m.day(order.published)]}]),
        (m.t("fact.provisions"), [str(figures[total]), {"k": "br"}, {"k": "soft", "t": [m.t("order.duties", n=figures[f"{total}.kind.duty"])]}]),
        (m.t("fact.deadlines"), [m.t("n.of", n=figures[f"{total}.deadline"], of=figures[total])]),
    ])
    texts = m.joined(([m.label("link_kinds", link.kind), " ", m.web(link.url)] for link in order.links), "list.semi")
    yield par([order.summary[m.language], m.foot(texts)])
    if told := m.told(order.id):
        yield refs(m.t("press.about"), told)
    for provision in order.provisions:
        yield _provision(m, provision)


def _provision(m: Manuscript, p: Provision) -> Block:
    language, t = m.language, m.t
    period: list[Block] = []
    if p.deadline:
        period = [row(t("col.due"), par(_due(m, p))), row(t("col.delivered"), par(_delivered(m, p))), *standing(m, p.id)]
    documents = [m.cited(citation) for citation in p.cites]
    return entry(
        3, place("provision", p.id), p.id, f"§\u00a0{p.section}", [p.title[language]], m.short("provision", p.id), m.other(p.title), [par([p.summary[language]])],
        [row(t("source.kind"), par([m.label("provision_kinds", p.kind)])), row(t("col.responsible"), par(m.agencies(p.responsible, long=True))), row(t("col.consulted"), par(m.agencies(p.consulted, long=True))),
         row(t("role.unnamed"), par([p.unnamed[language]] if p.unnamed else [])), *period, events(m, p.id),
         row(t("col.plan"), *(par([m.action(action)], "item") for action in p.actions)), row(t("col.cites"), par(m.joined(documents, "list.semi"))),
         row(t("nav.claims"), *(par(line, "item") for line in m.told(p.id)))],
        badge=m.status(p.id) if p.deadline else None,
    )


def _due(m: Manuscript, p: Provision) -> Runs:
    """The due date and how it is counted."""
    due, deadline, t = m.report.due(p), p.deadline, m.t
    note = [t("colon"), deadline.note[m.language]] if deadline.note else []
    if due and deadline.started_by:
        start = m.report.index[deadline.started_by]
        return [m.day(due), {"k": "br"}, {"k": "soft", "t": [t("due.started", days=deadline.days), m.ref("event", start.id, [m.day(start.date)]), *note]}]
    if due:
        return [m.day(due), {"k": "br"}, {"k": "soft", "t": [t("due.signing", days=deadline.days), *note]}]
    return [t("due.days", days=deadline.days), {"k": "br"}, {"k": "soft", "t": [t("due.event", event=deadline.event[m.language]), *note]}]


def _delivered(m: Manuscript, p: Provision) -> Runs:
    """When a provision was met, and how that stands to its due date."""
    if not m.report.delivered(p):
        return [m.t("due.not_found")]
    event = m.report.tracker.delivery(p.id)
    runs: Runs = [m.ref("event", event.id, [m.day(m.report.delivered(p))])]
    if m.report.due(p):
        key, days = m.report.timeliness(p)
        runs += [{"k": "br"}, {"k": "soft", "t": [m.t(key, days=days)]}]
    return runs
