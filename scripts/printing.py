"""Set documents with Typst: `python -m scripts.printing <fonts> <folder> …`.

Each folder holds what Typst reads, with main.typ; it gets document.pdf, or
refused.txt with Typst's own words. A report takes most of a gigabyte, which
Typst gives back only when its process ends, so the build starts a process for
each; this module imports nothing else of the project.
"""
import io
import sys
from pathlib import Path

import pikepdf
import typst


def printed(folder: Path, fonts: Path) -> bytes:
    """A document as PDF/UA-1, the same bytes for the same input. Raises typst.TypstError for what Typst will not set."""
    return typst.compile(folder / "main.typ", root=folder, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1"])


def packed(pdf: bytes) -> bytes:
    """The same document in a third of the room: Typst writes every element of the structure as an object of its own, here they share streams."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True, linearize=True)
    return target.getvalue()


def main(fonts: str, *folders: str) -> None:
    """Set the documents of all folders."""
    for folder in map(Path, folders):
        try:
            (folder / "document.pdf").write_bytes(printed(folder, Path(fonts)))
        except typst.TypstError as error:
            (folder / "refused.txt").write_text(str(error), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
