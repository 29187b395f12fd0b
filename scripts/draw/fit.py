"""Whether every label of a drawing can be read: none clipped, none over another or across a mark, none in a face that lacks its characters."""
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from matplotlib import font_manager

from scripts.draw.canvas import Box, Canvas
from scripts.draw.style import FACES

TOUCH = 1.5             # two labels may come this close


def faults(canvas: Canvas) -> Iterator[str]:
    """What is wrong with the labels of a finished drawing, a sentence each."""
    for said, box in canvas.texts:
        if missing := sorted({letter for letter in said if not _drawable(letter, canvas.language)}):
            yield f"label “{said}” has characters that no committed face can draw: {' '.join(missing)}"
        if (beyond := _beyond(box, canvas)) > 0.5:
            yield f"label “{said}” is clipped at the edge by {beyond:.0f} units"
        for mark in canvas.marks:
            inside = mark.left - 1 <= box.left and box.right <= mark.right + 1
            if not inside and _shared(box, mark):
                yield f"label “{said}” runs across a mark"
    for mark in canvas.marks:
        if (beyond := _beyond(mark, canvas)) > 1:
            yield f"a mark lies {beyond:.0f} units beyond the edge"
    for (said, box), (other, second) in combinations(canvas.texts, 2):
        if shared := _shared(box, second):
            yield f"label “{said}” overlaps label “{other}” by {shared[0]:.0f} × {shared[1]:.0f} units"


def _beyond(box: Box, canvas: Canvas) -> float:
    """How far a box lies outside the sheet; not at all if negative."""
    return max(-box.left, box.right - canvas.width, -box.top, box.bottom - canvas.height)


def _shared(first: Box, second: Box) -> tuple[float, float] | None:
    """Width and height of what two boxes both cover; None if they only touch."""
    across = min(first.right, second.right) - max(first.left, second.left)
    down = min(first.bottom, second.bottom) - max(first.top, second.top)
    return (across, down) if across > TOUCH and down > TOUCH else None


def _drawable(letter: str, language: str) -> bool:
    return letter == " " or any(ord(letter) in _characters(face) for face in FACES[language])


@cache
def _characters(face: str) -> dict[int, int]:
    return font_manager.get_font(font_manager.findfont(face)).get_charmap()
