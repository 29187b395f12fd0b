"""Where things lie. Every path the build touches is named here."""
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"            # what people type
DOCS = ROOT / "docs"            # what the publisher reads
WORK = ROOT / ".build"          # a site under construction
SITE = ROOT / "site"            # the site as published
TEMPLATES = ROOT / "scripts" / "templates"
FONTS = ROOT / "scripts" / "fonts"

# The source texts are not part of the project. Where they are at hand, the
# check compares the records with them; elsewhere that comparison is left out.
SOURCES = Path(os.environ.get("RECORD_SOURCES", ROOT.parent / "shared" / "sources"))
