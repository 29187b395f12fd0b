"""Any page on paper: whole, light, without what only a screen can use, and told apart sheet by sheet."""
import io
import re
import unicodedata

import pypdf
import pytest

from scripts import permalinks
from scripts.languages import day

# One page of every layout on paper.
PRINTED = ["", "plan/actions/", "plan/1.2.2/", "orders/14320/", "claims/pitfalls/", "claims/feature-08-5/", "events/2025-12-11-omb-m-26-04/",
           "charts/lead-basis/", "briefs/", "briefs/tracker/", "themes/open-models/"]
ONE_SHEET = ["", "claims/pitfalls/", *(f"briefs/{brief}/" for brief in ("pillar-1", "pillar-2", "pillar-3", "orders", "press", "tracker"))]

# Chromium writes some characters of a Chinese PDF as the radicals that look the same.
RADICALS = str.maketrans("戶⻚⻅⻆⻉⻋⻓⻔⻘⻛⻜⻢⻥⻦⻩⻁⻬⻮⻰⻝⺠⻄⺟⻨⻣⻙⻤", "户页见角贝车长门青风飞马鱼鸟黄虎齐齿龙食民西母麦骨韦鬼")


def plain(text):
    """A text without white space and with characters in their usual form, so that lines and fonts make no difference."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text.translate(RADICALS)))


def printed(page):
    """The sheets of a page printed on A4."""
    return pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages


def texts(page):
    """The text of each printed sheet."""
    return [plain(sheet.extract_text()) for sheet in printed(page)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", PRINTED)
def test_every_sheet_says_what_it_is(open_page, report, language, path):
    page = open_page(f"{language}/{path}")
    sheets = texts(page)
    title = page.title().removesuffix(f" - {report.edition.name[language]}")
    edition = report.strings["sheet.edition"][language].format(version=report.edition.version, date=day(report.edition.as_of, language))
    address = permalinks.absolute(report.edition.address, language, path).removeprefix("https://")
    for number, sheet in enumerate(sheets, 1):
        words = [title, edition, address, report.strings["sheet.page"][language].format(page=number, pages=len(sheets))]
        assert [word for word in words if plain(word) not in sheet] == []
        assert len(sheet) > sum(len(plain(word)) for word in words) + 20, f"sheet {number} is empty"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", ONE_SHEET)
def test_handouts_and_briefs_print_on_one_sheet(open_page, language, path):
    assert len(printed(open_page(f"{language}/{path}"))) == 1


@pytest.mark.parametrize("path", ["zh/plan/1.3.5/", "en/plan/actions/", "en/timeline/", "zh/"])
def test_printing_drops_the_furniture(open_page, path):
    page = open_page(path)
    page.emulate_media(media="print")
    for selector in (".md-header", ".md-tabs", ".md-footer", ".ap-tools", ".ap-bar", ".ap-letters", "[role=status]"):
        assert not page.locator(f"{selector} >> visible=true").count(), selector
    assert page.locator("h1").is_visible()


def test_what_the_reader_filtered_is_what_is_printed(open_page):
    page = open_page("en/plan/actions/?status=Completed")
    shown = page.locator("tbody tr:visible").evaluate_all("rows => rows.map(row => row.cells[0].innerText)")
    text = "".join(texts(page))
    assert 0 < len(shown) < 20 and all(number in text for number in shown)
    assert f"Showing{len(shown)}of103" in text and "1.1.1Ask" not in text


def test_collapsed_parts_are_opened(open_page):
    page = open_page("en/charts/agency-section/")
    rows = page.locator(".ap-more tbody tr").evaluate_all("rows => rows.map(row => row.textContent)")
    text = "".join(texts(page))
    assert len(rows) > 40 and [row for row in rows if plain(row) not in text] == []


def test_the_log_of_an_agency_is_whole_in_print_and_without_scripts(open_page):
    page = open_page("en/agencies/doc/", scripts=False)
    page.emulate_media(media="print")
    assert page.locator(".ap-more tbody tr").last.is_visible()


@pytest.mark.parametrize("path, parts", [
    ("en/plan/actions/", "tbody th"), ("en/claims/", "tbody th"), ("en/timeline/", "ol.ap-events li b"), ("en/orders/14320/", ".ap-prov p"), ("en/plan/1.3/", ".ap-cite p"),
])
def test_nothing_is_cut_between_two_sheets(open_page, path, parts):
    page = open_page(path)
    page.emulate_media(media="print")                     # what is for the screen only is not looked for
    wanted = [plain(text) for text in page.locator(f"{parts} >> visible=true").all_inner_texts()]
    sheets = texts(page)
    assert wanted and [text for text in wanted if not any(text in sheet for sheet in sheets)] == []


@pytest.mark.parametrize("path", ["en/orders/14320/", "zh/plan/1/", "zh/agencies/nist/", "en/methods/", "en/glossary/"])
def test_no_heading_is_the_last_on_a_sheet(open_page, path):
    page = open_page(path)
    heads = {plain(text) for text in page.locator("h2, h3").all_inner_texts()}
    sheets = texts(page)
    assert [head for head in heads for sheet in sheets if sheet.endswith(head)] == []


@pytest.mark.parametrize("path", ["en/plan/actions/", "zh/events/"])
def test_heads_of_tables_repeat(open_page, path):
    page = open_page(path)
    head = plain("".join(page.locator("thead th").all_inner_texts()))
    sheets = texts(page)
    assert len(sheets) > 2 and all(head in sheet for sheet in sheets[1:-1])


@pytest.mark.parametrize("path", ["en/charts/", "zh/orders/"])
def test_charts_are_on_paper_whatever_the_screen_showed(open_page, path):
    """The same drawings, light and wide, from a light screen, a dark one, and a phone."""
    sizes = []
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "dark")):
        page = open_page(path, width, scheme)
        page.wait_for_load_state("networkidle")
        sizes.append([len(sheet.get_contents().get_data()) for sheet in printed(page)])
    assert sizes[1:] == [pytest.approx(sizes[0], rel=.02)] * 2


def test_paper_is_light_and_wide_whatever_the_screen(open_page):
    page = open_page("en/charts/deadlines/", 390, "dark")
    page.emulate_media(media="print")
    image = page.locator("figure img:visible")
    assert image.count() == 1 and image.evaluate("image => image.decode().then(() => image.currentSrc)").endswith("/deadlines.en.svg")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(26, 29, 33)"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_grid_of_the_tracker_prints_on_the_first_sheet(open_page, language):
    page = open_page(f"{language}/tracker/")
    page.set_viewport_size({"width": 658, "height": 1000})            # A4 less the margins, at 96 dots an inch
    page.emulate_media(media="print")
    bottom = page.evaluate("document.querySelector('#grid').getBoundingClientRect().bottom + scrollY")
    assert bottom < 960, "A4 less the margins is 963 pixels high"


def test_the_button_prints_and_hides_where_it_cannot(open_page, report):
    page = open_page("en/plan/1.3.5/")
    page.evaluate("window.print = () => document.title = 'printed'")
    page.get_by_role("button", name=report.strings["tools.print"].en).click()
    assert page.title() == "printed"
    assert not open_page("en/plan/1.3.5/", scripts=False).locator(".ap-print").is_visible()


@pytest.mark.parametrize("width", [320, 390, 700, 960, 1280])
@pytest.mark.parametrize("path", ["en/plan/actions/", "zh/plan/1.2.2/", "en/charts/", "zh/", "en/claims/feature-08-5/"])
def test_the_tools_touch_neither_breadcrumb_nor_title(open_page, path, width):
    page = open_page(path, width)
    assert not page.evaluate("""() => {                               // words, not the empty part of a box beside a float
        const tools = document.querySelector(".ap-tools").getBoundingClientRect(), range = document.createRange();
        return [...document.querySelectorAll("h1, .ap-loc, .ap-kicker")].some(other => {
            range.selectNodeContents(other);
            return [...range.getClientRects()].some(box => box.width && box.left < tools.right - 1 && box.right > tools.left + 1 && box.top < tools.bottom - 1 && box.bottom > tools.top + 1);
        });
    }""")
