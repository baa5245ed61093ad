"""Exported clauses and queries → tantivy and bm25s; their times, sizes and answers beside ours and FTS5's."""
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bm25s
import tantivy

from peers.timing import measure, number, table

BEST, CLOSEST = 20, 50
BOOSTS = {"title": 4.0, "heading": 2.0, "text": 1.0}
SNIPPET = 240  # characters, about the 40 words of ours
WORKLOADS = {"all": "search-all", "any": "search-any", "phrase": "phrase", "answer": "search-all-answer", "similar": "similar"}


def run(arguments):
    with tempfile.TemporaryDirectory(prefix="clause-bench-") as folder:
        folder = Path(folder)
        report, clauses, queries = ours(arguments, folder)
        engines = {}
        for name, make in (("tantivy", tantivy_one), ("tantivy, 3 fields", tantivy_three), ("bm25s", bm25s_index)):
            print(f"{name} …", file=sys.stderr)
            engines[name] = make(folder / name.replace(" ", "-"), clauses)
        figures = {}
        for name, engine in engines.items():
            for kind, asked in queries.items():
                ask = engine["ask"].get(kind)
                if ask is None:
                    continue
                prepared = [engine["prepare"](query, kind) for query in asked]
                figures[kind, name] = measure(ask, prepared, arguments.passes)
                same = [overlap(query["ours"], engine["rows"](ask(one))) for query, one in zip(asked, prepared)]
                figures[kind, name]["same"] = sum(same) / len(same)
    show(arguments, report, queries, engines, figures)


def ours(arguments, folder):
    """What clause-bench measured, and what it exports."""
    command = [arguments.bench, "--json", str(folder / "report.json"), "--export", str(folder), "--seed", str(arguments.seed)]
    command += ["--passes", str(arguments.passes), "--workloads", ",".join(WORKLOADS.values())]
    command += ["--queries", str(arguments.queries)] if arguments.queries else []
    command += ["--index", arguments.index] if arguments.index else []
    print("clause-bench …", file=sys.stderr)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    clauses = [json.loads(line) for line in open(folder / "clauses.jsonl", encoding="utf-8")]
    queries = {}
    for line in open(folder / "queries.jsonl", encoding="utf-8"):
        query = json.loads(line)
        queries.setdefault(query["kind"], []).append(query)
    queries.pop("near", None)
    queries["answer"] = queries["all"]
    return json.loads((folder / "report.json").read_text()), clauses, queries


def overlap(mine, others):
    """Share of our rows that the other has."""
    return len(set(mine) & set(others)) / len(mine) if mine else 1.0


def size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def tantivy_one(folder, clauses):
    return tantivy_index(folder, clauses, {"body": 1.0}, lambda c: {"body": f"{c['title']}\n{c['heading']}\n{c['text']}"})


def tantivy_three(folder, clauses):
    return tantivy_index(folder, clauses, BOOSTS, lambda c: {name: c[name] for name in BOOSTS})


def tantivy_index(folder, clauses, boosts, fields):
    folder.mkdir()
    builder = tantivy.SchemaBuilder()
    for name in boosts:
        builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
    builder.add_integer_field("row", stored=True)
    schema = builder.build()
    started = time.perf_counter()
    index = tantivy.Index(schema, path=str(folder))
    writer = index.writer(heap_size=1_000_000_000, num_threads=1)  # one thread, memory for one segment
    for clause in clauses:
        writer.add_document(tantivy.Document(row=clause["row"], **fields(clause)))
    writer.commit()
    writer.wait_merging_threads()
    took = time.perf_counter() - started
    index.reload()
    searcher = index.searcher()
    names, shown = list(boosts), list(boosts)[-1]

    def search(text, conjunction, limit):
        query = index.parse_query(text, names, field_boosts=boosts, conjunction_by_default=conjunction)
        return query, searcher.search(query, limit, count=False).hits

    def answer(text):
        query, hits = search(text, True, BEST)
        generator = tantivy.SnippetGenerator.create(searcher, query, schema, shown)
        generator.set_max_num_chars(SNIPPET)
        found = []
        for _, address in hits:
            document = searcher.doc(address)
            found.append((address, generator.snippet_from_doc(document).to_html()))
        return [(None, address) for address, _ in found]

    return {
        "build_s": took,
        "bytes": size(folder),
        "segments": searcher.num_segments,
        "prepare": lambda query, kind: f'"{" ".join(query["words"])}"' if kind == "phrase" else " ".join(query["words"]),
        "ask": {
            "all": lambda text: search(text, True, BEST)[1],
            "any": lambda text: search(text, False, BEST)[1],
            "phrase": lambda text: search(text, True, BEST)[1],
            "similar": lambda text: search(text, False, CLOSEST)[1],
            "answer": answer,
        },
        "rows": lambda hits: [searcher.doc(address)["row"][0] for _, address in hits],
    }


