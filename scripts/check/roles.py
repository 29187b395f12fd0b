"""Responsibility and repetition are coded as the codebook's sections 1 and 3 say."""
from collections.abc import Iterator

from scripts.records import Data
from scripts.finding import Finding
from scripts.model import ROLES

RULES = {           # lead_basis → (leads, hosts) must be filled (True), empty (False) or either (None)
    "explicit": (True, None),
    "implied": (False, True),
    "none": (False, False),
}


def check(data: Data) -> Iterator[Finding]:
    """Findings for leads and hosts that contradict `lead_basis`, bodies in two roles, and repetitions told by one side only."""
    actions = {a["id"]: a for d in data.folder("plan") for a in d.value.get("actions", [])}
    for document in data.folder("plan"):
        for i, action in enumerate(document.value.get("actions", [])):
            for field, must in zip(("leads", "hosts"), RULES[action["lead_basis"]]):
                if must is not None and bool(action[field]) != must:
                    yield document.finding(("actions", i, field), "lead_basis", f"lead_basis is {action['lead_basis']}, so {field} {'names at least one body' if must else 'is empty'}")
            roles = [body for field in ROLES for body in action[field]]
            for body in sorted({body for body in roles if roles.count(body) > 1}):
                yield document.finding(("actions", i), "roles", f"{body} has two roles in {action['id']}; a body has one")
            twin = action.get("repeats")
            if twin in actions and actions[twin].get("repeats") != action["id"]:
                yield document.finding(("actions", i, "repeats"), "repeats", f"{twin} should say that it repeats {action['id']}")
            if action["id"] in action["related"]:
                yield document.finding(("actions", i, "related"), "related", f"{action['id']} is related to itself")
    for document in data.folder("orders"):
        for i, provision in enumerate(document.value["provisions"]):
            deadline = provision.get("deadline", {})
            if deadline and (deadline["from"] == "event") != ("event" in deadline):
                yield document.finding(("provisions", i, "deadline"), "deadline", "from: event needs the event that starts the period, from: signing has none")
            if not provision["id"].startswith(document.value["id"] + "."):
                yield document.finding(("provisions", i, "id"), "count", f"{provision['id']} stands in the file of {document.value['id']}")
