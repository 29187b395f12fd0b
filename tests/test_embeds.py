"""What others may embed: a frame for every chart and status, and the code on the pages."""
import html as entities
import posixpath
import re

import pytest
from lxml import html

from scripts import permalinks
from scripts.embeds import embeds

TAGS = {"zh": "zh-Hans", "en": "en"}


@pytest.fixture(scope="module")
def listed(report, figures, drawings):
    return list(embeds(report, figures, {drawing.name: (*drawing.size, drawing.head) for drawing in drawings}))


def test_every_chart_action_and_dated_provision_can_be_embedded_in_both_languages(listed, report):
    wanted = {("chart", chart.id) for chart in report.charts} | {("action", action.id) for action in report.actions} | {("provision", provision.id) for provision in report.dated}
    for language in TAGS:
        assert {(e.kind, e.item) for e in listed if e.language == language} == wanted
    assert len({e.path for e in listed}) == len(listed)
    assert permalinks.frame("provision", "eo14320.3a", "en") == "embed/en/orders/14320/3a/" and permalinks.frame("chart", "lead-basis", "zh") == "embed/zh/charts/lead-basis/"


def test_frames_stand_alone_and_say_where_they_are_from(listed, report, published):
    for e in listed:
        text = (published / e.path / "index.html").read_text(encoding="utf-8")
        page = html.document_fromstring(text.encode())
        assert page.get("lang") == TAGS[e.language] and page.findtext(".//title").strip() and page.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert "//" not in re.sub(r"data:[^\"]+", "", text).replace("</", "") and not page.xpath("//script"), e.path         # no other host, no script
        (canonical,), (link,) = page.xpath("//link[@rel='canonical']/@href"), page.xpath("//footer/a")
        assert canonical == link.get("href") and link.get("target") == "_top"
        assert posixpath.normpath(posixpath.join(e.path, canonical.split("#")[0])) == e.page.split("#")[0].rstrip("/")
        assert (published / e.page.split("#")[0] / "index.html").is_file()
        source = page.xpath("string(//footer)")
        assert report.edition.version in source and report.edition.name[e.language] in source and report.edition.licence[e.language] in source
        if e.kind == "chart":
            shown = page.xpath("//img/@src | //source/@srcset")
            assert len(shown) == 4 and all((published / e.path / address).resolve().is_file() for address in shown) and len(page.xpath("string(//img/@alt)")) > 20
        else:
            look = report.tracker.look(e.item)
            assert report.index[e.item].title[e.language] in page.findtext(".//h1") and look.reason[e.language] in text.replace("&#39;", "'").replace("&amp;", "&")
            assert report.code("statuses", look.status).label[e.language] in page.xpath("string(//span[@class='status'])")


def test_the_code_on_the_pages_names_what_there_is(listed, report, published, figures, pages):
    from scripts.cards.content import contents

    cards = {f"cards/{permalinks.picture(card['name'], language)}" for language in TAGS for card in contents(report, figures, pages, language)}
    for e in listed:
        page = html.document_fromstring((published / e.page.split("#")[0] / "index.html").read_bytes())
        block = f"embed-{report.index[e.item].anchor}" if e.kind == "provision" else "embed"
        frame, image, source = (page.xpath(f"string(//*[@id='{block}-{part}'])") for part in ("frame", "picture", "text"))
        (shown,), (link,) = html.fragment_fromstring(frame, create_parent=True).xpath("//iframe"), html.fragment_fromstring(image, create_parent=True).xpath("//a")
        address = report.edition.address
        assert shown.get("src") == address + e.path and shown.get("title") and int(shown.get("height")) == e.height and (published / e.path / "index.html").is_file()
        assert link.get("href") == address + e.page and link.find("img").get("alt") == e.alt
        picture = link.find("img").get("src").removeprefix(address)
        assert picture in cards if e.kind != "chart" else (published / picture).is_file()
        assert source.endswith(address + e.page) and report.edition.version in source
        for part in ("frame", "picture", "text"):
            assert page.xpath(f"//details[@id='{block}']//button[@data-copy='#{block}-{part}' and @aria-label]")


def test_frames_fit_the_height_that_the_code_asks_for(listed, address, browser):
    longest = [max((e for e in listed if (e.kind == "chart") == chart and e.language == language), key=lambda e: e.height) for chart in (True, False) for language in TAGS]
    for scheme in ("light", "dark"):
        for width in (320, 600, 900):
            page = browser.new_page(viewport={"width": width, "height": 600}, color_scheme=scheme)
            for e in longest:
                frame = f'<iframe src="{address}{e.path}" title="{entities.escape(e.title)}" width="100%" height="{e.height}" style="border:0"></iframe>'
                page.goto("about:blank")                                        # another origin than the frame's
                page.set_content(f'<!doctype html><body style="margin:0">{frame}</body>')
                inner = page.frames[-1]
                inner.wait_for_load_state("load")
                across, wide, down, high = inner.evaluate("(() => { const d = document.documentElement; return [d.scrollWidth, d.clientWidth, d.scrollHeight, d.clientHeight]; })()")
                assert across <= wide and (width < 600 or down <= high), (e.path, scheme, width)
            page.close()
