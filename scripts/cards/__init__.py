"""Make the pictures that stand for pages and items where somebody links to them: one a language, 1200 × 630, set with Typst.

A card whose words, drawing, template, faces and tools are those of the file
that is already there is not made again.
"""
import hashlib
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from scripts import printing
from scripts.cards.content import contents
from scripts.finding import Finding
from scripts.glyphs import unset
from scripts.languages import LANGUAGES, day
from scripts.page import Page, fill
from scripts.paths import ROOT
from scripts.permalinks import picture
from scripts.records import Data
from scripts.report import Report

TOOLS = ("typst", "pillow")
KEYS = "keys.json"
SAID = ("title", "alt", "line", "kicker", "mark", "address")               # what of a card is set as type
Card = dict
Chart = tuple[str, tuple[int, int, int, int]]            # SVG whose text is letters; width, height, where the drawing begins and ends


def cards(report: Report, figures: dict[str, int | str], pages: list[Page], charts: dict[str, Chart], data: Data, folder: Path, templates: Path, fonts: Path) -> tuple[list[Path], list[Finding]]:
    """Write every card that changed as `<language>/<name>.png` below `folder`; returns all files, and the findings, with which nothing is written.

    A finding names a card with a character that no face has, or whose words do
    not fit. charts: by `<chart>.<language>`. data: the loaded files, for the line of the record at fault.
    """
    listed = {language: [_with_sheet(card, charts) for card in contents(report, figures, pages, language)] for language in LANGUAGES}
    about = {language: _about(report, language) for language in LANGUAGES}
    old = json.loads((folder / KEYS).read_text()) if (folder / KEYS).is_file() else {}
    common = _common(templates, fonts)
    keys = {picture(card["name"], language): _key(common, about[language], card, charts) for language, cards in listed.items() for card in cards}
    due = {language: [card for card in cards if old.get(file := picture(card["name"], language)) != keys[file] or not (folder / file).is_file()] for language, cards in listed.items()}
    findings = [_finding(card, language, fault, data) for language, cards in due.items() for card in cards for fault in _faults(card, fonts)]
    if findings:
        return [], sorted(set(findings))
    with TemporaryDirectory() as work:
        _set({language: (about[language], cards) for language, cards in due.items() if cards}, charts, Path(work), templates, fonts)
        findings = [_finding(card, language, fault, data) for language, cards in due.items() for card, fault in _refused(Path(work) / language, cards)]
        if findings:
            return [], sorted(set(findings))
        for language, cards in due.items():
            (folder / language).mkdir(parents=True, exist_ok=True)
            for card in cards:
                (folder / picture(card["name"], language)).write_bytes((Path(work) / language / f"{card['name']}.png").read_bytes())
    for stray in set(folder.glob("*/*.png")) - {folder / file for file in keys}:
        stray.unlink()
    (folder / KEYS).write_text(json.dumps(keys, indent=1) + "\n")
    return [folder / file for file in keys], []


def _with_sheet(card: Card, charts: dict[str, Chart]) -> Card:
    """The card with the measures of the chart that it shows."""
    return {**card, "sheet": charts[card["drawing"]][1]} if card["drawing"] else card


def _about(report: Report, language: str) -> dict:
    """What all cards of a language say, and what `base.typ` asks of every document."""
    edition = report.edition
    return {"language": language, "name": edition.name[language], "edition": fill(report, "card.edition", version=edition.version, date=day(edition.as_of, language))[language], "words": {}, "margin": 0}


def _set(groups: dict[str, tuple[dict, list[Card]]], charts: dict[str, Chart], work: Path, templates: Path, fonts: Path) -> None:
    """Have every language set in a process of its own, both at once."""
    for language, (about, cards) in groups.items():
        _write(language, about, cards, charts, work, templates)
    with ThreadPoolExecutor(len(LANGUAGES)) as pool:
        list(pool.map(lambda language: run([sys.executable, "-m", "scripts.printing", str(fonts), str(work / language)], cwd=ROOT, check=True), groups))


def _write(language: str, about: dict, cards: list[Card], charts: dict[str, Chart], work: Path, templates: Path) -> None:
    """Everything Typst reads for the cards of a language."""
    folder = work / language
    (folder / "charts").mkdir(parents=True)
    for name, template in (("main", "card"), ("base", "base")):
        (folder / f"{name}.typ").write_bytes((templates / "print" / f"{template}.typ").read_bytes())
    for drawing in (card["drawing"] for card in cards if card["drawing"]):
        (folder / "charts" / f"{drawing}.svg").write_text(charts[drawing][0], encoding="utf-8")
    (folder / "document.json").write_text(json.dumps({**about, "cards": cards}, ensure_ascii=False), encoding="utf-8")
    (folder / "names.txt").write_text("\n".join(card["name"] for card in cards))


def _refused(folder: Path, cards: list[Card]) -> list[tuple[Card, str]]:
    """The cards that Typst would not set, with the reason."""
    words = (folder / "refused.txt").read_text(encoding="utf-8") if (folder / "refused.txt").exists() else ""
    unfit = words.partition("do not fit: ")[2].partition('"')[0].split()
    if words and not unfit:
        return [(cards[0], f"Typst: {words}")]
    return [(card, "the words do not fit, not even in the smallest type; shorten the title or the line beneath it") for card in cards if card["name"] in unfit]


def _faults(card: Card, fonts: Path) -> list[str]:
    return [fault for text in _strings([card[field] for field in SAID]) if (fault := unset(text, fonts))]


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in _strings(part)]


def _finding(card: Card, language: str, fault: str, data: Data) -> Finding:
    document, place = data.find(card["record"])
    return document.finding(place, "card", f"cards/{picture(card['name'], language)}: {fault}")


def _common(templates: Path, fonts: Path) -> str:
    """What all cards depend on besides their own words: faces, templates, tools, and how they are set and shrunk."""
    files = [Path(printing.__file__), *sorted(fonts.glob("*.ttf")), templates / "print" / "card.typ", templates / "print" / "base.typ"]
    return hashlib.sha256(b"".join([*(file.read_bytes() for file in files), *(version(tool).encode() for tool in TOOLS)])).hexdigest()


def _key(common: str, about: dict, card: Card, charts: dict[str, Chart]) -> str:
    drawing = charts[card["drawing"]][0] if card["drawing"] else ""
    return hashlib.sha256("\0".join((common, json.dumps([about, card], ensure_ascii=False, sort_keys=True), drawing)).encode()).hexdigest()
