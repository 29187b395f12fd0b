"""The published site as files: addresses, languages, links, and no foreign host."""
import filecmp
import posixpath
import re
from collections import defaultdict
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from scripts import paths, permalinks
from scripts.export import BUILT
from scripts.frozen import copies
from scripts.languages import PAPERS, day
from scripts.publish import publish

TAGS = {"zh": "zh-Hans", "en": "en"}


@pytest.fixture(scope="module")
def documents(published):
    """Every living page of the site by its path; frozen copies are tested in test_release.py."""
    files = {file.relative_to(published).as_posix(): file for file in published.rglob("*.html")}
    return {path: html.parse(str(file)).getroot() for path, file in files.items() if not path.startswith("v/")}


def anchors(page):
    return {element.get("id") for element in page.iter() if isinstance(element.tag, str) and element.get("id")}


def contents(documents, language):
    return {path.split("/", 1)[1]: page for path, page in documents.items() if path.startswith(language + "/")}


def test_every_item_has_its_address_in_both_languages(documents, report):
    wanted = {"", "plan/", "plan/actions/", "orders/", "agencies/", "themes/", "glossary/", "sources/", "methods/", "methods/counts/", "figures/", "data/", "data/fields/", "about/", "citing/",
              "claims/", "claims/pitfalls/", "compare/", "readings/", "events/", "tracker/", "timeline/", "charts/", "briefs/", "changes/"}
    wanted |= {f"charts/{chart.id}/" for chart in report.charts} | {f"{essay.id}/" for essay in report.essays.values() if essay.chart}
    wanted |= {f"plan/{item.id}/" for item in (*report.plan.pillars, *report.sections, *report.actions)}
    wanted |= {f"orders/{order.number}/" for order in report.orders} | {f"agencies/{agency.id.lower()}/" for agency in report.agencies}
    wanted |= {f"themes/{theme.id}/" for theme in report.vocabularies["themes"]}
    wanted |= {f"claims/{claim.id}/" for claim in report.claims} | {f"sources/{article.source}/" for article in report.articles}
    wanted |= {f"readings/{reading.id}/" for reading in report.readings} | {f"events/{event.id}/" for event in report.tracker.events}
    for language in TAGS:
        assert set(contents(documents, language)) == {path + "index.html" for path in wanted}


def test_every_provision_and_term_has_its_anchor(documents, report):
    for language in TAGS:
        pages = contents(documents, language)
        for provision in report.provisions:
            assert provision.anchor in anchors(pages[f"orders/{provision.order[2:]}/index.html"])
        assert {term.id for term in report.terms} <= anchors(pages["glossary/index.html"])
        for article in report.articles:
            wanted = {at.split(":")[1].replace(".", "-") for paragraph in article.locators() for at in paragraph}
            assert wanted <= anchors(pages[f"sources/{article.source}/index.html"])
        assert {f"c-{citation.id}" for citation in report.citations} <= anchors(pages["sources/index.html"])


def test_both_languages_have_the_same_anchors(documents):
    zh, en = contents(documents, "zh"), contents(documents, "en")
    assert {path: sorted(anchors(page)) for path, page in zh.items()} == {path: sorted(anchors(page)) for path, page in en.items()}


def test_no_anchor_stands_twice_or_was_made_by_chance(documents):
    for path, page in documents.items():
        ids = [element.get("id") for element in page.iter() if isinstance(element.tag, str) and element.get("id")]
        assert len(ids) == len(set(ids)), path
        assert not [i for i in ids if re.fullmatch(r"_\d+", i)], path


def test_pages_name_their_language_and_the_other(documents, report):
    for language, tag in TAGS.items():
        for path, page in contents(documents, language).items():
            assert page.get("lang") == tag
            folder = path.removesuffix("index.html")
            depth = "../" * (folder.count("/") + 1)
            links = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
            assert page.xpath("//link[@type='application/atom+xml']/@href") == [f"{depth}feed.{language}.xml"]
            address = report.edition.address                  # as canonical addresses are, so that search engines accept them
            assert links == {"zh-Hans": f"{address}zh/{folder}", "en": f"{address}en/{folder}", "x-default": f"{address}en/{folder}"}
            assert len(page.xpath("//h1")) == 1 and page.xpath("//meta[@name='description']/@content")[0].strip()


