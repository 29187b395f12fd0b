"""How a chart and the table behind it name what they count, in one language."""
from dataclasses import dataclass

from scripts import languages
from scripts.charts import Chart
from scripts.press import Test
from scripts.prose import filled
from scripts.report import Report

WHOLE = ("all", "nobody", "silent")                 # values that are no record: the whole plan, no body, no word about time


@dataclass(frozen=True)
class Labels:
    """The words of one chart: `labels("key")` for its own, `name` and `short` for records and codes."""

    report: Report
    chart: Chart
    language: str
    figures: dict[str, int | str]

    def __call__(self, key: str, **values: object) -> str:
        """A word of the chart, with its figures and the given values filled; KeyError if data/charts.yml has none."""
        return filled(self.chart.words[key][self.language], self.figures).format(**values)

    def text(self, field: str) -> str:
        """A text of the chart, such as its title, with its figures filled."""
        return filled(getattr(self.chart, field)[self.language], self.figures)

    def string(self, key: str, **values: object) -> str:
        """A text that all charts share, from data/strings.yml."""
        return self.report.strings[key][self.language].format(**values)

    def holds(self, figure: str) -> Test:
        """The range within which a claim of the press is held to be true of a figure."""
        return next(test for claim in self.report.claims for test in claim.tests if test.figure == figure)

    def name(self, kind: str, value: object) -> str:
        """A value of a column of this kind as a table shows it; KeyError for a kind or a code that is not known."""
        if value is None:
            return self.string("chart.unknown")
        if value in WHOLE:
            return self(str(value))
        report, language = self.report, self.language
        if kind == "count":
            return str(value)
        if kind == "share":
            return f"{value:.1f}%"
        if kind == "day":
            return languages.day(str(value), language)
        if kind == "agency":
            return report.index[value].full[language]
        if kind == "source":
            return (report.source(value).short or report.source(value).title)[language]
        if kind == "order":
            return self.string("order.number", number=report.index[value].number) if value in report.index else self.name("source", value)
        if kind == "provision":
            provision = report.index[value]
            return f"{self.string('order.short', number=report.index[provision.order].number)} § {provision.section} {provision.title[language]}"
        if kind == "pillar":
            return f"{self.string(f'pillar.{value}')} {report.index[value].short[language]}"
        if kind == "section":
            return f"{value} {report.index[value].short[language]}"
        if kind in ("claim", "event"):
            title = report.index[value].title[language]
            return f"{value} {title}" if kind == "claim" else title
        return report.code(kind, value).label[language]

    def short(self, kind: str, value: object) -> str:
        """The same in few letters: the abbreviation of a body, the title of a section without its number."""
        if value in WHOLE:
            return self(str(value))
        if kind == "agency":
            return self.report.index[value].abbreviation or self.report.index[value].name[self.language]
        if kind == "pillar":
            return self.string(f"pillar.{value}")
        return self.report.index[value].short[self.language] if kind == "section" else self.name(kind, value)

    def number(self, value: float) -> str:
        """A share in whole per cent, halves rounded up, as the measures give it."""
        return f"{int(value + 0.5)}%"
