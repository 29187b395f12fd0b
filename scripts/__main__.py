"""The command line: python -m scripts check | generate | site | serve | release | fill-schemas | permalinks."""
import argparse
import json
import sys

from scripts import build, paths, release, serve
from scripts.check import schema
from scripts.load import load


def fill_schemas() -> bool:
    """Write the codes of data/vocabularies into the schemas, for editors to complete."""
    data = load(paths.DATA)
    for name, old in data.schemas.items():
        new = schema.fill(old, schema.codes(data))
        if new != old:
            (paths.DATA / "schemas" / f"{name}.json").write_text(json.dumps(new, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            print(f"filled data/schemas/{name}.json")
    return True


COMMANDS = {
    "check": lambda: build.checked() is not None, "generate": lambda: build.generate() is not None, "site": build.site,
    "serve": serve.serve, "release": release.release, "fill-schemas": fill_schemas, "permalinks": build.list_addresses,
}


def main() -> int:
    """Run one command; exit status 1 if the data has problems."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    return 0 if COMMANDS[parser.parse_args().command]() else 1


if __name__ == "__main__":
    sys.exit(main())
