"""Every address of the site, made in one place and equal in both languages.

An address is a path under the language folder, ending in "/"; an item that
lives on another item's page has that page's address and an anchor.
"""


def path(kind: str, item: str = "") -> str:
    """The address of an item below `/zh/` or `/en/`.

    kind: home, page, pillar, section, action, order, provision, agency,
    theme, term, source, citation, code or data. Raises KeyError for another kind.
    """
    return {
        "home": lambda: "",
        "page": lambda: f"{item}/",
        "pillar": lambda: f"plan/{item}/",
        "section": lambda: f"plan/{item}/",
        "action": lambda: f"plan/{item}/",
        "order": lambda: f"orders/{item.removeprefix('eo')}/",
        "provision": lambda: f"orders/{item.removeprefix('eo').replace('.', '/#s', 1)}",
        "agency": lambda: f"agencies/{item.lower()}/",
        "theme": lambda: f"themes/{item}/",
        "term": lambda: f"glossary/#{item}",
        "source": lambda: f"sources/#{item}",
        "citation": lambda: f"sources/#c-{item}",
        "code": lambda: f"methods/#{item}",
        "data": lambda: f"../data/{item}",
    }[kind]()


def relative(target: str, page: str) -> str:
    """`target` as seen from `page`, both below one folder, so that any base path serves."""
    up = "../" * page.count("/")
    return (up + target) or "./"


def absolute(address: str, language: str, target: str) -> str:
    """The full public address of `target` in one language."""
    return f"{address.rstrip('/')}/{language}/{target}"
