"""Turn docs/ into one static site with MkDocs, one run per language.

What the theme cannot do for two languages is done afterwards on the finished
HTML, so that another publisher could take MkDocs' place.
"""
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path

from scripts.frozen import Copy, unpack
from scripts.languages import LANGUAGES
from scripts.postprocess import postprocess


def publish(docs: Path, work: Path, site: Path, as_of: str, heads: dict[str, str], copies: Iterable[Copy] = ()) -> int:
    """Build both languages below `work`, then put the result in the place of `site`; returns the number of pages.

    docs: the folder with mkdocs.zh.yml and mkdocs.en.yml, zh/, en/, data/,
    charts/, cite/, root/ and theme/, and pdf/ and cards/ where the documents have been typeset and the cards made. as_of: the date of the edition, which the sitemaps show
    instead of the day of the build. heads: what to add to the head of each page, by its path. copies: the frozen versions to set up beside the living pages. Raises RuntimeError with MkDocs' own words
    if it refuses a page; `site` then stays untouched.
    """
    shutil.rmtree(work, ignore_errors=True)
    with ThreadPoolExecutor(len(LANGUAGES)) as pool:
        list(pool.map(lambda language: _mkdocs(docs / f"mkdocs.{language}.yml", work / language, as_of), LANGUAGES))
    pages = postprocess(work, heads)
    shutil.copytree(docs / "data", work / "data")
    shutil.copytree(docs / "charts", work / "charts")
    for built in ("cite", "pdf", "cards"):
        if (docs / built).is_dir():
            shutil.copytree(docs / built, work / built, ignore=shutil.ignore_patterns("keys.json", "references.json"))
    shutil.copytree(docs / "root", work, dirs_exist_ok=True)
    for copy in copies:
        unpack(copy, work)
    swap(work, site)
    return pages


def swap(new: Path, site: Path) -> None:
    """Put `new` in the place of `site` in two renames."""
    site.parent.mkdir(parents=True, exist_ok=True)
    old = site.with_name(site.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _mkdocs(configuration: Path, target: Path, as_of: str) -> None:
    # Never --quiet: it switches --strict off.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(configuration), "--site-dir", str(target)]
    result = subprocess.run(command, capture_output=True, text=True, env=_environment(as_of))
    if result.returncode:
        raise RuntimeError(f"MkDocs refused {configuration.name}:\n{result.stderr}")


def _environment(as_of: str) -> dict[str, str]:
    day = datetime.fromisoformat(as_of).replace(tzinfo=timezone.utc)
    # The theme prints a notice about its own future at every build; the README
    # says what we make of it.
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(int(day.timestamp()))}
