"""Charts of the press check: verdicts, what is not in the plan, attention, the comparison of the two countries."""
from scripts.draw import marks
from scripts.draw.canvas import Canvas
from scripts.labels import Labels


def verdicts(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """One square a claim: topics down, the two articles across, verdicts in their order."""
    marks.key(c, [(code.id, code.label[c.language]) for code in labels.report.vocabularies["verdicts"]], marks.verdict)
    c.y += 4
    articles = list(dict.fromkeys(row["article"] for row in rows))
    size, gap = (13, 4) if c.wide else (11, 3)
    label = 210 if c.wide else 0
    shares = (0.42, 0.58) if c.wide else (0.5, 0.5)
    starts, widths, x = [], [], float(label)
    for part in shares:
        starts.append(x)
        widths.append((c.width - label) * part)
        x += widths[-1]
    for start, article in zip(starts, articles):
        total = sum(row["claims"] for row in rows if row["article"] == article)
        c.lines(start, c.y, c.wrap(labels("article", name=labels.name("source", article), n=total), widths[0] - 14, "small", True), "small", bold=True, leading=1.3)
    c.y += 24 if c.wide else 40
    c.line(0, c.y - 2, c.width, c.y - 2, "ink", 1.2)
    for topic in dict.fromkeys(row["topic"] for row in rows):
        top = c.y + 3
        end = c.paragraph(0, c.y, labels.name("topics", topic), (label or c.width) - 12, "small", bold=not c.wide)
        if not c.wide:
            top = end
        for start, width, article in zip(starts, widths, articles):
            codes = [row["verdict"] for row in rows if (row["topic"], row["article"]) == (topic, article) for _ in range(row["claims"])]
            if codes:
                end = max(end, marks.grid(c, codes, marks.verdict, start, top, size, gap, int((width - 16) // (size + gap))))
        c.y = end + 4
        c.line(0, c.y, c.width, c.y)
        c.y += 3


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
                end = c.paragraph(23, c.y + 2, title, 560)
                c.text(c.width - 2, c.y + 2 + c.size("body"), source, "small", "soft", align="right")
            else:
                end = c.paragraph(0, c.y + 2, title, c.width - 2)
                end = c.paragraph(0, end - 3, source, c.width - 2, "small", colour="soft")
            c.y = end + 2
            c.line(0, c.y, c.width, c.y)
        c.y += 12
    c.y -= 12


def attention_pillars(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """For each pillar its share of the plan and of each article's claims, with the share of sentences as a tick."""
    articles = [article.source for article in labels.report.articles]
    left, right = (250, 110) if c.wide else (0, 82)
    scale = (c.width - left - right) / 100
    bar = 18 if c.wide else 14
    for row in rows:
        c.bar(0, c.y, c.width, 3, f"p{row['pillar']}")
        c.text(0, c.y + 22, labels.name("pillar", row["pillar"]), bold=True)
        c.y += 30
        for key, value, tick in [("plan", row["plan"], None), *((article, row[f"{article}_claims"], row[f"{article}_sentences"]) for article in articles)]:
            name = labels("plan") if key == "plan" else labels.name("source", key)
            if c.wide:
                c.middle(0, c.y + bar / 2, name, "small")
            else:
                c.text(0, c.y + 12, name, "small", "soft")
                c.y += 18
            if key == "plan":
                c.bar(left, c.y, value * scale, bar, f"p{row['pillar']}")
            else:
                c.bar(left, c.y, value * scale, bar, "step2")
                c.line(left + tick * scale, c.y - 3, left + tick * scale, c.y + bar + 3, "ink", 2)
            end = max(value, tick or 0) * scale
            c.middle(left + end + 8, c.y + bar / 2, labels.number(value) if tick is None else labels("both", claims=labels.number(value), sentences=labels.number(tick)), "small", bold=tick is None)
            c.y += bar + (7 if c.wide else 6)
        c.y += 12
    c.bar(0, c.y + 2, 26, 12, "step2")
    c.text(32, c.y + 13, labels("claims_key"), "small")
    x = 32 + c.measure(labels("claims_key"), "small") + 24
    c.line(x, c.y, x, c.y + 16, "ink", 2)
    c.text(x + 8, c.y + 13, labels("sentences_key"), "small")
    c.y += 18


def attention_themes(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """Themes down; the plan's share as a square, each article's as a dot, on one scale."""
    first, second = (article.source for article in labels.report.articles)
    left = 250 if c.wide else 118
    most = max(max(row["plan"], row[first], row[second]) for row in rows)
    scale = (c.width - left - 34) / most
    def at(share: float) -> float:
        return left + 8 + share * scale
    x, y = 0.0, c.y
    for kind, said in (("plan", labels("plan")), (first, labels.name("source", first)), (second, labels.name("source", second))):
        width = 20 + c.measure(said, "small")
        if x and x + width > c.width:
            x, y = 0.0, y + 20
        _point(c, kind, (first, second), x + 7, y + 9)
        c.text(x + 20, y + 14, said, "small")
        x += width + 22
    c.y = y + 30
    ticks = range(0, int(most) + 1, 10 if most <= 50 else 25)
    for tick in ticks:
        c.text(at(tick), c.y + 12, f"{tick}%", "small", "soft", align="center")
    c.y += 18
    top, height = c.y, (23 if c.wide else 34)
    for tick in ticks:
        c.line(at(tick), top, at(tick), top + height * len(rows))
    for row in rows:
        middle = c.y + height / 2
        lines = c.wrap(labels.name("themes", row["theme"]), left - 6, "small")
        for n, line in enumerate(lines):
            c.middle(0, middle + (n - (len(lines) - 1) / 2) * c.size("small") * 1.2, line, "small")
        shares = [row["plan"], row[first], row[second]]
        c.line(at(min(shares)), middle, at(max(shares)), middle, "line", 1.5)
        for kind, share in ((first, row[first]), (second, row[second]), ("plan", row["plan"])):
            _point(c, kind, (first, second), at(share), middle)
        c.y += height
    c.y += 4


def _point(c: Canvas, kind: str, articles: tuple[str, str], x: float, y: float) -> None:
    if kind == "plan":
        c.bar(x - 5, y - 5, 10, 10, "ink")
    else:
        c.dot(x, y, 5.5, "step3", hollow=kind == articles[0])


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
                    y = c.paragraph(label + n * width + 19, y + 3, labels.report.index[row["claim"]].title[c.language], width - 32, "small")
            end = max(end, y)
        c.y = end + 5
        c.line(0, c.y, c.width, c.y)
