"""Copying, choosing and downloading in a real browser."""
import csv
import io

import pytest


@pytest.fixture
def page(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
    page = context.new_page()
    yield page
    context.close()


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(("path", "first", "wanted"), [("zh/plan/1.3.5/", "GB/T 7714—2025", "编写组. 行动1.3.5"), ("en/plan/1.3.5/", "APA", "AI Action Plan Record. (")])
def test_a_reference_is_copied_with_one_click(page, address, path, first, wanted):
    page.goto(address + path)
    assert page.inner_text(".ap-cite summary >> nth=0").strip() == first
    page.click(".ap-cite details[open] .ap-copy >> nth=0")
    assert wanted in copied(page) and copied(page) == page.inner_text(".ap-cite details[open] .ap-ref >> nth=0").replace("\n", "")
    page.click(".ap-cite summary:has-text('Chicago'), .ap-cite summary:has-text('芝加哥')")
    assert page.locator(".ap-cite [data-own] details[open]").count() == 1


def test_the_source_is_cited_beside_the_report(page, address):
    page.goto(address + "en/plan/1.3.5/")
    page.click("text=Cite the plan itself, page 5")
    page.click(".ap-under .ap-copy >> nth=0")
    assert copied(page).startswith("The White House. (2025). Winning the Race: America’s AI Action Plan (p. 5).")


def test_the_mark_of_a_heading_a_row_and_a_paragraph_copies_its_link(page, address):
    page.goto(address + "zh/orders/14320/")
    for selector in ("h2 > .ap-link", "tr .ap-link", "p > .ap-link"):
        if selector.startswith("tr"):
            page.hover("tbody tr >> nth=0")                     # a row shows its mark when it is pointed at
        mark = page.locator(selector).first
        href = mark.get_attribute("href")
        mark.click()
        assert copied(page) == f"{address}zh/orders/14320/{href}"


def test_what_is_shown_is_downloaded(page, address):
    page.goto(address + "en/plan/actions/?status=Completed")
    with page.expect_download() as download:
        page.click("text=Download what is shown")
    content = download.value.path().read_bytes()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert content.startswith(b"\xef\xbb\xbf") and len(rows) - 1 == page.locator("tbody tr:visible").count() > 0
    assert rows[0][:2] == ["No.", "Action"] or rows[0][-1] == "URL"
    assert all(row[-1].startswith(f"{address}en/plan/") and "#" not in row[0] for row in rows[1:])


def test_a_cell_that_could_run_as_a_formula_is_made_harmless(page, address):
    page.goto(address + "en/plan/actions/")
    page.evaluate("document.querySelector('tbody tr th a').textContent = '=1+1'")
    with page.expect_download() as download:
        page.click("text=Download what is shown")
    assert "\"'=1+1\"" in download.value.path().read_text(encoding="utf-8-sig")


def test_an_anchor_that_moved_leads_on(page, address):
    page.goto(address + "en/methods/#m-actions-total")
    page.wait_for_url("**/en/figures/#m-actions-total")


def test_the_address_in_the_references_can_be_that_of_the_frozen_copy(page, address, report):
    page.goto(address + "en/plan/1.3.5/")
    if not report.frozen_version:
        assert page.locator("[data-which]").count() == 0
        return
    archived = f"/v/{report.frozen_version}/en/plan/1.3.5/"
    page.check("[data-which] input[value=archived]")
    assert archived in page.inner_text(".ap-cite details[open] .ap-ref >> nth=0")
    page.check("[data-which] input[value=living]")
    assert archived not in page.inner_text(".ap-cite details[open] .ap-ref >> nth=0")
