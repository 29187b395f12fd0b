"""What each card says, in one language: which kind of item it is, its title in both, and the one thing that matters about it."""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts import languages, permalinks
from scripts.charts import Chart
from scripts.gates import gates
from scripts.labels import Labels
from scripts.model import Action, Code, Order, Pillar, Provision, Section, Text
from scripts.page import Page
from scripts.press import Article, Claim, Reading
from scripts.registers import Agency, Term
from scripts.report import Report
from scripts.tracker import Event
from scripts.tracker_pages import acting


def contents(report: Report, figures: dict[str, int | str], pages: Iterable[Page], language: str) -> Iterator[dict]:
    """A card for every page and every short address, each once: plain values for the template (`print/card.typ`).

    name: of the card. record: the id of what it shows. kicker: what it is. title, alt: in the
    language and in the other. mark: a status, a verdict, a figure, a day or a tally, if it has one.
    line: a sentence. units: a status for each action it is about. drawing: the chart it shows.
    """
    writer = Writer(report, figures, language)
    listed = {page.path: page for page in pages}
    subjects = dict.fromkeys([*((page.kind, page.item) for page in listed.values()), *((gate.kind, gate.item) for gate in gates(report))])
    for kind, item in subjects:
        card = {"kicker": [], "pillar": "", "mark": None, "line": "", "units": [], "drawing": "", **writer.said(kind, item, listed.get(permalinks.path(kind, item)))}
        yield {**card, "name": permalinks.card(kind, item), "record": item, "address": writer.address(kind, item)}


