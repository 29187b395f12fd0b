"""Both languages are there, each in its own script, its own punctuation and the glossary's words."""
import re
from collections.abc import Iterator

from scripts.records import Data, Place
from scripts.finding import Finding

HAN = "\u4e00-\u9fff"
FAULTS = {
    "half-width punctuation beside Chinese": re.compile(rf"[{HAN}][,;:?!()]|[,;:?!()][{HAN}]"),
    "a typed space between scripts; the style sets it": re.compile(rf"[{HAN}] [A-Za-z0-9]|[A-Za-z0-9] [{HAN}]"),
    "straight quotation marks; Chinese uses “ ”": re.compile(rf"[\"'](?=[{HAN}])|(?<=[{HAN}])[\"']"),
}
CODE = re.compile(r"\{\{.*?\}\}|`[^`]*`|\]\([^)]*\)|<[^>]+>")          # calls, code and tags are not prose
WORK = ("glossary", "sources")                                          # these quote variants on purpose


def check(data: Data) -> Iterator[Finding]:
    """Findings for texts in the wrong script, with the wrong marks, or with a rendering the glossary rejects."""
    glossary = data.documents.get("glossary")
    rejected = dict(_rejected(glossary.value)) if glossary else {}
    for key, document in data.documents.items():
        for place, text in texts(document.value):
            zh, en = CODE.sub("", text["zh"]), CODE.sub("", text["en"])
            if not re.search(f"[{HAN}]", zh) and re.search("[A-Za-z]{4}.* ", zh):
                yield document.finding((*place, "zh"), "language", "has no Chinese in it")
            if re.search(f"[{HAN}]", en) and key not in WORK:
                yield document.finding((*place, "en"), "language", "has Chinese in it")
            for what, pattern in FAULTS.items():
                if match := pattern.search(zh):
                    yield document.finding((*place, "zh"), "typography", f"{what}: …{zh[max(0, match.start() - 6):match.end() + 6]}…")
            for word, choice in rejected.items():
                if word in zh and key not in WORK:
                    yield document.finding((*place, "zh"), "glossary", f"says {word}; the glossary's word is {choice}")


def _rejected(glossary: object) -> Iterator[tuple[str, str]]:
    """Each rendering to avoid with our choice; entries of the wrong form are the schema's business."""
    for term in glossary if isinstance(glossary, list) else []:
        match term:
            case {"term": {"zh": str(choice)}, "avoid": list(words)}:
                yield from ((word, choice) for word in words if isinstance(word, str))


def texts(value: object, place: Place = ()) -> Iterator[tuple[Place, dict]]:
    """Every {zh, en} in a document with its place."""
    if isinstance(value, dict):
        if set(value) == {"zh", "en"} and all(isinstance(text, str) for text in value.values()):
            yield place, value
        else:
            for key, child in value.items():
                yield from texts(child, (*place, key))
    elif isinstance(value, list):
        for i, child in enumerate(value):
            yield from texts(child, (*place, i))
