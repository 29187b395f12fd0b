"""The register: all actions as one table, in one language or both, and as CSV to attach to the report."""
import csv
import io

from scripts import permalinks
from scripts.languages import numbers
from scripts.model import Action
from scripts.report import Report
from scripts.typeset.blocks import par, table
from scripts.typeset.manuscript import Manuscript, Runs


def register(m: Manuscript) -> dict:
    """All actions in the order of the plan: what each says, who acts, by what means, where it stands."""
    heads = [[m.t(f"col.{name}")] for name in ("id", "action", "acting", "instrument", "status", "page")]
    rows = [[_id(m, a), [{"k": "b", "t": [a.title[m.language]]}, {"k": "br"}, a.summary[m.language]], _acting(m, a), [m.labels("instruments", a.instruments)], _standing(m, a), _page(m, a)]
            for a in m.report.actions]
    return {"record": "plan/actions", "stand": [par(_stand(m), "lead")], "groups": _groups(m, [0.6, 6, 2.2, 1.5, 1.7, 0.7], heads, rows)}


def bilingual(zh: Manuscript, en: Manuscript) -> dict:
    """The same with both languages side by side."""
    both = (zh, en)

    def words(key: str) -> Runs:
        return [zh.t(key), {"k": "br"}, _en(en.t(key))]

    def said(m: Manuscript, action: Action) -> Runs:
        runs: Runs = [{"k": "b", "t": [action.title[m.language]]}, {"k": "br"}, action.summary[m.language]]
        return [{"k": "lang", "lang": "en", "t": runs}] if m is en else runs

    heads = [words("col.id"), [zh.t("language.name")], [_en(en.t("language.name"))], words("col.acting"), words("col.instrument"), words("col.status"), words("col.page")]
    rows = []
    for action in zh.report.actions:
        acting = [*zh.agencies(action.leads or action.hosts)] if action.leads or action.hosts else words("acting.none")
        instruments = [zh.labels("instruments", action.instruments), {"k": "br"}, _en(en.labels("instruments", action.instruments))]
        status = [zh.status(action.id), {"k": "br"}, _en(en.label("statuses", zh.report.tracker.status(action.id)))]
        rows.append([_id(zh, action), said(zh, action), said(en, action), acting, instruments, status, _page(zh, action)])
    stand = [par(_stand(zh), "lead"), par([{"k": "lang", "lang": "en", "t": _stand(en)}], "lead")]
    return {"record": "plan/actions", "stand": stand, "other": _en(en.t("register.title.both")), "groups": _groups(zh, [0.6, 4, 4.6, 1.3, 1.4, 1.5, 0.6], heads, rows, both)}


def sheet(report: Report) -> bytes:
    """The register as CSV in UTF-8 with a mark at its start: one row an action, codes and texts of both languages."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(("id", "title_zh", "title_en", "summary_zh", "summary_en", "lead_basis", "leads", "hosts", "partners", "mentioned", "instruments", "china_relevance",
                     "themes", "page", "page_end", "sheet", "status", "confidence", "checked", "reason_zh", "reason_en", "url"))
    for a in report.actions:
        look = report.tracker.look(a.id)
        writer.writerow((a.id, a.title.zh, a.title.en, a.summary.zh, a.summary.en, a.lead_basis, *(" ".join(bodies) for bodies in (a.leads, a.hosts, a.partners, a.mentioned, a.instruments)),
                         a.china_relevance, " ".join(a.themes), a.page, a.page_end, report.sheet(a.page), look.status, look.confidence, look.checked, look.reason.zh, look.reason.en,
                         report.edition.address + permalinks.short("action", a.id)))
    return target.getvalue().encode("utf-8-sig")


def _groups(m: Manuscript, columns: list[float], heads: list[Runs], rows: list[list[Runs]], both: tuple[Manuscript, ...] = ()) -> list[dict]:
    """The rows under the pillar and the section they belong to."""
    groups, start = [], 0
    for pillar in m.report.plan.pillars:
        count = len(m.report.pillar_actions(pillar))
        title = [m.t(f"pillar.{pillar.id}"), m.t("colon"), pillar.title[m.language]]
        if both:
            en = both[1]
            title += [{"k": "br"}, _en(en.t(f"pillar.{pillar.id}") + en.t("colon") + pillar.title.en)]
        groups.append({"pillar": pillar.id, "place": f"s-{pillar.id}", "title": title, "table": table(columns, heads, rows[start:start + count])})
        start += count
    return groups


def _stand(m: Manuscript) -> Runs:
    return [m.t("actions.stand", n=m.figures["actions.total"], distinct=m.figures["actions.distinct"]), " " if m.language == "en" else "",
            m.t("register.address", address=m.report.edition.address.removeprefix("https://"))]


def _en(text: str) -> dict:
    return {"k": "lang", "lang": "en", "t": [text]}


def _id(m: Manuscript, action: Action) -> Runs:
    return [{**m.short("action", action.id), "t": [action.id]}]


def _acting(m: Manuscript, action: Action) -> Runs:
    """The leads, else the hosts, else that nobody is named, as in the tables of the pages."""
    if action.leads:
        return m.agencies(action.leads)
    if action.hosts:
        return [*m.agencies(action.hosts), {"k": "br"}, {"k": "soft", "t": [m.t("acting.host")]}]
    return [{"k": "soft", "t": [m.t("acting.none")]}]


def _standing(m: Manuscript, action: Action) -> Runs:
    return [m.status(action.id), {"k": "br"}, {"k": "soft", "t": [m.day(m.report.tracker.look(action.id).checked)]}]


def _page(m: Manuscript, action: Action) -> Runs:
    return [{"k": "url", "url": m.report.pdf(action.page), "t": [numbers(action.page, action.page_end)]}]
