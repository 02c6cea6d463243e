#!/usr/bin/env python3
"""Work out the least loss of a small table from outside: nothing of Vitrine is used here.

One mixed-integer program for HiGHS: 0 or 1 for each cell that may be hidden, and for each side of
each unsafe cell a table of any numbers >= 0 that reaches it and differs from the true one in hidden
cells only. Prints the loss of the pattern in OUT (1 a complementary cell, and a tenth of the
logarithm of its value + 1 more), the least there is, and how far HiGHS proved it. Exit status 1
when the pattern loses more than 5 % more than the least.

  optimum.py --leaves X.csv --hierarchies H.csv --output OUT.csv --threshold 11 [--limit 60]
"""
import argparse, csv, itertools, math, sys, time
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--leaves", required=True)
    ap.add_argument("--hierarchies", required=True)
    ap.add_argument("--output", required=True)
    ap.add_argument("--threshold", type=int, required=True)
    ap.add_argument("--limit", type=float, default=60, help="seconds")
    a = ap.parse_args()
    k = a.threshold
    rows = list(csv.DictReader(open(a.leaves, newline="")))
    dims = [c for c in rows[0] if c != "value"]
    parent = {d: {} for d in dims}
    for r in csv.DictReader(open(a.hierarchies, newline="")):
        if r["parent"]:
            parent[r["dim"]][r["child"]] = r["parent"]

    def above(d, code):
        line = [code]
        while line[-1] in parent[d]:
            line.append(parent[d][line[-1]])
        return line

    out = {tuple(r[d] for d in dims): r["status"] for r in csv.DictReader(open(a.output, newline=""))}
    truth = np.array([int(r["value"]) for r in rows])
    cover = {}
    for j, r in enumerate(rows):
        for cell in itertools.product(*(above(d, r[d]) for d in dims)):
            if cell in out:
                cover.setdefault(cell, []).append(j)
    # Cells over the same leaves are one.
    classes = {}
    for cell, js in cover.items():
        classes.setdefault(tuple(js), []).append(cell)
    sums = list(classes)
    value = [int(truth[list(js)].sum()) for js in sums]
    price = [sum(1 + 0.1 * math.log(v + 1) for _ in classes[js]) for js, v in zip(sums, value)]
    unsafe = [1 <= v < k for v in value]
    pattern = sum(p for js, p, u in zip(sums, price, unsafe) if not u and out[classes[js][0]] != "p")
    open_cells = [i for i, u in enumerate(unsafe) if not u]
    place = {cell: n for n, cell in enumerate(open_cells)}
    sides = [(i, need) for i, u in enumerate(unsafe) if u for need in (1 - value[i], k - 1 - value[i]) if need]
    n, y = len(rows), len(open_cells)
    # More than this no cell has to move for a side: in two dimensions a move is a flow of `need`.
    most = (4 if len(dims) > 2 else 1) * (k - 1)
    columns = y + n * len(sides)
    A = lil_matrix((2 * y * len(sides) + len(sides), columns))
    low, high, row = [], [], 0
    lower, upper = np.zeros(columns), np.ones(columns)
    for s, (target, need) in enumerate(sides):
        start = y + s * n
        lower[start:start + n] = -truth
        upper[start:start + n] = most * 4
        for i in open_cells:
            fall = min(most, value[i])
            for j in sums[i]:
                A[row, start + j] = 1
                A[row + 1, start + j] = 1
            A[row, place[i]] = -most
            A[row + 1, place[i]] = fall
            low += [-np.inf, 0]; high += [0, np.inf]
            row += 2
        for j in sums[target]:
            A[row, start + j] = 1
        low.append(need if need > 0 else -np.inf); high.append(need if need < 0 else np.inf)
        row += 1
    cost = np.concatenate([[price[i] for i in open_cells], np.zeros(n * len(sides))])
    whole = np.concatenate([np.ones(y), np.zeros(n * len(sides))])
    start = time.time()
    s = milp(cost, constraints=[LinearConstraint(A.tocsr(), low, high)], integrality=whole,
             bounds=Bounds(lower, upper), options={"time_limit": a.limit})
    bound = s.mip_dual_bound if s.mip_dual_bound is not None else 0.0
    least = f"{s.fun:.3f}" if s.x is not None else "none found"
    print(f"loss {pattern:.3f}; the least by HiGHS {least}, no less than {bound:.3f} ({time.time() - start:.1f} s)")
    # Where the program ends early, its bound is all that is known.
    sys.exit(1 if s.status == 0 and pattern > 1.05 * s.fun + 1e-6 else 0)


if __name__ == "__main__":
    main()
