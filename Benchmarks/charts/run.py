#!/usr/bin/env python3
"""Charts a second, Vitrine's and pygal's, in turns on one core: run.py BINARY [ROUNDS].

Line charts of 4 series and 5 years, bar charts of 33 regions. What is measured is the time of the
processor (`clock`, `process_time`), which other programs on the machine disturb less than a watch;
both draw in one thread. Each turn draws ours, then the peer's; the ratio is told for the worst,
the middle and the best turn. Reports, and never fails on a figure. `peers.py` has more peers,
where they are installed.
"""
import gzip
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

BINARY = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 8_000
PEER_ROUNDS = 40
TURNS = 9
KINDS = ("line", "bars")


def ours():
    """Charts a second and bytes by kind, and the mean of a few charts compressed."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([BINARY, str(ROUNDS), folder], capture_output=True, text=True, check=True)
        for line in run.stdout.splitlines():
            name, count, seconds, size = line.split()
            files = sorted(pathlib.Path(folder).glob(f"{name}-*.svg"))
            packed = sum(len(gzip.compress(f.read_bytes())) for f in files) / len(files)
            found[name] = (int(count) / float(seconds), int(size) / int(count), packed)
    return found


def peers(numbers):
    import pygal
    found = {}
    for name in KINDS:
        data = [([[numbers.randint(5, 900) for _ in range(5)] for _ in "ABCD"] if name == "line"
                 else [numbers.randint(5, 900) for _ in range(33)]) for _ in range(PEER_ROUNDS + 1)]

        def draw(values):
            if name == "line":
                chart = pygal.Line(js=[])
                chart.x_labels = list(range(2023, 2028))
                for series, row in zip("ABCD", values):
                    chart.add(series, row)
            else:
                chart = pygal.HorizontalBar(js=[])
                chart.x_labels = [f"Région {i}" for i in range(33)]
                chart.add("v", values)
            return chart.render(is_unicode=True)
        draw(data[0])
        start = time.process_time()
        out = [draw(values) for values in data[1:]]
        seconds = time.process_time() - start
        found[name] = (PEER_ROUNDS / seconds, sum(map(len, out)) / len(out),
                       sum(len(gzip.compress(o.encode())) for o in out) / len(out))
    return found


if hasattr(os, "sched_setaffinity"):
    # One core for both: children have it too.
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
numbers = random.Random(3)
turns = [(ours(), peers(numbers)) for _ in range(TURNS)]
print(f"chart  tool        charts/s      bytes   gzip   ({TURNS} turns, middle of each)")
for kind in KINDS:
    for tool, place in (("vitrine", 0), ("pygal", 1)):
        rate = statistics.median(turn[place][kind][0] for turn in turns)
        _, size, packed = turns[-1][place][kind]
        print(f"{kind:5}  {tool:7}  {rate:11.0f}  {size:9.0f}  {packed:5.0f}")
    ratios = sorted(turn[0][kind][0] / turn[1][kind][0] for turn in turns)
    print(f"{kind:5}  ratio  worst {ratios[0]:.0f}, middle {statistics.median(ratios):.0f}, best {ratios[-1]:.0f}")
