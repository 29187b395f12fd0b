"""Frozen copies: a published site packed into one archive for good, and set up again below v/<version>/ of every later site.

A copy keeps its pages as they were. When it is set up, each page gets a
notice of its dates and the way to the present page; what a copy does not
hold (PDF, feeds, calendar, other versions) leads to the living site.
"""
import hashlib
import io
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from scripts.finding import Finding
from scripts.languages import LANGUAGES, day
from scripts.report import Report

MARK = b"<!-- edition -->"                    # stands where the notice goes, in every published page
FOLDER = "v"                                  # below the root of the site
# PDF, pictures for sharing and PNG would be four fifths of an archive; feeds and sitemaps are for the living site only.
LEFT_OUT = re.compile(r"(pdf|cards|v)/.*|charts/.*\.png|.*\.map|404\.html|feed\.\w+\.xml|deadlines\.ics|(zh|en)/sitemap\.xml(\.gz)?")
OUTWARD = re.compile(rb'((?:href|src)=")((?:\.\./)+)((?:data/\.\./)?(?:feed\.|deadlines\.ics)|pdf/|cards/|v/)')
PICTURE = re.compile(rb'<a href="(?:\.\./)+charts/[^"]+\.png"[^>]*>[^<]*</a>')
CANONICAL = re.compile(rb'<link rel="canonical" href="[^"]*">')


@dataclass(frozen=True)
class Copy:
    """A frozen version: its archive, the public address of the living site, and by language the notice, the words of its two links, and its label."""

    version: str
    archive: Path
    address: str
    notice: dict[str, str]
    present: dict[str, str]
    home: dict[str, str]
    label: dict[str, str]


def copies(report: Report, folder: Path) -> list[Copy]:
    """The frozen versions whose archive lies in `folder`, oldest first."""
    return [_copy(report, version, archive) for version in report.versions.frozen if (archive := folder / f"{version}.tar.xz").is_file()]


def _copy(report: Report, version: str, archive: Path) -> Copy:
    strings, release, until = report.strings, report.versions.release(version), report.versions.until(version)
    dates = {language: {"version": version, "date": day(release.date, language), "as_of": day(release.as_of, language), "until": day(until, language) if until else ""} for language in LANGUAGES}
    key = "frozen.notice" if until else "frozen.notice.newest"
    return Copy(version, archive, report.edition.address, {language: strings[key][language].format(**dates[language]) for language in LANGUAGES},
                *({language: strings[f"frozen.{name}"][language] for language in LANGUAGES} for name in ("present", "home", "label")))


def pack(site: Path, archive: Path) -> str:
    """Write the archive of a published site and return its SHA-256; the same site gives the same bytes on every machine with the same xz."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    with tarfile.open(archive, "w:xz", preset=6, format=tarfile.PAX_FORMAT) as target:
        for name in names:
            if not LEFT_OUT.fullmatch(name):
                content = (site / name).read_bytes()
                entry = tarfile.TarInfo(name)           # its own times and owners are those of nobody
                entry.size = len(content)
                target.addfile(entry, io.BytesIO(content))
    return checksum(archive)


def checksum(archive: Path) -> str:
    """The SHA-256 of an archive."""
    return hashlib.sha256(archive.read_bytes()).hexdigest()


def altered(digests: dict, checksums: dict[str, str], present: str, folder: Path) -> Iterator[Finding]:
    """Findings for archives that are missing or not what was released. `present`, the edition's version, may be just about to be frozen."""
    for version in sorted(digests.keys() | checksums.keys()):
        archive, path = folder / f"{version}.tar.xz", f"docs/frozen/{version}.tar.xz"
        if version in checksums and not archive.is_file():
            yield Finding(path, 1, "", "release", f"the frozen copy of version {version} is missing; fetch it again from the history")
        elif version in checksums and checksum(archive) != checksums[version]:
            yield Finding(path, 1, "", "release", f"the frozen copy of version {version} is not what was released (data/releases/{version}.sha256); fetch it again from the history")
        elif version not in checksums and version != present:
            yield Finding(f"data/releases/{version}.sha256", 1, "", "release", f"version {version} has digests and no checksum; its release did not come to an end, so remove data/releases/{version}.csv")


def unpack(copy: Copy, site: Path) -> int:
    """Set up a frozen copy below `site`, where the living pages already are; returns its number of files. Raises tarfile.TarError for an archive that is damaged or leads outside."""
    root, count = site / FOLDER / copy.version, 0
    with tarfile.open(copy.archive, "r:xz") as archive:
        for entry in archive:
            tarfile.data_filter(entry, str(root))
            content = archive.extractfile(entry).read()
            file = root / entry.name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_dated(content, entry.name, copy, site) if entry.name.endswith(".html") else content)
            count += 1
    return count


def _dated(page: bytes, name: str, copy: Copy, site: Path) -> bytes:
    """A frozen page with its notice, known to search engines by the present page, and with links outward where the copy ends."""
    up = "../" * name.count("/")
    address, language = name.removesuffix("index.html"), name.split("/")[0]
    living = (site / name).is_file()
    target = address if living else f"{language}/" if language in LANGUAGES else ""
    page = OUTWARD.sub(lambda link: b"".join((link[1], link[2], b"../../" if link[2] == up.encode() else b"", link[3])), PICTURE.sub(b"", page))
    canonical = f'<link rel="canonical" href="{copy.address}{target}">'.encode()
    head = [b'<meta name="robots" content="noindex">'] if b'<meta name="robots"' not in page else []
    page, found = CANONICAL.subn(lambda _: canonical, page)
    page = page.replace(b"</head>", b"".join([*([] if found else [canonical]), *head, b"</head>"]), 1)
    if language not in LANGUAGES:
        return page
    link = (copy.present if living else copy.home)[language]
    notice = Markup('<aside class="ap-frozen" aria-label="{}"><p>{} <a href="{}../../{}">{}</a></p></aside>').format(copy.label[language], copy.notice[language], up, target, link)
    return page.replace(MARK, MARK + str(notice).encode(), 1)
