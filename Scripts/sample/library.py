"""Reads the clause library and finds what is wrong with it."""

import tomllib
from dataclasses import dataclass, field

from . import template

DOCUMENTS = ["Terms of Service", "Privacy Policy", "Acceptable Use Policy", "AI Terms", "Trackers Policy"]
TOPICS = ["services", "accounts", "payments", "content", "conduct", "ai", "changes", "liability", "disputes", "general",
          "data-collected", "cookies", "data-use", "data-sharing", "data-rights", "security"]
GIVEN = {"company", "service", "country", "email", "site"}
VOICES = ["plain", "legal", "friendly"]


@dataclass
class Kind:
    id: str
    name: str
    document: str
    topic: str
    rate: float
    count: int | None
    sectors: list
    sector_rates: dict
    titles: list
    parameters: dict
    wordings: list  # of (voice, parts)
    also: list  # of each wording: ids of other kinds whose provision it states as well
    excludes: set = field(default_factory=set)
    requires: list = field(default_factory=list)

    def rate_in(self, sector):
        if sector in self.sector_rates:
            return self.sector_rates[sector]
        return self.rate if "*" in self.sectors or sector in self.sectors else 0


def load(folder):
    """The kinds of every file in the folder, by id, and the faults found."""
    kinds, faults = {}, []
    for path in sorted(folder.glob("*.toml")):
        try:
            with open(path, "rb") as file:
                tables = tomllib.load(file).get("kind", [])
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{path.name}: {error}")
            continue
        for table in tables:
            kind = _kind(table, path.name, faults)
            if kind and kind.id in kinds:
                faults.append(f"{path.name}: {kind.id} is there twice")
            elif kind:
                kinds[kind.id] = kind
    kinds = {id: kinds[id] for id in sorted(kinds)}
    for kind in kinds.values():
        for other in sorted(kind.excludes):
            if other in kinds:
                kinds[other].excludes.add(kind.id)
            else:
                faults.append(f"{kind.id}: excludes {other}, which isn't there")
        for other in kind.requires:
            if other not in kinds or kinds[other].document != kind.document:
                faults.append(f"{kind.id}: requires {other}, which isn't in the same document")
        for number, others in enumerate(kind.also, 1):
            faults += [f"{kind.id}: wording {number}: also {fault}" for fault in also_faults(others, kinds, kind.id)]
    return kinds, faults


def also_faults(ids, kinds, own=None):
    """What is wrong with a list of kinds that a text states besides its own: a list of sentences' ends."""
    found = [f"{id}, which isn't there" for id in ids if id not in kinds]
    found += [f"{id}, of which the number of platforms is fixed" for id in ids if id in kinds and kinds[id].count is not None]
    found += [f"{id}, its own kind" for id in ids if id == own]
    return found + [f"{id} twice" for id in sorted(set(ids)) if ids.count(id) > 1]


def frame_faults(framing, kinds):
    """What is wrong with the kinds that the frame says it states."""
    also, names = framing["cookies"]["also"], [row[0] for row in framing["cookies"]["rows"]]
    found = [f"framing.toml: cookies: also of {name}, which is no row" for name in also if name not in ["every", *names]]
    return found + [f"framing.toml: cookies: {name}: also {fault}" for name, ids in also.items() for fault in also_faults(ids, kinds)]


def _kind(table, file, faults):
    id = table.get("id", "?")

    def fault(text):
        faults.append(f"{file}: {id}: {text}")

    parameters = table.get("parameters", {})
    wordings, also = [], []
    for number, wording in enumerate(table.get("wording", []), 1):
        try:
            parts = template.parse(wording["text"])
        except (template.TemplateError, KeyError) as error:
            fault(f"wording {number}: {error}")
            continue
        used = {name.lower() for name in template.names(parts)}
        if used - GIVEN - set(parameters):
            fault(f"wording {number}: unknown {sorted(used - GIVEN - set(parameters))}")
            continue
        if set(parameters) - used:
            fault(f"wording {number}: lacks {sorted(set(parameters) - used)}")
        if wording.get("voice") not in VOICES:
            fault(f"wording {number}: voice {wording.get('voice')!r}")
        wordings.append((wording.get("voice", "plain"), parts))
        also.append(wording.get("also", []))
    if table.get("document") not in DOCUMENTS:
        fault(f"document {table.get('document')!r}")
        return None
    if table.get("topic") not in TOPICS:
        fault(f"topic {table.get('topic')!r}")
        return None
    if not wordings or not table.get("titles"):
        fault("no usable wording or no title")
        return None
    return Kind(
        id, table.get("name", id), table["document"], table["topic"], table.get("rate", 0), table.get("count"),
        table.get("sectors", ["*"]), table.get("sector_rates", {}), table["titles"], parameters, wordings,
        also, set(table.get("excludes", [])), table.get("requires", []))
