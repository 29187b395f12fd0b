"""Every sentence of the articles is accounted for, and every verdict has what it needs (codebook, sections 6 and 8)."""
from collections.abc import Iterator

from scripts.check.language import texts
from scripts.nearest import nearest
from scripts.records import Data, Document
from scripts.finding import Finding
from scripts.press import locators
from scripts.prose import FIGURE

NEEDS = {                       # verdict → fields it cannot do without
    "supported": ("checked_against",), "partly": ("checked_against",), "depends": ("checked_against", "tests"),
    "overstated": ("checked_against", "origin"), "not_in_plan": ("checked_against", "searched", "origin"),
    "contradicted": ("checked_against", "origin"), "context": (), "opinion": (),
}
BARRED = {                      # verdict → fields it cannot have
    "context": {"tests": "a fact outside the plan is not computed from it"},
    "opinion": {field: "an opinion is attributed, not rated; what it is about goes into concerns" for field in ("checked_against", "tests", "points")},
}


def check(data: Data) -> Iterator[Finding]:
    """Findings for sentences nobody accounts for, verdicts without support, rated opinions, and missing second readings."""
    sources = {s["id"]: s for s in data.documents["sources"].value} if "sources" in data.documents else {}
    for document in data.folder("press"):
        yield from _registered(document, sources)
        yield from _sentences(document, sources.get(document.name, {}).get("sentences"))
        for i, claim in enumerate(document.value["claims"]):
            yield from _claim(document, i, claim)
    for document in (*data.folder("press"), *(data.documents[key] for key in ("readings", "rulings") if key in data.documents)):
        for place, text in texts(document.value):
            yield from (document.finding((*place, language), "reference", "a record's prose may call {{ figure('…') }} and nothing else")
                        for language, words in text.items() if "{{" in FIGURE.sub("", words))
    if rulings := data.documents.get("rulings"):
        yield from unsettled(rulings, {claim["id"]: claim["verdict"] for document in data.folder("press") for claim in document.value["claims"]}, "readings")


def _registered(document: Document, sources: dict[str, dict]) -> Iterator[Finding]:
    if sources and document.name not in sources:
        yield document.finding(("source",), "reference", f"unknown source {document.name}; {nearest(document.name, sources)}")
    for field in ("short", "sentences"):
        if document.name in sources and field not in sources[document.name]:
            yield document.finding(("source",), "reference", f"the article's entry in data/sources.yml lacks {field}")


def _sentences(document: Document, expected: int | None) -> Iterator[Finding]:
    article = document.value
    if article["source"] != document.name:
        yield document.finding(("source",), "count", f"source {article['source']} stands in the file of {document.name}; source and file name are the same")
    known = [at for paragraph in locators(article["source"], article["paragraphs"]) for at in paragraph]
    if expected is not None and len(known) != expected:
        yield document.finding(("paragraphs",), "count", f"adds up to {len(known)} sentences; data/sources.yml says {expected}")
    places = [(("claims", i, "locators", j, "at"), place["at"], "used") for i, claim in enumerate(article["claims"]) for j, place in enumerate(claim["locators"])]
    places += [(("not_extracted", i, "at"), place["at"], "skipped") for i, place in enumerate(article["not_extracted"])]
    uses: dict[str, set[str]] = {}
    for place, at, use in places:
        uses.setdefault(at, set()).add(use)
        if at not in known:
            yield document.finding(place, "coverage", f"the article has no sentence {at}; {nearest(at, known)}")
        elif len(uses[at]) > 1:
            yield document.finding(place, "coverage", f"{at} is used by a claim and listed as not extracted; one of the two must go")
    for at in known:
        if at not in uses:
            yield document.finding(("not_extracted",), "coverage", f"nothing accounts for {at}; expected a claim drawn from it, or an entry here with a reason")


def _claim(document: Document, i: int, claim: dict) -> Iterator[Finding]:
    place, verdict = ("claims", i), claim["verdict"]
    paragraph = int(claim["locators"][0]["at"].split(":p")[1].split(".")[0])
    stem = f"{document.name}-{paragraph:02d}-"
    if not claim["id"].startswith(stem):
        yield document.finding((*place, "id"), "count", f"{claim['id']} is drawn from {claim['locators'][0]['at']} first; expected an id beginning with {stem}")
    for field in NEEDS[verdict]:
        if not claim.get(field):
            yield document.finding((*place, "verdict"), "verdict", f"{verdict} needs {field}, which {claim['id']} does not have")
    for field, why in BARRED.get(verdict, {}).items():
        if claim.get(field):
            yield document.finding((*place, field), "verdict", f"{claim['id']} is {verdict}: {why}")
    if claim.get("concerns") and verdict not in ("context", "opinion"):
        yield document.finding((*place, "concerns"), "verdict", f"{claim['id']} is rated {verdict}; what it rests on goes into checked_against")


def unsettled(document: Document, standing: dict[str, str], what: str) -> Iterator[Finding]:
    """Findings for differing judgements without a ground, and for records judged once only. standing: what each record says."""
    for i, ruling in enumerate(document.value):
        said = standing.get(ruling["id"])
        if not ruling["first"] == ruling["second"] == (said or ruling["first"]) and "settled" not in ruling:
            yield document.finding((i,), "verdict", f"{ruling['id']} was read as {ruling['first']} and {ruling['second']} and stands as {said}; expected settled, saying what in the text decided")
    for missing in sorted(set(standing) - {ruling["id"] for ruling in document.value}):
        yield document.finding((), "count", f"the two {what} of {missing} are missing")
