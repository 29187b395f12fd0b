"""The two languages of the report and what differs between them in form, not in content."""
import re
from datetime import date

LANGUAGES = ("zh", "en")
HAN = re.compile(r"([\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+)")                # a run of Chinese characters and marks
PAPERS = {"zh": ("a4",), "en": ("a4", "letter"), "zh-en": ("a4", "letter")}        # what readers of each print on
STYLES = {"zh": ("gbt", "apa", "chicago"), "en": ("apa", "chicago", "gbt")}      # of citations, what readers of each use first
TAGS = {"zh": "zh-Hans", "en": "en"}                 # BCP 47, as written in lang attributes
MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")


def other(language: str) -> str:
    """The language that is not `language`."""
    return "en" if language == "zh" else "zh"


def day(iso: str, language: str) -> str:
    """An ISO date (or year, or year and month) in the form each language prints it.

    Raises ValueError for anything else.
    """
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        date(*parts)
    if language == "zh":
        return "".join(f"{n}{unit}" for n, unit in zip(parts, "年月日"))
    words = [str(parts[0])]
    if len(parts) > 1:
        words.insert(0, MONTHS[parts[1] - 1])
    if len(parts) > 2:
        words.insert(0, str(parts[2]))
    return " ".join(words)


def numbers(first: int, last: int) -> str:
    """A number or a range of numbers: `5`, `4–5`."""
    return str(first) if first == last else f"{first}–{last}"


def span(first: int, last: int, language: str) -> str:
    """A page or a range of pages: `page 5`, `pages 4–5`, 第4–5页."""
    if language == "zh":
        return f"第{numbers(first, last)}页"
    return f"{'page' if first == last else 'pages'} {numbers(first, last)}"


def sheets(first: int, last: int, language: str) -> str:
    """A sheet of the PDF or a range: `PDF sheet 8`, `PDF sheets 7–8`, PDF第7–8页."""
    if language == "zh":
        return f"PDF第{numbers(first, last)}页"
    return f"PDF {'sheet' if first == last else 'sheets'} {numbers(first, last)}"
