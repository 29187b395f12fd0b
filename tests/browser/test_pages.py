"""The built pages in a real browser: reachable, readable, searchable, in both languages and schemes."""
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

KINDS = ["", "plan/", "plan/actions/", "plan/1/", "plan/1.3/", "plan/1.2.2/", "orders/", "orders/14320/", "agencies/", "agencies/nist/",
         "themes/", "themes/open-models/", "glossary/", "sources/", "methods/", "methods/counts/", "figures/", "about/",
         "claims/", "claims/huxiu-27-2/", "claims/feature-08-5/", "claims/pitfalls/", "sources/huxiu/", "compare/", "readings/", "readings/effects/", "events/", "events/2025-12-11-omb-m-26-04/",
         "tracker/", "timeline/", "agencies/doc/", "charts/", "charts/lead-basis/", "charts/agency-section/", "briefs/", "briefs/tracker/"]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


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


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_accessible_in_every_width_and_scheme(open_page, language, kind):
    for width, scheme in ((1280, "light"), (390, "dark")) if language == "zh" else ((1280, "dark"), (390, "light")):
        page = open_page(f"{language}/{kind}", width, scheme)
        results = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        told = [(v["id"], [node["target"] for node in v["nodes"]][:3]) for v in results.response["violations"]]
        assert told == [], f"{width} {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"wider than the window at {width}"
        assert page.faults == []


@pytest.mark.parametrize("language, query, wanted", [
    ("zh", "出口管制", "出口管制"), ("zh", "开源", "开源"), ("zh", "数据中心", "数据中心"), ("zh", "牵头", ""), ("zh", "NIST", "NIST"),
    ("zh", "1.3.5", "1.3.5"), ("en", "open-weight", "Open-Weight"), ("en", "permitting", "ermit"), ("en", "NIST", "NIST"), ("en", "1.3.5", "1.3.5"),
    ("zh", "第14319号", "14319"), ("zh", "BIS", "BIS"), ("zh", "管制", "管制"), ("zh", "芯片护照", "芯片护照"), ("en", "Stargate", "Stargate"), ("en", "huxiu-27-2", "third"),
])
def test_search_finds_and_ranks(open_page, language, query, wanted):
    page = open_page(f"{language}/")
    page.click(".md-search__input")
    page.keyboard.insert_text(query)
    page.keyboard.press("End")
    page.wait_for_selector(".md-search-result__item")
    titles = [text.replace("\u200b", "") for text in page.locator(".md-search-result__item h1").all_inner_texts()]
    assert titles and any(wanted in title for title in titles[:3]), titles[:5]
    first = page.locator(".md-search-result__link").first.get_attribute("href")
    assert f"/{language}/" in first or not first.startswith("http")


def test_language_switch_keeps_page_and_anchor(open_page, address):
    page = open_page("zh/orders/14320/#s3a")
    page.click("a.md-select__link[hreflang=en]")
    page.wait_for_url(address + "en/orders/14320/#s3a")
    page.click("a.md-select__link[hreflang|=zh]")
    page.wait_for_url(address + "zh/orders/14320/#s3a")


def test_language_switch_works_without_scripts(open_page, address):
    page = open_page("en/plan/1.3.5/", scripts=False)
    page.click("a.md-select__link[hreflang|=zh]")
    assert page.url == address + "zh/plan/1.3.5/"


@pytest.mark.parametrize("locale, language", [("zh-CN", "zh"), ("en-GB", "en"), ("fr-FR", "en")])
def test_the_start_page_follows_the_browser(open_page, address, locale, language):
    page = open_page("", locale=locale)
    page.wait_for_url(f"{address}{language}/")


def test_the_start_page_offers_both_without_scripts(open_page):
    page = open_page("", scripts=False)
    assert page.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))") == ["zh/", "en/"]


def test_filter_narrows_and_keeps_its_state_in_the_address(open_page):
    page = open_page("en/plan/actions/?basis=Nobody+named")
    shown = page.locator("tbody tr:visible").count()
    assert 0 < shown < 103 and f"Showing {shown} of 103" in page.inner_text("[role=status]")
    page.fill("input[name=q]", "grid")
    assert 0 < page.locator("tbody tr:visible").count() < shown and "q=grid" in page.url
    page.fill("input[name=q]", "no such words")
    assert "No action matches." in page.inner_text("[role=status]")
    page.click(".ap-bar button[type=reset]")
    page.wait_for_function("document.querySelectorAll('tbody tr:not([hidden])').length === 103")


@pytest.mark.parametrize("path", ["en/plan/actions/?status=Completed", "zh/events/?q=M-26-04", "zh/timeline/?q=M-26-04"])
def test_filters_hide_rows_on_a_phone_too(open_page, path):
    page = open_page(path, width=390)
    rows = page.locator("tbody tr, [data-row]")
    shown = [row for row in range(rows.count()) if rows.nth(row).is_visible()]
    assert 0 < len(shown) == page.locator("tbody tr:not([hidden]), [data-row]:not([hidden])").count() < rows.count()


def test_filters_know_both_instruments_and_the_names_of_bodies(open_page):
    page = open_page("zh/plan/actions/")
    page.select_option("select[name=instrument]", "资助")
    assert page.locator("tbody tr:visible").count() == page.locator("tbody tr[data-instrument*='资助']").count() > 8
    page.click(".ap-bar button[type=reset]")
    page.fill("input[name=q]", "联邦通信委员会")
    assert page.locator("tbody tr:visible").get_attribute("id") == "a1.1.4"


