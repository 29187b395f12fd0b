"""The versions of the report as one connected whole: how long each stood, what changed in it, what has a frozen copy."""
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scripts.editions import Change, Release


def order(version: str) -> tuple[int, ...]:
    """What versions are sorted by: 0.10.0 comes after 0.9.0."""
    return tuple(int(part) for part in version.split("."))


@dataclass(frozen=True)
class Versions:
    """Releases and changes, oldest first. `digests` holds those of every frozen version and of the present records; `frozen` the versions of which a copy is kept."""

    present: str
    as_of: str
    releases: tuple[Release, ...]
    changes: tuple[Change, ...]
    digests: dict[str, dict[str, str]]
    frozen: tuple[str, ...]

    def release(self, version: str) -> Release | None:
        """A version as it was published; None for one that is still being prepared."""
        return {release.version: release for release in self.releases}.get(version)

    @cached_property
    def newest_first(self) -> list[str]:
        """Every version there is something to say about."""
        return sorted({self.present, *(release.version for release in self.releases)}, key=order, reverse=True)

    def until(self, version: str) -> str | None:
        """The day on which the next version took over; None for the newest release and for what is not released."""
        listed = [release.version for release in self.releases]
        after = listed.index(version) + 1 if version in listed else len(listed)
        return self.releases[after].date if after < len(listed) else None

    def days(self, version: str) -> int | None:
        """How many days a version stood; None for the newest, and for what is not released."""
        until = self.until(version)
        return (date.fromisoformat(until) - date.fromisoformat(self.release(version).date)).days if until else None

    @cached_property
    def anchored(self) -> list[tuple[str, Change]]:
        """Every change with the anchor it has on the page: the version, the first letter of its kind, and its number among them."""
        seen: Counter = Counter()
        result = []
        for change in self.changes:
            seen[change.version, change.kind] += 1
            result.append((f"v{change.version.replace('.', '-')}-{change.kind[0]}{seen[change.version, change.kind]}", change))
        return result

    def of(self, version: str, kind: str) -> list[tuple[str, Change]]:
        """The changes of one kind in a version."""
        return [(anchor, change) for anchor, change in self.anchored if (change.version, change.kind) == (version, kind)]

    def about(self, *items: str) -> list[tuple[str, Change]]:
        """What changed on some items, newest first."""
        return [(anchor, change) for anchor, change in reversed(self.anchored) if set(items) & set(change.items)]

    @property
    def last_frozen(self) -> str | None:
        """The newest version of which a copy is kept."""
        return max(self.frozen, key=order, default=None)

    def added(self, version: str, kind: str) -> list[str]:
        """The ids of a kind that a version has and the last frozen one before it had not; empty where there is nothing to compare."""
        before = max((other for other in self.frozen if order(other) < order(version)), key=order, default=None)
        return list(self._added(version, before, kind)) if before and version in self.digests else []

    def _added(self, version: str, before: str, kind: str) -> Iterator[str]:
        for key in self.digests[version]:
            if key.startswith(kind + ":") and key not in self.digests[before]:
                yield key.split(":", 1)[1]
