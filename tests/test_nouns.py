"""Addresses and the forms of dates and pages in the two languages."""
import pytest

from scripts import languages, permalinks, sheet


@pytest.mark.parametrize("kind, item, path", [
    ("home", "", ""), ("pillar", "1", "plan/1/"), ("section", "1.3", "plan/1.3/"), ("action", "1.3.5", "plan/1.3.5/"),
    ("order", "eo14320", "orders/14320/"), ("provision", "eo14320.3a", "orders/14320/#s3a"), ("provision", "eo14320.3bi", "orders/14320/#s3bi"),
    ("agency", "NIST", "agencies/nist/"), ("theme", "open-models", "themes/open-models/"), ("term", "compute", "glossary/#compute"),
])
def test_addresses(kind, item, path):
    assert permalinks.path(kind, item) == path


def test_addresses_hold_below_any_base_path():
    assert permalinks.relative("plan/1.3.5/", "orders/14320/") == "../../plan/1.3.5/"
    assert permalinks.relative("", "plan/") == "../"
    assert permalinks.relative("", "") == "./"
    assert permalinks.absolute("https://x.org/a/", "zh", "plan/") == "https://x.org/a/zh/plan/"


def test_short_addresses_places_and_ready_files():
    assert permalinks.short("provision", "eo14320.3a") == "p/14320.3a/" and permalinks.short("term", "compute") == "t/compute/"
    assert [permalinks.place(kind, item) for kind, item in (("action", "1.3.5"), ("section", "1.3"), ("pillar", "1"), ("order", "eo14320"), ("reading", "effects"), ("agency", "NIST"), ("page", "methods/counts"), ("page", "figures"), ("measure", "actions.total"))] == [
        "a-1.3.5", "s-1.3", "s-1", "o-14320", "r-effects", "b-NIST", "page-methods-counts", "", ""]
    assert permalinks.ready("report", "zh", "a4", "a-1.3.5") == "../pdf/report.zh.pdf#nameddest=a-1.3.5"
    assert permalinks.ready("register", "zh-en", "letter") == "../pdf/register.zh-en.letter.pdf"


def test_words_for_the_foot_of_a_sheet_are_safe_in_a_style_sheet():
    assert sheet.quoted('a "b" \\ </style>') == '"a \\22 b\\22  \\5c  \\3c /style>"'
    assert sheet.counted("第{page}页，共{pages}页") == '"第" counter(page) "页，共" counter(pages) "页"'
    assert "--sheet-address: \"x.org/a/zh/plan/\";" in sheet.foot("t", "e", "{page}", "https://x.org/a/", "zh", "plan/")


def test_dates_and_pages():
    assert [languages.day("2025-07-23", language) for language in ("zh", "en")] == ["2025年7月23日", "23 July 2025"]
    assert [languages.day("2025-07", language) for language in ("zh", "en")] == ["2025年7月", "July 2025"]
    assert [languages.span(4, 5, language) for language in ("zh", "en")] == ["第4–5页", "pages 4–5"]
    assert languages.span(5, 5, "en") == "page 5"
    with pytest.raises(ValueError):
        languages.day("2025-02-30", "en")
