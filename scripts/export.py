"""Write the records as JSON, with what the report computes, for others to use."""
import json
from pathlib import Path

from pydantic import BaseModel

from scripts import permalinks
from scripts.languages import LANGUAGES
from scripts.report import Report


def export(report: Report, folder: Path) -> list[Path]:
    """Write actions, sections, orders, agencies, glossary and sources below `folder`; returns the files.

    Texts are objects with `zh` and `en`; `url` holds the public address of
    both languages; dates are ISO 8601; pages are the plan's printed pages.
    """
    tables = {
        "actions": [_action(report, action) for action in report.actions],
        "sections": [_item(report, "section", s, pillar=s.pillar, sheet=report.sheet(s.page), actions=[a.id for a in s.actions]) for s in report.sections],
        "orders": [_order(report, order) for order in report.orders],
        "agencies": [_item(report, "agency", a, components=[c.id for c in report.components(a)]) for a in report.agencies],
        "glossary": [_item(report, "term", term) for term in report.terms],
        "sources": [_item(report, "source", source) for source in report.sources],
    }
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, records in tables.items():
        files.append(folder / f"{name}.json")
        files[-1].write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return files


def _action(report: Report, action: BaseModel) -> dict:
    return _item(
        report, "action", action, pillar=action.pillar, section=action.section,
        sheet=report.sheet(action.page), sheet_end=report.sheet(action.page_end),
        related=[other.id for other in report.related(action)], provisions=[p.id for p in report.provisions_of(action)],
    )


def _order(report: Report, order: BaseModel) -> dict:
    provisions = []
    for provision in order.provisions:
        deadline, due = provision.deadline, report.due(provision)
        provisions.append(_item(
            report, "provision", provision, deadline_days=deadline.days if deadline else None,
            deadline_from=deadline.start if deadline else None, due_date=due.isoformat() if due else None,
        ))
    return _item(report, "order", order, provisions=provisions)


def _item(report: Report, kind: str, record: BaseModel, **computed: object) -> dict:
    """A record as plain values, with its computed fields and its address."""
    address = permalinks.path(kind, record.id)
    url = {language: permalinks.absolute(report.edition.address, language, address) for language in LANGUAGES}
    return {**record.model_dump(mode="json", by_alias=True), **computed, "url": url}
