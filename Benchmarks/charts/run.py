#!/usr/bin/env python3
"""Charts a second, Vitrine's and pygal's, one after the other: run.py BINARY [ROUNDS].

Line charts of 4 series and 5 years, bar charts of 33 regions; reports, and never fails on a
figure. `peers.py` has more peers, where they are installed.
"""
import gzip
import pathlib
import random
import subprocess
import sys
import tempfile
import time

BINARY = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
PEER_ROUNDS = 60


def vitrine():
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([BINARY, str(ROUNDS), folder], capture_output=True, text=True, check=True)
        for line in run.stdout.splitlines():
            name, count, seconds, size = line.split()
            files = sorted(pathlib.Path(folder).glob(f"{name}-*.svg"))
            packed = sum(len(gzip.compress(f.read_bytes())) for f in files) / len(files)
            yield name, int(count) / float(seconds), int(size) / int(count), packed


def pygal_charts():
    import pygal
    r = random.Random(3)
    for name in ("line", "bars"):
        data = [([[r.randint(5, 900) for _ in range(5)] for _ in "ABCD"] if name == "line"
                 else [r.randint(5, 900) for _ in range(33)]) for _ in range(PEER_ROUNDS + 1)]

        def draw(values):
            if name == "line":
                chart = pygal.Line(js=[])
                chart.x_labels = list(range(2023, 2028))
                for series, numbers in zip("ABCD", values):
                    chart.add(series, numbers)
            else:
                chart = pygal.HorizontalBar(js=[])
                chart.x_labels = [f"Région {i}" for i in range(33)]
                chart.add("v", values)
            return chart.render(is_unicode=True)
        draw(data[0])
        start = time.perf_counter()
        out = [draw(values) for values in data[1:]]
        seconds = time.perf_counter() - start
        yield (name, PEER_ROUNDS / seconds, sum(map(len, out)) / len(out),
               sum(len(gzip.compress(o.encode())) for o in out) / len(out))


# Twice ours, with the peer between: the slower one counts.
first, peer, second = list(vitrine()), list(pygal_charts()), list(vitrine())
print("chart  tool        charts/s      bytes   gzip")
for one, two, other in zip(first, second, peer):
    ours = min(one[1], two[1])
    print(f"{one[0]:5}  vitrine  {ours:11.0f}  {one[2]:9.0f}  {one[3]:5.0f}")
    print(f"{other[0]:5}  pygal    {other[1]:11.0f}  {other[2]:9.0f}  {other[3]:5.0f}   ratio {ours / other[1]:.0f}")
