"""Charts as files: the same everywhere, in both schemes, with labels that can be read."""
import re
import struct
from pathlib import Path

import pytest

from scripts import paths
from scripts.analyse import analyse, chart_tables
from scripts.analyse.charts import TABLES
from scripts.draw import for_paper, DRAWINGS, Drawing, draw, save, style
from scripts.draw.canvas import Canvas
from scripts.draw.fit import faults
from scripts.load import load
from scripts.report import Report

CHARTS = paths.DOCS / "charts"


@pytest.fixture(autouse=True, scope="module")
def faces():
    style.set_up()


@pytest.fixture
def canvas():
    return Canvas("en", wide=True)


def told(canvas, height=100):
    canvas.y = height
    return list(faults(canvas))


def test_every_chart_has_words_numbers_and_a_drawing(report):
    charts = {chart.id for chart in report.charts}
    assert charts == set(TABLES) == set(DRAWINGS) and len(charts) >= 16


def test_committed_drawings_are_what_the_records_give(drawings):
    """Made here in other processes, perhaps on another machine, from the same records: the same bytes."""
    made = {drawing.name: drawing.content.encode() for drawing in drawings if drawing.name.endswith(".svg") and not drawing.name.endswith(".paper.svg")}
    kept = {file.name: file.read_bytes() for file in CHARTS.glob("*.svg")}
    assert set(made) == set(kept), "run `make site` and commit docs/"
    assert [name for name in sorted(made) if made[name] != kept[name]] == [], "run `make site` and commit docs/"


def test_every_chart_comes_in_every_form(drawings, report):
    forms = {f"{form}{scheme}.svg" for form in ("", ".narrow") for scheme in ("", ".dark")} | {".png", ".paper.svg"}
    wanted = {f"{chart.id}.{language}{form}" for chart in report.charts for language in ("zh", "en") for form in forms}
    assert {drawing.name for drawing in drawings} == wanted
    for drawing in drawings:
        if drawing.name.endswith(".png"):
            assert struct.unpack(">II", drawing.content[16:24]) == drawing.size and drawing.size[0] == 2 * style.WIDE


def test_a_drawing_carries_no_text_that_needs_a_face_and_says_what_it_is(drawings, report):
    for drawing in drawings:
        if drawing.name.endswith(".svg") and not drawing.name.endswith(".paper.svg"):
            assert "<text" not in drawing.content and "DejaVu" not in drawing.content, drawing.name
            assert re.search(r"<title>.+</title>", drawing.content) and report.edition.address in drawing.content


def test_the_drawing_for_paper_has_letters(drawings):
    papers = for_paper(drawings)
    assert len(papers) == 38 and all("<text" in svg for svg in papers.values())
    assert max(map(len, papers.values())) < 150_000


def test_the_schemes_differ_in_colours_only(drawings):
    files = {drawing.name: drawing.content for drawing in drawings if drawing.name.endswith(".svg") and not drawing.name.endswith(".paper.svg")}
    for name, content in files.items():
        if ".dark." not in name:
            dark = files[name.replace(".svg", ".dark.svg")]
            assert re.sub("#[0-9a-f]{6}", "", content) == re.sub("#[0-9a-f]{6}", "", dark)
            assert style.LIGHT["paper"] in content and style.DARK["paper"] in dark


def test_a_colour_that_is_no_token_is_refused():
    assert style.in_dark('fill="#ffffff"') == f'fill="{style.DARK["paper"]}"'
    with pytest.raises(KeyError):
        style.in_dark('fill="#123456"')


def test_colours_can_be_told_from_the_paper():
    """WCAG 2.2: 4.5 to 1 for what is written, 3 to 1 for marks, in both schemes."""
    def light(colour):
        parts = [int(colour[n:n + 2], 16) / 255 for n in (1, 3, 5)]
        return sum(weight * (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4) for weight, p in zip((0.2126, 0.7152, 0.0722), parts))
    for scheme in (style.LIGHT, style.DARK):
        for tokens, least in ((("ink", "soft", "no_public_record", "announced", "in_progress", "completed", "yes", "part", "no", "off"), 4.5), (("p1", "p2", "p3", "line"), 3)):
            for token in tokens:
                high, low = sorted((light(scheme[token]), light(scheme["paper"])), reverse=True)
                assert (high + 0.05) / (low + 0.05) >= least, token


