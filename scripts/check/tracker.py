"""Events and statuses follow the rules of the codebook's section 7: no status without events, nothing after the last look."""
from collections.abc import Iterator
from datetime import date

from scripts.check.press import unsettled
from scripts.finding import Finding
from scripts.permalinks import kind
from scripts.records import Data, Document, Place

STEPS = ("advances", "delivers")                    # relations that are a step toward what is asked
MOVES = (*STEPS, "reverses")                        # relations after which a status must be looked at again
ONGOING = ("continuing", "cadence")                 # kinds of timing whose duty has no end
Look = tuple[Document, Place, dict]                 # a judgement and where it is typed


def check(data: Data) -> Iterator[Finding]:
    """Findings for events without sources or meaning, statuses their events do not carry, and targets nobody looked at."""
    edition = data.documents.get("edition")
    as_of = edition.value["as_of"] if edition else "9999"
    events = [document.value for document in data.folder("events")]
    targets = _targets(data)
    used = {item for d in data.folder("press") for c in d.value["claims"] for name in ("checked_against", "concerns") for item in c.get(name, ())}
    for document in data.folder("events"):
        yield from _event(document, as_of, document.value["id"] in used)
    yield from _started(data)
    yield from _repeated(data)
    looks: dict[str, list[Look]] = {}
    for look in _looks(data):
        looks.setdefault(look[2]["target"], []).append(look)
    for target, listed in looks.items():
        listed.sort(key=lambda look: look[2]["checked"])
        yield from _history(target, listed, as_of, targets)
        if target in targets:
            yield from _status(listed[-1], [event for event in events if any(link["target"] == target for link in event["links"])], targets[target])
    if second := data.documents.get("second_looks"):
        yield from unsettled(second, {target: listed[0][2]["status"] for target, listed in looks.items()}, "judgements")
    for target, (document, place, _) in targets.items():
        if target not in looks:
            yield document.finding(place, "status", f"nobody has looked at what became of {target}; expected a judgement in data/status/{target.rsplit('.', 1)[0]}.yml")


def _started(data: Data) -> Iterator[Finding]:
    """A period that another event starts counts from that event's day, which has to be known."""
    for document in data.folder("orders"):
        for i, provision in enumerate(document.value["provisions"]):
            deadline = provision.get("deadline", {})
            event = data.documents.get(f"events/{deadline.get('started_by')}")
            if "started_by" in deadline and deadline["from"] == "signing":
                yield document.finding(("provisions", i, "deadline", "started_by"), "deadline", "from: signing has no other event that starts the period")
            elif event and len(event.value["date"]) < 10:
                yield document.finding(("provisions", i, "deadline", "started_by"), "deadline", f"the day of {event.name} is not known; expected an event with a full date")


def _repeated(data: Data) -> Iterator[Finding]:
    """Two bullets with the same text share their events."""
    twins = {a["id"]: a["repeats"] for d in data.folder("plan") for a in d.value.get("actions", []) if "repeats" in a}
    for document in data.folder("events"):
        relations = {link["target"]: link["relation"] for link in document.value["links"]}
        for i, link in enumerate(document.value["links"]):
            twin = twins.get(link["target"])
            if twin and relations.get(twin) != link["relation"]:
                yield document.finding(("links", i, "target"), "relation", f"{link['target']} and {twin} have the same text; expected a link to {twin} with relation {link['relation']}")


def _targets(data: Data) -> dict[str, tuple[Document, Place, bool]]:
    """Every action and dated provision by id: where it is typed, and whether its duty has no end."""
    found = {}
    for document in data.folder("plan"):
        for i, action in enumerate(document.value.get("actions", [])):
            found[action["id"]] = (document, ("actions", i, "id"), action.get("timing", {}).get("kind") in ONGOING)
    for document in data.folder("orders"):
        for i, provision in enumerate(document.value["provisions"]):
            if "deadline" in provision:
                found[provision["id"]] = (document, ("provisions", i, "id"), False)
    return found


def _looks(data: Data) -> Iterator[Look]:
    for document in data.folder("status"):
        yield from ((document, (i,), look) for i, look in enumerate(document.value))
    for document in data.folder("events"):
        yield from ((document, ("assessments", i), look) for i, look in enumerate(document.value.get("assessments", [])))


