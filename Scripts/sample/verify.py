"""Holds a written sample against the library: every line of truth.tsv must stand in its document."""

import csv
import re

from . import build, template
from .platforms import COUNTRIES


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def plain(markdown):
    """The document without links, list marks and clause numbers, squeezed."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"^ *(?:\*   |- |• |\([a-z]{1,5}\) |\d+\.  )", "", text, flags=re.M)
    return template.squeeze(text)


def faults(out, kinds, platforms, framing):
    """What is wrong with the sample in the folder: a list of sentences."""
    found = []
    by_id = {p.id: p for p in platforms}
    texts, holders, own = {}, {}, None
    for row in table(out / "truth.tsv"):
        platform = by_id[row["platform"]]
        holders.setdefault(row["kind"], set()).add(platform.id)
        path = out / row["service"] / (row["document"] + ".md")
        if path not in texts:
            texts[path] = plain(path.read_text(encoding="utf-8"))
        where = f"{row['service']}/{row['document']}: {row['kind']}"
        if not row["heading"] or template.squeeze(row["heading"]) not in texts[path]:
            found.append(f"{where}: heading {row['heading']!r} isn't there")
        if row["stated_in"] == "frame":
            there = [purpose for _, purpose, _ in framing["cookies"]["rows"] if template.squeeze(purpose) in texts[path]]
            if not there or row["kind"] not in build.table_kinds(framing["cookies"], there):
                found.append(f"{where}: no table of cookies states it")
            continue
        kind = kinds[row["stated_in"] or row["kind"]]
        number = int(row["wording"]) - 1
        if row["stated_in"]:
            if row["parameters"]:
                found.append(f"{where}: parameters, though stated in {kind.id}")
            if row["kind"] not in kind.also[number]:
                found.append(f"{where}: wording {row['wording']} of {kind.id} doesn't state it")
            if own is None or (own["kind"], own["wording"]) != (kind.id, row["wording"]):
                found.append(f"{where}: not after its clause's own line")
            continue
        own = row
        parameters = dict(p.split("=", 1) for p in row["parameters"].split("; ") if p)
        if set(parameters) != set(kind.parameters):
            found.append(f"{where}: parameters {sorted(parameters)}")
            continue
        service = next(s for s in platform.services if f"{s.collection}/{s.name}" == row["service"])
        values = {"company": platform.company, "service": service.name, "country": COUNTRIES[platform.country][1], **parameters}
        parts = kind.wordings[number][1]
        domain = template.squeeze(service.domain)
        given = {"email": f"[a-z]+{domain}", "site": f"https(?:www)?{domain}"}
        if not re.search(template.pattern(parts, values, given), texts[path]):
            found.append(f"{where}: wording {row['wording']} isn't there")
    for kind in kinds.values():
        count = len(holders.get(kind.id, ()))
        if kind.count is not None and count != kind.count:
            found.append(f"{kind.id}: {count} platforms have it, not {kind.count}")
        for other in sorted(kind.excludes):
            for id in sorted(holders.get(kind.id, set()) & holders.get(other, set())):
                found.append(f"{id}: has both {kind.id} and {other}")
    return found
