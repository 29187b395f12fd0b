"""Make every citation: in words by a citation processor and CSL styles, and as files for reference managers.

A reference is formatted again only when the work, the style or the processor
has changed since docs/cite/references.json was written.
"""
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from importlib.metadata import version
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from scripts import citeproc
from scripts.cite import formats
from scripts.finding import Finding
from scripts.languages import LANGUAGES
from scripts.page import Page
from scripts.paths import ROOT
from scripts.records import Data
from scripts.report import Report
from scripts.works import Citation, Work, faults, own, sources

GBT = Path(__file__).parent / "gbt7714-2025.csl"
STYLES = {"gbt": GBT.name, "apa": "apa", "chicago": "chicago-notes"}          # our style; the other two come with the processor
KINDS = {"report": "report", "webpage": "web", "legislation": "legislation", "article": "article"}       # as the processor names them
FORMATS = {"bib": formats.bibtex, "ris": formats.ris, "json": formats.csl}
KEPT = "references.json"

MARKUP = re.compile(r"[\\{}$]")
REFERENCE = re.compile(r'<p id="(\w+)"><a href="#[^"]*" role="doc-biblioref">(.*?)</a></p>', re.DOTALL)
LINK = re.compile(r'<a href="[^"]*">(.*?)</a>')
# The processor writes delimiter and space before it; a wide comma needs none.
ET_AL = re.compile(r"， (?=et al|等)")


def cite(report: Report, pages: list[Page], data: Data, folder: Path) -> tuple[dict[str, Citation], list[Finding]]:
    """The citation of every work by its key; and findings, with which nothing is written.

    Writes below `folder` the files of every work; a key without language holds
    the work in both. data: the loaded files, for the line of the record at fault.
    """
    works = [*own(report, pages), *sources(report)]
    findings = [*_twice(works, data), *_incomplete(works, data)]
    if findings:
        return {}, sorted(set(findings))
    texts = _formatted(works, folder / KEPT)
    findings = [_finding(work, data, f"the citation in {style} lost the title or the address: {texts[work.key][style]}") for work in works for style in STYLES if not _whole(work, texts[work.key][style], style)]
    if findings:
        return {}, sorted(set(findings))
    _write(works, folder)
    return {work.key: Citation(work, texts[work.key]) for work in works}, []


def _twice(works: list[Work], data: Data) -> Iterator[Finding]:
    seen: dict[str, Work] = {}
    for work in works:
        if work.key in seen:
            yield _finding(work, data, f"its citation files would have the name {work.key}, which is that of {seen[work.key].record}")
        seen[work.key] = work


def _incomplete(works: list[Work], data: Data) -> Iterator[Finding]:
    for work in works:
        for field in faults(work):
            yield _finding(work, data, f"a citation of a {work.kind} needs {field}, and {work.key} has none")


def _finding(work: Work, data: Data, message: str) -> Finding:
    # An id of a document may be that of another record, too: the plan is one in the register of sources.
    register = Data({name: data.documents[name] for name in ("sources", "edition")})
    document, place = register.find(work.record) if work.key.startswith("source-") else data.find(work.record)
    if not place:
        document, place = data.find(work.record)
    return document.finding(place, "citation", message)


