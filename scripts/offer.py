"""What the open data offers for download, as values: the files, and the answer to the query that the page shows."""
from dataclasses import dataclass
from pathlib import Path

from scripts.model import Text


@dataclass(frozen=True)
class Download:
    """A file below data/ on the site.

    schema: the file that describes it, if there is one. size: in bytes.
    sha256: empty for a file whose bytes may differ between machines, and for the list of checksums itself.
    """

    name: str
    title: Text
    use: Text
    size: int
    sha256: str = ""
    schema: str = ""


@dataclass(frozen=True)
class Offer:
    """All that was written, what of it readers are offered, and the names and rows of the query's answer."""

    files: tuple[Path, ...]
    downloads: tuple[Download, ...]
    names: tuple[str, ...]
    rows: tuple[tuple, ...]


NOTHING = Offer((), (), (), ())             # before the export: which pages there are does not depend on it
