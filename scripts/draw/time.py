"""Charts along the calendar: the orders' deadlines, events by month, the policy timeline."""
from calendar import monthrange
from datetime import date

from scripts.draw.canvas import Canvas
from scripts.labels import Labels


def deadlines(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """A schedule: the period of each provision as a line, its due date hollow, its delivery full."""
    last = date.fromisoformat(labels.report.edition.as_of)
    first = date(min(_first(row["start"]).year for row in rows if row["start"]), 1, 1)
    left, right = (370, 150) if c.wide else (4, 8)
    x = _scale(first, last, left, c.width - right)
    _point_key(c, [(True, labels("due")), (False, labels("delivered"))])
    top = c.y
    quarters = _quarters(first, last)
    for day in quarters:
        if day.month in (1, 7) or c.wide:
            said = str(day.year) if day.month == 1 else labels("month", n=day.month, name=labels("months").split("/")[day.month - 1])
            c.text(x(day), c.y + 13, said, "small", "soft", bold=day.month == 1)
    c.y += 20
    grid = c.y
    for row in rows:
        provision, outcome = labels.name("provision", row["provision"]), _outcome(labels, row)
        if c.wide:
            end = c.paragraph(0, c.y + 4, provision, left - 24, "small")
            middle = (c.y + 4 + end) / 2
        else:
            below = c.paragraph(0, c.y + 4, provision, c.width - 4, "small")
            middle = c.paragraph(0, below - 3, outcome, c.width - 4, "small", bold=True) + 8
            end = middle + 8
        if row["due"]:
            start, due = x(date.fromisoformat(row["start"])), x(date.fromisoformat(row["due"]))
            c.line(start, middle, due, middle, "step3", 3)
            if row["delivered"]:
                day = _first(row["delivered"])
                if len(row["delivered"]) == 7:
                    ends = x(day.replace(day=monthrange(day.year, day.month)[1]))
                    c.bar(x(day), middle - 4, ends - x(day), 8, "step4")
                else:
                    ends = x(day)
                    if ends > due:
                        c.line(due, middle, ends, middle, "ink", 1.2)
                c.dot(due, middle, 5, "step3", hollow=True)
                if len(row["delivered"]) == 10:
                    c.dot(ends, middle, 4 if ends - due < 8 else 5, "step4")
            else:
                c.line(due, middle, x(last), middle, "line", 1.2, dashed=True)
                c.dot(due, middle, 5, "step3", hollow=True)
        elif not c.wide:
            end = middle - 6
        if c.wide:
            c.middle(c.width - 2, middle, outcome, "small", align="right", bold=row["delivered"] is None)
        c.y = end + 5
        c.line(0, c.y, c.width, c.y)
    for day in quarters:
        c.line(x(day), grid - 2, x(day), c.y, behind=True)


def _outcome(labels: Labels, row: dict) -> str:
    """How a deadline was met, in a few words."""
    if not row["due"]:
        return labels("no_date", days=row["days"])
    if not row["delivered"]:
        return labels("not_found")
    late = row["days_late"]
    return labels("day_unknown") if late is None else labels("late", n=late) if late > 0 else labels("on_day") if not late else labels("early", n=-late)


def events_by_month(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """Columns upward for recorded events, steps beneath the rest; downward those of which no source could be opened."""
    left = 34
    step = (c.width - left - 6) / len(rows)
    bar = step * 0.66
    most, below = max(row["events"] for row in rows), max(row["unopened"] for row in rows)
    unit = (260 if c.wide else 190) / most
    for n, (fill, key) in enumerate((("step4", "steps"), ("step2", "others"), ("line", "unopened"))):
        if n and not c.wide:
            c.y += 20
        x = 0 if not c.wide else sum(c.measure(labels(k), "small") + 46 for k in ("steps", "others")[:n])
        c.bar(x, c.y + 3, 13, 13, fill)
        c.text(x + 19, c.y + 14, labels(key), "small")
    c.y += 34
    base = c.y + most * unit + 4
    for tick in range(0, most + 1, 10):
        c.line(left, base - tick * unit, c.width, base - tick * unit, "ink" if not tick else "hair", 1.2 if not tick else 1)
        c.middle(left - 8, base - tick * unit, str(tick), "small", colour="soft", align="right")
    for i, row in enumerate(rows):
        x = left + i * step + (step - bar) / 2
        c.bar(x, base - row["steps"] * unit, bar, row["steps"] * unit, "step4")
        c.bar(x, base - row["events"] * unit, bar, row["others"] * unit, "step2")
        if row["events"]:
            c.text(x + bar / 2, base - row["events"] * unit - 5, str(row["events"]), "small", align="center")
        year, month = row["month"].split("-")
        if c.wide or int(month) % 3 == 1:
            c.text(x + bar / 2, base + 18, labels("months").split("/")[int(month) - 1], "small", "soft", align="center")
        if i == 0 or month == "01":
            c.text(x + bar / 2 if c.wide else x, base + 36, year, "small", bold=True, align="center" if c.wide else "left")
        c.bar(x, base + 48, bar, row["unopened"] * unit, "line")
        if row["unopened"]:
            c.text(x + bar / 2, base + 48 + row["unopened"] * unit + 14, str(row["unopened"]), "small", "soft", align="center")
    c.line(left, base + 48, c.width, base + 48)
    c.y = base + 52 + below * unit + 18


def timeline(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """Six lanes of events, the main ones named; on a narrow sheet the named ones as a list."""
    (_lanes if c.wide else _list)(c, rows, labels)


def _lanes(c: Canvas, rows: list[dict], labels: Labels) -> None:
    said = {mark.event: mark.text[c.language] for mark in labels.chart.marks}
    left, last = 150, date.fromisoformat(labels.report.edition.as_of)
    first = _first(rows[0]["date"]).replace(day=1)
    # What came before the year of the plan is drawn in little room.
    turn = date(int(labels.report.source(labels.report.plan.source).date[:4]), 1, 1)
    early = _scale(first, turn, left, left + 90) if first < turn else None
    late = _scale(turn, last, left + (90 if early else 0), c.width - 4)

    def at(day: date) -> float:
        return early(day) if early and day < turn else late(day)
    grid = c.y
    months = [*([first] if early else []), *_quarters(turn, last)]
    for day in months:
        name = labels("month", n=day.month, name=labels("months").split("/")[day.month - 1])
        year = day.month == 1 or day is months[0]
        c.text(at(day) + 4, c.y + 13, str(day.year) if year else name, "small", "soft", bold=year)
    c.y += 22
    size = c.size("small")
    for thread in dict.fromkeys(code.id for code in labels.report.vocabularies["threads"]):
        mine = [row for row in rows if row["thread"] == thread]
        named = [row for row in mine if row["event"] in said]
        starts: list[float] = []
        places = []
        # From the right, so that no leader runs through an earlier label.
        for row in reversed(named):
            x, width = at(_first(row["date"])), c.measure(said[row["event"]], "small")
            start = min(x - 4, c.width - width - 4)
            level = next((n for n, left_end in enumerate(starts) if start + width + 14 < left_end), len(starts))
            starts[level:level + 1] = [start]
            places.append((row, x, start, level))
        depth = len(starts)
        c.line(0, c.y, c.width, c.y, "ink", 1)
        c.lines(0, c.y + 4, c.wrap(labels.name("threads", thread), left - 16, "body", True), bold=True, leading=1.25)
        row_y = c.y + 18
        for row in mine:
            if row["event"] not in said:
                c.dot(at(_first(row["date"])), row_y, 3.2, "step2")
        for row, x, start, level in places:
            baseline = row_y + 20 + level * (size + 6)
            c.line(x, row_y, x, baseline - size + 1, "line", 1)
            c.dot(x, row_y, 5, "step4")
            c.text(start, baseline, said[row["event"]], "small")
        c.y = row_y + 26 + max(depth, 1) * (size + 6) - 6
    for day in months:
        c.line(at(day), grid + 4, at(day), c.y, behind=True)


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


def _scale(first: date, last: date, start: float, end: float):
    """Where a day lies between two ends."""
    return lambda day: start + (end - start) * (day - first).days / (last - first).days


def _point_key(c: Canvas, entries: list[tuple[bool, str]]) -> None:
    x = 6.0
    for hollow, said in entries:
        c.dot(x, c.y + 9, 5, "step3" if hollow else "step4", hollow)
        c.text(x + 12, c.y + 14, said, "small")
        x += 12 + c.measure(said, "small") + 28
    c.y += 28
