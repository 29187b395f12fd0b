"""What tests do to their copy of the small world."""
import re

RELEASE = '- {version: "0.6.0", date: "2026-11-26", as_of: "2026-11-26", title: {zh: "第三版", en: "Third"}, summary: {zh: "更多。", en: "More."}, frozen: true}\n'


def edit(file, old, new):
    """Replace the first `old` in a file, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def raise_to(world, version, as_of="2026-11-26"):
    """Give the edition another version and date."""
    file = world / "edition.yml"
    text = re.sub(r'version: "[\d.]+"', f'version: "{version}"', file.read_text(encoding="utf-8"))
    file.write_text(re.sub(r'as_of: "[\d-]+"', f'as_of: "{as_of}"', text), encoding="utf-8")


def list_release(world):
    """List version 0.6.0, the present one, as released."""
    raise_to(world, "0.6.0")
    with (world / "releases.yml").open("a", encoding="utf-8") as file:
        file.write(RELEASE)
