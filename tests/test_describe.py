"""What machines read in the head of every page, and what guides crawlers."""
import json
import re

import pytest
from lxml import etree, html

from scripts import permalinks
from scripts.guide import guide
from scripts.languages import TAGS
from scripts.linked_data import UNRATED

# What schema.org gives each type that we use; a property outside is a slip of the pen.
KNOWN = {
    "Report": {"@id", "url", "name", "alternateName", "description", "inLanguage", "version", "datePublished", "dateModified", "license", "author", "publisher", "isPartOf", "workTranslation", "image", "isBasedOn"},
    "Legislation": {"name", "url", "legislationDate", "inLanguage"},
    "Organization": {"name", "alternateName", "url"}, "Person": {"name"},
    "ClaimReview": {"@id", "url", "claimReviewed", "inLanguage", "datePublished", "author", "itemReviewed", "reviewRating"},
    "Claim": {"author", "appearance"}, "Article": {"headline", "inLanguage", "datePublished"}, "Rating": {"alternateName", "ratingExplanation"},
    "Dataset": {"@id", "url", "name", "description", "inLanguage", "version", "dateModified", "license", "isAccessibleForFree", "creator", "publisher", "distribution"},
    "DataDownload": {"name", "contentUrl", "encodingFormat", "license"},
}
NEEDED = {"Report": {"url", "name", "license", "author", "version"}, "ClaimReview": {"claimReviewed", "reviewRating", "itemReviewed", "author", "url", "datePublished"}, "Dataset": {"name", "description", "license", "distribution"}}


@pytest.fixture(scope="module")
def parsed(heads):
    return {path: html.fragment_fromstring(f"<div>{head}</div>") for path, head in heads.items()}


def meta(head):
    return {tag.get("name") or tag.get("property"): tag.get("content") for tag in head.iter("meta")}


def graph(head):
    return json.loads(head.xpath(".//script[@type='application/ld+json']")[0].text)["@graph"]


def nodes(value):
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for child in value.values():
            yield from nodes(child)
    if isinstance(value, list):
        for child in value:
            yield from nodes(child)


def test_every_page_has_a_head(parsed, pages):
    assert set(parsed) == {f"{language}/{page.path}" for language in TAGS for page in pages}


def test_reference_managers_read_a_report_with_author_date_and_language(parsed, report):
    for path, head in parsed.items():
        values, language = meta(head), path.split("/")[0]
        assert values["z:itemType"] == "report" and values["citation_technical_report_institution"] == report.edition.publisher[language]
        assert values["citation_author"] == values["DC.creator"] == report.edition.publisher[language]
        assert values["citation_publication_date"] == report.edition.as_of.replace("-", "/") and values["DC.date"] == report.edition.as_of
        assert values["citation_language"] == values["DC.language"] == TAGS[language] and report.edition.version in values["citation_technical_report_number"]
        assert values["citation_public_url"] == f"{report.edition.address}{path}" == values["og:url"] and values["citation_title"]
        assert values["citation_pdf_url"].startswith(f"{report.edition.address}pdf/")


def test_shared_links_have_a_picture_of_the_item(parsed, report, pages):
    by_path = {page.path: page for page in pages}
    for path, head in parsed.items():
        values, (language, address) = meta(head), path.split("/", 1)
        page = by_path[address]
        assert values["og:image"] == f"{report.edition.address}cards/{language}/{permalinks.card(page.kind, page.item)}.png"
        assert (values["og:title"], values["og:description"]) == (page.title[language], page.description[language]) and values["og:locale"] == {"zh": "zh_CN", "en": "en_US"}[language]


def test_each_page_names_its_other_language_and_its_licence(parsed, report):
    for path, head in parsed.items():
        address = path.split("/", 1)[1]
        links = {link.get("hreflang"): link.get("href") for link in head.xpath(".//link[@hreflang]")}
        assert links == {"zh-Hans": f"{report.edition.address}zh/{address}", "en": f"{report.edition.address}en/{address}", "x-default": f"{report.edition.address}en/{address}"}
        assert head.xpath(".//link[@rel='license']/@href") == [report.edition.licences.text.url]


def test_json_ld_uses_the_words_of_schema_org(parsed):
    for path, head in parsed.items():
        for node in nodes(graph(head)):
            fields = set(node) - {"@type"}
            assert fields <= KNOWN[node["@type"]], (path, node)
            assert all(value not in ("", None, []) for value in node.values()), (path, node)
        assert all(NEEDED[node["@type"]] <= set(node) for node in graph(head)), path


def test_rated_claims_carry_their_review_and_only_they(parsed, report, figures):
    for claim in report.claims:
        for language in TAGS:
            reviews = [node for node in graph(parsed[f"{language}/claims/{claim.id}/"]) if node["@type"] == "ClaimReview"]
            assert len(reviews) == (claim.verdict not in UNRATED)
            for review in reviews:
                assert review["claimReviewed"] == claim.claim[language] and review["reviewRating"]["alternateName"] == report.code("verdicts", claim.verdict).label[language]
                assert "{{" not in json.dumps(review)


def test_the_page_of_data_describes_the_data_set(parsed, offer, report):
    [data] = [node for node in graph(parsed["en/data/"]) if node["@type"] == "Dataset"]
    assert {file["contentUrl"].removeprefix(f"{report.edition.address}data/") for file in data["distribution"]} == {download.name for download in offer.downloads}


def test_json_cannot_end_its_element(heads):
    for head in heads.values():
        inside = re.search(r'ld\+json">(.*?)</script>', head, re.DOTALL).group(1)
        assert "<" not in inside and ">" not in inside


def test_crawlers_find_both_languages(report, tmp_path):
    robots, sitemap = guide(report, tmp_path)
    assert robots.read_text(encoding="utf-8").endswith(f"Sitemap: {report.edition.address}sitemap.xml\n")
    assert etree.parse(sitemap).xpath("//*[local-name()='loc']/text()") == [f"{report.edition.address}{language}/sitemap.xml" for language in ("zh", "en")]
