"""What the tables of the plan and the orders hold: for every table a list of rows, each its fields by name."""
from scripts.model import DUTIES, ROLES, Action, Order, Provision
from scripts.report import Report


def tables(report: Report) -> dict[str, list[dict]]:
    """Pillars, sections, actions, orders and provisions with the lists that belong to them. Texts are still in both languages."""
    return {
        "pillars": [dict(pillar) for pillar in report.plan.pillars],
        "principles": [{**dict(principle), "number": number} for number, principle in enumerate(report.plan.principles, 1)],
        "sections": [{**dict(section), "pillar": section.pillar, "sheet": report.sheet(section.page)} for section in report.sections],
        "actions": [_action(report, action) for action in report.actions],
        "action_bodies": [{"action": a.id, "role": role, "body": body} for a in report.actions for role in ROLES for body in getattr(a, role)],
        "action_instruments": [{"action": a.id, "rank": rank, "instrument": code} for a in report.actions for rank, code in enumerate(a.instruments, 1)],
        "action_themes": [{"action": a.id, "theme": theme} for a in report.actions for theme in a.themes],
        "action_citations": [{"action": a.id, "citation": citation} for a in report.actions for citation in a.cites],
        "action_relations": [{"action": a.id, "related": other.id} for a in report.actions for other in report.related(a)],
        "orders": [dict(order) for order in report.orders],
        "order_links": [{"order": order.id, **dict(link)} for order in report.orders for link in order.links],
        "provisions": [_provision(report, order, provision) for order in report.orders for provision in order.provisions],
        "provision_bodies": [{"provision": p.id, "role": role, "body": body} for p in report.provisions for role in DUTIES for body in getattr(p, role)],
        "provision_actions": [{"provision": p.id, "action": action} for p in report.provisions for action in p.actions],
        "provision_citations": [{"provision": p.id, "citation": citation} for p in report.provisions for citation in p.cites],
        "codings": [{"action": coding.id, **dict(coding), **{f"before_{field}": coding.before.get(field) for field in ("lead_basis", "instrument", "china_relevance")}} for coding in report.codings],
    }


def _action(report: Report, action: Action) -> dict:
    look, timing = report.tracker.look(action.id), action.timing
    return {
        **dict(action), "section": action.section, "pillar": action.pillar, "sheet": report.sheet(action.page), "sheet_end": report.sheet(action.page_end),
        "timing": timing.kind if timing else None, "timing_words": timing.words if timing else None,
        "status": look.status, "confidence": look.confidence, "checked": look.checked,
    }


def _provision(report: Report, order: Order, provision: Provision) -> dict:
    deadline, due = provision.deadline, report.due(provision)
    return {
        **dict(provision), "order": order.id, "line_first": provision.lines[0], "line_last": provision.lines[1],
        "deadline_days": deadline.days if deadline else None, "deadline_from": deadline.start if deadline else None,
        "deadline_event": deadline.event if deadline else None, "deadline_note": deadline.note if deadline else None, "started_by": deadline.started_by if deadline else None,
        "due_date": due.isoformat() if due else None, "delivered": report.delivered(provision) if deadline else None, "days_late": report.days_late(provision),
        "status": report.tracker.status(provision.id) if deadline else None,
    }
