"""How charts look: faces, sizes, and the colours of both schemes (the same tokens as the style sheet).

A chart is drawn once, in the light colours; every colour is a token whose
dark counterpart takes its place in the second file. Colours stand for one
thing only, and nothing is told by colour alone.
"""
import re
import warnings

import matplotlib
from matplotlib import font_manager

from scripts import paths

FACES = {"zh": ["Noto Sans SC"], "en": ["Noto Sans", "Noto Sans SC"]}         # Latin first, or English quotation marks come out full-width

WIDE, NARROW = 960, 360                     # widths of the two drawings, in units that are CSS pixels at full size
SIZES = {                                   # of type, in the same units: (wide, narrow)
    "title": (21, 16.5), "scope": (15, 12.5), "body": (15, 12.5), "small": (14, 12), "source": (13, 11.5),
}

LIGHT = {
    "paper": "#ffffff", "wash": "#f6f5f1", "ink": "#1a1d21", "soft": "#555b63", "mid": "#716d66", "line": "#85817a", "hair": "#dedbd3",
    "p1": "#3f74bd", "p2": "#b5851a", "p3": "#c25a7b",
    "no_public_record": "#6b6f75", "announced": "#3f747c", "in_progress": "#1f7480", "completed": "#0b4650",
    "yes": "#1d6b45", "part": "#8c4a12", "no": "#1a1d21", "off": "#555b63",
    "step1": "#cfe3e6", "step2": "#689ba4", "step3": "#3f7d87", "step4": "#0b4650", "on_dark": "#ffffff",
}
DARK = {
    "paper": "#14171a", "wash": "#1d2125", "ink": "#e8e5de", "soft": "#abb0b6", "mid": "#7c838b", "line": "#7c838a", "hair": "#343a40",
    "p1": "#5f93dc", "p2": "#d0a437", "p3": "#d97793",
    "no_public_record": "#9aa0a6", "announced": "#7fb3ba", "in_progress": "#58b2bd", "completed": "#a9e3e9",
    "yes": "#79c79b", "part": "#e5a569", "no": "#e8e5de", "off": "#abb0b6",
    "step1": "#23424a", "step2": "#356c76", "step3": "#58b2bd", "step4": "#a9e3e9", "on_dark": "#14171a",
}


def set_up() -> None:
    """Make matplotlib draw the same bytes everywhere: our own faces, text as paths, ids that follow from the content."""
    matplotlib.use("svg")
    warnings.filterwarnings("ignore", "Glyph .* missing")          # `fit` says it better, with the chart and the label
    for file in sorted(paths.FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(file)
    matplotlib.rcParams.update({
        "svg.fonttype": "path", "svg.hashsalt": "record", "text.parse_math": False, "text.hinting": "no_hinting",
        "figure.dpi": 72, "savefig.dpi": 72, "path.simplify": False, "axes.unicode_minus": False,
    })


def in_dark(svg: str) -> str:
    """The same drawing in the colours of the dark scheme. Raises KeyError for a colour that is no token."""
    dark = {colour: DARK[token] for token, colour in LIGHT.items()}
    return re.sub(r"#[0-9a-f]{6}\b", lambda found: dark[found.group()], svg)
