"""Make a release: freeze the present version for good.

The digests of all records are written first, since with them the pages know
that the version has a copy; then the site is built, packed, and built again
with the copy beside it.
"""
import sys

from scripts import build, paths
from scripts.digests import written
from scripts.frozen import pack
from scripts.permanence import sealed
from scripts.report import Report


def release() -> bool:
    """Freeze the version in data/edition.yml; false, with the reason printed, if the data has problems or the version is not ready or frozen already.

    Writes docs/frozen/<version>.tar.xz, and its checksum, the records' digests
    and the seal of the addresses into data/releases/. A build that fails leaves nothing behind there.
    """
    if not (result := build.checked()):
        return False
    report, data = result[0], result[-1]
    if reason := _refused(report):
        print(f"no release was made: {reason}", file=sys.stderr)
        return False
    version = report.edition.version
    digests, addresses, checksum = (paths.DATA / "releases" / f"{version}.{ending}" for ending in ("csv", "addresses", "sha256"))
    archive = paths.DOCS / "frozen" / f"{version}.tar.xz"
    archive.unlink(missing_ok=True)                 # what a release that was broken off left
    digests.parent.mkdir(exist_ok=True)
    digests.write_text(written(report.versions.digests[version]), encoding="utf-8")
    addresses.write_text(sealed(data.documents["permalinks"].value) + "\n", encoding="utf-8")
    try:
        if not build.site():
            raise RuntimeError("the site was not built, so no release was made")
        checksum.write_text(f"{pack(paths.SITE, archive)}  {archive.name}\n", encoding="utf-8")
    except BaseException:
        for file in (digests, addresses, archive):
            file.unlink(missing_ok=True)
        raise
    print(f"froze version {version}: {archive.stat().st_size / 1e6:.1f} MB; commit data/releases/ and docs/ with it")
    return build.site()


def _refused(report: Report) -> str | None:
    """Why the present version may not be frozen now; None if it may."""
    version, listed = report.edition.version, report.versions.release(report.edition.version)
    if report.frozen_version:
        return f"version {version} is frozen already; raise the version in data/edition.yml"
    if not listed:
        return f"data/releases.yml does not list version {version}; add it with its date, its title and what it brings"
    if not listed.frozen:
        return f"data/releases.yml says that no copy of version {version} is kept (frozen: false)"
    return None
