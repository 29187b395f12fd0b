"""The pages of the open data: what there is to download and how to use it, and the data dictionary."""
import re
from collections.abc import Iterator

from markupsafe import Markup

from scripts.dictionary import Column, Table
from scripts.model import Text
from scripts.offer import Download, Offer
from scripts.page import Page, fill, listing
from scripts.report import Report

# The code lists that the methods explain, by the call that puts them there.
EXPLAINED = re.compile(r"table\('codes', vocabulary='(\w+)'\)")
LARGE = 900_000                 # bytes from which a size is in megabytes
SHORT = 12                      # digits of a checksum that a page shows


def pages(report: Report, offer: Offer) -> Iterator[Page]:
    """The page of open data and the data dictionary. offer: what the export wrote."""
    files = [(download, _format(download.name), _size(report, download), download.sha256[:SHORT]) for download in offer.downloads]
    yield Page("page", "data", "data", *listing(report, "data"), lambda names: {
        "files": files, "query": report.dictionary.query, "names": offer.names, "rows": offer.rows, "package": report.dictionary.package})
    codes = {name: tuple(code.id for code in entries) for name, entries in report.vocabularies.items()}
    tables = [(table, report.dictionary.spelled_out(table, codes)) for table in report.dictionary.tables]
    # The vocabularies whose codes the page of methods defines, each at an anchor of its own.
    explained = {name for block in report.essays["methods"].blocks for name in EXPLAINED.findall(block.body.en)}
    yield Page("page", "data/fields", "fields", *listing(report, "fields"), lambda names: {
        "tables": [(table, [(column, _values(names, column, explained)) for column in columns]) for table, columns in tables], "used": _used(tables)})


def _format(name: str) -> str:
    """The ending of a file that says what it is."""
    return name.rsplit(".", 1)[1].upper()


def _size(report: Report, download: Download) -> Text:
    """The size of a file in words; of one that may differ between machines only about, and rounded so far that it does not."""
    kilobytes, megabytes = f"{max(1, round(download.size / 1000))} kB", f"{download.size / 1_000_000:.1f} MB"
    if not download.sha256 and download.size > LARGE:
        return fill(report, "data.size.about", size=megabytes)
    size = megabytes if download.size > LARGE else kilobytes
    return Text(zh=size, en=size)


def _used(tables: list[tuple[Table, tuple[Column, ...]]]) -> list[str]:
    """The vocabularies that columns take their codes from, in the order of the columns."""
    return list(dict.fromkeys(column.codes for _, columns in tables for column in columns if column.codes))


def _values(names: dict, column: Column, explained: set[str]) -> Markup:
    """What a column may hold, or where its values must stand, as links to what explains them."""
    comma = Markup(names["t"]("list.comma"))
    if column.refers:
        return Markup('<a href="#{0}-{1}">{0}.{1}</a>').format(*column.refers)
    if not column.codes:
        return comma.join(Markup("<code>{}</code>").format(value) for value in column.values)
    if column.codes in explained:
        return comma.join(names["link"]("code", f"{column.codes}-{value}", value) for value in column.values)
    return Markup('<a href="#list-{0}">{0}</a>').format(column.codes)
