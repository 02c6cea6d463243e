"""A built site as its tests read it: each page's marks, one page of each kind, and the list of results."""
import pathlib
import re
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """What the tests ask of one page."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.ids, self.links, self.resources = path, [], [], []
        self.alternates, self.lang, self.h1, self.levels, self.title = {}, None, 0, [], ""
        self.styles, self.scripts, self.kind = 0, 0, ""
        self.charts = set()
        # Tables: (id, has a caption, cells of heading without scope, rows without heading).
        self.tables, self.texts = [], []
        self._open = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if "id" in a:
            self.ids.append(a["id"])
        if tag == "html":
            self.lang = a.get("lang")
        if tag == "body":
            self.kind = a.get("class", "").split(" ")[0].removeprefix("page-")
        if tag == "svg":
            self.charts.update(re.findall(r"chart-(?!wide|narrow|spark|file)[a-z]+", a.get("class", "")))
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
        if tag == "table":
            self.tables.append({"id": a.get("id", "?"), "caption": False, "bare": 0, "rows": 0, "headed": 0})
        if self.tables and tag == "caption":
            self.tables[-1]["caption"] = True
        if self.tables and tag == "tr":
            self.tables[-1]["rows"] += 1
            self._headed = False
        if self.tables and tag == "th":
            if not self._headed:
                self.tables[-1]["headed"] += 1
                self._headed = True
            if a.get("scope") not in ("col", "row", "rowgroup", "colgroup"):
                self.tables[-1]["bare"] += 1
        if tag not in VOID:
            inherited = self._open[-1][1] if self._open else None
            self._open.append((tag, a.get("lang", inherited)))

    def handle_data(self, data):
        tag, language = self._open[-1] if self._open else ("", None)
        if tag == "title" and len(self._open) == 3:
            self.title += data
        if data.strip() and tag not in ("script", "style"):
            self.texts.append((language, " ".join(data.split())))

    def handle_endtag(self, tag):
        while self._open:
            if self._open.pop()[0] == tag:
                break


def read(site):
    return {path: Page(path) for path in sorted(site.rglob("*.html"))}


def one_of_each(pages, site):
    """A page of each kind in each language; kinds that draw other charts count as others."""
    seen = set()
    for path, page in pages.items():
        parts = path.relative_to(site).parts
        kind = (page.lang, page.kind, parts[-1] == "index.html", len(parts) == 1, frozenset(page.charts))
        if kind not in seen:
            seen.add(kind)
            yield path


class Results:
    """One line a test; a test passes when there is no problem."""

    def __init__(self):
        self.passed, self.failed = 0, 0

    def check(self, name, problems):
        problems = list(problems)
        self.passed, self.failed = self.passed + (not problems), self.failed + bool(problems)
        print(("ok    " if not problems else "FAIL  ") + name)
        for problem in problems[:12]:
            print("        " + str(problem))
        if len(problems) > 12:
            print(f"        … and {len(problems) - 12} more")

    def close(self):
        """Prints the count; the status for the shell."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
