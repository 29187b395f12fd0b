"""What the tests share: the real data, the small world, one real build, a server, a browser."""
import functools
import http.server
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import paths  # noqa: E402
from scripts.analyse import analyse, chart_tables  # noqa: E402
from scripts.cite import cite  # noqa: E402
from scripts.describe import describe  # noqa: E402
from scripts.digests import standing, written  # noqa: E402
from scripts.draw import draw, for_paper  # noqa: E402
from scripts.export import BUILT, export  # noqa: E402
from scripts.frozen import copies  # noqa: E402
from scripts.load import load  # noqa: E402
from scripts.pages import pages as listed_pages  # noqa: E402
from scripts.publish import publish  # noqa: E402
from scripts.report import Report  # noqa: E402
from scripts.typeset import typeset  # noqa: E402
from scripts.typeset.papers import papers  # noqa: E402
from small_world import list_release  # noqa: E402

HERE = Path(__file__).resolve().parent
SHARED = ("schemas", "vocabularies", "strings.yml", "measures.yml", "tables.yml", "edition.yml")      # the small world uses the real ones


@pytest.fixture
def world(tmp_path):
    """A copy of the small world that a test may spoil; a data folder like the real one."""
    folder = tmp_path / "data"
    shutil.copytree(HERE / "data" / "world", folder)
    for name in SHARED:
        source = paths.DATA / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


@pytest.fixture
def small(world):
    return Report.from_data(load(world))


@pytest.fixture
def released(world):
    """The small world, its present records frozen as version 0.6.0."""
    list_release(world)
    (world / "releases").mkdir()
    (world / "releases" / "0.6.0.csv").write_text(written({key: digest for key, (digest, _, _) in standing(load(world)).items()}), encoding="utf-8")
    return world


@pytest.fixture(scope="session")
def data():
    return load(paths.DATA)


@pytest.fixture(scope="session")
def report(data):
    return Report.from_data(data)


@pytest.fixture(scope="session")
def figures(report):
    return analyse(report)


@pytest.fixture(scope="session")
def docs(tmp_path_factory):
    """A folder for what the export writes."""
    return tmp_path_factory.mktemp("docs")


@pytest.fixture(scope="session")
def offer(report, figures, data, docs):
    """The open data written from the real data, once, below `docs`."""
    offer, findings = export(report, figures, chart_tables(report), data, docs)
    assert findings == []
    return offer


@pytest.fixture(scope="session")
def downloads(offer, docs):
    """The folder that the export has written."""
    return docs / "data"


@pytest.fixture(scope="session")
def pages(report, figures, offer):
    """Every page of the real site, before it is rendered."""
    return list(listed_pages(report, figures, chart_tables(report), offer))


@pytest.fixture(scope="session")
def citations(report, pages, data):
    """Every citation of the real data; what an earlier build made is used again."""
    made, findings = cite(report, pages, data, paths.DOCS / "cite")
    assert findings == []
    return made


@pytest.fixture(scope="session")
def heads(report, figures, pages, citations, offer):
    return describe(report, figures, pages, citations, offer, paths.TEMPLATES)


@pytest.fixture(scope="session")
def drawings(report, figures, data):
    """Every chart drawn from the real data, once."""
    drawn, findings = draw(report, figures, chart_tables(report), data)
    assert findings == []
    return drawn


@pytest.fixture(scope="session")
def listed(report, figures):
    """Every document before it is set, by file name."""
    return {paper.file: paper for paper in papers(report, figures, paths.TEMPLATES)}


@pytest.fixture(scope="session")
def pdfs(report, figures, drawings, data):
    """The folder of the ready PDFs, set from the real data unless they are there already."""
    files, findings = typeset(report, figures, for_paper(drawings), data, paths.DOCS / "pdf", paths.TEMPLATES, paths.FONTS)
    assert files and findings == []
    return paths.DOCS / "pdf"


@pytest.fixture(scope="session")
def site(tmp_path_factory, report, drawings, pdfs, heads, offer, docs):
    """The committed docs/ published for real, under a base path of its own; the developer's site/ is left alone."""
    root = tmp_path_factory.mktemp("host")
    target = root / "some" / "base" / "path"
    publish(paths.DOCS, root / "work", target, "2026-11-23", heads, copies(report, paths.DOCS / "frozen"))
    for drawing in drawings:
        if drawing.name.endswith(".png"):               # built, not committed
            (target / "charts" / drawing.name).write_bytes(drawing.content)
    for name in BUILT:                                  # likewise
        shutil.copy(docs / "data" / name, target / "data" / name)
    return root


@pytest.fixture(scope="session")
def published(site):
    return site / "some" / "base" / "path"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def address(site):
    """The address of the published site on a local server."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/base/path/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium from the system."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    program = next((found for name in names if (found := shutil.which(name))), None)
    assert program, "no Chromium found; run tests/browser/install.sh"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-background-networking"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def run():
    """Run the command line from a project folder."""
    def _run(command, cwd):
        return subprocess.run([sys.executable, "-m", "scripts", command], cwd=cwd, capture_output=True, text=True)
    return _run
