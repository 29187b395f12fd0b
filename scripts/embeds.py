"""What others may put into pages of their own: every chart, and the status of every action and dated provision, as a page for a frame and as a picture."""
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

from scripts import languages, permalinks
from scripts.labels import Labels
from scripts.model import Action, Provision
from scripts.report import Report

WIDEST = 760                    # of a drawing in a frame, in CSS pixels; the template has the same
AROUND = {"chart": 104, "status": 150}                # what a frame needs besides its drawing, or besides the words that differ
LINE, TITLE = 27, 32            # heights of a line of text and of a title
UNITS = {"text": 60, "title": 46}                   # how many letters a line holds in the narrowest frame without a scroll bar, 600 wide; a Chinese character takes two
CARD = (1200, 630)
Sizes = dict[str, tuple[int, int, int]]


@dataclass(frozen=True)
class Embed:
    """One chart or status in one language. path: of the frame, page: of the item, picture: the plain image, all below the root of the site.

    title: of the frame. alt: in place of the picture. height: that the frame
    asks for, in CSS pixels. content: what its template shows.
    """

    kind: str
    item: str
    language: str
    title: str
    alt: str
    picture: str
    size: tuple[int, int]
    height: int
    content: dict

    @property
    def path(self) -> str:
        return permalinks.frame(self.kind, self.item, self.language)

    @property
    def page(self) -> str:
        return f"{self.language}/{permalinks.path(self.kind, self.item)}"

    @property
    def base(self) -> str:
        """What leads from the frame to the root of the site."""
        return "../" * self.path.count("/")


def embeds(report: Report, figures: dict[str, int | str], sizes: Sizes) -> Iterator[Embed]:
    """Everything that can be embedded, in both languages."""
    items = [*(("chart", chart.id) for chart in report.charts), *(("action", action.id) for action in report.actions), *(("provision", provision.id) for provision in report.dated)]
    for language in languages.LANGUAGES:
        yield from (embed(report, figures, sizes, kind, item, language) for kind, item in items)


def embed(report: Report, figures: dict[str, int | str], sizes: Sizes, kind: str, item: str, language: str) -> Embed:
    """A chart, or the status of an action or a dated provision; sizes: width and height of each drawing by its file. KeyError for what has neither."""
    def t(key: str, **values: object) -> str:
        return report.strings[key][language].format(**values)

    if kind == "chart":
        return _chart(report, figures, sizes, item, language, t)
    return _status(report, report.index[item], kind, language, t)


def _chart(report: Report, figures: dict, sizes: Sizes, item: str, language: str, t: Callable[..., str]) -> Embed:
    labels = Labels(report, report.chart(item), language, figures)
    drawings = {form: {scheme: f"{item}.{language}{form}{scheme}.svg" for scheme in ("", ".dark")} for form in ("", ".narrow")}
    wide = sizes[drawings[""][""]][:2]
    content = {"wide": drawings[""], "narrow": drawings[".narrow"], "size": wide}
    title = t("embed.chart", name=labels.text("name"))
    return Embed("chart", item, language, title, labels.text("alt"), f"charts/{item}.{language}.png", wide, ceil(wide[1] * WIDEST / wide[0]) + AROUND["chart"], content)


def _status(report: Report, record: Action | Provision, kind: str, language: str, t: Callable[..., str]) -> Embed:
    def day(iso: str) -> str:
        return languages.day(iso, language)

    tracker, name = report.tracker, record.title[language]
    look = tracker.look(record.id)
    status, number = report.code("statuses", look.status).label[language], len(tracker.events_on(record.id))
    what = t("action.number", id=record.id) if kind == "action" else f"{t('order.number', number=report.index[record.order].number)} § {record.section}"
    notes = [t("status.silence")] if look.status == "no_public_record" else []
    if kind == "provision":
        due, delivered = report.due(record), report.delivered(record)
        dates = [t("card.due", date=day(due.isoformat())) if due else t("due.event", event=record.deadline.event[language])]
        dates += [t("embed.delivered", date=day(delivered))] if delivered else []
        notes.insert(0, t("list.semi").join(dates))
    notes.append(t("status.no_events") if not number else t("embed.events.one" if number == 1 else "embed.events", n=number))
    content = {
        "what": what, "name": name, "code": look.status, "status": status, "reason": look.reason[language], "notes": notes,
        "confidence": t("status.confidence", level=report.code("confidences", look.confidence).label[language].lower()),
        "looked": t("look.dates", checked=day(look.checked), next=day(tracker.next_look(look).isoformat())), "overdue": t("look.overdue") if tracker.stale(look) else "",
    }
    height = AROUND["status"] + TITLE * _lines(name, "title") + LINE * (2 + _lines(content["reason"], "text") + sum(_lines(note, "text") for note in notes))
    alt = t("embed.alt", what=what, name=name, status=status, date=day(look.checked))
    return Embed(kind, record.id, language, t("embed.status", what=what), alt, f"cards/{permalinks.picture(permalinks.card(kind, record.id), language)}", CARD, height, content)


def _lines(text: str, style: str) -> int:
    """How many lines a text may take."""
    return ceil(sum(2 if languages.HAN.match(letter) else 1 for letter in text) / UNITS[style])
