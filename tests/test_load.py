"""Reading data/: values as typed, with their lines."""
from scripts.load import load
from scripts.records import label


def write(tmp_path, text):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text(text, encoding="utf-8")
    return load(tmp_path / "data")


def test_ids_and_dates_stay_text(tmp_path):
    value = write(tmp_path, "id: 1.10\nday: 2025-07-23\npage: 7\nopen: true\n").documents["a"].value
    assert value == {"id": "1.10", "day": "2025-07-23", "page": 7, "open": True}


def test_every_value_knows_its_line(tmp_path):
    document = write(tmp_path, "a:\n  - x\n  - leads: [NTIA,\n            NIST]\n").documents["a"]
    assert document.line(("a", 1, "leads", 1)) == 4
    assert document.line(("a", 1, "missing")) == 3
    assert label(("a", 1, "leads", 1)) == "a[1].leads[1]"


def test_unreadable_file_and_double_key_are_findings(tmp_path):
    data = write(tmp_path, "a: 1\na: 2\n")
    assert [str(f) for f in data.findings] == ["data/a.yml:2: a: the key stands here a second time; one of the two must go [yaml]"]
    (tmp_path / "data" / "b.yml").write_text("a: [1\n", encoding="utf-8")
    assert {f.path for f in load(tmp_path / "data").findings} == {"data/a.yml", "data/b.yml"}


def test_sections_stand_in_natural_order(data):
    sections = [d.value["id"] for d in data.folder("plan") if "actions" in d.value]
    assert sections.index("1.10") == sections.index("1.9") + 1
