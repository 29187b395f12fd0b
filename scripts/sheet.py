"""What stands at the foot of every sheet of a printed page, as values for the style sheet.

The style sheet has the layout for all kinds of sheets; a page only adds its words.
"""
import re

from scripts.permalinks import absolute

# What would end a CSS string, or the style element that it stands in.
UNSAFE = re.compile(r'["\\<\n\r\f]')
COUNTER = re.compile(r"\{(pages?)\}")


def quoted(text: str) -> str:
    """A text as a CSS string."""
    return '"' + UNSAFE.sub(lambda sign: f"\\{ord(sign.group()):x} ", text) + '"'


def counted(text: str) -> str:
    """A text with {page} and {pages} as the content of a margin box, which counts the sheets."""
    parts = COUNTER.split(text)                                # words and names of counters in turn
    return " ".join(f"counter({part})" if at % 2 else quoted(part) for at, part in enumerate(parts) if part)


def foot(title: str, edition: str, page: str, address: str, language: str, path: str) -> str:
    """The declarations of one page: its title and public address, the edition, and the count of sheets.

    edition and page are words for readers, page with {page} and {pages}; address is that of the site, path that of the page.
    """
    public = absolute(address, language, path).split("://")[-1]
    values = {"title": quoted(title), "address": quoted(public), "edition": quoted(edition), "page": counted(page)}
    return " ".join(f"--sheet-{name}: {value};" for name, value in values.items())