def test_english_words_in_chinese_text_have_narrow_apostrophes(documents):
    """The sign is the Chinese closing quotation mark, too; without its language it is as wide as one."""
    inside = re.compile(r"[A-Za-z]’ ?[A-Za-z]")
    marked = 0
    for path, page in contents(documents, "zh").items():
        assert not [text for text in page.xpath("//body//text()[not(ancestor::*[@lang='en'] or parent::script or parent::option)]") if inside.search(text)], path
        marked += len(page.xpath("//span[@lang='en' and .='’']"))
    assert marked > 300
    assert "America’s AI Action Plan" in documents["zh/events/2025-07-23-americas-ai-action-plan/index.html"].text_content()


def test_every_chart_stands_with_its_words_numbers_and_downloads(documents, report):
    for language in TAGS:
        for chart in report.charts:
            page = contents(documents, language)[f"charts/{chart.id}/index.html"]
            light, dark = page.xpath("//figure//picture")               # whose source has no end tag, so that lxml nests what follows it
            for picture, scheme in ((light, ""), (dark, ".dark")):
                (image,), (narrow,) = picture.xpath(".//img"), picture.xpath(".//source")
                assert image.get("src") == f"../../../charts/{chart.id}.{language}{scheme}.svg" and narrow.get("srcset") == f"../../../charts/{chart.id}.{language}.narrow{scheme}.svg"
                assert len(image.get("alt")) > 20 and int(image.get("width")) == 960 and int(image.get("height")) > 200
            rows = page.xpath("//table[contains(@class, 'ap-behind')]/tbody/tr")
            assert rows and all(len(row) == len(chart.columns) for row in rows)
            downloads = {link.rsplit(".", 1)[1] for link in page.xpath("//p[@class='ap-dl']/a/@href") if "." in link.rsplit("/", 1)[-1]}
            assert downloads == {"svg", "png", "csv"}


def test_every_inner_link_leads_somewhere(documents, published):
    known = {path: anchors(page) for path, page in documents.items()}
    lost = []
    for path, page in documents.items():
        for element in page.iter():
            for name in ("href", "src"):
                value = element.get(name) if isinstance(element.tag, str) else None
                if value is None or urlsplit(value).scheme or urlsplit(value).netloc:
                    continue
                parts = urlsplit(value)
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
                if (published / target).is_dir():
                    target = posixpath.normpath(posixpath.join(target, "index.html"))
                if not (published / target).is_file() or target.startswith(".."):
                    lost.append((path, value))
                elif parts.fragment and target in known and unquote(parts.fragment) not in known[target] and not parts.fragment.startswith("__"):
                    lost.append((path, value))
    assert lost == []


def test_every_item_answers_at_its_short_address(documents, report):
    """In both languages by name; that the links lead somewhere is tested with all others."""
    items = [("action", a.id, a.title) for a in report.actions] + [("provision", p.id, p.title) for p in report.provisions] + [("claim", c.id, c.title) for c in report.claims]
    items += [("event", e.id, e.title) for e in report.tracker.events] + [("chart", c.id, c.name) for c in report.charts] + [("term", t.id, t.term) for t in report.terms]
    assert {path for path in documents if not path.startswith(("zh/", "en/", "embed/"))} == {"index.html", "404.html", *(permalinks.short(kind, item) + "index.html" for kind, item, _ in items)}
    for kind, item, title in items:
        page = documents[permalinks.short(kind, item) + "index.html"]
        target = permalinks.path(kind, item)
        assert page.xpath("//a/@href") == [f"../../zh/{target}", f"../../en/{target}"] == page.xpath("//link[@hreflang='zh-Hans' or @hreflang='en']/@href")
        assert [head.text_content() for head in page.xpath("//h1 | //h2")] == [title.zh, title.en]
        assert item.removeprefix("eo") in page.xpath("//section[@lang='en']/p")[0].text_content()
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"] and page.xpath("//link[@rel='canonical']/@href") == [f"../../en/{target}"]


