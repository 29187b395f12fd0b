"""A live preview: an edit in data/, docs/theme/ or scripts/templates/ shows up in the browser."""
from mkdocs.livereload import LiveReloadServer

from scripts import build, paths

HOST, PORT = "127.0.0.1", 8000


def serve() -> bool:
    """Build, serve site/ and rebuild on every change until interrupted.

    Data with problems leaves the preview as it was and prints the problems.
    """
    if not build.site(papers=False):
        return False

    def rebuild(*_: object) -> None:
        try:
            build.site(papers=False)
        except Exception as error:          # a half-typed template must not end the preview
            print(error)

    server = LiveReloadServer(rebuild, host=HOST, port=PORT, root=str(paths.SITE))
    for folder in (paths.DATA, paths.DOCS / "theme", paths.TEMPLATES):
        server.watch(str(folder))
    try:
        server.serve(open_in_browser=False)
    except KeyboardInterrupt:
        server.shutdown()
    return True
