"""Who may import whom, and who owns which library; modules stay one room each."""
import ast
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
LEVELS = [
    {"paths", "printing", "citeproc", "model", "registers", "press", "tracker", "charts", "editions", "prose", "finding", "nearest", "offer", "glyphs"},
    {"languages", "measures", "permalinks", "dictionary", "records", "report", "page", "labels", "chart_pages", "figure_pages", "data_pages", "press_pages", "tracker_pages", "change_pages", "pages", "gates", "embeds", "digests", "versions", "frozen",
     "works", "addresses", "linked_data", "sheet", "anchors", "postprocess"},
    {"load", "check", "analyse", "verify", "permanence", "draw", "render", "export", "cite", "syndicate", "guide", "typeset", "cards", "describe", "publish"},
    {"build"},
    {"serve", "release"},
    {"__main__"},
]
LEVEL = {name: level for level, names in enumerate(LEVELS) for name in names}
OWNERS = {"yaml": {"load"}, "jsonschema": {"check", "export"}, "referencing": {"check"}, "pandas": {"analyse"}, "matplotlib": {"draw"}, "jinja2": {"render", "typeset", "describe"},
          "pydantic": {"model", "export"}, "lxml": {"postprocess", "anchors", "syndicate", "guide", "typeset", "export"}, "icalendar": {"syndicate"}, "mkdocs": {"serve"},
          "markupsafe": {"render", "pages", "data_pages", "describe", "typeset", "frozen"},
          "typst": {"printing", "citeproc"}, "pikepdf": {"printing", "typeset"}, "pypdfium2": {"typeset"}, "fontTools": {"glyphs"}, "PIL": {"printing"}, "markdown": {"typeset"}, "xlsxwriter": {"export"},
          "bibtexparser": {"cite"}, "rispy": {"cite"}}


def imports():
    """Every (module, imported module or library)."""
    for file in sorted(SCRIPTS.rglob("*.py")):
        module = file.relative_to(SCRIPTS).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" if node.module == "scripts" else node.module for alias in node.names]
            else:
                continue
            yield from ((module, name) for name in names)


def test_modules_import_downwards_only():
    for module, name in imports():
        if name.startswith("scripts.") and module != "__init__":
            target = name.split(".")[1]
            same = target == module or (LEVEL[module] == LEVEL[target] < 2)
            assert same or LEVEL[target] < LEVEL[module], f"{module} may not import {target}"


def test_each_library_has_its_owners():
    for module, name in imports():
        library = name.split(".")[0]
        if library not in sys.stdlib_module_names and library != "scripts":
            assert module in OWNERS[library], f"{library} belongs to {OWNERS[library]}, not to {module}"


def test_modules_stay_small():
    for file in SCRIPTS.rglob("*.py"):
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 300, f"{file.name} is more than one room"
