"""House styles: how a document's parts are marked up as Open Terms Archive's converter would leave them."""

import re
from dataclasses import dataclass, field

from . import draw


@dataclass
class Clause:
    title: str
    blocks: list              # of ("paragraph" | "item", text)
    kind: object = None       # the library's kind, None for the frame
    untitled: bool = False    # a frame part that never has a title of its own
    voice: str = "plain"
    printed: str = ""         # the title as printed, or "" where there is none


@dataclass
class Section:
    heading: str
    clauses: list
    printed: str = ""
    table: tuple = None       # (columns, rows), under the heading in place of clauses


@dataclass
class Document:
    platform: object
    service: object
    type: str
    title: str
    effective: str
    updated: str
    preface: list                      # of Clause
    sections: list = field(default_factory=list)
    banner: str = ""
    footer: str = ""
    toc: str = ""
    first_line: str = ""


# head: form of the title; section: form of section headings; number: how these are numbered; title: form of a
# clause's title; clause: how clauses are numbered; items: form of list items; flat: each clause is a section.
STYLES = {
    "setext-numbered": (14, dict(head="setext=", section="setext-", number=r"1\.", title="none", clause="1.1", items="star")),
    "setext-numbered-bold": (9, dict(head="setext=", section="setext-", number=r"1\.", title="runbold", clause="1.1", items="star")),
    "atx-plain": (9, dict(head="atx1", section="atx2", number="", title="atx3", clause="", items="dash")),
    "atx-prose": (8, dict(head="atx1", section="atx2", number="", title="none", clause="", items="star")),
    "atx-numbered": (6, dict(head="atx1", section="atx2", number=r"1\.", title="none", clause="1.1.", items="star")),
    "run-in-bold": (10, dict(head="setext=", section="setext-", number="", title="runbold", clause="", items="star")),
    "run-in-colon": (4, dict(head="setext=", section="setext-", number="", title="runcolon", clause="", items="loose")),
    "bold-lines": (9, dict(head="bold", section="bold", number="", title="boldbreak", clause="", items="star")),
    "bold-lines-prose": (7, dict(head="setext=", section="bold", number="", title="none", clause="", items="star")),
    "caps-numbered": (8, dict(head="caps", section="caps", number=r"1\.", title="runcaps", clause="1.1", items="roman")),
    "caps-setext": (5, dict(head="capssetext", section="capssetext", number="", title="runplain", clause="", items="star")),
    "lettered": (7, dict(head="atx1", section="atx2", number="Section 1.", title="runitalic", clause="(a)", items="roman")),
    "lettered-plain": (5, dict(head="setext=", section="setext-", number=r"1\.", title="none", clause="(a)", items="roman")),
    "articles": (5, dict(head="setext=", section="setext-", number="Article 1 –", title="none", clause="1.1", items="letters")),
    "roman": (5, dict(head="boldcaps", section="boldcaps", number="I.", title="boldline", clause="", items="bullet")),
    "bold-numbered": (8, dict(head="bold", section="bold", number=r"1\.", title="none", clause="1.1", items="star")),
    "heading-levels": (6, dict(head="setext=", section="setext=", number=r"1\.", title="setext-", clause="1A.", items="star")),
    "fourth-level": (5, dict(head="atx4", section="atx4", number="", title="runbold", clause="", items="dash")),
    "flat-numbered": (8, dict(head="setext=", section="setext-", number=r"1\.", title="none", clause="", items="star", flat=True)),
    "flat-plain": (6, dict(head="atx1", section="atx3", number="", title="none", clause="", items="star", flat=True)),
    "no-sections": (5, dict(head="bold", section="none", number="", title="runbold", clause="", items="star")),
    "no-sections-numbered": (4, dict(head="caps", section="none", number="", title="runplain", clause=r"1\.", items="letters")),
    "ordered-list": (7, dict(head="setext=", section="ordered", number="", title="runbold", clause="bullet", items="star")),
    "ordered-list-own-lines": (3, dict(head="atx4", section="ordered", number="", title="none", clause="own", items="roman")),
}

# Provisions that some houses print in capitals.
SHOUTED = {"warranty-disclaimer", "liability-cap", "consequential-damages-exclusion"}


def style_of(platform):
    legal = {"caps-numbered", "lettered", "lettered-plain", "articles", "roman", "no-sections-numbered", "ordered-list-own-lines"}
    friendly = {"atx-plain", "atx-prose", "flat-plain", "run-in-bold", "fourth-level", "bold-lines", "bold-lines-prose"}
    pairs = []
    for name in sorted(STYLES):
        weight = STYLES[name][0]
        if platform.voice == "legal" and name in legal:
            weight *= 2.5
        if platform.voice == "friendly":
            weight *= 3 if name in friendly else 0 if name in legal else 1
        if platform.voice == "plain" and name in legal:
            weight *= 0.5
        pairs.append((name, weight))
    name = draw.weighted(pairs, platform.id, "style")
    return name, STYLES[name][1]


