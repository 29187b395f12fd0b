"""What a page is, before it is rendered."""
from collections.abc import Callable
from dataclasses import dataclass

from scripts import permalinks
from scripts.languages import LANGUAGES
from scripts.model import Text
from scripts.prose import filled
from scripts.report import Report


@dataclass(frozen=True)
class Page:
    """One page of both languages: of which kind and item it is, and what its template gets.

    document: the ready PDF that belongs to the page. place: where in it the item of the page stands, if it has a place.
    """

    kind: str
    item: str
    template: str
    title: Text
    description: Text
    context: Callable[[dict], dict] = lambda names: {}
    document: str = "report"
    place: str = ""

    @property
    def path(self) -> str:
        """The address below the language folder."""
        return permalinks.path(self.kind, self.item)

    @property
    def file(self) -> str:
        return (self.path.rstrip("/") or "index") + ".md"


def fill(report: Report, key: str, **values: object) -> Text:
    """A string of both languages with its words in braces filled; a value in both languages gives each its own."""
    text = report.strings[key]
    return Text(**{language: text[language].format(**{name: value[language] if isinstance(value, Text) else value for name, value in values.items()}) for language in LANGUAGES})


HEADLINE = ("actions.total", "actions.lead_basis.none", "status.in_progress", "status.no_public_record", "provisions.deadline")


def headline(report: Report, figures: dict[str, int | str]) -> list[tuple[int | str, Text]]:
    """The five figures of the briefing, each with what it counts."""
    called = {"distinct": "actions.distinct", "orders": "orders.total", "pillars": "pillars.total", "sections": "sections.total",
              "share": "actions.lead_basis.none.share", "due": "provisions.due", "completed": "status.completed"}
    values = {name: figures[measure] for name, measure in called.items()}
    return [(figures[name], fill(report, f"home.{name}", **values)) for name in HEADLINE]


def computed(text: Text, figures: dict[str, int | str]) -> Text:
    """A text of both languages with the figures that it calls."""
    return Text(zh=filled(text.zh, figures), en=filled(text.en, figures))


def listing(report: Report, name: str, **counts: int) -> tuple[Text, Text]:
    """The title and the description of a page that lists records."""
    return fill(report, f"{name}.title", **counts), fill(report, f"{name}.description", **counts)