def test_every_page_offers_its_ready_pdf(documents):
    """The briefing, a brief and the register their own; every other page the report, at the place of its item."""
    papers = {language: ["" if paper == "a4" else f".{paper}" for paper in sizes] for language, sizes in PAPERS.items()}
    for path, document, place in (
            ("", "briefing", ""), ("briefs/orders/", "brief-orders", ""), ("briefs/pillar-1/", "brief-pillar-1", ""), ("plan/1.3.5/", "report", "a-1.3.5"), ("plan/1.3/", "report", "s-1.3"),
            ("plan/1/", "report", "s-1"), ("orders/14320/", "report", "o-14320"), ("claims/huxiu-27-2/", "report", "c-huxiu-27-2"), ("charts/deadlines/", "report", "f-deadlines"),
            ("events/2025-12-11-omb-m-26-04/", "report", "e-2025-12-11-omb-m-26-04"), ("readings/effects/", "report", "r-effects"), ("agencies/nist/", "report", "b-NIST"), ("glossary/", "report", "page-glossary"), ("figures/", "report", "")):
        for language in TAGS:
            up = "../" * (path.count("/") + 1)
            fragment = f"#nameddest={place}" if place else ""
            links = documents[f"{language}/{path}index.html"].xpath("//p[@class='ap-tools']//a/@href")
            assert links == [f"{up}pdf/{document}.{language}{paper}.pdf{fragment}" for paper in papers[language]]
    for language in TAGS:
        links = documents[f"{language}/plan/actions/index.html"].xpath("//p[@class='ap-tools']//a/@href")
        assert links == [f"../../../pdf/register.{edition}{paper}.pdf" for edition in (language, "zh-en") for paper in papers[edition]]
        for path, page in contents(documents, language).items():
            assert len(page.xpath("//p[@class='ap-tools' and @data-search-exclude]//button[@hidden]")) == 1, path
            assert "--sheet-title" in page.xpath("//head/style/text()")[-1], path


def test_nothing_is_fetched_from_a_foreign_host(documents, published):
    for path, page in documents.items():
        fetched = [*page.xpath("//script/@src"), *page.xpath("//img/@src"), *page.xpath("//link[@rel='stylesheet' or @rel='icon' or @rel='preconnect' or @rel='prefetch']/@href")]
        assert not [address for address in fetched if urlsplit(address).netloc], path
    for sheet in published.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?https?:|@import", sheet.read_text(encoding="utf-8")), sheet


def test_no_placeholder_or_template_is_left(documents):
    for path, page in documents.items():
        text = page.text_content()
        assert "{{" not in text and "{%" not in text and "undefined" not in text.lower().replace("undefinedness", ""), path
        assert not [link for link in page.xpath("//a/@href") if link.startswith("page:") or link == "#"], path


def test_each_menu_entry_is_marked_on_its_part_of_the_site(documents):
    for path, expected in (("en/plan/1.3.5/index.html", "The plan"), ("en/orders/14320/index.html", "Orders"), ("en/methods/counts/index.html", "Methods"), ("en/figures/index.html", "Methods"), ("en/data/fields/index.html", "Methods"), ("en/timeline/index.html", "Tracker"), ("en/events/2025-12-11-omb-m-26-04/index.html", "Tracker"), ("en/index.html", "Briefing")):
        active = documents[path].xpath("//li[contains(@class,'md-tabs__item--active')]/a")
        assert [link.text_content().strip() for link in active] == [expected]
    assert not documents["en/about/index.html"].xpath("//li[contains(@class,'md-tabs__item--active')]")


def test_numbers_are_the_measures(documents, figures):
    values = defaultdict(list)
    for language in TAGS:
        for number in documents[f"{language}/index.html"].xpath("//dl[contains(@class,'ap-figures')]//dd/text()"):
            values[language].append(int(number))
    expected = [figures[name] for name in ("actions.total", "actions.lead_basis.none", "status.in_progress", "status.no_public_record", "provisions.deadline")]
    assert values == {"zh": expected, "en": expected}


def test_every_measure_stands_on_the_page_of_figures(documents, report, figures):
    """Each at its anchor, with its value; a family's name and definition stand above its table."""
    for language in TAGS:
        page = documents[f"{language}/figures/index.html"]
        places = {element.get("id"): element for element in page.iter() if isinstance(element.tag, str) and (element.get("id") or "").startswith("m-")}
        assert set(places) == {permalinks.path("measure", measure).split("#")[1] for measure in figures}
        for measure, value in figures.items():
            place = places[permalinks.path("measure", measure).split("#")[1]]
            cell = place if place.tag == "td" else place.xpath("./td[contains(@class,'r')]")[0]
            assert cell.text_content() == ("–" if value == 0 else str(value)), measure
        text = page.text_content()
        for family in report.families:
            assert family.id in text and (family.by or family.definition[language] in text), family.id


