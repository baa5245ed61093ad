"""Whole processes, `clause search` and the sqlite3 shell in turn → their wall and CPU times."""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from peers.timing import number, table

RANK = "bm25(4.0, 2.0, 1.0, 1.0)"


def run(arguments):
    shell = shutil.which("sqlite3") or sys.exit("sqlite3 is not there: apt-get install sqlite3")
    index = arguments.index or default_index()
    runs = []
    for words in queries(arguments, index):
        match = " AND ".join(f'"{word}"' for word in words)
        rows = f"FROM clause_fts WHERE clause_fts MATCH '{match}' AND rank MATCH '{RANK}' ORDER BY rank LIMIT 20"
        shown = "SELECT rowid, title, heading, snippet(clause_fts, 3, '**', '**', '…', 40) "
        runs.append({
            "clause search": [arguments.clause, "search", "--index", index, "--", *words],
            "sqlite3, rows": [shell, "-readonly", index, f"SELECT rowid {rows}"],
            "sqlite3, rows with snippets": [shell, "-readonly", index, shown + rows],
            "clause --version": [arguments.clause, "--version"],
            "sqlite3 --version": [shell, "--version"],
        })
    times = {name: [] for name in runs[0]}
    for commands in runs:
        taken = {name: [] for name in commands}
        for turn in range(arguments.runs + 1):
            for name, command in commands.items():
                once = timed(command)
                if turn:
                    taken[name].append(once)
        for name, samples in taken.items():
            times[name].append([statistics.median(column) for column in zip(*samples)])
    rows = []
    for name, medians in times.items():
        wall, cpu = ([one[at] for one in medians] for at in (0, 1))
        rows.append([name, *(number(f(values)) for values in (wall, cpu) for f in (statistics.median, max))])
    print(table(["process", "wall ms", "slowest query", "CPU ms", "slowest query"], rows, arguments.markdown))
    print(f"\n{len(runs)} queries of 1–4 words, all of them; each the median of {arguments.runs} runs; warm.")


def default_index():
    home = os.environ.get("CLAUSE_HOME") or os.path.join(
        os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share"), "clause")
    return os.path.join(home, "index.sqlite")


def queries(arguments, index):
    """Words of the queries that clause-bench draws."""
    with tempfile.TemporaryDirectory(prefix="clause-bench-") as folder:
        command = [arguments.bench, "--index", index, "--export", folder, "--workloads", "search-all", "--passes", "1"]
        command += ["--seed", str(arguments.seed), "--queries", str(arguments.queries or 15)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        lines = [json.loads(line) for line in open(Path(folder) / "queries.jsonl", encoding="utf-8")]
    return [line["words"] for line in lines if line["kind"] == "all"]


def timed(command):
    """Wall and CPU milliseconds of one process from its start to its end."""
    nothing = os.open(os.devnull, os.O_RDWR)
    started = time.perf_counter()
    child = os.posix_spawn(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nothing, at) for at in (0, 1, 2)])
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    os.close(nothing)
    if os.waitstatus_to_exitcode(status) not in (0, 1):  # 1: nothing found
        sys.exit(f"failed: {' '.join(command)}")
    return wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3
