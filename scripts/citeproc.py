"""Format references with Typst's citation processor: `python -m scripts.citeproc <folder> …`.

Each folder holds main.typ and works.yml; it gets references.html. A process of
its own for each style lets them run side by side; this module imports nothing
else of the project.
"""
import sys
from pathlib import Path

import typst


def main(*folders: str) -> None:
    """Format the references of all folders. Raises typst.TypstError for a style or a work that cannot be read."""
    for folder in map(Path, folders):
        (folder / "references.html").write_bytes(typst.compile(folder / "main.typ", root=folder, format="html", ignore_system_fonts=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
