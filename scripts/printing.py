"""Set documents with Typst: `python -m scripts.printing <fonts> <folder> …`.

Each folder holds what Typst reads, with main.typ; it gets document.pdf, or,
where names.txt lists a name for each page, a picture of every page, or
refused.txt with Typst's own words. A report takes most of a gigabyte, which
Typst gives back only when its process ends, so the build starts a process for
each; this module imports nothing else of the project.
"""
import io
import sys
from pathlib import Path

import pikepdf
import typst
from PIL import Image

COLOURS = 32                    # of a picture: enough for type in a few inks on white, and a third of the size
NEARLY_WHITE = 252              # paper, which the palette mixes with what is next to white


def printed(folder: Path, fonts: Path) -> bytes:
    """A document as PDF/UA-1, the same bytes for the same input. Raises typst.TypstError for what Typst will not set."""
    return typst.compile(folder / "main.typ", root=folder, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1"])


def pictures(folder: Path, fonts: Path) -> list[bytes]:
    """Every page as PNG, one dot a point, the same bytes for the same input. Raises typst.TypstError for what Typst will not set."""
    made = typst.compile(folder / "main.typ", root=folder, font_paths=[fonts], ignore_system_fonts=True, format="png", ppi=72)
    return [shrunk(picture) for picture in (made if isinstance(made, list) else [made])]


def shrunk(picture: bytes) -> bytes:
    """The same picture with a palette of its own."""
    target = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        drawn = image.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    drawn.putpalette([value if value < NEARLY_WHITE else 255 for value in drawn.getpalette()])
    drawn.save(target, "PNG")
    return target.getvalue()


def packed(pdf: bytes) -> bytes:
    """The same document in a third of the room: Typst writes every element of the structure as an object of its own, here they share streams."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True, linearize=True)
    return target.getvalue()


def main(fonts: str, *folders: str) -> None:
    """Set the documents and pictures of all folders."""
    for folder in map(Path, folders):
        try:
            if (folder / "names.txt").exists():
                for name, picture in zip((folder / "names.txt").read_text().split(), pictures(folder, Path(fonts)), strict=True):
                    (folder / f"{name}.png").write_bytes(picture)
            else:
                (folder / "document.pdf").write_bytes(printed(folder, Path(fonts)))
        except typst.TypstError as error:
            (folder / "refused.txt").write_text(str(error), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
