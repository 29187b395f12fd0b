"""What no document may hold: each is refused, with its file, line, document, page and record, and nothing is written."""
import json

import pytest
import typst

from scripts import build, paths
from scripts.draw import for_paper
from scripts.offer import NOTHING
from scripts.printing import packed, printed
from scripts.typeset import typeset
from scripts.typeset.proof import manuscript_faults, sheet_faults

TEMPLATES = paths.TEMPLATES / "print"


@pytest.fixture
def set_alone(tmp_path, report, drawings):
    """Set one document by itself, its content changed; returns the finished file."""
    def _set(paper, content):
        folder = tmp_path / paper.file
        for name, data in {**paper.files(TEMPLATES, for_paper(drawings), b""), "document.json": json.dumps(content).encode()}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        return packed(printed(folder, paths.FONTS))
    return _set


def spoilt(report, **changed):
    """The report with action 1.1.2 changed."""
    sections = list(report.sections)
    actions = list(sections[0].actions)
    actions[1] = actions[1].model_copy(update=changed)
    sections[0] = sections[0].model_copy(update={"actions": tuple(actions)})
    return report.__class__(**{**{field: getattr(report, field) for field in report.__dataclass_fields__}, "sections": tuple(sections)})


def test_a_missing_glyph_names_file_line_document_and_character(report, figures, drawings, data, tmp_path):
    title = report.actions[1].title.model_copy(update={"zh": "查明𠮷规定"})
    files, findings = typeset(spoilt(report, title=title), figures, for_paper(drawings), data, tmp_path / "pdf", paths.TEMPLATES, paths.FONTS)
    document, place = data.find("1.1.2")
    assert files == [] and not (tmp_path / "pdf").exists()
    assert {(f.path, f.line) for f in findings} >= {("data/plan/1.1.yml", document.line(place))}
    assert any(f.message.startswith("report.zh.pdf: “查明𠮷规定” has characters that no committed face can draw: 𠮷") for f in findings)


def test_a_reference_without_a_place_is_named(listed):
    content = {**listed["report.en.pdf"].content, "blocks": [*listed["report.en.pdf"].content["blocks"]]}
    content["blocks"].append({"k": "entry", "record": "1.1.2", "place": "x", "t": [{"k": "ref", "place": "a-9.9.9", "quiet": False, "t": ["9.9.9"]}]})
    assert list(manuscript_faults(content, paths.FONTS)) == [("1.1.2", "a reference leads to a-9.9.9, which the document does not hold")]


def test_a_picture_without_words_is_named(listed):
    content = listed["brief-orders.en.pdf"].content
    content = {**content, "chart": {**content["chart"], "alt": " "}}
    assert list(manuscript_faults(content, paths.FONTS)) == [(content["record"], "the chart deadlines has no text in place of the picture")]


def test_an_overfull_line_is_named_with_page_and_record(listed, set_alone):
    paper = listed["brief-orders.en.pdf"]
    content = {**paper.content, "standfirst": ["Unbreakable" * 20]}
    (record, message), *_ = sheet_faults(set_alone(paper, content), content)
    assert record == "briefs/orders" and message.startswith("page 1: “UnbreakableUnbreakable") and message.endswith("runs into the margin")


def test_an_overfull_cell_is_named(listed, set_alone):
    paper = listed["register.en.pdf"]
    group = json.loads(json.dumps(paper.content["groups"][0]))
    group["table"]["rows"] = group["table"]["rows"][:3]
    group["table"]["rows"][1][3] = ["Rulemakingandguidanceandprocurement"]
    content = {**paper.content, "groups": [group]}
    assert any("Rulemakingandguidance" in message and message.endswith("are set over each other") for _, message in sheet_faults(set_alone(paper, content), content))


def test_a_brief_of_two_sheets_is_named(listed, set_alone):
    paper = listed["brief-orders.en.pdf"]
    content = {**paper.content, "findings": paper.content["findings"] * 4}
    assert ("briefs/orders", "2 sheets instead of 1; shorten the text") in list(sheet_faults(set_alone(paper, content), content))


def test_a_long_label_is_refused_with_its_width(listed, set_alone):
    paper = listed["report.en.pdf"]
    with pytest.raises(typst.TypstError, match="the label “A label that nobody can set beside a value” is .* wide"):
        set_alone(paper, {**paper.content, "labels": ["A label that nobody can set beside a value"]})


def test_a_document_that_does_not_fit_leaves_the_earlier_site(report, figures, drawings, data, tmp_path, monkeypatch, capsys):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the earlier site", encoding="utf-8")
    summary = report.actions[1].summary.model_copy(update={"en": "㍿ is no character of ours."})
    monkeypatch.setattr(build, "generate", lambda: build.Made(spoilt(report, summary=summary), figures, data, drawings, NOTHING, [], {}))
    monkeypatch.setattr(paths, "DOCS", tmp_path / "docs")
    monkeypatch.setattr(paths, "SITE", tmp_path / "site")
    assert build.site() is False
    assert "data/plan/1.1.yml:" in (told := capsys.readouterr().err) and "㍿" in told and "nothing was built" in told
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "the earlier site" and not (tmp_path / "docs").exists()
