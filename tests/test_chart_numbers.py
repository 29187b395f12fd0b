"""The rows behind every chart, counted once more straight from the YAML files: neither pandas nor the report takes part."""
import functools
from collections import Counter
from datetime import date, timedelta
from itertools import combinations

import pytest
import yaml

from scripts import paths
from scripts.analyse import chart_tables

ACTING, ROLES = ("leads", "hosts"), ("leads", "hosts", "partners")      # the strongest first
STATUSES = ("completed", "in_progress", "announced", "no_public_record")


@functools.cache
def records(pattern):
    """The files that fit a pattern, by name, every value as the text that was typed."""
    return [yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) for file in sorted(paths.DATA.glob(pattern))]


def register(name):
    """The records of one file by their id, in its order."""
    return {record["id"]: record for record in records(f"{name}.yml")[0]}


@functools.cache
def sections():
    """The sections in the order of the plan: 1.9 comes before 1.10."""
    files = [file for file in records("plan/*.yml") if "actions" in file]
    return sorted(files, key=lambda section: [int(part) for part in section["id"].split(".")])


@functools.cache
def actions():
    return [action for section in sections() for action in section["actions"]]


@functools.cache
def provisions():
    return {provision["id"]: provision for order in records("orders/*.yml") for provision in order["provisions"]}


@functools.cache
def events():
    return sorted(records("events/*.yml"), key=lambda event: (event["date"], event["id"]))


@functools.cache
def looks():
    """Target -> its newest judgement, from the files of statuses and from the events."""
    listed = [*records("status/*.yml"), *(event.get("assessments", []) for event in events())]
    return {look["target"]: look for look in sorted((look for looks in listed for look in looks), key=lambda look: look["checked"])}


@functools.cache
def articles():
    """Article -> its claims, in the order of the register of sources."""
    claims = {article["source"]: article["claims"] for article in records("press/*.yml")}
    return {source: claims[source] for source in register("sources") if source in claims}


def share(part, whole):
    """Per cent with one decimal, halves up."""
    return (2000 * part + whole) // (2 * whole) / 10


def most_first(rows, column):
    """By a count, largest first, then by the id in the first column."""
    return sorted(rows, key=lambda row: (-row[column], row[0]))


@functools.cache
def top(body):
    parent = register("agencies")[body].get("parent")
    return top(parent) if parent else body


def named(action, roles=ROLES):
    return {body for role in roles for body in action[role]}


def tops(action, roles=ROLES):
    return {top(body) for body in named(action, roles)}


def roles_of(line):
    """How many actions a line of bodies leads, hosts and joins, each action once by the strongest role, and their sum."""
    strongest = Counter(next(role for role in ROLES if line & set(action[role])) for action in actions() if line & named(action))
    return (*(strongest[role] for role in ROLES), strongest.total())


def by_status(among):
    """How many actions have each status, and their sum."""
    found = Counter(looks()[action["id"]]["status"] for action in among)
    return (*(found[status] for status in STATUSES), len(among))


def about(claim):
    """The ids that a claim was checked against or concerns; a provision stands for the actions it is tied to."""
    ids = [*claim.get("checked_against", ()), *claim.get("concerns", ())]
    return {target for item in ids for target in (provisions()[item]["actions"] if item in provisions() else [item])}


def pillars_of(claims):
    """The pillars that claims are about: themselves, or a section or an action of theirs."""
    known = {"1", "2", "3", *(section["id"] for section in sections()), *(action["id"] for action in actions())}
    return {item[0] for claim in claims for item in about(claim) & known}


def actions_by_section():
    return [(section["id"], len(section["actions"])) for section in sections()]


def lead_basis():
    rows = []
    for pillar in ("all", "1", "2", "3"):
        bases = Counter(action["lead_basis"] for action in actions() if pillar in ("all", action["id"][0]))
        none, implied, explicit, total = bases["none"], bases["implied"], bases["explicit"], bases.total()
        rows.append((pillar, none, implied, explicit, total, share(none, total), share(none + implied, total)))
    return rows


