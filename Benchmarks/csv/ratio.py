#!/usr/bin/env python3
"""Times `vitrine tabulate --cube` against DuckDB and Polars, in turns, in one run, and prints the ratios.

usage: ratio.py VITRINE PLAIN.csv FRENCH.csv [--runs 5]
Each tool is a process of its own; the best of the runs counts. It reports and never fails on a timing; it exits with
1 where the answers differ.
"""
import argparse, csv, os, pathlib, subprocess, sys, time
from decimal import Decimal

HERE = pathlib.Path(__file__).parent
DIMS = "period,region,sex,age_group"


def timed(command, output):
    """Wall seconds, processor seconds, peak MiB."""
    start = time.monotonic()
    with open(output, "w") as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def own(path):
    rows = list(csv.DictReader(open(path, encoding="utf-8", newline="")))
    return (len(rows), sum(int(r["count"]) for r in rows), round(float(sum(Decimal(r["hours"]) for r in rows)), 1))


def peer(path):
    words = open(path).read().split()
    return (int(words[1]), int(words[2]), float(words[3]))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("vitrine"); ap.add_argument("plain"); ap.add_argument("french"); ap.add_argument("--runs", type=int, default=5)
    a = ap.parse_args()
    for path in (a.plain, a.french):  # warm the page cache
        with open(path, "rb") as f:
            while f.read(1 << 20): pass
    tabulate = lambda path: [a.vitrine, "tabulate", path, "--by", DIMS, "--sum", "hours", "--cube", "--quiet"]
    peers = lambda tool: [sys.executable, str(HERE / "peers.py"), a.plain, "--one", tool, "--threads", "2"]
    tools = {"vitrine": tabulate(a.plain), "vitrine French": tabulate(a.french), "duckdb": peers("duckdb"), "polars": peers("polars")}
    best, answers, out = {}, {}, "bench-csv.out"
    for _ in range(a.runs):
        for name, command in tools.items():
            found = timed(command, out)
            best[name] = min(best.get(name, found), found)
            answers[name] = own(out) if name.startswith("vitrine") else peer(out)
    os.remove(out)
    size = os.path.getsize(a.plain) / 1e6
    for name, (wall, cpu, peak) in best.items():
        print(f"{name:15s} wall {wall:5.2f} s  cpu {cpu:5.2f} s  peak {peak:5.0f} MiB  {size / wall:5.0f} MB/s  {answers[name]}")
    fastest = min(best["duckdb"][0], best["polars"][0])
    print(f"vitrine against the faster peer: {fastest / best['vitrine'][0]:.2f} times as fast; "
          f"French against plain: {best['vitrine French'][0] / best['vitrine'][0]:.2f}")
    if len({(x[0], x[1], round(x[2])) for x in answers.values()}) > 1:
        sys.exit("the answers differ")


if __name__ == "__main__":
    main()
