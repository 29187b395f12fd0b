"""Set every document as PDF with Typst: what it holds is JSON, one template a kind of document lays it out.

A document whose content, drawings, templates, faces and tools are those of the
file that is already there is not set again.
"""
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from scripts import printing
from scripts.finding import Finding
from scripts.paths import ROOT
from scripts.printing import packed
from scripts.records import Data
from scripts.report import Report
from scripts.typeset import proof
from scripts.typeset.papers import Paper, papers
from scripts.typeset.proof import Fault, manuscript_faults, sheet_faults
from scripts.typeset.register import sheet

TOOLS = ("typst", "pikepdf", "pypdfium2")
KEYS = "keys.json"


def typeset(report: Report, figures: dict[str, int | str], drawings: dict[str, str], data: Data, folder: Path, templates: Path, fonts: Path) -> tuple[list[Path], list[Finding]]:
    """Write every document that changed below `folder`; returns all files, and the findings, with which nothing is written.

    drawings: the charts as SVG whose text is letters, by `<chart>.<language>`.
    data: the loaded files, for the line of the record at fault.
    """
    register = sheet(report)
    listed = [(paper, paper.files(templates / "print", drawings, register)) for paper in papers(report, figures, templates)]
    old = json.loads((folder / KEYS).read_text()) if (folder / KEYS).is_file() else {}
    common = _common(fonts)
    keys = {paper.file: _key(common, files) for paper, files in listed}
    due = [(paper, files) for paper, files in listed if old.get(paper.file) != keys[paper.file] or not (folder / paper.file).is_file()]
    findings = [finding for paper, _ in due for finding in _findings(paper, manuscript_faults(paper.content, fonts), data)]
    made: dict[str, bytes] = {}
    if not findings:
        for paper, pdf, refused in _set(due, fonts):
            faults = [("", f"Typst: {refused}")] if refused else sheet_faults(pdf, paper.content)
            made[paper.file] = pdf
            findings += _findings(paper, faults, data)
    if findings:
        return [], sorted(set(findings))
    folder.mkdir(parents=True, exist_ok=True)
    for file, pdf in made.items():
        (folder / file).write_bytes(pdf)
    for stray in folder.glob("*.pdf"):
        if stray.name not in keys:
            stray.unlink()
    (folder / KEYS).write_text(json.dumps(keys, indent=1) + "\n")
    return [folder / file for file in keys], []


def _set(due: list[tuple[Paper, dict[str, bytes]]], fonts: Path) -> Iterator[tuple[Paper, bytes, str]]:
    """Every document as Typst gives it, or its words where it refuses; a report has a process of its own, the short documents share one."""
    with TemporaryDirectory() as work, ThreadPoolExecutor(2) as pool:
        folders = {paper.file: Path(work) / paper.file for paper, _ in due}
        for paper, files in due:
            for name, content in files.items():
                file = folders[paper.file] / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        long, short = ([paper for paper, _ in due if (paper.template == "report") == wanted] for wanted in (True, False))
        groups = [group for group in (*([paper] for paper in long), short) if group]
        command = [sys.executable, "-m", "scripts.printing", str(fonts)]
        for group, _ in zip(groups, pool.map(lambda group: run([*command, *(str(folders[paper.file]) for paper in group)], cwd=ROOT, check=True), groups)):
            for paper in group:
                pdf, refused = (folders[paper.file] / name for name in ("document.pdf", "refused.txt"))
                yield (paper, b"", refused.read_text(encoding="utf-8")) if refused.exists() else (paper, packed(pdf.read_bytes()), "")


def _findings(paper: Paper, faults: Iterable[Fault], data: Data) -> Iterator[Finding]:
    for record, message in faults:
        document, place = data.find(record)
        yield document.finding(place, "paper", f"{paper.file}: {message}")


def _common(fonts: Path) -> str:
    """What all documents depend on besides their own content: faces, tools, and how they are set, packed and proved."""
    code = [Path(module.__file__).read_bytes() for module in (printing, proof)]
    faces = [file.read_bytes() for file in sorted(fonts.glob("*.ttf"))]
    return hashlib.sha256(b"".join([*code, *faces, *(version(tool).encode() for tool in TOOLS)])).hexdigest()


def _key(common: str, files: dict[str, bytes]) -> str:
    digest = hashlib.sha256(common.encode())
    for name, content in sorted(files.items()):
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()
