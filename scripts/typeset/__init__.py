"""Set every document as PDF with Typst: what it holds is JSON, one template a kind of document lays it out.

A document whose content, drawings, templates, faces and tools are those of the
file that is already there is not set again.
"""
import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path

from scripts.finding import Finding
from scripts.records import Data
from scripts.report import Report
from scripts.typeset.papers import Paper, papers
from scripts.typeset.press_run import Refused, printed, sources
from scripts.typeset.proof import manuscript_faults, sheet_faults
from scripts.typeset.register import sheet

TOOLS = ("typst", "pikepdf", "pypdfium2")
KEYS = "keys.json"


def typeset(report: Report, figures: dict[str, int | str], drawings: dict[str, str], data: Data, folder: Path, templates: Path, fonts: Path) -> tuple[list[Path], list[Finding]]:
    """Write every document that changed below `folder`; returns all files, and the findings, with which nothing is written.

    drawings: the charts as SVG whose text is letters, by `<chart>.<language>`.
    data: the loaded files, for the line of the record at fault.
    """
    attached = sheet(report)
    listed = [(paper, sources(paper, templates / "print", drawings, attached)) for paper in papers(report, figures, templates)]
    old = json.loads((folder / KEYS).read_text()) if (folder / KEYS).is_file() else {}
    common = _common(fonts)
    keys = {paper.file: _key(common, files) for paper, files in listed}
    due = [(paper, files) for paper, files in listed if old.get(paper.file) != keys[paper.file] or not (folder / paper.file).is_file()]
    findings = [finding for paper, _ in due for finding in _findings(paper, manuscript_faults(paper.content, fonts), data)]
    made: dict[str, bytes] = {}
    if not findings:
        # What Typst keeps in mind of a report is given back only when its process ends.
        long, short = ([task for task in due if (task[0].template == "report") == wanted] for wanted in (True, False))
        groups = [[task] for task in long] + [short]
        with ProcessPoolExecutor(max_workers=2, max_tasks_per_child=1) as pool:
            for group, results in zip(groups, pool.map(_made, groups, [fonts] * len(groups))):
                for (paper, _), (pdf, faults) in zip(group, results):
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


def _made(group: list[tuple[Paper, dict[str, bytes]]], fonts: Path) -> list[tuple[bytes, list[tuple[str, str]]]]:
    """Finished documents, each with what is wrong with its sheets."""
    results = []
    for paper, files in group:
        try:
            pdf = printed(files, fonts)
            results.append((pdf, list(sheet_faults(pdf, paper.content))))
        except Refused as refusal:
            results.append((b"", [("", f"Typst: {refusal}")]))
    return results


def _findings(paper: Paper, faults: Iterator[tuple[str, str]], data: Data) -> Iterator[Finding]:
    for record, message in faults:
        document, place = data.find(record)
        yield document.finding(place, "paper", f"{paper.file}: {message}")


def _common(fonts: Path) -> str:
    """What all documents depend on besides their own content: faces, tools, and how they are proved."""
    code = [file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py"))]
    faces = [file.read_bytes() for file in sorted(fonts.glob("*.ttf"))]
    return hashlib.sha256(b"".join([*code, *faces, *(version(tool).encode() for tool in TOOLS)])).hexdigest()


def _key(common: str, files: dict[str, bytes]) -> str:
    digest = hashlib.sha256(common.encode())
    for name, content in sorted(files.items()):
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()