def test_every_column_has_its_anchor_and_every_file_its_link(documents, report, offer):
    codes = {name: tuple(code.id for code in entries) for name, entries in report.vocabularies.items()}
    wanted = {f"{table.id}-{column.name}" for table in report.dictionary.tables for column in report.dictionary.spelled_out(table, codes)} | {table.id for table in report.dictionary.tables}
    for language in TAGS:
        assert wanted <= anchors(documents[f"{language}/data/fields/index.html"])
        page = documents[f"{language}/data/index.html"]
        links = {link.split("/data/")[1] for link in page.xpath("//table[1]//a[not(@class='ap-link')]/@href")}
        assert links == {download.name for download in offer.downloads} | {download.schema for download in offer.downloads if download.schema}
        assert page.xpath("//pre[@id='query']")[0].text_content() == f'sqlite3 -header -column action-plan.sqlite "{report.dictionary.query}"'
        assert [tuple(cell.text_content().removesuffix("#") for cell in row) for row in page.xpath("//table[2]/tbody/tr")] == [tuple(map(str, row)) for row in offer.rows]


def test_two_builds_give_the_same_bytes(published, report, heads, tmp_path):
    publish(paths.DOCS, tmp_path / "work", tmp_path / "again", "2026-11-23", heads, copies(report, paths.DOCS / "frozen"))
    once, again = (sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file() and file.suffix != ".png" and file.name not in BUILT)
                   for folder in (published, tmp_path / "again"))          # PNG and the like are made, not published from docs/
    assert once == again
    assert filecmp.cmpfiles(published, tmp_path / "again", once, shallow=False)[1:] == ([], [])


def test_actions_and_orders_list_their_claims(documents, report):
    """Whatever a claim was checked against leads back to it."""
    for language in TAGS:
        pages = contents(documents, language)
        for claim in report.claims:
            for item in claim.about:
                if item in {action.id for action in report.actions} | {section.id for section in report.sections}:
                    assert pages[f"plan/{item}/index.html"].xpath(f"//table[contains(@class,'ap-claims')]//a[contains(@href,'claims/{claim.id}/')]"), (claim.id, item)
                elif item.startswith("eo"):
                    assert pages[f"orders/{item[2:].split('.')[0]}/index.html"].xpath(f"//table[contains(@class,'ap-claims')]//a[contains(@href,'claims/{claim.id}/')]"), (claim.id, item)


def test_every_action_shows_its_status_and_events(documents, report):
    """The tracker, the section and the action say the same; each event is on the page of what it bears on, newest first."""
    for language in TAGS:
        pages = contents(documents, language)
        for action in report.actions:
            status = report.tracker.status(action.id)
            label = report.code("statuses", status).label[language]
            page = pages[f"plan/{action.id}/index.html"]
            assert page.xpath("//div[contains(@class,'ap-note')]//span[contains(@class,'ap-st')]/text()")[0] == label
            assert pages["tracker/index.html"].xpath(f"//a[contains(@class,'ap-cell') and contains(@href,'plan/{action.id}/')]/@class") == [f"ap-cell st-{status}"]
            assert pages[f"plan/{action.section}/index.html"].xpath(f"//tr[@id='a{action.id}']//span[contains(@class,'ap-st')]/text()") == [label]
            days = page.xpath("//ol[contains(@class,'ap-events')]//time/@datetime")
            assert days == sorted(days, reverse=True) and len(days) == len(report.tracker.events_on(action.id))


def test_every_page_says_as_of_when(documents, report):
    for language in TAGS:
        for path, page in contents(documents, language).items():
            foot = page.xpath("//footer")[-1].text_content()
            assert day(report.edition.as_of, language) in foot and day(report.tracker.newest_first[0].date, language) in foot, path


def test_every_event_leads_to_its_sources(documents, report):
    for event in report.tracker.events:
        links = documents[f"en/events/{event.id}/index.html"].xpath("//h2[@id='sources']/following-sibling::ul[1]//a/@href")
        assert links == [source.url for source in event.sources]


def test_the_timeline_runs_from_october_2023(documents, report):
    days = documents["zh/timeline/index.html"].xpath("//ol[contains(@class,'ap-events')]//time/@datetime")
    assert days == sorted(days) and days[0].startswith("2023-10") and len(days) == sum(event.thread is not None for event in report.tracker.events)
    ids = set(documents["zh/timeline/index.html"].xpath("//li[@data-row]/@id"))
    for wanted in ("2023-10-30-eo-14110", "2025-01-21-stargate", "2025-05-13-saudi-600-billion", "2025-07-01-senate-moratorium-vote", "2025-07-14-h20-sales-to-resume",
                   "2025-12-11-eo-14365", "2025-07-26-global-ai-governance-action-plan", "2025-08-26-ai-plus", "2025-01-20-deepseek-r1", "2025-07-11-kimi-k2"):
        assert wanted in ids
