"""Compare the press records with the articles and the plan's text, where these are at hand."""
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.check.sources import digest
from scripts.records import Data
from scripts.finding import Finding
from scripts.press import locators


def check(data: Data, folder: Path) -> Iterator[Finding]:
    """Findings for wrong hashes and sentence counts, and for words said to stand elsewhere than they do. folder: the source texts."""
    for document in data.folder("press"):
        file = folder / f"{document.name}.sentences.tsv"
        if not file.is_file():
            continue
        texts, article = sentences(file), document.value
        if list(texts) != [at for paragraph in locators(article["source"], article["paragraphs"]) for at in paragraph]:
            yield document.finding(("paragraphs",), "source", f"does not fit {file.name}; expected {counts(texts)}")
        places = [(("claims", i, "locators", j), place) for i, claim in enumerate(article["claims"]) for j, place in enumerate(claim["locators"])]
        places += [(("not_extracted", i), place) for i, place in enumerate(article["not_extracted"])]
        for where, place in places:
            expected = digest(texts.get(place["at"], ""))
            if place["at"] in texts and place["hash"] != expected:
                yield document.finding((*where, "hash"), "hash", f"does not fit the text of {place['at']}; expected {expected}")
    register, file = data.documents.get("searches"), folder / "plan.txt"
    plan = data.documents.get("plan/plan")
    if register and plan and file.is_file():
        pages = printed(file.read_text(encoding="utf-8"), plan.value["sheet_offset"])
        for i, search in enumerate(register.value):
            if (expected := found(search["words"], pages)) != search["pages"]:
                yield register.finding((i, "pages"), "source", f"{search['words']} stands on other pages of {file.name}; expected {expected}")


def sentences(file: Path) -> dict[str, str]:
    """The sentences of an article by locator."""
    with file.open(encoding="utf-8", newline="") as rows:
        return {row["locator"]: row["text"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)}


def counts(texts: dict[str, str]) -> list[int]:
    """Sentences in each paragraph, from the locators."""
    paragraphs = [int(re.search(r":p(\d+)\.", at).group(1)) for at in texts]
    return [paragraphs.count(n) for n in range(1, max(paragraphs) + 1)]


def printed(text: str, offset: int) -> dict[int, str]:
    """The plan's text by printed page, with words joined that a line end divides."""
    sheets = text.split("\f")
    return {sheet - offset: re.sub(r"\s+", " ", re.sub(r"-\n\s*", "-", page)) for sheet, page in enumerate(sheets, 1) if sheet > offset}


def found(words: str, pages: dict[int, str]) -> list[int]:
    """The printed page of every place where the words stand: whole words in any case, * for any ending."""
    pattern = re.compile(r"\b" + re.escape(words).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]") + r"\b", re.IGNORECASE)
    return [page for page, text in pages.items() for _ in pattern.findall(text)]
