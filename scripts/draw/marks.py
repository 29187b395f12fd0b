"""The marks that stand for one record each: a square whose filling tells the status or the verdict, also in greyscale."""
from collections.abc import Callable, Iterable

from scripts.draw.canvas import Canvas

VERDICTS = {"supported": "yes", "partly": "part", "depends": "part", "overstated": "part", "not_in_plan": "no", "contradicted": "no", "context": "off", "opinion": "off"}


def status(canvas: Canvas, code: str, x: float, y: float, size: float) -> None:
    """The square of a status, filling as work advances; top left corner at x, y."""
    if code == "completed":
        canvas.bar(x, y, size, size, code)
    else:
        canvas.box(x, y, size, size, code, dashed=code == "no_public_record")
    if code == "in_progress":
        canvas.shape([(x, y + size), (x + size, y + size), (x + size, y)], code)
    if code == "announced":
        canvas.dot(x + size / 2, y + size / 2, size * 0.13, code)


def verdict(canvas: Canvas, code: str, x: float, y: float, size: float) -> None:
    """The square of a verdict: frame and sign in the colour of its family."""
    colour, middle = VERDICTS[code], (x + size / 2, y + size / 2)
    reverse = code in ("not_in_plan", "contradicted")
    if reverse:
        canvas.bar(x, y, size, size, colour)
    else:
        canvas.box(x, y, size, size, colour, dashed=code in ("context", "opinion"))
    def at(across: float, down: float) -> tuple[float, float]:
        return x + size * across, y + size * down
    def stroke(*points: tuple[float, float]) -> None:
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            canvas.line(*at(x0, y0), *at(x1, y1), "on_dark" if reverse else colour, weight=size * 0.12)
    if code == "supported":
        stroke((0.22, 0.52), (0.43, 0.73), (0.78, 0.28))
    elif code == "partly":
        canvas.shape([at(0.05, 0.05), at(0.5, 0.05), at(0.5, 0.95), at(0.05, 0.95)], colour)
    elif code == "depends":
        stroke((0.5, 0.8), (0.5, 0.5), (0.24, 0.2))
        stroke((0.5, 0.5), (0.76, 0.2))
    elif code == "overstated":
        canvas.shape([at(0.5, 0.2), at(0.84, 0.78), at(0.16, 0.78)], colour)
    elif code == "not_in_plan":
        stroke((0.24, 0.76), (0.76, 0.24))
    elif code == "contradicted":
        stroke((0.26, 0.26), (0.74, 0.74))
        stroke((0.26, 0.74), (0.74, 0.26))
    elif code == "context":
        canvas.dot(*middle, size * 0.1, colour)
    else:
        stroke((0.28, 0.5), (0.72, 0.5))


def neutral(canvas: Canvas, kind: str, x: float, y: float, size: float) -> None:
    """A square without a family: solid, half, open or faint."""
    if kind == "solid":
        canvas.bar(x, y, size, size, "ink")
    else:
        canvas.box(x, y, size, size, "line" if kind == "faint" else "ink", dashed=kind == "faint", weight=1 if kind == "faint" else 1.3)
    if kind == "half":
        canvas.shape([(x, y + size), (x + size, y + size), (x + size, y)], "ink")


def pillar(canvas: Canvas, code: str, x: float, y: float, size: float) -> None:
    """The square of an action in the colour of its pillar."""
    canvas.bar(x, y, size, size, f"p{code}")


def key(canvas: Canvas, entries: Iterable[tuple[str, str]], mark: Callable, room: float = 19, gap: float = 20) -> None:
    """What the marks mean: (code, words) after one another, in as many lines as they need.

    room: from the left of a mark, 13 high, to its words. gap: to the next mark.
    """
    step = 21
    x, y = 0.0, canvas.y
    for code, said in entries:
        width = room + canvas.measure(said, "small")
        if x and x + width > canvas.width:
            x, y = 0.0, y + step
        mark(canvas, code, x, y + 3, 13)
        canvas.text(x + room, y + 14, said, "small")
        x += width + gap
    canvas.y = y + step + 6


def grid(canvas: Canvas, codes: list[str], mark: Callable, x: float, y: float, size: float, gap: float, per_line: int) -> float:
    """One mark a code, in lines of `per_line`; returns where the next thing may start."""
    for n, code in enumerate(codes):
        mark(canvas, code, x + n % per_line * (size + gap), y + n // per_line * (size + gap), size)
    return y + ((max(len(codes), 1) - 1) // per_line + 1) * (size + gap)
