"""What became of an action or a provision: parts that their entries share."""
from scripts.typeset.blocks import Block, par, row
from scripts.typeset.manuscript import Manuscript


def standing(m: Manuscript, target: str) -> list[Block]:
    """The status with its reason, confidence and dates, what was searched, and what settled a difference."""
    report, t = m.report, m.t
    look, second, history = report.tracker.look(target), report.second_look(target), report.tracker.history(target)
    dates = t("look.short", checked=m.day(look.checked))
    level = report.code("confidences", look.confidence).label[m.language].lower()
    blocks = [par([m.status(target), {"k": "soft", "t": [t("clause"), t("status.confidence", level=level), t("clause"), dates]}], "keep"), par([look.reason[m.language]])]
    if look.searched:
        blocks.append(par(m.named(t("status.searched"), [look.searched[m.language]]), "small"))
    if look.status == "no_public_record":
        blocks.append(par([t("status.silence")], "small"))
    if second and second.settled and len(history) == 1:
        judged = t("status.readings", first=m.label("statuses", second.first), second=m.label("statuses", second.second))
        blocks.append(par([judged, second.settled[m.language]], "small"))
    if len(history) > 1:
        earlier = t("list.semi").join(f"{m.day(past.checked)} {m.label('statuses', past.status)}" for past in reversed(history[:-1]))
        blocks.append(par(m.named(t("status.before"), [earlier]), "small"))
    return [row(t("col.status"), *blocks)]


def events(m: Manuscript, *targets: str) -> Block:
    """The events that bear on a target, newest first, each with its page."""
    lines = []
    for event in m.report.tracker.events_on(*targets):
        relation = m.label("relations", event.relation(*targets))
        title = m.ref("event", event.id, [event.title[m.language]])
        lines.append(par([m.day(event.date), "\u2002", title, m.tag(relation)], "item"))
    return row(m.t("nav.events"), *lines)
