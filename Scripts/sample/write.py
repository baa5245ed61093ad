"""Writes the sample's files and compares two samples."""

import shutil
from collections import Counter

from . import library

COLLECTIONS = [("sample-ai", "Sample of AI services"), ("sample-business", "Sample of services for business"),
               ("sample-consumer", "Sample of services for consumers")]
TABLES = ["platforms.tsv", "collections.tsv", "sources.tsv", "truth.tsv", "README.md"]


def sample(builder, out):
    """Writes everything into the folder and answers the figures."""
    if out.exists() and any(out.iterdir()) and not (out / "truth.tsv").exists():
        raise SystemExit(f"{out} holds something other than a sample")
    out.mkdir(parents=True, exist_ok=True)
    for id, _ in COLLECTIONS:
        shutil.rmtree(out / id, ignore_errors=True)

    sources, rows, figures = [], [], Counter()
    holders, documents, styles = {}, Counter(), Counter()
    for service, document, text, truth in builder.documents():
        path = out / service.collection / service.name / (document.type + ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        slug = document.type.lower().replace(" ", "-")
        sources.append((service.collection, service.name, document.type, f"https://www.{service.domain}/legal/{slug}"))
        # A former name's documents are superseded by the same platform's own, so that nothing in them is counted as truth.
        if service.role != "former":
            rows += truth
        for row in truth:
            holders.setdefault(row.kind, set()).add(row.platform)
        clauses = [c for s in document.sections for c in s.clauses] + document.preface
        own = sum(not row.stated_in for row in truth)
        figures["provisions"] += own
        figures["framing"] += len(clauses) - own
        figures["items"] += sum(kind == "item" for c in clauses for kind, _ in c.blocks)
        figures["bytes"] += len(text.encode())
        documents[document.type] += 1
        figures["words"] += len(text.split())
    rows.sort(key=lambda r: r.platform)

    platforms = [(p.id, p.name, p.company, p.sector, p.country, _services(p)) for p in builder.platforms]
    _table(out / "platforms.tsv", ["id", "name", "company", "sector", "country", "services"], platforms)
    _table(out / "collections.tsv", ["id", "name", "repository", "licence", "attribution"],
           [(id, name, "", "Apache-2.0", "ClauseIndex, invented") for id, name in COLLECTIONS])
    _table(out / "sources.tsv", ["collection", "service", "terms_type", "source_url"], sorted(sources))
    _table(out / "truth.tsv", ["platform", "kind", "document", "parameters", "wording", "heading", "service", "stated_in"], [
        (r.platform, r.kind, r.document, "; ".join(f"{n}={v}" for n, v in r.parameters.items()), r.wording, r.heading, r.service,
         r.stated_in)
        for r in rows])
    figures.update(platforms=len(platforms), documents=sum(documents.values()), truth=len(rows), also=sum(bool(r.stated_in) for r in rows), kinds=len(builder.kinds),
                   wordings=sum(len(k.wordings) for k in builder.kinds.values()),
                   companies=len({p.company for p in builder.platforms}), services=len({s[:2] for s in sources}))
    (out / "README.md").write_bytes(_readme(builder, figures, documents, holders).encode())
    return figures


def _services(platform):
    main, *more = platform.services
    return f"{main.collection}/{main.name}" + "".join(
        (" | " if s.role == "former" else "; ") + f"{s.collection}/{s.name}" for s in more)


def _table(path, head, rows):
    lines = ["\t".join(head)]
    for row in rows:
        cells = [str(cell) for cell in row]
        assert not any("\t" in cell or "\n" in cell for cell in cells), row
        lines.append("\t".join(cells))
    path.write_bytes(("\n".join(lines) + "\n").encode())


def summary(figures):
    clauses = figures["provisions"] + figures["framing"]
    return (f"{figures['platforms']} platforms, {figures['documents']} documents, {clauses} clauses "
            f"({figures['provisions']} of {figures['kinds']} kinds, {figures['framing']} of the frame), "
            f"{figures['items']} list items, {figures['words']} words, {figures['bytes']} bytes")


def _readme(builder, figures, documents, holders):
    clauses = figures["provisions"] + figures["framing"]
    kinds = "\n".join(
        f"| {k.name} | `{k.id}` | {k.document} | {len(k.wordings)} | {len(holders.get(k.id, ()))} |" for k in builder.kinds.values())
    per_type = "\n".join(f"| {t} | {documents[t]} |" for t in library.DOCUMENTS)
    return f"""# The sample corpus

Everything here is invented: the {figures['platforms']} platforms, their {figures['companies']} companies, their addresses and their terms. No text was taken
from real terms, no name is meant to be anyone's, all addresses end in `.example`, and the first line of every document says
so. The sample is there so that ClauseIndex can be built, tried and tested with no network, on documents of which it is known
what they say.

## How it was made

`Scripts/make-sample` makes it from the clause library in `Scripts/sample/kinds`: {figures['kinds']} kinds of provisions in {figures['wordings']} wordings,
each written for this project, with choices of words inside. Chance is a hash of a fixed seed, so the same library always
gives the same bytes: `Scripts/make-sample --check` makes the sample again and fails if a byte differs, or if a line of
`truth.tsv` isn't borne out by its document. Don't edit the files here; edit the library and run `Scripts/make-sample`.

Each platform has a sector (in the same numbers as the real index), a country, a voice (plain, legal, friendly) and a house
style of headings, numbers, titles and lists. Each kind of provision is drawn at the library's rate for the sector, less what
the house leaves out altogether: some say little, others much. Around the provisions stand titles, dates, introductions,
definitions, contact parts and tables of cookies, of which `truth.tsv` lists only the tables.

## What is here

- `<collection>/<service>/<terms type>.md`: the documents, as Open Terms Archive lays out and marks up its collections.
- `platforms.tsv`: id, name, company, sector, country, services. Services parted by `; ` are different services of one
  platform, by ` | ` the same service under a former name; the former name's documents (not of every terms type) have earlier
  dates and state the same provisions as the present ones.
- `collections.tsv`, `sources.tsv`: the collections, and the (invented) address of each document.
- `truth.tsv`: what the documents say, one line for each provision in each document: platform, kind (the library's id),
  document (terms type), parameters (`name=value; name=value`), wording (its place among the kind's wordings, from 1), heading
  (the clause's own title where it has one, else its section's heading, as printed but without the Markdown), service
  (`<collection>/<service>`), stated_in. Where a clause states a second kind of provision besides its own (the promise to
  announce changes of the terms says that they may be changed), a further line follows: its `kind` is the second one, its
  parameters are empty, and `stated_in` has the clause's own kind, to whose wordings the number belongs; `frame`, with wording
  0, is the table of cookies. In all other lines `stated_in` is empty. A platform without a line for a kind doesn't have that
  provision. Documents under former names aren't listed. A platform's second service states some of the provisions of the
  first, with the same parameters.

## Figures

{figures['platforms']} platforms, {figures['services']} services, {figures['documents']:,} documents, {clauses:,} clauses ({figures['provisions']:,} of the library's kinds, {figures['framing']:,} of
the frame; {figures['items']:,} list items within them), {figures['words']:,} words, {figures['bytes']:,} bytes; {figures['truth']:,} lines of
truth, {figures['also']:,} of them of clauses that state the provision besides their own. A platform counts for each kind that its clauses
state, by themselves or besides.

| Terms type | Documents |
| --- | --- |
{per_type}

| Kind | Id | Document | Wordings | Platforms |
| --- | --- | --- | --- | --- |
{kinds}
"""


def difference(fresh, out):
    """The first difference between two samples, or None."""
    names = sorted({path.relative_to(root).as_posix() for root in (fresh, out) for path in root.rglob("*") if path.is_file()})
    for name in names:
        if not (out / name).is_file():
            return f"{name}: missing from {out}"
        if not (fresh / name).is_file():
            return f"{name}: in {out}, but make-sample doesn't make it"
        a, b = (fresh / name).read_bytes(), (out / name).read_bytes()
        if a != b:
            a, b = a.decode(errors="replace").split("\n"), b.decode(errors="replace").split("\n")
            line = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            return f"{name}:{line + 1}: differs\n  made:  {(a + [''])[line][:160]}\n  there: {(b + [''])[line][:160]}"
    return None
