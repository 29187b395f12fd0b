"""Check the loaded data: every rule, all findings in one run."""
from pathlib import Path

from scripts.check import articles, counts, dictionary, language, measures, press, references, releases, roles, schema, sources, tracker
from scripts.records import Data
from scripts.finding import Finding


def check(data: Data, texts: Path | None) -> list[Finding]:
    """All findings in `data`, sorted by file and line; none means the data may be built.

    texts: the folder with the source texts; None, or a folder that is not
    there, leaves out the comparison with them.
    """
    findings = list(data.findings)
    findings += schema.check(data)
    findings += references.check(data)
    findings += language.check(data)
    # These rules read fields, so they look only at files of the right form.
    sound = schema.sound(data, findings)
    findings += counts.check(sound, data)
    findings += roles.check(sound)
    findings += press.check(sound)
    findings += tracker.check(sound)
    findings += measures.check(sound)
    findings += dictionary.check(sound)
    findings += releases.check(sound)
    if texts and texts.is_dir():
        findings += sources.check(sound, texts)
        findings += articles.check(sound, texts)
    return sorted(set(findings))
