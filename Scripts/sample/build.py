"""Draws every platform's provisions and puts its documents together."""

import re
import tomllib
from dataclasses import dataclass, replace

from . import draw, library, template
from .platforms import COUNTRIES
from .styles import Clause, Document, Section, Writer

TERMS, PRIVACY, CONDUCT, AI, TRACKERS = library.DOCUMENTS

# Share of platforms that have a document, by sector.
HAVE = {
    CONDUCT: ({"cloud-hosting": 0.9, "social": 0.65, "messaging": 0.55, "ai": 0.55, "gaming": 0.5, "developer-tools": 0.6,
               "telecom": 0.7, "dating": 0.5, "advertising": 0.5, "knowledge-community": 0.45, "video-streaming": 0.5,
               "marketplace": 0.5, "adult": 0.6, "creative-portfolio": 0.5}, 0.25),
    AI: ({"ai": 0.85, "developer-tools": 0.5, "productivity": 0.5, "search-browser": 0.5, "creative-portfolio": 0.5,
          "education": 0.35, "social": 0.3, "cloud-hosting": 0.3, "music-audio": 0.3, "messaging": 0.2,
          "knowledge-community": 0.25, "news-media": 0.2, "video-streaming": 0.2}, 0.08),
    TRACKERS: ({"advertising": 0.75, "news-media": 0.75, "e-commerce": 0.7, "marketplace": 0.6, "travel-mobility": 0.6,
                "social": 0.5, "ai": 0.35, "developer-tools": 0.4}, 0.45),
}
# Where a platform's law and courts are; a value that names one of these goes to the platforms at home there.
REGIONS = {
    "US": ["Delaware", "California", "New York", "Washington", "Texas"], "GB": ["England", "England", "Scotland"],
    "IE": ["Ireland|Dublin"], "DE": ["Germany|Munich"], "NL": ["Netherlands|Amsterdam"], "SE": ["Sweden|Stockholm"],
    "EE": ["Estonia|Tallinn"], "SG": ["Singapore"], "CA": ["Ontario", "British Columbia|Ontario"], "AU": ["New South Wales"],
    "JP": ["Japan"], "CH": ["Switzerland|Zurich"],
}
MONEY = {"US": "US", "GB": "GBP", "CA": "CAD", "AU": "AUD", "FR": "EUR", "DE": "EUR", "IE": "EUR", "NL": "EUR", "IT": "EUR",
         "FI": "EUR", "EE": "EUR"}
MONTHS = "January February March April May June July August September October November December".split()


@dataclass
class Row:
    """A line of truth.tsv."""
    platform: str
    kind: str
    document: str
    parameters: dict
    wording: int
    heading: str
    service: str
    stated_in: str = ""  # the kind whose wording says it as well, or "frame"