def _formatted(works: list[Work], kept: Path) -> dict[str, dict[str, str]]:
    """Every work in every style; what is kept from earlier builds is not formatted again."""
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    common = hashlib.sha256(b"".join([version("typst").encode(), *(Path(file).read_bytes() for file in (GBT, __file__, citeproc.__file__))])).hexdigest()
    asked = {}                              # digest of a reference → style, language, what the processor reads
    needed: dict[str, dict[str, str]] = {}
    for work in works:
        needed[work.key] = {}
        for style in STYLES:
            language, entry = ("zh" if style == "gbt" and work.language != "en" else "en"), _entry(work, style)
            digest = hashlib.sha256("\0".join((common, style, language, entry)).encode()).hexdigest()[:16]
            needed[work.key][style], asked[digest] = digest, (style, language, entry)
    known |= _processed({digest: what for digest, what in asked.items() if digest not in known})
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps({digest: known[digest] for digest in asked}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return {key: {style: known[digest] for style, digest in styles.items()} for key, styles in needed.items()}


def _processed(asked: dict[str, tuple[str, str, str]]) -> dict[str, str]:
    """References by their digest, one run of the processor for each style and language."""
    runs: dict[tuple[str, str], dict[str, str]] = {}
    for digest, (style, language, entry) in asked.items():
        runs.setdefault((style, language), {})[digest] = entry
    done: dict[str, str] = {}
    with TemporaryDirectory() as work, ThreadPoolExecutor(2) as pool:
        folders = []
        for (style, language), entries in runs.items():
            folders.append(Path(work) / f"{style}-{language}")
            folders[-1].mkdir()
            (folders[-1] / GBT.name).write_bytes(GBT.read_bytes())
            (folders[-1] / "works.yml").write_text("\n".join(f"k{digest}:\n{entry}" for digest, entry in entries.items()), encoding="utf-8")
            asks = "".join(f'#html.elem("p", attrs: (id: "k{digest}"))[#cite(<k{digest}>, form: "full", style: "{STYLES[style]}")]\n' for digest in entries)
            (folders[-1] / "main.typ").write_text(f'#set text(lang: "{language}")\n#bibliography("works.yml", style: "{STYLES[style]}")\n{asks}', encoding="utf-8")
        list(pool.map(lambda folder: run([sys.executable, "-m", "scripts.citeproc", str(folder)], cwd=ROOT, check=True, capture_output=True), folders))
        for folder in folders:
            for key, text in REFERENCE.findall((folder / "references.html").read_text(encoding="utf-8")):
                done[key[1:]] = _tidied(text, folder.name.split("-")[0])
    return done


def _tidied(text: str, style: str) -> str:
    """A reference without links, so that it can be copied; the Chicago style ends its entries in the list, where a single one does not stand."""
    text = ET_AL.sub("，", LINK.sub(r"\1", text))
    return text + "." if style == "chicago" else text


def _entry(work: Work, style: str) -> str:
    """A work as the processor reads it, as YAML whose values are JSON."""
    shown = work if style == "gbt" or not work.english else work.english
    fields = {"type": KINDS[work.kind], "title": _literal(shown.title), "author": [name if ", " in name else {"name": name} for name in shown.author]}
    if style == "gbt" or work.kind != "report":
        fields["genre"] = shown.genre
    elif shown.genre:
        fields["genre"], _, fields["serial-number"] = shown.genre.partition(" ")          # these styles put the number of a report after its kind: Version 0.6.0
    fields |= {"date": work.issued, "page-range": work.pages.replace("–", "-"), "url": {"value": work.url, "date": work.accessed} if work.accessed else work.url}
    if shown.container or work.kind == "article":
        fields["parent"] = {"type": "book" if work.kind == "report" else "periodical", **({"title": _literal(shown.container)} if shown.container else {})}
    return "".join(f"  {name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items() if value)


def _literal(text: str) -> str:
    """A text in which the processor looks for no markup of its own and leaves the capitals as they are: titles keep their own form."""
    return "{" + MARKUP.sub(r"\\\g<0>", text) + "}"


def _whole(work: Work, text: str, style: str) -> bool:
    """Whether a reference still has the title and the address; styles may change capitals."""
    plain = unescape(re.sub(r"<[^>]+>", "", text)).casefold()
    return work.title.casefold() in plain.replace("‘", "“").replace("’", "”") or _loose(work.title) in _loose(plain) and work.url.casefold() in plain


def _loose(text: str) -> str:
    """A text without quotation marks, which styles nest in their own way."""
    return re.sub(r"[“”‘’\"'«»《》〈〉]", "", text.casefold())


def _write(works: Iterable[Work], folder: Path) -> None:
    """The files for reference managers: one a work, and one that holds a page in both languages."""
    both: dict[str, list[Work]] = {}
    for work in works:
        both.setdefault(work.key, []).append(work)
        name, dot, language = work.key.rpartition(".")
        if language in LANGUAGES:
            both.setdefault(name, []).append(work)
    files = {f"{name}.{ending}": write(group) for name, group in both.items() for ending, write in FORMATS.items()}
    for stray in {file.name for file in folder.glob("*.*")} - set(files) - {KEPT}:
        (folder / stray).unlink()
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
