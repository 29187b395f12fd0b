"""Every address of the site, made in one place and equal in both languages.

An address is a path under the language folder, ending in "/"; an item that
lives on another item's page has that page's address and an anchor.
"""


ADDRESSES = {
    "home": lambda item: "",
    "page": lambda item: f"{item}/",
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
    "data": lambda item: f"../data/{item}",
}


def path(kind: str, item: str = "") -> str:
    """The address of an item below `/zh/` or `/en/`. Raises KeyError for a kind that is not in ADDRESSES."""
    return ADDRESSES[kind](item)


def relative(target: str, page: str) -> str:
    """`target` as seen from `page`, both below one folder, so that any base path serves."""
    up = "../" * page.count("/")
    return (up + target) or "./"


def absolute(address: str, language: str, target: str) -> str:
    """The full public address of `target` in one language."""
    return f"{address.rstrip('/')}/{language}/{target}"