def _roman(n):
    out = ""
    for value, mark in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= value:
            out, n = out + mark, n - value
    return out


def _letter(n):
    return chr(97 + n) if n < 26 else chr(96 + n // 26) + chr(97 + n % 26)


def _upper(text):
    """Capitals, but for the URL of a link."""
    return re.sub(r"\]\([^)]*\)|[^\]]+|\]", lambda m: m[0] if m[0].startswith("](") else m[0].upper(), text)


def _heading(form, text):
    if form.startswith("setext"):
        return text + "\n" + form[-1] * max(3, len(text))
    if form.startswith("capssetext"):
        return _upper(text) + "\n" + "-" * max(3, len(text))
    if form.startswith("atx"):
        return "#" * int(form[3]) + " " + text
    if form == "caps":
        return _upper(text)
    if form == "boldcaps":
        return "**" + _upper(text) + "**"
    return "**" + text + "**"


def _stop(title):
    return title if title[-1] in ".?!" else title + "."


class Writer:
    """Writes one document; fills in what headings and titles were printed."""

    def __init__(self, document, values):
        self.document, self.platform = document, document.platform
        self.name, self.style = style_of(self.platform)
        self.id = self.platform.id
        self.chunks = []
        self.depth = ""
        self.count = 0
        self.links = _Links(document, values)
        self.straight = draw.chance(0.3, self.id, "quotes")
        self.shout = self.platform.voice == "legal" and draw.chance(0.3, self.id, "shout")

    def add(self, text, indent=None):
        indent = self.depth if indent is None else indent
        self.chunks.append("\n".join(indent + line if line else "" for line in text.split("\n")))

    def text(self):
        doc, style, chance = self.document, self.style, draw.chance
        if style.get("flat"):
            doc.sections = [one for s in doc.sections for one in ([s] if s.table else [Section(c.title, [c]) for c in s.clauses])]
            for section in doc.sections:
                for clause in section.clauses:
                    clause.untitled = True
        elif style["section"] == "none":
            for section in doc.sections:
                for clause in section.clauses:
                    clause.untitled = False
        if doc.banner:
            self.add(doc.banner)
        self.add(_heading("capssetext=" if style["head"] == "capssetext" else style["head"], doc.title))
        place = draw.pick(["top", "top", "both", "bottom"], self.id, "dates")
        if place in ("top", "both"):
            self.add(self._date(doc.effective))
        if place == "top" and doc.updated and chance(0.5, self.id, "two dates"):
            self.add(self._date(doc.updated))
        for clause in doc.preface:
            self._blocks(clause, "")
        self._number_sections()
        if doc.toc and style["section"] != "none":
            self._contents()
        for number, section in enumerate(doc.sections):
            self._section(number, section)
        self.depth = ""
        if place == "bottom":
            self.add(self._date(doc.effective))
        if doc.updated and place != "top":
            self.add(self._date(doc.updated))
        if doc.footer:
            self.add(doc.footer)
        gap = "\n\n  \n\n" if chance(0.07, self.id, "gaps") and style["section"] != "ordered" else "\n\n"
        text = "\n\n".join(self.chunks)
        if gap != "\n\n":
            text = "".join(c + (gap if i % 4 == 3 else "\n\n") for i, c in enumerate(self.chunks)).rstrip()
        if self.straight:
            text = text.translate(str.maketrans("’‘“”", "''\"\""))
        else:
            text = curly(text)
        return f"> {doc.first_line}\n\n{text}\n"

    def _date(self, line):
        form = draw.pick(["{}", "{}", "**{}**", "_{}_", "#### {}"], self.id, "date form")
        return form.format(line)

    def _number_sections(self):
        for n, section in enumerate(self.document.sections):
            section.printed = self._numbered(n, section.heading)

    def _numbered(self, n, heading):
        mark = self.style["number"]
        if not mark:
            return heading
        if mark == "I.":
            return f"{_roman(n + 1)}. {heading}"
        return mark.replace("1", str(n + 1)) + " " + heading

    def _contents(self):
        rows = []
        for n, section in enumerate(self.document.sections):
            name = section.printed if not self.style["section"].startswith("caps") else _upper(section.printed)
            rows.append(f"[{name}](#s{n + 1})")
        form = draw.pick(["star", "paragraphs", "ordered"], self.id, "toc form")
        self.add(_heading(self.style["section"] if self.style["section"] != "ordered" else "bold", self.document.toc)
                 if draw.chance(0.8, self.id, "toc heading") else f"{self.document.toc}:")
        if form == "paragraphs":
            for row in rows:
                self.add(row)
        elif form == "ordered" and not self.style["number"]:
            self.add("\n".join(f"{n}.  {row}" for n, row in enumerate(rows, 1)))
        else:
            self.add("\n".join(f"*   {row}" for row in rows))

    def _section(self, n, section):
        style = self.style
        self.depth = ""
        if style["section"] == "ordered":
            self.add(f"{n + 1}.  **{section.printed}**")
            self.depth = "    "
        elif style["section"] != "none":
            self.add(_heading(style["section"], section.printed))
        if style["section"] != "none":
            section.printed = section.printed.replace("\\", "")
            if "caps" in style["section"]:
                section.printed = _upper(section.printed)
        if section.table:
            if style["section"] == "none":
                self.add(_heading("bold", section.heading))
            self._table(*section.table)
        for m, clause in enumerate(section.clauses):
            self.count += 1
            self._clause(n, m, clause)

    def _clause(self, n, m, clause):
        style = self.style
        mark = style["clause"]
        number = {"": "", "1.1": f"{n + 1}.{m + 1} ", "1.1.": f"{n + 1}.{m + 1}. ", "(a)": f"({_letter(m)}) ",
                  "1A.": f"{n + 1}{_letter(m).upper()}. ", r"1\.": f"{self.count}\\. ", "bullet": "", "own": ""}[mark]
        if mark == "own":
            self.add(f"{n + 1}.{m + 1}")
        title = clause.title
        form = "none" if clause.untitled else style["title"]
        depth = self.depth
        lead = number
        if form != "none":
            clause.printed = title
            if form == "runbold":
                lead = number + f"**{_stop(title)}** "
            elif form == "runcolon":
                lead = number + (f"**{title}:** " if title[-1] != "?" else f"**{title}** ")
            elif form == "runitalic":
                lead = number + f"_{_stop(title)}_ "
            elif form == "runcaps":
                clause.printed = _upper(title)
                lead = number + _stop(_upper(title)) + " "
            elif form == "runplain":
                lead = number + _stop(title) + " "
            elif form == "boldbreak":
                lead = f"**{title}**  \n"
            elif form == "boldline":
                self.add(f"**{title}**")
                lead = ""
            else:
                self.add(_heading(form, number + title))
                lead = ""
        if mark == "bullet":
            lead = "*   " + lead
        self._blocks(clause, lead)
        self.depth = depth

    def _blocks(self, clause, lead):
        form = self.style["items"]
        if form == "letters" and self.style["clause"] == "(a)":
            form = "roman"
        if clause.kind is None and form in ("roman", "letters") and clause.blocks[-1][0] == "item" and clause.untitled:
            form = "plain"
        run, count, first = [], 0, True
        items_indent = self.depth + ("    " if lead.startswith("*   ") else "")

        def flush():
            if run:
                self.add("\n".join(run), items_indent)
                run.clear()

        for kind, text in clause.blocks:
            if self.shout and clause.kind is not None and clause.kind.id in SHOUTED and clause.voice != "friendly":
                text = re.sub(r"\S+@\S+|[^\s]+", lambda m: m[0] if "@" in m[0] or "://" in m[0] else m[0].upper(), text)
            text = self.links.put(text)
            if kind == "paragraph":
                flush()
                if lead.endswith("\n"):
                    self.add(lead + text)
                else:
                    self.add(lead + text, None if first else items_indent)
                lead, first = "", False
            else:
                count += 1
                if form == "star":
                    run.append(f"*   {text}")
                elif form == "dash":
                    run.append(f"- {text}")
                elif form == "loose":
                    run += [f"*   {text}"] if not run else ["", f"*   {text}"]
                else:
                    mark = {"roman": f"({_roman(count).lower()}) ", "letters": f"({_letter(count - 1)}) ", "bullet": "• ",
                            "plain": ""}[form]
                    self.add(mark + text, items_indent)
        flush()

    def _table(self, columns, rows):
        lines = ["| " + " | ".join(columns) + " |", "| " + " | ".join("---" for _ in columns) + " |"]
        self.add("\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]))


class _Links:
    """Turns the first mention of another document, and addresses, into links where the house does so."""

    def __init__(self, document, values):
        id = document.platform.id
        self.rules = []
        if draw.chance(0.4, id, "mail links"):
            self.rules.append((re.escape(values["email"]), "[{0}](mailto:{0})", False))
        if draw.chance(0.45, id, "links"):
            for type in ("Privacy Policy", "Terms of Service", "Acceptable Use Policy", "Cookie Policy", "AI Terms"):
                if type != document.type:
                    self.rules.append((type, "[{0}](" + values["site"] + "/" + type.lower().replace(" ", "-") + ")", True))
            self.rules.append((r"(?i:help cent(?:re|er))", "[{0}](" + values["site"] + "/help)", True))

    def put(self, text):
        for index, (pattern, form, once) in enumerate(self.rules):
            made, count = re.subn(rf"(?<![\[/\w]){pattern}(?![\w\]/])", lambda m: form.format(m[0]), text, count=1)
            if count:
                text = made
                if once:
                    self.rules[index] = (r"(?!)", form, once)
        return text


def curly(text):
    """Straight quotes as typographic ones."""
    text = re.sub(r"(^|[\s(\[*_|—–-])\"", r"\1“", text, flags=re.M).replace('"', "”")
    text = re.sub(r"(^|[\s(\[“])'(?=\w)", r"\1‘", text, flags=re.M)
    return text.replace("'", "’")
