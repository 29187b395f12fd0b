"""The pictures for links from elsewhere: which there are, their form, and what stops the build."""
import io
import json
import re

import pytest
from PIL import Image

from scripts import cards as stage
from scripts import paths, permalinks
from scripts.cards import cards
from scripts.cards.content import contents
from scripts.draw import for_cards
from scripts.gates import gates

SAMPLE = ("home", "a-1.3.5", "p-14320.3a", "c-huxiu-27-2", "f-lead-basis", "s-2.1", "t-compute")


@pytest.fixture(scope="module")
def charts(drawings):
    return for_cards(drawings)


@pytest.fixture
def some(monkeypatch):
    """Leaves only some cards to be made, each changed as asked."""
    def _some(names=SAMPLE, **changed):
        monkeypatch.setattr(stage, "contents", lambda *report: [{**card, **changed} for card in contents(*report) if card["name"] in names])
    return _some


def made(report, figures, pages, charts, data, folder):
    return cards(report, figures, pages, charts, data, folder, paths.TEMPLATES, paths.FONTS)


def test_every_page_and_every_short_address_has_a_card_in_both_languages(report, figures, pages):
    wanted = {permalinks.card(page.kind, page.item) for page in pages} | {permalinks.card(gate.kind, gate.item) for gate in gates(report)}
    for language in ("zh", "en"):
        listed = list(contents(report, figures, pages, language))
        names = [card["name"] for card in listed]
        assert set(names) == wanted and len({name.lower() for name in names}) == len(names)             # one file each, on any disk
        assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in names)
        assert all(card["title"] and card["alt"] and card["address"].startswith("example.org/") for card in listed)


def test_a_card_says_what_matters_about_its_item(report, figures, pages):
    said = {card["name"]: card for card in contents(report, figures, pages, "en")}
    assert said["a-1.3.5"]["kicker"] == ["Pillar I", "Action 1.3.5"] and said["a-1.3.5"]["mark"]["code"] == report.tracker.status("1.3.5") and "Last checked" in said["a-1.3.5"]["line"]
    assert said["p-14320.3a"]["line"].startswith("Due 21 October 2025") and said["p-14320.3a"]["address"].endswith("/p/14320.3a/")
    assert said["c-huxiu-27-2"]["mark"] == {"k": "verdict", "code": "depends", "label": "Depends"}
    assert said["f-lead-basis"]["drawing"] == "lead-basis.en" and len(said["s-2"]["units"]) == figures["actions.pillar.2"]
    assert said["home"]["address"].endswith("/en/") and said["plan-actions"]["address"].endswith("/en/plan/actions/")


def test_cards_are_small_pictures_of_one_size_and_the_same_bytes_again(report, figures, pages, charts, data, tmp_path, some):
    some()
    files, findings = made(report, figures, pages, charts, data, tmp_path / "one")
    assert findings == [] and len(files) == 2 * len(SAMPLE)
    for file in files:
        with Image.open(io.BytesIO(file.read_bytes())) as picture:
            assert picture.size == (1200, 630) and picture.mode == "P" and picture.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
        assert file.stat().st_size < 60_000
    some(("a-1.3.5",))                                                          # a card is the same whatever is made beside it
    (alone, _), _ = made(report, figures, pages, charts, data, tmp_path / "two")
    assert alone.read_bytes() == (tmp_path / "one" / "zh" / "a-1.3.5.png").read_bytes()


def test_only_what_changed_is_made_again_and_strays_go(report, figures, pages, charts, data, tmp_path, some, monkeypatch):
    some(("a-1.3.5", "t-compute"))
    files, _ = made(report, figures, pages, charts, data, tmp_path)
    keys = json.loads((tmp_path / stage.KEYS).read_text())
    assert set(keys) == {f"{language}/{name}.png" for language in ("zh", "en") for name in ("a-1.3.5", "t-compute")}
    for file in files:
        file.write_bytes(b"kept")
    (tmp_path / "en" / "a-9.9.9.png").write_bytes(b"old")
    some(("a-1.3.5",))
    files, findings = made(report, figures, pages, charts, data, tmp_path)
    assert findings == [] and [file.read_bytes() for file in files] == [b"kept", b"kept"]
    assert {file.name for file in tmp_path.glob("*/*.png")} == {"a-1.3.5.png"}


@pytest.mark.parametrize("changed, message", [
    ({"title": "Convene 𠮷 on open models"}, "has characters that no committed face can draw: 𠮷"),
    ({"title": "Convene stakeholders on open models for smaller firms and everybody else " * 4}, "the words do not fit, not even in the smallest type"),
    ({"line": "One sentence after another. " * 60}, "the words do not fit, not even in the smallest type"),
])
def test_what_cannot_be_set_is_a_finding_with_its_place_and_nothing_is_written(report, figures, pages, charts, data, tmp_path, some, changed, message):
    some(("a-1.3.5",), **changed)
    files, findings = made(report, figures, pages, charts, data, tmp_path / "cards")
    assert files == [] and not (tmp_path / "cards").exists()
    assert {finding.path for finding in findings} == {"data/plan/1.3.yml"} and all(message in finding.message for finding in findings)
    assert any("cards/en/a-1.3.5.png" in finding.message for finding in findings)
