"""The ready PDFs: whole, accessible, linked, and the same every time; what is refused is in test_proof.py."""
import csv
import io
import re
import shutil

import page as validator
import pikepdf
import pypdf
import pypdfium2
import pytest
import typst

from scripts import paths, permalinks
from scripts.draw import for_paper
from scripts.languages import PAPERS, day
from scripts.pages import pages
from scripts.printing import packed, printed
from scripts.typeset import typeset

TEMPLATES = paths.TEMPLATES / "print"
REPORTS = ["report.zh.pdf", "report.en.pdf"]


@pytest.fixture(scope="session")
def read(pdfs):
    """A ready PDF, opened once."""
    opened = {}

    def _read(name):
        return opened.setdefault(name, pypdf.PdfReader(pdfs / name))
    return _read


@pytest.fixture(scope="session")
def texts(pdfs):
    """The text of every sheet of a ready PDF."""
    found = {}

    def _texts(name):
        if name not in found:
            found[name] = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(pdfs / name)]
        return found[name]
    return _texts


def squeezed(text):
    return re.sub(r"\s", "", text)


def test_what_is_ready(pdfs, report):
    documents = ["report", "briefing", "register", *(name for name, essay in report.essays.items() if essay.chart)]
    wanted = {permalinks.pdf(document, language, paper) for document in documents for language in ("zh", "en") for paper in PAPERS[language]}
    wanted |= {permalinks.pdf("register", "zh-en", paper) for paper in PAPERS["zh-en"]}
    assert {file.name for file in pdfs.glob("*.pdf")} == wanted
    assert all((pdfs / name).stat().st_size < 6_000_000 for name in wanted)


def test_every_document_is_pdf_ua(pdfs):
    for file in sorted(pdfs.glob("*.pdf")):
        result = validator.validate_pdf(str(file), profile="ua1")
        assert result.is_compliant, (file.name, [(failure.rule_id, failure.message) for failure in result.failures][:5])


def test_the_validator_does_object(tmp_path):
    (tmp_path / "main.typ").write_text("= A heading")
    untagged = typst.compile(tmp_path / "main.typ", font_paths=[paths.FONTS], ignore_system_fonts=True, pdf_tags=False)
    assert not validator.is_pdf_compliant_bytes(untagged, profile="ua1")


@pytest.mark.parametrize("name", REPORTS)
def test_language_title_and_faces(pdfs, name, report):
    language = name.split(".")[1]
    with pikepdf.open(pdfs / name) as document:
        assert str(document.Root.Lang) == {"zh": "zh-CN", "en": "en-US"}[language]
        assert report.edition.name[language] in str(document.docinfo["/Title"]) and document.Root.ViewerPreferences.DisplayDocTitle
        faces = {str(font.FontDescriptor.FontName): font.FontDescriptor for font in document.objects if isinstance(font, pikepdf.Dictionary) and "/FontDescriptor" in font}
        assert faces and all(re.match(r"/[A-Z]{6}\+Noto", face) and ("/FontFile2" in about or "/FontFile3" in about) for face, about in faces.items())


@pytest.mark.parametrize("name, size, turned", [("report.zh.pdf", (595, 842), False), ("report.en.letter.pdf", (612, 792), False), ("register.en.pdf", (842, 595), True), ("briefing.en.letter.pdf", (612, 792), False)])
def test_paper_sizes(read, name, size, turned):
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in read(name).pages} == {size}


def test_briefs_fill_one_sheet(read, pdfs):
    for file in pdfs.glob("brief*.pdf"):
        assert len(read(file.name).pages) == 1, file.name


@pytest.mark.parametrize("name", [*REPORTS, "register.zh-en.pdf"])
def test_every_sheet_says_version_date_and_page(texts, report, name):
    language, sheets = name.split(".")[1][:2], texts(name)
    edition, words = report.edition, report.strings["print.page"][language]
    for number, text in list(enumerate(sheets, 1))[name.startswith("report"):]:             # the cover has no foot
        foot = words.replace("%n", str(number)).replace("%total", str(len(sheets)))
        assert squeezed(foot) in squeezed(text), number
        assert edition.version in text and squeezed(day(edition.as_of, language)) in squeezed(text)


@pytest.mark.parametrize("name", REPORTS)
def test_contents_lead_to_the_right_pages(read, texts, name):
    """The printed number of every entry is the sheet on which its bookmark, and so its heading, stands."""
    reader = read(name)
    marks = {}

    def note(outline):
        for mark in outline:
            if isinstance(mark, list):
                note(mark)
            else:
                marks.setdefault(squeezed(mark.title), []).append(reader.get_destination_page_number(mark) + 1)
    note(reader.outline)
    entries = re.findall(r"^(.+?)\s*(?:\.\s?){5,}\s*(\d+)\s*$", "\n".join(texts(name)[1:4]).replace("\r", ""), re.MULTILINE)
    found = [(title, int(number)) for title, number in entries if int(number) in marks.get(squeezed(title), [])]
    assert len(found) >= 60 and len(found) >= 0.9 * len(entries), [entry for entry in entries if int(entry[1]) not in marks.get(squeezed(entry[0]), [])]


