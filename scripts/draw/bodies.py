"""Charts of who is to act: agencies by role, by section, and with one another."""
from scripts.draw.canvas import Canvas
from scripts.labels import Labels

ROLES = (("leads", "step4", "on_dark"), ("hosts", "step3", "on_dark"), ("partners", "step1", "ink"))
SHOWN = 2                                   # bodies with fewer actions are in the table only


def agencies(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """Departments and other top bodies with their components beneath them, each action once, by the strongest role."""
    shown = [row for row in rows if row["actions"] >= SHOWN]
    left = 330 if c.wide else 0
    scale = (c.width - left - 60) / max(row["actions"] for row in rows)
    x = left
    for role, fill, _ in ROLES:
        c.bar(x, c.y + 2, 13, 13, fill)
        c.text(x + 19, c.y + 14, labels(role), "small")
        x += 19 + c.measure(labels(role), "small") + 20
    c.y += 28
    for row in shown:
        top = not row["within"]
        height = (22 if top else 14) if c.wide else (18 if top else 12)
        c.y += 6 if top else 0
        name, below = labels.name("agency", row["agency"]), c.y
        if c.wide:
            x = 0 if top else 24
            below = c.paragraph(x, c.y + height / 2 - 12, name, left - x - 16, "body" if top else "small", bold=top, leading=1.2)
        else:
            c.y = c.paragraph(0 if top else 14, c.y - 2, name, c.width - 30, "small", bold=top)
        x = left + (0 if c.wide or top else 14)
        for role, fill, ink in ROLES:
            long = row[role] * scale
            if not row[role]:
                continue
            c.bar(x, c.y, long, height, fill)
            if c.measure(str(row[role]), "small") < long - 4 and (top or c.wide):
                c.middle(x + long / 2, c.y + height / 2, str(row[role]), "small", colour=ink, align="center")
            x += long + 1
        c.middle(x + 6, c.y + height / 2, str(row["actions"]), "body" if top else "small", bold=top)
        c.y = max(c.y + height + (6 if c.wide else 8), below + 2)
    rest = [row for row in rows if row["actions"] < SHOWN]
    c.y = c.paragraph(0, c.y + 8, labels("rest", n=len(rest)), c.width - 4, "small", colour="soft")


def agency_section(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """A heat map: sections down, top bodies across, darker where a body has a part in more actions."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["agency"]] = totals.get(row["agency"], 0) + row["actions"]
    bodies = [agency for agency, total in totals.items() if total >= 4]
    bodies.sort(key=lambda agency: -totals[agency])
    value = {(row["section"], row["agency"]): row["actions"] for row in rows}
    left = 330 if c.wide else 34
    step = (c.width - left) / len(bodies)
    height = 22 if c.wide else 20
    for n, agency in enumerate(bodies):
        c.text(left + (n + 0.5) * step, c.y + (14 if c.wide else 42), labels.short("agency", agency), "small", bold=True, align="center" if c.wide else "turned")
    c.y += 22 if c.wide else 48
    pillar = ""
    for section in labels.report.sections:
        if section.pillar != pillar:
            pillar = section.pillar
            c.y += 4 if c.y else 0
            c.bar(0, c.y, c.width, 3, f"p{pillar}")
            c.text(0, c.y + 19, labels.name("pillar", pillar), "small", bold=True)
            c.y += 25
        c.middle(0, c.y + height / 2, section.id, "small", bold=True)
        if c.wide:
            c.middle(38, c.y + height / 2, labels.short("section", section.id), "small")
        for n, agency in enumerate(bodies):
            count, x = value.get((section.id, agency), 0), left + n * step
            if count:
                c.bar(x + 1, c.y + 1, step - 2, height - 2, f"step{min(count, 4)}")
                c.middle(x + step / 2, c.y + height / 2, str(count), "small", colour="ink" if count < 3 else "on_dark", align="center")
            else:
                c.bar(x + 1, c.y + 1, step - 2, height - 2, "wash")
        c.y += height


def agencies_together(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """A triangle: how many actions name both the body of the row and that of the column."""
    value = {frozenset((row["agency"], row["with"])): row["actions"] for row in rows}
    sums: dict[str, int] = {}
    for row in rows:
        for body in (row["agency"], row["with"]):
            sums[body] = sums.get(body, 0) + row["actions"]
    often = {body for row in rows if row["actions"] >= 3 for body in (row["agency"], row["with"])}
    bodies = sorted(often, key=lambda body: (-sums[body], body))
    left = 350 if c.wide else 56
    step = min(50.0, (c.width - left - 40) / (len(bodies) - 1))
    height = 30 if c.wide else 24
    for i, body in enumerate(bodies):
        if i:
            c.middle(left - 12, c.y + height / 2, labels.name("agency", body) if c.wide else labels.short("agency", body), "small", align="right")
            for j, other in enumerate(bodies[:i]):
                count, x = value.get(frozenset((body, other)), 0), left + j * step
                c.bar(x + 1, c.y + 1, step - 2, height - 2, f"step{min(4, (count + 2) // 3)}" if count else "wash")
                if count:
                    c.middle(x + step / 2, c.y + height / 2, str(count), "small", colour="ink" if count < 7 else "on_dark", align="center")
        if i < len(bodies) - 1:
            c.text(left + i * step + step / 2 if c.wide else left + i * step + 2, c.y + height - 8, labels.short("agency", body), "small", bold=True, align="center" if c.wide else "left")
        c.y += height