# --- labels that cannot be read -------------------------------------------------------------------


def test_labels_that_fit_are_left_alone(canvas):
    canvas.text(0, 20, "in its place")
    canvas.bar(0, 30, 100, 20, "ink")
    canvas.middle(50, 40, "42", colour="on_dark", align="center")
    assert told(canvas) == []


@pytest.mark.parametrize("x, y, align", [(900, 20, "left"), (-5, 20, "left"), (20, 20, "right"), (0, 5, "left"), (0, 99.9, "left")])
def test_a_clipped_label_is_named(canvas, x, y, align):
    canvas.text(x, y, "a label of some length", align=align)
    assert [fault for fault in told(canvas) if re.match(r"label “a label of some length” is clipped at the edge by \d+ units", fault)]


def test_labels_over_one_another_are_named(canvas):
    canvas.text(0, 20, "first")
    canvas.text(20, 24, "second")
    assert [fault for fault in told(canvas) if fault.startswith("label “first” overlaps label “second”")]


def test_a_label_across_a_mark_is_named(canvas):
    canvas.bar(0, 30, 20, 20, "ink")
    canvas.middle(5, 40, "too long for it")
    assert told(canvas) == ["label “too long for it” runs across a mark"]


def test_a_mark_outside_the_sheet_is_named(canvas):
    canvas.bar(950, 30, 20, 20, "ink")
    assert told(canvas) == ["a mark lies 10 units beyond the edge"]


@pytest.mark.parametrize("language, text, missing", [("en", "snow ☃", "☃"), ("zh", "𠀀字", "𠀀"), ("zh", "芯片", ""), ("en", "“芯片”’–", "")])
def test_a_missing_glyph_is_named(language, text, missing):
    canvas = Canvas(language, wide=True)
    canvas.text(0, 20, text)
    expected = [f"label “{text}” has characters that no committed face can draw: {missing}"] if missing else []
    assert told(canvas) == expected


def test_a_label_that_does_not_fit_is_a_finding(world):
    """It names the file, the line of the chart, the chart, the form and the label."""
    file = world / "charts.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('of_all: {zh: "{n}项，{share}", en: "{n}, {share}"}', 'of_all: {zh: "{n}项，{share}", en: "{n} actions out of everything that the plan recommends in all its sections, {share}"}'), encoding="utf-8")
    data = load(world)
    report = Report.from_data(data)
    _, findings = draw(report, analyse(report), chart_tables(report), data)
    assert findings and all(str(finding).startswith("data/charts.yml:5: [0].id: actions-by-section (en, ") for finding in findings)
    assert "overlaps label “Pillar " in str(findings[0]) or "clipped" in str(findings[0]), findings[0]


# --- type -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language, text", [
    ("zh", "计划的行动没有一项写明完成日期，期限都在行政令里（见下图），“约三分之一”也要看怎样数。"),
    ("en", "No action of the plan sets a date; the deadlines are all in the orders, “about a third” of them (see below)."),
])
def test_lines_break_by_the_rules_of_the_language(language, text):
    canvas = Canvas(language, wide=False)
    for width in range(80, 340, 13):
        lines = canvas.wrap(text, width, "small")
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(canvas.measure(line, "small") <= width + 2 for line in lines)
        assert not [line for line in lines if line[0] in "，。、；：？！）》”" or line[-1] in "（《“"]
        if language == "en":
            assert " ".join(lines) == text


def test_a_chinese_title_breaks_after_a_clause():
    lines = Canvas("zh", wide=False).wrap("计划发布以来每个月都有推进步骤，2025年12月最多", 340, "title", bold=True, even=True)
    assert lines == ["计划发布以来每个月都有推进步骤，", "2025年12月最多"]


# --- files ----------------------------------------------------------------------------------------


def test_drawings_of_charts_that_are_gone_are_removed(tmp_path):
    (tmp_path / "old.zh.svg").write_text("old", encoding="utf-8")
    (tmp_path / "old.zh.csv").write_text("the export's own", encoding="utf-8")
    save([Drawing("new.zh.svg", "<svg/>", (1, 1), 0, 1), Drawing("new.zh.png", b"png", (2, 2), 0, 2)], tmp_path)
    assert sorted(file.name for file in Path(tmp_path).iterdir()) == ["new.zh.png", "new.zh.svg", "old.zh.csv"]
