"""The checked records as one connected whole: lookups, neighbours, reverse links, computed dates.

Nothing here is typed by anybody: it all follows from the records.
"""
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from scripts import measures, permalinks
from scripts.charts import Chart
from scripts.dictionary import Dictionary
from scripts.digests import standing
from scripts.editions import Change, Release
from scripts.measures import Definition
from scripts.model import ROLES, Action, Code, Order, Pillar, Plan, Provision, Section, Text
from scripts.press import Article, Claim, Reading, Ruling, Search
from scripts.records import Data
from scripts.registers import Agency, Citation, Coding, Edition, Essay, Family, Retired, Source, Term
from scripts.tracker import Assessment, Event, Tracker
from scripts.versions import Versions


@dataclass(frozen=True)
class Report:
    """Everything the pages are made of. All lists stand in the order of the documents."""

    edition: Edition
    plan: Plan
    sections: tuple[Section, ...]
    orders: tuple[Order, ...]
    agencies: tuple[Agency, ...]
    citations: tuple[Citation, ...]
    sources: tuple[Source, ...]
    terms: tuple[Term, ...]
    families: tuple[Family, ...]
    codings: tuple[Coding, ...]
    charts: tuple[Chart, ...]
    articles: tuple[Article, ...]
    rulings: tuple[Ruling, ...]
    second_looks: tuple[Ruling, ...]
    searches: tuple[Search, ...]
    tracker: Tracker
    versions: Versions
    readings: tuple[Reading, ...]
    retired: tuple[Retired, ...]
    vocabularies: dict[str, tuple[Code, ...]]
    dictionary: Dictionary
    essays: dict[str, Essay]
    strings: dict[str, Text]

    @classmethod
    def from_data(cls, data: Data) -> "Report":
        """Build the report from checked data; pydantic.ValidationError means that a check is missing."""
        value = {key: document.value for key, document in data.documents.items()}

        def many(model: type, key: str) -> tuple:
            return tuple(model.model_validate(item) for item in value[key])

        edition = Edition.model_validate(value["edition"])
        events = tuple(Event.model_validate(d.value) for d in data.folder("events"))
        looks = [Assessment.model_validate(item) for d in data.folder("status") for item in d.value] + [a for event in events for a in event.assessments]
        present = {key: digest for key, (digest, _, _) in standing(data).items()}
        versions = Versions(edition.version, edition.as_of, many(Release, "releases"), many(Change, "changes"), {edition.version: present, **data.digests}, tuple(data.digests))
        return cls(
            edition=edition, versions=versions, tracker=Tracker(events, tuple(looks), edition.as_of, edition.cadence_days),
            plan=Plan.model_validate(value["plan/plan"]),
            sections=tuple(Section.model_validate(v) for key, v in value.items() if key.startswith("plan/") and key != "plan/plan"),
            orders=tuple(Order.model_validate(d.value) for d in data.folder("orders")),
            agencies=many(Agency, "agencies"), citations=many(Citation, "citations"), sources=many(Source, "sources"),
            terms=many(Term, "glossary"), families=many(Family, "measures"), codings=many(Coding, "coding"), charts=many(Chart, "charts"),
            articles=tuple(Article.model_validate(value[f"press/{s['id']}"]) for s in value["sources"] if f"press/{s['id']}" in value), rulings=many(Ruling, "rulings"), second_looks=many(Ruling, "second_looks"),
            searches=many(Search, "searches"), readings=many(Reading, "readings"),
            retired=tuple(Retired.model_validate({field: row[field] for field in Retired.model_fields}) for row in value.get("permalinks", ()) if "retired" in row),
            vocabularies={key.split("/")[1]: many(Code, key) for key in value if key.startswith("vocabularies/")},
            dictionary=Dictionary.model_validate(value["tables"]),
            essays={key.split("/")[1]: Essay.model_validate(value[key]) for key in value if key.startswith("pages/")},
            strings={key: Text.model_validate(text) for key, text in value["strings"].items()},
        )

    @property
    def releases(self) -> tuple[Release, ...]:
        """Every version as it was published, oldest first."""
        return self.versions.releases

    @property
    def frozen_version(self) -> str | None:
        """The present version if a copy of it is kept; None while it is being prepared."""
        return self.edition.version if self.edition.version in self.versions.frozen else None

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        return tuple(action for section in self.sections for action in section.actions)

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        return tuple(provision for order in self.orders for provision in order.provisions)

    @cached_property
    def index(self) -> dict[str, object]:
        """Pillars, sections, actions, orders, provisions, agencies, citations, claims and events by id."""
        records = (*self.plan.pillars, *self.sections, *self.actions, *self.orders, *self.provisions, *self.agencies, *self.citations, *self.claims, *self.tracker.events)
        return {record.id: record for record in records}

    def code(self, vocabulary: str, code: str) -> Code:
        """An entry of a vocabulary; KeyError if there is none."""
        return {entry.id: entry for entry in self.vocabularies[vocabulary]}[code]

    def source(self, source: str) -> Source:
        """A document of the register; KeyError if there is none."""
        return {entry.id: entry for entry in self.sources}[source]

    @cached_property
    def dimensions(self) -> dict[str, dict[str, Text]]:
        """What measures are counted by: the members of every dimension with their names, in order."""
        return measures.dimensions(self)

    @cached_property
    def definitions(self) -> dict[str, Definition]:
        """Every measure by its id, families spelled out."""
        return measures.spelled_out(self.families, self.dimensions)

    def definition(self, measure: str) -> Definition:
        """The name and definition of a measure; KeyError if there is none."""
        return self.definitions[measure]

    def chart(self, chart: str) -> Chart:
        """The words of a chart; KeyError if there is none."""
        return {entry.id: entry for entry in self.charts}[chart]

    # --- the plan -------------------------------------------------------------------------------

    def sheet(self, page: int) -> int:
        """The PDF sheet of a printed page of the plan (codebook, section 2)."""
        return page + self.plan.sheet_offset

    def pdf(self, page: int) -> str:
        """The address of a printed page in the official PDF."""
        return f"{self.source(self.plan.source).link}#page={self.sheet(page)}"

    def pillar_sections(self, pillar: Pillar) -> list[Section]:
        return [section for section in self.sections if section.pillar == pillar.id]

    def pillar_actions(self, pillar: Pillar) -> list[Action]:
        return [action for action in self.actions if action.pillar == pillar.id]

    def neighbours(self, item: Action | Section | Order) -> tuple:
        """What stands before and after an item in its own list; None at the ends."""
        series = self.actions if isinstance(item, Action) else self.sections if isinstance(item, Section) else self.orders
        at = series.index(item)
        return (series[at - 1] if at else None, series[at + 1] if at + 1 < len(series) else None)

    def related(self, action: Action) -> list[Action]:
        """Related actions; a relation typed on one side holds for both."""
        return [other for other in self.actions if other.id != action.id and other.id != action.repeats
                and (other.id in action.related or action.id in other.related)]

    def provisions_of(self, action: Action) -> list[Provision]:
        """The order provisions that carry out or touch an action."""
        return [provision for provision in self.provisions if action.id in provision.actions]

    def theme(self, theme: str) -> list[Action]:
        return [action for action in self.actions if theme in action.themes]

    def citing(self, citation: str) -> list[Action | Provision]:
        """The actions and provisions that cite a document."""
        return [record for record in (*self.actions, *self.provisions) if citation in record.cites]

    # --- the orders -----------------------------------------------------------------------------

    def due(self, provision: Provision) -> date | None:
        """The day that starts the period plus its calendar days; None without a period, or where what starts it has not been recorded."""
        deadline = provision.deadline
        if not deadline or deadline.start == "event" and not deadline.started_by:
            return None
        start = self.index[deadline.started_by].date if deadline.started_by else self.index[provision.order].signed
        return date.fromisoformat(start) + timedelta(days=deadline.days)

    @cached_property
    def dated(self) -> list[Provision]:
        """The provisions with a period: by due date, then those without one."""
        return sorted((p for p in self.provisions if p.deadline), key=lambda p: (self.due(p) is None, self.due(p) or p.id))

    @cached_property
    def tracked(self) -> list[Action | Provision]:
        """Everything that has a status: all actions and the dated provisions."""
        return [*self.actions, *self.dated]

    def delivered(self, provision: Provision) -> str | None:
        """The ISO day, or month where the day is not known, on which a dated provision was met; None if no event shows it."""
        event = self.tracker.delivery(provision.id)
        return event.date if event else None

    def days_late(self, provision: Provision) -> int | None:
        """Days from the due date to the delivery, negative if early; None if one of the two days is not known."""
        due, event = self.due(provision), self.tracker.delivery(provision.id)
        known = event and len(event.date) == 10 and next(tie.exact for tie in event.links if tie.target == provision.id)
        return (date.fromisoformat(event.date) - due).days if due and known else None

    def timeliness(self, provision: Provision) -> tuple[str, int]:
        """How the delivery of a met provision stands to its due date: the key of the words for it in data/strings.yml, and the days between."""
        late = self.days_late(provision)
        if late is None:
            return "due.unknown", 0
        key = "due.on_time" if not late else "due.late" if late > 0 else "due.early"
        return key + (".one" if abs(late) == 1 else ""), abs(late)

    def second_look(self, target: str) -> Ruling | None:
        """The two independent judgements of a target's status at its first look; None for one added since."""
        return {look.id: look for look in self.second_looks}.get(target)

    # --- the bodies -----------------------------------------------------------------------------

    def line(self, agency: Agency) -> list[Agency]:
        """The body's parents, nearest first."""
        parents = []
        while agency.parent:
            agency = self.index[agency.parent]
            parents.append(agency)
        return parents

    def top(self, agency: str) -> str:
        """The id of the body at the head of an agency's line: its last parent, or itself."""
        return [self.index[agency], *self.line(self.index[agency])][-1].id

    def components(self, agency: Agency) -> list[Agency]:
        """Every body below this one, at any depth."""
        return [other for other in self.agencies if agency in self.line(other)]

    def acting(self, agency: Agency, role: str) -> list[Action | Provision]:
        """The actions (leads, hosts, partners, mentioned) or provisions (responsible, consulted) in which a body has a role."""
        records = self.actions if role in ROLES else self.provisions
        return [record for record in records if agency.id in getattr(record, role)]

    # --- the press ------------------------------------------------------------------------------

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for article in self.articles for claim in article.claims)

    @cached_property
    def article_ids(self) -> set[str]:
        return {article.source for article in self.articles}

    def article(self, source: str) -> Article:
        """The article of a source; KeyError if it is none."""
        return {article.source: article for article in self.articles}[source]

    def ruling(self, claim: Claim) -> Ruling:
        """The two independent verdicts on a claim."""
        return {ruling.id: ruling for ruling in self.rulings}[claim.id]

    def search(self, words: str) -> Search:
        """Where some words stand in the plan."""
        return {search.words: search for search in self.searches}[words]

    def claims_about(self, *records: str) -> list[Claim]:
        """The claims checked against, or concerning, one of these records."""
        return [claim for claim in self.claims if set(records) & set(claim.about)]

    def claims_at(self, locator: str) -> list[Claim]:
        """The claims drawn from a sentence."""
        return [claim for claim in self.claims if locator in (place.at for place in claim.locators)]

    def pillars_of(self, claim: Claim) -> set[str]:
        """The pillars a claim is about, through the pillars, sections, actions and provisions it names."""
        found = set()
        for item in claim.about:
            kind = permalinks.kind(item)
            actions = self.index[item].actions if kind == "provision" else [item]
            if kind in ("pillar", "section", "action", "provision"):
                found |= {action.split(".")[0] for action in actions}
        return found