@dataclass(frozen=True)
class Writer:
    """Says of each kind of item what its card shows."""

    report: Report
    figures: dict[str, int | str]
    language: str

    def said(self, kind: str, item: str, page: Page | None) -> dict:
        """What a card holds besides its name and address; page: the page of its own, for a kind that has one."""
        report = self.report
        if kind in ("home", "page"):
            return self._page(page)
        of = {
            "action": self._action, "provision": self._provision, "section": self._section, "pillar": self._pillar, "order": self._order, "event": self._event, "claim": self._claim, "agency": self._agency,
        }
        if kind in of:
            return of[kind](report.index[item])
        if kind == "chart":
            return self._chart(report.chart(item))
        if kind == "theme":
            return self._theme(report.code("themes", item))
        if kind == "article":
            return self._article(report.article(item), page)
        if kind == "reading":
            return self._reading(next(reading for reading in report.readings if reading.id == item))
        return self._term(next(term for term in report.terms if term.id == item))

    def address(self, kind: str, item: str) -> str:
        """Where the card leads, as people read it: the short address, or that of the page in this language."""
        site = self.report.edition.address.split("://")[-1]
        return site + permalinks.short(kind, item) if kind in permalinks.SHORT else permalinks.absolute(site, self.language, permalinks.path(kind, item))

    # --- kinds --------------------------------------------------------------------------------------

    def _page(self, page: Page) -> dict:
        units = self._statuses(self.report.actions) if page.path in ("", "tracker/", "plan/", "plan/actions/") else []
        part = f"nav.{page.item.split('/')[0]}"
        return {**self._titles(page.title), "kicker": [self._t(part)] if part in self.report.strings else [], "line": page.description[self.language], "units": units}

    def _action(self, action: Action) -> dict:
        return {**self._titles(action.title), **self._placed(action.pillar, self._t("action.number", id=action.id)), **self._standing(action.id)}

    def _section(self, section: Section) -> dict:
        return {**self._titles(section.title), **self._placed(section.pillar, self._t("card.section", id=section.id)), **self._actions(section.actions)}

    def _pillar(self, pillar: Pillar) -> dict:
        return {**self._titles(pillar.title), "pillar": pillar.id, "kicker": [self._t(f"pillar.{pillar.id}")], **self._actions(self.report.pillar_actions(pillar))}

    def _theme(self, theme: Code) -> dict:
        return {**self._titles(theme.label), "kicker": [self._t("card.theme")], **self._actions(self.report.theme(theme.id))}

    def _agency(self, agency: Agency) -> dict:
        carried = acting(self.report, agency.id)
        said = self._actions(carried) if carried else {"line": agency.role[self.language]}
        return {**self._titles(agency.full), "kicker": [self._t("card.agency")], **said, **({"line": self._t("card.acting")} if carried else {})}

    def _order(self, order: Order) -> dict:
        total = f"provisions.order.{order.id}"
        line = [self._t("card.signed", date=self._day(order.signed)), self._t("card.duties", n=self.figures[f"{total}.kind.duty"]), self._t("card.deadlines", n=self.figures[f"{total}.deadline"])]
        return {**self._titles(order.title), "kicker": [self._t("order.number", number=order.number)],
                "mark": {"k": "figure", "value": str(self.figures[total]), "label": self._t("fact.provisions")}, "line": self._t("list.semi").join(line)}

    def _provision(self, provision: Provision) -> dict:
        number = self.report.index[provision.order].number
        said = {**self._titles(provision.title), "kicker": [self._t("order.number", number=number), f"§ {provision.section}", self._label("provision_kinds", provision.kind)]}
        if not provision.deadline:
            return {**said, "line": self._t("due.none")}
        due = self.report.due(provision)
        when = self._t("card.due", date=self._day(due.isoformat())) if due else self._t("due.event", event=provision.deadline.event[self.language])
        standing = self._standing(provision.id)
        return {**said, **standing, "line": self._t("stop.space").join((when, standing["line"]))}

    def _claim(self, claim: Claim) -> dict:
        return {**self._titles(claim.title), "kicker": [self._t("card.claim", id=claim.id), self.report.source(claim.source).short[self.language]],
                "mark": {"k": "verdict", "code": claim.verdict, "label": self._label("verdicts", claim.verdict)}, "line": self._t("card.said", speaker=self._label("speakers", claim.speaker))}

    def _event(self, event: Event) -> dict:
        return {**self._titles(event.title), "kicker": [self._t("col.event"), self._label("event_kinds", event.kind)], "mark": {"k": "day", "label": self._day(event.date)}, "line": event.actor[self.language]}

    def _chart(self, chart: Chart) -> dict:
        labels, others = (Labels(self.report, chart, language, self.figures) for language in (self.language, languages.other(self.language)))
        return {"title": labels.text("title"), "alt": others.text("title"), "kicker": [self._t("card.chart"), chart.name[self.language]], "line": labels.text("scope"),
                "drawing": f"{chart.id}.{self.language}"}

    def _article(self, article: Article, page: Page) -> dict:
        claims = len(article.claims)
        return {**self._titles(page.title), "kicker": [self._t("card.article")], "mark": {"k": "figure", "value": str(claims), "label": self._t("card.claims")}, "line": page.description[self.language]}

    def _reading(self, reading: Reading) -> dict:
        return {**self._titles(reading.title), "kicker": [self._t("card.reading")], "line": reading.description[self.language]}

    def _term(self, term: Term) -> dict:
        return {**self._titles(term.term), "kicker": [self._t("card.term"), *([term.abbreviation] if term.abbreviation else [])], "line": term.definition[self.language]}

    # --- parts --------------------------------------------------------------------------------------

    def _titles(self, title: Text) -> dict:
        return {"title": title[self.language], "alt": title[languages.other(self.language)]}

    def _placed(self, pillar: str, what: str) -> dict:
        return {"pillar": pillar, "kicker": [self._t(f"pillar.{pillar}"), what]}

    def _standing(self, target: str) -> dict:
        """The status of an action or a dated provision, and the day of the look."""
        look = self.report.tracker.look(target)
        return {"mark": {"k": "status", "code": look.status, "label": self._label("statuses", look.status)}, "line": self._t("card.looked", date=self._day(look.checked))}

    def _statuses(self, actions: Iterable[Action]) -> list[str]:
        """The status of each action, the furthest first, so that equal squares stand together."""
        order = [code.id for code in self.report.vocabularies["statuses"]]
        return sorted((self.report.tracker.status(action.id) for action in actions), key=order.index)

    def _actions(self, actions: Iterable[Action]) -> dict:
        """A square for each action, and how many have each status."""
        units = self._statuses(actions)
        tally = [{"code": code, "label": self._label("statuses", code), "n": units.count(code)} for code in dict.fromkeys(units)]
        return {"units": units, "mark": {"k": "tally", "items": tally, "total": self._t("card.actions" if len(units) != 1 else "card.actions.one", n=len(units))}}

    def _t(self, key: str, **values: object) -> str:
        return self.report.strings[key][self.language].format(**values)

    def _day(self, iso: str) -> str:
        return languages.day(iso, self.language)

    def _label(self, vocabulary: str, code: str) -> str:
        return self.report.code(vocabulary, code).label[self.language]
