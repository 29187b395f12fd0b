"""A sheet to draw one chart on: pixels from the top left, the type and colours of `style`, and the frame every chart has.

matplotlib does the drawing; this adds what a typeset chart needs: text that
wraps by the rules of its language, and a height that follows the content.
"""
import io
import re
from collections.abc import Callable
from itertools import count
from typing import NamedTuple

from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, Polygon, Rectangle
from matplotlib.textpath import text_to_path

from scripts.draw.style import FACES, LIGHT, NARROW, SIZES, WIDE

TYPE = 10**6                                            # the layer of text
EDGE = 2                                                # nothing is drawn closer to the side
WORD = re.compile(r"[^\s\u2e80-\uffef]+[年月日号项条件版页]?|\s+|.")         # a Latin word or a number with its unit, a space, or one Chinese character
CLAUSE = re.compile(r"(?<=[，：；])|(?<=; )")
NEVER_FIRST, NEVER_LAST, HANGING = "，。、；：？！）》”’％%", "（《“‘第", "（《“"


class Box(NamedTuple):
    """What a label or a mark covers."""

    left: float
    top: float
    right: float
    bottom: float


class Canvas:
    """One drawing: `wide` for screens and paper, else narrow for phones; `y` is where the next thing goes, `top` where the drawing begins beneath its head, `bottom` where it ends above its foot."""

    def __init__(self, language: str, wide: bool) -> None:
        self.language, self.wide = language, wide
        self.width, self.y, self.top, self.bottom = WIDE if wide else NARROW, 0.0, 0, 0
        self.figure = Figure(figsize=(self.width / 72, 1), facecolor=LIGHT["paper"])
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, self.width)
        self.texts, self.marks, self._lengths, self._ruled = [], [], {}, 0.0
        self._layers = count(1)                         # later marks lie over earlier ones, and type over all

    # --- type ---------------------------------------------------------------------------------------

    def font(self, kind: str, bold: bool = False) -> FontProperties:
        """The face for a kind of text in `style.SIZES`."""
        return FontProperties(family=FACES[self.language], size=self.size(kind), weight="bold" if bold else "normal")

    def size(self, kind: str) -> float:
        return SIZES[kind][0 if self.wide else 1]

    def measure(self, text: str, kind: str = "body", bold: bool = False) -> float:
        """The width of a line of text."""
        if (key := (text, kind, bold)) not in self._lengths:
            self._lengths[key] = text_to_path.get_text_width_height_descent(text, self.font(kind, bold), False)[0] if text else 0
        return self._lengths[key]

    def wrap(self, text: str, width: float, kind: str = "body", bold: bool = False, even: bool = False) -> list[str]:
        """`text` in lines no wider than `width`; even: of about equal length, as a title is set."""
        lines = self._filled(text, width, kind, bold)
        if even and len(lines) > 1:
            clauses = self._filled(text, width, kind, bold, CLAUSE.split)
            if len(clauses) <= len(lines) and max(self.measure(line, kind, bold) for line in clauses) <= width:
                return clauses                          # a title breaks after a clause where it can
        if even and len(lines) > 1:
            low, high = width / len(lines) * 0.9, width
            while high - low > 4:
                middle = (low + high) / 2
                low, high = (low, middle) if len(self._filled(text, middle, kind, bold)) <= len(lines) else (middle, high)
            lines = self._filled(text, high, kind, bold)
        return lines

    def _filled(self, text: str, width: float, kind: str, bold: bool, cut: Callable[[str], list[str]] | None = None) -> list[str]:
        lines, reach = [""], 0.0
        for piece in (cut or _pieces)(text):
            long = self._long(piece, kind, bold)
            if lines[-1] and reach + (long if piece.strip() else 0) > width:
                lines[-1] = lines[-1].rstrip()
                lines, reach = [*lines, ""], 0.0
            if piece.strip() or lines[-1]:
                lines[-1] += piece
                reach += long
        lines = [line.rstrip() for line in lines]
        if self.language == "zh" and len(lines) > 1 and len(lines[-1].rstrip("。”）")) == 1 and len(lines[-2]) > 3 and ord(lines[-2][-1]) > 0x2e80:
            lines[-2:] = [lines[-2][:-1], lines[-2][-1] + lines[-1]]          # no character ends a paragraph alone
        return lines

    def _long(self, piece: str, kind: str, bold: bool) -> float:
        """The width of a word or character; a line is as long as its pieces, but for a little kerning."""
        return self.size(kind) * 0.26 if piece.isspace() else self.measure(piece, kind, bold)

    def text(self, x: float, y: float, text: str, kind: str = "body", colour: str = "ink", bold: bool = False, align: str = "left") -> None:
        """One line of text with its baseline at `y`; align: which end is at `x`, or `turned`, running upwards from `y`."""
        if text:
            box = self._box(x, y, text, kind, bold, align)
            if self.language == "zh" and align == "left" and text[0] in HANGING:
                x -= self.size(kind) * 0.5              # the empty half of an opening mark hangs out
            where = {"ha": "center", "va": "bottom", "rotation": 90} if align == "turned" else {"ha": align, "va": "baseline"}
            self.axes.text(x, y, text, fontproperties=self.font(kind, bold), color=LIGHT[colour], zorder=TYPE, **where)
            self.texts.append((text, box))

    def _box(self, x: float, y: float, text: str, kind: str, bold: bool, align: str) -> Box:
        """What a line of text covers, from the height of capitals to the depth of g."""
        long, size = self.measure(text, kind, bold), self.size(kind)
        if align == "turned":
            return Box(x - size / 2, y - long, x + size / 2, y)
        left = x - {"left": 0, "center": long / 2, "right": long}[align]
        return Box(left, y - size * 0.85, left + long, y + size * 0.2)

    def middle(self, x: float, y: float, text: str, kind: str = "body", **how) -> None:
        """One line of text whose x-height is centred on `y`, beside a mark or in a bar."""
        self.text(x, y + self.size(kind) * 0.36, text, kind, **how)

    def lines(self, x: float, y: float, lines: list[str], kind: str = "body", leading: float = 1.4, **how) -> float:
        """Lines of text, the first with its baseline one size below `y`; returns where the next thing may start."""
        step = self.size(kind) * leading
        for i, line in enumerate(lines):
            self.text(x, y + self.size(kind) + i * step, line, kind, **how)
        return y + self.size(kind) * 0.35 + step * len(lines)

    def beside(self, x: float, middle: float, text: str, width: float, kind: str = "body", align: str = "left", **how) -> float:
        """A wrapped text centred on `middle`, as the label of a row; returns the y of its lower end."""
        lines, step = self.wrap(text, width, kind, how.get("bold", False)), self.size(kind) * 1.25
        for i, line in enumerate(lines):
            self.middle(x, middle + (i - (len(lines) - 1) / 2) * step, line, kind, align=align, **how)
        return middle + len(lines) * step / 2

    def rows(self, text: str, width: float, kind: str = "body", bold: bool = False) -> float:
        """How high `beside` sets a text."""
        return len(self.wrap(text, width, kind, bold)) * self.size(kind) * 1.25

    def paragraph(self, x: float, y: float, text: str, width: float, kind: str = "body", even: bool = False, **how) -> float:
        """A wrapped text; returns where the next thing may start."""
        return self.lines(x, y, self.wrap(text, width, kind, how.get("bold", False), even), kind, **how)

    # --- marks --------------------------------------------------------------------------------------

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle from its top left corner."""
        self._mark(Rectangle((x, y), width, height, facecolor=LIGHT[colour], edgecolor="none", linewidth=0), Box(x, y, x + width, y + height))

    def shade(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A range drawn behind everything else, over which labels may run."""
        self.axes.add_artist(Rectangle((x, y), width, height, facecolor=LIGHT[colour], edgecolor="none", linewidth=0, zorder=0))

    def halo(self, x: float, y: float, text: str, kind: str) -> None:
        """Paper behind a line of text, so that the lines of a grid stop beside it."""
        size = self.size(kind)
        self.axes.add_artist(Rectangle((x - 2, y - size), self.measure(text, kind) + 4, size * 1.35, facecolor=LIGHT["paper"], edgecolor="none", linewidth=0, zorder=0.7))

    def box(self, x: float, y: float, width: float, height: float, colour: str, dashed: bool = False, weight: float = 1.3) -> None:
        """The outline of a rectangle, drawn inside its edge."""
        half = weight / 2
        style = (0, (1.6, 1.4)) if dashed else "solid"
        outline = Rectangle((x + half, y + half), width - weight, height - weight, facecolor="none", edgecolor=LIGHT[colour], linewidth=weight, linestyle=style)
        self._mark(outline, Box(x, y, x + width, y + height))

    def line(self, x0: float, y0: float, x1: float, y1: float, colour: str = "hair", weight: float = 1, dashed: bool = False, behind: bool = False) -> None:
        """A stroke; behind: under everything else, as the lines of a grid are."""
        if (x0, x1) == (0, self.width):
            self._ruled = y0
        style = (0, (3, 3)) if dashed else "solid"
        stroke = Line2D((x0, x1), (y0, y1), color=LIGHT[colour], linewidth=weight, linestyle=style, solid_capstyle="butt", dash_capstyle="butt")
        stroke.set_zorder(0.5 if behind else next(self._layers))
        self.axes.add_artist(stroke)

    def dot(self, x: float, y: float, radius: float, colour: str, hollow: bool = False) -> None:
        circle = Circle((x, y), radius, facecolor=LIGHT["paper" if hollow else colour], edgecolor=LIGHT[colour], linewidth=1.6)
        self._mark(circle, Box(x - radius, y - radius, x + radius, y + radius))

    def shape(self, points: list[tuple[float, float]], colour: str) -> None:
        """A filled polygon."""
        across, down = zip(*points)
        self._mark(Polygon(points, closed=True, facecolor=LIGHT[colour], edgecolor="none", linewidth=0), Box(min(across), min(down), max(across), max(down)))

    def _mark(self, patch: Patch, box: Box) -> None:
        patch.set_zorder(next(self._layers))
        self.axes.add_artist(patch)
        self.marks.append(box)

    # --- the frame ----------------------------------------------------------------------------------

    def head(self, title: str, scope: str) -> None:
        """The finding as title, what is counted beneath, under the heavy rule that opens every block."""
        self.bar(0, 0, self.width, 2, "ink")
        width = min(self.width, 860) - EDGE
        y = self.paragraph(0, 12, title, width, "title", even=True, bold=True, leading=1.3)
        self.y = self.paragraph(0, y + 1, scope, self.width - EDGE, "scope", even=True, colour="soft", leading=1.4) + 12
        self.top = round(self.y)

    def foot(self, *lines: str) -> None:
        """Source, date, licence and address, under a hairline; closes the sheet."""
        self.bottom = round(self.y)
        if self.y - self._ruled > 16:
            self.line(0, self.y + 12, self.width, self.y + 12)
            self.y += 12
        self.y += 7
        for line in lines:
            self.y = self.paragraph(0, self.y, line, self.width - EDGE, "source", colour="soft", leading=1.4)
        self.y += 6
        self.figure.set_size_inches(self.width / 72, self.height / 72)
        self.axes.set_ylim(self.height, 0)

    @property
    def height(self) -> int:
        return round(self.y)

    def svg(self, outlines: bool = True, **about: str) -> str:
        """The drawing as SVG, the same bytes for the same drawing; about: Title, Description, Rights… for its metadata.

        Text is outlines, or letters for whoever has the faces, as the typesetter of the PDF.
        """
        file = io.StringIO()
        with rc_context({"svg.fonttype": "path" if outlines else "none"}):
            self.figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None, **about}, facecolor=LIGHT["paper"])
        return file.getvalue()

    def png(self) -> bytes:
        """The drawing as PNG, two dots to a unit."""
        file = io.BytesIO()
        self.figure.savefig(file, format="png", dpi=144, metadata={"Software": None}, facecolor=LIGHT["paper"])
        return file.getvalue()


def _pieces(text: str) -> list[str]:
    """`text` cut where a line may break: between words and Chinese characters, never before a closing or after an opening mark."""
    pieces: list[str] = []
    for piece in WORD.findall(text):
        if pieces and (piece[0] in NEVER_FIRST or pieces[-1][-1] in NEVER_LAST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