@pytest.mark.parametrize("name", REPORTS)
def test_references_print_the_page_they_lead_to(pdfs, read, name):
    reader, document = read(name), pypdfium2.PdfDocument(pdfs / name)
    numbers = {sheet.indirect_reference.idnum: at for at, sheet in enumerate(reader.pages, 1)}
    places = {name: place.raw_get("/Page") for name, place in reader.named_destinations.items()}
    checked = 0
    for at in range(20, 90):
        text = document[at].get_textpage()
        for note in reader.pages[at].get("/Annots", []):
            note = note.get_object()
            goal = note.get("/Dest") or note.get("/A", {}).get("/D")
            if not goal:
                continue
            left, bottom, right, top = map(float, note["/Rect"])
            after = re.match(r"\s*→(\d+)", text.get_text_bounded(right, bottom, right + 24, top))
            if after:
                assert numbers[(places[goal] if isinstance(goal, str) else goal.get_object().raw_get(0)).idnum] == int(after.group(1)), (at + 1, after.group())
                checked += 1
    assert checked > 300


@pytest.mark.parametrize("name", REPORTS)
def test_footnotes_stand_on_the_sheet_of_their_mark(pdfs, read, name):
    """Typst leaves a note behind when the block of its mark moves on for the sake of what follows."""
    reader, document = read(name), pypdfium2.PdfDocument(pdfs / name)
    checked, astray = 0, []
    for at, sheet in enumerate(reader.pages):
        text = document[at].get_textpage()
        for note in sheet.get("/Annots", []):
            note = note.get_object()
            goal = note.get("/Dest") or note.get("/A", {}).get("/D")
            if goal and not isinstance(goal, str) and re.fullmatch(r"\d{1,3}", text.get_text_bounded(*map(float, note["/Rect"])).strip()):
                checked += 1
                if goal.get_object()[0].indirect_reference.idnum != sheet.indirect_reference.idnum:
                    astray.append((at + 1, text.get_text_bounded(*map(float, note["/Rect"]))))
    assert checked > 800 and astray == []


@pytest.mark.parametrize("name", REPORTS)
def test_every_item_prints_its_id_and_short_address(texts, report, name):
    text = squeezed("".join(texts(name)).replace("\ufffe", "-").replace("\x02", "-"))
    address = report.edition.address.removeprefix("https://")
    items = [("action", a.id) for a in report.actions] + [("provision", p.id) for p in report.provisions] + [("claim", c.id) for c in report.claims]
    items += [("event", e.id) for e in report.tracker.events] + [("chart", c.id) for c in report.charts] + [("term", t.id) for t in report.terms]
    missing = [item for kind, item in items if squeezed(address + permalinks.short(kind, item)) not in text]
    assert missing == []


@pytest.mark.parametrize("name", REPORTS)
def test_places_that_pages_link_to(read, report, figures, offer, name):
    from scripts.analyse import chart_tables
    places = {page.place for page in pages(report, figures, chart_tables(report), offer) if page.document == "report" and page.place}
    assert len(places) > 700 and places <= set(read(name).named_destinations)


@pytest.mark.parametrize("name", [*REPORTS, "report.en.letter.pdf"])
def test_the_register_is_attached(read, report, name):
    (content,) = read(name).attachments["register.csv"]
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [action.id for action in report.actions]
    assert all(row["status"] == report.tracker.status(row["id"]) and row["title_zh"] for row in rows)


def test_the_register_has_every_action(texts, report):
    for name, languages in (("register.zh.pdf", ("zh",)), ("register.en.pdf", ("en",)), ("register.zh-en.pdf", ("zh", "en"))):
        text = squeezed("".join(texts(name))).replace("\ufffe", "-").replace("\x02", "-")
        assert [a.id for a in report.actions for language in languages if squeezed(a.title[language]) not in text] == [], name


def test_no_chinese_line_begins_or_ends_with_the_wrong_mark(pdfs):
    wrong = []
    for number, text in enumerate((sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(pdfs / "report.zh.pdf")), 1):
        wrong += [(number, line[:20]) for line in text.splitlines() if line[:1] in tuple("，。、；：！？）》”’％") or line.strip()[-1:] in tuple("（《“‘")]
    assert wrong == []


def test_the_same_bytes_again(listed, pdfs, drawings, tmp_path, report):
    from scripts.typeset.register import sheet
    for name in ("report.en.pdf", "brief-tracker.zh.pdf", "register.zh-en.pdf"):
        for file, data in listed[name].files(TEMPLATES, for_paper(drawings), sheet(report)).items():
            (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / file).write_bytes(data)
        assert packed(printed(tmp_path / name, paths.FONTS)) == (pdfs / name).read_bytes(), name


def test_what_has_not_changed_is_not_set_again(report, figures, drawings, data, pdfs, tmp_path, monkeypatch):
    shutil.copytree(pdfs, tmp_path / "pdf")
    (tmp_path / "pdf" / "stray.pdf").write_bytes(b"")
    monkeypatch.setattr("scripts.typeset.run", lambda *arguments, **named: pytest.fail("something was set again"))
    files, findings = typeset(report, figures, for_paper(drawings), data, tmp_path / "pdf", paths.TEMPLATES, paths.FONTS)
    assert findings == [] and {file.name for file in files} == {file.name for file in (tmp_path / "pdf").glob("*.pdf")} == {file.name for file in pdfs.glob("*.pdf")}
