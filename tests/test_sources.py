"""The records beside the source texts; left out where these are not at hand."""
import re

import pytest

from scripts import paths
from scripts.check.sources import bullets

pytestmark = pytest.mark.skipif(not paths.SOURCES.is_dir(), reason="the source texts are not at hand")


def words(text):
    """Letters only, so that line breaks, hyphens and footnote marks do not matter."""
    return re.sub(r"[^A-Za-z]+", "", text)


def plan_text():
    """The plan's running text: footnotes and the heads of pages taken out."""
    text = (paths.SOURCES / "plan.txt").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^\d+\n(?: {3,5}\S.*\n)+", "", text)
    return words(text.replace("AMERICA’S AI ACTION PLAN", ""))


def test_parsed_bullets_stand_in_the_plan_in_this_order(report):
    """The table of bullets is a help, not an authority: each whole text is found in the plan, one after the other."""
    whole, parsed, lost, at = plan_text(), bullets(paths.SOURCES), [], 0
    assert list(parsed) == [action.id for action in report.actions]
    for name, row in parsed.items():
        found = whole.find(words(row["text"]), at)
        at = found + 1 if found >= 0 else at
        lost += [name] if found < 0 else []
    assert lost == []


def test_bullets_of_the_plan_are_all_there():
    """No bullet mark of the plan is without a record."""
    text = (paths.SOURCES / "plan.txt").read_text(encoding="utf-8")
    assert len(re.findall(r"(?m)^\s*•", text)) == 103


def test_section_pages_are_those_of_the_headings(report):
    lines = (paths.SOURCES / "plan.sections.tsv").read_text(encoding="utf-8").splitlines()[1:]
    headings = [line.split("\t") for line in lines]
    assert [(s.id, str(s.page), s.title.en) for s in report.sections] == [tuple(heading) for heading in headings]


@pytest.mark.parametrize("order", ["eo14179", "eo14318", "eo14319", "eo14320"])
def test_no_duty_of_an_order_is_without_a_provision(report, order):
    """Every line with shall, may or must, and every definition, lies within the lines of a record."""
    lines = (paths.SOURCES / f"{order}.txt").read_text(encoding="utf-8").splitlines()
    covered = {n for p in report.index[order].provisions for n in range(p.lines[0], p.lines[1] + 1)}
    operative = {n for n, line in enumerate(lines, 1) if re.search(r"\b(shall|may|must|means|hereby revoked|delegate)\b", line) and not line.startswith(("Section 1. Purpose", "By the authority"))}
    chapeaus = {n for n in operative if lines[n - 1].rstrip().endswith((":", "shall be responsible for:")) and n + 1 in covered}
    assert operative - covered - chapeaus == set()


def test_period_lengths_are_the_words_of_the_orders(report):
    for order in report.orders:
        lines = (paths.SOURCES / f"{order.id}.txt").read_text(encoding="utf-8").splitlines()
        for provision in order.provisions:
            text = " ".join(lines[provision.lines[0] - 1:provision.lines[1]])
            stated = {int(n) for n in re.findall(r"(\d+) days", text)}
            assert stated == ({provision.deadline.days} if provision.deadline else set()), provision.id