def agencies():
    bodies = {body for action in actions() for body in named(action)}
    lines = {head: {head, *(body for body in bodies if top(body) == head)} for head in map(top, bodies)}
    rows = []
    for head in most_first([(head, None, *roles_of(line), roles_of({head})[-1]) for head, line in lines.items()], 5):
        parts = [(body, head[0], *roles_of({body}), roles_of({body})[-1]) for body in lines[head[0]] - {head[0]}]
        rows += [head, *most_first(parts, 5)]
    return rows


def agency_section():
    found = Counter((section["id"], head) for section in sections() for action in section["actions"] for head in tops(action))
    return [(*pair, count) for pair, count in found.items()]


def agencies_together():
    size = [row[0] for row in agencies() if not row[1]]        # of two bodies the larger one is named first
    found = Counter(pair for action in actions() for pair in combinations(sorted(tops(action), key=size.index), 2))
    return most_first([(*pair, count) for pair, count in found.items()], 2)


def instruments():
    found = Counter((action["instruments"][0], action["id"][0]) for action in actions())
    rows = [(code, *(numbers := [found[code, pillar] for pillar in "123"]), sum(numbers)) for code in register("vocabularies/instruments")]
    return most_first(rows, 4)


def time_words():
    said = Counter(action.get("timing", {}).get("kind", "silent") for action in actions())
    rows = [("plan", kind, said[kind]) for kind in (*register("vocabularies/timing"), "silent")]
    for order in records("orders/*.yml"):
        dated = sum("deadline" in provision for provision in order["provisions"])
        rows += [(order["id"], "deadline", dated), (order["id"], "silent", len(order["provisions"]) - dated)]
    return rows


def china_pages():
    pages = {search["words"]: search["pages"] for search in records("searches.yml")[0]}
    china = Counter(pages["China"] + pages["Chinese"])
    adversaries = Counter(pages["adversar*"] + pages["rival*"] + pages["malign"] + pages["countries of concern"])
    coded = Counter((action["page"], action["china_relevance"]) for action in actions())
    printed = range(1, int(register("sources")["plan"]["printed_pages"]) + 1)
    return [(int(page), china[page], adversaries[page], *(coded[page, code] for code in ("names_china", "adversary", "competition")))
            for page in map(str, printed)]


def status_sections():
    return [(section["id"], *by_status(section["actions"])) for section in sections()]


def status_leads():
    heads = {head for action in actions() for head in tops(action, ACTING)}
    rows = [(head, *by_status([action for action in actions() if head in tops(action, ACTING)])) for head in heads]
    return [*rows, ("nobody", *by_status([action for action in actions() if action["lead_basis"] == "none"]))]


def status_confidence():
    found = Counter((looks()[action["id"]]["status"], looks()[action["id"]]["confidence"]) for action in actions())
    return [(status, *(numbers := [found[status, level] for level in ("high", "medium", "low")]), sum(numbers)) for status in STATUSES]


def deadlines():
    rows, happened = [], {event["id"]: event["date"] for event in events()}
    signed = {provision["id"]: order["signed"] for order in records("orders/*.yml") for provision in order["provisions"]}
    for item, term in ((item, provision["deadline"]) for item, provision in provisions().items() if "deadline" in provision):
        start = signed[item] if term["from"] == "signing" else happened.get(term.get("started_by"))
        due = start and date.fromisoformat(start) + timedelta(int(term["days"]))
        ties = ((event["date"], tie) for event in events() for tie in event["links"])
        delivered, tie = next((found for found in ties if (found[1]["target"], found[1]["relation"]) == (item, "delivers")), (None, {}))
        counted = due and delivered and len(delivered) == len("2025-07-23") and tie.get("exact") != "false"
        late = (date.fromisoformat(delivered) - due).days if counted else None
        rows.append((item, start, int(term["days"]), due and due.isoformat(), delivered, late))
    return sorted(rows, key=lambda row: row[3] or "without one")