def _event(document: Document, as_of: str, used: bool) -> Iterator[Finding]:
    event = document.value
    if event["id"] != document.name:
        yield document.finding(("id",), "count", f"event {event['id']} stands in the file of {document.name}; id and file name are the same")
    if not event["id"].startswith(event["date"] + "-"):
        yield document.finding(("date",), "date", f"{event['date']} is not the date with which the id begins; expected {event['id'][:len(event['date'])]}")
    days = [(("date",), event["date"]), (("added",), event["added"]), *((("sources", i, "accessed"), s["accessed"]) for i, s in enumerate(event["sources"]))]
    yield from _days(document, days, as_of)
    if event["date"] > event["added"]:
        yield document.finding(("added",), "date", f"was added on {event['added']}, before it happened on {event['date']}")
    if all(source.get("repeats") for source in event["sources"]) and "note" not in event:
        yield document.finding(("sources",), "source", "every source only repeats another; expected one that does not, or a note that says where the original is")
    named = [link["target"] for link in event["links"]]
    for i, target in enumerate(named):
        if target in named[:i]:
            yield document.finding(("links", i, "target"), "relation", f"{target} is linked twice; one relation must go")
    if not named and "thread" not in event and not used:
        yield document.finding(("links",), "relation", "bears on nothing: no action, no provision, no claim, no thread of the timeline")
    for i, look in enumerate(event.get("assessments", [])):
        if look["target"] not in named:
            yield document.finding(("assessments", i, "target"), "status", f"judges {look['target']}, which the event does not link to; expected one of {', '.join(named) or 'its links'}")


def _days(document: Document, days: list[tuple[Place, str]], as_of: str) -> Iterator[Finding]:
    """Findings for days that no calendar has, and for those after the edition's own."""
    for place, day in days:
        try:
            date.fromisoformat(day if len(day) == 10 else f"{day}-01")
        except ValueError:
            yield document.finding(place, "date", f"{day} is not a day of the calendar")
        if day > as_of:
            yield document.finding(place, "date", f"{day} is after the edition's own date {as_of} (data/edition.yml)")


def _history(target: str, looks: list[Look], as_of: str, targets: dict) -> Iterator[Finding]:
    days = [look["checked"] for _, _, look in looks]
    for at, (document, place, look) in enumerate(looks):
        if document.path.startswith("data/status/") and target.rsplit(".", 1)[0] != document.name:
            yield document.finding((*place, "target"), "status", f"{target} belongs into data/status/{target.rsplit('.', 1)[0]}.yml")
        if target not in targets and kind(target) == "provision":
            yield document.finding((*place, "target"), "status", f"{target} has no deadline; statuses are kept for actions and dated provisions")
        yield from _days(document, [((*place, "checked"), look["checked"])], as_of)
        if look["checked"] in days[:at]:
            yield document.finding((*place, "checked"), "status", f"{target} is judged twice on {look['checked']}; one must go")
        if look["status"] == "no_public_record" and "searched" not in look:
            yield document.finding(place, "status", f"{target} is no_public_record; expected searched, saying what was looked for and where")


def _status(newest: Look, events: list[dict], target: tuple[Document, Place, bool]) -> Iterator[Finding]:
    """The newest judgement against all events of its target."""
    document, place, look = newest
    name, status, checked = look["target"], look["status"], look["checked"]
    relations = {event["id"]: next(link["relation"] for link in event["links"] if link["target"] == name) for event in events}
    steps = [item for item, relation in relations.items() if relation in STEPS]
    delivering = [item for item, relation in relations.items() if relation == "delivers"]
    told = {
        "completed": None if delivering else f"{name} is completed, but no event delivers it; expected one with relation delivers, or another status",
        "in_progress": None if steps else f"{name} is in_progress, but no event advances it; expected one with relation advances, or announced or no_public_record",
        "announced": f"{name} is announced, but {steps[0]} is a step; expected in_progress or completed" if steps else None if events else f"{name} is announced, but no event bears on it; expected no_public_record",
        "no_public_record": f"{name} is no_public_record, but {steps[0]} is a step; expected in_progress or completed" if steps else None,
    }[status]
    if told:
        yield document.finding((*place, "status"), "status", told)
    if status == "completed" and target[2]:
        yield document.finding((*place, "status"), "status", f"{name} is a duty without an end, which never becomes completed; expected in_progress")
    if status != "completed" and delivering and "reverses" not in relations.values():
        yield document.finding((*place, "status"), "status", f"{name} is {status}, but {delivering[0]} delivers it; expected completed, or relation advances")
    for event in events:
        if event["date"] > checked:
            yield document.finding((*place, "checked"), "status", f"{event['id']} happened after the last look at {name} on {checked}; look again and add a judgement")
        elif event["added"] > checked and relations[event["id"]] in MOVES:
            yield document.finding((*place, "checked"), "status", f"{event['id']} was added after the last look at {name} on {checked}; look again and add a judgement")
