"""What goes to the typesetter, in one language: text as runs, and everything that leads elsewhere.

A text is a list of runs. A run is a string, or an object with `k`: `b` bold,
`i` a title in italics, `soft` a remark, `lang` words of the other language, `url` a web
address, `ref` a place in the same document, `foot` a footnote, `st` a status,
`v` a verdict, `br` a line break. All but the last hold runs in `t`.
"""
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from scripts import languages, permalinks
from scripts.model import Text
from scripts.press import Claim
from scripts.prose import filled
from scripts.report import Report

Runs = list[str | dict]
JOINER = "\u2060"                # forbids a line break on either side


def tied(text: str) -> str:
    """A text that no line breaks at its spaces."""
    return text.replace(" ", "\u00a0")


@dataclass(frozen=True)
class Manuscript:
    """The words of one document: its language, and the ways from one record to another."""

    report: Report
    figures: dict[str, int | str]
    language: str

    # --- words ------------------------------------------------------------------------------------

    def t(self, key: str, **values: object) -> str:
        """A text of data/strings.yml; KeyError if there is none."""
        return self.report.strings[key][self.language].format(**values)

    def fill(self, text: Text) -> str:
        """A text of a record with the figures that it calls."""
        return filled(text[self.language], self.figures)

    def day(self, iso: object) -> str:
        """A date that no line breaks."""
        return tied(languages.day(str(iso), self.language))

    def label(self, vocabulary: str, code: str) -> str:
        return self.report.code(vocabulary, code).label[self.language]

    def labels(self, vocabulary: str, codes: Iterable[str]) -> str:
        return self.t("list.comma").join(self.label(vocabulary, code) for code in codes)

    def joined(self, items: Iterable[Runs], separator: str = "list.comma") -> Runs:
        """Several texts in a row, with a comma of the language between them."""
        runs: Runs = []
        for item in items:
            boxed = runs and isinstance(runs[-1], dict) and runs[-1]["k"] in ("v", "ref")                # after which a mark could begin a line
            runs += [(JOINER if boxed else "") + self.t(separator), *item] if runs else item
        return runs

    def aside(self, text: str) -> str:
        """A remark in parentheses after other words."""
        return (" " if self.language == "en" else "") + self.t("aside", text=text)

    def tag(self, text: str) -> dict:
        """A word in parentheses that stays on the line of what it tells about."""
        return {"k": "soft", "t": ["\u00a0" if self.language == "en" else JOINER, tied(self.t("aside", text=text))]}

    def named(self, label: str, runs: Runs) -> Runs:
        """A label, a colon, and what it labels."""
        return [{"k": "soft", "t": [label + self.t("colon")]}, *runs]

    def work(self, title: str) -> Runs:
        """The title of a source: in italics, a Chinese one in its own marks, which titles that carry marks already do not get again."""
        if not languages.HAN.search(title):
            return [{"k": "i", "t": [{"k": "lang", "lang": "en", "t": [title]}]}]
        return [title if "《" in title else f"《{title}》"]

    def cite(self, title: str, url: str) -> str:
        """How to cite a text of this edition."""
        edition = self.report.edition
        return self.t("cite.page", title=title, name=edition.name[self.language], date=self.day(edition.as_of), version=edition.version, url=url)

    def other(self, text: Text) -> dict:
        """The same text in the other language."""
        language = languages.other(self.language)
        return {"k": "lang", "lang": language, "t": [text[language]]}

    def status(self, target: str) -> dict:
        """The status of an action or dated provision: word and square."""
        code = self.report.tracker.status(target)
        return {"k": "st", "code": code, "t": [self.label("statuses", code)]}

    def verdict(self, claim: Claim) -> Runs:
        """The verdict on a claim; a fact about the world that no event shows says so."""
        unchecked = claim.verdict == "context" and not claim.checked_against
        return [{"k": "v", "code": claim.verdict, "t": [self.label("verdicts", claim.verdict)]}, *([self.tag(self.t("claim.unchecked"))] if unchecked else [])]

    def claim(self, claim: str | Claim) -> Runs:
        """A claim by its title, with its page and its verdict."""
        record = self.report.index[claim] if isinstance(claim, str) else claim
        return [self.ref("claim", record.id, [record.title[self.language]]), "\u00a0", *self.verdict(record)]

    # --- ways -------------------------------------------------------------------------------------

    def ref(self, kind: str, item: str, text: Runs, quiet: bool = False) -> dict:
        """A way to a place of the same document, with its page unless quiet."""
        return {"k": "ref", "place": permalinks.place(kind, item), "quiet": quiet, "t": text}

    def way(self, kind: str, item: str, text: Runs, quiet: bool = False) -> dict:
        """A way to a place of the same document where it has one, else to the site; `papers` settles which."""
        return {"k": "way", "place": permalinks.place(kind, item), "url": self.address(permalinks.path(kind, item)), "quiet": quiet, "t": text}

    def web(self, url: str) -> dict:
        return {"k": "url", "url": url, "t": [url]}

    def address(self, path: str) -> str:
        return permalinks.absolute(self.report.edition.address, self.language, path)

    def short(self, kind: str, item: str) -> dict:
        """The short address of an item, as printed beside it."""
        url = self.report.edition.address + permalinks.short(kind, item)
        return {"k": "url", "url": url, "t": [url.removeprefix("https://")]}

    def plan_page(self, page: int, end: int) -> Runs:
        """A page of the plan, with the sheet of the PDF that it leads to."""
        pages, sheets = languages.span(page, end, self.language), languages.sheets(self.report.sheet(page), self.report.sheet(end), self.language)
        return [self.t("print.plan"), {"k": "url", "url": self.report.pdf(page), "t": [pages]}, self.aside(sheets)]

    def foot(self, runs: Runs) -> dict:
        return {"k": "foot", "t": runs}

    def cited(self, citation: str) -> Runs:
        """A law or document by its title, with a footnote where that has more to say."""
        record = self.report.index[citation]
        title, tail = record.title[self.language], [self.t("print.comma"), self.web(record.url)] if record.url else []
        known = not tail and record.citation.lower() in title.lower()
        return [title] if known else [title, "\u202f", self.foot([record.citation, *tail])]

    def agency(self, agency: str, long: bool = False) -> dict:
        """A body by its abbreviation, or by its full name."""
        record = self.report.index[agency]
        name = record.full[self.language] if long else record.abbreviation or record.name[self.language]
        return self.way("agency", agency, [name], quiet=True)

    def agencies(self, ids: Iterable[str], long: bool = False) -> Runs:
        return self.joined([self.agency(item, long)] for item in ids)

    def action(self, action: str) -> dict:
        """An action by its id and title."""
        return self.ref("action", action, [{"k": "b", "t": [action]}, " ", self.report.index[action].title[self.language]])

    def provision_name(self, provision: str) -> str:
        record = self.report.index[provision]
        return tied(f"{self.t('order.short', number=self.report.index[record.order].number)} § {record.section}").replace(")(", f"){JOINER}(")

    def target(self, item: str) -> Runs:
        """Whatever a claim was checked against or an event bears on, with its title."""
        report, kind, language = self.report, permalinks.kind(item), self.language
        if kind == "printed_page":
            return self.plan_page(int(item[1:]), int(item[1:]))
        if kind == "measure":
            name = item.removeprefix("figure:")
            return [self.t("claim.figure", name=report.definition(name).label[language], value=self.figures[name])]
        if kind == "source":
            text = report.source(item).short[language] if item in report.article_ids else self.t(f"target.{item}")
            return [self.ref("source", item, [text])]
        title = report.index[item].title[language]
        head = {"provision": self.provision_name, "order": lambda order: self.t("order.short", number=report.index[order].number), "pillar": lambda pillar: self.t(f"pillar.{pillar}"),
                "event": lambda event: self.day(report.index[event].date)}.get(kind, lambda item: item)(item)
        return [self.ref(kind, item, [{"k": "b", "t": [head]}, "\u2002" if kind in ("provision", "event") and language == "zh" else " ", title])]

    def told(self, *records: str) -> list[Runs]:
        """What the press says about these records: each claim with its page and verdict."""
        claims = {claim.id: claim for record in records for claim in self._claims_about.get(record, [])}
        return [self.claim(claim) for claim in claims.values()]

    @cached_property
    def _claims_about(self) -> dict[str, list]:
        """The claims that concern each record, by its id."""
        found: dict[str, list] = {}
        for claim in self.report.claims:
            for item in claim.about:
                found.setdefault(item, []).append(claim)
        return found
