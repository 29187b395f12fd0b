"""Hold the addresses that the site publishes against the list of all that it ever did, which only grows."""
import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

from scripts.addresses import FILE, Address
from scripts.nearest import nearest
from scripts.finding import Finding
from scripts.records import Data

FIELDS = ("address", "kind", "item", "since", "retired", "replaced_by")
COMMAND = "run `make permalinks`"


def hold(published: list[Address], data: Data, of_files: bool = False) -> list[Finding]:
    """Findings for addresses that two items want, that the list lacks, or that the list has and the site has not. of_files: whether they are those of files."""
    return sorted({*_collisions(published, data), *_unlisted(published, data), *_gone(published, data, of_files), *_shrunk(data)})


def _collisions(published: list[Address], data: Data) -> Iterator[Finding]:
    seen: dict[str, Address] = {}
    for entry in published:
        if (other := seen.setdefault(entry.address, entry)) != entry:
            document, place = data.find(entry.item)
            yield document.finding(place, "permalink", f"the {entry.kind} {entry.item} wants the address {entry.address}, which is that of the {other.kind} {other.item}")


def _unlisted(published: list[Address], data: Data) -> Iterator[Finding]:
    listed = {row.get("address", "") for row in _rows(data)}
    missing = [entry.address for entry in published if entry.address not in listed]
    if missing:
        yield Finding("data/permalinks.csv", 1, "", "permalink", f"{len(missing)} published addresses are not in the list, such as {missing[0] or 'that of the home page'}; {COMMAND}")


def _gone(published: list[Address], data: Data, of_files: bool) -> Iterator[Finding]:
    there = {entry.address for entry in published}
    seen = set()
    for i, row in enumerate(_rows(data)):
        address, document = row.get("address", ""), data.documents["permalinks"]
        if address in seen:
            yield document.finding((i,), "permalink", f"{address} is listed a second time")
        seen.add(address)
        if (row["kind"] == FILE) != of_files:
            continue
        if "retired" not in row and address not in there:
            yield document.finding((i,), "permalink", f"{address} was published in version {row['since']} and is gone; bring it back, or give retired and replaced_by; {nearest(address, there)}")
        elif "retired" in row and address in there:
            yield document.finding((i, "retired"), "permalink", f"{address} is retired, but the site publishes it")
        elif "retired" in row and of_files:
            yield document.finding((i, "retired"), "permalink", f"{address} is a file, which cannot lead on; keep it")
        elif "retired" in row and row["replaced_by"] not in there:
            yield document.finding((i, "replaced_by"), "permalink", f"{row['replaced_by']} is not an address of the site; {nearest(row['replaced_by'], there)}")


def _shrunk(data: Data) -> Iterator[Finding]:
    """Every release left the number of its addresses and their digest; the list still begins with them."""
    for version in sorted(data.digests.keys() | data.seals.keys()):
        seal = data.seals.get(version, "")
        count = seal.split(" ")[0]
        if not count.isdecimal():
            yield Finding(f"data/releases/{version}.addresses", 1, "", "permalink", f"the seal of the addresses of version {version} is missing or damaged; `make release` writes it, so fetch it again from the history")
        elif sealed(_rows(data)[:int(count)]) != seal:
            yield Finding("data/permalinks.csv", 1, "", "permalink", f"the addresses of version {version} no longer stand at the beginning as they were released; a line was removed, moved or changed: fetch it again from the history, and type only in retired and replaced_by")


def sealed(rows: list[dict]) -> str:
    """The number of some addresses, and the SHA-256 of what never changes about them."""
    text = "\n".join(",".join(row.get(field, "") for field in FIELDS[:4]) for row in rows)
    return f"{len(rows)} {hashlib.sha256(text.encode()).hexdigest()}"


def add(published: list[Address], data: Data, version: str, file: Path) -> int:
    """Write the addresses that the list lacks at its end; returns how many."""
    listed = {row.get("address", "") for row in _rows(data)}
    new = [entry for entry in dict.fromkeys(published) if entry.address not in listed]
    fresh = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as target:
        sheet = csv.writer(target, lineterminator="\n")
        if fresh:
            sheet.writerow(FIELDS)
        sheet.writerows((entry.address, entry.kind, entry.item, version, "", "") for entry in new)
    return len(new)


def _rows(data: Data) -> list[dict]:
    return data.documents["permalinks"].value if "permalinks" in data.documents else []
