"""The kinds of block a document is made of, as the templates read them."""
from scripts.labels import Labels
from scripts.typeset.manuscript import Manuscript, Runs

Block = dict
LINE = 78                       # letters in a line of an entry
WHOLE = 20                      # lines up to which an entry is not divided between two sheets


def head(level: int, place: str, title: Runs, number: str = "", other: dict | None = None, record: str | None = None, listed: bool = True) -> Block:
    """A heading; `place` is what references lead to, `record` whose text follows, `listed` whether the table of contents has it."""
    about = {"record": record} if record else {}
    return {"k": "head", "level": level, "place": place, "number": number, "title": title, "other": other, "listed": listed, **about}


def par(runs: Runs, style: str = "text") -> Block:
    """A paragraph: `text`, `lead`, `small`, `item` (one of a list, its further lines indented), `step` (the heading of what follows) or `keep` (on one sheet with what follows)."""
    return {"k": "p", "style": style, "t": runs}


def items(texts: list[Runs]) -> Block:
    return {"k": "ul", "items": texts}


def refs(title: str, texts: list[Runs]) -> Block:
    """Ways to other records, one a line, in small type."""
    return {"k": "refs", "title": title, "items": texts}


def pairs(rows: list[tuple[Runs, Runs]]) -> Block:
    """Words and what they mean, side by side."""
    return {"k": "defs", "items": [{"word": word, "t": text} for word, text in rows]}


def facts(cells: list[tuple[str, Runs]], wide: int | None = None) -> Block:
    """A strip of labelled values; wide: the one that has more to say."""
    return {"k": "facts", "items": [{"label": label, "t": runs, "wide": n == wide} for n, (label, runs) in enumerate(cells)]}


def table(columns: list[float], heads: list[Runs], rows: list[list[Runs]], right: tuple[int, ...] = (), sums: tuple[int, ...] = ()) -> Block:
    """A table; columns: their shares of the width, right: those of numbers, sums: the rows that add up others."""
    return {"k": "table", "columns": columns, "head": heads, "rows": rows, "right": list(right), "sums": list(sums)}


def drawn(m: Manuscript, chart: str) -> Block:
    """A chart with the text in place of the picture."""
    alt = Labels(m.report, m.report.chart(chart), m.language, m.figures).text("alt")
    return {"k": "chart", "record": chart, "drawing": f"{chart}.{m.language}", "alt": alt}


def row(label: str, *blocks: Block) -> Block:
    """A labelled part of an entry; paragraphs that hold nothing fall away, and `entry` drops a part without any."""
    return {"label": label, "blocks": [block for block in blocks if block.get("t") != []]}


def entry(level: int, place: str, record: str, number: str, title: Runs, address: dict | None, other: dict | None, body: list[Block], rows: list[Block], badge: dict | None = None) -> Block:
    """One record: id, titles, short address, what it says, and its labelled parts. A short one is kept whole, and one with a chart."""
    rows = [part for part in rows if part["blocks"]]
    inside = [*body, *(block for part in rows for block in part["blocks"])]
    whole = any(block["k"] == "chart" for block in inside) or sum(map(lines, inside)) <= WHOLE
    return {"k": "entry", "level": level, "place": place, "record": record, "number": number, "title": title, "address": address, "other": other,
            "body": body, "rows": rows, "badge": badge, "whole": whole}


def letters(runs: Runs) -> int:
    """The width of a text in letters; a Chinese character is as wide as two, and footnotes stand elsewhere."""
    return sum(sum(2 if ord(sign) > 0x2e80 else 1 for sign in run) if isinstance(run, str) else 0 if run["k"] == "foot" else letters(run.get("t", [])) for run in runs)


def lines(block: Block) -> int:
    """About how many lines a block of an entry takes."""
    if block["k"] == "p":
        return -(-letters(block["t"]) // LINE)
    if block["k"] == "table":
        total = sum(block["columns"])
        return 2 + sum(max(-(-letters(cell) * total // (LINE * share)) for cell, share in zip(cells, block["columns"])) for cells in block["rows"])
    return {"facts": 3}[block["k"]]
