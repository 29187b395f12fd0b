"""Charts of the press check: verdicts, what is not in the plan, attention, the comparison of the two countries."""
from scripts.draw import marks
from scripts.draw.canvas import Canvas
from scripts.labels import Labels


def verdicts(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """One square a claim: topics down, the two articles across, verdicts in their order."""
    totals = {code.id: sum(row["claims"] for row in rows if row["verdict"] == code.id) for code in labels.report.vocabularies["verdicts"]}
    marks.key(c, [(code, labels("counted", verdict=labels.name("verdicts", code), n=total)) for code, total in totals.items()], marks.verdict)
    c.y += 4
    articles = list(dict.fromkeys(row["article"] for row in rows))
    size, gap = (12, 2.8) if c.wide else (11, 3)
    label = 250 if c.wide else 0
    starts, x = [], float(label)
    for part in (0.36, 0.64) if c.wide else (0.5, 0.5):
        starts.append(x)
        x += (c.width - label) * part
    widths = [end - start for start, end in zip(starts, (*starts[1:], c.width))]
    below = c.y
    for start, width, article in zip(starts, widths, articles):
        total = sum(row["claims"] for row in rows if row["article"] == article)
        below = max(below, c.paragraph(start, c.y, labels("article", name=labels.name("source", article), n=total), width - 8, "small", bold=True, leading=1.3))
    c.y = below + 2
    c.line(0, c.y, c.width, c.y, "ink", 1.2)
    for topic in dict.fromkeys(row["topic"] for row in rows):
        name = labels.name("topics", topic)
        if c.wide:
            middle = c.y + max(size + 12, c.rows(name, label - 14, "small") + 6) / 2
            end = c.beside(0, middle, name, label - 14, "small") + 3
            top = middle - size / 2
        else:
            top = end = c.paragraph(0, c.y + 2, name, c.width, "small", bold=True)
        for start, width, article in zip(starts, widths, articles):
            codes = [row["verdict"] for row in rows if (row["topic"], row["article"]) == (topic, article) for _ in range(row["claims"])]
            if codes:
                end = max(end, marks.grid(c, codes, marks.verdict, start, top, size, gap, int((width - 8) // (size + gap))) + (6 if c.wide else 2))
        c.y = end
        c.line(0, c.y, c.width, c.y)


def not_in_the_plan(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """The claims by verdict, each in its own words, with its id and its article."""
    for verdict in dict.fromkeys(row["verdict"] for row in rows):
        mine = [row for row in rows if row["verdict"] == verdict]
        marks.verdict(c, verdict, 0, c.y + 4, 15)
        c.text(23, c.y + 16, labels("heading", verdict=labels.name("verdicts", verdict), n=len(mine)), bold=True)
        c.y += 26
        c.line(0, c.y, c.width, c.y)
        for row in mine:
            title = labels.report.index[row["claim"]].title[c.language]
            source = labels("said_by", article=labels.name("source", row["article"]), id=row["claim"])
            if c.wide:
                end = c.paragraph(23, c.y + 2, title, 620)
                c.text(c.width - 2, c.y + 2 + c.size("body"), source, "small", "soft", align="right")
            else:
                end = c.paragraph(0, c.y + 2, title, c.width - 2)
                end = c.paragraph(0, end - 3, source, c.width - 2, "small", colour="soft")
            c.y = end + 2
            c.line(0, c.y, c.width, c.y)
        c.y += 12
    c.y -= 12


def attention_pillars(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """For each pillar the plan's share as a line, and each article's between its claims and its sentences, on one scale."""
    articles = [article.source for article in labels.report.articles]
    left = 270 if c.wide else 0
    columns = (c.width - (76 if c.wide else 44), c.width - 2)          # where the figures of claims and of sentences end
    scale = (columns[0] - left - (90 if c.wide else 50)) / 100

    def at(share: float) -> float:
        return left + 10 + share * scale
    entries = [("plan", labels("plan_key")), ("claims", labels("claims_key")), ("sentences", labels("sentences_key"))]
    marks.key(c, entries, _share_mark, room=18, gap=24)
    c.y += 3
    for row in rows:
        c.bar(0, c.y, c.width, 3, f"p{row['pillar']}")
        c.text(0, c.y + 23, labels.name("pillar", row["pillar"]), bold=True)
        for end, hollow in zip(columns, (False, True)):
            c.dot(end - 14, c.y + 18, 5.5, "step3", hollow)
        if not c.wide:
            c.y += 18
        top = c.y + 12
        side, align = (8, "left") if row["plan"] < 40 else (-8, "right")
        c.text(at(row["plan"]) + side, c.y + 23, labels("plan", share=labels.number(row["plan"])), "small", bold=True, align=align)
        c.y += 34
        for article in articles:
            claims, sentences = row[f"{article}_claims"], row[f"{article}_sentences"]
            if c.wide:
                middle = c.y + 12
                c.middle(24, middle, labels.name("source", article), "small")
            else:
                middle = c.y + 28
                c.text(0, c.y + 12, labels.name("source", article), "small", "soft")
            c.line(at(0), middle, at(100), middle)
            if not c.wide:                  # a line through the panel would cross the names
                c.line(at(row["plan"]), middle - 8, at(row["plan"]), middle + 8, "ink", 2.4)
            c.line(at(claims), middle, at(sentences), middle, "step3", 2.4)
            for share, hollow in ((sentences, True), (claims, False)):
                c.dot(at(share), middle, 5.5, "step3", hollow)
            for end, share in zip(columns, (claims, sentences)):
                c.middle(end, middle, labels.number(share), "small", align="right")
            c.y = middle + (14 if c.wide else 10)
        if c.wide:
            c.line(at(row["plan"]), top, at(row["plan"]), c.y - 2, "ink", 2.4)
        c.y += 8


def _share_mark(c: Canvas, kind: str, x: float, y: float, size: float) -> None:
    """A mark of the shares in their key: the plan's line, or the dot of claims or sentences."""
    if kind == "plan":
        c.line(x + 6, y - 2, x + 6, y + 14, "ink", 2.4)
    else:
        c.dot(x + 6, y + 6, 5.5, "step3", hollow=kind == "sentences")


def attention_themes(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """Themes down, first those to which the articles give more room than the plan; the plan's share as a square, each article's as a dot on a track of its own."""
    first, second = (article.source for article in labels.report.articles)

    def more(row: dict) -> float:
        return (row[first] + row[second]) / 2 - row["plan"]
    left = 290 if c.wide else 122
    most = max(max(row["plan"], row[first], row[second]) for row in rows)
    scale = (c.width - left - 34) / most

    def at(share: float) -> float:
        return left + 10 + share * scale
    entries = [("plan", labels("plan")), (first, labels.name("source", first)), (second, labels.name("source", second))]
    marks.key(c, entries, lambda c, kind, x, y, size: _point(c, kind, (first, second), x + 7, y + 6), room=20, gap=22)
    c.y += 3
    ticks = range(0, int(most) + 1, 10 if most <= 50 else 25)
    for tick in ticks:
        c.text(at(tick), c.y + 12, f"{tick}%", "small", "soft", align="center")
    c.y += 18
    top, height, side = c.y, (27 if c.wide else 34), None
    for row in sorted(rows, key=more, reverse=True):
        if side != (more(row) > 0):
            side = more(row) > 0
            c.text(0, c.y + 17, labels("more" if side else "less"), "small", bold=True)
            c.y += 26
            c.line(0, c.y, c.width, c.y, "ink", 1.2)
        middle = c.y + height / 2
        c.beside(0, middle, labels.name("themes", row["theme"]), left - 12, "small")
        tracks = (("plan", row["plan"], 0), (first, row[first], -6), (second, row[second], 6))
        for kind, share, off in tracks:
            c.line(at(row["plan"]), middle + off, at(share), middle + off, "line", 1)
        for kind, share, off in tracks:
            _point(c, kind, (first, second), at(share), middle + off)
        c.y += height
        c.line(0, c.y, c.width, c.y)
    for tick in ticks:
        c.line(at(tick), top, at(tick), c.y, behind=True)


def _point(c: Canvas, kind: str, articles: tuple[str, str], x: float, y: float) -> None:
    if kind == "plan":
        c.bar(x - 4.5, y - 4.5, 9, 9, "ink")
    else:
        c.dot(x, y, 4.2, "step3", hollow=kind == articles[0])


def comparison(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """What is said of each country under each heading, every statement with its verdict."""
    used = [code for code in labels.report.vocabularies["verdicts"] if any(row["verdict"] == code.id for row in rows)]
    marks.key(c, [(code.id, code.label[c.language]) for code in used], marks.verdict)
    label = 130 if c.wide else 0
    width = (c.width - label) / 2
    countries = [code.id for code in labels.report.vocabularies["countries"]]
    for n, country in enumerate(countries):
        c.text(label + n * width, c.y + 16, labels.name("countries", country), bold=True)
    c.y += 24
    c.line(0, c.y, c.width, c.y, "ink", 1.2)
    for dimension in dict.fromkeys(row["dimension"] for row in rows):
        end = c.paragraph(0, c.y + 3, labels.name("dimensions", dimension), (label or c.width) - 12, bold=True)
        top = c.y if c.wide else end - 2
        for n, country in enumerate(countries):
            y = top
            for row in rows:
                if (row["dimension"], row["country"]) == (dimension, country):
                    marks.verdict(c, row["verdict"], label + n * width, y + 6, 12)
                    y = c.paragraph(label + n * width + 19, y + 3, labels.report.index[row["claim"]].title[c.language], width - 23, "small")
            end = max(end, y)
        c.y = end + 5
        c.line(0, c.y, c.width, c.y)
