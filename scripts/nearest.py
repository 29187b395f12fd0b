"""Suggest what the person who typed an unknown value may have meant."""
from collections.abc import Iterable
from difflib import get_close_matches


def nearest(value: object, valid: Iterable[str]) -> str:
    """A clause that names the nearest valid value, or all of them when they are few."""
    valid = sorted(set(valid))
    close = get_close_matches(str(value), valid, 1, 0.4) or get_close_matches(str(value).upper(), valid, 1, 0.4)
    if close:
        return f"nearest valid value: {close[0]}"
    return "valid values: " + ", ".join(valid) if len(valid) <= 12 else "no valid value is near it"
