"""Charts along the calendar: the orders' deadlines, events by month, the policy timeline."""
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from scripts.draw import marks
from scripts.draw.canvas import Canvas
from scripts.labels import Labels


def deadlines(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """A schedule: the period of each provision as a line, its due date hollow, its delivery full; a bar where only the month or the latest day is known."""
    last = date.fromisoformat(labels.report.edition.as_of)
    first = date(min(_first(row["start"]).year for row in rows if row["start"]), 1, 1)
    left, right = (380, 170) if c.wide else (4, 8)
    x = _scale(first, last, left, c.width - right)
    marks.key(c, [(mark, labels(mark)) for mark in ("period", "due", "delivered", "about", "open")], _schedule_mark, room=26, gap=22)
    c.y += 1
    quarters = _quarters(first, last)
    for day in quarters:
        if day.month in (1, 7) or c.wide:
            said = str(day.year) if day.month == 1 else labels("month", n=day.month, name=labels("months").split("/")[day.month - 1])
            c.text(x(day) + 3, c.y + 13, said, "small", "soft", bold=day.month == 1)
    c.y += 20
    grid = c.y
    c.line(0, c.y, c.width, c.y, "ink", 1.2)
    for row in rows:
        provision, outcome = labels.name("provision", row["provision"]), _outcome(labels, row)
        missed = row["due"] and not row["delivered"]
        if c.wide:
            middle = c.y + max(26, c.rows(provision, left - 30, "small") + 8) / 2
            c.beside(0, middle, provision, left - 30, "small")
            c.middle(c.width - 2, middle, outcome, "small", align="right", bold=bool(missed))
            end = 2 * middle - c.y
        else:
            below = c.paragraph(0, c.y + 4, provision, c.width - 4, "small")
            below = c.paragraph(0, below - 3, outcome, c.width - 4, "small", bold=bool(missed))
            middle = below + 8
            end = middle + 10 if row["due"] else below + 3
        if row["due"]:
            _period(c, x, row, middle, last)
        c.y = end
        c.line(0, c.y, c.width, c.y)
    for day in quarters:
        c.line(x(day), grid - 2, x(day), c.y, behind=True)


def _period(c: Canvas, x: Callable[[date], float], row: dict, middle: float, last: date) -> None:
    """The marks of one provision with a due date."""
    due = x(date.fromisoformat(row["due"]))
    c.line(x(date.fromisoformat(row["start"])), middle, due, middle, "step3", 3)
    if not row["delivered"]:
        c.line(due, middle, x(last), middle, "line", 1.2, dashed=True)
        c.dot(due, middle, 5, "step3", hollow=True)
        return
    day = _first(row["delivered"])
    exact = row["days_late"] is not None
    until = x(day.replace(day=monthrange(day.year, day.month)[1])) if len(row["delivered"]) == 7 else x(day)
    if until > due:
        c.line(due, middle, until, middle, "ink", 1.2)
    c.dot(due, middle, 5, "step3", hollow=True)
    if exact:
        c.dot(until, middle, 4 if abs(until - due) < 8 else 5, "step4")
    else:                                   # from the earliest to the latest day it can have been
        since = x(day) if len(row["delivered"]) == 7 else until - 14
        c.bar(since, middle - 3, until - since, 6, "step4")


def _schedule_mark(c: Canvas, mark: str, x: float, y: float, size: float) -> None:
    """A mark of the schedule in its key."""
    if mark == "period":
        c.line(x, y + 6, x + 20, y + 6, "step3", 3)
    elif mark == "open":
        c.line(x, y + 6, x + 20, y + 6, "line", 1.2, dashed=True)
    elif mark == "about":
        c.bar(x + 3, y + 3, 14, 6, "step4")
    else:
        c.dot(x + 10, y + 6, 5, "step3" if mark == "due" else "step4", hollow=mark == "due")


def _outcome(labels: Labels, row: dict) -> str:
    """How a deadline was met, in a few words."""
    if not row["due"]:
        return labels("no_date", days=row["days"])
    if not row["delivered"]:
        return labels("not_found")
    if (late := row["days_late"]) is None:
        return labels("in_month" if len(row["delivered"]) == 7 else "by", date=labels.name("day", row["delivered"]))
    return labels("late", n=late) if late > 0 else labels("on_day") if not late else labels("early", n=-late)


def events_by_month(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """A column a month, steps beneath the rest; beside it, in outline, how many of them have no source that could be opened."""
    left = 34
    step = (c.width - left - 4) / len(rows)
    bar, thin = step * 0.52, step * 0.2
    most = max(row["events"] for row in rows)
    unit = (250 if c.wide else 190) / most
    entries = [("step4", labels("steps")), ("step1", labels("others")), ("", labels("unopened"))]
    marks.key(c, entries, lambda c, fill, x, y, size: _column(c, x, y, size, size, fill), gap=24)
    c.text(0, c.y + 13, labels("unit"), "small", "soft")
    base = c.y + 33 + most * unit
    for tick in range(0, most + 1, 10):
        c.line(left, base - tick * unit, c.width, base - tick * unit, "ink" if not tick else "hair", 1.2 if not tick else 1, behind=bool(tick))
        c.middle(left - 8, base - tick * unit, str(tick), "small", colour="soft", align="right")
    for i, row in enumerate(rows):
        x, centre = left + i * step + step * 0.1, left + i * step + step * 0.1 + bar / 2
        _column(c, x, base - row["events"] * unit, bar, row["others"] * unit, "step1")
        c.bar(x, base - row["steps"] * unit, bar, row["steps"] * unit, "step4")
        c.text(centre, base - row["events"] * unit - 5, str(row["events"]) if row["events"] else "", "small", align="center")
        if row["steps"] * unit > c.size("small") + 4 and c.measure(str(row["steps"]), "small") < bar:
            c.text(centre, base - row["steps"] * unit + c.size("small") + 1, str(row["steps"]), "small", "on_dark", align="center")
        if row["unopened"]:
            _column(c, x + bar + 2, base - row["unopened"] * unit, thin, row["unopened"] * unit, "")
        year, month = row["month"].split("-")
        if c.wide or int(month) % 3 == 1:
            c.text(centre, base + 18, labels("months").split("/")[int(month) - 1], "small", "soft", align="center")
        if i == 0 or month == "01":
            c.text(centre if c.wide else x, base + 36, year, "small", bold=True, align="center" if c.wide else "left")
    c.y = base + 44
    c.y = c.paragraph(0, c.y, labels("newest", date=labels.name("day", labels.report.tracker.newest_first[0].date)), c.width - 4, "small", colour="soft")


def _column(c: Canvas, x: float, y: float, width: float, height: float, fill: str) -> None:
    """A part of a column; the light one and the empty one have a line around them."""
    if fill and height:
        c.bar(x, y, width, height, fill)
    if fill != "step4" and height:
        c.box(x, y, width, height, "step3" if fill else "ink", weight=1)


def timeline(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """Six lanes of events, the main ones named; on a narrow sheet the named ones as a list."""
    (_lanes if c.wide else _list)(c, rows, labels)


def _lanes(c: Canvas, rows: list[dict], labels: Labels) -> None:
    said = {mark.event: mark.text[c.language] for mark in labels.chart.marks}
    left, last = 156, date.fromisoformat(labels.report.edition.as_of)
    first = _first(rows[0]["date"]).replace(day=1)
    # What came before the year of the plan is drawn in little room.
    turn = date(int(labels.report.source(labels.report.plan.source).date[:4]), 1, 1)
    room = 100 if first < turn else 0
    early = _scale(first, turn, left, left + room - 8) if room else None
    late = _scale(turn, last, left + room, c.width - 4)

    def at(day: date) -> float:
        return early(day) if early and day < turn else late(day)
    c.dot(6, c.y + 9, 5, "step4")
    c.text(18, c.y + 14, labels("named"), "small")
    x = 18 + c.measure(labels("named"), "small") + 24
    c.dot(x + 4, c.y + 9, 3.2, "step3")
    c.text(x + 14, c.y + 14, labels("unnamed"), "small")
    c.y += 30
    grid = c.y
    if early:
        c.text(left + 4, c.y + 13, labels("before", first=first.year, last=turn.year - 1), "small", "soft", bold=True)
    for day in _quarters(turn, last):
        name = labels("month", n=day.month, name=labels("months").split("/")[day.month - 1])
        c.text(at(day) + 4, c.y + 13, str(day.year) if day.month == 1 else name, "small", "soft", bold=day.month == 1)
    c.y += 22
    size, pitch = c.size("small"), c.size("small") + 6
    for thread in dict.fromkeys(code.id for code in labels.report.vocabularies["threads"]):
        mine = [row for row in rows if row["thread"] == thread]
        c.line(0, c.y, c.width, c.y, "ink", 1)
        below = c.paragraph(0, c.y + 4, labels.name("threads", thread), left - 12, bold=True, leading=1.25)
        row_y = c.y + 18
        for row in mine:
            if row["event"] not in said:
                c.dot(at(_first(row["date"])), row_y, 3.2, "step3")
        placed = _placed(c, [(at(_first(row["date"])), said[row["event"]]) for row in mine if row["event"] in said])
        for x, start, level, text in placed:
            baseline = row_y + 22 + level * pitch
            c.line(x, row_y, x, baseline - size + 1, "line", 1)
            c.halo(start, baseline, text, "small")
            c.text(start, baseline, text, "small")
        for x, *_ in placed:
            c.dot(x, row_y, 5, "step4")
        c.y = max(row_y + 32 + max((level for _, _, level, _ in placed), default=0) * pitch, below + 4)
    if early:
        c.shade(left, grid, room - 8, c.y - grid, "wash")
    for day in _quarters(turn, last):
        c.line(at(day), grid + 4, at(day), c.y, behind=True)


def _placed(c: Canvas, labels: list[tuple[float, str]]) -> list[tuple[float, float, int, str]]:
    """(x, start, level, text) for each label: the highest level at which no label lies over another and no leader runs through one."""
    placed: list[tuple[float, float, int, str]] = []
    for x, text in sorted(labels, reverse=True):        # from the right, since labels run to the right
        start = min(x - 4, c.width - c.measure(text, "small") - 4)
        end = start + c.measure(text, "small")

        def free(level: int) -> bool:
            for other_x, other_start, other_level, other in placed:
                other_end = other_start + c.measure(other, "small")
                if other_level == level and start < other_end + 14 and other_start < end + 14:
                    return False
                if other_level > level and start - 4 <= other_x <= end + 4 or other_level < level and other_start - 4 <= x <= other_end + 4:
                    return False
            return True
        placed.append((x, start, next(level for level in range(len(placed) + 1) if free(level)), text))
    return placed


def _list(c: Canvas, rows: list[dict], labels: Labels) -> None:
    said = {mark.event: mark.text[c.language] for mark in labels.chart.marks}
    year = ""
    for row in rows:
        if row["event"] not in said:
            continue
        if row["date"][:4] != year:
            year = row["date"][:4]
            c.text(0, c.y + 18, year, bold=True)
            c.y += 26
            c.line(0, c.y - 2, c.width, c.y - 2, "ink", 1)
        day = _first(row["date"])
        when = labels("day", month=day.month, day=day.day, name=labels("months").split("/")[day.month - 1])
        c.text(0, c.y + 4 + c.size("small"), when, "small", "soft")
        thread = labels.name("threads", row["thread"])
        end = c.paragraph(62, c.y + 4, said[row["event"]], c.width - 64)
        c.y = c.paragraph(62, end - 3, thread, c.width - 64, "small", colour="soft") + 2
        c.line(0, c.y, c.width, c.y)


def _first(day: str) -> date:
    """The day of an ISO date, or the first of its month."""
    return date.fromisoformat(day if len(day) == 10 else f"{day}-01")


def _quarters(first: date, last: date) -> list[date]:
    """The first day of every quarter from the year of `first` to `last`."""
    return [day for year in range(first.year, last.year + 1) for month in (1, 4, 7, 10) if (day := date(year, month, 1)) <= last]


def _scale(first: date, last: date, start: float, end: float) -> Callable[[date], float]:
    """Where a day lies between two ends."""
    return lambda day: start + (end - start) * (day - first).days / (last - first).days