class Builder:
    def __init__(self, kinds, framing, platforms):
        self.kinds, self.platforms = kinds, platforms
        self.framing = framing
        self.drawn = {p.id: self._draw(p) for p in platforms}
        self._draw_rare()

    # Which provisions a platform has.

    def _has(self, platform, type):
        if type not in HAVE:
            return 1.0
        rates, other = HAVE[type]
        return rates.get(platform.sector, other)

    def _draw(self, platform):
        types = [t for t in library.DOCUMENTS if draw.chance(self._has(platform, t), platform.id, "has", t)]
        drawn = {}
        common = [k for k in self.kinds.values() if k.count is None and k.document in types]
        common.sort(key=lambda kind: (bool(kind.requires), kind.id))
        for kind in common:
            if all(id in drawn for id in kind.requires) and draw.chance(self._rate(kind, platform), platform.id, "kind", kind.id) \
                    and not kind.excludes & set(drawn):
                drawn[kind.id] = kind
        # A document with a single provision isn't worth its page.
        thin = [t for t in types if t in HAVE and sum(k.document == t for k in drawn.values()) < 2]
        return {id: kind for id, kind in sorted(drawn.items()) if kind.document not in thin}

    def _share(self, kind, platform):
        """The share of platforms such as this one that have the kind; some houses say less than others about everything."""
        rate = kind.rate_in(platform.sector)
        if kind.document == AI:  # the library's rates count platforms without AI terms too
            rate = min(0.95, rate / self._has(platform, AI))
        return min(1, rate * (0.48 + 0.6 * draw.unit(platform.id, "thorough")))

    def _rate(self, kind, platform):
        """The chance of a kind, given that no kind it excludes came before it and that those it requires are there."""
        rate = self._share(kind, platform)
        before = [self.kinds[id] for id in sorted(kind.excludes) if id < kind.id]
        if before:
            rate = min(1, rate / max(0.05, 1 - sum(self._share(k, platform) for k in before)))
        for id in kind.requires:
            rate = min(1, rate / max(0.05, self._share(self.kinds[id], platform)))
        return rate

    def _draw_rare(self):
        self.rare_wording = {}
        for kind in self.kinds.values():
            if kind.count is None:
                continue
            able = [p for p in self.platforms if "*" in kind.sectors or p.sector in kind.sectors]
            able = [p for p in able if kind.document in (TERMS, PRIVACY) or any(
                k.document == kind.document for k in self.drawn[p.id].values())]
            able = [p for p in able if not any(p.id == id for id, _ in self.rare_wording)]  # one to a platform
            able.sort(key=lambda p: draw.unit("rare", kind.id, p.id))
            if len(able) < kind.count:
                raise SystemExit(f"{kind.id}: only {len(able)} platforms can have it")
            for index, platform in enumerate(able[:kind.count]):
                self.drawn[platform.id][kind.id] = kind
                self.rare_wording[platform.id, kind.id] = index % len(kind.wordings)

    # Documents.

    def documents(self):
        """(service, document, text, rows) of every document."""
        for platform in self.platforms:
            for service in platform.services:
                kinds = self.drawn[platform.id].values()
                types = [t for t in library.DOCUMENTS if any(k.document == t for k in kinds)]
                if service.role == "second":
                    types = [t for t in types if t in (TERMS, PRIVACY)]
                elif service.role == "former":
                    types = [t for t in types if t in (TERMS, PRIVACY) or draw.chance(0.5, platform.id, "former", t)]
                for type in types:
                    yield self._document(platform, service, type)

    def _values(self, platform, service):
        return {
            "company": platform.company, "service": service.name, "country": COUNTRIES[platform.country][1],
            "email": draw.pick(["legal", "privacy", "hello", "support", "contact", "help"], platform.id, "mail") + "@" + service.domain,
            "site": "https://" + draw.pick(["", "www."], platform.id, "www") + service.domain, "domain": service.domain,
            "what": draw.pick(self.framing["what"][platform.sector], platform.id, "what"), "address": platform.address,
        }

    def _document(self, platform, service, type):
        values = self._values(platform, service)
        key = (platform.id, type) if service.role != "second" else (platform.id, type, "second")
        frame = Frame(self, platform, service, type, values, key)
        kinds = [k for k in self.drawn[platform.id].values() if k.document == type]
        if service.role == "second":
            kinds = [k for k in kinds if k.count is None and draw.chance(0.65, *key, "keep", k.id)]
            kinds = [k for k in kinds if set(k.requires) <= {other.id for other in kinds}]
        rows, clauses = [], {}
        for kind in kinds:
            parameters = {name: self._parameter(platform, kind, name) for name in sorted(kind.parameters)}
            index = self._wording(platform, kind, key)
            text = frame.render(kind.wordings[index][1], {n: str(v) for n, v in parameters.items()}, "text", kind.id)
            clause = Clause(draw.pick(kind.titles, *key, "title", kind.id), template.blocks(text), kind,
                            voice=kind.wordings[index][0])
            clauses.setdefault(kind.topic, []).append(clause)
            rows.append((Row(platform.id, kind.id, type, parameters, index + 1, "", f"{service.collection}/{service.name}"), clause))
        document = frame.document(clauses)
        text = Writer(document, values).text()
        heading = {id(c): c.printed or s.printed for s in document.sections for c in s.clauses}
        for row, clause in rows:
            row.heading = heading[id(clause)]
        place = [id(c) for s in document.sections for c in s.clauses]
        rows.sort(key=lambda pair: place.index(id(pair[1])))
        rows = [row for own, _ in rows for row in (own, *self._also(own))]
        return service, document, text, rows + self._framed(document, rows)

    def _also(self, own):
        """Further rows for what the row's wording states besides its own kind."""
        return [replace(own, kind=id, parameters={}, stated_in=own.kind) for id in self.kinds[own.kind].also[own.wording - 1]]

    def _framed(self, document, rows):
        """Rows for what the frame states: the kinds of provisions in the table of cookies."""
        table = next((s for s in document.sections if s.table), None)
        if not table:
            return []
        kinds = table_kinds(self.framing["cookies"], [purpose for _, purpose, _ in table.table[1]])
        place = f"{document.service.collection}/{document.service.name}"
        return [Row(document.platform.id, id, document.type, {}, 0, table.printed, place, "frame") for id in kinds]

    def _wording(self, platform, kind, key):
        if (platform.id, kind.id) in self.rare_wording:
            return self.rare_wording[platform.id, kind.id]

        def weight(voice):
            return 5 if voice == platform.voice else 1.2 if "plain" in (voice, platform.voice) else 0.3

        return draw.weighted([(i, weight(voice)) for i, (voice, _) in enumerate(kind.wordings)], *key, "wording", kind.id)

    def _parameter(self, platform, kind, name):
        options = kind.parameters[name]
        home = draw.pick(REGIONS.get(platform.country, ["England", "Ireland|Dublin", "Delaware", "Netherlands|Amsterdam"]),
                         platform.id, "region")
        for pattern in (home, "|".join(REGIONS.get(platform.country, [])), "^" + MONEY.get(platform.country, "US")):
            fitting = [o for o in options if pattern and re.search(pattern, str(o))]
            if fitting:
                return draw.pick(fitting, platform.id, "value", kind.id, name)
        return draw.pick(options, platform.id, "value", kind.id, name)