def test_claims_filter_by_verdict_and_speaker(open_page):
    page = open_page("zh/claims/")
    page.click("#verdict-not_in_plan a")
    page.wait_for_function("document.querySelectorAll('.ap-filter tbody tr:not([hidden])').length < 30")
    shown = page.locator(".ap-filter tbody tr:visible")
    assert shown.count() == page.locator(".ap-filter tr[data-verdict='计划所无']").count() > 0
    page.select_option("select[name=speaker]", "高承实")
    assert 0 < page.locator(".ap-filter tbody tr:visible").count() < page.locator(".ap-filter tr[data-verdict='计划所无']").count()


def test_a_verdict_is_a_word_and_a_shape(open_page):
    """Without any colour the verdict is still told by its word and its glyph."""
    page = open_page("en/claims/feature-08-5/")
    badge = page.locator(".ap-verdict .ap-v").first
    assert badge.inner_text() == "Overstated"
    assert "svg" in badge.evaluate("e => getComputedStyle(e, '::before').maskImage + getComputedStyle(e, '::before').webkitMaskImage")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", ["claims/pitfalls/", "", *(f"briefs/{brief}/" for brief in ("pillar-1", "pillar-2", "pillar-3", "orders", "press", "tracker"))])
def test_handouts_and_briefs_print_on_one_sheet(open_page, language, path):
    pdf = open_page(f"{language}/{path}").pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


def test_the_register_is_complete_without_scripts(open_page):
    assert open_page("zh/plan/actions/", scripts=False).locator("tbody tr:visible").count() == 103


def test_printing_drops_the_furniture(open_page):
    page = open_page("en/plan/1.3.5/")
    page.emulate_media(media="print")
    for selector in (".md-header", ".md-tabs"):
        assert not page.locator(selector).first.is_visible()
    assert page.locator("h1").is_visible() and page.locator(".ap-cite").is_visible()


@pytest.mark.parametrize("width, scheme, shown", [(1280, "light", "deadlines.en.svg"), (1280, "dark", "deadlines.en.dark.svg"), (390, "light", "deadlines.en.narrow.svg"), (390, "dark", "deadlines.en.narrow.dark.svg")])
def test_a_chart_fits_the_scheme_and_the_width(open_page, width, scheme, shown):
    page = open_page("en/charts/deadlines/", width, scheme)
    image = page.locator("figure img:visible")
    image.wait_for()
    assert image.count() == 1 and image.evaluate("image => image.decode().then(() => image.currentSrc)").endswith(f"/{shown}")
    assert page.faults == []


def test_paper_is_light_and_wide_whatever_the_screen(open_page):
    page = open_page("en/charts/deadlines/", 390, "dark")
    page.emulate_media(media="print")
    image = page.locator("figure img:visible")
    assert image.count() == 1 and image.evaluate("image => image.decode().then(() => image.currentSrc)").endswith("/deadlines.en.svg")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(26, 29, 33)"


def test_tracker_leads_to_the_actions_of_a_status(open_page):
    page = open_page("en/tracker/")
    total = int(page.inner_text("#status-no_public_record td:last-child"))
    page.click("#status-no_public_record td:last-child a")
    page.wait_for_selector("select[name=status]")
    assert page.locator("tbody tr:visible").count() == total == page.locator("tr[data-status='No public record']").count()


def test_timeline_filters_by_thread(open_page):
    page = open_page("zh/timeline/")
    every = page.locator("[data-row]").count()
    page.select_option("select[name=thread]", "芯片出口")
    shown = page.locator("[data-row]:visible").count()
    assert 0 < shown < every and f"显示{every}件中的{shown}件" in page.inner_text("[role=status]")


def test_events_are_found_by_identifier(open_page):
    page = open_page("en/events/")
    page.fill("input[name=q]", "M-26-04")
    assert "2025-12-11-omb-m-26-04" in page.locator(".ap-filter tbody tr:visible").evaluate_all("rows => rows.map(row => row.id)")


def test_a_status_says_when_its_next_look_is_overdue(open_page, report):
    """The build knows only its own day; the browser knows the reader's."""
    page, look = open_page("en/plan/1.3.5/"), report.tracker.look("1.3.5")
    for day, told in ((look.checked, []), (report.tracker.next_look(look).replace(year=2099).isoformat(), [report.strings["look.overdue"].en])):
        page.clock.install(time=f"{day}T12:00:00Z")
        page.reload()
        page.wait_for_function("document.readyState === 'complete'")
        assert page.locator(".ap-stale").all_inner_texts() == told


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_grid_of_the_tracker_prints_on_the_first_sheet(open_page, language):
    page = open_page(f"{language}/tracker/")
    page.set_viewport_size({"width": 658, "height": 1000})            # A4 less the margins, at 96 dots an inch
    page.emulate_media(media="print")
    bottom = page.evaluate("document.querySelector('#grid').getBoundingClientRect().bottom + scrollY")
    assert bottom < 960, "A4 less the margins is 963 pixels high"


def test_the_log_of_an_agency_is_whole_in_print_and_without_scripts(open_page, report):
    page = open_page("en/agencies/doc/", scripts=False)
    page.emulate_media(media="print")
    assert page.locator(".ap-more tbody tr").last.is_visible()
