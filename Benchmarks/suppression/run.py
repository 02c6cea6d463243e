#!/usr/bin/env python3
"""`make bench-suppression`: protects each instance, and reports. Never fails on a figure.

Makes the instances (generate.py, fixed seed), runs `vitrine protect` on each, prints cells, unsafe,
complementary, their sum, seconds, memory and the verdict of Vitrine's own attacker, then that of
check.py, which shares no code with it. Beside them stand the peers' figures, measured once on the
same instances and another machine: compare counts, not seconds.
"""
import argparse, csv, os, pathlib, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent
# Instance -> (cells to attack from outside, 0 for all; peers' figures).
INSTANCES = {
    "s16": (0, "none"),
    "g1": (0, "none"),
    "h2": (0, "none"),
    "s2d": (0, "plain linear programs: 4 complementary (sum 63)"),
    "g2": (0, "plain linear programs: 230 (6,602) in 0.8 s; GaussSuppression with intervals: 175 in 20.7 s, 11 narrow"),
    "g3": (0, "plain linear programs: 725 (23,429) in 8.0 s; GaussSuppression with intervals: 548 in 414 s, 42 narrow"),
    "g3a": (120, "GaussSuppression without intervals: 66 s, cells exactly recoverable"),
    "g3af": (10, "GaussSuppression without intervals: not done in 25 minutes"),
}


def indented(words):
    return words.replace("\n", "\n           ")


def protect(tool, work, name, threshold, limit, *further):
    """Seconds, peak memory in MiB, exit status and the words of one run."""
    argv = [tool, "protect", "--leaves", work / f"{name}.leaves.csv", "--hierarchies",
            work / f"{name}.hierarchies.csv", "--threshold", threshold, "--output", work / f"{name}.out.csv", *further]
    words = work / f"{name}.log"
    start = time.monotonic()
    with open(words, "wb") as log:
        process = subprocess.Popen([str(a) for a in argv], stdout=log, stderr=subprocess.STDOUT)
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            if time.monotonic() - start > limit:
                process.kill()
                _, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.01)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return seconds, usage.ru_maxrss / 1024, process.returncode, words.read_text().strip()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--tool", default=".build/release/vitrine")
    ap.add_argument("--work", type=pathlib.Path, default=pathlib.Path(".build/bench-suppression"))
    ap.add_argument("--threshold", type=int, default=11)
    ap.add_argument("--limit", type=int, default=600, help="seconds for one table")
    ap.add_argument("--no-check", action="store_true", help="without the attack from outside")
    ap.add_argument("--bounds", nargs="*", default=["g2", "g3"], metavar="NAME",
                    help="larger tables for which a lower bound of the loss is worked out in a second run")
    ap.add_argument("--optimum", nargs="*", default=["s2d", "s16"], metavar="NAME",
                    help="small tables of which the least loss is worked out from outside as well")
    ap.add_argument("names", nargs="*", metavar="NAME", help="; ".join(INSTANCES))
    a = ap.parse_args()
    names = a.names or list(INSTANCES)
    for name in names:
        if name not in INSTANCES:
            sys.exit(f"no instance {name}: choose from {', '.join(INSTANCES)}")
    subprocess.run([sys.executable, HERE / "generate.py", "--out", a.work, *names], check=True)
    for name in names:
        sample, peers = INSTANCES[name]
        files = ["--leaves", a.work / f"{name}.leaves.csv", "--hierarchies", a.work / f"{name}.hierarchies.csv",
                 "--output", a.work / f"{name}.out.csv", "--threshold", str(a.threshold)]
        seconds, memory, status, words = protect(a.tool, a.work, name, a.threshold, a.limit)
        print(f"\n{name}: {seconds:.2f} s, {memory:.0f} MiB, exit {status}\n  vitrine: {indented(words)}\n  peers:   {peers}", flush=True)
        if status != 0:
            continue
        rows = list(csv.reader(open(a.work / f"{name}.out.csv", newline="")))[1:]
        hidden = sum(1 for row in rows if row[-1] != "p")
        print(f"  hidden:  {hidden} of {len(rows)} cells ({hidden / len(rows):.0%})")
        if name in a.bounds:
            seconds, memory, _, words = protect(a.tool, a.work, name, a.threshold, a.limit, "--bound")
            print(f"  bound:   {words.splitlines()[-1]} ({seconds:.1f} s, {memory:.0f} MiB)", flush=True)
        if name in a.optimum:
            least = subprocess.run([sys.executable, HERE / "optimum.py", *files], capture_output=True, text=True)
            print("  least:   " + (least.stdout + least.stderr).strip(), flush=True)
        if not a.no_check:
            check = subprocess.run(
                [sys.executable, HERE / "check.py", *files, "--sample", str(sample)],
                capture_output=True, text=True)
            print("  outside: " + (check.stdout + check.stderr).strip().replace("\n", "\n           "), flush=True)


if __name__ == "__main__":
    main()
