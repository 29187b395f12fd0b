"""The kinds of block a document is made of, as the templates read them."""
from scripts.labels import Labels
from scripts.typeset.manuscript import Manuscript, Runs

Block = dict


def head(level: int, place: str, title: Runs, number: str = "", other: dict | None = None, record: str | None = None, listed: bool = True) -> Block:
    """A heading; `place` is what references lead to, `record` whose text follows, `listed` whether the table of contents has it."""
    about = {"record": record} if record else {}
    return {"k": "head", "level": level, "place": place, "number": number, "title": title, "other": other, "listed": listed, **about}


def par(runs: Runs, style: str = "text") -> Block:
    """A paragraph: `text`, `lead` or `small`."""
    return {"k": "p", "style": style, "t": runs}


def items(texts: list[Runs]) -> Block:
    return {"k": "ul", "items": texts}


def refs(title: str, texts: list[Runs]) -> Block:
    """Ways to other records, one a line, in small type."""
    return {"k": "refs", "title": title, "items": texts}


def pairs(rows: list[tuple[Runs, Runs]]) -> Block:
    """Words and what they mean, side by side."""
    return {"k": "defs", "items": [{"word": word, "t": text} for word, text in rows]}


def facts(cells: list[tuple[str, Runs]]) -> Block:
    """A strip of labelled values."""
    return {"k": "facts", "items": [{"label": label, "t": runs} for label, runs in cells]}


def table(columns: list[float], heads: list[Runs], rows: list[list[Runs]], caption: str = "", right: tuple[int, ...] = (), sums: tuple[int, ...] = ()) -> Block:
    """A table; columns: their shares of the width, right: those of numbers, sums: the rows that add up others."""
    return {"k": "table", "columns": columns, "head": heads, "rows": rows, "caption": caption, "right": list(right), "sums": list(sums)}


def drawn(m: Manuscript, chart: str) -> Block:
    """A chart with the text in place of the picture."""
    alt = Labels(m.report, m.report.chart(chart), m.language, m.figures).text("alt")
    return {"k": "chart", "record": chart, "drawing": f"{chart}.{m.language}", "alt": alt}


def row(label: str, *blocks: Block) -> Block:
    """A labelled part of an entry."""
    return {"label": label, "blocks": list(blocks)}


def entry(level: int, place: str, record: str, number: str, title: Runs, address: dict | None, other: dict | None, body: list[Block], rows: list[Block], badge: dict | None = None) -> Block:
    """One record: id, titles, short address, what it says, and its labelled parts."""
    return {"k": "entry", "level": level, "place": place, "record": record, "number": number, "title": title, "address": address, "other": other,
            "body": body, "rows": [part for part in rows if part["blocks"]], "badge": badge}
