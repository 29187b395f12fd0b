"""Citations: the forms, the files for reference managers, and what is refused."""
import json
import re
import warnings
from dataclasses import replace
from html import unescape

import bibtexparser
import pytest
import rispy

from scripts import cite as stage
from scripts.cite import GBT, STYLES, cite, formats
from scripts.works import Work, own, sources

LONG = "《美国人工智能行动计划实录》编写组"
ADDRESS = "https://example.org/ai-action-plan-record/"


def plain(text):
    return unescape(re.sub(r"<[^>]+>", "", text))


def formatted(tmp_path, *works):
    return stage._formatted(list(works), tmp_path / "kept.json")


@pytest.fixture(scope="module")
def work():
    return Work("some", "report", "A title", ("Smith, Ann",), "en", "https://example.org/x/", "2026-11-26", publisher="A body")


def test_every_page_and_item_can_be_cited_in_both_languages(report, pages, citations):
    wanted = [*pages, *report.provisions, *report.terms]
    assert len([key for key in citations if not key.startswith("source-")]) == 2 * len(wanted) > 1800
    for citation in citations.values():
        assert set(citation.styles) == set(STYLES) and all(citation.styles.values())


@pytest.mark.parametrize(("key", "style", "wanted"), [
    ("1.3.5.zh", "gbt", f"{LONG}. 行动1.3.5：召集各方，推动中小企业采用开放模型[R/OL]//美国人工智能行动计划实录. 第{{v}}版. {{d}}. {ADDRESS}zh/plan/1.3.5/."),
    ("1.3.5.en", "gbt", f"AI Action Plan Record. Action 1.3.5: Convene stakeholders on open models for smaller firms[R/OL]. Version {{v}}. {{d}}. {ADDRESS}en/plan/1.3.5/."),
    ("1.3.5.en", "apa", f"AI Action Plan Record. (2026). Action 1.3.5: Convene stakeholders on open models for smaller firms (Version {{v}}). {ADDRESS}en/plan/1.3.5/"),
    ("1.3.5.zh", "apa", f"AI Action Plan Record. (2026). 行动1.3.5：召集各方，推动中小企业采用开放模型 [Action 1.3.5: Convene stakeholders on open models for smaller firms] (Version {{v}}). {ADDRESS}zh/plan/1.3.5/"),
    ("eo14320.3a.en", "chicago", f"AI Action Plan Record. Executive Order 14320, section 3(a): Establish the American AI Exports Program. Version {{v}}. 2026. {ADDRESS}en/orders/14320/#s3a."),
    ("source-plan-p4-5", "gbt", "The White House. Winning the Race: America’s AI Action Plan[R/OL]. 2025-07-23：4-5. https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf#page=7."),
    ("source-plan-p4-5", "apa", "The White House. (2025). Winning the Race: America’s AI Action Plan (pp. 4–5). https://www.whitehouse.gov/wp-content/uploads/2025/07/Americas-AI-Action-Plan.pdf#page=7"),
    ("source-huxiu", "gbt", "互联网法律评论. [对《美国人工智能行动计划》的分析][N]//虎嗅网. 2025."),
])
def test_the_forms(report, citations, key, style, wanted):
    assert plain(citations[key].styles[style]) == wanted.format(v=report.edition.version, d=report.edition.as_of)


@pytest.mark.parametrize(("language", "names", "wanted"), [
    ("en", ("Smith, Ann", "Jones, Bo", "Brown, Cy", "Green, Di"), "Smith A，Jones B，Brown C，et al. "),
    ("zh-Hans", ("王一", "李二", "张三", "赵四"), "王一，李二，张三，等. "),
    ("en", ("Smith, Ann", "Jones, Bo", "Brown, Cy"), "Smith A，Jones B，Brown C. "),
])
def test_the_chinese_standard_names_three_authors_and_says_that_there_are_more(tmp_path, work, language, names, wanted):
    assert plain(formatted(tmp_path, replace(work, author=names, language=language))["some"]["gbt"]).startswith(wanted)


def test_a_title_keeps_its_signs_and_capitals(tmp_path, work):
    title = "R&D of $2 million in {braces} with a_b, 50% #1 \\ and “quotes”"
    for text in formatted(tmp_path, replace(work, title=title))["some"].values():
        assert title.replace("“", "").replace("”", "") in re.sub("[“”‘’]", "", plain(text))


def test_what_is_kept_is_not_formatted_again(tmp_path, work, monkeypatch):
    first = formatted(tmp_path, work)
    monkeypatch.setattr(stage, "run", lambda *_, **__: pytest.fail("the processor ran again"))
    assert formatted(tmp_path, work) == first


def test_a_citation_without_a_required_field_is_a_finding(report, pages, data, tmp_path):
    plan = report.source("plan")
    broken = replace(report, sources=tuple(source.model_copy(update={"cite": plan.cite.model_copy(update={"author": ()})}) if source is plan else source for source in report.sources))
    _, findings = cite(broken, pages, data, tmp_path)
    assert {finding.message for finding in findings if "source-plan has none" in finding.message} == {"a citation of a report needs author, and source-plan has none"}
    assert all(finding.path == "data/sources.yml" and finding.rule == "citation" for finding in findings) and not list(tmp_path.iterdir())


def test_two_works_with_one_name_are_a_finding(report, pages, data, tmp_path):
    _, findings = cite(report, [*pages, pages[5]], data, tmp_path)
    assert findings and all("which is that of" in finding.message for finding in findings)


def test_the_files_are_read_by_their_programs(citations):
    works = [citation.work for citation in citations.values()]
    library = bibtexparser.parse_string(formats.bibtex(works))
    assert not library.failed_blocks and len(library.entries) == len(works)
    entries = rispy.loads(formats.ris(works))
    assert len(entries) == len(works) and formats.ris(works[:1]).startswith("TY  - RPRT\n")
    for work, entry, item in zip(works, entries, json.loads(formats.csl(works))):
        assert entry["title"] == item["title"] == work.title and entry.get("urls", []) == ([work.url] if work.url else [])
        assert [author.get("literal") or f"{author['family']}, {author['given']}" for author in item.get("author", [])] == list(work.author)
        assert entry.get("authors", []) == [author if ", " in author else f"{author}," for author in work.author]


def test_another_processor_makes_the_same_of_our_style(citations):
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    event = next(key for key in citations if key.startswith("source-2026"))
    for key in ("source-plan", "source-feature", "source-huxiu", event):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            style = CitationStylesStyle(str(GBT), validate=True)
            bibliography = CitationStylesBibliography(style, CiteProcJSON(json.loads(formats.csl([citations[key].work]))), formatter.plain)
            bibliography.register(Citation([CitationItem(key)]))
            assert str(bibliography.bibliography()[0]) == plain(citations[key].styles["gbt"])


def test_works_name_their_record(report, pages):
    for work in (*own(report, pages), *sources(report)):
        assert work.url.startswith("http") or work.kind == "article", work.key
