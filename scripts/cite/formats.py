"""A work as reference managers read it: CSL-JSON, BibTeX, RIS."""
import json

import bibtexparser
import rispy
from bibtexparser.model import Entry, Field

from scripts.works import Work

BIBTEX = {"report": "techreport", "webpage": "misc", "legislation": "misc", "article": "article"}
RIS = {"report": "RPRT", "webpage": "ELEC", "legislation": "STAT", "article": "NEWS"}
CSL = {"report": "report", "webpage": "webpage", "legislation": "legislation", "article": "article-newspaper"}
# What LaTeX would read as a command; braces do not occur in titles.
LATEX = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_"})


class Plain(rispy.RisWriter):
    """RIS without the running numbers that some programs refuse."""

    def set_header(self, count: int) -> str:
        """Nothing before an entry."""
        return ""


def csl(works: list[Work]) -> str:
    """The works as CSL-JSON."""
    return json.dumps([_csl(work) for work in works], ensure_ascii=False, indent=1) + "\n"


def bibtex(works: list[Work]) -> str:
    """The works as BibTeX in UTF-8, titles in double braces so that no style changes their capitals."""
    return bibtexparser.write_string(bibtexparser.Library([_bibtex(work) for work in works]))


def ris(works: list[Work]) -> str:
    """The works as RIS in UTF-8."""
    return rispy.dumps([_ris(work) for work in works], implementation=Plain)


def _csl(work: Work) -> dict:
    item = {
        "id": work.key, "type": CSL[work.kind], "title": work.title, "author": [_name(author) for author in work.author], "issued": _day(work.issued), "accessed": _day(work.accessed),
        "container-title": work.container, "publisher": work.publisher, "version": work.version, "number": "" if work.version else work.genre, "page": work.pages.replace("–", "-"), "URL": work.url, "language": work.language,
    }
    return {field: value for field, value in item.items() if value}


def _body(author: str) -> bool:
    """Whether an author is a body; a person is typed as `family, given`."""
    return ", " not in author


def _name(author: str) -> dict:
    """A person in two parts, a body whole."""
    family, _, given = author.partition(", ")
    return {"literal": author} if _body(author) else {"family": family, "given": given}


def _day(iso: str) -> dict | None:
    return {"date-parts": [[int(part) for part in iso.split("-")]]} if iso else None


def _bibtex(work: Work) -> Entry:
    year, month, *_ = [*work.issued.split("-"), "", ""]
    fields = {
        "author": " and ".join(f"{{{author}}}" if _body(author) else author for author in work.author).translate(LATEX), "title": f"{{{work.title.translate(LATEX)}}}",
        "institution" if work.kind == "report" else "publisher": work.publisher.translate(LATEX), "journal" if work.kind == "article" else "howpublished": work.container, "number": work.genre.translate(LATEX),
        "year": year, "month": str(int(month)) if month else "", "pages": work.pages.replace("–", "--"), "date": work.issued, "url": work.url, "urldate": work.accessed, "langid": "english" if work.language == "en" else "chinese",
    }
    return Entry(BIBTEX[work.kind], work.key, [Field(name, value) for name, value in fields.items() if value])


def _ris(work: Work) -> dict:
    """The fields of an entry. The name of a body ends with a comma, or programs divide it into first and last name."""
    first, _, last = work.pages.partition("–")
    entry = {
        "type_of_reference": RIS[work.kind], "title": work.title, "authors": [f"{author}," if _body(author) else author for author in work.author], "secondary_title": work.container, "publisher": work.publisher, "edition" if work.kind == "report" else "number": work.genre,
        "date": work.issued.replace("-", "/"), "year": work.issued[:4], "access_date": work.accessed.replace("-", "/"), "start_page": first, "end_page": last, "urls": [work.url] if work.url else [], "language": work.language, "id": work.key,
    }
    return {field: value for field, value in entry.items() if value}
