"""Charts of what the plan says: its sections, instruments, words about time and about rivals."""
from collections.abc import Callable

from scripts.draw import marks
from scripts.draw.canvas import Canvas
from scripts.labels import Labels


def actions_by_section(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """One square an action, in the colour of its pillar."""
    total = sum(row["actions"] for row in rows)

    def squares(row: dict) -> list[Callable[[float, float, float], None]]:
        return [lambda x, y, size, fill=f"p{row['section'][0]}": c.bar(x, y, size, size, fill)] * row["actions"]

    def share(mine: list[dict], right: float, y: float) -> None:
        count = sum(row["actions"] for row in mine)
        c.text(right, y, labels("of_all", n=count, share=labels.number(100 * count / total)), "small", "soft", align="right")
    sections(c, rows, labels, squares, share)


def sections(c: Canvas, rows: list[dict], labels: Labels, squares: Callable[[dict], list], total: Callable[[list[dict], float, float], None]) -> None:
    """The sections under their pillars, Pillar I beside the other two; `squares` gives the marks of a row, `total` sets what a pillar comes to, up to a right end."""
    columns = [["1"], ["2", "3"]] if c.wide else [["1", "2", "3"]]
    gutter = 32
    width = (c.width - gutter * (len(columns) - 1)) / len(columns)
    size, gap = (13, 3.5) if c.wide else (11, 3.5)
    most = max(row["actions"] for row in rows)
    marks_at = width - 26 - most * (size + gap)
    top, ends = c.y, []
    for n, pillars in enumerate(columns):
        left, c.y = n * (width + gutter), top
        for pillar in pillars:
            mine = [row for row in rows if row["section"].split(".")[0] == pillar]
            c.bar(left, c.y, width, 3, f"p{pillar}")
            c.text(left, c.y + 22, labels.name("pillar", pillar), bold=True)
            total(mine, left + width, c.y + 22)
            c.y += 30
            for row in mine:
                words = c.wrap(labels.short("section", row["section"]), marks_at - 42, "small")
                c.text(left, c.y + c.size("small") + 3, row["section"], "small", bold=True)
                end = c.lines(left + 36, c.y + 3, words, "small", leading=1.3)
                for i, mark in enumerate(squares(row)):
                    mark(left + marks_at + i * (size + gap), c.y + 4, size)
                c.text(left + width, c.y + c.size("small") + 3, str(row["actions"]), "small", align="right")
                c.y = max(end, c.y + size + 8) + (2 if c.wide else 1)
                c.line(left, c.y, left + width, c.y)
            c.y += 20
        ends.append(c.y - 20)
    c.y = max(ends)


def lead_basis(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """Stacked bars from nobody named to lead named, with the range that the press calls about a third."""
    test = labels.holds("actions.lead_basis.none.share")
    label = 190 if c.wide else 0
    left, width = label, c.width - label - 2
    def at(share: float) -> float:
        return left + width * share / 100
    heading = c.y
    c.y += 46 if c.wide else 42
    top, bar = c.y, (34 if c.wide else 26)
    step = bar + (20 if c.wide else 34)
    first = 0 if c.wide else 18
    bottom = top + step * len(rows) + (0 if c.wide else 4)
    if c.wide:
        c.shade(at(test.at_least), top - 12, at(test.at_most) - at(test.at_least), bottom - top + 6, "step1")
    c.lines(at((test.at_least + test.at_most) / 2), heading, labels("third", low=test.at_least, high=test.at_most).split("\n"), "small", leading=1.25, align="center")
    for i, row in enumerate(rows):
        y = top + i * step + first
        name = labels("all") if row["pillar"] == "all" else labels.name("pillar", row["pillar"])
        if c.wide:
            c.middle(0, y + bar / 2, name, bold=row["pillar"] == "all")
            c.middle(left - 14, y + bar / 2, str(row["actions"]), colour="soft", align="right")
        else:
            c.text(0, y - 6, name, bold=row["pillar"] == "all")
        x = left
        for code, fill, ink in (("none", "wash", "ink"), ("implied", "mid", "on_dark"), ("explicit", "ink", "on_dark")):
            long = width * row[code] / row["actions"]
            if not row[code]:
                continue
            c.bar(x, y, long, bar, fill)
            if code == "none":
                c.box(x, y, long, bar, "ink", dashed=True)
            said = labels("segment", n=row[code], share=labels.number(100 * row[code] / row["actions"]))
            if c.measure(said) > long - 6:
                said = str(row[code])
            if c.measure(said) < long:
                c.middle(x + long / 2, y + bar / 2, said, colour=ink, align="center")
            x += long
    edges = (-2, bar + 2) if c.wide else (bar + 2,)     # the range is marked at the edges of the bars, clear of what is written in them and, on phones, above them
    for share in (test.at_least, test.at_most):
        for y in (top + i * step + first + edge for i in range(len(rows)) for edge in edges):
            c.line(at(share), y - 4, at(share), y + 4, "step2", 2)
    for share in (0, 50, 100):
        c.text(at(share), bottom + 10, f"{share}%", "small", "soft", align={0: "left", 100: "right"}.get(share, "center"))
    y = bottom + (26 if c.wide else 24)
    x = left
    for code, fill in (("none", "wash"), ("implied", "mid"), ("explicit", "ink")):
        name = labels.name("lead_basis", code)
        c.bar(x, y, 12, 12, fill)
        if code == "none":
            c.box(x, y, 12, 12, "ink", dashed=True)
        c.middle(x + 18, y + 6, name, "small")
        x += 18 + c.measure(name, "small") + (34 if c.wide else 16)
    c.y = y + 26
    for key, field in (("nobody", "nobody_share"), ("no_lead", "no_lead_share")):
        share = rows[0][field]
        inside = test.at_least <= int(share + 0.5) <= test.at_most
        c.y = c.paragraph(left, c.y, labels("inside" if inside else "outside", definition=labels(key), share=labels.number(share)), width, "small") + 2


def instruments(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """One square an action, by instrument, coloured, parted and counted by pillar."""
    size, gap, part = (17, 4, 8) if c.wide else (8.4, 2, 4)
    label, column, last, pillars = (200, 84, 70, "123") if c.wide else (88, 22, 32, "123")
    counts = [c.width - last - column * (2 - n) for n in range(3)]
    marks.key(c, [(pillar, labels.name("pillar", pillar) if c.wide else labels.short("pillar", pillar)) for pillar in pillars], marks.pillar)
    for pillar, x in zip(pillars, counts):
        c.text(x, c.y + 14, labels.short("pillar", pillar) if c.wide else labels("roman").split("/")[int(pillar) - 1], "small", bold=True, align="right")
    c.text(c.width - 2, c.y + 14, labels("total"), "small", bold=True, align="right")
    c.y += 22
    c.line(0, c.y, c.width, c.y, "ink", 1.2)
    for row in rows:
        name = labels.name("instruments", row["instrument"])
        middle = c.y + max(size + 8, c.rows(name, label - 8) + 4) / 2
        c.beside(0, middle, name, label - 8)
        x = label
        for pillar, at in zip(pillars, counts):
            count = row[f"pillar_{pillar}"]
            for _ in range(count):
                c.bar(x, middle - size / 2, size, size, f"p{pillar}")
                x += size + gap
            x += part if count else 0
            c.middle(at, middle, str(count) if count else "–", colour="ink" if count else "soft", align="right")
        c.middle(c.width - 2, middle, str(row["actions"]), bold=True, align="right")
        c.y = 2 * middle - c.y
        c.line(0, c.y, c.width, c.y)


def time_words(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """One square an action or provision; those that set a period are full, those that say anything about time are half full."""
    size, gap = (13, 4) if c.wide else (11, 2.8)
    label = 320 if c.wide else 0
    marks.key(c, [("solid", labels("key_dated")), ("half", labels("key_timed")), ("faint", labels("key_silent"))], marks.neutral)
    c.y += 4
    for document in dict.fromkeys(row["document"] for row in rows):
        mine = [row for row in rows if row["document"] == document]
        total = sum(row["count"] for row in mine)
        said = {row["timing"]: row["count"] for row in mine}
        dated = said["deadline"]
        timed = [(kind, n) for kind, n in said.items() if kind not in ("deadline", "silent") and n]
        words = labels("comma").join(labels("timed", n=n, kind=labels.name("timing", kind).lower()) for kind, n in timed)
        line = labels("dated" if dated else "undated", n=dated, of=total) + (labels("but", words=words) if words else "")
        top = c.y
        end = c.paragraph(0, c.y + 2, labels.name("order", document), (label or c.width) - 24, bold=True, leading=1.25)
        end = c.paragraph(0, end - 2, line, (label or c.width) - 24, "small", colour="soft")
        squares = ["dated"] * dated + ["timed"] * (total - dated - said["silent"]) + ["silent"] * said["silent"]
        if not c.wide:
            top = end + 4
        per_line = int((c.width - label) // (size + gap))
        for i, kind in enumerate(squares):
            x, y = label + i % per_line * (size + gap), top + 4 + i // per_line * (size + gap)
            marks.neutral(c, {"dated": "solid", "timed": "half", "silent": "faint"}[kind], x, y, size)
        c.y = max(end, top + 4 + ((len(squares) - 1) // per_line + 1) * (size + gap)) + 12
        c.line(0, c.y, c.width, c.y)
        c.y += 8
    c.y -= 4


def china_pages(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """Page by page: above the line each place where a word stands, below it the actions coded for rivalry."""
    left = 4
    step = (c.width - left * 2) / len(rows)
    size = min(15, step - 4)
    unit = size + 3
    above = max(row["china"] + row["adversaries"] for row in rows)
    below = max(row["names_china"] + row["adversary"] + row["competition"] for row in rows)
    codes = [(kind, labels.name("china_relevance", code)) for code, kind in (("names_china", "solid"), ("adversary", "half"), ("competition", "open"))]
    marks.key(c, codes, marks.neutral)
    c.y = c.paragraph(0, c.y, labels("above"), c.width - 4, "small", colour="soft") + 4
    base = c.y + above * unit + 6
    for i, row in enumerate(rows):
        x = left + i * step + (step - size) / 2
        for n in range(row["china"] + row["adversaries"]):
            marks.neutral(c, "solid" if n < row["china"] else "half", x, base - (n + 1) * unit, size)
        if c.wide or row["page"] in (1, 5, 10, 15, 20, 23):
            c.text(x + size / 2, base + 20, str(row["page"]), "small", "soft", align="center")
        down = base + 54
        for kind, count in (("solid", row["names_china"]), ("half", row["adversary"]), ("open", row["competition"])):
            for _ in range(count):
                marks.neutral(c, kind, x, down, size)
                down += unit
    c.line(left, base, c.width - left, base, "ink", 1.2)
    for pillar in labels.report.plan.pillars:
        x0, x1 = left + (pillar.page - 1) * step + 2, left + pillar.page_end * step - 2
        c.bar(x0, base + 27, x1 - x0, 4, f"p{pillar.id}")
        c.text((x0 + x1) / 2, base + 46, labels.name("pillar", pillar.id) if c.wide else labels.short("pillar", pillar.id), "small", "soft", align="center")
    c.y = base + 56 + below * unit
    c.y = c.paragraph(0, c.y, labels("below"), c.width - 4, "small", colour="soft")
