"""Charts of what became of the actions: status by section, by body, by confidence."""
from collections.abc import Callable
from functools import partial

from scripts.draw import marks
from scripts.draw.canvas import Canvas
from scripts.draw.plan import sections
from scripts.labels import Labels

FEW = 4                                     # so few actions that a share of them says little
STATUSES = ("completed", "in_progress", "announced", "no_public_record")


def status_sections(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """One square an action, by section, the most advanced first; beside each pillar how many have each status."""
    def squares(row: dict) -> list[Callable[[float, float, float], None]]:
        return [partial(marks.status, c, code) for code in _codes(row)]

    def tally(mine: list[dict], right: float, y: float) -> None:
        for code in reversed(STATUSES):
            said = str(sum(row[code] for row in mine))
            c.text(right, y, said, "small", align="right")
            right -= c.measure(said, "small") + 16
            marks.status(c, code, right, y - 10, 11)
            right -= 10
    _key(c, labels, rows)
    sections(c, rows, labels, squares, tally)


def status_leads(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """One square an action, by the body that leads or hosts it; last, the actions for which nobody is named."""
    _key(c, labels)
    size, gap = (10, 2.4) if c.wide else (11, 3)
    left = 310 if c.wide else 0
    shown = [row for row in rows if row["actions"] > 1]
    c.text(c.width - 2, c.y + 12, labels("column"), "small", bold=True, align="right")
    c.y += 20
    c.line(0, c.y, c.width, c.y, "ink", 1.2)
    for row in shown:
        if row["agency"] == "nobody":
            c.line(0, c.y, c.width, c.y, "ink", 1.2)
        name, codes = labels.name("agency", row["agency"]), _codes(row)
        silent, share = labels("part", n=row["no_public_record"], of=row["actions"]), labels.number(100 * row["no_public_record"] / row["actions"])
        if c.wide:
            middle = c.y + max(26, c.rows(name, left - 12) + 8) / 2
            c.beside(0, middle, name, left - 12, bold=row["agency"] == "nobody")
            marks.grid(c, codes, marks.status, left, middle - size / 2, size, gap, len(codes))
            c.middle(c.width - 56, middle, silent, "small", colour="soft", align="right")
            c.middle(c.width - 2, middle, share if row["actions"] > FEW else "", "small", align="right")
            c.y = 2 * middle - c.y
        else:
            end = c.paragraph(0, c.y + 2, name, c.width - 100, "small", bold=True)
            c.text(c.width - 2, c.y + 2 + c.size("small"), f"{silent} {share}" if row["actions"] > FEW else silent, "small", "soft", align="right")
            c.y = marks.grid(c, codes, marks.status, left, end + 1, size, gap, int(c.width // (size + gap))) + 3
        c.line(0, c.y, c.width, c.y)
    c.y = c.paragraph(0, c.y + 8, labels("rest", n=len(rows) - len(shown)), c.width - 4, "small", colour="soft")


def status_confidence(c: Canvas, rows: list[dict], labels: Labels) -> None:
    """One square an action: statuses down, confidence across."""
    confidences = [code.id for code in labels.report.vocabularies["confidences"]]
    left = 190 if c.wide else 0
    width = (c.width - left) / len(confidences)
    size, gap = (15, 4) if c.wide else (12, 3)
    below = c.y
    per_line = int((width - 50) // (size + gap)) if c.wide else int((width - 16) // (size + gap))
    for n, code in enumerate(confidences):
        total = sum(row[code] for row in rows)
        below = max(below, c.paragraph(left + n * width, c.y, labels("confidence", level=labels.name("confidences", code), n=total), width - 10, bold=True, leading=1.25))
    c.y = below + 4
    c.line(0, c.y, c.width, c.y, "ink", 1.2)
    for row in rows:
        name = labels("row", status=labels.name("statuses", row["status"]), n=row["actions"])
        end = c.paragraph(0, c.y + 8, name, (left or c.width) - 14, bold=not c.wide)
        top = c.y + 8 + c.size("body") * 0.64 - size / 2 if c.wide else end + 4
        for n, code in enumerate(confidences):
            if row[code]:
                end = max(end, marks.grid(c, [row["status"]] * row[code], marks.status, left + n * width, top, size, gap, per_line))
                if c.wide:
                    shown = min(row[code], per_line) * (size + gap)
                    c.middle(left + n * width + shown + 6, top + size / 2, str(row[code]), "small")
            else:
                c.middle(left + n * width, top + size / 2, "–", "small", colour="soft")
                end = max(end, top + size)
        c.y = end + 8
        c.line(0, c.y, c.width, c.y)


def _codes(row: dict) -> list[str]:
    return [code for code in STATUSES for _ in range(row[code])]


def _key(c: Canvas, labels: Labels, rows: list[dict] | None = None) -> None:
    """The four statuses; with `rows`, how many actions have each."""
    words = {code: labels.name("statuses", code) for code in STATUSES}
    if rows:
        words = {code: labels("counted", status=said, n=sum(row[code] for row in rows)) for code, said in words.items()}
    marks.key(c, list(words.items()), marks.status)
    c.y += 4
