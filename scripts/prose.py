"""The one thing records' prose may call: a computed figure, so that no count is ever typed."""
import re

FIGURE = re.compile(r"""\{\{ *figure\(["']([^"']+)["']\) *\}\}""")


def filled(text: str, figures: dict[str, int | str]) -> str:
    """`text` with every `{{ figure('…') }}` replaced by its value; KeyError for an unknown measure."""
    return FIGURE.sub(lambda call: str(figures[call.group(1)]), text)
