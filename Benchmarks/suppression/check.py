#!/usr/bin/env python3
"""Check the output of `vitrine protect` from outside: nothing of Vitrine is used here.

Rebuilds the cube from the hierarchies, checks that every cell of OUT adds up, then asks HiGHS
for the least and greatest value of hidden cells, given what is published and that counts are
>= 0: all of them, or a fixed-seed sample; and, for --whole of them, whether tables of whole counts
reach as far (mixed-integer HiGHS). Exit status 1 when a cell is exactly recoverable, or an unsafe
one leaves less than 1..k-1 possible.

  check.py --leaves X.csv --hierarchies H.csv --output OUT.csv --threshold 11 [--sample 200]
"""
import argparse, csv, itertools, random, sys, time
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--leaves", required=True)
    ap.add_argument("--hierarchies", required=True)
    ap.add_argument("--output", required=True)
    ap.add_argument("--threshold", type=int, required=True)
    ap.add_argument("--sample", type=int, default=0, help="cells to attack; 0: all hidden ones")
    ap.add_argument("--whole", type=int, default=40, help="cells to attack in whole numbers")
    ap.add_argument("--seed", type=int, default=1)
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

    out = {tuple(r[d] for d in dims): (r["value"], r["status"]) for r in csv.DictReader(open(a.output, newline=""))}
    cover, truth = {}, []
    for j, r in enumerate(rows):
        truth.append(int(r["value"]))
        for cell in itertools.product(*(above(d, r[d]) for d in dims)):
            if cell in out:
                cover.setdefault(cell, []).append(j)
    truth = np.array(truth)
    bad = 0
    for cell, (value, status) in out.items():
        v = int(truth[cover[cell]].sum()) if cell in cover else 0
        if value and int(value) != v:
            print("does not add up:", *cell); bad += 1
        if (1 <= v < k) != (status == "s"):
            print("wrong status:", *cell); bad += 1
    # Leaves that are published are known; so are all leaves of a published zero.
    known = {}
    for cell, js in cover.items():
        if out[cell][1] == "p" and (len(js) == 1 or truth[js].sum() == 0):
            for j in js:
                known[j] = int(truth[j])
    number = {j: i for i, j in enumerate(j for j in range(len(rows)) if j not in known)}
    seen, data, ri, ci, b = set(), [], [], [], []
    for cell, js in cover.items():
        if out[cell][1] != "p":
            continue
        free = tuple(number[j] for j in js if j in number)
        if not free or free in seen:
            continue
        seen.add(free)
        ri += [len(b)] * len(free); ci += free; data += [1.0] * len(free)
        b.append(int(truth[js].sum()) - sum(known[j] for j in js if j in known))
    A = csr_matrix((data, (ri, ci)), shape=(len(b), len(number))) if b else None
    hidden = [c for c in out if out[c][1] != "p"]
    chosen = hidden if not a.sample or a.sample >= len(hidden) else random.Random(a.seed).sample(hidden, a.sample)
    exact = narrow = 0
    start = time.time()
    for cell in chosen:
        free = [number[j] for j in cover[cell] if j in number]
        base = sum(known[j] for j in cover[cell] if j in known)
        c = np.zeros(len(number)); c[free] = 1
        ends = []
        for sign in (1, -1):
            if not free:
                ends.append(base); continue
            s = linprog(sign * c, A_ub=None, A_eq=A, b_eq=b, bounds=(0, None), method="highs")
            if s.status == 3:
                ends.append(float("inf"))
            elif s.status == 0:
                ends.append(base + sign * s.fun)
            else:
                sys.exit(f"no table fits what is published ({s.message})")
        lo, hi = np.ceil(ends[0] - 1e-6), np.floor(ends[1] + 1e-6)
        if lo == hi:
            print("exactly recoverable:", *cell); exact += 1
        elif out[cell][1] == "s" and (lo > 1 or hi < k - 1):
            print("narrower than the mark:", *cell, lo, hi); narrow += 1
    # Whole numbers: what a program of any numbers leaves possible may still be impossible.
    whole = random.Random(a.seed + 1).sample(chosen, min(a.whole, len(chosen)))
    late = 0
    for cell in whole:
        free = [number[j] for j in cover[cell] if j in number]
        base = sum(known[j] for j in cover[cell] if j in known)
        v = int(truth[cover[cell]].sum())
        c = np.zeros(len(number)); c[free] = 1
        rules = [LinearConstraint(A, b, b)] if A is not None else []

        def reaches(low, high):
            s = milp(np.zeros(len(number)), constraints=rules + [LinearConstraint(c, low - base, high - base)],
                     integrality=np.ones(len(number)), bounds=Bounds(0, np.inf), options={"time_limit": 60})
            return None if s.status == 1 else s.status == 0

        if out[cell][1] == "s":
            ends = [reaches(-np.inf, 1), reaches(k - 1, np.inf)]
            if False in ends:
                print("narrower than the mark in whole numbers:", *cell); narrow += 1
        else:
            ends = [reaches(v + 1, np.inf)]
            if ends[0] is False:
                ends = [reaches(-np.inf, v - 1)]
            if ends[0] is False:
                print("exactly recoverable in whole numbers:", *cell); exact += 1
        late += None in ends
    count = lambda s: sum(1 for v in out.values() if v[1] == s)
    total = sum(int(v) for v, s in out.values() if s == "c")
    print(f"{len(out)} cells, {count('s')} unsafe, {count('c')} complementary (sum {total}); "
          f"attacked {len(chosen)} of {len(hidden)} hidden in {time.time() - start:.1f} s: "
          f"{exact} exact, {narrow} narrow, {bad} wrong; {len(whole)} of them in whole numbers too"
          + (f", {late} out of time" if late else ""))
    sys.exit(1 if exact or narrow or bad else 0)


if __name__ == "__main__":
    main()
