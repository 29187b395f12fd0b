"""Charts of who is to act: agencies by role, by section, and with one another."""
from scripts.draw import marks
from scripts.draw.canvas import Canvas
from scripts.labels import Labels

ROLES = (("leads", "step4", "on_dark"), ("hosts", "step3", "on_dark"), ("partners", "step1", "ink"))
SHOWN, DRAWN, OFTEN = 2, 4, 3               # actions, or shared actions, from which a body is drawn; the others are in the table


def agencies(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """Departments and other top bodies with their components beneath them, each action once, by the strongest role."""
    left = 380 if c.wide else 0
    scale = (c.width - left - 50) / max(row["actions"] for row in rows)
    marks.key(c, [(fill, labels(role)) for role, fill, _ in ROLES], lambda c, fill, x, y, size: _segment(c, x, y, size, size, fill), gap=22)
    c.y += 3
    for row in (row for row in rows if row["actions"] >= SHOWN):
        top, name = not row["within"], labels.name("agency", row["agency"])
        kind, indent = ("body", 0) if top else ("small", 22 if c.wide else 14)
        height = (22 if top else 18) if c.wide else (18 if top else 16)
        c.y += 4 if top else 0
        if c.wide:
            middle = c.y + max(height, c.rows(name, left - indent - 14, kind, top)) / 2
            c.beside(indent, middle, name, left - indent - 14, kind, bold=top)
        else:
            middle = c.paragraph(indent, c.y - 2, name, c.width - indent, "small", bold=top, leading=1.25) + height / 2
        x = left + (0 if c.wide else indent)
        for role, fill, ink in ROLES:
            long = row[role] * scale
            if row[role]:
                _segment(c, x, middle - height / 2, long, height, fill)
                if c.measure(str(row[role]), "small") < long - 3:
                    c.middle(x + long / 2, middle, str(row[role]), "small", colour=ink, align="center")
                x += long + 1
        c.middle(x + 6, middle, str(row["actions"]), kind, bold=top)
        c.y = (2 * middle - c.y if c.wide else middle + height / 2) + (3 if c.wide else 5)
    c.y = c.paragraph(0, c.y + 8, labels("rest", n=sum(row["actions"] < SHOWN for row in rows)), c.width - 4, "small", colour="soft")


def _segment(c: Canvas, x: float, y: float, width: float, height: float, fill: str) -> None:
    c.bar(x, y, width, height, fill)
    if fill == "step1":                     # too light to end by itself
        c.box(x, y, width, height, "step3", weight=1)


def agency_section(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """A heat map: sections down, top bodies across, darker where a body has a part in more actions; in the last column how many other bodies are named."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["agency"]] = totals.get(row["agency"], 0) + row["actions"]
    bodies = sorted((agency for agency, total in totals.items() if total >= DRAWN), key=lambda agency: -totals[agency])
    value = {(row["section"], row["agency"]): row["actions"] for row in rows}
    others = {section.id: sum(row["section"] == section.id and row["agency"] not in bodies for row in rows) for section in labels.report.sections}
    left, height = (350, 23) if c.wide else (34, 20)
    step = (c.width - left) / (len(bodies) + 1)
    for n, said in enumerate([*(labels.short("agency", agency) for agency in bodies), labels("others")]):
        c.text(left + (n + 0.5) * step, c.y + (14 if c.wide else 40), said, "small", bold=True, align="center" if c.wide else "turned")
    c.y += 20 if c.wide else 42
    pillar = ""
    for section in labels.report.sections:
        if section.pillar != pillar:
            pillar = section.pillar
            c.y += 4
            c.bar(0, c.y, c.width, 3, f"p{pillar}")
            c.text(0, c.y + 20, labels.name("pillar", pillar), "small", bold=True)
            c.y += 27
        middle = c.y + height / 2
        c.middle(0, middle, section.id, "small", bold=True)
        if c.wide:
            c.middle(40, middle, labels.short("section", section.id), "small")
        counts = [value.get((section.id, agency), 0) for agency in bodies]
        for n, count in enumerate(counts):
            if count:
                _cell(c, left + n * step, c.y, step, height, count, min(count, 4))
        if others[section.id]:
            c.middle(left + (len(bodies) + 0.5) * step, middle, str(others[section.id]), "small", colour="soft", align="center")
        if not any(counts) and not others[section.id]:
            c.middle(left + 6, middle, labels("nobody"), "small", colour="soft")
        c.y += height
        c.line(0, c.y, c.width, c.y, behind=True)
    _spelt_out(c, bodies, labels)


def _spelt_out(c: Canvas, bodies: list[str], labels: Labels) -> None:
    """The abbreviations of some bodies with their names."""
    spelt = labels.string("list.semi").join(f"{labels.short('agency', body)} {labels.report.index[body].name[c.language]}" for body in bodies)
    c.y = c.paragraph(0, c.y + 8, spelt, c.width - 4, "small", colour="soft")


def _cell(c: Canvas, x: float, y: float, width: float, height: float, count: int, step: int) -> None:
    c.bar(x + 1, y + 1, width - 2, height - 2, f"step{step}")
    c.middle(x + width / 2, y + height / 2, str(count), "small", colour="ink" if step < 3 else "on_dark", align="center")


def agencies_together(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """A triangle: how many actions name both the body of the row and that of the column."""
    value = {frozenset((row["agency"], row["with"])): row["actions"] for row in rows}
    sums: dict[str, int] = {}
    for row in rows:
        for body in (row["agency"], row["with"]):
            sums[body] = sums.get(body, 0) + row["actions"]
    often = {body for row in rows if row["actions"] >= OFTEN for body in (row["agency"], row["with"])}
    bodies = sorted(often, key=lambda body: (-sums[body], body))
    left, height = (380, 30) if c.wide else (58, 24)
    step = min(56.0, (c.width - left - 46) / max(len(bodies) - 1, 1))
    for i, body in enumerate(bodies):
        middle = c.y + height / 2
        c.middle(0, middle, labels.name("agency", body) if c.wide else labels.short("agency", body), "small", bold=not i)
        for j, other in enumerate(bodies[:i]):
            count = value.get(frozenset((body, other)), 0)
            if count:
                _cell(c, left + j * step, c.y, step, height, count, min(4, (count + 2) // 3))
        if i < len(bodies) - 1:
            c.middle(left + (i + 0.5) * step, middle, labels.short("agency", body), "small", bold=True, align="center")
        c.y += height
        c.line(0, c.y, left + max(i, 1) * step, c.y, behind=True)
    if not c.wide:
        _spelt_out(c, bodies, labels)
