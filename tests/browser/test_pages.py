"""The built pages in a real browser: reachable, readable, searchable, in both languages and schemes."""
import pytest
from axe_playwright_python.sync_playwright import Axe

KINDS = ["", "plan/", "plan/actions/", "plan/1/", "plan/1.3/", "plan/1.2.2/", "orders/", "orders/14320/", "agencies/", "agencies/nist/",
         "themes/", "themes/open-models/", "glossary/", "sources/", "data/", "data/fields/", "citing/", "changes/", "methods/", "methods/counts/", "figures/", "about/",
         "claims/", "claims/huxiu-27-2/", "claims/feature-08-5/", "claims/pitfalls/", "sources/huxiu/", "compare/", "readings/", "readings/effects/", "events/", "events/2025-12-11-omb-m-26-04/",
         "tracker/", "timeline/", "agencies/doc/", "charts/", "charts/lead-basis/", "charts/agency-section/", "briefs/", "briefs/tracker/"]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


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


@pytest.mark.parametrize("short, locale, target", [
    ("a/1.3.5/", "zh-CN", "zh/plan/1.3.5/"), ("a/1.3.5/", "de-DE", "en/plan/1.3.5/"), ("p/14320.3a/", "zh-TW", "zh/orders/14320/#s3a"), ("t/compute/", "en-GB", "en/glossary/#compute"),
])
def test_a_short_address_leads_to_the_item_in_the_readers_language(open_page, address, short, locale, target):
    page = open_page("en/about/", locale=locale)
    page.goto(address + short)
    page.wait_for_url(address + target)
    page.go_back()                                                    # not to the short address, which would lead here again
    page.wait_for_url(address + "en/about/")


def test_a_short_address_offers_both_without_scripts(open_page, report):
    page = open_page("a/1.3.5/", scripts=False)
    assert page.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))") == ["../../zh/plan/1.3.5/", "../../en/plan/1.3.5/"]
    title, text = report.index["1.3.5"].title, page.inner_text("main")
    assert title.zh in text and title.en in text and "1.3.5" in text
    page.click("a[hreflang=en]")
    assert page.inner_text("h1") == title.en


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


@pytest.mark.parametrize("path", ["en/charts/attention-themes/", "en/charts/lead-basis/", "zh/charts/deadlines/", "en/claims/", "en/agencies/", "en/plan/actions/", "en/data/", "zh/data/fields/"])
def test_no_label_runs_into_its_value_on_a_phone(open_page, path):
    page = open_page(path, width=375)
    told = page.evaluate("""() => {
        const pen = document.createElement('canvas').getContext('2d'), wide = new Set();
        for (const cell of document.querySelectorAll('.ap-stack td[data-l]')) {
            const label = getComputedStyle(cell, '::before'), room = parseFloat(getComputedStyle(cell).paddingInlineStart);
            if (!cell.offsetWidth) continue;
            pen.font = label.font;
            const words = cell.dataset.l.split(/[ -]|(?=[\u4e00-\u9fff])/).map(word => pen.measureText(word).width);
            if (parseFloat(label.width) > room || Math.max(...words) > parseFloat(label.width)) wide.add(cell.dataset.l);
        }
        return [document.querySelectorAll('.ap-stack td[data-l]').length, ...wide];
    }""")
    assert told[0] > 10 and told[1:] == []


def test_filters_know_both_instruments_and_the_names_of_bodies(open_page):
    page = open_page("zh/plan/actions/")
    page.select_option("select[name=instrument]", "资助")
    assert page.locator("tbody tr:visible").count() == page.locator("tbody tr[data-instrument*='资助']").count() > 8
    page.click(".ap-bar button[type=reset]")
    page.fill("input[name=q]", "联邦通信委员会")
    assert page.locator("tbody tr:visible").get_attribute("id") == "a1.1.4"


def test_claims_filter_by_verdict_and_speaker(open_page):
    page = open_page("zh/claims/")
    page.click("#verdict-not_in_plan a:not(.ap-link)")
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


def test_the_register_is_complete_without_scripts(open_page):
    assert open_page("zh/plan/actions/", scripts=False).locator("tbody tr:visible").count() == 103


@pytest.mark.parametrize("width, scheme, shown", [(1280, "light", "deadlines.en.svg"), (1280, "dark", "deadlines.en.dark.svg"), (390, "light", "deadlines.en.narrow.svg"), (390, "dark", "deadlines.en.narrow.dark.svg")])
def test_a_chart_fits_the_scheme_and_the_width(open_page, width, scheme, shown):
    page = open_page("en/charts/deadlines/", width, scheme)
    image = page.locator("figure img:visible")
    image.wait_for()
    assert image.count() == 1 and image.evaluate("image => image.decode().then(() => image.currentSrc)").endswith(f"/{shown}")
    assert page.faults == []


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
