"""Every address of the site, made in one place and equal in both languages.

An address is a path under the language folder, ending in "/"; an item that
lives on another item's page has that page's address and an anchor.
"""
import re

ADDRESSES = {
    "home": lambda item: "",
    "page": lambda item: "" if item == "home" else f"{item}/",
    "pillar": lambda item: f"plan/{item}/",
    "section": lambda item: f"plan/{item}/",
    "action": lambda item: f"plan/{item}/",
    "order": lambda item: f"orders/{item.removeprefix('eo')}/",
    "provision": lambda item: f"orders/{item.removeprefix('eo').replace('.', '/#s', 1)}",
    "agency": lambda item: f"agencies/{item.lower()}/",
    "theme": lambda item: f"themes/{item}/",
    "term": lambda item: f"glossary/#{item}",
    "source": lambda item: f"sources/#{item}",
    "citation": lambda item: f"sources/#c-{item}",
    "code": lambda item: f"methods/#{item}",
    "measure": lambda item: f"figures/#m-{item.replace('.', '-')}",
    "claim": lambda item: f"claims/{item}/",
    "topic": lambda item: f"claims/#topic-{item}",
    "article": lambda item: f"sources/{item}/",
    "locator": lambda item: f"sources/{item.replace(':', '/#', 1).replace('.', '-')}",
    "reading": lambda item: f"readings/{item}/",
    "event": lambda item: f"events/{item}/",
    "chart": lambda item: f"charts/{item}/",
    "drawing": lambda item: f"../charts/{item}",
    "data": lambda item: f"../data/{item}",
    "pdf": lambda item: f"../pdf/{item}",
    "cite": lambda item: f"../cite/{item}",
    "card": lambda item: f"../cards/{item}",
}

# Items with a short address that is the same for both languages: `a/1.3.5/`.
SHORT = {"action": "a", "provision": "p", "claim": "c", "event": "e", "chart": "f", "term": "t"}

# Items with a place of their own in the full report as PDF: `a-1.3.5`.
PLACES = {**SHORT, "section": "s", "pillar": "s", "order": "o", "reading": "r", "agency": "b", "theme": "theme", "source": "source", "article": "source", "page": "page"}
PARTS = ("plan", "orders", "tracker", "claims", "claims/pitfalls", "compare", "readings", "charts", "agencies", "themes", "glossary", "methods", "methods/counts", "about", "sources")      # the pages among them
WITHIN = {"timeline": "tracker", "events": "tracker"}           # pages whose records a part holds

# The kind of record that an id in a claim names; anything else is a source.
KINDS = {
    "printed_page": r"p\d{1,2}", "measure": r"figure:.+", "event": r"\d{4}-\d{2}-.+",
    "pillar": r"[123]", "section": r"[123]\.\d{1,2}", "action": r"[123]\.\d{1,2}\.\d{1,2}",
    "order": r"eo\d+", "provision": r"eo\d+\..+", "claim": r"[a-z]+-\d{2}-\d{1,2}",
}


def kind(item: str) -> str:
    """The kind of record an id names: `1.3.5` an action, `p5` a printed page of the plan, `huxiu` a source."""
    return next((name for name, form in KINDS.items() if re.fullmatch(form, item)), "source")


def named(item: str) -> tuple[str, str]:
    """Kind and id of what a change names: `1.3.5`, or `term:compute` with the kind before an id that does not tell it."""
    head, _, rest = item.partition(":")
    return (head, rest) if rest and head in ADDRESSES else (kind(item), item)


def path(kind: str, item: str = "") -> str:
    """The address of an item below `/zh/` or `/en/`. Raises KeyError for a kind that is not in ADDRESSES."""
    return ADDRESSES[kind](item)


def short(kind: str, item: str) -> str:
    """The short address of an item below the root of the site, without a language; KeyError for a kind that has none."""
    return f"{SHORT[kind]}/{item.removeprefix('eo')}/"


def place(kind: str, item: str) -> str:
    """The name of an item's place in the full report as PDF; empty for what has none."""
    item = WITHIN.get(item, item) if kind == "page" else item
    if kind not in PLACES or kind == "page" and item not in PARTS:
        return ""
    return f"{PLACES[kind]}-{item.removeprefix('eo').replace('/', '-')}"


def key(kind: str, item: str = "") -> str:
    """The name of the files by which a page or an item is cited: its id, or its kind and id where ids of two registers could meet."""
    if kind == "home":
        return "report"
    unique = kind in ("pillar", "section", "action", "order", "provision", "claim", "event")
    return (item if unique else f"{kind}-{item}").lower().replace("/", "-")


def card(kind: str, item: str = "") -> str:
    """The name of the picture that stands for a page or an item where somebody links to it: `a-1.3.5`, `plan-actions`, `home`; KeyError for a kind that has none."""
    if kind in ("home", "page"):
        return item.replace("/", "-") or kind
    return f"{PLACES[kind]}-{item.removeprefix('eo')}".lower()


def picture(name: str, language: str) -> str:
    """The file of a card below docs/cards, and below cards/ on the site."""
    return f"{language}/{name}.png"


def frame(kind: str, item: str, language: str) -> str:
    """The address below the root of the site of what stands in another page's frame: `embed/en/orders/14320/3a/`."""
    return f"embed/{language}/{path(kind, item).replace('#s', '')}".rstrip("/") + "/"


def pdf(document: str, language: str, paper: str) -> str:
    """The file name of a ready PDF: `document` in a language (`zh-en` for both), on a paper (`a4`, `letter`)."""
    return f"{document}.{language}{'' if paper == 'a4' else f'.{paper}'}.pdf"


def ready(document: str, language: str, paper: str, place: str = "") -> str:
    """The address of a ready PDF, opened at a place."""
    return path("pdf", pdf(document, language, paper) + (f"#nameddest={place}" if place else ""))


def relative(target: str, page: str) -> str:
    """`target` as seen from `page`, both below one folder, so that any base path serves."""
    up = "../" * page.count("/")
    return (up + target) or "./"


def absolute(address: str, language: str, target: str) -> str:
    """The full public address of `target` in one language."""
    return f"{address.rstrip('/')}/{language}/{target}"
