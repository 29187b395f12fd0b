"""What the browser tests share: a page of the site that notes what goes wrong."""
import pytest


@pytest.fixture
def open_page(browser, address):
    """Open a page of the site; returns it with the list of what went wrong."""
    contexts = []

    def _open(path, width=1280, scheme="light", locale="en-US", scripts=True):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
        page.on("requestfailed", lambda request: page.faults.append(f"failed {request.url}"))
        page.on("request", lambda request: page.faults.append(f"foreign {request.url}") if not request.url.startswith((address, "data:", "blob:")) else None)
        page.goto(address + path)
        return page

    yield _open
    for context in contexts:
        context.close()
