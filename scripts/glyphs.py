"""Which characters the committed text faces can draw."""
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

SPACES = "\n\u00a0\u2002\u202f\u2060"              # spaces and joiners, for which no face needs a glyph


def unset(text: str, fonts: Path) -> str:
    """What is wrong with a text that has characters no face below `fonts` can draw, for a finding; empty if nothing is."""
    missing = sorted({letter for letter in text if ord(letter) not in _drawable(fonts) and letter not in SPACES})
    return f"“{text[:60]}” has characters that no committed face can draw: {' '.join(missing)}; see scripts/fonts/README.md" if missing else ""


@cache
def _drawable(fonts: Path) -> frozenset[int]:
    """The characters that the text faces can draw between them."""
    return frozenset(code for file in fonts.glob("NotoSerif*-Regular.ttf") for code in TTFont(file, lazy=True).getBestCmap())