def _loud(match):
    """The name, in capitals where the words around it are."""
    text, start, end = match.string, match.start(), match.end()
    around = [word for word in re.findall(r"[^\W\d]+", text[:start])[-4:] + re.findall(r"[^\W\d]+", text[end:])[:4] if len(word) > 1]
    loud = sum(word.isupper() for word in around)
    return match[0].upper() if loud >= 3 and loud > len(around) / 2 else match[0]


class Frame:
    """The ordinary parts around the provisions."""

    def __init__(self, builder, platform, service, type, values, key):
        self.builder, self.platform, self.service, self.type = builder, platform, service, type
        self.values, self.key, self.framing = values, key, builder.framing

    def render(self, template_or_parts, more, *key):
        parts = template.parse(template_or_parts) if isinstance(template_or_parts, str) else template_or_parts
        count = iter(range(1000))
        text = template.render(parts, {**self.values, **more},
                               lambda n: draw.whole(0, n - 1, *self.key, *key, "choice", next(count)))
        for name in (self.service.name, self.platform.company):
            article = "n" if name[0] in "AEIOU" else ""
            text = re.sub(rf"\b([Aa])n? (?={re.escape(name)})", rf"\1{article} ", text)
            text = re.sub(rf"{re.escape(name)}(?!\w)", _loud, text)
        return text

    def chance(self, probability, *key):
        return draw.chance(probability, *self.key, *key)

    def some(self, items, *key, more=None):
        return self.render(draw.pick(items, *self.key, *key), more or {}, *key)

    def low(self, text):
        """The text with a small first letter, but for the platform's names."""
        return text if text.startswith((self.service.name, self.platform.company)) else text[0].lower() + text[1:]

    def voiced(self, table, *key):
        """A frame text of the platform's voice, now and then of the plain one."""
        voice = self.platform.voice if self.chance(0.85, *key, "voice") else "plain"
        return self.some(table[voice], *key)

    def document(self, clauses):
        framing, chance = self.framing, self.chance
        dates = self._dates()
        document = Document(
            self.platform, self.service, self.type, self.some(framing["titles"][self.type], "title"),
            self.some(framing["dates"]["effective"], "effective", more=dates),
            self.some(framing["dates"]["updated"], "updated", more=dates) if draw.chance(0.6, self.platform.id, "updated") else "",
            [], first_line=f"Sample document of ClauseIndex. {self.service.name} is an invented platform; these terms bind nobody.")
        document.preface.append(self._plain(self.voiced(framing["intro"][self.type], "intro")))
        if chance(0.35, "note"):
            document.preface.append(self._plain(self.some(framing["notes"]["variants"], "note")))
        if chance(0.4, "related"):
            document.preface.append(self._plain(self.some(framing["related"]["variants"], "related", more={"others": self._others()})))
        if draw.chance(0.08, self.platform.id, "banner"):
            document.banner = self.some(framing["noise"]["banner"], "banner")
        if draw.chance(0.25, self.platform.id, "footer"):
            document.footer = self.some(framing["noise"]["footer"], "footer", more=dates)
        if self.type in (TERMS, PRIVACY) and draw.chance(0.3, self.platform.id, "toc"):
            document.toc = self.some(framing["noise"]["toc"], "toc")

        definitions = chance({"legal": 0.75, "plain": 0.4, "friendly": 0.2}[self.platform.voice], "definitions") and self._definitions()
        if definitions and chance(0.85, "definitions first"):
            document.sections.append(definitions)
            definitions = None
        if self.type == TERMS and (chance(0.75, "about") or "services" in clauses):
            about = [Clause(self.some(framing["about"]["headings"], "about heading"), [("paragraph", self.voiced(framing["about"], "about"))],
                            untitled=True)] if chance(0.8, "about text") or "services" not in clauses else []
            heading = about[0].title if about else self.some(framing["topics"]["services"], "services heading")
            document.sections.append(Section(heading, about + clauses.pop("services", [])))
        for topic in self._order(clauses):
            document.sections.append(Section(self.some(framing["topics"][topic], "topic", topic), self._clauses(clauses[topic])))
        if definitions:
            document.sections.append(definitions)
        if self.type == TRACKERS and chance(0.45, "table"):
            document.sections.append(self._table())
        if chance(0.85, "contact"):
            heading = self.some(framing["contact"]["headings"], "contact heading")
            text = self.voiced(framing["contact"], "contact")
            document.sections.append(Section(heading, [Clause(heading, [("paragraph", text)], untitled=True)]))
        return document

    def _plain(self, text):
        return Clause("", [("paragraph", text)], untitled=True)

    def _clauses(self, clauses):
        order = draw.shuffled([c.kind.id for c in clauses], *self.key, "clauses")
        return sorted(clauses, key=lambda c: order.index(c.kind.id))

    def _order(self, clauses):
        """The topics in the usual order, now and then with neighbours changed about."""
        topics = [t for t in library.TOPICS if t in clauses]
        for i in range(len(topics) - 2):
            if self.chance(0.2, "swap", i):
                topics[i], topics[i + 1] = topics[i + 1], topics[i]
        return topics

    def _others(self):
        mine = {k.document for k in self.builder.drawn[self.platform.id].values()}
        others = [t.replace("Trackers", "Cookie") for t in library.DOCUMENTS if t in mine and t != self.type]
        return ", ".join(others[:-1]) + (" and " if len(others) > 1 else "") + others[-1]

    def _dates(self):
        year = draw.whole(2022, 2025, self.platform.id, self.type, "year")
        month, day = draw.whole(1, 12, *self.key, "month"), draw.whole(1, 28, *self.key, "day")
        if self.service.role == "former":
            year -= draw.whole(2, 4, self.platform.id, "former year")
        elif self.service.role == "second":
            year = min(2025, year + 1)
        back = draw.whole(0, 30, *self.key, "updated")
        updated = (year, month, day - back) if day > back else (year, month - 1, 28) if month > 1 else (year - 1, 12, 28)
        form = draw.pick(["{d} {m} {y}", "{m} {d}, {y}", "{y}-{n:02}-{d:02}", "{m} {d}, {y}", "{d} {m} {y}"], self.platform.id, "dates")

        def show(y, n, d):
            return form.format(y=y, n=n, d=d, m=MONTHS[n - 1])

        return {"date": show(year, month, day), "updated": show(*updated), "year": str(year)}

    def _definitions(self):
        framing = self.framing["definitions"]
        terms = [t for t in framing["term"] if self.type in t["documents"]]
        if len(terms) < 2:
            return None
        size = draw.whole(2, min(5, len(terms)), *self.key, "terms")
        names = sorted(draw.shuffled([t["name"] for t in terms], *self.key, "terms")[:size])
        form = draw.pick(["“{0}” means {1}.", "“{0}”: {1}.", "**{0}** means {1}.", "“**{0}**” is {1}."], self.platform.id, "definition")
        blocks = [("paragraph", self.some(framing["lead"], "lead"))]
        for term in terms:
            if term["name"] in names:
                blocks.append(("item", form.format(term["name"], self.low(self.some(term["texts"], "term", term["name"])))))
        heading = self.some(framing["headings"], "definitions heading")
        return Section(heading, [Clause(heading, blocks, untitled=True)])

    def _table(self):
        cookies = self.framing["cookies"]
        prefix = re.sub("[aeiou]", "", self.platform.id)[:3] + draw.pick(["_", "-", "."], self.platform.id, "prefix")
        size = draw.whole(3, 7, *self.key, "rows")
        names = draw.shuffled([row[0] for row in cookies["rows"]], *self.key, "rows")[:size]
        rows = [[(prefix + row[0]).replace("_", r"\_")] + row[1:] for row in cookies["rows"] if row[0] in names]
        return Section(self.some(cookies["headings"], "table heading"), [], table=(draw.pick(cookies["columns"], *self.key, "columns"), rows))


def table_kinds(cookies, purposes):
    """The kinds that a table of cookies with these purposes states, each once."""
    named = [name for name, purpose, _ in cookies["rows"] if purpose in purposes]
    return list(dict.fromkeys(id for name in ["every", *named] for id in cookies["also"].get(name, [])))


def framing(path):
    with open(path, "rb") as file:
        return tomllib.load(file)
