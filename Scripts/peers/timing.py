"""Calls → times; times → tables."""
import math
import statistics
import time


def measure(ask, queries, passes):
    """Wall and CPU milliseconds (all threads) of each query, each the median of its passes; one pass before them is not measured."""
    for query in queries:
        ask(query)
    wall = [[] for _ in queries]
    cpu = [[] for _ in queries]
    for _ in range(passes):
        for number, query in enumerate(queries):
            started, used = time.perf_counter(), time.process_time()
            ask(query)
            cpu[number].append((time.process_time() - used) * 1e3)
            wall[number].append((time.perf_counter() - started) * 1e3)
    return {"queries": len(queries), "wall_ms": spread(wall), "cpu_ms": spread(cpu)}


def spread(samples):
    """Median and 99th percentile (nearest rank) over the queries, as clause-bench counts them."""
    medians = sorted(statistics.median(one) for one in samples)
    rank = max(1, math.ceil(0.99 * len(medians)))
    return {"median": statistics.median(medians), "p99": medians[rank - 1]}


def number(value):
    """Three digits that count."""
    if value is None:
        return ""
    return f"{value:.3f}" if value < 0.995 else f"{value:.2f}" if value < 9.95 else f"{value:.1f}" if value < 99.5 else f"{value:.0f}"


def table(columns, rows, markdown, left=1):
    """Rows of text under columns, the first so many to the left and the others to the right."""
    if markdown:
        lines = [columns, ["---"] * left + ["--:"] * (len(columns) - left), *rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)
    widths = [max(len(line[at]) for line in [columns, *rows]) for at in range(len(columns))]
    return "\n".join(
        "  ".join(cell.ljust(width) if at < left else cell.rjust(width) for at, (cell, width) in enumerate(zip(line, widths)))
        for line in [columns, *rows]
    )
