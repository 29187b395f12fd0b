"""What every check reports: one kind of finding, printed in one form."""
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One thing wrong with the data, addressed to the person who edits it.

    path: file, relative to the project; line: counted from 1; record: the
    field, as in `actions[2].leads[0]`; rule: the name of the check;
    message: what is wrong, what was expected, the nearest valid value.
    """

    path: str
    line: int
    record: str
    rule: str
    message: str

    def __str__(self) -> str:
        field = f"{self.record}: " if self.record else ""
        return f"{self.path}:{self.line}: {field}{self.message} [{self.rule}]"
