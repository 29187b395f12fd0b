"""Compare the records with the source texts, where these are at hand.

Three things: the files are the ones the register names (SHA-256), every
locator's hash fits its text (codebook, section 9), and no text of ours equals
a long run of a source's words.
"""
import csv
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scripts.check.language import CODE, texts
from scripts.records import Data
from scripts.finding import Finding

RUN = 12                # words in a row that may equal a source
RUN_ZH = 20             # the same for Chinese sources, in characters


def check(data: Data, folder: Path) -> Iterator[Finding]:
    """Findings for wrong files, wrong hashes and copied words. folder: the source texts."""
    register = data.documents.get("sources")
    if not register:
        return
    names = {}
    for i, source in enumerate(register.value):
        file = folder / source["file"]
        names[source["id"]] = file
        if not file.is_file():
            yield register.finding((i, "file"), "source", f"{file.name} is not among the sources at hand")
        elif (found := hashlib.sha256(file.read_bytes()).hexdigest()) != source["sha256"]:
            yield register.finding((i, "sha256"), "source", f"does not fit {file.name}; expected {found}")
    yield from _hashes(data, folder, names)
    yield from _copies(data, folder)


def digest(text: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of a located text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def bullets(folder: Path) -> dict[str, dict[str, str]]:
    """The plan's bullets as parsed from the PDF, by action id."""
    with (folder / "plan.actions.tsv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def _hashes(data: Data, folder: Path, names: dict[str, Path]) -> Iterator[Finding]:
    plan = bullets(folder)
    for document in data.folder("plan"):
        for i, action in enumerate(document.value.get("actions", [])):
            bullet = plan.get(action["id"])
            if bullet and digest(bullet["text"]) != action["text_hash"]:
                yield document.finding(("actions", i, "text_hash"), "hash", f"does not fit the text of {action['id']}; expected {digest(bullet['text'])}")
            for field in ("page", "page_end"):
                if bullet and int(bullet["printed_" + field]) != action[field]:
                    yield document.finding(("actions", i, field), "page", f"{action['id']} stands on printed page {bullet['printed_' + field]}, not {action[field]}")
    for document in data.folder("orders"):
        file = names.get(document.value["source"])
        lines = file.read_text(encoding="utf-8").split("\n") if file and file.is_file() else []
        for i, provision in enumerate(document.value["provisions"]):
            first, last = provision["lines"]
            expected = digest("\n".join(lines[first - 1:last]))
            if lines and expected != provision["text_hash"]:
                yield document.finding(("provisions", i, "text_hash"), "hash", f"does not fit lines {first} to {last} of {file.name}; expected {expected}")


def _copies(data: Data, folder: Path) -> Iterator[Finding]:
    names = _names(data)
    english = {f.name: _runs(_words(f.read_text(encoding="utf-8"), names), RUN + 1) for f in folder.glob("*.txt") if f.stem.startswith(("plan", "eo"))}
    chinese = {f.name: _runs(tuple(_characters(f.read_text(encoding="utf-8"))), RUN_ZH + 1) for f in folder.glob("*.txt") if not f.stem.startswith(("plan", "eo"))}
    for document in data.documents.values():
        for place, text in texts(document.value):
            for language, parts, runs in (("en", _words(CODE.sub("", text["en"]), names), english), ("zh", tuple(_characters(text["zh"])), chinese)):
                length = RUN + 1 if language == "en" else RUN_ZH + 1
                for start in range(len(parts) - length + 1):
                    source = next((name for name, known in runs.items() if parts[start:start + length] in known), None)
                    if source:
                        run = (" " if language == "en" else "").join(parts[start:start + length])
                        yield document.finding((*place, language), "copied", f"equals a run of {source}; say it in own words: {run}")
                        break


def _names(data: Data) -> tuple[tuple[str, ...], ...]:
    """Names of laws, bodies and headings, which carry over unchanged, longest first."""
    found = [heading["title"]["en"] for d in [*data.folder("plan"), *data.folder("orders")] for heading in [d.value, *d.value.get("pillars", [])] if "title" in heading]
    for key, field in (("citations", "title"), ("agencies", "name"), ("sources", "title")):
        if document := data.documents.get(key):
            found += [record[field]["en"] for record in document.value]
    return tuple(sorted({_split(name) for name in found if len(_split(name)) > 2}, key=len, reverse=True))


def _words(text: str, names: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The words of an English text; a name counts as one word."""
    text = " " + " ".join(_split(text)) + " "
    return tuple(_masked(text, names).split())


def _masked(text: str, names: tuple[tuple[str, ...], ...]) -> str:
    for name in names:
        joined = " ".join(name)
        if joined in text:
            text = text.replace(f" {joined} ", f" {'_'.join(name)} ")
    return text


@cache
def _split(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z0-9]+(?:['’][a-z]+)?", text.lower()))


def _characters(text: str) -> str:
    return re.sub(r"\W", "", text)


def _runs(parts: tuple[str, ...], length: int) -> set[tuple[str, ...]]:
    return {parts[i:i + length] for i in range(len(parts) - length + 1)}