def bm25s_index(folder, clauses):
    stems = [clause["stems"].split() for clause in clauses]
    started = time.perf_counter()
    retriever = bm25s.BM25(method="lucene", k1=1.2, b=0.75, backend="numba")
    retriever.index(stems, show_progress=False)
    retriever.save(str(folder), show_progress=False)
    took = time.perf_counter() - started

    def ask(limit):
        return lambda stems: retriever.retrieve([stems], k=limit, show_progress=False, n_threads=1).documents[0]

    return {
        "build_s": took,
        "bytes": size(folder),
        "prepare": lambda query, kind: query["stems"],
        "ask": {"any": ask(BEST), "similar": ask(CLOSEST)},
        "rows": lambda found: [clauses[int(number)]["row"] for number in found],
    }


def show(arguments, report, queries, engines, figures):
    measured = {workload["name"]: workload for workload in report["workloads"]}
    rows = []
    for kind, workload in WORKLOADS.items():
        mine, plain = measured[workload]["ours"], measured[workload]["fts5"]
        found = [("ours", spreads(mine), None), ("FTS5", spreads(plain), fts5_same(queries[kind]))]
        found += [
            (name, spreads(figures[kind, name]), figures[kind, name]["same"]) for name in engines if (kind, name) in figures
        ]
        for name, (wall, cpu), same in found:
            cells = [number(time) for clock in (wall, cpu) for time in (clock["median"], clock["p99"])]
            faster = [number(cpu[key] / spreads(mine)[1][key]) if same is not None else "" for key in ("median", "p99")]
            shown = "" if same is None or kind == "answer" else f"{same:.0%}"
            rows.append([kind if name == "ours" else "", name, *cells, *faster, shown])
    columns = ["kind", "engine", "wall ms", "99 %", "CPU ms", "99 %", "times ours", "99 %", "same"]
    print(table(columns, rows, arguments.markdown, left=2))
    index, machine = report["index"], report["machine"]
    print()
    sizes = [[name, number(engine["build_s"]), f"{engine['bytes'] / 1e6:.1f}"] for name, engine in engines.items()]
    parts = index["parts"]
    postings = sum(size for name, size in parts.items() if name in ("term", "sqlite_autoindex_term_1"))
    sizes.insert(0, ["ours, postings", "", f"{postings / 1e6:.1f}"])
    full_text = sum(size for name, size in parts.items() if name.startswith("clause_fts"))
    sizes.insert(1, ["FTS5 table, without texts", "", f"{full_text / 1e6:.1f}"])
    sizes.insert(2, ["ours, whole file", "", f"{index['bytes'] / 1e6:.1f}"])
    print(table(["index", "build s", "MB"], sizes, arguments.markdown))
    print(f"\n{report['corpus']}, {index['clauses']} clauses; {machine['date']}, commit {machine.get('commit', 'unknown')}; "
          f"{machine['cpu']}, {machine['cores']} cores; SQLite {machine['sqlite']}, {tantivy.__version__.split(',')[0]}, "
          f"bm25s {bm25s.__version__} (numba).")
    if arguments.json:
        peers = [{"kind": kind, "engine": name, **values} for (kind, name), values in figures.items()]
        built = {name: {key: engine[key] for key in ("build_s", "bytes")} for name, engine in engines.items()}
        Path(arguments.json).write_text(json.dumps({"ours": report, "peers": peers, "indexes": built}, indent=1) + "\n")


def spreads(figures):
    """Wall time, and the CPU time of all threads: clause-bench tells that of the asking thread apart."""
    return figures["wall_ms"], figures.get("all_threads_cpu_ms", figures["cpu_ms"])


def fts5_same(queries):
    return sum(overlap(query["ours"], query["fts5"]) for query in queries) / len(queries)
