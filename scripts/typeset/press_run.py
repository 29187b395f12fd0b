"""Set one document with Typst and make its file small; runs in a process of its own, whose memory ends with it."""
import io
import json
from pathlib import Path

import pikepdf
import typst

from scripts.typeset.papers import Paper


class Refused(Exception):
    """What Typst says of a document it will not set."""


def sources(paper: Paper, templates: Path, drawings: dict[str, str], attached: bytes) -> dict[str, bytes]:
    """Everything Typst reads for a document, by file name."""
    used = {f"charts/{name}.svg": drawings[name].encode() for name in paper.charts}
    content = json.dumps(paper.content, ensure_ascii=False, sort_keys=True).encode()
    return {"main.typ": (templates / f"{paper.template}.typ").read_bytes(), "base.typ": (templates / "base.typ").read_bytes(),
            "document.json": content, "register.csv": attached, **used}


def printed(files: dict[str, bytes], fonts: Path) -> bytes:
    """The finished PDF/UA-1 file, the same bytes for the same input. Raises Refused with Typst's own words.

    Typst writes every element of the structure as an object of its own; packed
    into streams they take a third of the room.
    """
    try:
        pdf = typst.compile(files, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise Refused(str(error)) from None
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True, linearize=True)
    return packed.getvalue()