def events_by_month():
    """From the month of the plan to that of the newest event, none left out."""
    first, last = register("sources")["plan"]["date"][:7], events()[-1]["date"][:7]
    rows = []
    for month in (f"{year}-{month:02}" for year in range(int(first[:4]), int(last[:4]) + 1) for month in range(1, 13)):
        mine = [event for event in events() if event["date"][:7] == month]
        steps = sum(any(tie["relation"] in ("advances", "delivers") for tie in event["links"]) for event in mine)
        unopened = sum(all(source.get("opened") == "false" for source in event["sources"]) for event in mine)
        rows.append((month, steps, len(mine) - steps, unopened, len(mine)))
    return [row for row in rows if first <= row[0] <= last]


def timeline():
    return [(event["date"], event["thread"], event["id"]) for event in events() if "thread" in event and event["date"] >= "2023-10"]


def verdicts():
    found = Counter((claim["topic"], article, claim["verdict"]) for article, claims in articles().items() for claim in claims)
    codes = register("vocabularies/topics"), register("vocabularies/verdicts")
    rows = [(topic, article, verdict) for topic in codes[0] for article in articles() for verdict in codes[1]]
    return [(*row, found[row]) for row in rows if found[row]]


def not_in_the_plan():
    return [(verdict, claim["id"], article, claim["speaker"]) for verdict in ("not_in_plan", "contradicted", "overstated")
            for article, claims in articles().items() for claim in claims if claim["verdict"] == verdict]


def attention_pillars():
    columns = [[{action["id"][0]} for action in actions()]]
    for claims in articles().values():
        drawn = [(place["at"], claim) for claim in claims for place in claim["locators"]]
        columns.append([pillars_of([claim]) for claim in claims])
        columns.append([pillars_of(claim for place, claim in drawn if place == sentence) for sentence in dict(drawn)])
    return [(pillar, *(share(sum(pillar in found for found in column), sum(map(bool, column))) for column in columns)) for pillar in "123"]


def attention_themes():
    themes = {action["id"]: action["themes"] for action in actions()}
    columns = [list(themes.values())]
    for claims in articles().values():
        claimed = [about(claim) & set(themes) for claim in claims]
        columns.append([{theme for item in items for theme in themes[item]} for items in claimed if items])
    rows = []
    for theme in register("vocabularies/themes"):
        counts = [(sum(theme in found for found in column), len(column)) for column in columns]
        rows.append((theme, *(number for part, whole in counts for number in (part, share(part, whole)))))
    return rows


def comparison():
    return [(claim["compares"]["dimension"], claim["compares"]["country"], claim["id"], claim["speaker"], claim["verdict"])
            for claim in articles()["feature"] if "compares" in claim]


COUNTS = {function.__name__.replace("_", "-"): function for function in (
    actions_by_section, lead_basis, agencies, agency_section, agencies_together, instruments, time_words, china_pages,
    status_sections, status_leads, status_confidence, deadlines, events_by_month, timeline,
    verdicts, not_in_the_plan, attention_pillars, attention_themes, comparison)}
ORDERED_BY = {                                  # the columns by which the rows of a chart are said to be in order
    "actions-by-section": ["section"], "agencies": ["agency"], "agencies-together": ["actions"], "instruments": ["actions"],
    "china-pages": ["page"], "status-sections": ["section"], "deadlines": ["due"], "events-by-month": ["month"],
    "timeline": ["date"], "verdicts": ["topic", "article", "verdict"], "not-in-the-plan": ["verdict"]}


@pytest.fixture(scope="module")
def tables(report):
    return chart_tables(report)


def test_every_chart_is_counted_once_more(tables):
    assert set(COUNTS) == set(register("charts")) == set(tables)


@pytest.mark.parametrize("chart", COUNTS)
def test_the_rows_of_a_chart_agree_with_the_files(tables, chart):
    columns = [column["id"] for column in register("charts")[chart]["columns"]]
    expected = [dict(zip(columns, row, strict=True)) for row in COUNTS[chart]()]
    built = [{column: round(value, 1) if isinstance(value, float) else value for column, value in row.items()} for row in tables[chart]]
    assert expected and sorted(built, key=repr) == sorted(expected, key=repr)
    for column in ORDERED_BY.get(chart, ()):
        assert [row[column] for row in built] == [row[column] for row in expected]
