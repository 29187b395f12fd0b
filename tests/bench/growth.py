"""How the build grows: time and size for more and more pages, with and without items in the menu.

Run: .venv/bin/python tests/bench/growth.py [pages per language …]. Prints one line a case; tests nothing.
"""
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from scripts.publish import publish  # noqa: E402


def project(folder: Path, count: int, menu: bool) -> None:
    """A copy of docs/ with `count` pages a language, the added ones being copies of a real action page."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for language in ("zh", "en"):
        pages = folder / "docs" / language
        text = (pages / "plan" / "1.2.2.md").read_text(encoding="utf-8")
        items = [f"plan/9.{n}.md" for n in range(count - len(list(pages.rglob("*.md"))))]
        for item in items:
            (pages / item).write_text(text, encoding="utf-8")
        if menu:
            configuration = folder / "docs" / f"mkdocs.{language}.yml"
            listed = "".join(f"  - {item}\n" for item in items)
            configuration.write_text(configuration.read_text(encoding="utf-8").replace("copyright:", f"{listed}copyright:", 1), encoding="utf-8")


def main() -> None:
    counts = [int(argument) for argument in sys.argv[1:]] or [250, 500, 700, 1000]
    print("pages a language | items in the menu | seconds | MB | kB an action page")
    for menu in (False, True):
        for count in counts:
            with tempfile.TemporaryDirectory() as folder:
                root = Path(folder)
                project(root, count, menu)
                start = time.perf_counter()
                publish(root / "docs", root / "work", root / "site", "2026-11-23")
                seconds = time.perf_counter() - start
                size = sum(file.stat().st_size for file in (root / "site").rglob("*") if file.is_file()) / 1e6
                page = (root / "site" / "zh" / "plan" / "1.2.2" / "index.html").stat().st_size / 1e3
                print(f"{count:16} | {'yes' if menu else 'no':17} | {seconds:7.1f} | {size:5.0f} | {page:5.0f}", flush=True)


if __name__ == "__main__":
    main()
