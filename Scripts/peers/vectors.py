"""The clause vectors of an index in FAISS: an approximate index beside a pass over all, with what it misses."""
import os
import sqlite3
import sys
import time
from pathlib import Path

import faiss
import numpy

CLOSEST = 100
PROBES = (8, 32, 64)


def read(path):
    """The vectors of all clauses, one a row, of length 1; zeros where a clause has none."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    parts = database.execute("SELECT data FROM clause_array WHERE name = 'vector' ORDER BY part")
    data = b"".join(part for part, in parts)
    dimensions, = database.execute("SELECT CAST(value AS INT) FROM meta WHERE key = 'vector_dimensions'").fetchone()
    vectors = numpy.frombuffer(data, numpy.int8).reshape(-1, dimensions).astype(numpy.float32)
    faiss.normalize_L2(vectors)
    return vectors


def standard_index():
    """Where `clause build` puts the index."""
    data = os.environ.get("XDG_DATA_HOME", "")
    data = Path(data) if data.startswith("/") else Path.home() / ".local/share"
    return Path(os.environ.get("CLAUSE_HOME") or data / "clause") / "index.sqlite"


def median_ms(times):
    return float(numpy.median(times)) * 1000


def ask(index, queries):
    """Rows of the closest of each query, asked one by one on one thread, and the median time in ms."""
    faiss.omp_set_num_threads(1)
    rows, times = [], []
    for query in queries:
        start = time.perf_counter()
        rows.append(index.search(query[None], CLOSEST)[1][0])
        times.append(time.perf_counter() - start)
    return rows, median_ms(times)


def run(arguments):
    path = arguments.index or standard_index()
    if not Path(path).exists():
        sys.exit(f"{path} is not there: clause build, or --index FILE")
    vectors = read(path)
    chance = numpy.random.default_rng(arguments.seed)
    queries = vectors[chance.choice(len(vectors), min(arguments.queries or 200, len(vectors)), replace=False)]
    exact = faiss.IndexFlatIP(vectors.shape[1])
    exact.add(vectors)
    right, took = ask(exact, queries)
    lists = 2 ** round(numpy.log2(4 * len(vectors) ** 0.5))
    print(f"{path}: {len(vectors)} clauses, {vectors.shape[1]} numbers each; closest {CLOSEST} of {len(queries)} clauses")
    print(f"all, as float32        {took:8.2f} ms")
    start = time.perf_counter()
    index = faiss.index_factory(vectors.shape[1], f"IVF{lists},SQ8", faiss.METRIC_INNER_PRODUCT)
    index.train(vectors[chance.choice(len(vectors), min(len(vectors), lists * 40), replace=False)])
    index.add(vectors)
    print(f"IVF{lists},SQ8 built in {time.perf_counter() - start:.1f} s")
    for probes in PROBES:
        faiss.extract_index_ivf(index).nprobe = probes
        found, took = ask(index, queries)
        shares = [len(set(a) & set(b)) / CLOSEST for a, b in zip(found, right)]
        print(f"{probes:3} lists looked at     {took:8.2f} ms, {numpy.mean(shares):.1%} of the closest {CLOSEST}")
